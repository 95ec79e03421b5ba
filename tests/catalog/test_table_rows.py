"""Which typed rows questions are counted from."""

from pathlib import Path

import pytest

from catalog import metadata, opening, storing
from catalog.metadata import Metadata
from catalog.scope import scope_of
from catalog.storing import NewPage, NewRow, NewVersion
from catalog.table_rows import sheets
from catalog.typed_cells import CellValue


@pytest.mark.parametrize(("page", "counted"), [(None, 1), (1, 0)])
def test_rows_of_pages_are_not_counted_for_some_may_be_missing(tmp_path: Path, page: int | None, counted: int) -> None:
    catalog = opening.create(tmp_path)
    row = NewRow(1, {"Harga": "100"}, 0, 3, {"harga": CellValue("Harga", "100", "money")})
    stored = NewPage(page, None, "text", 1.0, "100", (row,))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB", "kib", {}, (stored,), ()))
        metadata.apply(catalog, asset, Metadata(status="disahkan", validity="berlaku"))
    assert len(sheets(catalog, scope_of(None), ())) == counted
