"""Why a hit stands where it does."""

from dataclasses import astuple, replace

import pytest

from catalog.database import Catalog
from catalog.scope import OPERATOR, scope_of
from search.ranking.choice import Options
from search.ranking.explaining import Why
from tests.engine.shelf import OPEN, shelve
from tests.search.library import searcher_of

EXPLAINED = Options(explained=True)


def reasons(catalog: Catalog, text: str) -> dict[str, tuple[float, Why]]:
    """The score and the reasons of each hit by its path."""
    hits = searcher_of(catalog).search(catalog, text, OPERATOR, EXPLAINED).hits
    return {hit.card.path: (hit.score, hit.why) for hit in hits if hit.why}


def test_parts_ranks_and_raw_scores_are_those_of_both_lists(catalog: Catalog) -> None:
    shelve(catalog, "a", ["Hibah aset dicatat."])
    shelve(catalog, "b", ["pajak air"])
    told = reasons(catalog, "hibah aset")
    score, first = told["a"]
    assert sum(astuple(first.parts)) == pytest.approx(score)
    assert (first.lexical_rank, first.dense_rank) == (1, 1)
    assert first.cosine == pytest.approx(1, abs=1e-3)
    assert first.bm25 is not None
    _, last = told["b"]
    assert (last.lexical_rank, last.bm25, last.parts.words, last.dense_rank) == (None, None, 0, 2)


def test_matched_are_words_of_text_title_and_headings_and_identifiers(catalog: Catalog) -> None:
    shelve(catalog, "a", ["Pencatatan kode 1.3.2.10.01.02.003"], replace(OPEN, title="Buku hibah"))
    _, why = reasons(catalog, "pencatatan hibah pajak 1.3.2.10.01.02.003")["a"]
    assert set(why.stems) == {"catat", "hibah", "1.3.2.10.01.02.003"}
    assert why.identifiers == ("1.3.2.10.01.02.003",)


def test_nobody_but_the_operator_is_told(catalog: Catalog) -> None:
    shelve(catalog, "a", ["hibah"])
    searcher = searcher_of(catalog)
    for viewer in ("public", "internal", "BPAD"):
        (hit,) = searcher.search(catalog, "hibah", scope_of(viewer), EXPLAINED).hits
        assert hit.why is None
    (hit,) = searcher.search(catalog, "hibah", OPERATOR).hits
    assert hit.why is None
