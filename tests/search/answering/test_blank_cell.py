"""Whether a row leaves blank what is asked of it."""

from dataclasses import replace

import pytest

from catalog import passages, storing
from catalog.database import Catalog
from catalog.scope import OPERATOR
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from catalog.typed_cells import CellValue
from engine.analysis import stems
from search.answering.blank_cell import is_blank
from search.answering.evidence import Candidate

CAMERA, LAPTOP = "Handycam | - | 2007", "Laptop | Acer | 2009"
TEXT = f"Nama | Merk | Tahun\n{CAMERA}\n{LAPTOP}"


@pytest.fixture
def register(catalog: Catalog) -> Catalog:
    """One sheet with two rows, read as one passage."""
    rows = []
    for number, line in enumerate((CAMERA, LAPTOP), 2):
        name, make, year = line.split(" | ")
        typed = {"nama": CellValue("Nama", name, "text"), "merk": CellValue("Merk", make, "text")}
        start = TEXT.index(line)
        rows.append(NewRow(number, {"Nama": name, "Merk": make, "Tahun": year}, start, start + len(line), typed))
    whole = NewPassage(0, "text", None, (), 0, len(TEXT), TEXT, None)
    page = NewPage(None, "KIB B", "text", 1.0, TEXT, tuple(rows))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib.xlsx")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB B", "kib", {}, (page,), (whole,)))
    return catalog


def line(catalog: Catalog, text: str) -> Candidate:
    passage = next(iter(passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()))
    start = TEXT.index(text)
    return Candidate(passage, start, start + len(text), text, said=0.5, around=0.5, fits=0.0, fused=0.9)


@pytest.mark.parametrize("question", ["handycam itu mereknya apa?", "apa merk handycam", "merek apa handycam 2007"])
def test_a_mark_alone_is_no_make(register: Catalog, question: str) -> None:
    assert is_blank(register, question, line(register, CAMERA))
    assert not is_blank(register, question, line(register, LAPTOP))


def test_a_number_of_its_own_that_no_column_has_is_lacking(register: Catalog) -> None:
    assert is_blank(register, "nomor sertifikat laptop berapa?", line(register, LAPTOP))
    assert is_blank(register, "laptop itu nomor serinya berapa", line(register, LAPTOP))
    assert is_blank(register, "berapa nilai buku laptop", line(register, LAPTOP))
    assert is_blank(register, "berapa harga beli laptop", line(register, LAPTOP))
    assert not is_blank(register, "berapa nilai kontrak laptop", line(register, LAPTOP))  # may be called otherwise


@pytest.mark.parametrize(
    "question",
    ["handycam merek Sony dibeli berapa?", "berapa luas gudang", "nomor sertifikat 12 milik siapa", "laptop"],
)
def test_what_is_not_asked_of_the_row_or_may_stand_in_its_name_is_not(register: Catalog, question: str) -> None:
    assert not is_blank(register, question, line(register, CAMERA))


def test_what_other_rows_of_the_sheet_tell_is_lacking_where_a_row_has_no_such_cell(register: Catalog) -> None:
    with register.writing():
        register.db.execute("UPDATE sheet_row SET typed = NULL WHERE row = 2")
    assert is_blank(register, "mereknya apa", line(register, CAMERA))


def test_a_piece_over_several_rows_or_of_no_table_is_none(register: Catalog) -> None:
    whole = replace(line(register, CAMERA), start=0, end=len(TEXT))
    assert not is_blank(register, "mereknya apa", whole)


def test_a_number_of_its_own_that_nothing_near_a_text_names_is_lacking(register: Catalog) -> None:
    printed = "9 02.03 Sepeda Motor Honda MH1JBP 2017 Baik 17.152.000"
    text = replace(line(register, LAPTOP), start=0, end=4, text=printed, near=frozenset(stems(printed)))
    assert is_blank(register, "berapa nomor BPKB motor Honda?", text)
    headed = replace(text, near=text.near | frozenset(stems("Merk No. BPKB")))
    assert not is_blank(register, "berapa nomor BPKB motor Honda?", headed)
    assert not is_blank(register, "setinggi apa plat nomor rumah dipasang?", text)
