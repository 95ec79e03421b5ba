"""Among nearly equal hits maturity and reuse decide, within a bound; what is unknown stands where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from catalog import communities
from catalog.communities import Maturity
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from search.answer import ask
from search.ranking.choice import Options
from search.ranking.preference import BOUND, ENOUGH, OUT_OF_FORCE_COSTS, Reputation, in_order, order
from tests.engine.shelf import shelve
from tests.reused import reuse
from tests.search.library import searcher_of

MERITS = st.none() | st.floats(0, 1)
RANKINGS = st.lists(st.tuples(st.floats(0, 1), MERITS), max_size=12).map(
    lambda hits: sorted(hits, key=lambda hit: -hit[0])
)


def assessed(level: int) -> Maturity:
    return Maturity("CoP", level, "", "2025-10-31", "Tim", "SK", "1", 1, 1)


def reputation(level: int | None, *units: str) -> Reputation:
    return Reputation(assessed(level) if level else None, units)


def test_the_more_mature_of_two_nearly_equal_hits_stands_first() -> None:
    assert list(order([0.800, 0.799], [reputation(2).merit, reputation(4).merit])) == [1, 0]


def test_a_clearly_better_hit_is_never_passed() -> None:
    assert list(order([0.80, 0.78], [reputation(1).merit, reputation(5, *"abcde").merit])) == [0, 1]


def test_what_was_never_assessed_keeps_its_place() -> None:
    assert list(order([0.800, 0.799], [reputation(None).merit, reputation(5).merit])) == [0, 1]
    assert list(order([0.800, 0.799], [reputation(1).merit, reputation(None).merit])) == [0, 1]
    merits = [reputation(level).merit for level in (1, None, 5)]
    assert list(order([0.800, 0.799, 0.798], merits)) == [2, 1, 0]


def test_reuse_speaks_for_what_was_never_assessed_as_much_as_maturity_does() -> None:
    assert reputation(None, *"abcde").merit == 1
    assert reputation(5, *"abcdefg").merit == 1
    assert reputation(5).merit == reputation(1, *"abcde").merit == 0.5
    assert reputation(1).merit == 0
    assert reputation(None).merit is None
    assert len("abcde") == ENOUGH


@given(RANKINGS)
def test_no_hit_passes_one_that_is_better_by_more_than_the_bound(hits: list[tuple[float, float | None]]) -> None:
    scores = [score for score, _ in hits]
    places = list(order(scores, [merit for _, merit in hits]))
    assert sorted(places) == list(range(len(hits)))
    for at, place in enumerate(places):
        for behind in places[at + 1 :]:
            assert scores[behind] <= scores[place] * (1 + BOUND) + 1e-12
    assert [place for place in places if hits[place][1] is None] == [i for i, hit in enumerate(hits) if hit[1] is None]
    assert all(places[i] == i for i, hit in enumerate(hits) if hit[1] is None)


@given(RANKINGS)
def test_without_assessments_and_reuse_the_ranking_is_the_old_one(hits: list[tuple[float, float | None]]) -> None:
    scores = [score for score, _ in hits]
    assert list(order(scores, [None] * len(hits))) == list(range(len(hits)))
    assert list(order(scores, [0.7] * len(hits))) == list(range(len(hits)))


def test_what_is_in_force_passes_what_is_not_unless_that_is_much_better() -> None:
    assert in_order([0.80, 0.75], [False, True], [None, None]) == [1, 0]
    assert in_order([0.80, 0.60], [False, True], [None, None]) == [0, 1]
    assert in_order([0.80, 0.75], [True, False], [None, None]) == [0, 1]


@given(RANKINGS, st.data())
def test_what_is_not_in_force_is_passed_within_its_bound_alone(
    hits: list[tuple[float, float | None]], data: st.DataObject
) -> None:
    scores, merits = [score for score, _ in hits], [merit for _, merit in hits]
    in_force = data.draw(st.lists(st.booleans(), min_size=len(hits), max_size=len(hits)))
    places = in_order(scores, in_force, merits)
    assert sorted(places) == list(range(len(hits)))
    for at, place in enumerate(places):
        for behind in places[at + 1 :]:
            most = (1 + BOUND) / (1.0 if in_force[behind] else 1 - OUT_OF_FORCE_COSTS)
            assert scores[behind] <= scores[place] * most + 1e-12


def paths(catalog: Catalog, *, preferring: bool) -> list[str]:
    searcher, scope = searcher_of(catalog), scope_of("public")
    found = searcher.search(catalog, "hibah", scope, Options(preferring=preferring)).hits
    assert [hit.rank for hit in found] == list(range(1, len(found) + 1))
    answered = ask(searcher, catalog, "hibah", scope, preferring=preferring).hits
    assert [hit.card.path for hit in answered] == [hit.card.path for hit in found]
    return [hit.card.path for hit in found]


def test_a_search_prefers_unless_it_is_switched_off_and_its_scores_stay(catalog: Catalog) -> None:
    with catalog.writing():
        communities.load_toml(
            catalog,
            '[[community]]\nname = "CoP"\n[[community.assessment]]\nlevel = 4\nassessed_on = "2025-10-31"\n'
            'assessor = "Tim"\nevidence = "SK"\ninstrument = "1"',
        )
    told = {"access": "terbuka", "unit": "BPAD", "status": "disahkan"}
    first = shelve(catalog, "a", ["hibah aset satu"], Metadata(**told))
    shelve(catalog, "b", ["hibah aset dua"], Metadata(**told, community="CoP"))
    last = shelve(catalog, "c", ["hibah aset tiga"], Metadata(**told))
    assert paths(catalog, preferring=True) == paths(catalog, preferring=False) == ["a", "b", "c"]
    for unit in ("DINKES", "DLH", "BAPENDA"):
        reuse(catalog, last, unit)
    assert paths(catalog, preferring=False) == ["a", "b", "c"]
    assert paths(catalog, preferring=True) == ["a", "c", "b"]
    reuse(catalog, first, "DINKES", "diajukan")
    assert paths(catalog, preferring=True) == ["a", "c", "b"]


def test_a_search_puts_what_is_in_force_first_unless_it_is_switched_off(catalog: Catalog) -> None:
    told = {"access": "terbuka", "unit": "BPAD", "status": "disahkan"}
    shelve(catalog, "lama", ["hibah aset satu"], Metadata(**told, validity="digantikan"))
    shelve(catalog, "baru", ["hibah aset dua"], Metadata(**told, validity="berlaku"))
    assert paths(catalog, preferring=True) == ["baru", "lama"]
    assert paths(catalog, preferring=False) == ["lama", "baru"]
