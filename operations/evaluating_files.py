"""`evaluate` over real files: the catalog as it is, asked judged questions about its files; nothing of it changes."""

import csv
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from catalog import editions
from catalog.database import Catalog
from catalog.errors import RujukanError
from embedding.cores import available_cores
from operations import printing, progress
from operations.session import Session
from search.evaluation.paired import Paired
from search.evaluation.real_measures import Figures, Judgement, as_json, compared, figures, grouped, judge
from search.evaluation.real_questions import SEED, BadLine, RealQuestion, drawn, load, plain_path
from search.opening import open_edition
from search.searcher import Searcher

QUESTIONS, MANIFEST = "questions.jsonl", "manifest.tsv"
SETTINGS = ("hybrid", "lexical", "dense", "no-glossary", "shadow", "previous")
"""Ways to ask: both lists, one of them, without abbreviations and synonyms, or another edition of the catalog."""
NO_FILE = "(tanpa berkas)"

Json = dict[str, Any]


@dataclass(frozen=True)
class Options:
    """What is asked: more questions that nothing answers, a share of all of them, one setting or two."""

    questions: Path | None = None
    unanswerable: tuple[Path, ...] = ()
    setting: str = "hybrid"
    against: str | None = None
    share: float = 1.0


@dataclass(frozen=True)
class Report:
    """The questions of one run as they were judged, by one setting or by two."""

    options: Options
    judged: tuple[Judgement, ...]
    other: tuple[Judgement, ...]
    skipped: tuple[BadLine, ...]
    absent: tuple[RealQuestion, ...]
    kinds: dict[str, str]

    def kind(self, question: RealQuestion) -> str:
        """Return the kind of the file that answers a question, or nearly does."""
        path = question.path or question.near
        return NO_FILE if path is None else self.kinds.get(path, NO_FILE)

    @property
    def tests(self) -> dict[str, Paired]:
        """The paired tests of the other setting (new) against the first (old), by measure."""
        return compared(self.judged, self.other) if self.other else {}

    def groups(self) -> tuple[Figures, dict[str, Figures], dict[str, Figures]]:
        """Return the figures of all questions, by kind of file, and by type of question."""
        by_type = grouped(self.judged, lambda question: question.type)
        return figures(self.judged), grouped(self.judged, self.kind), by_type

    def to_json(self) -> Json:
        """Return all of it, every question too."""
        overall, by_kind, by_type = self.groups()
        answerable = sum(one.question.answerable for one in self.judged)
        return {
            "questions": len(self.judged),
            "answerable": answerable,
            "unanswerable": len(self.judged) - answerable,
            "failed": sum(one.error is not None for one in self.judged),
            "share": self.options.share,
            "seed": SEED,
            "setting": self.options.setting,
            "rates": {measure: round(figure.value, 3) for measure, figure in overall.items()},
            "overall": as_json(overall),
            "by_kind": {name: as_json(found) for name, found in by_kind.items()},
            "by_type": {name: as_json(found) for name, found in by_type.items()},
            "median_ms": median(one.took_ms for one in self.judged),
            "skipped": [asdict(line) for line in self.skipped],
            "absent": [{"id": question.id, "path": question.path} for question in self.absent],
            "answers": [one.to_json() for one in self.judged],
            "against": self._against(),
        }

    def _against(self) -> Json | None:
        if not self.other:
            return None
        return {
            "setting": self.options.against,
            "overall": as_json(figures(self.other)),
            "tests": {measure: asdict(test) for measure, test in self.tests.items()},
            "answers": [one.to_json() for one in self.other],
        }


def is_about_files(folder: Path, questions: Path | None) -> bool:
    """Tell whether a folder is one of real files with questions, not a judged corpus."""
    corpus = any((folder / name).exists() for name in ("corpus.jsonl", "corpus.jsonl.xz"))
    return questions is not None or (not corpus and (folder / QUESTIONS).is_file())


def evaluate(session: Session, folder: Path, options: Options) -> Report:
    """Ask a catalog the judged questions of a folder whose files it holds; RujukanError when there is none."""
    asked, skipped = _asked(folder, options)
    for line in skipped:
        printing.aloud(f"{line.file} baris {line.line} dilewati: {line.reason}.")
    catalog = session.open()
    known = _kinds_in(catalog)
    settings = (options.setting, *([options.against] if options.against else []))
    sides = [_judged(session, catalog, setting, asked) for setting in settings]
    catalog.close()
    kinds = known | _kinds_given(folder / MANIFEST)
    absent = tuple(question for question in asked if question.path is not None and question.path not in known)
    return Report(options, sides[0], sides[1] if len(sides) > 1 else (), skipped, absent, kinds)


def _asked(folder: Path, options: Options) -> tuple[tuple[RealQuestion, ...], tuple[BadLine, ...]]:
    own, bad = load([options.questions or folder / QUESTIONS])
    more, worse = load(options.unanswerable, answerable=False)
    taken = {question.id for question in own}
    more = tuple(replace(one, id=f"+{one.id}") if one.id in taken else one for one in more)
    if not (own or more):
        raise RujukanError("bad_judgements", f"{folder} tidak memuat satu pertanyaan pun yang dapat dipakai.")
    return drawn((*own, *more), options.share), (*bad, *worse)


def _judged(session: Session, catalog: Catalog, setting: str, asked: Sequence[RealQuestion]) -> tuple[Judgement, ...]:
    searcher = _searcher(session, catalog, setting)
    return judge(catalog, searcher, asked, progress.counter(f"Bertanya ({setting})", " pertanyaan"))


def _searcher(session: Session, catalog: Catalog, setting: str) -> Searcher:
    if setting in ("shadow", "previous"):
        return open_edition(catalog, editions.needed(catalog, setting), threads=available_cores())
    standard = session.searcher(catalog)
    glossary = standard.glossary
    if setting == "no-glossary":
        glossary = replace(glossary, entries={}, readings={})
    side = setting if setting in ("lexical", "dense") else "hybrid"
    return Searcher(standard.engine, standard.embedder, glossary, standard.reader, side)


def _kinds_in(catalog: Catalog) -> dict[str, str]:
    """Return the kind of every file of the catalog by its path."""
    rows = catalog.db.query(
        "SELECT asset.path AS path, coalesce(asset.kind, version.kind) AS kind FROM asset"
        " JOIN version ON version.asset = asset.id AND version.newest = 1"
    )
    return {plain_path(row["path"]): row["kind"] for row in rows}


def _kinds_given(manifest: Path) -> dict[str, str]:
    """Return what a list of the files (columns path and kind) says of their kinds; empty where there is none."""
    try:
        with manifest.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t"))
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}
    return {plain_path(row["path"]): row["kind"] for row in rows if row.get("path") and row.get("kind")}
