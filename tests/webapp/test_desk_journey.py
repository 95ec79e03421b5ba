"""A draft from its author over a reviewer and an approver to a visitor who finds it, in a real browser."""

import time

import pytest
from playwright.sync_api import Browser, Page

from catalog import accounts, jobs
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.scope import scope_of
from operations.publishing import publish_job
from operations.running import Stop, Watch
from operations.session import Session
from tests.webapp.browsing import IN_A_BROWSER, WAYS, log_in, served
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol
from webapp.app import create_app

TEXT = "Kunci gudang arsip disimpan petugas piket di lemari besi."

pytestmark = IN_A_BROWSER


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    with catalog.writing():
        for login, role in (("penulis", "penyusun"), ("penelaah", "penelaah"), ("kepala", "pengesah")):
            enrol(catalog, login, [Grant(role, "BPSDM")])
    key = add(catalog, Paper("a.txt", given("SOP Kunci Gudang", status="draf"), (text_page(1, TEXT),)))
    owner = accounts.named(catalog, "penulis").id
    catalog.db.execute("UPDATE asset SET owner = ? WHERE key = ?", [owner, key])
    return catalog


def publish(catalog: Catalog) -> None:
    """What the worker does with the job that a step leaves."""
    job = jobs.claim(catalog, ["publish"], now=time.time(), alone=True)
    assert job is not None
    with Watch(catalog, job, Stop()) as watch:
        publish_job(Session(catalog.folder.root, None), catalog, watch)


def desk_of(page: Page, address: str, login: str) -> None:
    """Log in and open the one paper that waits."""
    page.context.clear_cookies()
    page.goto(f"{address}/masuk")
    log_in(page, login)
    page.get_by_role("link", name="Meja kerja").click()
    page.get_by_role("link", name="SOP Kunci Gudang").click()
    assert TEXT in page.inner_text("main")


def step(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def finds(page: Page, address: str) -> bool:
    page.context.clear_cookies()
    page.goto(f"{address}/?q=kunci+gudang+arsip")
    return "SOP Kunci Gudang" in page.inner_text("main")


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_a_reviewer_and_an_approver_take_a_draft_to_where_a_visitor_finds_it(
    browser: Browser, catalog: Catalog, width: int, *, scripts: bool
) -> None:
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    with served(app) as address:
        viewport = {"width": width, "height": 900}
        page = browser.new_context(viewport=viewport, java_script_enabled=scripts, locale="id-ID").new_page()
        desk_of(page, address, "penulis")
        step(page, "Ajukan untuk ditelaah")
        desk_of(page, address, "penelaah")
        step(page, "Kembalikan kepada penyusun")
        assert "Tuliskan alasannya" in page.inner_text("[role=alert]")
        page.fill("[name=catatan]", "Sudah sesuai.")
        step(page, "Nyatakan layak disahkan")
        assert not finds(page, address)
        desk_of(page, address, "kepala")
        assert "Sudah sesuai." in page.inner_text("main")
        step(page, "Sahkan")
        publish(catalog)
        assert finds(page, address)
        page.get_by_role("link", name="SOP Kunci Gudang").first.click()
        assert "Disahkan" in page.inner_text("main")
        page.context.close()
