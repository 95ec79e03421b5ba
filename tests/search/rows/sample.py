"""A catalog with the tables of the sample corpus, as the readers read them and its manifest describes them."""

import csv
import hashlib
from pathlib import Path

from catalog import metadata, opening, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.storing import NewPage, NewRow, NewVersion
from indexer.document import PageRead
from indexer.readers.reading import read_file

CORPORA = Path(__file__).parents[3] / "corpora"
SAMPLE = CORPORA / "contoh"
_TOLD = ("title", "kind", "unit", "access", "status", "validity", "date")


def catalog_of(root: Path) -> Catalog:
    """Make a catalog of the sample's workbooks and Word files: all of its tables with typed rows stand in them."""
    catalog = opening.create(root)
    with (CORPORA / "contoh.csv").open(encoding="utf-8", newline="") as manifest:
        cards = {row["path"]: row for row in csv.DictReader(manifest)}
    for file in sorted([*SAMPLE.rglob("*.xlsx"), *SAMPLE.rglob("*.docx")]):
        path = file.relative_to(SAMPLE).as_posix()
        told = {name: cards[path][name] or None for name in _TOLD}
        add(catalog, file, path, Metadata(**told))
    return catalog


def add(catalog: Catalog, file: Path, path: str, given: Metadata, source: str = "contoh") -> None:
    """Store a file as it is read, without passages."""
    document = read_file(file, file.name, 100)
    pages = tuple(_page(page) for page in document.pages)
    sha256 = hashlib.sha256(f"{source}/{path}".encode()).hexdigest()
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, source), path)
        new = NewVersion(sha256, 1, document.media_type, document.title, document.kind, document.fields, pages, ())
        storing.add_version(catalog, asset, new)
        metadata.apply(catalog, asset, given)


def _page(page: PageRead) -> NewPage:
    rows = tuple(
        NewRow(row.row, row.cells, row.start, row.end, row.values, row.hidden, row.hidden_columns) for row in page.rows
    )
    return NewPage(page.page, page.sheet, page.state, page.quality, page.text, rows, form=page.form)
