"""Legends below or above a table, "B = Berlaku, TB = Tidak berlaku": what the codes of its cells stand for."""

import re
from collections.abc import Mapping

from search.rows.wording import fold

_MEANING = re.compile(r"(?<!\w)(?P<code>[A-Z]{1,4})\s*(?:=|:(?=\s))\s*(?P<told>[A-Za-z][A-Za-z /-]{2,40})")


def legend(text: str) -> Mapping[str, frozenset[str]]:
    """Return the folded codes that a text explains, each with the folded wordings of what it stands for.

    A code that is explained in two ways is none.
    """
    found: dict[str, set[frozenset[str]]] = {}
    for match in _MEANING.finditer(text):
        ways = frozenset(filter(None, map(fold, match["told"].split("/"))))
        found.setdefault(fold(match["code"]), set()).add(ways)
    return {code: ways.pop() for code, ways in found.items() if len(ways) == 1}
