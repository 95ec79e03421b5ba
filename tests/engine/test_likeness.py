"""Directions of texts as seen from the middle of what a viewer sees."""

from collections.abc import Callable

import numpy as np
import pytest

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from engine.likeness import directions, middle
from tests.engine.shelf import describe, drop, engine_of, shelve, vector

HIDDEN = Metadata(access="terbatas", unit="BPPBJ", status="disahkan")
Ids = Callable[[int], list[int]]


@pytest.fixture
def ids(catalog: Catalog) -> Ids:
    def of(asset: int) -> list[int]:
        rows = catalog.db.query(
            "SELECT p.id FROM passage p JOIN version v ON v.id = p.version WHERE v.asset = ?", [asset]
        )
        return [row["id"] for row in rows]

    return of


@pytest.mark.parametrize("tail_limit", [0, 1000])
def test_visible_are_the_passages_of_base_and_tail_that_a_scope_sees(
    catalog: Catalog, ids: Ids, tail_limit: int
) -> None:
    engine = engine_of(catalog, tail_limit=tail_limit)
    one, hidden, gone = (shelve(catalog, *told) for told in (("a", ["hibah", "air"]), ("b", ["aset"]), ("c", ["air"])))
    engine.publish(catalog)
    describe(catalog, hidden, HIDDEN)
    drop(catalog, gone)
    late = shelve(catalog, "d", ["pajak"])
    seen = {viewer: set(engine.dense.visible(catalog, scope_of(viewer)).tolist()) for viewer in (None, "public")}
    assert seen["public"] == {*ids(one), *ids(late)}
    assert seen[None] == {*ids(one), *ids(late), *ids(hidden)}


def test_the_middle_is_of_what_the_scope_sees_alone(catalog: Catalog) -> None:
    engine = engine_of(catalog)
    shelve(catalog, "a", ["hibah", "pajak"])
    before = middle(catalog, engine.dense, scope_of("public"))
    assert before == pytest.approx((vector("hibah") + vector("pajak")) / 2, abs=1e-3)
    shelve(catalog, "b", ["air"], HIDDEN)
    assert middle(catalog, engine.dense, scope_of("public")) == pytest.approx(before)
    assert middle(catalog, engine.dense, OPERATOR) != pytest.approx(before)


def test_what_is_compared_is_left_out_of_the_middle(catalog: Catalog, ids: Ids) -> None:
    own = shelve(catalog, "a", ["hibah", "hibah lagi"])
    shelve(catalog, "b", ["air"])
    centre = middle(catalog, engine_of(catalog).dense, OPERATOR, ids(own))
    assert centre == pytest.approx(vector("air"), abs=1e-3)


def test_many_passages_are_taken_evenly(catalog: Catalog) -> None:
    shelve(catalog, "a", [f"hibah {number}" for number in range(500)] + [f"air {number}" for number in range(500)])
    centre = middle(catalog, engine_of(catalog).dense, OPERATOR)
    assert centre == pytest.approx((vector("hibah") + vector("air")) / 2, abs=0.01)


def test_texts_lie_apart_by_what_they_do_not_share_with_all(catalog: Catalog, ids: Ids) -> None:
    shared = "aset " * 5
    assets = [shelve(catalog, name, [f"{shared}{word}"]) for name, word in (("a", "hibah"), ("b", "air"), ("c", "air"))]
    index = engine_of(catalog).dense
    seen = directions(catalog, index, [*map(ids, assets), []], middle(catalog, index, OPERATOR))
    likeness = seen @ seen.T
    assert likeness[1, 2] == pytest.approx(1, abs=1e-3)
    assert likeness[0, 1] < 0
    assert np.allclose(seen[3], 0)


def test_an_empty_catalog_has_no_middle(catalog: Catalog) -> None:
    assert not middle(catalog, engine_of(catalog).dense, OPERATOR).any()
