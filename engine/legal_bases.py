"""The rules that a paper cites: where, whether as its legal basis, and which of them amends which."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.citations import Citation, cited

MOST = 1000  # of a paper; a register of rules holds more, and nobody reads them as its bases
REACH = 700  # code points from one basis to the next: the title of a rule with its gazette
_NUMBERING = r"(?:^|\|)[ \t]*(?:(?:bab[ \t]+)?(?:\d{1,2}|[ivx]{1,5}|[a-z])(?:\.\d{1,2})*[.)]?[ \t]+)?"
_OPENS = re.compile(
    _NUMBERING + r"(?:mengingat(?=[ \t]*(?:[:|]|$|\d+\.|[a-z]\.))"
    r"|(?:dasar|landasan|referensi|payung)[ \t]+hukum\b(?=[ \t]*(?:[:|]|[^\n]{0,50}$)))",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSES = re.compile(
    _NUMBERING + r"(?:memutuskan|menetapkan|memperhatikan|menimbang|keterkaitan|peralatan|peringatan|pencatatan|maksud"
    r"|tujuan|sasaran|(?:ruang[ \t]+)?lingkup|pengertian|definisi|prosedur|uraian|lokasi|sumber[ \t]+(?:dana|pendanaan)"
    r"|keluaran|latar[ \t]+belakang|bab[ \t]+[ivx]+|pasal[ \t]+\d+)\b",
    re.IGNORECASE | re.MULTILINE,
)
_AMENDED_BY = re.compile(
    r"(?:(?:sebagaimana|yang)\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?(?:telah\s+)?(?:di\s?ubah|dirubah|disempurnakan)"
    r"(?:[\s,]+(?:beberapa\s+kali|terakhir(?:\s+kali)?|kembali))*[\s,]*(?:dengan|oleh)"
    r"|\bs\.?\s?t\.?\s?(?:t\.?\s?)?d\.?\s?(?:t\.?\s?)?d\.?)[\s,:]*$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bj(?:o|uncto|is)\b\.?[\s,:]*$", re.IGNORECASE)  # an amendment only between rules of one kind
_AMENDS = re.compile(
    r"\bperubahan(?:\s+(?:pertama|kedua|ketiga|keempat|kelima|keenam|ke-?\s?\d{1,2}))?\s+(?:atas|terhadap)\s*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r";|\n\s*(?:\d{1,2}|[a-z])[.)]\s")
_ASIDE = re.compile(r"\([^()]*\)")


class Cited(NamedTuple):
    """A rule cited at `start:end` of the page at an index; `amends` is the rule that it is said to amend."""

    page: int
    rule: str
    start: int
    end: int
    basis: bool
    amends: str | None


def legal_bases(pages: Sequence[str]) -> tuple[Cited, ...]:
    """Return what a paper cites, in reading order, the first thousand; `basis` where a list of legal bases says so."""
    found: list[Cited] = []
    goes_on = False
    for index, text in enumerate(pages):
        here = list(cited(text))
        bases, goes_on = _bases(text, here, goes_on=goes_on)
        found += _linked(index, text, here, bases)
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _bases(text: str, here: Sequence[Citation], *, goes_on: bool) -> tuple[list[bool], bool]:
    """Tell of each citation whether it stands in a list of legal bases, and whether that goes on after the page."""
    marks = sorted(
        [(m.end(), True) for m in _OPENS.finditer(text)] + [(m.end(), False) for m in _CLOSES.finditer(text)]
    )
    bases, at = [], 0 if goes_on else -REACH - 1
    for citation in here:
        at = _last_mark(marks, at, citation.start)
        bases.append(citation.start - at <= REACH)
        at = citation.end if bases[-1] else -REACH - 1
    return bases, _last_mark(marks, at, len(text)) >= len(text) - REACH


def _last_mark(marks: Sequence[tuple[int, bool]], at: int, until: int) -> int:
    """Return where a list of bases was last seen before a place: far away where it was closed since."""
    for place, opens in marks:
        if at < place <= until:
            at = place if opens else -REACH - 1
    return at


def _linked(index: int, text: str, here: Sequence[Citation], bases: Sequence[bool]) -> Iterator[Cited]:
    """Yield the citations of a page, each with the rule that it amends by the words between the two."""
    head: Citation | None = None
    for number, (citation, basis) in enumerate(zip(here, bases, strict=True)):
        before = text[here[number - 1].end : citation.start] if number else ""
        after = text[citation.end : here[number + 1].start] if number + 1 < len(here) else ""
        amends = head.rule if head is not None and _amended(head, citation, before) else None
        if amends is None and _is_link(_AMENDS, after):
            amends = here[number + 1].rule
        if amends is None and not _is_link(_AMENDS, before):
            head = citation
        yield Cited(
            index, citation.rule, citation.start, citation.end, basis, None if amends == citation.rule else amends
        )


def _amended(head: Citation, by: Citation, between: str) -> bool:
    return _is_link(_AMENDED_BY, between) or (head.kind == by.kind and _is_link(_WITH, between))


def _is_link(pattern: re.Pattern[str], between: str) -> bool:
    plain = _ASIDE.sub(" ", between)
    return len(plain) <= REACH and not _ITEM.search(plain) and pattern.search(plain) is not None
