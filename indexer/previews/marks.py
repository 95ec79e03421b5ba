"""Which places on a page's picture are marked for a quote: none rather than wrong ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.document import Box
from indexer.previews.letters import letters
from indexer.readers.boxes import Edges

SLACK = 0.006  # of the page: a line's stored box and the letters in it are measured in two ways


@dataclass(frozen=True)
class Marks:
    """Edges of what to mark, as shares of the page; `exact` if they hold the quote alone, and not its whole lines."""

    edges: tuple[Edges, ...]
    exact: bool


NOTHING = Marks((), exact=False)


def chosen(found: Sequence[Sequence[Edges]], boxes: Sequence[Box], text: str, spot: tuple[int, int]) -> Marks:
    """Return what to mark for the quote at `spot` of a page's text.

    `found` are the places at which its letters stand on the page, `boxes` the lines of the page whose place is known.
    The two have to agree. Where letters do not decide, the lines are marked, if every word of the quote is in one.
    """
    start, end = spot
    lines = [box for box in boxes if box.start < end and box.end > start]
    if not _hold(lines, text, spot):
        return Marks(tuple(found[0]), exact=True) if len(found) == 1 and _is_once(text, spot) else NOTHING
    agreeing = [edges for edges in found if all(_is_inside(e, lines) for e in edges)]
    if len(agreeing) == 1:
        return Marks(tuple(agreeing[0]), exact=True)
    if found and not agreeing:
        return NOTHING
    return Marks(tuple((b.left, b.top, b.right, b.bottom) for b in lines), exact=False)


def _hold(lines: Sequence[Box], text: str, spot: tuple[int, int]) -> bool:
    """Tell whether every letter of the quote stands in one of the lines."""
    at, end = spot
    for line in lines:
        if text[at : line.start].strip():
            return False
        at = max(at, line.end)
    return bool(lines) and not text[at:end].strip()


def _is_once(text: str, spot: tuple[int, int]) -> bool:
    whole, _ = letters(text)
    quote, _ = letters(text[slice(*spot)])
    return whole.count(quote) == 1


def _is_inside(edges: Edges, lines: Sequence[Box]) -> bool:
    left, top, right, bottom = edges
    middle = (top + bottom) / 2
    return any(
        line.left - SLACK <= left and right <= line.right + SLACK and line.top - SLACK <= middle <= line.bottom + SLACK
        for line in lines
    )
