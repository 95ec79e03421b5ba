"""Recognise a question for personal data of somebody: a kind of data, and a person it belongs to."""

import re
from functools import cache
from re import Pattern

from search.glossary import table

_TAX_OBJECT = re.compile(r"\bNOP\s*[:.]?\s*\d", re.IGNORECASE)


def asks_for_personal_data(text: str) -> bool:
    """Tell whether a question asks for the personal or tax data of one person.

    It takes a word of the data (NIK, nomor telepon, tunggakan) and one of a person (pak, atas nama, saya, kabid);
    a question about the data as such (its format, an office's telephone) is not one.
    """
    data, person, general = _patterns()
    if not data.search(text) or general.search(text):
        return False
    return bool(person.search(text) or _TAX_OBJECT.search(text))


@cache
def _patterns() -> tuple[Pattern[str], Pattern[str], Pattern[str]]:
    kinds: dict[str, list[str]] = {"data": [], "orang": [], "umum": []}
    for row in table("data_pribadi.tsv"):
        kinds[row["jenis"]].extend(row["kata"].split("|"))
    data, person, general = (_any_of(kinds[kind]) for kind in ("data", "orang", "umum"))
    return data, person, general


def _any_of(words: list[str]) -> Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:nya)?(?!\w)", re.IGNORECASE)
