"""Whole ways through the pages in a real browser: a stranger is refused and then let in, an operator steers a job.

Each at a desk and on a phone, with scripts and without.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog import accounts
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.browsing import IN_A_BROWSER, WAYS, log_in, served
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol
from webapp.app import create_app

pytestmark = IN_A_BROWSER


@dataclass(frozen=True)
class Site:
    """A catalog with one open and one internal paper behind a socket, and the internal one's key."""

    address: str
    catalog: Catalog
    internal: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    catalog = create(tmp_path_factory.mktemp("jalan") / "data")
    add(catalog, Paper("sop.txt", given("SOP Kendaraan Dinas"), (text_page(None, "Peminjaman kendaraan dinas."),)))
    minutes = given("Notulen Zamrud", kind="notulen", access="internal")
    internal = add(catalog, Paper("zamrud.txt", minutes, (text_page(None, "Rapat zamrud tentang kendaraan dinas."),)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    enrol(catalog, "opera", [Grant("operator")])
    with served(app) as address:
        yield Site(address, catalog, internal)
    catalog.close()


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}-{'js' if way[1] else 'nojs'}")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scripts = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="id-ID", java_script_enabled=scripts)
    yield context.new_page()
    context.close()


def test_a_stranger_is_refused_let_in_and_out_again_at_once(site: Site, page: Page) -> None:
    login = f"siti{len(accounts.listing(site.catalog))}"
    enrol(site.catalog, login)
    page.goto(f"{site.address}/")
    page.get_by_label("Pertanyaan atau kata kunci").fill("kendaraan dinas")
    page.get_by_role("button", name="Cari").click()
    expect(page.get_by_role("link", name="SOP Kendaraan Dinas").first).to_be_visible()
    assert "zamrud" not in page.content().lower()

    page.goto(f"{site.address}/aset/tidakada")
    absent = page.content()
    answer = page.goto(f"{site.address}/aset/{site.internal}")
    assert answer is not None
    assert (answer.status, page.content()) == (404, absent)

    page.get_by_role("link", name="Masuk").click()
    log_in(page, login, "kata sandi keliru")
    expect(page.get_by_role("alert")).to_be_visible()
    log_in(page, login)
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()
    page.goto(f"{site.address}/?q=zamrud")
    page.get_by_role("link", name="Notulen Zamrud").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Notulen Zamrud")

    accounts.disable(site.catalog, login, by="uji")
    page.reload()
    assert page.content() == absent
    page.goto(f"{site.address}/masuk")
    log_in(page, login)
    expect(page.get_by_role("alert")).to_be_visible()


def test_an_operator_orders_a_verification_and_steers_it(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/masuk")
    log_in(page, "opera")
    page.get_by_role("link", name="Operator").click()
    page.get_by_role("link", name="Pekerjaan", exact=True).click()
    page.get_by_role("region", name="Periksa keutuhan").get_by_role("button", name="Masukkan ke antrean").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Memeriksa keutuhan")
    for act, state in (
        ("Jeda", "Dijeda"),
        ("Lanjutkan", "Menunggu"),
        ("Batalkan", "Dibatalkan"),
        ("Ulangi", "Menunggu"),
    ):
        page.get_by_role("button", name=act).click()
        expect(page.locator(".badge").first).to_have_text(state)
    page.get_by_role("link", name="Muat ulang setiap").click()
    expect(page.get_by_role("link", name="Hentikan")).to_be_visible()
    page.get_by_role("button", name="Batalkan").click()
    expect(page.locator(".badge").first).to_have_text("Dibatalkan")
