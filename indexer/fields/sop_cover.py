"""The cover of an SOP: its labelled rows, and its lines cut so that each label of a row or a box begins one."""

import re
from collections.abc import Mapping, Sequence

from indexer.fields.found import Found, Line, place_of

SHORTEST_NAME = 4  # letters; what is shorter is a number or a mark
OTHER_ROWS = 2  # that must stand by a name without a mark, and by labels that other papers have, too
_FLAGS = re.IGNORECASE
_DAY = r"(?:tanggal|tgl\.?) (?:[a-z]+ ?/ ?)?"
_OR_DAY = r"\b(?: ?/ ?[a-z]+\b)?"
_ROWS = {
    "nomor": re.compile(r"(?:nomor|no\.?) (?:sop|dokumen)\b", _FLAGS),
    "tgl_pembuatan": re.compile(rf"{_DAY}(?:pembuatan|dibuat|penyusunan){_OR_DAY}", _FLAGS),
    "tgl_revisi": re.compile(rf"{_DAY}revisi{_OR_DAY}", _FLAGS),
    "tgl_efektif": re.compile(rf"{_DAY}(?:efektif|berlaku|pemberlakuan){_OR_DAY}", _FLAGS),
    "pengesah": re.compile(r"disahkan oleh\b", _FLAGS),
    "nama": re.compile(r"(?:nama|judul) sop\b", _FLAGS),
}
_SHORT_ROWS = {
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
_DATES = ("tgl_pembuatan", "tgl_revisi", "tgl_efektif")
NO_VALUE = re.compile(r"[-–—.…:|\s]*")
_OPEN = re.compile(r"…|\.{3}|_{3}")
_NIP = re.compile(r"nip\b", _FLAGS)
_SEPARATED = re.compile(r"\s*[:|]+\s*")
_OTHER_ROW = re.compile(r"[^:|]{1,30} ?(?::|\|)|[a-z][.)] ", _FLAGS)
_FLOW = re.compile(
    r"bagan alur|mutu baku|baku mutu|^no\.? (?:uraian|kegiatan|aktivitas)|\buraian kegiatan\b|langkah prosedur", _FLAGS
)


def rows_of(lines: Sequence[Line]) -> set[str]:
    """Return which labelled rows the lines hold, with or without a value."""
    return {name for name, label in _ROWS.items() if any(label.match(line.text) for line in lines)}


def read_rows(lines: Sequence[Line], found: Found) -> None:
    """Put what the labelled rows say; labels that other papers have, too, only above the boxes and beside others."""
    _read(_ROWS, lines, found)
    above = next((at for at, line in enumerate(lines) if box_of(line.text)), len(lines))
    if len(rows_of(lines[:above])) >= OTHER_ROWS:
        _read(_SHORT_ROWS, lines[:above], found)


def name_of(lines: Sequence[Line]) -> str:
    """Return the name that a cover gives its SOP; "" where it has neither a mark behind its label nor other rows."""
    label = next((hit for line in lines if (hit := _ROWS["nama"].match(line.text))), None)
    marked = label is not None and label.string[label.end() :].lstrip()[:1] in (":", "|")
    if not marked and len(rows_of(lines) - {"nama"}) < OTHER_ROWS:
        return ""
    found = Found()
    read_rows(lines, found)
    name = str(found.fields.get("nama", ""))
    return name if len(name) >= SHORTEST_NAME else ""


def is_label(text: str) -> bool:
    """Tell whether a line begins a row or a box of a cover, or the flow of steps below it."""
    rows = (*_ROWS.values(), *_SHORT_ROWS.values())
    return box_of(text) is not None or any(rule.match(text) for rule in rows) or bool(_FLOW.search(text))


def box_of(text: str) -> str | None:
    """Return which box a line heads; None for one that is no heading, or heads two boxes side by side."""
    bare = text.rstrip(" :|")
    return next((name for name, rule in BOXES.items() if rule.fullmatch(bare)), None)


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
