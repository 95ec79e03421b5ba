"""The generated files and the costs of a command: what the benchmark over 20,000 files stands on."""

import sys
from pathlib import Path

import pytest

from benchmarks.many_files import growth
from benchmarks.many_files_made import KINDS, write_all, write_some
from benchmarks.process_tree import run
from indexer.pool import ReaderPool

FILES = 40


def contents(folder: Path) -> dict[str, bytes]:
    return {str(place.relative_to(folder)): place.read_bytes() for place in folder.rglob("*.*")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("berkas")
    write_all(folder, FILES, 1, 2)
    return folder


def test_equal_seeds_make_equal_bytes_in_any_number_of_processes(made: Path, tmp_path: Path) -> None:
    write_all(tmp_path / "satu", FILES, 1, 1)
    write_all(tmp_path / "lain", FILES, 2, 1)
    assert contents(tmp_path / "satu") == contents(made)
    assert len(contents(made)) == FILES
    assert not set(contents(tmp_path / "lain").values()) & set(contents(made).values())


def test_every_kind_is_read_and_no_two_files_say_the_same(made: Path) -> None:
    places = sorted(made.rglob("*.*"))
    assert {place.suffix[1:] for place in places} == set(KINDS)
    with ReaderPool(2) as pool:
        results = [r for r in pool.read_many((place, place.name) for place in places) if r is not None]
    texts = [" ".join(page.text for page in r.document.pages) for r in results if r.document is not None]
    assert len(set(texts)) == FILES
    assert all(30 <= len(text.split()) <= 90 for text in texts)


def test_another_edition_puts_other_words_into_the_same_places(made: Path, tmp_path: Path) -> None:
    write_all(tmp_path, FILES, 1, 1)
    write_some(tmp_path, [3, 5], 1, edition=1)
    before, after = contents(made), contents(tmp_path)
    assert before.keys() == after.keys()
    assert {Path(name).stem for name in before if before[name] != after[name]} == {"000003", "000005"}


def test_the_memory_of_children_counts(tmp_path: Path) -> None:
    hold = "held = bytearray(80 << 20); import time; time.sleep(0.6)"
    alone = run([sys.executable, "-c", hold])
    family = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}]); sys.exit(3)"
    both = run([sys.executable, "-c", f"more = bytearray(50 << 20); {family}"], tmp_path)
    assert (alone.status, alone.processes, both.status, both.processes) == (0, 1, 3, 2)
    assert alone.tree_mb > 80
    assert both.tree_mb > 130
    assert (len(both.tenths), max(both.tenths)) == (10, both.tree_mb)


def test_growth_sets_the_largest_beside_the_smallest() -> None:
    small = {"files": 10, "phases": {"unchanged": {"seconds": 1.0, "tree_mb": 100.0}}}
    large = {"files": 20_000, "phases": {"unchanged": {"seconds": 2.5, "tree_mb": 103.5}}}
    assert growth(small, large) == {"more_tree_mb": {"unchanged": 3.5}, "unchanged_seconds_per_10000": 1.25}
