"""An assessment from its self-assessment to the level, in a real browser, by the five whose turn it is."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from catalog import communities
from catalog.database import Catalog
from catalog.opening import open_existing
from catalog.scope import scope_of
from programme.assessment import appraisal_evidence, appraisal_steps, panel
from programme.assessment.appraisals import listing
from tests.programme.appraising import (
    COMPUTED,
    HUMAN,
    PROPOSED,
    People,
    all_at,
    begun,
    claim,
    computed,
    file,
    known,
    prepared,
)
from tests.webapp.browsing import IN_A_BROWSER, log_in, served
from tests.webapp.library import searchers
from tests.webapp.people import PASSWORD
from webapp.app import create_app

pytestmark = IN_A_BROWSER
FIRST = ("1.1", "1.2")  # what is filled in by hand here; all else is given beside the browser


def to_begin(catalog: Catalog, who: People, community: int) -> None:
    computed(catalog, community)
    key = begun(catalog, community).key
    rest = [code for code in (*HUMAN, *PROPOSED) if code not in FIRST]
    appraisal_steps.save_own(catalog, who["ketua"], key, all_at(3, *rest))
    for code in HUMAN[1:]:
        appraisal_evidence.add(catalog, who["ketua"], key, claim(code), file(catalog))


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with closing(open_existing(prepared(tmp_path_factory.mktemp("katalog") / "data", to_begin, PASSWORD))) as opened:
        yield opened


class Seats:
    """One browser page in which one after the other logs in and opens the appraisal."""

    def __init__(self, page: Page, address: str, key: str) -> None:
        self.page, self._address, self._key = page, address, key

    def take(self, login: str) -> None:
        self.page.context.clear_cookies()
        self.page.goto(f"{self._address}/masuk?lanjut=/penilaian/{self._key}")
        log_in(self.page, login)
        self.page.wait_for_url(f"**/penilaian/{self._key}")

    def again(self) -> None:
        """Open the appraisal anew: what was given beside the browser is what is seen then."""
        self.page.goto(f"{self._address}/penilaian/{self._key}")

    def press(self, name: str) -> str:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()
        return self.page.inner_text("main")


def fine(page: Page) -> None:
    """Nothing for axe, and nothing wider than the window."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_five_seats_bring_a_community_to_its_level(browser: Browser, catalog: Catalog, tmp_path: Path) -> None:
    key, who = listing(catalog)[0].key, known(catalog)
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    context = browser.new_context(viewport={"width": 390, "height": 900}, locale="id-ID")
    with served(app) as address:
        seats = Seats(context.new_page(), address, key)
        assess(seats, tmp_path)
        verify(seats, catalog, who, key)
        rate(seats, catalog, who, key)
        object_and_answer(seats)
        seats.take("asn")
        assert "tidak ditemukan" in seats.page.inner_text("main").lower()
        seats.page.goto(f"{address}/komunitas/1")
        assert "Terstandar (level 3)" in seats.page.inner_text("main")
    context.close()
    maturity = communities.maturity(catalog, "Komunitas Pembelajar BPAD")
    assert maturity is not None
    assert (maturity.level, maturity.assessor) == (3, "Panel BPSDM (1 anggota, 1 juri tamu)")


def assess(seats: Seats, tmp_path: Path) -> None:
    seats.take("ketua")
    seats.page.select_option("#nilai-1\\.1", "3")
    seats.page.select_option("#nilai-1\\.2", "3")
    assert "1 hal belum lengkap" in seats.press("Simpan D1")
    (tmp_path / "notulen.pdf").write_bytes(b"%PDF-1.7 notulen")
    seats.page.select_option("#indikator", "1.2")
    seats.page.select_option("#level", "3")
    seats.page.fill("#hari", "2026-05-20")
    seats.page.fill("#catatan", "Notulen tinjauan pimpinan")
    seats.page.set_input_files("#berkas", tmp_path / "notulen.pdf")
    assert "notulen.pdf" in seats.press("Tambah bukti")
    assert "Giliran Anda" not in seats.press("Ajukan untuk diverifikasi")


def verify(seats: Seats, catalog: Catalog, who: People, key: str) -> None:
    seats.take("verifikator")
    with seats.page.expect_download() as download:
        seats.page.click("text=notulen.pdf")
    assert download.value.suggested_filename == "notulen.pdf"
    seats.page.select_option("#nilai-1\\.2", "4")
    assert "Tuliskan alasan untuk nilai indikator 1.2." in seats.press("Simpan D1")
    seats.page.fill("#alasan-1\\.2", "Ada pula tinjauan setiap triwulan")
    seats.press("Simpan D1")
    assert "20 indikator belum diverifikasi" in seats.press("Selesaikan verifikasi")
    rest = [code for code in (*HUMAN, *PROPOSED, *COMPUTED) if code not in (*FIRST, "1.3")]
    appraisal_steps.save_verified(catalog, who["verifikator"], key, all_at(3, *rest))
    assert "diubah sejak halamannya dibuka" in seats.press("Selesaikan verifikasi")
    assert "Giliran Anda" not in seats.press("Selesaikan verifikasi")


def rate(seats: Seats, catalog: Catalog, who: People, key: str) -> None:
    seats.take("panelis")
    for name in ("Panelis Contoh (anggota panel)", "Juri Contoh (juri tamu)"):
        seats.page.check(f"text={name}")
    seats.press("Tetapkan penilai")
    rest = [code for code in (*HUMAN, *PROPOSED) if code not in FIRST]
    for login, value in (("juri", "3"), ("panelis", "4")):
        seats.take(login)
        seats.page.select_option("#nilai-1\\.1", "3")
        seats.page.select_option("#nilai-1\\.2", value)
        assert "8 indikator belum Anda nilai" in seats.press("Simpan D1")
        panel.save_rating(catalog, who[login], key, all_at(3, *rest))
        seats.again()
        seats.press("Tutup nilai saya")
    told = seats.page.inner_text("main")
    assert "kappa" in told
    assert seats.page.input_value("#nilai-1\\.2") == "3"  # of 3 and 4 the lower
    fine(seats.page)
    seats.page.fill("#alasan-1\\.2", "Triwulan ketiga tidak ditinjau")
    seats.press("Simpan D1")
    assert "Level 3 (Terstandar) (belum final)" in seats.press("Tetapkan keputusan panel")


def object_and_answer(seats: Seats) -> None:
    seats.take("kepala")
    seats.page.fill("#isi-keberatan", "Tinjauan triwulan ketiga ada pada notulen.")
    seats.press("Ajukan keberatan")
    seats.take("panelis")
    seats.page.fill("#jawaban", "Notulen itu diterima.")
    seats.page.click("text=Ubah nilai")
    seats.page.select_option("#ubah-1\\.2", "4")
    fine(seats.page)
    told = seats.press("Jawab dan jadikan final")
    assert "Total 3,05, Level 3 (Terstandar)" in told
    assert "Saran untuk level berikutnya" in told
