"""Tables as a question looks at them: rows with the words of their cells, their section, and what stands above them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import PurePath

from catalog import table_rows
from catalog.database import Catalog
from catalog.scope import Scope
from catalog.table_rows import Sheet, SheetRow
from catalog.typed_cells import is_other
from search.rows import contents, days
from search.rows.blocks import Block, blocks, is_total
from search.rows.group_sums import REPEATED, group_sums, is_outline
from search.rows.legends import legend
from search.rows.states import State, any_agrees, states
from search.rows.table_row import NAMES, Row, RowPlace, cut
from search.rows.wording import fold, unit_names
from search.understanding.date_spellings import month_numbers

MOST_ROWS = 20_000
_CODES = re.compile(r"\bkode\b", re.IGNORECASE)
_RECAP = (" rekap", " ringkasan ", " summary ")
_OF_THINGS = frozenset(["kode_barang", "register", "nibar", "jumlah", "harga", "harga_satuan", "jumlah_harga", "nilai"])
_OF_THINGS |= {"nilai_perolehan", "nilai_buku", "nilai_kontrak", "kondisi", "luas", "luas_tanah"}
_NUMBERING = re.compile(r"\A\s*(?:[A-Z]\.\d+(?:\.\d+)*|\d+(?:\.\d+)*|[IVX]+|[A-Z])[.)]?\s+(?=\S)")
_IS_PART = re.compile(
    r"(?:blok|los|kios|lantai|lt|ruang(?:an)?|r|kec(?:amatan)?|kel(?:urahan)?|desa|rw|gedung|gd|pkm|puskesmas|bidang|"
    r"seksi|upt|tk|sd|smp|sma|smk|poli|kelas|zona|wilayah|area)\b",
    re.IGNORECASE,
)
"""Names of sheets that are parts of a register by place, as no period is."""
_WITH_DIGIT = re.compile(r"\d")
_VERSIONS = "rev|revisi|lama|baru|usul|usulan|awal|akhir|murni|perubahan|draf|draft|final|salin|salinan|copy|backup"
_OF_A_TIME = re.compile(
    rf" (?:\d\S*|i|ii|iii|iv|v|semester|smt|triwulan|tw|tahun|ta|sebelum|sesudah|lembar|sheet|{_VERSIONS}"
    rf"|{'|'.join(month_numbers())}) "
)
RUNNING = frozenset(["no", "nomor", "no. urut", "no urut", "nomor urut"])
_MOST = 0.8  # of the cells that say something
_HEAD = 20  # rows that are looked at for a second table beside the first
_LETTER = re.compile(r"(?:[A-Z]|[IVX]+)[.)]?")
_NUMBER = re.compile(r"(?:[A-Z]|[IVX]+|\d{1,2})[.)]?")


class Table:
    """The rows of one table of a sheet or page, and the lines that stand above them.

    `of_pages` is the first page of a table that goes on over several: these are one register. On pages what stands
    between rows may be the end of a cell, so there are no sections.
    """

    def __init__(self, sheet: Sheet, block: Block, number: int, of_pages: int | None = None) -> None:
        self.sheet = sheet
        self.id = sheet.id, number
        self._of_pages = of_pages
        self.rows = tuple(self._in_sections(block))
        told = list(block.above)
        if self.rows and self.rows[0].section and not number:  # right above the first row is its section's title alone
            told = told[:-1]
        self._own_lines = [*told, sheet.sheet or ""]
        title = "" if fold(sheet.title) in {row.section for row in self.rows} else sheet.title
        self._of_file = [_without(title, block.replaced), PurePath(sheet.path).stem]
        self.file_name = fold(PurePath(sheet.path).stem)
        self.beside: frozenset[str] = frozenset()
        """Folded names of the other sheets of its file, and their parts."""
        self.printed = tuple(line for line in self._between(block) if is_total(line))

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """Return the folded lines above, the sheet's name, the file's title, and what the file is called."""
        return tuple(filter(None, map(fold, [*self._own_lines, *self._of_file])))

    @cached_property
    def heading_parts(self) -> frozenset[str]:
        """Return the lines of the heading and the parts that marks cut them into, folded."""
        return frozenset(part for line in [*self._own_lines, *self._of_file] for part in cut(line))

    def forget_title_of(self, others: Iterable["Table"]) -> None:
        """Leave out the file's title where it is another sheet's: "DATA KIOS BLOK A" says nothing of block B."""
        title = {*fold(self.sheet.title).split()}
        own, *beside = ({*" ".join(map(fold, one._own_lines)).split()} for one in (self, *others))
        if not title <= own and any(title <= words for words in beside):
            self._of_file = self._of_file[1:]

    @cached_property
    def states(self) -> frozenset[State]:
        """Return the days, months or years that the sheet is called by, as an edition of a register is."""
        return frozenset(states(self.sheet.sheet or ""))

    def is_of(self, state: str) -> bool:
        """Tell whether the table is of a day, month or year; what its file is called holds for a sheet without any."""
        if any_agrees(state, self._own_lines):
            return True
        return not self.states and any_agrees(state, self._of_file)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Return what all rows are, folded, as columns, titles and the sheet's name say."""
        headers = [*(self.columns[name] for name in NAMES if name in self.columns), *self._kind_columns]
        of_file = [] if self.beside else self._of_file
        return contents.listed(headers, self._own_lines, of_file) | contents.called(self.sheet.sheet or "")

    def of_things(self, wording: str) -> Sequence[Row]:
        """Return the rows that are things of a folded wording: all, or those of which a column of kinds says it.

        A kind that begins so is one, too: a pillar hydrant is a hydrant.
        """
        if wording in self.subjects or wording.removeprefix(" barang") in self.subjects:
            return self.rows
        return [row for row in self.rows if any(kind.startswith(wording) for kind in self.kinds_of(row))]

    def kinds_of(self, row: Row) -> Iterator[str]:
        """Yield what the columns of kinds say of a row, folded, and its parts; columns of names are none."""
        for column in self._kind_columns.intersection(row.stored.cells):
            yield from cut(row.stored.cells[column])

    @cached_property
    def _kind_columns(self) -> frozenset[str]:
        names = {self.columns[name] for name in NAMES if name in self.columns}
        return frozenset(filter(contents.tells_kinds, self.headers - names))

    @cached_property
    def coded_columns(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """Return the columns that hold nothing but codes which the sheet explains, with what these stand for."""
        told = legend(self.sheet.text)
        cells: dict[str, set[str]] = {}
        for row in self.rows if told else ():
            for name, cell in row.stored.cells.items():
                cells.setdefault(name, set()).add(fold(cell))
        return {name: told for name, held in cells.items() if held - {""} and held - {""} <= told.keys()}

    def header_called(self, wording: str) -> str | None:
        """Return the one column of a folded name, None where there is none, or several."""
        called = [header for header in self.headers if fold(header) == wording]
        return called[0] if len(called) == 1 else None

    def header_of(self, wording: str) -> str | None:
        """Return the one column whose cells begin with a folded word, "Bagian Umum", where most do; else None."""
        begun = [header for header in self.headers if self._begins(header, wording)]
        return begun[0] if len(begun) == 1 else None

    def has_sections_of(self, wording: str) -> bool:
        """Tell whether every row stands in a section that is called by a folded word: "Kelurahan Lor"."""
        return bool(self.rows) and all(wording in row.section for row in self.rows)

    def _begins(self, header: str, wording: str) -> bool:
        said = [cell for row in self.rows if (cell := row.worded.get(header))]
        return bool(said) and sum(cell.startswith(wording) for cell in said) >= _MOST * len(said)

    def key_called(self, wording: str) -> str | None:
        """Return the column of a folded name that says another thing in each row, None where there is none."""
        for header in self.headers:
            if fold(header) == wording:
                said = [fold(row.stored.cells.get(header, "")) for row in self.rows]
                words = sum(not _WITH_DIGIT.search(cell) for cell in said)  # dates and numbers are no things
                return header if all(said) and len({*said}) == len(said) and 2 * words > len(said) else None
        return None

    @property
    def is_of_a_time(self) -> bool:
        """Tell whether a sheet's name may tell a time or a version: a year, a semester, "usulan", "rev"."""
        return _OF_A_TIME.search(fold(self.sheet.sheet or " 0 ")) is not None

    @cached_property
    def headers(self) -> frozenset[str]:
        """Return the names of the columns that any row fills."""
        return frozenset(header for row in self.rows for header in row.stored.cells)

    def of_several(self, office: str) -> bool:
        """Tell whether the rows name offices of a kind: kecamatan."""
        return any(part.startswith(f" {office} ") for row in self.rows for part in _owners(row))

    def goes_on_without(self, places: Collection[RowPlace]) -> bool:
        """Tell whether these rows leave out one right below one of them that has no name: it may go on with that thing.

        "Kertas HVS" at another price has a row of its own, which tells no more than figures.
        """
        named = [next(row.names(), None) is not None for row in self.rows]
        told = zip(self.rows, named, [*self.rows[1:], None], [*named[1:], True], strict=True)
        return any(
            one.place in places and below is not None and below.place not in places
            for one, has_name, below, below_has in told
            if has_name and not below_has
        )

    def has_only_some_of(self, office: str) -> bool:
        """Tell whether some rows name an office of a kind, "Kecamatan Lor", and others offices of other kinds."""
        begins = f" {office} "
        told = [any(part.startswith(begins) for part in _owners(row)) for row in self.rows]
        return any(told) and not all(told)

    def tells_owner(self, wording: str) -> bool:
        """Tell whether rows say of themselves what a folded wording begins with: an office, before its region."""
        return any(part.strip() and wording.startswith(part) for row in self.rows for part in _owners(row))

    def is_told_apart_by(self, wording: str) -> bool:
        """Tell whether another sheet of the file is called by a wording: it is meant there, not in a title of all."""
        return wording in self.beside and wording not in fold(self.sheet.sheet or "")

    @property
    def family(self) -> str:
        """Return the kind of register: the cards A to F are of one kind, whatever their form's year.

        A sheet without a form is a register of its own, or part of one: a sheet for each block, district, school.
        """
        if self._of_pages is not None:
            return f"halaman {self._of_pages}"
        if self.sheet.form is None and _IS_PART.match(self.sheet.sheet or ""):
            return f"bagian {self.columns.get('nama', '')}"
        return (self.sheet.form or f"lembar {self.sheet.id}").split("_")[0]

    @property
    def begun_on(self) -> int:
        """Return the sheet that its register begins on: of a table over pages, the first."""
        return self.sheet.id if self._of_pages is None else self._of_pages

    @property
    def is_of_goods(self) -> bool:
        """Tell whether the rows are goods: of an inventory card (KIB) or of a room's (KIR)."""
        return self.family in {"kib", "kir"}

    @property
    def lists_goods(self) -> bool:
        """Tell whether the rows are goods, by their form or by what the column of their names is called."""
        return self.is_of_goods or " barang " in fold(self.columns.get("nama", ""))

    @property
    def is_register(self) -> bool:
        """Tell whether the rows are things: a list of codes and what they stand for counts nothing.

        Nor do rows of two tables side by side, of which one tells nothing of the other, and of an outline, where heads
        stand beside what they sum up.
        """
        if self._is_double or is_outline([row.stored for row in self.rows]):
            return False
        if self.sheet.form is not None or not _OF_THINGS.isdisjoint(self.columns):
            return True
        others = {name for name, column in self.columns.items() if is_other(name) and not _CODES.search(column)}
        figures = [value for row in self.rows for name, value in row.stored.values.items() if name in others]
        begins = next((column for row in self.rows for column in row.stored.cells), "")
        of_money = any(value.type == "money" for row in self.rows for value in row.stored.values.values())
        return of_money or bool(figures and not _CODES.search(begins))

    def tells_days(self, header: str) -> bool:
        """Tell whether most cells of a column that say something tell days."""
        said = [cell for row in self.rows if (cell := row.stored.cells.get(header, "").strip()).strip("-–—")]
        return bool(said) and sum(days.told(cell) is not None for cell in said) >= _MOST * len(said)

    @property
    def _is_double(self) -> bool:
        """Tell whether a second column of running numbers stands behind other columns: a table beside the table."""
        for row in self.rows[:_HEAD]:
            heads = [REPEATED.sub("", name.casefold()).strip(" .") for name in row.stored.cells]
            at = [place for place, head in enumerate(heads) if head in RUNNING]
            if any(heads[one] == heads[other] and other - one > 1 for one, other in pairwise(at)):
                return True
        return False

    @property
    def is_recap(self) -> bool:
        """Tell whether the sheet is called a recapitulation."""
        return fold(self.sheet.sheet or "").startswith(_RECAP)

    @property
    def register(self) -> tuple[str, str]:
        """Return what tells a register from others: its file and its kind."""
        return self.sheet.asset, self.family

    @cached_property
    def columns(self) -> Mapping[str, str]:
        """Return the known columns that any row fills, with the names they have in the file."""
        return {name: value.column for row in self.rows for name, value in row.stored.values.items()}

    @cached_property
    def of_several_units(self) -> bool:
        """Tell whether the rows name agencies: then what stands above them does not say whose a row is."""
        shorts = {f" {' '.join(short)} " for _, short in unit_names()}
        return any(part in shorts or part.startswith(" sudin ") for row in self.rows for part in _owners(row))

    def _in_sections(self, block: Block) -> Iterator[Row]:
        section, parts, last = "", frozenset[str](), block.begin
        sums = group_sums(block.rows)
        for row in block.rows:
            gap = self.sheet.text[last : row.start].strip().splitlines()
            if gap and gap[-1].strip():
                title = _section(gap[-1])
                section, parts = fold(title), cut(_NUMBERING.sub("", title, count=1))
            last = row.end
            if title := _heads_section(row):
                section, parts = fold(title), cut(title)
            elif row.row not in sums:
                yield Row(self, row, section, parts) if self._of_pages is None else Row(self, row, "")

    def _between(self, block: Block) -> list[str]:
        text, last, kept = self.sheet.text[: block.end], block.begin, []
        for row in block.rows:
            kept.append(text[last : row.start])
            last = row.end
        return "\n".join([*kept, text[last:]]).splitlines()


def _without(title: str, lines: Sequence[str]) -> str:
    """Give a file's title without the lines that are the first table's alone."""
    words = fold(title)
    for line in lines:
        words = words.replace(fold(line).rstrip(), "") if fold(line) else words
    return words if words != fold(title) else title


def _heads_section(row: SheetRow) -> str:
    """Return the title of a section that stands in a row of the table, "A | BIDANG PERIZINAN"; "" for a thing."""
    said = [cell for cell in row.cells.values() if cell.strip()]
    return said[1] if len(said) == 2 and _LETTER.fullmatch(said[0].strip()) and not _WITH_DIGIT.search(said[1]) else ""


def _section(line: str) -> str:
    """Give the title of a section, alone on its line or behind its number; nothing where it is a table's line."""
    number, _, title = line.partition(" | ")
    line = title if title and _NUMBER.fullmatch(number) else line
    return "" if "|" in line or is_total(line) else line


def _owners(row: Row) -> Iterator[str]:
    named = {value.column for name in NAMES if (value := row.stored.values.get(name))}
    for column, parts in row.parts.items():
        if column not in named:
            yield from parts


def load(catalog: Catalog, scope: Scope, words: Sequence[tuple[str, ...]]) -> list[Table]:
    """Return the registers that the scope sees and that hold each of the words in one of its spellings.

    None where they have more rows than are read for one question: it says too little. A sheet that sums up the others
    of its file is left out beside them.
    """
    sheets = table_rows.sheets(catalog, scope, words)
    if table_rows.count(catalog, sheets) > MOST_ROWS:
        return []
    tables = [
        Table(sheet, block, number)
        for sheet in sheets
        for number, block in enumerate(blocks(sheet.text, list(table_rows.rows(catalog, sheet))))
    ]
    for one in tables:
        others = [other for other in tables if other.sheet.asset == one.sheet.asset and other.sheet != one.sheet]
        one.beside = frozenset(part for other in others for part in cut(other.sheet.sheet or ""))
        one.forget_title_of(others)
    registers = [table for table in tables if table.is_register]
    told = {table.sheet.asset for table in registers if not table.is_recap}
    return [table for table in registers if not (table.is_recap and table.sheet.asset in told)]
