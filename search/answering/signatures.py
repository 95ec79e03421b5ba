"""The block in which a paper is signed: where and when it was set, the office, and below it the name."""

import re
from collections.abc import Iterator

from search.answering.sentences import LONGEST, Span

_OFFICE = (
    r"(?:a\.?n\.?|plt\.?|plh\.?|pj\.?|presiden|menteri|jaksa|gubernur|bupati|wali ?kota|kepala|ketua|direktur"
    r"|sekretaris|inspektur|camat|lurah|rektor|dekan|panglima|pejabat|pengguna|kuasa)\b"
)
_DONE = "(?:ditetapkan|disahkan|diundangkan|dikeluarkan)"
_SET = rf"(?:{_DONE} di[^\n]{{2,40}}\n(?:[^\n]{{0,3}}pada tanggal[^\n]{{0,40}}\n)?)"
SET = re.compile(rf"^\W*{_DONE} di\b", re.IGNORECASE | re.MULTILINE)
"""The first line of the block: what stands above it does not lead it in."""
_TITLE = (
    rf"(?:{_OFFICE}[^\n]{{0,60}}(?<!,)\n(?:[^\n]{{4,60}}(?<![,.;:])\n){{0,3}}[^\n]{{4,60}},|{_OFFICE}[^\n]{{0,60}},)"
)
_BLOCK = re.compile(
    rf"^[^\S\n]*(?P<set>{_SET})?(?P<title>{_TITLE})[^\S\n]*\n(?P<sign>[^\S\n]*\(?(?:ttd|t\.t\.d)\.?\)?[^\S\n]*\n)?"
    r"(?P<name>[^\S\n]*[A-Z][^\n\d:;]{4,60})$",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = re.compile(r"[A-Z][A-Za-z.'’,\s-]*[A-Za-z.]")
_NO_NAME = re.compile(
    rf"\A(?:{_OFFICE}|unsur|berita|lembaran|tambahan|salinan|republik|mengingat|menimbang)|\.\.\.|\b(?:dan|yang|untuk|dengan"
    r"|dalam|oleh|pada)\b",
    re.IGNORECASE,
)
"""Another office of a list, the gazette below, and what goes on with a sentence."""
_DEGREE = re.compile(r"\b(?:Drs?|Dra|Ir|Prof|H|Hj|KH)\.|,\s*[A-Z][A-Za-z]{0,2}\.")


def signatures(text: str) -> Iterator[Span]:
    """Yield each block of a page that is signed with a name, from the office on.

    Where a rule was printed, as a whole: only the line above it tells that this office did not set it.
    """
    for block in _BLOCK.finditer(text):
        name = block["name"].strip()
        if not _NAME.fullmatch(name) or _NO_NAME.search(name):
            continue
        if not (block["set"] or block["sign"] or name.isupper() or _DEGREE.search(name)):
            continue
        printed = block["set"] and block["set"].casefold().startswith("diundangkan")
        start = block.start("set" if printed else "title")
        if block.end() - start <= LONGEST:
            yield Span(start, block.end())
