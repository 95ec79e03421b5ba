"""Stamps: the same few lines of text over picture after picture are no text of these pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indexer.document import PageRead

MOST_STAMPED = 600
"""Characters: a page with more text is no stamp, whatever lies below it."""
QUALITY = 0.1  # as `quality.judge` says of a short stamp
_NUMBER = re.compile(r"\d+")  # "Halaman 3 dari 20" is the line of page 4, too


def without_stamps(pages: Sequence[PageRead]) -> list[PageRead]:
    """Return the pages; one whose every line stands on most of the file's pictures, too, needs OCR.

    A page without a large picture is no stamp, and nothing is told of a single picture.
    """
    pictured = [page for page in pages if page.pictured and len(page.text) <= MOST_STAMPED]
    seen = Counter(line for page in pictured for line in set(_lines(page)))
    repeated = {line for line, count in seen.items() if count > 1 and count * 2 > len(pictured)}
    return [_stamped(page) if page.pictured and repeated.issuperset(_lines(page)) else page for page in pages]


def _lines(page: PageRead) -> list[str]:
    return [_NUMBER.sub("0", line) for line in page.text.split("\n") if line]


def _stamped(page: PageRead) -> PageRead:
    return replace(page, state="needs_ocr", quality=QUALITY, pictured=False)
