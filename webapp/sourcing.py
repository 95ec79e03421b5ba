"""A page of the original as its page shows it: the picture with the quote marked, the text, or the row in its sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog.assets import Card, Row
from catalog.database import Catalog
from catalog.source_pages import Neighbour, SourcePage, row_range, rows_near
from indexer.document import Box
from indexer.previews.marks import NOTHING, Marks, chosen
from indexer.previews.pages import LARGE, WIDTH, Previews
from webapp import reading
from webapp.place import Place
from webapp.reading import Shown

ROWS_BESIDE = 10  # before and after the one that was quoted
CELL, FOCUSED_CELL = 300, 2_000  # characters of a cell, and of one in the row that was quoted
TABLE_TEXT = 24_000  # characters of all cells: what is farther away makes room
LONGEST_ROW = 400  # characters, as of any quote
GRAIN = 10_000  # steps across and down a page, in which marks are drawn
PAD = 0.002  # of the page: letters are marked with a little air


@dataclass(frozen=True)
class Picture:
    """A page's picture and its marks (left, top, width, height in steps of `GRAIN`); `sharp` is what it is drawn at."""

    width: int
    height: int
    sharp: int
    marks: tuple[tuple[int, int, int, int], ...]
    exact: bool


@dataclass(frozen=True)
class Source:
    """What is shown of one page: its text, the rows of its table around a place, a picture where it has one."""

    source: SourcePage
    shown: Shown
    quote: str
    picture: Picture | None = None

    @property
    def before(self) -> Neighbour | None:
        """Return the page before it."""
        return self.source.before

    @property
    def after(self) -> Neighbour | None:
        """Return the page after it."""
        return self.source.after


def placed(catalog: Catalog, source: SourcePage, place: Place) -> Place:
    """Return the place on the page that was found; a row in running text is a range of its page's text."""
    at = replace(place, page=source.page.number, sheet=source.page.sheet)
    if at.row is None or source.page.is_sheet:
        return at
    start, end = row_range(catalog, source.id, at.row) or (None, None)
    return replace(at, row=None, start=start, end=end)


def told(catalog: Catalog, source: SourcePage, place: Place, middle: int | None) -> Source:
    """Return what the catalog knows of a page, with rows around `middle` or its place; its picture comes later."""
    if not source.page.is_sheet:
        shown = reading.view([source.page], place).shown[0]
    else:
        shown = _sheet(catalog, source, place, middle if middle is not None else place.row or 0)
    quoted = (place.start, place.end) if shown.marked else _row_cited(catalog, source, place.row)
    return Source(source, shown, source.page.text[slice(*quoted)])


def pictured(previews: Previews, card: Card, told: Source, place: Place, *, large: bool) -> Source:
    """Return the same with the page's picture, where it has one and it can be drawn now."""
    page = told.source.page
    if page.page is None or not previews.has(card.media_type, page.page):
        return told
    seen = previews.seen(card.sha256, page.page, told.quote)
    if seen is None:
        return told
    marks = NOTHING
    if place.start is not None and place.end is not None and told.quote:
        lines = [Box(*line) for line in told.source.lines]
        marks = chosen(seen.found, lines, page.text, (place.start, place.end))
    width = LARGE if large else WIDTH
    height = max(1, round(width * seen.height / seen.width))
    return replace(told, picture=Picture(width, height, width, tuple(_padded(marks)), marks.exact))


def _padded(marks: Marks) -> Iterator[tuple[int, int, int, int]]:
    for left, top, right, bottom in marks.edges:
        x, y = max(0.0, left - PAD), max(0.0, top - PAD)
        across, down = min(1.0, right + PAD) - x, min(1.0, bottom + PAD) - y
        yield round(x * GRAIN), round(y * GRAIN), round(across * GRAIN), round(down * GRAIN)


def _row_cited(catalog: Catalog, source: SourcePage, row: int | None) -> tuple[int, int]:
    """Return the range of a sheet's row that is short enough to be quoted whole in a citation, an empty one else."""
    start, end = (row_range(catalog, source.id, row) if row is not None else None) or (0, 0)
    return (start, end) if end - start <= LONGEST_ROW else (0, 0)


def _sheet(catalog: Catalog, source: SourcePage, place: Place, middle: int) -> Shown:
    """Return a sheet with the rows around one of them; those to go on with are the first that are not shown."""
    rows, total = rows_near(catalog, source.id, middle, ROWS_BESIDE + 1)
    at = next((i for i, row in enumerate(rows) if row.row >= middle), len(rows) - 1)
    first, last = _window(rows, at)
    part = tuple(_short(row, FOCUSED_CELL if row.row == place.row else CELL) for row in rows[first:last])
    shown = reading.view([replace(source.page, rows=part)], place).shown[0]
    if shown.table is None:
        return shown
    before = rows[first - 1].row if first else None
    after = rows[last].row if last < len(rows) else None
    return replace(shown, table=replace(shown.table, total=total, before=before, after=after))


def _window(rows: Sequence[Row], at: int) -> tuple[int, int]:
    """Return which rows around that at `at` are shown: fewer where their cells are long."""
    first, last, left = at, at + 1, TABLE_TEXT
    for step in range(1, ROWS_BESIDE + 1):
        near = [row for row in (at - step, at + step) if 0 <= row < len(rows)]
        left -= sum(len(cell) for row in near for cell in _short(rows[row], CELL).cells.values())
        if left < 0:
            break
        first, last = max(0, at - step), min(len(rows), at + step + 1)
    return max(0, first), last


def _short(row: Row, most: int) -> Row:
    most = min(most, TABLE_TEXT // max(1, len(row.cells)))
    cells = {name: cell if len(cell) <= most else f"{cell[:most]}…" for name, cell in row.cells.items()}
    return replace(row, cells=cells)
