import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient

from catalog.assets import card
from catalog.opening import create
from catalog.parts import NewPart
from catalog.scope import scope_of
from tests.webapp.conftest import HOSTILE, SOP, Library, given
from tests.webapp.library import Paper, add, searchers, text_page
from webapp.app import create_app

Visit = Callable[[str | None], FlaskClient]


def test_an_asset_with_its_card_and_pages(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/aset/{library.keys['sop']}").text
    for words in ("<h1>SOP Peminjaman Kendaraan Dinas</h1>", "5 Maret 2025", "Berlaku", "Disahkan", "Terbuka"):
        assert words in page
    assert "Terstandar (level 3)" in page
    assert "Bukti: Notulen empat triwulan (instrumen versi 2025.1)" in page
    assert SOP.splitlines()[1] in page
    assert 'id="hal-3"' in page
    assert "Halaman ini hasil pindai, belum dapat dicari." in page


def test_a_quote_is_marked_at_its_place(client: FlaskClient, library: Library) -> None:
    key = library.keys["sop"]
    page = client.get(f"/aset/{key}?versi=1&hal=1&mulai=11&akhir=26").text
    assert f'<mark id="kutipan">{SOP[11:26]}</mark>' in page
    assert "<mark" not in client.get(f"/aset/{key}?versi=1&hal=1&mulai=11&akhir=9999").text


def test_a_row_is_marked_in_its_sheet(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/aset/{library.keys['sheet']}", query_string={"lembar": "KIB <B>", "baris": "46"}).text
    row = re.search(r'<tr id="baris-46" class="focus">.*?</tr>', page)
    assert row is not None
    assert "<td>0042</td><td>Genset portabel</td>" in row.group()
    assert "Baris berikutnya" in page
    assert "Rekap" in page


def test_hostile_titles_names_and_cells_stay_text(client: FlaskClient, library: Library) -> None:
    for name in ("hostile", "sheet"):
        page = client.get(f"/aset/{library.keys[name]}").text
        assert HOSTILE not in page
        assert "<img" not in page
        assert "<script" not in page
        assert "<b>" not in page.casefold()


def test_a_community_that_was_never_assessed(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/aset/{library.keys['hostile']}").text
    assert "belum dinilai" in page
    assert "level" not in page.replace('class="level none"', "")


def test_without_a_community_nothing_is_said_of_maturity(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/aset/{library.keys['sheet']}").text
    assert "Komunitas (CoP) penyusun" not in page
    assert "dinilai" not in page


def test_advisory_4_absent_forbidden_and_malformed_answer_alike(client: FlaskClient, library: Library) -> None:
    hidden = [library.keys[name] for name in ("internal", "restricted", "draft")]
    wrong = ["tidakada12345", "..", "%00", "%FF", "a" * 3000, "' OR 1=1 --"]
    pages, ends = ("", "/unduh", "/sumber", "/gambar"), ("", "?versi=1", "?hal=1", "?versi=1&hal=1")
    ways = [f"/aset/{key}{page}{end}" for key in (*hidden, *wrong) for page in pages for end in ends]
    seen = library.keys["sop"]
    versions = ("?versi=2", "?versi=x", "?versi=", "?versi=-1", f"?versi={'9' * 30}")
    ways += [f"/aset/{seen}{page}{version}" for page in pages for version in versions]
    ways += [f"/aset/{seen}{page}?hal={number}" for page in pages[2:] for number in ("0", "4", "999999999")]
    answers = [client.get(way) for way in ways]
    alike = {(a.status_code, a.data, tuple(sorted(a.headers.items()))) for a in answers}
    assert len(alike) == 1
    assert answers[0].status_code == 404
    assert not any(key in answers[0].text for key in hidden)


def test_rights_decide_who_reads_what(visit: Visit, library: Library) -> None:
    seen = {
        (name, viewer): visit(viewer).get(f"/aset/{library.keys[name]}").status_code
        for name in ("sop", "internal", "restricted", "draft")
        for viewer in ("public", "internal", "BPAD", "DINKES", None)
    }
    ok = {key for key, status in seen.items() if status == 200}
    assert ok == {
        *(("sop", v) for v in ("public", "internal", "BPAD", "DINKES", None)),
        *(("internal", v) for v in ("internal", "BPAD", "DINKES", None)),
        *(("restricted", v) for v in ("BPAD", None)),
        ("draft", None),
    }
    assert set(seen.values()) == {200, 404}


def test_an_earlier_version_says_which_one_is_used_now(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    for text in ("Naskah pertama.", "Naskah kedua."):
        key = add(catalog, Paper("a.txt", given("Naskah"), (text_page(None, text),), text.encode()))
    client = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")).test_client()
    catalog.close()
    now, before = client.get(f"/aset/{key}").text, client.get(f"/aset/{key}?versi=1").text
    assert "Naskah kedua." in now
    assert "Yang dipakai sekarang" not in now
    assert f'href="/aset/{key}?versi=1"' in now
    assert "Naskah pertama." in before
    assert "Yang dipakai sekarang" in before
    assert client.get(f"/aset/{key}/unduh?versi=1").data == b"Naskah pertama."
    assert client.get(f"/aset/{key}/unduh").data == b"Naskah kedua."


def test_slashes_in_a_key_are_not_found(client: FlaskClient) -> None:
    assert client.get("/aset/a/b/c").status_code == 404


def test_a_part_shows_its_pages_and_links_to_the_file_and_to_the_other_parts(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    texts = ("Sampul buku.", "Cuti diajukan.", "Alur cuti.", "Surat dicatat.", "Penutup buku.")
    sops = (NewPart(2, 3, "SOP Pengajuan Cuti", "sop", {}), NewPart(4, 4, "SOP <b>Surat</b>", "sop", {}))
    paper = Paper("buku.pdf", given("Buku SOP"), tuple(text_page(n, text) for n, text in enumerate(texts, 1)))
    file = add(catalog, replace(paper, parts=sops))
    add(catalog, replace(paper, content=b"versi dua", parts=sops[:1]))
    leave, mail = (part.key for part in card(catalog, file, scope_of("public"), 1).parts)
    client = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")).test_client()
    catalog.close()
    part, whole = client.get(f"/aset/{leave}").text, client.get(f"/aset/{file}").text
    assert "<h1>SOP Pengajuan Cuti</h1>" in part
    assert ("Cuti diajukan." in part, "Alur cuti." in part) == (True, True)
    assert not any(text in part for text in ("Sampul buku.", "Surat dicatat.", "Penutup buku."))
    assert f'Halaman 2–3 dari berkas <a href="/aset/{file}?versi=2">Buku SOP</a>' in part
    assert "Buka halaman (2–3)" in part
    assert all(text in whole for text in texts)
    assert f'<a href="/aset/{leave}?versi=2">SOP Pengajuan Cuti</a>' in whole
    assert client.get(f"/aset/{leave}/unduh").data == b"versi dua"
    before = client.get(f"/aset/{leave}?versi=1").text
    assert f'<a href="/aset/{mail}?versi=1">SOP &lt;b&gt;Surat&lt;/b&gt;</a>' in before
    assert f'<a href="/aset/{leave}">versi 2</a>' in before
    lost = client.get(f"/aset/{mail}?versi=1").text
    assert f'<a href="/aset/{file}">versi 2</a>' in lost
    assert client.get(f"/aset/{mail}").status_code == 404


def test_an_asset_leads_back_to_the_older_portal(client: FlaskClient, library: Library) -> None:
    way, page = "https://portal.contoh.id/aset/7", f"/aset/{library.keys['sop']}"
    assert "Portal KM" not in client.get(page).text
    library.catalog.db.execute("UPDATE asset SET portal = ? WHERE key = ?", [way, library.keys["sop"]])
    assert f'href="{way}" rel="external noreferrer"' in client.get(page).text
    library.catalog.db.execute("UPDATE asset SET portal = NULL")
