"""Two papers side by side by their headings: which sections are the same, which differ, which one of them lacks.

What a reader took for a heading in one paper is looked for in the other too: readers see most headings of a page by
how it is set, and that differs from paper to paper. Sections that papers of a kind usually have are known by several
names (`corpora/bagian_naskah.tsv`); what an SOP says in its boxes is taken from the fields that were read of them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from catalog.assets import Card
from catalog.database import Catalog
from catalog.fields import FieldValue
from catalog.word_lists import table

COMPARED = ("sop", "kak")
"""Kinds of papers whose sections are known."""
_STEP = ("no", "uraian", "pelaksana", "kelengkapan", "waktu", "output", "ket")
_LONGEST = 100  # characters of a line that can be a heading
_NUMBERING = re.compile(
    r"^(?:bab\s+(?:[ivxlc]+|\d+)\b|[ivxlc]+\.(?=\s)|[a-z]\.(?=\s)|\d+(?:\.\d+)*\.?(?=\s)|\(?[a-z\d]\))[\s.:–-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Section:
    """A section of a paper: what it is matched by, its heading, and the lines under it."""

    key: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A section of one paper or of both: `sama`, `beda`, `hanya_lama` or `hanya_baru`."""

    title: str
    state: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class _Line:
    text: str
    is_heading: bool


def compare(catalog: Catalog, old: Card, new: Card) -> list[Match]:
    """Return the sections of two versions, those of the first in its order, then what only the second has.

    Both cards came through a scope. What stands under no heading is not compared.
    """
    lines = [list(_lines(catalog, card)) for card in (old, new)]
    known = {**_named(old.kind), **_named(new.kind)}
    seen = {key(line.text, known) for paper in lines for line in paper if line.is_heading} | set(known.values())
    one, other = (
        {section.key: section for section in _sections(card, paper, known, seen)}
        for card, paper in zip((old, new), lines, strict=True)
    )
    return [_match(one.get(name), other.get(name)) for name in (*one, *(name for name in other if name not in one))]


def key(heading: str, known: Mapping[str, str]) -> str:
    """Return what a heading is matched by: without its number, in the name that such sections usually have."""
    plain = _NUMBERING.sub("", heading.strip()).strip(" .:–-")
    said = " ".join(plain.casefold().split())
    return known.get(said, said)


def _match(old: Section | None, new: Section | None) -> Match:
    title = (old or new or Section("", "", ())).title
    if old is None or new is None:
        state = "hanya_baru" if old is None else "hanya_lama"
        return Match(title, state, old.lines if old else (), new.lines if new else ())
    same = _plain(old.lines) == _plain(new.lines)
    return Match(title, "sama" if same else "beda", old.lines, new.lines)


def _plain(lines: Sequence[str]) -> str:
    """Return the words of a section: how its lines are broken makes no difference."""
    return " ".join(" ".join(lines).casefold().split())


def _sections(card: Card, lines: Iterable[_Line], known: Mapping[str, str], seen: set[str]) -> Iterator[Section]:
    """Yield the sections of a paper that say something: its fields first, then what stands under headings."""
    told = dict(_fields(card))
    yield from told.values()
    parts: dict[str, tuple[str, list[str]]] = {}
    at = ""
    for line in lines:
        name = key(line.text, known) if len(line.text) <= _LONGEST else ""
        is_sure = name in seen and _stands_alone(line.text, name, known)
        # Before the first that is sure stand the letterhead and the title, which are set as headings, too.
        if name and (is_sure or (line.is_heading and at)):
            at = name
            parts.setdefault(at, (_title(line.text, name, known), []))
        elif at:
            parts[at][1].append(line.text)
    for name, (title, body) in parts.items():
        if body and name not in told:
            yield Section(name, title, tuple(body))


def _stands_alone(text: str, name: str, known: Mapping[str, str]) -> bool:
    """Tell whether a line that no reader took for a heading is one all the same: it has a number, or a known name."""
    return bool(_NUMBERING.match(text)) or (name in set(known.values()) and text[:1].isupper())


def _title(text: str, name: str, known: Mapping[str, str]) -> str:
    return name if name in set(known.values()) else _NUMBERING.sub("", text).strip(" .:–-")


def _fields(card: Card) -> Iterator[tuple[str, Section]]:
    for row in _rows():
        if row["jenis"] == card.kind and row["isian"] in card.fields:
            lines = tuple(_said(card.fields[row["isian"]]))
            if lines:
                yield row["bagian"], Section(row["bagian"], row["bagian"], lines)


def _said(value: FieldValue) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, (" ".join(line.split()) for line in value.splitlines()))
        return
    for item in value:
        yield item if isinstance(item, str) else " | ".join(item[name] for name in _cells(item) if item[name])


def _cells(row: Mapping[str, str]) -> Iterator[str]:
    """Yield the columns of a step in the order in which an SOP has them, others after them."""
    yield from (name for name in _STEP if name in row)
    yield from (name for name in row if name not in _STEP)


def _lines(catalog: Catalog, card: Card) -> Iterator[_Line]:
    """Yield the lines of a version, or of a part of it, but for what repeats on every page."""
    first, last = (card.part.first_page, card.part.last_page) if card.part else (None, None)
    rows = catalog.db.query(
        "SELECT text, headings, aside FROM page WHERE version = ?1 AND (?2 IS NULL OR number BETWEEN ?2 AND ?3)"
        " ORDER BY number",
        [card.version_id, first, last],
    )
    for row in rows:
        aside = [tuple(span) for span in json.loads(row["aside"] or "[]")]
        headings = [(start, end) for start, end, _ in json.loads(row["headings"] or "[]")]
        at = 0
        for text in row["text"].splitlines(keepends=True):
            here, at = at, at + len(text)
            said = " ".join(text.split())
            if said and not any(start <= here < end for start, end in aside):
                yield _Line(said, any(start <= here < end for start, end in headings))


@cache
def _named(kind: str) -> Mapping[str, str]:
    """Return the usual names of the sections of a kind by each of their spellings."""
    return {way: row["bagian"] for row in _rows() if row["jenis"] == kind for way in row["ejaan"].split("|")}


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(table("bagian_naskah.tsv"))
