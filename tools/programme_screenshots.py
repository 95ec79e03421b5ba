"""Draw the pages of the programme from made-up data: `python -m tools.programme_screenshots [FOLDER]`.

FOLDER is docs/pictures unless told. Communities, people and assessments are those of benchmarks/programme_made.py and
programme_assessed.py; each page is drawn as wide as a desk and as narrow as a phone, as a reader of one agency sees it.
"""

import io
import secrets
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks import programme_made
from benchmarks.programme_assessed import assess
from benchmarks.programme_made_world import Size
from catalog import accounts, grants
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from programme.maturity import overview
from programme.maturity.overview import Wanted
from programme.quarters import Quarter
from tools.screenshots import served

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = Size(assets=12, reads=6)
SIZES = ((1280, 1900, "lebar"), (390, 2800, "ponsel"))
"""Widths, the most that is drawn of a page's height, and what the picture is called by."""
COLOURS = 128
READER = "contoh"
AS_OF = date(2026, 11, 26)


def main() -> None:
    """Make the data and draw every page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    password = secrets.token_urlsafe(12)
    with tempfile.TemporaryDirectory(prefix="rujukan-pictures-") as made:
        data = Path(made) / "data"
        catalog = create(data)
        programme_made.make(catalog, SIZE)
        assess(catalog, [str(quarter) for quarter in Quarter(2026, 3).up_to(SIZE.quarters)], today=AS_OF)
        accounts.add(catalog, READER, "Pembaca Contoh", password, by=READER)
        grants.add(catalog, READER, Grant("pembaca", "BPSDM"), by=READER)
        pages = {
            "maturitas": "maturitas",
            "maturitas-komunitas": f"komunitas/{_most_moved(catalog)}/maturitas",
            "maturitas-instrumen": "maturitas/instrumen",
            "silsilah": f"aset/{_tied(catalog)}/silsilah",
        }
        catalog.close()
        with served(data) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            draw(browser, address, pages, password, folder)
            browser.close()


def draw(browser: Browser, address: str, pages: dict[str, str], password: str, folder: Path) -> None:
    """Write the pictures of pages, each in both sizes and few colours, after logging in."""
    for width, tallest, called in SIZES:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="id-ID")
        page = context.new_page()
        page.goto(f"{address}masuk")
        page.fill("[name=nama]", READER)
        page.fill("[name=sandi]", password)
        page.press("[name=sandi]", "Enter")
        page.wait_for_url(lambda url: "masuk" not in url)
        for name, path in pages.items():
            page.goto(f"{address}{path}")
            picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
            few = picture.crop((0, 0, width, min(picture.height, tallest))).convert("RGB")
            few.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(folder / f"{name}-{called}.png", optimize=True)
        context.close()


def _most_moved(catalog: Catalog) -> int:
    """Return the community that rose most since the year before, and still has a level to reach."""
    found = overview.wanted(overview.compared(catalog, AS_OF), Wanted())
    return next(one.id for one in found if one.level < "5")


_TITLES = (
    *("SOP Peminjaman Kendaraan Dinas", "SOP Pemakaian Ambulans", "Pedoman Pengelolaan Kendaraan Operasional"),
    *("SOP Peminjaman Ruang Rapat dan Peralatannya", "SOP Kendaraan Jabatan", "SOP Bus Sekolah", "SOP Mobil Derek"),
    "SOP Pemeliharaan Kendaraan Operasional Lapangan",
)
_TIES = (
    (2, 0, "adaptasi"),
    (4, 0, "rujukan"),
    (0, 1, "adaptasi"),
    (0, 3, "rujukan"),
    (1, 5, "adopsi"),
    (0, 6, "adaptasi"),
)
_MERGED = ((5, 7), (6, 7))


def _tied(catalog: Catalog) -> str:
    """Tie some approved assets of different agencies to one another, and return the key of the one in their middle."""
    found = catalog.db.execute(
        "SELECT min(a.id), a.unit FROM asset a JOIN version v ON v.asset = a.id WHERE v.status = 'disahkan'"
        " AND a.access = 'terbuka' AND NOT EXISTS (SELECT 1 FROM reuse r WHERE r.asset = a.id)"
        " AND NOT EXISTS (SELECT 1 FROM succession s WHERE a.id IN (s.asset, s.successor)) GROUP BY a.unit ORDER BY 1"
    ).fetchall()[: len(_TITLES)]
    with catalog.writing():
        for (asset, _), title in zip(found, _TITLES, strict=True):
            catalog.db.execute("UPDATE asset SET title = ? WHERE id = ?", [title, asset])
        for number, (old, new, kind) in enumerate(_TIES):
            row = [f"pakai{number}", found[old][0], found[new][1], kind, found[new][0]]
            catalog.db.execute(
                "INSERT INTO reuse (key, asset, version, unit, kind, purpose, evidence, result, made, day, state)"
                " VALUES (?, ?, 1, ?, ?, '-', '-', '', ?, '2026-05-04', 'dikonfirmasi')",
                row,
            )
        for old, new in _MERGED:
            catalog.db.execute(
                "INSERT INTO succession VALUES (?, ?, 'digabung', '2026-08-03', NULL)", [found[old][0], found[new][0]]
            )
    return str(catalog.db.execute("SELECT key FROM asset WHERE id = ?", [found[0][0]]).fetchone()[0])


if __name__ == "__main__":
    main()
