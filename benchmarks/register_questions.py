"""Ask the rows of invented registers questions whose figures were computed beside them.

`rujukan --data DATA init && rujukan --data DATA index benchmarks/registers`, then
`python -m benchmarks.register_questions DATA`: workbooks and CSV as offices make them (titles, heads of two lines,
groups, subtotals, amounts as text, editions by year), and questions by people who had not seen the system, a quarter of
them for what the registers do not tell. A figure is right, or one of several readings; wrong; or there is none.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from catalog.scope import OPERATOR
from operations.session import Session
from search.rows.answering import answer, answer_by_days, answer_of_two
from search.rows.results import RowAnswer, RowReading

QUESTIONS = Path(__file__).with_suffix(".jsonl")
WAYS = (answer, answer_by_days, answer_of_two)
"""As `ask` goes through them, but for papers by their fields and pages: registers have neither."""
REGISTERS = Path(__file__).with_name("registers")


@dataclass(frozen=True)
class RegisterQuestion:
    """A question with its figure in digits, or words that a listed row must hold; nothing where no register tells it.

    `also` are figures that an honest reader may take for it: with a row that is hidden, one that is entered twice.
    `parts` are the figures for each of what is asked for each of.
    """

    id: str
    q: str
    file: str
    figure: str | None
    row: str | None
    also: Sequence[str] = ()
    parts: Sequence[str] = ()

    def verdict(self, found: RowAnswer | None) -> str:
        """Return right, ambiguous (one of several readings is), wrong, none, or rightly none."""
        if found is None:
            return "none" if self.figure or self.row else "rightly none"
        right = any(map(self._is_told_by, found.readings))
        if found.sure:
            return "right" if right else "wrong"
        return "ambiguous" if right else "wrong"

    def _is_told_by(self, reading: RowReading) -> bool:
        if self.row:
            cells = " ".join(cell for row in reading.cells for cell in row.cells.values()).casefold()
            return all(word in cells for word in self.row.casefold().split())
        peaks = [one.value for one in reading.conditions if one.operator in {"tertinggi", "terendah"}]
        if peaks:
            figures = [peak.rpartition(": ")[2] for peak in peaks]  # "ke-2: Rp12.500.000" of the second one
            return self.figure in {"".join(filter(str.isdigit, figure)) for figure in figures}
        if sorted(self.parts) != sorted(part.sum or part.count for part in reading.parts):
            return False
        told = {Decimal(_figure(reading)), Decimal(reading.count) if reading.whole else Decimal(_figure(reading))}
        return not told.isdisjoint(Decimal(figure) for figure in (self.figure, *self.also) if figure)


def _figure(reading: RowReading) -> str:
    return reading.mean or reading.share or reading.sum or reading.count


def load(questions: Path = QUESTIONS) -> list[RegisterQuestion]:
    """Read the questions, one JSON object a line."""
    return [RegisterQuestion(**json.loads(line)) for line in questions.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print each question with its verdict and figures, then how many have which verdict."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    given = parser.parse_args()
    session = Session(given.data, None)
    catalog = session.open()
    searcher = session.searcher(catalog)
    verdicts: Counter[str] = Counter()
    for question in load(given.questions):
        with catalog.reading():
            text = searcher.understood(catalog, question.q, OPERATOR).text
            found = next(filter(None, (way(catalog, text, OPERATOR) for way in WAYS)), None)
        verdict = question.verdict(found)
        verdicts[verdict] += 1
        figures = " | ".join(map(_figure, found.readings)) if found else ""
        sys.stdout.write(f"{verdict:<13}{question.id:<7}{question.q}  {figures}\n")
    catalog.close()
    sys.stdout.write(", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common()) + "\n")


if __name__ == "__main__":
    main()
