"""A question as it may be kept: numbers of persons, addresses of mail and names of persons are masked."""

import re
from re import Match

from search.understanding.persons import Certainty, persons

MASKS = NUMBER, MAIL, NAME = ("[nomor]", "[surel]", "[nama]")
"""What stands in place of what was masked."""
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
# NIK, NIP, NOP, NPWP, telephones, accounts: nine digits or more, however they are parted. An amount in rupiah is none.
_NUMBER = re.compile(r"(?<![\d.,])\+?\d(?:[ ./()-]{0,2}\d){8,}")
_CODE = re.compile(r"\d(?:\.\d{1,3}){3,}")  # of goods and of accounts, and amounts: they begin with one digit and a dot
_RUPIAH = re.compile(r"\b(?:Rp|IDR)\.?\s*$", re.IGNORECASE)


def masked(text: str) -> str:
    """Return a question without what may tell of one person; the rest is as it was typed."""
    cuts = [(m.start(), m.end(), MAIL) for m in _MAIL.finditer(text)]
    cuts += [(m.start(), m.end(), NUMBER) for m in _NUMBER.finditer(text) if not _is_of_no_person(text, m)]
    cuts += [(one.start, one.end, NAME) for one in persons(text) if one.certainty is Certainty.SURE and not one.firm]
    said, place = "", 0
    for start, end, word in sorted(cuts, key=lambda cut: (cut[0], -cut[1])):
        if start >= place:
            said += text[place:start] + word
            place = end
    return said + text[place:]


def _is_of_no_person(text: str, number: Match[str]) -> bool:
    return bool(_CODE.fullmatch(number.group()) or _RUPIAH.search(text[max(0, number.start() - 8) : number.start()]))
