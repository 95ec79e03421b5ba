"""Figures that only a table's own columns name: "jumlah peserta", "sisa kertas", "yang anggarannya paling besar"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from search.rows.asked import PERCENT, Asked, Phrase
from search.rows.classes import is_class
from search.rows.figure_units import is_rate, unit_of
from search.rows.negated import is_negated
from search.rows.tables import Table
from search.rows.wording import bare, fold

_LEAST = 0.8  # of the cells that say something are figures: else the column is not one of figures
_TOTALS = frozenset(["jumlah", "jml", "total", "rp", "ribu", "juta", "rupiah", "dalam", "keseluruhan", "seluruhnya"])
_NAMES_ONLY = frozenset(
    ["no", "nomor", "kode", "urut", "tahun", "thn", "nip", "nik", "npsn", "nop", "rt", "rw", "telp", "hp"]
)
LETTERS = {"pria": "l", "laki": "l", "perempuan": "p", "wanita": "p"}
"""What a column of one sex is called by, beside "Siswa"."""
_UNITS = frozenset(["orang", "jiwa", "unit", "buah", "lembar", "lbr", "eks", "kg", "liter", "m2", "ha", "titik", "kk"])
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_EITHER = re.compile(r"(\w+)\s*/\s*(\w+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEARS = frozenset(["tahun", "thn", "th", "ta"])
_BOTH = {"l", "p"}
_SAYING_NO_MORE = frozenset(["anggaran", "dana", "keuangan", "uang", "biaya", "pagu"])
_OF_CONDITIONS = frozenset(["b", "kb", "rr", "rb"])
"""Codes in the names of columns, which "ruang KIA-KB" does not ask for."""
DEEDS = frozenset(["paket", "kegiatan", "pekerjaan", "kontrak", "program", "diklat", "pelatihan"])
"""A row is one of them; the count beside it is of what it buys or of who takes part."""
_POINT = "titik"
"""What stands at a place of its own is counted in it, a row each, where no column counts in it."""
_PEOPLE = frozenset(["orang", "jiwa", "anak"])
_OF_PEOPLE = frozenset(
    ["siswa", "peserta", "balita", "guru", "pegawai", "kader", "anggota", "penduduk", "warga", "pasien"]
)
"""Units of people, and words in the names of columns that count them."""
RUPIAH = "rupiah"
_OTHER_FIGURES = frozenset(
    [
        *("sisa", "selisih", "rata", "kekurangan", "kelebihan", "bertambah", "berkurang", "denda", "tunggakan"),
        *("tarif", "awal", "lalu", "sebelumnya", "masuk", "keluar"),
    ]
)
"""In a column's name they make another figure of it: what is left of a budget is no budget, "Stok Awal" no stock."""
"""The unit of a share, by which its column is told from that of an amount."""


Place = tuple[int, int]
"""A word of a question: which phrase, and which of its words."""


@dataclass(frozen=True)
class _Column:
    """A column of figures: the words that it is called by, and the years among them, which tell it from others.

    `units` are words of it that stand in brackets as what it is counted in, `either` those that stand for one another:
    "Sisa / Tunggakan".
    """

    words: tuple[str, ...]
    years: frozenset[str]
    units: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()

    def unsaid(self, words: set[str]) -> set[str]:
        """Give the words of it that are not among these, which do not leave open what it is."""
        spare = self.units | (self.either if self.either & words else frozenset())
        return {*self.words} - words - spare


class _Fit(NamedTuple):
    """The columns that words name by themselves, and every one that has them in its name."""

    names: tuple[str, ...]
    every: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A column, by its known name, and the words that name it, none where the unit alone does.

    `year` says that the asked year did, too.
    """

    column: str
    places: frozenset[Place] = frozenset()
    year: bool = False


def measured(tables: Sequence[Table], asked: Asked) -> list[tuple[Asked, Sequence[Table]]] | None:
    """Give the question with a column as its measure or peak, and the tables that have it; several where these differ.

    Nothing where no words name a column of figures; None where they name one without saying which, or where the figure
    is asked for in a unit that no column has.
    """
    if asked.counted in {"macam", "entri"}:
        return []
    if asked.measure and not any(name in one.columns for name in asked.measure for one in tables):
        asked = _in_words(asked)
    if asked.measure or (asked.peak and asked.peak.columns) or asked.operation not in {"hitung", "daftar"}:
        return None if asked.unit else []
    if counted := [one for one in tables if asked.unit and _counts_in(one, asked.unit)]:
        return [(replace(asked, unit=""), counted)]
    found, unclear = _by_named_columns(tables, asked)
    ways: list[tuple[Asked, Sequence[Table]]] = [(_with(asked, named, own), own) for named, own in found.items()]
    if not ways and not unclear and asked.unit == _POINT:
        return [(replace(asked, unit="", counted="entri"), tables)]
    return ways or (None if unclear or asked.unit else [])


def _by_named_columns(tables: Sequence[Table], asked: Asked) -> tuple[dict[Named, list[Table]], bool]:
    """Give the columns that words name with the tables that have them, and whether a table has several."""
    found: dict[Named, list[Table]] = {}
    unclear = False
    for one in tables:
        named, fits = column_named(one, asked)
        if named and named.places and _counts_deeds(asked, named):
            continue
        unclear |= fits and named is None
        if named and is_in_unit(one, named.column, asked.unit):
            found.setdefault(named, []).append(one)
    return found, unclear


def _counts_deeds(asked: Asked, named: Named) -> bool:
    """Tell whether words name deeds that are counted: "berapa kontrak" asks for no amount."""
    said = _words(asked, named.places)
    return asked.operation == "hitung" and not asked.peak and not asked.summed and DEEDS.issuperset(said)


def column_named(one: Table, asked: Asked) -> tuple["Named | None", bool]:
    """Give the column of figures that words of a question name, None where that is not sure; and whether any fit."""
    columns = _columns(one, asked)
    if asked.unit == PERCENT:
        columns = {name: column for name, column in columns.items() if PERCENT in column.words}
    elif asked.unit == RUPIAH:
        columns = {name: column for name, column in columns.items() if is_in_unit(one, name, RUPIAH)}
    fits = {places: fit for places in _spans(asked) if (fit := _fitting(columns, _words(asked, places))).names}
    return _surest(columns, fits, asked) or _in_unit(columns, asked.unit), bool(fits)


def _in_words(asked: Asked) -> Asked:
    """Give a question for a measure that no table has as one for what its words name: "nilai persediaan"."""
    words = tuple(fold(asked.measure_words).split())
    first, *rest = asked.phrases  # what follows the measure may be part of a column's name: "nilai aset taman"
    joined = replace(first, words=(*words, *first.words), typed=f"{asked.measure_words} {first.typed}")
    phrases = (joined, *rest)
    summed = asked.summed or asked.operation == "jumlah"
    return replace(asked, operation="hitung", measure=(), phrases=phrases, summed=summed)


def _surest(columns: Mapping[str, _Column], fits: Mapping[frozenset[Place], _Fit], asked: Asked) -> Named | None:
    """Give the one column that most words name: by themselves, with the year, or in two wordings together."""
    year = asked.year.value if asked.year else ""
    named = [Named(fit.names[0], places) for places, fit in fits.items() if len(fit.names) == 1]
    for places, names in ((places, fit.names) for places, fit in fits.items()):
        of_year = [name for name in names if year in columns[name].years]
        of_all = [name for name in names if not columns[name].years]
        if len(of_year) == 1 and len(names) > 1:
            named.append(Named(of_year[0], places, year=True))
        elif len(of_all) == 1 and len(names) > 1 and not of_year:
            named.append(Named(of_all[0], places))
    for (one, fit), (other, beside) in combinations(fits.items(), 2):
        both = [name for name in fit.every if name in beside.every]
        if len(both) == 1 and not one & other:
            named.append(Named(both[0], one | other))
    return max(named, key=lambda way: len(way.places), default=None)


def _in_unit(columns: Mapping[str, _Column], unit: str) -> Named | None:
    """Give the one column that is called by the unit in which a figure is asked for: "berapa boks"."""
    fits = [name for name, column in columns.items() if unit in column.words]
    return Named(fits[0]) if len(fits) == 1 else None


def _counts_in(one: Table, unit: str) -> bool:
    """Tell whether things are counted in a unit: "25 titik" under "Jumlah"."""
    return "jumlah" in one.columns and is_in_unit(one, "jumlah", unit)


def is_in_unit(one: Table, column: str, unit: str) -> bool:
    """Tell whether a column is called by a unit, or a cell beside its figures says it: "23 rim", "Satuan: rim"."""
    if unit == RUPIAH:
        return unit_of(one.rows, column) == RUPIAH
    if not unit or unit in (*fold(one.columns[column]).split(), *_called(one.columns[column]).words):
        return True
    if unit in _PEOPLE and not _OF_PEOPLE.isdisjoint(_called(one.columns[column]).words):
        return True
    said = ((row.says("satuan"), fold(row.stored.cells.get(one.columns[column], ""))) for row in one.rows)
    return any(f" {unit} " in cell for cells in said for cell in cells)


def _columns(one: Table, asked: Asked) -> dict[str, _Column]:
    """Give the columns of figures of a table that share a word with the question, by their known names."""
    words = {word for phrase in asked.phrases for word in phrase.words}
    words |= {asked.unit, *map(bare, words), *(LETTERS[word] for word in LETTERS.keys() & words)}
    found = {}
    for name, header in one.columns.items():
        called = _called(header)
        if words.intersection(called.words) <= _OF_CONDITIONS or name.startswith("kondisi"):
            continue
        values = [value for row in one.rows if (value := row.stored.values.get(name))]
        said = sum(bool(row.stored.cells.get(header, "").strip(" -")) for row in one.rows)
        figures = sum(value.type in {"money", "number"} for value in values)
        if figures and figures >= _LEAST * said and _NAMES_ONLY.isdisjoint(called.words):
            found[name] = called
    return found


def _called(header: str) -> _Column:
    """Give the words of a column's name, without those of totals and units; a share is one of percent."""
    words = fold(header.replace("%", " persen ")).split()
    years = frozenset(word for word in words if _YEAR.fullmatch(word))
    told = [word for at, word in enumerate(words) if word not in _TOTALS | years and not _before_year(words, at)]
    units = frozenset(word for part in _IN_BRACKETS.findall(header) for word in fold(part).split() if word in _UNITS)
    either = frozenset(word for pair in _EITHER.findall(header) for part in pair for word in fold(part).split())
    return _Column(tuple(told) or ("jumlah",), years, units, either)


def _before_year(words: Sequence[str], at: int) -> bool:
    return words[at] in _OF_YEARS and bool(_YEAR.fullmatch("".join(words[at + 1 : at + 2])))


def _spans(asked: Asked) -> Iterator[frozenset[Place]]:
    """Yield the ranges of words of each phrase, the longest first."""
    for size in range(max(len(phrase.words) for phrase in asked.phrases), 0, -1):
        for at, phrase in enumerate(asked.phrases):
            if is_negated(phrase):  # "belum kontrak" is said of a thing
                continue
            for start in range(len(phrase.words) - size + 1):
                yield frozenset((at, word) for word in range(start, start + size))


def _words(asked: Asked, places: frozenset[Place]) -> tuple[str, ...]:
    return tuple(asked.phrases[at].words[word] for at, word in sorted(places))


def _fitting(columns: Mapping[str, _Column], typed: tuple[str, ...]) -> _Fit:
    """Give the columns that words name: the one that is called so wholly, or the total of several; else all of them."""
    words = {*map(bare, typed)}
    if words <= _TOTALS or is_class(typed):
        return _Fit((), ())
    lettered = {LETTERS.get(word, word) for word in words}
    left = {
        name: column.unsaid(words | lettered)
        for name, column in columns.items()
        if words <= {*column.words} or lettered <= {*column.words}
    }
    others = _OTHER_FIGURES - ({"sisa"} if "nilai" in words else set())  # what stock is worth is what is left of it
    left = {name: unsaid for name, unsaid in left.items() if not unsaid & others}
    whole = [name for name, unsaid in left.items() if not unsaid or unsaid == _BOTH]
    if whole or any(_is_chief(words, columns[name]) for name in left):
        return _Fit(tuple(whole) if len(whole) == 1 else tuple(left), tuple(left))
    return _Fit((), tuple(left))


def _is_chief(words: set[str], column: _Column) -> bool:
    """Tell whether words are what a column is chiefly called: its first word, or its last before a unit in brackets."""
    called = [word for word in column.words if word not in column.units] or list(column.words)
    return bool({called[0], called[-1]} & words)


def _with(asked: Asked, named: Named, tables: Sequence[Table]) -> Asked:
    """Give the question with the column as its measure or peak, and the phrases without the words that name it."""
    words = " ".join(_words(asked, named.places)) or asked.unit
    asked = without(asked, named)
    if asked.peak:
        peak = replace(asked.peak, columns=(named.column,), words=f"{words} {asked.peak.words}")
        return replace(asked, peak=peak, operation="daftar")
    counted = not any(_is_of_one(one, named.column) for one in tables)
    operation = "jumlah" if asked.summed or counted else "nilai"
    return replace(asked, measure=(named.column,), measure_words=words, operation=operation)


def without(asked: Asked, named: Named) -> Asked:
    """Give a question without the words that name a column, and without the year if that did, too.

    One that is said again names it again, "sisa kertas tinggal berapa"; beside them "anggaran" says nothing more.
    """
    said = {bare(word) for word in _words(asked, named.places)}
    words = [(at, number, word) for at, phrase in enumerate(asked.phrases) for number, word in enumerate(phrase.words)]
    places = named.places | {(at, number) for at, number, word in words if bare(word) in said}
    places |= {
        (at, number) for at, number, word in words if bare(word) in _SAYING_NO_MORE and _is_beside((at, number), places)
    }
    return replace(without_words(asked, places), year=None if named.year else asked.year)


def without_words(asked: Asked, places: frozenset[Place]) -> Asked:
    """Give a question without the words at these places."""
    phrases = tuple(part for at, phrase in enumerate(asked.phrases) for part in _left(phrase, at, places))
    return replace(asked, phrases=phrases)


def _is_beside(place: Place, places: frozenset[Place]) -> bool:
    at, number = place
    return not places.isdisjoint({(at, number - 1), (at, number + 1)})


def _left(phrase: Phrase, at: int, places: frozenset[Place]) -> Iterator[Phrase]:
    """Yield the parts of a phrase before, between and behind the words that name a column."""
    part: list[str] = []
    for number, word in enumerate((*phrase.words, "")):
        if word and (at, number) not in places:
            part.append(word)
        elif part:
            yield replace(phrase, words=tuple(part), typed=" ".join(part))
            part = []


def _is_of_one(one: Table, column: str) -> bool:
    """Tell whether figures are of one thing each, and added up only where that is said: prices and shares."""
    header = one.columns[column]
    return is_rate(header) or " harga " in fold(header)
