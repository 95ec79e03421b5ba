"""The manifest: a CSV file of what people say about each path. A bad row is told by its number and changes nothing."""

import csv
from dataclasses import dataclass
from pathlib import Path

from catalog import metadata
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from indexer.sources import shown

COLUMNS = ("path", "title", "kind", "unit", "community", "access", "status", "validity", "date", "review_on")


@dataclass(frozen=True)
class Manifest:
    """What the good rows say by path, and for each bad row's path the sentence that tells why."""

    given: dict[str, Metadata]
    bad: dict[str, str]


EMPTY = Manifest({}, {})


def load(catalog: Catalog, place: Path) -> Manifest:
    """Read a manifest; raise RujukanError `bad_manifest` if the file as a whole is none."""
    try:
        text = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RujukanError(
            "bad_manifest", f"Manifes {place} tidak dapat dibaca ({error}). Simpan sebagai CSV UTF-8."
        ) from error
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.DictReader(lines, delimiter=delimiter)
    _check_header(place, list(reader.fieldnames or []))
    manifest = Manifest({}, {})
    for row in reader:
        _take(catalog, manifest, row, reader.line_num)
    return manifest


def _check_header(place: Path, names: list[str]) -> None:
    unknown = [n for n in names if n not in COLUMNS]
    if "path" not in names or unknown:
        seen = ", ".join(names) or "kosong"
        raise RujukanError(
            "bad_manifest",
            f"Baris judul manifes {place} adalah “{seen}”; path wajib ada; yang dikenal hanya {', '.join(COLUMNS)}.",
        )


def _take(catalog: Catalog, manifest: Manifest, row: dict[str, str | None], number: int) -> None:
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


def _metadata(row: dict[str, str | None]) -> Metadata:
    values = {name: (row.get(name) or "").strip() or None for name in COLUMNS if name != "path"}
    return Metadata(**values)
