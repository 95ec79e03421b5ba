from flask.testing import FlaskClient

from catalog.scope import scope_of
from search.rephrasing.rephraser import Rephraser
from tests.search.rephrasing.serving import Behaviour, serving, writing
from tests.webapp.conftest import OUR_SCRIPT, Library
from tests.webapp.library import searchers
from tests.webapp.test_search_page import QUESTION
from webapp.app import create_app

GOOD = "Peminjaman kendaraan dinas diajukan paling lambat dua hari kerja sebelum pemakaian [1]."
MARK = "Disusun ulang oleh model bahasa dari kutipan di bawah"


def page_with(library: Library, behaviour: Behaviour) -> str:
    with serving(behaviour) as server:
        app = create_app(
            folder=library.catalog.folder,
            searcher_of=searchers(library.catalog),
            scope=scope_of("public"),
            rephraser=Rephraser(server.model()),
        )
        return app.test_client().get("/", query_string={"q": QUESTION}).text


def test_the_rephrasing_is_marked_and_points_to_the_quotes(library: Library) -> None:
    page = page_with(library, writing(GOOD))
    answer = page[page.index("Jawaban dari dokumen") : page.index("Dokumen terkait")]
    assert MARK in answer
    assert 'sebelum pemakaian. <a href="#kutipan-1" aria-label="Kutipan 1">[1]</a>' in answer
    assert '<figure class="quote" id="kutipan-1">' in answer
    assert answer.index(MARK) < answer.index("<blockquote>")


def test_what_does_not_stand_is_not_shown(library: Library, client: FlaskClient) -> None:
    page = page_with(library, writing("<script>alert(1)</script> Lima hari kerja [1]. [klik](http://x.y) [1]"))
    assert MARK not in page
    assert page.count("<script") == page.count(OUR_SCRIPT) == 1
    assert page == client.get("/", query_string={"q": QUESTION}).text
