"""Backup, restore and verify by command, and what becomes of a catalog when its files suffer."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalog import dropping, rotation
from tests.operations.conftest import Rujukan
from tests.operations.mounting import REPOSITORY, Mounts, needs_root

pytestmark = pytest.mark.skipif(not (REPOSITORY / "embedding/model/rujukan.json").exists(), reason="no bundled model")


def digest_of(rujukan: Rujukan, **where: Path) -> str:
    verdict = rujukan("verify", "--digest", "--json", **where)
    assert (verdict.code, verdict.doc["clean"]) == (0, True), verdict.doc
    return str(verdict.doc["digest"])


def test_a_restored_catalog_answers_and_has_the_same_digest(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    made = rujukan("backup", tmp_path / "cadangan", "--json").doc
    assert (made["originals"], made["copied"], made["removed"]) == (2, 2, 0)
    assert rujukan("backup", tmp_path / "cadangan", "--json").doc["copied"] == 0
    back = rujukan("restore", tmp_path / "cadangan", "--json", data=tmp_path / "pulih").doc
    assert made["digest"] == back["digest"] == digest_of(rujukan) == digest_of(rujukan, data=tmp_path / "pulih")
    found = rujukan("search", "arsip inaktif", "--json", data=tmp_path / "pulih").doc
    assert found["hits"][0]["path"] == "arsip.md"
    assert rujukan("index", papers, "--json", data=tmp_path / "pulih").doc["unchanged"] == 2


def test_a_damaged_set_is_refused_by_name_and_makes_nothing(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    rujukan("backup", tmp_path / "cadangan")
    harmed = next((tmp_path / "cadangan/originals").glob("*/*"))
    harmed.unlink()
    result = rujukan("restore", tmp_path / "cadangan", "--json", data=tmp_path / "pulih")
    assert (result.code, result.doc["error"]["code"]) == (1, "damaged_backup")
    assert harmed.name in result.doc["error"]["message"]
    assert not (tmp_path / "pulih").exists()


def test_an_empty_catalog_is_backed_up_and_restored(rujukan: Rujukan, tmp_path: Path) -> None:
    rujukan("init")
    assert rujukan("backup", tmp_path / "cadangan", "--json").doc["originals"] == 0
    assert rujukan("restore", tmp_path / "cadangan", data=tmp_path / "pulih").code == 0
    assert rujukan("status", "--json", data=tmp_path / "pulih").doc["units"] == 53
    assert [e["action"] for e in rujukan("audit", "--json").doc["entries"]] == ["catalog.backup"]
    # A set does not hold that it was made, but what was restored tells from which it was.
    restored = rujukan("audit", "--json", data=tmp_path / "pulih").doc["entries"]
    assert [entry["action"] for entry in restored] == ["catalog.restore"]


def test_a_set_cannot_be_restored_over_a_catalog(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    rujukan("backup", tmp_path / "cadangan")
    result = rujukan("restore", tmp_path / "cadangan", "--json")
    assert (result.code, result.doc["error"]["code"]) == (1, "not_empty")


@pytest.mark.slow
def test_backups_while_indexing_runs_are_whole(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    for number in range(40):
        (papers / f"{number}.txt").write_text(f"Berkas {number} tentang arsip.\n" + f"Kalimat {number} lagi.\n" * 200)
    call = [sys.executable, "-m", "operations.cli", "--data", str(tmp_path / "data"), "index", str(papers)]
    with subprocess.Popen(call, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as indexing:
        made = [rujukan("backup", tmp_path / "cadangan", "--json").doc]
        while indexing.poll() is None:
            made.append(rujukan("backup", tmp_path / "cadangan", "--json").doc)
            digest = rujukan("restore", tmp_path / "cadangan", "--json", data=tmp_path / f"p{len(made)}").doc["digest"]
            assert digest == made[-1]["digest"]
    rujukan("backup", tmp_path / "cadangan")
    rujukan("restore", tmp_path / "cadangan", data=tmp_path / "pulih")
    assert digest_of(rujukan, data=tmp_path / "pulih") == digest_of(rujukan)
    assert len({doc["digest"] for doc in made}) >= 2


def test_verify_reads_a_share_of_the_originals_and_all_when_asked(
    rujukan: Rujukan, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (papers / "rusak.pdf").unlink()
    for number in range(12):
        (papers / f"{number}.txt").write_text(f"Berkas {number} tentang arsip.")
    rujukan("index", papers)
    assert rujukan("verify", "--json").doc["originals_checked"] == 14
    monkeypatch.setattr(rotation.share, "__kwdefaults__", {"turns": rotation.TURNS, "least_bytes": 0})
    assert rujukan("verify", "--json").doc["originals_checked"] == 2
    assert rujukan("verify", "--all", "--json").doc["originals_checked"] == 14


def test_a_damaged_original_is_found_within_seven_verifications(
    rujukan: Rujukan, papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        (papers / f"{number}.txt").write_text(f"Berkas {number} tentang arsip.")
    rujukan("index", papers)
    place = sorted((tmp_path / "data/originals").glob("*/*"))[6]
    content = place.read_bytes()
    place.chmod(0o640)
    place.write_bytes(content[::-1])
    monkeypatch.setattr(rotation.share, "__kwdefaults__", {"turns": rotation.TURNS, "least_bytes": 0})
    codes = [rujukan("verify").code for _ in range(rotation.TURNS)]
    assert codes.count(4) == 1
    assert rujukan("verify", "--all", "--json").doc["findings"][0]["code"] == "damaged_original"


WRITING = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("BEGIN IMMEDIATE")
print("writing", flush=True)
input()
"""


def test_verify_needs_no_lock_and_finds_nothing_while_another_writes(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers)
    database = papers.parent / "data/catalog.db"
    call = [sys.executable, "-c", WRITING, str(database)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        assert rujukan("verify", "--json").doc["clean"]
        writing.communicate(b"\n")


def test_a_drop_that_was_cut_short_before_its_files_were_deleted_is_completed(
    rujukan: Rujukan, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rujukan("index", papers)
    (papers / "arsip.md").unlink()
    rujukan("index", papers)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(dropping, "remove_originals", killed)
        assert rujukan("drop", "--removed").code == 1
    assert "unknown_original" in [f["code"] for f in rujukan("verify", "--json").doc["findings"]]
    assert rujukan("drop", "--removed").code == 0
    assert rujukan("verify", "--json").doc["clean"]


def test_a_deleted_index_folder_is_told_and_the_next_run_mends_it(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    rujukan("index", papers)
    before = digest_of(rujukan)
    shutil.rmtree(tmp_path / "data/index")
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"
    told = rujukan("verify")
    assert (told.code, "verify --repair" in told.out) == (4, True)
    assert rujukan("index", papers, "--json").doc["unchanged"] == 2
    assert digest_of(rujukan) == before


def test_a_torn_page_of_the_lexical_index_is_told_and_mended(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    before = digest_of(rujukan)
    place = next((tmp_path / "data/index").glob("tantivy-*/*.term"))
    content = place.read_bytes()
    place.unlink()
    place.write_bytes(content[:-4096] + b"\x00" * min(4096, len(content)))
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"
    assert [f["code"] for f in rujukan("verify", "--json").doc["findings"]] == ["lexical_damaged"]
    assert rujukan("verify", "--repair", "--json").doc["repaired"] == ["lexical_damaged"]
    assert digest_of(rujukan) == before


def test_a_clock_set_back_loses_nothing(rujukan: Rujukan, papers: Path) -> None:
    """Files and marks from a future that the clock has left: unchanged stays unchanged, changed is read."""
    ahead = time.time() + 400 * 86400
    for place in papers.rglob("*"):
        os.utime(place, (ahead, ahead))
    rujukan("sources", "add", "satu", papers)
    (first,) = rujukan("sources", "run", "--json").doc["sources"]
    assert first["indexed"] == 2
    before = digest_of(rujukan)
    (again,) = rujukan("sources", "run", "--json").doc["sources"]
    assert (again["unchanged"], again["indexed"], again["skipped"]) == (2, 0, 0)
    assert digest_of(rujukan) == before
    (papers / "arsip.md").write_text("# Panduan arsip\n\nArsip inaktif dipindahkan setelah lima tahun.\n")
    os.utime(papers / "arsip.md", (1, 1))
    (changed,) = rujukan("sources", "run", "--quiet", "0.1", "--json").doc["sources"]
    assert [i["version"] for i in changed["items"] if i["outcome"] == "indexed"] == [2]


READ_ONLY = """
read_only {data}
read_only {papers}
run search {data} search arsip
run status {data} status
run verify {data} verify --digest
run backup {data} backup {out}/cadangan
run index {data} index {papers}
run drop {data} drop --removed
run repair {data} verify --repair
run sources {data} sources add satu {papers}
run share {out}/baru index {papers}
"""


@pytest.mark.slow
@needs_root
def test_a_read_only_data_folder_is_read_and_a_read_only_share_is_indexed(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    rujukan("index", papers)
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    mounts.play(READ_ONLY, data=tmp_path / "data", papers=papers)
    assert mounts.said("search")["hits"]
    assert mounts.said("status")["assets"] == 2
    assert (mounts.said("verify")["clean"], mounts.said("verify")["digest"]) == (True, before)
    assert mounts.said("backup")["digest"] == before
    for name in ("index", "drop", "repair", "sources"):
        assert mounts.error(name) == "unwritable"
    assert mounts.said("share")["indexed"] == 2
    assert digest_of(rujukan) == before


FULL = """
disk 1m
run first {data} backup {out}/disk/set
cp {big} {papers}
run index {data} index {papers}
run full {data} backup {out}/disk/set
run kept {out}/kept restore {out}/disk/set
head -c 780000 /dev/zero >{out}/disk/filling
run tight {out}/disk/data restore {out}/disk/set
free
ls -A {out}/disk >{out}/left.txt
mount -o remount,size=100m {out}/disk
run second {data} backup {out}/disk/set
run whole {out}/disk/data restore {out}/disk/set
"""


@pytest.mark.slow
@needs_root
def test_a_full_disk_keeps_the_earlier_set_and_restores_nothing_by_half(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    rujukan("index", papers)
    before, mounts = digest_of(rujukan), Mounts(tmp_path / "keluar")
    big = tmp_path / "besar.txt"
    big.write_text("Satu kalimat tentang arsip.\n" + " " * 1_500_000 + "\nDan satu lagi.\n")
    mounts.play(FULL, data=tmp_path / "data", papers=papers, big=big)
    assert mounts.error("full") == mounts.error("tight") == "disk_full"
    assert mounts.said("kept")["digest"] == before
    assert (mounts.out / "left.txt").read_text().split() == ["set"]
    assert mounts.said("second")["digest"] == mounts.said("whole")["digest"] == digest_of(rujukan) != before
