"""What the lexical index holds of a text."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.analysis import identifiers, places, stems, terms
from engine.stems import formal, stem


def words(text: str) -> list[str]:
    return [term.text for term in terms(text)]


def ids(text: str) -> list[str]:
    return [term.text for term in identifiers(text)]


@pytest.mark.parametrize(
    "family",
    [
        "tulis menulis ditulis penulisan tuliskan",
        "sah mengesahkan disahkan pengesahan sahkan ngesahin disahin",
        "kelola mengelola dikelola pengelolaan",
        "pinjam meminjam dipinjam peminjaman",
        "kirim mengirim dikirim pengiriman kirimkan",
        "terima menerima diterima penerimaan",
        "hitung menghitung dihitung penghitungan ngitung",
        "pakai memakai dipakai pemakaian",
    ],
)
def test_forms_of_a_root_share_a_stem(family: str) -> None:
    assert len(set(words(family))) == 1


def test_words_that_only_look_derived_stay_apart() -> None:
    assert stem("pengadaan") != stem("ada")
    assert stem("penanganan") != stem("pemenang")


def test_reduplication_is_one_term() -> None:
    assert words("undang-undang") == words("undang")
    assert words("buku-bukunya") == words("buku")


def test_a_lettered_prefix_is_found_with_and_without_its_hyphen() -> None:
    assert set(words("ekatalog")) <= set(words("e-katalog"))


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("1.250.000", "1250000"),
        ("Rp1.250.000,00", "1250000"),
        ("Rp1.250.000,00.", "1250000"),
        ("Rp1.250.000.", "1250000"),
        ("1.250,75.", "1250,75"),
        ("0,5.", "0,5"),
        ("Rp 500.000.000,00", "500000000"),
        ("1.250,75", "1250,75"),
        ("0.5", "0,5"),
        ("0,5", "0,5"),
    ],
)
def test_amounts_have_one_spelling(written: str, term: str) -> None:
    assert words(written) == [term]


def test_codes_stay_whole() -> None:
    code = "1.3.2.05.01.05.043"
    assert words(f"kode {code} proyektor")[1] == code
    assert ids(f"kode {code} proyektor") == [code]
    assert ids("NIBAR 120000000000000000000000000000000000000000007") == [
        "120000000000000000000000000000000000000000007"
    ]


def test_amounts_dates_and_joined_words_are_no_identifiers() -> None:
    assert ids("Rp1.250.000.000 pada 18/7/2025 dan/atau 1.250.000") == []


@pytest.mark.parametrize("number", ["014/SOP/BPSDM/2025", "e-0213/HM.03.00", "610/KR.03"])
def test_document_numbers_are_identifiers(number: str) -> None:
    assert ids(f"Nomor {number} tanggal") == [number.casefold()]


@pytest.mark.parametrize(
    ("written", "citation"),
    [
        ("Permendagri 19/2016", "permendagri-19-2016"),
        ("permendagri no. 19 th 2016", "permendagri-19-2016"),
        ("Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016", "permendagri-19-2016"),
        ("PMK 226/PMK.01/2019", "pmk-226-2019"),
        ("Perda DKI 1/2024", "perda-1-2024"),
        ("Peraturan Daerah Provinsi Daerah Khusus Ibukota Jakarta Nomor 1 Tahun 2024", "perda-1-2024"),
        ("PermenPAN-RB 35/2012", "permenpanrb-35-2012"),
        ("Peraturan LKPP Nomor 12 Tahun 2021", "peraturan-lkpp-12-2021"),
        ("UU No. 14 Tahun 2008", "uu-14-2008"),
        ("Undang-Undang Nomor 14 Tahun 2008", "uu-14-2008"),
        ("Kepgub Nomor 281 Tahun 2025", "kepgub-281-2025"),
        ("SE Sekda Nomor 5 Tahun 2024", "se-5-2024"),
    ],
)
def test_citations_have_one_spelling(written: str, citation: str) -> None:
    assert citation in ids(f"berdasarkan {written}, maka")


def test_a_chain_of_citations_gives_each_rule() -> None:
    chain = "UU 14/2008 jo. PP 61 Tahun 2010 sebagaimana telah diubah dengan Peraturan Presiden Nomor 12 Tahun 2021"
    assert ids(chain) == ["uu-14-2008", "pp-61-2010", "perpres-12-2021"]


@pytest.mark.parametrize(("read", "year"), [("198\u0131", 1981), ("\u0130983", 1983)])
def test_an_i_of_another_alphabet_in_a_year_is_a_one_too(read: str, year: int) -> None:
    assert ids(f"UU Nomor 5 Tahun {read}") == [f"uu-5-{year}"]


def test_end_of_line_hyphens_inside_a_word_are_dropped() -> None:
    assert words("per\u00adaturan") == words("peraturan")


@pytest.mark.parametrize(
    ("spoken", "standard"),
    [("ngesahin", "mengesahkan"), ("dicantumin", "dicantumkan"), ("ngitung", "menghitung"), ("nyusun", "menyusun")],
)
def test_spoken_verbs_have_a_standard_form(spoken: str, standard: str) -> None:
    assert formal(spoken) == standard


def test_standard_words_have_no_other_form() -> None:
    assert all(formal(word) is None for word in ("main", "masuk", "mungkin", "izin", "menulis", "nilai"))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_places_are_ranges_of_the_text_in_order(text: str) -> None:
    found = terms(text)
    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert all(left.start <= right.start for left, right in pairwise(found))
    assert all(" " not in term.text and term.text for term in found)


@given(st.text(alphabet="aA1. ,/-RpUUtahun\n", max_size=120))
def test_every_identifier_is_a_range_of_the_text(text: str) -> None:
    assert all(0 <= term.start < term.end <= len(text) for term in identifiers(text))


_NUMBERS = st.sampled_from(["Rp", "rp. ", "1.250.000", ",00", "1.3.2.05.01", "3,5", "12.5", "7", ".", ",", "/"])
_LETTERS = st.sampled_from(
    ["undang", "e", "-", "\N{NON-BREAKING HYPHEN}", "katalog", " ", "_", "a", "Buku", "bukunya", "é"]
)


@given(st.lists(_NUMBERS | _LETTERS, max_size=12).map("".join) | st.text(max_size=40))
@example("kata\u00ad-kata \ufffe- undang\n-undang")
def test_stems_without_places_are_those_of_the_terms(text: str) -> None:
    assert stems(text) == words(text)


@given(st.lists(_NUMBERS | _LETTERS, max_size=12).map("".join) | st.text(max_size=40), st.data())
@example("kata\u00ad-kata \ufffe- undang\n-undang", None)
def test_places_are_those_of_the_terms_that_are_wanted(text: str, drawn: st.DataObject | None) -> None:
    every = terms(text)
    known = sorted({term.text for term in every} | {"undang"})
    wanted = drawn.draw(st.sets(st.sampled_from(known))) if drawn else set(known)
    assert places(text, wanted) == [term for term in every if term.text in wanted]
