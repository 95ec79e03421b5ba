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
_LETTERS = {"pria": "l", "laki": "l", "perempuan": "p", "wanita": "p"}
_POSSESSIVE = "nya"


@dataclass(frozen=True)
class _Span:
    """Words of a phrase that name a column: of the phrase at `phrase`, from `start` to `end`."""

    phrase: int
    start: int
    end: int
    column: str


def measured(tables: Sequence[Table], asked: Asked) -> list[tuple[Asked, list[Table]]] | None:
    """Give the question with a column as its measure or peak, and the tables that have it; several where these differ.

    Nothing where no words name a column of figures; None where they name one without saying which.
    """
    if asked.measure or asked.peak or asked.operation not in {"hitung", "daftar"}:
        return []
    found: dict[_Span, list[Table]] = {}
    unclear = False
    for one in tables:
        columns = _columns(one)
        spans = [_named(columns, asked, *place) for place in _spans(asked)]
        unclear |= None in spans
        if span := next(filter(None, spans), None):
            found.setdefault(span, []).append(one)
    ways = [(_with(asked, span, own), own) for span, own in found.items()]
    return ways or (None if unclear else [])


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


def _named(
    columns: Mapping[str, tuple[str, ...]], asked: Asked, phrase: int, start: int, end: int
) -> _Span | bool | None:
    """Give the column that words name: wholly, or as the only one, or as the total of several.

    False where they name none, None where they name several.
    """
    typed = asked.phrases[phrase].words[start:end]
    words = {word.removesuffix(_POSSESSIVE) if len(word) > 5 else word for word in typed}
    if words <= _TOTALS or is_class(typed):
        return False
    lettered = {_LETTERS.get(word, word) for word in words}
    left = {
        name: {*said} - words - lettered for name, said in columns.items() if words <= {*said} or lettered <= {*said}
    }
    whole = [name for name, unsaid in left.items() if not unsaid or unsaid == {"l", "p"}]
    if not whole and not any(_is_chief(words, columns[name]) for name in left):
        return False
    chosen = whole if len(whole) == 1 else list(left)
    if len(chosen) == 1:
        return _Span(phrase, start, end, chosen[0])
    return None


def _is_chief(words: set[str], column: tuple[str, ...]) -> bool:
    """Tell whether words are what a column is chiefly called: its first word, or its last."""
    return bool({column[0], column[-1]} & words)


def _with(asked: Asked, span: _Span, tables: Sequence[Table]) -> Asked:
    phrase = asked.phrases[span.phrase]
    words = " ".join(phrase.words[span.start : span.end])
    around = (phrase.words[: span.start], phrase.words[span.end :])
    left = [Phrase(part, phrase.place, " ".join(part)) for part in around if part]
    phrases = (*asked.phrases[: span.phrase], *left, *asked.phrases[span.phrase + 1 :])
    if asked.end:
        peak = Peak(asked.end, (span.column,), f"{words} {asked.end_words}")
        return replace(asked, phrases=phrases, peak=peak, operation="daftar")
    counted = not any(_is_of_one(one, span.column) for one in tables)
    operation = "jumlah" if asked.summed or counted else "nilai"
    return replace(asked, phrases=phrases, measure=(span.column,), measure_words=words, operation=operation)


def _is_of_one(one: Table, column: str) -> bool:
    """Tell whether figures are added up only where that is said: amounts of money, and shares."""
    values = (row.stored.values.get(column) for row in one.rows)
    return is_rate(one.columns[column]) or any(value and value.type == "money" for value in values)
