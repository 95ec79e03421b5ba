"""Choose the one fusion setting on judged sets.

python -m benchmarks.tune_search --cache DIR FOLDER...

Splits, embeds and indexes each corpus in memory as the indexer does, asks every question as the searcher does, and
prints nDCG@10 of the lexical side, the dense side, each weight and reciprocal rank fusion; vectors are kept in DIR.
"""

import argparse
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from benchmarks.judged import Judged, read
from catalog.editions import Splitting
from catalog.passages import Indexed
from catalog.scope import OPERATOR
from embedding import embedder
from engine.analysed import analysed
from engine.analysis import stems
from engine.lexical_document import documents, schema, teach
from engine.lexical_query import query_of
from engine.misreadings import put_right
from engine.query import Request, Scored
from indexer.document import PageRead
from indexer.passages import embedding_text, split
from search.evaluation.metrics import ndcg
from search.kinds.answer_kinds import holding, wanted
from search.ranking import fusion
from search.ranking.fusion import Beside
from search.ranking.needs import shares_named
from search.searcher import WEIGHED
from search.understanding import glossary
from search.understanding.understand import Understood, understand

LIMIT = 200  # passages a side, as the searcher asks for
_NO_VECTOR = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True)
class Corpus:
    """A judged set split into passages: owner id, head and body of each, its vectors and its lexical index."""

    judged: Judged
    owners: list[str]
    texts: list[tuple[str, str]]
    vectors: NDArray[np.float32]
    index: tantivy.Index


def prepare(folder: Path, cache: Path) -> Corpus:
    """Read, split, embed (or take from the cache) and index one judged set."""
    return prepared(read(folder), cache)


def prepared(judged: Judged, cache: Path) -> Corpus:
    """Split, embed (or take from the cache) and index a judged set."""
    owners, texts, embedded = passages_of(judged)
    return Corpus(judged, owners, texts, _vectors(embedded, cache, judged.name), lexical_index(texts))


def passages_of(judged: Judged) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """Split a corpus as the indexer does: owner, head and body, and the text to embed of each passage."""
    owners: list[str] = []
    texts: list[tuple[str, str]] = []
    embedded: list[str] = []
    for doc, (title, text) in judged.corpus.items():
        page = PageRead(None, None, text, "text", 1.0)
        for passage in split((page,), Splitting())[0]:
            body = text[passage.start : passage.end]
            owners.append(doc)
            texts.append((" ".join([title, *passage.heading]), body))
            embedded.append(embedding_text(title, passage.heading, body))
    return owners, texts, embedded


def _vectors(texts: list[str], cache: Path, name: str) -> NDArray[np.float32]:
    """Embed passages, or take what was kept of this very model and number of texts."""
    model = embedder.load()
    path = cache / f"{name}-{len(texts)}-{model.model_id}.npy"
    if path.exists():
        kept: NDArray[np.float32] = np.load(path, allow_pickle=False)
        return kept
    vectors = np.asarray(model.embed_passages(texts), dtype=np.float32)
    np.save(path, vectors, allow_pickle=False)
    return vectors


def lexical_index(texts: list[tuple[str, str]], *, forgiving: bool = True) -> tantivy.Index:
    """Index heads and bodies of passages in memory as the engine does; a passage's id is its place in the list."""
    index = teach(tantivy.Index(schema()))
    writer = index.writer(num_threads=1)
    cards = [
        Indexed(
            number,
            body,
            (),
            None,
            head,
            kind="lain",
            unit=None,
            community=None,
            access=None,
            status="disahkan",
            newest=True,
            date=None,
        )
        for number, (head, body) in enumerate(texts)
    ]
    bodies = analysed([body for _, body in texts], forgiving=forgiving)
    for document in documents(cards, bodies, forgiving=forgiving):
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def lexical(index: tantivy.Index, question: Understood) -> list[Scored]:
    """Give the best passages by BM25, asked as the engine asks."""
    request = Request(question.groups, question.exact, _NO_VECTOR, OPERATOR, limit=LIMIT)
    query = query_of(index.schema, request)
    if query is None:
        return []
    searcher = index.searcher()
    hits = searcher.search(query, LIMIT, count=False).hits
    ids = searcher.fast_field_values("id", [place for _, place in hits])
    return [Scored(int(number or 0), float(score)) for number, (score, _) in zip(ids, hits, strict=True)]


def dense(vectors: NDArray[np.float32], query: NDArray[np.float32]) -> list[Scored]:
    """Give the nearest passages by cosine, exactly."""
    cosines = vectors @ query
    best = np.argsort(-cosines, kind="stable")[:LIMIT]
    return [Scored(int(place), float(cosines[place])) for place in best]


def best_owners(hits: list[Scored], owners: list[str]) -> list[str]:
    """Rank corpus ids by their best passage."""
    return list(dict.fromkeys(owners[hit.passage] for hit in hits))


def figures(corpus: Corpus) -> dict[str, float]:
    """Give mean nDCG@10 for each side and each way to fuse."""
    words = glossary.load()
    questions = {key: understand(text, words) for key, text in corpus.judged.queries.items()}
    vectors = embedder.load().embed_queries([question.text for question in questions.values()])
    totals: dict[str, float] = {}
    for (key, question), vector in zip(questions.items(), vectors, strict=True):
        judged = corpus.judged.qrels.get(key)
        if judged:
            sides = lexical(corpus.index, question), dense(corpus.vectors, vector)
            for name, hits in _rankings(corpus, question, *sides).items():
                totals[name] = totals.get(name, 0.0) + ndcg(best_owners(hits, corpus.owners), judged)
    return {name: total / len(corpus.judged.qrels) for name, total in totals.items()}


def ranking(corpus: Corpus, question: Understood, words: list[Scored], sense: list[Scored]) -> list[Scored]:
    """Rank as the searcher does, with the word pairs of the best passages."""
    return fusion.fuse(words, sense, beside(corpus, question, fusion.fuse(words, sense)))


def beside(corpus: Corpus, question: Understood, first: list[Scored]) -> Beside:
    """Give what the searcher knows by reading the best passages of a first ranking."""
    best = [hit.passage for hit in first[:WEIGHED]]
    said = {key: stems(put_right(corpus.texts[key][1])) for key in best}
    fitting = holding(wanted(question.text), {key: corpus.texts[key][1] for key in best})
    return Beside(fusion.pair_shares(question.pairs, said), fitting, shares_named(question, said))


def _rankings(
    corpus: Corpus, question: Understood, words: list[Scored], sense: list[Scored]
) -> dict[str, list[Scored]]:
    ways = {"lexical": words, "dense": sense, "rrf": fusion.by_reciprocal_rank(words, sense)}
    ways |= {f"range {share / 10:.1f}": fusion.by_range(words, sense, share / 10) for share in range(2, 9)}
    known = beside(corpus, question, fusion.fuse(words, sense))
    for setting in product(
        (12.0, 14.0, 16.0, 18.0, 20.0), (0.0, 1.6, 2.0, 2.4, 2.8), (0.0, 0.25, 0.4), (0.0, 0.4, 0.8)
    ):
        name = "fuse {:.0f} {} {} {}".format(*setting)
        ways[name] = fusion.fuse(words, sense, known, fusion.Weights(*setting))
    return ways


def main() -> None:
    """Print one line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("folders", type=Path, nargs="+")
    chosen = parser.parse_args()
    chosen.cache.mkdir(parents=True, exist_ok=True)
    for folder in chosen.folders:
        corpus = prepare(folder, chosen.cache)
        found = figures(corpus)
        shown = "".join(f"\n  {name}: {value:.4f}" for name, value in found.items())
        sys.stdout.write(f"{corpus.judged.name} ({len(corpus.owners)} passages){shown}\n")


if __name__ == "__main__":
    main()
