"""What WCAG 2.2 asks of every page: axe finds nothing, and the keyboard alone leads from a question to its source."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from catalog import accounts, jobs, reports
from catalog.assets import card
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from catalog.spot import Spot
from indexer.previews.pages import Previews
from programme.assessment.cycles import open_cycle
from programme.community import communities, members
from programme.community.members import Joining
from programme.messages import notices
from programme.reusing import reuse
from programme.reusing.reuse import Claim
from tests.webapp.browsing import IN_A_BROWSER, log_in, served
from tests.webapp.conftest import Library, given
from tests.webapp.gathering import HELD, gather
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol
from tests.webapp.sending import ready, send
from tests.webapp.test_search_page import QUESTION
from tests.webapp.test_sources import END, START, paper
from webapp.app import create_app

WIDE, PHONE = 1280, 390
UPLOAD = "kunciunggahan"
PURGE = "kuncipemusnahan"
REUSE = "kuncipemakaian"
OF_AN_ADMIN = ("/akun", "/akun/kelola", "/akun/kelola/siti", "/unggah", f"/unggah/{UPLOAD}", "/tulis/lesson")
OF_AN_ADMIN += ("/impor", "/ekspor", "/celah", "/laporan-triwulan", "/pegawai?unit=BPAD")
REPORT = "laporan-contoh"
APPRAISAL = "kuncipenilaian"
OF_APPRAISALS = ("/penilaian", f"/penilaian/{APPRAISAL}")
OF_A_KEEPER = tuple(f"/komunitas/1{path}" for path in ("", "/kelola", "/rencana/2026", "/pertemuan", "/masukan"))
OF_A_KEEPER += (f"/komunitas/1/pertemuan/{HELD}",)
OF_AN_OPERATOR = ("/operator", "/operator/pekerjaan", "/operator/pekerjaan/1", "/laporan", f"/laporan/{REPORT}")
OF_AN_OPERATOR += ("/operator/tak-tercari", "/operator/edisi", "/operator/jejak")
OF_REUSE = ("/pemakaian", f"/pemakaian/{REUSE}", "/pemberitahuan")
NO_PAGES = {"static", "pages.original", "pages.health", "pages.ready", "sources.picture", "writing.empty"}
NO_PAGES |= {"appraisals.evidence", "appraisals.table"}
NO_PAGES |= {"maturity.table"}
NO_PAGES |= {"desk.original", "desk.picture", "imports.template", "quarterly.table"}
NO_PAGES |= {"communities.decree", "community_plans.paper", "community_inputs.paper"}
NO_PAGES |= {"community_meetings.invitation"}
NO_PAGES |= {"reuse.kit", "reuse.evidence"}
WAYS = [
    # each page in either language and scheme, and in either width; the last is for pages that have a script
    ("id", "light", WIDE, True),
    ("id", "dark", PHONE, True),
    ("en", "light", PHONE, True),
    ("en", "dark", WIDE, True),
    ("id", "light", PHONE, False),
]

SQUEEZED = """[...document.querySelectorAll("main dd")]
    .filter((dd) => dd.offsetWidth && dd.offsetWidth < 0.4 * dd.parentElement.offsetWidth)
    .map((dd) => dd.innerText.slice(0, 40))"""
"""What stands beside labels that leave it hardly any room."""

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Give the address of each kind of page by its name."""
    with ExitStack() as open_now:
        address = open_now.enter_context(site_of(library.catalog))
        ways = {name: f"{address}{path}" for name, path in pages(library.keys).items()}
        with closing(create(tmp_path_factory.mktemp("katalog"))) as catalog:
            at_units = [Grant("penyusun", "BPAD"), Grant("pengesah", "BPSDM")]
            enrol(catalog, "siti", [Grant("admin"), Grant("operator"), *at_units])
            jobs.add(catalog, "index", {"paths": ["/berkas"]})
            ready(catalog, send(catalog, "siti", "SOP.pdf", b"isi"), "Nota dinas diajukan.", "")
            catalog.db.execute("UPDATE upload SET key = ?", [UPLOAD])
            purged(catalog)
            catalog.db.execute(
                "INSERT INTO gap_group (key, question, times, askers, first, last, since) VALUES"
                " ('celah', 'Sewa gedung?', 9, 5, '2026-11-01', '2026-11-20', '2026-11-20')"
            )
            gather(catalog)
            drawn = add(catalog, paper(tmp_path_factory.mktemp("berkas") / "sop.pdf"))
            reported(catalog, drawn)
            reused(catalog, drawn)
            succeeded(catalog, drawn)
            assessed(catalog)
            other = open_now.enter_context(site_of(catalog))
        yield ways | {name: f"{other}{path}" for name, path in other_pages(drawn).items()}


def reported(catalog: Catalog, key: str) -> None:
    """Let siti have reported something, under a key that is known here."""
    about = card(catalog, key, scope_of("public"))
    made = reports.file(catalog, about, Spot(page=1), "lainnya", "Keliru.", reporter=accounts.find(catalog, "siti"))
    catalog.db.execute("UPDATE report SET key = ? WHERE key = ?", [REPORT, made])


def assessed(catalog: Catalog) -> None:
    """Begin an assessment of a community of which siti is an officer."""
    joining = Joining("", "moderator", "2025-01-01", "", "siti")
    members.add(catalog, communities.with_id(catalog, 1), joining, by="uji")
    open_cycle(catalog, 2026, community=1, by="uji")
    catalog.db.execute("UPDATE appraisal SET key = ?", [APPRAISAL])


def reused(catalog: Catalog, key: str) -> None:
    """Let BPAD have used the paper, as siti is told."""
    about, siti = card(catalog, key, scope_of("public")), accounts.named(catalog, "siti")
    claim = Claim("BPAD", "adaptasi", "Peminjaman kendaraan", "SOP 7/2026", made="")
    made = reuse.record(catalog, siti, scope_of("internal"), about, claim)
    catalog.db.execute("UPDATE reuse SET key = ?, state = 'dikonfirmasi' WHERE key = ?", [REUSE, made.key])
    notices.tell(catalog, [siti.id], "aset_dipakai", REUSE, asset=key, unit="BPAD", use="adaptasi")


def succeeded(catalog: Catalog, key: str) -> None:
    """Let the paper have come of another one, so that its lineage is drawn with a link."""
    old = add(catalog, Paper("lama.txt", given("SOP lama"), (text_page(1, "Nota dinas lama."),)))
    catalog.db.execute(
        "INSERT INTO succession SELECT old.id, new.id, 'diganti', '2026-05-04', NULL FROM asset old, asset new"
        " WHERE old.key = ? AND new.key = ?",
        [old, key],
    )


@contextmanager
def site_of(catalog: Catalog) -> Iterator[str]:
    previews, found = Previews(catalog.folder), searchers(catalog)
    app = create_app(folder=catalog.folder, searcher_of=found, scope=scope_of("internal"), previews=previews)
    with served(app) as address:
        yield address
    previews.close()


def pages(keys: dict[str, str]) -> dict[str, str]:
    return {
        "first": "/",
        "answer": "/?" + urlencode({"q": QUESTION}),
        "hits": "/?q=kendaraan+dinas&jenis=sop&keberlakuan=berlaku",
        "rows": "/?q=berapa+jumlah+kursi+kerja+di+aula+lantai+3",
        "empty": "/?q=zzzz+qqqq",
        "problem": "/?q=kursi&tahun=1",
        "personal": "/?" + urlencode({"q": "Berapa nomor telepon Budi Santoso?"}),
        "absent": "/aset/tidakada",
        **{name: f"/aset/{keys[name]}" for name in ("sop", "hostile")},
        "sheet": f"/aset/{keys['sheet']}?lembar=Rekap",
        "row": f"/aset/{keys['sheet']}/sumber?lembar={quote('KIB <B>')}&baris=46",
        "text": f"/aset/{keys['hostile']}/sumber",
        "communities": "/komunitas",
        "modules": "/modul",
        "module": "/modul/menata-sop@1",
        "indicators": "/komunitas/1/indikator",
        "maturity": "/komunitas/1/maturitas",
        "appraisal form": "/penilaian/formulir",
        "compared": "/maturitas",
        "instrument": "/maturitas/instrumen",
    }


def other_pages(drawn: str) -> dict[str, str]:
    """Return those of a catalog with accounts and a paper that can be drawn."""
    place = f"versi=1&hal=1&mulai={START}&akhir={END}"
    return {
        "login": "/masuk",
        "picture": f"/aset/{drawn}/sumber?{place}",
        "large": f"/aset/{drawn}/sumber?versi=1&hal=1&besar=1",
        "excerpt": f"/aset/{drawn}/kutipan?{place}",
        "report": f"/aset/{drawn}/laporkan?{place}",
        "receipt": "/resi-laporan?resi=salah",
        "lineage": f"/aset/{drawn}/silsilah",
        "comparison": f"/banding?a={drawn}&b={drawn}",
    }


def purged(catalog: Catalog) -> None:
    """A certificate."""
    removed = json.dumps(
        dict.fromkeys(("versions", "pages", "rows", "passages", "vectors"), 3) | {"originals": ["a" * 64]}
    )
    catalog.db.execute(
        "INSERT INTO purge (key, asset, unit, account, reason, ordered, job, removed, done)"
        " VALUES (?, 'lama', 'BPSDM', 1, 'Alasan', 1, 1, ?, 2)",
        [PURGE, removed],
    )


def logged_in_pages(drawn: str) -> tuple[str, ...]:
    of_one = (f"/naskah/{drawn}", f"/pemusnahan/{PURGE}", f"/aset/{drawn}/pakai", f"/aset/{drawn}/keberlakuan")
    return (*OF_AN_ADMIN, *OF_AN_OPERATOR, *OF_A_KEEPER, *OF_REUSE, *OF_APPRAISALS, *of_one, "/meja")


def test_every_page_that_there_is_stands_among_those_that_axe_looks_at(client: FlaskClient, library: Library) -> None:
    known = client.application.url_map.bind("localhost")
    looked_at = {
        known.match(path.partition("?")[0])[0]
        for path in (*pages(library.keys).values(), *other_pages("x").values(), *logged_in_pages("x"))
    }
    there = {rule.endpoint for rule in client.application.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert there - looked_at - {endpoint for endpoint in there if endpoint.startswith("api.")} == NO_PAGES


def opened(browser: Browser, way: tuple[str, str, int, bool]) -> Page:
    language, scheme, width, scripts = way
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        locale="en-GB" if language == "en" else "id-ID",
    )
    if not scripts:  # ours alone: axe is a script itself, and waits for ever in a browser that runs none
        context.route("**/static/*.js", lambda route: route.abort())
    return context.new_page()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(map(str, way)))
def test_axe_finds_nothing_on_any_page_and_none_is_wider_than_its_window(
    browser: Browser, site: dict[str, str], way: tuple[str, str, int, bool]
) -> None:
    page, axe = opened(browser, way), Axe()
    found: dict[str, Any] = {}

    def look(name: str, address: str) -> None:
        if not way[3] and "<script" not in page.request.get(address).text():
            return  # the same as with scripts
        page.goto(address)
        assert page.get_attribute("html", "lang") == way[0]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > way[2]:
            found[f"{name}: {wide} pixels wide"] = []
        if squeezed := page.evaluate(SQUEEZED):
            found[f"{name}: a column of single words"] = squeezed
        for violation in axe.run(page).response["violations"]:
            found[f"{name}: {violation['id']}"] = [node["html"][:200] for node in violation["nodes"][:3]]

    for name, address in site.items():
        look(name, address)
    page.goto(site["login"])
    log_in(page, "siti")
    page.wait_for_url("**/")
    drawn = site["large"].partition("/aset/")[2].partition("/")[0]
    for path in logged_in_pages(drawn):
        look(path, site["login"].replace("/masuk", path))
    page.context.close()
    assert found == {}


def test_the_keyboard_leads_from_a_question_to_its_source(browser: Browser, site: dict[str, str]) -> None:
    page = opened(browser, ("id", "light", WIDE, True))
    page.goto(site["first"])
    press(page, "Tab")
    assert focused(page) == "Langsung ke isi"
    press(page, "Enter", "Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type(QUESTION)
    with page.expect_navigation():
        press(page, "Enter")
    reach(page, page.locator(".quote .source a").first.inner_text())
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    with page.expect_navigation():
        press(page, "Enter")
    reach(page, "Unduh berkas asli")
    reach(page, "English")
    with page.expect_navigation():
        press(page, "Enter")
    assert page.get_attribute("html", "lang") == "en"
    page.context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim()"))


def reach(page: Page, words: str) -> None:
    """Go on with the Tab key until what begins with these words has the focus."""
    for _ in range(60):
        press(page, "Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"“{words}” is not reached")
