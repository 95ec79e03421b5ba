"""Small workbooks that are read by the real reader into a catalog."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from catalog.database import Catalog
from catalog.metadata import Metadata
from tests.search.rows.sample import add

OPEN = Metadata(access="internal", unit="BPSDM", status="disahkan", validity="berlaku", kind="kib")
Rows = Sequence[Sequence[object]]
Keep = Callable[..., None]


@pytest.fixture
def keep(catalog: Catalog, tmp_path: Path) -> Keep:
    def keep_file(name: str, sheets: dict[str, Rows], given: Metadata = OPEN, titles: Sequence[str] = ()) -> None:
        file = tmp_path / name
        with xlsxwriter.Workbook(file) as book:
            for sheet_name, rows in sheets.items():
                sheet = book.add_worksheet(sheet_name)
                for at, title in enumerate(titles):
                    sheet.write(at, 0, title)
                for at, row in enumerate(rows, len(titles) + 1):
                    sheet.write_row(at, 0, ["" if cell is None else cell for cell in row])
        add(catalog, file, name, given)

    return keep_file
