import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from catalog.generations import Generation
from engine.base_search import Base
from engine.generation import Built, DamagedGenerationError, Generations
from engine.masks import at_places, packed
from engine.sketch import Sketch
from engine.vector_index import Graph, Search
from tests.engine.test_generation import MANY, WIDE, entries, exact_ones

FIRST = 10  # the passage at the first place, see `entries`


def shelf(root: Path, graph: Graph | None = None) -> Generations:
    return Generations(root, "m", WIDE, 1, graph or Graph(), sketched_from=MANY)


@pytest.fixture(scope="module")
def sketched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Generations, Built]:
    files = shelf(tmp_path_factory.mktemp("sketch"))
    return files, files.build(Generation(1, 1, MANY), entries(MANY, width=WIDE))


@pytest.fixture(scope="module")
def base(sketched: tuple[Generations, Built]) -> Base:
    files, built = sketched
    return replace(files.load(built.generation), sketched_from=0)


def test_many_vectors_get_sketches_that_find_nearly_all(sketched: tuple[Generations, Built], base: Base) -> None:
    files, built = sketched
    assert built.sketched is not None
    assert built.sketched >= 0.97
    assert built.sentence().startswith("Generasi 1: 3.000 vektor, dengan sketsa, recall@10 ")
    manifest = json.loads((files.root / "gen-1" / "manifest.json").read_bytes())
    assert (manifest["kind"], manifest["sketched"]) == ("sketched", built.sketched)
    assert base.sketch is not None
    assert base.sketch.codes.size == MANY
    assert files.is_intact(built.generation)


@pytest.mark.parametrize("share", [1.0, 0.7, 0.4, 0.1, 0.01, 0.0])
def test_only_what_is_let_through_is_found_with_the_scores_of_the_vectors(base: Base, share: float) -> None:
    dice = np.random.default_rng(3)
    for _ in range(20):
        allowed, vector = dice.random(MANY) < share, dice.standard_normal(WIDE, dtype=np.float32)
        found = base.nearest(vector, packed(allowed), 10)
        places = np.array([hit.passage - FIRST for hit in found], dtype=np.int64)
        best = exact_ones(base, vector, allowed, 10)
        assert allowed[places].all()
        assert len(found) == len(best)
        assert len({hit.passage for hit in found} & set(best)) >= min(9, len(best))
        scores = base.index.rows(places) @ vector if found else np.empty(0)
        assert [hit.score for hit in found] == pytest.approx(scores.tolist(), rel=1e-4, abs=1e-4)
        assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_a_few_places_are_compared_as_all_are(base: Base) -> None:
    dice = np.random.default_rng(4)
    vector, places = dice.standard_normal(WIDE, dtype=np.float32), dice.choice(MANY, 300, replace=False)
    scores, found = base.index.nearest_of(vector, places, 20)
    among = Search(20, at_places(places, MANY))
    for given, expected in zip((scores, found), base.index.exactly(vector.reshape(1, -1), among), strict=True):
        assert np.array_equal(given, expected)


def test_where_what_is_let_through_is_far_from_the_question_all_of_it_is_compared(base: Base) -> None:
    vector = base.index.rows(np.array([7]))[0]
    cosines = base.index.rows(np.arange(MANY)) @ vector
    allowed = cosines <= np.sort(cosines)[1599]  # of the 1,875 nearest sketches fewer than 500 are of these
    assert base.sketch is not None
    assert base.sketch.nearest(base.index, vector, packed(allowed), 10) is None
    found = [hit.passage for hit in base.nearest(vector, packed(allowed), 10)]
    assert set(found) == set(exact_ones(base, vector, allowed, 10))


def test_the_same_vectors_give_the_same_sketches(base: Base, tmp_path: Path) -> None:
    files = [tmp_path / "one", tmp_path / "two"]
    for file in files:
        again = Sketch.of(base.index, threads=1)
        assert again is not None
        again.codes.save(file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_fewer_than_sketches_are_for_get_none(tmp_path: Path) -> None:
    files = shelf(tmp_path)
    built = files.build(Generation(1, 1, MANY - 1), entries(MANY - 1, width=WIDE))
    assert built.sketched is None
    assert built.sentence().endswith("eksak")
    assert files.load(built.generation).sketch is None


def test_sketches_that_find_too_little_are_not_kept(tmp_path: Path) -> None:
    files = shelf(tmp_path, Graph(least=1.01))
    built = files.build(Generation(1, 1, MANY), entries(MANY, width=WIDE))
    assert built.sketched is None
    assert not (tmp_path / "gen-1" / "sketch.faiss").exists()
    assert files.load(built.generation).sketch is None


@pytest.mark.parametrize("harm", ["missing", "cut", "other"])
def test_a_generation_whose_sketches_are_not_whole_is_refused(tmp_path: Path, harm: str) -> None:
    files = shelf(tmp_path)
    done = files.build(Generation(1, 1, MANY), entries(MANY, width=WIDE)).generation
    file = tmp_path / "gen-1" / "sketch.faiss"
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-1] + (b"" if harm == "cut" else b"\xff"))
    assert not files.is_whole(done)
    with pytest.raises(DamagedGenerationError):
        files.load(done)
