"""The desk: drafts for those they wait for, the steps they take, and that nobody else learns of either."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts, drafts, status_changes, template
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.parts import NewPart
from catalog.scope import scope_of
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import app_of, everybody, inhabited, token
from tests.webapp.rights import told
from webapp.app import create_app

PEOPLE = {
    "penulis": [Grant("penyusun", "BPSDM")],
    "penelaah": [Grant("penelaah", "BPSDM")],
    "kepala": [Grant("pengesah", "BPSDM")],
    "tetangga": [Grant("pengesah", "DINKES")],
    "operator": [Grant("operator")],
    "pembaca": [Grant("pembaca", "BPSDM")],
}
HOSTILE = "<script>alert('catatan')</script>"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with inhabited(tmp_path_factory.mktemp("meja"), PEOPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return app_of(catalog)


@pytest.fixture(scope="module")
def clients(app: Flask) -> dict[str, FlaskClient]:
    return everybody(app, PEOPLE)


def paper(catalog: Catalog, name: str, text: str = "Kunci gudang diserahkan pada sore hari.", **said: str) -> str:
    """A draft of `penulis`."""
    words = given(f"SOP {name}", status="draf", validity="belum_dikonfirmasi")
    key = add(catalog, Paper(f"{name}.txt", words, (text_page(1, text),), f"{name} {text}".encode(), "text/plain"))
    owner = accounts.named(catalog, "penulis").id
    catalog.db.execute("UPDATE asset SET owner = ? WHERE key = ?", [owner, key])
    return key


def take(client: FlaskClient, catalog: Catalog, key: str, step: str, note: str = "", **seen: str) -> TestResponse:
    """Send the form of the page as it is now, or as it was `seen`."""
    now = drafts.draft(catalog, accounts.named(catalog, "operator"), key)
    form = {"langkah": step, "catatan": note, "versi": str(now.version), "status": now.status} | seen
    form["csrf_token"] = token(client, "/")
    return client.post(f"/naskah/{key}", data=form, headers={"Sec-Fetch-Site": "same-origin"})


def buttons(client: FlaskClient, key: str) -> list[str]:
    return re.findall(r'name="langkah" value="(\w+)"', client.get(f"/naskah/{key}").text)


def test_the_draft_of_a_bound_file_tells_of_its_sops_which_follow_it_and_whose_keys_lead_to_it(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    words = given("Buku SOP", status="draf", validity="belum_dikonfirmasi")
    sops = (NewPart(2, 3, "SOP Pengajuan Cuti", "sop", {}), NewPart(4, 4, "SOP <b>Surat</b>", "sop", {}))
    pages = tuple(text_page(number, f"Halaman ke-{number}.") for number in range(1, 5))
    file = add(catalog, Paper("buku.pdf", words, pages, parts=sops))
    leave = drafts.card(catalog, drafts.draft(catalog, accounts.named(catalog, "operator"), file)).parts[0].key
    there = clients["penelaah"].get(f"/naskah/{leave}")
    assert (there.status_code, there.location) == (302, f"/naskah/{file}#bagian")
    assert clients["tetangga"].get(f"/naskah/{leave}").status_code == 404
    shown = clients["penelaah"].get(f"/naskah/{file}").text
    assert f'<a href="/naskah/{file}?versi=1&amp;hal=4#isi-dokumen">SOP &lt;b&gt;Surat&lt;/b&gt;</a>' in shown
    assert "halaman 2–3, Draf" in shown
    take(clients["penelaah"], catalog, file, "ajukan")
    assert "halaman 2–3, Diajukan" in clients["penelaah"].get(f"/naskah/{file}").text


def test_a_draft_is_read_by_those_it_waits_for_and_is_absent_for_all_others(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "gudang")
    for name, client in clients.items():
        for path in ("/naskah/{}", "/naskah/{}/unduh", "/naskah/{}?versi=1", "/naskah/{}/unduh?versi=1"):
            there, absent = client.get(path.format(key)), client.get(path.format("tidakada"))
            if name in ("penulis", "penelaah", "kepala", "operator"):
                assert there.status_code == 200, (name, path)
                assert "Kunci gudang" in there.text
            else:
                assert told(there, key) == told(absent, "tidakada"), (name, path)
                assert there.status_code == 404
        assert client.get(f"/naskah/{key}?versi=2").status_code == 404


def test_a_form_does_nothing_to_a_draft_that_one_may_not_open(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "rahasia")
    for name in ("tetangga", "pembaca"):
        there = take(clients[name], catalog, key, "tarik", "Sebab")
        form = {"csrf_token": token(clients[name], "/")}
        absent = clients[name].post("/naskah/tidakada", data=form, headers={"Sec-Fetch-Site": "same-origin"})
        assert told(there, key) == told(absent, "tidakada")
    assert take(clients["operator"], catalog, key, "tarik", "Sebab").status_code == 400
    assert status_changes.history(catalog, drafts.draft(catalog, accounts.named(catalog, "operator"), key).id) == []


def test_from_draft_to_approval_each_sees_the_steps_that_are_theirs(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "parkir")
    writer, reviewer, head = (clients[name] for name in ("penulis", "penelaah", "kepala"))
    assert (buttons(writer, key), buttons(reviewer, key), buttons(head, key)) == (["ajukan"], [], ["tarik"])
    sent = take(writer, catalog, key, "ajukan")
    assert (sent.status_code, sent.location) == (303, f"/naskah/{key}")
    assert (buttons(writer, key), buttons(reviewer, key)) == ([], ["telaah", "setujui", "kembalikan"])
    assert take(reviewer, catalog, key, "telaah").status_code == 303
    assert "sahkan" not in buttons(head, key)
    assert take(reviewer, catalog, key, "setujui", "Sudah sesuai").status_code == 303
    assert take(head, catalog, key, "sahkan").status_code == 303
    page = writer.get(f"/naskah/{key}").text
    for words in (
        "Diajukan",
        "Telaah dimulai",
        "Dinyatakan layak disahkan",
        "Disahkan",
        "Penelaah Contoh",
        "Sudah sesuai",
    ):
        assert words in page


def test_a_step_that_cannot_be_taken_says_why_and_keeps_what_was_typed(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "bahaya")
    reviewer = clients["penelaah"]
    take(clients["penulis"], catalog, key, "ajukan")
    without = take(reviewer, catalog, key, "kembalikan", " ")
    stale = take(reviewer, catalog, key, "kembalikan", HOSTILE, status="draf")
    wrong = take(reviewer, catalog, key, "sahkan", HOSTILE)
    assert [answer.status_code for answer in (without, stale, wrong)] == [400, 409, 400]
    for answer in (stale, wrong):
        assert 'role="alert"' in answer.text
        assert "alert(&#39;catatan&#39;)&lt;/script&gt;</textarea>" in answer.text
    twice = [take(reviewer, catalog, key, "kembalikan", HOSTILE, status="diajukan").status_code for _ in range(2)]
    assert twice == [303, 409]
    assert HOSTILE not in reviewer.get(f"/naskah/{key}").text


def test_no_word_of_a_draft_is_found_until_it_is_approved_and_none_once_it_is_withdrawn(
    app: Flask, clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "zamrud", "Kotak zamrud disimpan oleh petugas piket malam.")
    asked = "/api/v1/search?q=kotak+zamrud"

    def found(name: str = "") -> bool:
        hits = clients[name].get(asked).get_json()["hits"]
        return key in {hit["asset"] for hit in hits}

    for name, step in (("penulis", "ajukan"), ("penelaah", "setujui")):
        searchers(catalog)  # publishes, as the worker does
        assert [found(who) for who in ("", "penulis", "penelaah", "kepala")] == [False] * 4
        assert take(clients[name], catalog, key, step).status_code == 303
    assert clients[""].get(f"/aset/{key}").status_code == 404
    assert take(clients["kepala"], catalog, key, "sahkan").status_code == 303
    searchers(catalog)
    assert found()
    assert clients[""].get(f"/aset/{key}").status_code == 200
    # Nothing is published between this and the next look: rows, not indexes, say who may see what.
    assert take(clients["kepala"], catalog, key, "tarik", "Memuat data pribadi").status_code == 303
    assert not found()
    assert clients[""].get(f"/aset/{key}").status_code == 404
    assert clients["penulis"].get(f"/naskah/{key}").status_code == 200


def test_a_reviewer_sees_what_changed_since_the_approved_version(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "arsip", "Arsip disimpan dua tahun.")
    assert "Bandingkan" not in clients["penelaah"].get(f"/naskah/{key}?beda=1").text
    for name, step in (("penulis", "ajukan"), ("penelaah", "setujui"), ("kepala", "sahkan")):
        assert take(clients[name], catalog, key, step).status_code == 303
    paper(catalog, "arsip", "Arsip disimpan <b>tiga</b> tahun.")
    assert "Bandingkan dengan versi 1" in clients["penelaah"].get(f"/naskah/{key}").text
    page = clients["penelaah"].get(f"/naskah/{key}?beda=1").text
    assert "dihapus: </span>Arsip disimpan dua tahun.</del>" in page
    assert "ditambahkan: </span>Arsip disimpan &lt;b&gt;tiga&lt;/b&gt; tahun.</ins>" in page


def test_the_desk_lists_what_waits_and_its_count_stands_in_the_head_of_pages(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "piket")
    take(clients["penulis"], catalog, key, "ajukan")
    for name, client in clients.items():
        page, head = client.get("/meja"), client.get("/").text
        assert page.status_code == (404 if not name else 200)
        assert (f"/naskah/{key}" in page.text) is (name == "penelaah")
        assert ('href="/meja"' in head) is (name not in ("", "operator", "pembaca"))
        assert ('href="/unggah"' in page.text) is (name not in ("", "operator", "pembaca"))
        assert ("menunggu Anda</span>" in head) is (name in ("penulis", "penelaah"))
    assert told(clients[""].get("/meja"), "/meja") == told(clients[""].get("/mejaa"), "/mejaa")


def test_a_reviewer_sees_what_the_author_said_and_what_is_missing(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "isian")
    opened = drafts.draft(catalog, accounts.named(catalog, "penelaah"), key)
    template.save(catalog, opened.version_id, {"tema": "gudang <b>arsip</b>"})
    page = clients["penelaah"].get(f"/naskah/{key}").text
    assert "gudang &lt;b&gt;arsip&lt;/b&gt;" in page
    assert re.search(r"Kelengkapan \d+%; belum ada: Ringkasan, ", page)


def test_an_owner_hands_a_draft_over_and_it_is_theirs_no_more(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "alih")
    writer, form = clients["penulis"], {"csrf_token": token(clients["penulis"], "/")}

    def hand_over(client: FlaskClient, to: str) -> TestResponse:
        headers = {"Sec-Fetch-Site": "same-origin"}
        sent = form | {"penerima": to, "csrf_token": token(client, "/")}
        return client.post(f"/naskah/{key}/alihkan", data=sent, headers=headers)

    assert "Alihkan kepemilikan" not in clients["penelaah"].get(f"/naskah/{key}").text
    assert hand_over(clients["penelaah"], "penelaah").status_code == 400
    assert hand_over(clients["tetangga"], "kepala").status_code == 404
    assert hand_over(writer, "tetangga").status_code == 400
    assert hand_over(writer, "kepala").status_code == 303
    assert writer.get(f"/naskah/{key}").status_code == 404
    assert "Kepala Contoh" in clients["kepala"].get(f"/naskah/{key}").text


def test_without_accounts_there_is_no_desk(tmp_path: Path) -> None:
    opened = create(tmp_path / "data")
    key = add(opened, Paper("a.txt", given("Naskah"), (text_page(1, "Isi naskah."),)))
    app = create_app(folder=opened.folder, searcher_of=searchers(opened), scope=scope_of(None))
    assert app.test_client().get(f"/naskah/{key}").status_code == 404
    opened.close()
