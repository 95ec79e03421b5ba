"""Forgetting: assets by key, or what is gone or failed. Rows first, in one transaction; then originals no row names."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog import audit, files, originals, parts, previews, storing, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError

_AT_ONCE = 100  # files deleted in one transaction, so that others get their turn


@dataclass(frozen=True)
class Dropped:
    """How many assets were forgotten, and how many failed files."""

    assets: int
    failed: int


def drop(catalog: Catalog, keys: list[str], *, by: str = "") -> Dropped:
    """Forget these assets; nothing is forgotten if one of them does not exist, or is a part of a file."""
    ids = [_id_of(catalog, key) for key in dict.fromkeys(keys)]
    with catalog.writing():
        unnamed = [sha for asset in ids for sha in _forget(catalog, asset, by)]
    remove_originals(catalog, unnamed)
    return Dropped(len(ids), 0)


def drop_removed(catalog: Catalog, source: str | None, *, by: str = "") -> Dropped:
    """Forget the assets whose file is gone, and failed files, of one source or of all."""
    source_id = None if source is None else _source_id(catalog, source)
    with catalog.writing():
        gone = files.gone_assets(catalog, source_id)
        unnamed = [sha for asset in gone for sha in _forget(catalog, asset, by)]
        failed = files.forget_failures(catalog, source_id)
    remove_originals(catalog, unnamed)
    return Dropped(len(gone), failed)


def sweep_unknown(catalog: Catalog) -> None:
    """Delete stored files that no row names: what a killed run or drop left. For the holder of the writer's lock."""
    remove_originals(catalog, list(audit.unknown_originals(catalog)))
    previews.sweep(catalog.folder, audit.known_originals(catalog))


def _forget(catalog: Catalog, asset: int, by: str) -> list[str]:
    """Forget an asset, and let the trail keep that it was there; return what `drop_asset` does."""
    for row in catalog.db.query("SELECT key FROM asset WHERE id = ?", [asset]):
        trail.append(catalog, by, "asset.drop", row["key"])
    return storing.drop_asset(catalog, asset)


def _id_of(catalog: Catalog, key: str) -> int:
    for row in catalog.db.query("SELECT id FROM asset WHERE key = ?", [key]):
        return int(row["id"])
    if (file := parts.file_of(catalog, key)) is not None:
        raise RujukanError(
            "part_of_file",
            f"Aset {key} adalah bagian dari berkas yang memuat beberapa SOP, dan tidak dapat dihapus sendiri."
            f" Hapus seluruh berkasnya: `rujukan drop {file}`.",
        )
    raise NotFoundError


def _source_id(catalog: Catalog, name: str) -> int:
    for row in catalog.db.query("SELECT id FROM source WHERE name = ?", [name]):
        return int(row["id"])
    known = ", ".join(row["name"] for row in catalog.db.query("SELECT name FROM source ORDER BY name"))
    raise RujukanError("unknown_source", f"Sumber “{name}” tidak dikenal. Yang ada: {known or 'belum ada'}.")


def remove_originals(catalog: Catalog, hashes: Sequence[str]) -> None:
    """Delete stored files, but for those that a row names by now: what was uploaded meanwhile may be the same bytes.

    An upload puts its file in place and names it in one write transaction: inside of another, none is half done.
    """
    for at in range(0, len(hashes), _AT_ONCE):
        with catalog.writing():
            for sha in hashes[at : at + _AT_ONCE]:
                if not catalog.db.execute("SELECT 1 FROM original WHERE sha256 = ?", [sha]).fetchall():
                    originals.place_of(catalog.folder, sha).unlink(missing_ok=True)
                    previews.forget(catalog.folder, sha)
