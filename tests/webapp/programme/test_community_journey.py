"""A chair records a meeting from its invitation to its minutes, in a real browser; a stranger finds no way to."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.browsing import IN_A_BROWSER, log_in, served
from tests.webapp.gathering import Gathering, gather
from tests.webapp.library import searchers
from webapp.app import create_app

pytestmark = IN_A_BROWSER


@pytest.fixture
def gathering(tmp_path: Path) -> Iterator[Gathering]:
    with closing(create(tmp_path / "data")) as catalog:
        yield gather(catalog)


def enters(page: Page, address: str, login: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{address}/masuk")
    log_in(page, login)
    page.wait_for_url("**/")


def makes_a_meeting(page: Page) -> None:
    page.get_by_role("link", name="Komunitas (CoP)").click()
    page.get_by_role("link", name="Komunitas Pembelajar BPAD").click()
    page.get_by_role("link", name="Kelola pertemuan").click()
    for label, text in (("Topik", "Klinik KIB"), ("Hari", "2026-05-04"), ("Mulai", "09:00"), ("Selesai", "10:30")):
        page.get_by_label(label).fill(text)
    page.get_by_label("Tempat atau tautan").fill("Aula")
    page.get_by_role("button", name="Simpan pertemuan").click()


def records_who_came(page: Page) -> None:
    page.get_by_label("Pegawai A (BPAD)").check()
    page.get_by_label("Yang lain").fill("Wati Tamu; DINKES\nBudi Tamu; MARS")
    page.get_by_role("button", name="Simpan daftar hadir").click()
    assert "Baris 2: kode unit “MARS” tidak dikenal." in page.inner_text("[role=alert]")
    assert page.get_by_label("Pegawai A (BPAD)").is_checked()
    page.get_by_label("Yang lain").fill("Wati Tamu; DINKES")
    page.get_by_role("button", name="Simpan daftar hadir").click()


def links_minutes(page: Page) -> None:
    page.get_by_label("Notulen yang sudah ada").select_option(label="Notulen ours")
    page.get_by_role("button", name="Tautkan notulen").click()
    assert "Bernotulen" in page.inner_text("main")
    assert page.get_by_label("Yang lain").input_value() == "Wati Tamu; DINKES"


def test_a_chair_makes_a_meeting_records_who_came_and_links_its_minutes(browser: Browser, gathering: Gathering) -> None:
    found = searchers(gathering.catalog)
    app = create_app(folder=gathering.catalog.folder, searcher_of=found, scope=scope_of("public"))
    with served(app) as address:
        viewport = {"width": 390, "height": 900}
        page = browser.new_context(viewport=viewport, java_script_enabled=False, locale="id-ID").new_page()
        page.set_default_timeout(10_000)
        enters(page, address, "ketua")
        makes_a_meeting(page)
        records_who_came(page)
        links_minutes(page)
        meeting = page.url
        with page.expect_download() as download:
            page.get_by_role("link", name="Unduh undangan (.ics)").click()
        assert "DTSTART;TZID=Asia/Jakarta:20260504T090000" in Path(download.value.path()).read_text(encoding="utf8")
        enters(page, address, "asn")
        page.goto(meeting)
        assert "Bernotulen" in page.inner_text("main")
        assert not page.locator("main form").count()
        assert "Wati Tamu" not in page.inner_text("main")
        page.context.close()
