"""Draw the pages of the sample papers: `python -m tools.screenshots DATA FOLDER [SHOWN]` (`make screenshots`).

What the README shows is also put into the folder SHOWN.

Serves the data folder for the time it takes; the pictures are what visitors see, in both languages and colour schemes.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

QUESTION = "Kapan nota dinas peminjaman kendaraan dinas paling lambat diajukan?"


class View(NamedTuple):
    """A picture: what is asked, and the window that it is seen in."""

    name: str
    query: dict[str, str]
    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    source: bool = False


VIEWS = (
    View("answer", {"q": QUESTION, "bahasa": "id"}),
    View("answer-dark", {"q": QUESTION, "bahasa": "id"}, scheme="dark"),
    View("answer-phone", {"q": QUESTION, "bahasa": "id"}, width=390),
    View("answer-english", {"q": QUESTION, "bahasa": "en"}),
    View("first", {"bahasa": "id"}),
    View("source", {"q": QUESTION, "bahasa": "id"}, source=True),
    View("source-dark", {"q": QUESTION, "bahasa": "id"}, scheme="dark", source=True),
    View("source-phone", {"q": QUESTION, "bahasa": "id"}, width=390, source=True),
)

IN_THE_README = {"answer": "jawaban-lebar", "answer-phone": "jawaban-ponsel", "source": "sumber-lebar"}


@contextmanager
def served(data: Path) -> Iterator[str]:
    """Serve a data folder and give the address."""
    command = [sys.executable, "-m", "operations.cli", "--data", str(data), "serve", "--port", "0", "--as", "internal"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        told = server.stderr.readline() if server.stderr else ""
        address = re.search(r"http://\S+/", told)
        if not address:
            raise SystemExit(told)
        try:
            yield address[0]
        finally:
            server.terminate()


def draw(browser: Browser, address: str, view: View, folder: Path) -> None:
    """Write one picture."""
    context = browser.new_context(viewport={"width": view.width, "height": 900}, color_scheme=view.scheme)
    page: Page = context.new_page()
    page.goto(f"{address}?{urlencode(view.query)}")
    if view.source:
        page.locator(".quote .source a").first.click()
        page.wait_for_function("document.images.length && [...document.images].every((one) => one.naturalWidth)")
    page.screenshot(path=folder / f"{view.name}.png")
    context.close()


def main() -> None:
    """Draw all of them."""
    data, folder = map(Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    with served(data) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for view in VIEWS:
            draw(browser, address, view, folder)
        browser.close()
    for shown in map(Path, sys.argv[3:]):
        for name, there in IN_THE_README.items():
            shutil.copyfile(folder / f"{name}.png", shown / f"{there}.png")


if __name__ == "__main__":
    main()
