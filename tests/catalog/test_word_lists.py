import ast
from pathlib import Path

import pytest

from catalog.word_lists import table

ROOT = Path(__file__).parents[2]
ROOMS = ("catalog", "indexer", "search", "programme")


def read_here() -> list[str]:
    """The tables that the rooms ask for by name."""
    calls = (
        node
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "table"
    )
    return sorted({str(ast.literal_eval(call.args[0])) for call in calls if isinstance(call.args[0], ast.Constant)})


@pytest.mark.parametrize("name", read_here())
def test_every_row_has_a_cell_in_every_column(name: str) -> None:
    rows = list(table(name))
    assert rows
    for row in rows:
        assert None not in row
        assert None not in row.values()
