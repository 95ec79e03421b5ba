"""Role x endpoint x asset: whatever is not for a viewer leaves no title, word or count, and answers like nothing.

Every endpoint has a row in ENDPOINTS; a new route without one fails.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import accounts
from catalog.grants import ROLES, Grant
from catalog.opening import create
from catalog.scope import scope_of
from catalog.words import ACCESS, STATUS
from indexer.previews.pages import Previews
from tests.webapp.library import searchers
from tests.webapp.people import enrol, token, visitor
from tests.webapp.rights import COMMON, SEATS, Item, Seat, fill, made_up_words, shelf, told
from webapp.app import create_app

ABSENT = "tidakada"
PICTURE = "/aset/{key}/gambar?hal=1"
SENT = "takes what a form sends: see POSTED"
POSTED = {
    "/aset/{key}/tanggapan": {"nilai": "membantu", "versi": "1", "kembali": "/"},
    "/aset/{key}/laporkan": {"jenis": "lainnya", "keterangan": "Angka keliru.", "versi": "1"},
}
DRAFTS = "shows drafts, by rights of their own: see test_a_draft_is_for_those_it_waits_for_and_else_like_an_absent_one"
STEERED = "of roles: see test_importing.py"
MEASURED = "of a community, by what whoever asks is to it and by scope: see test_indicators.py"
COMMUNITY = "of a community, by what whoever asks is to it: see test_communities.py"
ASSESSED = "of communities: see test_appraisal_pages.py"
UNASKED = "asks for no asset: its answers are the same for all, or are about the account"
ENDPOINTS: dict[str, tuple[str, ...] | str] = {
    # of one asset: {key}
    "pages.asset": ("/aset/{key}",),
    "pages.original": ("/aset/{key}/unduh",),
    "sources.page": ("/aset/{key}/sumber?mulai=0&akhir=5",),
    "excerpts.excerpt": ("/aset/{key}/kutipan?mulai=0&akhir=6",),
    "sources.picture": (PICTURE, PICTURE + "&besar=1"),
    "api.asset": ("/api/v1/assets/{key}",),
    "feedback.report": ("/aset/{key}/laporkan",),
    "reuse.tree": ("/aset/{key}/silsilah",),
    "comparing.compare": ("/banding?a={key}&b={key}",),
    "reuse.kit": ("/aset/{key}/paket",),
    # of a question: {q}
    "pages.ask": ("/?q={q}", "/?q={q}&jawab=0", "/?q={q}&jenis=sop", "/?q={q}&unit=BPAD&tahun=2025"),
    "api.search": ("/api/v1/search?q={q}", "/api/v1/search?q={q}&limit=50", "/api/v1/search?q={q}&kind=sop"),
    "api.answer": ("/api/v1/ask?q={q}",),
    "api.suggestions": ("/api/v1/suggest?q={q}",),
    **dict.fromkeys(("feedback.vote", "gaps.note"), SENT),
    "receipts.one": "of a receipt, whoever shows it: see test_feedback.py",
    **dict.fromkeys(("reports.listing", "reports.one", "reports.change"), "of roles: see test_reports.py"),
    **dict.fromkeys(("desk.draft", "desk.step", "desk.transfer", "desk.original", "desk.picture"), DRAFTS),
    "desk.waiting": UNASKED,
    **dict.fromkeys(("purges.order", "purges.certificate"), "of roles: see test_purges.py"),
    **dict.fromkeys(("reuse.record", "reuse.listing", "reuse.one", "reuse.change"), "of roles: see test_reuse.py"),
    **dict.fromkeys(("notices.listing", "notices.mark"), "about the account: see test_reuse.py"),
    **dict.fromkeys(("imports.form", "imports.rehearse", "imports.apply", "imports.template"), STEERED),
    **dict.fromkeys(("exports.listing", "exports.file"), STEERED),
    **dict.fromkeys(("staff.page", "staff.record"), "of roles: see test_staff.py"),
    **dict.fromkeys(("quarterly.page", "quarterly.table"), "of roles: see test_quarterly.py"),
    **dict.fromkeys(("gap_themes.listing", "gap_themes.change"), "of communities: see test_gap_themes.py"),
    **dict.fromkeys(("communities.listing", "communities.one", "communities.decree"), COMMUNITY),
    **dict.fromkeys(("community_records.form", "community_records.change"), COMMUNITY),
    **dict.fromkeys(("community_plans.form", "community_plans.change", "community_plans.paper"), COMMUNITY),
    **dict.fromkeys(("community_meetings.listing", "community_meetings.create"), COMMUNITY),
    **dict.fromkeys(("community_meetings.one", "community_meetings.change"), COMMUNITY),
    "community_meetings.invitation": COMMUNITY,
    **dict.fromkeys(("mentor_modules.listing", "mentor_modules.one"), UNASKED),
    **dict.fromkeys(("indicators.page", "community_inputs.form", "community_inputs.change"), MEASURED),
    "community_inputs.paper": MEASURED,
    "maturity.history": "of communities: see test_maturity.py",
    "reuse.evidence": "of roles: see test_reuse.py",
    "validity.say": "of roles: see test_validity.py",
    "people.email": UNASKED,
    **dict.fromkeys(("appraisals.listing", "appraisals.begin", "appraisals.one", "appraisals.step"), ASSESSED),
    **dict.fromkeys(("appraisals.attach", "appraisals.evidence", "appraisals.table"), ASSESSED),
    "appraisals.blank": UNASKED,
    # test_maturity.py holds what of it only civil servants see
    **dict.fromkeys(("maturity.history", "maturity.comparison", "maturity.table", "maturity.instrument"), UNASKED),
    "static": UNASKED,
    "pages.health": UNASKED,
    "pages.ready": UNASKED,
    "sessions.form": UNASKED,
    "sessions.enter": UNASKED,
    "sessions.leave": UNASKED,
    **dict.fromkeys(("people.own", "people.password"), UNASKED),
    # test_uploading.py holds who sees an upload
    **dict.fromkeys(("writing.form", "writing.send", "writing.empty"), UNASKED),
    **dict.fromkeys(("uploading.listing", "uploading.receive", "uploading.one", "uploading.change"), UNASKED),
    **dict.fromkeys(("people.listing", "people.add", "people.one", "people.change"), UNASKED),
    **dict.fromkeys(("operating.overall", "operating.listing", "operating.order"), UNASKED),
    **dict.fromkeys(("operating.one", "operating.steer"), UNASKED),
    **dict.fromkeys(("operating.files.listing", "operating.audit.listing"), UNASKED),
    **dict.fromkeys(("operating.editions.listing", "operating.editions.order"), UNASKED),
}
AT_A_DESK = ("kurator", "penelaah", "pengesah", "ppid")  # those of BPAD
OF_ASSETS = [path for paths in ENDPOINTS.values() if not isinstance(paths, str) for path in paths if "{key}" in path]
OF_QUESTIONS = [path for paths in ENDPOINTS.values() if not isinstance(paths, str) for path in paths if "{q}" in path]


@dataclass(frozen=True)
class World:
    """The pages over the shelf, a client for each seat, and words that stand nowhere."""

    app: Flask
    items: list[Item]
    clients: dict[str, FlaskClient]
    nowhere: list[str]

    def hidden_words(self, seat: Seat) -> set[str]:
        every = {word for item in self.items for word in item.words}
        # Of an approved asset that was revised, whoever sees the newest version sees those before it too.
        return every - {word for item in self.items if (seen := item.word_for(seat)) for word in _up_to(item, seen)}


def _up_to(item: Item, word: str) -> tuple[str, ...]:
    return item.words[: item.words.index(word) + 1]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("hak")
    catalog = create(folder / "data")
    words = made_up_words()
    items = shelf(words)
    fill(catalog, items, folder)
    previews = Previews(catalog.folder)
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of(None), previews=previews)
    for name, seat in SEATS.items():
        if seat.roles is not None:
            enrol(catalog, name, seat.roles)
    clients = {name: app.test_client() if seat.roles is None else visitor(app, name) for name, seat in SEATS.items()}
    accounts.disable(catalog, "nonaktif", by="uji")
    for client in clients.values():
        client.get(
            "/masuk"
        )  # each has a session by now, so that no answer tells by its cookie whether it was the first
    yield World(app, items, clients, [next(words) for _ in range(2)])
    previews.close()
    catalog.close()


def test_every_route_has_a_row(world: World) -> None:
    assert {rule.endpoint for rule in world.app.url_map.iter_rules()} == set(ENDPOINTS)
    for endpoint, paths in ENDPOINTS.items():
        for path in () if isinstance(paths, str) else paths:
            matched, _ = world.app.url_map.bind("localhost").match(path.partition("?")[0].format(key="x"))
            assert matched == endpoint


@pytest.mark.parametrize("name", SEATS)
def test_an_asset_is_shown_to_whom_it_is_for_and_else_answers_like_an_absent_one(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    absent = {path: told(client.get(path.format(key=ABSENT)), ABSENT) for path in OF_ASSETS}
    assert {status for status, _, _ in absent.values()} == {404}
    hidden = world.hidden_words(seat)
    for item in world.items:
        word = item.word_for(seat)
        for path in OF_ASSETS:
            answer = client.get(path.format(key=item.key))
            if word is None:
                assert told(answer, item.key) == absent[path], (item, path)
            elif "gambar" not in path:
                assert answer.status_code == 200, (item, path)
                assert not [one for one in hidden if one.encode() in answer.data], (item, path)
            elif item.drawn:
                assert answer.status_code == 200, (item, path)


@pytest.mark.parametrize("name", SEATS)
def test_no_way_of_asking_tells_a_forbidden_asset_from_an_absent_one(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    forbidden = [item for item in world.items if item.word_for(seat) is None][:3]
    for item in forbidden:
        for path in ("/aset/{key}/unduh", PICTURE, "/aset/{key}", "/api/v1/assets/{key}"):
            for headers in ({"If-None-Match": "*"}, {"Range": "bytes=0-9"}, {"If-Modified-Since": "x"}):
                there = client.get(path.format(key=item.key), headers=headers)
                assert told(there, item.key) == told(client.get(path.format(key=ABSENT), headers=headers), ABSENT)
            for method in ("HEAD", "OPTIONS", "POST", "DELETE"):
                there = client.open(path.format(key=item.key), method=method)
                assert told(there, item.key) == told(client.open(path.format(key=ABSENT), method=method), ABSENT)


@pytest.mark.parametrize("name", SEATS)
def test_nothing_can_be_sent_about_what_a_viewer_may_not_see(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    public = next(item for item in world.items if item.word_for(SEATS["publik"]))
    own = {"csrf_token": token(client, f"/aset/{public.key}/laporkan")}
    headers = {"Sec-Fetch-Site": "same-origin"}
    for path, sent in POSTED.items():
        form = sent | own
        absent = told(client.post(path.format(key=ABSENT), data=form, headers=headers), ABSENT)
        assert absent[0] == 404
        for item in world.items:
            answer = client.post(path.format(key=item.key), data=form, headers=headers)
            if item.word_for(seat) is None:
                assert told(answer, item.key) == absent, item
            elif len(item.words) == 1:
                assert answer.status_code == 303, item


@pytest.mark.parametrize("name", SEATS)
def test_a_version_that_is_not_for_a_viewer_answers_like_one_that_never_was(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    for item in world.items:
        if (word := item.word_for(seat)) is None or not (item.drawn or len(item.words) > 1):
            continue
        unseen = len(_up_to(item, word)) + 1
        for path in ("/aset/{key}", "/aset/{key}/unduh", "/aset/{key}/sumber", "/aset/{key}/laporkan"):
            said = {
                told(client.get(f"{path.format(key=item.key)}?versi={number}"), item.key)[:2]
                for number in (unseen, 99, 0, "x", "-1", "1e3", "")
            }
            assert len(said) == 1
            assert {status for status, _ in said} == {404}


@pytest.mark.parametrize("name", SEATS)
def test_a_draft_is_for_those_it_waits_for_and_else_like_an_absent_one(world: World, name: str) -> None:
    client = world.clients[name]
    absent = told(client.get(f"/naskah/{ABSENT}"), ABSENT)
    for item in world.items:
        answer = client.get(f"/naskah/{item.key}")
        if name == "operator" or (item.unit == "BPAD" and name in AT_A_DESK):
            assert answer.status_code == 200, item
            assert item.words[-1] in answer.text
        else:
            assert told(answer, item.key) == absent, item
    if name not in (*AT_A_DESK, "operator"):
        for path in ("/naskah/{}/unduh", "/naskah/{}/gambar?hal=1"):
            there = client.get(path.format(world.items[-1].key))
            assert told(there, world.items[-1].key) == told(client.get(path.format(ABSENT)), ABSENT)


@pytest.mark.parametrize("name", SEATS)
def test_answers_hold_nothing_of_what_is_not_for_a_viewer(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    keys = [item.key for item in world.items if item.word_for(seat) is None]
    for path in OF_QUESTIONS:
        page = client.get(path.format(q=COMMON))
        assert page.status_code == 200
        assert not [word for word in (*world.hidden_words(seat), *keys) if word in page.text], path


@pytest.mark.parametrize("name", SEATS)
def test_counts_are_of_what_a_viewer_may_see(world: World, name: str) -> None:
    seat = SEATS[name]
    seen = [item for item in world.items if item.word_for(seat)]
    facets = world.clients[name].get(f"/api/v1/search?q={COMMON}&limit=50").get_json()["facets"]
    by_unit = {value["value"]: value["count"] for value in facets["unit"]}
    units = [item.unit for item in seen]
    assert by_unit == {unit: units.count(unit) for unit in set(units)}
    assert sum(value["count"] for value in facets["kind"]) == len(seen)


@pytest.mark.parametrize("name", SEATS)
def test_advisory_5_a_hidden_word_is_asked_like_one_that_stands_nowhere(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    nowhere = world.nowhere[0]
    for path in OF_QUESTIONS:
        for form in ("{}", f"{COMMON} {{}}", '"{}"'):
            asked = path.format(q=form)
            absent = told(client.get(asked.format(nowhere)), nowhere, nowhere[:4])
            for word in sorted(world.hidden_words(seat))[:2]:
                assert told(client.get(asked.format(word)), word, word[:4]) == absent, (word, asked)


@pytest.mark.parametrize("name", SEATS)
def test_what_asks_for_no_asset_names_none(world: World, name: str) -> None:
    client, seat = world.clients[name], SEATS[name]
    hidden = world.hidden_words(seat)
    paths = (
        "/static/style.css",
        "/healthz",
        "/readyz",
        "/masuk",
        "/",
        "/?q=x&unit=MARS",
        "/?q=",
        "/tidak/ada",
        "/akun",
        "/akun/kelola",
        "/operator",
        "/operator/pekerjaan",
        "/operator/jejak",
        "/unggah",
    )
    for path in paths:
        body = client.get(path).text
        assert not [word for word in hidden if word in body], path


PAPERS = st.builds(
    lambda access, unit, statuses: (access, unit, tuple(statuses)),
    st.sampled_from(ACCESS),
    st.sampled_from((None, "BPAD", "DINKES")),
    st.lists(st.sampled_from(STATUS), min_size=1, max_size=2),
)
GRANTS = st.builds(
    Grant,
    st.sampled_from(ROLES),
    st.sampled_from((None, "BPAD", "DINKES")),
    valid_until=st.sampled_from((None, "2001-01-01", "2999-01-01")),
)
READING = ("pembaca", "penyusun", "penelaah", "pengesah", "kurator", "ppid")


def seat_of(roles: list[Grant]) -> Seat:
    """The documented meaning of roles, said once more."""
    held = [grant for grant in roles if grant.valid_until != "2001-01-01"]
    units = tuple(grant.unit for grant in held if grant.unit and grant.role in READING)
    return Seat(tuple(roles), units=units, everything=any(grant.role == "operator" for grant in held))


def makes_sense(grant: Grant) -> bool:
    if grant.role in ("admin", "operator", "panel", "juri"):
        return grant.unit is None
    return grant.unit is not None or grant.role in ("pendamping", "ppid")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PAPERS, min_size=1, max_size=6), st.lists(GRANTS.filter(makes_sense), max_size=3))
def test_whatever_is_kept_and_whoever_looks_pages_show_what_the_rules_say(
    papers: list[tuple[str, str | None, tuple[str, ...]]], roles: list[Grant]
) -> None:
    words = made_up_words()
    items = [Item(*paper, tuple(next(words) for _ in paper[2])) for paper in papers]
    with tempfile.TemporaryDirectory() as folder:
        catalog = create(Path(folder) / "data")
        fill(catalog, items, Path(folder))
        enrol(catalog, "siti", roles)
        app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of(None))
        looking = ((visitor(app, "siti"), seat_of(roles)), (app.test_client(), SEATS["publik"]))
        for client, seat in looking:
            found = client.get(f"/api/v1/search?q={COMMON}&limit=50")
            hits = found.get_json()["hits"]
            listed = {hit["asset"] for hit in hits} | {copy for hit in hits for copy in hit.get("duplicates", [])}
            assert listed == {item.key for item in items if item.word_for(seat)}
            for item in items:
                page = client.get(f"/aset/{item.key}")
                word = item.word_for(seat)
                assert page.status_code == (200 if word else 404)
                unseen = set(item.words) - set(_up_to(item, word) if word else ())
                assert not [one for one in unseen if one in page.text + found.text]
        catalog.close()
