"""The labels on the cover of an SOP, and its lines cut so that each label begins one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.fields.found import Line

PHRASE = 3  # words; a shorter cell beside a box's name may be a table's head
_FLAGS = re.IGNORECASE
_DAY = r"(?:tanggal|tgl\.?) (?:[a-z]+ ?/ ?)?"
_OR_DAY = r"\b(?: ?/ ?[a-z]+\b)?"
ROWS = {
    "nomor": re.compile(r"(?:nomor|no\.?) (?:sop|dokumen)\b", _FLAGS),
    "tgl_pembuatan": re.compile(rf"{_DAY}(?:pembuatan|dibuat|penyusunan){_OR_DAY}", _FLAGS),
    "tgl_revisi": re.compile(rf"{_DAY}revisi{_OR_DAY}", _FLAGS),
    "tgl_efektif": re.compile(rf"{_DAY}(?:efektif|berlaku|pemberlakuan){_OR_DAY}", _FLAGS),
    "pengesah": re.compile(r"disahkan oleh\b", _FLAGS),
    "nama": re.compile(r"(?:nama|judul) sop\b", _FLAGS),
}
SHORT_ROWS = {
    "nomor": re.compile(r"nomor(?=\s*[:|][:|\s]*[^\s|]*\d)", _FLAGS),
    "nama": re.compile(r"judul(?=\s*[:|])", _FLAGS),
}
"""Labels that any paper may have: they count only beside rows that are an SOP's."""
BOXES = {
    "dasar_hukum": re.compile(r"dasar hukum", _FLAGS),
    "kualifikasi": re.compile(r"kualifikasi(?: pelaksana(?:an)?)?", _FLAGS),
    "keterkaitan": re.compile(r"keterkaitan(?: dengan sop lain| sop)?", _FLAGS),
    "peralatan": re.compile(r"peralatan(?:\s*(?:/|dan|&)\s*(?:per)?lengkapan)?", _FLAGS),
    "peringatan": re.compile(r"peringatan", _FLAGS),
    "pencatatan": re.compile(r"pencatatan(?:\s*(?:/|dan|&)\s*(?:pendataan|pendaftaran|pelaporan))?", _FLAGS),
}
_FLOW = re.compile(
    r"bagan alur|mutu baku|baku mutu|^no\.?(?: \|)? (?:uraian|kegiatan|aktivitas)|\buraian kegiatan\b|langkah prosedur",
    _FLAGS,
)
_SEPARATED = re.compile(r"\s*[:|]+\s*")
_BAR = re.compile(r"\s*\|\s*")
_ALONE = re.compile(r"\d{1,2}[.)]?")
_COUNT = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+(?=\S)")


def cut(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a cover cut before each cell that begins a row or a box, each box's name on its own line.

    Boxes whose names stand side by side in a row of a table follow one another, each with its cells of the rows below;
    they are left as they are where a cell is missing, as nobody could tell which.
    """
    done: list[Line] = []
    at = 0
    while at < len(lines):
        heads = _cells(lines[at])
        below = lines[at + 1 : at + 1 + _reach(lines[at + 1 :], lines[at])] if _side_by_side(heads) else []
        if below:
            done += _columns(heads, below) or [lines[at], *below]
        else:
            done += [piece for part in _at_labels(lines[at]) for piece in _named(part)]
        at += 1 + len(below)
    return done


def is_label(text: str) -> bool:
    """Tell whether a line begins a row or a box of a cover, or the flow of steps below it."""
    rows = (*ROWS.values(), *SHORT_ROWS.values())
    return box_of(text) is not None or any(rule.match(text) for rule in rows) or bool(_FLOW.search(text))


def box_of(text: str) -> str | None:
    """Return which box a line heads; None for one that is no heading, or heads two boxes side by side."""
    bare = text.rstrip(" :|")
    return next((name for name, rule in BOXES.items() if rule.fullmatch(bare)), None)


def rows_of(lines: Sequence[Line]) -> set[str]:
    """Return which labelled rows the lines hold, with or without a value."""
    return {name for name, label in ROWS.items() if any(label.match(line.text) for line in lines)}


def _side_by_side(cells: Sequence[Line]) -> bool:
    return len(cells) > 1 and all(box_of(cell.text) for cell in cells)


def _reach(lines: Sequence[Line], heads: Line) -> int:
    """Return how many lines stand below a row of names: all up to a label, a heading, another page or a wider row."""
    width = len(_cells(heads)) + 1  # a number may stand in a cell of its own
    for at, line in enumerate(lines):
        ends = is_label(line.text) or _begins(line.text, ":|") or _side_by_side(_cells(line)) or _is_heading(line)
        if ends or line.page is not heads.page or len(_cells(line)) > width:
            return at
    return len(lines)


def _columns(heads: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    """Return each name and the cells of its column below it; none if a row lacks a cell."""
    rows = [_without_number(_cells(line)) for line in below]
    if any(len(row) != len(heads) for row in rows):
        return []
    return [line for at, head in enumerate(heads) for line in (head, *(i for row in rows for i in _counted(row[at])))]


def _without_number(cells: list[Line]) -> list[Line]:
    return cells[1:] if _ALONE.fullmatch(cells[0].text) else cells


def _is_heading(line: Line) -> bool:
    return any(heading.start == line.start for heading in line.page.headings)


def _cells(line: Line) -> list[Line]:
    bars = [bar.span() for bar in _BAR.finditer(line.text)]
    starts, ends = [0, *(end for _, end in bars)], [*(start for start, _ in bars), len(line.text)]
    return [_part(line, start, end) for start, end in zip(starts, ends, strict=True)]


def _part(line: Line, start: int, end: int) -> Line:
    return Line(line.page, line.start + start, line.text[start:end].rstrip())


def _at_labels(line: Line) -> Iterator[Line]:
    """Yield the line cut before each cell with a label; a box behind a cell that has none is told by its colon."""
    cells = _cells(line)
    rest = [line.text[cell.start - line.start :] for cell in cells]
    marks = ":|" if _begins(rest[0], ":|") else ":"
    heads = [0, *(at for at in range(1, len(cells)) if _begins(rest[at], marks))]
    for at, after in pairwise([*heads, len(cells)]):
        yield _part(line, cells[at].start - line.start, cells[after - 1].end - line.start)


def _begins(text: str, marks: str) -> bool:
    """Tell whether a text begins with a label: a row's, or a box's with one of the marks behind it."""
    if any(label.match(text) for label in (*ROWS.values(), *SHORT_ROWS.values())):
        return True
    hits = [hit for rule in BOXES.values() if (hit := rule.match(text))]
    return any(text[hit.end() :].lstrip()[:1] in tuple(marks) for hit in hits)


def _named(line: Line) -> Iterator[Line]:
    """Yield the name of a box and what stands behind it on its line; in a cell of its own that must be a phrase."""
    for rule in BOXES.values():
        hit = rule.match(line.text)
        gap = _SEPARATED.match(line.text, hit.end()) if hit else None
        rest = line.text[gap.end() :] if gap else ""
        if hit and gap and len(rest.split()) >= (1 if ":" in gap[0] else PHRASE) and not box_of(rest):
            yield _part(line, 0, hit.end())
            yield from _counted(_part(line, gap.end(), len(line.text)))
            return
    yield line


def _counted(line: Line) -> Iterator[Line]:
    """Yield the items of a list that was written into one line, told by their numbers; else the line."""
    starts: list[int] = []
    for hit in _COUNT.finditer(line.text):
        if int(hit[1]) == len(starts) + 1:
            starts.append(hit.start())
    if starts[:1] != [0]:
        yield line
        return
    for start, end in pairwise([*starts, len(line.text)]):
        yield _part(line, start, end)
