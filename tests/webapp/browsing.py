"""What tests in a real browser share: where it is, how they are marked, and an app behind a real socket."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from tests.webapp.people import PASSWORD

WAYS = [(1280, True), (1280, False), (390, True), (390, False)]
"""Width of the window in pixels, and whether scripts run: each journey is gone at a desk and on a phone, both ways."""
CHROMIUM = shutil.which("chromium") or ""
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed (Debian: apt-get install chromium)"),
]


@contextmanager
def started() -> Iterator[Browser]:
    """Start Chromium, and end it with all its pages."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Put the app behind a real socket, on a free port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:  # or a test that fails never ends
        server.shutdown()
        thread.join()


def log_in(page: Page, login: str, password: str = PASSWORD) -> None:
    """Fill in the form of the login page, which is open, and send it."""
    page.fill("[name=nama]", login)
    page.fill("[name=sandi]", password)
    page.press("[name=sandi]", "Enter")
