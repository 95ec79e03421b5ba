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


if __name__ == "__main__":
    main()
