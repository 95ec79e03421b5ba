"""A page as OCR reads it: plain text, the boxes of its lines, its state; and what of it is better than before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.document import Box, PageRead
from indexer.ocr.cache import Found
from indexer.ocr.words import Line, Word, confidence
from indexer.readers.clean import clean, one_line
from indexer.readers.page import inferred
from indexer.readers.quality import judge

LEAST_SURE = 0.5
"""Mean confidence below which a page is poor: half of its words are wrong then."""
NOISE = 25.0  # confidence of a word that is a speck, a stamp's edge, a signature
NEW_SHARE = 0.5  # of a line's words that the text layer lacks
FEWEST_NEW = 4  # words that make a page `mixed`: fewer are misread ones
_WORD = re.compile(r"\w{2,}")


def improved(first: PageRead, found: Found) -> PageRead:
    """Return the better reading of a page: its own text, what OCR found, or both joined."""
    lines = [clear for line in found.lines if (clear := _without_noise(line))]
    if first.state == "text":
        return _joined(first, lines, found)
    second = _read(first, lines, found)
    if second.state == "ocr" or not first.text or second.quality > first.quality:
        return second
    return first


def _read(first: PageRead, lines: list[Line], found: Found) -> PageRead:
    text, boxes = _set(lines, found, 0)
    sure = confidence(tuple(lines))
    verdict = judge(text)
    quality = round(min(sure, verdict.quality), 3)
    state = "empty" if not text else "ocr" if sure >= LEAST_SURE and verdict.state == "text" else "poor"
    return PageRead(first.page, first.sheet, text, state, quality, tuple(inferred(text)), (), tuple(boxes))


def _joined(first: PageRead, lines: list[Line], found: Found) -> PageRead:
    """Return the page with those lines below its text that the text does not hold."""
    known = set(_WORD.findall(first.text.lower()))
    new = [line for line in lines if _is_new(line, known)]
    words = sum(len(_WORD.findall(word.text)) for line in new for word in line)
    sure = confidence(tuple(new))
    if words < FEWEST_NEW or sure < LEAST_SURE:
        return first
    start = len(first.text) + 1
    text, boxes = _set(new, found, start)
    whole = f"{first.text}\n{text}"
    return replace(
        first,
        text=whole,
        state="mixed",
        quality=round(min(first.quality, sure), 3),
        headings=tuple(inferred(whole, first.aside)),
        boxes=(*first.boxes, *boxes),
    )


def _is_new(line: Line, known: set[str]) -> bool:
    words = _WORD.findall(" ".join(word.text for word in line).lower())
    return bool(words) and sum(word not in known for word in words) > NEW_SHARE * len(words)


def _without_noise(line: Line) -> Line:
    sure = tuple(word for word in line if word.confidence >= NOISE)
    return sure if any(c.isalnum() for word in sure for c in word.text) else ()


def _set(lines: list[Line], found: Found, start: int) -> tuple[str, list[Box]]:
    """Return the lines as plain text, and their boxes by their range in a text that they enter at `start`."""
    told = list(_rejoined(lines))
    boxes, at = [], start
    for text, line in told:
        boxes.append(Box(at, at + len(text), *found.picture.place(_around(line))))
        at += len(text) + 1
    return "\n".join(text for text, _ in told), boxes


def _rejoined(lines: list[Line]) -> Iterator[tuple[str, Line]]:
    """Yield each line's text; a word that was cut at its end is whole there, and missing from the next line."""
    before: tuple[str, Line] | None = None
    for line in lines:
        text = one_line(" ".join(word.text for word in line))
        if before is not None:
            whole, text = _whole(before[0], text)
            yield whole, before[1]
        before = (text, line) if text else None
    if before is not None:
        yield before


def _whole(before: str, text: str) -> tuple[str, str]:
    if not before.endswith("-"):
        return before, text
    head, _, rest = text.partition(" ")
    last = before.rpartition(" ")[2]
    word = clean(f"{last}\n{head}")
    return (before, text) if "\n" in word else (before[: len(before) - len(last)] + word, rest)


def _around(line: tuple[Word, ...]) -> tuple[float, float, float, float]:
    left, top, right, bottom = zip(*(word.edges for word in line), strict=True)
    return min(left), min(top), max(right), max(bottom)
