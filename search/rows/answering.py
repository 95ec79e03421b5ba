"""From a question to figures over rows: every way to read it, and the rows and the figure of each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from catalog.database import Catalog
from catalog.scope import Scope
from catalog.typed_cells import is_other
from search.rows import page_tables, told
from search.rows.asked import PERCENT, RANGES, Asked
from search.rows.breakdown import broken_down
from search.rows.classes import class_signs
from search.rows.compared import compared
from search.rows.day_columns import dated, without_columns
from search.rows.figures import Figure, at_peak, figures, shared
from search.rows.how import EACH_ROW
from search.rows.lists import alternatives
from search.rows.naming import SEAT, WHOSE_ALL_IS
from search.rows.negated import looked_for
from search.rows.own_columns import LETTERS, measured
from search.rows.peaks import peaks
from search.rows.plates import VEHICLES, plates
from search.rows.question import read, read_by_days
from search.rows.results import RowAnswer, RowReading
from search.rows.selecting import Selection, content_of, selections
from search.rows.tables import Table, load
from search.rows.two_figures import difference, differences, ratio, ratios
from search.rows.wording import bare, spellings

MOST_READINGS = 8
_PARTING = frozenset(["kondisi", "sertifikat", "bertingkat", "beton"])
"""Columns whose conditions always part things of one kind where a share of them is asked for."""


FiguresOf = Callable[[Selection, Asked], Iterator[tuple[Selection, Figure]]]


def answer(catalog: Catalog, text: str, scope: Scope) -> RowAnswer | None:
    """Answer a question in standard wording from the rows that the scope sees, None where it is none for rows.

    Every word of the question has its place in the reading: where one has none, there is no answer.
    """
    asked = read(text)
    if asked is None:
        return None
    return _answered(load(catalog, scope, _words_to_find(asked)), asked)


def answer_by_days(catalog: Catalog, text: str, scope: Scope) -> RowAnswer | None:
    """Answer a question for days that columns of tables' own tell: "yang masuk sejak Oktober 2024"."""
    asked = read_by_days(text)
    if asked is None:
        return None
    tables = _of_all_asked(load(catalog, scope, _words_to_find(without_columns(asked))), asked)
    return _told([one for way, own in dated(tables, asked) for one in _by_own_columns(own, way)])


def answer_of_two(catalog: Catalog, text: str, scope: Scope) -> RowAnswer | None:
    """Answer a question for a difference, or for the percentage that one sum is of another, where each is sure."""
    for ways, made_of in ((differences, difference), (ratios, ratio)):
        for pair in ways(text):
            found = [answer(catalog, one, scope) for one in (pair.first, pair.second)]
            sure = [one.sure for one in found if one and one.sure]
            if len(sure) == len(found) and (made := made_of(pair, sure[0], sure[1])):
                return RowAnswer((made,))
    return None


def answer_on_pages(catalog: Catalog, text: str, scope: Scope, assets: Sequence[str]) -> RowAnswer | None:
    """Answer from registers on the pages of these assets, by their keys, that are proven to be whole."""
    asked = read(text)
    return _answered(page_tables.load(catalog, scope, assets), asked) if asked and assets else None


def _answered(tables: Sequence[Table], asked: Asked) -> RowAnswer | None:
    told = compared(_of_all_asked(tables, asked), asked)
    return _told([one for way, own in told for one in _by_own_columns(own, way)])


def _of_all_asked(tables: Sequence[Table], asked: Asked) -> list[Table]:
    """Leave out tables of offices of several kinds where all of one kind are asked for: "seluruh kecamatan"."""
    return [one for one in tables if not any(map(one.has_only_some_of, asked.every))]


def _told(readings: Sequence[RowReading]) -> RowAnswer | None:
    if not readings:
        return None
    return RowAnswer(tuple(readings[:MOST_READINGS]), max(0, len(readings) - MOST_READINGS))


def _by_own_columns(tables: Sequence[Table], asked: Asked) -> list[RowReading]:
    """Give the readings where tables name the asked figure by a column of their own, else those of all tables.

    Nothing where the words may mean several columns, or an end is asked for of none.
    """
    if asked.share:
        return list(_share_readings(tables, asked))
    ways = measured(tables, asked)
    if not ways and asked.unit == PERCENT:
        whole = replace(asked, unit="")
        of_sums = measured(tables, whole) or [(whole, tables)]
        return [one for way, own in of_sums for one in _share_readings(own, way)]
    if ways is None or (asked.peak and not asked.peak.columns and not ways):
        return []
    return [one for way, own in ways or [(asked, tables)] for one in _readings(own, way)]


def _share_readings(tables: Sequence[Table], asked: Asked) -> Iterator[RowReading]:
    """Yield figures of what the question parts from all such things, "yang rusak berat", each with that of all of them.

    Nothing where it asks for neither a count nor a sum, or for one of each part. Of two things behind "yang" nobody
    knows which says what the whole is.
    """
    parting = _parting(asked)
    parted = [
        *(phrase for phrase in asked.phrases if phrase.of_which),
        *(one for one in asked.conditions if one.column in parting),
    ]
    if len(parted) != 1 or asked.operation not in {"hitung", "jumlah"} or asked.mean or asked.by:
        return
    whole = replace(
        asked,
        phrases=tuple(phrase for phrase in asked.phrases if phrase not in parted),
        conditions=tuple(one for one in asked.conditions if one not in parted),
    )
    if whole.phrases:
        yield from _readings(tables, asked, partial(_shares, parting=parting, among=selections(tables, whole)))


def _parting(asked: Asked) -> frozenset[str]:
    """Give the columns whose conditions part the things: those that always do, else those that compare figures."""
    told = frozenset(one.column for one in asked.conditions)
    if told & _PARTING or any(phrase.of_which for phrase in asked.phrases):
        return told & _PARTING
    return frozenset(one.column for one in asked.conditions if one.operator in RANGES or is_other(one.column))


def _shares(
    selection: Selection, asked: Asked, *, parting: frozenset[str], among: Sequence[Selection]
) -> Iterator[tuple[Selection, Figure]]:
    """Yield a figure with that of all the things that meet the other conditions, where it is sure which these are."""
    others = tuple(one for one in selection.conditions if one.column not in parting)
    places = {row.place for row in selection.rows}
    found = (one.rows for one in among if one.conditions == others)
    wholes = {frozenset(row.place for row in rows): rows for rows in found}
    fitting = [rows for at, rows in wholes.items() if places <= at]
    if len(fitting) == 1 and not selection.silent:
        sums = figures(fitting[0], asked, others) if asked.operation == "jumlah" else []
        for figure in figures(selection.rows, asked, selection.conditions):
            yield from ((selection, one) for one in shared(figure, fitting[0], sums))


def _words_to_find(asked: Asked) -> list[tuple[str, ...]]:
    """Give the words that a table must hold, each with its other spellings and the signs of the class it names."""
    phrases = [phrase for phrase in asked.phrases if not phrase.without]  # what is left out, a table need not have
    words = {word for phrase in phrases if not alternatives(phrase) for word in looked_for(phrase)} - LETTERS.keys()
    words -= {SEAT, *WHOSE_ALL_IS}
    words -= VEHICLES if any(any(plates(phrase)) for phrase in asked.phrases) else frozenset()
    lists = filter(None, map(alternatives, phrases))
    each = [*((word,) for word in sorted(words)), *(tuple(part.words[0] for part in parts) for parts in lists)]
    return [ways for one in each if (ways := _ways_to_write(one))]


def _ways_to_write(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give all that stands in a table where one of the words does; nothing where that cannot be told of each."""
    if not all(word.isascii() and word.isalpha() and class_signs(word) != () for word in words):
        return ()
    ways = ((word, bare(word), *spellings().get(word, ()), *(class_signs(word) or ())) for word in words)
    return tuple(one for each in ways for one in each)


def _readings(tables: Sequence[Table], asked: Asked, figures_of: FiguresOf | None = None) -> Iterator[RowReading]:
    """Give each figure over other rows once; a file that holds the very same rows is told beside the first.

    `figures_of` gives those of a selection, else they are of all its rows.
    """
    figures_of = figures_of or _figures
    found: list[list[tuple[Selection, Figure]]] = []
    chosen = selections(tables, asked)
    for selection in _comparable(chosen, asked) if asked.peak else chosen:
        for one in figures_of(selection, asked):
            alike = next((group for group in found if _is_one_answer(one, group[0], asked)), None)
            if alike is None:
                found.append([one])
            else:
                alike.append(one)
    for (first, figure), *others in found:
        sheets = {row.table.sheet for other, _ in others for row in other.rows}
        here = {row.table.sheet.path for row in first.rows}
        copies = sorted({sheet.path for sheet in sheets} - here)
        told_here = {row.table.sheet.sheet or "" for row in first.rows}
        editions = sorted({sheet.sheet or "" for sheet in sheets if sheet.path in here} - told_here)
        yield told.reading(first, figure, asked, copies, editions)


def _comparable(chosen: list[Selection], asked: Asked) -> list[Selection]:
    """Leave out files of which a sheet's rows cannot be compared: the end may be there."""
    without = {row.table.sheet.asset for one in chosen if not list(_figures(one, asked)) for row in one.rows}
    return [one for one in chosen if not any(row.table.sheet.asset in without for row in one.rows)]


def _is_one_answer(one: tuple[Selection, Figure], other: tuple[Selection, Figure], asked: Asked) -> bool:
    """Tell whether two figures are one answer: of the very same rows, or the same of one register or its editions.

    Rows at an end, or in a list, are the answer themselves.
    """
    (rows, figure), (others, other_figure) = (one[0].rows, one[1]), (other[0].rows, other[1])
    if figure.sum != other_figure.sum:
        return False
    if rows and {row.table.sheet.asset for row in rows} == {row.table.sheet.asset for row in others}:
        counted = asked.operation == "hitung" and any(row.table.states for row in rows)
        if figure.sum is not None or (counted and figure.units == other_figure.units):
            return True
    same = sorted(map(content_of, rows)) == sorted(map(content_of, others))
    return same and figure.units == other_figure.units


def _figures(selection: Selection, asked: Asked) -> Iterator[tuple[Selection, Figure]]:
    """Yield the figures of a selection, each with the rows to show for it: of a peak, those that have it."""
    if asked.peak and selection.rows:
        for peak in peaks(selection.rows, asked.peak):
            yield replace(selection, rows=peak.rows), at_peak(peak, selection.rows)
    else:
        yield from ((selection, figure) for figure in _over_all(selection, asked))


def _over_all(selection: Selection, asked: Asked) -> list[Figure]:
    if selection.how and selection.how[0].operator == EACH_ROW:
        asked = replace(asked, counted="entri")
    if asked.by:
        return broken_down(figures, selection.rows, _added_up(asked), selection.conditions)
    if asked.operation != "nilai":
        return figures(selection.rows, asked, selection.conditions)
    found = figures(selection.rows, replace(asked, operation="jumlah"), selection.conditions)
    if len(selection.rows) == 1 or not found:
        return found
    return [*found, *figures(selection.rows, replace(asked, operation="daftar"), selection.conditions)]


def _added_up(asked: Asked) -> Asked:
    """Give the question for prices of each of several things as one for what these are worth together."""
    return replace(asked, operation="jumlah") if asked.operation == "nilai" else asked
