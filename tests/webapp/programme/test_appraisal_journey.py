"""An assessment from its self-assessment to the level, in a real browser, by the five whose turn it is."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from catalog import communities
from catalog.database import Catalog
from catalog.opening import open_existing
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
from tests.webapp.browsing import IN_A_BROWSER
from tests.webapp.people import PASSWORD
from tests.webapp.programme.seats import Seats, fine, offers, press, said, seated

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


class Turns:
    """The appraisal in the window of whoever has the turn."""

    def __init__(self, seats: Seats, key: str) -> None:
        self.seats, self._path = seats, f"/penilaian/{key}"
        self.page = seats.of("")

    def take(self, login: str) -> None:
        self.page = self.seats.at(login, self._path)

    def again(self) -> None:
        """Open the appraisal anew: what was given beside the browser is what is seen then."""
        self.page.goto(self._path)

    def press(self, name: str) -> str:
        press(self.page, name)
        return said(self.page)

    def cannot(self, name: str, *logins: str) -> None:
        """Assert that these open the appraisal and find no button of this name."""
        for login in logins:
            assert not offers(self.seats.at(login, self._path), name), login


def test_five_seats_bring_a_community_to_its_level(browser: Browser, catalog: Catalog, tmp_path: Path) -> None:
    key, who = listing(catalog)[0].key, known(catalog)
    with seated(browser, catalog) as seats:
        turns = Turns(seats, key)
        assess(turns, tmp_path)
        verify(turns, catalog, who, key)
        rate(turns, catalog, who, key)
        object_and_answer(turns)
        seats.nothing_at(f"/penilaian/{key}", "", "asn")
        assert "Terstandar (level 3)" in said(seats.at("asn", "/komunitas/1"))
    maturity = communities.maturity(catalog, "Komunitas Pembelajar BPAD")
    assert maturity is not None
    assert (maturity.level, maturity.assessor) == (3, "Panel BPSDM (1 anggota, 1 juri tamu)")


def assess(turns: Turns, tmp_path: Path) -> None:
    turns.take("ketua")
    turns.page.select_option("#nilai-1\\.1", "3")
    turns.page.select_option("#nilai-1\\.2", "3")
    assert "1 hal belum lengkap" in turns.press("Simpan D1")
    (tmp_path / "notulen.pdf").write_bytes(b"%PDF-1.7 notulen")
    turns.page.select_option("#indikator", "1.2")
    turns.page.select_option("#level", "3")
    turns.page.fill("#hari", "2026-05-20")
    turns.page.fill("#catatan", "Notulen tinjauan pimpinan")
    turns.page.set_input_files("#berkas", tmp_path / "notulen.pdf")
    assert "notulen.pdf" in turns.press("Tambah bukti")
    assert "Giliran Anda" not in turns.press("Ajukan untuk diverifikasi")


def verify(turns: Turns, catalog: Catalog, who: People, key: str) -> None:
    turns.cannot("Selesaikan verifikasi", "ketua", "mentor")
    turns.take("verifikator")
    turns.page.get_by_text("Kembalikan kepada komunitas").click()
    turns.page.fill("#kembali", "Notulen tinjauan belum ditandatangani.")
    fine(turns.page)
    turns.press("Kembalikan")
    turns.take("ketua")
    assert "Notulen tinjauan belum ditandatangani." in said(turns.page)
    turns.press("Ajukan untuk diverifikasi")
    turns.take("verifikator")
    with turns.page.expect_download() as download:
        turns.page.click("text=notulen.pdf")
    assert download.value.suggested_filename == "notulen.pdf"
    turns.page.select_option("#nilai-1\\.2", "4")
    assert "Tuliskan alasan untuk nilai indikator 1.2." in turns.press("Simpan D1")
    turns.page.fill("#alasan-1\\.2", "Ada pula tinjauan setiap triwulan")
    turns.press("Simpan D1")
    assert "20 indikator belum diverifikasi" in turns.press("Selesaikan verifikasi")
    rest = [code for code in (*HUMAN, *PROPOSED, *COMPUTED) if code not in (*FIRST, "1.3")]
    appraisal_steps.save_verified(catalog, who["verifikator"], key, all_at(3, *rest))
    assert "diubah sejak halamannya dibuka" in turns.press("Selesaikan verifikasi")
    assert "Giliran Anda" not in turns.press("Selesaikan verifikasi")


def rate(turns: Turns, catalog: Catalog, who: People, key: str) -> None:
    turns.cannot("Tetapkan penilai", "verifikator")
    turns.take("panelis")
    for name in ("Panelis Contoh (anggota panel)", "Juri Contoh (juri tamu)"):
        turns.page.check(f"text={name}")
    turns.press("Tetapkan penilai")
    rest = [code for code in (*HUMAN, *PROPOSED) if code not in FIRST]
    for login, value in (("juri", "3"), ("panelis", "4")):
        turns.take(login)
        turns.page.select_option("#nilai-1\\.1", "3")
        turns.page.select_option("#nilai-1\\.2", value)
        assert "8 indikator belum Anda nilai" in turns.press("Simpan D1")
        panel.save_rating(catalog, who[login], key, all_at(3, *rest))
        turns.again()
        turns.press("Tutup nilai saya")
    told = turns.page.inner_text("main")
    assert "kappa" in told
    assert turns.page.input_value("#nilai-1\\.2") == "3"  # of 3 and 4 the lower
    fine(turns.page)
    turns.page.fill("#alasan-1\\.2", "Triwulan ketiga tidak ditinjau")
    turns.press("Simpan D1")
    assert "Level 3 (Terstandar) (belum final)" in turns.press("Tetapkan keputusan panel")


def object_and_answer(turns: Turns) -> None:
    turns.cannot("Ajukan keberatan", "ketua", "juri")
    turns.take("kepala")
    turns.page.fill("#isi-keberatan", "Tinjauan triwulan ketiga ada pada notulen.")
    turns.press("Ajukan keberatan")
    turns.cannot("Jawab dan jadikan final", "kepala", "juri")
    turns.take("panelis")
    turns.page.fill("#jawaban", "Notulen itu diterima.")
    turns.page.click("text=Ubah nilai")
    turns.page.select_option("#ubah-1\\.2", "4")
    fine(turns.page)
    told = turns.press("Jawab dan jadikan final")
    assert "Total 3,05, Level 3 (Terstandar)" in told
    assert "Saran untuk level berikutnya" in told
