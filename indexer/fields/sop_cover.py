"""The labelled rows on the cover of an SOP."""

import re
from collections.abc import Mapping, Sequence

from indexer.fields.found import Found, Line, place_of
from indexer.fields.sop_labels import ROWS, SHORT_ROWS, box_of, is_label, rows_of

SHORTEST_NAME = 4  # letters; what is shorter is a number or a mark
OTHER_ROWS = 2  # that must stand by a name without a mark, and by labels that other papers have, too
_DATES = ("tgl_pembuatan", "tgl_revisi", "tgl_efektif")
NO_VALUE = re.compile(r"[-–—.…:|\s]*")
_OPEN = re.compile(r"…|\.{3}|_{3}")
_NIP = re.compile(r"nip\b", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*[:|]+\s*")
_OTHER_ROW = re.compile(r"[^:|]{1,30} ?(?::|\|)|[a-z][.)] ", re.IGNORECASE)


def read_rows(lines: Sequence[Line], found: Found) -> None:
    """Put what the labelled rows say; labels that other papers have, too, only above the boxes and beside others."""
    _read(ROWS, lines, found)
    above = next((at for at, line in enumerate(lines) if box_of(line.text)), len(lines))
    if len(rows_of(lines[:above])) >= OTHER_ROWS:
        _read(SHORT_ROWS, lines[:above], found)


def name_of(lines: Sequence[Line]) -> str:
    """Return the name that a cover gives its SOP; "" where it has neither a mark behind its label nor other rows."""
    label = next((hit for line in lines if (hit := ROWS["nama"].match(line.text))), None)
    marked = label is not None and label.string[label.end() :].lstrip()[:1] in (":", "|")
    if not marked and len(rows_of(lines) - {"nama"}) < OTHER_ROWS:
        return ""
    found = Found()
    read_rows(lines, found)
    name = str(found.fields.get("nama", ""))
    return name if len(name) >= SHORTEST_NAME else ""


def _read(rows: Mapping[str, re.Pattern[str]], lines: Sequence[Line], found: Found) -> None:
    for at, line in enumerate(lines):
        for name, label in rows.items():
            if hit := label.match(line.text):
                _row(name, lines[at:], hit.end(), found)


def _row(name: str, lines: Sequence[Line], label_end: int, found: Found) -> None:
    """Put the value that stands behind a label on its line, or goes on below it."""
    line = lines[0]
    gap = _SEPARATED.match(line.text, label_end)
    begin = gap.end() if gap else label_end + len(line.text[label_end:]) - len(line.text[label_end:].lstrip())
    value = line.text[begin:]
    if NO_VALUE.fullmatch(value) or _OPEN.search(value):
        return
    last = line
    if name in ("pengesah", "nama"):
        more = _post(lines[1:6]) if name == "pengesah" else _wrapped(lines[1:4])
        value = " ".join([value, *(m.text for m in more)])
        last = more[-1] if more and more[-1].page is line.page else line
    place = place_of(line.page, line.start + begin, last.end)
    found.put("pengesah_jabatan" if name == "pengesah" else name, value, place)
    if name in _DATES:
        found.put_day(name)


def _post(lines: Sequence[Line]) -> list[Line]:
    """Return the lines on which a post goes on: all above the name, which stands right above the NIP."""
    at = next((i for i, line in enumerate(lines) if _NIP.match(line.text)), None)
    return [] if at is None or any(is_label(line.text) for line in lines[:at]) else list(lines[: max(at - 1, 0)])


def _wrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines on which a name goes on, where a known label ends it; another row is no part of a name."""
    for at, line in enumerate(lines):
        if is_label(line.text):
            return list(lines[:at])
        if _OTHER_ROW.match(line.text):
            return []
    return []
