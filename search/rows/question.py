"""Reads a question into what is counted, summed or listed, and under which conditions; no word is dropped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from re import Pattern
from typing import NamedTuple

from catalog.word_lists import table
from search.rows import further_asked, spoken
from search.rows.spoken import Spoken
from search.rows.wording import Token, bare, tokens

_ALL_OF = re.compile(r"\(\s*(?:semua|seluruh)\s+[\w ]{2,30}\)", re.IGNORECASE)
"""Says that nothing is left out: "(semua blok)"."""
_BOTH_DAMAGED = re.compile(
    r"rusak\W+(?:baik\s+)?ringan\s+(?:maupun|ataupun|atau|dan)\s+(?:yang\s+)?berat\)?", re.IGNORECASE
)
_USED_UP = re.compile(
    r"(?<!\w)(?:sisa\s+)?(?:stok|persediaan|sisa)(?:nya)?\s+(?:(?:yang|sudah|telah)\s+)?(?:habis|kosong|nol)(?!\w)(?:\s+total)?"
    r"(?:\s*\(sisa(?:nya)?\s+(?:nol|0|kosong)\))?",
    re.IGNORECASE,
)
"""What is left is none: "yang stoknya sudah habis"."""
_MOST_WORDS = 12
_MOST_LETTERS = 300
_STOP = re.compile(r"\.(?:\s+[^\W\d_]|\s*$)")
_ABBREVIATED = 3  # letters of a short form that a dot ends: "lt. 5"
_PRICES = "harga nilai_perolehan jumlah_harga nilai_kontrak nilai"
_PRICE_OF_ONE = "harga_satuan"
"""What "yang harganya di atas 5 juta" compares where a sheet has it beside the price of all."""
_AREAS = "luas luas_tanah luas_lantai"
_AMOUNTS = frozenset({"uang", "luas"})
_OPEN = frozenset(["umum", "nama"])
"""Kinds of words that are part of a name."""
_COUNTED = ("macam", "entri", "kali")
_DEEDS = frozenset(["paket", "kegiatan", "pekerjaan", "kontrak", "program", "diklat", "pelatihan"])
"""A row is one of them; the count beside it is of what it buys or of who takes part."""
_PURCHASES = frozenset(["pembelian", "pengadaan", "perolehan"])
_LISTING = frozenset(["dan", "atau", "serta"])
RANGES = frozenset([">", "<", ">=", "<="])
"""Operators of conditions on one side of a figure: two of them may hold of one column."""
MONEY = re.compile("harga|nilai|biaya|pagu|penyusutan")
"""In the known names of columns of amounts."""
_OF_PAPERS = frozenset(["data", "daftar", "rekap", "tabel"])
"""Alone they name the paper that is asked, and nothing in it."""
_OF_FIGURES = frozenset(["lebih", "kurang", "paling", "sebelum", "sesudah", "setelah", "sejak", "antara"])


@dataclass(frozen=True)
class Condition:
    """A typed condition: the known column, operator and value, and the words of the question it was read from.

    `value` of a condition that can be meant in several ways has them in a tuple of its own each.
    """

    column: str
    operator: str
    values: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Phrase:
    """Words that name a thing, an owner or a place; `place` says that a word of place stood before them.

    `of_thing` says that they stand right behind the thing itself.
    """

    words: tuple[str, ...]
    place: bool
    typed: str
    of_thing: bool = False


@dataclass(frozen=True)
class Peak:
    """What is asked for is `tertinggi` or `terendah` in the first of these columns that a table has.

    Without columns it is asked for of a figure that only the tables' own columns can tell (`search.rows.own_columns`).
    """

    end: str
    columns: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Compared:
    """A figure that a column is compared with which only the tables' own names tell, in its unit ("" where unsaid)."""

    operator: str
    value: str
    unit: str
    words: str


@dataclass(frozen=True)
class Asked:
    """A question for rows. `operation` is hitung, jumlah, nilai or daftar; `measure` the columns that may be summed.

    `nilai` asks for a figure without a word of summing: it is sure only where one row is meant. With a `peak`, the rows
    at it are listed. `summed` says that a word of summing was said, `unit` in what it is asked for where not all things
    are counted in it: boks, orang. `counted` says what is counted if not things: `macam` (names), `entri` or `kali`
    (rows).
    """

    operation: str
    measure: tuple[str, ...]
    measure_words: str
    conditions: tuple[Condition, ...]
    year: Spoken | None
    phrases: tuple[Phrase, ...]
    peak: Peak | None = None
    summed: bool = False
    unit: str = ""
    counted: str = ""
    compared: Compared | None = None


class _Entry(NamedTuple):
    kind: str
    meaning: tuple[str, ...]


@dataclass
class _Reading:
    """What has been read so far of a text; `rest` is the text without its figures."""

    text: str
    rest: str
    found: dict[str, str]
    measure: tuple[str, ...] = ()
    measure_words: str = ""
    peak: Peak | None = None
    conditions: tuple[Condition, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    open_words: tuple[Token, ...] = ()
    marks: frozenset[str] = frozenset()
    place: bool = False
    refused: bool = False
    joined: bool = False


def read(text: str) -> Asked | None:
    """Read a question in standard wording, None where it is none for rows or holds a word that cannot be placed."""
    if len(text) > _MOST_LETTERS:
        return None
    text = _ALL_OF.sub(" ", _BOTH_DAMAGED.sub("rusak ringan maupun berat", _USED_UP.sub("sisanya tepat 0", text)))
    shorter = further_asked.without(text)
    found = _read(shorter) if shorter != text else None
    return found if found and found.peak else _read(text)


def _read(text: str) -> Asked | None:
    joined = _joined().search(text) is not None
    text = _further().sub(", ", _joined().sub(", ", text))
    figures = spoken.read(text)
    if figures is None or _has_any(figures[1], _forbidden_always()):
        return None
    said, rest = figures
    reading = _Reading(text, rest, {}, joined=joined)
    _walk(reading, _pieces(rest))
    asks = (
        reading.peak
        or _has_any(text, _signals())
        or any(one.column in _AMOUNTS for one in said)
        or (reading.measure and text.rstrip().endswith("?"))
    )
    if reading.refused or not asks:
        return None
    years = [one for one in said if one.column == "tahun_tak_jelas"]
    own = [Compared(one.operator, one.value, one.of, one.words) for one in said if one.column == "angka"]
    set_by_figures = tuple(_condition(one, reading) for one in said if one not in years and one.column != "angka")
    reading.conditions = (*reading.conditions, *set_by_figures)
    found = _asked(reading, years) if len(own) < 2 else None
    return replace(found, compared=own[0]) if found and own else found


def _has_any(text: str, words: frozenset[str]) -> bool:
    return any(token.text in words for token in tokens(text))


def _asked(reading: _Reading, years: list[Spoken]) -> Asked | None:
    operation = _operation(reading)
    count = sum(len(phrase.words) for phrase in reading.phrases)
    if operation is None or len(years) > 1 or not 0 < count <= _MOST_WORDS:
        return None
    reading.conditions = _of_any_damage(reading.conditions)
    if not _marks_held(reading, years) or _exclude_one_another(reading.conditions):
        return None
    phrases = tuple(sorted(reading.phrases, key=lambda phrase: phrase.place))
    begun = {phrase.words[0] for phrase in phrases}
    if reading.peak and not reading.peak.columns:
        reading.peak = replace(reading.peak, columns=reading.measure)
    return Asked(
        operation,
        reading.measure,
        reading.measure_words,
        reading.conditions,
        years[0] if years else None,
        phrases,
        reading.peak,
        summed=not reading.found.keys().isdisjoint(("total", "semua")),
        unit=_unit(reading),
        counted=next((kind for kind in _COUNTED if kind in reading.found), "kali" if _DEEDS & begun else ""),
    )


def _unit(reading: _Reading) -> str:
    """Return the unit in which a figure is asked for where no measure tells it: boks, orang, rupiah."""
    measured = reading.measure or (reading.peak and reading.peak.columns)
    money = "rupiah" if "harga" in reading.marks and not measured else ""
    return reading.found.get("takaran", "").casefold() or money


def _of_any_damage(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Give conditions of damage that are asked for together as one: "rusak ringan dan rusak berat"."""
    damaged = [one for one in conditions if one.column == "kondisi" and one.values[0] != "baik"]
    if len(damaged) < 2 or any(len(one.values) > 1 for one in damaged):
        return conditions
    words = " dan ".join(one.words for one in damaged)
    together = replace(damaged[0], values=(",".join(one.values[0] for one in damaged),), words=words)
    return (*(one for one in conditions if one not in damaged), together)


def _exclude_one_another(conditions: Sequence[Condition]) -> bool:
    """Tell whether one thing would have to be two: in good condition and broken, bought in 2020 and in 2021."""
    told = [condition.column for condition in conditions if condition.operator not in RANGES]
    return len(told) > len({*told})


def _marks_held(reading: _Reading, years: list[Spoken]) -> bool:
    """Tell whether what words announce is there: a condition after "kondisi", a year after "tahun", m2 for an area."""
    held = {condition.column for condition in reading.conditions} | {*reading.measure}
    held |= {"tahun"} if years else set()
    held |= {*reading.peak.columns} if reading.peak else set()
    held |= {"harga"}  # in rupiah: of a price, or of a column of amounts (`Asked.unit`)
    return not (reading.marks - held)


def _operation(reading: _Reading) -> str | None:
    counts = not reading.found.keys().isdisjoint(_COUNTED)
    if reading.peak:
        counted = "hitung" in reading.found and not reading.measure
        return None if counts or counted or "total" in reading.found else "daftar"
    if "tanya" in reading.found or (reading.measure and counts):
        return None
    if reading.measure:
        counted_too = reading.joined and "hitung" in reading.found
        of_all = "daftar" not in reading.found and (counted_too or "semua" in reading.found)
        summed = "total" in reading.found or of_all
        return "jumlah" if summed else "nilai"
    if counts or "hitung" in reading.found:
        return "hitung"
    return "daftar" if "daftar" in reading.found or reading.conditions else None


def _pieces(text: str) -> Iterator[Token | None]:
    """Give the words; None where something stands that parts what is before and after it."""
    last = 0
    short = True
    for token in tokens(text):
        if any(mark in text[last : token.start] for mark in ";,:?!()") or (not short and _STOP.match(text[last:])):
            yield None
        last, short = token.end, token.end - token.start <= _ABBREVIATED
        yield token


def _walk(reading: _Reading, pieces: Iterator[Token | None]) -> None:
    row = list(pieces)
    at = 0
    while at < len(row) and not reading.refused:
        if row[at] is None:
            _close(reading)
            at += 1
            continue
        size, entries = _longest(row, at)
        if _joins_names(reading, row, at) or _names_source(reading, row[at]):
            entries = ()
        span = [token for token in row[at : at + size] if token is not None]
        _take(reading, span, entries)
        at += size
    _close(reading)


def _longest(row: list[Token | None], at: int) -> tuple[int, tuple[_Entry, ...]]:
    words: list[str] = []
    best: tuple[int, tuple[_Entry, ...]] = (1, ())
    for token in row[at : at + 5]:
        if token is None:
            break
        words.append(token.text)
        best = (len(words), _lexicon()[tuple(words)]) if tuple(words) in _lexicon() else best
    return best


def _joins_names(reading: _Reading, row: list[Token | None], at: int) -> bool:
    """Tell whether "dan" stands within words that name things or an owner: "Dinas Pertanian dan Pangan"."""
    token = row[at]
    following = row[at + 1 :][:1]
    if token is None or token.text not in _LISTING or not reading.open_words or following in ([], [None]):
        return False
    return {entry.kind for entry in _longest(row, at + 1)[1]} <= _OPEN


def _names_source(reading: _Reading, token: Token | None) -> bool:
    """Tell whether "pembelian" is where a thing came from: before no year of it."""
    if token is None or token.text not in _PURCHASES:
        return False
    return not reading.rest[token.end :].lstrip().startswith(spoken.TAKEN)


def _take(reading: _Reading, span: list[Token], entries: tuple[_Entry, ...]) -> None:
    kinds = {entry.kind for entry in entries}
    typed = reading.text[span[0].start : span[-1].end]
    if kinds & {"larangan"}:
        reading.refused = True
    elif kinds <= _OPEN:
        reading.open_words += tuple(span)
    else:
        if not (kinds <= {"penanda", "abai"} and _names_next(reading.open_words)):
            _close(reading)
            reading.place = "tempat" in kinds
        reading.found |= dict.fromkeys(kinds, typed)
        for entry in entries:
            _meant(reading, entry, typed)


def _names_next(words: Sequence[Token]) -> bool:
    """Tell whether a word is the name of what is told next: "pemilihannya *lewat* tender"."""
    return len(words) == 1 and bare(words[0].text) != words[0].text


def _meant(reading: _Reading, entry: _Entry, typed: str) -> None:
    if entry.kind == "ukuran":
        reading.refused = reading.refused or bool(reading.measure)
        reading.measure, reading.measure_words = entry.meaning, typed
    elif entry.kind == "puncak":
        reading.refused = reading.refused or reading.peak is not None
        reading.peak = Peak(entry.meaning[0], entry.meaning[1:], typed)
    elif entry.kind == "tanya" and entry.meaning:  # "barang apa": of all goods
        reading.phrases += (Phrase(entry.meaning, place=False, typed=typed),)
    elif entry.kind == "syarat":
        column, operator, *values = entry.meaning
        reading.conditions += (Condition(column, operator, tuple(values), typed),)
    elif entry.kind == "penanda":
        reading.marks |= frozenset(entry.meaning)


def _close(reading: _Reading) -> None:
    """End a phrase: what follows is another one."""
    if reading.open_words:
        typed = reading.text[reading.open_words[0].start : reading.open_words[-1].end]
        words = tuple(token.text for token in reading.open_words)
        words = _without_paper(words)
        reading.phrases += (Phrase(words, reading.place, typed),) if not _OF_PAPERS.issuperset(words) else ()
        reading.open_words, reading.place = (), False


def _without_paper(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give words without "data" before or behind: in "menurut data Disdik" it is the paper, not whose it is."""
    begin, end = words[0] == "data", len(words) > 1 and words[-1] == "data"
    return words[begin : len(words) - end]


def _condition(one: Spoken, reading: _Reading) -> Condition:
    """Give a figure's condition: an amount of money or an area is one of the measured column, else of the usual."""
    named = _lexicon().get(tuple(token.text for token in tokens(one.of)), ())
    measured = " ".join(next((entry.meaning for entry in named if entry.kind == "ukuran"), reading.measure))
    price = measured if measured and "luas" not in measured else _PRICES
    of_one = "harga" in price.split() and "total" not in reading.found
    columns = {
        "uang": f"{_PRICE_OF_ONE} {price}" if of_one else price,
        "luas": measured if "luas" in measured else _AREAS,
    }
    return Condition(columns.get(one.column, one.column), one.operator, (one.value,), one.words)


def with_values(condition: Condition, values: str) -> Condition:
    """Give the condition meant in one way."""
    return replace(condition, values=(values,))


def kinds_of(words: tuple[str, ...]) -> frozenset[str]:
    """Give the kinds of word that a wording of the tables is, none for one that they have not."""
    return frozenset(entry.kind for entry in _lexicon().get(words, ()))


@cache
def _lexicon() -> dict[tuple[str, ...], tuple[_Entry, ...]]:
    """Give what each wording of the tables means; one wording may be of several kinds."""
    found: dict[tuple[str, ...], tuple[_Entry, ...]] = {}
    told = [(row["kata"], _Entry(row["jenis"], tuple(row["arti"].split()))) for row in table("baris_kata.tsv")]
    for row in table("baris_syarat.tsv"):
        values = tuple(row["nilai"].split("|"))
        told.append((row["kata"], _Entry("syarat", (row["kolom"], row["syarat"], *values))))
    for wordings, entry in told:
        for wording in wordings.split("|"):
            key = tuple(token.text for token in tokens(wording))
            found[key] = (*found.get(key, ()), entry)
    return found


@cache
def _joined() -> Pattern[str]:
    """Give what joins a measure to a question: "berapa tanah *dan* luasnya" asks for the count and its sum."""
    measures = {" ".join(key) for key, entries in _lexicon().items() if any(one.kind == "ukuran" for one in entries)}
    named = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(measures, key=len, reverse=True))
    joined = r"(?:\s*,\s*(?:dan\s+)?|\s+(?:dan|serta|beserta|berikut|sekaligus)\s+)"
    return re.compile(rf"{joined}(?=(?:berapa\s+)?(?:(?:total|jumlah)\s+)?(?:{named})(?!\w))", re.IGNORECASE)


@cache
def _further() -> Pattern[str]:
    """Give what joins a further condition: "yang lewat tender *dan* didanai DAK"."""
    kinds = {"penanda", "syarat"}
    wordings = {" ".join(key) for key, entries in _lexicon().items() if kinds & {one.kind for one in entries}}
    named = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(wordings, key=len, reverse=True))
    return re.compile(rf"(?:\s*,\s*|\s+)(?:dan|serta)\s+(?=(?:yang\s+)?(?:{named})(?:nya)?(?!\w))", re.IGNORECASE)


@cache
def _signals() -> frozenset[str]:
    """Give the words of which a question for rows has at least one, unless it asks for a peak or tells an amount."""
    kinds = {"hitung", "total", "daftar", "syarat", *_COUNTED}
    return frozenset(word for key, entries in _lexicon().items() if kinds & {e.kind for e in entries} for word in key)


@cache
def _forbidden_always() -> frozenset[str]:
    single = (key[0] for key, entries in _lexicon().items() if len(key) == 1 and entries[0].kind == "larangan")
    inside = {word for key in _lexicon() if len(key) > 1 for word in key}
    return frozenset(single) - inside - _OF_FIGURES - _LISTING
