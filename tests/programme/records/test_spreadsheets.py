import io

import openpyxl
import pytest

from programme.records.spreadsheets import as_csv, as_workbook


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-1", "@SUM(A1)", "\tx", "'=1"])
def test_no_cell_is_one_that_a_spreadsheet_program_computes(cell: str) -> None:
    assert as_csv([[cell]]).decode("utf-8-sig").strip('"\r\n').startswith("'")
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Lembar": [[cell]]})))["Lembar"]
    assert str(sheet["A1"].value).startswith("'")


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_characters_that_a_workbook_cannot_hold_are_marked(character: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Lembar": [[f"a{character}b", "biasa"]]})))["Lembar"]
    assert [cell.value for cell in sheet[1]] == ["a\ufffdb", "biasa"]
