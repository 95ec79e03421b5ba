"""What a line of a page is by its shape: a row of a table or its columns, an item of a list, a rule of signs."""

import re
from collections.abc import Sequence

from search.kinds.section_names import section_names

SHORT = 60  # a line this short without a full stop is taken for a heading or a label
ITEM = re.compile(r"\s*(?:[-–—•▪◦●*]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivxIVX]{1,5}[.)])\s")
_NUMBERED = re.compile(r"\s*\d{1,4}\s")
_COLUMNS = re.compile(r"\s*N[oO]\.?\s+[A-Z]")
"""The columns of a table whose first one numbers its rows."""
_NUMBERED_ROW = re.compile(r"\s*\d{1,4}[.)]?\s.*(?:\s(?:[-–]|\d[\d.,]*%?)){2}\s*$")
_AMOUNT = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{5,}(?:,\d+)?|\d+,\d\d"
_NUMBER = re.compile(rf"(?<![\w.,:/-])(?:(?P<amount>{_AMOUNT})|\d{{1,4}})(?![\w:/]|[.,]\d|-\d)")
"""A number that is part of no time, day, code or word."""
_FIGURES = 3  # numbers of a row that is known by its figures alone
_ENDS_IN_FIGURE = re.compile(r"^(?=.{0,80}$).*[^\W\d_].*\s\d[\d.,]*\s?%?$")
_IS_TOTAL = re.compile(
    r"(?:^|\|)\W*(?:\d{1,3}\W+)?(?:grand |sub ?)?(?:total|jumlah|keseluruhan|seluruh(?:nya)?)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""A cell that begins so: "Jumlah kendaraan terpelihara" at the end of one is what an activity is measured by."""
RULED = re.compile(r"^[^\S\n]*(?:[^\w\s]|_){3}[\W_]*?$", re.MULTILINE)
"""A line drawn with signs, such as the one below a letterhead: what stands above it does not go on below."""
_OF_THE_PRINTER = re.compile(r"^[^\S\n]*(?:[-–] ?\d{1,4} ?[-–]|.{0,40}\w ?(?:…|\. ?\. ?\.))[^\S\n]*$", re.MULTILINE)
"""A page's number ("- 19 -"), and the word at its foot with which the next page begins ("d. mendapat . . .")."""
ENDED = re.compile(r"[.!?;:][\"”')\]]?\s*$")


def is_no_text(line: str) -> bool:
    """Tell a rule, a page's number and a catchword from lines that say something."""
    return bool(RULED.match(line) or _OF_THE_PRINTER.match(line))


def is_section(line: str) -> bool:
    """Tell the heading of a section that papers have by rule ("Kualifikasi Pelaksana:") from words that run on."""
    name = line.strip()
    return name.endswith(":") and " ".join(name[:-1].casefold().split()) in section_names()


def _is_row(line: str) -> bool:
    """Tell a table's line from prose: bars part three cells, or at least two in five words hold a digit.

    Or it is numbered and ends with figures or dashes, two at least: prose that begins with a number does not.
    """
    words = line.split()
    figures = sum(any(char.isdigit() for char in word) for word in words)
    mostly = len(words) > 2 and figures >= 0.4 * len(words)
    return mostly or line.count(" | ") > 1 or _NUMBERED_ROW.match(line) is not None


def are_numbered(line: str, following: str) -> bool:
    """Tell two lines that both begin with a number: rows of a table, however narrow their page is."""
    return bool(_NUMBERED.match(line) and _NUMBERED.match(following))


def has_cells(line: str) -> bool:
    """Tell a table's line from prose; two cells are enough where a bar parts them."""
    return " | " in line or _is_row(line)


def is_row_of_figures(line: str) -> bool:
    """Tell a table's line with a figure for two words or less, of which one is an amount, or that is numbered.

    Whose the figures are, its few words have to tell.
    """
    found = list(_NUMBER.finditer(line))
    words = len(re.findall(r"[^\W\d_]{2,}", line))
    told = any(number["amount"] for number in found) or _NUMBERED_ROW.match(line)
    return bool(told) and len(found) >= max(_FIGURES, words / 2)


def is_one_of_amounts(text: str, start: int, end: int) -> bool:
    """Tell whether what stands at `start:end` of a table's line is an amount, and others stand beside it.

    Which of them is asked for only the columns can tell: planned, changed, spent.
    """
    amounts = [found.span() for found in _NUMBER.finditer(text) if found["amount"]]
    taken = any(begin < end and start < stop for begin, stop in amounts)
    return taken and len(amounts) > 1 and has_cells(text)


def tells_total(text: str) -> bool:
    """Tell whether a cell of a table's lines says that what stands beside it is a total."""
    return _IS_TOTAL.search(text) is not None


def names_columns(line: str) -> bool:
    """Tell the names of the columns of a table whose rows are numbered: "No Kedudukan Jabatan"."""
    return len(line) < SHORT and _COLUMNS.match(line) is not None and not re.search(r"[\d:]|\.$", line)


def are_columns(line: str, below: Sequence[str]) -> bool:
    """Tell a table's columns, or one of its rows: of what stands below, the first is no more theirs than the others."""
    if not below:
        return False
    if _NUMBERED.match(below[0]) and any(map(_NUMBERED_ROW.match, below)):
        return True
    two = [line, below[0]] if _ENDS_IN_FIGURE.search(line) else below[:2]
    figures = len(two) > 1 and all(_ENDS_IN_FIGURE.search(row) and not mark(row) for row in two)
    return figures or _is_row_above(line, below[0])


def _is_row_above(line: str, following: str) -> bool:
    """Tell rows of a numbered table, and its columns: "No Peran Jabatan", "1 Ketua Sekretaris", "2 Moderator Kabid"."""
    here, there = _NUMBERED.match(line), _NUMBERED.match(following)
    number = int(here[0]) if here else 0 if _COLUMNS.match(line) else None
    return there is not None and number is not None and number + 1 == int(there[0])


def mark(words: str) -> str:
    """Give how an item is marked, the same for all of a list ("1." for "12."); nothing where it is no item."""
    match = ITEM.match(f"{words} ")
    return re.sub(r"\d+", "1", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", match[0].strip()))) if match else ""
