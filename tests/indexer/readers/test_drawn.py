"""Who acts in the steps of a workbook: the column over which the symbol is drawn."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from indexer.readers.reading import read_file

SOP = Path(__file__).parents[4] / "shared/realdocs/files/sop/SOP-0008.xlsx"
ROWS = (
    ("SOP PENERIMAAN SURAT", "", "", "", "", "", ""),
    ("No", "Uraian Kegiatan", "Pelaksana", "", "Mutu Baku", "", ""),
    ("", "", "Staf", "Kepala Bidang", "Kelengkapan", "Waktu", "Output"),
    (1, "Menerima surat", "", "", "Surat", "10 menit", "Agenda"),
    (2, "Menelaah surat", "", "", "Agenda", "1 jam", "Disposisi"),
)


def workbook(path: Path, *symbols: tuple[int, int], text_boxes: bool = False) -> Path:
    """Write the rows, and shapes of 40 x 20 pixels over cells (row, column from 0), which start as text boxes."""
    plain = path.with_suffix(".plain")
    book = xlsxwriter.Workbook(plain)
    sheet = book.add_worksheet("SOP")
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 3, 20)
    for number, cells in enumerate(ROWS):
        sheet.set_row(number, 60)
        for column, text in enumerate(cells):
            sheet.write(number, column, text)
    for row, column in symbols:
        sheet.insert_textbox(row, column, "", {"width": 40, "height": 20, "x_offset": 30, "y_offset": 20})
    book.close()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data if text_boxes else data.replace(b' txBox="1"', b""))
    return path


def steps(path: Path) -> list[dict[str, Any]]:
    found = read_file(path, path.name, 10).fields.get("langkah", [])
    return [step for step in found if isinstance(step, dict)]


def test_the_symbol_tells_the_actor(tmp_path: Path) -> None:
    found = steps(workbook(tmp_path / "sop.xlsx", (3, 2), (4, 3)))
    assert [step["pelaksana"] for step in found] == ["Staf", "Kepala Bidang"]
    assert [step["waktu"] for step in found] == ["10 menit", "1 jam"]


def test_a_step_may_have_two_actors(tmp_path: Path) -> None:
    found = steps(workbook(tmp_path / "sop.xlsx", (3, 2), (4, 3), (4, 2)))
    assert found[1]["pelaksana"] == "Staf; Kepala Bidang"


def test_a_text_box_is_no_symbol(tmp_path: Path) -> None:
    found = steps(workbook(tmp_path / "sop.xlsx", (3, 2), (4, 3), text_boxes=True))
    assert [step["uraian"] for step in found] == ["Menerima surat", "Menelaah surat"]
    assert all("pelaksana" not in step for step in found)


def test_a_step_stands_in_its_row_of_the_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "sop.xlsx", (3, 2), (4, 3))
    places = read_file(path, path.name, 10).fields_at["langkah"]
    assert [(place["sheet"], place["row"]) for place in places if isinstance(place, dict)] == [("SOP", 4), ("SOP", 5)]


def test_broken_drawings_cost_only_the_steps(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "sop.xlsx", (3, 2), (4, 3))
    broken = tmp_path / "rusak.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'max="2"', b'max="x"'))
    found = read_file(broken, broken.name, 10)
    assert (found.kind, "langkah" in found.fields) == ("sop", False)


@pytest.mark.skipif(not SOP.exists(), reason="realdocs is not beside this repository")
def test_a_published_workbook() -> None:
    actors = ["Pelapor", "Petugas Call Center 115", "Operator Komunikasi", "Kagahar", "Operator Komunikasi"]
    assert [step["pelaksana"] for step in steps(SOP)] == actors
