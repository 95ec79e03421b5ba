"""Sentences of lower rooms in English: known by their words, and still said there as they are known here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.webapp.test_language import ENGLISH
from tests.webapp.test_rows import client_of, register
from webapp import borrowed
from webapp.borrowed import translated

ROOT = Path(__file__).parents[2]
ROOMS = tuple(f"catalog/{name}.py" for name in ("accounts", "passwords", "grants", "lifecycle", "ownership", "purging"))
HOLE = "\0"


def said_in(file: Path) -> Iterator[str]:
    """Give the texts of a module, with a hole for each value in them."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values)


def test_every_sentence_that_is_known_here_is_said_in_its_room() -> None:
    said = {text for room in ROOMS for text in said_in(ROOT / room)}
    rows = {text for file in (ROOT / "search/rows").glob("*.py") for text in said_in(file)}
    said |= {text for file in (ROOT / "programme").rglob("*.py") for text in said_in(file)}
    for text in (*borrowed.ERRORS, *borrowed.IMPORTS, *borrowed.NOTES):
        assert borrowed._PLACE.sub(HOLE, text) in said | rows, text


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("Akun “x” sudah ada. Pilih nama masuk lain.", "The account “x” exists already. Choose another login name."),
        ("baris yang sama ada juga di a/b.xlsx", "the same rows stand in a/b.xlsx, too"),
        ("baris yang sama ada juga di %(path)s {x}", "the same rows stand in %(path)s {x}, too"),
        ("Yang tidak dikenal %(x)s (1).", "Yang tidak dikenal %(x)s (1)."),
    ],
)
def test_a_sentence_is_known_by_its_words_and_keeps_its_values(client: FlaskClient, said: str, english: str) -> None:
    with client.application.test_request_context("/?bahasa=en"):
        assert translated(said) == english
    with client.application.test_request_context("/?bahasa=id"):
        assert translated(said) == said


def test_a_figure_is_told_in_english(tmp_path: Path) -> None:
    page = client_of(tmp_path, register("kondisi B", "kondisi RB")).get(
        "/?q=berapa+laptop+rusak+berat%3F", headers=ENGLISH
    )
    assert "<p>Number of unit: " in page.text
    assert "Source: KIB 0, lembar KIB B (1 rows)." in page.text
