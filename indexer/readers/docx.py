"""DOCX: paragraphs and tables in the order of the body, headings by style or, where none, by their look."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.package import Package
from lxml.etree import _Element

from indexer.readers import template_mark
from indexer.readers.archive import check_archive, check_nesting
from indexer.readers.clean import clean, one_line
from indexer.readers.docx_spans import spanned
from indexer.readers.headings import level_of
from indexer.readers.page import PageText, Reading
from indexer.readers.reasons import refusal
from indexer.readers.text_tables import TextTables

MAX_BOLD_HEADING = 80  # a longer bold paragraph is emphasis
LONG_CELL = 60  # a right-hand cell of this length holds text, not a value
_HEADING_STYLE = re.compile(r"(?:heading|judul)\s*([1-9])", re.IGNORECASE)
_ITEM = re.compile(r"(?:(?:\d{1,2}|[a-z])[.)]|[-•▪·])\s+\S")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNREAD = frozenset({"Fallback", "delText", "instrText", "pPr", "rPr", "sectPr", "del", "moveFrom", "txbxContent"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_OFF = frozenset({"0", "false", "off", "none"})


def read_docx(path: Path, _max_pages: int) -> Reading:
    """Return the one page of the document and the title of its properties."""
    check_archive(path)
    package = Package.open(str(path))
    root = _root(package.main_document_part)
    check_nesting(root)
    body = root.find("{*}body")
    if body is None:
        raise refusal("corrupt")
    walk = _Walk(_style_levels(package))
    walk.read(body)
    pictured = next(body.iter("{*}blip", "{*}imagedata"), None) is not None
    page = replace(walk.page.build(None, pictured=pictured), form=walk.form)
    return Reading((page,), one_line(package.core_properties.title or ""), template_mark.of(package))


class _Walk:
    """Goes through a body once and puts its blocks into one PageText."""

    def __init__(self, levels: dict[str, int]) -> None:
        self._levels = levels
        self._tables = TextTables()
        self._labelled = False  # whether the next words stand behind a label, where a colon may lead them
        self.page = PageText()

    @property
    def form(self) -> str | None:
        """The form that a table read so far was recognised as."""
        return self._tables.form

    def read(self, container: _Element) -> None:
        for block in _children(container, {"p", "tbl"}):
            if _name(block) == "tbl":
                self._table(block)
            else:
                self._paragraph(block)

    def _paragraph(self, paragraph: _Element) -> None:
        text = clean(_text(paragraph))
        if self._labelled and text:
            text, self._labelled = text.lstrip(": "), False
        self.page.add(text, self._level(paragraph, text))
        for box in _text_boxes(paragraph):
            self.read(box)

    def _level(self, paragraph: _Element, text: str) -> int:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        named = self._levels.get(style.get(f"{_W}val"), 0) if style is not None else 0
        if outline is not None and (outline.get(f"{_W}val") or "").isdigit():
            named = int(outline.get(f"{_W}val")) % 9 + 1
        if named or not _looks_titled(text) or not _is_bold(paragraph):
            return named
        return level_of(text) or 2

    def _table(self, table: _Element) -> None:
        rows = [list(_children(row, {"tc"})) for row in _children(table, {"tr"})]
        if _is_layout(rows):
            for cells in rows:
                self._heading_and_text(cells)
            return
        for cells, row in zip(rows, self._tables.read(spanned(rows, _plain_cell), self.page.last(2)), strict=True):
            line = clean(_row_line([_plain_cell(c) for c in cells]))
            if len(cells) == 1:
                self.read(cells[0])
            elif row is not None and line:
                self.page.add_row(line, row)
            else:
                self.page.add(line)

    def _heading_and_text(self, cells: list[_Element]) -> None:
        """Read a row of a borderless table, heading on the left: the heading, then its text under it.

        A box that has a list of its own below its heading is text, as is the one beside it: they follow one another.
        """
        *left, right = cells
        if not left or any(map(_holds_list, left)):
            for cell in cells:
                self.read(cell)
            return
        heading = one_line(" ".join(_cell_text(c) for c in left)).rstrip(" :")
        self.page.add(heading, 3 if any(c.isalpha() for c in heading) and len(heading) <= MAX_BOLD_HEADING else 0)
        self._labelled = True
        self.read(right)
        self._labelled = False


def _root(part: Part) -> _Element:
    """Return the XML of a part; macro-enabled files and templates are not parsed by python-docx itself."""
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _style_levels(package: Package) -> dict[str, int]:
    """Return the heading level of each paragraph style that has one, by style id."""
    levels: dict[str, int] = {}
    for rel in package.main_document_part.rels.values():
        if rel.reltype.endswith("/styles") and not rel.is_external:
            for style in _root(rel.target_part).iter(f"{_W}style"):
                name = style.find(f"{_W}name")
                value = (name.get(f"{_W}val") or "") if name is not None else ""
                found = _HEADING_STYLE.match(value)
                level = int(found[1]) if found else int(value.lower() in {"title", "judul"})
                levels |= {style.get(f"{_W}styleId"): level} if level else {}
    return levels


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(container: _Element, wanted: set[str]) -> Iterator[_Element]:
    """Yield the wanted elements under a container, through wrappers such as content controls."""
    for child in container:
        name = _name(child)
        if name in wanted:
            yield child
        elif name in _WRAPPERS:
            yield from _children(child, wanted)


def _text(element: _Element) -> str:
    parts: list[str] = []
    for child in element:
        name = _name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
        elif name not in _UNREAD:
            parts.append(_text(child))
    return "".join(parts)


def _text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Yield the contents of text boxes; the fallback copy for old programs is left out."""
    for child in paragraph:
        if _name(child) == "txbxContent":
            yield child
        elif _name(child) not in {"Fallback", "t", "pPr", "rPr"}:
            yield from _text_boxes(child)


def _cell_text(cell: _Element) -> str:
    """Return the text of a cell, a nested table's rows one line each."""
    lines = []
    for block in _children(cell, {"p", "tbl"}):
        if _name(block) == "p":
            lines.append(_text(block))
        else:
            lines += [_row_line([_cell_text(c) for c in _children(r, {"tc"})]) for r in _children(block, {"tr"})]
    return "\n".join(lines)


def _plain_cell(cell: _Element) -> str:
    return one_line(_cell_text(cell))


def _row_line(cells: list[str]) -> str:
    """Join a row's cells with " | ", a colon that is a cell or leads one with the label before it."""
    return re.sub(r"(?: ?:)? \| :(?: \| |\s*)", ": ", " | ".join(c for c in cells if c.strip()))


def _is_layout(rows: list[list[_Element]]) -> bool:
    """Tell a two-column page (heading left, text right) from a table of values."""
    pairs = [[_cell_text(c).strip() for c in cells] for cells in rows if 2 <= len(cells) <= 3]
    if not pairs or len(pairs) < len([r for r in rows if len(r) > 1]):
        return False
    labelled = [p for p in pairs if any(c.isalpha() for c in "".join(p[:-1]))]
    if any(_begins_list(cell) for cells in rows if len(cells) > 1 for cell in cells[:-1]):
        return False
    narrow = all(len(p) == 2 or len(p[0]) <= 4 or p[1] in {"", ":"} for p in pairs)
    long = sum(len(p[-1]) for p in pairs) >= LONG_CELL * len(pairs)
    return narrow and long and len(labelled) * 2 > len(pairs)


def _holds_list(cell: _Element) -> bool:
    """Tell whether a cell has more than a heading: a list below its first line, or a line that introduces others."""
    lines = list(_cell_lines(cell))
    return len(lines) > 1 and (lines[0][0].endswith(":") or any(is_item for _, is_item in lines[1:]))


def _begins_list(cell: _Element) -> bool:
    """Tell whether a cell is a list that has no heading of its own."""
    items = [is_item for _, is_item in _cell_lines(cell)]
    return len(items) > 1 and items[0] and items[1]


def _cell_lines(cell: _Element) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a cell's paragraphs, each with whether it is an item of a list."""
    for paragraph in _children(cell, {"p"}):
        counted = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        for line in filter(None, map(str.strip, _text(paragraph).split("\n"))):
            yield line, counted or bool(_ITEM.match(line))


def _looks_titled(text: str) -> bool:
    return 0 < len(text) <= MAX_BOLD_HEADING and "\n" not in text and text[-1] not in ".,;:" and text[0].isalnum()


def _is_bold(paragraph: _Element) -> bool:
    runs = [r for r in paragraph.iter(f"{_W}r") if any((t.text or "").strip() for t in r.iter(f"{_W}t"))]
    marks = [r.find(f"{_W}rPr/{_W}b") for r in runs]
    return bool(marks) and all(m is not None and m.get(f"{_W}val") not in _OFF for m in marks)
