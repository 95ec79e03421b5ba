"""Questions about a place or an office that the paper which seems to answer nowhere names."""

from dataclasses import replace

import pytest

from catalog import passages, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.passages import Passage
from catalog.scope import OPERATOR
from search.answering.elsewhere import agencies_asked, is_of_a_branch, named_elsewhere, names_in, of_another_agency
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.engine.shelf import OPEN
from tests.search.library import CountingEmbedder, read_in

FORUM = "Forum anak berada di bawah koordinasi dinas. Ditetapkan di Bekasi."


def paper(catalog: Catalog, text: str = FORUM, path: str = "forum.txt", card: Metadata = OPEN) -> Passage:
    read_in(catalog, CountingEmbedder(), path, text, card)
    (found,) = passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()
    return found


def elsewhere(catalog: Catalog, question: str, of: Passage) -> bool:
    return named_elsewhere(catalog, understand(question, load()), of)


def of_another(catalog: Catalog, question: str, of: Passage) -> bool:
    asked = understand(question, load())
    return of_another_agency(catalog, asked, agencies_asked(catalog, asked), of)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Forum anak di Kota Depok dikoordinasi dinas apa?", ["depok"]),
        ("forum anak kota depok", ["depok"]),
        ("kepala seksi Diskominfo Banjarnegara", ["banjarnegara"]),
        ("nilai mobil milik Dinas Kesehatan Wonosobo", ["kesehatan", "wonosobo"]),
        ("prosedur cuti di Surabaya", ["surabaya"]),
        ("tarif sewa di Prov Banten", ["banten"]),
        ("pedoman dari MUI Jawa Timur", ["jawa timur"]),
        ("nilai lift di RSD Balung", ["balung"]),
        ("pedoman di provinsi jambiraya timur", ["jambiraya timur"]),
        ("pagar di Desa Gondang tengah rusak", ["gondang"]),
        ("Depok punya forum anak?", []),  # the first word of a question has its capital anyway
        ("Apa batas Kabupaten Bima? Sebutkan arahnya.", ["bima"]),
        ("tarif di kota lama dan desa wisata", []),
        ("apa isi Surat Keputusan Kepala Dinas", []),
        ("biaya perjalanan dinas luar negeri", []),
        ("dilaporkan ke posko provinsi seberapa sering", []),
        ("usaha di satu desa telat melapor", []),
        ("diserahkan ke Kepala Badan Karantina", ["karantina"]),
        ("dilampirkan di Kerangka Acuan Kerja", []),
        ("berapa tarif PPID", []),  # an abbreviation, which papers spell out
    ],
)
def test_names_are_told_from_words(question: str, named: list[str]) -> None:
    assert names_in(question) == named


def test_a_place_that_the_paper_nowhere_names_is_elsewhere(catalog: Catalog) -> None:
    of = paper(catalog)
    assert elsewhere(catalog, "Forum anak di Kota Depok dikoordinasi dinas apa?", of)
    assert not elsewhere(catalog, "Forum anak di Kota Bekasi dikoordinasi dinas apa?", of)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Pedoman MUI Jawa Tengah berlaku di seluruh Jawa.", True),
        ("Pedoman MUI Jawa\nTimur.", False),
        ("Pedoman MUI Jatim.", False),
    ],
)
def test_a_province_is_told_by_its_whole_name_or_a_short_one(catalog: Catalog, text: str, *, other: bool) -> None:
    assert elsewhere(catalog, "apa isi pedoman MUI Jawa Timur?", paper(catalog, text)) is other


@pytest.mark.parametrize(
    ("text", "card", "other"),
    [
        ("Badan lain menilai pengembangan gedung bagi sumber daya manusia: Rp30.000.000.", OPEN, True),
        ("Nilai gedung Badan Pengembangan\nSumber Daya Manusia Rp30.000.000.", OPEN, False),
        ("Nilai gedung kantor seluruhnya Rp30.000.000.", OPEN, True),
        ("Nilai gedung kantor BPSDM Rp30.000.000.", OPEN, False),
        ("Nilai gedung Badan Pengembangan Sumber Daya Manusia Rp30.000.000.", OPEN, False),
        ("Nilai gedung kantor seluruhnya Rp30.000.000.", replace(OPEN, unit="BPSDM"), False),
    ],
)
def test_an_agency_by_its_short_name_is_told_by_the_paper_or_its_card(
    catalog: Catalog, text: str, card: Metadata, other: bool
) -> None:
    of = paper(catalog, text, "gedung.txt", card)
    for called in ("bpsdm", "BPSDM", "badan pengembangan sumber daya manusia"):
        assert of_another(catalog, f"berapa nilai gedung kantor {called}?", of) is other


def test_what_an_agency_deals_with_does_not_name_it(catalog: Catalog) -> None:
    of = paper(
        catalog, "Ketua: Sekretaris Satpol PP. Aset pengetahuan dicatat.", "sk.txt", replace(OPEN, unit="SATPOL")
    )
    assert of_another(catalog, "siapa ketua cop bpad?", of)
    assert not of_another(catalog, "siapa ketua cop satpol pp?", of)


def test_a_city_is_called_with_and_without_its_office(catalog: Catalog) -> None:
    of = paper(catalog, "Nilai kendaraan Sudin di Jakarta Timur.", "kib.txt")
    assert not of_another(catalog, "nilai kendaraan di jaktim", of)
    assert of_another(catalog, "nilai kendaraan di jakbar", of)


def test_of_two_places_one_that_is_not_named_is_enough(catalog: Catalog) -> None:
    assert elsewhere(catalog, "Forum anak di Bekasi dan di Depok dikoordinasi dinas apa?", paper(catalog))


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Apa syarat nikah di KUA?", "Syarat mutasi pegawai ada lima. Kualitasnya dinilai.", True),
        ("Apa syarat nikah di KUA?", "Surat dari Kantor Urusan Agama dilampirkan.", False),
        ("Kapan KUA dibahas?", "Kebijakan Umum APBD dibahas bulan Juli.", False),
        ("Bagaimana cara membuat paspor di kantor imigrasi?", "Cara membuat SOP baru ada di menu.", True),
        ("Apa syarat SKCK dari polres?", "SKCK dari kepolisian dilampirkan.", False),
    ],
)
def test_an_institution_that_serves_everywhere_is_named_by_the_paper(
    catalog: Catalog, question: str, text: str, *, lacks: bool
) -> None:
    assert elsewhere(catalog, question, paper(catalog, text, "satu.txt")) is lacks


def test_a_question_that_names_no_place_is_about_any(catalog: Catalog) -> None:
    assert not elsewhere(catalog, "forum anak dikoordinasi dinas apa", paper(catalog))


def test_any_page_of_the_paper_may_name_it(catalog: Catalog) -> None:
    pages = [storing.NewPage(n, n, "text", 1.0, text) for n, text in enumerate(("Kota Depok", FORUM), 1)]
    body = storing.NewPassage(1, "text", None, (), 0, len(FORUM), FORUM, None)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), "forum.pdf")
        new = storing.NewVersion("00", 1, "application/pdf", "Forum", "sop", {}, tuple(pages), (body,))
        storing.add_version(catalog, asset, new)
    (of,) = passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()
    assert not elsewhere(catalog, "Forum anak di Kota Depok dikoordinasi dinas apa?", of)


def test_a_page_that_could_not_be_read_may_name_anything(catalog: Catalog) -> None:
    of = paper(catalog)
    with catalog.writing():
        catalog.db.execute("UPDATE page SET state = 'needs_ocr'")
    assert not elsewhere(catalog, "Forum anak di Kota Depok dikoordinasi dinas apa?", of)


def test_what_the_catalog_says_of_the_paper_counts(catalog: Catalog) -> None:
    of = paper(catalog, path="Depok/forum.txt", card=replace(OPEN, unit="DINKES"))
    assert not elsewhere(catalog, "forum anak Dinas Kesehatan di Kota Depok", of)


def test_a_name_stands_in_any_of_its_wordings(catalog: Catalog) -> None:
    assert not elsewhere(catalog, "peringkat desa se-Jateng", paper(catalog, "Peringkat desa se-Jawa Tengah"))


def test_the_government_of_the_catalog_is_taken_for_granted(catalog: Catalog) -> None:
    assert not elsewhere(catalog, "forum anak di Jakarta dikoordinasi dinas apa", paper(catalog))


@pytest.mark.parametrize(("asked", "other"), [("BPHTB", True), ("bphtb", True), ("PBB", False), ("SOP", False)])
def test_an_abbreviation_that_the_paper_nowhere_says_is_elsewhere(catalog: Catalog, asked: str, other: bool) -> None:
    of = paper(catalog, "Keberatan pajak bumi dan bangunan diajukan dalam tiga bulan.", "keberatan.txt")
    assert elsewhere(catalog, f"berapa lama proses keberatan {asked}?", of) is other


def test_a_branch_has_not_the_figures_of_its_agency(catalog: Catalog) -> None:
    branch = "Jumlah nilai kendaraan Sudin SDA Jakarta Timur | 1693900"

    def of_branch(question: str) -> bool:
        return is_of_a_branch(catalog, understand(question, load()), branch)

    assert of_branch("berapa total nilai kendaraan Dinas Sumber Daya Air")
    assert not of_branch("berapa total nilai kendaraan Sudin SDA Jakarta Timur")
    assert of_branch("berapa total nilai kendaraan di Jakarta Timur")
    assert not of_branch("siapa pengurus barang Dinas Sumber Daya Air")
