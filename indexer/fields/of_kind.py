"""The fields of a paper, by its kind."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from indexer.dates import DATE
from indexer.document import PageRead
from indexer.fields.bmd import read_bast, read_list
from indexer.fields.found import Found, place_of
from indexer.fields.kak import read_kak
from indexer.fields.rules import read_decree, read_rule
from indexer.fields.sop import read_sop
from indexer.fields.tables import Ruled

HEAD_CHARS = 3_000
HEAD_LINES = 20
DATED = ("sop", "bast", "sk", "regulasi")  # a day in their heads may be that of another paper
_READERS: Mapping[str, Callable[[Sequence[PageRead], Sequence[Ruled], Found], None]] = MappingProxyType(
    {
        "sop": read_sop,
        "kak": read_kak,
        "bast": read_bast,
        "sk": read_decree,
        "regulasi": read_rule,
        "pbb": read_rule,
        **dict.fromkeys(("kib", "kir", "rkbmd", "bmd"), read_list),
    }
)
_NUMBER = re.compile(
    r"^(?:nomor(?: sop| surat)?|no\.)\s*[:.]?\s*([\w.\-/]*\d[\w.\-/ ]{0,50}?)(?=,|;|\btanggal\b|$)",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = re.compile(
    rf"tanggal(?: (?:efektif|pembuatan|penetapan|ditetapkan))?\s*[:.]?\s*({DATE})",
    re.IGNORECASE,
)


def read_fields(kind: str, pages: Sequence[PageRead], tables: Sequence[Ruled] = ()) -> Found:
    """Return the fields of a paper of this kind, and for any kind the number and the day that its head names."""
    found = Found()
    if kind in _READERS:
        _READERS[kind](pages, tables, found)
    page = next((page for page in pages if page.text), None)
    if page is not None:
        _in_head(kind, page, found)
    found.put_day("tanggal")
    return found


def _in_head(kind: str, page: PageRead, found: Found) -> None:
    """Put the number, and for papers that do not date themselves otherwise the day, that the first lines name."""
    head = "\n".join(page.text[:HEAD_CHARS].split("\n")[:HEAD_LINES])
    for name, pattern in (("nomor", _NUMBER), ("tanggal", _DAY)):
        hit = None if name == "tanggal" and kind in DATED else pattern.search(head)
        if hit:
            found.put(name, hit[1], place_of(page, *hit.span(1)))
