"""An author's way in a real browser: a SOP and a KIB workbook are sent, read, described, and found once approved."""

import base64
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog import assets, editions, jobs, metadata, template, uploads
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from engine.engine import Engine
from indexer.rereading import Rereading
from indexer.run import Tools, to_the_end
from indexer.uploads import index_uploads
from search.searcher import Searcher
from tests.indexer.readers import samples
from tests.webapp.browsing import IN_A_BROWSER, WAYS, log_in, served
from tests.webapp.library import searchers
from tests.webapp.people import enrol
from tests.word_counts import WIDTH, WordCounts
from webapp.app import create_app

pytestmark = IN_A_BROWSER
SOP = [
    *("SOP PEMINJAMAN KENDARAAN DINAS", "Nomor SOP : 12/SOP/BPAD/2025", "Tanggal Efektif : 1 April 2025"),
    "Nota dinas peminjaman diajukan paling lambat tiga hari kerja sebelum pemakaian kendaraan.",
]


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    enrol(catalog, "siti", [Grant("penyusun", "BPAD")])
    return catalog


def papers(folder: Path) -> list[Path]:
    rows = [["Kode Barang", "Nama Barang", "Harga"], *(["1.3.2", f"Meja {n}", n * 1000] for n in range(1, 6))]
    return [
        samples.pdf(folder / "SOP Kendaraan.pdf", [samples.shown(SOP)]),
        samples.workbook(folder / "KIB B.xlsx", {"KIB B": rows}),
    ]


def worked(catalog: Catalog) -> None:
    """Do what a worker does with all that waits."""
    edition = editions.claim(catalog, editions.Model(WordCounts.model_id, WIDTH, "uji"))
    tools = Tools(catalog, Engine.open(catalog.folder, edition.vectors, WIDTH, threads=1), WordCounts())
    while job := jobs.claim(catalog, [uploads.JOB], now=time.time(), alone=True):
        index_uploads(tools, uploads.waiting_for(catalog, job.id), Rereading(job.id, 1, lambda *_: None, to_the_end))
        jobs.end(catalog, job, "done")


DROPPED = """(files) => {
    const held = new DataTransfer();
    for (const [name, content] of files)
        held.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name));
    return held;
}"""


def send(page: Page, files: list[Path], scripts: bool) -> None:
    page.wait_for_url("**/unggah")
    if scripts:
        named = [[file.name, base64.b64encode(file.read_bytes()).decode()] for file in files]
        held = page.evaluate_handle(DROPPED, named)
        for event in ("dragover", "drop"):
            page.dispatch_event("form.upload", event, {"dataTransfer": held})
    else:
        page.set_input_files("#berkas", files)
    with page.expect_navigation():
        page.click("form.upload button[type=submit]")


def describe(page: Page) -> None:
    assert "semuanya dapat dicari" in page.inner_text("main")
    assert page.input_value("#nomor") == "12/SOP/BPAD/2025"
    assert page.input_value("#tanggal") == "2025-04-01"
    page.fill("#ringkasan", "kata " * 60)
    page.fill("#unit_kerja", "Bidang Umum")
    page.click("text=Simpan isian")
    assert "Isian tersimpan." in page.inner_text("main")


def look_at_the_workbook(page: Page) -> None:
    page.click("text=KIB B.xlsx")
    page.click("text=Tiap halaman")
    assert "5 baris data." in page.inner_text("main")


def approved(catalog: Catalog, searcher: Searcher) -> None:
    """Let both be approved, as a reviewer and an approver would (tests/webapp/test_desk_journey.py)."""
    with catalog.writing():
        for one in uploads.sent_by(catalog, 1, 9):
            metadata.apply(catalog, assets.card(catalog, one.asset or "", OPERATOR).id, Metadata(status="disahkan"))
    searcher.engine.publish(catalog)


def find(page: Page) -> None:
    page.click("text=Cari / Tanya")
    for question, found in (("kapan nota dinas peminjaman diajukan", "tiga hari kerja"), ("meja 3", "Meja 3")):
        page.fill("[name=q]", question)
        page.press("[name=q]", "Enter")
        expect(page.locator("main")).to_contain_text(found)
        expect(page.locator(".hit").first).to_be_visible()


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_an_author_sends_a_sop_and_a_kib_says_what_they_are_and_finds_them(
    browser: Browser, catalog: Catalog, tmp_path: Path, width: int, scripts: bool
) -> None:
    found = searchers(catalog)
    app = create_app(folder=catalog.folder, searcher_of=found, scope=scope_of("public"))
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale="id-ID")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    with served(app) as address:
        page.goto(f"{address}/masuk?lanjut=/unggah")
        log_in(page, "siti")
        send(page, papers(tmp_path), scripts)
        page.click("text=SOP Kendaraan.pdf")
        assert "menunggu dibaca" in page.inner_text("main")
        worked(catalog)
        if scripts:  # the page looks for itself
            page.wait_for_selector("form.describe")
        else:
            page.click("text=Muat ulang")
        describe(page)
        page.goto(f"{address}/unggah")
        look_at_the_workbook(page)
        assert not scripts or page.evaluate("document.documentElement.scrollWidth") <= width
        drafts = [assets.card(catalog, one.asset or "", OPERATOR) for one in uploads.sent_by(catalog, 1, 9)]
        approved(catalog, found(catalog))
        find(page)
    context.close()
    assert faults == []
    card = next(one for one in drafts if one.path.endswith("SOP Kendaraan.pdf"))
    assert (card.kind, card.access, card.status, card.unit) == ("sop", "internal", "draf", "BPAD")
    assert template.of(catalog, card.version_id)["unit_kerja"] == "Bidang Umum"
