"""Workbooks as the project reads them, and as an independent program and a person who looked at them saw them."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from indexer.document import PageRead, SheetRow
from indexer.readers.reading import read_file

HERE = Path(__file__).parent
ROOTS = {"corpora": HERE.parents[1], "shared": HERE.parents[2] / "shared"}
GOLDEN = sorted(HERE.glob("*.json"))


def seen(path: Path) -> tuple[dict[str, Any], list[PageRead]]:
    """The golden file, and the sheets that it speaks of as the project reads them."""
    golden = json.loads(path.read_text(encoding="utf-8"))
    file = ROOTS[golden["root"]] / golden["path"]
    if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != golden["sha256"]:
        assert golden["root"] != "corpora", "the sample has changed: run tests/golden/make_golden.py again"
        pytest.skip(f"{file.name} is not beside this repository")
    pages = {page.sheet: page for page in read_file(file, file.name, 100).pages}
    return golden, [pages[table["sheet"]] for table in golden["tables"]]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_rows_columns_and_sums_are_those_that_a_person_saw(path: Path) -> None:
    golden, pages = seen(path)
    for table, page in zip(golden["tables"], pages, strict=True):
        assert len(page.rows) == table["rows"], table["sheet"]
        if table["rows"]:
            assert (page.rows[0].row, page.rows[-1].row) == (table["first"], table["last"])
            assert {name for row in page.rows for name in row.cells} == set(table["filled"])
        else:
            assert " | ".join(table["columns"]) in page.text
        if "price" in table:
            assert sum(Decimal(row.cells.get(table["price"], "0")) for row in page.rows) == Decimal(table["sum"])
            assert sum(amount(row, table["price"]) for row in page.rows) == Decimal(table["rupiah"])


def amount(row: SheetRow, column: str) -> Decimal:
    """What a row says in its price column, in rupiah."""
    return next((Decimal(v.value) for v in row.values.values() if v.column == column), Decimal(0))


FORMS = {
    "contoh_kib": ["kib_a", "kib_b", "kib_c", "kib_d", "kib_e", "kib_f"],
    "contoh_kir": ["kir"] * 3,
    "contoh_rkbmd": ["rkbmd_pemeliharaan"],
    "contoh_dhkp": [None],
    "impor_campuran": ["kib_a", "kib_b", "kib_c", "kib_d", "kib_e"],
    "kib_b": ["kib_b", None, None],
    "kib_c": ["kib_c", None, None],
    "kib_d": ["kib_d", None, None],
    "kib_f": ["kib_f", None, None],
    "kib_f_lama": ["kib_f", None, None],
    "saldo_a": ["kib_a"],
    "saldo_c": ["kib_c"],
    "saldo_d": ["kib_d"],
}


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_the_one_that_a_person_would_call_it(name: str) -> None:
    assert [page.form for page in seen(HERE / f"{name}.json")[1]] == FORMS[name]
