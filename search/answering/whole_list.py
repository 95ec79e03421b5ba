"""The rest of a list of which a quote holds but the beginning, on its page and over the page's end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog.database import Catalog
from catalog.passages import overlapping, page_text
from catalog.scope import Scope
from catalog.whole_texts import following_page
from search.answering.evidence import Candidate
from search.answering.line_shapes import ENDED, SHORT, mark
from search.answering.sentences import LONGEST, Span, sentences

_FIRST_LINES = 6  # of a page, among which a list goes on: above it stand a number and a letterhead
_BEGUN = re.compile(r":\s+((?:1|a|I)[.)]\s)")
"""Where a line that leads in holds the first item, too: "Mengingat : 1. Undang-Undang"."""
_VALUE = re.compile(r"\w+")


def rest_of(catalog: Catalog, piece: Candidate, scope: Scope, most: int) -> list[Candidate]:
    """Give the pieces, at most so many, in which the list goes on that a piece leads in, as far as the scope sees."""
    page = page_text(catalog, piece.passage.id)
    after = following_page(catalog, piece.passage)
    here, overleaf = rest_of_list(page, piece.start, piece.end, after[1] if after else "")
    found = [(piece.passage, page, span) for span in here]
    if after:
        key, text = after
        found += [(one, text, span) for span in overleaf for one in overlapping(catalog, key, *span, scope)[:1]]
    return [
        replace(piece, passage=passage, start=span.start, end=span.end, text=text[span.start : span.end], span=None)
        for passage, text, span in found[:most]
    ]


def rest_of_list(text: str, start: int, end: int, following: str = "") -> tuple[list[Span], list[Span]]:
    """Give what goes on with the list that `start:end` of a page leads in: on that page, and on the following one.

    In spans of at most LONGEST characters; none where `start:end` leads in no list, or holds it whole. A list goes on
    overleaf where nothing else stands below it, and no full stop ends it.
    """
    level = _level(text, start, end)
    if level is None:
        return [], []
    pieces = [span for span in sentences(text) if span.start >= end]
    here = list(level.items(text, pieces))
    for span in here:
        level = level.after(text[span.start : span.end])
    last = here[-1].end if here else end
    is_last = len(here) == len(pieces) and text[last - 1] != "."
    return _joined(here), _joined(_continued(level, following)) if is_last else []


def _continued(level: "_Level", text: str) -> list[Span]:
    """Give the items with which a page goes on with a list, below its number and letterhead."""
    pieces = sentences(text)
    runs = (list(level.items(text, pieces[place:])) for place in range(min(_FIRST_LINES, len(pieces))))
    return next((run for run in runs if run), [])


@dataclass(frozen=True)
class _Level:
    """Where a list stands: the form of its marks and the last one's value, and the same of what an item holds.

    `form` is "" as long as no item was seen, `lead` the form of the mark of what leads in; `is_open` tells that the
    last item leads in what it holds.
    """

    lead: str
    form: str = ""
    value: str = ""
    nested: str = ""
    is_open: bool = True

    def after(self, words: str) -> "_Level":
        """Give the level behind an item, or a part of one."""
        form, is_open = mark(words), words.endswith(":")
        if not form:
            return replace(self, is_open=is_open)
        if self.form in ("", form):
            return _Level(self.lead, form, _value(words), is_open=is_open)
        return replace(self, nested=form, is_open=is_open)

    def takes(self, words: str) -> bool:
        """Tell whether a piece is the list's next item, or of what its last item holds."""
        form = mark(words)
        if not form or form == self.lead:
            return False
        if not self.form:
            return _value(words) in {"a", "A", "1", "i", "I", ""}
        if form == self.form:
            return _follows(self.value, _value(words))
        return self.is_open or form == self.nested

    def items(self, text: str, pieces: Sequence[Span]) -> Iterator[Span]:
        """Yield the leading ones of some pieces that go on with the list."""
        level, last = self, None
        for span in pieces:
            words = text[span.start : span.end]
            is_cut = last is not None and not ENDED.search(text[last.start : last.end])
            if not (level.takes(words) or (is_cut and not mark(words))):
                return
            yield span
            level, last = level.after(words), span


def _level(text: str, start: int, end: int) -> _Level | None:
    """Give where the list stands that `start:end` leads in; None where it leads in none."""
    inside = [span for span in sentences(text) if start <= span.start and span.end <= end]
    if not inside or inside[0].start != start:
        return None
    lead, *items = (text[span.start : span.end] for span in inside)
    if begun := _BEGUN.search(lead):
        lead, items = lead[: begun.start() + 1], [lead[begun.start(1) :], *items]
    if not lead.endswith(":") and (len(lead) >= SHORT or not items):
        return None
    level = _Level(mark(lead))
    for words in items:
        level = level.after(words)
    is_list = level.value or lead.endswith(":")  # bullets below a heading may be anything
    return level if (level.form and is_list) or not items else None


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Join spans that follow one another as far as they are no longer than a quote."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.end - joined[-1].start <= LONGEST:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _value(words: str) -> str:
    """Give the number or letter of an item, nothing for a bullet."""
    head = words.split(None, 1)[0] if mark(words) else ""
    found = _VALUE.search(head)
    return found[0] if found else ""


def _follows(value: str, following: str) -> bool:
    """Tell whether an item's number or letter is the next one; a bullet follows any."""
    if value.isdecimal() and following.isdecimal():
        return int(following) == int(value) + 1
    if len(value) == len(following) == 1:
        return ord(following) == ord(value) + 1
    return value == following == "" or (len(value) > 1 or len(following) > 1)
