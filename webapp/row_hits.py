"""Rows among what was found, what they say under its columns: a figure between bars tells nobody what it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.passage_rows import cells_of
from search.ranking.highlights import highlights
from search.results import Hit
from search.understanding.understand import Understood
from webapp.segments import Segment, snippet

MOST = 16  # cells shown of a row
LENGTH = 160  # characters shown of a cell


@dataclass(frozen=True)
class RowFound:
    """Cells of a row in its order, each with its column's name and the words that were found marked.

    `left_out` is how many more say something. What was found is shown before what was not.
    """

    cells: tuple[tuple[str, list[Segment]], ...]
    left_out: int


def rows_found(catalog: Catalog, hits: Sequence[Hit], question: Understood) -> dict[int, RowFound]:
    """Return those passages of the hits that are rows, by id; belongs inside the snapshot in which they were found."""
    rows = [found.passage.id for hit in hits for found in hit.passages if found.passage.row is not None]
    return {key: row_found(cells, question) for key, cells in cells_of(catalog, rows).items()} if rows else {}


def row_found(cells: Mapping[str, str], question: Understood) -> RowFound:
    """Return what is shown of a row's cells."""
    marked = {column: highlights(cell, question) for column, cell in cells.items() if cell.strip()}
    chosen = sorted(marked, key=lambda column: not marked[column])[:MOST]
    shown = [(column, snippet(cells[column], marked[column], LENGTH)) for column in marked if column in chosen]
    return RowFound(tuple(shown), len(marked) - len(shown))
