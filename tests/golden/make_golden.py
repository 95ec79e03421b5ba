"""Write what a person sees in the workbooks: rows, columns and sums, by openpyxl and xlrd alone.

Independent on purpose: nothing of the project is imported, and nothing is guessed. `spec.toml` says of each sheet where
its header, its data and its price column stand, as somebody wrote it down who looked at the sheet; this program only
counts, joins labels and adds up. A total that the sheet itself prints must equal the sum, or nothing is written.

    python tests/golden/make_golden.py ../shared
"""

import hashlib
import json
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import xlrd

HERE = Path(__file__).parent
Cells = dict[tuple[int, int], Any]


def main() -> None:
    """Write one file for each workbook of the specification that is there."""
    roots = {"corpora": HERE.parents[1], "shared": Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")}
    for spec in tomllib.loads((HERE / "spec.toml").read_text(encoding="utf-8"))["workbook"]:
        path = roots[spec["root"]] / spec["path"]
        if path.exists():
            golden = {"root": spec["root"], "path": spec["path"], "sha256": sha256(path), "tables": tables(path, spec)}
            text = json.dumps(golden, ensure_ascii=False, indent=1) + "\n"
            (HERE / f"{spec['name']}.json").write_text(text, encoding="utf-8")


def sha256(path: Path) -> str:
    """Return the hash of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tables(path: Path, spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what is seen of each table of a workbook."""
    sheets = old_sheets(path) if path.suffix == ".xls" else new_sheets(path)
    return [table(sheets[told["sheet"]], told) for told in spec["table"]]


def new_sheets(path: Path) -> dict[str, Cells]:
    """Return the cells of an XLSX by sheet; every cell of a merged header has its label."""
    found = {}
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        cells = {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value not in {None, ""}}
        for area in sheet.merged_cells.ranges:
            spread(cells, (area.min_row, area.min_col, area.max_row, area.max_col))
        found[sheet.title] = cells
    return found


def old_sheets(path: Path) -> dict[str, Cells]:
    """Return the cells of an XLS by sheet; every cell of a merged header has its label."""
    found = {}
    for sheet in xlrd.open_workbook(str(path), formatting_info=True).sheets():
        cells = {
            (row + 1, column + 1): sheet.cell_value(row, column)
            for row in range(sheet.nrows)
            for column in range(sheet.ncols)
            if sheet.cell_value(row, column) != ""
        }
        for top, bottom, left, right in sheet.merged_cells:
            spread(cells, (top + 1, left + 1, bottom, right))
        found[sheet.name] = cells
    return found


def spread(cells: Cells, area: tuple[int, int, int, int]) -> None:
    """Give the label of a merged area to each of its cells."""
    top, left, bottom, right = area
    if (top, left) in cells:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                cells[row, column] = cells[top, left]


def table(cells: Cells, told: dict[str, Any]) -> dict[str, Any]:
    """Return a table's rows, columns and the sum of its prices as they stand there, and in rupiah."""
    top, bottom = told["header"]
    first, last = told["data"] if told["data"] else (1, 0)
    rows = [row for row in range(first, last + 1) if row not in told.get("not_data", [])]
    names = {column: name(cells, column, top, bottom) for column in range(1, told["columns"] + 1)}
    filled = [names[c] for c in names if any((row, c) in cells for row in rows)]
    seen = {"sheet": told["sheet"], "rows": len(rows), "first": first, "last": last, "columns": [*names.values()]}
    if "price" not in told:
        return seen | {"filled": filled}
    total = sum((Decimal(str(cells[row, told["price"]])) for row in rows if (row, told["price"]) in cells), Decimal(0))
    if "total_row" in told and Decimal(str(cells[told["total_row"], told["price"]])) != total:
        raise SystemExit(f"{told['sheet']}: the rows make {total}, the sheet says otherwise")
    money = {"price": names[told["price"]], "sum": digits(total), "rupiah": digits(total * told.get("factor", 1))}
    return seen | {"filled": filled} | money


def name(cells: Cells, column: int, top: int, bottom: int) -> str:
    """Return the labels over a column from top to bottom, each once."""
    labels = [" ".join(str(cells[row, column]).split()) for row in range(top, bottom + 1) if (row, column) in cells]
    return " ".join(dict.fromkeys(labels))


def digits(value: Decimal) -> str:
    """Return a number without exponent and without a decimal part of nothing."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


if __name__ == "__main__":
    main()
