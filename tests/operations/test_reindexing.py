"""`reindex`, `compare`, `switch`, `rollback` and `reclaim` on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from catalog import job_requests, jobs
from catalog.editions import in_state
from catalog.opening import open_existing
from embedding.description import DESCRIPTION
from embedding.embedder import BUNDLED
from tests.operations.conftest import Rujukan

pytestmark = pytest.mark.skipif(not BUNDLED.is_dir(), reason="the bundled model is not built yet")

QUESTIONS = [
    {"q": "Kapan nota dinas peminjaman kendaraan diajukan?", "path": "sop/peminjaman.txt"},
    {"q": "Kapan arsip inaktif dipindahkan?", "path": "arsip.md"},
]


@pytest.fixture
def other_model(tmp_path: Path) -> Path:
    """The bundled model under another prompt: another id, other vectors, the same speed."""
    place = tmp_path / "model"
    shutil.copytree(BUNDLED, place)
    said = json.loads((place / DESCRIPTION).read_text("utf8"))
    said |= {"passage_prompt": "dokumen: ", "model_id": "0123456789abcdef"}
    (place / DESCRIPTION).write_text(json.dumps(said), encoding="utf8")
    return place


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    place = tmp_path / "pertanyaan.jsonl"
    place.write_text("\n".join(json.dumps(q) for q in QUESTIONS), encoding="utf8")
    return place


@pytest.fixture
def indexed(rujukan: Rujukan, papers: Path) -> Rujukan:
    rujukan("index", papers)
    return rujukan


def best(rujukan: Rujukan) -> str:
    return str(rujukan("search", "kapan arsip inaktif dipindahkan", "--json").doc["hits"][0]["path"])


def test_a_new_model_goes_all_the_way_and_back(indexed: Rujukan, other_model: Path, questions: Path) -> None:
    before = indexed("verify", "--digest", "--json").doc["digest"]
    built = indexed("reindex", "--model", other_model, "--json").doc
    assert (built["complete"], built["edition"]["state"]) == (True, "shadow")
    compared = indexed("compare", "--questions", questions, "--json").doc
    assert (compared["questions"], compared["passes"]) == (2, True)
    assert indexed("switch", "--json").doc["current"]["model"]["name"] == str(other_model)
    assert best(indexed) == "arsip.md"
    assert indexed("verify", "--digest", "--json").doc["digest"] == before
    assert indexed("rollback", "--json").doc["current"]["model"]["name"] == "bawaan"
    assert best(indexed) == "arsip.md"
    assert indexed("reclaim", "--shadow", "--json").doc["editions"] == 1
    assert indexed("verify", "--digest", "--json").doc == {
        **{"schema": 1, "clean": True, "digest": before, "findings": [], "repaired": []},
        "originals_checked": 2,
    }


def test_files_indexed_after_a_switch_are_there_after_a_rollback(
    indexed: Rujukan, other_model: Path, papers: Path
) -> None:
    indexed("reindex", "--model", other_model)
    indexed("switch", "--force")
    (papers / "cuti.txt").write_text("Izin cuti tahunan diajukan lewat aplikasi kepegawaian.\n", encoding="utf8")
    indexed("index", papers)
    indexed("rollback")
    assert indexed("search", "izin cuti tahunan", "--json").doc["hits"][0]["path"] == "cuti.txt"
    assert indexed("verify", "--json").code == 0


def test_a_catalog_whose_model_is_gone_says_how_it_goes_on(indexed: Rujukan, other_model: Path) -> None:
    indexed("reindex", "--model", other_model)
    indexed("switch", "--force")
    shutil.rmtree(other_model)
    error = indexed("search", "arsip", "--json").doc["error"]
    assert error["code"] == "bad_model"
    assert "`rujukan reindex --model bawaan` lalu `rujukan switch --force`" in error["message"]
    indexed("rollback")
    indexed("reclaim", "--shadow")
    assert best(indexed) == "arsip.md"


def test_status_numbers_editions_as_the_commands_do(indexed: Rujukan, other_model: Path) -> None:
    built = indexed("reindex", "--model", other_model, "--json").doc["edition"]["number"]
    told = indexed("status", "--json").doc["editions"]
    assert (told["current"]["number"], told["shadow"]["number"]) == (1, built) == (1, 2)


def test_another_splitting_is_not_built_from_the_files(indexed: Rujukan, papers: Path) -> None:
    shutil.rmtree(papers)
    assert indexed("reindex", "--words", 40, "--overlap", 10, "--json").doc["complete"]
    assert indexed("switch", "--force", "--json").doc["current"]["words"] == 40
    assert best(indexed) == "arsip.md"


@pytest.mark.parametrize(
    ("commands", "code"),
    [
        ([("compare",)], "no_shadow_edition"),
        ([("switch",)], "no_shadow_edition"),
        ([("rollback",)], "no_previous_edition"),
        ([("reindex", "--words", 110, "--overlap", 15)], "same_edition"),
        ([("reindex", "--words", 40, "--overlap", 60)], "bad_sizes"),
        ([("reindex", "--model", "/tidak/ada")], "bad_model"),
        ([("reindex", "--words", 40), ("switch",)], "not_compared"),
        ([("reindex", "--words", 40), ("compare",)], "no_judgements"),
        ([("reindex", "--words", 40), ("reindex", "--words", 50)], "other_shadow"),
        ([("reindex", "--unit", "TIDAKADA")], "unknown_unit"),
        ([("reindex", "--unit", "TIDAKADA", "--dry-run")], "unknown_unit"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_with_what_to_do(
    indexed: Rujukan, commands: list[tuple[object, ...]], code: str
) -> None:
    for command in commands[:-1]:
        assert indexed(*command).code == 0
    refused = indexed(*commands[-1], "--json")
    assert (refused.code, refused.doc["error"]["code"]) == (1, code)


def test_a_shadow_that_is_still_being_built_is_not_judged(
    indexed: Rujukan, other_model: Path, questions: Path, tmp_path: Path
) -> None:
    """A build that was stopped half-way has every word, and few vectors: its answers would prove nothing."""
    indexed("reindex", "--model", other_model)
    catalog = open_existing(tmp_path / "data")
    with catalog.writing():
        catalog.db.execute("DELETE FROM vector WHERE model = '0123456789abcdef' AND hash < x'80'")
    refused = indexed("compare", "--questions", questions, "--json").doc["error"]
    assert refused["code"] == "incomplete_edition"
    assert "belum lengkap: kurang 0 versi dan" in refused["message"]
    assert indexed("switch", "--json").doc["error"]["code"] == "not_compared"
    indexed("reindex", "--model", other_model)
    assert indexed("compare", "--questions", questions, "--json").doc["passes"]


def test_a_few_files_that_came_since_do_not_keep_a_shadow_from_being_judged(
    indexed: Rujukan, papers: Path, questions: Path
) -> None:
    for number in range(120):
        (papers / f"catatan {number}.txt").write_text("Arsip inaktif.\n", encoding="utf8")
    indexed("index", papers)
    indexed("reindex", "--words", 40)
    (papers / "catatan baru.txt").write_text("Arsip inaktif.\n", encoding="utf8")
    indexed("index", papers)
    assert indexed("compare", "--questions", questions, "--json").code == 0


def test_a_shadow_below_the_gate_is_switched_to_only_by_force(
    indexed: Rujukan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed("reindex", "--words", 40)
    catalog = open_existing(tmp_path / "data")
    shadow = in_state(catalog, "shadow")
    assert shadow is not None
    with catalog.writing():
        said = json.dumps({"passes": False, "objections": ["nDCG@10 turun 0.2000, lebih dari batas 0.01."]})
        catalog.db.execute("UPDATE edition SET comparison = ? WHERE state = 'shadow'", [said])
    refused = indexed("switch", "--json").doc["error"]
    assert refused["code"] == "below_gate"
    assert "turun 0.2000" in refused["message"]
    assert indexed("switch", "--force").code == 0


def test_changed_files_are_read_again_and_new_ones_are_not_taken_up(indexed: Rujukan, papers: Path) -> None:
    (papers / "arsip.md").write_text("# Panduan arsip\n\nArsip vital disimpan di lemari besi.\n", encoding="utf8")
    (papers / "baru.txt").write_text("Surat edaran baru tentang kearsipan.\n", encoding="utf8")
    planned = indexed("reindex", "--dry-run", "--json").doc
    assert (planned["files"], planned["unreachable"]) == (1, {})
    assert planned["seconds"] > 0
    done = indexed("reindex", "--json")
    assert done.code == 3  # the broken file stays failed
    assert {i["path"]: i["outcome"] for i in done.doc["items"]} == {
        **{"arsip.md": "indexed", "sop/peminjaman.txt": "unchanged", "rusak.pdf": "failed"},
    }
    assert done.doc["removed"] == []


def test_people_read_the_counts_once_and_which_source_is_gone(indexed: Rujukan, papers: Path) -> None:
    assert indexed("reindex").out.count("3 berkas: 0 indexed") == 1
    shutil.rmtree(papers)
    said = indexed("reindex").out
    assert said.count("0 berkas:") == said.count(f"Sumber {papers} dilewati") == 1


def test_the_worker_reads_one_file_again_at_its_source_or_from_its_original(indexed: Rujukan) -> None:
    catalog = open_existing(Path(indexed("status", "--json").doc["data"]))
    source = next(iter(catalog.db.query("SELECT name FROM source")))["name"]
    key = next(iter(catalog.db.query("SELECT key FROM asset WHERE path = 'arsip.md'")))["key"]
    wanted = ({"source": source, "path": "rusak.pdf"}, {"asset": key}, {"source": source, "path": "tiada.pdf"})
    made = [jobs.add(catalog, "reindex", {"what": "one", "model": None, **one}) for one in wanted]
    states = [turn["state"] for turn in indexed("worker", "--once", "--json").doc["jobs"]]
    found = [job_requests.result(catalog, job.id) or {} for job in made]
    read = [(one.get("failed"), one.get("unchanged")) for one in found]
    assert (states, read) == (["done", "done", "failed"], [(1, 0), (0, 1), (None, None)])
    catalog.close()


def test_only_failed_files_are_read_again_if_told(indexed: Rujukan, papers: Path) -> None:
    (papers / "arsip.md").write_text("Berubah.\n", encoding="utf8")
    assert [i["path"] for i in indexed("reindex", "--failed", "--json").doc["items"]] == ["rusak.pdf"]


def test_only_a_kind_or_unit_is_read_again_if_told(indexed: Rujukan, papers: Path) -> None:
    indexed("index", papers / "arsip.md", "--source", papers, "--unit", "DISPUSIP")
    assert [i["path"] for i in indexed("reindex", "--unit", "DISPUSIP", "--json").doc["items"]] == ["arsip.md"]
    assert [i["path"] for i in indexed("reindex", "--kind", "sop", "--json").doc["items"]] == ["sop/peminjaman.txt"]


def test_stored_originals_are_read_again_without_their_sources(indexed: Rujukan, papers: Path) -> None:
    shutil.rmtree(papers)
    done = indexed("reindex", "--all", "--json").doc
    assert (done["unchanged"], done["failed"]) == (2, 0)
    missing = indexed("reindex", "--json")
    assert missing.code == 3
    assert "tidak ada" in missing.doc["unreachable"][str(papers)]


def test_a_dry_run_measures_the_model_and_writes_nothing(indexed: Rujukan, other_model: Path) -> None:
    planned = indexed("reindex", "--model", other_model, "--dry-run", "--json").doc
    assert (planned["versions"], planned["passages"]) == (0, 2)
    assert planned["passages_per_second"] > 0
    planned = indexed("reindex", "--words", 40, "--overlap", 5, "--dry-run", "--json").doc
    assert (planned["versions"], planned["passages"]) == (2, 2)
    assert indexed("status", "--json").doc["editions"]["shadow"] is None


def test_a_queued_reindex_is_run_by_the_worker(indexed: Rujukan, tmp_path: Path) -> None:
    queued = indexed("reindex", "--words", 40, "--queue", "--json").doc
    assert queued["state"] == "pending"
    turns = indexed("worker", "--once", "--json").doc["jobs"]
    assert [(turn["kind"], turn["state"]) for turn in turns] == [("reindex", "done")]
    job = jobs.get(open_existing(tmp_path / "data"), queued["job"])
    assert (job.kind, job.state) == ("reindex", "done")
    assert indexed("status", "--json").doc["editions"]["shadow"]["words"] == 40


@pytest.mark.parametrize(
    "wrong",
    [("--model", "x", "--all"), ("--words", "40", "--unit", "BPAD"), ("--queue", "--dry-run"), ("--priority", "3")],
)
def test_flags_that_do_not_go_together_are_a_usage_error(indexed: Rujukan, wrong: tuple[str, ...]) -> None:
    assert indexed("reindex", *wrong, "--json").code == 2
