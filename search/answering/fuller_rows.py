"""Rows of a table that another row of it outdoes: of the one that says more of what is asked, they are neighbours.

"Siapa ketua panitia berkemah" is not told by the row of another committee's head, however surely that names a head.
Each thing that the question names counts by its rarity among the rows of the table that were found or read. What
stands above all of them, as a title does, tells none from another, nor does a place, which may be the whole paper's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.passage_rows import above_rows, cells_of, row_at
from catalog.passages import Passage
from catalog.word_lists import words_of
from search.answering.elsewhere import names_in
from search.answering.evidence import Candidate
from search.ranking.found import Found, meant, sheet_of
from search.ranking.needs import Need, met, needs

OUTDONE = 0.1
"""From this share less a row is left out: of questions to real registers (`benchmarks/office_questions.jsonl`) right
rows had at most .03 less than the fullest, wrong ones that were outdone .10 and more."""

_Row = tuple[int, int, int]
"""The passage in which a row was read, and its range of the page."""


@dataclass(frozen=True)
class _Table:
    """What the question names that tells the rows of one table apart, the most that a row says of it, and which does.

    `fullest` is the first such row that was found as a passage of its own; None where that is outdone by one read.
    """

    asked: Sequence[Need]
    most: float
    fullest: Passage | None

    def outdoes(self, words: frozenset[str]) -> bool:
        return met(self.asked, words) < self.most - OUTDONE


class FullerRows:
    """The rows among what was found for one question, and how much each says; belongs inside the snapshot."""

    def __init__(self, catalog: Catalog, found: Found) -> None:
        self._catalog = catalog
        self._found = found
        self._read: dict[_Row, frozenset[str] | None] = {}
        self._beside: dict[tuple[object, ...], list[tuple[Passage, frozenset[str]]]] = {}

    def beyond(self, pieces: Sequence[Candidate]) -> list[Passage]:
        """Give the rows that were found and outdo all rows among the pieces of their table: they are to be read too."""
        tables, rows = self._tables(pieces), [(piece, words) for piece in pieces if (words := self._words(piece))]
        return [
            table.fullest
            for sheet, table in tables.items()
            if table.fullest and all(table.outdoes(words) for one, words in rows if sheet_of(one.passage) == sheet)
        ]

    def not_outdone(self, pieces: Sequence[Candidate]) -> list[Candidate]:
        """Give the pieces without the rows that another row of their table outdoes."""
        tables = self._tables(pieces)
        return [
            piece
            for piece in pieces
            if (words := self._words(piece)) is None or not tables[sheet_of(piece.passage)].outdoes(words)
        ]

    def _tables(self, pieces: Sequence[Candidate]) -> dict[tuple[object, ...], _Table]:
        read: dict[tuple[object, ...], list[Candidate]] = {}
        for piece in pieces:
            if self._words(piece) is not None:
                read.setdefault(sheet_of(piece.passage), []).append(piece)
        return {sheet: self._table(rows) for sheet, rows in read.items()}

    def _table(self, read: Sequence[Candidate]) -> _Table:
        own, others = list(filter(None, map(self._words, read))), self._others(read[0].passage)
        every = [*own, *(words for _, words in others)]
        above = self._above(read[0].passage)
        named = [need for need in needs(self._found.question, every) if not need.met_by(above)]
        asked = [need for need in named if any(map(need.met_by, every))]
        if not asked:
            return _Table((), 0.0, None)
        most = max(met(asked, words) for words in every)
        return _Table(asked, most, next((one for one, words in others if met(asked, words) == most), None))

    def _words(self, piece: Candidate) -> frozenset[str] | None:
        """Give the stems of the row that a piece is, or stands in; None where it is of none."""
        row = piece.passage.id, piece.start, piece.end
        if row not in self._read:
            found = row_at(self._catalog, *row)
            inside = found if found and found.holds(piece.start, piece.end) else None
            self._read[row] = _stems(inside.cells.values()) if inside else None
        return self._read[row]

    def _others(self, of: Passage) -> list[tuple[Passage, frozenset[str]]]:
        """Give the rows of a passage's table that were found, with their stems."""
        sheet = sheet_of(of)
        if sheet not in self._beside:
            near = [one for one in self._found.passages.values() if one.row is not None and sheet_of(one) == sheet]
            cells = cells_of(self._catalog, [one.id for one in near])
            self._beside[sheet] = [(one, _stems(cells[one.id].values())) for one in near if one.id in cells]
        return self._beside[sheet]

    def _above(self, of: Passage) -> frozenset[str]:
        """Give the stems of what names no row: the paper and what stands above the rows, and places in the question."""
        card = [of.title, of.path, of.sheet or "", above_rows(self._catalog, of.id)]
        places = words_of("kata_letak.tsv", "wilayah", "bagian wilayah")
        return _stems([*card, *places, *names_in(self._found.question.text)])


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(meant("\n".join(texts)))
