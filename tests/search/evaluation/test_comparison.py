"""Two searchers over one catalog: what changed, what it cost, and whether the new one may take over."""

import json
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog import storing
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from search.evaluation.comparison import Comparison, compare
from search.evaluation.judged import JudgedQuestion
from search.searcher import Searcher
from search.understanding.glossary import load
from tests.engine.shelf import key, shelve
from tests.search.library import HIDDEN, CountingEmbedder, searcher_of


class Opposite(CountingEmbedder):
    """A worse model: a question is as far from its words as can be."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return -super().embed_queries(texts)


class Breaking(CountingEmbedder):
    """A model whose runtime fails at the word `pajak`."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if any("pajak" in text for text in texts):
            raise RuntimeError("out of arena memory")
        return super().embed_queries(texts)


def question(text: str, path: str | None, *also: str, source: str | None = None) -> JudgedQuestion:
    """Judge a question; its id is its text."""
    return JudgedQuestion(text, text, path, also, source, None, None, None)


def without_glossary(searcher: Searcher) -> Searcher:
    return Searcher(searcher.engine, searcher.embedder, replace(load(), entries={}, readings={}), searcher.reader)


def with_model(searcher: Searcher, model: CountingEmbedder) -> Searcher:
    return Searcher(searcher.engine, model, searcher.glossary, searcher.reader)


@pytest.fixture
def searcher(catalog: Catalog) -> Searcher:
    """Over a paper on terms of reference, one that shares their words, and one each on the four words of the model."""
    shelve(catalog, "baja.txt", ["Kerangka baja gedung, acuan harga dan pekerjaan lain."])
    shelve(catalog, "kak.txt", ["Kerangka acuan kerja jasa konsultansi."])
    for word in ("aset", "hibah", "pajak", "air"):
        shelve(catalog, f"{word}.txt", [f"{word} {word} dicatat setiap bulan"])
    return searcher_of(catalog)


JUDGED = (question("TOR", "kak.txt"), question("hibah", "hibah.txt"), question("pajak", "pajak.txt"))


def ids(comparison: Comparison) -> list[str]:
    return [one.question.id for one in comparison.changed]


def test_against_itself_nothing_changes_and_it_passes(catalog: Catalog, searcher: Searcher) -> None:
    found = compare(catalog, searcher, searcher, JUDGED)
    assert found.changed == ()
    assert found.old == found.new
    assert found.test.p == 1.0
    assert found.passes(0)


def test_a_question_that_lost_its_file_is_told_with_both_lists(catalog: Catalog, searcher: Searcher) -> None:
    found = compare(catalog, searcher, without_glossary(searcher), JUDGED)
    lost = found.changed[0]
    assert lost.question.id == "TOR"
    assert lost.old.relevant_rank == 1
    assert lost.new.relevant_rank != 1
    assert (lost.old.ranking[0].path, lost.old.ranking[0].page, lost.old.ranking[0].relevant) == ("kak.txt", 1, True)
    assert [ranked.rank for ranked in lost.old.ranking] == list(range(1, len(lost.old.ranking) + 1))
    assert lost.gained == pytest.approx(lost.new.measures["ndcg@10"] - 1)


def test_the_gate_is_how_far_the_mean_may_fall(catalog: Catalog, searcher: Searcher) -> None:
    worse = compare(catalog, searcher, without_glossary(searcher), JUDGED)
    assert worse.test.difference == pytest.approx(worse.changed[0].gained / 3)
    assert not worse.passes()
    assert "nDCG@10 turun" in worse.objections()[0]
    assert worse.passes(-worse.test.difference)
    assert compare(catalog, without_glossary(searcher), searcher, JUDGED).passes(0)


def test_what_lost_most_stands_first(catalog: Catalog, searcher: Searcher) -> None:
    found = compare(catalog, searcher, with_model(searcher, Opposite()), JUDGED)
    gained = [one.gained for one in found.changed]
    assert len(gained) > 1
    assert gained == sorted(gained)


def test_another_file_that_answers_counts_too(catalog: Catalog, searcher: Searcher) -> None:
    found = compare(catalog, searcher, searcher, [question("hibah", "pajak.txt", "hibah.txt")])
    (outcome,) = found.outcomes
    assert {ranked.path for ranked in outcome.old.ranking if ranked.relevant} == {"pajak.txt", "hibah.txt"}
    assert found.old["recall@1"] == 0.5
    assert found.old["mrr@10"] == 1.0


def test_a_path_in_two_sources_is_told_apart_by_the_source(catalog: Catalog, searcher: Searcher) -> None:
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "lemari"), "hibah.txt")
        page = storing.NewPage(1, None, "text", 1.0, "air bersih")
        passage = storing.NewPassage(0, "text", None, (), 0, 10, "air bersih", key("air bersih"))
        storing.add_version(
            catalog, asset, storing.NewVersion(key("x").hex(), 1, "text/plain", "x", "sop", {}, (page,), (passage,))
        )
    asked = [question("hibah", "hibah.txt", source="lemari"), question("hibah dicatat", "hibah.txt")]
    found = compare(catalog, searcher, searcher, asked)
    relevant = [[r.source for r in outcome.old.ranking if r.relevant] for outcome in found.outcomes]
    assert "rak" not in relevant[0]
    assert "rak" in relevant[1]


def test_drafts_and_restricted_assets_take_part(catalog: Catalog) -> None:
    shelve(catalog, "tutup.txt", ["hibah"], HIDDEN)
    shelve(catalog, "draf.txt", ["pajak"], Metadata(access="terbuka", unit="BPAD", status="draf"))
    searcher = searcher_of(catalog)
    asked = [question("hibah", "tutup.txt"), question("pajak", "draf.txt")]
    assert compare(catalog, searcher, searcher, asked).old["recall@1"] == 1.0


def test_every_question_survives_an_error_and_is_reported(catalog: Catalog, searcher: Searcher) -> None:
    asked = [question("pajak", "pajak.txt"), question("??", "aset.txt"), question("hibah", "hibah.txt")]
    found = compare(catalog, searcher, with_model(searcher, Breaking()), asked)
    assert [one.question.id for one in found.failed] == ["pajak", "??"]
    assert found.failed[0].old.error is None
    assert "out of arena memory" in (found.failed[0].new.error or "")
    assert found.failed[1].old.error == found.failed[1].new.error
    assert found.outcomes[2].new.measures["ndcg@10"] == 1.0


def test_what_fails_only_with_the_new_one_never_passes(catalog: Catalog, searcher: Searcher) -> None:
    found = compare(catalog, searcher, with_model(searcher, Breaking()), JUDGED)
    assert not found.passes(1.0)
    assert "pajak" in found.objections(1.0)[0]
    assert compare(catalog, with_model(searcher, Breaking()), searcher, JUDGED).passes()


def test_where_everything_fails_nothing_is_proven(catalog: Catalog, searcher: Searcher) -> None:
    assert not compare(catalog, searcher, searcher, [question("??", "aset.txt")]).passes(1.0)


def test_questions_without_a_file_in_the_catalog_are_set_aside(catalog: Catalog, searcher: Searcher) -> None:
    gone, refused = question("sewa", "sewa.txt"), question("siapa menang", None)
    found = compare(catalog, searcher, searcher, [*JUDGED, gone, refused])
    assert [one.question for one in found.outcomes] == list(JUDGED)
    assert (found.absent, found.unanswerable) == ((gone,), 1)


@pytest.mark.parametrize("asked", [(), (question("sewa", "sewa.txt"),), (question("siapa menang", None),)])
def test_no_question_to_compare_is_an_error(
    catalog: Catalog, searcher: Searcher, asked: Sequence[JudgedQuestion]
) -> None:
    with pytest.raises(RujukanError) as raised:
        compare(catalog, searcher, searcher, asked)
    assert raised.value.code == "bad_judgements"


def test_progress_is_told_after_each_question(catalog: Catalog, searcher: Searcher) -> None:
    told: list[tuple[int, int]] = []
    compare(catalog, searcher, searcher, JUDGED, advance=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_document_carries_the_verdict_and_what_changed(catalog: Catalog, searcher: Searcher) -> None:
    found = compare(catalog, searcher, without_glossary(searcher), [*JUDGED, question("sewa", "sewa.txt")])
    document = json.loads(json.dumps(found.to_json(0.02)))
    assert (document["questions"], document["gate"], document["passes"]) == (3, 0.02, False)
    assert [one["id"] for one in document["changed"]] == ids(found)
    assert document["changed"][0]["relevant_rank"]["old"] == 1
    assert document["changed"][0]["old"][0]["path"] == "kak.txt"
    assert document["absent"] == [{"id": "sewa", "q": "sewa", "path": "sewa.txt"}]
    assert document["test"]["difference"] == pytest.approx(document["new"]["ndcg@10"] - document["old"]["ndcg@10"])
    assert {name: document[name] for name in found.summary(0.02)} == found.summary(0.02)
