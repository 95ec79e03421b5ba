"""Tell which judged answers stand in the text that our readers give of their pages.

`python -m benchmarks.quotes_on_pages FILES QUESTIONS [--ocr FOLDER] [--json]` reads the documents of a judged file with
the project's readers and nothing else. A line of it is JSON: `path` relative to the folder above FILES, `page` or
sheet, `answer_quote`, `also_on_pages`, `also_in`. Case, signs and white space are folded; digit groups are joined.
A quote that is not found is printed with what comes nearest to it. Pages without text are recognised where OCR is
installed, and kept in FOLDER.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from indexer.document import PageRead
from indexer.ocr.program import find
from indexer.ocr.stage import Ocr
from indexer.pool import ReaderPool
from search.evaluation.real_questions import fold

NEAR = 0.5
"""Share of a quote's words in one window below which nothing comes near it."""

Documents = Mapping[str, Sequence[PageRead]]


@dataclass(frozen=True)
class Verdict:
    """Whether a quote stands on a judged page; `why` says what was found instead."""

    question: str
    path: str
    page: int | str | None
    quote: str
    found: bool
    why: str


def judge(asked: Mapping[str, Any], documents: Documents) -> Verdict:
    """Look for an answer's quote on its pages, then elsewhere."""
    wanted = fold(asked["answer_quote"])
    places = {str(p) for p in (asked.get("page"), *asked.get("also_on_pages", [])) if p is not None}
    own = documents.get(asked["path"], ())
    right = [page for page in own if not places or _place(page) in places]
    also = [page for path in _also(asked) for page in documents.get(path, ())]
    found = any(wanted in fold(page.text) for page in (*right, *also))
    why = "" if found else _why_not(wanted, right, own)
    return Verdict(asked["q"], asked["path"], asked.get("page"), asked["answer_quote"], found, why)


def _also(asked: Mapping[str, Any]) -> list[str]:
    return [a if isinstance(a, str) else a["path"] for a in asked.get("also_in", [])]


def _place(page: PageRead) -> str:
    return str(page.page if page.page is not None else page.sheet)


def _why_not(wanted: str, right: Sequence[PageRead], own: Sequence[PageRead]) -> str:
    if not own:
        return "the file was not read"
    if not right:
        return f"there is no such page among {len(own)}"
    if elsewhere := [_place(page) for page in own if wanted in fold(page.text)]:
        return f"stands on {', '.join(elsewhere)}"
    states = ", ".join(sorted({page.state for page in right}))
    share, nearest = max(_nearest(wanted, fold(page.text)) for page in right)
    return f"page is {states}; " + (f"nearest ({share:.0%}): {nearest}" if share >= NEAR else "nothing comes near")


def _nearest(wanted: str, text: str) -> tuple[float, str]:
    """Return the window of as many words that shares the largest part of them."""
    words, want = text.split(), Counter(wanted.split())
    size = want.total()
    windows = (words[at : at + size] for at in range(max(1, len(words) - size + 1)))
    return max(((want & Counter(window)).total() / (size or 1), " ".join(window)) for window in windows)


@contextmanager
def _readers(cache: Path | None) -> Iterator[ReaderPool]:
    program = find() if cache else None
    with ReaderPool(1, ocr=Ocr(program, cache) if program and cache else None) as pool:
        yield pool


def read(files: Path, paths: Sequence[str], cache: Path | None) -> dict[str, Sequence[PageRead]]:
    """Return the pages of the files that can be read."""
    with _readers(cache) as pool:
        results = {path: pool.read(files.parent / path, Path(path).name) for path in paths}
    return {path: result.document.pages for path, result in results.items() if result.document}


def main() -> None:
    """Print the quotes that are not found, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--ocr", type=Path, help="recognise pages without text, and keep what was read here")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    asked = [q for q in map(json.loads, args.questions.read_text(encoding="utf8").splitlines()) if q.get("path")]
    paths = sorted({path for q in asked for path in (q["path"], *_also(q))})
    documents = read(args.files, paths, args.ocr)
    verdicts = [judge(q, documents) for q in asked]
    counts = {"answerable": len(verdicts), "found": sum(v.found for v in verdicts)}
    if args.json:
        missing = [asdict(v) for v in verdicts if not v.found]
        sys.stdout.write(json.dumps(counts | {"missing": missing}, ensure_ascii=False) + "\n")
        return
    for v in verdicts:
        if not v.found:
            sys.stdout.write(f"{v.path}, {v.page}: {v.quote}\n    {v.why}\n")
    sys.stdout.write(f"{counts['found']} of {counts['answerable']} quotes stand on their pages\n")


if __name__ == "__main__":
    main()
