"""Pages of real files through the real program: read, turned, kept; ended when it must be."""

import os
import time
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from embedding.cores import Cores
from indexer.document import Document
from indexer.ocr import recognition
from indexer.ocr.picture import Picture
from indexer.ocr.program import Program, find, name_of
from indexer.ocr.recognition import Recogniser
from indexer.ocr.stage import Ocr
from indexer.pool import ReaderPool
from tests.indexer.ocr import scans
from tests.indexer.ocr.scans import with_tesseract
from tests.indexer.test_pool import alive, wait_for

PAGE = Picture(200, 100, 150, 0, 0.0, b"\xff" * 20_000)


@pytest.fixture
def program() -> Program:
    found = find()
    assert found is not None
    return found


def read(path: Path, program: Program, folder: Path) -> Document:
    with ReaderPool(1, ocr=Ocr(program, folder)) as pool:
        document = pool.read(path, path.name).document
    assert document is not None
    return document


def stand_in(folder: Path, script: str) -> Program:
    """Return a program of our own in the place of Tesseract."""
    path = folder / "program"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf8")
    path.chmod(0o755)
    return Program(str(path), "0", tells_turn=False)


@with_tesseract
def test_a_scan_becomes_a_document_like_any_other(tmp_path: Path, program: Program) -> None:
    path = scans.scan(tmp_path / "a.pdf", [scans.paper(turned=2.0), Image.new("L", scans.A5, 252)])
    document = read(path, program, tmp_path / "ocr")
    first, second = document.pages
    assert first.text.split("\n") == list(scans.LETTER)
    assert (first.state, second.state, second.text) == ("ocr", "empty", "")
    assert first.quality > 0.8
    assert [first.text[box.start : box.end] for box in first.boxes] == list(scans.LETTER)
    tops = [box.top for box in first.boxes]
    assert tops == sorted(tops) and 0.08 < tops[0] < 0.16
    assert (document.kind, document.ocr) == ("sop", program.name)


@with_tesseract
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_or_stands_on_its_head_is_read(tmp_path: Path, program: Program, turned: int) -> None:
    lines = [*scans.LETTER, *scans.LETTER[1:]]
    document = read(scans.scan(tmp_path / "a.pdf", [scans.paper(lines, turned=turned)]), program, tmp_path / "ocr")
    page = document.pages[0]
    assert "Pengurus barang memeriksa kondisi kendaraan dan" in page.text
    head = page.boxes[0]
    edges = {90: head.left, 180: 1 - head.bottom, 270: 1 - head.right}
    assert 0.08 < edges[turned] < 0.16  # the first line is nearest to the edge that was the upper one


@with_tesseract
def test_every_picture_of_a_tiff_is_read(tmp_path: Path, program: Program) -> None:
    path = scans.scan(tmp_path / "a.tif", [scans.paper(), scans.paper(scans.LETTER[:3])])
    document = read(path, program, tmp_path / "ocr")
    assert [page.text.split("\n") for page in document.pages] == [list(scans.LETTER), list(scans.LETTER[:3])]
    assert document.media_type == "image/tiff"


@with_tesseract
def test_a_page_is_recognised_once(tmp_path: Path, program: Program) -> None:
    path = scans.scan(tmp_path / "a.pdf", [scans.paper()])
    first = read(path, program, tmp_path / "ocr")
    gone = replace(program, path=str(tmp_path / "tidak ada"))
    assert read(path, gone, tmp_path / "ocr") == first
    assert read(path, gone, tmp_path / "empty").pages[0].state == "needs_ocr"


def test_without_the_program_or_its_language_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find() is None and name_of(find()) == ""
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho tesseract 5.9\necho eng\n", encoding="utf8")
    program.chmod(0o755)
    assert find() is None
    program.write_text("#!/bin/sh\necho tesseract 5.9\necho eng\necho ind\n", encoding="utf8")
    assert name_of(find()) == "tesseract 5.9 ind+eng"


@pytest.mark.parametrize("script", ["exit 3", "kill -9 $$", "exec /tidak/ada", "head -c 100000000 /dev/zero"])
def test_a_program_that_fails_reads_nothing(tmp_path: Path, script: str) -> None:
    assert Recogniser(stand_in(tmp_path, script)).lines(PAGE) is None


def test_a_program_that_was_killed_once_is_asked_again(tmp_path: Path) -> None:
    said = "level\\n" + "\\t".join(["5", *"111110", "0", "50", "20", "95", "ARSIP"])
    killed = stand_in(tmp_path, f"mkdir '{tmp_path}/once' && kill -9 $$; printf '{said}\\n'")
    lines = Recogniser(killed).lines(PAGE)
    assert lines is not None
    assert [word.text for line in lines for word in line] == ["ARSIP"]


def test_a_program_that_takes_too_long_is_killed_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "WALL_SECONDS", 1.0)
    os.mkfifo(tmp_path / "told")
    program = stand_in(tmp_path, f"sleep 300 & echo $! > '{tmp_path}/told'; wait")
    told: list[int] = []
    hearing = Thread(target=lambda: told.append(int((tmp_path / "told").read_text())))
    hearing.start()
    # Its limits let it write to pipes only; its own child is told through one.
    assert Recogniser(program).lines(PAGE) is None
    hearing.join(20)
    assert wait_for(lambda: not alive(told[0]))


def test_stopping_ends_what_runs_and_starts_nothing_more(tmp_path: Path) -> None:
    recogniser = Recogniser(stand_in(tmp_path, "exec sleep 300"))
    results: list[object] = []
    reading = Thread(target=lambda: results.append(recogniser.lines(PAGE)))
    reading.start()
    time.sleep(0.5)
    recogniser.stop()
    reading.join(20)
    assert results == [None]
    assert recogniser.lines(PAGE) is None


def test_no_page_is_begun_while_a_run_is_asked_and_does_not_answer(tmp_path: Path) -> None:
    path = scans.scan(tmp_path / "a.pdf", [scans.paper()])
    marks = tmp_path / "marks"
    marks.mkdir()
    os.mkfifo(marks / "begun")
    cores = Cores(1)
    ocr = Ocr(stand_in(tmp_path, f"echo x > '{marks}/begun'"), tmp_path / "ocr", cores)
    with ReaderPool(1, ocr=ocr, cores=cores) as pool:
        reading = Thread(target=lambda: pool.read(path, path.name))

        def paused() -> bool:
            reading.start()
            time.sleep(1.0)
            return wait_for(lambda: cores.free == 1)

        assert pool.asked(paused)  # the file is read, and nobody holds the only core
        assert wait_for(lambda: (marks / "begun").read_text() == "x\n")
        reading.join(20)


@with_tesseract
def test_a_scan_of_the_sample_corpus_gives_its_sentences_word_by_word(tmp_path: Path, program: Program) -> None:
    path = Path(__file__).parents[3] / "corpora/contoh/GULKAR/scan0012_hidran.pdf"
    document = read(path, program, tmp_path / "ocr")
    assert [page.state for page in document.pages] == ["ocr"] * 3
    assert "Setiap hidran diperiksa dua kali setahun." in document.pages[2].text
    assert document.fields["nomor"] == "018/SOP/GULKAR/2018"
