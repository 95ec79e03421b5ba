"""Writes the sample corpus: the files, their manifest and the judged questions."""

import csv
import importlib
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.contoh.record import MANIFEST_COLUMNS, Paper

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
HALVES = ("a", "b")


def collect(name: str, attribute: str) -> list:
    """Return the list `attribute` of the modules `name`_a and `name`_b, one after the other."""
    modules = [
        importlib.import_module(f"tools.contoh.{name}_{half}") for half in HALVES if _exists(name, half)
    ]
    return [item for module in modules for item in getattr(module, attribute)]


def _exists(name: str, half: str) -> bool:
    place = Path(__file__).parent / f"{name}_{half}"
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def write_corpus(target: Path) -> list[Paper]:
    """Write contoh/, contoh.csv and contoh.questions.jsonl below `target`; what was there before is gone."""
    papers: list[Paper] = sorted(collect("papers", "PAPERS"), key=lambda paper: paper.path)
    questions: list[dict] = sorted(collect("questions", "QUESTIONS"), key=lambda question: question["id"])
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
