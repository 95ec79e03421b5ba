"""Puts the words of a question into their places, one after the other: no word is dropped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.rows import spoken
from search.rows.asked import Condition, Peak, Phrase
from search.rows.lexicon import LISTING, Entry, entries
from search.rows.wording import Token, bare, tokens

_STOP = re.compile(r"\.(?:\s+[^\W\d_]|\s*$)")
_ABBREVIATED = 3  # letters of a short form that a dot ends: "lt. 5"
_OPEN = frozenset(["umum", "nama"])
"""Kinds of words that are part of a name."""
_PURCHASES = frozenset(["pembelian", "pengadaan", "perolehan"])
_KIND = "jenis"
"""Behind a thing it says that its kind follows, "APAR jenis CO2"; elsewhere kinds are asked for."""
_WHICH = "yang"
_OF_PAPERS = frozenset(["data", "daftar", "rekap", "tabel"])
"""Alone they name the paper that is asked, and nothing in it."""


@dataclass
class Reading:
    """What has been read so far of a text; `rest` is the text without its figures."""

    text: str
    rest: str
    found: dict[str, str]
    measure: tuple[str, ...] = ()
    measure_words: str = ""
    peak: Peak | None = None
    conditions: tuple[Condition, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    open_words: tuple[Token, ...] = ()
    marks: frozenset[str] = frozenset()
    place: bool = False
    of_which: bool = False
    owned: bool = False
    without_from: int = -1
    refused: bool = False
    joined: bool = False


def place(reading: Reading) -> None:
    """Put each word of a question into its place in the reading; `refused` where one has none."""
    row = list(_pieces(reading.rest))
    at = 0
    while at < len(row) and not reading.refused:
        if row[at] is None:
            _close(reading)
            at += 1
            continue
        size, meant = _longest(row, at)
        if _joins_names(reading, row, at) or _names_source(reading, row[at]):
            meant = ()
        span = [token for token in row[at : at + size] if token is not None]
        _take(reading, span, meant)
        at += size
    _close(reading)
    reading.refused = reading.refused or reading.without_from >= 0


def _pieces(text: str) -> Iterator[Token | None]:
    """Give the words; None where something stands that parts what is before and after it."""
    last = 0
    short = True
    for token in tokens(text):
        if any(mark in text[last : token.start] for mark in ";,:?!()") or (not short and _STOP.match(text[last:])):
            yield None
        last, short = token.end, token.end - token.start <= _ABBREVIATED
        yield token


def _longest(row: list[Token | None], at: int) -> tuple[int, tuple[Entry, ...]]:
    words: list[str] = []
    best: tuple[int, tuple[Entry, ...]] = (1, ())
    for token in row[at : at + 5]:
        if token is None:
            break
        words.append(token.text)
        best = (len(words), entries()[tuple(words)]) if tuple(words) in entries() else best
    return best


def _joins_names(reading: Reading, row: list[Token | None], at: int) -> bool:
    """Tell whether "dan" stands within words that name things or an owner: "Dinas Pertanian dan Pangan"."""
    token = row[at]
    following = row[at + 1 :][:1]
    if token is None or token.text not in LISTING or not reading.open_words or following in ([], [None]):
        return False
    return {entry.kind for entry in _longest(row, at + 1)[1]} <= _OPEN or _names_source(reading, following[0])


def _names_source(reading: Reading, token: Token | None) -> bool:
    """Tell whether "pembelian" is where a thing came from: before no year of it."""
    if token is None or token.text not in _PURCHASES:
        return False
    return not reading.rest[token.end :].lstrip().startswith(spoken.TAKEN)


def _take(reading: Reading, span: list[Token], meant: tuple[Entry, ...]) -> None:
    kinds = {entry.kind for entry in meant}
    typed = reading.text[span[0].start : span[-1].end]
    if kinds & {"larangan"} or (span[0].text == _KIND and len(span) == 1 and not reading.open_words):
        reading.refused = True
    elif kinds <= _OPEN:
        said = next((entry.meaning for entry in meant if entry.meaning), ())  # "masih dalam proses" is called "proses"
        reading.open_words += tuple(Token(word, span[0].start, span[-1].end) for word in said) or tuple(span)
    else:
        if not (kinds <= {"penanda", "abai"} and _names_next(reading.open_words)):
            _close(reading)
            reading.place = "tempat" in kinds
            reading.of_which = reading.of_which or span[0].text == _WHICH
            reading.owned = "milik" in kinds
            if "selain" in kinds:
                reading.refused = reading.refused or reading.without_from >= 0
                reading.without_from = span[-1].end
        reading.found |= dict.fromkeys(kinds, typed)
        for entry in meant:
            _meant(reading, entry, typed)


def _names_next(words: Sequence[Token]) -> bool:
    """Tell whether a word is the name of what is told next: "pemilihannya *lewat* tender"."""
    return len(words) == 1 and bare(words[0].text) != words[0].text


def _meant(reading: Reading, entry: Entry, typed: str) -> None:
    if entry.kind == "ukuran":
        reading.refused = reading.refused or bool(reading.measure)
        reading.measure, reading.measure_words = entry.meaning, typed
    elif entry.kind == "puncak":
        reading.refused = reading.refused or reading.peak is not None
        reading.peak = Peak(entry.meaning[0], entry.meaning[1:], typed)
    elif entry.kind == "tanya" and entry.meaning:  # "barang apa": of all goods
        reading.phrases += (Phrase(entry.meaning, place=False, typed=typed),)
    elif entry.kind == "syarat":
        reading.refused = reading.refused or reading.without_from >= 0  # what is left out is no condition of the rest
        column, operator, *values = entry.meaning
        reading.conditions += (Condition(column, operator, tuple(values), typed),)
    elif entry.kind == "penanda":
        reading.marks |= frozenset(entry.meaning)


def _close(reading: Reading) -> None:
    """End a phrase: what follows is another one."""
    if reading.open_words:
        typed = reading.text[reading.open_words[0].start : reading.open_words[-1].end]
        words = _without_paper(tuple(token.text for token in reading.open_words))
        if not _OF_PAPERS.issuperset(words):
            without = reading.without_from >= 0
            between = reading.rest[reading.without_from : reading.open_words[0].start] if without else ""
            reading.refused = reading.refused or spoken.TAKEN in between  # "selain tahun 2023"
            told = Phrase(words, reading.place, typed, of_which=reading.of_which, owned=reading.owned, without=without)
            reading.without_from = -1
            reading.phrases += (told,)
        reading.open_words, reading.place, reading.of_which, reading.owned = (), False, False, False


def _without_paper(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give words without "data" before or behind: in "menurut data Disdik" it is the paper, not whose it is."""
    begin, end = words[0] == "data", len(words) > 1 and words[-1] == "data"
    return words[begin : len(words) - end]
