"""Headings from a file's bookmarks: only where the words of a bookmark stand on its page, on lines of their own."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.document import Heading, PageRead
from indexer.readers.headings import MAX_HEADING_CHARS, level_of
from indexer.readers.page import merged
from indexer.readers.second import Bookmark

DEEPEST = 9
MAX_ON_PAGE = 50  # more of them, or a longer page, is no outline, and would only cost time
MAX_PAGE_CHARS = 20_000
# Word makes a bookmark of every line in a heading style: of sentences, and of the front of a regulation.
_FORMULAS = re.compile(
    r".*[.,;]|tentang|memutuskan|menetapkan|menimbang|mengingat|salinan|nomor\b.*|halaman \w+", re.IGNORECASE
)
_NUMBER = r"(?:(?:[\dIVXLC]{1,5}|[A-Z])(?:\.\d{1,2})*[.)]?[ \t]+)?"


def with_bookmarks(pages: Sequence[PageRead], bookmarks: Sequence[Bookmark]) -> tuple[PageRead, ...]:
    """Return the pages, in whose headings those of the bookmarks are found again."""
    by_page: dict[int, list[Bookmark]] = defaultdict(list)
    for bookmark in bookmarks:
        by_page[bookmark.page].append(bookmark)
    return tuple(_marked(page, by_page.get(index, [])) for index, page in enumerate(pages))


def _marked(page: PageRead, bookmarks: Sequence[Bookmark]) -> PageRead:
    usual = 0 < len(bookmarks) <= MAX_ON_PAGE and len(page.text) <= MAX_PAGE_CHARS
    named = sorted(_found(page, bookmarks), key=lambda h: h.start) if usual else []
    return replace(page, headings=tuple(merged(named, page.headings))) if named else page


def _found(page: PageRead, bookmarks: Sequence[Bookmark]) -> Iterator[Heading]:
    """Yield the headings that bookmarks add, none over another one or inside of one that the text shows already."""
    taken = [(h.start, h.end) for h in page.headings]
    at = 0
    for bookmark in bookmarks:
        found = _line(bookmark.title, page.text, at) or _line(bookmark.title, page.text, 0)
        if not found:
            continue
        start, end = found
        at = end
        if not any(s <= start and end <= e for s, e in taken):
            taken.append(found)
            yield Heading(start, end, level_of(page.text[start:end]) or min(bookmark.level, DEEPEST))


def _line(title: str, text: str, at: int) -> tuple[int, int] | None:
    """Return the range of the whole lines from `at` on that hold this title, however it is broken, and no more."""
    words = title.split()
    if not words or len(title) > MAX_HEADING_CHARS or _FORMULAS.fullmatch(title):
        return None
    lines = r"\s+".join(map(re.escape, words))
    rule = re.compile(rf"^({_NUMBER}{lines})[ .:]*$", re.IGNORECASE | re.MULTILINE)
    found = rule.search(text, at)
    return found.span(1) if found else None
