"""The fields of the sample's SOPs and terms of reference, against what the papers were written with."""

import json
from pathlib import Path
from typing import Any

import pytest

from indexer.document import Document
from indexer.readers.reading import read_file

SAMPLE = Path(__file__).parents[2] / "corpora/contoh"
JUDGED: dict[str, Any] = json.loads(Path(__file__).with_name("fields_judged.json").read_text(encoding="utf-8"))
PROPERTIES = {"penulis", "dibuat"}  # what the file says of itself is not judged
GENERAL = {"tanggal", "tanggal_iso"}  # the first day that any paper's head names


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path: read_file(SAMPLE / path, path, 100) for path in JUDGED}


def told(document: Document) -> dict[str, Any]:
    return {name: value for name, value in document.fields.items() if name not in PROPERTIES | GENERAL}


def units(fields: dict[str, Any]) -> set[tuple[str, str]]:
    """Each field is one unit, of a list of rows each cell of each row."""
    found = set()
    for name, value in fields.items():
        rows = isinstance(value, list) and all(isinstance(item, dict) for item in value)
        parts = {f"{name}.{i}.{k}": v for i, row in enumerate(value) for k, v in row.items()} if rows else {name: value}
        found |= {(part, " ".join(str(text).lower().split())) for part, text in parts.items()}
    return found


def test_nineteen_of_twenty_fields_are_right_and_none_is_invented(documents: dict[str, Document]) -> None:
    right = wanted = 0
    wrong: list[str] = []
    for path, judged in JUDGED.items():
        read, expected = units(told(documents[path])), units(judged["fields"])
        right, wanted = right + len(read & expected), wanted + len(expected)
        wrong += [f"{path}: {name} = {text}" for name, text in sorted(read - expected)]
    invented = [line for line in wrong if line.split(": ")[1].split(" = ")[0] not in _named(line.split(": ")[0])]
    assert invented == []
    assert right >= 0.95 * wanted, wrong


def _named(path: str) -> set[str]:
    return {name for name, _ in units(JUDGED[path]["fields"])}


def test_every_field_of_the_pages_shows_where_it_stands(documents: dict[str, Document]) -> None:
    for document in documents.values():
        texts = {(page.page, page.sheet): page.text for page in document.pages}
        for name in told(document):
            found = document.fields_at[name]
            for place in found if isinstance(found, list) else [found]:
                text = texts[place["page"], place["sheet"]]
                start, end = place["start"], place["end"]
                assert start is None or 0 <= start < end <= len(text), name


def test_a_line_stands_at_its_place_as_it_is_written(documents: dict[str, Document]) -> None:
    for document in documents.values():
        texts = {(page.page, page.sheet): page.text for page in document.pages}
        for name in ("nomor", "tgl_efektif", "kode_rekening", "nama"):
            value, place = document.fields.get(name), document.fields_at.get(name)
            if isinstance(value, str) and isinstance(place, dict):
                text = texts[place["page"], place["sheet"]][place["start"] : place["end"]]
                assert " ".join(text.split()) == value
