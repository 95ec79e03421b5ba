"""What a searcher gives for judged questions about real files: right file and page, exact quotes, right refusals.

Each measure is 0 or 1 a question. `doc1`, `doc5`, `page1`, `page5`: the right file, or its right page by the first
passage of each hit, among the first 1 or 5. `quote`: the judged words stand in a quote, or a quote of more than 15
characters within them. `false_refusal`: answerable, and refused. `refusal`: nothing answers, and refused. `exact`, a
quote each: it is the page's text, at most 400 characters. A question that fails scores 0 by every measure.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.passages import Passage, page_text
from catalog.scope import OPERATOR
from search.answer import HITS, ask
from search.evaluation.paired import Paired, interval, paired
from search.evaluation.real_answers import with_words
from search.evaluation.real_questions import RealQuestion, fold, plain_path
from search.ranking.choice import Options
from search.results import Hit, Quote
from search.searcher import Searcher

MEASURES = ("doc1", "doc5", "page1", "page5", "quote", "exact", "false_refusal", "refusal")
_OF_ANSWERABLE = ("doc1", "doc5", "page1", "page5", "quote", "false_refusal")
_LONGEST = 400  # characters of a quote, by contract
_TELLING = 15  # a quote that is part of the judged words is longer than this

Figures = dict[str, "Figure"]


@dataclass(frozen=True)
class Judgement:
    """What was given for a question: its measures, whether each quote is exact, and the error if it failed."""

    question: RealQuestion
    measures: Mapping[str, float]
    exact: tuple[bool, ...] = ()
    answered: bool = False
    reason: str = ""
    took_ms: int = 0
    error: str | None = None

    def of(self, measure: str) -> tuple[float, ...]:
        """Give the scores by a measure: none where it does not apply, for `exact` one a quote."""
        if measure == "exact":
            return tuple(map(float, self.exact))
        return (self.measures[measure],) if measure in self.measures else ()

    def to_json(self) -> dict[str, Any]:
        """Return it as a small document."""
        said = {name: getattr(self, name) for name in ("answered", "reason", "took_ms", "error")}
        return {"id": self.question.id, "q": self.question.text, "type": self.question.type, **said, **self.measures}


@dataclass(frozen=True)
class Figure:
    """The mean of a measure with its 95 % bootstrap interval, over `n` questions (quotes for `exact`)."""

    value: float
    low: float
    high: float
    n: int


def judge(
    catalog: Catalog,
    searcher: Searcher,
    questions: Sequence[RealQuestion],
    advance: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Judgement, ...]:
    """Ask every question as the operator, in one snapshot each; `advance` is told (done, total) after each."""
    judged = []
    for done, question in enumerate(questions, 1):
        with catalog.reading():
            judged.append(_judged(catalog, searcher, question))
        advance(done, len(questions))
    return tuple(judged)


def figures(judged: Sequence[Judgement]) -> Figures:
    """Give the figure of every measure that applies to any of them."""
    scores = {measure: [score for one in judged for score in one.of(measure)] for measure in MEASURES}
    return {measure: _figure(values) for measure, values in scores.items() if values}


def grouped(judged: Sequence[Judgement], group: Callable[[RealQuestion], str]) -> dict[str, Figures]:
    """Give the figures of each group of questions, the groups by name."""
    groups: dict[str, list[Judgement]] = defaultdict(list)
    for one in judged:
        groups[group(one.question)].append(one)
    return {name: figures(groups[name]) for name in sorted(groups)}


def compared(old: Sequence[Judgement], new: Sequence[Judgement]) -> dict[str, Paired]:
    """Compare two searchers over the same questions in the same order, by every measure but `exact`."""
    tests = {}
    for measure in (*_OF_ANSWERABLE, "refusal"):
        before, after = ([score for one in side for score in one.of(measure)] for side in (old, new))
        if before:
            tests[measure] = paired(before, after)
    return tests


def as_json(found: Figures) -> dict[str, Any]:
    """Return figures as a small document."""
    return {measure: asdict(figure) for measure, figure in found.items()}


def _figure(values: Sequence[float]) -> Figure:
    low, high = interval(values)
    return Figure(sum(values) / len(values), low, high, len(values))


def _judged(catalog: Catalog, searcher: Searcher, question: RealQuestion) -> Judgement:
    try:
        return _given(catalog, searcher, question)
    except RujukanError as error:
        said = error.message
    except Exception as error:  # one question, whatever a model or an index raises, must not end the others
        logging.getLogger(__name__).exception("question %s", question.id)
        said = f"{type(error).__name__}: {error}"
    applies = _OF_ANSWERABLE if question.answerable else ("refusal",)
    return Judgement(question, dict.fromkeys(applies, 0.0), error=said)


def _given(catalog: Catalog, searcher: Searcher, question: RealQuestion) -> Judgement:
    question = with_words(catalog, question)
    given = ask(searcher, catalog, question.text, OPERATOR)
    exact = tuple(_is_exact(catalog, quote) for quote in given.quotes)
    measures = {"refusal": float(not given.answered)}
    if question.answerable:
        hits = given.hits or searcher.search(catalog, question.text, OPERATOR, Options(limit=HITS)).hits
        said = [fold(quote.text) for quote, holds in zip(given.quotes, exact, strict=True) if holds]
        measures = _ranked(question, hits)
        measures |= {"quote": float(_quoted(question, said)), "false_refusal": float(not given.answered)}
    return Judgement(question, measures, exact, given.answered, given.reason, given.took_ms)


def _ranked(question: RealQuestion, hits: Sequence[Hit]) -> dict[str, float]:
    files = list(dict.fromkeys(plain_path(hit.card.path) for hit in hits))
    docs = [question.right_file(path) for path in files]
    pages = [question.right_place(plain_path(hit.card.path), _place(hit.card)) for hit in hits]
    depths = {"doc1": docs[:1], "doc5": docs[:5], "page1": pages[:1], "page5": pages[:5]}
    return {measure: float(any(right)) for measure, right in depths.items()}


def _place(passage: Passage) -> str:
    return str(passage.page if passage.page is not None else passage.sheet)


def _quoted(question: RealQuestion, said: Sequence[str]) -> bool:
    want = fold(question.quote)
    return any(want in text or (len(text) > _TELLING and text in want) for text in said)


def _is_exact(catalog: Catalog, quote: Quote) -> bool:
    copied = page_text(catalog, quote.passage.id)[quote.start : quote.end]
    return 0 < len(quote.text) <= _LONGEST and copied == quote.text
