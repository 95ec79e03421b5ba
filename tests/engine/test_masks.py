from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.scope import OPERATOR, Scope, scope_of
from engine.codes import CODES, Table, visible
from engine.masks import KEPT, Masks, count, let_through, packed
from engine.query import Filters

NUMBERS = {"BPAD": 1, "DINKES": 2}
SCOPES = (OPERATOR, scope_of("public"), scope_of("internal"), scope_of("BPAD"))
FILTERS = (
    Filters(),
    Filters(unit="BPAD"),
    Filters(years=range(2024, 2025)),
    Filters(kind="sop"),
    Filters(unit="TIDAK-ADA"),
)


def table(count: int, seed: int) -> Table:
    dice = np.random.default_rng(seed)
    made = np.zeros(count, dtype=CODES)
    made["passage"], made["unit"], made["access"] = (
        np.arange(count),
        dice.integers(0, 3, count),
        dice.integers(0, 4, count),
    )
    made["status"], made["year"] = dice.integers(0, 7, count), dice.integers(2023, 2026, count)
    made["kind"], made["newest"] = dice.integers(0, 4, count), dice.random(count) < 0.5
    return made


@given(st.lists(st.booleans(), max_size=70))
def test_bits_are_counted_as_the_mask_is(mask: Sequence[bool]) -> None:
    assert count(packed(np.array(mask, dtype=bool))) == sum(mask)


@given(st.lists(st.booleans(), min_size=1, max_size=70), st.data())
def test_a_place_is_let_through_if_the_mask_says_so(mask: Sequence[bool], data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(mask) - 1)))
    bits = packed(np.array(mask, dtype=bool))
    assert let_through(bits, np.array(places, dtype=np.int64)).tolist() == [mask[place] for place in places]


@settings(max_examples=40)
@given(st.integers(0, 40), st.integers(0, 99), st.lists(st.tuples(st.sampled_from(SCOPES), st.sampled_from(FILTERS))))
def test_what_is_kept_is_what_is_visible(size: int, seed: int, asked: list[tuple[Scope, Filters]]) -> None:
    masks = Masks(table(size, seed))
    for scope, filters in (*asked, *asked):
        mask = visible(masks.table, scope, filters, NUMBERS)
        assert masks.visible(scope, filters, NUMBERS).tolist() == packed(mask).tolist()


def test_a_unit_that_came_later_is_seen_when_it_has_a_number() -> None:
    masks = Masks(table(40, 1))
    late = Filters(unit="BARU")
    assert count(masks.visible(OPERATOR, late, NUMBERS)) == 0
    assert count(masks.visible(OPERATOR, late, NUMBERS | {"BARU": 2})) > 0


def test_only_the_last_used_are_kept() -> None:
    masks = Masks(table(9, 1))
    often, once = (masks.visible(OPERATOR, Filters(years=range(year, year + 1)), NUMBERS) for year in (0, 1))
    for year in range(2, KEPT + 1):
        masks.visible(OPERATOR, Filters(years=range(year, year + 1)), NUMBERS)
        assert masks.visible(OPERATOR, Filters(years=range(0, 1)), NUMBERS) is often
    assert masks.visible(OPERATOR, Filters(years=range(1, 2)), NUMBERS) is not once


def test_threads_may_ask_at_once() -> None:
    masks = Masks(table(500, 2))
    asked = [(scope, Filters(years=range(2023, 2024 + n % 3))) for n in range(90) for scope in SCOPES]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda pair: masks.visible(*pair, NUMBERS).tolist(), asked))
    assert got == [packed(visible(masks.table, scope, filters, NUMBERS)).tolist() for scope, filters in asked]
