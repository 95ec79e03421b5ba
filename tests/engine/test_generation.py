import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from catalog.generations import Generation
from catalog.vectors import Entry
from engine.base_search import Base
from engine.generation import Built, DamagedGenerationError, Generations
from engine.masks import packed
from engine.recall import Measured, questions, share_found
from engine.vector_index import Graph, Search

WIDTH = 4


def entry(passage: int, values: NDArray[np.float32]) -> Entry:
    return Entry(passage, "terbuka", 3, "disahkan", 1, "sop", "2024-01-31", values.astype(np.float16).tobytes())


def entries(count: int, seed: int = 0, width: int = WIDTH) -> list[Entry]:
    rows = np.random.default_rng(seed).standard_normal((count, width), dtype=np.float32)
    return [entry(passage, row) for passage, row in enumerate(rows, 10)]


@pytest.fixture
def shelf(tmp_path: Path) -> Generations:
    return Generations(tmp_path, "m", WIDTH, threads=1)


def test_a_generation_holds_what_it_was_given(shelf: Generations) -> None:
    built = shelf.build(Generation(1, 77, 0), entries(5000))
    done = built.generation
    base = shelf.load(done)
    assert built.sentence() == "Generasi 1: 5.000 vektor, eksak"
    assert done == Generation(1, 77, 5000)
    assert base.table["passage"].tolist() == list(range(10, 5010))
    assert base.table[0].tolist() == (10, 3, 2024, 1, 5, 1, True)
    assert shelf.is_intact(done)


@settings(max_examples=25)
@given(st.integers(0, 60), st.integers(0, 1000), st.integers(1, 70))
def test_the_nearest_allowed_are_those_that_arithmetic_gives(
    tmp_path_factory: pytest.TempPathFactory, count: int, seed: int, limit: int
) -> None:
    shelf = Generations(tmp_path_factory.mktemp("gen"), "m", WIDTH, threads=1)
    given_entries, dice = entries(count, seed), np.random.default_rng(seed)
    base = shelf.load(shelf.build(Generation(1, 1, 0), given_entries).generation)
    allowed, wanted = dice.random(count) < 0.4, dice.standard_normal(WIDTH, dtype=np.float32)
    cosines = {e.passage: float(np.frombuffer(e.vector, np.float16).astype(np.float32) @ wanted) for e in given_entries}
    best = sorted((p for p, yes in zip(cosines, allowed, strict=True) if yes), key=lambda p: -cosines[p])[:limit]
    found = base.nearest(wanted, packed(allowed), limit)
    assert [hit.passage for hit in found] == best
    assert [hit.score for hit in found] == pytest.approx([cosines[p] for p in best], abs=1e-4)


@pytest.mark.parametrize("name", ["vectors.faiss", "codes.npy", "manifest.json"])
@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_files_that_are_not_whole_are_refused(shelf: Generations, name: str, harm: str) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(20)).generation
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
    done = shelf.build(Generation(1, 1, 0), entries(2000)).generation
    file = shelf.root / "gen-1" / "vectors.faiss"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert shelf.is_whole(done)
    assert not shelf.is_intact(done)


def test_a_header_of_nonsense_is_refused(shelf: Generations) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(20)).generation
    for name in ("vectors.faiss", "codes.npy"):
        file = shelf.root / "gen-1" / name
        whole = file.read_bytes()
        file.write_bytes(b"\xff" * len(whole))
        with pytest.raises(DamagedGenerationError):
            shelf.load(done)
        file.write_bytes(whole)


def test_a_generation_of_another_model_or_time_is_refused(shelf: Generations, tmp_path: Path) -> None:
    done = shelf.build(Generation(1, 7, 0), entries(3)).generation
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


def test_a_generation_of_the_first_format_is_read(shelf: Generations) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(20)).generation
    file = shelf.root / "gen-1" / "manifest.json"
    manifest = json.loads(file.read_bytes())
    first = {name: value for name, value in manifest.items() if name not in ("kind", "graph", "refused")}
    file.write_text(json.dumps(first | {"format": 1}))
    assert shelf.is_intact(done)
    assert shelf.told(done) is not None
    assert len(shelf.load(done).table) == 20


def test_a_generation_of_a_later_format_is_refused(shelf: Generations) -> None:
    done = shelf.build(Generation(1, 1, 0), entries(20)).generation
    file = shelf.root / "gen-1" / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"format": 3}))
    with pytest.raises(DamagedGenerationError, match="format is 3"):
        shelf.load(done)


WIDE, MANY = 32, 3000
USELESS = Graph(from_vectors=MANY, links=2, build_breadth=2, breadths=(1,))


def wide(root: Path, graph: Graph) -> Generations:
    return Generations(root, "m", WIDE, 1, graph)


@pytest.fixture(scope="module")
def with_graph(tmp_path_factory: pytest.TempPathFactory) -> tuple[Generations, Built]:
    shelf = wide(tmp_path_factory.mktemp("graph"), Graph(from_vectors=MANY))
    return shelf, shelf.build(Generation(1, 1, MANY), entries(MANY, width=WIDE))


def test_many_vectors_get_a_graph_that_finds_nearly_all(with_graph: tuple[Generations, Built]) -> None:
    shelf, built = with_graph
    assert built.graph is not None
    assert built.graph.recall >= 0.97
    base = shelf.load(built.generation)
    assert base.index.has_graph
    assert base.breadth == built.graph.breadth


def test_what_was_built_is_said_with_its_recall() -> None:
    built = Built(Generation(4, 1, 120_000), Measured(0.991, 256))
    assert built.sentence() == "Generasi 4: 120.000 vektor, HNSW, recall@10 0,991 pada efSearch 256"


def test_what_was_measured_of_a_generation_and_when_is_told_from_its_files(
    with_graph: tuple[Generations, Built],
) -> None:
    shelf, built = with_graph
    told = shelf.told(built.generation)
    assert told is not None
    assert built.graph is not None
    assert (told.kind, told.recall, told.refused) == ("hnsw", built.graph.recall, None)
    assert abs((told.built or 0) - time.time()) < 3600
    assert shelf.told(replace(built.generation, base_seq=99)) is None


def test_fewer_than_a_graph_is_for_are_compared_one_by_one(tmp_path: Path) -> None:
    shelf = wide(tmp_path, Graph(from_vectors=MANY + 1))
    base = shelf.load(shelf.build(Generation(1, 1, MANY), entries(MANY, width=WIDE)).generation)
    assert not base.index.has_graph
    assert base.breadth == 0


def test_a_graph_that_finds_too_little_is_not_published_and_that_is_said(tmp_path: Path) -> None:
    shelf = wide(tmp_path, USELESS)
    built = shelf.build(Generation(1, 1, MANY), entries(MANY, width=WIDE))
    assert built.graph is None
    assert built.refused is not None
    assert built.refused.recall < 0.97
    base = shelf.load(built.generation)
    assert (base.index.has_graph, base.index.size) == (False, MANY)
    assert "eksak karena HNSW hanya mencapai recall@10 0," in built.sentence()
    manifest = json.loads((tmp_path / "gen-1" / "manifest.json").read_bytes())
    assert manifest["kind"] == "flat"
    assert manifest["refused"]["recall"] == built.refused.recall


def test_the_search_is_broadened_until_enough_is_found(tmp_path: Path) -> None:
    narrow = wide(tmp_path, replace(USELESS, links=8, build_breadth=40, breadths=(10, 20, 40, 80, 160, 320, 640, 1280)))
    built = narrow.build(Generation(1, 1, MANY), entries(MANY, width=WIDE))
    assert built.graph is not None
    assert built.graph.breadth > 10
    assert built.graph.recall >= 0.98


def test_what_was_measured_is_what_a_search_of_that_breadth_finds(with_graph: tuple[Generations, Built]) -> None:
    shelf, built = with_graph
    base, graph = shelf.load(built.generation), built.graph
    assert graph is not None
    asked = questions(base.index)
    exact, _ = base.index.exactly(asked, Search(10))
    found, _ = base.index.by_graph(asked, Search(10, breadth=graph.breadth))
    assert Measured(share_found(found, exact), graph.breadth) == graph


def test_questions_are_unit_vectors_and_always_the_same(with_graph: tuple[Generations, Built]) -> None:
    shelf, built = with_graph
    index = shelf.load(built.generation).index
    asked = questions(index)
    assert np.linalg.norm(asked, axis=1) == pytest.approx(1, abs=1e-5)
    assert (asked == questions(index)).all()


def exact_ones(base: Base, vector: NDArray[np.float32], allowed: NDArray[np.bool_], limit: int) -> list[int]:
    cosines = base.index.rows(np.arange(base.index.size)) @ vector
    best = sorted(np.flatnonzero(allowed), key=lambda place: -cosines[place])[:limit]
    return [int(base.table["passage"][place]) for place in best]


def test_through_a_graph_only_what_is_let_through_is_found(with_graph: tuple[Generations, Built]) -> None:
    shelf, built = with_graph
    base = replace(shelf.load(built.generation), exact_up_to=0)
    dice = np.random.default_rng(3)
    for share in (1.0, 0.5, 0.1, 0.01):
        allowed, vector = dice.random(MANY) < share, dice.standard_normal(WIDE, dtype=np.float32)
        found = [hit.passage for hit in base.nearest(vector, packed(allowed), 10)]
        best = exact_ones(base, vector, allowed, 10)
        assert set(found) <= set((np.flatnonzero(allowed) + 10).tolist())
        assert len(found) == len(best)
        assert len(set(found) & set(best)) >= 8


def test_few_are_compared_one_by_one_though_there_is_a_graph(with_graph: tuple[Generations, Built]) -> None:
    shelf, built = with_graph
    base = replace(shelf.load(built.generation), exact_up_to=60)
    dice = np.random.default_rng(4)
    for _ in range(20):
        allowed, vector = np.zeros(MANY, bool), dice.standard_normal(WIDE, dtype=np.float32)
        allowed[dice.choice(MANY, 60, replace=False)] = True
        found = [hit.passage for hit in base.nearest(vector, packed(allowed), 60)]
        assert found == exact_ones(base, vector, allowed, 60)


def test_where_the_graph_comes_no_further_all_are_compared(with_graph: tuple[Generations, Built]) -> None:
    shelf, built = with_graph
    base = replace(shelf.load(built.generation), exact_up_to=0, breadth=1)
    vector = base.index.rows(np.array([7]))[0]
    cosines = base.index.rows(np.arange(MANY)) @ vector
    allowed = cosines <= np.sort(cosines)[39]  # the 40 that lie farthest: a narrow search meets few of them
    found = [hit.passage for hit in base.nearest(vector, packed(allowed), 40)]
    assert sorted(found) == (np.flatnonzero(allowed) + 10).tolist()


@settings(max_examples=50)
@given(st.integers(1, 12), st.integers(1, 10), st.integers(0, 99))
def test_of_equal_vectors_each_is_as_good_as_the_other(rows: int, count: int, seed: int) -> None:
    exact = -np.sort(-np.random.default_rng(seed).random((rows, count), dtype=np.float32), axis=1)
    assert share_found(exact, exact) == 1.0
    worst = np.full_like(exact, -2)
    assert share_found(worst, exact) == 0.0
    assert share_found(np.repeat(exact[:, -1:], count, axis=1), exact) == 1.0
