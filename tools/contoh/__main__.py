"""Writes the sample corpus: the files, their manifest and the judged questions."""

import csv
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.contoh import papers_a, papers_b, questions_a, questions_b
from tools.contoh.record import MANIFEST_COLUMNS, Paper

CORPORA = Path(__file__).resolve().parents[2] / "corpora"


def write_corpus(target: Path) -> list[Paper]:
    """Write contoh/, contoh.csv and contoh.questions.jsonl below `target`; what was there before is gone."""
    papers: list[Paper] = sorted(papers_a.PAPERS + papers_b.PAPERS, key=lambda paper: paper.path)
    questions = sorted(questions_a.QUESTIONS + questions_b.QUESTIONS, key=lambda question: question["id"])
    shutil.rmtree(target / "contoh", ignore_errors=True)
    for paper in papers:
        place = target / "contoh" / paper.path
        place.parent.mkdir(parents=True, exist_ok=True)
        paper.build(place)
    _write_manifest(target / "contoh.csv", papers)
    lines = [json.dumps(question, ensure_ascii=False) + "\n" for question in questions]
    (target / "contoh.questions.jsonl").write_text("".join(lines), encoding="utf-8")
    return papers


def _write_manifest(path: Path, papers: Sequence[Paper]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, MANIFEST_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(paper.row() for paper in papers)


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA
    sys.stdout.write(f"{len(write_corpus(place))} files written below {place}\n")
