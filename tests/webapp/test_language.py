"""Bahasa Indonesia first, English second: which one a page is in, and that nothing on it is left untranslated."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from flask.testing import FlaskClient
from lxml import html

from tests.webapp.conftest import Library
from tests.webapp.test_search_page import QUESTION
from tools.translations import texts
from webapp.language import CATALOG

INDONESIAN = (
    *("halaman", "baris", "lembar", "dan", "yang", "dari", "tidak", "aset", "berkas", "dokumen", "cari", "saring"),
    *("jenis", "tahun", "semua", "belum", "berlaku", "sumber", "isi", "unduh", "kutipan", "jawaban", "hapus", "anda"),
)
ENGLISH = {"Accept-Language": "en-GB,en;q=0.9"}


@pytest.fixture(scope="module")
def english() -> Messages:
    with CATALOG.open("rb") as source:
        return read_po(source, locale="en")


def test_no_text_is_untranslated_and_no_translation_is_left_over(english: Messages) -> None:
    known = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in english if m.id}
    wanted = texts()
    told = "`python -m tools.translations` adds and removes texts; then fill in the English of the new ones"
    assert sorted(set(wanted) - set(known)) == [], told
    assert sorted(set(known) - set(wanted)) == [], told
    assert [one for one, m in known.items() if m.id != wanted[one]] == [], told
    assert [one for one, m in known.items() if not all(said(m)) or m.fuzzy] == []
    assert not english.obsolete


def test_translations_fill_in_the_same_names(english: Messages) -> None:
    for message in english:
        wanted = names(message.id if isinstance(message.id, str) else message.id[1])
        assert all(names(text) <= wanted for text in said(message))
        assert names(said(message)[-1]) == wanted or not message.id


def said(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def names(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)", text))


def ways(library: Library) -> Iterator[str]:
    yield from ("/", "/?q=" + QUESTION, "/?q=kendaraan+dinas&jenis=sop", "/?q=zzzz+qqqq", "/?q=kursi&tahun=1", "/zzz")
    yield from ("/?q=berapa+banyak+kursi+kerja+di+aula", "/?q=kendaraan&unit=DINKES", "/?q=" + "a" * 3000)
    for name in ("sop", "hostile", "sheet"):
        for page in (
            "",
            "/sumber",
            "/sumber?hal=2",
            "/sumber?lembar=KIB+<B>&baris=46",
            "/kutipan?hal=1&mulai=0&akhir=9",
        ):
            yield f"/aset/{library.keys[name]}{page}"


def test_every_page_in_english_holds_no_indonesian_but_what_papers_say(client: FlaskClient, library: Library) -> None:
    for way in ways(library):
        page = client.get(way, headers=ENGLISH).text
        assert '<html lang="en">' in page
        read = seen(page)
        left = [word for word in re.findall(r"[a-z]+", read.lower()) if word in INDONESIAN]
        assert left == [], (way, read)


def seen(page: str) -> str:
    """Return what is read out of a page without what is marked as Indonesian: texts and labels."""
    tree = html.fromstring(page)
    for marked in tree.xpath("//body//*[@lang='id']"):
        marked.drop_tree()
    for typed in tree.xpath("//title | //input[@id='q']"):  # they repeat the question or a paper's title
        typed.drop_tree()
    labels = tree.xpath("//@aria-label | //@alt | //@placeholder")
    return " ".join([*tree.text_content().split(), *labels])


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "id"),
        ("en", "en"),
        ("en-US,en;q=0.5", "en"),
        ("en-US,en;q=0.9,id;q=0.8", "id"),
        ("en,ms;q=0.1", "id"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("de,en;q=0.8", "id"),
        ("en;q=0", "id"),
        ("zz;;;=,,", "id"),
    ],
)
def test_a_browser_gets_english_only_if_it_asks_for_it_first_and_knows_no_indonesian(
    client: FlaskClient, asked: str, language: str
) -> None:
    assert f'<html lang="{language}">' in client.get("/", headers={"Accept-Language": asked}).text


def test_a_choice_is_kept_and_beats_the_browser(client: FlaskClient) -> None:
    chosen = client.get("/?bahasa=en")
    assert "Skip to the content" in chosen.text
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(chosen.headers["Set-Cookie"].split("; "))
    assert "Skip to the content" in client.get("/?q=kendaraan").text
    client.get("/?bahasa=id")
    assert "Langsung ke isi" in client.get("/", headers=ENGLISH).text


def test_what_is_no_language_chooses_nothing(client: FlaskClient) -> None:
    page = client.get("/?bahasa=xx")
    assert "Set-Cookie" not in page.headers
    assert '<html lang="id">' in page.text
    client.set_cookie("bahasa", "../../en")
    assert '<html lang="id">' in client.get("/").text


def test_pages_depend_on_what_chooses_their_language(client: FlaskClient) -> None:
    assert {"Accept-Language", "Cookie"} <= set(client.get("/").headers["Vary"].split(", "))
    assert "Vary" not in client.get("/static/style.css").headers


def test_the_footer_leads_to_the_same_page_in_the_other_language(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan+dinas&jenis=sop&bahasa=id").text
    assert '<a href="/?q=kendaraan+dinas&amp;jenis=sop&amp;bahasa=en" lang="en" hreflang="en">English</a>' in page


@pytest.mark.parametrize("typed", ["_scheme=javascript", "_external=1", "_anchor=x", "_method=POST", "endpoint=x"])
def test_what_is_typed_cannot_turn_the_way_to_the_other_language(client: FlaskClient, typed: str) -> None:
    assert f'<a href="/?{typed}&amp;bahasa=en"' in client.get(f"/?{typed}").text


def test_dates_and_numbers_follow_the_language(client: FlaskClient, library: Library) -> None:
    key = library.keys["sop"]
    assert "5 Maret 2025" in client.get(f"/aset/{key}").text
    assert "5 March 2025" in client.get(f"/aset/{key}", headers=ENGLISH).text
    assert "(2,001 characters)" in client.get("/?q=" + "a" * 2001, headers=ENGLISH).text


def test_a_citation_for_a_nota_dinas_stays_indonesian(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/aset/{library.keys['sop']}/sumber?hal=3", headers=ENGLISH).text
    assert "5 Maret 2025, halaman 3" in page
    assert '<textarea id="teks-sitasi" lang=id' in page


def test_quotes_are_marked_as_indonesian_in_english_only(client: FlaskClient) -> None:
    assert "<blockquote lang=id>" in client.get(f"/?q={QUESTION}", headers=ENGLISH).text
    assert "<blockquote>" in client.get(f"/?q={QUESTION}").text


def test_one_is_one_and_many_are_many(client: FlaskClient) -> None:
    assert "1 asset found." in client.get("/?q=kendaraan&tahun=2025", headers=ENGLISH).text
    assert "assets found." in client.get("/?q=kursi+kendaraan&keberlakuan=berlaku", headers=ENGLISH).text
