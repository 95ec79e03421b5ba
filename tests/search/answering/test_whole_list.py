"""The rest of a list is quoted behind its beginning, over the end of the page too."""

import pytest

from catalog.database import Catalog
from catalog.scope import OPERATOR
from embedding import embedder
from search.answer import ask
from search.answering.sentences import LONGEST
from search.answering.whole_list import rest_of_list
from tests.search.library import read_in, read_in_pages, reader_of

PRINCIPLES = "Pasal 4\nPelayanan publik berasaskan:\na. kepentingan umum;\nb. kepastian hukum;\nc. kesamaan hak;\n"
OVERLEAF = "- 7 -\nd. keseimbangan;\ne. keterbukaan; dan\nf. kecepatan.\nPasal 5\nRuang lingkup meliputi barang.\n"
LETTERS = "abcdefgh"


def rest(text: str, end: str, start: str = "Pelayanan") -> list[str]:
    return [text[a:b] for a, b in rest_of_list(text, text.index(start), text.index(end) + len(end))[0]]


def over(text: str, following: str, end: str, start: str = "Pelayanan") -> list[str]:
    begin, stop = text.index(start), text.index(end) + len(end)
    return [following[a:b] for a, b in rest_of_list(text, begin, stop, following)[1]]


def test_what_follows_of_a_list_goes_on_with_it() -> None:
    assert rest(PRINCIPLES, "umum;") == ["b. kepastian hukum;\nc. kesamaan hak;"]
    assert rest(PRINCIPLES, "berasaskan:") == ["a. kepentingan umum;\nb. kepastian hukum;\nc. kesamaan hak;"]
    assert rest(PRINCIPLES, "hak;") == []


def test_a_list_ends_where_another_begins_or_prose_does() -> None:
    text = f"{PRINCIPLES}(2) Penyelenggara meliputi:\na. instansi;\n"
    assert rest(text, "umum;") == ["b. kepastian hukum;\nc. kesamaan hak;"]
    assert rest(f"{PRINCIPLES}a. pertama dari daftar lain;\n", "hukum;") == ["c. kesamaan hak;"]
    assert rest(f"{PRINCIPLES}Ketentuan ini berlaku sejak diundangkan bagi semua.\n", "hak;") == []


def test_what_an_item_holds_belongs_to_the_list() -> None:
    text = "Dilampiri:\na. identitas dari:\n1. pemilik;\n2. direksi;\nb. domisili;\n3. bukan bagian ini.\n"
    assert rest(text, "dari:", "Dilampiri") == ["1. pemilik;\n2. direksi;\nb. domisili;"]


def test_the_first_item_may_stand_on_the_line_that_leads_in() -> None:
    text = "Mengingat : 1. Undang-Undang Nomor 4 Tahun 1979;\n2. Undang-Undang Nomor 10 Tahun 2001;\nMEMUTUSKAN:\n"
    assert rest(text, "1979;", "Mengingat") == ["2. Undang-Undang Nomor 10 Tahun 2001;"]


def test_a_sentence_leads_in_no_list() -> None:
    text = "Setiap orang wajib menjaga ketertiban di ruang pelayanan publik daerah ini.\na. satu;\nb. dua;\n"
    assert rest(text, "ini.", "Setiap") == []


def test_bullets_go_on_below_a_colon_and_not_below_a_heading() -> None:
    listed = "- Tombol pertama ditekan sekali;\n- Tombol kedua ditekan dua kali;\n"
    assert rest(f"Caranya:\n{listed}", "sekali;", "Caranya") == ["- Tombol kedua ditekan dua kali;"]
    assert rest(f"Jika ada kendala\n{listed}", "sekali;", "Jika") == []


def test_no_part_of_the_rest_is_longer_than_a_quote() -> None:
    items = [f"{letter}. {'syarat yang panjang sekali uraiannya ' * 5};" for letter in LETTERS]
    found = rest("Syaratnya:\n" + "\n".join(items), ":", "Syaratnya")
    assert len(found) == len(LETTERS) / 2
    assert max(map(len, found)) <= LONGEST


def test_a_list_goes_on_overleaf_below_the_number_of_the_page() -> None:
    assert over(PRINCIPLES, OVERLEAF, "umum;") == ["d. keseimbangan;\ne. keterbukaan; dan\nf. kecepatan."]
    assert over("Pelayanan berasaskan:\n", f"a. satu;\nb. dua;\n{OVERLEAF}", ":") == ["a. satu;\nb. dua;"]


@pytest.mark.parametrize("following", ["- 7 -\ne. keterbukaan;\n", "Pasal 5\nRuang lingkup meliputi barang.\n", ""])
def test_what_is_not_the_next_item_is_no_part_of_it(following: str) -> None:
    assert over(PRINCIPLES, following, "umum;") == []


def test_a_list_that_has_ended_or_has_text_below_does_not_go_on() -> None:
    for text in (PRINCIPLES.replace("hak;", "hak."), f"{PRINCIPLES}Pasal 5\nCukup jelas.\n"):
        assert over(text, OVERLEAF, "umum;") == []


def test_who_asks_for_a_list_is_told_all_of_it(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    pages = [f"UNDANG-UNDANG CONTOH TENTANG PELAYANAN PUBLIK\n{PRINCIPLES}", OVERLEAF]
    read_in_pages(catalog, model, "uu.txt", pages, {})
    read_in(catalog, model, "lain.txt", "Pelayanan publik di kantor dibuka pukul delapan setiap hari kerja.")
    given = ask(reader_of(catalog, model), catalog, "Apa saja asas pelayanan publik?", OPERATOR)
    assert [quote.passage.page for quote in given.quotes[:2]] == [1, 2]
    assert given.quotes[1].text.startswith("d. keseimbangan;") and given.quotes[1].text.endswith("f. kecepatan.")
