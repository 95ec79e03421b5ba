"""Quotes that hold a person's data, where such data is asked for: the question may hide whom it means, they do not.

"Siapa pemilik rumah Jl. Melati No. 5" names nobody, and "NIK Paijo" nobody who is in a list of names. Who reads the
paper itself sees what its rights let through; nobody is to be looked up by an answer.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from search.results import Quote
from search.understanding.personal import NOP, Asked, asked_data

_IDENTITY = re.compile(
    r"(?<![\d.])\d{16}(?!\d)|(?<!\d)(?:19|20)\d{6} ?\d{6} ?[12] ?\d{3}(?!\d)"
    r"|\b\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b"
    r"|\b(?:NIK|NIP|NIM|NRK|NUPTK|NPWP|KTP|[Rr]ekening)\b[\s.,:]{0,4}\d(?:[ .-]?\d){6}"
)
"""NIK (16 digits), NIP (18, a day of birth and a month first), NPWP, and any long number that is called so."""
_MOBILE = re.compile(r"(?<!\d)(?:\+?62|0)[ -]?8\d{2}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)")


class Shown(NamedTuple):
    """The quotes that may be shown, whether these are all, and whether the question is only about such data."""

    quotes: tuple[Quote, ...]
    whole: bool
    general: bool


def without_personal_data(question: str, quotes: Sequence[Quote]) -> Shown:
    """Leave out the quotes that hold data of a person, of the sort that the question asks for.

    One about such data ("apakah NIP wajib dicantumkan?") may be answered by the others.
    """
    asked = asked_data(question)
    others = tuple(quote for quote in quotes if not _tells(asked, quote.text))
    return Shown(others, len(others) == len(quotes), asked.general)


def _tells(asked: Asked, text: str) -> bool:
    if asked.of_persons and (_IDENTITY.search(text) or (_MOBILE.search(text) and not asked.of_an_office)):
        return True
    return asked.of_taxes and NOP.search(text) is not None
