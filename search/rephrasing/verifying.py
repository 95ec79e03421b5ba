"""Whether a sentence says no more than the quotes that it points to.

Every figure, code and name stands in one of them, letter by letter and beside the same word; every other word does so
by its stem, or is one of the question or one that adds nothing; and what they deny is denied. What cannot be told is
refused: the quotes stand anyway.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from engine.analysis import terms
from search.rephrasing.prompt import seen
from search.understanding.glossary import load, stems

LONGEST = 400  # characters of a sentence, as of a quote
_SIGNS = frozenset(" .,;:!?()/'\"“”‘’-–—%&+°§²³0123456789")
_TOKEN = re.compile(r"[^\s()\"“”‘’;!?]+")
_EDGES = ".,:'–—-/&+"
_MONEY = re.compile(r"\bRp\.?\s*(?=\d)", re.IGNORECASE)
_SHARE = re.compile(r"(?<=\d)\s+%")
_INNER = re.compile(r"\w[./:@\\_]+\w")
_COUNTS = r"nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_NUMBER_WORD = re.compile(
    rf"(?:{_COUNTS}|sepuluh|sebelas|belas|(?:se)?(?:puluh|ratus|ribu|juta)|miliar|milyar|triliun|setengah|separuh"
    rf"|seperempat|(?:per|ke)(?:{_COUNTS}|sepuluh|sebelas|puluh)|pertama)"
)
_DENIALS = frozenset(["tidak", "tak", "bukan", "belum", "tanpa", "jangan", "dilarang", "kecuali", "selain"])
# Words that say what the figure after them is; after any other, the word behind it does (3 hari, 5 Maret).
_LABEL = re.compile(
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|pasal|ayat|nomor|no|tahun|huruf|angka|butir|bab|lampiran|halaman|lantai|level"
)
_CLAUSE_END = re.compile(r"[.,;:!?](?!\w)")
_BOUNDS = frozenset(["lebih", "masih", "sama"])  # stop words of a search that change what a sentence says
_NEGATED = 2  # words of weight after a denial that it may be about: "tidak boleh dipinjamkan"


class Figure(NamedTuple):
    """A figure, code or number in words, with the words beside it, "" where there is none."""

    text: str
    before: str
    after: str


@dataclass(frozen=True)
class Evidence:
    """What the quotes that a sentence points to hold: their words, figures, stems, and the stems that they deny."""

    words: frozenset[str]
    figures: frozenset[Figure]
    stems: frozenset[str]
    denied: frozenset[str]

    @classmethod
    def of(cls, quotes: Sequence[str]) -> "Evidence":
        """Return what these quotes hold together."""
        texts = [_plain(quote) for quote in quotes]
        return cls(
            frozenset(word.casefold() for text in texts for word in _words(text)),
            frozenset(figure for text in texts for figure in _figures(text)),
            frozenset(stem for text in texts for stem in stems(text)),
            frozenset(stem for text in texts for stem in _denied(text)),
        )


def stands(sentence: str, quotes: Sequence[str], question: str) -> bool:
    """Tell whether a sentence without its pointers says only what the quotes hold."""
    text = _plain(sentence)
    if len(text) > LONGEST or not all(char in _SIGNS or char.isalpha() for char in text):
        return False
    found = Evidence.of(quotes)
    return (
        all(_is_held(figure, found.figures) for figure in _figures(text))
        and _names_stand(text, found)
        and _denials_agree(text, found)
        and _words_stand(text, found, frozenset(stems(seen(question))))
    )


def _plain(text: str) -> str:
    return _SHARE.sub("%", _MONEY.sub("Rp", seen(text)))


def _words(text: str) -> Iterator[str]:
    """Yield what stands between spaces, brackets and marks, a code or an amount with its signs whole."""
    for match in _TOKEN.finditer(text):
        if word := match.group().strip(_EDGES):
            yield word


def _figures(text: str) -> Iterator[Figure]:
    """Yield the figures; number words that follow one another are one ("dua puluh lima")."""
    words = [word.casefold() for word in _words(text)]
    is_figure = [_is_figure(word) for word in words]
    place = 0
    while place < len(words):
        end = place + 1
        if is_figure[place]:
            while _goes_on(words, place, end):
                end += 1
            yield Figure(" ".join(words[place:end]), _beside(words[:place][::-1]), _beside(words[end:]))
        place = end


def _goes_on(words: Sequence[str], place: int, end: int) -> bool:
    spelled = end < len(words) and _NUMBER_WORD.fullmatch(words[place]) and _NUMBER_WORD.fullmatch(words[end])
    return bool(spelled)


def _beside(words: Sequence[str]) -> str:
    """Return the nearest word that is no figure: of "3 (tiga) hari" it is "hari" for both."""
    return next((word for word in words if not _is_figure(word)), "")


def _is_figure(word: str) -> bool:
    return any(char.isnumeric() for char in word) or _NUMBER_WORD.fullmatch(word) is not None


def _is_held(figure: Figure, held: frozenset[Figure]) -> bool:
    same = [other for other in held if other.text == figure.text]
    if not _spelled(figure.text) and any(char.isalpha() or char in "%/" for char in figure.text):
        return bool(same)  # money, a share, a code, a date in figures: it says itself what it is
    if _LABEL.fullmatch(figure.before):
        return any(other.before == figure.before for other in same)
    if figure.after and not _adds_nothing(figure.after):
        return any(stems(other.after) == stems(figure.after) for other in same)
    return bool(same)


def _spelled(text: str) -> bool:
    return all(_NUMBER_WORD.fullmatch(word) for word in text.split())


def _names_stand(text: str, found: Evidence) -> bool:
    """Tell whether each word that is or may be a name, or has a sign within, stands in a quote as it is."""
    for place, word in enumerate(_words(text)):
        is_name = any(char.isupper() for char in (word[1:] if place == 0 else word))
        if (is_name or _INNER.search(word)) and word.casefold() not in found.words:
            return False
        if place == 0 and not (set(stems(word)) <= found.stems or _adds_nothing(word)):
            return False
    return True


def _denials_agree(text: str, found: Evidence) -> bool:
    """Tell whether what the sentence denies is denied by a quote, and what a quote denies is not asserted."""
    denied = set(_denied(text))
    if not denied <= found.denied:
        return False
    return bool(denied) or not found.denied & set(stems(text))


def _denied(text: str) -> Iterator[str]:
    """Yield the stems of the first words of weight after each denial, and of the denial itself."""
    found = terms(text)
    for place, term in enumerate(found):
        if text[term.start : term.end].casefold() in _DENIALS:
            end = _CLAUSE_END.search(text, term.end)
            near = [t for t in found[place + 1 : place + 8] if end is None or t.start < end.start()]
            after = [t.text for t in near if not _adds_nothing(text[t.start : t.end])]
            yield from (term.text, *after[:_NEGATED])


def _words_stand(text: str, found: Evidence, asked: frozenset[str]) -> bool:
    """Tell whether every word is held, asked, or adds nothing; at least half of those of weight are held.

    Figures are looked at by themselves.
    """
    held = other = 0
    for term in terms(text):
        word = text[term.start : term.end]
        if any(char.isnumeric() for char in word):
            continue
        if term.text in found.stems:
            held += not _adds_nothing(word)
        elif not _adds_nothing(word):
            if term.text not in asked or word.casefold() in _DENIALS:
                return False
            other += 1
    return held > 0 and held >= other


def _adds_nothing(word: str) -> bool:
    plain = word.casefold()
    return plain in _connecting() or (plain in load().stop and plain not in _BOUNDS)


@cache
def _connecting() -> frozenset[str]:
    lines = files("corpora").joinpath("kata_perangkai.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
