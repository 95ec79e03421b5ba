"""What the OCR program says of a picture: its words by lines, each with its confidence and place."""

from dataclasses import dataclass
from typing import Any

from indexer.ocr.picture import Edges

_COLUMNS = 12  # level, page, block, paragraph, line, word, left, top, width, height, confidence, text


@dataclass(frozen=True)
class Word:
    """A word as read, with a confidence from 0 to 100 in tenths, and its box in pixels of the picture."""

    text: str
    confidence: float
    edges: Edges


Line = tuple[Word, ...]


def parsed(tsv: str) -> tuple[Line, ...]:
    """Return the lines of Tesseract's table, without what is no word; a line of the table that is cut is left out."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for row in tsv.split("\n")[1:]:
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) == _COLUMNS and cells[-1].strip() and not cells[10].startswith("-"):
            lines.setdefault(tuple(cells[2:5]), []).append(_word(cells))
    return tuple(tuple(line) for line in lines.values())


def _word(cells: list[str]) -> Word:
    left, top, width, height = map(float, cells[6:10])
    # Rounded here, as it is kept: a page that a later run takes from there has the same quality to the last digit.
    return Word(cells[11].strip(), round(float(cells[10]), 1), (left, top, left + width, top + height))


def confidence(lines: tuple[Line, ...]) -> float:
    """Return the mean confidence from 0 to 1, long words counting more; 0 for no words."""
    words = [word for line in lines for word in line]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / (100 * letters or 1)


def packed(lines: tuple[Line, ...]) -> list[Any]:
    """Return the lines as JSON values."""
    return [[[word.text, word.confidence, *map(int, word.edges)] for word in line] for line in lines]


def unpacked(values: list[Any]) -> tuple[Line, ...]:
    """Return the lines that `packed` packed; ValueError, TypeError or IndexError if it did not."""
    return tuple(
        tuple(Word(str(text), float(sure), (float(a), float(b), float(c), float(d))) for text, sure, a, b, c, d in line)
        for line in values
    )
