"""The sections of terms of reference that hold fields: what stands under a heading of a known wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.fields import Place
from indexer.dates import DATE
from indexer.fields.found import Line, place_of

MAX_HEADING = 80
MAX_LINES = 12  # of a section that is read
_PREFIX = r"(?:bab\s+[ivx\d]+\W*|[ivx]{1,5}\.\s*|[a-z]\.\s*|\d{1,2}(?:\.\d{1,2})*\.?\s*)?"
_HEADINGS = {
    "dana": r"sumber (?:dana|pendanaan|pembiayaan)(?: dan (?:perkiraan|besaran) biaya)?|(?:perkiraan )?biaya|"
    r"pagu anggaran|lokasi dan sumber pendanaan",
    "waktu": r"jangka waktu(?: pelaksanaan| pekerjaan| penyelesaian| dan personel)*|"
    r"waktu (?:pelaksanaan|penyerahan|penyelesaian)|waktu dan (?:tempat|lokasi) penyerahan",
    "lokasi": r"lokasi(?: pekerjaan| kegiatan)?|tempat(?: pelaksanaan)?(?: kegiatan)?",
    "ppk": r"(?:nama(?: dan organisasi)? )?(?:ppk|pejabat pembuat komitmen)",
    "keluaran": r"keluaran(?:\s*/\s*output)?|output|produk yang dihasilkan",
}
_KNOWN = [(name, re.compile(rf"{_PREFIX}(?:{wording})\W*", re.IGNORECASE)) for name, wording in _HEADINGS.items()]
_NUMBERED = re.compile(r"(?:bab\s+[ivx\d]+\b|[ivx]{1,5}\.\s|[a-z]\.\s|\d{1,2}(?:\.\d{1,2})*\.?\s)\S", re.IGNORECASE)
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-•▪])\s+", re.IGNORECASE)
_SIGNED = re.compile(rf"[^,]{{3,40}}, ({DATE})", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\d][.;])\s+(?=[A-Z])|\.?\s*$")


@dataclass(frozen=True)
class Section:
    """A section: which one it is, and the lines under its heading."""

    name: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text of the section in one line."""
        return " ".join(line.text for line in self.lines)

    @property
    def first_sentence(self) -> str:
        """The first sentence, without its full stop."""
        return _SENTENCE.split(self.text)[0].rstrip(". ")

    @property
    def place(self) -> Place:
        """Where the section's text stands on the page on which it begins."""
        page = self.lines[0].page
        last = [line for line in self.lines if line.page is page][-1]
        return place_of(page, self.lines[0].start, last.end)

    @property
    def items(self) -> list[tuple[str, Place]]:
        """The list items of a section that is a list, else all of it as one item."""
        marks = [_ITEM.match(line.text) for line in self.lines]
        if not self.lines or not marks[0]:
            return [(self.text.rstrip("."), self.place)] if self.lines else []
        groups: list[list[Line]] = []
        for line, mark in zip(self.lines, marks, strict=True):
            if mark:
                groups.append([])
            groups[-1].append(line)
        return [
            (_ITEM.sub("", Section("", tuple(group)).text, count=1).rstrip(".;"), Section("", tuple(group)).place)
            for group in groups
        ]


def sections(lines: Sequence[Line]) -> list[Section]:
    """Return the sections of known wording that have a text, in order; each ends at the next heading."""
    found = []
    for at, line in enumerate(lines):
        name = next(
            (name for name, rule in _KNOWN if len(line.text) <= MAX_HEADING and rule.fullmatch(line.text)), None
        )
        body = _body(lines[at + 1 : at + 1 + MAX_LINES], line) if name else ()
        if name and body:
            found.append(Section(name, body))
    return found


def _body(lines: Sequence[Line], heading: Line) -> tuple[Line, ...]:
    numbered = bool(_NUMBERED.match(heading.text))
    for at, line in enumerate(lines):
        if _is_heading(line, first=at == 0, numbered=numbered):
            return tuple(lines[:at])
    return tuple(lines)


def _is_heading(line: Line, *, first: bool, numbered: bool) -> bool:
    """Tell whether a line heads the next section; right below a heading an item of a list may stand instead."""
    short = len(line.text) <= MAX_HEADING and line.text[-1] not in ".,;"
    if _SIGNED.fullmatch(line.text) or any(rule.fullmatch(line.text) for _, rule in _KNOWN):
        return True
    marked = line.start in {heading.start for heading in line.page.headings}
    capitals = line.text == line.text.upper() and sum(c.isalpha() for c in line.text) > 3
    if first or not short:
        return capitals and short
    return marked or capitals or (numbered and bool(_NUMBERED.match(line.text)))
