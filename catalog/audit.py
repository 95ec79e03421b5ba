"""Does the truth hold together? Originals against rows, rows against each other, ranges against page text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from catalog import originals
from catalog.database import Catalog

MAX_EXAMPLES = 5


@dataclass(frozen=True)
class Finding:
    """Something wrong: a stable code, how many times, and the first examples."""

    code: str
    count: int
    examples: tuple[str, ...]


def findings(catalog: Catalog) -> list[Finding]:
    """Return what is wrong in rows and originals; every original is hashed again."""
    checks: dict[str, Callable[[Catalog], Iterator[str]]] = {
        "broken_database": _broken_database,
        "missing_original": _missing_originals,
        "damaged_original": _damaged_originals,
        "unknown_original": unknown_originals,
        "version_without_pages": _versions_without_pages,
        "passage_not_in_page": _passages_not_in_page,
        "row_not_in_page": _rows_not_in_page,
        "wrong_live_versions": _wrong_newest,
        "file_without_asset": _files_without_asset,
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


def _known_originals(catalog: Catalog) -> dict[str, int]:
    return {row["sha256"]: row["bytes"] for row in catalog.db.query("SELECT sha256, bytes FROM original")}


def _missing_originals(catalog: Catalog) -> Iterator[str]:
    for sha in _known_originals(catalog):
        if not originals.place_of(catalog.folder, sha).is_file():
            yield sha


def _damaged_originals(catalog: Catalog) -> Iterator[str]:
    for sha, size in _known_originals(catalog).items():
        place = originals.place_of(catalog.folder, sha)
        if place.is_file() and (place.stat().st_size != size or originals.sha256_of(place) != sha):
            yield sha


def unknown_originals(catalog: Catalog) -> Iterator[str]:
    """Yield the hashes of stored files that no row names: a run was killed between copy and commit."""
    known = _known_originals(catalog)
    for place in sorted(catalog.folder.originals.glob("*/*")):
        if place.name not in known:
            yield place.name


def _versions_without_pages(catalog: Catalog) -> Iterator[str]:
    for row in catalog.db.query(
        "SELECT a.key, v.number FROM version v JOIN asset a ON a.id = v.asset"
        " WHERE NOT EXISTS (SELECT 1 FROM page WHERE page.version = v.id)"
        " OR NOT EXISTS (SELECT 1 FROM passage WHERE passage.version = v.id)"
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
