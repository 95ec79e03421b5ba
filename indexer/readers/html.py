"""HTML: the visible text, block by block, headings by their tags; scripts, styles and menus dropped."""

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from indexer.readers.clean import clean, one_line
from indexer.readers.page import PageText, Reading
from indexer.readers.text import decode
from indexer.readers.text_tables import Spanned, TextTables

CHUNK = 1 << 16
_DROPPED = frozenset({"script", "style", "noscript", "template", "svg", "nav", "button", "select", "iframe", "object"})
_BLOCK_TEXT = (
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody thead tfoot tr "
    "ul"
)
_BLOCKS = frozenset(_BLOCK_TEXT.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_IN_CELLS = frozenset({"p", "div", "br", "li", "ul", "ol", "section"})
_CELL_MARK = "\ue000"  # a private-use character, so that a bar in the text stays a bar
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(path: Path, _max_pages: int) -> Reading:
    """Return the one page of the file and its title."""
    with path.open("rb") as file:
        told = _CHARSET.search(file.read(2048))
    text = decode(path, told[1].decode("ascii") if told else "").replace("\x00", "")
    collector = _Collector()
    parser = etree.HTMLParser(target=collector, no_network=True, huge_tree=False)
    for start in range(0, len(text), CHUNK):
        parser.feed(text[start : start + CHUNK])
    parser.close()
    return Reading((replace(collector.page.build(None), form=collector.form),), one_line(collector.title))


class _Collector:
    """A parser target: gets tags and text in order, holds no tree, so that depth costs nothing."""

    def __init__(self) -> None:
        self.page = PageText()
        self.title = ""
        self._parts: list[str] = []
        self._level = self._dropped = 0
        self._in_title = self._in_cell = False
        self._tables = TextTables()
        self._depth = 0  # of tables within tables
        self._waiting: list[tuple[str, int, list[Spanned]]] = []  # of the outermost table: block, level, cells
        self._spans: list[tuple[int, int]] = []

    @property
    def form(self) -> str | None:
        """The form that a table read so far was recognised as."""
        return self._tables.form

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _DROPPED:
            self._dropped += 1
        elif tag == "title":
            self._in_title = True
        elif tag in _CELLS:
            self._parts.append(_CELL_MARK)
            self._spans.append((_span(attributes, "colspan"), _span(attributes, "rowspan")))
            self._in_cell = True
        elif tag in _BLOCKS:
            self._break(tag)
            self._depth += tag == "table"
            self._level = int(tag[1]) if tag in _HEADINGS else self._level

    def end(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag == "title":
            self._in_title = False
        elif tag in _CELLS:
            self._in_cell = False
        elif tag in _BLOCKS:
            self._break(tag)
            if tag == "table":
                self._leave_table()

    def data(self, text: str) -> None:
        if self._in_title:
            self.title += text
        elif not self._dropped:
            self._parts.append(text)

    def close(self) -> None:
        self._flush()
        self._depth = min(self._depth, 1)
        self._leave_table()

    def _break(self, tag: str) -> None:
        """End a block; a paragraph inside a table cell only ends a word."""
        if self._in_cell and tag in _IN_CELLS:
            self._parts.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        before, *cells = [cell.strip() for cell in one_line("".join(self._parts)).split(_CELL_MARK)]
        block = " | ".join(cell for cell in (before, *cells) if cell)
        spans = self._spans if len(self._spans) == len(cells) else [(1, 1)] * len(cells)
        row = [Spanned(text, *span) for text, span in zip(cells, spans, strict=True)]
        if self._depth and (block or row):
            self._waiting.append((block, self._level, row))
        elif not self._depth:
            self.page.add(block, self._level)
        self._parts, self._level, self._spans = [], 0, []

    def _leave_table(self) -> None:
        """At the end of the outermost table, give its lines to the page, the data rows among them with their cells."""
        self._depth = max(0, self._depth - 1)
        if self._depth:
            return
        rows = iter(self._tables.read([cells for _, _, cells in self._waiting if cells], self.page.last(2)))
        for block, level, cells in self._waiting:
            row = next(rows) if cells else None
            if row is not None and block and not level:
                self.page.add_row(clean(block), row)
            else:
                self.page.add(block, level)
        self._waiting = []


def _span(attributes: dict[str, str], name: str) -> int:
    told = attributes.get(name) or ""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 5 else 1
