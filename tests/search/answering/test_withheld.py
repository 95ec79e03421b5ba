"""Quotes that hold a person's data, where such data is asked for."""

import pytest

from search.answering.withheld import without_personal_data
from search.results import Quote
from tests.search.answering.test_evidence import CARD

FILLED = "nama Sukardi, NIK 9971010101900001, telepon 0812-0000-4411"
SIGNED = "Kepala Dinas, Wati Kartika, NIP 19911205 201503 2 985"
ROLL = "5 | 31.72.040.005.999-0005.0 | Rina | Jl. Rukun No. 5 | 4403400 | belum dibayar"
PLAIN = "Formulir memuat nama, NIK, dan nomor telepon pemohon."


def quote(text: str) -> Quote:
    return Quote(text, 0, len(text), CARD._replace(text=text), None, None)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("NIK Paijo", FILLED),
        ("minta nomor hp pengisi formulir", FILLED),
        ("NIP pejabat yang menandatangani", SIGNED),
        ("phone number of the applicant", FILLED),
        ("pbb rumah di jalan rukun berapa", ROLL),
        ("siapa yang sudah lunas", ROLL),
    ],
)
def test_what_holds_the_data_is_not_shown_whoever_is_meant(question: str, text: str) -> None:
    shown = without_personal_data(question, [quote(text), quote(PLAIN)])
    assert [one.text for one in shown.quotes] == [PLAIN]
    assert not shown.whole


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("siapa kepala dinas yang menandatangani", SIGNED),
        ("nomor telepon kantor dinas", "Telepon (021) 0000-1101"),
        ("nomor wa layanan pengaduan", "WhatsApp pengaduan 0812-0000-7310"),
        ("kode barang laptop", "1.3.2.05.01.05.043"),
        ("berapa tarif pajak reklame", "Tarif pajak reklame 25%"),
        ("berapa rumah di jalan rukun", ROLL),
    ],
)
def test_what_is_asked_for_otherwise_is_shown(question: str, text: str) -> None:
    assert without_personal_data(question, [quote(text)]).whole


def test_a_question_about_such_data_is_general() -> None:
    assert without_personal_data("apakah NIK wajib diisi di formulir?", [quote(FILLED)]).general
    assert not without_personal_data("NIK Paijo Contoh", [quote(FILLED)]).general
