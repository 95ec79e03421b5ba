"""What an SOP's identity sheet says, and its steps."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from catalog.fields import Place
from indexer.document import PageRead
from indexer.fields.found import Found, Line, lines_of, place_of
from indexer.fields.steps import read_steps, total_time
from indexer.fields.tables import Ruled

SHEET_ROWS = 4  # of the six on an identity sheet
SHEET_LINES = 120  # an identity sheet is one page
_FLAGS = re.IGNORECASE
_ROWS = {
    "nomor": re.compile(r"(?:nomor|no\.?) (?:sop|dokumen)\b", _FLAGS),
    "tgl_pembuatan": re.compile(r"(?:tanggal|tgl\.?) (?:pembuatan|dibuat|penyusunan)\b", _FLAGS),
    "tgl_revisi": re.compile(r"(?:tanggal|tgl\.?) revisi\b", _FLAGS),
    "tgl_efektif": re.compile(r"(?:tanggal|tgl\.?) (?:efektif|berlaku|pemberlakuan)\b", _FLAGS),
    "pengesah": re.compile(r"disahkan oleh\b", _FLAGS),
    "nama": re.compile(r"(?:nama|judul) sop\b", _FLAGS),
}
_BOXES = {
    "dasar_hukum": re.compile(r"dasar hukum", _FLAGS),
    "kualifikasi": re.compile(r"kualifikasi(?: pelaksana(?:an)?)?", _FLAGS),
    "keterkaitan": re.compile(r"keterkaitan(?: dengan sop lain| sop)?", _FLAGS),
    "peralatan": re.compile(r"peralatan(?:\s*(?:/|dan|&)\s*(?:per)?lengkapan)?", _FLAGS),
    "peringatan": re.compile(r"peringatan", _FLAGS),
    "pencatatan": re.compile(r"pencatatan(?:\s*(?:/|dan|&)\s*(?:pendataan|pendaftaran|pelaporan))?", _FLAGS),
}
_SINGLE = ("peringatan", "pencatatan")
_DATES = ("tgl_pembuatan", "tgl_revisi", "tgl_efektif")
_NO_VALUE = re.compile(r"[-–—.…:|\s]*")
_OPEN = re.compile(r"…|\.{3}|_{3}")
_NIP = re.compile(r"nip\b", _FLAGS)
_SEPARATED = re.compile(r"\s*[:|]+\s*")
_ITEM = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+|[-•▪·]\s+")
_TOTAL = re.compile(r"(?:jumlah|total) waktu(?: pelaksanaan)?\s*[:|]?\s*(\d.*)", _FLAGS)
_FLOW = re.compile(
    r"bagan alur|mutu baku|baku mutu|^no\.? (?:uraian|kegiatan|aktivitas)|\buraian kegiatan\b|langkah prosedur", _FLAGS
)


def read_sop(pages: Sequence[PageRead], tables: Sequence[Ruled], found: Found) -> None:
    """Put what the SOP says; of a file that binds several SOPs nothing, as no field would be the file's."""
    lines = lines_of(pages)
    if sum(map(_is_identity_sheet, pages)) > 1:
        return
    _identity(lines[:SHEET_LINES], found)
    if isinstance(day := found.fields.get("tgl_efektif"), str):
        found.put("tanggal", day, found.place("tgl_efektif"))
    _boxes(lines[:SHEET_LINES], found)
    steps = read_steps(tables)
    found.put_rows("langkah", steps)
    if steps and all(step.get("waktu") for step, _ in steps):
        found.put("total_waktu", total_time([step["waktu"] for step, _ in steps]), steps[0][1])
    _written_total(lines, found)


def _is_identity_sheet(page: PageRead) -> bool:
    lines = [line.text for line in lines_of([page])]
    return sum(any(rule.match(text) for text in lines) for rule in _ROWS.values()) >= SHEET_ROWS


def _written_total(lines: Sequence[Line], found: Found) -> None:
    """Put the total that the flow table names, with the line on which its bracket closes."""
    for line, after in pairwise([*lines, *lines[-1:]]):
        if total := _TOTAL.fullmatch(line.text):
            open_bracket = line.text.count("(") > line.text.count(")") and after.page is line.page
            text, end = (f"{total[1]} {after.text}", after.end) if open_bracket else (total[1], line.end)
            found.put("total_waktu_tertulis", text, place_of(line.page, line.start + total.start(1), end))


def _identity(lines: Sequence[Line], found: Found) -> None:
    for at, line in enumerate(lines):
        for name, label in _ROWS.items():
            if hit := label.match(line.text):
                _row(name, lines[at:], hit.end(), found)


def _row(name: str, lines: Sequence[Line], label_end: int, found: Found) -> None:
    """Put the value that stands behind a label on its line, or goes on below it."""
    line = lines[0]
    gap = _SEPARATED.match(line.text, label_end)
    begin = gap.end() if gap else label_end + len(line.text[label_end:]) - len(line.text[label_end:].lstrip())
    value = line.text[begin:]
    if _NO_VALUE.fullmatch(value) or _OPEN.search(value):
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
    return [] if at is None or any(_is_label(line.text) for line in lines[:at]) else list(lines[: max(at - 1, 0)])


def _wrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines on which a name goes on, where a known label ends it."""
    for at, line in enumerate(lines):
        if _is_label(line.text):
            return list(lines[:at])
    return []


def _is_label(text: str) -> bool:
    return _box_of(text) is not None or any(rule.match(text) for rule in _ROWS.values()) or bool(_FLOW.search(text))


def _box_of(text: str) -> str | None:
    """Return which box a line heads; None for one that is no heading, or heads two boxes side by side."""
    bare = text.rstrip(" :|")
    return next((name for name, rule in _BOXES.items() if rule.fullmatch(bare)), None)


def _boxes(lines: Sequence[Line], found: Found) -> None:
    heads = [at for at, line in enumerate(lines) if _is_label(line.text) or _side_by_side(line.text)]
    for at, after in pairwise([*heads, len(lines)]):
        name = _box_of(lines[at].text)
        if name is None:
            continue
        items = list(_items([line for line in lines[at + 1 : after] if line.page is lines[at].page]))
        if name in _SINGLE and items:
            first, last = items[0][1], items[-1][1]
            found.put(name, " ".join(text for text, _ in items), first | {"end": last["end"]})
        elif name not in _SINGLE:
            found.put_list(name, items)


def _side_by_side(text: str) -> bool:
    return sum(bool(rule.search(text)) for rule in _BOXES.values()) > 1 and len(text) < 80


def _items(lines: Sequence[Line]) -> Iterator[tuple[str, Place]]:
    """Yield the items of a box: numbered ones, else each line of a file without pages, else all of it as one."""
    own = [line for line in lines if not line.text.endswith(":")]
    numbered = any(_ITEM.match(line.text) for line in own)
    groups: list[list[Line]] = []
    headings = {heading.start for line in own for heading in line.page.headings}
    for line in own:
        begins = bool(_ITEM.match(line.text))
        if line.start in headings and not begins:
            break
        if not groups or begins or not (numbered or line.page.page is not None):
            groups.append([])
        groups[-1].append(line)
    for group in groups:
        mark = _ITEM.match(group[0].text)
        skip = mark.end() if mark else 0
        text = " ".join([group[0].text[skip:], *(line.text for line in group[1:])])
        if not _NO_VALUE.fullmatch(text):
            yield text, place_of(group[0].page, group[0].start + skip, group[-1].end)
