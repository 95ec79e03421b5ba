"""The manifest: a CSV file of what people say about each path. A bad row is told by its number and changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from catalog import csv_file, metadata
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from indexer.sources import shown

COLUMNS = ("path", "title", "kind", "unit", "community", "access", "status", "validity", "date", "review_on")
FORM = csv_file.Form("manifes", "bad_manifest", COLUMNS, ("path",))


@dataclass(frozen=True)
class Manifest:
    """What the good rows say by path, and for each bad row's path the sentence that tells why."""

    given: dict[str, Metadata]
    bad: dict[str, str]


EMPTY = Manifest({}, {})


def load(catalog: Catalog, place: Path) -> Manifest:
    """Read a manifest; raise RujukanError `bad_manifest` if the file as a whole is none."""
    manifest = Manifest({}, {})
    for number, row in csv_file.rows(place, FORM):
        _take(catalog, manifest, row, number)
    return manifest


def _take(catalog: Catalog, manifest: Manifest, row: csv_file.Row, number: int) -> None:
    path = shown((row.get("path") or "").strip().replace("\\", "/").removeprefix("./"))
    try:
        given = _metadata(row)
        metadata.check(catalog, given)
        if not path or path in manifest.given or None in row:
            raise RujukanError("bad_manifest", "path kosong, berulang, atau jumlah kolomnya tidak sama dengan judul.")
    except RujukanError as error:
        manifest.given.pop(path, None)
        manifest.bad[path] = f"Baris {number} manifes salah: {error.message}"
        return
    if path not in manifest.bad:
        manifest.given[path] = given


def _metadata(row: csv_file.Row) -> Metadata:
    values = {name: (row.get(name) or "").strip() or None for name in COLUMNS if name != "path"}
    return Metadata(**values)
