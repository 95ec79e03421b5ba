"""The words of questions for rows, by kind: corpora/baris_kata.tsv and baris_syarat.tsv, which a person may edit."""

import re
from functools import cache
from re import Pattern
from typing import NamedTuple

from catalog.word_lists import table
from search.rows.wording import tokens

COUNTED = ("macam", "entri", "kali")
"""Kinds of words that say what is counted if not things."""
LISTING = frozenset(["dan", "atau", "serta"])
_OF_FIGURES = frozenset(["lebih", "kurang", "paling", "sebelum", "sesudah", "setelah", "sejak", "antara"])


class Entry(NamedTuple):
    """What a wording is: its kind, and what it means as that."""

    kind: str
    meaning: tuple[str, ...]


def kinds_of(words: tuple[str, ...]) -> frozenset[str]:
    """Give the kinds of word that a wording of the tables is, none for one that they have not."""
    return frozenset(entry.kind for entry in entries().get(words, ()))


def announced(word: str) -> frozenset[str]:
    """Give what a word announces: a condition, a year."""
    return frozenset(mark for entry in entries().get((word,), ()) if entry.kind == "penanda" for mark in entry.meaning)


@cache
def entries() -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """Give what each wording of the tables means; one wording may be of several kinds."""
    found: dict[tuple[str, ...], tuple[Entry, ...]] = {}
    told = [(row["kata"], Entry(row["jenis"], tuple(row["arti"].split()))) for row in table("baris_kata.tsv")]
    for row in table("baris_syarat.tsv"):
        values = tuple(row["nilai"].split("|"))
        told.append((row["kata"], Entry("syarat", (row["kolom"], row["syarat"], *values))))
    for wordings, entry in told:
        for wording in wordings.split("|"):
            key = tuple(token.text for token in tokens(wording))
            found[key] = (*found.get(key, ()), entry)
    return found


@cache
def of_kinds(*kinds: str) -> Pattern[str]:
    """Give what finds the wordings of these kinds, the longest that stands at a place."""
    return re.compile(rf"(?<!\w)(?:{_any_of(*kinds)})(?!\w)", re.IGNORECASE)


def _any_of(*kinds: str) -> str:
    """Give a pattern of any wording of these kinds, the longest first; "rata rata" is also written "rata-rata"."""
    wordings = {" ".join(key) for key, told in entries().items() if any(one.kind in kinds for one in told)}
    return "|".join(re.escape(words).replace(r"\ ", r"[\s-]+") for words in sorted(wordings, key=len, reverse=True))


@cache
def joined() -> Pattern[str]:
    """Give what joins a measure to a question: "berapa tanah *dan* luasnya" asks for the count and its sum."""
    named = _any_of("ukuran")
    joining = r"(?:\s*[,;?]\s*(?:dan\s+)?|\s+(?:dan|serta|beserta|berikut|sekaligus)\s+)"
    own = r"(?:(?:total|jumlah)\s+[a-z]+nya|[a-z]+nya\s+(?:total|jumlah))(?!\w)"  # a figure of a table's own column
    return re.compile(rf"{joining}(?=(?:berapa\s+)?(?:(?:(?:total|jumlah)\s+)?(?:{named})(?!\w)|{own}))", re.IGNORECASE)


@cache
def further() -> Pattern[str]:
    """Give what joins a further condition: "yang lewat tender *dan* didanai DAK", not "dan pengadaan langsung"."""
    named = _any_of("penanda", "syarat", "selain")
    return re.compile(
        r"(?:\s*,\s*|\s+)(?:dan|serta)\s+(?!pengadaan\s+(?!dari\b|tahun\b|thn?\b|\d))"
        rf"(?=(?:yang\s+)?(?:{named}|sudah|telah|masih)(?:nya)?(?!\w))",
        re.IGNORECASE,
    )


@cache
def signals() -> frozenset[str]:
    """Give the words of which a question for rows has at least one, unless it asks for a peak or tells an amount."""
    kinds = {"hitung", "total", "rerata", "daftar", "syarat", *COUNTED}
    return frozenset(word for key, told in entries().items() if kinds & {one.kind for one in told} for word in key)


@cache
def forbidden_always() -> frozenset[str]:
    """Give the words with which a question is none for rows wherever they stand."""
    single = (key[0] for key, told in entries().items() if len(key) == 1 and told[0].kind == "larangan")
    inside = {word for key in entries() if len(key) > 1 for word in key}
    return frozenset(single) - inside - _OF_FIGURES - LISTING
