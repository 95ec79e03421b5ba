"""From a question to hits: understand, retrieve both lists, fuse, read what the viewer may see, group by asset."""

import time
from collections.abc import Collection, Iterable
from concurrent.futures import Future
from dataclasses import replace
from itertools import islice

import numpy as np

from catalog.database import Catalog
from catalog.passages import Passage, read
from catalog.scope import Scope
from embedding.embedder import Embedder
from embedding.reader.reader import Reader
from engine.engine import Engine
from engine.query import Candidates, Filters, Request, Scored
from search.kinds.answer_kinds import holding, wanted
from search.ranking import facets
from search.ranking.choice import ANY, USUAL, Chosen, Options
from search.ranking.explaining import why
from search.ranking.facets import Facets
from search.ranking.found import Found, Stems, meant, sheet_of
from search.ranking.fusion import Beside, Fusion, pair_shares
from search.ranking.grouping import group
from search.ranking.needs import shares_named
from search.ranking.question_vectors import QuestionVectors, Vector
from search.results import SearchResult
from search.understanding.glossary import Glossary
from search.understanding.misspellings import Seen
from search.understanding.spoken_communities import called
from search.understanding.understand import Understood, in_standard_words, understand

UNFILTERED = Filters()
DEPTH = 200  # passages asked of each side
LOOKED_AT = 100  # passages by which an answer weighs how rare it is what the question names
WEIGHED = 50
"""Passages in which word pairs, the kind of answer and what the question names are looked for: in 100, the same come
first (nDCG@10 of four dev sets)."""
_NO_VECTOR: Vector = np.empty(0, np.float32)


class Searcher:
    """Searches one engine with one model and one glossary; of questions it remembers but the vectors of the last.

    `reader` reads the best passages for an answer. `side` is hybrid, or the one list that alone is used: lexical or
    dense.
    """

    def __init__(
        self, engine: Engine, embedder: Embedder, glossary: Glossary, reader: Reader, side: str = "hybrid"
    ) -> None:
        self.engine = engine
        self.embedder = embedder
        self.glossary = glossary
        self.reader = reader
        self.side = side
        self._vectors = QuestionVectors(self._embedded)

    def search(self, catalog: Catalog, text: str, scope: Scope, options: Options = USUAL) -> SearchResult:
        """Give the best assets for a question; raises QuestionError when it holds no word.

        What is chosen in the options stands before what the question names. Only the operator is told why: raw scores
        know of files that others may not see.
        """
        start = time.perf_counter()
        self._vectors.of(in_standard_words(text, self.glossary, options.ignored))  # begun: it takes longest
        with catalog.reading():
            question = self.understood(catalog, text, scope, options.ignored)
            found = self.narrowed(catalog, question, scope, options.chosen)
            hits = group(catalog, found, options.limit, preferring=options.preferring)
            if options.explained and scope.everything:
                hits = tuple(replace(hit, why=why(found, hit.card)) for hit in hits)
            counts = self.facets(catalog, found, scope)
        return SearchResult(text, found.question, hits, round((time.perf_counter() - start) * 1000), counts)

    def understood(self, catalog: Catalog, text: str, scope: Scope, ignored: Collection[str] = ()) -> Understood:
        """Read a question as `understand` does, knowing which words stand in what the viewer may see."""
        return understand(text, self.glossary, ignored, Seen(self.engine, catalog, scope), called(catalog))

    def narrowed(self, catalog: Catalog, question: Understood, scope: Scope, chosen: Chosen = ANY) -> Found:
        """Find with the filters that the question names; where they leave nothing, without them, and offer them."""
        spoken = [named for named in question.filters if named.applied and getattr(chosen, named.name) is None]
        question = replace(
            question, filters=tuple(replace(named, applied=named in spoken) for named in question.filters)
        )
        if spoken:
            found = self._chosen(catalog, question, scope, chosen.and_spoken(spoken))
            if found.ranking:
                return found
            offered = tuple(replace(named, applied=False) for named in question.filters)
            question = replace(question, filters=offered)
        return self._chosen(catalog, question, scope, chosen)

    def facets(self, catalog: Catalog, found: Found, scope: Scope) -> Facets:
        """Count what was found, see `search.ranking.facets`; belongs inside the snapshot in which it was found."""

        def retrieve(filters: Filters) -> Collection[Passage]:
            request = _request(found.question, scope, filters, DEPTH)
            return self._retrieved(catalog, found.question.text, request)[1].values()

        return facets.counted(catalog, found, retrieve)

    def find(
        self, catalog: Catalog, question: Understood, scope: Scope, filters: Filters = UNFILTERED, depth: int = DEPTH
    ) -> Found:
        """Retrieve, fuse and re-read; a passage that is gone, or that the scope does not see, is not among them.

        The model embeds the question meanwhile, and looks for what is near: its words are looked for and what they
        find is read.
        """
        candidates, passages = self._retrieved(catalog, question.text, _request(question, scope, filters, depth))
        dense = [*candidates.dense, *_rows_as_their_sheet(candidates, passages)]
        fusion = Fusion(candidates.lexical, dense)
        best = [key for key in fusion.order() if key in passages][:LOOKED_AT]
        said = Stems({key: passages[key].text for key in best})
        nearest = {key: said[key] for key in best[:WEIGHED]} if question.pairs else {}
        kind = wanted(question.text)
        fitting = holding(kind, {key: passages[key].text for key in best[:WEIGHED]})
        beside = Beside(pair_shares(question.pairs, nearest), fitting, shares_named(question, nearest))
        fusion = fusion.with_beside(beside)
        ranking = tuple(hit for hit in fusion.ranking() if hit.passage in passages)
        vector = self._vectors.of(question.text).result()
        return Found(question, kind, vector, ranking, passages, said, candidates, fusion)

    def ranked(
        self, catalog: Catalog, text: str, scope: Scope, *, side: str = "hybrid", depth: int = 100
    ) -> list[tuple[Passage, float]]:
        """Give the best passage of each of the first `depth` assets with its score, by one side or both.

        `side` is hybrid, lexical or dense. This is what `evaluate` measures.
        """
        with catalog.reading():
            found = self.find(catalog, self.understood(catalog, text, scope), scope, depth=3 * depth)
        sides = {"hybrid": found.ranking, "lexical": found.candidates.lexical, "dense": found.candidates.dense}
        best: dict[str, tuple[Passage, float]] = {}
        for hit in sides[side]:
            if passage := found.passages.get(hit.passage):
                best.setdefault(passage.asset, (passage, hit.score))
        return list(best.values())[:depth]

    def _embedded(self, text: str) -> Vector:
        return np.asarray(self.embedder.embed_queries([text])[0], dtype=np.float32)

    def _chosen(self, catalog: Catalog, question: Understood, scope: Scope, chosen: Chosen) -> Found:
        return facets.narrowed(catalog, self.find(catalog, question, scope, chosen.filters), chosen)

    def _retrieved(self, catalog: Catalog, text: str, request: Request) -> tuple[Candidates, dict[int, Passage]]:
        """Give both lists for a question's text and request, and what stands in them."""
        near = self._vectors.then(text, self.engine.by_vector(catalog, request))
        words = self.engine.by_words(catalog, request)
        if self.side == "dense":
            words = replace(words, hits=())
        by_words = [hit.passage for hit in words.hits]
        passages = read(catalog, by_words, request.scope)
        dense = _awaited(near, (passages[key] for key in by_words if key in passages))
        candidates = self.engine.both(words, () if self.side == "lexical" else dense)
        others = {hit.passage for hit in candidates.dense}.difference(by_words)
        return candidates, passages | read(catalog, list(others), request.scope)


def _request(question: Understood, scope: Scope, filters: Filters, depth: int) -> Request:
    return Request(question.groups, question.exact, _NO_VECTOR, scope, filters, depth)


def _awaited(near: Future[tuple[Scored, ...]], found: Iterable[Passage]) -> tuple[Scored, ...]:
    """Give what is near; until that is known, work out the stems of what the question's words found, the best first."""
    for passage in islice(found, WEIGHED):
        if near.done():
            break
        meant(passage.text)
    return near.result()


def _rows_as_their_sheet(candidates: Candidates, passages: dict[int, Passage]) -> list[Scored]:
    """Give each row that only its words found the cosine of the nearest passage of its sheet: rows have no vector."""
    known = {hit.passage for hit in candidates.dense}
    by_words = (passages[hit.passage] for hit in candidates.lexical if hit.passage in passages)
    rows = [found for found in by_words if found.row is not None and found.id not in known]
    if not rows:
        return []
    nearest: dict[tuple[object, ...], float] = {}
    for hit in candidates.dense:
        if passage := passages.get(hit.passage):
            nearest.setdefault(sheet_of(passage), hit.score)
    return [Scored(row.id, nearest[sheet_of(row)]) for row in rows if sheet_of(row) in nearest]
