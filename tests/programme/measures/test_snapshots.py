"""Frozen quarters; those of the other tests are taken back, so these freeze in a catalog of their own."""

import sqlite3
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from catalog import communities, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.opening import create
from programme.measures import snapshots
from programme.quarters import Quarter
from tests.catalog.test_copies import SOP
from tests.programme.seeding import Seeder

TODAY = date(2026, 11, 26)
THIRD = Quarter(2026, 3)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    made = create(tmp_path)
    communities.community_id(made, "Komunitas Pembelajar BPAD", "BPAD")
    return made


def test_a_quarter_is_frozen_once_and_stays_as_it_was(catalog: Catalog) -> None:
    seed = Seeder(catalog)
    seed.planned(1, 2026, 1, "2026-03-01")
    seed.planned(1, 2026, 2)
    assert snapshots.freeze(catalog, by="uji", today=TODAY) == [1]
    seed.planned(1, 2026, 3, "2026-08-01")
    assert snapshots.freeze(catalog, THIRD, by="uji", today=TODAY) == []
    found = snapshots.frozen(catalog, 1)
    assert list(found) == snapshots.quarters(catalog) == [THIRD]
    one = found[THIRD]["1.3"]
    assert (one.figure, one.numerator, one.denominator, one.value) == (Fraction(1, 2), 1, 2, 3)
    assert (one.first, one.last, one.instrument) == (date(2025, 10, 1), date(2026, 9, 30), "1")
    assert snapshots.values(catalog, THIRD)[1] == {code: each.value for code, each in found[THIRD].items()}
    assert [e.subject for e in trail.latest(catalog, 9) if e.action == "programme.freeze"] == ["2026Q3"]


def test_from_when_on_reads_were_kept_is_frozen_with_the_reach(catalog: Catalog) -> None:
    seed = Seeder(catalog)
    seed.row("staff_count", unit="BPAD", quarter="2026Q3", people=4, source="uji")
    seed.read(seed.asset(1), "2026Q2", "a", "BPAD")
    snapshots.freeze(catalog, by="uji", today=TODAY)
    one = snapshots.frozen(catalog, 1)[THIRD]["5.1"]
    assert (one.value, one.first, "sejak triwulan 2026Q2" in one.note) == (3, date(2026, 4, 1), True)


def test_what_was_stored_before_copies_were_known_is_compared_before_a_quarter_is_frozen(catalog: Catalog) -> None:
    seed = Seeder(catalog)
    for owner, text in (("ani", SOP), ("budi", SOP.replace("formulir", "formulr", 1))):
        asset = seed.approved(1, "2026-05-01", owner=seed.account(owner))
        seed.row("page", version=asset, number=1, page=1, state="text", quality=1, text=text)
    snapshots.freeze(catalog, by="uji", today=TODAY)
    assert snapshots.frozen(catalog, 1)[THIRD]["4.1"].figure == 1


def test_a_missed_quarter_is_frozen_later_by_the_rows_of_its_time(catalog: Catalog) -> None:
    seed = Seeder(catalog)
    asset = seed.approved(1, "2026-05-01")
    seed.step(asset, "arsipkan", "disahkan", "diarsipkan", "2026-10-02")
    catalog.db.execute("UPDATE version SET status = 'diarsipkan'")
    founded = communities.community_id(catalog, "Komunitas baru", "DINKES")
    catalog.db.execute("UPDATE community SET founded = '2026-09-30' WHERE id = ?", [founded])
    assert snapshots.freeze(catalog, Quarter(2026, 2), by="uji", today=TODAY) == [1]
    assert snapshots.freeze(catalog, THIRD, by="uji", today=TODAY) == [1, founded]
    assert snapshots.frozen(catalog, 1)[Quarter(2026, 2)]["4.1"].value == 2
    assert snapshots.frozen(catalog, 1)[THIRD]["4.1"].value == 2


def test_a_quarter_that_is_not_over_is_not_frozen(catalog: Catalog) -> None:
    with pytest.raises(RujukanError, match="2027-01-01"):
        snapshots.freeze(catalog, Quarter.of(TODAY), by="uji", today=TODAY)
    with pytest.raises(RujukanError):
        snapshots.freeze(catalog, THIRD, by="uji", today=date(2026, 9, 30))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE snapshot SET value = 5",
        "DELETE FROM snapshot",
        "REPLACE INTO snapshot SELECT community, quarter, instrument, indicator, 5, measured, 1 FROM snapshot",
        "UPDATE OR REPLACE snapshot SET indicator = '1.1'",
    ],
)
def test_no_statement_changes_what_is_frozen(catalog: Catalog, change: str) -> None:
    snapshots.freeze(catalog, THIRD, by="uji", today=TODAY)
    before = snapshots.frozen(catalog, 1)
    with pytest.raises(sqlite3.IntegrityError, match="frozen"):
        catalog.db.execute(change)
    catalog.db.rollback()
    assert snapshots.frozen(catalog, 1) == before
