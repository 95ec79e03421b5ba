"""The pages of assessments: whose they are, what each may do on them, and what leaves by them."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts
from catalog.database import Catalog
from catalog.opening import open_existing
from catalog.scope import scope_of
from programme.assessment import appraisal_evidence, appraisal_steps, panel
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import listing, with_key
from programme.community import communities, members
from programme.community.members import Joining
from tests.programme.appraising import (
    COMPUTED,
    HUMAN,
    PROPOSED,
    ROLES,
    People,
    all_at,
    begun,
    claim,
    computed,
    file,
    known,
    prepared,
    submitted,
    verified,
)
from tests.webapp.library import searchers
from tests.webapp.opened import opened
from tests.webapp.people import PASSWORD, token, visitor
from tests.webapp.rights import told
from webapp.app import create_app

OURS = {"Sec-Fetch-Site": "same-origin"}
ABSENT = "tidakada"


def to_begin(catalog: Catalog, who: People, community: int) -> None:
    computed(catalog, community)
    begun(catalog, community)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalog, Flask]]:
    root = prepared(tmp_path_factory.mktemp("katalog") / "data", to_begin, PASSWORD)
    with closing(open_existing(root)) as catalog:
        app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
        yield catalog, app


@pytest.fixture(scope="module")
def seats(site: tuple[Catalog, Flask]) -> dict[str, FlaskClient]:
    """Somebody logged in for each name, and a stranger."""
    return {login: visitor(site[1], login) for login in ROLES} | {"publik": site[1].test_client()}


@pytest.fixture
def key(site: tuple[Catalog, Flask]) -> str:
    return listing(site[0])[-1].key


@cache
def own_token(client: FlaskClient) -> str:
    return token(client, "/akun" if client.get("/akun").status_code == 200 else "/masuk")


def post(client: FlaskClient, path: str, **form: object) -> TestResponse:
    return client.post(path, data={"csrf_token": own_token(client)} | opened(client, path, form) | form, headers=OURS)


def fresh(catalog: Catalog, year: int, *steps: Callable[[Catalog, People, str], object]) -> str:
    """Begin the appraisal of a year, and let these steps be taken."""
    computed(catalog, 1, quarter=f"{year}Q3")
    key, who = begun(catalog, 1, year=year).key, known(catalog)
    for step in steps:
        step(catalog, who, key)
    return key


def test_only_those_who_have_to_do_with_a_community_find_its_appraisal(seats: dict[str, FlaskClient], key: str) -> None:
    paths = ("/penilaian/{}", "/penilaian/{}/lembar.csv", "/penilaian/{}/lembar.xlsx", "/penilaian/{}/bukti/1")
    for login, client in seats.items():
        for path in paths:
            there = client.get(path.format(key))
            if login in ("asn", "publik"):
                absent = told(client.get(path.format(ABSENT)), ABSENT)
                assert told(there, key) == absent
                assert absent[0] == 404
            elif "bukti" not in path:
                assert there.status_code == 200, (login, path)
        assert client.get("/penilaian").status_code == (404 if login == "publik" else 200)
        assert client.get("/penilaian/formulir").status_code == 200
    assert "Komunitas Pembelajar" not in seats["asn"].get("/penilaian").text


def test_without_accounts_there_is_the_blank_form_alone(client: FlaskClient) -> None:
    assert client.get("/penilaian").status_code == 404
    assert client.get(f"/penilaian/{ABSENT}").status_code == 404
    assert client.post(f"/penilaian/{ABSENT}/bukti", headers=OURS).status_code == 404
    assert "bobot 15%" in client.get("/penilaian/formulir").text


def test_nobody_else_sends_anything_to_it(seats: dict[str, FlaskClient], key: str) -> None:
    for login in ("asn", "publik"):
        for act in ("isi", "ajukan", "verifikasi", "kembalikan", "tetapkan", "nilai", "sahkan", "keberatan", "jawab"):
            assert post(seats[login], f"/penilaian/{key}", tindakan=act).status_code == 404
        assert post(seats[login], f"/penilaian/{key}/bukti", berkas=(BytesIO(b"x"), "x.pdf")).status_code == 404
    assert post(seats["ketua"], f"/penilaian/{key}", tindakan="lain").status_code == 404
    answer = post(seats["mentor"], f"/penilaian/{key}", tindakan="isi", **{"nilai-1.2": "3"})
    assert (answer.status_code, "tidak dapat Anda ambil" in answer.text) == (400, True)


def test_those_who_keep_the_programme_open_cycles(site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]) -> None:
    for login in ("ketua", "kepala", "juri", "asn", "publik"):
        assert post(seats[login], "/penilaian", tahun="2024").status_code == 404
    site[0].db.execute("UPDATE community SET founded = '2024-03-01'")
    assert "<li>Komunitas Pembelajar BPAD</li>" in seats["admin"].get("/penilaian?tahun=2024&jenis=ringan").text
    site[0].db.execute("UPDATE community SET founded = NULL")
    answer = post(seats["admin"], "/penilaian", tahun="2024", jenis="ringan")
    assert (answer.status_code, answer.location) == (303, "/penilaian?tahun=2024&jenis=ringan")
    assert post(seats["admin"], "/penilaian", tahun="1024").status_code == 400
    assert post(seats["admin"], "/penilaian", tahun="2024", komunitas="99").status_code == 404
    assert "<li>Komunitas Pembelajar BPAD</li>" not in seats["admin"].get("/penilaian?tahun=2024&jenis=ringan").text
    assert seats["admin"].get("/penilaian?tahun=999999999&jenis=x").status_code == 200


def test_evidence_is_sent_in_saved_and_taken_back(site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]) -> None:
    key = fresh(site[0], 2023)
    claimed = {"indikator": "1.2", "level": "3", "hari": "2023-05-20", "catatan": "Notulen <b>tinjauan</b>"}
    ketua = seats["ketua"]
    refused = post(ketua, f"/penilaian/{key}/bukti", berkas=(BytesIO(b""), "x.pdf"), **claimed)
    assert (refused.status_code, "Notulen &lt;b&gt;tinjauan&lt;/b&gt;</textarea>" in refused.text) == (400, True)
    assert post(ketua, f"/penilaian/{key}/bukti", **claimed).status_code == 400
    assert post(ketua, f"/penilaian/{key}/bukti", berkas=(BytesIO(b"%PDF isi"), "a/Notulen.html"), **claimed).location
    (number,) = re.findall(rf"/penilaian/{key}/bukti/(\d+)", ketua.get(f"/penilaian/{key}").text)
    for login in ("kepala", "mentor", "verifikator", "panelis", "juri", "admin"):
        answer = seats[login].get(f"/penilaian/{key}/bukti/{number}")
        assert (answer.data, answer.mimetype) == (b"%PDF isi", "application/octet-stream")
        assert answer.headers["Content-Disposition"] == "attachment; filename=Notulen.html"
    other = listing(site[0])[0].key
    assert ketua.get(f"/penilaian/{other}/bukti/{number}").status_code == 404
    assert post(ketua, f"/penilaian/{key}", tindakan="tarik", bukti=number).status_code == 303
    assert ketua.get(f"/penilaian/{key}/bukti/{number}").status_code == 404
    again = post(ketua, f"/penilaian/{key}", tindakan="tarik", bukti=number)
    assert (again.status_code, "mungkin sudah ditarik" in again.text) == (409, True)


def test_what_was_typed_stays_when_it_is_refused(site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]) -> None:
    key = fresh(site[0], 2022, submitted)
    sent = {"nilai-1.2": "5", "nilai-1.1": "4", "alasan-1.1": "SK baru"}
    answer = post(seats["verifikator"], f"/penilaian/{key}", tindakan="verifikasi", dimensi="D1", **sent)
    assert (answer.status_code, "Tuliskan alasan untuk nilai indikator 1.2." in answer.text) == (400, True)
    assert ">SK baru</textarea>" in answer.text
    sent["alasan-1.2"] = "ada pula notulen triwulan"
    answer = post(seats["verifikator"], f"/penilaian/{key}", tindakan="verifikasi", dimensi="D1", **sent)
    assert (answer.status_code, answer.location) == (303, f"/penilaian/{key}#D1")
    assert "ada pula notulen triwulan" not in seats["ketua"].get(f"/penilaian/{key}").text
    late = post(seats["ketua"], f"/penilaian/{key}", tindakan="isi", **{"nilai-1.2": "3"})
    assert (late.status_code, "berpindah tahap" in late.text) == (409, True)


def test_a_verifier_sends_back_with_a_reason_and_officers_read_it(
    site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]
) -> None:
    key = fresh(site[0], 2020, submitted)
    for login in ("ketua", "kepala", "mentor", "panelis", "juri", "admin", "asn", "publik"):
        answer = post(seats[login], f"/penilaian/{key}", tindakan="kembalikan", kembali="Tidak.")
        assert answer.status_code == (404 if login in ("asn", "publik") else 400), login
        assert "Kembalikan kepada komunitas" not in seats[login].get(f"/penilaian/{key}").text
    verifikator, long = seats["verifikator"], "Terlalu panjang. " * 60
    refused = post(verifikator, f"/penilaian/{key}", tindakan="kembalikan", kembali=long)
    assert (refused.status_code, f">{long.strip()}" in refused.text) == (400, True)
    sent = post(verifikator, f"/penilaian/{key}", tindakan="kembalikan", kembali="Bukti 1.2 <b>kabur</b>.")
    assert (sent.status_code, sent.location) == (303, f"/penilaian/{key}#riwayat")
    page = seats["ketua"].get(f"/penilaian/{key}").text
    assert page.count("Bukti 1.2 &lt;b&gt;kabur&lt;/b&gt;.") == 2  # where it is their turn, and in the history
    assert "Dikembalikan oleh Verifikator Contoh" in page
    assert f"Penilaian Komunitas Pembelajar BPAD {2020} dikembalikan" in seats["ketua"].get("/pemberitahuan").text
    assert post(verifikator, f"/penilaian/{key}", tindakan="kembalikan", kembali="Lagi.").status_code == 409


def own_value(catalog: Catalog, key: str) -> int | None:
    own = appraisal_steps.sheet(catalog, with_key(catalog, key))["1.2"].own
    return own.value if own else None


def test_of_two_officers_the_second_reads_what_the_first_gave_and_loses_nothing(
    site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]
) -> None:
    catalog, app = site
    key = fresh(catalog, 2027)
    accounts.add(catalog, "wakil", "Wakil Contoh", PASSWORD, by="uji")
    members.add(catalog, communities.with_id(catalog, 1), Joining("", "moderator", "2025-01-01", "", "wakil"), by="uji")
    path, ketua, wakil = f"/penilaian/{key}", seats["ketua"], visitor(app, "wakil")
    form = {"tindakan": "isi", "dimensi": "D1"}
    seen, submitting = (opened(wakil, path, one) for one in (form, {"tindakan": "ajukan"}))
    for _ in range(2):
        assert post(ketua, path, **form, **seen, **{"nilai-1.2": "4", "alasan-1.2": "notulen"}).status_code == 303
    refused = post(wakil, path, **form, **seen, **{"nilai-1.1": "2", "alasan-1.1": "DPA belum", "nilai-1.2": "2"})
    assert (refused.status_code, "diubah sejak halamannya dibuka" in refused.text) == (409, True)
    assert re.search(r"<li>Indikator 1\.2: <span[^>]*>4 \(notulen\)</span></li>", refused.text)
    assert "<li>Indikator 1.1: <span" not in refused.text
    assert ">DPA belum</textarea>" in refused.text
    assert own_value(catalog, key) == 4
    alike = {"nilai-1.1": "2", "alasan-1.1": "DPA  belum", "nilai-1.2": "4", "alasan-1.2": "notulen"}
    assert post(wakil, path, **form, **seen, **alike).status_code == 303  # what both say alike is no conflict
    assert post(wakil, path, **form, **{"nilai-1.2": "2"}).status_code == 303
    assert own_value(catalog, key) == 2
    assert submitting == {}  # nothing to submit yet


def test_nobody_submits_or_closes_what_they_have_not_seen(
    site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]
) -> None:
    catalog, _app = site
    key, who = fresh(catalog, 2025), known(catalog)
    path, ketua, verifikator = f"/penilaian/{key}", seats["ketua"], seats["verifikator"]
    appraisal_steps.save_own(catalog, who["ketua"], key, all_at(3, *HUMAN, *PROPOSED))
    for code in HUMAN:
        appraisal_evidence.add(catalog, who["ketua"], key, claim(code), file(catalog))
    seen = opened(ketua, path, {"tindakan": "ajukan"})
    appraisal_evidence.add(catalog, who["ketua"], key, claim("1.2", 4), file(catalog, "lain"))
    refused = post(ketua, path, tindakan="ajukan", **seen)
    assert (refused.status_code, "Bukti: <span" in refused.text) == (409, True)
    assert post(ketua, path, tindakan="ajukan").status_code == 303
    appraisal_steps.save_verified(catalog, who["verifikator"], key, all_at(3, *HUMAN, *PROPOSED, *COMPUTED))
    seen = opened(verifikator, path, {"tindakan": "selesai"})
    appraisal_steps.save_verified(catalog, who["verifikator"], key, {"1.2": Entry(2, "kurang")})
    refused = post(verifikator, path, tindakan="selesai", **seen)
    assert (refused.status_code, "Indikator 1.2: <span" in refused.text) == (409, True)
    assert post(verifikator, path, tindakan="selesai").status_code == 303
    admin = seats["admin"]
    seen = opened(admin, path, {"tindakan": "tetapkan"})
    for _ in range(2):
        assert post(admin, path, tindakan="tetapkan", penilai=["panelis", "juri"], **seen).status_code == 303
    refused = post(admin, path, tindakan="tetapkan", penilai=["juri"], **seen)
    assert (refused.status_code, "panelis; juri" in refused.text) == (409, True)


def test_jurors_values_stay_apart_until_all_have_closed(
    site: tuple[Catalog, Flask], seats: dict[str, FlaskClient]
) -> None:
    key = fresh(site[0], 2021, submitted, verified)
    answer = post(seats["admin"], f"/penilaian/{key}", tindakan="tetapkan", penilai=["panelis"])
    assert (answer.status_code, "satu juri tamu" in answer.text) == (400, True)
    assert (
        post(seats["admin"], f"/penilaian/{key}", tindakan="tetapkan", penilai=["panelis", "juri"]).status_code == 303
    )
    who = known(site[0])
    panel.save_rating(site[0], who["juri"], key, all_at(5, *HUMAN, *PROPOSED) | {"1.2": Entry(5, "Notulen lengkap")})
    assert ">Notulen lengkap</textarea>" in seats["juri"].get(f"/penilaian/{key}").text
    assert "Notulen lengkap" not in seats["panelis"].get(f"/penilaian/{key}").text
    panel.close_rating(site[0], who["juri"], key)
    for login in ("panelis", "admin", "ketua"):
        page = seats[login].get(f"/penilaian/{key}").text
        assert "<dd>5</dd>" not in page
        assert "kappa" not in page
    panel.save_rating(site[0], who["panelis"], key, all_at(4, *HUMAN, *PROPOSED))
    panel.close_rating(site[0], who["panelis"], key)
    page = seats["panelis"].get(f"/penilaian/{key}").text
    assert "<div><dt>Juri Contoh</dt><dd>5</dd></div>" in page
    assert "kappa" in page
    page = seats["ketua"].get(f"/penilaian/{key}").text
    assert "Juri Contoh</dt>" not in page
    assert "kappa" not in page
