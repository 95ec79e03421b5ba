"""What people do about an asset, each step in a real browser by whom it is for; all others find no way to it."""

from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from catalog import accounts
from catalog.database import Catalog
from catalog.grants import Grant
from tests.webapp.browsing import IN_A_BROWSER
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searcher, text_page
from tests.webapp.people import inhabited
from tests.webapp.programme.seats import Seats, complaint, fine, follow, offers, onward, press, said, saved, seated

PEOPLE = {
    "kurator": [Grant("kurator", "BPSDM")],
    "kepala": [Grant("pengesah", "BPSDM")],
    "pemilik": [Grant("penyusun", "BPSDM")],
    "pemakai": [Grant("penyusun", "DINKES"), Grant("pengesah", "DINKES")],
    "atasan": [Grant("pengesah", "DINKES")],
    "tetangga": [Grant("pengesah", "DISHUB")],
}
KAK = "1. Latar Belakang\nKendaraan dinas dipakai bergantian.\n2. Sumber Dana\nAPBD {}"
MORE = "\n3. Keluaran\nLaporan pemakaian setiap triwulan, daftar pengemudi dan jadwal perawatan."
PAPERS = {
    "lama": ("SOP Kunci Lama", "sop", "BPSDM", "Kunci gudang diserahkan pada sore hari."),
    "baru": ("SOP Kunci Baru", "sop", "BPSDM", "Lemari besi dikunci oleh pengurus."),
    "usang": ("SOP Stempel", "sop", "BPSDM", "Stempel disimpan bendahara."),
    "asal": ("SOP Ambulans", "sop", "BPSDM", "Ambulans berangkat dengan bekal Rp1.250.000 sejak 3 Maret 2025."),
    "hasil": ("SOP Ambulans Puskesmas", "sop", "DINKES", "Puskesmas menyiapkan pengemudi."),
    "satu": ("KAK Kendaraan 2025", "kak", "BPSDM", KAK.format(2025)),
    "dua": ("KAK Kendaraan 2026", "kak", "BPSDM", KAK.format(2026) + MORE),
}

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with inhabited(tmp_path_factory.mktemp("alur"), PEOPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def keys(catalog: Catalog) -> dict[str, str]:
    """The papers, internal ones of which `pemilik` owns those of BPSDM."""
    found = {}
    for name, (title, kind, unit, text) in PAPERS.items():
        card = given(title, kind=kind, unit=unit, access="internal", validity="belum_dikonfirmasi")
        found[name] = add(catalog, Paper(f"{name}.txt", card, (text_page(1, text),)))
    owner = accounts.named(catalog, "pemilik").id
    catalog.db.execute("UPDATE asset SET owner = ? WHERE unit = 'BPSDM'", [owner])
    searcher(catalog)
    return found


@pytest.fixture(scope="module")
def seats(browser: Browser, catalog: Catalog, keys: dict[str, str]) -> Iterator[Seats]:
    with seated(browser, catalog) as seats:
        yield seats


def test_a_curator_confirms_that_it_is_in_force_and_a_head_names_what_replaces_it(
    seats: Seats, keys: dict[str, str]
) -> None:
    asset = f"/aset/{keys['lama']}"
    page = seats.at("kurator", asset)
    follow(page, "Nyatakan keberlakuannya")
    press(page, "Tegaskan masih berlaku")
    assert "oleh Kurator Contoh" in said(page)
    page = seats.at("kurator", f"{asset}/keberlakuan")
    assert "Digantikan aset lain" not in said(page)
    page = seats.at("kepala", f"{asset}/keberlakuan")
    succeeded(page, "tidakada")
    assert complaint(page)
    assert page.get_by_label("Digantikan seluruhnya").is_checked()
    fine(page)
    succeeded(page, f"https://rujukan.contoh.go.id/aset/{keys['baru']}")
    page = seats.at("tetangga", asset)
    assert "Digantikan oleh SOP Kunci Baru" in said(page)
    fine(page)
    follow(page.locator("main"), "SOP Kunci Baru")
    assert page.url.endswith(keys["baru"])


def succeeded(page: Page, by: str) -> None:
    page.get_by_label("Digantikan seluruhnya").check()
    page.get_by_label("Alamat aset penggantinya").fill(by)
    press(page, "Simpan penggantinya")


def test_what_has_expired_is_told_with_the_reason_that_is_asked_for(seats: Seats, keys: dict[str, str]) -> None:
    page = seats.at("kurator", f"/aset/{keys['usang']}/keberlakuan")
    press(page, "Nyatakan kedaluwarsa")
    assert complaint(page)
    fine(page)
    page.get_by_label("Catatan (wajib bila menyatakan berakhir)").fill("Stempel diganti tanda tangan elektronik.")
    press(page, "Nyatakan kedaluwarsa")
    assert "Kedaluwarsa" in said(seats.at("tetangga", f"/aset/{keys['usang']}"))
    page = seats.at("kepala", f"/aset/{keys['usang']}/keberlakuan")
    assert "Stempel diganti tanda tangan elektronik." in said(page)


def test_nobody_else_says_whether_it_is_in_force(seats: Seats, keys: dict[str, str]) -> None:
    path = f"/aset/{keys['asal']}"
    for login in ("pemilik", "tetangga"):
        assert not offers(seats.at(login, path), "Nyatakan keberlakuannya")
    seats.nothing_at(f"{path}/keberlakuan", "", "pemilik", "tetangga")


def test_a_use_is_confirmed_by_another_head_than_its_writer_and_becomes_lineage(
    seats: Seats, keys: dict[str, str]
) -> None:
    record = recorded(seats, keys["asal"])
    page = seats.of("pemakai")
    assert not offers(page, "Konfirmasi")
    seats.nothing_at(record, "", "tetangga", "pemilik")
    page = seats.at("atasan", "/pemakaian")
    follow(page.locator("main"), "SOP Ambulans")
    press(page, "Tolak")
    assert complaint(page)
    fine(page)
    press(page, "Konfirmasi")
    assert "Dikonfirmasi" in said(page)
    page = seats.at("pemakai", record)
    page.get_by_label("Hasil", exact=True).fill("Ambulans siaga di setiap puskesmas.")
    page.get_by_label("Alamat aset yang dibuat darinya").fill(f"/aset/{keys['hasil']}")
    press(page, "Simpan hasil")
    fine(page)
    assert "SOP Ambulans Puskesmas" in said(page)


def recorded(seats: Seats, asset: str) -> str:
    """Let `pemakai` record a use, at first without evidence; return the address of the record."""
    assert not offers(seats.at("pemilik", f"/aset/{asset}"), "Pakai aset ini")
    page = seats.at("pemakai", f"/aset/{asset}")
    follow(page, "Pakai aset ini")
    page.get_by_label("Adaptasi").check()
    page.get_by_label("Untuk apa dipakai").fill("Ambulans puskesmas")
    press(page, "Catat pemakaian")
    assert complaint(page)
    assert page.get_by_label("Untuk apa dipakai").input_value() == "Ambulans puskesmas"
    fine(page)
    page.get_by_label("Bukti: nomor surat").fill("Nota dinas 7/2026")
    press(page, "Catat pemakaian")
    assert "Menunggu konfirmasi" in said(page)
    return page.url


def test_lineage_leads_from_either_end_to_the_other(seats: Seats, keys: dict[str, str]) -> None:
    page = seats.at("tetangga", f"/aset/{keys['asal']}")
    assert "Dinas Kesehatan (adaptasi)" in said(page)
    follow(page, "Silsilah aset")
    fine(page)
    follow(page.locator(".lineage"), "SOP Ambulans Puskesmas")
    follow(page, "Silsilah aset")
    assert page.locator(".lineage").get_by_role("link", name="SOP Ambulans", exact=True).count() == 1
    seats.nothing_at(f"/aset/{keys['asal']}/silsilah", "")


def test_the_kit_holds_what_to_name_and_what_to_localise(seats: Seats, keys: dict[str, str]) -> None:
    page = seats.at("tetangga", f"/aset/{keys['asal']}")
    with ZipFile(saved(page, "Paket pemakaian (zip)")) as kit:
        names = kit.namelist()
        assert "SOP Ambulans" in kit.read("atribusi.txt").decode()
        told = "".join(kit.read(name).decode("utf8", "replace") for name in names if name.endswith((".csv", ".html")))
    assert "Rp1.250.000" in told
    assert "3 Maret 2025" in told
    seats.nothing_at(f"/aset/{keys['asal']}/paket", "")


def test_two_papers_of_a_kind_are_compared_from_the_page_of_one(seats: Seats, keys: dict[str, str]) -> None:
    page = seats.at("tetangga", f"/aset/{keys['satu']}")
    follow(page, "Bandingkan per bagian", exact=False)
    assert "Sama: 1 · Berbeda: 1 · Hanya di naskah pertama: 0 · Hanya di naskah kedua: 1" in said(page)
    assert "APBD 2025" in page.inner_text("del")
    assert "APBD 2026" in page.inner_text("ins")
    page.get_by_text("Tampilkan isinya").click()
    fine(page)
    seats.nothing_at(f"/banding?a={keys['satu']}&b={keys['dua']}", "")


def test_an_owner_opens_a_notice_and_calls_the_rest_read(seats: Seats, keys: dict[str, str]) -> None:
    page = seats.at("pemilik", "/")
    follow(page, "Pemberitahuan", exact=False)  # how many are unread stands in it
    assert page.locator(".unread").count() > 1
    fine(page)
    use = page.locator(".unread", has_text="SOP Ambulans")
    assert "Dinas Kesehatan memakai aset yang Anda urus (adaptasi)" in use.inner_text()
    onward(use.get_by_role("button"))
    assert "Ambulans puskesmas" in said(page)
    page = seats.at("pemilik", "/pemberitahuan")
    assert page.locator("li:not(.unread)", has_text="SOP Ambulans").count() == 1
    press(page, "Tandai semua sudah dibaca")
    assert page.locator(".unread").count() == 0
    assert "SOP Ambulans" not in said(seats.at("tetangga", "/pemberitahuan"))
    seats.nothing_at("/pemberitahuan", "")
