"""Old office files through the real LibreOffice: read like new ones, and nothing else than the file is read."""

import hashlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.document import Document, ReadError
from indexer.limits import Limits
from indexer.office import conversion
from indexer.office.conversion import Converter
from indexer.office.program import Program, find
from indexer.pool import ReaderPool, ReadResult
from indexer.readers.sniff import DOC, RTF
from tests.indexer.office import papers
from tests.indexer.office.papers import with_office
from tests.indexer.readers import samples
from tests.indexer.readers.test_shared_files import SHARED, needs
from tests.indexer.test_pool import alive, wait_for

HEADED = '<text:h text:outline-level="1">Panduan arsip</text:h><text:p>Arsip inaktif dipindahkan.</text:p>'


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[ReaderPool]:
    found = find()
    assert found is not None
    converter = Converter(found, tmp_path / "scratch", Limits(office_seconds=60))
    with ReaderPool(2, office=converter) as made:
        yield made
    assert list((tmp_path / "scratch").iterdir()) == []


def read(path: Path, pool: ReaderPool) -> Document:
    result = pool.read(path, path.name)
    assert (result.path, result.code) == (path, "ok")
    assert result.document is not None
    return result.document


def refused(path: Path, converter: Converter) -> ReadResult:
    with ReaderPool(1, office=converter) as pool:
        result = pool.read(path, path.name)
    assert result.document is None
    return result


def stand_in(folder: Path, script: str) -> Program:
    """Return a program of our own in the place of LibreOffice."""
    path = folder / "soffice.bin"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf8")
    path.chmod(0o755)
    return Program(str(path), frozenset({"writer"}))


@with_office
def test_an_old_word_file_is_read_with_its_headings_and_tables(tmp_path: Path, pool: ReaderPool) -> None:
    table = papers.table(["Jabatan", "Jumlah"], ["Tenaga ahli", "2"])
    document = read(papers.saved_as(papers.open_document(tmp_path / "a.odt", HEADED + table), "doc"), pool)
    page = document.pages[0]
    assert document.media_type == DOC
    assert (len(document.pages), page.page, page.sheet) == (1, None, None)
    assert page.text.split("\n") == [
        "Panduan arsip",
        "Arsip inaktif dipindahkan.",
        "Jabatan | Jumlah",
        "Tenaga ahli | 2",
    ]
    assert [(page.text[h.start : h.end], h.level) for h in page.headings] == [("Panduan arsip", 1)]


@with_office
def test_an_old_slide_show_is_read_slide_by_slide(tmp_path: Path, pool: ReaderPool) -> None:
    slides = samples.slides(tmp_path / "a.pptx", [("Tarif PBB", "Tarif 0,5 persen."), ("Penutup", "")])
    document = read(papers.saved_as(slides, "ppt"), pool)
    assert document.media_type == "application/vnd.ms-powerpoint"
    assert [(page.page, page.text) for page in document.pages] == [(1, "Tarif PBB\nTarif 0,5 persen."), (2, "Penutup")]
    assert document.kind == "paparan"


@with_office
def test_rich_text_and_open_documents_are_read(tmp_path: Path, pool: ReaderPool) -> None:
    letter = read(papers.rtf(tmp_path / "surat.rtf"), pool)
    text = read(papers.open_document(tmp_path / "a.odt", HEADED), pool)
    book = read(papers.open_document(tmp_path / "b.ods", papers.table(["Meja", "0012"]), "spreadsheet"), pool)
    assert letter.pages[0].text == "Surat tugas pengurus barang."
    assert text.pages[0].text == "Panduan arsip\nArsip inaktif dipindahkan."
    assert [(page.sheet, page.text) for page in book.pages] == [("KIB B", "Meja | 0012")]
    assert [d.media_type for d in (letter, text, book)] == [RTF, f"{papers.ODF}.text", f"{papers.ODF}.spreadsheet"]


@with_office
def test_advisory_17_what_a_file_points_to_is_not_fetched(tmp_path: Path, pool: ReaderPool) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("ISI BERKAS LAIN", encoding="utf8")
    source = f'<text:section-source xlink:href="{secret.as_uri()}"/>'
    link = f'<text:section text:name="s">{source}<text:p>Bagian.</text:p></text:section>'
    field = rf'{{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt Bagian.}}}}'
    for path in (papers.open_document(tmp_path / "a.odt", HEADED + link), papers.rtf(tmp_path / "a.rtf", field)):
        text = read(path, pool).pages[0].text
        assert text.endswith("Bagian.") and "ISI BERKAS" not in text


@with_office
def test_the_day_of_the_conversion_is_no_word_of_the_file(tmp_path: Path, pool: ReaderPool) -> None:
    today = r'{\field{\*\fldinst DATE \\@ "yyyy"}{\fldrslt 2019}} tamat.'
    assert read(papers.rtf(tmp_path / "a.rtf", today), pool).pages[0].text.split("\n")[1] == "tamat."


@with_office
def test_two_conversions_at_once_do_not_meet(tmp_path: Path, pool: ReaderPool) -> None:
    paths = [papers.rtf(tmp_path / f"{n}.rtf", f"Surat nomor {n}.") for n in range(2)]
    results = {r.path: r for r in pool.read_many((p, p.name) for p in paths) if r is not None}
    texts = [d.pages[0].text if (d := results[path].document) else "" for path in paths]
    assert [text.split("\n")[1] for text in texts] == ["Surat nomor 0.", "Surat nomor 1."]


@with_office
def test_a_broken_file_has_a_code_and_a_reason(tmp_path: Path, pool: ReaderPool) -> None:
    broken = tmp_path / "rusak.doc"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le"))
    result = pool.read(broken, broken.name)
    assert (result.code, result.document, bool(result.reason)) == ("corrupt", None, True)


@with_office
@needs(SHARED / "realdocs/files")
def test_the_published_word_97_files_are_read(pool: ReaderPool) -> None:
    found = {}
    for path in sorted((SHARED / "realdocs/files").rglob("*.doc")):
        page = read(path, pool).pages[0]
        found[hashlib.sha256(path.read_bytes()).hexdigest()[:8]] = (page.state, len(page.text) > 5000)
    assert len(found) == 2
    assert set(found.values()) == {("text", True)}


def test_a_part_that_is_missing_is_named(tmp_path: Path) -> None:
    program = Program("/tidak/ada", frozenset({"writer"}))
    path = papers.open_document(tmp_path / "a.odp", "", "presentation")
    result = refused(path, Converter(program, tmp_path, Limits()))
    assert result.code == "needs_office"
    assert "libreoffice-impress-nogui" in result.reason


@pytest.mark.parametrize(
    ("script", "code"),
    [("exit 3", "corrupt"), ("exit 0", "corrupt"), ("exit 81", "corrupt"), ("kill -9 $$", "too_large")],
)
def test_a_program_that_fails_costs_one_file(tmp_path: Path, script: str, code: str) -> None:
    converter = Converter(stand_in(tmp_path, script), tmp_path / "scratch", Limits())
    assert refused(papers.rtf(tmp_path / "a.rtf"), converter).code == code
    assert list((tmp_path / "scratch").iterdir()) == []


def test_advisory_15_a_program_that_takes_too_long_is_killed_with_what_it_started(tmp_path: Path) -> None:
    program = stand_in(tmp_path, f"sleep 300 & echo $! > '{tmp_path}/told'; wait")
    converter = Converter(program, tmp_path / "scratch", Limits(office_seconds=1))
    assert refused(papers.rtf(tmp_path / "a.rtf"), converter).code == "timeout"
    assert wait_for(lambda: not alive(int((tmp_path / "told").read_text())))


def test_a_program_that_is_killed_leaves_no_socket(tmp_path: Path) -> None:
    # As LibreOffice names it: by the profile that it was started with.
    named = "printf %s \"${1#*=}\" | iconv -t UTF-16LE | md5sum | cut -d' ' -f1"
    script = f"pipe=/tmp/OSL_PIPE_0_SingleOfficeIPC_$({named}); touch $pipe; echo $pipe > '{tmp_path}/told'; kill -9 $$"
    refused(papers.rtf(tmp_path / "a.rtf"), Converter(stand_in(tmp_path, script), tmp_path / "scratch", Limits()))
    pipe = Path((tmp_path / "told").read_text().strip())
    assert pipe.name.startswith("OSL_PIPE_0_") and not pipe.exists()


def test_a_program_that_writes_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stand_in(tmp_path, "exec cat /dev/zero > $HOME/besar")
    monkeypatch.setattr(conversion, "MAX_FILE_MB", 1)
    converter = Converter(program, tmp_path / "scratch", Limits())
    assert refused(papers.rtf(tmp_path / "a.rtf"), converter).code == "too_large"


def test_a_pool_that_is_left_ends_what_runs(tmp_path: Path) -> None:
    program = stand_in(tmp_path, f"echo $$ > '{tmp_path}/told'; exec sleep 300")
    converter = Converter(program, tmp_path / "scratch", Limits())
    path = papers.rtf(tmp_path / "a.rtf")
    with ReaderPool(1, office=converter) as pool:
        reading = threading.Thread(target=lambda: pool.read(path, path.name), daemon=True)
        reading.start()
        assert wait_for((tmp_path / "told").exists)
        time.sleep(0.1)
    assert wait_for(lambda: not alive(int((tmp_path / "told").read_text())))
    with pytest.raises(ReadError), converter.converted(path, RTF):
        pass


def test_the_program_is_known_by_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert find() is None
    home = tmp_path / "program"
    for place in (tmp_path / "bin", home):
        place.mkdir()
    for name in ("soffice", "soffice.bin"):
        (home / name).touch(0o755)
    (tmp_path / "bin/soffice").symlink_to(home / "soffice")
    assert find() is None
    for name in ("libsdlo.so", "libswlo.so"):
        (home / name).touch()
    found = find()
    assert found is not None
    assert (found.name, found.path) == ("libreoffice impress+writer", str(home / "soffice.bin"))
