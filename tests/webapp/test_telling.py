"""Why an asset has its kind, and its main fields, as its page lists them."""

from dataclasses import replace

from flask.testing import FlaskClient

from catalog import assets
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
