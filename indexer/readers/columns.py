"""What the columns of a table mean, by their names: corpora/kolom.tsv, which a person may edit.

A pattern there is a column's whole name in small letters, without signs, units and brackets; `*` stands for any words
or none, `rp` at the end for a name that tells money. The longest pattern decides, of two
columns the one whose name begins with the meaning's own; a meaning that two claim with equal right is given to neither.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from catalog.typed_cells import CellValue, other
from catalog.word_lists import table
from indexer.readers import forms
from indexer.readers.values import Value, is_marked, typed, unchanged
from indexer.rupiah import FACTORS, factor, written

_BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_MONEY_WORDS = re.compile(
    r"\b(?:dalam |dlm )?(?:(?:ribu|juta|mili?ar|milyar|triliun|rb|jt|m)(?:an)?\b ?)?(?:rp|rupiah)\b"
    r"(?:[ .]*(?:ribu|juta|rb|jt|1?[.,]?000)\b)?|\b(?:dalam )?(?:ribu|juta)an\b|\b(?:dalam|dlm) (?:rb|jt|m)\b"
)
_BILLIONS = re.compile(r"\(\s*m\s*\)", re.IGNORECASE)
"""Of an amount of money; of a length it is metres."""
_OF_MONEY = re.compile(
    r"harga|nilai|anggar|pagu|realisasi|biaya|dana|belanja|target|piutang|tunggak|penerimaan|pajak|retribusi|aset",
    re.IGNORECASE,
)
"""In the names of columns whose "(M)" is no metre."""
_MAY_BE_MONEY = re.compile(
    rf"{_OF_MONEY.pattern}|total|sisa|saldo|selisih|denda|bantuan|hibah|sewa|tarif|modal|omzet|pendapatan|iuran|upah|honor"
    r"|gaji|bayar|setor|kontrak|jumlah\s*$|jml\.?\s*$",
    re.IGNORECASE,
)
"""In the names of columns that may be money though they do not say so."""
_AREA = re.compile(r"\b(?:(?P<ha>ha|hektar|hektare)|(?P<km>km ?[2²])|(?P<m>m ?[2²]))(?!\w)", re.IGNORECASE)
_SQUARE_METRES = {"ha": 10_000, "km": 1_000_000, "m": 1}
_WITH_UNIT = re.compile(rf"^(\d[\d.,]*) ?(?!(?:{'|'.join(FACTORS)})(?:an)?\b)(?:[a-z]{{1,12}}\.?|%)$", re.IGNORECASE)
"""A figure with its unit behind it, "6 rombel", "77,70%"; what a factor stands behind is another figure."""
_SHARE = re.compile(r"%|\bpersen", re.IGNORECASE)
_DAY = re.compile(r"\b(?:tanggal|tgl)\b", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
_RUNNING = frozenset(["", "no", "nomor", "no urut", "nomor urut"])
_NONE = "tanpa_arti"
"""The meaning of columns that have none, though a wider pattern fits them: "Nama Pemilik" names no thing."""
CONDITIONS = ("baik", "kurang_baik", "rusak_ringan", "rusak_berat")


@dataclass(frozen=True)
class _Pattern:
    canonical: str
    type: str
    regex: re.Pattern[str]
    letters: int
    joined: str


@dataclass(frozen=True)
class _Known:
    canonical: str
    type: str
    factor: int | None


@dataclass(frozen=True)
class Columns:
    """The columns of one table whose meaning is known, by their names, and the form that they make, if any.

    `others` are those whose meaning is not, with what their figures are multiplied by and whether they are money.
    """

    known: Mapping[str, _Known]
    form: str | None
    others: Mapping[str, _Known]

    def values(self, cells: Mapping[str, str], stored: Collection[str] = ()) -> dict[str, CellValue]:
        """Return a row's values by canonical name; `stored` names the cells whose decimal point the file holds."""
        found = {}
        for name, known in self.known.items():
            text = cells.get(name)
            if not text:
                continue
            if unchanged(text, known.type):
                found[known.canonical] = CellValue(name, text, known.type)
                continue
            value = typed(text, known.type, known.factor, stored=name in stored)
            if value:
                found[known.canonical] = CellValue(name, value.text, value.type)
        return self._in_square_metres(found) | _condition(found)

    def figures(self, cells: Mapping[str, str], stored: Collection[str] = ()) -> dict[str, CellValue]:
        """Return the figures and days of a row's other columns, each under `other(name)`; all else is left out."""
        found = {}
        for name, column in self.others.items():
            text = _WITH_UNIT.sub(r"\1", cells.get(name, ""))
            value = typed(text, column.type, column.factor, stored=name in stored)
            if value and value.type == column.type:
                found[column.canonical] = CellValue(name, value.text, value.type)
        return found

    def _in_square_metres(self, found: dict[str, CellValue]) -> dict[str, CellValue]:
        """Return the values with areas in square metres where a column beside them tells another unit for each row.

        An area in a unit that is none of area ("1 paket") is no figure.
        """
        unit, area = found.get("satuan"), found.get("luas")
        if unit is None or area is None or area.type != "number" or square_metres(area.column):
            return found
        times = square_metres(unit.value)
        value = written(Decimal(area.value) * times) if times else area.value
        return found | {"luas": CellValue(area.column, value, "number" if times else "text")}


def of_table(names: Iterable[str], stated: Collection[int] = ()) -> Columns:
    """Return what is known of a table's columns; `stated` are the factors that titles and notes around it state."""
    named = list(names)
    claims: dict[str, list[tuple[int, str, _Pattern]]] = {}
    for name in named:
        pattern = _meaning(name)
        if pattern and pattern.canonical != _NONE:
            claims.setdefault(pattern.canonical, []).append((pattern.letters, name, pattern))
    known = {}
    for claim in claims.values():
        best = max(map(_right, claim))
        first, *others = [(name, pattern) for _, name, pattern in filter(lambda one: _right(one) == best, claim)]
        if not others:
            known[first[0]] = _Known(first[1].canonical, first[1].type, _factor_of(*first, stated))
    own = {factor(name) for name in named} - {None}
    counted = () if own and own <= {*stated} else stated  # money columns say so themselves: what is no money needs not
    unknown = {
        name: one
        for name in named
        if name not in known and (one := _other(name, stated if _MAY_BE_MONEY.search(name) else counted))
    }
    return Columns({name: known[name] for name in named if name in known}, forms.recognised({*claims}), unknown)


def _right(claim: tuple[int, str, _Pattern]) -> tuple[bool, int]:
    """Return by what a column claims a meaning: one that is called so first ("Nama Barang" beside "Jenis Barang")."""
    letters, name, pattern = claim
    return folded(name).startswith(pattern.canonical.partition("_")[0]), letters


def _other(name: str, stated: Collection[int]) -> _Known | None:
    """Return what is known of a column whose meaning is not: days, or figures; None where their unit may be unsaid.

    Where titles state the unit of money, a column that names none may be money or not; a share is none.
    """
    if factor(name) is not None or (_BILLIONS.search(name) and _OF_MONEY.search(name)):
        return _Known(other(name), "money", _factor(name, stated))
    if _DAY.search(name):
        return _Known(other(name), "date", 1)
    if not _SHARE.search(name) and (stated or folded(name) in _RUNNING):
        return None
    return _Known(other(name), "number", 1)


def _factor_of(name: str, pattern: _Pattern, stated: Collection[int]) -> int | None:
    """Return what a column's figures are multiplied by: to rupiah, to square metres, else 1."""
    if pattern.type == "money":
        return _factor(name, stated)
    return (square_metres(name) or 1) if pattern.canonical.startswith("luas") else 1


def square_metres(label: str) -> int | None:
    """Return how many square metres the unit of area in a label is, None where it names none."""
    found = _AREA.search(label)
    return _SQUARE_METRES[next(name for name, said in found.groupdict().items() if said)] if found else None


def _factor(name: str, stated: Collection[int]) -> int | None:
    """Return the factor of a money column; None where its own label and the sheet's titles disagree, or these do."""
    own = 10**9 if _BILLIONS.search(name) else factor(name)
    if own is not None and (own != 1 or not stated):
        return own
    if own is None and len(stated) <= 1:
        return next(iter(stated), 1)
    return None


def _condition(found: Mapping[str, CellValue]) -> dict[str, CellValue]:
    """Return the condition where each has a column of its own and one alone is filled."""
    marked = [c for c in CONDITIONS if _is_marked(found.get(f"kondisi_{c}"))]
    if len(marked) != 1 or "kondisi" in found:
        return {}
    return {"kondisi": CellValue(found[f"kondisi_{marked[0]}"].column, marked[0], "condition")}


def _is_marked(value: CellValue | None) -> bool:
    return value is not None and is_marked(Value(value.value, value.type))


@lru_cache(maxsize=1 << 10)
def _meaning(name: str) -> _Pattern | None:
    """Return the longest pattern that fits a column's name; the first of equals.

    A narrow column breaks its name within a word ("Kondis i"): a name that fits none is tried without its spaces.
    """
    full = folded(name)
    plain = full.removesuffix(" rp")
    fits = [p for p in _patterns() if p.regex.match(f"{full} ") or (p.type == "money" and p.regex.match(f"{plain} "))]
    joined = full.replace(" ", "")
    fits = fits or [p for p in _patterns() if p.joined == joined]
    return max(fits, key=lambda p: p.letters, default=None)


def folded(name: str) -> str:
    """Return a column's name as the patterns are written."""
    low = _SIGNS.sub(" ", _MONEY_WORDS.sub(" ", _BRACKETS.sub(" ", name.casefold().replace("_", " ")))).strip()
    return f"{low} rp" if factor(name) is not None else low


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(row["kanonik"], row["jenis"], _regex(pattern), len(joined), joined)
        for row in table("kolom.tsv")
        for pattern in row["pola"].split("|")
        for joined in [pattern.replace("*", "").replace(" ", "")]
    )


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(r"(?:\S+ )*" if word == "*" else re.escape(word) + " " for word in pattern.split()) + "$")
