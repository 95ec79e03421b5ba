"""3.1, 3.2 and 3.4."""

from datetime import date

import pytest

from catalog.database import Catalog
from tests.programme.measures.conftest import Measuring
from tests.programme.seeding import Seeder, at

QUARTERS = {"2025Q4": "2025-11-05", "2026Q1": "2026-02-05", "2026Q2": "2026-05-05", "2026Q3": "2026-08-05"}


@pytest.mark.parametrize(
    ("held", "crossing", "value"),
    [
        ((0, 0, 0, 0), (), 1),
        ((3, 3, 0, 0), (), 1),
        ((0, 0, 0, 1), (), 2),
        ((1, 0, 1, 1), (), 2),
        ((1, 1, 1, 1), (), 3),
        ((2, 2, 2, 1), (0, 3), 3),
        ((2, 2, 2, 2), (), 4),
        ((2, 2, 2, 2), (2, 3), 4),
        ((2, 2, 2, 2), (1, 2), 5),
    ],
)
def test_meetings_with_minutes_are_counted_by_quarter(
    community: int, seed: Seeder, measure: Measuring, held: tuple[int, ...], crossing: tuple[int, ...], value: int
) -> None:
    minutes = seed.asset(community, kind="notulen")
    for place, (count, day) in enumerate(zip(held, QUARTERS.values(), strict=True)):
        for _ in range(count):
            seed.meeting(community, day, minutes=minutes, units=("BPAD", "DINKES") if place in crossing else ("BPAD",))
    assert measure("3.1").value == value
    assert measure("3.1").numerator == sum(held)


def test_a_meeting_without_minutes_and_a_cancelled_one_do_not_count(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    minutes = seed.asset(community, kind="notulen")
    seed.meeting(community, "2026-08-05")
    cancelled = seed.meeting(community, "2026-08-06", minutes=minutes)
    catalog.db.execute("UPDATE meeting SET cancelled = 1 WHERE id = ?", [cancelled])
    found = measure("3.1")
    assert (found.numerator, found.denominator, found.value) == (0, 1, 1)


def test_members_who_did_something_in_two_quarters_are_active(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    people = [seed.account(name) for name in ("ani", "budi", "cici", "dodo", "eka")]
    for account in people:
        seed.member(community, account=account)
    seed.member(community, account=people[0], role="kurator")  # the same person
    seed.member(community)  # without an account
    seed.member(community, account=None, valid_until="2026-01-01")
    asset = seed.approved(community, "2026-01-10")
    seed.step(asset, "tandai", "disahkan", "perlu_diperbarui", "2026-04-01", people[0])
    seed.step(asset, "tegaskan", "perlu_diperbarui", "disahkan", "2026-03-31", people[1])
    seed.report(asset, "lainnya", "2026-01-01", closed="2026-09-30", reporter=people[2], owner=people[3])
    catalog.db.execute("INSERT INTO job (kind, args, queued, state, created) VALUES ('upload', '{}', 1, 'done', 1)")
    cells = {"account": people[4], "unit": "BPAD", "name": "a", "sha256": "0" * 63 + "7", "job": 1}
    catalog.db.execute("INSERT OR IGNORE INTO original VALUES (?, 1)", [cells["sha256"]])
    seed.row("upload", key="u", form="f", received=at("2026-07-01"), asset=asset, **cells)
    found = measure("3.2")
    assert (found.numerator, found.denominator, found.value, found.people) == (3, 6, 4, True)
    assert found.lines == ()
    assert (found.first, found.last) == (date(2026, 4, 1), date(2026, 9, 30))


def test_without_members_or_accounts_of_them_nobody_is_said_to_be_idle(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    assert measure("3.2").value is None
    seed.member(community)
    assert measure("3.2").value is None


def test_an_asset_of_two_units_is_written_across_units(community: int, seed: Seeder, measure: Measuring) -> None:
    assert measure("3.4").value == 1
    made = [seed.asset(community) for _ in range(6)]
    seed.row("asset_unit", asset=made[0], unit="BPAD")
    assert measure("3.4").value == 1
    seed.row("asset_unit", asset=made[0], unit="DINKES")
    assert measure("3.4").value == 2
    seed.row("asset_unit", asset=made[1], unit="BPKD")
    found = measure("3.4")
    assert (found.numerator, found.denominator, found.value) == (2, 6, 3)
