"""An asset's content as its page shows it: a few pages or one sheet at a time, at the place that was asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.assets import Page, Row
from webapp import labels
from webapp.flow import page_parts
from webapp.language import gettext
from webapp.place import Place
from webapp.segments import Range, Segment, segments

PAGES_A_VIEW = 10
ROWS_A_VIEW = 200
HIDDEN_NAMED = 20  # of the hidden rows in a view, so many are named
TEXT_A_VIEW = 40_000  # code points: a long paper without pages still opens quickly on a phone
SHEET_TEXT_A_VIEW = 4_000  # beside a table only its title and notes are wanted as text


@dataclass(frozen=True)
class Table:
    """Some rows of a sheet; `cells` stand in the order of `columns`, `before` and `after` are rows to go on with.

    `hidden` says in words which of the rows and columns the spreadsheet's own program does not show.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    total: int
    focus: int | None
    before: int | None
    after: int | None
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """One page, slide or sheet as shown, in lines of marked and unmarked parts.

    `before` and `after` are where cut text goes on, in code points.
    """

    label: str
    anchor: str
    note: str
    parts: tuple[tuple[Segment, ...], ...]
    marked: bool
    table: Table | None
    before: int | None
    after: int | None
    page: Page


@dataclass(frozen=True)
class View:
    """What one look shows: the pages, their place among all, the numbers to go on with, and the sheets to choose.

    `first` and `last` are the numbers of the outermost pages: those of a part do not begin at 1.
    """

    shown: tuple[Shown, ...]
    first: int
    last: int
    before: int | None
    after: int | None
    sheets: tuple[str, ...]
    by_sheet: bool


def view(pages: Sequence[Page], place: Place) -> View:
    """Return the part of a version's pages that holds `place`, or its beginning."""
    at = _index(pages, place)
    sheets = tuple(page.sheet for page in pages if page.sheet is not None)
    size = 1 if sheets else PAGES_A_VIEW
    numbers = [page.number for page in pages] or [1]
    return View(
        shown=tuple(_shown(page, place, focused=i == 0) for i, page in enumerate(pages[at : at + size])),
        first=numbers[0],
        last=numbers[-1],
        before=numbers[max(at - size, 0)] if at > 0 else None,
        after=numbers[at + size] if at + size < len(pages) else None,
        sheets=sheets,
        by_sheet=bool(sheets),
    )


def _index(pages: Sequence[Page], place: Place) -> int:
    """Return where the page of `place` stands; 0 where there is none such."""
    for index, page in enumerate(pages):
        if place.sheet is not None and page.sheet == place.sheet:
            return index
        if place.sheet is None and place.page is not None and page.number == place.page:
            return index
    return 0


def _shown(page: Page, place: Place, *, focused: bool) -> Shown:
    there = place if focused else Place()
    mark = _mark(page.text, there)
    rows = page.rows if page.is_sheet else ()  # tables in running text are read in it
    size = SHEET_TEXT_A_VIEW if rows else TEXT_A_VIEW
    start, end = _cut(len(page.text), size, mark, there.start or 0)
    marks = [(mark[0] - start, mark[1] - start)] if mark else []
    return Shown(
        label=labels.place(page.page, page.sheet, None),
        anchor=f"hal-{page.number}",
        note=labels.PAGE_STATES[page.state],
        parts=tuple(_parts(page.text[start:end], marks)),
        marked=mark is not None,
        table=_table(rows, there.row) if rows else None,
        before=max(0, start - size) if start > 0 else None,
        after=end if end < len(page.text) else None,
        page=page,
    )


def _parts(text: str, marks: Sequence[Range]) -> Iterator[tuple[Segment, ...]]:
    """Yield the lines to show, each in its marked and unmarked parts."""
    at = 0
    for part in page_parts(text):
        yield tuple(segments(part, [(start - at, end - at) for start, end in marks]))
        at += len(part)


def _mark(text: str, place: Place) -> Range | None:
    """Return the range to mark: none rather than one that is not whole inside the text."""
    if place.start is None or place.end is None or not place.start < place.end <= len(text):
        return None
    return place.start, place.end


def _cut(length: int, size: int, mark: Range | None, start: int) -> Range:
    if length <= size:
        return 0, length
    if mark:
        start = mark[0] - size // 4
    first = max(0, min(start, length - 1))
    return first, min(length, first + size)


def _table(rows: Sequence[Row], focus: int | None) -> Table:
    numbers = [row.row for row in rows]
    at = next((i for i, number in enumerate(numbers) if focus is not None and number >= focus), 0)
    first = at - at % ROWS_A_VIEW
    part = rows[first : first + ROWS_A_VIEW]
    columns = tuple(dict.fromkeys(name for row in part for name in row.cells))
    return Table(
        columns=columns,
        rows=tuple((row.row, tuple(row.cells.get(name, "") for name in columns)) for row in part),
        total=len(rows),
        focus=focus if focus in numbers else None,
        before=numbers[first - ROWS_A_VIEW] if first > 0 else None,
        after=numbers[first + ROWS_A_VIEW] if first + ROWS_A_VIEW < len(rows) else None,
        hidden=tuple(_hidden(part)),
    )


def _hidden(rows: Sequence[Row]) -> Iterator[str]:
    numbers = [str(row.row) for row in rows if row.hidden]
    if numbers:
        named, more = ", ".join(numbers[:HIDDEN_NAMED]), len(numbers) - HIDDEN_NAMED
        if more > 0:
            yield gettext("baris %(rows)s, dan %(more)s baris lain", rows=named, more=more)
        else:
            yield gettext("baris %(rows)s", rows=named)
    columns = dict.fromkeys(name for row in rows for name in row.hidden_columns)
    if columns:
        yield gettext("kolom %(columns)s", columns=", ".join(columns))
