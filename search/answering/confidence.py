"""How sure an answer is: a logistic model over what speaks for and against its best piece.

The coefficients are data (corpora/keyakinan.toml), fitted by benchmarks/tune_answers.py.
"""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np

from engine.analysis import identifiers, stems, terms
from engine.query import Scored
from search.answering.doubts import NO_DOUBTS, Doubts
from search.answering.evidence import Candidate
from search.kinds.answer_kinds import beyond_documents, lack_shows
from search.understanding.numerals import ORDINAL, numerals
from search.understanding.understand import Understood

MOST_READ = 12.0
Spellings = Set[frozenset[str]]
"""Ways to write one thing, each as the stems of its words."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z,;:()] )[A-Z][a-z]{2,}")


@dataclass(frozen=True)
class Signals:
    """What speaks for an answer and what it lacks.

    `read`, how much the reader holds this for the answer; `cosine` of question and piece; `around`, the share of the
    question's needs that piece, passage and headings name (0 to 1); `peak`, how many standard deviations the nearest
    passage stands out of those retrieved by meaning; `unfit`, 1 where the piece holds none of the kind of answer that
    is asked for (no amount, no day); and the shares of the question's identifiers, years, other numbers and proper
    names that the evidence lacks (0 to 1).
    """

    read: float
    cosine: float
    around: float
    peak: float
    unfit: float
    no_identifier: float
    no_year: float
    no_number: float
    no_name: float


def signals(question: Understood, best: Candidate, cosine: float, dense: Sequence[Scored]) -> Signals:
    """Measure the best piece of an answer, so near in meaning, against its question."""
    words = best.near | frozenset(term.text for term in terms(best.text))
    there = {term.text for term in identifiers(f"{best.passage.title}\n{best.passage.path}\n{best.passage.text}")}
    years, numbers = _numbers(question.text)
    return Signals(
        read_score(best),
        cosine,
        best.around,
        _peak(dense),
        float(best.fits < 0),
        _lacking(question.exact, there),
        _lacking(years, words),
        _unmet(numbers, words),
        _lacking([term.text for name in _NAME.findall(question.text) for term in terms(name)], words),
    )


def probability(measured: Signals, question: Understood, doubts: Doubts = NO_DOUBTS) -> float:
    """Give the probability, 0 to 1, that the quotes answer.

    Doubts cut its odds. So do questions beyond documents, or for a year to come that the evidence does not name, and
    those for a figure, a time or a person of which the best piece holds none.
    """
    model = coefficients()["keyakinan"]
    beyond = beyond_documents(question.text) is not None or (measured.no_year > 0 and _asks_ahead(question))
    penalty = model["di_luar_dokumen"] if beyond else 0.0
    penalty += model["tanpa_jenis"] if measured.unfit > 0 and lack_shows(question.text) else 0.0
    return logistic(model, asdict(measured), penalty + doubts.cost(model))


def piece_probability(piece: Candidate) -> float:
    """Give the probability, 0 to 1, that this piece is the one that answers, if any of its page does."""
    return logistic(coefficients()["kutipan"], features(piece))


def telling(piece: Candidate, cosine: float) -> float:
    """Give in logits by what answers are ordered: how likely a piece is, what it names where it is, how near it is."""
    chance, weights = piece_probability(piece), coefficients()["urutan"]
    return math.log(chance / (1 - chance)) + weights["around"] * piece.around + weights["cosine"] * cosine


def features(piece: Candidate) -> dict[str, float]:
    """Give what the choice among pieces goes by; length as its logarithm over that of the longest quote."""
    length = math.log(max(len(piece.text), 1)) / math.log(400)
    known = {"read": read_score(piece), "fits": piece.fits, "exact": float(piece.exact)}
    return known | {"said": piece.said, "fused": piece.fused, "length": length}


def read_score(piece: Candidate) -> float:
    """Give the reader's score of a piece within bounds, so that it does not outweigh all else; unread, the least.

    It does not speak against a cell whose row and column the question names, for rows are no prose to a reader, nor
    against a sentence that says what the thing is that is asked for; an article that is asked for whole was found by
    its heading.
    """
    least = MOST_READ if piece.located else 0.0 if piece.cell_asked or piece.explains else -MOST_READ
    return max(least, min(MOST_READ, piece.span.score)) if piece.span else least


def logistic(model: Mapping[str, float], values: Mapping[str, float], shift: float = 0.0) -> float:
    """Give the logistic function of the model's `intercept` and the weighted values, plus `shift`."""
    logit = model["intercept"] + shift + sum(model[name] * value for name, value in values.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def threshold() -> float:
    """Return the confidence from which a piece answers."""
    return coefficients()["keyakinan"]["ambang"]


@cache
def coefficients() -> dict[str, dict[str, float]]:
    """Read the fitted models."""
    return tomllib.loads(files("corpora").joinpath("keyakinan.toml").read_text(encoding="utf-8"))


def _asks_ahead(question: Understood) -> bool:
    this_year = date.today().year
    return any(int(year) > this_year for year in _YEAR.findall(question.text))


def _peak(dense: Sequence[Scored]) -> float:
    """Give how many standard deviations the first score stands above the mean of the list; 0 for a level list."""
    scores = np.array([hit.score for hit in dense], dtype=np.float64)
    spread = float(scores.std()) if len(scores) > 1 else 0.0
    return float((scores[0] - scores.mean()) / spread) if spread > 1e-9 else 0.0


def _numbers(text: str) -> tuple[list[str], list[Spellings]]:
    """Give the years of a question, and its other numbers with what is numbered: "lantai enam" is "lt. 6" too."""
    ordinals = [one for one in numerals(text) if one.others[0].kind == ORDINAL]
    inside = {place for one in ordinals for place in range(one.start, one.end)}
    plain = [term.text for term in terms(text) if term.text.isdigit() and term.start not in inside]
    years = [number for number in plain if _YEAR.fullmatch(number)]
    spelled = [(text[one.start : one.end], *(other.words for other in one.others)) for one in ordinals]
    numbered = [{frozenset(stems(words)) for words in spellings} for spellings in spelled]
    return years, [*({frozenset([number])} for number in plain if number not in years), *numbered]


def _unmet(asked: Sequence[Spellings], there: Set[str]) -> float:
    """Give the share of things that are asked for of which no spelling is there."""
    return sum(not any(one <= there for one in spellings) for spellings in asked) / len(asked) if asked else 0.0


def _lacking(asked: Sequence[str], there: Set[str]) -> float:
    return _unmet([{frozenset([word])} for word in asked], there)
