"""A sheet's XML without its empty cells parses to the same cells with values."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from indexer.readers import lean

CELLS = st.sampled_from(
    [
        '<c r="A{r}" s="1"/>',
        '<c r="B{r}"><v>7</v></c>',
        '<c r="C{r}" s="2"></c>',
        '<c s="3"/>',
        '<c r="D{r}" t="b"><v>1</v></c>',
    ]
)
ROWS = st.sampled_from(['<row r="{r}">', '<row r="{r}" s="1" customFormat="1">', "<row>"])


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    rows = draw(st.lists(st.tuples(ROWS, st.lists(CELLS, max_size=5)), max_size=8))
    body = "".join(f"{row}{''.join(cells)}</row>".replace("{r}", str(r)) for r, (row, cells) in enumerate(rows, 1))
    return f"<sheetData>{body}</sheetData>".encode()


def values(xml: bytes) -> list[tuple[str | None, str | None]]:
    return [(c.get("r"), c.findtext("v")) for c in etree.fromstring(xml).iter("c") if c.findtext("v")]


def read_whole(xml: bytes) -> bytes:
    sheet = lean.LeanSheet(io.BytesIO(xml))
    return b"".join(iter(sheet.read, b""))


@pytest.mark.parametrize("chunk", [1, 7, 64, 1 << 20])
@given(xml=sheets())
def test_the_same_values_however_the_file_comes_in_pieces(chunk: int, xml: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lean, "CHUNK", chunk)
        assert values(read_whole(xml)) == values(xml)


def test_empty_cells_and_rows_are_gone() -> None:
    xml = b'<sheetData><row r="1"><c r="A1" s="1"/><c r="XFD1" s="1"></c></row><row r="2" s="4"/></sheetData>'
    assert read_whole(xml) == b"<sheetData></sheetData>"


def test_a_cell_that_does_not_name_its_place_stays() -> None:
    xml = b'<row r="1"><c s="1"/><c><v>5</v></c></row>'
    assert read_whole(xml) == xml


def test_a_long_text_passes_through() -> None:
    xml = b"<t>" + b"x" * (3 * lean.MAX_TAIL) + b"</t>"
    assert read_whole(xml) == xml
