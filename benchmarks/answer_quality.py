"""How good answers are on judged sets: the span within the first quote, and what is risked at which coverage.

python -m benchmarks.answer_quality --cache DIR --dev FOLDER [--draw docs/risk-coverage.svg]

Asks the questions of `tune_answers.sets` with the models as shipped. Exact match and F1 of the span that the reader saw
in the first quote are those of SQuAD (Rajpurkar and others 2016, arXiv 1606.05250): words in small letters, without
signs. Risk is the share of wrong answers among those given, coverage the share of questions answered (El-Yaniv and
Wiener 2010, Journal of Machine Learning Research 11).
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.judged import rows
from benchmarks.tune_answers import Case, Models, measured, sets
from embedding import embedder
from embedding.reader import reader
from search.answering import confidence
from search.answering.evidence import Candidate, nearness
from search.answering.pieces import likeliest

CURVES = {
    "answerable and of another subject": ("wiki", "laws", "wiki of rules", "laws of wiki"),
    "with trick questions": ("wiki", "laws", "wiki of rules", "laws of wiki", "tricks"),
    "IDK-MRC, half of it misleading": ("wiki", "misleading"),
}
_COLOURS = ("#1b6ca8", "#2e8b57", "#c0392b")
_WIDE, _HIGH, _LEFT, _TOP, _RIGHT, _BOTTOM = 560, 320, 46, 22, 16, 84


def main() -> None:
    """Print the figures and, if told, draw the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--draw", type=Path)
    asked = parser.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    models = Models(embedder.load(), reader.load())
    found = sets(asked.dev, asked.cache, models)
    answers = [row["answers"] for row in rows(asked.dev / "idkmrc", "answers.jsonl")]
    exact, overlap = spans(found["wiki"], answers, models)
    sys.stdout.write(f"dev/idkmrc, span in the first quote: exact match {exact:.3f}, F1 {overlap:.3f}\n")
    curves = {name: curve([case for part in parts for case in found[part]], models) for name, parts in CURVES.items()}
    threshold = confidence.threshold()
    for name, (chances, right) in curves.items():
        answered = chances >= threshold
        risk = 1 - right[answered].mean()
        sys.stdout.write(f"{name}: at {threshold} coverage {answered.mean():.3f}, risk {risk:.3f}\n")
    if asked.draw:
        asked.draw.write_text(drawing(curves, threshold), encoding="utf-8")


def spans(cases: Sequence[Case], answers: Sequence[Sequence[str]], models: Models) -> tuple[float, float]:
    """Return mean exact match and F1 of the span in each question's first quote against its judged answers."""
    said = [_span(case, models) for case in cases]
    exact = [max(_words(text) == _words(answer) for answer in known) for text, known in zip(said, answers, strict=True)]
    overlap = [max(f1(text, answer) for answer in known) for text, known in zip(said, answers, strict=True)]
    return float(np.mean(exact)), float(np.mean(overlap))


def _span(case: Case, models: Models) -> str:
    if not case.pieces:
        return ""
    near = [(piece, nearness(piece, case.vector, models.embedder)) for piece in likeliest(case.pieces)]
    sure = [(piece, cosine) for piece, cosine in near if _confidence(case, piece, cosine) >= confidence.threshold()]
    piece, _ = max(sure, key=lambda one: confidence.telling(*one)) if sure else near[0]
    return piece.text[piece.span.start - piece.start : piece.span.end - piece.start] if piece.span else ""


def _confidence(case: Case, piece: Candidate, cosine: float) -> float:
    return confidence.probability(confidence.signals(case.question, piece, cosine, case.dense), case.question)


def f1(said: str, answer: str) -> float:
    """Return the harmonic mean of precision and recall of words."""
    one, other = _words(said), _words(answer)
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def curve(cases: Sequence[Case], models: Models) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return confidence and rightness of each case's answer, the surest first; without pieces there is no answer."""
    chosen = confidence.coefficients()["kutipan"]
    given = [(case, *measured(case, chosen, models)) for case in cases if case.pieces]
    chances = [confidence.probability(confidence.Signals(**row), case.question) for case, row, _ in given]
    right = [answers for _, _, answers in given]
    order = np.argsort(-np.array(chances), kind="stable")
    return np.array(chances)[order], np.array(right, dtype=bool)[order]


def drawing(curves: dict[str, tuple[NDArray[np.float64], NDArray[np.bool_]]], threshold: float) -> str:
    """Return the curves as SVG: coverage from left to right, risk upwards, a dot where the threshold stands."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{_HIGH}" font-family="sans-serif"'
    parts = [head + ' font-size="11">', '<rect width="100%" height="100%" fill="white"/>', *_frame()]
    for number, (name, (chances, right)) in enumerate(curves.items()):
        colour = _COLOURS[number]
        coverage = np.arange(1, len(right) + 1) / len(right)
        risk = np.cumsum(~right) / np.arange(1, len(right) + 1)
        steps = range(0, len(right), max(1, len(right) // 150))
        points = " ".join(f"{_across(coverage[n]):.1f},{_up(risk[n]):.1f}" for n in steps)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        last = max(int((chances >= threshold).sum()) - 1, 0)
        parts.append(f'<circle cx="{_across(coverage[last]):.1f}" cy="{_up(risk[last]):.1f}" r="4" fill="{colour}"/>')
        parts.append(f'<text x="{_LEFT}" y="{_HIGH - 34 + 14 * number - 6}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _frame() -> list[str]:
    parts = [f'<text x="{_LEFT}" y="14" font-weight="bold">Risk of a wrong answer against coverage</text>']
    for tenth in range(0, 11, 2):
        x, y = _across(tenth / 10), _up(tenth / 20)
        parts.append(f'<text x="{x:.1f}" y="{_HIGH - _BOTTOM + 16}" text-anchor="middle">{10 * tenth} %</text>')
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{5 * tenth} %</text>')
    return parts


def _across(share: float) -> float:
    return _LEFT + share * (_WIDE - _LEFT - _RIGHT)


def _up(risk: float) -> float:
    """Risks up to a half are drawn."""
    return _HIGH - _BOTTOM - min(risk, 0.5) / 0.5 * (_HIGH - _TOP - _BOTTOM)


if __name__ == "__main__":
    main()
