"""What readers give back: votes and reports, without a script, and nothing while nobody could look after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from catalog import accounts, reports, trail
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from catalog.spot import Spot
from tests.webapp.conftest import HOSTILE, SOP, Library, given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, visitor
from tests.webapp.test_search_page import QUESTION
from webapp.app import create_app

ANSWER = f"/?q={quote(QUESTION)}"
SAME = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Desk:
    """A catalog with people in it, its pages, and the key of a paper that is internal."""

    catalog: Catalog
    app: Flask
    key: str
    secret: str


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    catalog = create(tmp_path_factory.mktemp("katalog"))
    key = add(catalog, Paper("sop.pdf", given("SOP Kendaraan"), (text_page(1, SOP), text_page(2, "Lampiran."))))
    hidden = given("Kajian Nilam", unit="BPAD", access="terbatas")
    secret = add(catalog, Paper("rahasia.pdf", hidden, (text_page(1, "Nilam."),)))
    seats = {"siti": (), "kurator": [Grant("kurator", "BPSDM")], "ppid": [Grant("ppid", "BPSDM")]}
    seats |= {"lain": [Grant("pengesah", "DINKES")], "bekas": [Grant("kurator", "BPSDM", valid_until="2001-01-01")]}
    for login, roles in seats.items():
        enrol(catalog, login, roles)
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    yield Desk(catalog, app, key, secret)
    catalog.close()


@pytest.fixture(scope="module")
def seats(desk: Desk) -> dict[str, FlaskClient]:
    return {login: visitor(desk.app, login) for login in ("siti", "kurator", "ppid", "lain", "bekas")}


def send(client: FlaskClient, page: str, action: str, **filled: str) -> TestResponse:
    """Fill in the form of a page that leads to an address and press its button, as a browser does."""
    form = next(form for form in html.fromstring(client.get(page).text).forms if form.get("action") == action)
    typed = {name: value for name, value in form.fields.items() if value is not None}
    return client.post(action, data=typed | filled, headers=SAME)


def report(client: FlaskClient, key: str, place: str = "", **filled: str) -> TestResponse:
    return send(client, f"/aset/{key}/laporkan{place}", f"/aset/{key}/laporkan", **filled)


def listed(client: FlaskClient) -> list[str]:
    return [
        str(to) for to in html.fromstring(client.get("/laporan").text).xpath("//main//ul[@class='similar']//a/@href")
    ]


def test_a_vote_on_an_answer_leads_back_to_it_and_is_said_there(desk: Desk) -> None:
    client = desk.app.test_client()
    assert "Apakah jawaban ini membantu?" in client.get(ANSWER).text
    voted = send(client, ANSWER, f"/aset/{desk.key}/tanggapan", nilai="membantu")
    assert (voted.status_code, voted.location) == (303, f"{ANSWER}#tanggapan")
    assert "Terima kasih. Anda menilai ini membantu." in client.get(ANSWER).text
    (row,) = desk.catalog.db.query("SELECT * FROM vote")
    assert (row["about"], row["verdict"], row["version"]) == ("jawaban", "membantu", 1)
    send(client, ANSWER, f"/aset/{desk.key}/tanggapan", nilai="tidak_membantu")
    assert "Anda menilai ini tidak membantu." in client.get(ANSWER).text
    assert [row["verdict"] for row in desk.catalog.db.query("SELECT verdict FROM vote")] == ["tidak_membantu"]


def test_others_do_not_see_what_was_voted_and_vote_for_themselves(desk: Desk) -> None:
    before = desk.catalog.db["vote"].count
    page = f"/aset/{desk.key}/sumber?hal=1"
    for _ in range(2):
        client = desk.app.test_client()
        assert "Apakah bagian ini membantu?" in client.get(page).text
        send(client, page, f"/aset/{desk.key}/tanggapan", nilai="membantu")
    assert desk.catalog.db["vote"].count == before + 2


def test_an_account_votes_once_a_day_on_an_answer_from_whatever_device(desk: Desk) -> None:
    before = desk.catalog.db["vote"].count
    for verdict in ("membantu", "tidak_membantu"):
        device = visitor(desk.app, "siti")
        send(device, ANSWER, f"/aset/{desk.key}/tanggapan", nilai=verdict)
    assert desk.catalog.db["vote"].count == before + 1
    assert "Anda menilai ini tidak membantu." in visitor(desk.app, "siti").get(ANSWER).text
    assert "Anda menilai ini" not in visitor(desk.app, "lain").get(ANSWER).text


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "/\\evil.example", "/tidak/ada"])
def test_a_vote_never_leads_elsewhere(desk: Desk, onward: str) -> None:
    client = desk.app.test_client()
    voted = send(client, ANSWER, f"/aset/{desk.key}/tanggapan", nilai="membantu", kembali=onward)
    assert voted.location == "/#tanggapan"


def test_a_report_goes_back_to_its_place_and_thanks(desk: Desk) -> None:
    client = desk.app.test_client()
    sent = report(client, desk.key, "?versi=1&hal=2", jenis="angka_keliru", keterangan="Mestinya lima.")
    assert (sent.status_code, sent.location) == (303, f"/aset/{desk.key}/sumber?versi=1&hal=2#tanggapan")
    assert "Laporan Anda sudah masuk antrean" in client.get(sent.location).text
    assert "Laporan Anda sudah masuk antrean" not in client.get(sent.location).text
    (found,) = (one for one in reports.listing(desk.catalog, [Grant("operator")], closed=False))
    assert (found.place, found.text, found.reporter) == (Spot(page=2), "Mestinya lima.", None)


def filed(desk: Desk) -> tuple[FlaskClient, str]:
    """Report something without an account; return the page of the receipt that is shown, too."""
    client = desk.app.test_client()
    sent = report(client, desk.key, "?versi=1&hal=2", jenis="angka_keliru", keterangan="Mestinya sebelas.")
    (page,) = html.fromstring(client.get(sent.location).text).xpath("//a[starts-with(@href, '/resi-laporan')]/@href")
    return client, str(page)


def test_a_reporter_without_an_account_looks_up_what_came_of_it_by_a_receipt_shown_once(desk: Desk) -> None:
    client, page = filed(desk)
    assert page not in client.get(f"/aset/{desk.key}/sumber?versi=1&hal=2").text
    stranger = desk.app.test_client().get(page)
    assert "Angka atau isinya keliru" in stranger.text and "Baru" in stranger.text
    (mine,) = (one for one in reports.listing(desk.catalog, [Grant("operator")], closed=False) if "sebelas" in one.text)
    reports.close(desk.catalog, mine, "tidak_terbukti", "Memang dua belas.", by=accounts.named(desk.catalog, "kurator"))
    closed = desk.app.test_client().get(page).text
    assert "Tidak terbukti keliru" in closed
    assert not any(word in closed for word in ("belas", "SOP Kendaraan", desk.key))


def test_wrong_and_old_receipts_answer_alike(desk: Desk) -> None:
    client, page = filed(desk)
    desk.catalog.db.execute("UPDATE report SET state = 'selesai', result = 'diperbaiki', closed = 9")
    old, wrong = client.get(page), client.get("/resi-laporan?resi=abcd")
    assert old.status_code == wrong.status_code == 404
    assert "Resi ini tidak dikenal" in old.text
    assert without_address(old) == without_address(wrong)


def without_address(answer: TestResponse) -> str:
    """Return a page without what its own address holds, which leads back to it."""
    return answer.text.replace(answer.request.args["resi"], "")


def test_whoever_has_an_account_gets_no_receipt(desk: Desk, seats: dict[str, FlaskClient]) -> None:
    sent = report(seats["siti"], desk.key, jenis="salinan")
    assert "resi-laporan" not in seats["siti"].get(sent.location).text


def test_a_report_that_says_nothing_comes_back_with_what_was_typed(desk: Desk) -> None:
    refused = report(desk.app.test_client(), desk.key, jenis="lainnya", keterangan=" ")
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert 'value="lainnya" required checked' in refused.text


def test_a_report_is_handled_by_those_of_the_unit_and_its_outcome_reaches_the_reporter(
    desk: Desk, seats: dict[str, FlaskClient]
) -> None:
    report(seats["siti"], desk.key, jenis="tidak_berlaku", keterangan="Ada SOP baru.")
    key = reports.listing(desk.catalog, [Grant("operator")], closed=False)[-1].key
    page = f"/laporan/{key}"
    assert page in listed(seats["kurator"])
    assert "Siti Contoh" in seats["kurator"].get(page).text
    send(seats["kurator"], page, page, tindakan="ambil")
    assert "Kurator Contoh" in seats["ppid"].get(page).text
    assert "juga menandai asetnya" in seats["kurator"].get(page).text
    assert "tidak mengubah status asetnya" in seats["ppid"].get(page).text
    answer = {"tindakan": "tutup", "hasil": "perlu_diperbarui", "jawaban": "Akan diganti bulan depan."}
    closed = seats["kurator"].post(page, data=answer | token_of(seats["kurator"], page), headers=SAME)
    assert (closed.status_code, closed.location) == (303, page)
    assert "Akan diganti bulan depan." in seats["siti"].get("/akun").text
    assert page not in listed(seats["kurator"])
    assert page in seats["kurator"].get("/laporan?tutup=1").text
    again = seats["ppid"].post(page, data=answer | token_of(seats["ppid"], "/"), headers=SAME)
    assert (again.status_code, "sudah ditutup orang lain" in again.text) == (400, True)
    assert "diganti bulan depan" not in str(trail.latest(desk.catalog, 9))


def token_of(client: FlaskClient, page: str) -> dict[str, str]:
    return {"csrf_token": html.fromstring(client.get(page).text).xpath("//input[@name='csrf_token']/@value")[0]}


@pytest.mark.parametrize("who", ["siti", "lain", "bekas", None])
def test_a_stranger_finds_no_report_and_changes_none(
    desk: Desk, seats: dict[str, FlaskClient], who: str | None
) -> None:
    report(seats["siti"], desk.key, jenis="salinan", keterangan="Milik-siti")
    key = reports.listing(desk.catalog, [Grant("operator")], closed=False)[-1].key
    client = seats[who] if who else desk.app.test_client()
    absent = client.get("/laporan/tidakada")
    there = client.get(f"/laporan/{key}")
    assert absent.status_code == there.status_code == 404
    assert "Milik-siti" not in there.text + client.get("/laporan").text
    own = token_of(client, f"/aset/{desk.key}/laporkan")
    assert client.post(f"/laporan/{key}", data=own | {"tindakan": "ambil"}, headers=SAME).status_code == 404
    assert reports.get(desk.catalog, key).state == "baru"


def test_a_report_about_personal_data_is_for_the_ppid(desk: Desk, seats: dict[str, FlaskClient]) -> None:
    report(desk.app.test_client(), desk.key, jenis="data_pribadi", keterangan="NIK di halaman dua.")
    key = reports.listing(desk.catalog, [Grant("operator")], closed=False)[0].key
    assert listed(seats["ppid"])[0] == f"/laporan/{key}"
    assert f"/laporan/{key}" not in listed(seats["kurator"])
    assert seats["kurator"].get(f"/laporan/{key}").status_code == 404


def test_a_title_that_a_reporter_may_no_longer_see_is_not_told_again(desk: Desk, seats: dict[str, FlaskClient]) -> None:
    paper = Paper("lama.pdf", given("Kajian Mirah"), (text_page(1, "Mirah."),))
    report(seats["siti"], add(desk.catalog, paper), jenis="salinan")
    assert "Kajian Mirah" in seats["siti"].get("/akun").text
    add(desk.catalog, Paper("lama.pdf", given("Kajian Mirah", access="terbatas", unit="BPAD"), paper.pages))
    assert "Kajian Mirah" not in seats["siti"].get("/akun").text


def test_words_of_a_report_are_only_text(desk: Desk, seats: dict[str, FlaskClient]) -> None:
    report(seats["siti"], desk.key, jenis="lainnya", keterangan=HOSTILE)
    page = f"/laporan/{reports.listing(desk.catalog, [Grant('operator')], closed=False)[-1].key}"
    assert HOSTILE not in seats["kurator"].get(page).text
    assert HOSTILE in html.fromstring(seats["kurator"].get(page).text).text_content()
    send_close = {"tindakan": "tutup", "hasil": "diperbaiki", "jawaban": HOSTILE} | token_of(seats["kurator"], page)
    assert seats["kurator"].post(page, data=send_close, headers=SAME).status_code == 303
    for shown in (seats["kurator"].get(page), seats["siti"].get("/akun")):
        assert HOSTILE not in shown.text
        assert HOSTILE in html.fromstring(shown.text).text_content()


def test_who_saves_the_original_of_a_restricted_asset_stands_in_the_trail(desk: Desk) -> None:
    enrol(desk.catalog, "bpad", [Grant("pembaca", "BPAD")])
    reader = visitor(desk.app, "bpad")
    for key in (desk.key, desk.secret):
        assert reader.get(f"/aset/{key}/unduh").status_code == reader.head(f"/aset/{key}/unduh").status_code == 200
    assert visitor(desk.app, "siti").get(f"/aset/{desk.secret}/unduh").status_code == 404
    saved = [entry for entry in trail.latest(desk.catalog, 99) if entry.action == "asset.download"]
    assert [(entry.actor, entry.subject, entry.detail) for entry in saved] == [("bpad", desk.secret, {"version": 1})]


def test_nobody_is_asked_for_anything_while_there_are_no_accounts(client: FlaskClient, library: Library) -> None:
    key = library.keys["sop"]
    for page in (ANSWER, f"/aset/{key}", f"/aset/{key}/sumber"):
        assert "membantu" not in client.get(page).text
        assert "Laporkan keliru" not in client.get(page).text
    assert client.get(f"/aset/{key}/laporkan").status_code == client.get("/laporan").status_code == 404
