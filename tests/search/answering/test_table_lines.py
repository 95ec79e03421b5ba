"""Which rows of a table could answer, and when a question asks for one of their cells."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from search.answering.evidence import Candidate
from search.answering.table_lines import that_could_answer
from tests.search.answering.test_evidence import CARD

FENCE = "Rehabilitasi Pagar Kantor Dinas Sosial | B | Jalan Contoh | 45045000"
OFFICE = "Bangunan Kantor Dinas Sosial | B |  | 592038500"
FILLED = {FENCE: ["Nama", "Kondisi", "Alamat", "Nilai (Rp)"], OFFICE: ["Nama", "Kondisi", "Nilai (Rp)"]}


def row(text: str, number: int, said: float) -> Candidate:
    passage = CARD._replace(id=number, row=number, sheet="KIB C", text=text)
    return Candidate(passage, 0, len(text), text, said, around=0.5, fits=0.0, fused=0.9)


@pytest.fixture(autouse=True)
def columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row has the columns that it fills."""
    monkeypatch.setattr("search.answering.table_lines.columns_of", lambda _, number: list(FILLED.values())[number - 1])


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Berapa nilai bangunan kantor Dinas Sosial?", True),
        ("nilai untuk bangunan kantor dinas sosial", True),
        ("Alamat bangunan kantor Dinas Sosial di mana?", False),
        ("Siapa pemborong bangunan kantor Dinas Sosial?", False),
        ("bangunan kantor dinas sosial", False),
    ],
)
def test_a_cell_is_asked_for_where_a_row_and_a_column_that_it_fills_are_named(
    catalog: Catalog, question: str, asked: bool
) -> None:
    found = that_could_answer(catalog, [row(FENCE, 1, 0.9), row(OFFICE, 2, 0.4)], question)
    assert [(piece.text, piece.cell_asked) for piece in found] == [(OFFICE, asked)]


def test_of_rows_that_hold_few_words_together_those_stay_that_name_most(catalog: Catalog) -> None:
    rows = [row(FENCE, 1, 0.9), row(OFFICE, 2, 0.4)]
    assert that_could_answer(catalog, rows, "pagar apa yang direhabilitasi") == rows[:1]


@pytest.mark.parametrize(
    "question", ["total nilai barang Dinas Sosial", "berapa jumlah bangunan dinas", "berapa bangunan di dinas"]
)
def test_no_single_row_is_a_total_or_a_count_where_others_name_as_much(catalog: Catalog, question: str) -> None:
    assert that_could_answer(catalog, [row(FENCE, 1, 0.5), row(OFFICE, 2, 0.5)], question) == []


def test_the_one_row_that_names_most_may_tell_a_total(catalog: Catalog) -> None:
    rows = [row(FENCE, 1, 0.5), row(OFFICE, 2, 0.9)]
    assert that_could_answer(catalog, rows, "total nilai bangunan") == rows[1:]


def test_a_row_that_says_that_it_is_a_total_tells_one(catalog: Catalog) -> None:
    total = row("Jumlah |  |  | 637083500", 1, 0.5)
    assert that_could_answer(catalog, [total, row(OFFICE, 2, 0.5)], "total nilai barang dinas") == [total]


def test_a_row_whose_cell_only_speaks_of_a_number_is_no_total(catalog: Catalog) -> None:
    rows = [row(f"{n} | Dinas / Jumlah kendaraan terpelihara | Mini Bus | 5 | 96500", n, 0.5) for n in (1, 2)]
    assert that_could_answer(catalog, rows, "total nilai kendaraan dinas") == []


def test_rows_of_which_each_has_its_own_price_all_answer(catalog: Catalog) -> None:
    rows = [row(FENCE, 1, 0.5), row(OFFICE, 2, 0.5)]
    assert that_could_answer(catalog, rows, "berapa nilai barang dinas") == rows


def test_rows_of_figures_on_a_page_are_told_apart_by_what_they_name(catalog: Catalog) -> None:
    fine, other = "28 Belanja makanan rapat 6.344.600,00 6.344.500,00", "29 Belanja modal 9.060.000,00 9.060.000,00"
    lines = [replace(row(text, at, said), passage=CARD) for at, (text, said) in enumerate([(fine, 0.8), (other, 0.3)])]
    assert that_could_answer(catalog, lines, "berapa makanan rapat") == lines[:1]


def on_page(text: str, said: float, start: int = 0, page: int = 1) -> Candidate:
    return replace(row(text, 1, said), passage=CARD._replace(page=page), start=start, end=start + len(text))


def kept(catalog: Catalog, *rows: Candidate) -> list[str]:
    return [piece.text for piece in that_could_answer(catalog, rows, "kampung contoh")]


def test_a_tables_line_that_names_nothing_of_the_question_is_anothers(catalog: Catalog) -> None:
    other = "b Biaya Umum 500.000 495.000 99,00% 5.000"
    assert kept(catalog, on_page(other, 0.0)) == []
    assert kept(catalog, on_page(other, 0.1)) == [other]
    assert kept(catalog, on_page("KUDUS - 1.532 0", 0.0)) == []
    assert kept(catalog, on_page("Pemohon membayar di loket.", 0.0)) == ["Pemohon membayar di loket."]


VILLAGE = "28 Kampung Contoh KOTO - 0 0"
SOUTH = "29 Kampung Contoh Selatan KOTO - 5.712 20,25"


def test_a_row_that_says_more_than_one_that_names_as_much_is_another_thing(catalog: Catalog) -> None:
    assert kept(catalog, on_page(VILLAGE, 0.6), on_page(SOUTH, 0.6, start=50)) == [VILLAGE]


def test_what_it_says_more_may_be_what_is_asked_for(catalog: Catalog) -> None:
    assert kept(catalog, on_page(VILLAGE, 0.4), on_page(SOUTH, 0.6, start=50)) == [VILLAGE, SOUTH]


def test_rows_with_words_of_their_own_and_of_other_pages_all_stay(catalog: Catalog) -> None:
    other = "30 Kampung Lain KUPITAN - 7.751 10,00"
    assert kept(catalog, on_page(VILLAGE, 0.6), on_page(other, 0.6, start=50)) == [VILLAGE, other]
    assert kept(catalog, on_page(VILLAGE, 0.6), on_page(SOUTH, 0.6, page=2)) == [VILLAGE, SOUTH]


REBATE = "Potongan pokok\nMasa bayar | Potongan\nApril sampai Mei | 10%\nJuni sampai Juli | 7,5%"


def line(text: str, of: str) -> Candidate:
    start = of.index(text)
    return Candidate(CARD._replace(text=of), start, start + len(text), text, 0.5, around=0.5, fits=0.0, fused=0.9)


def test_the_first_line_of_a_table_on_a_page_is_no_answer(catalog: Catalog) -> None:
    pieces = [line(text, REBATE) for text in REBATE.split("\n")]
    left = [piece.text for piece in that_could_answer(catalog, pieces, "kapan masa bayar dengan potongan?")]
    assert "Masa bayar | Potongan" not in left
    assert {"April sampai Mei | 10%", "Juni sampai Juli | 7,5%"} <= set(left)
    assert pieces[1] in that_could_answer(catalog, pieces, "apa saja kolom tabel diskon?")


@pytest.mark.parametrize("below", ["Ketua | Kepala Bidang\nAnggota | 28 orang", "Anggota | 28 orang"])
def test_a_row_of_words_may_answer(catalog: Catalog, below: str) -> None:
    first = line("Pengarah | Kepala Dinas", f"Pengarah | Kepala Dinas\n{below}")
    assert that_could_answer(catalog, [first], "siapa pengarah?") == [first]


@pytest.mark.parametrize(
    "field", ["TGL. EFEKTIF | 1 April 2022", "Tanggal Revisi 2 Mei 2025", "Pimpinan | Kepala Bidang"]
)
def test_a_field_beside_a_table_of_steps_is_no_head_of_it(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    monkeypatch.setattr("search.answering.table_lines.is_outside_rows", lambda *_: True)
    pieces = [line(text, text) for text in (field, "No | Kegiatan | Pelaksana")]
    pieces = [replace(piece, passage=piece.passage._replace(sheet=None)) for piece in pieces]
    assert that_could_answer(catalog, pieces, "kapan SOP efektif, siapa pimpinan rapat?") == pieces[:1]


def test_columns_of_a_numbered_table_answer_what_it_holds(catalog: Catalog) -> None:
    columns, telephone = "No Kedudukan dalam komunitas Jabatan", "No. Telepon (021) 0000-1113"
    pieces = [line(columns, columns), line(telephone, telephone)]
    assert that_could_answer(catalog, pieces, "siapa ketua komunitas?") == pieces[1:]
    assert that_could_answer(catalog, pieces, "kolom tabel susunan apa saja?") == pieces
