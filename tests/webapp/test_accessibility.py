"""What WCAG 2.2 asks of every page: axe finds nothing, and the keyboard alone leads from a question to its source."""

import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from catalog.scope import scope_of
from indexer.previews.pages import Previews
from tests.webapp.conftest import Library
from tests.webapp.library import add, searchers
from tests.webapp.test_browser import served
from tests.webapp.test_search_page import QUESTION
from tests.webapp.test_sources import END, START, paper
from webapp.app import create_app

CHROMIUM = shutil.which("chromium") or ""
WIDE, PHONE = 1280, 390
WAYS = [  # every pair of language, scheme, width and script stands in one of them
    ("id", "light", WIDE, True),
    ("id", "dark", PHONE, False),
    ("en", "light", PHONE, True),
    ("en", "dark", WIDE, True),
    ("en", "light", WIDE, False),
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed (Debian: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the address of the site, and each kind of page by its name."""
    drawn = add(library.catalog, paper(tmp_path_factory.mktemp("berkas") / "sop.pdf"))
    previews = Previews(library.catalog.folder)
    found = searchers(library.catalog)
    app = create_app(folder=library.catalog.folder, searcher_of=found, scope=scope_of("internal"), previews=previews)
    with served(app) as address:
        yield address, pages(library.keys, drawn)
    previews.close()


def pages(keys: dict[str, str], drawn: str) -> dict[str, str]:
    return {
        "first": "/",
        "answer": "/?" + urlencode({"q": QUESTION}),
        "hits": "/?q=kendaraan+dinas&jenis=sop&keberlakuan=berlaku",
        "rows": "/?q=berapa+jumlah+kursi+kerja+di+aula+lantai+3",
        "empty": "/?q=zzzz+qqqq",
        "problem": "/?q=kursi&tahun=1",
        "personal": "/?" + urlencode({"q": "Berapa nomor telepon Budi Santoso?"}),
        "absent": "/aset/tidakada",
        **{name: f"/aset/{keys[name]}" for name in ("sop", "hostile")},
        "sheet": f"/aset/{keys['sheet']}?lembar=Rekap",
        "picture": f"/aset/{drawn}/sumber?versi=1&hal=1&mulai={START}&akhir={END}",
        "large": f"/aset/{drawn}/sumber?versi=1&hal=1&besar=1",
        "row": f"/aset/{keys['sheet']}/sumber?lembar={quote('KIB <B>')}&baris=46",
        "text": f"/aset/{keys['hostile']}/sumber",
    }


def opened(browser: Browser, way: tuple[str, str, int, bool]) -> Page:
    language, scheme, width, scripts = way
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripts,
        locale="en-GB" if language == "en" else "id-ID",
    )
    return context.new_page()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(map(str, way)))
def test_axe_finds_nothing_on_any_page(
    browser: Browser, site: tuple[str, dict[str, str]], way: tuple[str, str, int, bool]
) -> None:
    address, ways = site
    page, axe = opened(browser, way), Axe()
    found: dict[str, Any] = {}
    for name, path in ways.items():
        page.goto(address + path)
        assert page.get_attribute("html", "lang") == way[0]
        for violation in axe.run(page).response["violations"]:
            found[f"{name}: {violation['id']}"] = [node["html"][:200] for node in violation["nodes"][:3]]
    page.context.close()
    assert found == {}


def test_the_keyboard_leads_from_a_question_to_its_source(browser: Browser, site: tuple[str, dict[str, str]]) -> None:
    page = opened(browser, ("id", "light", WIDE, True))
    page.goto(site[0])
    press(page, "Tab")
    assert focused(page) == "Langsung ke isi"
    press(page, "Enter", "Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type(QUESTION)
    with page.expect_navigation():
        press(page, "Enter")
    assert "dua hari kerja" in page.content()
    reach(page, "SOP Peminjaman Kendaraan Dinas")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    with page.expect_navigation():
        press(page, "Enter")
    reach(page, "Unduh berkas asli")
    reach(page, "English")
    with page.expect_navigation():
        press(page, "Enter")
    assert page.get_attribute("html", "lang") == "en"
    page.context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim()"))


def reach(page: Page, words: str) -> None:
    """Go on with the Tab key until what begins with these words has the focus."""
    for _ in range(60):
        press(page, "Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"“{words}” is not reached")
