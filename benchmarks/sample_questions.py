"""Ask the sample corpus its judged questions, and tell which are answered from the right file or rightly refused.

`python -m benchmarks.sample_questions [--model PATH] [--json]` indexes corpora/contoh into a temporary folder. A
question with a path is right if it is answered and a quote is copied from that file (or one that also answers); one
without a path is right if it is refused. Page, and the judged sentence itself, are counted apart.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog import editions
from catalog.database import Catalog
from catalog.opening import create
from catalog.scope import OPERATOR
from indexer.run import Tools, index
from operations import demo
from operations.session import Session
from search.answer import ask
from search.evaluation import judged
from search.evaluation.judged import JudgedQuestion
from search.opening import BUNDLED
from search.results import Answer
from search.searcher import Searcher

SECTION_9 = 60
"""The first sixty are the questions of the domain brief; the others were added with the corpus."""


@dataclass(frozen=True)
class Verdict:
    """What became of one question."""

    id: str
    question: str
    answerable: bool
    right: bool
    right_place: bool
    right_sentence: bool
    reason: str
    confidence: float
    seen: str


def judge(question: JudgedQuestion, answer: Answer) -> Verdict:
    """Compare an answer with its judgement."""
    good = [q for q in answer.quotes if question.answered_by(q.passage.source, q.passage.path)]
    exact = [q for q in good if q.passage.path == question.path]
    wanted = folded(question.quote or "")
    said = any(wanted in folded(q.text) or (len(q.text) > 15 and folded(q.text) in wanted) for q in exact)
    return Verdict(
        id=question.id,
        question=question.text,
        answerable=question.answerable,
        right=bool(good) if question.answerable else not answer.answered,
        right_place=any(question.at_place(q.passage) for q in exact),
        right_sentence=said,
        reason=answer.reason,
        confidence=answer.confidence,
        seen=answer.quotes[0].passage.path if answer.quotes else "",
    )


def folded(text: str) -> str:
    """Return a text in small letters, its white space as single spaces."""
    return " ".join(text.split()).casefold()


@contextmanager
def sample(model: str | None = None) -> Iterator[tuple[Catalog, Searcher]]:
    """Give a catalog of the sample papers in a temporary folder, and a searcher over it."""
    with tempfile.TemporaryDirectory(prefix="rujukan-sample-") as folder:
        session = Session(Path(folder), model)
        catalog = create(session.data)
        embedder = session.embedder(catalog, 2)
        editions.claim(catalog, editions.Model(embedder.model_id, embedder.width, model or BUNDLED))
        tools = Tools(catalog, session.engine(catalog, embedder, 2), embedder)
        index(tools, [demo.scan_sample()], demo.options(catalog, 1), lambda *_: None)
        demo.load_communities(catalog)
        yield catalog, session.searcher(catalog)
        catalog.close()


def verdicts(catalog: Catalog, searcher: Searcher) -> list[Verdict]:
    """Ask every judged question."""
    questions = judged.load(demo.sample_folder().with_suffix(".questions.jsonl"))
    return [judge(question, ask(searcher, catalog, question.text, OPERATOR)) for question in questions]


def summary(judged_answers: list[Verdict]) -> dict[str, Any]:
    """Count what is right, over section 9 and over all."""
    first = [v for v in judged_answers if int(v.id.removeprefix("q")) <= SECTION_9]
    answerable = [v for v in judged_answers if v.answerable]
    return {
        "section_9_right": sum(v.right for v in first),
        "section_9": len(first),
        "right": sum(v.right for v in judged_answers),
        "questions": len(judged_answers),
        "right_place": sum(v.right_place for v in answerable),
        "right_sentence": sum(v.right_sentence for v in answerable),
        "answerable": len(answerable),
        "refused_rightly": sum(v.right for v in judged_answers if not v.answerable),
    }


def main() -> None:
    """Print the verdicts and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with sample(args.model) as (catalog, searcher):
        answers = verdicts(catalog, searcher)
    if args.json:
        sys.stdout.write(json.dumps(summary(answers) | {"verdicts": [vars(v) for v in answers]}, ensure_ascii=False))
        return
    for v in answers:
        mark = "ok  " if v.right else "FAIL"
        places = f"{'P' if v.right_place else '-'}{'S' if v.right_sentence else '-'}"
        sys.stdout.write(f"{mark} {v.id} {places} {v.confidence:.2f} {v.reason:13} {v.question[:70]:70} {v.seen}\n")
    sys.stdout.write(json.dumps(summary(answers)) + "\n")


if __name__ == "__main__":
    main()
