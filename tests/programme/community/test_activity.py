from datetime import date, datetime

from catalog import accounts, jobs
from catalog.database import Catalog
from programme.community import activity, communities, meetings, members
from programme.community.meetings import Said
from programme.community.members import Joining
from tests.catalog.making import asset, version

TODAY = date(2026, 11, 26)


def uploaded(catalog: Catalog, community: int, people: int, day: str) -> None:
    """Let so many members have uploaded one paper of their community each."""
    job = jobs.add(catalog, "upload", {}).id
    for number in range(people):
        account = accounts.find(catalog, f"a{number}") or accounts.add(catalog, f"a{number}", "A", None, by="uji")
        if not any(one.login == account.login for one in members.everyone(catalog, community)):
            members.add(
                catalog,
                communities.with_id(catalog, community),
                Joining("", "anggota", "2025-01-01", login=account.login),
                by="uji",
            )
        made = asset(catalog, f"{day}{number}", new=version(sha256=f"{day}{number}".ljust(64, "0")))
        catalog.db.execute("UPDATE asset SET community = ? WHERE id = ?", [community, made])
        catalog.db.execute(
            "INSERT INTO upload (key, form, account, unit, name, sha256, received, job, asset, version, state)"
            " VALUES (?, 'f', ?, 'BPAD', 'a', ?, ?, ?, ?, 1, 'siap')",
            [
                *(f"{day}{number}", account.id, f"{day}{number}".ljust(64, "0")),
                *(int(datetime.fromisoformat(f"{day}T12:00").timestamp()), job, made),
            ],
        )


def test_eight_quarters_are_told_the_oldest_first(catalog: Catalog, community: int) -> None:
    names = [one.name for one in activity.by_quarter(catalog, community, TODAY)]
    assert names == ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"]


def test_what_fewer_than_five_people_did_is_not_told(catalog: Catalog, community: int) -> None:
    uploaded(catalog, community, 4, "2026-07-01")
    uploaded(catalog, community, 5, "2026-10-01")
    told = {one.name: one.uploads for one in activity.by_quarter(catalog, community, TODAY)}
    assert (told["2026Q2"], told["2026Q3"], told["2026Q4"]) == (0, None, 5)


def test_only_members_of_that_day_count(catalog: Catalog, community: int) -> None:
    uploaded(catalog, community, 5, "2026-10-01")
    catalog.db.execute("UPDATE community_member SET valid_until = '2026-09-30'")
    assert activity.by_quarter(catalog, community, TODAY)[-1].uploads == 0


def test_meetings_count_once_held_and_documented_with_minutes(catalog: Catalog, community: int) -> None:
    of = communities.with_id(catalog, community)
    for day in ("2026-07-01", "2026-08-01", "2026-12-01"):
        key = meetings.create(catalog, of, Said(day, "09:00", "10:00", "luring", "Aula", "KAK"), by="uji")
    meetings.cancel(catalog, of, key, by="uji")
    meetings.link_minutes(catalog, of, meetings.of(catalog, community)[-1].key, asset(catalog), by="uji")
    told = {one.name: (one.meetings, one.documented) for one in activity.by_quarter(catalog, community, TODAY)}
    assert told["2026Q3"] == (2, 1)
    assert told["2026Q4"] == (0, 0)
