"""Pages that no search finds: scans that no OCR has read, and text that nobody can read."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.database import Catalog

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
