"""Headings inferred from lines of text, where a file names none: BAB, Pasal, numbers, capitals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_HEADING_CHARS = 100
MAX_CAPITAL_LINES = 4  # more lines of capitals in a row are a notice, not a title

_RULES = (
    (1, re.compile(r"(BAB|Bab)\s+[IVXLCDM\d]+\b(?!.*[.,;:]$)")),
    (1, re.compile(r"(LAMPIRAN|Lampiran)(\s+[IVXLC\d]+)?(\s*[:.])?$")),
    (2, re.compile(r"(BAGIAN|Bagian)\s+(Ke\w+|KE\w+|[IVXLC]+)\b(?!.*[.,;]$)")),
    (3, re.compile(r"(PARAGRAF|Paragraf)\s+\d+\b(?!.*[.,;]$)")),
    (4, re.compile(r"(PASAL|Pasal)\s*\d+[A-Z]?$")),
)
_LETTERED = re.compile(r"(?:[A-Z]|[IVX]{1,5})\.\s*[A-Z][^.;:]*$")
_DECIMAL = re.compile(r"\d{1,2}((?:\.[1-9]\d?){1,4})\.?\s+[A-Z][^.;:]*$")  # more, or "01", is a code of accounts
_NUMBERED = re.compile(r"\d{1,2}[.)]\s*[A-Z][^.;:,]*$")
_ITEM = re.compile(r"(?:\d{1,2}|[a-z]|[A-Z]|[ivx]+)[.)]\s*\S|[-•*]\s")
_LEADER = re.compile(r"(?:\.\s?){4}|\u2026\s?\u2026")  # of a table of contents
_POSTS = (
    r"ketua|wakil|kepala|menteri|gubernur|bupati|wali ?kota|presiden|sekretaris|direktur|deputi|inspektur|pimpinan|"
    r"camat|lurah|dewan|pejabat"
)
_SIGNED = re.compile(rf"(?:\(?ttd\.?\)?|(?:{_POSTS})\b.*,)$", re.IGNORECASE)  # above the name of who signs
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL_TEXT = "dan di ke dari untuk pada dengan dalam oleh atau yang per of the and"
_SMALL_WORDS = frozenset(_SMALL_TEXT.split())


@dataclass(frozen=True)
class Mark:
    """Lines `first` to `last` (inclusive) are one heading of this level."""

    first: int
    last: int
    level: int


def infer(lines: Sequence[str]) -> tuple[Mark, ...]:
    """Return the headings among the lines of a page, in order; a doubtful line is no heading."""
    marks: list[Mark] = []
    at = 0
    while at < len(lines):
        listed = bool(_LEADER.search(lines[at]))
        mark = None if listed else _ruled(lines, at) or _numbered(lines, at) or _capitals(lines, at)
        if mark and mark.level:
            marks.append(mark)
        at = mark.last + 1 if mark else at + 1
    return tuple(marks)


def _ruled(lines: Sequence[str], at: int) -> Mark | None:
    line = lines[at]
    if len(line) > MAX_HEADING_CHARS:
        return None
    for level, rule in _RULES:
        if rule.match(line):
            return Mark(at, at + _titles_below(lines, at, level), level)
    return None


def _titles_below(lines: Sequence[str], at: int, level: int) -> int:
    """Count the lines under "BAB I" or "Bagian Kedua" that hold its title."""
    if level > 3 or _title_inside(lines[at]):
        return 0
    count = 0
    for line in lines[at + 1 : at + 4]:
        if not (is_capitals(line) if level == 1 else count == 0 and _is_title(line)):
            break
        count += 1
    return count


def _title_inside(line: str) -> bool:
    return len(_WORD.findall(line)) > 3


def _numbered(lines: Sequence[str], at: int) -> Mark | None:
    line = lines[at]
    if len(line) > 80 or not line[:1].isalnum():
        return None
    decimal = _DECIMAL.match(line)
    if decimal:
        return None if _is_sentence(lines, at) else Mark(at, at, 2 + decimal[1].count("."))
    level = 2 if _LETTERED.match(line) else 3 if _NUMBERED.match(line) else 0
    if not level or not _is_title(line) or _is_list(lines, at):
        return None
    return Mark(at, at, level)


def _is_list(lines: Sequence[str], at: int) -> bool:
    """Tell whether the line before or the next one is an item of the same list, or nothing follows."""
    before = lines[at - 1] if at else ""
    after = next((line for line in lines[at + 1 : at + 3] if line), "")
    beside = any(_are_items(lines[at], other) for other in (before, after))
    return not after or beside or _is_sentence(lines, at)


def _are_items(line: str, other: str) -> bool:
    same = other[:1].isdigit() == line[:1].isdigit() and other[:1].isupper() == line[:1].isupper()
    return same and bool(_ITEM.match(other))


def _is_sentence(lines: Sequence[str], at: int) -> bool:
    """Tell whether the next line goes on with what this one says."""
    after = next((line for line in lines[at + 1 : at + 3] if line), "")
    return after[:1].islower() and not _ITEM.match(after)


def _is_title(line: str) -> bool:
    words = [w for w in _WORD.findall(line) if w not in _SMALL_WORDS]
    return 0 < len(words) <= 10 and line[-1:] not in ".,;:" and all(w[0].isupper() for w in words)


def _capitals(lines: Sequence[str], at: int) -> Mark | None:
    last = at
    while last + 1 < len(lines) and is_capitals(lines[last + 1]) and is_capitals(lines[at]):
        last += 1
    if not is_capitals(lines[at]):
        return None
    signed = at > 0 and bool(_SIGNED.match(lines[at - 1]))
    titled = last - at < MAX_CAPITAL_LINES and last + 1 < len(lines) and not signed
    return Mark(at, last, 2 if titled else 0)


def is_capitals(line: str) -> bool:
    """Tell whether a line is a short title in capitals, of at least two words, not the cells of a table."""
    if len(line) > MAX_HEADING_CHARS or not line.isupper() or line[-1] in ",;:" or "|" in line:
        return False
    return 2 <= len(_WORD.findall(line)) <= 14 and sum(map(str.isdigit, line)) * 4 < len(line)


def level_of(line: str) -> int:
    """Return the level that a line's own numbering gives it ("BAB I" 1, "A." 2, "1." 3, "1.1" 3), else 0."""
    for level, rule in _RULES:
        if rule.match(line):
            return level
    decimal = _DECIMAL.match(line)
    if decimal:
        return 2 + decimal[1].count(".")
    return 2 if _LETTERED.match(line) else 3 if _NUMBERED.match(line) else 0
