"""Editions compared, switched, rolled back and reclaimed by a worker, as the commands do it."""

import json
from pathlib import Path

import pytest

from catalog import editions, job_requests, jobs
from catalog.opening import open_existing
from embedding.embedder import BUNDLED
from tests.operations.conftest import Rujukan

pytestmark = pytest.mark.skipif(not BUNDLED.is_dir(), reason="the bundled model is not built yet")


def test_a_worker_compares_switches_goes_back_and_reclaims(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "arsip.md")
    rujukan("reindex", "--words", 40)
    catalog = open_existing(Path(rujukan("status", "--json").doc["data"]))
    question = {"q": "Kapan arsip inaktif dipindahkan?", "path": "arsip.md"}
    catalog.folder.questions.write_text(json.dumps(question), encoding="utf8")
    for kind in ("switch", "compare", "switch", "rollback", "reclaim"):
        jobs.add(catalog, kind, {"shadow": True} if kind == "reclaim" else {})
    turns = rujukan("worker", "--once", "--json").doc["jobs"]
    assert [turn["state"] for turn in turns] == ["failed", "done", "done", "done", "done"]
    assert "belum dibandingkan" in turns[0]["reason"]
    compared, switched, back, gone = (job_requests.result(catalog, turn["id"]) or {} for turn in turns[1:])
    assert (compared["questions"], compared["passes"], compared["changed"]) == (1, True, [])
    assert (switched["current"]["words"], back["current"]["words"]) == (40, 110)
    assert gone["editions"] == 1
    assert [edition.state for edition in editions.listing(catalog)] == ["current"]
    assert rujukan("verify", "--json").doc["clean"]
    catalog.close()


def test_a_comparison_that_is_cancelled_ends_there(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "arsip.md")
    rujukan("reindex", "--words", 40)
    catalog = open_existing(Path(rujukan("status", "--json").doc["data"]))
    questions = "\n".join(json.dumps({"q": f"Arsip {n}?", "path": "arsip.md"}) for n in range(400))
    catalog.folder.questions.write_text(questions, encoding="utf8")
    jobs.add(catalog, "compare", {})
    catalog.db.execute(  # as soon as it runs, somebody asks
        "CREATE TRIGGER asked AFTER UPDATE OF state ON job WHEN NEW.state = 'running'"
        " BEGIN UPDATE job SET control = 'cancel' WHERE id = NEW.id; END"
    )
    [turn] = rujukan("worker", "--once", "--json").doc["jobs"]
    assert turn["state"] == "cancelled"
    assert (editions.in_state(catalog, "shadow") or pytest.fail("gone")).comparison is None
    catalog.close()


def test_a_worker_estimates_a_shadow_and_builds_none(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "arsip.md")
    catalog = open_existing(Path(rujukan("status", "--json").doc["data"]))
    job = jobs.add(catalog, "estimate", {"what": "edition", "model": None, "words": 40, "overlap": 10})
    assert rujukan("worker", "--once", "--json").doc["jobs"][0]["state"] == "done"
    said = job_requests.result(catalog, job.id) or {}
    assert (said["dry_run"], said["versions"], said["words"]) == (True, 1, 40)
    assert [edition.state for edition in editions.listing(catalog)] == ["current"]
    catalog.close()
