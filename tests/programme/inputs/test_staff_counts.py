"""Staff counts: recorded with their source, corrected without loss, marked where they are missing or too old."""

from datetime import date

import pytest

from catalog import communities, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.inputs import staff_counts
from programme.inputs.staff_counts import Known, Recorded, Said
from programme.quarters import Quarter
from programme.records import importing
from programme.records.importing_kinds import KINDS_BY_NAME

TODAY = date(2026, 11, 26)


def record(catalog: Catalog, quarter: str, people: str, unit: str = "BPAD", source: str = "Daftar BKD") -> None:
    staff_counts.record(catalog, Said(unit, quarter, people, source), TODAY, by="siti")


def known(catalog: Catalog, unit: str) -> Known:
    return next(one for one in staff_counts.known(catalog, TODAY) if one.unit.code == unit)


def test_a_count_is_recorded_with_its_source_and_used(catalog: Catalog) -> None:
    record(catalog, "2026Q3", "1.250")
    assert staff_counts.staff(catalog, "BPAD", Quarter(2026, 4)) == staff_counts.Staff(1250, "2026Q3", "Daftar BKD")
    (row,) = trail.about(catalog, "BPAD", "staff.record")
    assert row.actor == "siti"


def test_a_correction_keeps_what_was_said_before(catalog: Catalog) -> None:
    for people, source in (("120", "Daftar BKD"), ("120", "Daftar BKD"), ("124", "Surat BKD")):
        record(catalog, "2026Q3", people, source=source)
    now, before = staff_counts.recorded(catalog, "BPAD")
    assert now == Recorded("2026Q3", 124, "Surat BKD", None)
    assert (before.people, before.source, before.replaced is None) == (120, "Daftar BKD", False)


def test_a_correction_by_import_keeps_it_too(catalog: Catalog) -> None:
    record(catalog, "2026Q3", "120")
    importing.apply(
        catalog, KINDS_BY_NAME["staff"], b"unit,triwulan,pegawai,sumber\nBPAD,2026Q3,90,Daftar BKD\n", by="siti"
    )
    assert [one.people for one in staff_counts.recorded(catalog, "BPAD")] == [90, 120]


def test_what_is_missing_and_what_is_too_old_is_told(catalog: Catalog) -> None:
    with catalog.writing():
        communities.community_id(catalog, "CoP Balai", "SETDA")
    record(catalog, "2025Q4", "120")
    record(catalog, "2025Q3", "30", "DINKES")
    record(catalog, "2026Q2", "31", "DINSOS")
    assert [str(one) for one in staff_counts.usable(TODAY)] == ["2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"]
    assert (known(catalog, "BPAD").state, known(catalog, "BPAD").people) == ("ada", {"2025Q4": 120})
    assert (known(catalog, "DINKES").state, known(catalog, "DINKES").last) == ("usang", "2025Q3")
    assert known(catalog, "DISHUB") == Known(known(catalog, "DISHUB").unit, {}, None, "belum")
    assert known(catalog, "SETDA").state == "belum"
    assert len(staff_counts.known(catalog, TODAY)) == 52


def test_a_count_marked_as_usable_is_what_the_indicator_uses(catalog: Catalog) -> None:
    for quarter, unit in (("2025Q4", "BPAD"), ("2025Q3", "DINKES"), ("2026Q4", "DISHUB")):
        record(catalog, quarter, "40", unit)
    for one in staff_counts.known(catalog, TODAY):
        used = staff_counts.staff(catalog, one.unit.code, Quarter.of(TODAY))
        assert (used is not None) == (one.state == "ada"), one.unit.code


@pytest.mark.parametrize(
    ("unit", "quarter", "people", "source", "told"),
    [
        ("MARS", "2026Q3", "1", "BKD", "MARS"),
        ("BPAD", "2027Q1", "1", "BKD", "belum mulai"),
        ("BPAD", "2026-3", "1", "BKD", "2026-3"),
        ("BPAD", "2026Q3", "0", "BKD", "bilangan bulat"),
        ("BPAD", "2026Q3", "-4", "BKD", "bilangan bulat"),
        ("BPAD", "2026Q3", "12.5", "BKD", "12.5"),
        ("BPAD", "2026Q3", "٣", "BKD", "bilangan bulat"),
        ("BPAD", "2026Q3", "1000001", "BKD", "1000000"),
        ("BPAD", "2026Q3", "10", " ", "Sumber"),
    ],
)
def test_what_makes_no_sense_is_refused_and_keeps_nothing(
    catalog: Catalog, unit: str, quarter: str, people: str, source: str, told: str
) -> None:
    with pytest.raises(RujukanError, match=told):
        record(catalog, quarter, people, unit, source)
    assert not list(catalog.db.query("SELECT * FROM staff_count"))
