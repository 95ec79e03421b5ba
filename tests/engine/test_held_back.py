"""With little held back, words are looked for without a filter: that must show in nothing but the time it takes."""

import pytest

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, Scope, scope_of
from engine import lexical
from engine.held_back import HeldBack
from engine.lexical import LexicalIndex
from engine.query import Clause, Filters, Request, Scored
from tests.engine.shelf import ANY, OPEN, shelve, vector

DRAFT = Metadata(access="terbuka", unit="BPAD", status="draf", kind="kak", date="2024-05-01")
PUBLIC = scope_of("public")


@pytest.fixture
def index(catalog: Catalog) -> LexicalIndex:
    """Sixty approved passages and two of a draft; the draft's say "hibah" most often."""
    shelve(catalog, "a", [f"hibah {'hibah ' * (n % 4)}tanah nomor{n}" for n in range(60)], OPEN)
    shelve(catalog, "b", ["hibah " * 9 + "rahasia", "hibah " * 8 + "tanah"], DRAFT)
    index = LexicalIndex(catalog.folder.index)
    index.bring_up(catalog)
    return index


def drafts(catalog: Catalog) -> set[int]:
    rows = catalog.db.query(
        "SELECT p.id FROM passage p JOIN version v ON v.id = p.version WHERE v.status = 'draf' ORDER BY p.id"
    )
    return {row["id"] for row in rows}


def held(index: LexicalIndex) -> HeldBack:
    return index.reader().held_back


def asked(limit: int, scope: Scope = PUBLIC, filters: Filters = ANY, exact: tuple[str, ...] = ()) -> Request:
    groups = ((Clause(("hibah",)),), (Clause(("tanah",)), Clause(("bumi",), 0.5)))
    return Request(groups, exact, vector(""), scope, filters, limit)


def test_a_draft_is_held_back_from_the_public_and_nothing_from_the_operator(
    catalog: Catalog, index: LexicalIndex
) -> None:
    assert held(index)(PUBLIC) == drafts(catalog)
    assert held(index)(OPERATOR) == frozenset()


def test_where_much_is_held_back_it_is_not_listed(catalog: Catalog, index: LexicalIndex) -> None:
    shelve(catalog, "c", ["hibah", "tanah"], DRAFT)
    index.bring_up(catalog)
    assert held(index)(PUBLIC) is None


def test_filters_are_kept_to(index: LexicalIndex, catalog: Catalog) -> None:
    found = index.search(catalog, asked(100, OPERATOR, Filters(kind="kak")))
    assert {hit.passage for hit in found} == drafts(catalog)


def test_a_new_commit_is_looked_at_anew(catalog: Catalog, index: LexicalIndex) -> None:
    assert len(held(index)(PUBLIC) or ()) == 2
    shelve(catalog, "c", ["hibah tanah"], DRAFT)
    index.bring_up(catalog)
    assert held(index)(PUBLIC) == drafts(catalog)
    assert len(drafts(catalog)) == 3


@pytest.mark.parametrize("limit", [1, 2, 3, 8, 59, 60, 61, 100])
@pytest.mark.parametrize("scope", [PUBLIC, OPERATOR])
def test_the_same_is_found_as_through_the_filter(
    catalog: Catalog, index: LexicalIndex, monkeypatch: pytest.MonkeyPatch, limit: int, scope: Scope
) -> None:
    """Up to three, the draft alone would fill what is looked for: then the filter is used after all."""
    without = index.search(catalog, asked(limit, scope))
    monkeypatch.setattr(lexical, "held_back_of", lambda *_: lambda _: None)
    through = LexicalIndex(index.root).search(catalog, asked(limit, scope))
    assert same(without, through)
    assert scope is OPERATOR or drafts(catalog).isdisjoint(hit.passage for hit in without)


def same(one: tuple[Scored, ...], other: tuple[Scored, ...]) -> bool:
    """Sums are rounded in another order: equal ones may change places, at the end of a short list for others."""
    return [hit.score for hit in one] == pytest.approx([hit.score for hit in other])


def test_what_is_asked_by_an_identifier_alone_is_held_back_too(catalog: Catalog, index: LexicalIndex) -> None:
    only = Request((), ("900/12/bpad/2024",), vector(""), PUBLIC)
    shelve(catalog, "d", ["nomor 900/12/BPAD/2024"], OPEN)
    shelve(catalog, "e", ["nomor 900/12/BPAD/2024 juga"], DRAFT)
    index.bring_up(catalog)
    [found] = index.search(catalog, only)
    assert found.passage not in drafts(catalog)


def test_nothing_asked_finds_nothing(catalog: Catalog, index: LexicalIndex) -> None:
    assert index.search(catalog, Request((), (), vector(""), OPERATOR)) == ()
