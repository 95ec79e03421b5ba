"""The SOPs that one file of pages binds: from each identity sheet to the page before the next."""

import re
from collections.abc import Iterator, Sequence

from catalog.fields import Fields, Place, Places
from catalog.parts import NewPart
from catalog.words import SEARCHABLE_STATES
from indexer.document import PageRead
from indexer.fields.of_kind import read_fields
from indexer.identity_sheets import Sheet, read_sheet
from indexer.titles import MAX_TITLE

FEWEST = 2
"""A file with one identity sheet is that SOP, and needs no parts."""
_COVER_WORDS = 40
_RULE = "lembar identitas SOP"
_OTHER_PAPER = re.compile(
    r"\W*(bab\s+[ivxl\d]+\b|penutup\s*$|daftar (pustaka|isi)\b|"
    r"(surat )?keputusan (kepala|gubernur|bupati|wali|direktur))",
    re.IGNORECASE,
)
_SAYS_SOP = re.compile(r"\b(sop|spo|pos|protap|prosedur)\b")
_CALLED_SOP = re.compile(r"(sop|spo|pos|protap|prosedur|standar)\b", re.IGNORECASE)


def bound_sops(pages: Sequence[PageRead]) -> tuple[NewPart, ...]:
    """Return the SOPs that pages hold, in order, none if there are not at least two.

    What stands before the first, between them or behind the last and is none of theirs is no part: it stays the file's.
    A sheet that tells neither number nor name, as a blank form does, ends an SOP and begins none.
    """
    found = [(at, sheet) for at, page in enumerate(pages) if (sheet := _sheet(page)) is not None]
    sheets = [(at, sheet) for n, (at, sheet) in enumerate(found) if n == 0 or not _repeats(found[n - 1][1], sheet)]
    if len(sheets) < FEWEST:
        return ()
    all_sheets = {at for at, _ in found}
    starts = [at - 1 if at - 1 not in all_sheets and _covers(pages, at, sheet) else at for at, sheet in sheets]
    ends = [*starts[1:], len(pages)]
    made = [
        _part(pages[:end], start, at, sheet)
        for start, end, (at, sheet) in zip(starts, ends, sheets, strict=True)
        if sheet.number or sheet.name
    ]
    return tuple(made) if len(made) >= FEWEST else ()


def stretches(pages: int, parts: Sequence[NewPart]) -> Iterator[tuple[int, int, NewPart | None]]:
    """Yield the stretches of so many pages, each in one part or in none: first page from 0, end, and the part."""
    at = 0
    for part in parts:
        if at < part.first_page - 1:
            yield at, part.first_page - 1, None
        yield part.first_page - 1, part.last_page, part
        at = part.last_page
    if at < pages:
        yield at, pages, None


def _sheet(page: PageRead) -> Sheet | None:
    return read_sheet(page) if page.state in SEARCHABLE_STATES else None


def _repeats(one: Sheet, other: Sheet) -> bool:
    """Tell whether a sheet is that of the SOP before it once more."""
    return one == other and bool(one.number and one.name)


def _covers(pages: Sequence[PageRead], at: int, sheet: Sheet) -> bool:
    """Tell whether the page before a sheet is the cover of its SOP: it says little more than that, and its name."""
    words = pages[at - 1].body.casefold().split() if at > 0 and sheet.name else []
    said = " ".join(words)
    return len(words) <= _COVER_WORDS and bool(_SAYS_SOP.search(said)) and sheet.name.casefold() in said


def _part(pages: Sequence[PageRead], start: int, sheet_at: int, sheet: Sheet) -> NewPart:
    """Return the SOP whose pages begin at `start` and end where another paper begins, or with the pages."""
    other = (at for at in range(sheet_at + 1, len(pages)) if _begins_other_paper(pages[at]))
    end = next(other, len(pages))
    page, said = pages[sheet_at], {"nomor": sheet.number, "nama": sheet.name}
    found = read_fields("sop", pages[start:end])
    fields: Fields = {**found.fields, **{name: value for name, value in said.items() if value}}
    known = {name: place for name, value in said.items() if value and (place := _place(page, value)) is not None}
    places: Places = {**found.places, **known}
    sign = {"rule": _RULE, "where": "isi", "text": sheet.name or sheet.number, "page": page.page, "sheet": None}
    evidence = {**sign, "start": None, "end": None, **_range(page, sheet.name or sheet.number)}
    return NewPart(start + 1, end, _title(sheet), "sop", fields, places, (evidence,))


def _place(page: PageRead, value: str) -> Place | None:
    """Return where a value stands on its sheet, None where it was put together from lines."""
    found = _range(page, value)
    return {"page": page.page, "sheet": None, "row": None, **found} if found else None


def _range(page: PageRead, value: str) -> Place:
    start = page.text.find(value)
    return {"start": start, "end": start + len(value)} if start >= 0 else {}


def _begins_other_paper(page: PageRead) -> bool:
    lines = [line for line in page.body.split("\n") if line.strip()][:3]
    return any(_OTHER_PAPER.match(line) for line in lines)


def _title(sheet: Sheet) -> str:
    if not sheet.name:
        return f"SOP nomor {sheet.number}"
    return (sheet.name if _CALLED_SOP.match(sheet.name) else f"SOP {sheet.name}")[:MAX_TITLE]
