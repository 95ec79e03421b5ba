"""Years, amounts and codes that a question sets as conditions, found before its words are read one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_FACTORS = {
    "ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9,
    "triliun": 10**12, "t": 10**12,
}  # fmt: skip
_AREA = ("m2", "m²", "meter persegi")
_OPERATORS = {
    ">": "di ?atas|lebih dari|lebih besar dari|melebihi|lebih mahal dari|lebih luas dari|>|setelah|sesudah|pasca",
    "<": "di ?bawah|kurang dari|lebih kecil dari|lebih murah dari|<|sebelum",
    ">=": "minimal|minimum|paling sedikit|paling rendah|sekurang-kurangnya|setidaknya|tidak kurang dari|sejak|mulai|>=",
    "<=": "maksimal|maksimum|paling banyak|paling tinggi|tidak lebih dari|sampai dengan|sampai|hingga|s/d|<=",
    "=": "sebesar|senilai|seharga|seluas|tepat",
}
_OPERATOR = "|".join(
    f"(?P<o{place}>{words})" for place, words in enumerate([_OPERATORS[o] for o in (">=", "<=", ">", "<", "=")])
)
_BY_PLACE = (">=", "<=", ">", "<", "=")
_YEAR = r"(?:19|20)\d\d"
_UNIT = r"ribu|rb|juta|jt|miliar|milyar|triliun|m2|m²|meter persegi|m|t"
_MEASURE = r"(?:nilai|harga)(?:\s+(?:perolehan|beli|pembelian|kontrak|buku))?|luas(?:\s+lantai)?"
_AMOUNT = re.compile(
    rf"(?<!\w)(?:(?P<of>{_MEASURE})(?:nya)?\s+(?:yang\s+)?)?(?:{_OPERATOR})\s*(?P<year>(?:dari\s+)?tahun\s+|thn?\s+)?(?P<rp>rp\.?\s*)?"
    rf"(?P<number>\d[\d.,]*)(?:\s*(?P<unit>{_UNIT})(?!\w))?(?:\s+rupiah)?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<between>antara\s+|dari\s+)?(?:tahun\s+)?(?P<first>{_YEAR})\s*"
    rf"(?P<to>-|–|s\.?/?d\.?|sampai(?: dengan)?|hingga|dan)\s*(?:tahun\s+)?(?P<last>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    rf"(?:(?:tahun|tanggal)\s+)?(?:di)?(?:perolehan|peroleh|pembelian|beli|pengadaan|adakan)(?:nya)?\s+(?:pada\s+|di\s+)?"
    rf"(?:tahun\s+|thn?\s+)?(?P<year>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    rf"(?<!\w)(?:keadaan\s+|posisi\s+)?per\s+(?:tanggal\s+)?(?P<date>(?:\d{{1,2}}\s+[a-z]+\s+|[a-z]+\s+)?{_YEAR})(?!\w)"
    rf"|(?<!\w)(?:tahun anggaran|ta)\s+(?P<budget>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:kode\s+(?:barang\s+)?)?(?<![\w.])(?P<code>\d{1,2}(?:\.\d{1,4}){2,})(?![\w.]*\d)", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:(?:pada\s+)?(?:tahun|thn|th)\s+)?(?<![\w.,/-])(?P<year>{_YEAR})(?![\w/-]|[.,]\d)", re.IGNORECASE
)


@dataclass(frozen=True)
class Spoken:
    """A figure of a question and its words; `of` is the measure that stands before it.

    `column` is tahun, register, kode_barang, uang, luas or tahun_tak_jelas.
    """

    column: str
    operator: str
    value: str
    words: str
    of: str = ""


def read(text: str) -> tuple[list[Spoken], str] | None:
    """Give the figures that a question sets and the question without them; None where one cannot be read surely."""
    found: list[Spoken] = []
    for pattern, reading in (
        (_RANGE, _range), (_REGISTER, _register), (_BOUGHT, _bought),
        (_CODE, _code), (_AMOUNT, _amount), (_BARE, _bare),
    ):  # fmt: skip
        for match in list(pattern.finditer(text)):
            read_here = list(reading(match))
            if not read_here:
                return None
            found.extend(read_here)
            text = text[: match.start()] + ";" * (match.end() - match.start()) + text[match.end() :]
    return found, text


def _range(match: re.Match[str]) -> Iterator[Spoken]:
    if match["to"].casefold() == "dan" and not (match["between"] or "").casefold().startswith("antara"):
        return
    yield Spoken("tahun", ">=", match["first"], match.group().strip())
    yield Spoken("tahun", "<=", match["last"], match.group().strip())


def _register(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("register", "=", " ".join((match["date"] or match["budget"]).split()), match.group())


def _bought(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("tahun", "=", match["year"], match.group())


def _code(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("kode_barang", "diawali", match["code"], match.group())


def _bare(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("tahun_tak_jelas", "=", match["year"], match.group().strip())


def _amount(match: re.Match[str]) -> Iterator[Spoken]:
    operator = next(o for place, o in enumerate(_BY_PLACE) if match[f"o{place}"])
    unit = (match["unit"] or "").casefold()
    number = _number(match["number"].rstrip(".,"), scaled=unit in _FACTORS)
    if number is None:
        return
    words = match.group().strip()
    if not unit and not match["rp"] and re.fullmatch(_YEAR, match["number"].rstrip(".,")):
        yield Spoken("tahun", operator, str(number), words)
    elif unit in _AREA and not match["year"]:
        yield Spoken("luas", operator, str(number), words, match["of"] or "")
    elif (unit or match["rp"] or number >= 100_000) and not match["year"]:
        yield Spoken("uang", operator, _digits(number * _FACTORS.get(unit, 1)), words, match["of"] or "")


def _digits(number: Decimal) -> str:
    whole = number.to_integral_value()
    return f"{whole if whole == number else number:f}"


def _number(text: str, *, scaled: bool) -> Decimal | None:
    """Read a number as Indonesian writes it; "1.500" before "juta" or alone is thousands, "1.5 miliar" a decimal."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:,\d+)?", text):
        return Decimal(text.replace(",", "."))
    return Decimal(text) if scaled and re.fullmatch(r"\d+\.\d{1,2}", text) else None
