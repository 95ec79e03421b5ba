"""Does the truth hold together? Originals against rows, rows against each other, ranges against page text."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog import originals, trail
from catalog.database import Catalog
from catalog.editions import CURRENT_SPLITTING

MAX_EXAMPLES = 5
_COMMITTED_AFTER = 0.2  # seconds: a run that goes on meanwhile names what it has just stored


@dataclass(frozen=True)
class Finding:
    """Something wrong: a stable code, how many times, and the first examples."""

    code: str
    count: int
    examples: tuple[str, ...]


def findings(catalog: Catalog, read: Collection[str] | None = None) -> list[Finding]:
    """Return what is wrong in rows and originals; the originals of these hashes are read whole, all unless told."""
    checks: dict[str, Callable[[Catalog], Iterator[str]]] = {
        "broken_database": _broken_database,
        "missing_original": _missing_originals,
        "damaged_original": lambda c: _damaged_originals(c, read),
        "unknown_original": unknown_originals,
        "version_without_pages": _versions_without_pages,
        "passage_not_in_page": _passages_not_in_page,
        "row_not_in_page": _rows_not_in_page,
        "part_not_in_version": _parts_not_in_version,
        "wrong_live_versions": _wrong_newest,
        "file_without_asset": _files_without_asset,
        "broken_audit_trail": trail.broken,
    }
    return [found for code, check in checks.items() if (found := collected(code, check(catalog)))]


def collected(code: str, examples: Iterator[str]) -> Finding | None:
    """Return the finding of all examples, None where there is none."""
    first: list[str] = []
    count = 0
    for example in examples:
        count += 1
        if len(first) < MAX_EXAMPLES:
            first.append(example)
    return Finding(code, count, tuple(first)) if count else None


def _broken_database(catalog: Catalog) -> Iterator[str]:
    for row in catalog.db.query("PRAGMA integrity_check"):
        if row["integrity_check"] != "ok":
            yield str(row["integrity_check"])
    for row in catalog.db.query("PRAGMA foreign_key_check"):
        yield f"{row['table']} {row['rowid']}"


def known_originals(catalog: Catalog) -> dict[str, int]:
    """Return the size of each original that a row names, by its hash."""
    return {row["sha256"]: row["bytes"] for row in catalog.db.query("SELECT sha256, bytes FROM original")}


def _missing_originals(catalog: Catalog) -> Iterator[str]:
    for sha in known_originals(catalog):
        if not originals.place_of(catalog.folder, sha).is_file() and _is_named(catalog, sha):
            yield sha


def _damaged_originals(catalog: Catalog, read: Collection[str] | None) -> Iterator[str]:
    whole = None if read is None else set(read)
    for sha, size in known_originals(catalog).items():
        place = originals.place_of(catalog.folder, sha)
        if _is_damaged(place, size, sha if whole is None or sha in whole else None) and _is_named(catalog, sha):
            yield sha


def _is_damaged(place: Path, size: int, sha256: str | None) -> bool:
    """Tell whether a file that is there has another size, or another hash than a given one."""
    try:
        return place.stat().st_size != size or (sha256 is not None and originals.sha256_of(place) != sha256)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # the disk does not give it back


def _is_named(catalog: Catalog, sha256: str) -> bool:
    """Look again: what was dropped since the rows were read is not missing."""
    return bool(catalog.db.execute("SELECT 1 FROM original WHERE sha256 = ?", [sha256]).fetchall())


def unknown_originals(catalog: Catalog) -> Iterator[str]:
    """Yield the hashes of stored files that no row names: a run was killed between copy and commit."""
    known = known_originals(catalog)
    unknown = [place.name for place in sorted(catalog.folder.originals.glob("*/*")) if place.name not in known]
    if unknown:
        time.sleep(_COMMITTED_AFTER)
    for sha in unknown:
        if not _is_named(catalog, sha) and originals.place_of(catalog.folder, sha).exists():
            yield sha


def _versions_without_pages(catalog: Catalog) -> Iterator[str]:
    for row in catalog.db.query(
        "SELECT a.key, v.number FROM version v JOIN asset a ON a.id = v.asset"
        " WHERE NOT EXISTS (SELECT 1 FROM page WHERE page.version = v.id)"
        " OR NOT EXISTS (SELECT 1 FROM passage WHERE passage.version = v.id"
        f" AND passage.splitting = {CURRENT_SPLITTING})"
    ):
        yield f"{row['key']} versi {row['number']}"


def _passages_not_in_page(catalog: Catalog) -> Iterator[str]:
    """Ranges count code points, so Python compares: one page's text at a time."""
    text, page = "", None
    for row in catalog.db.query(
        "SELECT p.id, p.page, p.start, p.end, p.text, p.version, page.version AS page_version"
        " FROM passage p JOIN page ON page.id = p.page ORDER BY p.page"
    ):
        if row["page"] != page:
            page, text = row["page"], _page_text(catalog, row["page"])
        if text[row["start"] : row["end"]] != row["text"] or row["version"] != row["page_version"]:
            yield f"bagian {row['id']}"


def _page_text(catalog: Catalog, page: int) -> str:
    return str(next(iter(catalog.db.query("SELECT text FROM page WHERE id = ?", [page])))["text"])


def _rows_not_in_page(catalog: Catalog) -> Iterator[str]:
    for row in catalog.db.query(
        "SELECT r.page, r.row FROM sheet_row r JOIN page ON page.id = r.page"
        " WHERE r.start < 0 OR r.end < r.start OR r.end > length(page.text)"
    ):
        yield f"halaman {row['page']} baris {row['row']}"


def _parts_not_in_version(catalog: Catalog) -> Iterator[str]:
    """Parts follow one another, each on pages that there are: a passage belongs to one at most."""
    for row in catalog.db.query(
        "SELECT key, number FROM (SELECT part.*,"
        " coalesce(lag(last_page) OVER (PARTITION BY version ORDER BY number), 0) AS before,"
        " (SELECT max(number) FROM page WHERE page.version = part.version) AS pages FROM part)"
        " WHERE first_page <= before OR last_page < first_page OR last_page > coalesce(pages, 0)"
    ):
        yield f"{row['key']} bagian {row['number']}"


def _wrong_newest(catalog: Catalog) -> Iterator[str]:
    for row in catalog.db.query(
        "SELECT a.key FROM asset a WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.asset = a.id AND v.newest = 1"
        " AND v.live = 1 AND v.number = (SELECT max(number) FROM version WHERE asset = a.id))"
        " OR (SELECT count(*) FROM version v WHERE v.asset = a.id AND v.newest = 1) <> 1"
    ):
        yield str(row["key"])


def _files_without_asset(catalog: Catalog) -> Iterator[str]:
    for row in catalog.db.query("SELECT path FROM file WHERE outcome = 'indexed' AND asset IS NULL"):
        yield str(row["path"])
