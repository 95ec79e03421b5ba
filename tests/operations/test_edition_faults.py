"""What becomes of editions when the disk fills up, folders turn read-only, indexes suffer, or the clock is set back."""

import random
import shutil
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from catalog import reclaiming
from operations import switching
from tests.operations.conftest import Rujukan
from tests.operations.mounting import REPOSITORY, Mounts, needs_root

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (REPOSITORY / "embedding/model/rujukan.json").exists(), reason="no bundled model"),
]
SHORT = ("--words", 20, "--overlap", 5)
WORDS = ("arsip", "aset", "hibah", "pajak", "kendaraan", "nota", "pengurus", "barang", "laporan", "surat", "inaktif")


def digest_of(rujukan: Rujukan, **where: Path) -> str:
    verdict = rujukan("verify", "--digest", "--json", **where)
    assert (verdict.code, verdict.doc["clean"]) == (0, True), verdict.doc
    return str(verdict.doc["digest"])


def write_long(place: Path) -> None:
    """Write a few lines over and over: many passages, of which few have to be embedded."""
    dice = random.Random(3)
    lines = [" ".join(dice.choices(WORDS, k=15)) for _ in range(20)]
    place.write_text("\n".join(["LAPORAN", *lines * 100]), encoding="utf8")


@pytest.fixture
def long_papers(papers: Path) -> Path:
    """The papers, and one that makes many passages."""
    (papers / "rusak.pdf").unlink()
    write_long(papers / "panjang.txt")
    return papers


@pytest.fixture
def switched(rujukan: Rujukan, papers: Path, tmp_path: Path) -> Path:
    """The data folder of a catalog that answers from its second splitting, and can go back."""
    (papers / "rusak.pdf").unlink()
    rujukan("index", papers)
    rujukan("reindex", *SHORT)
    assert rujukan("switch", "--force").code == 0
    return tmp_path / "data"


FULL_REINDEX = """
disk 60m; cp -a {data} {out}/disk/data; run settled {out}/disk/data status
leave 600000
run full {out}/disk/data reindex --words 20 --overlap 5
run asked {out}/disk/data search arsip
run early {out}/disk/data switch --force
run began {out}/disk/data status
free
run kept {out}/disk/data verify --all --digest
run again {out}/disk/data reindex --words 20 --overlap 5
run switch {out}/disk/data switch --force
run whole {out}/disk/data verify --all --digest
"""


@needs_root
def test_a_full_disk_leaves_what_answers_and_the_shadow_is_completed_later(
    rujukan: Rujukan, long_papers: Path, tmp_path: Path
) -> None:
    rujukan("index", long_papers)
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    mounts.play(FULL_REINDEX, data=tmp_path / "data")
    assert mounts.error("full") == mounts.error("early") == "disk_full"
    assert mounts.said("asked")["hits"]
    assert mounts.said("began")["editions"]["shadow"]["words"] == 20
    assert (mounts.said("kept")["clean"], mounts.said("kept")["digest"]) == (True, before)
    assert mounts.said("again")["complete"]
    rujukan("reindex", *SHORT)
    rujukan("switch", "--force")
    assert (mounts.said("whole")["clean"], mounts.said("whole")["digest"]) == (True, digest_of(rujukan))


FULL_SWITCH = """
disk 60m; cp -a {data} {out}/disk/data; run settled {out}/disk/data status
leave 200000
run full {out}/disk/data {command}
run asked {out}/disk/data search arsip
free
run kept {out}/disk/data verify --all --digest
run again {out}/disk/data {command}
run whole {out}/disk/data verify --all --digest
"""


@needs_root
@pytest.mark.parametrize("command", ["switch --force", "rollback"])
def test_a_full_disk_leaves_the_edition_that_answered(
    rujukan: Rujukan, long_papers: Path, tmp_path: Path, command: str
) -> None:
    """Both have much to bring up first: a file that was indexed since."""
    (long_papers / "panjang.txt").rename(tmp_path / "panjang.txt")
    rujukan("index", long_papers)
    rujukan("reindex", *SHORT)
    if command == "rollback":
        rujukan("switch", "--force")
    (tmp_path / "panjang.txt").rename(long_papers / "panjang.txt")
    rujukan("index", long_papers)
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    mounts.play(FULL_SWITCH, data=tmp_path / "data", command=command)
    assert mounts.error("full") == "disk_full"
    assert mounts.said("asked")["hits"]
    assert (mounts.said("kept")["clean"], mounts.said("kept")["digest"]) == (True, before)
    assert rujukan(*command.split()).code == 0
    assert (mounts.said("whole")["clean"], mounts.said("whole")["digest"]) == (True, digest_of(rujukan))


FULL_COMPACTION = """
disk 60m; cp -a {data} {out}/disk/data; run settled {out}/disk/data status
leave {left}
compacting full {out}/disk/data index {papers}
compacting asked {out}/disk/data search arsip
ls {out}/disk/data/index >{out}/built.txt
free
run kept {out}/disk/data verify --all --digest
compacting again {out}/disk/data index {papers}
compacting whole {out}/disk/data verify --all --digest
ls {out}/disk/data/index >{out}/rebuilt.txt
"""


@needs_root
def test_a_full_disk_leaves_the_tail_and_the_generation_is_built_later(
    rujukan: Rujukan, long_papers: Path, tmp_path: Path
) -> None:
    rujukan("index", long_papers)
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    mounts.play(FULL_COMPACTION, data=tmp_path / "data", papers=long_papers, left=200_000)
    assert mounts.error("full") == "disk_full"
    assert mounts.said("asked")["hits"]
    assert "gen-" not in (mounts.out / "built.txt").read_text()
    assert mounts.said("kept")["digest"] == mounts.said("whole")["digest"] == before
    assert (mounts.said("kept")["clean"], mounts.said("whole")["clean"]) == (True, True)
    assert "gen-1" in (mounts.out / "rebuilt.txt").read_text()


READ_ONLY = """
run first {data} reindex --words 40 --overlap 10
read_only {data}
run reindex {data} reindex --words 40 --overlap 10
run all {data} reindex --all
run queue {data} reindex --all --queue
run compare {data} compare --questions {questions}
run switch {data} switch --force
run rollback {data} rollback
run reclaim {data} reclaim --shadow
run worker {data} worker --once
run asked {data} search arsip
run kept {data} verify --digest
"""


@needs_root
def test_a_folder_that_turned_read_only_answers_and_says_so(rujukan: Rujukan, switched: Path, tmp_path: Path) -> None:
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    (tmp_path / "tanya.jsonl").write_text('{"q": "Kapan arsip inaktif dipindahkan?", "path": "arsip.md"}\n')
    mounts.play(READ_ONLY, data=switched, questions=tmp_path / "tanya.jsonl")
    assert mounts.said("first")["complete"]
    for name in ("reindex", "all", "queue", "compare", "switch", "rollback", "reclaim"):
        assert mounts.error(name) == "unwritable"
    assert mounts.said("worker")["jobs"] == []
    assert mounts.said("asked")["hits"]
    assert mounts.said("kept")["digest"] == before
    assert rujukan("rollback").code == 0


READ_ONLY_INDEX = """
read_only {data}/index
run full {data} {command}
run asked {data} search arsip
run kept {data} verify --digest
umount {data}/index
run again {data} {command}
run whole {data} verify --digest
"""


@needs_root
@pytest.mark.parametrize("command", ["reindex --words 40 --overlap 10", "rollback", "reclaim"])
def test_an_index_folder_that_turned_read_only_costs_nothing(
    rujukan: Rujukan, switched: Path, papers: Path, tmp_path: Path, command: str
) -> None:
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    shutil.rmtree(switched / "index")
    rujukan("verify", "--repair")
    mounts.play(READ_ONLY_INDEX, data=switched, command=command)
    assert mounts.error("full") in ("unwritable", "unwritable_index")
    assert mounts.said("asked")["hits"]
    assert (mounts.said("kept")["clean"], mounts.said("kept")["digest"]) == (True, before)
    assert "error" not in mounts.said("again")
    assert mounts.said("whole")["clean"]


@pytest.mark.parametrize("gone", ["index", "index/split-2"])
def test_a_deleted_index_folder_is_told_and_the_next_run_mends_it(
    rujukan: Rujukan, switched: Path, papers: Path, gone: str
) -> None:
    before = digest_of(rujukan)
    shutil.rmtree(switched / gone)
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"
    told = rujukan("verify")
    assert (told.code, "verify --repair" in told.out) == (4, True)
    assert rujukan("index", papers, "--json").doc["unchanged"] == 2
    assert digest_of(rujukan) == before


@pytest.mark.parametrize("gone", ["index", "index/split-2"])
def test_what_is_switched_to_without_its_index_folder_gets_it_again(
    rujukan: Rujukan, switched: Path, gone: str
) -> None:
    before = digest_of(rujukan)
    rujukan("rollback")
    first = digest_of(rujukan)
    shutil.rmtree(switched / gone)
    assert rujukan("switch", "--force").code == 0
    assert digest_of(rujukan) == before
    shutil.rmtree(switched / "index")
    assert rujukan("rollback").code == 0
    assert digest_of(rujukan) == first


def tear(folder: Path) -> None:
    place = next(folder.glob("tantivy-*/*.term"))
    content = place.read_bytes()
    place.unlink()
    place.write_bytes(content[:-4096] + b"\x00" * min(4096, len(content)))


def test_a_torn_page_of_what_answers_is_told_and_mended(rujukan: Rujukan, switched: Path) -> None:
    before = digest_of(rujukan)
    tear(switched / "index/split-2")
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"
    assert [f["code"] for f in rujukan("verify", "--json").doc["findings"]] == ["lexical_damaged"]
    assert rujukan("verify", "--repair", "--json").doc["repaired"] == ["lexical_damaged"]
    assert digest_of(rujukan) == before


def test_a_torn_page_of_the_shadow_does_not_come_to_answer(rujukan: Rujukan, switched: Path) -> None:
    before = digest_of(rujukan)
    rujukan("rollback")
    tear(switched / "index/split-2")
    assert rujukan("switch", "--force").code == 0
    assert digest_of(rujukan) == before


class StopsSoon:
    """A stop that is asked for after the first step."""

    def __init__(self) -> None:
        self.steps = 0

    @property
    def asked(self) -> bool:
        self.steps += 1
        return self.steps > 1


def test_a_reclaim_that_was_cut_short_takes_nothing_from_a_later_shadow(
    rujukan: Rujukan, switched: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_long(papers / "panjang.txt")
    rujukan("index", papers)
    before = digest_of(rujukan)
    rujukan("rollback")
    for name, size in (("_STEP", 10), ("_VERSIONS", 1)):
        monkeypatch.setattr(reclaiming, name, size)
    with monkeypatch.context() as patched:
        patched.setattr(switching, "heeding_signals", lambda: nullcontext(StopsSoon()))
        assert rujukan("reclaim", "--shadow", "--json").doc["error"]["code"] == "interrupted"
    assert rujukan("reindex", *SHORT, "--json").doc["complete"]
    assert rujukan("switch", "--force").code == 0
    assert digest_of(rujukan) == before


@pytest.fixture
def falling_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """A clock that is set back by a day each time it is read."""
    read: list[float] = []
    now = time.time

    def told() -> float:
        read.append(now() - len(read) * 86400)
        return read[-1]

    with monkeypatch.context() as patched:
        patched.setattr(time, "time", told)
        yield read


def test_a_clock_set_back_during_a_job_loses_nothing(
    rujukan: Rujukan, papers: Path, tmp_path: Path, falling_clock: list[float]
) -> None:
    (papers / "rusak.pdf").unlink()
    rujukan("index", papers)
    first = digest_of(rujukan)
    assert rujukan("reindex", *SHORT, "--json").doc["complete"]
    assert rujukan("reindex", "--all", "--json").doc["unchanged"] == 2
    rujukan("reindex", *SHORT, "--queue")
    assert [turn["state"] for turn in rujukan("worker", "--once", "--json").doc["jobs"]] == ["done"]
    assert rujukan("switch", "--force").code == 0
    second = digest_of(rujukan)
    assert rujukan("rollback").code == 0
    assert digest_of(rujukan) == first != second
    assert {job["state"] for job in rujukan("jobs", "list", "--json").doc["jobs"]} == {"done"}
    assert falling_clock[-1] < falling_clock[0] - 5 * 86400
