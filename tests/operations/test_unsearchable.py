"""`rujukan status --unsearchable`: what no search finds, where it lies, and why."""

from pathlib import Path

import pytest

from tests.indexer.readers import samples
from tests.operations.conftest import Rujukan


@pytest.fixture
def half_scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a scan and of a paper whose second page is one; no OCR is installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    folder = tmp_path / "berkas"
    folder.mkdir()
    body = samples.shown(["Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian."])
    samples.pdf(folder / "surat.pdf", [body, samples.SCAN])
    samples.pdf(folder / "scan.pdf", [samples.SCAN])
    return folder


def test_pages_and_whole_files_are_listed_with_the_reason(rujukan: Rujukan, half_scanned: Path) -> None:
    run = rujukan("index", half_scanned, "--source", "s", "--json").doc
    assert (run["indexed"], run["skipped"]) == (1, 1)
    scan, page = rujukan("status", "--unsearchable", "--json").doc["pages"]
    assert [scan[key] for key in ("source", "path", "page", "state")] == ["s", "scan.pdf", None, "needs_ocr"]
    assert "tesseract-ocr" in scan["why"]
    assert [page[key] for key in ("source", "path", "page", "state")] == ["s", "surat.pdf", 2, "needs_ocr"]
    assert "OCR belum terpasang" in page["why"]


def test_people_get_a_line_for_each(rujukan: Rujukan, half_scanned: Path) -> None:
    rujukan("index", half_scanned, "--source", "s", "--json")
    told = rujukan("status", "--unsearchable").out.splitlines()
    assert told[0].startswith("s/scan.pdf [needs_ocr]: ")
    assert told[1].startswith("s/surat.pdf (halaman 2) [needs_ocr]: ")
    assert told[2] == "2 halaman atau berkas belum dapat dicari."


def test_nothing_to_list_is_said(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers, "--json")
    assert rujukan("status", "--unsearchable", "--json").doc["pages"] == []
    assert rujukan("status", "--unsearchable").out == "Semua halaman dapat dicari.\n"
