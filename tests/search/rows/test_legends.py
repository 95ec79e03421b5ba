"""What codes in cells stand for, as the sheet itself explains them."""

from dataclasses import replace

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from search.rows.legends import legend
from tests.search.rows.conftest import OPEN, Keep


def test_a_legend_tells_each_code_in_all_its_wordings_and_none_that_has_two_meanings() -> None:
    told = legend("Keterangan: B = Berlaku; TB = Tidak berlaku / dicabut, R: Revisi\nR = Rahasia\nNIP = 1980")
    assert told == {" b ": {" berlaku "}, " tb ": {" tidak berlaku ", " dicabut "}}


def test_a_column_of_explained_codes_says_what_they_stand_for(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Judul SOP", "Status", "Lembar"), (1, "SOP Satu", "B", 4), (2, "SOP Dua", "TB", 5)]
    notes = [("",), ("Keterangan: B = Berlaku; TB = Tidak berlaku / dicabut",)]
    keep("daftar sop.xlsx", {"SOP": [*rows, (3, "SOP Tiga", "B", 1), *notes]}, replace(OPEN, kind="sop"))

    def count(question: str) -> str | None:
        found = answer(catalog, question, scope_of("internal"))
        return found.sure.count if found and found.sure else None

    assert count("berapa SOP yang statusnya masih berlaku") == "2"
    assert count("berapa SOP yang dicabut") == "1"
    assert count("berapa SOP yang diarsipkan") is None
