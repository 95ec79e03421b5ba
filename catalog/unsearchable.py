"""Pages that no search finds: scans that no OCR has read, and text that nobody can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog
from catalog.uploads import BROKEN_OFF, SOURCE

NO_OCR = "Hasil pindai atau gambar; OCR belum terpasang saat halaman ini dibaca."
OCR_FAILED = "Hasil pindai atau gambar yang tidak terbaca oleh OCR."
BROKEN = "Teks halaman ini rusak sehingga tidak dapat dicari."
_QUERY = """
SELECT s.name AS source, f.path, NULL AS page, NULL AS sheet, f.code AS state, f.reason AS why, NULL AS ocr
FROM file f JOIN source s ON s.id = f.source WHERE f.gone = 0 AND f.code = 'needs_ocr'
UNION ALL
SELECT s.name, a.path, p.page, p.sheet, p.state, '', f.ocr
FROM page p JOIN version v ON v.id = p.version AND v.newest = 1 JOIN asset a ON a.id = v.asset
JOIN source s ON s.id = a.source LEFT JOIN file f ON f.source = a.source AND f.path = a.path
WHERE p.state IN ('poor', 'needs_ocr')
ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class Unsearchable:
    """A page of an asset's newest version, or a whole file (no page and no sheet), that cannot be searched, and why."""

    source: str
    path: str
    page: int | None
    sheet: str | None
    state: str
    why: str


def pages(catalog: Catalog) -> Iterator[Unsearchable]:
    """Yield them by source, path and page."""
    for row in catalog.db.query(_QUERY):
        ocr = row.pop("ocr")
        yield Unsearchable(**row | {"why": row["why"] or _why(row["state"], ocr)})


def _why(state: str, ocr: str | None) -> str:
    if ocr:
        return OCR_FAILED
    return BROKEN if state == "poor" else NO_OCR


_FILES = f"""
SELECT s.name AS source, f.path, coalesce(a.unit, '') AS unit, a.key AS asset, f.code, f.reason, '' AS pages,
    0 AS count, NULL AS upload
FROM file f JOIN source s ON s.id = f.source LEFT JOIN asset a ON a.source = f.source AND a.path = f.path
WHERE f.gone = 0 AND (f.outcome = 'failed' OR (f.outcome = 'skipped' AND f.code NOT IN ('hidden', 'symlink')))
UNION ALL
SELECT s.name, a.path, coalesce(a.unit, ''), a.key, p.state, iif(coalesce(f.ocr, '') <> '', 'ocr', ''),
    coalesce(group_concat(coalesce(p.sheet, p.page), ', '), ''), count(*), NULL
FROM page p JOIN version v ON v.id = p.version AND v.newest = 1 JOIN asset a ON a.id = v.asset
JOIN source s ON s.id = a.source LEFT JOIN file f ON f.source = a.source AND f.path = a.path
WHERE p.state IN ('poor', 'needs_ocr') GROUP BY a.id, p.state
UNION ALL
SELECT '{SOURCE}', u.key || '/' || u.name, coalesce(a.unit, u.unit), a.key, u.code,
    iif(u.reason = '', '{BROKEN_OFF}', u.reason), '', 0, u.key
FROM upload u JOIN job j ON j.id = u.job LEFT JOIN asset a ON a.id = u.asset
WHERE u.state = 'gagal' OR (u.state = 'menunggu' AND j.state IN ('failed', 'cancelled'))
"""


@dataclass(frozen=True)
class UnsearchableFile:
    """A file that is not searchable as a whole (no pages), or the pages of it that are not, in one state.

    `code` is that of the file's outcome or the pages' state, `asset` a key if anything of it was ever indexed,
    `upload` one of an upload that failed.
    """

    source: str
    path: str
    unit: str
    asset: str | None
    code: str
    why: str
    pages: str
    count: int
    upload: str | None


def files(catalog: Catalog, unit: str | None, first: int, most: int) -> tuple[list[UnsearchableFile], int]:
    """Return files of a unit ("" is none, None all) by source and path, `most` after `first`; and how many in all."""
    where, given = "WHERE ?1 IS NULL OR unit = ?1", [unit]
    rows = catalog.db.query(
        f"SELECT * FROM ({_FILES}) {where} ORDER BY 1, 2, 5 LIMIT ?2 OFFSET ?3", [unit, most, first]
    )
    found = [_file(row) for row in rows]
    return found, int(catalog.db.execute(f"SELECT count(*) FROM ({_FILES}) {where}", given).fetchone()[0])


def units(catalog: Catalog) -> dict[str, int]:
    """Return how many such files each unit has; "" is none."""
    return dict(catalog.db.execute(f"SELECT unit, count(*) FROM ({_FILES}) GROUP BY 1 ORDER BY 1").fetchall())


def _file(row: dict[str, Any]) -> UnsearchableFile:
    ocr = row.pop("reason")
    return UnsearchableFile(**row, why=_why(row["code"], ocr) if row["count"] else ocr)
