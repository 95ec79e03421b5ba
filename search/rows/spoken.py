"""Years, amounts and codes that a question sets as conditions, found before its words are read one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from search.understanding.date_spellings import month_numbers
from search.understanding.number_words import FACTORS
from search.understanding.spoken_years import TO

_FACTORS = FACTORS | {"m": 10**9, "t": 10**12}
_SURELY_MONEY = 100_000
"""A figure without a unit from which it can only be an amount."""
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
_COUNTED_IN = "persen|%|orang|jiwa|siswa|jam|liter|titik|kg|ton|lembar|rombel|tablet|ruang"
_PRICED = ("harga", "nilai", "luas", "kontrak", "perolehan", "beli", "pembelian", "buku", "satuan", "lantai")
_NOT_OWN = "".join(f"(?<!{word}nya )" for word in (*_PRICED, "tahun", "usia", "umur", "lama")) + "(?<!perkiraan biaya )"
_SUMS = ("nya", "pagu", "anggaran", "biaya", "realisasi", "target", "sisa", "piutang", "tunggakan", "denda", "belanja")
_BEHIND_NAME = f"(?:{'|'.join(f'(?<={word} )' for word in _SUMS)}){_NOT_OWN}"
_OPERATOR_OF_NAME = _OPERATOR.replace("(?P<o", "(?P<p")
_OF_OWN_COLUMN = re.compile(
    rf"(?<!\w)(?:{_OPERATOR})\s*(?P<number>\d[\d.,]*)\s*(?P<unit>{_COUNTED_IN})(?!\w)"
    rf"|{_BEHIND_NAME}(?:{_OPERATOR_OF_NAME})\s*(?!{_YEAR}\b)(?P<rp>rp\.?\s*)?(?P<bare>\d[\d.,]*)"
    rf"(?:\s*(?P<factor>{_UNIT})(?!\w))?(?:\s+rupiah)?(?!\s*(?:tahun|bulan|hari|minggu|kali)\b)",
    re.IGNORECASE,
)
"""What a column that only the table names is compared with: "serapannya di bawah 80 persen"."""
_BETWEEN = re.compile(
    rf"(?<!\w)(?:(?P<of>{_MEASURE})(?:nya)?\s+(?:yang\s+)?)?antara\s+(?P<rp>rp\.?\s*)?(?P<least>\d[\d.,]*)(?:\s*(?P<lower>{_UNIT}))?"
    rf"\s*{TO}\s*(?:rp\.?\s*)?(?P<most>\d[\d.,]*)(?:\s*(?P<upper>{_UNIT})(?!\w))?"
    r"(?:\s+rupiah)?",
    re.IGNORECASE,
)
_TO_MOST = rf"(?:{TO}|(?:dan|tapi|tetapi)\s+(?:di ?bawah|kurang dari|tidak lebih dari|maksimal|paling banyak))"
_OWN_RANGE = re.compile(
    rf"{_BEHIND_NAME}(?P<open>antara|di ?atas|lebih dari|dari|mulai)\s*(?P<rp>rp\.?\s*)?(?!{_YEAR}\b)"
    r"(?P<least>\d[\d.,]*)"
    rf"(?:\s*(?P<lower>{_UNIT})(?!\w))?\s*{_TO_MOST}\s*(?:rp\.?\s*)?(?P<most>\d[\d.,]*)(?:\s*(?P<upper>{_UNIT})(?!\w))?"
    r"(?:\s+rupiah)?",
    re.IGNORECASE,
)
"""Both ends of what a column that only the table names is compared with: "pagunya di atas 100 juta sampai 200 juta"."""
_PURCHASE = r"(?:perolehan|peroleh|pembelian|beli|pengadaan|adakan)(?:nya)?"
_RANGE = re.compile(
    rf"(?P<between>antara\s+|dari\s+)?(?P<bought>(?:di)?{_PURCHASE}\s+)?(?:tahun\s+)?(?P<first>{_YEAR})\s*"
    rf"(?P<to>{TO})\s*(?:tahun\s+)?(?P<last>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    rf"(?:(?:tahun|tanggal)\s+)?(?:di)?{_PURCHASE}\s+(?:pada\s+|di\s+)?"
    rf"(?:tahun\s+|thn?\s+)?(?P<year>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_MONTHS = "|".join(sorted(month_numbers(), key=len, reverse=True))
_DAY = rf"(?:\d{{1,2}}\s+)?(?:{_MONTHS})\s+|akhir\s+(?:tahun\s+)?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]"
_REGISTERS = ("kib [a-f]", "kir", "rkbmd", "rup", "data", "daftar", "rekap")
_HALVES = tuple(f"{half} {number}" for half in ("smt", "semester") for number in ("[12i]", "ii"))
_CALLED = "".join(f"|(?<=\\b{name} )" for name in (*_REGISTERS, *_HALVES))[1:]
"""A register's name, or a half of a year: the year behind it is the register's."""
_REGISTER = re.compile(
    rf"(?:{_CALLED})(?:tahun\s+)?(?P<named>{_YEAR})(?![\w/-]|[.,]\d)"
    rf"|(?<!\w)(?:keadaan|posisi)?\s*(?<!\w)per\s+(?:tanggal\s+)?(?P<date>(?:\d{{1,2}}\s+[a-z]+\s+|[a-z]+\s+)?{_YEAR})(?!\w)"
    rf"|(?<!\w)(?:tahun anggaran|ta)\s+(?P<budget>{_YEAR})(?!\w)"
    rf"|(?<!\w)(?:(?:keadaan|posisi|per|pada|sampai(?:\s+dengan)?|hingga|s\.?d\.?)\s+)+(?:tanggal\s+)?(?P<state>(?:{_DAY}){_YEAR})(?!\w)"
    rf"|(?<!\w)(?P<end>akhir\s+(?:(?:tahun|bulan)\s+)?(?:(?:{_MONTHS})\s+)?{_YEAR})(?!\w)"
    rf"|(?:(?<!\w)tahun\s+(?:pelajaran|ajaran)\s+)?(?<![\d./-])(?P<school>(?P<first>{_YEAR})/(?P<last>{_YEAR}))(?![\d/])",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:kode\s+(?:barang\s+)?)?(?<![\w.])(?P<code>\d{1,2}(?:\.\d{1,4}){2,})(?![\w.]*\d)", re.IGNORECASE)
_OPEN = re.compile(
    rf"(?:tahun(?:nya)?\s+)?(?<![\w.,/-])(?P<year>{_YEAR})\s+(?:(?P<up>ke\s?atas|(?:atau|dan)\s+(?:sesudahnya|lebih\s+baru))"
    r"|ke\s?bawah|(?:atau|dan)\s+(?:sebelumnya|lebih\s+(?:lama|tua)))(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:pada\s+)?(?:tahun|thn|th)\s+(?:pajak\s+)?)?(?<![\w.,/-])(?P<year>{_YEAR})(?![\w/-]|[.,]\d)", re.IGNORECASE
)


TAKEN = ";"
"""Stands for each letter of a figure that was read: it parts what is before from what is behind."""


@dataclass(frozen=True)
class Spoken:
    """A figure of a question and its words; `of` is the measure that stands before it.

    `column` is tahun, register, kode_barang, uang, luas, tahun_tak_jelas, or angka: of a column that words beside it
    name, in the unit `of`, up to `most` where two ends are said.
    """

    column: str
    operator: str
    value: str
    words: str
    of: str = ""
    most: str = ""


def read(text: str) -> tuple[list[Spoken], str] | None:
    """Give the figures that a question sets and the question without them; None where one cannot be read surely."""
    found: list[Spoken] = []
    for pattern, reading in (
        (_REGISTER, _register), (_OPEN, _open), (_RANGE, _range), (_BOUGHT, _bought),
        (_CODE, _code), (_OWN_RANGE, _own_range), (_BETWEEN, _between), (_OF_OWN_COLUMN, _of_own_column),
        (_AMOUNT, _amount), (_BARE, _bare),
    ):  # fmt: skip
        for match in list(pattern.finditer(text)):
            read_here = list(reading(match))
            if not read_here:
                return None
            found.extend(read_here)
            text = text[: match.start()] + TAKEN * (match.end() - match.start()) + text[match.end() :]
    return found, text


def _range(match: re.Match[str]) -> Iterator[Spoken]:
    together = match["to"].casefold() in {"dan", "&", "/"}  # two years, or a school's one
    one_after_other = match["bought"] and int(match["last"]) == int(match["first"]) + 1
    if together and not one_after_other and not (match["between"] or "").casefold().startswith("antara"):
        return
    yield Spoken("tahun", ">=", match["first"], match.group().strip())
    yield Spoken("tahun", "<=", match["last"], match.group().strip())


def _register(match: re.Match[str]) -> Iterator[Spoken]:
    if match["school"] and int(match["last"]) != int(match["first"]) + 1:
        return
    told = next(match[name] for name in ("named", "date", "budget", "state", "end", "school") if match[name])
    yield Spoken("register", "=", " ".join(told.split()), match.group().strip())


def _open(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("tahun", ">=" if match["up"] else "<=", match["year"], match.group().strip())


def _bought(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("tahun", "=", match["year"], match.group())


def _code(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("kode_barang", "diawali", match["code"], match.group())


def _bare(match: re.Match[str]) -> Iterator[Spoken]:
    yield Spoken("tahun_tak_jelas", "=", match["year"], match.group().strip())


def _between(match: re.Match[str]) -> Iterator[Spoken]:
    """Read both ends in the unit of the last, where the first names none: "antara 100 dan 300 juta"."""
    words, of, money = match.group().strip(), match["of"] or "", bool(match["rp"])
    upper = (match["upper"] or "").casefold()
    lower = (match["lower"] or upper).casefold()
    least = _figure(">=", match["least"], lower, words, of, money=money)
    most = _figure("<=", match["most"], upper, words, of, money=money)
    if least and most and least.column == most.column:
        yield from (least, most)


def _figure(operator: str, written: str, unit: str, words: str, of: str, *, money: bool) -> Spoken | None:
    number = _number(written.rstrip(".,"), scaled=unit in _FACTORS)
    if number is None:
        return None
    if unit in _AREA:
        return Spoken("luas", operator, str(number), words, of)
    if unit or money or number >= _SURELY_MONEY:
        return Spoken("uang", operator, _digits(number * _FACTORS.get(unit, 1)), words, of)
    return None


def _amount(match: re.Match[str]) -> Iterator[Spoken]:
    operator = next(o for place, o in enumerate(_BY_PLACE) if match[f"o{place}"])
    unit, written, words = (match["unit"] or "").casefold(), match["number"].rstrip(".,"), match.group().strip()
    money = bool(match["rp"])
    if not unit and not money and re.fullmatch(_YEAR, written):
        yield Spoken("tahun", operator, written, words)
    elif not match["year"] and (figure := _figure(operator, written, unit, words, match["of"] or "", money=money)):
        yield figure


def _of_own_column(match: re.Match[str]) -> Iterator[Spoken]:
    operator = next(o for place, o in enumerate(_BY_PLACE) if match[f"o{place}"] or match[f"p{place}"])
    factor, unit = (match["factor"] or "").casefold(), (match["unit"] or "").casefold().replace("%", "persen")
    number = _number((match["number"] or match["bare"]).rstrip(".,"), scaled=bool(unit) or factor in _FACTORS)
    if number is None or factor in _AREA:
        return
    money = factor or match["rp"] or (not unit and number >= _SURELY_MONEY)
    told = _digits(number * _FACTORS.get(factor, 1))
    yield Spoken("angka", operator, told, match.group().strip(), "rupiah" if money else unit)


def _own_range(match: re.Match[str]) -> Iterator[Spoken]:
    upper = (match["upper"] or "").casefold()
    lower = (match["lower"] or upper).casefold()
    words = match.group().strip()
    least = _figure(">=", match["least"], lower, words, "", money=bool(match["rp"]))
    most = _figure("<=", match["most"], upper, words, "", money=bool(match["rp"]))
    if least and most and least.column == most.column == "uang":
        above = match["open"].casefold().replace(" ", "") in {"diatas", "lebihdari"}
        yield Spoken("angka", ">" if above else ">=", least.value, words, "rupiah", most.value)


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
