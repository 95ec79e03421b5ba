"""Published, hostile and contract files that lie beside the repository: each ends with an outcome."""

import csv
import importlib.util
import json
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from indexer.pool import ReaderPool
from indexer.readers.reading import read_file

SHARED = Path(__file__).parents[4] / "shared"
FITS = {"indexed": {"ok"}, "skipped": {"ok"}}  # a hidden file is skipped by its name, before it is read


def needs(path: Path) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not path.exists(), reason=f"{path.name} is not beside this repository")


def read_all(paths: list[Path]) -> dict[Path, str]:
    with ReaderPool(1) as pool:
        results = list(pool.read_many((p, p.name) for p in paths))
    assert all(r.seconds < 30 for r in results)
    assert all(r.reason for r in results if r.code != "ok")
    return {r.path: r.code for r in results}


@pytest.mark.slow
@needs(SHARED / "realdocs/files")
def test_every_published_file_ends_with_an_outcome() -> None:
    paths = [p for p in (SHARED / "realdocs/files").rglob("*") if p.is_file()]
    codes = read_all(paths)
    assert len(codes) == len(paths)
    assert set(codes.values()) <= {"ok", "empty", "needs_office"}


@pytest.mark.slow
@needs(SHARED / "realdocs/files")
def test_the_known_quotes_stand_on_their_pages() -> None:
    questions = [json.loads(line) for line in (SHARED / "realdocs/questions.jsonl").open(encoding="utf-8")]
    asked = [q for q in questions if q.get("path")]
    with ReaderPool(1) as pool:
        for path in {q["path"] for q in asked}:
            document = pool.read(SHARED / "realdocs" / path, path).document
            assert document
            for q in (q for q in asked if q["path"] == path):
                on = [p.text for p in document.pages if q["page"] in {None, p.page, str(p.page), p.sheet}]
                assert any(folded(q["answer_quote"]) in folded(text) for text in on), q


@pytest.mark.slow
@needs(SHARED / "realdocs/manifest.tsv")
def test_every_published_file_has_as_many_pages_slides_or_sheets_as_it_is_known_to_have() -> None:
    with (SHARED / "realdocs/manifest.tsv").open(encoding="utf-8") as manifest:
        known = {row["path"]: int(row["pages"]) for row in csv.DictReader(manifest, delimiter="\t") if row["pages"]}
    paths = {SHARED / "realdocs" / path: path for path in known}
    with ReaderPool(1) as pool:
        for result in pool.read_many((path, path.name) for path in paths):
            if result and result.document:
                places = [p.page or p.sheet for p in result.document.pages]
                assert len(places) == known[paths[result.path]], result.path
                assert isinstance(places[0], str) or places == list(range(1, len(places) + 1)), result.path


@pytest.mark.slow
@needs(SHARED / "hostile/hostile.tar.gz")
def test_every_hostile_file_ends_as_expected(tmp_path: Path) -> None:
    with tarfile.open(SHARED / "hostile/hostile.tar.gz") as tar:
        tar.extractall(tmp_path, filter="data")
    with (SHARED / "hostile/manifest.tsv").open(encoding="utf-8") as manifest:
        expected = {tmp_path / row["path"]: row["expected"] for row in csv.DictReader(manifest, delimiter="\t")}
    codes = read_all(list(expected))
    for path, fit in expected.items():
        if fit == "not-indexed":
            assert codes[path] != "ok", path
        elif fit != "any":
            assert codes[path] in FITS[fit], path


@needs(SHARED / "check/files.py")
def test_the_small_files_of_the_contract(tmp_path: Path) -> None:
    files, contract = load("files"), load("contract")
    contract.make(tmp_path)
    pdf = read_file(tmp_path / "sop/peminjaman.pdf", "peminjaman.pdf", 10)
    assert pdf.pages[1].text == "\n".join(contract.SOP)
    docx = read_file(tmp_path / "KAK drainase.docx", "KAK drainase.docx", 10)
    assert (docx.kind, docx.pages[0].text) == ("kak", "\n".join(contract.KAK))
    sheet = read_file(tmp_path / "kib_b.xlsx", "kib_b.xlsx", 10).pages[0]
    assert [r.row for r in sheet.rows] == [2, 3, 4]
    assert sheet.rows[2].cells["Kode Barang"] == "1.3.2.05.01.05.043"
    assert files


def load(name: str) -> ModuleType:
    sys.path.insert(0, str(SHARED / "check"))
    try:
        spec = importlib.util.spec_from_file_location(name, SHARED / f"check/{name}.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        source = (SHARED / f"check/{name}.py").read_text(encoding="utf-8").replace("\nmain()\n", "\n")
        exec(compile(source, name, "exec"), module.__dict__)  # without its last line, which runs it
    finally:
        sys.path.pop(0)
    return module


def folded(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
