"""Ask the sample corpus its judged questions, and tell which are answered from the right file or rightly refused.

`python -m benchmarks.sample_questions [--model PATH] [--json]` indexes corpora/contoh into a temporary folder. A
question with a path is right if it is answered and a quote is copied from that file (or one that also answers); one
without a path is right if it is refused. Page, and the judged sentence itself, are counted apart.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog import settings
from catalog.opening import create
from catalog.scope import OPERATOR
from indexer.run import Tools, index
from operations import demo
from operations.session import Session
from search.answer import ask
from search.opening import BUNDLED
from search.results import Answer

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


def judge(question: dict[str, Any], answer: Answer) -> Verdict:
    """Compare an answer with its judgement."""
    right_files = {question["path"], *question["also"]}
    good = [q for q in answer.quotes if q.passage.path in right_files]
    exact = [q for q in good if q.passage.path == question["path"]]
    place = any(
        question["page"] in (None, q.passage.page) and question["sheet"] in (None, q.passage.sheet) for q in exact
    )
    wanted = _folded(question["quote"] or "")
    said = any(wanted in _folded(q.text) or (len(q.text) > 15 and _folded(q.text) in wanted) for q in exact)
    answerable = question["path"] is not None
    return Verdict(
        id=question["id"],
        question=question["q"],
        answerable=answerable,
        right=bool(good) if answerable else not answer.answered,
        right_place=place,
        right_sentence=said,
        reason=answer.reason,
        confidence=answer.confidence,
        seen=answer.quotes[0].passage.path if answer.quotes else "",
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def run(model: str | None) -> list[Verdict]:
    """Index the sample and ask every judged question."""
    lines = demo.sample_folder().with_suffix(".questions.jsonl").read_text("utf8").splitlines()
    with tempfile.TemporaryDirectory(prefix="rujukan-sample-") as folder:
        session = Session(Path(folder), model)
        catalog = create(session.data)
        embedder = session.embedder(catalog, 2)
        settings.claim_model(catalog, settings.Model(embedder.model_id, embedder.width, model or BUNDLED))
        tools = Tools(catalog, session.engine(catalog, embedder, 2), embedder)
        index(tools, [demo.scan_sample()], demo.options(catalog, 1), lambda *_: None)
        demo.load_communities(catalog)
        searcher = session.searcher(catalog)
        verdicts = [judge(q, ask(searcher, catalog, q["q"], OPERATOR)) for q in map(json.loads, lines)]
        catalog.close()
    return verdicts


def summary(verdicts: list[Verdict]) -> dict[str, Any]:
    """Count what is right, over section 9 and over all."""
    first = [v for v in verdicts if int(v.id.removeprefix("q")) <= SECTION_9]
    answerable = [v for v in verdicts if v.answerable]
    return {
        "section_9_right": sum(v.right for v in first),
        "section_9": len(first),
        "right": sum(v.right for v in verdicts),
        "questions": len(verdicts),
        "right_place": sum(v.right_place for v in answerable),
        "right_sentence": sum(v.right_sentence for v in answerable),
        "answerable": len(answerable),
        "refused_rightly": sum(v.right for v in verdicts if not v.answerable),
    }


def main() -> None:
    """Print the verdicts and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    verdicts = run(args.model)
    if args.json:
        sys.stdout.write(json.dumps(summary(verdicts) | {"verdicts": [vars(v) for v in verdicts]}, ensure_ascii=False))
        return
    for v in verdicts:
        mark = "ok  " if v.right else "FAIL"
        places = f"{'P' if v.right_place else '-'}{'S' if v.right_sentence else '-'}"
        sys.stdout.write(f"{mark} {v.id} {places} {v.confidence:.2f} {v.reason:13} {v.question[:70]:70} {v.seen}\n")
    sys.stdout.write(json.dumps(summary(verdicts)) + "\n")


if __name__ == "__main__":
    main()
