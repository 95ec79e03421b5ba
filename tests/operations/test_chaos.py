"""One kill on a story of each kind, as every run of the tests does it.

The long form is `make chaos` (300 kills, up to four in a trial, on every story), or CHAOS_KILLS=20 and more for the
test here: every story, one kill in each trial.
"""

import json
import os
from pathlib import Path

import pytest

from benchmarks.chaos import STORIES, chaos, write_files

REPOSITORY = Path(__file__).resolve().parents[2]
LIKE = {
    "index": "index again",
    "sources run": "index again",
    "reindex --words": "reindex --model",
    "reindex by a worker": "worker",
    "rollback": "switch",
    "reclaim --shadow": "reclaim",
}
"""Stories that pass the same points at which something may be killed as another one: only the long form tries them."""
BRIEF = tuple(story for story in STORIES if story not in LIKE)
TRIED = tuple(STORIES) if "CHAOS_KILLS" in os.environ else BRIEF
KILLS = int(os.environ.get("CHAOS_KILLS", len(BRIEF)))


def test_the_files_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_files(tmp_path / name, seed)

    def read(name: str) -> list[str]:
        return [p.read_text() for p in sorted((tmp_path / name).rglob("*.txt"))]

    assert read("a") == read("b") != read("c")


def test_every_story_is_tried_here_or_like_one_that_is() -> None:
    assert set(LIKE) | set(BRIEF) == set(STORIES)
    assert set(LIKE.values()) <= set(BRIEF)


@pytest.mark.slow
@pytest.mark.skipif(not (REPOSITORY / "embedding/model/rujukan.json").exists(), reason="no bundled model")
def test_whatever_is_killed_is_whole_again_and_the_run_goes_on_where_it_ended(tmp_path: Path) -> None:
    write_files(tmp_path / "calm/files", 7, count=6)
    first = chaos(tmp_path, KILLS - 1, 7, most=1, stories=TRIED)
    assert [trial["why"] for trial in first["trials"] if trial["why"]] == []
    state = chaos(tmp_path, KILLS, 7, most=1, stories=TRIED)
    assert state["trials"][: len(first["trials"])] == first["trials"]
    assert (state["failed"], state["kills"] >= KILLS) == (0, True)
    assert {trial["story"] for trial in state["trials"]} == set(state["undisturbed"]) == set(TRIED)
    assert json.loads((tmp_path / "chaos.json").read_text()) == state
