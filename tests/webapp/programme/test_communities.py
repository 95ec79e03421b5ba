"""The pages of communities: what everybody reads, and what is for those inside alone."""

import io
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import uploads
from catalog.database import Catalog
from catalog.opening import create
from catalog.scope import scope_of
from programme.community import communities, meetings, members, plans
from programme.community.members import Joining
from tests.webapp.gathering import CANCELLED, COMING, HELD, Gathering, gather
from tests.webapp.library import searchers
from tests.webapp.opened import opened
from tests.webapp.people import token, visitor
from tests.webapp.sending import ready
from webapp.app import create_app

NAMES = ("Ketua Contoh", "Sari Pencatat")
KEEPERS = ("ketua", "admin")
OTHERS = ("publik", "asn", "anggota", "widya")
HEADERS = {"Sec-Fetch-Site": "same-origin"}
MEETING = {"hari": "2026-05-04", "mulai": "09:00", "selesai": "10:00", "cara": "daring", "tempat": "Tautan"}
MEETING |= {"topik": "Klinik KIB", "narasumber": "", "agenda": ""}


@pytest.fixture(scope="module")
def gathering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gathering]:
    with_it: Catalog = create(tmp_path_factory.mktemp("data"))
    yield gather(with_it)
    with_it.close()


@pytest.fixture(scope="module")
def clients(gathering: Gathering) -> dict[str, FlaskClient]:
    """A client of each person, and `publik` who is nobody."""
    app: Flask = create_app(
        folder=gathering.catalog.folder, searcher_of=searchers(gathering.catalog), scope=scope_of("public")
    )
    people = {login: visitor(app, login) for login in ("ketua", "anggota", "widya", "admin", "asn")}
    return people | {"publik": app.test_client()}


TOKENS: dict[FlaskClient, str] = {}
"""The token of each client's session, looked up once."""


def post(client: FlaskClient, path: str, **form: object) -> TestResponse:
    if client not in TOKENS:
        TOKENS[client] = token(client, "/masuk" if client.get("/akun").status_code == 404 else "/akun")
    own = {"csrf_token": TOKENS[client]} | opened(client, path, form)
    return client.post(path, data=form | own, headers=HEADERS)


def test_the_list_names_every_community_with_its_level_and_never_one_without_an_assessment(client: FlaskClient) -> None:
    page = client.get("/komunitas").text
    assert "CoP Layanan Umum" in page
    assert "Level 3 (Terstandar)" in page
    assert "&lt;b&gt;Komunitas&lt;/b&gt;" in page
    assert page.count("Belum dinilai") == 1


def test_the_list_can_be_filtered(client: FlaskClient) -> None:
    page = client.get("/komunitas?q=layanan+umum").text
    assert "CoP Layanan Umum" in page
    assert "Komunitas&lt;/b&gt;" not in page
    assert "Tidak ada komunitas yang cocok." in client.get("/komunitas?q=zzz").text


@pytest.mark.parametrize("path", ["/komunitas/0", "/komunitas/99", f"/komunitas/{10**30}", "/komunitas/x"])
def test_an_absent_community_is_no_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_page_lists_only_the_assets_that_the_viewer_may_see(client: FlaskClient) -> None:
    page = client.get("/komunitas/1").text
    assert "SOP Peminjaman Kendaraan Dinas" in page
    assert "SOP: 1" in page


def test_the_assets_of_a_community_are_searched_from_its_page(client: FlaskClient) -> None:
    page = client.get("/komunitas/1").text
    assert '<input type="hidden" name="komunitas" value="CoP Layanan Umum">' in page
    found = client.get("/?q=kendaraan&komunitas=CoP+Layanan+Umum").text
    assert "SOP Peminjaman Kendaraan Dinas" in found


def test_officers_are_named_to_whoever_is_logged_in_and_plain_members_to_nobody_there(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    public, asn = (clients[name].get(gathering.path).text for name in ("publik", "asn"))
    assert not [name for name in (*NAMES, "Widya Contoh", "Pegawai A") if name in public]
    assert [name for name in (*NAMES, "Widya Contoh") if name not in asn] == []
    assert "Pegawai A" not in asn
    assert "6 anggota" in public
    assert "Nama pengurus tampak setelah masuk." in public


def test_a_page_tells_of_themes_plan_meetings_and_mentoring(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    page = clients["publik"].get(gathering.path).text
    for said in (
        *("SK berlaku sampai 31 Desember 2099", "Aset tuntas", "Rencana 2026", "Bedah KIB 2026-02-10"),
        *("Belum bernotulen", "Menata SOP", "/modul/menata-sop@2", "Triwulan 1 2026", "belum dinilai"),
    ):
        assert said in page, said


@pytest.mark.parametrize("name", OTHERS)
def test_for_whoever_does_not_keep_the_records_there_is_no_way_to_change_them(
    gathering: Gathering, clients: dict[str, FlaskClient], name: str
) -> None:
    client, path = clients[name], gathering.path
    before = [gathering.catalog.db.execute("SELECT count(*) FROM audit_trail").fetchone()]
    assert client.get(f"{path}/kelola").status_code == 404
    for where, form in (
        ("/kelola", {"tindakan": "tema", "tema": "Lain"}),
        ("/rencana/2026", {"tindakan": "kegiatan", "triwulan": "1", "kegiatan": "Lain"}),
        ("/pertemuan", MEETING),
        (f"/pertemuan/{HELD}", {"tindakan": "hadir", "tamu": "Orang Lain"}),
    ):
        assert post(client, f"{path}{where}", **form).status_code == 404, where
        assert "Simpan" not in client.get(f"{path}{where}").text
    assert [gathering.catalog.db.execute("SELECT count(*) FROM audit_trail").fetchone()] == before


def test_nobody_keeps_records_while_there_are_no_accounts(client: FlaskClient) -> None:
    assert client.get("/komunitas/1/kelola").status_code == 404
    assert "Simpan" not in client.get("/komunitas/1/pertemuan").text


def test_a_decree_is_sent_with_its_file_which_those_inside_open(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    form = {"tindakan": "sk", "sk": "Keputusan Nomor 1", "tanggal": "2025-03-10", "sampai": "2099-12-31"}
    sent = post(clients["ketua"], f"{gathering.path}/kelola", **form, berkas=(io.BytesIO(b"isi SK"), "SK 1.pdf"))
    assert sent.status_code == 303, sent.text
    for name in ("anggota", "widya", "admin"):
        got = clients[name].get(f"{gathering.path}/sk")
        assert (got.status_code, got.data) == (200, b"isi SK"), name
        assert got.headers["Content-Disposition"].startswith("attachment")
    for name in ("publik", "asn"):
        assert clients[name].get(f"{gathering.path}/sk").status_code == 404
        assert "Unduh berkas SK" not in clients[name].get(gathering.path).text


def test_what_makes_no_sense_is_said_and_changes_nothing(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path, form = f"{gathering.path}/kelola", {"tindakan": "anggota", "nama": "Baru", "peran": "raja"}
    answer = post(clients["ketua"], path, **form, mulai="2026-01-01")
    assert answer.status_code == 400
    assert "Peran “raja” tidak dikenal" in answer.text
    assert not [one for one in members.everyone(gathering.catalog, gathering.community.id) if one.name == "Baru"]
    assert post(clients["ketua"], path, tindakan="tidak-ada").status_code == 404


def test_members_join_change_and_leave(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path, client = f"{gathering.path}/kelola", clients["ketua"]
    joined = {"tindakan": "anggota", "nama": "Nina Baru", "peran": "anggota", "mulai": "2026-01-01", "unit": "BPAD"}
    assert post(client, path, **joined).status_code == 303
    number = max(one.id for one in members.everyone(gathering.catalog, gathering.community.id))
    post(client, path, tindakan="peran", anggota=str(number), peran="moderator", hari="2026-02-01")
    number = max(one.id for one in members.everyone(gathering.catalog, gathering.community.id))
    post(client, path, tindakan="akhiri", anggota=str(number), hari="2026-03-31")
    told = [one for one in members.everyone(gathering.catalog, gathering.community.id) if one.name == "Nina Baru"]
    assert [(one.role, one.valid_until) for one in told] == [("moderator", "2026-03-31"), ("anggota", "2026-01-31")]


def test_only_who_steers_appoints_mentors(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    form = {"tindakan": "pendamping", "akun": "asn", "mulai": "2099-01-01"}
    assert post(clients["ketua"], f"{gathering.path}/kelola", **form).status_code == 404
    assert "Tunjuk pendamping" not in clients["ketua"].get(f"{gathering.path}/kelola").text
    assert post(clients["admin"], f"{gathering.path}/kelola", **form).status_code == 303


def test_a_plan_is_signed_with_its_paper_and_carried_out(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path, client = f"{gathering.path}/rencana/2026", clients["ketua"]
    (item,) = plans.plan(gathering.catalog, gathering.community.id, 2026).items
    gone = post(client, path, tindakan="hapus", butir="999999")
    assert (gone.status_code, "mungkin sudah dihapus" in gone.text) == (409, True)
    form = {"tindakan": "terlaksana", "butir": str(item.id), "hari": "2026-02-10", "pertemuan": HELD}
    assert post(client, path, **form).status_code == 303
    paper = (io.BytesIO(b"rencana"), "Rencana.pdf")
    signed = {"tindakan": "tanda", "penanda": "Kepala Badan Contoh", "hari": "2026-01-05"}
    assert post(client, path, **signed, berkas=paper).status_code == 303
    assert post(client, path, tindakan="hapus", butir=str(item.id)).status_code == 409
    page = clients["publik"].get(path).text
    assert "Kemajuan: 1 dari 1 terlaksana" in page
    assert "Kepala Badan Contoh" not in page
    assert clients["publik"].get(f"{path}/berkas").status_code == 404
    assert clients["anggota"].get(f"{path}/berkas").data == b"rencana"
    assert clients["publik"].get(f"{gathering.path}/rencana/1999").status_code == 404


def test_where_a_meeting_is_and_who_speaks_is_for_whoever_is_logged_in_and_who_came_for_those_inside(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    path = f"{gathering.path}/pertemuan/{HELD}"
    public, asn, member = (clients[name].get(path).text for name in ("publik", "asn", "anggota"))
    inner = ("Aula lantai 3", "Rahma Ahli", "Agenda dalam")
    assert not [word for word in (*inner, "Wati Hadir") if word in public]
    assert [word for word in inner if word not in asn] == []
    assert "Wati Hadir" not in asn
    assert "Wati Hadir" in member
    assert "kurang dari 5 orang" in public


def test_an_invitation_is_a_file_for_calendars(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path = f"{gathering.path}/pertemuan/{COMING}/undangan.ics"
    sent = clients["asn"].get(path)
    assert sent.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"LOCATION:Aula lantai 3\r\n" in sent.data
    assert clients["publik"].get(path).status_code == 404
    assert clients["asn"].get(f"{gathering.path}/pertemuan/tidakada/undangan.ics").status_code == 404


def test_a_meeting_is_made_changed_and_cancelled(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    client = clients["ketua"]
    refused = post(client, f"{gathering.path}/pertemuan", **MEETING | {"selesai": "08:00"})
    assert (refused.status_code, "berakhir sebelum mulai" in refused.text) == (400, True)
    path = post(client, f"{gathering.path}/pertemuan", **MEETING).location
    assert post(client, path, tindakan="ubah", **MEETING | {"topik": "Klinik KIR"}).status_code == 303
    assert "Klinik KIR" in client.get(path).text
    assert post(client, path, tindakan="batal").status_code == 303
    assert "Dibatalkan" in client.get(path).text
    assert post(client, f"{gathering.path}/pertemuan/{CANCELLED}", tindakan="batal").status_code == 409


@pytest.mark.parametrize(("paper", "status"), [("ours", 303), ("theirs", 400), ("sop", 400)])
def test_minutes_are_notulen_of_the_unit_that_the_writer_may_open(
    gathering: Gathering, clients: dict[str, FlaskClient], paper: str, status: int
) -> None:
    path = f"{gathering.path}/pertemuan/{HELD}"
    form = {"tindakan": "tautkan", "kunci": f"https://contoh/aset/{gathering.papers[paper]}"}
    assert post(clients["ketua"], path, **form).status_code == status
    if status == 303:
        page, public = (clients[name].get(path).text for name in ("asn", "publik"))
        assert "Notulen ours" in page
        assert "Notulen ours" not in public
        assert "Bernotulen" in public
        assert post(clients["ketua"], path, tindakan="lepas").status_code == 303


def test_minutes_that_one_may_not_open_answer_like_absent_ones(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    path = f"{gathering.path}/pertemuan/{HELD}"
    told = [
        post(clients["ketua"], path, tindakan="tautkan", kunci=key)
        for key in (gathering.papers["hidden"], "tidakada", "")
    ]
    assert [answer.status_code for answer in told] == [400, 400, 400]
    assert all("Aset tidak ditemukan." in answer.text for answer in told)
    assert not [answer for answer in told if "Notulen hidden" in answer.text]


def test_minutes_that_are_written_document_the_meeting_once_they_are_read(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    client, catalog = clients["ketua"], gathering.catalog
    form = client.get(f"/tulis/notulen?pertemuan={HELD}").text
    for said in ("Bedah KIB 2026-02-10 (Komunitas Pembelajar BPAD)", "1 orang: DINKES 1", "Agenda dalam", "2026-02-10"):
        assert said in form, said
    assert "Wati" not in form
    said = {"judul": "Bedah KIB", "unit": "BPAD", "pembahasan": "Dibahas bersama.", "pertemuan": HELD}
    sent = post(client, "/tulis/notulen", **said)
    assert sent.status_code == 303, sent.text
    meeting = meetings.with_key(catalog, gathering.community.id, HELD)
    assert meeting.minutes is None
    assert "sedang dibaca" in client.get(f"{gathering.path}/pertemuan/{HELD}").text
    done = ready(catalog, uploads.with_key(catalog, sent.location.rpartition("/")[2]), "Dibahas.", kind="notulen")
    assert meetings.with_key(catalog, gathering.community.id, HELD).minutes == done.asset_id


def test_minutes_of_a_meeting_are_written_by_those_who_keep_its_records(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    assert clients["ketua"].get(f"/tulis/lesson?pertemuan={HELD}").status_code == 404
    assert clients["ketua"].get("/tulis/notulen?pertemuan=tidakada").status_code == 404
    assert clients["admin"].get(f"/tulis/notulen?pertemuan={HELD}").status_code == 404  # writes at no unit


def test_modules_are_read_by_everybody_in_every_version(client: FlaskClient) -> None:
    assert "Menata SOP dan masa berlakunya" in client.get("/modul").text
    newest, oldest = client.get("/modul/menata-sop").text, client.get("/modul/menata-sop@1").text
    assert "Tegaskan bila masih sesuai" in newest
    assert "Tegaskan bila masih sesuai" not in oldest
    assert "Ini versi lama." in oldest
    assert client.get("/modul/tidak-ada").status_code == 404


def test_a_theme_typed_by_an_officer_is_text_on_every_page(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    form = {"tindakan": "tema", "tema": "<script>alert(1)</script>; <b>IKU</b>"}
    assert post(clients["ketua"], f"{gathering.path}/kelola", **form).status_code == 303
    for path in ("/komunitas", gathering.path):
        page = clients["publik"].get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
    assert communities.goals(gathering.catalog, gathering.community.id) == {"<script>alert(1)</script>": ["<b>IKU</b>"]}


def both_open(clients: dict[str, FlaskClient], path: str, act: str, **row: str) -> dict[str, str]:
    """The mark that two who keep the records have in their forms."""
    marks = [opened(clients[login], path, {"tindakan": act} | row) for login in KEEPERS]
    assert marks[0] == marks[1] != {}
    return marks[0]


def test_of_two_who_change_a_meeting_the_second_reads_what_the_first_made_of_it_and_loses_no_word(
    clients: dict[str, FlaskClient], gathering: Gathering
) -> None:
    ketua, admin = (clients[login] for login in KEEPERS)
    path = post(ketua, f"{gathering.path}/pertemuan", **MEETING).location
    seen = both_open(clients, path, "ubah")
    first, second = MEETING | {"topik": "Klinik hibah"}, MEETING | {"tempat": "Ruang <Rapat> 2"}
    for _ in range(2):  # a button that was pressed twice
        assert post(ketua, path, tindakan="ubah", **first, **seen).status_code == 303
    refused = post(admin, path, tindakan="ubah", **second, **seen)
    assert (refused.status_code, "diubah sejak halamannya dibuka" in refused.text) == (409, True)
    assert re.search(r"<li>Topik: <span[^>]*>Klinik hibah</span></li>", refused.text)
    assert refused.text.count("Kini tersimpan") == 1
    assert "Tempat atau tautan: <span" not in refused.text
    assert 'value="Ruang &lt;Rapat&gt; 2"' in refused.text
    assert "Klinik hibah" in ketua.get(path).text
    assert post(admin, path, tindakan="ubah", **second).status_code == 303
    assert "Ruang &lt;Rapat&gt; 2" in ketua.get(path).text
    english = admin.post(
        path,
        data=MEETING | seen | {"tindakan": "ubah", "csrf_token": TOKENS[admin]},
        headers=HEADERS | {"Accept-Language": "en"},
    )
    assert "Not saved: this record was changed" in english.text


def test_no_form_of_records_undoes_what_another_saved_meanwhile(
    clients: dict[str, FlaskClient], gathering: Gathering
) -> None:
    ketua, admin = (clients[login] for login in KEEPERS)
    at, plan = f"{gathering.path}/kelola", f"{gathering.path}/rencana/2031"
    assert post(ketua, plan, tindakan="kegiatan", triwulan="1", kegiatan="Bedah KIB").status_code == 303
    (item,) = plans.plan(gathering.catalog, gathering.community.id, 2031).items
    members.add(gathering.catalog, gathering.community, Joining("Pegawai Z", "anggota", "2026-01-01"), by="uji")
    person = next(one for one in members.of(gathering.catalog, gathering.community.id) if one.name == "Pegawai Z")
    forms = (
        (at, {"tindakan": "tema"}, {"tema": "Aset"}, {"tema": "Kas"}, ">Kas</textarea>"),
        (at, {"tindakan": "sk"}, {"sk": "SK 1"}, {"sk": "SK 2"}, 'value="SK 2"'),
        (
            at,
            {"tindakan": "peran", "anggota": str(person.id)},
            {"peran": "pencatat", "hari": "2026-01-01"},
            {"peran": "kurator", "hari": "2026-01-02"},
            'value="2026-01-02"',
        ),
        (
            plan,
            {"tindakan": "terlaksana", "butir": str(item.id)},
            {"hari": "2026-01-03", "pertemuan": ""},
            {"hari": "2026-01-04", "pertemuan": ""},
            'value="2026-01-04"',
        ),
        (
            plan,
            {"tindakan": "tanda"},
            {"penanda": "A", "hari": "2026-01-05"},
            {"penanda": "B", "hari": "2026-01-06"},
            'value="B"',
        ),
        (
            f"{gathering.path}/pertemuan/{HELD}",
            {"tindakan": "hadir"},
            {"tamu": "Satu"},
            {"tamu": "Dua"},
            ">Dua</textarea>",
        ),
    )
    for path, row, first, second, kept in forms:
        seen = both_open(clients, path, row["tindakan"], **{k: v for k, v in row.items() if k != "tindakan"})
        assert post(ketua, path, **row, **first, **seen).status_code == 303, row
        refused = post(admin, path, **row, **second, **seen)
        assert (refused.status_code, kept in refused.text) == (409, True), row
        assert "Kini tersimpan:" in refused.text
        without = admin.post(path, data=row | second | {"csrf_token": TOKENS[admin]}, headers=HEADERS)
        assert without.status_code == 409, row  # a form that does not say what it was opened on
        assert post(admin, path, **row, **second).status_code == 303, row


def test_a_file_that_was_refused_has_to_be_chosen_again(clients: dict[str, FlaskClient], gathering: Gathering) -> None:
    at = f"{gathering.path}/kelola"
    seen = both_open(clients, at, "sk")
    assert post(clients["ketua"], at, tindakan="sk", sk="SK 3", **seen).status_code == 303
    refused = post(clients["admin"], at, tindakan="sk", sk="SK 4", berkas=(io.BytesIO(b"sk"), "SK.pdf"), **seen)
    assert (refused.status_code, "Berkasnya tidak ikut tersimpan" in refused.text) == (409, True)
