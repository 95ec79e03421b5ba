"""What an SOP's identity sheet says, and its steps."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from catalog.fields import Place
from indexer.document import PageRead
from indexer.fields.found import Found, Line, lines_of, place_of
from indexer.fields.sop_cover import NO_VALUE, read_rows
from indexer.fields.sop_labels import BOXES, box_of, cut, is_label, rows_of
from indexer.fields.steps import read_steps, total_time
from indexer.fields.tables import Ruled

SHEET_ROWS = 4  # of the six on an identity sheet
SHEET_LINES = 120  # an identity sheet is one page
_FLAGS = re.IGNORECASE
_SINGLE = ("peringatan", "pencatatan")
_ITEM = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+|[-•▪·]\s+")
_TOTAL = re.compile(r"(?:jumlah|total) waktu(?: pelaksanaan)?\s*[:|]?\s*(\d.*)", _FLAGS)


def read_sop(pages: Sequence[PageRead], tables: Sequence[Ruled], found: Found) -> None:
    """Put what the SOP says; of a file that binds several SOPs nothing, as no field would be the file's."""
    lines = lines_of(pages)
    if sum(map(_is_identity_sheet, pages)) > 1:
        return
    cover = cut(lines[:SHEET_LINES])
    read_rows(cover, found)
    if isinstance(day := found.fields.get("tgl_efektif"), str):
        found.put("tanggal", day, found.place("tgl_efektif"))
    _boxes(cover, found)
    steps = read_steps(tables)
    found.put_rows("langkah", steps)
    if steps and all(step.get("waktu") for step, _ in steps):
        found.put("total_waktu", total_time([step["waktu"] for step, _ in steps]), steps[0][1])
    _written_total(lines, found)


def _is_identity_sheet(page: PageRead) -> bool:
    return len(rows_of(cut(lines_of([page])))) >= SHEET_ROWS


def _written_total(lines: Sequence[Line], found: Found) -> None:
    """Put the total that the flow table names, with the line on which its bracket closes."""
    for line, after in pairwise([*lines, *lines[-1:]]):
        if total := _TOTAL.fullmatch(line.text):
            open_bracket = line.text.count("(") > line.text.count(")") and after.page is line.page
            text, end = (f"{total[1]} {after.text}", after.end) if open_bracket else (total[1], line.end)
            found.put("total_waktu_tertulis", text, place_of(line.page, line.start + total.start(1), end))


def _boxes(lines: Sequence[Line], found: Found) -> None:
    heads = [at for at, line in enumerate(lines) if is_label(line.text) or _side_by_side(line.text)]
    for at, after in pairwise([*heads, len(lines)]):
        name = box_of(lines[at].text)
        if name is None:
            continue
        items = list(_items([line for line in lines[at + 1 : after] if line.page is lines[at].page]))
        if name in _SINGLE and items:
            first, last = items[0][1], items[-1][1]
            found.put(name, " ".join(text for text, _ in items), first | {"end": last["end"]})
        elif name not in _SINGLE:
            found.put_list(name, items)


def _side_by_side(text: str) -> bool:
    return sum(bool(rule.search(text)) for rule in BOXES.values()) > 1 and len(text) < 80


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
        if not NO_VALUE.fullmatch(text):
            yield text, place_of(group[0].page, group[0].start + skip, group[-1].end)
