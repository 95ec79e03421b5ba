"""Reads a question for papers by their fields: their kind, the unit, dates, budgets, and whether they hold."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from re import Pattern

from catalog.word_lists import table
from catalog.words import OUT_OF_FORCE
from search.rows import spoken
from search.rows.lexicon import kinds_of
from search.rows.results import Told
from search.rows.told import grouped
from search.rows.wording import padded, tokens
from search.understanding import spoken_years, years
from search.understanding.number_words import WORDS, value_in
from search.understanding.spoken_filters import unit_names

_PASSED = r"(?:sudah\s+|telah\s+)?(?:lewat|melewati|melebihi|lebih dari|lebih lama dari|lebih tua dari|di ?atas)"
_OLDEST = 999  # years or months ago: before them there is no calendar
_NUMBER = rf"\d{{1,3}}|{WORDS}"
LABELS = {
    "tanggal": "tanggal naskah", "tgl_revisi": "tanggal revisi", "tgl_efektif": "tanggal efektif",
    "tgl_pembuatan": "tanggal pembuatan", "tinjau_ulang": "tanggal tinjau ulang", "pagu": "pagu",
    "tahun_anggaran": "tahun anggaran", "keberlakuan": "keberlakuan", "pembaruan": "keberlakuan",
}  # fmt: skip
"""How the fields are called that a condition may be on."""
_MEANT = {"berlaku": ("berlaku", "perlu_diperbarui"), "tidak berlaku": OUT_OF_FORCE}
"""Validities that are meant where more than one is: what wants an update still holds."""
_TO_UPDATE = "perlu diperbarui"
"""What a reviewer says of a version by its status, or the catalog of an asset by its validity."""
_IGNORED = frozenset(["hitung", "total", "daftar", "abai", "tempat", "milik", "penanda"])


@dataclass(frozen=True)
class Filter:
    """A condition on a field: whether a value meets it, and how it is told."""

    field: str
    meets: Callable[[str], bool]
    told: Told


@dataclass(frozen=True)
class Asked:
    """A question for papers of a kind, of a unit if told; `total` is the field to add up."""

    operation: str
    kind: str
    unit: str | None
    unit_words: str
    filters: tuple[Filter, ...]
    total: str | None


def read(text: str, today: date) -> Asked | None:
    """Read a question, None where it is none for papers by their fields or holds a word that has no place.

    A kind and a unit alone ask for a list: how many SOPs a unit has is not how many of them the catalog holds.
    """
    if not _kind_named(text):
        return None
    filters: list[Filter] = []
    rest = _WHETHER.sub("", text)
    for pattern, made in ((_AGE, _older), (_DUE, _due), (_DATED, _dated), (_THEN, _then), (_HOLDS, _holding)):
        for match in list(pattern.finditer(rest)):
            if one := made(match, today):
                filters.append(one)
                rest = _without(rest, match)
    return _asked(rest, filters)


def _asked(rest: str, filters: list[Filter]) -> Asked | None:
    figures = spoken.read(rest)
    if figures is None:
        return None
    said, rest = figures
    words = [(token.text, rest[token.start : token.end]) for token in tokens(rest)]
    left, roles = _placed([word for word, _ in words])
    for one in said:
        made = _by_figure(one, roles)
        if made is None:
            return None
        filters.append(made)
    unit = _units().get(padded(left)) if left else None
    if len(roles.get("jenis", [])) != 1 or (left and unit is None) or roles.get("tanggal"):
        return None
    if not filters and (unit is None or "hitung" in roles):
        return None
    return _made(roles, unit, " ".join(left), filters)


def _made(roles: dict[str, list[str]], unit: str | None, unit_words: str, filters: list[Filter]) -> Asked | None:
    money = roles.get("uang", [])
    summed = "total" in roles and bool(money)
    if money and not summed and not any(one.field == money[0] for one in filters):
        return None
    operation = "jumlah" if summed else "hitung" if "hitung" in roles else "daftar"
    return Asked(operation, roles["jenis"][0], unit, unit_words, tuple(filters), money[0] if summed else None)


def _placed(words: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Give the words that have no place of their own, and the meanings of those that have, by kind of word."""
    left: list[str] = []
    roles: dict[str, list[str]] = {}
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if _known(tuple(words[at : at + n]))), 0)
        key = tuple(words[at : at + size])
        if size and key in _words():
            kind, meaning = _words()[key]
            roles.setdefault(kind, []).append(meaning)
        elif size:
            for kind in kinds_of(key):
                roles.setdefault(kind, []).append("")
        else:
            left.append(words[at])
        at += size or 1
    return left, roles


def _known(words: tuple[str, ...]) -> bool:
    return words in _words() or bool(kinds_of(words) & _IGNORED)


def _is_amount(one: spoken.Spoken) -> bool:
    """Tell whether a figure is of money: by itself, or right behind the word for it, "pagunya di atas 5 juta"."""
    return one.column == "uang" or (one.column, one.of) == ("angka", "rupiah")


def _by_figure(one: spoken.Spoken, roles: dict[str, list[str]]) -> Filter | None:
    if _is_amount(one) and "uang" in roles:
        wanted = Decimal(one.value)
        told = Told("pagu", one.operator, f"Rp{grouped(one.value)}", one.words)
        return Filter("pagu", lambda value: _compared(Decimal(value), one.operator, wanted), told)
    if one.column in {"tahun_tak_jelas", "register"} and roles.get("jenis") == ["kak"] and one.value.isdecimal():
        return Filter(
            "tahun_anggaran", lambda value: value == one.value, Told("tahun anggaran", "=", one.value, one.words)
        )
    return None


def _compared(value: Decimal, operator: str, wanted: Decimal) -> bool:
    order = (value > wanted) - (value < wanted)
    return order in {">": {1}, "<": {-1}, ">=": {0, 1}, "<=": {0, -1}, "=": {0}}[operator]


def _older(match: re.Match[str], today: date) -> Filter | None:
    number = value_in(match["number"])
    if number is None or number > _OLDEST:
        return None
    bound = _before(today, number * (12 if match["unit"].casefold() == "tahun" else 1)).isoformat()
    return _earlier(match, bound)


def _due(match: re.Match[str], today: date) -> Filter:
    return _earlier(match, today.isoformat())


def _dated(match: re.Match[str], today: date) -> Filter:
    return _within(_field(match), match, today)


def _within(field: str, match: re.Match[str], today: date) -> Filter:
    meant = spoken_years.meant(match["years"], today)
    first, last, words = meant[0], meant[-1], match.group().strip()
    start, end = f"{first}-01-01", f"{last + 1}-01-01"
    if first == years.FIRST:
        return Filter(field, lambda value: value < end, Told(LABELS[field], "sebelum", end, words))
    if last == years.LAST:
        return Filter(field, lambda value: value >= start, Told(LABELS[field], "sejak", start, words))
    told = Told(LABELS[field], "=", str(first) if first == last else f"{first} sampai {last}", words)
    return Filter(field, lambda value: start <= value < end, told)


def _then(match: re.Match[str], today: date) -> Filter | None:
    """Read years that are said of no date of a paper as its own; a KAK's are those of the budget."""
    return None if _kind_named(match.string) == "kak" else _within("tanggal", match, today)


def _earlier(match: re.Match[str], bound: str) -> Filter:
    field = _field(match)
    return Filter(field, lambda value: value < bound, Told(LABELS[field], "sebelum", bound, match.group().strip()))


def _holding(match: re.Match[str], _today: date) -> Filter:
    meant = _field(match)
    if meant == _TO_UPDATE:
        return Filter("pembaruan", lambda value: value == meant, Told(LABELS["pembaruan"], "=", meant, match.group()))
    values = _MEANT.get(meant, (meant.replace(" ", "_"),))
    return Filter("keberlakuan", lambda value: value in values, Told(LABELS["keberlakuan"], "=", meant, match.group()))


def _field(match: re.Match[str]) -> str:
    if match["field"] is None:  # "SOP yang sudah lebih dari 5 tahun": the paper's own
        return "tanggal"
    return _words()[tuple(token.text for token in tokens(match["field"]))][1]


def _before(today: date, months: int) -> date:
    """Return the day that lies some months before; the last one of its month where that has no such day."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    for day in (today.day, 30, 29, 28):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, 28)


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]


@cache
def _words() -> dict[tuple[str, ...], tuple[str, str]]:
    return {
        tuple(token.text for token in tokens(wording)): (row["jenis"], row["arti"])
        for row in table("baris_naskah.tsv")
        for wording in row["kata"].split("|")
    }


def _kind_named(text: str) -> str | None:
    """Give the kind of papers that a question names first."""
    found = ((match.start(), kind) for kind, word in _kinds() if (match := word.search(text)))
    return min(found, default=(0, None))[1]


@cache
def _kinds() -> tuple[tuple[str, Pattern[str]], ...]:
    return tuple(
        (row["arti"], re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE))
        for row in table("baris_naskah.tsv")
        if row["jenis"] == "jenis"
        for word in row["kata"].split("|")
    )


@cache
def _units() -> dict[str, str]:
    """Give the code of each unit by what it is called, folded."""
    return {padded(token.text for token in tokens(name)): code for name, code in unit_names().items()}


def _wordings(kind: str) -> Iterator[str]:
    for row in table("baris_naskah.tsv"):
        if row["jenis"] == kind:
            yield from (re.escape(wording).replace(r"\ ", r"\s+") for wording in row["kata"].split("|"))


_VALIDITIES = "|".join(sorted(_wordings("keberlakuan"), key=len, reverse=True))
_HOLDS = re.compile(
    rf"(?<!\w)(?:(?:yang|yg)\s+)?(?:(?:sudah|udah|telah)\s+)?(?P<field>{_VALIDITIES})(?!\w)", re.IGNORECASE
)
_DATES = "|".join(sorted(_wordings("tanggal"), key=len, reverse=True))
_AGE = re.compile(
    rf"(?<!\w)(?:(?:(?P<field>{_DATES})|umur|usia|berumur|berusia)(?:nya)?\s+)?{_PASSED}"
    rf"\s+(?P<number>{_NUMBER})\s+(?P<unit>tahun|bulan)(?:\s+(?:yang\s+)?lalu)?(?!\w)",
    re.IGNORECASE,
)
_DUE = re.compile(
    rf"(?<!\w)(?P<field>{_DATES})(?:nya)?\s+(?:sudah|telah)\s+(?:lewat|terlewat|jatuh tempo)(?!\w)", re.IGNORECASE
)
_DATED = re.compile(
    rf"(?<!\w)(?P<field>{_DATES})(?:nya)?\s+(?:pada\s+|di\s+)?(?P<years>{spoken_years.SAID})(?!\w)",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"(?<!\w)ada\s+(?:tidak|atau\s+tidak)\W*$", re.IGNORECASE)
_THEN = re.compile(rf"(?<!\w)(?P<years>{spoken_years.SAID})(?!\w)", re.IGNORECASE)
