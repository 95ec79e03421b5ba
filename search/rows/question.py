"""Reads a question into what is counted, summed or listed, and under which conditions; no word is dropped."""

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.stems import stem
from search.rows import further_asked, lexicon, ranks, spoken, spoken_days
from search.rows.asked import PERCENT, RANGES, Asked, Compared, Condition
from search.rows.explained import without_explanations
from search.rows.grouping import taken
from search.rows.headings import is_agency
from search.rows.own_columns import DEEDS
from search.rows.placing import Reading, place
from search.rows.spoken import Spoken
from search.rows.spoken_days import Dated, End
from search.rows.wording import fold, padded, tokens

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
_OF_WHICH = re.compile(
    r"\bberapa\b.*(?:[,;?]\s*(?:dan\s+|lalu\s+|terus\s+)?|\bdan\s+)(?:(?:di\s?antaranya\s+)?yang|di\s?antaranya)\b.*\bberapa\b",
    re.IGNORECASE,
)
"""Asks for the whole and for a part of it: "kursi rapat ada berapa, yang rusak berapa?"."""
_OF_EACH_THING = re.compile(
    r"\b(?:per|tiap|setiap)\s+(?!(?:hari|minggu|bulan|tahun|triwulan|semester|orang|m2|unit|\d)\b)", re.IGNORECASE
)
"""Before the thing of which a mean is asked for says nothing: "rata-rata siswa per sekolah"."""
_PER_CENT = re.compile(r"(?<=berapa )%|%(?=nya\b)", re.IGNORECASE)
_PER_TIME = re.compile(r"(?<!\w)per\s+(?=(?:bulan|bln|detik|menit)\b)", re.IGNORECASE)
"""Before a time it is part of a column's name: "jatah BBM per bulan"."""
_FURTHER_VERB = re.compile(r"\s+(?:dan|serta)\s+(?:yang\s+)?(?P<verb>di[a-z]{4,})", re.IGNORECASE)
_STROKE = re.compile(r"\w+\s?/\s?\w+")
_TWICE = re.compile(
    r"\b(?P<once>(?!rata|masing|sama|laki|undang|kira|tiap)[a-z]{3,})(?:2\b|-(?P=once)\b)", re.IGNORECASE
)
"""A plural, "pasar-pasar", "pasar2"; some words are none without their second half."""
_HELD = re.compile(
    r"\b(?:dengan|yang)\s+(?:(?:total|jumlah)\s+)?(?P<measure>nilai|harga|luas|pagu|biaya|anggaran)"
    r"(?P<of>(?:\s+(?!(?:kontrak|perolehan|beli|pembelian|buku|satuan|lantai|tanah|wajar)\b|\w+nya\b)[a-z]+){0,2}?)"
    r"\s+(?=(?:di\s?atas|di\s?bawah|lebih|kurang|melebihi|minimal|maksimal|antara)\b[^?]*\d)",
    re.IGNORECASE,
)
"""A measure that is compared, and not asked for: "dengan total nilai bansos di atas 300 juta"."""
_EVERY = re.compile(
    r"\b(?:semua|seluruh|tiap|setiap)\s+(kecamatan|kelurahan|desa|dinas|badan|bidang|puskesmas|sekolah)\b",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(r"(?<!\w)di\s?antaranya(?!\w)", re.IGNORECASE)
_PARTS = re.compile(r"[,;?.]")
_MOST_WORDS = 12
_MOST_LETTERS = 300
_OF_ONE = re.compile(r"harga", re.IGNORECASE)
"""A price is asked for of one thing, "berapa harga laptop"; what several are worth is their sum."""
_PRICES = "harga nilai_perolehan jumlah_harga nilai_kontrak nilai"
_PRICE_OF_ONE = "harga_satuan"
"""What "yang harganya di atas 5 juta" compares where a sheet has it beside the price of all."""
_AREAS = "luas luas_tanah luas_lantai"
_AMOUNTS = frozenset({"uang", "luas"})


def read(text: str) -> Asked | None:
    """Read a question in standard wording, None where it is none for rows or holds a word that cannot be placed."""
    if len(text) > _MOST_LETTERS:
        return None
    text = without_explanations(text)
    if several := ranks.several(text):
        found = _read_one(several[1])
        if found and found.peak:
            return replace(found, peak=replace(found.peak, most=several[0]))
    return _read_one(text)


def read_by_days(text: str) -> Asked | None:
    """Read a question whose days are those of columns that it names; None where it tells none, or as in `read`."""
    if len(text) > _MOST_LETTERS:
        return None
    text = without_explanations(text)
    end = spoken_days.newest_or_oldest(text)
    found = spoken_days.read(end.without if end else text)
    if found is None:
        return _by_end(_read_one(end.without), end) if end else None
    dated, rest = found
    asked = _read_one(rest, dated)
    return _by_end(asked, end) if end else asked


def _by_end(asked: Asked | None, end: End) -> Asked | None:
    """Give the question for the newest or oldest of days that the words beside it name."""
    return replace(asked, end=end) if asked and asked.peak and not asked.peak.columns else None


def _read_one(text: str, dated: Sequence[Dated] = ()) -> Asked | None:
    text = _ALL_OF.sub(" ", _BOTH_DAMAGED.sub("rusak ringan maupun berat", _USED_UP.sub("sisanya tepat 0", text)))
    text = _HELD.sub(r"yang\g<of> \g<measure>nya ", _TWICE.sub(r"\g<once>", text))
    text = _PER_CENT.sub("persen", text).replace(" & ", " dan ")
    rank, text = ranks.rank(text)
    of_which = _OF_WHICH.search(text) is not None
    by, text = taken(_AMONG_THEM.sub("", text))
    text = _PER_TIME.sub("", text)
    text = _OF_EACH_THING.sub(" ", text) if lexicon.of_kinds("rerata").search(text) else text
    shorter = further_asked.without(text)
    found = _read(shorter, dated) if shorter != text else None
    found = found if found and found.peak else _read(text, dated, broken_down=by is not None)
    if found is None or (by and found.peak):
        return None
    if rank and found.peak is None:
        return None
    peak = found.peak and replace(found.peak, rank=rank or 1)
    operation = "hitung" if by and found.operation == "daftar" else found.operation  # "rekap laptop per kecamatan"
    every = tuple(kind.casefold() for kind in _EVERY.findall(text))
    return replace(found, operation=operation, by=by, share=of_which, peak=peak, every=every)


def _read(text: str, dated: Sequence[Dated], *, broken_down: bool = False) -> Asked | None:
    joined = lexicon.joined().search(text) is not None
    text = lexicon.further().sub(_parted, lexicon.joined().sub(", ", text))
    text = _FURTHER_VERB.sub(_parted_by_verb, text) if dated else text
    figures = spoken.read(text)
    if figures is None or _has_any(figures[1], lexicon.forbidden_always()):
        return None
    said, rest = figures
    reading = Reading(text, rest, {}, joined=joined)
    place(reading)
    if broken_down and reading.found.keys().isdisjoint(("daftar", "hitung")):
        reading.found["hitung"] = ""
    asks = (
        broken_down
        or reading.peak
        or _has_any(text, lexicon.signals())
        or any(one.column in _AMOUNTS for one in said)
        or (reading.measure and text.rstrip().endswith("?"))
    )
    if reading.refused or not asks or _names_two_agencies(text):
        return None
    years = [one for one in said if one.column == "tahun_tak_jelas"]
    own = [Compared(one.operator, one.value, one.of, one.words, one.most) for one in said if one.column == "angka"]
    set_by_figures = tuple(_condition(one, reading) for one in said if one not in years and one.column != "angka")
    reading.conditions = (*reading.conditions, *set_by_figures)
    reading.marks -= {mark for one in dated for word in one.before for mark in lexicon.announced(word)}
    found = _asked(reading, years) if len(own) < 2 else None
    return replace(found, compared=own[0] if own else None, dated=tuple(dated)) if found else None


def _names_two_agencies(text: str) -> bool:
    """Tell whether a stroke joins an agency with another office: nobody knows which of them is meant, or for what."""
    return any(is_agency(padded([token.text])) for told in _STROKE.findall(text) for token in tokens(told))


def _parted_by_verb(joining: re.Match[str]) -> str:
    """Give a comma for "dan" before a passive verb, which begins a further condition: "yang draf dan diunggah 2022"."""
    return joining.group() if stem(joining["verb"].casefold()) == joining["verb"].casefold() else f", {joining['verb']}"


def _parted(joining: re.Match[str]) -> str:
    """Give a comma for what joins a further condition; behind "selain" it may join what is left out, and stays."""
    leaving_out, text = lexicon.of_kinds("selain"), joining.string
    begun = [one.end() for one in leaving_out.finditer(text[: joining.start()])]
    is_open = bool(begun) and not _PARTS.search(text[begun[-1] : joining.start()])
    return joining.group() if is_open and not leaving_out.match(text, joining.end()) else ", "


def _has_any(text: str, words: frozenset[str]) -> bool:
    return any(token.text in words for token in tokens(text))


def _asked(reading: Reading, years: list[Spoken]) -> Asked | None:
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
        summed=not reading.found.keys().isdisjoint(("total", "semua", "rerata")),
        mean="rerata" in reading.found,
        unit=_unit(reading),
        counted=next((kind for kind in lexicon.COUNTED if kind in reading.found), "kali" if DEEDS & begun else ""),
    )


def _unit(reading: Reading) -> str:
    """Return the unit in which a figure is asked for where no measure tells it: boks, orang, rupiah."""
    measured = reading.measure or (reading.peak and reading.peak.columns)
    money = "rupiah" if "harga" in reading.marks and not measured else ""
    if _has_any(reading.rest, frozenset([PERCENT])):
        return PERCENT
    return fold(reading.found.get("takaran", "")).strip() or money


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


def _marks_held(reading: Reading, years: list[Spoken]) -> bool:
    """Tell whether what words announce is there: a condition after "kondisi", a year after "tahun", m2 for an area."""
    held = {condition.column for condition in reading.conditions} | {*reading.measure, "harga"}  # see `_unit`
    held |= {"luas"} if any(name.startswith("luas") for name in reading.measure) else set()
    held |= {"tahun"} if years else set()
    held |= {*reading.peak.columns} if reading.peak else set()
    return not (reading.marks - held)


def _operation(reading: Reading) -> str | None:
    counts = not reading.found.keys().isdisjoint(lexicon.COUNTED)
    if reading.peak:
        counted = "hitung" in reading.found and not reading.measure
        return None if counts or counted or not reading.found.keys().isdisjoint(("total", "rerata")) else "daftar"
    if "tanya" in reading.found or (reading.measure and counts):
        return None
    if reading.measure:
        counted_too = reading.joined and "hitung" in reading.found
        of_all = counted_too or "semua" in reading.found or not _OF_ONE.match(reading.measure_words)
        summed = not reading.found.keys().isdisjoint(("total", "rerata")) or ("daftar" not in reading.found and of_all)
        return "jumlah" if summed else "nilai"
    if counts or not reading.found.keys().isdisjoint(("hitung", "rerata")) or _unit(reading) == PERCENT:
        return "hitung"
    return "daftar" if "daftar" in reading.found or reading.conditions else None


def _condition(one: Spoken, reading: Reading) -> Condition:
    """Give a figure's condition: an amount of money or an area is one of the measured column, else of the usual."""
    named = lexicon.entries().get(tuple(token.text for token in tokens(one.of)), ())
    measured = " ".join(next((entry.meaning for entry in named if entry.kind == "ukuran"), reading.measure))
    price = measured if measured and "luas" not in measured else _PRICES
    of_one = "harga" in price.split() and "total" not in reading.found
    columns = {
        "uang": f"{_PRICE_OF_ONE} {price}" if of_one else price,
        "luas": measured if "luas" in measured else _AREAS,
    }
    return Condition(columns.get(one.column, one.column), one.operator, (one.value,), one.words)
