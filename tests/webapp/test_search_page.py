import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.conftest import HOSTILE, OUR_SCRIPT, SOP, Library, given
from tests.webapp.library import Paper, add, searchers, text_page
from webapp.app import create_app

Visit = Callable[[str | None], FlaskClient]
QUESTION = "Peminjaman kendaraan dinas diajukan paling lambat berapa hari kerja sebelum pemakaian?"
NOT_FOUND = "Tidak ditemukan dokumen yang menjawab pertanyaan ini."


def test_the_empty_form(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert '<html lang="id">' in page.text
    assert '<form role="search" method="get" action="/">' in page.text
    assert "publik: aset terbuka" in page.text


@pytest.mark.parametrize("address", ["/", f"/?q={quote(QUESTION)}"])
def test_a_page_weighs_under_100_kilobytes_with_all_that_it_loads(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    loaded = re.findall(r'<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"', page.text)
    assert len(loaded) == 3
    assert len(page.data) + sum(len(client.get(one).data) for one in loaded) < 100_000


def test_an_answer_shows_quote_place_agency_date_status_and_maturity(client: FlaskClient, library: Library) -> None:
    page = client.get("/", query_string={"q": QUESTION}).text
    answer = page[page.index("Jawaban dari dokumen") : page.index("Dokumen terkait")]
    assert "paling lambat dua hari kerja sebelum pemakaian." in answer
    assert f'href="/aset/{library.keys["sop"]}/sumber?versi=1&amp;hal=1&amp;mulai=0&amp;akhir=' in answer
    for words in ("SOP Peminjaman Kendaraan Dinas", "Halaman 1", "Badan Pengembangan Sumber Daya Manusia"):
        assert words in answer
    assert "5 Maret 2025" in answer
    assert "Berlaku" in answer
    assert "Disahkan" in answer
    assert "Terstandar (level 3)" in answer
    assert "dinilai 31 Oktober 2025 oleh Tim Penilai Contoh" in answer


def test_a_quote_that_was_recognised_in_a_picture_says_so(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    pages = (text_page(1, SOP, "ocr"),)
    add(catalog, Paper("sop.pdf", given("SOP Peminjaman Kendaraan Dinas"), pages, b"%PDF-1.7"))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    page = app.test_client().get("/", query_string={"q": QUESTION}).text
    answer = page[page.index("Jawaban dari dokumen") : page.index("Dokumen terkait")]
    assert "Teks halaman ini dibaca dari gambar; cocokkan dengan berkas asli." in answer


def test_hits_are_highlighted_and_counted_for_screen_readers(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": QUESTION}).text
    quotes = page.count('<figure class="quote"')
    assert quotes > 0
    assert f'role="status">{quotes} kutipan dan' in page
    page = client.get("/?q=kendaraan").text
    assert "<mark>kendaraan</mark>" in page
    assert 'class="count" role="status"' in page
    assert "aset ditemukan." in page


def test_a_row_is_linked_to_its_sheet(client: FlaskClient, library: Library) -> None:
    page = client.get("/?q=genset+portabel").text
    assert "Lembar KIB &lt;B&gt;, baris 46" in page
    assert f"/aset/{library.keys['sheet']}/sumber?versi=1&amp;lembar=KIB+%3CB%3E&amp;baris=46#baris-46" in page


def test_an_unassessed_community_is_not_called_low(client: FlaskClient) -> None:
    page = client.get("/?q=ambulans+siaga").text
    assert "Komunitas &lt;b&gt;Komunitas&lt;/b&gt;: <strong>belum dinilai</strong>" in page.replace("\n", " ")


def test_hostile_titles_and_texts_stay_text(client: FlaskClient) -> None:
    page = client.get("/?q=ambulans+siaga+puskesmas").text
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(&#39;judul&#39;)&lt;/script&gt;" in page
    assert page.count("<script") == page.count(OUR_SCRIPT) == 1
    assert "<img" not in page


def test_a_hostile_question_stays_text(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": '"><script>alert(1)</script> kendaraan', "tahun": '"><b>'}).text
    assert page.count("<script") == page.count(OUR_SCRIPT) == 1
    assert '"><b>' not in page


def test_nothing_found_says_so_and_whom_to_ask(client: FlaskClient) -> None:
    page = client.get("/?q=zzzz+qqqq+xxyy")
    assert page.status_code == 200
    assert NOT_FOUND in page.text
    assert "PPID" in page.text


def test_hidden_assets_are_as_if_they_were_not(visit: Visit) -> None:
    for word, title, seen_by in (
        ("zamrud", "Notulen Zamrud", ("internal", "BPAD", None)),
        ("nilam", "Kajian Nilam", ("BPAD", None)),
        ("safir", "Draf Safir", (None,)),
    ):
        for viewer in ("public", "internal", "DINKES", "BPAD", None):
            page = visit(viewer).get(f"/?q={word}").text
            assert (title in page) == (viewer in seen_by or (viewer == "DINKES" and word == "zamrud")), (word, viewer)


def test_filters_narrow_the_hits(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan&jenis=kib").text
    assert "SOP Peminjaman Kendaraan Dinas" not in page
    assert '<option value="kib" selected>' in page
    assert "SOP Peminjaman Kendaraan Dinas" in client.get("/?q=kendaraan&jenis=sop&unit=BPSDM&tahun=2025").text


def test_a_year_without_papers_offers_to_search_again(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan&tahun=1999").text
    assert "Tidak ada aset yang cocok dengan saringan ini." in page
    assert 'href="/?q=kendaraan"' in page


def test_an_ambiguous_short_form_is_asked_back(client: FlaskClient) -> None:
    page = client.get("/?q=PL").text
    assert "Mana yang Anda maksud?" in page
    assert "q=pengadaan+langsung" in page.lower()


def test_personal_data_is_refused_in_words(client: FlaskClient) -> None:
    page = client.get("/?q=NIK+pak+Budi+berapa").text
    assert NOT_FOUND in page
    assert "data pribadi" in page


def test_questions_that_cannot_be_searched(client: FlaskClient) -> None:
    for query, sentence in (("???", "Pertanyaan kosong"), ("a" * 2001, "terlalu panjang")):
        page = client.get("/", query_string={"q": query})
        assert page.status_code == 400
        assert sentence in page.text
        assert 'aria-invalid="true"' in page.text


def test_an_answer_that_is_switched_off_is_not_looked_for(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": QUESTION, "jawab": "0"}).text
    assert "<blockquote" not in page
    assert "SOP Peminjaman Kendaraan Dinas" in page
    assert '<input type="hidden" name="jawab" value="0">' in page
    assert "jawab=0&amp;bahasa=en" in page


def test_a_question_of_120_kilobytes_gets_a_sentence(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "kata " * 24_000})
    assert page.status_code == 400
    assert "terlalu panjang (119.999 karakter)" in page.text
    assert len(page.data) < 20_000


def test_what_was_added_to_the_question_is_shown(client: FlaskClient) -> None:
    assert "Kerangka Acuan Kerja" in client.get("/?q=contoh+KAK+kendaraan").text


def test_filters_that_the_question_names_are_shown_and_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "SOP peminjaman kendaraan dinas BPSDM"}).text
    assert "Saringan dari pertanyaan" in page
    assert "tanpa=unit" in page
    without = client.get("/", query_string={"q": "SOP peminjaman kendaraan dinas BPSDM", "tanpa": "semua"}).text
    assert "Saringan dari pertanyaan" not in without


def test_a_copy_stands_under_its_hit(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    text = f"{SOP} Kunci dikembalikan kepada pengurus barang beserta surat kendaraan dan buku pemakaiannya."
    for path in ("sop.pdf", "unit/sop lama.pdf"):
        add(catalog, Paper(path, given(f"SOP Kendaraan di {path}"), (text_page(1, text),)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    page = app.test_client().get("/?q=kendaraan+dinas").text
    hits = page[page.index('<ol class="hits">') :]
    assert hits.count('<li class="hit">') == 1
    assert "1 salinan hampir sama" in hits
    assert "SOP Kendaraan di unit/sop lama.pdf" in hits
