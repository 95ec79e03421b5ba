"""What changed between two versions, line by line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from catalog.assets import Page

LONGEST = 4000
"""Lines of a version: longer ones are compared on paper."""
SHOWN = 600
"""Lines of a comparison that are shown."""
_AROUND = 2


@dataclass(frozen=True)
class Line:
    """A line; `kind` is `same`, `old` (only in the earlier version) or `new`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """Stretches of lines around what changed, how many lines came and went, and how many are not shown."""

    stretches: tuple[tuple[Line, ...], ...]
    new: int
    old: int
    left_out: int


def lines(pages: Iterable[Page]) -> list[str]:
    """Return the lines of a version that say something, without the space around them."""
    return [" ".join(line.split()) for page in pages for line in page.text.splitlines() if line.strip()]


def difference(old: Sequence[str], new: Sequence[str]) -> Difference | None:
    """Return what changed from one version to another; None where one of them is too long to be compared here."""
    if max(len(old), len(new)) > LONGEST:
        return None
    # autojunk: lines that come back on every page do not make it slow.
    groups = SequenceMatcher(None, old, new).get_grouped_opcodes(_AROUND)
    found = [tuple(line for opcode in group for line in _told(opcode, old, new)) for group in groups]
    changed = [line.kind for stretch in found for line in stretch]
    shown, room = [], SHOWN
    for stretch in found:
        if room <= 0:
            break
        shown.append(stretch[:room])
        room -= len(stretch)
    left_out = len(changed) - sum(map(len, shown))
    return Difference(tuple(shown), changed.count("new"), changed.count("old"), left_out)


def _told(opcode: tuple[str, int, int, int, int], old: Sequence[str], new: Sequence[str]) -> list[Line]:
    tag, first, last, start, end = opcode
    if tag == "equal":
        return [Line("same", text) for text in old[first:last]]
    return [*(Line("old", text) for text in old[first:last]), *(Line("new", text) for text in new[start:end])]
