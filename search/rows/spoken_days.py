"""Days that a question sets as conditions: "sejak Oktober 2024", "sebelum 1 Juli 2025", "triwulan I 2024"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from re import Match, Pattern

from search.rows.days import HALF, QUARTER, Days, told
from search.rows.lexicon import kinds_of
from search.rows.spoken import TAKEN
from search.rows.wording import tokens
from search.understanding.date_spellings import month_numbers
from search.understanding.spoken_years import TO, YEAR

_OPERATORS = {
    ">=": r"sejak|mulai|dari|terhitung sejak",
    ">": r"setelah|sesudah|pasca|lebih dari|di ?atas",
    "<": r"sebelum|kurang dari|di ?bawah",
    "<=": r"sampai\s+dengan|sampai|hingga|s/d|s\.d\.?|paling lambat",
}
_SAYING_NOTHING = frozenset(["abai", "tempat"])
_SAID_BEFORE = 6  # words
_OPEN_END = {
    ">=": r"ke\s?atas|(?:atau|dan)\s+(?:sesudahnya|lebih\s+baru)",
    "<=": r"ke\s?bawah|(?:atau|dan)\s+(?:sebelumnya|lebih\s+(?:lama|tua))",
}
_ENDED = (
    r"(?:(?:sudah|telah|yang)\s+)*(?P<ended>lewat|habis|mati|kedaluwarsa|kadaluarsa|kadaluwarsa|expired)"
    r"(?:\s+masa\s+berlaku(?:nya)?)?"
)
"""What has an end is over: a licence on the day behind it."""
_END = re.compile(
    r"\b(?:(?P<newest>(?:yang\s+)?(?:paling\s+(?:terakhir|akhir|baru|belakangan)|terbaru|terakhir)(?:\s+kali)?)"
    r"|(?:yang\s+)?(?:paling\s+(?:awal|lama|lawas|tua|dulu|duluan)|terlama|tertua|terdahulu|pertama\s+kali))(?:nya)?\b",
    re.IGNORECASE,
)
_OF_REGISTER = re.compile(
    r"(?:\b(?:per|keadaan|posisi|akhir|ta|anggaran|pajak|ajaran|pelajaran|data|daftar|rekap|kib [a-f]|kir|rkbmd|rup)"
    r"|[\d/.-])\s*$",
    re.IGNORECASE,
)
"""Before a day that is the register's own."""


@dataclass(frozen=True)
class Dated:
    """Days that a column is compared with which only words tell; `before` are the words in front of them.

    `bare` says that it is a year without a word for how it bounds: it may be the register's. `also` is what the column
    is called besides, where something is said to be over.
    """

    operator: str
    days: Days
    words: str
    before: tuple[str, ...] = ()
    bare: bool = False
    also: str = ""


@dataclass(frozen=True)
class End:
    """The newest or the oldest of what is asked for, and the question `without` that word, which asks for a peak.

    `beside` are the words behind and before it, of which one may name the days: "terakhir ditetapkan", "kontrak
    terakhir".
    """

    words: str
    without: str
    beside: tuple[tuple[str, ...], ...]


def read(text: str) -> tuple[list[Dated], str] | None:
    """Give the days that a question sets and the question without them; None where it sets none or one is no day."""
    found: list[Dated] = []
    for pattern, reading in _readings():
        for match in list(pattern.finditer(text)):
            if _OF_REGISTER.search(text[: match.start()]):
                continue
            one = reading(match, _words_before(text[: match.start()]))
            if one is None:
                return None
            found.append(one)
            text = text[: match.start()] + TAKEN * (match.end() - match.start()) + text[match.end() :]
    return (found, text) if found else None


def newest_or_oldest(text: str) -> End | None:
    """Give what a question asks for as the newest or the oldest, None where it does not."""
    said = _END.search(text)
    if said is None or _is_named(text, said.end()):
        return None
    told = "paling tinggi" if said["newest"] else "paling rendah"
    behind = tuple(token.text for token in tokens(text[said.end() :].lstrip())[:1])
    left = f"{text[: said.start()]} {told} {text[said.end() :]}"
    return End(said.group(), left, (behind, _words_before(text[: said.start()])))


def _is_named(text: str, end: int) -> bool:
    """Tell whether "terakhir" is part of a name: "pemeriksaan terakhirnya tahun 2023", "terakhir masuk sejak"."""
    behind = re.compile(r"\W*\w+\W+").match(text, end)
    bounded = behind and any(text.startswith(one.words, behind.end()) for one in _bounds(text))
    return bool(bounded) or any(pattern.match(text, end + 1) for pattern, _ in _readings())


def _bounds(text: str) -> list[Dated]:
    found = read(text)
    return [one for one in found[0] if one.operator != "="] if found else []


def _words_before(text: str) -> tuple[str, ...]:
    """Return the last words but those that say nothing: "yang", "ada", "sudah"."""
    words = [token.text for token in tokens(text.rpartition(TAKEN)[2])]
    return tuple(word for word in words if not kinds_of((word,)) & _SAYING_NOTHING)[-_SAID_BEFORE:]


def _ended(match: Match[str], before: Sequence[str]) -> Dated | None:
    days = told(_plain(match["day"]))
    ends = "berlaku" if match["ended"].casefold() in {"lewat", "habis", "mati"} else match["ended"].casefold()
    return Dated("<", days, match.group().strip(), tuple(before), also=ends) if days else None


def _between(match: Match[str], before: Sequence[str]) -> Dated | None:
    """Read both ends, the first in the month and year of the last where it names none; with "dan" only neighbours."""
    last, first = told(_plain(match["last"])), _plain(match["first"])
    if last is None or (first.isdecimal() and len(first) < len("2024") and last.first != last.last):
        return None
    year, month = last.last.year, last.last.month
    begin = next(filter(None, map(told, (first, f"{first} {year}", f"{first}-{month}-{year}"))), None)
    together = match["to"].casefold() in {"dan", "&"} and not match["between"]
    if begin is None or begin.first > last.first or (together and (last.first - begin.last).days > 1):
        return None
    return Dated("=", Days(begin.first, last.last), match.group().strip(), tuple(before))


def _one(match: Match[str], before: Sequence[str]) -> Dated | None:
    days = told(_plain(match["day"]))
    named = [name for place, name in enumerate(_OPERATORS) if match[f"o{place}"]]
    open_end = [name for place, name in enumerate(_OPEN_END) if match[f"e{place}"]]
    operator = next(iter((*named, *open_end)), "=")
    bare = operator == "=" and re.fullmatch(YEAR, match["day"]) is not None
    return Dated(operator, days, match.group().strip(), tuple(before), bare) if days else None


def _plain(written: str) -> str:
    return re.sub(r"\btahun\s*", "", " ".join(written.split()), flags=re.IGNORECASE).replace(".", "-")


@cache
def _readings() -> tuple[tuple[Pattern[str], Callable[[Match[str], Sequence[str]], Dated | None]], ...]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    period = rf"(?:{QUARTER}|{HALF}|(?:\d{{1,2}}\s+)?(?:{names})\.?)"
    figures = rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]{YEAR}|{YEAR}-\d\d-\d\d|{YEAR}"
    day = rf"(?:{period}\s+(?:tahun\s+)?{YEAR}|{figures})(?![\w/-]|[.,]\d)"
    said = r"(?:(?:pada|di|dalam|selama|sepanjang|tanggal|tgl|bulan|bln|tahun|thn|th)\.?\s+)*"
    operator = "|".join(f"(?P<o{place}>{words})" for place, words in enumerate(_OPERATORS.values()))
    open_end = "|".join(f"(?P<e{place}>{words})" for place, words in enumerate(_OPEN_END.values()))
    first = rf"(?P<first>{day}|(?<!\w){period}(?!\w)|(?<!\w)\d{{1,2}}(?!\w))"
    between = rf"{said}(?P<between>antara\s+|dari\s+|sejak\s+|mulai\s+)?{said}{first}\s*(?P<to>{TO})\s*{said}"
    return (
        (_compiled(rf"{_ENDED}\s+(?:per|pada|sebelum)\s+{said}(?P<day>{day})"), _ended),
        (_compiled(rf"{between}(?P<last>{day})"), _between),
        (_compiled(rf"(?:(?:{operator})\s+)?{said}(?P<day>{day})(?:\s+(?:{open_end})(?!\w))?"), _one),
    )


def _compiled(pattern: str) -> Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}", re.IGNORECASE)
