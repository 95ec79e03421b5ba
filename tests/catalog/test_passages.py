"""Passages by their place on a page."""

from dataclasses import replace

import pytest

from catalog import metadata, passages
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from catalog.storing import NewPassage
from tests.catalog.making import asset, version

TEXT = "satu dua tiga empat"


@pytest.fixture
def page(catalog: Catalog) -> int:
    """Store a page of one passage and, within it, a row."""
    row = NewPassage(0, "row", 7, (), 5, 13, "dua tiga", None)
    made = version(TEXT)
    asset(catalog, new=replace(made, passages=(*made.passages, row)))
    return int(next(iter(catalog.db.query("SELECT id FROM page")))["id"])


@pytest.mark.parametrize(("start", "end", "found"), [(5, 8, "dua tiga"), (5, 13, "dua tiga"), (0, 8, TEXT)])
def test_the_shortest_passage_that_holds_a_range_whole(
    catalog: Catalog, page: int, start: int, end: int, found: str
) -> None:
    held = passages.at(catalog, page, start, end, OPERATOR)
    assert held is not None
    assert held.text == found


def test_beyond_all_passages_there_is_none(catalog: Catalog, page: int) -> None:
    assert passages.at(catalog, page, 15, len(TEXT) + 1, OPERATOR) is None


def test_passages_of_a_shadow_edition_are_not_there_yet(catalog: Catalog, page: int) -> None:
    with catalog.writing():
        catalog.db.execute("INSERT INTO splitting (number, words, overlap) VALUES (2, 40, 5)")
        catalog.db.execute("UPDATE passage SET splitting = 2 WHERE row = 7")
    held = passages.at(catalog, page, 5, 8, OPERATOR)
    assert held is not None
    assert held.text == TEXT


def test_what_the_scope_does_not_see_is_not_there(catalog: Catalog, page: int) -> None:
    with catalog.writing():
        metadata.apply(catalog, 1, Metadata(access="terbatas", unit="BPSDM"))
    assert passages.at(catalog, page, 5, 8, OPERATOR) is not None
    assert passages.at(catalog, page, 5, 8, scope_of("public")) is None
