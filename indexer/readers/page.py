"""A page's text is put together here, block by block, so that every range fits it."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from indexer.document import Heading, PageRead, SheetRow
from indexer.readers.clean import clean
from indexer.readers.headings import infer
from indexer.readers.quality import judge_typed


class Reading(NamedTuple):
    """What a reader returns: the pages, and the title and fields that the file's own properties name.

    `media_type` is what the file is where only its reader could tell, "" where it is what it was taken for.
    """

    pages: tuple[PageRead, ...]
    title: str = ""
    fields: Mapping[str, str] = MappingProxyType({})
    media_type: str = ""


class PageText:
    """Blocks of plain text in reading order, joined by newlines, with the ranges of headings and rows."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._length = 0
        self._headings: list[Heading] = []
        self._rows: list[SheetRow] = []

    def add(self, raw: str, level: int = 0) -> None:
        """Append a block; `level` over 0 makes it a heading. A blank block adds nothing."""
        text = clean(raw)
        if not text:
            return
        start, end = self._append(text)
        if level:
            self._headings.append(Heading(start, end, level))

    def add_plain(self, text: str) -> None:
        """Append a block that is plain text already."""
        if text:
            self._append(text)

    def add_row(self, text: str, row: SheetRow) -> None:
        """Append the line of a table's data row, already plain; the row gets its range."""
        start, end = self._append(text)
        self._rows.append(replace(row, start=start, end=end))

    def last(self, blocks: int) -> list[str]:
        """Return the text of the last blocks."""
        return self._blocks[-blocks:]

    def _append(self, text: str) -> tuple[int, int]:
        start = self._length + 1 if self._blocks else 0
        self._blocks.append(text)
        self._length = start + len(text)
        return start, self._length

    def build(
        self, page: int | None, sheet: str | None = None, *, guess_headings: bool = True, pictured: bool = False
    ) -> PageRead:
        """Return the page; headings are inferred where `guess_headings` says so; no text but `pictured` needs OCR."""
        text = "\n".join(self._blocks)
        headings = self._headings
        if guess_headings:
            headings = merged(headings, inferred(text))
        verdict = judge_typed(text, float(pictured) / 2)
        if verdict.quality == 0:  # garbage is kept out, and so is what points into it
            return PageRead(page, sheet, "", verdict.state, verdict.quality)
        return PageRead(page, sheet, text, verdict.state, verdict.quality, tuple(headings), tuple(self._rows))


def inferred(text: str, aside: Collection[tuple[int, int]] = ()) -> list[Heading]:
    """Return the headings that the lines of a page's text show by their form, as if those set aside were not there."""
    places, at = [], 0
    for line in text.split("\n"):
        places.append((at, at + len(line)))
        at += len(line) + 1
    kept = [place for place in places if place not in aside]
    marks = infer([text[start:end] for start, end in kept])
    return [Heading(kept[m.first][0], kept[m.last][1], m.level) for m in marks]


def merged(named: Sequence[Heading], guessed: Sequence[Heading]) -> list[Heading]:
    """Return all headings in order; of two that overlap, the named one."""
    starts = [n.start for n in named]
    before = [bisect_left(starts, g.end) for g in guessed]
    free = [g for g, at in zip(guessed, before, strict=True) if at == 0 or named[at - 1].end <= g.start]
    return sorted([*named, *free], key=lambda h: h.start)
