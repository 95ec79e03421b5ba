"""How fast files are read, by kind: pages a second of our readers, beside plain PDF libraries, and OCR pages a minute.

`python -m benchmarks.reading_speed [FOLDER] [--seconds 60] [--ocr-pages 8] [--json]`: the sample corpus unless told.
Each kind's files are read from the smallest on, every one by all its readers, until the kind's seconds are over. Our
readers also judge each page, infer headings, read tables and keep the places of lines; the plain libraries give text
alone. Seconds are of one core's work, so that a busy machine says the same: with n cores OCR is n times as fast. A page
is a page, slide or sheet, and a file without them is one.
"""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from embedding.cores import available_cores
from indexer.document import Document, ReadError
from indexer.ocr.drawing import Drawings
from indexer.ocr.program import find
from indexer.ocr.recognition import Recogniser
from indexer.readers import sniff
from indexer.readers.reading import read_file
from operations.demo import sample_folder

MOST_PAGES = 5000
_KINDS = {
    sniff.PDF: "PDF",
    sniff.DOCX: "DOCX",
    sniff.XLSX: "XLSX",
    sniff.XLS: "XLS",
    sniff.PPTX: "PPTX",
    sniff.HTML: "HTML",
    **dict.fromkeys(sniff.PICTURES, "image"),
}


def by_pypdf(path: Path) -> int:
    """Extract the text of all pages; return their number."""
    pages = import_module("pypdf").PdfReader(path).pages
    return sum(1 for page in pages if page.extract_text() is not None)


def by_pdfplumber(path: Path) -> int:
    """Extract the text of all pages; return their number."""
    with import_module("pdfplumber").open(path) as document:
        return sum(1 for page in document.pages if page.extract_text() is not None)


def by_pdfium(path: Path) -> int:
    """Extract the text of all pages; return their number."""
    document = import_module("pypdfium2").PdfDocument(path)
    return sum(1 for page in document if page.get_textpage().get_text_range() is not None)


_PLAIN: dict[str, Callable[[Path], int]] = {"pypdf": by_pypdf, "pdfplumber": by_pdfplumber, "pypdfium2": by_pdfium}


@dataclass
class Speed:
    """What one reader did of one kind; `failed` counts files that it could not read or refused."""

    files: int = 0
    pages: int = 0
    seconds: float = 0.0
    failed: int = 0

    def time(self, read: Callable[[Path], int], path: Path) -> None:
        """Read a file and count it."""
        began = time.process_time()
        try:
            pages = read(path)
        except ReadError:
            pages = 0
            self.failed += 1
        except Exception:  # a plain library raises what it likes
            logging.exception("not read: %s", path.name)
            pages = 0
            self.failed += 1
        self.seconds += time.process_time() - began
        self.files += 1
        self.pages += pages

    def shown(self) -> dict[str, float]:
        """Give the figures by name."""
        a_second = round(self.pages / self.seconds, 1) if self.seconds else 0.0
        return {
            "files": self.files,
            "failed": self.failed,
            "pages": self.pages,
            "seconds": round(self.seconds, 2),
            "pages_a_second": a_second,
        }


@dataclass
class Readings:
    """Our speed by kind, the plain libraries' on the PDF files, and the pages that want OCR."""

    ours: dict[str, Speed] = field(default_factory=dict)
    plain: dict[str, Speed] = field(default_factory=dict)
    for_ocr: list[tuple[Path, int]] = field(default_factory=list)

    def ours_of(self, path: Path) -> int:
        """Read a file by our reader; return its number of pages."""
        document = read_file(path, path.name, MOST_PAGES)
        self.for_ocr += _unread(path, document)
        return len(document.pages)


def _unread(path: Path, document: Document) -> Iterator[tuple[Path, int]]:
    if document.media_type in sniff.DRAWN:
        yield from ((path, index) for index, page in enumerate(document.pages) if page.state == "needs_ocr")


def by_kind(folder: Path) -> dict[str, list[Path]]:
    """Give the readable files below a folder by kind, the smallest first."""
    found: dict[str, list[Path]] = {}
    for path in sorted((p for p in folder.rglob("*") if p.is_file()), key=lambda p: (p.stat().st_size, p)):
        try:
            kind = _KINDS.get(sniff.media_type(path, path.name))
        except ReadError:
            continue
        if kind:
            found.setdefault(kind, []).append(path)
    return found


def measure(folder: Path, seconds: float) -> Readings:
    """Read the folder's files kind by kind, each kind for about so many seconds."""
    readings = Readings()
    plain = {name: read for name, read in _PLAIN.items() if find_spec(name)}
    for kind, paths in by_kind(folder).items():
        ours = readings.ours.setdefault(kind, Speed())
        ends = time.process_time() + seconds
        for path in paths:
            if time.process_time() > ends:
                break
            ours.time(readings.ours_of, path)
            for name, read in plain.items() if kind == "PDF" else ():
                readings.plain.setdefault(name, Speed()).time(read, path)
    return readings


def _work() -> float:
    """Give the processor time of this process and of those that it waited for."""
    return sum(os.times()[:4])


def recognised(wanted: list[tuple[Path, int]]) -> Speed | None:
    """Draw and recognise pages as indexing does; None without the program."""
    program = find()
    if program is None or not wanted:
        return None
    began = _work()
    recogniser, drawings = Recogniser(program), Drawings()
    pictures = [drawings.picture(path, index, 0) for path, index in wanted]
    with ThreadPoolExecutor(available_cores()) as threads:
        lines = list(threads.map(recogniser.lines, pictures))
    failed = sum(found is None for found in lines)
    return Speed(len({path for path, _ in wanted}), len(wanted), _work() - began, failed)


def main() -> None:
    """Print a table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=sample_folder())
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--ocr-pages", type=int, default=8)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    readings = measure(wanted.folder, wanted.seconds)
    rows = {kind: speed.shown() for kind, speed in readings.ours.items()}
    rows |= {f"PDF by {name}": speed.shown() for name, speed in readings.plain.items()}
    ocr = recognised(readings.for_ocr[: wanted.ocr_pages])
    if ocr:
        rows["OCR"] = ocr.shown() | {"pages_a_minute_a_core": round(60 * ocr.pages / ocr.seconds, 1)}
    if wanted.json:
        sys.stdout.write(json.dumps({"cores": available_cores(), "speed": rows}) + "\n")
        return
    for name, figures in rows.items():
        sys.stdout.write(f"{name:18}" + "".join(f" {key} {value:<9}" for key, value in figures.items()) + "\n")


if __name__ == "__main__":
    main()
