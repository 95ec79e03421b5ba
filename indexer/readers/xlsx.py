"""XLSX, read as a stream from its XML.

openpyxl's streaming mode knows no merged cells, which the headers of inventories are made of, walks every formatted
empty cell, and stops with a TypeError at published workbooks. Its knowledge of number formats is used.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS

from indexer.limits import current, over
from indexer.readers.archive import check_archive
from indexer.readers.clean import one_line
from indexer.readers.lean import LeanSheet
from indexer.readers.numbers import show_number
from indexer.readers.page import Reading
from indexer.readers.table import Grid, Merge, read_grid

MAX_COLUMNS = 16_384  # of a sheet
_VALUED = etree.XPath("*[*]")  # the cells that hold anything, found without making Python objects of the others
_TEXTS = etree.XPath(".//*[local-name()='t'][not(local-name(..)='rPh')]/text()")
_COLUMN = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_xlsx(path: Path, _max_pages: int) -> Reading:
    """Return one page for each worksheet, hidden ones too, and an empty title."""
    check_archive(path, "sheet_xml_mb")
    with zipfile.ZipFile(path) as archive:
        book = Workbook(archive)
        return Reading(tuple(read_grid(book.grid(sheet)) for sheet in book.sheets))


class _Sheet(NamedTuple):
    name: str
    part: str
    hidden: bool


class Workbook:
    """The parts of one open archive that its sheets share."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._limits = current()
        root = next(iter(self.related("", "/officeDocument").values()), "xl/workbook.xml")
        book = self.tree(root)
        targets = self.related(root, "/worksheet")
        ids = [(s, _id_of(s)) for s in book.iterfind(".//{*}sheet")]
        self.sheets = [
            _Sheet(s.get("name") or "", targets[i], (s.get("state") or "visible") != "visible")
            for s, i in ids
            if i in targets
        ]
        self._mac_dates = any(p.get("date1904") in {"1", "true"} for p in book.iterfind(".//{*}workbookPr"))
        self._formats = self._read_formats(next(iter(self.related(root, "/styles").values()), ""))
        self._shared = self._read_shared(next(iter(self.related(root, "/sharedStrings").values()), ""))
        self._cells = self._chars = 0

    def grid(self, sheet: _Sheet) -> Grid:
        """Read one sheet: its cells with text, its merged ranges, the texts of its drawn shapes, what it hides."""
        rows: list[tuple[int, dict[int, str]]] = []
        merges: list[Merge] = []
        stored: set[tuple[int, int]] = set()
        hidden: tuple[set[int], set[int]] = (set(), set())
        number = 0
        for element in self.stream(sheet.part, "row", "mergeCell", "col"):
            if element.tag.endswith("mergeCell"):
                merges += _merge(element.get("ref") or "")
            elif element.tag.endswith("col"):
                hidden[1].update(_hidden_columns(element))
            else:
                number = int(element.get("r") or number + 1)
                cells = dict(self._row(element, number, stored))
                if cells:
                    rows.append((number, cells))
                    hidden[0].update([number] if _is_hidden(element, "ht") else [])
        seen = (frozenset(stored), frozenset(hidden[0]), frozenset(hidden[1]), sheet.hidden)
        return Grid(one_line(sheet.name), rows, merges, self._shapes(sheet.part), *seen)

    def _row(self, row: etree._Element, number: int, stored: set[tuple[int, int]]) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in _VALUED(row):
            found = _COLUMN.match(cell.get("r") or "")
            column = column_number(found[1]) if found else column + 1
            text = self._cell(cell)
            if text:
                self._cells += 1
                self._chars += len(text)
                if self._cells > self._limits.cells:
                    raise over("cells", self._cells)
                if self._chars > self._limits.chars:
                    raise over("chars", self._chars)  # few shared strings can stand in very many cells
                if "." in text and (cell.get("t") or "n") == "n":
                    stored.add((number, column))
                yield column, text

    def _cell(self, cell: etree._Element) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return one_line(_string(cell))
        raw = cell.findtext("{*}v") or ""
        if kind == "s":
            return self._shared[int(raw)] if raw.isdigit() and int(raw) < len(self._shared) else ""
        if kind == "n" and raw:
            return show_number(raw, self._format(cell), mac_dates=self._mac_dates)
        return {"0": "FALSE", "1": "TRUE"}.get(raw, raw) if kind == "b" else one_line(raw)

    def _format(self, cell: etree._Element) -> str:
        style = int(cell.get("s") or 0)
        return self._formats[style] if style < len(self._formats) else "General"

    def _read_formats(self, part: str) -> list[str]:
        if part not in self._archive.namelist():
            return []
        tree = self.tree(part)
        own = {int(f.get("numFmtId")): f.get("formatCode") or "" for f in tree.iterfind(".//{*}numFmt")}
        known = BUILTIN_FORMATS | own
        return [known.get(int(x.get("numFmtId") or 0), "General") for x in tree.iterfind(".//{*}cellXfs/{*}xf")]

    def _read_shared(self, part: str) -> list[str]:
        if part not in self._archive.namelist():
            return []
        strings, total = [], 0
        for item in self.stream(part, "si"):
            strings.append(one_line(_string(item)))
            total += len(strings[-1])
            if total > self._limits.chars:
                raise over("chars", total)
        return strings

    def _shapes(self, sheet: str) -> list[str]:
        """Return the texts of the shapes drawn on a sheet: in SOP workbooks, the steps of the flowchart."""
        texts = []
        for part in self.related(sheet, "/drawing").values():
            if part in self._archive.namelist():
                bodies = self.tree(part).iterfind(".//{*}txBody")
                texts += [one_line(" ".join(t.text or "" for t in body.iterfind(".//{*}t"))) for body in bodies]
        return [t for t in texts if t]

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts that a part points to by relations of this kind: id to path."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive.namelist():
            return {}
        found = [r for r in self.tree(relations) if (r.get("Type") or "").endswith(kind)]
        inside = [r for r in found if r.get("TargetMode") != "External"]
        return {r.get("Id"): posixpath.normpath(posixpath.join("/", folder, r.get("Target")))[1:] for r in inside}

    def holds(self, part: str) -> bool:
        """Tell whether the archive holds a part."""
        return part in self._archive.namelist()

    def tree(self, part: str) -> etree._Element:
        """Return a small part as a whole."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(self._archive.read(part), parser)

    def stream(self, part: str, *names: str) -> Iterator[etree._Element]:
        """Yield the elements of these names as they end, and forget each after use."""
        tags = [f"{{*}}{n}" for n in names]
        with self._archive.open(part) as file:
            for _, element in etree.iterparse(
                LeanSheet(file), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
            ):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]


def column_number(letters: str) -> int:
    """Return the number of a column from its letters, A being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _id_of(sheet: etree._Element) -> str:
    return next((str(v) for k, v in sheet.attrib.items() if k.endswith("}id")), "")


def _is_hidden(element: etree._Element, size: str) -> bool:
    """Tell a row or columns that are hidden, or drawn with no height or width at all."""
    return element.get("hidden") in {"1", "true"} or element.get(size) in {"0", "0.0"}


def _hidden_columns(element: etree._Element) -> range:
    if not _is_hidden(element, "width"):
        return range(0)
    return range(int(element.get("min") or 0), min(int(element.get("max") or 0), MAX_COLUMNS) + 1)


def _string(item: etree._Element) -> str:
    """Return the text of a string item: its runs joined, without the reading aids of Asian scripts."""
    return "".join(_TEXTS(item))


def _merge(reference: str) -> list[Merge]:
    ends = [(int(row), column_number(letters)) for letters, row in _COLUMN.findall(reference)]
    return [Merge(*ends[0], *ends[1])] if len(ends) == 2 else []
