"""The API gives programs the documents of the command line, to the viewer that asks, and problems with stable codes."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from catalog.scope import scope_of
from operations.cli import rujukan
from search import as_json
from search.answer import ask
from search.ranking.choice import Chosen, Options
from search.suggestions import suggest
from tests.webapp.conftest import Library
from tests.webapp.library import searcher
from tests.webapp.test_search_page import QUESTION
from webapp import api
from webapp.guard import ASKING

Visit = Callable[[str | None], FlaskClient]
PUBLIC = scope_of("public")
DOCS = Path(__file__).parents[2] / "docs" / "api.md"


def told(client: FlaskClient, way: str, **asked: object) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{way}", query_string=asked)
    assert answer.mimetype == "application/json", answer.text
    document: dict[str, Any] = answer.json
    return document


def timeless(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "took_ms"}


def test_a_search_is_that_of_the_command_line(client: FlaskClient, library: Library) -> None:
    options = Options(Chosen(kind="sop", validity="berlaku"), limit=3)
    found = searcher(library.catalog).search(library.catalog, "kendaraan dinas", PUBLIC, options)
    document = told(client, "search", q="kendaraan dinas", kind="sop", validity="berlaku", limit=3)
    assert timeless(document) == timeless(as_json.search_result(found))
    assert document["hits"]


def test_an_answer_is_that_of_the_command_line(client: FlaskClient, library: Library) -> None:
    given = ask(searcher(library.catalog), library.catalog, QUESTION, PUBLIC)
    document = told(client, "ask", q=QUESTION)
    assert timeless(document) == timeless(as_json.answer(given))
    assert document["quotes"]


def test_suggestions_are_those_of_the_command_line(client: FlaskClient, library: Library) -> None:
    index = searcher(library.catalog).engine.lexical
    found = suggest(library.catalog, index, "kend", PUBLIC, 4)
    document = told(client, "suggest", q="kend", limit=4)
    assert timeless(document) == timeless(as_json.suggestions("kend", found, 0))
    assert document["suggestions"]


@pytest.mark.parametrize("name", ["sop", "sheet", "hostile"])
def test_an_asset_is_that_of_the_command_line(client: FlaskClient, library: Library, name: str) -> None:
    key = library.keys[name]
    printed = CliRunner().invoke(
        rujukan, ["--data", str(library.catalog.folder.root), "show", key, "--as", "public", "--json"]
    )
    document = told(client, f"assets/{key}")
    assert document.pop("pages_total") == len(document["pages"])
    assert document.pop("next_offset") is None
    assert document == json.loads(printed.stdout)


def test_pages_come_in_parts_or_one_by_one(
    client: FlaskClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = library.keys["sop"]
    monkeypatch.setattr(api, "PAGES", 2)
    first = told(client, f"assets/{key}")
    assert ([page["page"] for page in first["pages"]], first["pages_total"], first["next_offset"]) == ([1, 2], 3, 2)
    rest = told(client, f"assets/{key}", offset=2)
    assert ([page["page"] for page in rest["pages"]], rest["next_offset"]) == ([3], None)
    assert [page["page"] for page in told(client, f"assets/{key}", page=3)["pages"]] == [3]
    sheets = told(client, f"assets/{library.keys['sheet']}", sheet="Rekap")["pages"]
    assert [page["sheet"] for page in sheets] == ["Rekap"]


def test_absent_forbidden_and_malformed_are_one_answer(client: FlaskClient, library: Library) -> None:
    hidden = [library.keys[name] for name in ("internal", "restricted", "draft")]
    ways = [f"assets/{key}{end}" for key in (*hidden, "tidakada", "%00", "a" * 900) for end in ("", "?page=1")]
    ways += ["assets", "assets/a/b", "nothing", f"assets/{library.keys['sop']}?version=7"]
    answers = [client.get(f"/api/v1/{way}") for way in ways]
    assert len({(a.status_code, a.data, tuple(sorted(a.headers.items()))) for a in answers}) == 1
    assert answers[0].json == {
        "type": "about:blank",
        "title": "Tidak ditemukan",
        "status": 404,
        "code": "not_found",
        "detail": "Aset tidak ditemukan. Periksa kembali tautan atau nomor asetnya.",
    }


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [("public", {"sop"}), ("internal", {"sop", "internal"}), ("BPAD", {"sop", "internal", "restricted"})],
)
def test_every_answer_is_the_viewers(visit: Visit, library: Library, viewer: str, seen: set[str]) -> None:
    client = visit(viewer)
    names = {key: name for name, key in library.keys.items()}
    found = told(client, "search", q="kendaraan dinas", limit=50)["hits"]
    assert {names[hit["asset"]] for hit in found} & {"sop", "internal", "restricted", "draft"} == seen
    for name in ("internal", "restricted", "draft"):
        status = client.get(f"/api/v1/assets/{library.keys[name]}").status_code
        assert status == (200 if name in seen else 404)
    suggested = told(client, "suggest", q="zamrud")["suggestions"]
    assert bool(suggested) == ("internal" in seen)


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("search", "empty_question"),
        ("search?q=+", "empty_question"),
        ("ask?q=" + "a" * 2001, "question_too_long"),
        ("search?q=a&limit=51", "bad_parameter"),
        ("search?q=a&limit=0", "bad_parameter"),
        ("search?q=a&limit=%C2%B2", "bad_parameter"),
        ("search?q=a&limit=-1", "bad_parameter"),
        ("search?q=a&year=25", "bad_parameter"),
        ("search?q=a&year=", "bad_parameter"),
        ("search?q=a&year=2025-2023", "bad_parameter"),
        ("suggest?q=a&limit=9", "bad_parameter"),
        ("search?q=a&kind=zzz", "bad_value"),
        ("search?q=a&validity=zzz", "bad_value"),
        ("search?q=a&maturity=6", "bad_value"),
        ("search?q=a&reused=tidak", "bad_value"),
        ("ask?q=a&order=date", "bad_value"),
        ("search?q=a&unit=MARS", "unknown_unit"),
        ("search?q=a&community=CoP+Mars", "unknown_community"),
        ("search?q=a&as=BPAD", "unknown_parameter"),
        ("ask?q=a&scope=all", "unknown_parameter"),
        ("assets/x?role=operator", "unknown_parameter"),
        ("assets/x?offset=x", "bad_parameter"),
    ],
)
def test_what_cannot_be_asked_is_a_problem_with_a_code(client: FlaskClient, way: str, code: str) -> None:
    answer = client.get(f"/api/v1/{way}", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.mimetype, answer.json["code"]) == (400, "application/problem+json", code)
    assert answer.json["title"] == "Permintaan tidak dapat dibaca"
    assert len(answer.data) < 1000


def test_a_program_is_told_in_indonesian_and_nothing_is_kept(client: FlaskClient) -> None:
    answer = client.get("/api/v1/ask?q=zzzz+qqqq", headers={"Accept-Language": "en"})
    assert answer.json["message"] == "Tidak ditemukan dokumen yang menjawab pertanyaan ini."
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_api_takes_no_data(client: FlaskClient) -> None:
    answer = client.post("/api/v1/search?q=a")
    assert (answer.status_code, answer.json["code"]) == (405, "method_not_allowed")


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    for way, document in re.findall(r"GET (/api/v1/\S+)\n```\n\n```json\n(.*?)```", DOCS.read_text(), re.DOTALL):
        yield way, json.loads(document)


def shape(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return the names and kinds of what a document holds; of a list, of its first element."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(inner) for inner in value[:1]] if isinstance(value, list) else type(value).__name__


def test_the_examples_of_the_manual_have_the_shape_of_real_answers(client: FlaskClient, library: Library) -> None:
    shown = list(examples())
    assert [way.split("?")[0].split("/")[3] for way, _ in shown] == ["search", "ask", "assets", "suggest", "assets"]
    for way, document in shown:
        answer = client.get(way.replace("KEY", library.keys["sop"]))
        assert shape(document) == shape(answer.json), way


def test_the_manual_names_every_code(client: FlaskClient) -> None:
    manual = DOCS.read_text()
    for code in (*ASKING, "not_found", "method_not_allowed", "unavailable", "internal_server_error"):
        assert f"`{code}`" in manual
