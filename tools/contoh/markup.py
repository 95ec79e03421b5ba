"""Reads the plain text in which the papers are written into blocks.

`# ` and `## ` begin headings, `1. ` `a. ` `- ` list items, `|` table rows (first row is the header, a row of
`|: 1 3 2` gives the widths), `---` a new page, `=> ` a row label of a borderless KAK table (until the next
label or `<=`). Other lines are paragraphs, ended by a blank line; an indented line continues the one above.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tools.contoh.blocks import Block, Break, Grid, Head, Items, Pairs, Par, Sop, Step

LIST = re.compile(r"(\d\d?\.|[a-z]\.|-) +(.*)", re.DOTALL)


def read(text: str) -> list[Block]:
    """Return the blocks of `text`."""
    blocks: list[Block] = []
    for label, lines in _labelled(_logical_lines(text)):
        inside = _plain(lines)
        if label is None:
            blocks += inside
        elif blocks and isinstance(blocks[-1], Pairs):
            blocks[-1] = Pairs([*blocks[-1].rows, (label, inside)])
        else:
            blocks.append(Pairs([(label, inside)]))
    return blocks


def read_sop(agency: str, text: str) -> Sop:
    """Return the procedure in `text`: `key: value` lines, where `key:` alone begins a list of `- ` lines."""
    single: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    key = ""
    for line in (line for line in _logical_lines(text) if line):
        if line.startswith("- "):
            lists.setdefault(key, []).append(line[2:])
        else:
            key, _, value = (part.strip() for part in line.partition(":"))
            single[key] = value
    return Sop(
        agency=agency,
        unit=single["unit"],
        number=single["nomor"],
        name=single["nama"],
        made=single["dibuat"],
        revised=single["revisi"],
        effective=single["efektif"],
        approver=single["pengesah"],
        approver_name=single["nama pengesah"],
        approver_nip=single["nip"],
        legal=lists["dasar"],
        skills=lists["kualifikasi"],
        links=lists["keterkaitan"],
        tools=lists["peralatan"],
        warning=single["peringatan"],
        records=single["pencatatan"],
        roles=[role.strip() for role in single["pelaksana"].split("|")],
        steps=[_step(line) for line in lists["langkah"]],
        total=single.get("jumlah", ""),
    )


def _step(line: str) -> Step:
    cells = [cell.strip() for cell in line.split("|")]
    return Step(*cells, ask=cells[0].endswith("?"))


def _logical_lines(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        if line.startswith("  ") and lines and lines[-1]:
            lines[-1] += " " + line.strip()
        else:
            lines.append(line.rstrip())
    return lines


def _labelled(lines: Sequence[str]) -> Iterator[tuple[str | None, list[str]]]:
    label, held = None, []
    for line in lines:
        if line.startswith(("=> ", "<=")):
            if held or label:
                yield label, held
            label, held = line[3:] or None, []
        else:
            held.append(line)
    yield label, held


def _kind(line: str) -> str:
    if line.startswith("|"):
        return "row"
    if line.startswith(("# ", "## ", "---")):
        return line
    if found := LIST.match(line):
        return {"1": "1", "-": "-"}.get("1" if found[1][0].isdigit() else found[1][0], "a")
    return "text" if line else ""


def _plain(lines: Sequence[str]) -> list[Block]:
    return [_block(kind, list(group)) for kind, group in groupby(lines, _kind) if kind]


def _block(kind: str, lines: Sequence[str]) -> Block:
    if kind == "row":
        return _table(lines)
    if kind in ("1", "a", "-"):
        return Items([LIST.match(line)[2] for line in lines], kind)
    if kind.startswith("---"):
        return Break(landscape={"--- lanskap": True, "--- potret": False}.get(kind))
    if kind.startswith("#"):
        return Head(kind.lstrip("# "), kind.index(" "))
    return Par(" ".join(lines))


def _table(lines: Sequence[str]) -> Grid:
    widths = [float(share) for line in lines if line.startswith("|:") for share in line[2:].split()]
    cells = [[cell.strip() for cell in line[1:].split("|")] for line in lines if not line.startswith("|:")]
    wrong = [row for row in cells if len(row) != len(cells[0])]
    if wrong:
        raise ValueError(f"table {cells[0]}: row {wrong[0]} has {len(wrong[0])} cells, not {len(cells[0])}")
    return Grid(cells[0], cells[1:], widths)
