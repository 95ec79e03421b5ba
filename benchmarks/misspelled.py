"""What slips of the fingers cost the lexical side, and what is won back: `python -m benchmarks.misspelled [FOLDER...]`.

Asks the judged questions of the sample papers (corpora/contoh; of the pages that need no OCR), and of each FOLDER in
the shape of `rujukan evaluate`, as they are, with a seeded slip in one word, and in half of the long words. Prints
recall@5 and nDCG@10 of the right files with nothing added for the slips, and with what is added; no model is needed.
"""

import argparse
import random
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import tantivy

from benchmarks.judged import Judged, read
from benchmarks.tune_search import best_owners, lexical, lexical_index, passages_of
from catalog.scope import OPERATOR
from engine.lexical_query import word_within
from engine.words import ENOUGH
from indexer.pool import ReaderPool
from operations import demo
from search.evaluation import judged as questions
from search.evaluation.metrics import ndcg
from search.understanding import glossary
from search.understanding.misspellings import KIND
from search.understanding.understand import Understood, understand

SEED = 20261126
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 5  # letters of a word in which the hand slips


@dataclass(frozen=True)
class IndexedWords:
    """The words of an index in memory, as `misspellings.Seen` asks for them; it has no titles to offer."""

    index: tantivy.Index

    def counts(self, stems: Collection[str]) -> dict[str, int]:
        """Give in how many passages each stem stands, up to ENOUGH."""
        searcher, schema = self.index.searcher(), self.index.schema
        found = {stem: searcher.search(word_within(schema, stem, OPERATOR), ENOUGH, count=False) for stem in stems}
        return {stem: len(result.hits) for stem, result in found.items()}

    def heads_like(self, _word: str) -> set[str]:
        """Give none."""
        return set()


def slipped(question: str, share: float, draw: random.Random) -> str:
    """Give a question with a slip in one of its long plain words, or in this share of them where that is more."""
    words = question.split()
    able = [at for at, word in enumerate(words) if word.isascii() and word.isalpha() and word.islower()]
    able = [at for at in able if len(words[at]) >= _SHORTEST]
    for at in draw.sample(able, min(len(able), max(1, round(share * len(able))))):
        words[at] = slip(words[at], draw)
    return " ".join(words)


def slip(word: str, draw: random.Random) -> str:
    """Give a word with two letters swapped, one lost, one struck twice, or the neighbouring key struck."""
    at = draw.randrange(1, len(word) - 1)
    row = next(keys for keys in _KEYS if word[at] in keys)
    beside = row[max(0, row.index(word[at]) - 1) :][:3].replace(word[at], "")
    ways = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + draw.choice(beside) + word[at + 1 :],
    )
    return draw.choice([way for way in ways if way != word])


def sample() -> Judged:
    """Read the sample papers and their questions as a judged set whose documents are files."""
    folder = demo.sample_folder()
    corpus = {}
    with ReaderPool(1) as pool:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            document = pool.read(path, path.name).document
            if document is not None:
                text = "\n\n".join(page.text for page in document.pages)
                corpus[str(path.relative_to(folder))] = (document.title, text)
    asked = [q for q in questions.load(folder.with_suffix(".questions.jsonl")) if q.path in corpus]
    grades = {q.id: {str(q.path): 1} for q in asked}
    return Judged("contoh", corpus, {q.id: q.text for q in asked}, grades, {})


def figures(judged: Judged) -> dict[str, tuple[float, float]]:
    """Give recall@5 and nDCG@10 for each way to ask."""
    owners, texts, _ = passages_of(judged)
    index = lexical_index(texts)
    found = {}
    for name, share in (("as typed", None), ("one slip", 0.0), ("half of the words", 0.5)):
        for offering in (False, True):
            asked = {
                key: _understood(_with_slips(key, judged.queries[key], share), index, offering=offering)
                for key in judged.qrels
            }
            ranked = {key: best_owners(lexical(index, question), owners) for key, question in asked.items()}
            found[f"{name}, {'added' if offering else 'nothing added'}"] = _means(judged, ranked)
    return found


def _with_slips(key: str, question: str, share: float | None) -> str:
    return question if share is None else slipped(question, share, random.Random(f"{SEED} {key}"))


def _understood(text: str, index: tantivy.Index, *, offering: bool) -> Understood:
    words = glossary.load()
    question = understand(text, words, seen=IndexedWords(index))
    added = [found.source for found in question.expansions if found.kind == KIND]
    return question if offering else understand(text, words, added, IndexedWords(index))


def _means(judged: Judged, ranked: dict[str, list[str]]) -> tuple[float, float]:
    within = [bool(judged.qrels[key].keys() & set(owners[:5])) for key, owners in ranked.items()]
    gains = [ndcg(owners, judged.qrels[key]) for key, owners in ranked.items()]
    return sum(within) / len(within), sum(gains) / len(gains)


def main() -> None:
    """Print two figures a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    for judged in (sample(), *map(read, parser.parse_args().folders)):
        sys.stdout.write(f"{judged.name}: {len(judged.qrels)} questions; recall@5, nDCG@10\n")
        for name, (recall, gain) in figures(judged).items():
            sys.stdout.write(f"  {name}: {recall:.3f} {gain:.4f}\n")


if __name__ == "__main__":
    main()
