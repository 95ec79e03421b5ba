"""The operator's pages: nobody else finds them, and they tell and steer what the commands do."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import job_requests, jobs, marks, trail, uploads
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from operations import worker
from tests.webapp import sending
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, token, visitor
from tests.webapp.rights import told
from tests.webapp.test_language import ENGLISH, INDONESIAN, seen
from webapp import job_words
from webapp.app import create_app

KINDS = ("index", "reindex", "verify")


@dataclass(frozen=True)
class World:
    """One catalog for all tests here, its pages, and the operator's browser."""

    catalog: Catalog
    app: Flask
    opera: FlaskClient


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    opened = create(tmp_path_factory.mktemp("operator") / "data")
    enrol(opened, "opera", [Grant("operator")])
    enrol(opened, "siti", [Grant("admin"), Grant("operator", valid_until="2001-01-01")])
    add(opened, Paper("sop.txt", given("SOP Kendaraan"), (text_page(None, "Kendaraan dinas."),)))
    app = create_app(folder=opened.folder, searcher_of=searchers(opened), scope=scope_of("public"))
    yield World(opened, app, visitor(app, "opera"))
    opened.close()


@pytest.fixture
def catalog(world: World) -> Catalog:
    """The catalog without uploads, jobs, files and marks, so that the next job is number 1."""
    for table in ("upload", "job", "file", "setting"):
        world.catalog.db.execute(f"DELETE FROM {table}")
    world.catalog.db.execute("DELETE FROM sqlite_sequence WHERE name = 'job'")
    return world.catalog


@pytest.fixture
def app(world: World) -> Flask:
    return world.app


@pytest.fixture
def opera(world: World, catalog: Catalog) -> FlaskClient:
    return world.opera


def send(client: FlaskClient, path: str, /, at: str = "/", **form: str) -> TestResponse:
    """Send a form with the token of the page `at`."""
    return client.post(path, data=form | {"csrf_token": token(client, at)}, headers={"Sec-Fetch-Site": "same-origin"})


def taken(catalog: Catalog) -> jobs.Job:
    job = jobs.claim(catalog, KINDS, now=1_750_000_000.0, alone=True)
    assert job is not None
    return job


def test_every_address_below_is_for_operators_of_today_alone(app: Flask, catalog: Catalog) -> None:
    job = jobs.add(catalog, "index", {"paths": ["/rahasia"]})
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("operating.")]
    assert len(rules) >= 9
    for client, at in ((app.test_client(), "/masuk"), (visitor(app, "siti"), "/")):
        absent = told(client.get("/tidak/ada"))
        sent = {"tindakan": "batal", "apa": "all"}
        for rule in rules:
            path = rule.rule.replace("<int(max=999999999):number>", str(job.id))
            if "GET" in (rule.methods or ()):
                assert told(client.get(path)) == absent, path
            if "POST" in (rule.methods or ()):
                assert send(client, path, at, **sent).status_code == 404, path
    assert jobs.get(catalog, job.id) == job


def test_without_accounts_there_are_no_such_pages(tmp_path: Path) -> None:
    catalog = create(tmp_path / "lain")
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of(None))
    assert app.test_client().get("/operator").status_code == 404
    catalog.close()


def test_only_operators_are_led_there(app: Flask, opera: FlaskClient) -> None:
    assert 'href="/operator"' in opera.get("/").text
    assert 'href="/operator"' not in visitor(app, "siti").get("/").text


def test_the_first_page_tells_how_the_service_is_and_what_wants_attention(opera: FlaskClient, catalog: Catalog) -> None:
    jobs.add(catalog, "index", {"paths": ["/berkas"]})
    page = opera.get("/operator").text
    for said in ("1 pekerjaan menunggu", "belum pernah diperiksa", "Belum ada cadangan", "Tidak berjalan"):
        assert said in page
    marks.leave(catalog, marks.VERIFY, findings=0, originals=1)
    marks.leave(catalog, marks.BACKUP, folder="/cadangan", originals=1)
    marks.leave(catalog, marks.WORKER, worker="contoh:1", ended=False)
    page = opera.get("/operator").text
    assert "Perlu perhatian" not in page
    assert "Utuh" in page


def test_files_are_counted_by_agency_in_bars_and_in_numbers(opera: FlaskClient, catalog: Catalog) -> None:
    source = next(iter(catalog.db.query("SELECT id FROM source")))["id"]
    for path, outcome, ocr in (("sop.txt", "indexed", None), ("a.pdf", "indexed", ""), ("b.pdf", "failed", None)):
        catalog.db.execute(
            "INSERT INTO file (source, path, outcome, code, reason, ocr) VALUES (?, ?, ?, 'ok', '', ?)",
            [source, path, outcome, ocr],
        )
    page = opera.get("/operator").text
    for piece in ("indexed", "partly", "failed"):
        assert f'<rect class="{piece}"' in page
    assert "Tanpa perangkat daerah" in page


def test_jobs_are_listed_with_their_progress_and_filtered_by_state(opera: FlaskClient, catalog: Catalog) -> None:
    jobs.add(catalog, "index", {"paths": ["/berkas"]})
    job = taken(catalog)
    jobs.beat(catalog, job, (30, 120, 2.0), now=1_750_000_001.0)
    jobs.add(catalog, "reindex", {"what": "changed"})
    page = opera.get("/operator/pekerjaan").text
    assert "30 dari 120, 2,0 per detik, sisa sekitar 45 detik" in page
    assert "Mengindeks ulang" in page
    assert "Mengindeks ulang" not in opera.get("/operator/pekerjaan?keadaan=selesai").text.partition("<form class")[0]
    jobs.end(catalog, job, "failed", "Folder <b>hilang</b>.")
    failed = opera.get("/operator/pekerjaan?keadaan=gagal").text
    assert "Folder &lt;b&gt;hilang" in failed


def test_a_long_list_has_pages(opera: FlaskClient, catalog: Catalog) -> None:
    for number in range(30):
        jobs.add(catalog, "index", {"paths": [f"/{number}"]})
    first, second = (opera.get(f"/operator/pekerjaan?hal={page}").text for page in ("1", "2"))
    assert "/operator/pekerjaan/30" in first
    assert '/operator/pekerjaan/5"' not in first
    assert '/operator/pekerjaan/5"' in second
    for odd in ("0", "-1", "x", "999999999"):
        assert opera.get(f"/operator/pekerjaan?hal={odd}").status_code == 200


def test_a_job_shows_its_items_with_reasons(opera: FlaskClient, catalog: Catalog) -> None:
    jobs.add(catalog, "index", {"paths": ["/berkas"]})
    items = [
        {
            "path": "rusak<i>.pdf",
            "outcome": "failed",
            "reason": "Berkas rusak.",
            "asset": None,
            "pages_unsearchable": 0,
        },
        {"path": "baik.pdf", "outcome": "indexed", "reason": "", "asset": "abc", "pages_unsearchable": 2},
        {"path": "lama.pdf", "outcome": "unchanged", "reason": "", "asset": "abd", "pages_unsearchable": 0},
    ]
    counts = {"indexed": 1, "unchanged": 1, "skipped": 0, "failed": 1}
    jobs.end(catalog, taken(catalog), "done", "", counts | {"items": items})
    page = opera.get("/operator/pekerjaan/1").text
    assert "rusak&lt;i&gt;.pdf" in page
    assert "Berkas rusak." in page
    assert "/aset/abc" in page
    assert "2 halaman belum dapat dicari" in page
    assert "lama.pdf" not in page


def test_a_verification_shows_what_it_found(opera: FlaskClient, catalog: Catalog) -> None:
    send(opera, "/operator/pekerjaan", tindakan="periksa", semua="1")
    assert jobs.get(catalog, 1).args == {"all": True}
    findings = [{"code": "lost_original", "count": 3, "examples": ["ab12"]}]
    jobs.end(catalog, taken(catalog), "done", "", {"clean": False, "findings": findings, "originals_checked": 7})
    page = opera.get("/operator/pekerjaan/1").text
    assert "lost_original" in page
    assert "ab12" in page


def test_a_job_is_followed_only_where_that_was_asked_for_and_until_it_ends(
    opera: FlaskClient, catalog: Catalog
) -> None:
    jobs.add(catalog, "index", {"paths": ["/berkas"]})
    assert "Refresh" not in opera.get("/operator/pekerjaan/1").headers
    followed = opera.get("/operator/pekerjaan/1?ikuti=1")
    assert followed.headers["Refresh"] == "10"
    assert "Hentikan" in followed.text
    jobs.end(catalog, taken(catalog), "done")
    assert "Refresh" not in opera.get("/operator/pekerjaan/1?ikuti=1").headers


def test_a_job_is_paused_resumed_cancelled_and_retried_and_the_trail_says_by_whom(
    opera: FlaskClient, catalog: Catalog
) -> None:
    jobs.add(catalog, "index", {"paths": ["/berkas"]})
    for act in ("jeda", "lanjut", "batal", "ulang"):
        assert send(opera, "/operator/pekerjaan/1", tindakan=act).status_code == 303
    assert jobs.get(catalog, 1).state == "pending"
    by = [(entry.actor, entry.action, entry.subject) for entry in trail.latest(catalog, 4)]
    assert by == [("opera", f"job.{name}", "1") for name in ("retry", "cancel", "resume", "pause")]


def test_what_its_state_does_not_allow_is_told_and_leaves_no_trace(opera: FlaskClient, catalog: Catalog) -> None:
    jobs.add(catalog, "index", {"paths": ["/berkas"]})
    before = trail.latest(catalog, 1)
    refused = send(opera, "/operator/pekerjaan/1", tindakan="ulang")
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert send(opera, "/operator/pekerjaan/1", tindakan="hapus").status_code == 404
    assert send(opera, "/operator/pekerjaan/2", tindakan="batal").status_code == 404
    assert opera.get(f"/operator/pekerjaan/{10**30}").status_code == 404
    assert (jobs.get(catalog, 1).state, trail.latest(catalog, 1)) == ("pending", before)


def test_a_reindex_is_ordered_as_the_command_orders_it_and_once(opera: FlaskClient, catalog: Catalog) -> None:
    form = {"tindakan": "indeks", "apa": "all", "jenis": "sop", "unit": "BPSDM"}
    for _ in range(2):  # a second press of the button
        made = send(opera, "/operator/pekerjaan", **form)
        assert made.location == "/operator/pekerjaan/1"
    [job] = job_requests.listing(catalog, 9)
    assert (job.kind, job.queued) == ("reindex", True)
    assert job.args == {"what": "all", "model": None, "kind": "sop", "unit": "BPSDM"}
    entry = trail.latest(catalog, 1)[0]
    assert (entry.actor, entry.action, dict(entry.detail)) == ("opera", "job.order", {"kind": "reindex"})


@pytest.mark.parametrize(
    "form",
    [
        {"tindakan": "indeks", "apa": "edition"},
        {"tindakan": "indeks", "apa": "changed", "jenis": "x"},
        {"tindakan": "indeks", "apa": "changed", "unit": "MARS"},
    ],
)
def test_an_order_that_makes_no_sense_is_told(opera: FlaskClient, catalog: Catalog, form: dict[str, str]) -> None:
    refused = send(opera, "/operator/pekerjaan", **form)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert job_requests.listing(catalog, 9) == []


def test_what_a_form_does_not_have_reaches_no_job(opera: FlaskClient, catalog: Catalog) -> None:
    send(opera, "/operator/pekerjaan", tindakan="indeks", apa="changed", paths="/etc", model="/etc", what="edition")
    assert json.dumps(jobs.get(catalog, 1).args) == '{"what": "changed", "model": null}'
    assert send(opera, "/operator/pekerjaan", tindakan="index", paths="/etc").status_code == 404


def kept_file(catalog: Catalog, path: str, outcome: str, code: str, reason: str) -> None:
    catalog.db.execute(
        "INSERT INTO file (source, path, outcome, code, reason) VALUES ((SELECT id FROM source), ?, ?, ?, ?)",
        [path, outcome, code, reason],
    )


def test_what_no_search_finds_is_listed_with_the_reason_and_what_to_do(opera: FlaskClient, catalog: Catalog) -> None:
    assert "Semua berkas dan halaman dapat dicari" in opera.get("/operator/tak-tercari").text
    kept_file(catalog, "kunci<i>.pdf", "failed", "encrypted", "Berkas ini memakai kata sandi.")
    kept_file(catalog, ".git", "skipped", "hidden", "Berkas tersembunyi.")
    catalog.db.execute("UPDATE page SET state = 'needs_ocr'")
    page = opera.get("/operator/tak-tercari").text
    catalog.db.execute("UPDATE page SET state = 'text'")
    assert "kunci&lt;i&gt;.pdf" in page
    assert "Minta berkas tanpa kata sandi" in page
    assert "OCR belum terpasang" in page
    assert "1 halaman" in page
    assert ".git" not in page


def test_what_is_typed_in_a_terminal_or_a_file_is_set_as_code(opera: FlaskClient, catalog: Catalog) -> None:
    kept_file(catalog, "besar.pdf", "failed", "too_large", "Lewati <b>batas</b>.")
    for path, code in (("", "rujukan backup FOLDER"), ("/edisi", "layanan.toml"), ("/tak-tercari", "batas.toml")):
        page = opera.get(f"/operator{path}").text
        assert f"<code>{code}</code>" in page
        assert "`" not in page
    assert "Lewati &lt;b&gt;batas&lt;/b&gt;." in page


def test_unsearchable_files_are_filtered_by_unit(opera: FlaskClient, catalog: Catalog) -> None:
    kept_file(catalog, "sop.txt", "failed", "corrupt", "Rusak.")
    kept_file(catalog, "lain.pdf", "failed", "corrupt", "Rusak.")
    own, nobodys = (opera.get(f"/operator/tak-tercari?unit={unit}").text for unit in ("BPSDM", "-"))
    assert ("sop.txt" in own, "lain.pdf" in own) == (True, False)
    assert ("sop.txt" in nobodys, "lain.pdf" in nobodys) == (False, True)
    assert "sop.txt" not in opera.get("/operator/tak-tercari?unit=MARS").text


def test_an_upload_that_failed_is_told_and_tried_again(opera: FlaskClient, catalog: Catalog) -> None:
    sent = sending.send(catalog, "opera", "rusak.pdf", b"rusak")
    uploads.fail(catalog, sent, "corrupt", "Berkas rusak.")
    page = opera.get("/operator/tak-tercari?unit=BPAD").text
    assert "rusak.pdf" in page
    assert "Berkas rusak." in page
    again = send(opera, "/operator/pekerjaan", tindakan="unggahan", unggahan=sent.key)
    assert again.location == f"/operator/pekerjaan/{uploads.with_key(catalog, sent.key).job}"
    assert "rusak.pdf" not in opera.get("/operator/tak-tercari").text
    assert "tidak gagal" in send(opera, "/operator/pekerjaan", tindakan="unggahan", unggahan=sent.key).text
    assert send(opera, "/operator/pekerjaan", tindakan="unggahan", unggahan="tidakada").status_code == 404


def shadow(catalog: Catalog, comparison: dict[str, object] | None) -> None:
    model = catalog.db.execute("SELECT model, width FROM edition").fetchone()
    catalog.db.execute("INSERT INTO splitting (words, overlap) VALUES (60, 10)")
    catalog.db.execute(
        "INSERT INTO edition (model, width, name, splitting, state, created, comparison)"
        " SELECT ?, ?, 'bawaan', max(number), 'shadow', 0, ? FROM splitting",
        [*model, None if comparison is None else json.dumps(comparison)],
    )


@pytest.fixture
def with_shadow(catalog: Catalog) -> Iterator[Catalog]:
    shadow(catalog, None)
    yield catalog
    catalog.db.execute("DELETE FROM edition WHERE state = 'shadow'")
    catalog.db.execute("DELETE FROM splitting WHERE words = 60")


MEANS = {"ndcg@10": 0.5, "recall@1": 0.4, "recall@10": 0.8, "mrr@10": 0.45}


def test_a_shadow_is_compared_first_and_switched_to_only_if_it_passed(opera: FlaskClient, with_shadow: Catalog) -> None:
    page = opera.get("/operator/edisi").text
    assert "Bandingkan bayangan" in page
    assert "Beralih ke bayangan" not in page
    assert send(opera, "/operator/edisi", tindakan="alih").status_code == 400
    assert send(opera, "/operator/edisi", tindakan="banding").location == "/operator/pekerjaan/1"
    assert jobs.get(with_shadow, 1).kind == "compare"
    said = {"questions": 9, "old": MEANS, "new": MEANS, "passes": True, "objections": []}
    with_shadow.db.execute("UPDATE edition SET comparison = ? WHERE state = 'shadow'", [json.dumps(said)])
    page = opera.get("/operator/edisi").text
    assert "nDCG@10 0,500 → 0,500" in page
    assert "Beralih ke bayangan" in page
    assert send(opera, "/operator/edisi", tindakan="alih").location == "/operator/pekerjaan/2"
    assert jobs.get(with_shadow, 2).kind == "switch"


SIZES = {"tindakan": "taksir", "model": "", "kata": "60", "tumpang": "10"}


def test_a_shadow_is_estimated_first_and_built_from_the_estimate_alone(opera: FlaskClient, catalog: Catalog) -> None:
    assert send(opera, "/operator/edisi", **SIZES).location == "/operator/pekerjaan/1"
    job = jobs.get(catalog, 1)
    wanted = {"what": "edition", "model": None, "words": 60, "overlap": 10}
    assert (job.kind, job.args) == ("estimate", wanted)
    assert send(opera, "/operator/edisi", tindakan="bangun", taksiran="1").status_code == 404
    claimed = jobs.claim(catalog, ("estimate",), now=1_750_000_000.0, alone=True)
    assert claimed is not None
    said = {"dry_run": True, "what": "edition", "model": "bawaan", "words": 60, "overlap": 10, "versions": 7}
    jobs.end(catalog, claimed, "done", "", said | {"passages": 12345, "passages_per_second": 5.0, "seconds": 120.0})
    page = opera.get("/operator/pekerjaan/1").text
    assert "12.345" in page
    assert "kira-kira 2 menit" in page
    form = {"tindakan": "bangun", "taksiran": "1", "kata": "300", "model": "/etc"}
    assert send(opera, "/operator/edisi", **form).location == "/operator/pekerjaan/2"
    assert (jobs.get(catalog, 2).kind, jobs.get(catalog, 2).args) == ("reindex", wanted)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"kata": "19"}, {"kata": "401"}, {"kata": "٦٠"}, {"kata": "110", "tumpang": "15"}),
        *({"tumpang": "60"}, {"tumpang": "-1"}, {"model": "/etc"}),
    ],
)
def test_an_edition_that_cannot_be_is_told_and_reaches_no_job(
    opera: FlaskClient, catalog: Catalog, wrong: dict[str, str]
) -> None:
    refused = send(opera, "/operator/edisi", **SIZES | wrong)
    assert (refused.status_code, 'role="alert"' in refused.text) == (400, True)
    assert job_requests.listing(catalog, 9) == []


def test_models_that_the_settings_name_may_be_chosen(opera: FlaskClient, catalog: Catalog) -> None:
    catalog.folder.service.write_text('model_edisi = ["/srv/model/e5"]')
    try:
        assert "<option>/srv/model/e5</option>" in opera.get("/operator/edisi").text
        send(opera, "/operator/edisi", **SIZES | {"model": "/srv/model/e5"})
    finally:
        catalog.folder.service.unlink()
    assert jobs.get(catalog, 1).args["model"] == "/srv/model/e5"


def test_beside_a_shadow_none_is_begun(opera: FlaskClient, with_shadow: Catalog) -> None:
    assert "Taksir dahulu" not in opera.get("/operator/edisi").text
    assert send(opera, "/operator/edisi", **SIZES).status_code == 400


def test_one_file_that_no_search_finds_is_read_again(opera: FlaskClient, catalog: Catalog) -> None:
    kept_file(catalog, "kunci.pdf", "failed", "encrypted", "Berkas ini memakai kata sandi.")
    assert 'name="berkas" value="kunci.pdf"' in opera.get("/operator/tak-tercari").text
    source = next(iter(catalog.db.query("SELECT name FROM source")))["name"]
    form = {"tindakan": "satu", "sumber": source}
    assert send(opera, "/operator/pekerjaan", **form, berkas="kunci.pdf").location == "/operator/pekerjaan/1"
    assert jobs.get(catalog, 1).args == {"what": "one", "model": None, "source": source, "path": "kunci.pdf"}
    catalog.db.execute("UPDATE page SET state = 'poor'")
    send(opera, "/operator/pekerjaan", **form, berkas="sop.txt")
    catalog.db.execute("UPDATE page SET state = 'text'")
    key = next(iter(catalog.db.query("SELECT key FROM asset")))["key"]
    assert jobs.get(catalog, 2).args == {"what": "one", "model": None, "asset": key}
    assert send(opera, "/operator/pekerjaan", **form, berkas="../etc/passwd").status_code == 404


@pytest.mark.parametrize("act", ["banding", "alih", "kembali", "hapus"])
def test_what_there_is_no_edition_for_is_told(opera: FlaskClient, catalog: Catalog, act: str) -> None:
    refused = send(opera, "/operator/edisi", tindakan=act)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert job_requests.listing(catalog, 9) == []


def test_what_is_no_order_is_nothing(opera: FlaskClient) -> None:
    assert send(opera, "/operator/edisi", tindakan="compare").status_code == 404


def test_a_comparison_shows_its_figures_and_whose_first_ten_changed(opera: FlaskClient, catalog: Catalog) -> None:
    jobs.add(catalog, "index", {})
    hit = {"rank": 1, "asset": "abc", "source": "uji", "path": "a<b>.pdf", "page": 3, "sheet": None, "relevant": True}
    changed = {"id": "1", "q": "Kapan <i>?", "gained": -0.25, "old": [hit], "new": []}
    said = {"questions": 9, "old": MEANS, "new": MEANS, "passes": False, "objections": ["nDCG@10 turun."]}
    jobs.end(catalog, taken(catalog), "done", "", said | {"changed": [changed]})
    page = opera.get("/operator/pekerjaan/1").text
    for words in ("Tidak lolos", "nDCG@10 turun.", "Kapan &lt;i&gt;?", "a&lt;b&gt;.pdf", "Halaman 3", "-0,250"):
        assert words in page


def test_the_trail_is_filtered_by_person_and_action_and_says_whether_it_is_whole(
    opera: FlaskClient, catalog: Catalog
) -> None:
    page = opera.get("/operator/jejak").text
    assert "Rantai utuh" in page
    assert trail.latest(catalog, 1)[0].hash in page
    only = opera.get("/operator/jejak?pelaku=uji&tindakan=role.grant").text.partition("<tbody>")[2]
    assert "role.grant" in only
    assert "account.add" not in only
    assert "Tidak ada baris seperti itu" in opera.get("/operator/jejak?pelaku=mars").text


def test_a_long_trail_is_checked_only_when_asked(
    opera: FlaskClient, monkeypatch: pytest.MonkeyPatch, catalog: Catalog
) -> None:
    monkeypatch.setattr("webapp.operating_audit.CHECKED", 1)
    assert "Rantai utuh" not in opera.get("/operator/jejak").text
    assert "Rantai utuh" in opera.get("/operator/jejak?periksa=1").text


def test_every_kind_of_job_has_a_name() -> None:
    assert set(worker.KINDS) == set(job_words.KINDS)


@pytest.mark.parametrize("below", ["", "/pekerjaan", "/pekerjaan/1", "/tak-tercari", "/edisi", "/jejak"])
def test_in_english_nothing_is_left_in_indonesian(opera: FlaskClient, with_shadow: Catalog, below: str) -> None:
    jobs.add(with_shadow, "reindex", {"what": "changed", "kind": "sop"})
    kept_file(with_shadow, "a.pdf", "failed", "corrupt", "Rusak.")
    read = seen(opera.get(f"/operator{below}", headers=ENGLISH).text)
    assert [word for word in re.findall(r"[a-z]+", read.lower()) if word in INDONESIAN] == []
