"""A sheet's XML without its empty formatted cells and rows, dropped as bytes before any parser sees them.

A sheet that somebody formatted to its last column holds millions of them: parsed, they take minutes.
"""

import re
from typing import IO

CHUNK = 1 << 20
MAX_TAIL = 4 << 20  # a tag or text longer than this is passed on in pieces, unsearched
# As Excel, LibreOffice and openpyxl write them, the place first; others are left to the parser. An element that
# does not name its place must stay: it moves the place of those after it.
_EMPTY_CELL = re.compile(rb'<c r="[^<>/]*+(?:/>|></c>)')
_EMPTY_ROW = re.compile(rb'<row r="[^<>/]*+(?:/>|></row>)')


class LeanSheet:
    """Reads a sheet's XML from a binary file; what it returns parses to the same cells with values."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._tail = b""

    def read(self, _size: int = -1) -> bytes:
        """Return the next piece, of any length; empty bytes only at the end."""
        while True:
            data = self._file.read(CHUNK)
            buffer = self._tail + data
            cut = buffer.rfind(b"<") if data and len(buffer) < MAX_TAIL else len(buffer)
            self._tail = buffer[cut:]
            piece = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", buffer[:cut]))
            if piece or not data:
                return piece
