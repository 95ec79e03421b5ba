"""Where an article stands in the pages of a rule: from its heading to the next one. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.understanding.asked_article import AskedArticle

MOST_PAGES = 3
"""Pages over which an article is followed: beyond them no quote would come from."""
_BARE = r"[^\w\n.…]{0,3}"
"""Quotation marks and spaces around a heading; dots behind it make it a catchword, printed below the page before."""
_TITLE = r"(?:[^\S\n]*[-–—:][^\S\n]*[^\n.;]{3,80})?"
"""Agreements have it behind the number: "Pasal 4 – Pencatatan"."""
_NEXT = re.compile(
    rf"^{_BARE}(?:Pasal[^\S\n]+\d+[A-Z]{{0,2}}{_TITLE}|(?:BAB|Bab)[^\S\n]+[IVXLC]+\b.*|PENJELASAN){_BARE}$",
    re.MULTILINE,
)
_ELUCIDATION = re.compile(rf"^{_BARE}PENJELASAN{_BARE}$", re.MULTILINE)
_SAYS_NOTHING = re.compile(r"\W*(?:Ayat \(\d+\)\s*)?Cukup jelas", re.IGNORECASE)
_ORDINALS = (
    r"(?:KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH|KE\w{3,8} ?BELAS)"
)
_NEXT_DICTUM = re.compile(rf"^[^\S\n]*{_ORDINALS}[^\S\n]*(?::|$)|^[^\S\n]*(?:Ditetapkan|Tembusan)\b", re.MULTILINE)


class Range(NamedTuple):
    """A range of one page of several: `start:end` in its text."""

    page: int
    start: int
    end: int


def is_in(asked: AskedArticle, text: str) -> bool:
    """Tell whether an article begins in a text, and says something there."""
    return next(_beginnings(asked, text), None) is not None


def is_heading(text: str) -> bool:
    """Tell the bare heading of an article."""
    return _NEXT.fullmatch(text) is not None


def ranges(asked: AskedArticle, pages: Sequence[str]) -> list[Range]:
    """Give where an article stands, page by page, or its paragraph or item where asked; empty where it does not."""
    elucidation = next((number for number, text in enumerate(pages) if _ELUCIDATION.search(text)), len(pages))
    among = range(elucidation, len(pages)) if asked.explained else range(len(pages))
    first = next(((number, at) for number in among for at in _beginnings(asked, pages[number])), None)
    if first is None:
        return []
    whole = _until_next(asked, pages, *first)
    for mark in (asked.paragraph and rf"\({asked.paragraph}\)", asked.item and rf"\(?{asked.item}[.)]"):
        if mark:
            whole = _marked(mark, pages, whole)
    return whole


def _beginnings(asked: AskedArticle, text: str) -> Iterator[int]:
    for match in _heading(asked).finditer(text):
        if asked.explained or not _SAYS_NOTHING.match(text, match.end()):
            yield match.start()


def _heading(asked: AskedArticle) -> re.Pattern[str]:
    if asked.is_dictum:
        return re.compile(rf"^[^\S\n]*{asked.name}[^\S\n]*(?::|$)", re.MULTILINE)
    return re.compile(rf"^{_BARE}Pasal[^\S\n]+{asked.name}{_TITLE}{_BARE}$", re.MULTILINE | re.IGNORECASE)


def _until_next(asked: AskedArticle, pages: Sequence[str], page: int, start: int) -> list[Range]:
    following = _NEXT_DICTUM if asked.is_dictum else _NEXT
    found = []
    for number in range(page, min(page + MOST_PAGES, len(pages))):
        begin = start if number == page else 0
        after = pages[number].find("\n", begin) if number == page else 0  # behind its own heading
        ending = following.search(pages[number], max(after, 0))
        end = ending.start() if ending else len(pages[number])
        if end > begin:
            found.append(Range(number, begin, end))
        if ending:
            break
    return found


def _marked(mark: str, pages: Sequence[str], whole: list[Range]) -> list[Range]:
    """Give what stands in ranges from a mark at the beginning of a line to the next of its like; else all."""
    like = re.sub(r"\d+", r"\\d+", re.sub(r"(?<![\\\w])[a-z](?!\w)", "[a-z]", mark))
    begins = re.compile(rf"^[^\S\n]*{mark}\s", re.MULTILINE)
    for place, one in enumerate(whole):
        if match := begins.search(pages[one.page], one.start, one.end):
            found = []
            for later in whole[place:]:
                begin = match.start() if later is one else later.start
                after = match.end() if later is one else later.start
                ending = re.compile(rf"^[^\S\n]*{like}\s", re.MULTILINE).search(pages[later.page], after, later.end)
                found.append(Range(later.page, begin, ending.start() if ending else later.end))
                if ending:
                    break
            return found
    return whole
