"""Text cut into marked and unmarked parts, so that templates escape each part and never build markup from text."""

from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True)
class Segment:
    """A part of a text and whether it is highlighted."""

    text: str
    marked: bool


def segments(text: str, ranges: Sequence[Range]) -> list[Segment]:
    """Return the parts of `text` in order, those inside `ranges` (code points) marked; joined they are the text."""
    parts: list[Segment] = []
    at = 0
    for start, end in _merged(ranges, len(text)):
        if at < start:
            parts.append(Segment(text[at:start], marked=False))
        parts.append(Segment(text[start:end], marked=True))
        at = end
    if at < len(text):
        parts.append(Segment(text[at:], marked=False))
    return parts


def _merged(ranges: Sequence[Range], length: int) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in ranges):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def snippet(text: str, ranges: Sequence[Range], size: int) -> list[Segment]:
    """Return at most about `size` code points of `text` around its densest highlights, “…” where it was cut."""
    start, end = _window(text, _merged(ranges, len(text)), size)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in ranges if a < end and b > start]
    parts = segments(text[start:end], inside)
    before = [Segment("… ", marked=False)] if start > 0 else []
    after = [Segment(" …", marked=False)] if end < len(text) else []
    return [*before, *parts, *after]


def _window(text: str, ranges: Sequence[Range], size: int) -> Range:
    if len(text) <= size:
        return 0, len(text)
    lead = size // 6
    starts = [max(0, min(start - lead, len(text) - size)) for start, _ in ranges] or [0]
    best = max(starts, key=lambda at: (sum(at <= a and b <= at + size for a, b in ranges), -at))
    return _word_start(text, best), _word_end(text, best + size)


def _word_start(text: str, at: int) -> int:
    """Move to the next word's start, unless that is far: a text without spaces is cut where it stands."""
    if at <= 0 or text[at - 1].isspace():
        return max(at, 0)
    space = next((i for i in range(at, min(at + 30, len(text))) if text[i].isspace()), None)
    return at if space is None else space + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text) or text[at].isspace():
        return min(at, len(text))
    space = next((i for i in range(at, max(at - 30, 0), -1) if text[i].isspace()), None)
    return at if space is None else space
