"""One kill on every story and twenty in all, as continuous integration runs them: `make chaos` does 300."""

import json
import os
from pathlib import Path

import pytest

from benchmarks.chaos import STORIES, chaos, write_files

REPOSITORY = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("CHAOS_KILLS", "20"))


def test_the_files_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_files(tmp_path / name, seed)

    def read(name: str) -> list[str]:
        return [p.read_text() for p in sorted((tmp_path / name).rglob("*.txt"))]

    assert read("a") == read("b") != read("c")


@pytest.mark.slow
@pytest.mark.skipif(not (REPOSITORY / "embedding/model/rujukan.json").exists(), reason="no bundled model")
def test_whatever_is_killed_is_whole_again_and_the_run_goes_on_where_it_ended(tmp_path: Path) -> None:
    write_files(tmp_path / "calm/files", 7, count=6)
    first = chaos(tmp_path, KILLS - 1, 7, most=1)
    assert [trial["why"] for trial in first["trials"] if trial["why"]] == []
    state = chaos(tmp_path, KILLS, 7, most=1)
    assert state["trials"][: len(first["trials"])] == first["trials"]
    assert (state["failed"], state["kills"] >= KILLS) == (0, True)
    assert {trial["story"] for trial in state["trials"]} == set(state["undisturbed"]) == set(STORIES)
    assert json.loads((tmp_path / "chaos.json").read_text()) == state
