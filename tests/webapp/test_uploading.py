"""Sending files in through the web: who may, what is refused, and that nobody else sees any of it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts, assets, jobs, marks, metadata, originals, template, uploads
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.opening import create
from catalog.scope import OPERATOR, scope_of
from catalog.uploads import Upload
from tests.webapp.library import searchers
from tests.webapp.people import enrol, token, visitor
from tests.webapp.rights import told
from tests.webapp.sending import ready, send
from webapp.app import create_app

SEATS = {
    "siti": [Grant("penyusun", "BPAD"), Grant("penyusun", "DINKES")],
    "rani": [Grant("penyusun", "BPAD")],
    "tono": [Grant("penelaah", "BPAD")],
    "budi": [Grant("pembaca", "BPAD"), Grant("penyusun", "BPAD", valid_until="2001-01-01")],
    "oki": [Grant("operator")],
}
PAYLOAD = "<img src=x onerror=alert(1)>'.pdf"


@dataclass
class Desk:
    """The pages, and a client for each seat."""

    catalog: Catalog
    app: Flask
    clients: dict[str | None, FlaskClient]
    forms: list[str] = field(default_factory=list)

    def send(self, who: str | None, files: list[tuple[str, bytes]], **form: str) -> TestResponse:
        client = self.clients[who]
        self.forms.append("f")
        typed = {
            "unit": "BPAD",
            "formulir": f"formulir {len(self.forms)}",
            "csrf_token": token(client, "/" if who else "/masuk"),
        } | form
        data = typed | {"berkas": [(io.BytesIO(content), name) for name, content in files]}
        return client.post("/unggah", data=data, headers={"Sec-Fetch-Site": "same-origin"})

    def act(self, who: str, upload: Upload, act: str, **said: str) -> TestResponse:
        client = self.clients[who]
        form = {"tindakan": act, "csrf_token": token(client, "/")} | said
        return client.post(f"/unggah/{upload.key}", data=form, headers={"Sec-Fetch-Site": "same-origin"})

    def of(self, who: str) -> list[Upload]:
        return uploads.sent_by(self.catalog, accounts.named(self.catalog, who).id, 99)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    catalog = create(tmp_path_factory.mktemp("unggah") / "data")
    for login, roles in SEATS.items():
        enrol(catalog, login, roles)
    (catalog.folder.root / "batas.toml").write_text("unggah_mib = 1\nunggah_berkas = 3\nunggah_sekali_mib = 2\n")
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    clients: dict[str | None, FlaskClient] = {login: visitor(app, login) for login in SEATS}
    yield Desk(catalog, app, clients | {None: app.test_client()})
    catalog.close()


@pytest.fixture
def desk(built: Desk) -> Desk:
    with built.catalog.writing():
        built.catalog.db.execute("DELETE FROM upload")
    return built


def test_what_is_sent_is_stored_and_queued_before_the_answer_leaves(desk: Desk) -> None:
    answer = desk.send("siti", [("SOP Arsip.pdf", b"%PDF isi")], unit="DINKES")
    (upload,) = desk.of("siti")
    assert (answer.status_code, answer.location) == (303, f"/unggah/{upload.key}")
    assert originals.place_of(desk.catalog.folder, upload.sha256).read_bytes() == b"%PDF isi"
    assert (upload.unit, upload.name, jobs.get(desk.catalog, upload.job).state) == (
        "DINKES",
        "SOP Arsip.pdf",
        "pending",
    )
    page = desk.clients["siti"].get(answer.location).text
    assert "Menunggu" in page
    assert "tidak ada pengindeks yang berjalan" in page
    assert marks.leave(desk.catalog, marks.WORKER, ended=False)
    assert "tidak ada pengindeks yang berjalan" not in desk.clients["siti"].get(answer.location).text
    assert "SOP Arsip.pdf" in desk.clients["siti"].get("/unggah").text
    assert list(desk.catalog.folder.received.iterdir()) == []


def test_many_files_are_one_job_and_a_form_sent_twice_is_sent_once(desk: Desk) -> None:
    for _ in range(2):
        answer = desk.send("siti", [("a.txt", b"satu"), ("b.txt", b"dua")], formulir="sama")
        assert (answer.status_code, answer.location) == (303, "/unggah")
    assert len({upload.job for upload in desk.of("siti")}) == 1
    assert len(desk.of("siti")) == 2


@pytest.mark.parametrize("who", ["budi", "oki", None])
def test_whoever_writes_at_no_unit_today_finds_no_such_page(desk: Desk, who: str | None) -> None:
    missing = told(desk.clients[who].get("/tidak/ada"))
    assert told(desk.clients[who].get("/unggah")) == missing
    answer = desk.send(who, [("a.pdf", b"x" * 200_000)])
    assert answer.status_code == 404
    assert desk.catalog.db.execute("SELECT count(*) FROM upload").fetchone() == (0,)
    assert list(desk.catalog.folder.received.glob("*")) == []


@pytest.mark.parametrize("unit", ["DISDIK", "MARS", ""])
def test_a_unit_at_which_one_does_not_write_is_refused(desk: Desk, unit: str) -> None:
    assert desk.send("siti", [("a.txt", b"isi")], unit=unit).status_code == 400
    assert desk.of("siti") == []


def test_nobody_but_the_sender_and_the_reviewers_of_the_unit_sees_an_upload(desk: Desk) -> None:
    desk.send("siti", [(PAYLOAD, b"isi")])
    (upload,) = desk.of("siti")
    seen = {who: client.get(f"/unggah/{upload.key}") for who, client in desk.clients.items()}
    assert {who for who, page in seen.items() if page.status_code == 200} == {"siti", "tono"}
    for who in ("rani", "budi", "oki", None):
        assert told(seen[who], upload.key) == told(desk.clients[who].get("/unggah/tidakada"), "tidakada")
        if who is not None:
            assert desk.act(who, upload, "ulang").status_code == 404
    assert upload.name not in desk.clients["rani"].get("/unggah").text


def test_advisory_9_a_hostile_file_name_stays_text(desk: Desk) -> None:
    desk.send("siti", [(PAYLOAD, b"isi"), ("</title><script>alert(1)</script>.txt", b"dua"), ("k.txt", b"")])
    for path in ("/unggah", *(f"/unggah/{upload.key}" for upload in desk.of("siti"))):
        page = desk.clients["siti"].get(path).text
        assert "<img src=x" not in page
        assert "<script>alert" not in page
    assert {upload.name for upload in desk.of("siti")} == {PAYLOAD, "script>.txt"}


def test_a_file_that_is_empty_or_too_large_is_named_and_the_others_are_kept(desk: Desk) -> None:
    answer = desk.send("siti", [("besar.pdf", b"x" * (1 << 20) + b"x"), ("kosong.pdf", b""), ("baik.txt", b"isi")])
    assert answer.status_code == 400
    for words in ("besar.pdf", "paling besar 1 MiB", "kosong.pdf", "kosong."):
        assert words in answer.text
    assert [upload.name for upload in desk.of("siti")] == ["baik.txt"]
    assert list(desk.catalog.folder.received.iterdir()) == []


@pytest.mark.parametrize("files", [[("a.pdf", b"x" * (3 << 20))], [(f"{n}.txt", b"isi") for n in range(20)]])
def test_a_body_over_the_limits_is_a_page_that_names_them(desk: Desk, files: list[tuple[str, bytes]]) -> None:
    answer = desk.send("siti", files)
    assert answer.status_code == 413
    assert "paling banyak 3 berkas dan 2 MiB" in answer.text
    assert desk.of("siti") == []
    assert list(desk.catalog.folder.received.iterdir()) == []


def test_whoever_sent_too_much_today_sends_the_rest_tomorrow(desk: Desk) -> None:
    settings = desk.catalog.folder.root / "batas.toml"
    usual = settings.read_text(encoding="utf8")
    settings.write_text(usual + "unggah_sehari_mib = 1\n", encoding="utf8")
    try:
        assert desk.send("siti", [("a.pdf", b"x" * (600 << 10))]).status_code == 303
        refused = desk.send("siti", [("b.pdf", b"y" * (600 << 10))])
        assert desk.send("rani", [("c.pdf", b"z" * (600 << 10))]).status_code == 303
    finally:
        settings.write_text(usual, encoding="utf8")
    assert refused.status_code == 400
    assert "batas 1 MiB" in refused.text
    assert [upload.name for upload in desk.of("siti")] == ["a.pdf"]
    assert list(desk.catalog.folder.received.iterdir()) == []
    with desk.catalog.writing():
        desk.catalog.db.execute("UPDATE upload SET received = received - 86401")
    assert desk.send("siti", [("b.pdf", b"y" * (600 << 10))]).status_code == 303


def test_no_other_page_takes_so_much(desk: Desk) -> None:
    client = desk.clients["siti"]
    data = {"csrf_token": token(client, "/"), "lama": "x" * 100_000}
    assert client.post("/akun/sandi", data=data, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 413


def test_a_form_without_a_file_is_told(desk: Desk) -> None:
    assert "Pilih paling sedikit satu berkas" in desk.send("siti", [("", b"")]).text


def test_a_form_without_its_token_leaves_nothing(desk: Desk) -> None:
    assert desk.send("siti", [("a.txt", b"isi")], csrf_token="x").status_code == 400
    assert desk.of("siti") == []
    assert list(desk.catalog.folder.received.iterdir()) == []


def test_what_failed_tells_why_and_offers_another_try(desk: Desk) -> None:
    desk.send("siti", [("a.pdf", b"rusak")])
    (upload,) = desk.of("siti")
    assert desk.act("siti", upload, "ulang").status_code == 400
    uploads.fail(desk.catalog, upload, "corrupt", "Berkas rusak <b>.")
    page = desk.clients["siti"].get(f"/unggah/{upload.key}").text
    assert "Berkas rusak &lt;b&gt;." in page
    assert desk.act("siti", upload, "ulang").status_code == 303
    assert desk.of("siti")[0].state == "menunggu"
    uploads.fail(desk.catalog, upload, "corrupt", "Berkas rusak.")
    assert desk.act("tono", upload, "apa").status_code == 404
    assert desk.act("siti", upload, "buang").location == "/unggah"
    assert desk.of("siti") == []


def test_a_script_is_told_where_each_file_went(desk: Desk) -> None:
    client = desk.clients["siti"]
    data = {"unit": "BPAD", "csrf_token": token(client, "/"), "berkas": (io.BytesIO(b"isi"), "a.txt")}
    headers = {"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}
    answer = client.post("/unggah", data=data, headers=headers).get_json()
    (upload,) = desk.of("siti")
    assert answer == {"unggahan": [{"nama": "a.txt", "alamat": f"/unggah/{upload.key}"}], "ditolak": []}
    assert client.get(f"/unggah/{upload.key}", headers=headers).get_json() == {"keadaan": "menunggu"}


SAID = {"judul": "SOP Kendaraan <b>", "jenis": "sop", "akses": "internal", "tanggal": "2025-03-05", "tema": "mobil"}


def prepared(desk: Desk, *texts: str, **fields: str) -> Upload:
    upload = send(desk.catalog, "siti", "SOP.pdf", f"isi {fields} {texts} {len(desk.forms)}".encode())
    desk.forms.append("f")
    return ready(desk.catalog, upload, *(texts or ("Nota dinas diajukan.", "")), **fields)


def test_what_was_read_stands_in_the_form_and_each_page_tells_if_it_is_found(desk: Desk) -> None:
    upload = prepared(desk, nomor="SOP/12/2025", tanggal_iso="2025-03-05")
    page = desk.clients["siti"].get(f"/unggah/{upload.key}").text
    for words in ('value="SOP/12/2025"', 'value="2025-03-05"', 'value="Siti Contoh"', "Nota dinas diajukan."):
        assert words in page
    assert "1 dari 2 halaman atau lembar belum dapat dicari" in page
    assert 'value="internal" checked' in page
    assert "Kelengkapan" in page
    reviewer = desk.clients["tono"].get(f"/unggah/{upload.key}").text
    assert "Kelengkapan" in reviewer
    assert "Nota dinas diajukan." in reviewer


def test_what_an_author_says_is_stored_and_its_title_followed(desk: Desk) -> None:
    upload = prepared(desk)
    answer = desk.act("siti", upload, "simpan", **SAID)
    assert answer.status_code == 303
    card = assets.card(desk.catalog, upload.asset or "", OPERATOR)
    assert (card.title, card.access, card.date, card.status) == (SAID["judul"], "internal", "2025-03-05", "draf")
    assert template.of(desk.catalog, card.version_id) == {"tema": "mobil"}
    assert jobs.waiting(desk.catalog, [uploads.TITLE_JOB]) is not None
    page = desk.clients["siti"].get(answer.location).text
    assert "SOP Kendaraan &lt;b&gt;" in page
    assert "Isian tersimpan." in page


def test_what_an_author_empties_is_said_no_longer_and_what_a_form_lacks_stays(desk: Desk) -> None:
    upload = prepared(desk)
    with desk.catalog.writing():
        metadata.apply(desk.catalog, upload.asset_id or 0, Metadata(community="CoP Kendaraan", review_on="2027-01-01"))
    desk.act("siti", upload, "simpan", **SAID)
    desk.act("siti", upload, "simpan", judul=SAID["judul"])
    card = assets.card(desk.catalog, upload.asset or "", OPERATOR)
    assert (card.community, card.date, card.review_on) == ("CoP Kendaraan", "2025-03-05", "2027-01-01")
    desk.act("siti", upload, "simpan", **SAID | {"komunitas": "", "tanggal": "", "tinjau_ulang": ""})
    card = assets.card(desk.catalog, upload.asset or "", OPERATOR)
    assert (card.community, card.date, card.review_on) == (None, None, None)
    assert card.access == "internal"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"akses": "rahasia"}, "tidak boleh disimpan"),
        ({"judul": " "}, "Judul harus diisi"),
        ({"komunitas": "CoP <i>Mars</i>"}, "Pilih komunitas"),
        ({"tanggal": "besok"}, "bukan tanggal"),
        ({"jenis": "puisi"}, "tidak dikenal"),
        ({"tema": "x" * 6000}, "Ringkas dahulu"),
    ],
)
def test_what_cannot_be_said_is_told_and_nothing_is_stored(desk: Desk, wrong: dict[str, str], words: str) -> None:
    upload = prepared(desk)
    refused = desk.act("siti", upload, "simpan", **SAID | wrong)
    assert refused.status_code == 400
    assert words in refused.text
    assert "<i>" not in refused.text
    card = assets.card(desk.catalog, upload.asset or "", OPERATOR)
    assert (card.title, card.access, card.date) == ("SOP Peminjaman Kendaraan", "internal", None)
    assert template.of(desk.catalog, card.version_id) == {}


def test_only_who_writes_at_the_unit_says_anything_and_only_of_a_draft(desk: Desk) -> None:
    upload = prepared(desk)
    assert desk.act("rani", upload, "simpan", **SAID).status_code == 404
    assert desk.act("tono", upload, "simpan", **SAID).status_code == 404
    with desk.catalog.writing():
        metadata.apply(desk.catalog, upload.asset_id or 0, Metadata(status="diajukan"))
    assert '<form class="describe"' not in desk.clients["siti"].get(f"/unggah/{upload.key}").text
    assert desk.act("siti", upload, "simpan", **SAID).status_code == 400


def test_what_answers_now_is_not_changed_by_what_is_said_of_its_next_version(desk: Desk) -> None:
    upload = prepared(desk)
    with desk.catalog.writing():
        metadata.apply(desk.catalog, upload.asset_id or 0, Metadata(status="disahkan", title="SOP Lama"))
    following = send(desk.catalog, "siti", "SOP 2.pdf", b"isi baru", asset=upload.asset_id)
    following = ready(desk.catalog, following, "Isi baru.")
    assert desk.act("siti", following, "simpan", **SAID | {"akses": "terbuka"}).status_code == 303
    card = assets.card(desk.catalog, upload.asset or "", OPERATOR)
    assert (card.version, card.title, card.access) == (2, "SOP Lama", "internal")
    assert template.of(desk.catalog, card.version_id) == {"tema": "mobil"}


def test_a_new_version_is_sent_for_ones_own_asset_alone(desk: Desk) -> None:
    key = prepared(desk).asset or ""
    page = desk.clients["siti"].get(f"/unggah?aset={key}").text
    assert f'name="aset" value="{key}"' in page
    assert "SOP Peminjaman Kendaraan" in page
    for who in ("rani", "tono"):
        assert desk.clients[who].get(f"/unggah?aset={key}").status_code == 404
        assert desk.send(who, [("b.pdf", b"baru")], aset=key).status_code == 404
    assert desk.send("siti", [("b.pdf", b"baru"), ("c.pdf", b"lain")], aset=key).status_code == 400
    assert desk.send("siti", [("b.pdf", b"baru")], aset=key).status_code == 303
    newest = desk.of("siti")[0]
    assert (newest.asset, newest.unit, newest.state, newest.version) == (key, "BPAD", "menunggu", None)


def test_an_upload_is_made_a_version_on_its_page(desk: Desk) -> None:
    older = prepared(desk, "Satu naskah tentang gudang.")
    upload = prepared(desk, "Satu naskah tentang gudang arsip.")
    assert desk.act("siti", upload, "versi", aset="tidakada").status_code == 404
    answer = desk.act("siti", upload, "versi", aset=older.asset or "")
    assert (answer.status_code, answer.location) == (303, f"/unggah/{upload.key}")
    assert desk.of("siti")[0].asset == older.asset
