"""What a reader makes of one file: pages of plain text, headings, typed rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from catalog.fields import Fields, Places
from catalog.typed_cells import CellValue


@dataclass(frozen=True)
class Heading:
    """A heading at `start:end` (code points) of its page's text; level 1 is the outermost."""

    start: int
    end: int
    level: int


class Box(NamedTuple):
    """Where the words `start:end` (code points) of a page's text are seen on the page.

    The edges are shares of the page as it is shown, turned as it asks: 0 at its left and its top, 1 at the other end.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class SheetRow:
    """One data row of a table: its sheet row number (from 1), named cells, and its range in the page's text.

    Cells are text exactly as shown or typed in the file: codes keep leading zeros, money is digits. `values` are those
    of known columns, by canonical name. `hidden` says that a spreadsheet does not show the row, `hidden_columns` which
    of its cells stand in columns that it does not show. In a file without sheets the rows of all tables count on.
    """

    row: int
    cells: dict[str, str]
    start: int
    end: int
    values: Mapping[str, CellValue] = field(default_factory=dict)
    hidden: bool = False
    hidden_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageRead:
    """One physical page, slide or sheet; `page` and `sheet` are both None for a file without them.

    `text` is plain reading-order text in Unicode NFC; every range counts code points in it.
    `state` is one of the contract's page states; `quality` is from 0 (nothing usable) to 1.
    `boxes` hold the lines whose place is known for certain, in the order of the text; other text has none.
    `aside` are the ranges of lines that repeat from page to page: they stay in the text, but no passage
    begins or ends with them.
    `pictured` says that little text stands beside a large picture, on which OCR may find more.
    `form` is the code of a form of corpora/formulir_bmd.toml that a table on it was recognised as.
    """

    page: int | None
    sheet: str | None
    text: str
    state: str
    quality: float
    headings: tuple[Heading, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    boxes: tuple[Box, ...] = ()
    pictured: bool = False
    aside: tuple[tuple[int, int], ...] = ()
    form: str | None = None

    @property
    def body(self) -> str:
        """The text without the lines that are set aside."""
        ends = [0, *(end for _, end in self.aside)]
        starts = [*(start for start, _ in self.aside), len(self.text)]
        return "".join(self.text[a:b] for a, b in zip(ends, starts, strict=True)) if self.aside else self.text


class Evidence(NamedTuple):
    """A sign that a document is of its kind: the rule, where it looked, the words it found, and their place, if any."""

    rule: str
    where: str
    text: str
    page: int | None = None
    sheet: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Document:
    """A file as read: its media type by content, its pages in order, title and kind guessed from the content.

    `ocr` names the program to which those pages were shown that hold no usable text; empty for none.
    """

    media_type: str
    pages: tuple[PageRead, ...]
    title: str
    kind: str
    fields: Fields = field(default_factory=dict)
    ocr: str = ""
    fields_at: Places = field(default_factory=dict)
    kind_evidence: tuple[Evidence, ...] = ()


class ReadError(Exception):
    """A file that cannot be read: a stable English `code` and a sentence in Indonesian for a clerk.

    `media_type` is told where another program may be able to read it.
    """

    def __init__(self, code: str, reason: str, media_type: str = "") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.media_type = media_type
