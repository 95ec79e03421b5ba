"""Wordings made alike: what a question and a cell write in two ways becomes one."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from catalog import units
from catalog.word_lists import table

_TOKEN = re.compile(r"[^\W_]+")
_LONG = 5  # letters
_PLATE = re.compile(r"[a-z]{1,2} (?:\d{3,4} [a-z]{1,3}|\d{1,4} [a-z]{2,3})")
_PLACES = frozenset(["kota", "kabupaten"])  # their short names are rewritten by the table of spellings


class Token(NamedTuple):
    """A word as it is compared, and the range of the text that it was read from."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Give a text's words in one spelling, each between spaces, so that wordings can be looked for as they are."""
    words = _TOKEN.findall(text.casefold())
    if _rules().keys().isdisjoint(words):
        return padded(words)
    return padded(token.text for token in tokens(text))


def bare(word: str) -> str:
    """Give a word without its possessive, "siswanya"; of a short one "nya" is part."""
    return word.removesuffix("nya") if len(word) > _LONG else word


def padded(words: Iterable[str]) -> str:
    """Give words between spaces, "" for none."""
    joined = " ".join(words)
    return f" {joined} " if joined else ""


def is_plate(words: tuple[str, ...]) -> bool:
    """Tell whether words are a vehicle's number: B 1234 XYZ."""
    return _PLATE.fullmatch(" ".join(words)) is not None


def tokens(text: str) -> list[Token]:
    """Give the words of a text in one spelling, the longest known wording first."""
    typed = [Token(found.group().casefold(), *found.span()) for found in _TOKEN.finditer(text)]
    made: list[Token] = []
    at = 0
    while at < len(typed):
        size, words = _rewritten(typed, at)
        made.extend(Token(word, typed[at].start, typed[at + size - 1].end) for word in words)
        at += size
    return made


def _rewritten(typed: list[Token], at: int) -> tuple[int, tuple[str, ...]]:
    near = (typed[begin : begin + 3] for begin in (at, at - 2) if begin >= 0)
    if any(is_plate(tuple(token.text for token in three)) for three in near):  # "R 1050 QX" is no room
        return 1, (typed[at].text,)
    for written, read in _rules().get(typed[at].text, ()):
        if tuple(token.text for token in typed[at : at + len(written)]) == written:
            return len(written), read
    owned = bare(typed[at].text)  # "serapannya" as "serapan"
    return 1, next((read for written, read in _rules().get(owned, ()) if written == (owned,)), (typed[at].text,))


@cache
def _rules() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Give the rewritings by their first word, the longest first."""
    spelled = {_words(row["tertulis"]): _words(row["dibaca"]) for row in table("baris_ejaan.tsv")}
    for name, short in unit_names():
        spelled.setdefault(name, short)
    rules: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for written in sorted(spelled, key=len, reverse=True):
        rules.setdefault(written[0], []).append((written, spelled[written]))
    return rules


@cache
def unit_names() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Give each agency's name, as words, with its short name; its code is another spelling of that."""
    named = [row for row in units.listed() if row["kind"] not in _PLACES]
    pairs = [(_words(row[told]), _words(row["short"])) for row in named for told in ("name", "code")]
    same = [(short, short) for _, short in pairs if len(short) > 1]
    return (*same, *((name, short) for name, short in pairs if name != short))


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Give for each word that rewriting makes the other wordings that it may stand for, as patterns of SQL's LIKE."""
    found: dict[str, set[str]] = {}
    for rules in _rules().values():
        for written, read in rules:
            for word in read:
                found.setdefault(word, set()).add("%".join(written))
    return {word: tuple(sorted(ways)) for word, ways in found.items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text.casefold()))
