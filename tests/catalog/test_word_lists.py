import ast
from pathlib import Path

import pytest

from catalog.word_lists import table, words_of

ROOT = Path(__file__).parents[2]
ROOMS = ("catalog", "indexer", "search", "programme")


def read_here() -> list[str]:
    """The tables that the rooms ask for by name."""
    calls = (
        node
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"table", "words_of"}
    )
    return sorted({str(ast.literal_eval(call.args[0])) for call in calls if isinstance(call.args[0], ast.Constant)})


@pytest.mark.parametrize("name", read_here())
def test_every_row_has_a_cell_in_every_column(name: str) -> None:
    rows = list(table(name))
    assert rows
    for row in rows:
        assert None not in row
        assert None not in row.values()


def test_the_words_of_several_kinds_are_put_together() -> None:
    assert words_of("kata_letak.tsv", "arah", "pemerintahan") == {"di", "ke", "dari", "pemkot", "pemkab", "pemprov"}


def test_a_kind_that_a_table_lacks_has_no_words() -> None:
    assert words_of("kata_letak.tsv", "tiada") == frozenset()
