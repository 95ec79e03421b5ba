"""Days that only a table's own columns name: "yang masuk sejak Oktober 2024", "ED-nya sebelum 1 Juli 2025"."""

import re
from collections.abc import Collection, Iterator, Sequence
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

_OF_DAYS = frozenset(
    ["tanggal", "bertanggal", "tertanggal", "tgl", "tahun", "thn", "th", "waktu", "bulan", "hari", "masa"]
)
"""In a column's name they say that it tells days; which ones, the other words do."""
_SAYING_NO_MORE = frozenset(["terbit", "keluar", "jatuh", "baru", "kerja"])
"""Beside what has a day: "sertifikatnya terbit tahun 2020" is the day of the certificate."""
_ANY_DAY = frozenset(["akhir"])  # alone it names no day: "terakhir keluar" is not "Masuk Terakhir"
_NASAL = "ptks"  # me- and pe- put another letter in their place: "periksa" in "pemeriksaan"
_SHORTEST = 4
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
    """Give the question with what columns call in another form cut down: "etap" of "ditetapkan" and "Penetapan"."""
    naming = {word for each in asked.dated for word in each.before}
    naming |= {word for words in (asked.end.beside if asked.end else ()) for word in words}
    cut = (tuple(part for word in one.words if (part := _cut_down(word, naming))) for one in asked.phrases)
    return replace(
        asked, phrases=tuple(replace(one, words=words) for one, words in zip(asked.phrases, cut, strict=True))
    )


def _cut_down(word: str, naming: Collection[str]) -> str:
    """Give what stands in a column's name where it may have another form; "" where that cannot be told."""
    if not (word in naming or _PASSIVE.fullmatch(word)):
        return word
    root = stem(bare(word))
    if word in _SAYING_NO_MORE | _OF_DAYS or padded([bare(word)]) in _same():
        return ""
    return root[1:] if root[0] in _NASAL and len(root) > _SHORTEST else root


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
    """Return where words stand as the last ones of phrases, an empty set for no words; None where one does not.

    Before "yang" stands what the days are of, and no part of a column's name.
    """
    left = {at: len(phrase.words) for at, phrase in enumerate(asked.phrases)}
    places: set[Place] = set()
    for word in reversed(words):
        at = next((at for at, size in left.items() if size and asked.phrases[at].words[size - 1] == word), None)
        if at is None or any(asked.phrases[taken].of_which and left[taken] == 0 for taken, _ in places):
            return None
        left[at] -= 1
        places.add((at, left[at]))
    return frozenset(places) if (0, 0) not in places else None


def _verbs(asked: Asked) -> Iterator[_Way]:
    """Yield passive verbs, and words right behind "yang": "yang masuk lewat loket pada tahun 2023"."""
    for at, phrase in enumerate(asked.phrases):
        for number, word in enumerate(phrase.words):
            if _PASSIVE.fullmatch(word) or (phrase.of_which and not number):
                yield frozenset([(at, number)]), _stems((word,))


def _called(one: Table, stems: frozenset[str]) -> list[str]:
    """Give the columns of days whose names have all these stems; of several those with no others."""
    for wanted in (stems, stems - {"baru"}, stems - _SAYING_NO_MORE) if stems - _ANY_DAY else ():
        if wanted <= _ANY_DAY:
            break
        named = {header: _stems(tuple(fold(header).split())) for header in sorted(one.headers)}
        fitting = [header for header, own in named.items() if wanted and wanted <= own and one.tells_days(header)]
        if fitting:
            return [header for header in fitting if named[header] == wanted] or fitting
    return []


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
