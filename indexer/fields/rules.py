"""What a rule or a decree says of itself on its first page and at its end."""

import re
from collections.abc import Sequence

from indexer.dates import DATE
from indexer.document import PageRead
from indexer.fields.bmd import put_goods
from indexer.fields.found import Found, first, place_of, put_first
from indexer.fields.tables import Ruled

_FLAGS = re.IGNORECASE | re.MULTILINE
_NUMBER = re.compile(r"^nomor\s*:?\s*([^\n]{1,60}?)(?:\s+tahun\s+(\d{4}))?\s*$", _FLAGS)
_YEAR_IN_NUMBER = re.compile(r"/(\d{4})$")
_ABOUT = re.compile(
    r"^tentang\s+(.{3,600}?)(?=\n\s*(?:dengan rahmat|menimbang|mengingat|(?:PRESIDEN|GUBERNUR|BUPATI|WALI ?KOTA|KEPALA|"
    r"MENTERI|DEWAN|MAJELIS|SEKRETARIS|DIREKTUR|KETUA|REKTOR|CAMAT|LURAH)[^\n]*,\s*$))",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_SET_ON = re.compile(
    rf"(?:ditetapkan|disahkan)\s+di\s+[^\n,]{{2,40}}(?:,\s*|\n?\s*pada\s+tanggal\s*:?\s*)({DATE})", _FLAGS
)
_DICTUM = re.compile(
    r"^(KESATU|PERTAMA)\s*:?\s*(.{10,900}?)(?=\n\s*(?:KEDUA|MENETAPKAN)\b|\n\s*\n|\Z)", re.MULTILINE | re.DOTALL
)
NEAR = 40  # characters between the number and the subject
OPENING_PAGES = 2  # number and subject stand on the first page, or behind a cover


def read_rule(pages: Sequence[PageRead], _tables: Sequence[Ruled], found: Found) -> None:
    """Put number, year, subject and day of a rule, as its opening and its end name them."""
    opening = pages[:OPENING_PAGES]
    hit, about = first(opening, _NUMBER), first(opening, _ABOUT)
    if not hit or not about or about[1] is not hit[1] or not 0 <= about[0].start() - hit[0].end() <= NEAR:
        return
    match, page = hit
    number = match[1].rstrip(" ,")
    found.put("nomor", number, place_of(page, *match.span(1)))
    if year := _YEAR_IN_NUMBER.search(number):
        found.put("tahun", year[1], place_of(page, match.start(1) + year.start(1), match.start(1) + year.end(1)))
    elif match[2]:
        found.put("tahun", match[2], place_of(page, *match.span(2)))
    put_first(found, "tentang", opening, _ABOUT)
    put_first(found, "tanggal", pages, _SET_ON)
    found.put_day("tanggal")


def read_decree(pages: Sequence[PageRead], tables: Sequence[Ruled], found: Found) -> None:
    """Put what a decree says of itself, its first dictum, and the list of things that it is about."""
    read_rule(pages, tables, found)
    put_goods(pages, found)
    hit = first(pages, _DICTUM)
    if hit:
        found.put("menetapkan", hit[0][2], place_of(hit[1], *hit[0].span(2)))
