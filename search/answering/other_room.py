"""Whether a row of a sheet lies in another room than the one that is asked for.

Inventories of rooms name the room in each row, above each table, or in the title of a section; the same thing stands in
many of them.
"""

import re
from collections.abc import Iterator

from search.answering.line_shapes import tells_total

_KINDS = r"(?:ruang(?:an)?|gudang|poli(?:klinik)?|aula|lab(?:oratorium)?)"
_ASKED = re.compile(
    rf"\b(?:di|pada|dalam)\s+(?P<kind>{_KINDS})\s+(?P<name>(?!(?:yang|mana|tahun|lantai|lt|ini|itu|apa|berapa)\b)[^\W\d_]+)"
    r"(?:\s+(?P<which>\d{1,3}|[A-Za-z]|[IVX]{1,4})(?!\w))?",
    re.IGNORECASE,
)
_ROOM = re.compile(rf"\b{_KINDS}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_BAR = " | "
_CELLS_OF_TITLE = 3


def is_in_another_room(question: str, page: str, start: int, end: int, called: str) -> bool:
    """Tell whether a question names a room, and the row `start:end` of a sheet or the title above it names another.

    `called` are the names of sheet and file. False where nothing tells in which room things are.
    """
    asked = _ASKED.search(question)
    if asked is None:
        return False
    wanted = {word.casefold() for word in (asked["name"], asked["which"]) if word}
    row, title = page[start:end], next(_rooms_above(page[:start]), "")
    if not _ROOM.search(f"{row}\n{title}"):
        return False
    return not wanted <= {word.casefold() for word in _WORD.findall(f"{row}\n{title}\n{called}")}


def _rooms_above(text: str) -> Iterator[str]:
    """Yield the titles of rooms above a place, the nearest first."""
    for line in reversed(text.splitlines()):
        if line.count(_BAR) < _CELLS_OF_TITLE and _ROOM.search(line) and not tells_total(line):
            yield line
