"""Which range of a quote is shown as the answer."""

from collections.abc import Sequence
from dataclasses import replace

from catalog.row_cells import Cell
from embedding.reader.reader import Span
from search.answering.evidence import Candidate
from search.answering.marking import answers_in
from tests.search.answering.test_evidence import PIECE

ROW = "14 | Ruang Studio | 60000000 | 57991000 | 96.65%"
COLUMNS = ("No", "Kegiatan", "Perubahan", "Realisasi", "Realisasi (2)")
ASKED = "berapa yang dipakai untuk ruang studio?"


def sees(text: str, seen: str, score: float = 2.0) -> Candidate:
    at = text.index(seen)
    passage = PIECE.passage._replace(text=text, start=0, end=len(text))
    span = Span(at, at + len(seen), score)
    return replace(PIECE, passage=passage, start=0, end=len(text), text=text, span=span)


def cells(row: str, columns: Sequence[str]) -> list[Cell]:
    texts = row.split(" | ")
    return [Cell(name, at := row.index(text), at + len(text)) for name, text in zip(columns, texts, strict=True)]


def marked(piece: Candidate, question: str, row: Sequence[Cell] = ()) -> str | None:
    (found,) = answers_in([piece], question, [row])
    return piece.text[found[0] : found[1]] if found else None


def test_what_the_reader_sees_is_marked_unless_another_quote_alone_tells_what_the_question_names() -> None:
    one = replace(PIECE, span=Span(40, 45, 2.0))
    exact, unsure = replace(one, exact=True), replace(PIECE, span=Span(40, 45, -1.0))
    assert answers_in([one, unsure, PIECE], ASKED, [(), (), ()]) == [(40, 45), None, None]
    assert answers_in([exact, one], ASKED, [(), ()]) == [(40, 45), None]
    assert answers_in([replace(unsure, exact=True), one], ASKED, [(), ()]) == [None, None]


def test_of_several_amounts_of_a_row_none_is_marked_but_the_one_whose_column_is_asked_for() -> None:
    row = cells(ROW, COLUMNS)
    planned = sees(ROW, "60000000")
    assert marked(planned, ASKED, row) is None
    assert marked(planned, "berapa realisasi ruang studio?", row) == "57991000"
    assert marked(planned, "berapa realisasi ruang studio?") is None
    assert marked(sees(ROW, "Ruang Studio"), "kegiatan apa?", row) == "Ruang Studio"
    assert marked(sees("14 | Ruang Studio | 60000000", "60000000"), ASKED) == "60000000"


def test_a_figure_whose_column_is_asked_for_is_marked_where_the_reader_is_not_sure() -> None:
    unsure = sees(ROW, "60000000", score=-1.0)
    assert marked(unsure, "berapa persen realisasi ruang studio?", cells(ROW, COLUMNS)) == "96.65%"
    assert marked(unsure, ASKED, cells(ROW, COLUMNS)) is None


def test_what_reaches_over_several_cells_is_no_figure() -> None:
    piece = sees(ROW, "57991000 | 96.65%")
    assert marked(piece, "realisasi ruang studio berapa persen?", cells(ROW, COLUMNS)) == "96.65%"


def test_of_two_amounts_of_a_sentence_the_one_that_the_reader_sees_is_marked() -> None:
    text = "Anggaran ditetapkan sebesar Rp8.389.092.450 dan direalisasikan sebesar Rp7.000.000.000 sampai akhir tahun."
    assert marked(sees(text, "7.000.000.000"), "berapa realisasinya?") == "7.000.000.000"


def test_white_space_before_the_answer_is_not_marked() -> None:
    assert marked(sees("Dicatat di jurnal harian.", " di jurnal harian"), "dicatat di mana?") == "di jurnal harian"


def test_a_price_is_not_marked_as_how_many_there_are() -> None:
    chair = "12 | Kursi Rapat | 5 | 6900"
    row = cells(chair, ("No", "Nama Barang", "Jumlah Barang", "Harga (ribuan Rp)"))
    assert marked(sees(chair, " 6900"), "kursi rapat ada berapa buah?", row) == "5"
    assert marked(sees(chair, " 6900"), "kursi rapat harganya berapa?", row) == "6900"


def test_a_question_on_the_page_is_not_marked_as_its_own_answer() -> None:
    text = "7. Bolehkah bangunan dibongkar? Tidak boleh. Tunggu keputusan."
    assert marked(sees(text, "bangunan dibongkar"), "boleh bangunan dibongkar dulu") is None
    assert marked(sees(text, "Tidak boleh"), "boleh bangunan dibongkar dulu") == "Tidak boleh"
