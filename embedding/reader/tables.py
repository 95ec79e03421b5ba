"""Examples from rows of invented tables, as the indexer writes them: cells by row and column, and what is not there."""

import random
from collections.abc import Iterator
from typing import Any

from embedding.reader.example import Example, cut
from embedding.reader.forms import Setting, setting
from embedding.reader.values import value, words
from embedding.training_data import as_typed

_CELL = " | "
_EMPTY = 0.08
_WITHOUT_HEADER = 0.15
"""Share of the tables whose rows stand alone, as those of a long sheet do."""


def tables(count: int, chance: random.Random) -> list[Example]:
    """Return the examples of so many tables, two or three each."""
    return [example for _ in range(count) for example in _of_table(chance.choice(words()["tabel"]), chance)]


def _of_table(table: dict[str, Any], chance: random.Random) -> Iterator[Example]:
    paper = setting(chance.choice(table["judul"]), chance)
    keys, columns = (
        chance.sample(table["baris"], len(table["baris"])),
        chance.sample(table["kolom"], len(table["kolom"])),
    )
    rows, shown = keys[: chance.randint(1, 7)], columns[: chance.randint(2, min(5, len(columns) - 1))]
    alone = chance.random() < _WITHOUT_HEADER
    body, cells = _written(table["kunci"], rows, shown, chance, headed=not alone)
    dated = chance.random() < 0.5
    head = f"{paper.about} {chance.choice([paper.office, paper.place])}{f' Tahun {paper.year}' if dated else ''}\n"

    def example(key: str, column: dict[str, Any], where: str, span: tuple[int, int]) -> Example:
        name = chance.choice([key, key.lower()]) if key != table["kunci"] else key
        question = chance.choice(column["tanya"]).format(kunci=name).rstrip("?") + where + "?"
        return cut(as_typed(question, chance), body, *span, chance).under(head)

    plain = [place for place in cells if not alone or _unmistakable(shown, shown[place[1]])]
    told = [place for place in plain if cells[place][0] >= 0]
    for row, column in chance.sample(told, min(1 + (chance.random() < 0.4), len(told))):
        where = _where(paper, head, chance)
        yield example(rows[row], shown[column], where, cells[row, column])
    for row, column in [place for place in plain if cells[place][0] < 0][:1]:
        yield example(rows[row], shown[column], "", (-1, -1))
    drawn = chance.random()
    column = chance.choice(shown)
    if drawn < 0.4:
        yield example(keys[len(rows)], column, "", (-1, -1))
    elif drawn < 0.65 and not alone:
        yield example(chance.choice(rows), columns[len(shown)], "", (-1, -1))
    elif drawn < 0.85 and dated and "Tahun" not in body and column["nilai"] != "tahun":
        yield example(chance.choice(rows), column, f" tahun {paper.year + chance.choice([-3, -2, -1, 1, 2])}", (-1, -1))
    else:
        other = setting(paper.about, chance)
        strange = other.office if paper.office in head else other.place
        if strange not in head + body:
            yield example(chance.choice(rows), column, f" di {strange}", (-1, -1))


def _unmistakable(shown: list[dict[str, Any]], column: dict[str, Any]) -> bool:
    """Tell whether a cell shows without its header what it is: the only sum, date or person of its row."""
    return (
        column["nilai"] in {"uang", "tanggal", "nama", "lama"}
        and [c["nilai"] for c in shown].count(column["nilai"]) == 1
    )


def _where(paper: Setting, head: str, chance: random.Random) -> str:
    ways = [f" di {part}" for part in (paper.office, paper.place) if part in head]
    ways += [f" tahun {paper.year}"] * (str(paper.year) in head)
    return chance.choice(ways) if ways and chance.random() < 0.4 else ""


def _written(
    key: str, rows: list[str], shown: list[dict[str, Any]], chance: random.Random, *, headed: bool
) -> tuple[str, dict[tuple[int, int], tuple[int, int]]]:
    """Return the text of a table and where each cell stands; a cell that is left empty stands nowhere."""
    numbered = chance.random() < 0.7
    names = ["No"] * numbered + [key, *(chance.choice(column["nama"]) for column in shown)]
    text = _CELL.join(names) + "\n" if headed else ""
    cells = {}
    for row, name in enumerate(rows):
        text += f"{row + 1}{_CELL}" * numbered + name
        for place, column in enumerate(shown):
            empty = chance.random() < _EMPTY
            entry = "-" if empty else value(column["nilai"], chance)
            text += _CELL
            cells[row, place] = (-1, -1) if empty else (len(text), len(text) + len(entry))
            text += entry
        text += "\n"
    return text.rstrip(), cells
