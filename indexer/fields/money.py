"""Amounts of rupiah and small numbers, exact: whole rupiah as a string of digits."""

import re

from indexer.rupiah import FACTORS, number

_SCALES = FACTORS | {"": 1, "rb": 10**3, "jt": 10**6, "m": 10**9, "t": 10**12, "trilyun": 10**12}
MONEY = r"Rp\.?\s*\d[\d.]*(?:,\d+)?(?:\s*(?:ribu|juta|jt|miliar|milyar|triliun|trilyun|M|T)\b)?(?:,-)?"
"""A pattern, for use without regard to case, of an amount with its sign."""
_SCALED = re.compile(rf"(.*?\d(?:[.,]-+)?)\s*({'|'.join(filter(None, _SCALES))})?\.?", re.IGNORECASE)
_UNITS = {"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8}
_UNITS |= {"sembilan": 9, "sepuluh": 10, "sebelas": 11}


def rupiah(text: str) -> str:
    """Return an amount such as "Rp1.250.000.000,00" or "1,25 M" in whole rupiah; "" if it is not understood."""
    found = _SCALED.fullmatch(text.strip())
    counted = number(found[1]) if found else None
    scale = _SCALES.get((found[2] or "").lower()) if found else None  # "mıliar" is no word of the table
    if counted is None or scale is None:
        return ""
    amount = counted * scale
    return str(int(amount)) if amount >= 0 and amount == int(amount) else ""


def in_words(text: str) -> int | None:
    """Return a number below a thousand that is written in words ("seratus dua puluh"); None for anything else."""
    total, last = 0, None
    for word in text.lower().replace("seratus", "satu ratus").split():
        if word in _UNITS:
            total, last = total + _UNITS[word], _UNITS[word]
        elif word in {"belas", "puluh", "ratus"} and last is not None:
            total += {"belas": 10, "puluh": last * 9, "ratus": last * 99}[word]
            last = None
        else:
            return None
    return total or None
