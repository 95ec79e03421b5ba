from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from catalog.generations import Generation
from catalog.vectors import Entry
from engine.generation import DamagedGenerationError, Generations

WIDTH = 4


def entry(passage: int, values: NDArray[np.float32]) -> Entry:
    return Entry(passage, "terbuka", 3, "disahkan", 1, "sop", "2024-01-31", values.astype(np.float16).tobytes())


def entries(count: int, seed: int = 0) -> list[Entry]:
    rows = np.random.default_rng(seed).standard_normal((count, WIDTH), dtype=np.float32)
    return [entry(passage, row) for passage, row in enumerate(rows, 10)]


@pytest.fixture
def shelf(tmp_path: Path) -> Generations:
    return Generations(tmp_path, "m", WIDTH, threads=1)


def test_a_generation_holds_what_it_was_given(shelf: Generations) -> None:
    done = shelf.build(Generation(1, 77, 0), entries(5000))
    base = shelf.load(done)
    assert done == Generation(1, 77, 5000)
    assert base.table["passage"].tolist() == list(range(10, 5010))
    assert base.table[0].tolist() == (10, 3, 2024, 1, 5, 1, True)
    assert shelf.is_intact(done)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 60), st.integers(0, 1000), st.integers(1, 70))
def test_the_nearest_allowed_are_those_that_arithmetic_gives(
    tmp_path_factory: pytest.TempPathFactory, count: int, seed: int, limit: int
) -> None:
    shelf = Generations(tmp_path_factory.mktemp("gen"), "m", WIDTH, threads=1)
    given_entries, dice = entries(count, seed), np.random.default_rng(seed)
    base = shelf.load(shelf.build(Generation(1, 1, 0), given_entries))
    allowed, wanted = dice.random(count) < 0.4, dice.standard_normal(WIDTH, dtype=np.float32)
    cosines = {e.passage: float(np.frombuffer(e.vector, np.float16).astype(np.float32) @ wanted) for e in given_entries}
    best = sorted((p for p, yes in zip(cosines, allowed, strict=True) if yes), key=lambda p: -cosines[p])[:limit]
    found = base.nearest(wanted, allowed, limit)
    assert [hit.passage for hit in found] == best
    assert [hit.score for hit in found] == pytest.approx([cosines[p] for p in best], abs=1e-4)


@pytest.mark.parametrize("name", ["vectors.faiss", "codes.npy", "manifest.json"])
@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_files_that_are_not_whole_are_refused(shelf: Generations, name: str, harm: str) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(20))
    file = shelf.root / "gen-1" / name
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:-40])
    else:
        file.unlink()
    assert not shelf.is_whole(done)
    assert not shelf.is_intact(done)
    with pytest.raises(DamagedGenerationError, match="gen-1"):
        shelf.load(done)


def test_one_changed_byte_is_found_by_reading_all(shelf: Generations) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(2000))
    file = shelf.root / "gen-1" / "vectors.faiss"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert shelf.is_whole(done)
    assert not shelf.is_intact(done)


def test_a_header_of_nonsense_is_refused(shelf: Generations) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(20))
    for name in ("vectors.faiss", "codes.npy"):
        file = shelf.root / "gen-1" / name
        whole = file.read_bytes()
        file.write_bytes(b"\xff" * len(whole))
        with pytest.raises(DamagedGenerationError):
            shelf.load(done)
        file.write_bytes(whole)


def test_a_generation_of_another_model_or_time_is_refused(shelf: Generations, tmp_path: Path) -> None:
    done = shelf.build(Generation(1, 7, 0), entries(3))
    for other in (Generations(tmp_path, "n", WIDTH, 1), Generations(tmp_path, "m", WIDTH + 1, 1)):
        with pytest.raises(DamagedGenerationError):
            other.load(done)
    with pytest.raises(DamagedGenerationError, match="base_seq is 7, not 8"):
        shelf.load(Generation(1, 8, 3))


def test_a_build_that_fails_leaves_nothing(shelf: Generations, tmp_path: Path) -> None:
    def broken() -> Iterator[Entry]:
        yield from entries(2)
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        shelf.build(Generation(1, 1, 0), broken())
    assert list(tmp_path.iterdir()) == []


def test_sweeping_keeps_what_is_named(shelf: Generations, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        shelf.build(Generation(number, 1, 0), entries(2))
    (tmp_path / "gen-4.part").mkdir()
    (tmp_path / "tantivy-1").mkdir()
    shelf.sweep({2, 3})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gen-2", "gen-3", "tantivy-1"]
