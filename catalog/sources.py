"""Folders that are indexed again by name, each with the flags of its runs. What was indexed of them stays theirs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.uploads import SOURCE as UPLOADED


@dataclass(frozen=True)
class SourceFolder:
    """A named folder: its absolute path, and the flags of `index` that were given with it (JSON values)."""

    name: str
    path: Path
    flags: dict[str, Any]


@dataclass(frozen=True)
class Held:
    """How many files of a source are known, how many of them failed, and how many are gone."""

    files: int
    failed: int
    gone: int


def check_name(name: str) -> None:
    """Raise RujukanError `reserved_source` for the name under which uploads stand: no folder is behind those."""
    if name == UPLOADED:
        raise RujukanError(
            "reserved_source", f"Nama sumber “{name}” dipakai untuk unggahan di halaman web. Pilih nama lain."
        )


def add(catalog: Catalog, folder: SourceFolder) -> None:
    """Remember a folder; RujukanError `reserved_source`, or `source_exists` if its name has another path or flags."""
    check_name(folder.name)
    values = [folder.name, _as_text(folder.path), json.dumps(folder.flags, ensure_ascii=False, sort_keys=True)]
    with catalog.writing():
        known = {f.name: f for f in folders(catalog)}.get(folder.name)
        if known not in (None, folder):
            raise RujukanError(
                "source_exists",
                f"Sumber “{folder.name}” sudah ada untuk {known.path if known else ''}. Pakai nama lain, atau hapus"
                f" dahulu dengan `rujukan sources remove {folder.name}`.",
            )
        catalog.db.execute(
            "INSERT INTO source_folder (name, path, flags) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values
        )


def _as_text(path: Path) -> str:
    try:
        return str(path).encode("utf8").decode("utf8")
    except UnicodeEncodeError:
        shown = str(path).encode("utf8", "backslashreplace").decode("utf8")
        raise RujukanError(
            "bad_path", f"Nama folder {shown} memuat huruf yang bukan UTF-8. Ganti nama foldernya dahulu."
        ) from None


def folders(catalog: Catalog) -> list[SourceFolder]:
    """Return every named folder in the order of its name."""
    rows = catalog.db.query("SELECT name, path, flags FROM source_folder ORDER BY name")
    return [SourceFolder(row["name"], Path(row["path"]), json.loads(row["flags"])) for row in rows]


def named(catalog: Catalog, names: Sequence[str]) -> list[SourceFolder]:
    """Return these folders in the order asked, all where none is asked; RujukanError `unknown_source` for others."""
    known = {folder.name: folder for folder in folders(catalog)}
    for name in names:
        if name not in known:
            raise RujukanError(
                "unknown_source",
                f"Sumber “{name}” tidak terdaftar. Yang ada: {', '.join(known) or 'belum ada'};"
                " daftarkan dengan `rujukan sources add NAMA FOLDER`.",
            )
    return [known[name] for name in dict.fromkeys(names or known)]


def remove(catalog: Catalog, name: str) -> None:
    """Forget a named folder, not its assets; RujukanError `unknown_source` if there is none of that name."""
    named(catalog, [name])
    with catalog.writing():
        catalog.db.execute("DELETE FROM source_folder WHERE name = ?", [name])


def held(catalog: Catalog, name: str) -> Held:
    """Return what is known of the files of a source."""
    rows = catalog.db.execute(
        "SELECT count(*), coalesce(sum(outcome = 'failed'), 0), coalesce(sum(gone), 0)"
        " FROM file JOIN source ON source.id = file.source WHERE source.name = ?",
        [name],
    )
    return Held(*rows.fetchone())
