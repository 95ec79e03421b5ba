"""Days that only a table's own columns name: "yang masuk sejak Oktober 2024", "ED-nya sebelum 1 Juli 2025"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from catalog.word_lists import table
from engine.stems import stem
from search.rows import days
from search.rows.asked import Asked, Condition, Peak
from search.rows.own_columns import Place, without_words
from search.rows.spoken import Spoken
from search.rows.spoken_days import Dated, End
from search.rows.tables import Table
from search.rows.wording import bare, fold, padded

_LEAST = 0.8  # of the cells that say something are days: else the column is not one of days
_OF_DAYS = frozenset(["tanggal", "tgl", "tahun", "thn", "th", "waktu", "bulan", "hari", "masa"])
"""In a column's name they say that it tells days; which ones, the other words do."""
_SAYING_NO_MORE = frozenset(["terbit", "keluar", "jatuh"])
"""Beside what has a day: "sertifikatnya terbit tahun 2020" is the day of the certificate."""
_PASSIVE = re.compile(r"di[a-z]{4,}")
_Way = tuple[frozenset[Place], frozenset[str]]
"""Words of a question by their places, and the stems of a column's name."""


def dated(tables: Sequence[Table], asked: Asked) -> list[tuple[Asked, Sequence[Table]]]:
    """Give the question with conditions on columns for its days, and the tables that have these; each way that differs.

    Nothing where words name no column of days, or do not say which.
    """
    found: dict[Asked, list[Table]] = {}
    for one in tables:
        if way := _with_columns(one, asked):
            found.setdefault(way, []).append(one)
    return list(found.items())


def without_columns(asked: Asked) -> Asked:
    """Give the question without the words for which a column may have others: "ditetapkan" stands under "Penetapan"."""
    return replace(asked, phrases=tuple(replace(one, words=tuple(filter(_stands, one.words))) for one in asked.phrases))


def _stands(word: str) -> bool:
    return not (_PASSIVE.fullmatch(word) or word in _SAYING_NO_MORE | _OF_DAYS or padded([bare(word)]) in _same())


def _with_columns(one: Table, asked: Asked) -> Asked | None:
    """Give the question with a column for each of its days; a bare year beside them may be the register's."""
    left, year = replace(asked, dated=(), end=None), None
    for each in asked.dated:
        ways = [*_right_before(left, each), *_verbs(left)]
        named = next(((columns, places) for places, stems in ways if (columns := _called(one, stems))), None)
        if named and len(named[0]) == 1:
            condition = Condition(days.column(named[0][0]), each.operator, (each.days.value(),), each.words)
            left = replace(_without(left, named[1]), conditions=(*left.conditions, condition))
        elif named is None and each.bare and year is None:
            year = Spoken("tahun_tak_jelas", "=", str(each.days.first.year), each.words)
        else:
            return None
    if asked.end and asked.peak:
        return _at_end(one, replace(left, year=year), asked.end, asked.peak)
    return replace(left, year=year) if left.conditions != asked.conditions else None


def _at_end(one: Table, asked: Asked, end: End, peak: Peak) -> Asked | None:
    """Give the question for the end of the column that the words beside it name."""
    for words in end.beside:
        for size in range(len(words), 0, -1):
            named = _called(one, _stems(words[len(words) - size :]))
            if len(named) == 1:
                said = f"{end.words} {' '.join(words[len(words) - size :])}".strip()
                at = replace(peak, columns=(days.column(named[0]),), words=said)
                return replace(_without_stems(asked, _stems(words[len(words) - size :])), peak=at, operation="daftar")
    return None


def _without_stems(asked: Asked, stems: frozenset[str]) -> Asked:
    """Leave out the words behind the thing that have these stems."""
    words = [(at, number, word) for at, one in enumerate(asked.phrases) for number, word in enumerate(one.words)]
    return without_words(asked, frozenset((at, number) for at, number, word in words[1:] if _stems((word,)) <= stems))


def _without(asked: Asked, places: frozenset[Place]) -> Asked:
    """Leave out the words that name a column, and verbs that say it again: "direvisi (tanggal revisinya)"."""
    said = {stem(bare(asked.phrases[at].words[number])) for at, number in places}
    return without_words(asked, places | {place for way, stems in _verbs(asked) if stems <= said for place in way})


def _right_before(asked: Asked, each: Dated) -> Iterator[_Way]:
    """Yield the words that stand right before the days, the most first; those that are placed already have no place."""
    for size in range(len(each.before), -1, -1):
        words = each.before[len(each.before) - size :]
        open_words = tuple(word for word in words if any(word in phrase.words for phrase in asked.phrases))
        places = _at_an_end(asked, open_words)
        if places is not None:
            yield places, _stems((*words, each.also))


def _at_an_end(asked: Asked, words: tuple[str, ...]) -> frozenset[Place] | None:
    """Return where words end a phrase, an empty set for none of them; None where they end none."""
    for at, phrase in enumerate(asked.phrases) if words else ():
        if phrase.words[-len(words) :] == words:
            first = len(phrase.words) - len(words)
            return frozenset((at, number) for number in range(first, first + len(words)))
    return None if words else frozenset()


def _verbs(asked: Asked) -> Iterator[_Way]:
    for at, phrase in enumerate(asked.phrases):
        for number, word in enumerate(phrase.words):
            if _PASSIVE.fullmatch(word):
                yield frozenset([(at, number)]), _stems((word,))


def _called(one: Table, stems: frozenset[str]) -> list[str]:
    """Give the columns of days whose names have all these stems; of several those with no others."""
    for wanted in (stems, stems - _SAYING_NO_MORE) if stems else ():
        named = {header: _stems(tuple(fold(header).split())) for header in sorted(one.headers)}
        fitting = [header for header, own in named.items() if wanted and wanted <= own and _tells_days(one, header)]
        if fitting:
            return [header for header in fitting if named[header] == wanted] or fitting
    return []


def _tells_days(one: Table, header: str) -> bool:
    said = [cell for row in one.rows if (cell := row.stored.cells.get(header, "").strip()).strip("-–—")]
    return bool(said) and sum(days.told(cell) is not None for cell in said) >= _LEAST * len(said)


@lru_cache(maxsize=1 << 12)
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    """Give the stems of what words name, in one spelling, without those that say that it is a day."""
    text = padded(map(bare, words))
    for written, same in _same().items():
        text = text.replace(written, same)
    return frozenset(stem(word) for word in text.split() if word not in _OF_DAYS)


@cache
def _same() -> dict[str, str]:
    return {padded([word]): padded([row["sama"]]) for row in table("kolom_hari.tsv") for word in row["kata"].split("|")}
