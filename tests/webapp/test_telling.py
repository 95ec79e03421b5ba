"""Why an asset has its kind, and its main fields, as its page lists them."""

from dataclasses import replace

from flask.testing import FlaskClient

from catalog import assets, citations
from catalog.citations import NewCitation
from catalog.legal_bases import LegalBasis
from catalog.scope import OPERATOR
from tests.webapp.conftest import Library
from webapp import telling

SIGN = {"rule": "berjudul SOP", "where": "judul", "text": "SOP", "page": 2, "sheet": None, "start": 4, "end": 7}
PLACE = {"page": 2, "sheet": None, "row": None, "start": 4, "end": 9}


def card(library: Library) -> assets.Card:
    return assets.card(library.catalog, library.keys["sop"], OPERATOR)


def test_a_sign_names_its_rule_its_words_and_their_page(library: Library) -> None:
    known = replace(card(library), kind_evidence=[SIGN, SIGN])
    assert telling.signs(known) == ["Judul: berjudul SOP (“SOP”, halaman 2)"]


def test_a_kind_that_a_person_gave_says_so(client: FlaskClient, library: Library) -> None:
    assert telling.signs(card(library)) == ["Ditetapkan oleh orang."]
    assert "Ditetapkan oleh orang." in client.get(f"/aset/{library.keys['sop']}").text


def test_fields_are_listed_with_a_way_to_their_place(library: Library) -> None:
    known = replace(card(library), fields={"tanggal": "3 Mei 2025", "nomor": "12/X"}, fields_at={"nomor": PLACE})
    number, date = telling.facts(known)
    assert (number.label, number.lines) == ("Nomor", ("12/X",))
    assert (number.place["hal"], number.place["mulai"], number.place["akhir"]) == (2, 4, 9)
    assert (date.lines, date.place) == (("3 Mei 2025",), {})


def test_a_step_is_told_as_its_table_tells_it(library: Library) -> None:
    step = {"waktu": "5 menit", "uraian": "Melapor", "pelaksana": "Pelapor", "no": "1", "ket": "lewat telepon"}
    known = replace(card(library), fields={"langkah": [step], "personel": [{"jumlah": "2", "posisi": "Ahli"}]})
    steps, people = telling.facts(known)
    assert steps.lines == ("1. Melapor; pelaksana: Pelapor; waktu: 5 menit; keterangan: lewat telepon",)
    assert people.lines == ("Ahli; jumlah: 2",)


def test_a_list_of_things_is_told_row_by_row_and_cut(library: Library) -> None:
    things = [f"{number} | Meja | {number}.000" for number in range(1, 8)]
    [fact] = telling.facts(replace(card(library), fields={"daftar": things}, fields_at={}))
    assert fact.label == "Daftar barang"
    assert fact.lines[0] == "1 | Meja | 1.000"
    assert fact.lines[-1] == "… dan 2 baris lagi."
    assert len(fact.lines) == telling.MAX_GOODS + 1


def test_legal_bases_that_are_all_listed_by_themselves_are_not_told_twice(library: Library) -> None:
    known = replace(card(library), fields={"dasar_hukum": ["UU 25/2009", "Pedoman SOP"]})
    assert [fact.label for fact in telling.facts(known, 1)] == ["Dasar hukum"]
    assert telling.facts(known, 2) == []


def basis(status: str, by: tuple[str, ...] = (), since: str | None = None) -> LegalBasis:
    return LegalBasis("pp-27-2014", "PP 27/2014", 2, None, 4, 9, ("pp-28-2020",), None, status, by, since)


def test_a_legal_basis_is_listed_with_its_state_and_a_way_to_its_place(library: Library) -> None:
    found = [
        basis("diubah", ("permendagri-7-2024", "peraturan-lkpp-12-2021"), "2024"),
        basis("dicabut", ("permenpanrb-35-2012",), "2024-01-05"),
        basis("berlaku"),
        basis("tidak_diketahui"),
    ]
    listed = telling.bases(card(library), found)
    assert [(b.state.words, b.state.tone) for b in listed] == [
        ("Diubah dengan Permendagri 7/2024, Peraturan LKPP 12/2021 (2024)", "care"),
        ("Dicabut oleh PermenPAN-RB 35/2012 (5 Januari 2024)", "bad"),
        ("Berlaku", "good"),
        ("Status tidak diketahui", "plain"),
    ]
    assert (listed[0].words, listed[0].chain) == ("PP 27/2014", "PP 28/2020")
    assert (listed[0].place["hal"], listed[0].place["mulai"], listed[0].place["akhir"]) == (2, 4, 9)


def test_the_page_of_an_asset_lists_its_legal_bases(client: FlaskClient, library: Library) -> None:
    shown = card(library)
    (page,) = [r["id"] for r in library.catalog.db.query("SELECT id FROM page WHERE version = ?", [shown.version_id])][
        :1
    ]
    with library.catalog.writing():
        citations.add(library.catalog, [page], [NewCitation(0, "uu-5-1999", 0, 6, True, None)])
    try:
        text = client.get(f"/aset/{library.keys['sop']}").text
    finally:
        with library.catalog.writing():
            citations.forget(library.catalog, shown.version_id)
    assert 'id="dasar-hukum"' in text and "Status tidak diketahui" in text
    assert 'id="dasar-hukum"' not in client.get(f"/aset/{library.keys['sop']}").text
