"""Fields on their way: each is put with the place of the words it was read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from catalog.fields import Fields, Place, Places
from indexer.dates import iso
from indexer.document import PageRead


@dataclass(frozen=True)
class Line:
    """A line of a page's text without the page's furniture, with the page and its range there."""

    page: PageRead
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the line ends."""
        return self.start + len(self.text)


@dataclass
class Found:
    """Fields and where each stands; what is empty is not kept, and what is known is not replaced."""

    fields: Fields = field(default_factory=dict)
    places: Places = field(default_factory=dict)

    def put(self, name: str, value: str, place: Place | None) -> None:
        """Keep a value with its place."""
        value = " ".join(value.split())
        if value and name not in self.fields:
            self.fields[name] = value
            if place is not None:
                self.places[name] = place

    def put_day(self, name: str) -> None:
        """Keep a day that is known as it is written also as YYYY-MM-DD, at the same place."""
        written = self.fields.get(name)
        if isinstance(written, str):
            self.put(f"{name}_iso", iso(written), self.place(name))

    def place(self, name: str) -> Place | None:
        """Return where a field stands that is one value."""
        place = self.places.get(name)
        return place if isinstance(place, dict) else None

    def put_list(self, name: str, items: Sequence[tuple[str, Place]]) -> None:
        """Keep a list, each item with its place."""
        if items and name not in self.fields:
            self.fields[name] = [" ".join(text.split()) for text, _ in items]
            self.places[name] = [place for _, place in items]

    def put_rows(self, name: str, rows: Sequence[tuple[dict[str, str], Place]]) -> None:
        """Keep the rows of a table, each with its place."""
        if rows and name not in self.fields:
            self.fields[name] = [{key: text for key, text in row.items() if text} for row, _ in rows]
            self.places[name] = [place for _, place in rows]


def place_of(page: PageRead, start: int | None, end: int | None, row: int | None = None) -> Place:
    """Return a place in a page's text."""
    return {"page": page.page, "sheet": page.sheet, "row": row, "start": start, "end": end}


def lines_of(pages: Sequence[PageRead]) -> list[Line]:
    """Return the lines of all pages that hold words, without their furniture."""
    return [line for page in pages for line in _lines(page)]


def first(pages: Sequence[PageRead], pattern: re.Pattern[str]) -> tuple[re.Match[str], PageRead] | None:
    """Return the first match of a pattern on any page."""
    return next(((m, page) for page in pages if (m := pattern.search(page.text))), None)


def put_first(found: Found, name: str, pages: Sequence[PageRead], pattern: re.Pattern[str]) -> None:
    """Keep the first group of the first match of a pattern."""
    hit = first(pages, pattern)
    if hit:
        found.put(name, hit[0][1], place_of(hit[1], *hit[0].span(1)))


def _lines(page: PageRead) -> Iterator[Line]:
    at, aside = 0, {start for start, _ in page.aside}
    for raw in page.text.split("\n"):
        text = raw.strip()
        if text and at not in aside:
            yield Line(page, at + len(raw) - len(raw.lstrip()), text)
        at += len(raw) + 1
