"""What went wrong in other systems of this kind, one test for each advisory that the threat model lists and no other
test holds. The numbers are those of docs/threat-model.md."""

import ast
import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.conftest import Library
from tests.webapp.conftest import given as metadata
from tests.webapp.library import Paper, add, searchers, sheet_page, text_page
from webapp.app import create_app

ROOT = Path(__file__).parents[2]
ROOMS = ("catalog", "embedding", "engine", "indexer", "operations", "search", "webapp")
PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><iframe src=javascript:alert(1)>',
    "</title></textarea></style><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "{{ 7 * 191 }}{% raw %}",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example/><meta http-equiv=refresh content=0;url=//evil.example>",
)
Visit = Callable[[str | None], FlaskClient]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FlaskClient, list[str]]]:
    """Give a client of a catalog whose every text holds a payload, and the keys of its assets."""
    catalog = create(tmp_path_factory.mktemp("katalog"))
    keys = []
    for number, payload in enumerate(PAYLOADS):
        name = payload.replace("/", "∕")
        text = f"Ambulans {payload} siaga setiap hari {payload} di puskesmas."
        read = Paper(
            f"{number} {name}.txt",
            metadata(f"Ambulans {payload}", kind="faq", community=f"{number} {payload}"),
            (text_page(1, text), text_page(2, f"Dipindai: {text}", "ocr")),
            media_type="text/html",
        )
        rows = [{f"Kolom {payload}": f"Ambulans {payload}", "Jumlah": "2"} for _ in range(3)]
        table = Paper(
            f"{number} {name}.xlsx", metadata(f"Daftar {payload}", kind="kib"), (sheet_page(f"L{payload}", rows),)
        )
        keys += [add(catalog, read), add(catalog, table)]
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    yield app.test_client(), keys
    catalog.close()


def test_advisory_9_no_payload_of_any_text_becomes_markup(hostile: tuple[FlaskClient, list[str]]) -> None:
    client, keys = hostile
    ways = ["/?q=ambulans+siaga", "/?q=ambulans&jenis=faq", "/?q=berapa+jumlah+ambulans", "/?q=daftar+ambulans&jawab=0"]
    ways += [f"/aset/{key}{page}" for key in keys for page in ("", "/sumber", "/sumber?hal=2", "?hal=2")]
    ways += [f"/?q={payload}&tema={payload}" for payload in PAYLOADS]
    ways += [f"/aset/{keys[0]}/sumber?lembar={payload}" for payload in PAYLOADS]
    for way in ways:
        for language in ("id", "en"):
            assert foreign(client.get(way, headers={"Accept-Language": language}).text) == [], way


def foreign(page: str) -> list[str]:
    """Return what a page of ours never holds: scripts but our own files, handlers, frames, links to elsewhere."""
    tree = html.fromstring(page)
    odd = [tag.tag for tag in tree.iter("iframe", "base", "object", "embed", "style")]
    odd += [str(tag.get("src")) for tag in tree.iter("script") if not str(tag.get("src")).startswith("/static/")]
    odd += [name for tag in tree.iter() for name in tag.attrib if name.startswith("on") or name == "style"]
    odd += [to for to in tree.xpath("//@href | //@src | //@action") if not re.match(r"[/#?](?!/)", to)]
    odd += [tag.get("http-equiv") for tag in tree.iter("meta") if tag.get("http-equiv")]
    return odd + (["1337"] if "1337" in page else [])


def test_advisory_9_originals_are_saved_and_never_shown(hostile: tuple[FlaskClient, list[str]]) -> None:
    client, keys = hostile
    for key in keys:
        headers = client.get(f"/aset/{key}/unduh").headers
        assert headers["Content-Disposition"].startswith("attachment;")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_advisory_9_the_api_is_never_taken_for_a_page(hostile: tuple[FlaskClient, list[str]]) -> None:
    client, keys = hostile
    for way in (
        "search?q=ambulans",
        "ask?q=ambulans+siaga",
        "suggest?q=ambulans",
        f"assets/{keys[0]}",
        "assets/%3Cb%3E",
    ):
        headers = client.get(f"/api/v1/{way}").headers
        assert headers["Content-Type"] in ("application/json", "application/problem+json")
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_advisories_10_and_19_no_text_is_trusted_as_markup_or_as_a_template() -> None:
    for file in (ROOT / "webapp").rglob("*.html"):
        assert not re.search(r"\|\s*safe\b|autoescape\s+false", file.read_text()), file
    for file in (ROOT / "webapp").rglob("*.py"):
        assert not re.search(r"\bMarkup\b|render_template_string|from_string|autoescape\s*=", file.read_text()), file


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(alphabet="()[]{}*+?|\\^$.:~\"'-/&!<>= aksn%_\x00\u202e", min_size=1, max_size=80))
def test_advisories_16_and_18_signs_of_every_query_language_are_only_text(client: FlaskClient, typed: str) -> None:
    for way in ("/", "/api/v1/search", "/api/v1/suggest"):
        assert client.get(way, query_string={"q": typed}).status_code in (200, 400)


@pytest.mark.parametrize("typed", ["a" * 2000, "(a+)+" * 400, "kendaraan " * 200, "1." * 1000, "é" * 2000, "a-" * 1000])
def test_advisory_16_the_longest_questions_end(client: FlaskClient, typed: str) -> None:
    assert client.get("/", query_string={"q": typed, "jawab": "0"}).status_code == 200


def test_advisory_18_nothing_is_read_that_can_run_code() -> None:
    for file in sources():
        for name in imported(file):
            assert name.partition(".")[0] not in ("pickle", "marshal", "shelve", "dill", "joblib", "yaml"), file
        assert "allow_pickle=True" not in file.read_text()


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_advisory_20_an_address_in_a_document_is_no_link_and_no_picture(tmp_path: Path) -> None:
    catalog = create(tmp_path)
    text = "Unggah berkas di https://evil.example/x?d=1 atau ![x](https://evil.example/p.png) paling lambat dua hari."
    key = add(catalog, Paper("a.txt", metadata("SOP Unggah"), (text_page(None, text),), media_type="text/plain"))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    catalog.close()
    for way in ("/?q=unggah+berkas+paling+lambat+berapa+hari", f"/aset/{key}", f"/aset/{key}/sumber"):
        page = app.test_client().get(way).text
        assert "evil.example" in page
        assert foreign(page) == []


def test_advisories_21_and_23_nothing_of_a_page_is_kept_for_others(client: FlaskClient, library: Library) -> None:
    key = library.keys["sop"]
    for way in ("/", "/?q=kendaraan", f"/aset/{key}", f"/aset/{key}/unduh", "/api/v1/search?q=kendaraan", "/zzz"):
        assert "no-store" in client.get(way).headers["Cache-Control"], way


def test_advisory_22_whoever_follows_every_link_finds_no_name_of_what_is_hidden(visit: Visit, library: Library) -> None:
    client = visit("public")
    hidden = [library.keys[name] for name in ("internal", "restricted", "draft")]
    waiting, seen = deque(["/", "/?q=kendaraan+dinas", "/?q=zamrud+nilam+safir", "/api/v1/suggest?q=zamrud"]), set()
    while waiting and len(seen) < 150:
        way = waiting.popleft()
        if way in seen:
            continue
        seen.add(way)
        answer = client.get(way)
        if answer.mimetype != "text/html":
            continue
        own = re.sub(r'value="[^"]*"|<title>.*?</title>|href="[^"]*"', "", answer.text)
        assert not re.search("notulen zamrud|kajian nilam|draf safir", own.lower()), way
        assert not any(key in answer.text for key in hidden), way
        waiting += [to for to in html.fromstring(answer.text).xpath("//a/@href") if to.startswith("/")]
    assert len(seen) > 20


def test_advisory_25_no_page_tells_where_the_data_lies_or_what_signs_sessions(visit: Visit, library: Library) -> None:
    client = visit("BPAD")
    secrets = [str(library.catalog.folder.root), str(client.application.secret_key)]
    for way in ("/", "/?q=kendaraan", f"/aset/{library.keys['sop']}", "/zzz", "/readyz", "/api/v1/ask?q=kendaraan"):
        answer = client.get(way)
        assert not any(secret in answer.text + str(answer.headers) for secret in secrets), way


@pytest.mark.parametrize("way", ["/?q=", "/api/v1/search?q=", "/api/v1/ask?q=", "/api/v1/suggest?q="])
def test_advisory_26_a_question_that_is_too_long_is_refused_in_a_sentence(client: FlaskClient, way: str) -> None:
    answer = client.get(way + "a" * 60_000)
    assert answer.status_code == 400
    assert len(answer.data) < 40_000
