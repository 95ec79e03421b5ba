"""Reads the plain notation in which longer papers are written into blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.contoh.blocks import Block, Break, Grid, Head, Items, Kop, Par, Sign, Title

_ITEM = re.compile(r"(\d+|[a-z])\. |- ")


def blocks(text: str) -> list[Block]:
    """Return the blocks of `text`; an empty line ends a block, and its first sign tells what it is.

    `#` and `##` are headings, `^` centred titles, `1.`, `a.` and `-` list items (items and rows go on in indented
    lines), `|` table rows (`|: 1 3` before them gives the column widths),
    `!kop`, `!sign` and `!break` what they say; all else is a paragraph.
    """
    parts = re.split(r"\n\s*\n", text.strip("\n"))
    return [_block(part.strip("\n").split("\n")) for part in parts]


def _block(lines: Sequence[str]) -> Block:
    first = lines[0]
    if first.startswith("!"):
        return _command(_joined(lines))
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        return Head(_joined(lines).lstrip("# "), level)
    if first.startswith("^"):
        return Title([line.lstrip("^ ") for line in lines])
    if first.startswith("|"):
        return _grid(lines)
    if _ITEM.match(first):
        return _items(lines)
    return Par(_joined(lines))


def _joined(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _fields(text: str) -> list[str]:
    return [field.strip() for field in text.split("|")]


def _command(text: str) -> Block:
    name, _, rest = text[1:].partition(" ")
    makers: dict[str, Callable[[list[str]], Block]] = {
        "kop": lambda fields: Kop(*fields),
        "sign": lambda fields: Sign(*fields),
        "break": lambda _: Break(),
    }
    return makers[name](_fields(rest))


def _items(lines: Sequence[str]) -> Items:
    items: list[str] = []
    for line in lines:
        if found := _ITEM.match(line):
            items.append(line[found.end() :].strip())
        else:
            items[-1] += " " + line.strip()
    sign = lines[0][0]
    return Items(items, "1" if sign.isdigit() else "-" if sign == "-" else "a")


def _grid(lines: Sequence[str]) -> Grid:
    widths: list[float] = []
    if lines[0].startswith("|:"):
        widths = [float(share) for share in lines[0][2:].split()]
        lines = lines[1:]
    rows: list[str] = []
    for line in lines:
        if line.startswith("|"):
            rows.append(line)
        else:
            rows[-1] += " " + line.strip()
    cells = [_fields(row.strip().strip("|")) for row in rows]
    wrong = [row for row in cells if len(row) != len(cells[0])]
    if wrong:
        raise ValueError(f"table row with {len(wrong[0])} cells under {len(cells[0])} headers: {wrong[0]}")
    return Grid(cells[0], cells[1:], widths)
