"""Bad input ends with one clear sentence and an exit status, and nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from catalog.folder import DataFolder
from catalog.lock import writer_lock
from tests.operations.conftest import Result, Rujukan

REPOSITORY = Path(__file__).resolve().parents[2]


def error_of(result: Result) -> str:
    """The error's code; its sentence stands on standard error too, in one line."""
    error = result.doc["error"]
    assert result.err.splitlines()[-1] == f"rujukan: {error['message']}"
    assert "Traceback" not in result.err
    return str(error["code"])


def test_a_missing_path(rujukan: Rujukan, tmp_path: Path) -> None:
    result = rujukan("index", tmp_path / "tidak ada", "--json")
    assert (result.code, error_of(result)) == (1, "no_such_path")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", ["search", "ask"])
@pytest.mark.parametrize("text", ["", "   ", "?!"])
def test_an_empty_question(rujukan: Rujukan, papers: Path, command: str, text: str) -> None:
    rujukan("index", papers)
    result = rujukan(command, text, "--json")
    assert result.code == 1
    assert error_of(result)


LONG = ["arsip " * 20_000, "x" * 120_000, " ".join(map(str, range(20_000)))]


@pytest.mark.parametrize("text", LONG)
def test_of_a_question_of_120_kb_the_beginning_is_read(rujukan: Rujukan, papers: Path, text: str) -> None:
    rujukan("index", papers)
    found, answer = rujukan("search", text, "--json"), rujukan("ask", text, "--json")
    assert (found.code, answer.code) == (0, 0)
    assert found.doc["understood"]["cut"]
    assert {hit["path"] for hit in answer.doc["hits"]} == {hit["path"] for hit in found.doc["hits"]}


@pytest.mark.parametrize("command", ["search", "ask"])
def test_who_asks_too_long_a_question_is_told(rujukan: Rujukan, papers: Path, command: str) -> None:
    rujukan("index", papers)
    assert "hanya 2000 karakter pertama yang dibaca" in rujukan(command, LONG[0]).out
    assert "2000" not in rujukan(command, "arsip").out


@pytest.mark.parametrize("command", [("status",), ("search", "x"), ("ask", "x"), ("show", "x"), ("verify",)])
def test_no_catalog_yet(rujukan: Rujukan, command: tuple[str, ...]) -> None:
    result = rujukan(*command, "--json")
    assert (result.code, error_of(result)) == (1, "no_catalog")


@pytest.mark.parametrize(
    "args",
    [
        ("index", "{papers}", "--unit", "TIDAKADA"),
        ("index", "{papers}", "--access", "rahasia"),
        ("index", "{papers}", "--status", "final"),
        ("index", "{papers}", "--manifest", "/tidak/ada.csv"),
        ("search", "arsip", "--as", "TIDAKADA"),
        ("search", "arsip", "--kind", "novel"),
        ("ask", "arsip", "--as", "TIDAKADA"),
        ("show", "999999999"),
        ("drop", "999999999"),
        ("drop", "--removed", "--source", "/tidak/ada"),
        ("evaluate", "/tidak/ada"),
    ],
)
def test_a_value_that_is_not_known(rujukan: Rujukan, papers: Path, args: tuple[str, ...]) -> None:
    rujukan("index", papers)
    before = rujukan("verify", "--digest", "--json").doc
    result = rujukan(*(arg.format(papers=papers) for arg in args), "--json")
    assert result.code == 1
    assert error_of(result)
    assert rujukan("verify", "--digest", "--json").doc == before


def test_an_unknown_unit_is_told_with_those_that_are_known(rujukan: Rujukan, papers: Path) -> None:
    assert "pilih salah satu: BAPENDA, " in rujukan("index", papers, "--unit", "bpad").err


@pytest.mark.parametrize(
    "args", [("index",), ("search",), ("drop",), ("tidakada",), ("search", "x", "--limit", "0"), ("index", "a", "--x")]
)
def test_a_wrong_call_is_a_usage_error(rujukan: Rujukan, args: tuple[str, ...]) -> None:
    result = rujukan(*args, "--json")
    assert (result.code, error_of(result)) == (2, "usage")


def test_one_source_name_for_several_paths_is_a_usage_error(rujukan: Rujukan, papers: Path) -> None:
    result = rujukan("index", papers / "sop", papers / "arsip.md", "--source", "satu", "--json")
    assert (result.code, error_of(result)) == (2, "usage")


@pytest.mark.parametrize("model", ["/tidak/ada", "./model"])
def test_a_wrong_model_path(rujukan: Rujukan, papers: Path, tmp_path: Path, model: str) -> None:
    result = rujukan("--model", model, "index", papers, "--json")
    assert (result.code, error_of(result)) == (1, "bad_model")


def test_a_model_that_is_not_the_catalogs(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    db = Database(tmp_path / "data/catalog.db")
    db.execute("UPDATE edition SET model = 'lain', width = 256")
    db.close()
    result = rujukan("search", "arsip", "--json")
    assert (result.code, error_of(result)) == (1, "other_model")
    assert "lebar 256" in result.doc["error"]["message"]
    assert "lebar 384" in result.doc["error"]["message"]


def test_a_catalog_of_a_newer_schema(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    db = Database(tmp_path / "data/catalog.db")
    db["_sqlite_migrations"].insert({"migration_set": "rujukan", "name": "m999_future", "applied_at": "2099"})
    db.close()
    for args in (("search", "arsip"), ("index", papers)):
        result = rujukan(*args, "--json")
        assert (result.code, error_of(result)) == (1, "newer_schema")


def test_limits_that_cannot_be_used_end_the_run_before_it_begins(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    rujukan("init")
    (tmp_path / "data/batas.toml").write_text("halamn = 10\n", encoding="utf8")
    result = rujukan("index", papers, "--json")
    assert (result.code, error_of(result)) == (1, "bad_limits")


def test_a_second_writer_is_told_who_writes(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    with writer_lock(DataFolder(tmp_path / "data"), "uji"):
        for args in (("index", papers), ("drop", "--removed"), ("verify", "--repair")):
            result = rujukan(*args, "--json")
            assert (result.code, error_of(result)) == (1, "locked")
            assert f"proses {os.getpid()}" in result.doc["error"]["message"]
        assert rujukan("search", "arsip", "--json").code == 0


def test_a_data_folder_that_cannot_be_made(rujukan: Rujukan, papers: Path) -> None:
    result = rujukan("index", papers, "--json", data=papers / "arsip.md" / "data")
    assert result.code == 1
    assert error_of(result)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a small disk")
def test_a_full_disk_loses_nothing_and_the_next_run_completes(papers: Path, tmp_path: Path) -> None:
    """In a mount namespace of its own: a disk of 3 MB fills up, is made larger, and the run is done again."""
    big = tmp_path / "besar"
    big.mkdir()
    for number in range(8):
        (big / f"{number}.txt").write_text(f"Berkas {number} tentang arsip.\n" + "kata lain " * 40_000)
    script = tmp_path / "penuh.sh"
    call = f"{sys.executable} -m operations.cli --data {tmp_path}/disk/data"
    script.write_text(
        f"mkdir {tmp_path}/disk && mount -t tmpfs -o size=3m tmpfs {tmp_path}/disk && cd {REPOSITORY}\n"
        f"{call} index {big} --json >{tmp_path}/first.json 2>{tmp_path}/first.err; echo $? >{tmp_path}/first.rc\n"
        f"mount -o remount,size=200m {tmp_path}/disk\n"
        f"{call} index {big} --json >{tmp_path}/second.json; {call} verify --json >{tmp_path}/verify.json\n"
    )
    subprocess.run(["unshare", "--mount", "sh", str(script)], check=True, timeout=300)
    first = json.loads((tmp_path / "first.json").read_text())
    assert (tmp_path / "first.rc").read_text().strip() == "1"
    assert first["error"]["code"] == "disk_full"
    assert "Traceback" not in (tmp_path / "first.err").read_text()
    second = json.loads((tmp_path / "second.json").read_text())
    assert second["indexed"] + second["unchanged"] == 8
    assert json.loads((tmp_path / "verify.json").read_text())["clean"]
