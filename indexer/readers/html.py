"""HTML: the visible text, block by block, headings by their tags; scripts, styles and menus dropped."""

import re
from pathlib import Path

from lxml import etree

from indexer.readers.clean import one_line
from indexer.readers.page import PageText, Reading
from indexer.readers.text import decode

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
    return Reading((collector.page.build(None),), one_line(collector.title))


class _Collector:
    """A parser target: gets tags and text in order, holds no tree, so that depth costs nothing."""

    def __init__(self) -> None:
        self.page = PageText()
        self.title = ""
        self._parts: list[str] = []
        self._level = self._dropped = 0
        self._in_title = self._in_cell = False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        if tag in _DROPPED:
            self._dropped += 1
        elif tag == "title":
            self._in_title = True
        elif tag in _CELLS:
            self._parts.append(_CELL_MARK)
            self._in_cell = True
        elif tag in _BLOCKS:
            self._break(tag)
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

    def data(self, text: str) -> None:
        if self._in_title:
            self.title += text
        elif not self._dropped:
            self._parts.append(text)

    def close(self) -> None:
        self._flush()

    def _break(self, tag: str) -> None:
        """End a block; a paragraph inside a table cell only ends a word."""
        if self._in_cell and tag in _IN_CELLS:
            self._parts.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        cells = (cell.strip() for cell in one_line("".join(self._parts)).split(_CELL_MARK))
        self.page.add(" | ".join(cell for cell in cells if cell), self._level)
        self._parts, self._level = [], 0
