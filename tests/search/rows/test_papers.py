"""Questions for papers by their fields: dates counted from today, budgets added up, and nothing guessed."""

from datetime import date

import pytest

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from catalog.storing import NewPage, NewVersion
from search.rows.papers import answer
from search.rows.results import RowReading

TODAY = date(2026, 3, 31)


def store(catalog: Catalog, title: str, fields: dict[str, str], **more: str) -> None:
    """Store a paper of one page that says its fields."""
    text = "\n".join(fields.values())
    at = {
        name: {"page": 1, "sheet": None, "start": text.index(v), "end": text.index(v) + len(v)}
        for name, v in fields.items()
    }
    dated = {f"{name}_iso": "-".join(reversed(v.split("-"))) for name, v in fields.items() if name.startswith("tgl_")}
    given = {"kind": "sop", "unit": "DINKES", "access": "internal", "status": "disahkan", "validity": "berlaku"}
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), f"{title}.pdf")
        page = NewPage(1, None, "text", 1.0, text)
        new = NewVersion("0" * 64, 1, "application/pdf", title, "sop", {**fields, **dated}, (page,), (), fields_at=at)
        storing.add_version(catalog, asset, new)
        metadata.apply(catalog, asset, Metadata(**given | {"title": title} | more))


def asked(catalog: Catalog, question: str, viewer: str | None = "internal") -> RowReading | None:
    found = answer(catalog, question, scope_of(viewer), TODAY)
    return found.sure if found else None


def titles(reading: RowReading | None) -> list[str]:
    return [] if reading is None else [counted.sheet.title for counted in reading.cells]


@pytest.fixture
def sops(catalog: Catalog) -> Catalog:
    store(catalog, "SOP A", {"nomor": "1/SOP", "tgl_revisi": "31-03-2024"})
    store(catalog, "SOP B", {"nomor": "2/SOP", "tgl_revisi": "30-03-2024"})
    store(catalog, "SOP C", {"nomor": "3/SOP"})
    store(catalog, "SOP D", {"nomor": "4/SOP", "tgl_revisi": "01-01-2020"}, unit="DINSOS")
    return catalog


@pytest.mark.parametrize(
    "question",
    [
        "SOP Dinkes yang tanggal revisinya lewat 2 tahun",
        "SOP mana saja yang tanggal revisinya sudah lewat dua tahun di Dinas Kesehatan?",
        "daftar SOP Dinas Kesehatan yang revisinya lebih dari 24 bulan yang lalu",
    ],
)
def test_a_date_is_older_than_so_many_years_counted_from_today(sops: Catalog, question: str) -> None:
    reading = asked(sops, question)
    assert titles(reading) == ["SOP B"]
    assert reading
    assert [counted.text for counted in reading.cells] == ["30-03-2024"]
    assert ("sebelum", "2024-03-31") in [(c.operator, c.value) for c in reading.conditions]


def test_papers_whose_date_is_not_known_are_told_not_counted(sops: Catalog) -> None:
    reading = asked(sops, "berapa SOP yang tanggal revisinya lewat 2 tahun")
    assert reading
    assert (reading.operation, reading.count, reading.unit_of_count) == ("hitung", "2", "aset")
    assert reading.notes == ("1 aset tidak dapat dinilai karena isian itu tidak terbaca di naskahnya",)


def test_a_viewer_is_answered_from_what_the_scope_shows_only(sops: Catalog) -> None:
    assert asked(sops, "SOP yang tanggal revisinya lewat 2 tahun", "public") is None


def test_budgets_are_compared_and_added_up_exactly(catalog: Catalog) -> None:
    for title, amount in (("KAK A", "500000000"), ("KAK B", "500000001")):
        store(catalog, title, {"pagu": amount, "tahun_anggaran": "2025"}, kind="kak")
    assert titles(asked(catalog, "KAK tahun 2025 yang pagunya lebih dari 500 juta")) == ["KAK B"]
    total = asked(catalog, "total pagu KAK Dinkes 2025")
    assert total
    assert (total.sum, total.unit_of_sum) == ("1000000001", "rupiah")


@pytest.fixture
def held(catalog: Catalog) -> Catalog:
    for title, validity in (
        ("SOP A", "berlaku"), ("SOP B", "kedaluwarsa"), ("SOP C", "digantikan"), ("SOP D", "belum_dikonfirmasi"),
        ("SOP E", "perlu_diperbarui"),
    ):  # fmt: skip
        store(catalog, title, {"nomor": title}, validity=validity)
    store(catalog, "SOP F", {"nomor": "F"}, validity="kedaluwarsa", unit="DINSOS")
    return catalog


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("SOP Dinkes mana yang sudah kedaluwarsa", ["SOP B"]),
        ("SOP apa saja yang kadaluarsa di Dinas Kesehatan?", ["SOP B"]),
        ("daftar SOP Dinkes yang sudah digantikan", ["SOP C"]),
        ("SOP Dinkes mana saja yang sudah tidak berlaku lagi", ["SOP B", "SOP C"]),
        ("SOP Dinkes yang masih berlaku apa saja", ["SOP A", "SOP E"]),
        ("SOP Dinkes kedaluwarsa apa saja", ["SOP B"]),
        ("berapa SOP yang perlu diperbarui", ["SOP E"]),
        ("ada berapa SOP yang kedaluwarsa", ["SOP B", "SOP F"]),
    ],
)
def test_papers_are_listed_by_whether_they_hold(held: Catalog, question: str, right: list[str]) -> None:
    assert titles(asked(held, question)) == right


def test_papers_whose_validity_nobody_confirmed_are_told(held: Catalog) -> None:
    reading = asked(held, "SOP Dinkes yang masih berlaku apa saja")
    assert reading is not None
    assert reading.notes == ("1 aset belum dikonfirmasi keberlakuannya",)


@pytest.mark.parametrize(
    "question",
    ["SOP vaksin yang masih berlaku", "SOP yang berlaku efektif bagaimana", "apakah SOP kedaluwarsa boleh dipakai?"],
)
def test_a_question_about_more_than_validity_is_none_for_a_list(held: Catalog, question: str) -> None:
    assert asked(held, question) is None


def test_papers_of_the_past_are_told_beside_what_is_counted(sops: Catalog) -> None:
    store(sops, "SOP Lama", {"nomor": "9/SOP", "tgl_revisi": "01-02-2019"}, status="diarsipkan")
    found = answer(sops, "SOP Dinkes yang tanggal revisinya lewat 2 tahun", OPERATOR, TODAY)
    assert found is not None
    assert found.sure is not None
    assert titles(found.sure) == ["SOP B"]
    assert "1 aset lain yang sudah digantikan, diarsipkan, atau ditarik tidak ikut dihitung" in found.sure.notes


def test_what_no_longer_holds_is_found_in_the_archive_too(sops: Catalog) -> None:
    store(sops, "SOP Lama", {"nomor": "9/SOP"}, status="diarsipkan", validity="digantikan")
    found = answer(sops, "SOP Dinkes yang sudah tidak berlaku", OPERATOR, TODAY)
    assert titles(found.sure if found else None) == ["SOP Lama"]


@pytest.mark.parametrize(
    "question", ["SOP Dinkes yang sudah lebih dari 2 tahun", "SOP Dinkes yang umurnya lebih dari dua tahun"]
)
def test_a_papers_age_is_by_its_own_day_where_none_is_named(sops: Catalog, question: str) -> None:
    store(sops, "SOP Tua", {"nomor": "8/SOP"}, date="2020-02-02")
    assert titles(asked(sops, question)) == ["SOP Tua"]


def test_what_wants_an_update_is_known_by_its_status_too(sops: Catalog) -> None:
    store(sops, "SOP Usang", {"nomor": "7/SOP"}, status="perlu_diperbarui", validity="kedaluwarsa")
    assert titles(asked(sops, "SOP Dinkes yang perlu diperbarui")) == ["SOP Usang"]
