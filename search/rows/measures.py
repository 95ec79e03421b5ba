"""Figures that only a table's own columns name: "jumlah peserta", "sisa kertas", "yang anggarannya paling besar"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.rows.measured import is_rate
from search.rows.naming import is_class
from search.rows.question import Asked, Peak, Phrase
from search.rows.tables import Table
from search.rows.wording import fold

_LEAST = 0.8  # of the cells that say something are figures: else the column is not one of figures
_TOTALS = frozenset(["jumlah", "jml", "total", "rp", "ribu", "juta", "rupiah", "dalam", "keseluruhan", "seluruhnya"])
_NAMES_ONLY = frozenset(
    ["no", "nomor", "kode", "urut", "tahun", "thn", "nip", "nik", "npsn", "nop", "rt", "rw", "telp", "hp"]
)
LETTERS = {"pria": "l", "laki": "l", "perempuan": "p", "wanita": "p"}
"""What a column of one sex is called by, beside "Siswa"."""
_POSSESSIVE = "nya"
_LONG = 5  # letters: "nya" behind no more of them is part of a word
_BOTH = {"l", "p"}


@dataclass(frozen=True)
class _Named:
    """A column and the words of a phrase that name it, from `start` to `end`; none where the unit alone does."""

    column: str
    phrase: int = 0
    start: int = 0
    end: int = 0


def measured(tables: Sequence[Table], asked: Asked) -> list[tuple[Asked, Sequence[Table]]] | None:
    """Give the question with a column as its measure or peak, and the tables that have it; several where these differ.

    Nothing where no words name a column of figures; None where they name one without saying which, or where the figure
    is asked for in a unit that no column has.
    """
    if asked.measure or asked.peak or asked.operation not in {"hitung", "daftar"}:
        return None if asked.unit else []
    found: dict[_Named, list[Table]] = {}
    unclear = False
    for one in tables:
        columns = _columns(one)
        fits = [
            (_fitting(columns, asked.phrases[at].words[start:end]), at, start, end) for at, start, end in _spans(asked)
        ]
        unclear |= any(len(names) > 1 for names, *_ in fits)
        named = [_Named(names[0], *place) for names, *place in fits if len(names) == 1] or _in_unit(columns, asked.unit)
        if named and _is_in_unit(one, named[0].column, asked.unit):
            found.setdefault(named[0], []).append(one)
    ways: list[tuple[Asked, Sequence[Table]]] = [(_with(asked, named, own), own) for named, own in found.items()]
    return ways or (None if unclear or asked.unit else [])


def _in_unit(columns: Mapping[str, tuple[str, ...]], unit: str) -> list[_Named]:
    """Give the one column that is called by the unit in which a figure is asked for: "berapa boks"."""
    fits = [name for name, words in columns.items() if unit in words]
    return [_Named(fits[0])] if len(fits) == 1 else []


def _is_in_unit(one: Table, column: str, unit: str) -> bool:
    """Tell whether a column is called by a unit, or a cell beside its figures says it: "23 rim", "Satuan: rim"."""
    if not unit or unit in fold(one.columns[column]).split():
        return True
    said = ((row.says("satuan"), fold(row.stored.cells.get(one.columns[column], ""))) for row in one.rows)
    return any(f" {unit} " in cell for cells in said for cell in cells)


def _columns(one: Table) -> dict[str, tuple[str, ...]]:
    """Give the columns of figures of a table by their known names, with the words that name them in the file."""
    found = {}
    for name, column in one.columns.items():
        values = [value for row in one.rows if (value := row.stored.values.get(name))]
        said = sum(bool(row.stored.cells.get(column, "").strip(" -")) for row in one.rows)
        figures = sum(value.type in {"money", "number"} for value in values)
        words = tuple(word for word in fold(column).split() if word not in _TOTALS) or ("jumlah",)
        if figures and figures >= _LEAST * said and _NAMES_ONLY.isdisjoint(words):
            found[name] = words
    return found


def _spans(asked: Asked) -> Iterator[tuple[int, int, int]]:
    """Yield the ranges of words of each phrase, the longest first."""
    for size in range(max(len(phrase.words) for phrase in asked.phrases), 0, -1):
        for at, phrase in enumerate(asked.phrases):
            for start in range(len(phrase.words) - size + 1):
                yield at, start, start + size


def _fitting(columns: Mapping[str, tuple[str, ...]], typed: tuple[str, ...]) -> list[str]:
    """Give the columns that words name: the one that is called so wholly, or the total of several; else all of them."""
    words = {word.removesuffix(_POSSESSIVE) if len(word) > _LONG else word for word in typed}
    if words <= _TOTALS or is_class(typed):
        return []
    lettered = {LETTERS.get(word, word) for word in words}
    left = {
        name: {*said} - words - lettered for name, said in columns.items() if words <= {*said} or lettered <= {*said}
    }
    whole = [name for name, unsaid in left.items() if not unsaid or unsaid == _BOTH]
    if whole or any(_is_chief(words, columns[name]) for name in left):
        return whole if len(whole) == 1 else list(left)
    return []


def _is_chief(words: set[str], column: tuple[str, ...]) -> bool:
    """Tell whether words are what a column is chiefly called: its first word, or its last."""
    return bool({column[0], column[-1]} & words)


def _with(asked: Asked, named: _Named, tables: Sequence[Table]) -> Asked:
    phrase = asked.phrases[named.phrase]
    words = " ".join(phrase.words[named.start : named.end])
    around = (phrase.words[: named.start], phrase.words[named.end :])
    left = [Phrase(part, phrase.place, " ".join(part)) for part in around if part]
    phrases = (*asked.phrases[: named.phrase], *left, *asked.phrases[named.phrase + 1 :])
    if asked.end:
        peak = Peak(asked.end, (named.column,), f"{words} {asked.end_words}")
        return replace(asked, phrases=phrases, peak=peak, operation="daftar")
    counted = not any(_is_of_one(one, named.column) for one in tables)
    operation = "jumlah" if asked.summed or counted else "nilai"
    return replace(asked, phrases=phrases, measure=(named.column,), measure_words=words, operation=operation)


def _is_of_one(one: Table, column: str) -> bool:
    """Tell whether figures are added up only where that is said: amounts of money, and shares."""
    values = (row.stored.values.get(column) for row in one.rows)
    return is_rate(one.columns[column]) or any(value and value.type == "money" for value in values)
