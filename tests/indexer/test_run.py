"""An index run over real files, real readers and real indexes: what becomes of each file, and what is kept."""

import errno
import os
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pypdf import PdfWriter

from catalog import originals, vectors
from catalog.audit import findings
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import RujukanError
from catalog.files import Stat
from catalog.folder import DataFolder
from catalog.metadata import Metadata
from catalog.opening import create
from catalog.vectors import VectorSet
from engine.engine import Engine
from indexer import planning
from indexer.manifest import load
from indexer.outcome import Item, Run
from indexer.run import Options, Tools, index
from indexer.sources import scan
from tests.indexer.ocr import scans
from tests.indexer.ocr.scans import with_tesseract
from tests.indexer.office import papers
from tests.indexer.office.papers import with_office
from tests.indexer.readers import samples
from tests.word_counts import WIDTH, WordCounts

APPROVED = Metadata(unit="DINKES", access="internal", status="disahkan")


@dataclass
class Desk:
    """A folder to index, and a catalog to index it into."""

    folder: Path
    catalog: Catalog
    told: list[Item] = field(default_factory=list)

    def write(self, path: str, text: str) -> Path:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf8")
        return place

    def index(self, options: Options | None = None, place: Path | None = None) -> Run:
        embedder = WordCounts()
        engine = Engine.open(self.catalog.folder, VectorSet(embedder.model_id), WIDTH, threads=1)
        tools = Tools(self.catalog, engine, embedder)
        found = scan(place or self.folder, None)
        return index(tools, [found], options or Options(), lambda item, _done, _total: self.told.append(item))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "berkas").mkdir()
    made = Desk(tmp_path / "berkas", create(tmp_path / "data"))
    made.write("sop.txt", "SOP PEMINJAMAN\nNota dinas diajukan tiga hari kerja sebelumnya.\n")
    made.write("arsip/panduan.md", "# Panduan arsip\n\nArsip inaktif dipindahkan setelah dua tahun.\n")
    return made


def by_path(run: Run) -> dict[str, Item]:
    return {item.path: item for item in run.items}


def outcomes(run: Run) -> dict[str, tuple[str, str]]:
    return {item.path: (item.outcome, item.code) for item in run.items}


def rows(catalog: Catalog, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in catalog.db.query(sql)]


def test_every_file_ends_with_an_outcome_and_the_counts_add_up(desk: Desk) -> None:
    (desk.folder / "rusak.pdf").write_bytes(b"%PDF-1.7\n" + b"\x00" * 500)
    (desk.folder / "kosong.txt").write_bytes(b"")
    desk.write(".rahasia", "x")
    run = desk.index()
    assert outcomes(run) == {
        "sop.txt": ("indexed", "ok"),
        "arsip/panduan.md": ("indexed", "ok"),
        "rusak.pdf": ("failed", "corrupt"),
        "kosong.txt": ("failed", "empty"),
        ".rahasia": ("skipped", "hidden"),
    }
    document = run.to_json()
    assert sum(document[k] for k in ("indexed", "unchanged", "failed", "skipped")) == len(document["items"]) == 5
    assert all(item.reason for item in run.items if item.outcome in ("failed", "skipped"))
    assert len(desk.told) == 5
    assert findings(desk.catalog) == []


def test_bytes_that_were_purged_are_not_taken_in_again_under_any_name(desk: Desk) -> None:
    sha = originals.sha256_of(desk.folder / "sop.txt")
    desk.catalog.db.execute("INSERT INTO purged_original (sha256) VALUES (?)", [sha])
    shutil.copy(desk.folder / "sop.txt", desk.folder / "salinan.txt")
    for _ in range(2):
        told = outcomes(desk.index())
        assert told["sop.txt"] == told["salinan.txt"] == ("skipped", "purged")
    assert not originals.place_of(desk.catalog.folder, sha).exists()
    assert list(desk.catalog.folder.incoming.iterdir()) == []


def test_the_second_run_reads_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.index()
    before = digest(desk.catalog)
    monkeypatch.setattr("catalog.originals.take", None)
    assert set(outcomes(desk.index()).values()) == {("unchanged", "unchanged")}
    assert digest(desk.catalog) == before


def test_a_touched_file_with_the_same_bytes_is_unchanged(desk: Desk) -> None:
    desk.index()
    os.utime(desk.folder / "sop.txt", (1, 1))
    assert outcomes(desk.index())["sop.txt"] == ("unchanged", "unchanged")
    assert rows(desk.catalog, "SELECT max(number) FROM version") == [(1,)]


def test_checksum_sees_a_change_that_size_and_times_hide(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    place = desk.folder / "sop.txt"
    monkeypatch.setattr("catalog.files.Stat.of", lambda seen: Stat(seen.st_size, 0, 0, seen.st_ino))
    desk.index()
    place.write_text(place.read_text().replace("tiga", "lima"))
    assert outcomes(desk.index())["sop.txt"] == ("unchanged", "unchanged")
    item = by_path(desk.index(Options(checksum=True)))["sop.txt"]
    assert (item.outcome, item.version) == ("indexed", 2)


def test_a_run_that_the_disk_ends_leaves_no_copies_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("catalog.originals.keep", full)
    with pytest.raises(RujukanError, match="penuh"):
        desk.index()
    assert list(desk.catalog.folder.incoming.iterdir()) == []


def test_a_moved_file_keeps_its_asset_and_its_old_path_is_not_removed(desk: Desk) -> None:
    asset = by_path(desk.index())["arsip/panduan.md"].asset
    (desk.folder / "arsip/panduan.md").rename(desk.folder / "panduan arsip.md")
    run = desk.index()
    item = by_path(run)["panduan arsip.md"]
    assert (item.outcome, item.code, item.asset) == ("unchanged", "moved", asset)
    assert run.removed == []
    assert len(rows(desk.catalog, "SELECT id FROM asset")) == 2


def test_a_copy_is_an_asset_of_its_own_and_is_not_embedded_again(desk: Desk) -> None:
    desk.index()
    made = rows(desk.catalog, "SELECT count(*) FROM vector")
    shutil.copy(desk.folder / "sop.txt", desk.folder / "salinan.txt")
    assert outcomes(desk.index())["salinan.txt"] == ("indexed", "ok")
    assert len(rows(desk.catalog, "SELECT id FROM asset")) == 3
    assert rows(desk.catalog, "SELECT count(*) FROM vector") == made


def test_a_changed_file_becomes_a_new_version_that_is_draf_where_the_run_names_no_status(desk: Desk) -> None:
    desk.index(Options(given=APPROVED))
    desk.write("sop.txt", "SOP PEMINJAMAN\nNota dinas diajukan lima hari kerja sebelumnya.\n")
    item = by_path(desk.index())["sop.txt"]
    assert (item.outcome, item.version) == ("indexed", 2)
    found = rows(
        desk.catalog,
        "SELECT number, status, live FROM version WHERE asset = (SELECT id FROM asset WHERE path = 'sop.txt')",
    )
    assert found == [(1, "disahkan", 1), (2, "draf", 1)]


def test_flags_reach_unchanged_files_without_reading_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.index()
    monkeypatch.setattr("catalog.originals.take", None)
    desk.index(Options(given=APPROVED))
    assert rows(desk.catalog, "SELECT DISTINCT unit, access FROM asset") == [("DINKES", "internal")]
    assert rows(desk.catalog, "SELECT DISTINCT status FROM version") == [("disahkan",)]


def test_a_gone_file_is_reported_every_time_and_stays_until_it_is_dropped(desk: Desk) -> None:
    desk.index()
    (desk.folder / "sop.txt").unlink()
    assert desk.index().removed == ["sop.txt"]
    assert desk.index().removed == ["sop.txt"]
    assert len(rows(desk.catalog, "SELECT id FROM asset")) == 2
    desk.write("sop.txt", "SOP PEMINJAMAN\nNota dinas diajukan tiga hari kerja sebelumnya.\n")
    run = desk.index()
    assert (outcomes(run)["sop.txt"], run.removed) == (("unchanged", "unchanged"), [])


def test_a_file_that_fails_after_it_was_indexed_keeps_its_old_version(desk: Desk) -> None:
    asset = by_path(desk.index(Options(given=APPROVED)))["sop.txt"].asset
    (desk.folder / "sop.txt").write_bytes(b"")
    for _ in range(2):
        item = by_path(desk.index())["sop.txt"]
        assert (item.outcome, item.code, item.asset, item.version) == ("failed", "empty", asset, 1)
    assert len(rows(desk.catalog, "SELECT id FROM passage")) == 2


def test_a_failed_file_is_read_again_only_when_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    place = desk.folder / "rusak.pdf"
    place.write_bytes(b"%PDF-1.7\n" + b"\x00" * 500)
    desk.index()
    take = originals.take
    taken: list[str] = []

    def watched(folder: DataFolder, source: Path) -> originals.Incoming:
        taken.append(source.name)
        return take(folder, source)

    monkeypatch.setattr(originals, "take", watched)
    desk.index()
    assert taken == []
    assert outcomes(desk.index(Options(retry_failed=True)))["rusak.pdf"] == ("failed", "corrupt")
    assert taken == ["rusak.pdf"]


def test_one_file_removes_nothing_of_its_folder(desk: Desk) -> None:
    desk.index()
    (desk.folder / "arsip/panduan.md").unlink()
    assert desk.index(place=desk.folder / "sop.txt").removed == []


def test_the_manifest_beats_the_flags_and_a_bad_row_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,unit,access,title\nsop.txt,BPAD,terbuka,SOP Kendaraan\narsip/panduan.md,SALAH,terbuka,\n")
    run = desk.index(Options(given=APPROVED, manifest=load(desk.catalog, manifest)))
    item = by_path(run)["arsip/panduan.md"]
    assert (item.outcome, item.code) == ("failed", "bad_manifest_row")
    assert "Baris 3" in item.reason
    found = rows(desk.catalog, "SELECT path, title, unit, access FROM asset")
    assert found == [("sop.txt", "SOP Kendaraan", "BPAD", "terbuka")]


def test_a_new_title_is_embedded_from_stored_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.index()
    old = {row[0] for row in rows(desk.catalog, "SELECT hash FROM passage")}
    monkeypatch.setattr("catalog.originals.take", None)
    manifest = desk.folder.parent / "m.csv"
    manifest.write_text("path,title\nsop.txt,Judul yang baru\n")
    desk.index(Options(manifest=load(desk.catalog, manifest)))
    new = {row[0] for row in rows(desk.catalog, "SELECT hash FROM passage")}
    assert len(new - old) == 1
    assert vectors.unembedded(desk.catalog, vectors.VectorSet("word-counts")) == []
    assert len(rows(desk.catalog, "SELECT hash FROM vector")) == 2


def test_workers_do_not_change_what_is_stored(desk: Desk, tmp_path: Path) -> None:
    for number in range(12):
        desk.write(f"{number}.txt", f"Berkas nomor {number} tentang arsip dan aset.")
    desk.index(Options(workers=1))
    other = replace(desk, catalog=create(tmp_path / "lain"))
    other.index(Options(workers=3))
    assert digest(other.catalog) == digest(desk.catalog)


def test_a_dry_run_tells_what_would_be_done_and_writes_nothing(desk: Desk) -> None:
    desk.index()
    desk.write("baru.txt", "berkas baru")
    (desk.folder / "sop.txt").unlink()
    before = rows(desk.catalog, "SELECT * FROM file")
    run = planning.plan(desk.catalog, [scan(desk.folder, None)], Options())
    assert outcomes(run) == {"baru.txt": ("indexed", "dry_run"), "arsip/panduan.md": ("unchanged", "unchanged")}
    assert run.removed == ["sop.txt"]
    assert rows(desk.catalog, "SELECT * FROM file") == before


def only(run: Run, path: str) -> Item:
    return next(item for item in run.items if item.path == path)


def test_a_scan_without_ocr_is_skipped_and_says_what_to_install(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans.scan(desk.folder / "scan.pdf", [scans.paper()])
    scans.scan(desk.folder / "foto.jpg", [scans.paper()])
    monkeypatch.setenv("PATH", str(tmp_path))
    for _ in range(2):
        run = desk.index()
        for path in ("scan.pdf", "foto.jpg"):
            item = only(run, path)
            assert (item.outcome, item.code) == ("skipped", "needs_ocr")
            assert "apt-get install tesseract-ocr tesseract-ocr-ind" in item.reason


@with_tesseract
def test_ocr_that_is_installed_later_completes_what_was_skipped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans.scan(desk.folder / "scan.pdf", [scans.paper()])
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        desk.index()
    assert only(planning.plan(desk.catalog, [scan(desk.folder, None)], Options()), "scan.pdf").code == "dry_run"
    item = only(desk.index(), "scan.pdf")
    assert (item.outcome, item.pages, item.pages_unsearchable) == ("indexed", 1, 0)
    assert only(desk.index(), "scan.pdf").outcome == "unchanged"


@with_tesseract
def test_a_paper_that_was_approved_before_ocr_was_there_stays_approved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned, written = tmp_path / "scan.pdf", tmp_path / "teks.pdf"
    scans.scan(scanned, [scans.paper()])
    samples.pdf(written, [samples.shown(["Surat pengantar berkas pindaian yang disahkan."])])
    writer = PdfWriter()
    writer.append(written)
    writer.append(scanned)
    writer.write(desk.folder / "campur.pdf")
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        first = only(desk.index(Options(given=APPROVED)), "campur.pdf")
    assert (first.outcome, first.pages, first.pages_unsearchable) == ("indexed", 2, 1)
    again = only(desk.index(), "campur.pdf")
    assert (again.outcome, again.asset, again.version, again.pages_unsearchable) == ("indexed", first.asset, 1, 0)
    rows = desk.catalog.db.query("SELECT status FROM version")
    assert "disahkan" in [row["status"] for row in rows]
    assert findings(desk.catalog) == []
    assert only(desk.index(), "campur.pdf").outcome == "unchanged"


def test_an_old_word_file_without_libreoffice_is_skipped_and_says_what_to_install(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.rtf(desk.folder / "surat.rtf")
    monkeypatch.setenv("PATH", str(tmp_path))
    for _ in range(2):
        item = only(desk.index(), "surat.rtf")
        assert (item.outcome, item.code) == ("skipped", "needs_office")
        assert "apt-get install --no-install-recommends libreoffice-writer-nogui" in item.reason


@with_office
def test_libreoffice_that_is_installed_later_completes_what_was_skipped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.rtf(desk.folder / "surat.rtf")
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        desk.index()
    assert only(planning.plan(desk.catalog, [scan(desk.folder, None)], Options()), "surat.rtf").code == "dry_run"
    item = only(desk.index(), "surat.rtf")
    assert (item.outcome, item.pages, item.passages) == ("indexed", 1, 1)
    assert only(desk.index(), "surat.rtf").outcome == "unchanged"
    assert findings(desk.catalog) == []


@with_tesseract
def test_a_picture_without_text_is_skipped_and_not_looked_at_again(desk: Desk) -> None:
    scans.scan(desk.folder / "kosong.png", [scans.paper(["~"])])
    for _ in range(2):
        item = only(desk.index(), "kosong.png")
        assert (item.outcome, item.code) == ("skipped", "needs_ocr")
        assert "OCR tidak menemukan teks" in item.reason
