"""Judged sets in the shape of `rujukan evaluate`: corpus, queries, qrels, each plain or .xz."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Judged:
    """A corpus (id to title and text), its questions, and for each question the grades of its relevant ids."""

    name: str
    corpus: dict[str, tuple[str, str]]
    queries: dict[str, str]
    qrels: dict[str, dict[str, int]]
    unanswerable: dict[str, str]


def read(folder: Path) -> Judged:
    """Read one folder; a missing `unanswerable` file is an empty table."""
    queries = {str(row["id"]): row["text"] for row in rows(folder, "queries.jsonl")}
    return Judged(
        folder.name,
        {str(row["id"]): (row.get("title") or "", row["text"]) for row in rows(folder, "corpus.jsonl")},
        queries,
        _grades(folder / "qrels.tsv", queries),
        {str(row["id"]): row["text"] for row in rows(folder, "unanswerable.jsonl")},
    )


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a .jsonl file or its .xz; none when neither is there."""
    plain, packed = folder / name, folder / (name + ".xz")
    if plain.exists():
        lines = plain.read_text(encoding="utf-8").splitlines()
    elif packed.exists():
        lines = lzma.decompress(packed.read_bytes()).decode("utf-8").splitlines()
    else:
        return
    yield from (json.loads(line) for line in lines if line.strip())


def _grades(path: Path, queries: dict[str, str]) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, doc, grade = line.split()
        if int(grade) > 0 and query in queries:
            grades.setdefault(query, {})[doc] = int(grade)
    return grades
