"""Which article of a law comes first, by the weight of what it alone tells among the law's own.

`python -m benchmarks.within_papers --cache DIR --dev FOLDER` asks the law questions of dev/omnibus-synth over the texts
that answer them and 1,500 more; the articles of a law are its pages, as `ranking.within` sees a paper's passages.
For each weight it tells how many questions have the right article first in the first hit, and in any of five.
"""

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks import tune_search
from benchmarks.judged import read
from benchmarks.tune_answers import fewer
from benchmarks.tune_search import Corpus
from embedding import embedder
from engine.query import Scored
from search.kinds.answer_kinds import wanted
from search.ranking.within import by_weight
from search.understanding import glossary
from search.understanding.understand import Understood, understand

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0)
HITS = 5


class Asked(NamedTuple):
    """A question with what was found, law by law, the best first, and the articles that answer it."""

    question: Understood
    laws: list[list[Scored]]
    right: set[str]


def main() -> None:
    """Print a line a weight."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    corpus = tune_search.prepared(fewer(read(given.dev / "omnibus-synth")), given.cache)
    asked = [found_for(corpus, key) for key in corpus.judged.queries]
    for weight in WEIGHTS:
        firsts = [[_first(corpus, one, law, weight) for law in one.laws] for one in asked]
        first = sum(laws[0] in one.right for one, laws in zip(asked, firsts, strict=True))
        five = sum(not one.right.isdisjoint(laws) for one, laws in zip(asked, firsts, strict=True))
        sys.stdout.write(f"{weight}: first {first}, among five {five}, of {len(asked)}\n")


def found_for(corpus: Corpus, key: str) -> Asked:
    """Ask one question as the searcher does."""
    question = understand(corpus.judged.queries[key], glossary.load())
    vector = np.asarray(embedder.load().embed_queries([question.text])[0], dtype=np.float32)
    words, sense = tune_search.lexical(corpus.index, question), tune_search.dense(corpus.vectors, vector)
    laws: dict[str, list[Scored]] = {}
    for hit in tune_search.ranking(corpus, question, words, sense):
        laws.setdefault(corpus.owners[hit.passage].partition("#")[0], []).append(hit)
    return Asked(question, list(laws.values())[:HITS], set(corpus.judged.qrels[key]))


def _first(corpus: Corpus, asked: Asked, law: list[Scored], weight: float) -> str:
    kind = wanted(asked.question.text)
    order = by_weight(asked.question, kind, law, lambda key: corpus.texts[key][1], weight)
    return corpus.owners[order[0].passage]


if __name__ == "__main__":
    main()
