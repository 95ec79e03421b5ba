"""Named folders by command: indexed again with their flags, one failure stopping no other."""

import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from tests.operations.conftest import Rujukan

pytestmark = pytest.mark.skipif(
    not (Path(__file__).resolve().parents[2] / "embedding/model/rujukan.json").exists(), reason="no bundled model"
)


def settle(folder: Path) -> None:
    """Let every file look as if it was written a minute ago."""
    for place in folder.rglob("*"):
        os.utime(place, (time.time() - 60,) * 2)


def outcomes(run: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {item["path"]: (item["outcome"], item["code"]) for item in run["items"]}


def test_a_folder_is_indexed_again_with_its_flags(rujukan: Rujukan, papers: Path) -> None:
    settle(papers)
    (papers / "rusak.pdf").unlink()
    added = rujukan("sources", "add", "satu", papers, "--unit", "BPAD", "--access", "internal", "--json").doc
    assert added["flags"] == {"manifest": None, "unit": "BPAD", "access": "internal"}
    (first,) = rujukan("sources", "run", "--json").doc["sources"]
    assert (first["name"], first["source"], first["indexed"], first["error"]) == ("satu", "satu", 2, None)
    key = first["items"][0]["asset"]
    assert rujukan("show", key, "--json").doc["unit"] == "BPAD"
    (papers / "arsip.md").unlink()
    result = rujukan("sources", "run", "satu", "--json")
    assert (result.code, result.doc["sources"][0]["removed"]) == (0, ["arsip.md"])
    listed = rujukan("sources", "list", "--json").doc["sources"]
    assert [(s["name"], s["files"], s["failed"], s["gone"]) for s in listed] == [("satu", 2, 0, 1)]
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"]


def test_a_file_that_is_still_written_waits_and_the_next_run_reads_it(rujukan: Rujukan, papers: Path) -> None:
    settle(papers)
    (papers / "rusak.pdf").unlink()
    rujukan("sources", "add", "satu", papers)
    (papers / "salinan.txt").write_text("Nota dinas yang baru setengah tersalin.")
    (run,) = rujukan("sources", "run", "--quiet", "30", "--json").doc["sources"]
    assert outcomes(run)["salinan.txt"] == ("skipped", "still_written")
    assert next(i["reason"] for i in run["items"] if i["path"] == "salinan.txt")
    assert (run["indexed"], run["skipped"]) == (2, 1)
    (run,) = rujukan("sources", "run", "--quiet", "0", "--json").doc["sources"]
    assert outcomes(run)["salinan.txt"] == ("indexed", "ok")


def test_index_reads_a_fresh_file_at_once(rujukan: Rujukan, papers: Path) -> None:
    (papers / "baru.txt").write_text("Nota dinas yang baru saja disimpan.")
    assert outcomes(rujukan("index", papers, "--json").doc)["baru.txt"] == ("indexed", "ok")


def test_a_changed_file_that_waits_keeps_answering_with_what_was_read(rujukan: Rujukan, papers: Path) -> None:
    settle(papers)
    rujukan("sources", "add", "satu", papers)
    rujukan("sources", "run")
    (papers / "arsip.md").write_text("")
    (run,) = rujukan("sources", "run", "--quiet", "30", "--json").doc["sources"]
    assert outcomes(run)["arsip.md"] == ("skipped", "still_written")
    assert run["removed"] == []
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"


def test_a_share_that_is_not_mounted_stops_no_other_folder(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    (papers / "rusak.pdf").unlink()
    (tmp_path / "bagian").mkdir()
    rujukan("sources", "add", "bagian", tmp_path / "bagian")
    rujukan("sources", "add", "satu", papers)
    (tmp_path / "bagian").rmdir()
    settle(papers)
    result = rujukan("sources", "run", "--json")
    assert result.code == 3
    gone, run = result.doc["sources"]
    assert (gone["name"], gone["error"]["code"]) == ("bagian", "no_such_path")
    assert (run["name"], run["indexed"]) == ("satu", 2)


def test_a_failed_file_is_status_3(rujukan: Rujukan, papers: Path) -> None:
    settle(papers)
    rujukan("sources", "add", "satu", papers)
    assert rujukan("sources", "run").code == 3


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("add", "satu", "{papers}/arsip.md"), "no_such_path"),
        (("add", "satu", "{papers}", "--unit", "TIDAKADA"), "unknown_unit"),
        (("add", "satu", "{papers}", "--access", "rahasia"), "bad_value"),
        (("run", "tidakada"), "unknown_source"),
        (("remove", "tidakada"), "unknown_source"),
    ],
)
def test_what_is_not_known_is_told(rujukan: Rujukan, papers: Path, args: tuple[str, ...], code: str) -> None:
    rujukan("init")
    result = rujukan("sources", *(arg.format(papers=papers) for arg in args), "--json")
    assert (result.code, result.doc["error"]["code"]) == (1, code)
    assert rujukan("sources", "list", "--json").doc["sources"] == []


def test_a_name_is_forgotten_and_its_assets_stay(rujukan: Rujukan, papers: Path) -> None:
    settle(papers)
    rujukan("sources", "add", "satu", papers)
    rujukan("sources", "run")
    assert rujukan("sources", "remove", "satu", "--json").doc["removed"] == "satu"
    assert rujukan("sources", "list", "--json").doc["sources"] == []
    assert rujukan("status", "--json").doc["assets"] == 2


def test_names_of_255_bytes_and_links_out_of_the_folder(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    long = f"{'a' * 251}.txt"
    shutil.copy(papers / "sop/peminjaman.txt", papers / long)
    (tmp_path / "rahasia.txt").write_text("Di luar folder.")
    (papers / "keluar.txt").symlink_to(tmp_path / "rahasia.txt")
    settle(papers)
    rujukan("sources", "add", "satu", papers)
    (run,) = rujukan("sources", "run", "--json").doc["sources"]
    assert outcomes(run)[long] == ("indexed", "ok")
    assert outcomes(run)["keluar.txt"] == ("skipped", "symlink")
