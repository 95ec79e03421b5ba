"""What preferring maturity and reuse does to the order of hits: `python -m benchmarks.preference DATA`.

DATA is a catalog made by `rujukan init --demo`. Its judged questions are searched once, without preferring; the hits
are then ordered by what is known of them, and, as the worst that could happen, by merits drawn at random. For each
bound it tells how many orders and first hits change, and how many right papers stand first and among the first five.
The same for shares that a hit loses which is not in force.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from catalog.opening import open_existing
from catalog.scope import OPERATOR
from catalog.words import OUT_OF_FORCE
from operations import demo
from operations.session import Session
from search.evaluation import judged
from search.ranking.choice import Options
from search.ranking.preference import BOUND, OUT_OF_FORCE_COSTS, Reputation, in_order, order

BOUNDS = (0.005, 0.01, BOUND, 0.05, 0.1)
DRAWS = 20
COSTS = (OUT_OF_FORCE_COSTS, 0.3, 0.5)


@dataclass(frozen=True)
class Asked:
    """The hits of a question as they stand by score: scores, merits, which are in force and which the right paper."""

    scores: tuple[float, ...]
    merits: tuple[float | None, ...]
    in_force: tuple[bool, ...]
    right: tuple[bool, ...]


def asked(data: Path) -> list[Asked]:
    """Search for every question of the sample that has an answer."""
    session = Session(data, None)
    catalog = open_existing(data)
    searcher = session.searcher(catalog)
    found = []
    for question in judged.load(demo.sample_folder().with_suffix(".questions.jsonl")):
        if question.answerable:
            hits = searcher.search(catalog, question.text, OPERATOR, Options(preferring=False)).hits
            merits = tuple(Reputation(hit.maturity, hit.reused_by).merit for hit in hits)
            right = tuple(question.answered_by(hit.card.source, hit.card.path) for hit in hits)
            in_force = tuple(hit.card.validity not in OUT_OF_FORCE for hit in hits)
            found.append(Asked(tuple(hit.score for hit in hits), merits, in_force, right))
    return found


def told(name: str, bound: float, questions: Sequence[Asked], orders: Sequence[Sequence[int]]) -> str:
    """Return a line of figures, in shares of the questions."""
    changed = moved = first = five = 0
    for one, places in zip(questions, orders, strict=True):
        changed += list(places) != list(range(len(places)))
        moved += bool(places) and places[0] != 0
        first += any(one.right[place] for place in places[:1])
        five += any(one.right[place] for place in places[:5])
    count = len(orders)
    return f"{name:8} {bound:6} {changed / count:8.3f} {moved / count:8.3f} {first / count:8.3f} {five / count:8.3f}"


def by_merit(questions: Sequence[Asked], merits: Sequence[Sequence[float | None]], bound: float) -> list[Sequence[int]]:
    """Return the order of each question's hits with these merits."""
    return [order(one.scores, known, bound) for one, known in zip(questions, merits, strict=True)]


def by_force(questions: Sequence[Asked], costs: float) -> list[list[int]]:
    """Return the order of each question's hits where what is not in force loses this share."""
    return [in_order(one.scores, one.in_force, [None] * len(one.scores), costs) for one in questions]


def main() -> None:
    """Print the table."""
    questions, dice = asked(Path(sys.argv[1])), Random(2026)
    drawn = [[dice.random() for _ in one.scores] for _ in range(DRAWS) for one in questions]
    known, often = [one.merits for one in questions], questions * DRAWS
    lines = [f"{len(questions)} questions", "merits    bound  changed  moved 1  right@1  right@5"]
    lines += [told("known", bound, questions, by_merit(questions, known, bound)) for bound in (0.0, *BOUNDS)]
    lines += [told("drawn", bound, often, by_merit(often, drawn, bound)) for bound in (0.0, *BOUNDS)]
    lines += [told("in force", costs, questions, by_force(questions, costs)) for costs in COSTS]
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
