"""What people do about a community and the programme, each step in a real browser by whom it is for alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from programme.inputs import theme_questions
from programme.steering import gaps
from tests.programme.seeding import Seeder
from tests.webapp.browsing import IN_A_BROWSER
from tests.webapp.gathering import NAME, Gathering, gather
from tests.webapp.library import searcher
from tests.webapp.people import enrol
from tests.webapp.programme.seats import (
    Seats,
    complaint,
    fine,
    follow,
    form,
    offers,
    onward,
    press,
    said,
    saved,
    seated,
)

TODAY = date.today()
THEME = "Penghapusan barang"
QUESTION = "Bagaimana menghapus barang rusak?"
PDF = b"%PDF-1.7 naskah bertanda tangan"

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def gathering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gathering]:
    """A community with an approved asset, a theme question that was asked, and a gap that five asked about."""
    catalog = create(tmp_path_factory.mktemp("alur"))
    made = gather(catalog)
    enrol(catalog, "panel", [Grant("panel")])
    enrol(catalog, "wira")
    Seeder(catalog, made=1000).approved(made.community.id, TODAY.isoformat(), title="SOP Lelang", unit="BPAD")
    theme_questions.add(catalog, made.community, (THEME, QUESTION), by="ketua")
    (question,) = theme_questions.holding(catalog)
    theme_questions.keep_answer(catalog, question.id, None, TODAY)
    catalog.db.execute(
        "INSERT INTO gap_group (key, question, times, askers, first, last, community, theme, unit, since)"
        " VALUES ('celah', 'Siapa menaksir nilai lelang?', 9, 5, ?1, ?1, ?2, ?3, 'BPAD', ?1)",
        [TODAY.isoformat(), made.community.id, THEME],
    )
    searcher(catalog)
    yield made
    catalog.close()


@pytest.fixture(scope="module")
def seats(browser: Browser, gathering: Gathering) -> Iterator[Seats]:
    with seated(browser, gathering.catalog) as seats:
        yield seats


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    place = tmp_path / "naskah.pdf"
    place.write_bytes(PDF)
    return place


def test_officers_keep_themes_with_their_goals_and_everybody_reads_them(seats: Seats, gathering: Gathering) -> None:
    page = seats.at("ketua", gathering.path)
    follow(page, "Kelola catatan")
    themes(page, "; Arsip tertata")
    assert complaint(page)
    assert page.input_value("#tema-baris") == "; Arsip tertata"
    fine(page)
    themes(page, f"{THEME}; Aset tuntas\nArsip digital; Arsip tertata")
    with seats.beside("admin") as other:
        other.goto(f"{gathering.path}/kelola")
        themes(page, f"{THEME}; Aset tuntas\nArsip digital; Arsip tertata\nArsip video")
        themes(other, THEME)
        assert "Arsip video" in complaint(other)
        assert other.input_value("#tema-baris") == THEME
        fine(other)
    for login in ("", "asn"):
        page = seats.at(login, gathering.path)
        assert "IKU: Arsip tertata" in said(page)
        assert not offers(page, "Kelola catatan")
    assert not offers(seats.at("anggota", gathering.path), "Kelola catatan")
    seats.nothing_at(f"{gathering.path}/kelola", "", "asn", "anggota", "widya")


def themes(page: Page, lines: str) -> None:
    page.fill("#tema-baris", lines)
    press(form(page, "#tema-baris"), "Simpan")


def test_the_decrees_file_is_for_those_inside(seats: Seats, gathering: Gathering, paper: Path) -> None:
    page = seats.at("ketua", f"{gathering.path}/kelola")
    page.set_input_files("#berkas", paper)
    press(form(page, "#berkas"), "Simpan")
    for login in ("anggota", "widya", "admin"):
        assert saved(seats.at(login, gathering.path), "Unduh berkas SK").read_bytes() == PDF
    for login in ("", "asn"):
        assert not offers(seats.at(login, gathering.path), "Unduh berkas SK")
    seats.nothing_at(f"{gathering.path}/sk", "", "asn")


def test_who_steers_appoints_a_mentor_who_opens_what_a_mentor_may(seats: Seats, gathering: Gathering) -> None:
    page = seats.at("ketua", f"{gathering.path}/kelola")
    assert not offers(page, "Tunjuk pendamping")
    assert not offers(seats.at("wira", gathering.path), "Unduh berkas SK")
    page = seats.at("admin", f"{gathering.path}/kelola")
    mentor(page, "tidakada")
    assert complaint(page)
    assert page.input_value("#pendamping-akun") == "tidakada"
    fine(page)
    mentor(page, "wira")
    page = seats.at("wira", gathering.path)
    assert "Wira Contoh" in said(page)
    assert offers(page, "Unduh berkas SK")
    assert "Wira Contoh" not in said(seats.at("", gathering.path))
    seats.nothing_at(f"{gathering.path}/kelola", "wira")


def mentor(page: Page, login: str) -> None:
    page.fill("#pendamping-akun", login)
    page.fill("#pendamping-mulai", "2026-01-05")
    press(page, "Tunjuk pendamping")


def test_officers_keep_the_plan_and_its_signed_paper(seats: Seats, gathering: Gathering, paper: Path) -> None:
    page = seats.at("ketua", gathering.path)
    follow(page, "Kelola rencana")
    page.select_option("#triwulan", "4")
    page.fill("#isi-kegiatan", "Klinik penghapusan")
    press(page, "Tambah kegiatan")
    page.get_by_text("Ubah Klinik penghapusan").click()
    item = page.locator("li", has_text="Klinik penghapusan")
    item.get_by_label("Terlaksana pada").fill(f"{TODAY.year}-01-01")
    press(item.locator("form", has_text="Terlaksana pada"), "Simpan")
    assert "terlaksana" in page.locator("li", has_text="Klinik penghapusan").inner_text()
    page.fill("#penanda", "Kepala Badan")
    page.fill("#hari-tanda", f"{TODAY.year}-01-01")
    page.set_input_files("#berkas", paper)
    press(form(page, "#penanda"), "Simpan")
    assert not page.locator("button", has_text="Hapus kegiatan").count()
    fine(page)
    plan = page.url
    page = seats.at("anggota", plan)
    assert not page.locator("main form").count()
    assert saved(page, "Unduh berkas rencana").read_bytes() == PDF
    page = seats.at("asn", plan)
    assert "Klinik penghapusan" in said(page)
    assert "Kepala Badan" not in said(page)
    seats.nothing_at(f"{plan}/berkas", "", "asn")


def test_everybody_reads_a_module_and_the_version_before(seats: Seats) -> None:
    page = seats.at("", "/modul")
    follow(page.locator("main"), "Menata SOP", exact=False)
    follow(page.locator("main"), "versi 1")
    assert "Ini versi lama." in said(page)
    follow(page, "Baca versi terbaru")
    assert "Ini versi lama." not in said(page)
    assert not page.locator("main form").count()


def test_officers_keep_the_inputs_of_indicators(seats: Seats, gathering: Gathering, paper: Path) -> None:
    page = seats.at("ketua", gathering.path)
    follow(page, "Masukan indikator")
    page.fill("#isi-pertanyaan", QUESTION)
    page.select_option("#tema", THEME)
    press(page, "Tambah pertanyaan")
    assert "sudah ada dalam daftar" in complaint(page)
    fine(page)
    page.fill("#topik", "Penaksiran nilai")
    press(page, "Tambah topik")
    page.get_by_text("Ubah: Penaksiran nilai").click()
    page.get_by_label("Alamat atau kunci aset yang mencakupnya").fill(gathering.papers["sop"])
    press(page, "Tambah cakupan")
    assert page.get_by_role("link", name="Notulen sop").count() == 1
    page.select_option("#unit", "DINKES")
    press(page, "Tambah unit penyusun")
    assert page.locator("#penyusun ~ ul").first.inner_text().startswith("SOP Lelang\nDINKES")
    page.fill("#nomor-komitmen", "SKP 12/2026")
    page.fill("#hari-komitmen", "2026-01-05")
    page.set_input_files("#berkas-komitmen", paper)
    press(page, "Tambah catatan")
    assert saved(page, "Unduh berkasnya", exact=False).read_bytes() == PDF
    fine(page)
    for login in ("anggota", "asn", ""):
        assert not offers(seats.at(login, gathering.path), "Masukan indikator")
    seats.nothing_at(f"{gathering.path}/masukan", "", "asn", "anggota", "widya")


def test_the_rows_behind_a_figure_are_opened_by_those_inside(seats: Seats, gathering: Gathering) -> None:
    for login, told in (("anggota", QUESTION), ("asn", "Barisnya hanya ditunjukkan kepada anggota")):
        page = seats.at(login, gathering.path)
        follow(page, "Indikator")
        asked = page.locator("section.measure", has=page.locator("[id='i2.2']"))
        asked.locator("summary").click()
        assert told in asked.inner_text()
    assert QUESTION not in said(page)
    held = page.locator("section.measure", has=page.locator("[id='i6.3']"))
    held.locator("summary").click()
    fine(page)
    follow(held, "SOP Lelang")


def test_a_gap_gets_an_owner_who_is_told_and_told_again_when_it_closes(seats: Seats, gathering: Gathering) -> None:
    page = seats.at("ketua", gathering.path)
    follow(page, "Celah pengetahuan")
    page.get_by_text("Atur penanggung jawab").click()
    fine(page)
    page.get_by_label("Anggota", exact=True).select_option(label="Anggota Contoh")
    press(page, "Simpan")
    page = seats.at("anggota", "/pemberitahuan")
    onward(page.locator(".unread").get_by_role("button"))
    gap = page.locator("#celah")
    assert "Terbuka" in gap.inner_text()
    assert "Anggota Contoh" in gap.inner_text()
    assert not page.locator("main form[method=post]").count()
    answered(gathering.catalog)
    page = seats.at("anggota", "/pemberitahuan")
    onward(page.locator(".unread").get_by_role("button"))
    assert "Sudah terjawab" in gap.inner_text()
    follow(gap, "SOP Lelang")
    for login in ("", "asn"):
        assert not offers(seats.at(login, gathering.path), "Celah pengetahuan")
    seats.nothing_at("/celah", "", "asn")


def answered(catalog: Catalog) -> None:
    """Let the question of the gap be answered, as the nightly run finds it."""
    (gap,) = gaps.listing(catalog)
    asset = catalog.db.execute("SELECT id FROM asset WHERE title = 'SOP Lelang'").fetchone()[0]
    gaps.asked_again(catalog, gap, TODAY.isoformat(), asset, answered=True)


def test_whoever_asks_in_vain_notes_what_is_missing(seats: Seats, gathering: Gathering) -> None:
    page = seats.at("asn", "/?q=zirkon+nilakandi")
    press(page, "Catat sebagai kebutuhan")
    assert "Kebutuhan ini sudah dicatat." in said(page)
    assert not offers(page, "Catat sebagai kebutuhan")
    fine(page)
    assert gathering.catalog.db.execute("SELECT text FROM gap").fetchall() == [("zirkon nilakandi",)]


def test_the_quarterly_report_is_shown_printed_and_taken_as_a_table(seats: Seats) -> None:
    page = seats.at("panel", "/")
    follow(page, "Laporan triwulan")
    quarter = page.locator("#q option").last.inner_text()
    page.select_option("#q", quarter)
    press(page, "Tampilkan")
    assert quarter in page.inner_text("h1")
    assert NAME in said(page)
    fine(page)
    assert NAME in saved(page, "Unduh CSV").read_text(encoding="utf-8-sig")
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert not page.locator("main form").is_visible()
    assert page.locator(".on-paper").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="screen")
    assert not offers(seats.at("ketua", "/"), "Laporan triwulan")
    seats.nothing_at("/laporan-triwulan", "", "ketua", "widya")
    seats.nothing_at("/laporan-triwulan/csv", "ketua")


def test_who_steers_takes_an_export_and_rehearses_it_as_an_import(seats: Seats) -> None:
    page = seats.at("admin", "/")
    follow(page, "Impor dan ekspor")
    follow(page.locator("main"), "Ekspor")
    fine(page)
    with page.expect_download() as download:
        page.locator("tr", has_text="Anggota").first.get_by_role("button", name="CSV").click()
    page = seats.at("admin", "/impor")
    page.select_option("#jenis", "members")
    page.set_input_files("#berkas", download.value.path())
    press(page, "Uji berkas")
    assert "sudah tercatat semua" in said(page)
    fine(page)
    assert not offers(page, "Terapkan")
    for login in ("ketua", "asn", ""):
        assert not offers(seats.at(login, "/"), "Impor dan ekspor")
    for path in ("/impor", "/ekspor"):
        seats.nothing_at(path, "", "asn", "ketua")


def test_who_steers_records_and_corrects_a_count_of_staff(seats: Seats) -> None:
    page = seats.at("admin", "/impor")
    follow(page.locator("main"), "Jumlah pegawai")
    page.select_option("#unit", "DINKES")
    page.fill("#sumber", "Daftar kepegawaian")
    for people, words in (("banyak", "tidak diterima"), ("1.250", "1.250"), ("1.300", "1.300")):
        page.fill("#pegawai", people)
        page.fill("#sumber", "Daftar kepegawaian")
        press(page, "Simpan")
        assert words in said(page)
    assert "Diganti" in said(page)
    fine(page)
    seats.nothing_at("/pegawai", "", "asn", "ketua")


def test_the_instrument_is_read_by_all_and_its_blank_form_is_printed(seats: Seats) -> None:
    page = seats.at("", "/maturitas")
    follow(page.locator("main"), "Instrumen", exact=False)
    page.get_by_text("Kriteria level 2 setiap indikator").click()
    fine(page)
    page = seats.at("panel", "/penilaian")
    follow(page, "Formulir kosong untuk dicetak")
    page.emulate_media(media="print")
    assert not page.locator(".rooms").is_visible()
    assert page.locator("table.blank").count() == 7
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen")
