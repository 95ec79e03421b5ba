"""Words that OCR misread: what probably stands on the page, beside what was recognised ("REPIJBUK": republik).

A word is misread if it is unknown (corpora/kosakata.txt) and a known word becomes it by what scanners confuse
(corpora/salah_baca.tsv), by one letter, or by a lost or added space. Text in which hardly any word is misread is
left alone: there a strange word is more likely a name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from operator import add
from typing import NamedTuple

from engine.analysis import Term, number, terms
from engine.stems import stem

MIN_SHARE = 0.03
"""Of the words of a text: fewer misread ones are taken for names and foreign words, and nothing is added."""
MIN_MISREAD = 2
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W_]+(?:[!|][^\W_]+)*")
_LETTERS_AND_FIGURES = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_SHORTEST = 4  # letters: shorter words have too many neighbours
_TWICE = 5  # letters from which two confusions in one word are believed
_ANY_LETTER = 6  # letters from which a letter may be any other, lost or added
_LONGEST = 3  # letters that are confused together
_JOINED = 3  # letters of the shorter of two words written as one
# Places in the vocabulary: the less a word looks like what was recognised, the more frequent it must be.
_FREQUENT, _COMMON, _RARE = 2000, 5000, 15000
_RARER = 4  # how much further down a piece of a divided word stands than the whole
_FIGURES = str.maketrans("OoQIl|!iTSsB", "000111117558")
_FIGURE = re.compile(r"(?=.*\d)[\dOoQIl|!]+|\dT[AC-Z]")
_AMOUNT = re.compile(r"(?<!\w)[Rr][Pp]\.?\s?(\d(?:\s?[\d.,]){3,30})")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{2})?")


class _Where(NamedTuple):
    """Where in a word a change is looked for: it begins at `begins` at the latest, and ends at `ends` at the earliest.

    What stands before the one and after the other is known to be right.
    """

    begins: int
    ends: int


def misread(text: str) -> list[Term]:
    """Give the index terms that probably stand behind misread words, each with the place of what was recognised."""
    return [Term(term.text, found.start, found.end) for found in _believed(text) for term in terms(found.text)]


def put_right(text: str) -> str:
    """Give the text with what probably stood there in place of misread words; clean text as it is."""
    parts, at = [], 0
    for found in _believed(text):
        parts += [text[at : found.start], found.text]
        at = found.end
    return "".join(parts) + text[at:]


@lru_cache(maxsize=1 << 9)
def _believed(text: str) -> tuple[Term, ...]:
    """Give the corrections, in reading order and apart from one another, if the text has enough of them.

    Kept for a while: the passages of one question are asked for three times.
    """
    if (most := _most_telling(_folded(text))) < MIN_MISREAD:
        return ()  # nearly every text; the rest of the way costs ten times as much
    plain = _WORD.findall(text)
    enough = max(MIN_MISREAD, MIN_SHARE * len(set(plain)))
    if most < enough:
        return ()
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    divided = list(_divided(text, words))
    if not _tells_enough({text[term.start : term.end]: term.text for term in divided}, plain, enough):
        return ()
    single = (Term(better, start, end) for word, start, end in words if (better := corrected(word)))
    return tuple(_apart([*divided, *single, *_amounts(text)]))


def _folded(text: str) -> list[str]:
    """Give the casefolded words of a text."""
    if text.isascii() and not ("!" in text or "|" in text):
        return text.translate(_LETTERS_AND_FIGURES).split()  # as `_WORD`, six times as fast
    return [word.casefold() for word in _WORD.findall(text)]


def _most_telling(folded: Sequence[str]) -> int:
    """Give at least the number of words that can tell of noise: unknown ones, and frequent ones made of two pieces."""
    unknown = [w for w in set(folded).difference(vocabulary()) if len(w) >= _TWICE and not w.isdecimal()]
    return len(unknown) + len(_frequent().intersection(map(add, folded, folded[1:])))


def _tells_enough(divided: Mapping[str, str], words: Sequence[str], enough: float) -> bool:
    """Tell whether so many corrections, of divided and of single words, show that a text is noisy.

    Words are put right only until that is known: for one that was never seen it takes half a millisecond.
    """
    telling = sum(_is_telling(*correction) for correction in divided.items())
    unknown = {word for word in words if len(word) >= _TWICE and word.casefold() not in vocabulary()}
    for left, word in zip(range(len(unknown), 0, -1), unknown, strict=True):
        if telling >= enough or telling + left < enough:
            break
        better = corrected(word)
        telling += better is not None and _is_telling(word, better)
    return telling >= enough


def _is_telling(read: str, written: str) -> bool:
    """Tell whether a correction shows that the text is noisy: names and rare terms seldom look like frequent words."""
    known, parts = vocabulary(), written.casefold().split()
    long = len(read) >= (_ANY_LETTER if read.istitle() else _TWICE)
    return long and all(known.get(part, _FREQUENT) < _FREQUENT for part in parts)


def _apart(found: list[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in sorted(found, key=lambda term: (term.start, -term.end)):
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return kept


def _divided(text: str, words: list[tuple[str, int, int]]) -> Iterator[Term]:
    """Give the words of which a space or hyphen made two."""
    folded, known = [word.casefold() for word, _, _ in words], vocabulary()
    for place, whole in enumerate(map(add, folded, folded[1:])):
        if whole in known:  # hardly any, so the pieces are looked at one by one only here
            (left, start, middle), (right, begin, end) = words[place : place + 2]
            if begin - middle == 1 and text[middle] in " -" and _are_pieces(left, right):
                yield Term(whole, start, end)


def _amounts(text: str) -> Iterator[Term]:
    """Put amounts together that were read with spaces in them: "Rp 1 0. 000.000,00"."""
    for match in _AMOUNT.finditer(text):
        amount = "".join(match[1].split()).rstrip(".,")
        if amount != match[1].rstrip(".,") and _GROUPED.fullmatch(amount):
            yield Term(number(amount), match.start(1), match.end(1))


def _are_pieces(left: str, right: str) -> bool:
    """Tell whether of two words that make a known one at least one is hardly ever a word by itself."""
    known, whole = vocabulary(), (left + right).casefold()
    rarer = max(known.get(piece.casefold(), len(known)) for piece in (left, right))
    return len(whole) >= _ANY_LETTER and whole.isalpha() and _RARER * known[whole] < rarer


@lru_cache(maxsize=1 << 16)
def is_known(word: str) -> bool:
    """Tell whether a word is in the vocabulary, as it is or by its stem; figures and single letters are known."""
    folded = word.casefold()
    return folded in vocabulary() or folded.isdecimal() or len(word) == 1 or stem(folded) in _stems()


@lru_cache(maxsize=1 << 16)
def corrected(word: str) -> str | None:
    """Give what probably stands behind a misread word: a word, two that were joined, or a figure; else None."""
    if _FIGURE.fullmatch(word) and not word.isdecimal():
        return word.translate(_FIGURES)
    folded = word.casefold()
    if len(word) < _SHORTEST or folded in vocabulary() or sum(c.isalpha() for c in word) < 3:
        return None
    if is_known(word):  # by its stem alone: noise may look like an ending
        return _best(_by_confusion(folded, _anywhere(folded)), _FREQUENT)
    return _confused(folded) or _with_figure(word) or _two_words(folded) or _one_letter(folded)


def _with_figure(word: str) -> str | None:
    """Part a word from the number after it: "Pasal2TA" is "Pasal 27A"."""
    match = re.fullmatch(r"([^\W\d_]{3,})(\d\w{0,4})", word)
    if match is None or not is_known(match[1]):
        return None
    return f"{match[1]} {corrected(match[2]) or match[2]}"


def _two_words(word: str) -> str | None:
    common = _common()
    splits = [
        (max(common[left], common[right]), left, right)
        for at in range(_JOINED, len(word) - _JOINED + 1)
        if (left := word[:at]) in common and (right := word[at:]) in common
    ]
    _, left, right = min(splits, default=(0, "", ""))
    return f"{left} {right}" if left else None


def _best(words: Iterable[str], rank: int) -> str | None:
    """Give the most frequent of the words that are known and stand before this place of the vocabulary."""
    known = vocabulary()
    found = [(place, word) for word in words if (place := known.get(word, rank)) < rank]
    return min(found)[1] if found else None


def _confused(word: str) -> str | None:
    """Give the known word that became this one by one confusion, else by two."""
    size = len(word)
    once = set(_by_confusion(word, _anywhere(word)))
    best = _best(once, _COMMON if size < _ANY_LETTER else _RARE)
    if best or size < _TWICE:
        return best
    twice = (second for first in once if _fits(where := _where_common(first)) for second in _by_confusion(first, where))
    return _best(twice, _FREQUENT if size == _TWICE else _COMMON)


def _by_confusion(word: str, where: _Where) -> Iterator[str]:
    table = _confusions()
    for size in range(1, _LONGEST + 1):
        for at in range(max(where.ends - size, 0), min(where.begins, len(word) - size) + 1):
            for written in table.get(word[at : at + size], ()):
                yield word[:at] + written + word[at + size :]


def _one_letter(word: str) -> str | None:
    return _best(_by_one_letter(word, _where_common(word)), _COMMON) if len(word) >= _ANY_LETTER else None


def _by_one_letter(word: str, where: _Where) -> set[str]:
    """Give the words from which one letter was lost, to which one was added, or of which one is another."""
    cuts = [(word[:at], word[at:]) for at in range(max(where.ends - 1, 0), where.begins + 1)]
    lost = {left + letter + right for left, right in cuts for letter in LETTERS}
    other = {left + letter + right[1:] for left, right in cuts if right for letter in LETTERS}
    return lost | other | {left + right[1:] for left, right in cuts if right}


def _anywhere(word: str) -> _Where:
    return _Where(len(word), 0)


def _where_common(word: str) -> _Where:
    """Give where one change may make one of the _COMMON most frequent words of a word."""
    beginnings, endings = _edges()
    size = len(word)
    begins, ends = 0, size
    while begins < size and word[: begins + 1] in beginnings:
        begins += 1
    while ends and word[ends - 1 :] in endings:
        ends -= 1
    return _Where(begins, ends)


def _fits(where: _Where) -> bool:
    """Tell whether there is a place for a confusion."""
    return where.ends - _LONGEST <= where.begins


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """Give all that common words begin with, and all that they end with."""
    cuts = [(word, at) for word in _common() for at in range(len(word) + 1)]
    return frozenset(word[:at] for word, at in cuts), frozenset(word[at:] for word, at in cuts)


@cache
def vocabulary() -> dict[str, int]:
    """Give each word of corpora/kosakata.txt with its place by frequency, the most frequent first."""
    return {word: place for place, word in enumerate(_lines("kosakata.txt"))}


@cache
def _common() -> dict[str, int]:
    return dict(islice(vocabulary().items(), _COMMON))


@cache
def _frequent() -> frozenset[str]:
    return frozenset(word for word, place in vocabulary().items() if place < _FREQUENT and len(word) >= _ANY_LETTER)


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary())


@cache
def _confusions() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _lines("salah_baca.tsv")[1:])
    return {read: tuple(written.split()) for read, written in rows}


def _lines(name: str) -> list[str]:
    lines = files("corpora").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
