from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flask.testing import FlaskClient

from catalog import editions
from catalog.database import Catalog
from catalog.opening import create
from catalog.scope import scope_of
from search.searcher import Searcher
from tests.indexer.editing import desk_in
from tests.webapp.conftest import Library, given
from tests.webapp.library import Paper, add, searcher, searchers, text_page
from webapp.app import create_app


def test_threads_that_ask_at_once_get_the_same_page(client: FlaskClient, library: Library) -> None:
    paths = ["/?q=kendaraan+dinas", f"/aset/{library.keys['sheet']}"] * 12
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda path: client.application.test_client().get(path), paths))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 2


def test_a_paper_taken_in_later_is_found_without_a_new_start(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    client = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")).test_client()
    assert "Panduan Arsip" not in client.get("/?q=arsip+vital").text
    add(
        catalog,
        Paper("arsip.txt", given("Panduan Arsip"), (text_page(None, "Arsip vital disimpan di lemari tahan api."),)),
    )
    searcher(catalog)
    catalog.close()
    assert "Panduan Arsip" in client.get("/?q=arsip+vital").text


def test_pages_are_answered_by_the_edition_that_is_current_now(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    desk.now()
    desk.index()
    asked_of = []

    def searcher_of(catalog: Catalog) -> Searcher:
        edition = editions.current(catalog)
        assert edition is not None
        asked_of.append(edition.model.id)
        return desk.searcher(edition)

    app = create_app(folder=desk.catalog.folder, searcher_of=searcher_of, scope=scope_of("public"))
    desk.build(desk.shadow("squared"))
    before = app.test_client().get("/?q=arsip+nomor+42&jenis=lain").status_code
    editions.switch(desk.catalog)
    after = app.test_client().get("/?q=arsip+nomor+42&jenis=lain").status_code
    assert (before, after, asked_of) == (200, 200, ["word-counts", "squared"])
