"""Ask a catalog of the sample papers questions of few words, as people type them into a search box.

`python -m benchmarks.short_questions DATA [--questions FILE]` asks as the operator; papers_themselves.jsonl asks for
what papers tell of themselves: their numbers, days, signers and budgets. A question with paths is right if
it is answered and its first quote is of one of those files and holds one of the words that it must hold; found, if any
quote does; one without paths is right if it is refused. Each answer is told, then the counts.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sample_questions import folded
from catalog.scope import OPERATOR
from operations.session import Session
from search.answer import ask
from search.results import Answer, Quote

QUESTIONS = Path(__file__).with_suffix(".jsonl")
OF_PAPERS = QUESTIONS.with_name("papers_themselves.jsonl")


@dataclass(frozen=True)
class ShortQuestion:
    """A question with the files that answer it and words of which a right quote holds one; neither if none does."""

    id: str
    q: str
    paths: Sequence[str]
    holds: Sequence[str]

    def verdict(self, answer: Answer) -> str:
        """Return right, found (in a later quote), wrong, refused, or rightly refused."""
        if not answer.answered:
            return "refused" if self.paths else "rightly refused"
        right = [self._is_answered_by(quote) for quote in answer.quotes]
        if not self.paths or not any(right):
            return "wrong"
        return "right" if right[0] else "found"

    def _is_answered_by(self, quote: Quote) -> bool:
        text = folded(quote.text)
        return quote.passage.path in self.paths and any(folded(words) in text for words in self.holds)


def load(questions: Path = QUESTIONS) -> list[ShortQuestion]:
    """Read the questions, one JSON object a line."""
    return [ShortQuestion(**json.loads(line)) for line in questions.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print a line for each question, and how many have which verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    asked = parser.parse_args()
    session = Session(asked.data, None)
    catalog = session.open()
    searcher = session.searcher(catalog)
    counts: Counter[str] = Counter()
    for question in load(asked.questions):
        answer = ask(searcher, catalog, question.q, OPERATOR)
        verdict = question.verdict(answer)
        counts[verdict] += 1
        first = " ".join(answer.quotes[0].text.split())[:90] if answer.quotes else ""
        sys.stdout.write(f"{verdict:16}{question.id} {answer.confidence:.2f} {question.q:46} {first}\n")
    catalog.close()
    sys.stdout.write(", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items())) + "\n")


if __name__ == "__main__":
    main()
