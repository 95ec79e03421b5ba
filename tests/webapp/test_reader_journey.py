"""A civil servant asks, opens the quoted page, copies the citation, narrows what was found, and reports an error."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog import reports
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.scope import scope_of
from catalog.spot import Spot
from indexer.previews.pages import Previews
from tests.webapp.browsing import IN_A_BROWSER, WAYS, log_in, served
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol
from tests.webapp.test_search_page import QUESTION
from tests.webapp.test_sources import paper
from webapp.app import create_app

pytestmark = IN_A_BROWSER


@pytest.fixture
def catalog(catalog: Catalog, tmp_path: Path) -> Catalog:
    add(catalog, paper(tmp_path / "sop.pdf"))
    other = given("Notulen kendaraan dinas", kind="notulen")
    add(catalog, Paper("b.txt", other, (text_page(None, "Rapat kendaraan dinas."),), media_type="text/plain"))
    enrol(catalog, "siti", [Grant("pembaca", "BPAD")])
    return catalog


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_from_a_question_to_a_report(browser: Browser, catalog: Catalog, width: int, scripts: bool) -> None:
    previews, found = Previews(catalog.folder), searchers(catalog)
    app = create_app(folder=catalog.folder, searcher_of=found, scope=scope_of("public"), previews=previews)
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale="id-ID")
    if scripts:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with served(app) as site:
        page.goto(f"{site}/masuk?lanjut=/")
        log_in(page, "siti")
        ask(page)
        asked = page.url
        open_the_source(page, scripts)
        print_it(page, scripts)
        send_a_report(page)
        page.goto(asked)
        narrow(page)
    previews.close()
    context.close()
    (report,) = reports.listing(catalog, [Grant("operator")], closed=False)
    assert (report.reporter_name, report.text) == ("Siti Contoh", "Mestinya tiga hari kerja.")
    assert report.place.page == 1
    assert report.place != Spot(page=1)


def ask(page: Page) -> None:
    page.fill("[name=q]", QUESTION)
    page.press("[name=q]", "Enter")
    expect(page.locator(".quote blockquote").first).to_contain_text("paling lambat dua hari kerja")
    page.get_by_role("button", name="Membantu", exact=True).click()
    expect(page.locator("#tanggapan")).to_contain_text("Anda menilai ini membantu")


def open_the_source(page: Page, scripts: bool) -> None:
    page.locator(".quote .source a").first.click()
    expect(page.locator(".sheet img")).to_be_visible()
    copying = page.get_by_role("button", name="Salin sitasi")
    expect(copying).to_be_visible(visible=scripts)
    if scripts:
        copying.click()
        expect(page.get_by_text("Tersalin.")).to_be_visible()
        assert "SOP" in page.evaluate("navigator.clipboard.readText()")


def print_it(page: Page, scripts: bool) -> None:
    page.get_by_role("link", name="Cetak sebagai kutipan resmi").click()
    button = page.get_by_role("button", name="Cetak")
    expect(button).to_be_visible(visible=scripts)
    if scripts:
        page.evaluate("window.print = () => document.body.dataset.printed = 'ya'")
        button.click()
        assert page.evaluate("document.body.dataset.printed") == "ya"
    page.emulate_media(media="print")
    expect(page.locator("blockquote")).to_be_visible()
    expect(button).to_be_hidden()
    expect(page.get_by_role("banner")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Kembali ke sumber").click()


def send_a_report(page: Page) -> None:
    page.locator("#tanggapan").get_by_role("link", name="Laporkan keliru").click()
    page.get_by_label("Angka atau isinya keliru").check()
    page.fill("[name=keterangan]", "Mestinya tiga hari kerja.")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.locator("#tanggapan")).to_contain_text("Laporan Anda sudah masuk antrean")


def narrow(page: Page) -> None:
    facets = page.locator(".facets")
    if facets.locator("summary").first.is_visible():
        facets.locator("summary").first.click()
    facets.get_by_role("link", name="Notulen").click()
    assert "jenis=notulen" in page.url
    expect(page.locator(".hit")).to_have_count(1)
