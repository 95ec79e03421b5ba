"""Opening the catalog: one connection for one thread or request, WAL, foreign keys, the schema up to date."""

import os
import sqlite3
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from catalog import units
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.schema import migrations


def create(root: Path) -> Catalog:
    """Open the catalog in `root`, making the folder, the tables and the 51 agencies where they are missing."""
    folder = DataFolder(root)
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
        for part in (folder.originals, folder.incoming, folder.index):
            part.mkdir(exist_ok=True)
    except OSError as error:
        raise RujukanError(
            "unwritable",
            f"Folder data {root} tidak dapat dibuat ({error.strerror}). Pilih folder lain dengan --data.",
        ) from error
    catalog = _up_to_date(folder)
    with catalog.writing():
        units.load(catalog)
    return catalog


def open_existing(root: Path) -> Catalog:
    """Open the catalog in `root`, for reading only where the folder is; RujukanError `no_catalog` if there is none."""
    folder = DataFolder(root)
    if not folder.database.is_file():
        raise RujukanError(
            "no_catalog",
            f"Belum ada katalog di {root}. Buat dengan `rujukan init` atau isi dengan `rujukan index FOLDER`.",
        )
    return _up_to_date(folder)


def _up_to_date(folder: DataFolder) -> Catalog:
    catalog = _connect(folder)
    applied = {migration.name for migration in migrations.applied(catalog.db)}
    _refuse_newer(catalog, applied)
    if _ours() - applied:
        _migrate(catalog)
    return catalog


def _migrate(catalog: Catalog) -> None:
    """Apply all that is pending, or nothing; of two processes that open an old catalog at once the second waits."""
    try:
        with catalog.writing():
            migrations.apply(catalog.db)
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise
        catalog.close()
        raise RujukanError(
            "unwritable",
            f"Katalog {catalog.folder.database} perlu dimutakhirkan skemanya, tetapi folder itu hanya dapat dibaca."
            " Buka izin tulisnya, lalu jalankan lagi.",
        ) from error


def _connect(folder: DataFolder) -> Catalog:
    try:
        if not os.access(folder.root, os.W_OK):
            return Catalog(folder, _read_only(folder), unwritable=True)
        db = Database(sqlite3.connect(folder.database, timeout=30), execute_plugins=False)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA foreign_keys = ON")
        # FULL: a power cut loses no file that a run has reported as indexed.
        db.execute("PRAGMA synchronous = FULL")
    except sqlite3.DatabaseError as error:
        raise RujukanError(
            "bad_catalog",
            f"Katalog {folder.database} tidak dapat dibuka ({error}). Pulihkan dari cadangan terakhir.",
        ) from error
    return Catalog(folder, db)


def _read_only(folder: DataFolder) -> Database:
    """Open a catalog whose folder cannot be written; without a log beside it nobody can be writing it."""
    log = folder.database.with_name("catalog.db-wal")
    try:
        return _opened(folder, "mode=ro")
    except sqlite3.OperationalError:
        if log.exists() and log.stat().st_size:
            raise
        return _opened(folder, "mode=ro&immutable=1")


def _opened(folder: DataFolder, how: str) -> Database:
    uri = f"{folder.database.absolute().as_uri()}?{how}"
    db = Database(sqlite3.connect(uri, uri=True, timeout=30), execute_plugins=False)
    db.execute("SELECT count(*) FROM sqlite_master")
    return db


@cache
def _ours() -> frozenset[str]:
    """Return the migrations that this release knows; catalogs are opened at each request of the web."""
    return frozenset(migration.name for migration in migrations.pending(Database(memory=True)))


def _refuse_newer(catalog: Catalog, applied: set[str]) -> None:
    if newer := sorted(applied - _ours()):
        catalog.close()
        raise RujukanError(
            "newer_schema",
            f"Katalog ini dibuat oleh Rujukan yang lebih baru (skema {newer[-1]}). Perbarui Rujukan dahulu.",
        )
