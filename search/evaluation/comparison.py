"""Two searchers asked the same judged questions about one catalog: what is gained, what is lost, and whether to switch.

Both are asked as the operator, in one snapshot a question. A question whose files are not in the catalog would score 0
with both and hide a loss, so it is set aside and told; so are questions that nothing answers.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.passages import Passage
from catalog.scope import OPERATOR
from search.evaluation.judged import JudgedQuestion
from search.evaluation.metrics import mean_of, measures
from search.evaluation.paired import Paired, paired
from search.ranking.choice import Options
from search.results import Hit
from search.searcher import Searcher

GATE = 0.01
"""How far nDCG@10 may fall, unless told otherwise."""
DEPTH = 10
_ROUNDING = 1e-9  # means of floats that are equal on paper may differ by less

Json = dict[str, Any]


@dataclass(frozen=True)
class Ranked:
    """An asset among the first ten: its rank, its file, the place of its best passage, and whether it is relevant."""

    rank: int
    asset: str
    source: str
    path: str
    page: int | None
    sheet: str | None
    relevant: bool


@dataclass(frozen=True)
class Side:
    """What one searcher gave for a question; after an `error` nothing is ranked and every measure is 0."""

    ranking: tuple[Ranked, ...]
    measures: dict[str, float]
    error: str | None = None

    @property
    def relevant_rank(self) -> int | None:
        """The rank of the first relevant asset, None where the first ten hold none."""
        return next((ranked.rank for ranked in self.ranking if ranked.relevant), None)


@dataclass(frozen=True)
class Outcome:
    """One question as both searchers answered it."""

    question: JudgedQuestion
    old: Side
    new: Side

    @property
    def gained(self) -> float:
        """How much nDCG@10 the new one gained; negative where it lost."""
        return self.new.measures["ndcg@10"] - self.old.measures["ndcg@10"]

    @property
    def changed(self) -> bool:
        """Whether the first ten assets, or their order, differ."""
        return [hit.asset for hit in self.old.ranking] != [hit.asset for hit in self.new.ranking]


@dataclass(frozen=True)
class Comparison:
    """The outcomes in the order of the file, the questions set aside, and the paired test on nDCG@10."""

    outcomes: tuple[Outcome, ...]
    absent: tuple[JudgedQuestion, ...]
    unanswerable: int
    test: Paired

    @property
    def old(self) -> dict[str, float]:
        """The four means of the old one."""
        return mean_of([outcome.old.measures for outcome in self.outcomes])

    @property
    def new(self) -> dict[str, float]:
        """The four means of the new one."""
        return mean_of([outcome.new.measures for outcome in self.outcomes])

    @property
    def changed(self) -> tuple[Outcome, ...]:
        """The questions whose first ten changed, those that lost most first."""
        return tuple(sorted((one for one in self.outcomes if one.changed), key=lambda one: one.gained))

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The questions that ended with an error on either side."""
        return tuple(one for one in self.outcomes if one.old.error or one.new.error)

    def passes(self, gate: float = GATE) -> bool:
        """Tell whether the new one may take the place of the old one: nothing is objected."""
        return not self.objections(gate)

    def objections(self, gate: float = GATE) -> tuple[str, ...]:
        """Say, for the operator, why not: nDCG@10 fell by more than `gate`, or questions fail that did not before."""
        said = []
        if self.test.difference < -gate - _ROUNDING:
            said.append(f"nDCG@10 turun {-self.test.difference:.4f}, lebih dari batas {gate:g}.")
        if broken := [one.question.id for one in self.outcomes if one.new.error and not one.old.error]:
            said.append(f"Gagal hanya pada yang baru: pertanyaan {', '.join(broken)}.")
        if len(self.failed) == len(self.outcomes):
            said.append("Semua pertanyaan gagal; tidak ada yang dapat dibandingkan.")
        return tuple(said)

    def summary(self, gate: float = GATE) -> Json:
        """Return the comparison without its questions, as a small document: means, test and verdict."""
        return {
            "questions": len(self.outcomes),
            "unanswerable": self.unanswerable,
            "old": self.old,
            "new": self.new,
            "test": asdict(self.test),
            "gate": gate,
            "passes": self.passes(gate),
            "objections": list(self.objections(gate)),
        }

    def to_json(self, gate: float = GATE) -> Json:
        """Return the summary with every question that changed, failed or was set aside for want of its file."""
        return self.summary(gate) | {
            "absent": [{"id": one.id, "q": one.text, "path": one.path} for one in self.absent],
            "changed": [_changed_json(one) for one in self.changed],
            "failed": [
                {"id": one.question.id, "q": one.question.text, "old": one.old.error, "new": one.new.error}
                for one in self.failed
            ],
        }


def compare(
    catalog: Catalog,
    old: Searcher,
    new: Searcher,
    questions: Sequence[JudgedQuestion],
    *,
    advance: Callable[[int, int], None] = lambda _done, _total: None,
) -> Comparison:
    """Ask both searchers every question that a file of the catalog answers; `advance` is told (done, total) after each.

    Raises RujukanError `bad_judgements` when there is no such question. An error of one question is kept with it.
    """
    answerable = [question for question in questions if question.answerable]
    relevant = _relevant(catalog, answerable)
    asked = [question for question in answerable if relevant[question.id]]
    if not asked:
        raise RujukanError(
            "bad_judgements",
            f"Dari {len(questions)} pertanyaan tidak satu pun dijawab oleh berkas yang ada di katalog ini. Periksa"
            ' "path" dan "source" pertanyaan, atau indeks dahulu berkasnya.',
        )
    outcomes = []
    for done, question in enumerate(asked, 1):
        with catalog.reading():
            sides = [_side(searcher, catalog, question, relevant[question.id]) for searcher in (old, new)]
        outcomes.append(Outcome(question, *sides))
        advance(done, len(asked))
    test = paired(*([side.measures["ndcg@10"] for side in sides] for sides in _sides(outcomes)))
    absent = tuple(question for question in answerable if not relevant[question.id])
    return Comparison(tuple(outcomes), absent, len(questions) - len(answerable), test)


def _sides(outcomes: Sequence[Outcome]) -> tuple[list[Side], list[Side]]:
    return [one.old for one in outcomes], [one.new for one in outcomes]


def _relevant(catalog: Catalog, questions: Sequence[JudgedQuestion]) -> dict[str, dict[str, int]]:
    """Give for each question the assets of the catalog that answer it, each with grade 1."""
    rows = catalog.db.query(
        "SELECT source.name AS source, path, key FROM asset JOIN source ON source.id = asset.source"
    )
    at_path: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        at_path[row["path"]].append((row["source"], row["key"]))
    return {question.id: _grades(question, at_path) for question in questions}


def _grades(question: JudgedQuestion, at_path: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, int]:
    paths = (question.path or "", *question.also)
    return {key: 1 for path in paths for source, key in at_path.get(path, ()) if question.answered_by(source, path)}


def _side(searcher: Searcher, catalog: Catalog, question: JudgedQuestion, relevant: Mapping[str, int]) -> Side:
    try:
        hits = searcher.search(catalog, question.text, OPERATOR, Options(limit=DEPTH)).hits
    except RujukanError as error:
        return Side((), measures((), relevant), error.message)
    except Exception as error:  # one question, whatever a model or an index raises, must not end the comparison
        logging.getLogger(__name__).exception("question %s", question.id)
        return Side((), measures((), relevant), f"{type(error).__name__}: {error}")
    ranking = tuple(_ranked(hit.rank, _judged(hit, relevant), relevant) for hit in hits)
    return Side(ranking, measures([ranked.asset for ranked in ranking], relevant))


def _judged(hit: Hit, relevant: Mapping[str, int]) -> Passage:
    """Give what of a hit is judged: itself, or the copy of it that the judgement names."""
    return next((card for card in (hit.card, *hit.copies) if card.asset in relevant), hit.card)


def _ranked(rank: int, card: Passage, relevant: Mapping[str, int]) -> Ranked:
    return Ranked(rank, card.asset, card.source, card.path, card.page, card.sheet, card.asset in relevant)


def _changed_json(outcome: Outcome) -> Json:
    return {
        "id": outcome.question.id,
        "q": outcome.question.text,
        "gained": outcome.gained,
        "relevant_rank": {"old": outcome.old.relevant_rank, "new": outcome.new.relevant_rank},
        "old": [asdict(ranked) for ranked in outcome.old.ranking],
        "new": [asdict(ranked) for ranked in outcome.new.ranking],
    }
