"""The description of the API is up to date, and what the API takes and gives is what it describes."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.webapp.conftest import Library
from tests.webapp.test_search_page import QUESTION
from tools import openapi

Json = dict[str, Any]
TYPES: dict[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


def wrong(value: object, schema: Json, at: str = "") -> Iterator[str]:
    """Yield where a value is not what a schema says; a field that is not described is wrong here, too."""
    if "$ref" in schema:
        schema = openapi.SCHEMAS[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        tried = [list(wrong(value, one, at)) for one in schema["anyOf"]]
        yield from () if [] in tried else tried[0]
    elif not fits(value, schema):
        yield f"{at}: {str(value)[:60]} is not {json.dumps(schema)[:200]}"
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from wrong(item, schema.get("items", {}), f"{at}[{number}]")
    elif isinstance(value, dict) and "properties" in schema:
        yield from of_fields(value, schema, at)


def fits(value: object, schema: Json) -> bool:
    types = schema.get("type", list(TYPES))
    right = any(TYPES[name](value) for name in ([types] if isinstance(types, str) else types))
    return right and value in schema.get("enum", [value])


def of_fields(value: Json, schema: Json, at: str) -> Iterator[str]:
    known = schema["properties"]
    yield from (f"{at}.{name} is missing" for name in schema["required"] if name not in value)
    yield from (f"{at}.{name} is not described" for name in value if name not in known)
    for name in known.keys() & value.keys():
        yield from wrong(value[name], known[name], f"{at}.{name}")


def test_the_file_is_up_to_date() -> None:
    assert openapi.FILE.read_text(encoding="utf8") == openapi.text(), "`python -m tools.openapi` writes it"


def test_every_address_of_the_api_is_described(client: FlaskClient) -> None:
    rules = [rule for rule in client.application.url_map.iter_rules() if rule.endpoint.startswith("api.")]
    there = {rule.rule.removeprefix("/api/v1").replace("<", "{").replace(">", "}") for rule in rules}
    assert there == set(openapi.PATHS)


@pytest.mark.parametrize(
    ("way", "gives"),
    [
        ("search?q=kendaraan+dinas&limit=50", "Search"),
        ("search?q=zzzz", "Search"),
        (f"ask?q={QUESTION}", "Answer"),
        ("ask?q=berapa+jumlah+kursi+kerja+di+aula+lantai+3", "Answer"),
        ("ask?q=berapa+banyak+kursi+kerja+di+aula", "Answer"),
        ("ask?q=zzzz+qqqq", "Answer"),
        ("suggest?q=kendar", "Suggestions"),
        ("assets/{sop}", "Asset"),
        ("assets/{sheet}", "Asset"),
        ("assets/tidakada", "Problem"),
        ("search?q=", "Problem"),
        ("search?q=x&warna=biru", "Problem"),
    ],
)
def test_what_is_given_is_what_is_described(client: FlaskClient, library: Library, way: str, gives: str) -> None:
    answer = client.get(f"/api/v1/{way.format(**library.keys)}")
    assert list(wrong(json.loads(answer.data), openapi.SCHEMAS[gives])) == []


def test_what_is_taken_is_what_is_described(client: FlaskClient, library: Library) -> None:
    typed = {"q": "kendaraan", "limit": 3, "kind": "sop", "unit": "BPSDM", "year": 2025, "validity": "berlaku"}
    typed |= {"community": "CoP Layanan Umum", "theme": "x", "maturity": "3", "reused": "ya", "order": "score"}
    typed |= {"ignore": "mobil", "version": 1, "page": 1, "sheet": "Rekap", "offset": 0}
    for path, (_, _, takes) in openapi.PATHS.items():
        way = f"/api/v1{path.format(key=library.keys['sop'])}"
        known = {one["name"]: typed[one["name"]] for one in takes if one["in"] == "query"}
        assert client.get(way, query_string=known).status_code == 200, path
        refused = client.get(way, query_string={"warna": "biru"}).json
        names = set(refused["detail"].partition("yang dikenal: ")[2].rstrip(".").split(", "))
        assert names == set(known), path


def test_limits_are_those_that_are_described(client: FlaskClient) -> None:
    for path, (_, _, takes) in openapi.PATHS.items():
        for one in takes:
            if (most := one["schema"].get("maximum")) and "{" not in path:
                codes = [
                    client.get(f"/api/v1{path}", query_string={"q": "kursi", one["name"]: value}).status_code
                    for value in (most, most + 1)
                ]
                assert codes == [200, 400], (path, one["name"])
