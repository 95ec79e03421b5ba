"""Seats in a browser for the flows of a module: one server, and one window for all accounts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Locator, Page

from catalog.database import Catalog
from tests.webapp.browsing import served
from tests.webapp.people import app_of, visitor

WIDTH = 390
ABSENT = "/tidak/ada"
COOKIE = "rujukan"


class Seats:
    """One window in which one account after the other sits down; "" is somebody who has not logged in.

    Each is logged in once, beside the browser: a window for each would cost more than all that is done in it.
    """

    def __init__(self, browser: Browser, app: Flask, address: str) -> None:
        self._browser, self._app, self._address = browser, app, address
        self._sessions: dict[str, str] = {}
        self._nothing: dict[str, tuple[int, str]] = {}
        self._who, self._page = "", self._window()

    def _window(self) -> Page:
        viewport = {"width": WIDTH, "height": 900}
        page = self._browser.new_context(viewport=viewport, locale="id-ID", base_url=self._address).new_page()
        page.set_default_timeout(15_000)
        return page

    def of(self, login: str) -> Page:
        """Return the window, in which this account sits now."""
        if login != self._who:
            self._page.context.clear_cookies()
            self._let_in(self._page, login)
            self._who = login
        return self._page

    def _let_in(self, page: Page, login: str) -> None:
        if not login:
            return
        if login not in self._sessions:
            cookie = visitor(self._app, login).get_cookie(COOKIE)
            assert cookie is not None
            self._sessions[login] = cookie.value
        page.context.add_cookies([{"name": COOKIE, "value": self._sessions[login], "url": self._address}])

    @contextmanager
    def beside(self, login: str) -> Iterator[Page]:
        """Open a second window, of an account that does something meanwhile."""
        page = self._window()
        self._let_in(page, login)
        yield page
        page.context.close()

    def close(self) -> None:
        """Close the window."""
        self._page.context.close()

    def at(self, login: str, path: str) -> Page:
        """Let an account open an address, where there must be a page."""
        page = self.of(login)
        answer = page.goto(path, wait_until="domcontentloaded")
        assert answer is not None
        assert answer.status == 200, (login, path)
        return page

    def nothing_at(self, path: str, *logins: str) -> None:
        """Assert that whoever opens this address by hand reads what they read where there never was a page."""
        for login in logins:
            if login not in self._nothing:
                self._nothing[login] = self._told(login, ABSENT)
            assert self._told(login, path) == self._nothing[login], (login, path)
            assert self._nothing[login][0] == 404

    def _told(self, login: str, path: str) -> tuple[int, str]:
        page = self.of(login)
        answer = page.goto(path, wait_until="domcontentloaded")
        assert answer is not None
        return answer.status, page.inner_text("main")


@contextmanager
def seated(browser: Browser, catalog: Catalog) -> Iterator[Seats]:
    """Serve the pages of a catalog, and close all windows at the end."""
    app = app_of(catalog)
    with served(app) as address:
        seats = Seats(browser, app, address)
        yield seats
        seats.close()


def press(where: Page | Locator, name: str) -> None:
    """Press the one button of this name, which sends a form."""
    onward(where.get_by_role("button", name=name, exact=True))


def follow(where: Page | Locator, name: str, *, exact: bool = True) -> None:
    """Follow the first link of this name, or of one that has it in it."""
    onward(where.get_by_role("link", name=name, exact=exact).first)


def onward(found: Locator) -> None:
    """Click what leads to another page, and be there."""
    with found.page.expect_navigation(wait_until="domcontentloaded"):
        found.click()


def form(page: Page, field: str) -> Locator:
    """Return the form in which a field stands."""
    return page.locator("form", has=page.locator(field))


def said(page: Page) -> str:
    return page.inner_text("main")


def complaint(page: Page) -> str:
    """Return why a form was refused."""
    return page.inner_text("main [role=alert]")


def offers(page: Page, name: str) -> bool:
    """Tell whether a page offers a link or a button of this name."""
    found = page.get_by_role("link", name=name, exact=True).or_(page.get_by_role("button", name=name, exact=True))
    return found.count() > 0


def saved(page: Page, link: str, *, exact: bool = True) -> Path:
    """Return the file that a link gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link, exact=exact).first.click()
    return Path(download.value.path())


def fine(page: Page) -> None:
    """Nothing for axe, and nothing wider than the window."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
