"""What noise of OCR costs the search by words, and what is won back by putting misread words right.

python -m benchmarks.ocr_noise [--rates 0.01,0.03,0.05] [--share 1.0] [--seeds 3] FOLDER...

Misreads letters of each judged set's corpus as scanners do (seeded), with words split and joined, and asks all its
questions of an index of the raw words and of one that also holds what was probably meant. Rate 0 is the clean
text. Each figure is the mean over the seeds.
"""

import argparse
import random
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.judged import Judged, read
from benchmarks.tune_search import best_owners, lexical, lexical_index, passages_of
from search.evaluation.metrics import ndcg, recall
from search.understanding import glossary
from search.understanding.understand import Understood, understand

# What is written, and what a scanner makes of it; one of them is chosen. Not the table that the engine uses.
_MISREAD = {
    "rn": ("m",),
    "m": ("rn",),
    "o": ("e", "0"),
    "e": ("o", "c"),
    "l": ("1", "t", "i"),
    "t": ("l", "r"),
    "i": ("l", "1", "!"),
    "n": ("rr", "u"),
    "h": ("b",),
    "O": ("0", "D"),
    "D": ("O",),
    "I": ("!", "l"),
    "0": ("O",),
    "1": ("l",),
}
_LETTERS = re.compile("rn|.", re.DOTALL)
_GAP = re.compile(r"(?<=\w{2}) (?=\w{2})|(?<=[a-z]{2})(?=[a-z]{2})")
_SPLIT = 0.2  # of the letters' rate: how often a word is split; joined as often as letters are misread


def noisy(text: str, rate: float, chance: random.Random) -> str:
    """Misread letters at this rate, of those that are ever misread; split and join words too."""

    def letter(match: re.Match[str]) -> str:
        written = _MISREAD.get(match.group())
        return chance.choice(written) if written and chance.random() < rate else match.group()

    def gap(match: re.Match[str]) -> str:
        if match.group():
            return "" if chance.random() < rate else " "
        return " " if chance.random() < rate * _SPLIT else ""

    return _GAP.sub(gap, _LETTERS.sub(letter, text))


def with_noise(judged: Judged, rate: float, share: float, seed: int) -> Judged:
    """Return the set with this share of its texts, titles too, misread at a rate."""
    chance = random.Random(seed)
    corpus = {}
    for key, (title, text) in judged.corpus.items():
        scanned = chance.random() < share
        corpus[key] = (noisy(title, rate, chance), noisy(text, rate, chance)) if scanned else (title, text)
    return replace(judged, name=f"{judged.name}-noise{rate}-{share}", corpus=corpus)


@dataclass
class Figures:
    """Sums over the questions of one set."""

    ndcg: float = 0.0
    recall: float = 0.0
    questions: int = 0

    def add(self, found: list[str], judged: dict[str, int]) -> None:
        """Count the ranking of one question."""
        self.ndcg += ndcg(found, judged)
        self.recall += recall(found, judged, 10)
        self.questions += 1

    def shown(self) -> str:
        """Give the means as cells of a table."""
        return f"{self.ndcg / self.questions:.4f} | {self.recall / self.questions:.4f}"


def by_words(judged: Judged, questions: dict[str, Understood], figures: Figures, *, forgiving: bool) -> None:
    """Measure BM25 alone."""
    owners, texts, _ = passages_of(judged)
    index = lexical_index(texts, forgiving=forgiving)
    for key, question in questions.items():
        figures.add(best_owners(lexical(index, question), owners), judged.qrels[key])


def measured(judged: Judged, rate: float, share: float, seeds: int) -> dict[str, Figures]:
    """Measure one set at one rate, as read and forgiving."""
    questions = {key: understand(judged.queries[key], glossary.load()) for key in judged.qrels}
    ways = {"as read": Figures(), "forgiving": Figures()}
    for seed in range(seeds if rate else 1):
        scanned = with_noise(judged, rate, share, seed) if rate else judged
        for way, figures in ways.items():
            by_words(scanned, questions, figures, forgiving=way == "forgiving")
    return ways


def main() -> None:
    """Print one line a set, rate and way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rates", default="0.01,0.03,0.05")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("folders", type=Path, nargs="+")
    wanted = parser.parse_args()
    for folder in wanted.folders:
        for rate in [0.0, *(float(rate) for rate in wanted.rates.split(","))]:
            for way, figures in measured(read(folder), rate, wanted.share, wanted.seeds).items():
                sys.stdout.write(f"| {folder.name} | {rate} | {way} | {figures.shown()} |\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
