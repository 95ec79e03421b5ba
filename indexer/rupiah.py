"""Numbers and money as offices write them, exactly: what can be read in two ways is read in none."""

import re
from collections.abc import Iterable
from decimal import Decimal

FACTORS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
FACTORS |= {"rb": 10**3, "jt": 10**6, "mlyr": 10**9, "m": 10**9}
_WORD = r"(ribu|juta|mili?ar|milyar|triliun)(?:an)?"
_SHORT = r"(rb|jt|mlyr|m)"
_THOUSANDS = re.compile(r"\b(?:rp|rupiah)\.? ?(?:1[., ]?)?000(?![.,]?\d)|\( ?000 ?\)")
_SCALED = re.compile(
    rf"\b{_WORD}[ .]*(?:rp|rupiah)\b|\b(?:rp|rupiah)[ .]*{_WORD}\b|\((?:(?:dalam|dlm) )?{_WORD}\)"
    rf"|\b(?:dalam )?(ribu|juta)an\b|\b{_SHORT}[ .]*rp\b|\brp[ .]*{_SHORT}\b|\b(?:dalam|dlm) {_SHORT}\b|\((jt)\)"
)
_PLAIN = re.compile(r"\b(?:rp|rupiah)\b")
_TITLE = re.compile(rf"(?:\(|\bdalam |\bsatuan ?: ?|^){_WORD}(?:[ .]*(?:rp|rupiah))?\b[^()]{{0,20}}(?:\)|$|[.;,])")
_MOST_TITLE = 300

_SIGNED = re.compile(r"(\()?(-)? ?(?:(?:rp|idr)\b ?\.? ?)?(-)?(\d.*?)(?:[.,]-+)?(\))?$", re.IGNORECASE)
_GLUED = re.compile(r"^(\(?-?)(?:rp|idr)(?=\d)", re.IGNORECASE)
_WHOLE = re.compile(r"\d+$")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+$|\d{1,3}(?:,\d{3}){2,}$")
_SPACES = re.compile(r"\d{1,3}(?: \d{3})+$")
_DECIMAL_COMMA = re.compile(r"(?![1-9]\d{0,2},\d{3}$)\d+,\d+$")
_DECIMAL_POINT = re.compile(r"(?![1-9]\d{0,2}\.\d{3}$)\d+\.\d+$")
_STORED = re.compile(r"\d+(?:\.\d+)?$")
_SCIENTIFIC = re.compile(r"\d(?:\.\d{1,14})?E\+?\d{1,2}$", re.IGNORECASE)


def factor(label: str) -> int | None:
    """Return by what a column's figures are to be multiplied, as its label says: 1 for plain rupiah, None if unsaid."""
    low = label.casefold()
    if _THOUSANDS.search(low):
        return 1000
    scaled = _SCALED.search(low)
    if scaled:
        return FACTORS[next(word for word in scaled.groups() if word)]
    return 1 if _PLAIN.search(low) else None


def stated(lines: Iterable[str]) -> set[int]:
    """Return the factors that titles and notes of a sheet state: "(dalam ribuan rupiah)"; plain rupiah is none."""
    found = set()
    for line in lines:
        if len(line) <= _MOST_TITLE and "000" in line and _THOUSANDS.search(line.casefold()):
            found |= {1000} if re.search(r"(?:\(|dalam )(?:rp|rupiah)", line.casefold()) else set()
        told = _TITLE.search(line.casefold()) if len(line) <= _MOST_TITLE else None
        found |= {FACTORS[told[1]]} if told else set()
    return found


def number(text: str, *, stored: bool = False) -> Decimal | None:
    """Return the number that a text is, None where it is none or could be two: "1,250".

    `stored` says that the file holds a number whose decimal point this is; else three digits after a dot are thousands.
    """
    found = _SIGNED.match(_GLUED.sub(r"\1", text.strip()))
    if not found or bool(found[1]) != bool(found[5]):
        return None
    digits = _plain(found[4].strip(), stored=stored)
    if digits is None:
        return None
    negative = bool(found[1]) ^ bool(found[2] or found[3])
    return -Decimal(digits) if negative else Decimal(digits)


def _plain(text: str, *, stored: bool) -> str | None:
    """Return the digits with a decimal point at most."""
    if _WHOLE.match(text) or (stored and _STORED.match(text)) or _DECIMAL_POINT.match(text) or _SCIENTIFIC.match(text):
        return text
    if _DOTS.match(text):
        return text.replace(".", "").replace(",", ".")
    if _DECIMAL_COMMA.match(text):
        return text.replace(",", ".")
    if _COMMAS.match(text):
        return text.replace(",", "")
    return text.replace(" ", "") if _SPACES.match(text) else None


def written(value: Decimal) -> str:
    """Return a number in digits, without exponent and without zeros after its decimals."""
    shown = f"{value:f}"
    return (shown.rstrip("0").rstrip(".") or "0") if "." in shown else shown
