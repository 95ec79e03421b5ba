"""What speaks against a piece, beside what other modules tell."""

import pytest

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR
from search.answering import doubts
from tests.engine.shelf import OPEN, shelve
from tests.search.library import searcher_of

QUESTION = "siapa pemegang kunci gudang arsip?"
KEYS, VISITS = "Kunci gudang arsip dipegang kepala gudang.", "Pemegang kartu tamu dicatat di gudang."


def behind(catalog: Catalog, path: str, other: str = "") -> float:
    """Give how far a paper stands behind the first; `other` is known not to be meant."""
    searcher = searcher_of(catalog)
    with catalog.reading():
        found = searcher.narrowed(catalog, searcher.understood(catalog, QUESTION, OPERATOR), OPERATOR)
        passage = next(one for one in found.passages.values() if one.path == path)
        return doubts.behind(found, passage, lambda one: one.path == other)


def test_a_paper_that_is_found_behind_another_is_doubted_by_how_far(catalog: Catalog) -> None:
    shelve(catalog, "kunci.pdf", [KEYS])
    shelve(catalog, "tamu.pdf", [VISITS])
    assert behind(catalog, "kunci.pdf") == 0.0
    assert 0.0 < behind(catalog, "tamu.pdf") <= 1.0


def test_none_stands_behind_a_paper_that_is_not_meant(catalog: Catalog) -> None:
    shelve(catalog, "kunci.pdf", [KEYS])
    shelve(catalog, "tamu.pdf", [VISITS])
    assert behind(catalog, "tamu.pdf", other="kunci.pdf") == 0.0


@pytest.mark.parametrize(("validity", "doubted"), [("digantikan", False), ("berlaku", True)])
def test_what_is_in_force_is_not_doubted_behind_what_it_replaced(
    catalog: Catalog, validity: str, *, doubted: bool
) -> None:
    shelve(catalog, "lama.pdf", [KEYS], Metadata(access="terbuka", unit="BPAD", status="disahkan", validity=validity))
    shelve(catalog, "baru.pdf", [VISITS], OPEN)
    assert (behind(catalog, "baru.pdf") > 0.0) is doubted
    assert behind(catalog, "lama.pdf") == 0.0
