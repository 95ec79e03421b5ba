from hypothesis import given
from hypothesis import strategies as st

from catalog.row_cells import Cell
from search.results import Quote
from tests.search.answering.test_evidence import PIECE
from webapp.flow import page_parts, quote_cells, quote_marked, quote_parts

texts = st.text(alphabet="abc 1.-:|\n\r\u2028", max_size=200)


@given(texts)
def test_nothing_is_lost_or_added(text: str) -> None:
    assert "".join(quote_parts(text)) == text
    assert "".join(page_parts(text)) == text


@given(texts, st.integers(0, 200), st.integers(0, 200))
def test_a_mark_loses_nothing_and_covers_its_range(text: str, start: int, end: int) -> None:
    pieces = [piece for part in quote_marked(text, start, end) for piece in part]
    assert "".join(piece for piece, _ in pieces) == text
    assert "".join(piece for piece, said in pieces if said) == text[start : max(start, end)]


def test_an_answer_is_marked_over_the_parts_of_a_quote() -> None:
    marked = quote_marked("Syarat:\n1. KTP\n2. nota", 11, 19)
    assert marked == [[("Syarat:\n", False)], [("1. ", False), ("KTP\n", True)], [("2. n", True), ("ota", False)]]


@given(st.lists(st.text("ab1", min_size=1), min_size=1, max_size=6), st.sets(st.integers(0, 5)), st.data())
def test_the_cells_of_a_row_lose_no_word_and_are_marked_as_its_text_is(
    texts: list[str], named: set[int], data: st.DataObject
) -> None:
    text = " | ".join(texts)
    starts = [7 + len(" | ".join([*texts[:number], ""])) for number in range(len(texts))]
    cells = [Cell(f"{n}", starts[n], starts[n] + len(texts[n])) for n in sorted(named) if n < len(texts)]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    labelled = quote_cells(Quote(text, 7, 7 + len(text), PIECE.passage, None, (7 + start, 7 + end), cells=tuple(cells)))
    pieces = [piece for _, pieces in labelled for piece in pieces]
    assert {column for column, _ in labelled if column} == {cell.column for cell in cells}
    assert bare("".join(piece for piece, _ in pieces)) == "".join(texts)
    assert bare("".join(piece for piece, said in pieces if said)) == bare(text[start:end])


def bare(text: str) -> str:
    return text.replace(" ", "").replace("|", "")


def test_what_stands_under_no_column_has_no_name() -> None:
    cells = (Cell("Nama", 4, 9), Cell("Jumlah", 12, 13))
    quote = Quote("1 | Kursi | 2 | baik", 0, 20, PIECE.passage, None, (4, 9), cells=cells)
    labels = [("", [("1", False)]), ("Nama", [("Kursi", True)]), ("Jumlah", [("2", False)]), ("", [("baik", False)])]
    assert quote_cells(quote) == labels


def test_a_quote_flows_as_prose() -> None:
    assert quote_parts("Alur: pemohon mengajukan\nnota dinas.") == ["Alur: pemohon mengajukan\nnota dinas."]


def test_items_and_rows_of_a_quote_stand_alone() -> None:
    assert quote_parts("Syarat:\n1. KTP\n2. nota\ndinas") == ["Syarat:\n", "1. KTP\n", "2. nota\ndinas"]
    assert quote_parts("a. satu\n- dua") == ["a. satu\n", "- dua"]
    assert quote_parts("Kode | Nama\n001 | Kursi") == ["Kode | Nama\n", "001 | Kursi"]


def test_full_lines_of_a_printed_page_flow_on() -> None:
    full = "Pengurus barang menyerahkan kunci kepada pemohon dengan berita acara lalu\n"
    assert page_parts(full + "kendaraan diperiksa.\n" + full) == [full + "kendaraan diperiksa.\n", full]


def test_short_lines_list_items_and_rows_of_a_page_stay() -> None:
    full = "x" * 80 + "\n"
    for page in (
        ["Bagan alur\n", "Pemohon\n"],
        [full, "1. satu\n"],
        [full, "2 Memeriksa\n"],
        [full, "\n"],
        ["a | " + full, "b | " + full],
    ):
        assert page_parts("".join(page)) == page


def test_a_text_that_was_never_printed_keeps_its_breaks() -> None:
    paragraph = "kata " * 60 + "\n"
    assert page_parts(paragraph * 3) == [paragraph] * 3
