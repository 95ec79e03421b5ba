"""Letter-spaced titles, "K E M E N T E R I A N   K E U A N G A N": joined to words by the distances of their letters.

pdfium tells one space for the gap between two letters and for the wider one between two words: only places tell them
apart. Where they do not, the line is left as it is.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median

from indexer.readers.boxes import Edges

WORD_GAP = 1.6  # times the usual gap between two letters
FAR = 1.5  # times the share of the height that a letter has: so far apart are columns, not letters
COLUMN_GAP = 5.0  # times: letters so far apart stand in columns
SINGLE = 0.6  # of the parts are one letter: "WA S PA D A" has narrow pairs
LONGEST = 16  # letters of one word
FEWEST_LETTERS = 3  # different ones: a row of ticks is no word

_RUN = re.compile(r"(?<!\S)[^\W\d_]{1,2}(?: [^\W\d_]{1,2}){3,}(?!\S)")

Place = Callable[[int, int], Edges | None]


class Joined:
    """A raw text whose letter-spaced runs are words, and where its ranges are seen: called as `boxes.Places` are."""

    def __init__(self, raw: str, place: Place) -> None:
        dropped = {at for run in _RUN.finditer(raw) for at in _inside_words(run, place)}
        self._kept = [at for at in range(len(raw)) if at not in dropped] if dropped else range(len(raw))
        self.raw = "".join(raw[at] for at in self._kept) if dropped else raw
        self._place = place

    def __call__(self, first: int, last: int) -> Edges | None:
        """Return the edges of what `first:last` of the joined text shows."""
        return self._place(self._kept[first], self._kept[last - 1] + 1)


def _inside_words(run: re.Match[str], place: Place) -> Iterator[int]:
    """Yield the places of the spaces in a run that stand inside of words; none where that is not certain."""
    parts = [(m.start(), m.end()) for m in re.finditer(r"\S+", run.group())]
    letters = [c for c in run.group() if c != " "]
    single = sum(end - start == 1 for start, end in parts)
    edges = [place(run.start() + start, run.start() + end) for start, end in parts]
    seen = [e for e in edges if e]
    if len(seen) < len(edges) or single < SINGLE * len(parts) or not _may_be_words(letters):
        return
    gaps = [b[0] - a[2] for a, b in pairwise(seen)]
    usual = median(gaps)
    wide = [gap > WORD_GAP * usual for gap in gaps]
    far = usual <= 0 or usual > FAR * max(e[3] - e[1] for e in seen) or max(gaps) > COLUMN_GAP * usual
    if far or len(letters) > LONGEST * (1 + sum(wide)):
        return
    yield from (run.start() + end for (_, end), is_wide in zip(parts, wide, strict=False) if not is_wide)


def _may_be_words(letters: list[str]) -> bool:
    """Tell letters from a row of ticks and from a list of letters."""
    ascending = all(a < b for a, b in pairwise(letters))
    return not ascending and len(set(letters)) >= FEWEST_LETTERS
