"""How well the reader tells what a passage answers from what it only seems to answer.

python -m benchmarks.reading_exercises DATA [--reader FOLDER]

Asks the exercises that the reader is not trained on (`embedding/reader/exercises.py`): each question with its own
passage, below title and heading. Prints for articles and for invented papers the area under the curve by the score of
the best span, the share of the unanswerable questions refused at the score that refuses a tenth of the answerable ones,
and the share of the answers found exactly.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from embedding.reader import reader
from embedding.reader.exercises import Exercise, exercises
from embedding.reader.reader import BUNDLED, Reader, Span

REFUSED_FALSELY = 0.1


def main() -> None:
    """Print one line for each of the two kinds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--reader", type=Path, default=BUNDLED)
    given = parser.parse_args()
    model = reader.load(given.reader)
    kept = [one for one in exercises(given.data / "train") if one.kept_apart]
    for name, invented in (("articles", False), ("invented papers", True)):
        found = [one for one in kept if one.invented == invented]
        sys.stdout.write(f"{name}: {figures(found, model)}\n")


def figures(found: Sequence[Exercise], model: Reader) -> str:
    """Return the figures of some exercises in words."""
    right, wrong, exact = [], [], []
    for one in found:
        for question, start, end in one.answered:
            span = best(one, question, model)
            right.append(span.score)
            exact.append(one.text[span.start : span.end].split() == one.text[start:end].split())
        wrong += [best(one, question, model).score for question in one.unanswered]
    least = np.quantile(right, REFUSED_FALSELY)
    return (
        f"{len(right)} answerable, {len(wrong)} not; AUC {area(right, wrong):.3f}, at {REFUSED_FALSELY} false refusals"
        f" {np.mean(np.array(wrong) < least):.3f} refused; exact {np.mean(exact):.3f}"
    )


def best(one: Exercise, question: str, model: Reader) -> Span:
    """Return the likeliest answer in the text of an exercise."""
    begin = len(one.head)
    (reading,) = model.read(question, [one.head + one.text])
    span = reading.best(begin, begin + len(one.text))
    if span is None:
        raise ValueError(f"No token of exercise {one.id} is read; shorten its heading.")
    return Span(span.start - begin, span.end - begin, span.score)


def area(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return how often an answerable question has a greater score than another one, ties counting half."""
    more = np.array(right)[:, None] - np.array(wrong)[None, :]
    return float((more > 0).mean() + (more == 0).mean() / 2)


if __name__ == "__main__":
    main()
