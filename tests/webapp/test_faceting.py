"""Facets and chips of the search page."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.webapp.conftest import OUR_SCRIPT

Visit = Callable[[str | None], FlaskClient]


def facets_of(page: str) -> str:
    return page[page.index('<details class="facets">') : page.index('<ol class="hits">')]


def counts(page: str) -> dict[str, int]:
    """The words of each value with its count."""
    items = re.findall(r"<li>(.*?)</li>", facets_of(page), flags=re.DOTALL)
    told = [re.sub(r"<[^>]+>", "", item).split() for item in items]
    return {" ".join(words[:-2]): int(words[-2]) for words in told}


def test_values_stand_with_counts_and_the_address_that_chooses_them(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan").text
    assert counts(page)["SOP"] == 1
    assert 'href="/?q=kendaraan&amp;jenis=sop"' in facets_of(page)
    assert "Level 3 (Terstandar)" in counts(page)
    assert "Belum dinilai" in counts(page)


def test_a_community_is_chosen_in_its_facet_named_in_the_question_and_let_go(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan").text
    assert counts(page)["CoP Layanan Umum"] == 1
    assert 'href="/?q=kendaraan&amp;komunitas=CoP+Layanan+Umum"' in facets_of(page)
    chosen = client.get("/?q=kendaraan&komunitas=CoP+Layanan+Umum").text
    assert chosen.count('<li class="hit">') == 1
    assert "Hapus saringan Komunitas: </span>" in chosen
    assert "<option selected>CoP Layanan Umum</option>" in chosen
    named = client.get("/", query_string={"q": "SOP CoP Layanan Umum tentang kendaraan"}).text
    assert named.count('<li class="hit">') == 1
    assert 'tanpa=community">hapus' in named


def test_a_chosen_value_is_a_chip_and_its_facet_still_tells_the_others(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan&jenis=sop&keberlakuan=berlaku").text
    assert '<ul class="chips" aria-label="Saringan yang dipakai">' in page
    assert 'Hapus saringan Jenis aset: </span>SOP <span aria-hidden="true">×</span>' in page
    facets = facets_of(page)
    assert 'href="/?q=kendaraan&amp;keberlakuan=berlaku" aria-current="true"' in facets
    assert 'href="/?q=kendaraan&amp;jenis=faq&amp;keberlakuan=berlaku"' in facets
    assert page.count('<li class="hit">') == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [("2024", "2024"), ("2020-2100", "2020–2100"), ("2020-", "sejak 2020"), ("-2999", "sampai 2999")],
)
def test_years_are_a_chip_in_words(client: FlaskClient, typed: str, words: str) -> None:
    page = client.get("/", query_string={"q": "kendaraan", "tahun": typed}).text
    assert f"Hapus saringan Tahun dokumen: </span>{words} " in page


def test_what_the_question_names_is_marked_and_can_be_let_go(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "SOP peminjaman kendaraan dinas BPSDM"}).text
    assert re.search(r'tanpa=kind" aria-current="true"><span class="unseen">[^<]+</span>SOP</a>', facets_of(page))


def test_a_choice_that_leaves_nothing_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan&maturitas=5").text
    assert "Tidak ada aset yang cocok dengan saringan ini." in page
    assert "Hapus saringan Maturitas komunitas: </span>Level 5" in page


@pytest.mark.parametrize("viewer", ["public", "internal", "BPAD", None])
def test_counts_are_of_what_the_viewer_may_see(visit: Visit, viewer: str | None) -> None:
    told = counts(visit(viewer).get("/?q=kendaraan+dinas").text)
    assert ("Notulen" in told) == (viewer != "public")
    assert ("Laporan" in told) == (viewer in ("BPAD", None))


def test_a_hostile_choice_stays_text(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "kendaraan", "tema": "<script>x</script>"}).text
    assert page.count("<script") == page.count(OUR_SCRIPT) == 1
    assert "&lt;script&gt;" in page
