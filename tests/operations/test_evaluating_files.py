"""`evaluate` over real files: the catalog is asked as it is, told by kind and type, and stays as it was."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from embedding import embedder
from embedding.embedder import Embedder
from tests.operations.conftest import Rujukan
from tests.word_counts import WordCounts

FILES = {
    "sop/arsip.txt": "SOP ARSIP\nArsip inaktif dipindahkan ke unit kearsipan setelah dua tahun.\n",
    "sop/kendaraan.md": "# SOP kendaraan dinas\n\nPeminjam mengajukan nota dinas paling lambat tiga hari kerja.\n",
    "data/tarif.html": "<title>Tarif</title><p>Tarif sewa gedung serbaguna Rp 500.000 per hari.</p>",
}
QUESTIONS = [
    {
        "q": "Kapan arsip inaktif dipindahkan?",
        "path": "files/sop/arsip.txt",
        "page": None,
        "answer_quote": "setelah dua tahun",
    },
    {"q": "Berapa tarif sewa gedung?", "path": "files/data/tarif.html", "answer_quote": "Rp 500.000 per hari"},
    {"q": "Siapa yang meminjam?", "path": "files/hilang.pdf", "page": 3, "answer_quote": "tidak ada"},
    {"q": "Apa isi sambutan gubernur?", "path": None, "page": None, "answer_quote": None},
]
MORE = [{"id": "n1", "q": "Berapa tarif sewa lapangan?", "type": "objek", "near": "data/tarif.html"}]


@pytest.fixture
def folder(tmp_path: Path, rujukan: Rujukan, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three files indexed by a model that counts words, and beside them their questions and their list."""

    def load(_model: str | None, *, threads: int) -> Embedder:
        assert threads > 0
        return WordCounts()

    monkeypatch.setattr(embedder, "load", load)
    place = tmp_path / "nyata"
    for name, text in FILES.items():
        (place / "files" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "files" / name).write_text(text, encoding="utf8")
    lines = [*map(json.dumps, QUESTIONS), "{rusak"]
    (place / "questions.jsonl").write_text("\n".join(lines), encoding="utf8")
    (place / "more.jsonl").write_text("\n".join(map(json.dumps, MORE)), encoding="utf8")
    (place / "manifest.tsv").write_text("path\tkind\nfiles/data/tarif.html\tdaftar\n", encoding="utf8")
    assert rujukan("index", place / "files").code == 0
    return place


def test_figures_are_told_of_all_by_kind_and_by_type(rujukan: Rujukan, folder: Path) -> None:
    result = rujukan("evaluate", folder, "--unanswerable", folder / "more.jsonl", "--json")
    doc = result.doc
    assert result.code == 0
    assert (doc["answerable"], doc["unanswerable"], doc["failed"]) == (3, 2, 0)
    assert doc["rates"]["doc5"] == doc["rates"]["page5"] == pytest.approx(2 / 3, abs=1e-3)
    assert doc["overall"]["doc5"]["low"] <= 2 / 3 <= doc["overall"]["doc5"]["high"]
    assert doc["by_kind"]["daftar"]["doc5"]["value"] == 1
    assert doc["by_kind"]["daftar"]["refusal"]["n"] == 1
    assert {"waktu", "uang", "orang", "objek", "tanpa jawaban"} == set(doc["by_type"])
    assert [answer["id"] for answer in doc["answers"]][-1] == "n1"


def test_a_bad_line_and_a_missing_file_are_told_and_end_nothing(rujukan: Rujukan, folder: Path) -> None:
    result = rujukan("evaluate", folder, "--json")
    assert [(line["file"], line["line"]) for line in result.doc["skipped"]] == [("questions.jsonl", 5)]
    assert "questions.jsonl baris 5 dilewati: bukan JSON" in result.err
    assert [absent["path"] for absent in result.doc["absent"]] == ["hilang.pdf"]


def test_two_runs_agree_and_the_catalog_stays_as_it_was(rujukan: Rujukan, folder: Path, tmp_path: Path) -> None:
    def stored() -> dict[str, str]:
        # The write-ahead log is folded in first: else whoever has the catalog open last does that, some time.
        with closing(sqlite3.connect(tmp_path / "data" / "catalog.db")) as catalog:
            assert catalog.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        files = (path for path in sorted((tmp_path / "data").rglob("*")) if path.is_file())
        kept = (path for path in files if path.name not in {"catalog.db-wal", "catalog.db-shm"})
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept}

    before = stored()
    first, again = (rujukan("evaluate", folder, "--json").doc for _ in range(2))
    assert first["overall"] == again["overall"]
    assert stored() == before


def test_two_settings_are_compared_by_a_paired_test(rujukan: Rujukan, folder: Path) -> None:
    against = rujukan("evaluate", folder, "--against", "lexical", "--json").doc["against"]
    assert against["setting"] == "lexical"
    assert {"old", "new", "difference", "low", "high", "p"} <= set(against["tests"]["doc5"])
    assert len(against["answers"]) == len(QUESTIONS)
    missing = rujukan("evaluate", folder, "--against", "shadow", "--json")
    assert (missing.code, missing.doc["error"]["code"]) == (1, "no_shadow_edition")


def test_a_share_is_the_quick_form(rujukan: Rujukan, folder: Path) -> None:
    doc = rujukan("evaluate", folder, "--share", "0.3", "--json").doc
    assert (doc["answerable"], doc["unanswerable"], doc["share"]) == (1, 1, 0.3)


def test_people_read_tables(rujukan: Rujukan, folder: Path) -> None:
    told = rujukan("evaluate", folder, "--unanswerable", folder / "more.jsonl", "--against", "no-glossary").out
    assert "3 pertanyaan terjawab dan 2 tanpa jawaban; setelan hybrid." in told
    assert "berkas, 5 teratas" in told
    assert "no-glossary dibanding hybrid" in told
    assert "daftar" in told


def test_questions_may_lie_elsewhere(rujukan: Rujukan, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "lain.jsonl"
    file.write_text(json.dumps(QUESTIONS[0]), encoding="utf8")
    assert rujukan("evaluate", folder / "files", "--questions", file, "--json").doc["questions"] == 1
    file.write_text("{rusak", encoding="utf8")
    assert rujukan("evaluate", folder, "--questions", file, "--json").doc["error"]["code"] == "bad_judgements"


def test_options_of_the_other_form_are_a_usage_error(rujukan: Rujukan, folder: Path, tmp_path: Path) -> None:
    assert rujukan("evaluate", folder, "--run", tmp_path / "run.trec", "--json").code == 2
    assert rujukan("evaluate", tmp_path, "--share", "0.5", "--json").code == 2
