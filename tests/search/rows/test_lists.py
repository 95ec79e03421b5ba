"""Lists within a question: several things together, and names that only look like lists."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from search.rows.asked import Phrase
from search.rows.lists import alternatives
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
HEAD = ("No", "Kelurahan", "Nama Barang", "Jumlah", "Kondisi")
GOODS = [
    HEAD,
    (1, "Lor", "Meja Rapat", 2, "B"),
    (2, "Lor", "Kursi Rapat", 8, "B"),
    (3, "Kidul", "Kursi Lipat", 5, "RB"),
    (4, "Wetan", "Lemari Arsip dan Buku", 1, "B"),
]


def counts(catalog: Catalog, question: str) -> list[str]:
    found = answer(catalog, question, scope_of("internal"))
    return [one.count for one in found.readings] if found else []


def test_a_phrase_is_cut_where_a_joining_word_stands_between_two_others() -> None:
    listed = Phrase(("dump", "truk", "dan", "arm", "roll"), place=False, typed="dump truk dan arm roll")
    assert [one.words for one in alternatives(listed)] == [("dump", "truk"), ("arm", "roll")]
    assert alternatives(Phrase(("meja", "dan"), place=False, typed="meja dan")) == []
    assert alternatives(Phrase(("meja",), place=False, typed="meja")) == []


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("berapa meja dan kursi", ["15"]),
        ("berapa kursi serta meja di kelurahan Lor", ["10"]),
        ("berapa kursi di kelurahan Lor dan Kidul", ["13"]),
        ("ada berapa meja atau kursi yang rusak berat", ["5"]),
        ("berapa lemari arsip dan buku", ["1"]),
        ("berapa meja dan papan tulis", []),
        ("berapa kursi di kelurahan Lor dan Kulon", []),
        ("berapa meja dan", []),
    ],
)
def test_things_that_are_listed_are_counted_together_or_not_at_all(
    catalog: Catalog, keep: Keep, question: str, figures: list[str]
) -> None:
    keep("inventaris.xlsx", {"Data": GOODS}, GIVEN)
    assert counts(catalog, question) == figures


def test_of_things_that_are_counted_together_it_is_told_how_many_of_each_there_are(
    catalog: Catalog, keep: Keep
) -> None:
    keep("inventaris.xlsx", {"Data": GOODS}, GIVEN)
    found = answer(catalog, "berapa meja dan kursi yang baik", scope_of("internal"))
    assert found and found.sure
    assert (found.sure.count, found.sure.notes) == ("10", ("banyaknya masing-masing barang: meja 2, kursi 8",))


def test_a_register_without_one_of_the_listed_things_counts_none_of_them(catalog: Catalog, keep: Keep) -> None:
    keep("inventaris.xlsx", {"Data": GOODS}, GIVEN)
    keep("lain.xlsx", {"Data": [HEAD, (1, "Lor", "Meja Tulis", 90, "B")]}, GIVEN)
    assert counts(catalog, "berapa meja dan kursi") == ["15"]


def test_an_office_may_have_a_joining_word_in_its_name(catalog: Catalog, keep: Keep) -> None:
    keep("kelautan.xlsx", {"Data": GOODS}, GIVEN, ["DINAS KELAUTAN DAN PERIKANAN KABUPATEN TANJUNG"])
    assert counts(catalog, "berapa kursi Dinas Kelautan dan Perikanan Tanjung") == ["13"]
    assert counts(catalog, "berapa kursi di Dinas Kelautan Tanjung") == ["13"]


def test_damage_of_both_kinds_is_one_condition_and_others_exclude_one_another(catalog: Catalog, keep: Keep) -> None:
    rows = [HEAD, (1, "Lor", "Kursi", 2, "RR"), (2, "Lor", "Kursi", 3, "RB"), (3, "Lor", "Kursi", 4, "B")]
    keep("inventaris.xlsx", {"Data": rows}, GIVEN)
    assert counts(catalog, "berapa kursi yang rusak ringan dan rusak berat") == ["5"]
    assert counts(catalog, "berapa kursi yang baik dan rusak berat") == []


def test_of_things_that_stand_in_different_columns_every_column_is_told(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Merek/Tipe", "Jumlah")
    rows = [(1, "Mobil Dinas", "Toyota Avanza", 3), (2, "Ambulans", "Suzuki APV", 2), (3, "Sepeda Motor", "Honda", 9)]
    keep("kendaraan.xlsx", {"Data": [head, *rows]}, GIVEN)
    found = answer(catalog, "berapa ambulans dan avanza", scope_of("internal"))
    assert found and found.sure
    assert found.sure.count == "5"
    (told,) = found.sure.conditions
    assert (told.column, told.operator, told.value) == ("nama barang atau merk", "=", "ambulans atau avanza")
