"""Reclaiming: what only a retired edition used goes, what another edition uses stays, and a stop costs nothing."""

from pathlib import Path

import pytest

from catalog import editions, reclaiming, vectors
from catalog.vectors import VectorSet
from tests.indexer.editing import Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_in(tmp_path)
    made.now()
    made.index()
    made.build(made.shadow("squared", (60, 15)))
    editions.switch(made.catalog)
    editions.retire(made.catalog, "previous")
    return made


def count(desk: Desk, sql: str) -> int:
    return int(desk.catalog.db.execute(f"SELECT count(*) FROM {sql}").fetchone()[0])


def yes() -> bool:
    return True


def test_only_what_nothing_else_uses_is_deleted(desk: Desk) -> None:
    old, stays = count(desk, "passage WHERE splitting = 1"), count(desk, "passage WHERE splitting = 2")
    theirs = count(desk, "vector WHERE model = 'word-counts'")
    assert reclaiming.kept(desk.catalog).splittings == {2}
    assert reclaiming.reclaim_passages(desk.catalog, 1, yes) == old
    assert reclaiming.reclaim_vectors(desk.catalog, yes) == theirs
    assert count(desk, "passage") == stays
    assert vectors.unembedded(desk.catalog, VectorSet("squared", 2)) == []


def test_vectors_of_a_kept_model_go_with_the_last_passage_of_their_text(desk: Desk) -> None:
    made = desk.shadow("squared", (40, 10))
    desk.build(made)
    editions.retire(desk.catalog, "shadow")
    assert reclaiming.reclaim_passages(desk.catalog, 3, yes)
    reclaiming.reclaim_vectors(desk.catalog, yes)
    orphans = "vector WHERE NOT EXISTS (SELECT 1 FROM passage WHERE passage.hash = vector.hash)"
    assert count(desk, orphans) == 0
    assert vectors.unembedded(desk.catalog, VectorSet("squared", 2)) == []


def test_a_stop_is_told_and_the_next_call_does_the_rest(desk: Desk) -> None:
    assert reclaiming.reclaim_passages(desk.catalog, 1, lambda: False) is None
    assert reclaiming.reclaim_vectors(desk.catalog, lambda: False) is None
    assert reclaiming.reclaim_passages(desk.catalog, 1, yes)


def test_generations_of_kept_editions_stay(desk: Desk) -> None:
    with desk.catalog.writing():
        for number, model, splitting in ((1, "word-counts", 1), (2, "squared", 2)):
            desk.catalog.db.execute(
                "INSERT INTO generation (id, model, splitting, base_seq, vectors, current) VALUES (?, ?, ?, 0, 0, 1)",
                [number, model, splitting],
            )
    assert reclaiming.reclaim_generations(desk.catalog) == {2}
