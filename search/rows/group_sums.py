"""Rows that add up the rows below them: "I | Laptop | 12" above "1 | Laptop Asus | 5" and "2 | Laptop Acer | 7".

Counted beside them they would count everything twice. A line that says that it is a total is none of a table's rows
when it is read; these say it by their figures alone, or behind their name ("Rambu Larangan Total").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise, takewhile

from catalog.table_rows import SheetRow
from catalog.typed_cells import CellValue, is_other

_MOST = 60  # rows that one adds up
_ADDED = ("jumlah", "harga", "jumlah_harga", "nilai_perolehan", "nilai", "luas")
_NAMES = ("nama", "nama_spesifikasi", "uraian")
_OF_GROUP = re.compile(r"(?:[A-Z]|[IVXL]+)[.)]?")
_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_CODE = re.compile(r"\d+(?:\.\d+)+")
_OF_ROW = re.compile(r"\d{1,4}[.)]?")
_OF_PART = re.compile(r"[a-z][.)]?")
REPEATED = re.compile(r" \(\d+\)$")
"""What a reader adds to a column's name that stands a second time, as that of merged cells does."""
_SAYS_SO = re.compile(r"\b(?:sub ?)?(?:total|jumlah)\s*$", re.IGNORECASE)


def group_sums(rows: Sequence[SheetRow]) -> frozenset[int]:
    """Return the numbers of the rows of one table that add up others."""
    figures = [_figures(row) for row in rows]
    repeating = _repeating_next(rows, figures)
    found = _unnamed_totals(rows, figures)
    while True:  # what is known to add up lets those above it show that they do, too
        known = len(found)
        for at in reversed(range(len(rows))):  # a programme adds up what its activities add up
            if _says_so(rows[at]) or _adds_up(rows, figures, at, found):
                found.add(rows[at].row)
        found |= _numbered_alike(rows, found, repeating)
        if len(found) == known:
            return frozenset(found)


def _unnamed_totals(rows: Sequence[SheetRow], figures: Sequence[dict[str, Decimal]]) -> set[int]:
    """Return the rows without a word that add up all the rows above, three at least, back to the last such row."""
    found: set[int] = set()
    begin = 0
    for at, row in enumerate(rows):
        own, above = figures[at], range(begin, at)
        if own and len(above) > 2 and not any(map(_WORD.search, row.cells.values())):
            sums = {name: sum((figures[one].get(name, Decimal(0)) for one in above), Decimal(0)) for name in own}
            if sums == own:
                found.add(row.row)
                begin = at + 1
    return found


def is_outline(rows: Sequence[SheetRow]) -> bool:
    """Tell whether the rows of a table are of several levels, indented by columns under one merged head.

    A programme, below it activities, below these what they buy: nothing tells that the lowest add up to the others.
    """
    begins = {next(iter(row.cells)) for row in rows if row.cells}
    return any(REPEATED.search(column) and REPEATED.sub("", column) in begins for column in begins)


def _numbered_alike(rows: Sequence[SheetRow], found: set[int], repeating: set[int]) -> set[int]:
    """Return the rows whose codes have the form of those that add up others, if most of that form do.

    A programme of one activity, or of activities without figures, adds up nothing that shows; but where others of its
    form do, one that repeats what stands below it does, too.
    """
    forms = {row.row: form for row in rows if (form := _form(_mark(row)))}
    summing = Counter(form for number, form in forms.items() if number in found)
    alike = Counter(form for number, form in forms.items() if number in found | repeating)
    every = Counter(forms.values())
    heads = {form for form in summing if 2 * alike[form] > every[form]}
    return {number for number, form in forms.items() if form in heads}


def _repeating_next(rows: Sequence[SheetRow], figures: Sequence[dict[str, Decimal]]) -> set[int]:
    """Return the rows whose figures, two at least, are those of the next one, which has no number of its own."""
    found = set()
    for at, (row, below) in enumerate(pairwise(rows)):
        own, next_ = figures[at], figures[at + 1]
        first = next(iter(row.cells), "")
        if len(own) > 1 and not below.cells.get(first) and all(next_.get(name) == own[name] for name in own):
            found.add(row.row)
    return found


def _form(mark: str) -> tuple[int, ...]:
    """Return how many figures each part of a code has: of 5.1.02.0001 one, one, two and four."""
    return tuple(map(len, mark.split("."))) if _CODE.fullmatch(mark) else ()


def _says_so(row: SheetRow) -> bool:
    return any(_SAYS_SO.search(row.values[name].value) for name in _NAMES if name in row.values)


def _adds_up(rows: Sequence[SheetRow], figures: Sequence[dict[str, Decimal]], at: int, found: set[int]) -> bool:
    """Tell whether all figures of a row without a number of its own are the sums of those of the next ones.

    One figure, or one row below, tells it only under another numbering. A numbered row adds up all its lettered ones.
    """
    own, marked = figures[at], _heads_group(rows, at)
    if parts := list(_parts(rows, at)):
        return bool(own) and all(sum(figures[one].get(name, 0) for one in parts) == own[name] for name in own)
    if not own or _is_numbered(rows, at) or (len(own) == 1 and not marked):
        return False
    sums = dict.fromkeys(own, Decimal(0))
    below_it = (figures[place] for place in range(at + 1, len(rows)) if rows[place].row not in found)
    for many, below in enumerate(islice(below_it, _MOST), start=1):
        if own.keys().isdisjoint(below):
            return False
        sums = {name: sums[name] + below.get(name, 0) for name in own}
        if sums == own:
            return many > 1 or marked
    return False


def _is_numbered(rows: Sequence[SheetRow], at: int) -> bool:
    """Tell whether a row has a running number; "5" above "5.1" is a code."""
    mark = _mark(rows[at])
    return bool(_OF_ROW.fullmatch(mark)) and not any(_mark(row).startswith(f"{mark}.") for row in rows[at + 1 :])


def _parts(rows: Sequence[SheetRow], at: int) -> Iterator[int]:
    """Yield the places of the lettered rows right below a numbered one."""
    if _OF_ROW.fullmatch(_mark(rows[at])):
        yield from takewhile(lambda place: _OF_PART.fullmatch(_mark(rows[place])), range(at + 1, len(rows)))


def _heads_group(rows: Sequence[SheetRow], at: int) -> bool:
    """Tell whether a row is numbered by a letter or a Roman numeral, and the next one by a figure; or both by codes."""
    marks = [_mark(row) for row in rows[at : at + 2]]
    if len(marks) < 2:
        return False
    numbered = _OF_GROUP.fullmatch(marks[0]) and _OF_ROW.fullmatch(marks[1])
    return bool(numbered) or ("." in marks[0] and marks[1].startswith(f"{marks[0]}."))


def _mark(row: SheetRow) -> str:
    return next(iter(row.cells.values()), "").strip()


def _figures(row: SheetRow) -> dict[str, Decimal]:
    told = {name: value for name, value in row.values.items() if name in _ADDED or _is_money(name, value)}
    return {name: Decimal(value.value) for name, value in told.items() if value.type in {"number", "money"}}


def _is_money(name: str, value: CellValue) -> bool:
    return is_other(name) and value.type == "money"
