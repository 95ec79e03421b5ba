"""Which lines of a table could answer: rows that name what the question names, with the measure that it asks for.

They are the rows of sheets, and rows of figures on pages.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from catalog.database import Catalog
from catalog.passage_rows import columns_of, is_outside_rows
from catalog.word_lists import words_of
from engine.analysis import stems
from search.answering.evidence import Candidate
from search.answering.line_shapes import has_cells, is_row_of_figures, names_columns, tells_total
from search.kinds.answer_kinds import is_of_counts, is_of_measures, wanted
from search.ranking.found import sheet_of

_LEAST = 0.6  # of what the row of a sheet names that names most
_BAR = " | "
_TOGETHER = 3  # words of the question that stand together in a row: then no row will do that has fewer
_PREPOSITIONS = frozenset({"untuk", "dari", "di", "pada", "yang", "dalam", "bagi"})
_FIGURE = re.compile(
    r"(?:^|\|)\W*\d[\d.,%/-]*\W*(?=\||$)|Rp\.? ?\d|\d[.,]\d{2}|\d{5}|\d ?(?:%|unit|buah)", re.MULTILINE
)
"""A cell that is a figure, or an amount in one: "Anggaran 2017" and "Luas (M2)" name columns."""
_MEASURE_WORDS = frozenset(stems(" ".join(words_of("kata_ukur.tsv", "ukuran fisik"))))
TOTAL = re.compile(r"\b(?:total|jumlah|keseluruhan|seluruh(?:nya)?)\b", re.IGNORECASE)
_ASKS_FOR_COLUMNS = re.compile(r"\b(?:kolom|tabel|isian|di ?isi|format|memuat|apa (?:saja|aja))\b", re.IGNORECASE)


def that_could_answer(catalog: Catalog, pieces: Sequence[Candidate], question: str) -> list[Candidate]:
    """Leave out what cannot: names of columns, other measures, and rows that name nothing of what the question does.

    Of one table's rows those stay that name most, and of these the plainest; none of several is a total or a count.
    Rows stand behind the others. A reader takes the first row below a head for the answer whatever stands in it.
    """
    measures = _MEASURE_WORDS.intersection(stems(question)) if is_of_measures(wanted(question)) else frozenset()
    bodies = [piece for piece in pieces if not _is_head(catalog, piece, question)]
    bodies = [piece for piece in bodies if not (measures and _lacks(catalog, piece, measures))]
    bodies = [piece for piece in bodies if piece.said or not has_cells(piece.text)]
    rows = [piece for piece in bodies if _is_row(piece)]
    right = [_plainest(_naming_most(catalog, group, _words(question))) for group in _by_sheet(rows)]
    if TOTAL.search(question) or is_of_counts(wanted(question)):
        right = [_adding_up(group) for group in right]
    return [piece for piece in bodies if not _is_row(piece)] + [piece for group in right for piece in group]


def _lacks(catalog: Catalog, piece: Candidate, measures: frozenset[str]) -> bool:
    """Tell whether neither a line of cells nor its columns name a measure: no area is told by a number of things.

    The columns of a line that is no row's own passage stand in that passage, if anywhere.
    """
    if not _is_row(piece):
        return False
    columns = columns_of(catalog, piece.passage.id) or [piece.passage.text]
    return measures.isdisjoint(stems("\n".join([piece.text, *columns])))


def _by_sheet(rows: Sequence[Candidate]) -> Collection[list[Candidate]]:
    found: dict[tuple[object, ...], list[Candidate]] = {}
    for row in rows:
        found.setdefault(sheet_of(row.passage), []).append(row)
    return found.values()


def _naming_most(catalog: Catalog, rows: Sequence[Candidate], asked: Sequence[str]) -> list[Candidate]:
    """Give the rows of one sheet that hold most of the question's words together, and of these those that name most.

    Where that is one row, it is known whether the question asks for one of its cells.
    """
    runs = [_together(asked, _words(row.text)) for row in rows]
    longest = max(run.words for run in runs)
    near = [row for row, run in zip(rows, runs, strict=True) if longest < _TOGETHER or run.words == longest]
    if longest >= _TOGETHER and len(near) == 1:
        before = next(run.at for run in runs if run.words == longest)
        return [replace(near[0], cell_asked=_is_column(catalog, near[0], asked[:before]))]
    most = max(row.said for row in near)
    return [row for row in near if row.said >= _LEAST * most]


def _plainest(rows: Sequence[Candidate]) -> list[Candidate]:
    """Leave out rows with all words of another that names as much, and more: "jalan desa" is no "jalan desa Ajung"."""
    words = [frozenset(filter(str.isalpha, _words(row.text))) for row in rows]
    told = list(zip(rows, words, strict=True))
    return [row for row, own in told if not any(set() < less < own and other.said == row.said for other, less in told)]


def _adding_up(rows: Sequence[Candidate]) -> list[Candidate]:
    """Give the rows of one sheet that tell a total: the one that names most, or those that say that they are one."""
    most = max(row.said for row in rows)
    first = [row for row in rows if row.said == most]
    return list(rows) if len(first) == 1 else [row for row in rows if tells_total(row.text)]


def _is_column(catalog: Catalog, row: Candidate, before: Sequence[str]) -> bool:
    """Tell whether the last word before a row's own names a column in which it has a value ("nilai" of a building)."""
    word = next((word for word in reversed(before) if word not in _PREPOSITIONS), "")
    return bool(word) and set(stems(word)) <= set(stems(" ".join(columns_of(catalog, row.passage.id))))


class _Run(NamedTuple):
    """How many words of a question stand together in a text, and at which of its words they begin."""

    words: int
    at: int


def _together(asked: Sequence[str], words: Sequence[str]) -> _Run:
    """Give the longest run of a question's words in a text: "dalam negeri" tells it from "luar negeri"."""
    text = f" {' '.join(words)} "
    runs = (
        _Run(size, at)
        for size in range(len(asked), 0, -1)
        for at in range(len(asked) - size + 1)
        if f" {' '.join(asked[at : at + size])} " in text
    )
    return next(runs, _Run(0, 0))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _is_row(piece: Candidate) -> bool:
    return is_row_of_figures(piece.text) or (piece.passage.of_sheet and has_cells(piece.text))


def _is_head(catalog: Catalog, piece: Candidate, question: str) -> bool:
    """Tell whether a piece is a line of cells outside of a table's rows, or the columns above numbered ones.

    Without a figure, such names of columns answer only who asks what a table holds.
    """
    if _FIGURE.search(piece.text) or _ASKS_FOR_COLUMNS.search(question):
        return False
    if names_columns(piece.text):
        return True
    if not has_cells(piece.text):
        return False
    field = not piece.passage.of_sheet and piece.text.count(_BAR) < 2  # of a form: "TGL. EFEKTIF | 1 April 2022"
    outside = not field and is_outside_rows(catalog, piece.passage.id, piece.start, piece.end)
    return outside or _heads_rows(piece)


def _heads_rows(piece: Candidate) -> bool:
    """Tell the first line of a page's table: it has no figure, and each of the lines below, two at least, has one."""
    lines, cells = piece.passage.text.split("\n"), piece.text.count(_BAR)
    if piece.text not in lines or not cells or any(map(str.isdigit, piece.text)):
        return False
    at = lines.index(piece.text)
    below = list(takewhile(lambda line: line.count(_BAR) == cells, lines[at + 1 :]))
    first = at == 0 or lines[at - 1].count(_BAR) != cells
    return first and len(below) > 1 and all(any(map(str.isdigit, line)) for line in below)
