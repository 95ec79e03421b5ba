"""What a backup set is: one database file, the originals it names, and a manifest that says what each must be.

    manifest.json                what the set holds; whoever wrote it last wrote everything it names before
    catalog-<16 of its hash>.db  the database, one file without a log
    originals/ab/ab12…           original files, byte for byte, named by their SHA-256

The name of the database carries its hash, so that a new one never replaces the one that the manifest still names:
the rename of the manifest is the only moment at which the set changes, and a backup killed at any time leaves
the earlier set whole.
"""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from catalog.errors import RujukanError, disk_is_full
from catalog.originals import sha256_of

FORMAT = 1
_HASH = re.compile(r"[0-9a-f]{64}")
_DATABASE = re.compile(r"catalog-[0-9a-f]{16}\.db")


@dataclass(frozen=True)
class Manifest:
    """What a set must hold: the database by name, size and hash, and every original by its hash and size.

    `made` is a time in ISO 8601, `schema` the last migration, `digest` the logical content of the database.
    """

    made: str
    schema: str
    digest: str
    database: str
    database_bytes: int
    database_sha256: str
    originals: dict[str, int]


@dataclass(frozen=True)
class BackupSet:
    """The places of one backup set; nothing is created by naming it."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Return the file that says what the set holds."""
        return self.root / "manifest.json"

    @property
    def originals(self) -> Path:
        """Return the folder of original files."""
        return self.root / "originals"

    @property
    def snapshot(self) -> Path:
        """Return the database while it is made: not yet part of the set."""
        return self.root / "catalog.db.new"

    def unfinished(self) -> list[Path]:
        """Return what there is of a database that was being made: the file, and SQLite's journal beside it."""
        return list(self.root.glob(f"{self.snapshot.name}*"))

    def original(self, sha256: str) -> Path:
        """Return where the original of that hash lies."""
        return self.originals / sha256[:2] / sha256

    def stored(self) -> list[Path]:
        """Return every original in the set, named by the manifest or not, and what copies left that were cut short."""
        places = self.originals.glob("??/*")
        return [place for place in places if _HASH.fullmatch(place.name.removesuffix(".part"))]

    def databases(self) -> list[Path]:
        """Return every database file, the one in force and those of backups that were cut short."""
        return [place for place in self.root.glob("catalog-*.db") if _DATABASE.fullmatch(place.name)]


def read_manifest(held: BackupSet) -> Manifest:
    """Return what the set must hold; RujukanError `no_backup` if there is none, `damaged_backup` if it is not whole."""
    try:
        said = json.loads(held.manifest.read_bytes())
        if said.pop("format") != FORMAT:
            raise ValueError("format")
        manifest = Manifest(**said)
        _check_names(manifest)
    except (FileNotFoundError, NotADirectoryError):
        raise RujukanError(
            "no_backup", f"Di {held.root} tidak ada cadangan: manifest.json tidak ditemukan. Periksa nama foldernya."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise damaged(held.manifest, "isinya bukan manifes cadangan") from None
    return manifest


def _check_names(manifest: Manifest) -> None:
    """Names become paths below the set and the data folder: nothing but what a backup writes is let through."""
    if not _DATABASE.fullmatch(manifest.database):
        raise ValueError(manifest.database)
    for sha, size in manifest.originals.items():
        if not _HASH.fullmatch(sha) or not isinstance(size, int):
            raise ValueError(sha)


def write_manifest(held: BackupSet, manifest: Manifest) -> None:
    """Put the manifest in force: whole and on disk, or not at all."""
    part = held.manifest.with_suffix(".json.new")
    with part.open("w", encoding="utf8") as file:
        json.dump({"format": FORMAT} | asdict(manifest), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(held.manifest)
    sync(held.root)


def check_file(place: Path, size: int, sha256: str) -> None:
    """Raise RujukanError `damaged_backup`, naming the file, if it is missing or not what was backed up."""
    if not place.is_file():
        raise damaged(place, "berkasnya tidak ada")
    if place.stat().st_size != size:
        raise damaged(place, f"ukurannya {place.stat().st_size} byte, seharusnya {size}")
    if sha256_of(place) != sha256:
        raise damaged(place, "isinya berubah (SHA-256 tidak cocok)")


def damaged(place: Path, why: str) -> RujukanError:
    """Return the error that names the damaged file of a set."""
    return RujukanError("damaged_backup", f"Cadangan rusak pada {place}: {why}. Tidak ada yang dipulihkan darinya.")


def sync(place: Path) -> None:
    """Bring a file, or a folder's entries, to the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Let a system's error leave as a RujukanError: `disk_full`, or `unwritable` with the file and what was said."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise (_full(folder) if "is full" in str(error) else _unwritable(folder, str(error))) from error
    except OSError as error:
        if disk_is_full(error):
            raise _full(folder) from error
        raise _unwritable(error.filename or folder, error.strerror or str(error)) from error


def _full(folder: Path) -> RujukanError:
    return RujukanError(
        "disk_full", f"Ruang penyimpanan di {folder} penuh; yang sudah ada tetap utuh. Kosongkan ruang, lalu ulangi."
    )


def _unwritable(place: Path | str, why: str) -> RujukanError:
    return RujukanError(
        "unwritable",
        f"{place} tidak dapat dibaca atau ditulis ({why}). Periksa izin dan tempatnya, lalu jalankan lagi.",
    )
