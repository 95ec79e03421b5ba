"""The yearly plan of a community: activities by quarter, what was carried out, and who signed it when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog import attachments, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme import typed
from programme.community import meetings
from programme.community.communities import Community, Paper

FIRST_YEAR = 2020
LAST_YEAR = 2100


@dataclass(frozen=True)
class Item:
    """An activity of a plan; `meeting` is the key of the meeting that carried it out, if one did."""

    id: int
    quarter: int
    activity: str
    done_on: str | None
    meeting: str | None


@dataclass(frozen=True)
class Plan:
    """The plan of a year; `attachment` is the id of its signed paper."""

    year: int
    signed_by: str | None
    signed_on: str | None
    attachment: int | None
    items: tuple[Item, ...]

    @property
    def done(self) -> int:
        """Return how many of its activities were carried out."""
        return sum(one.done_on is not None for one in self.items)

    def by_quarter(self) -> dict[int, tuple[int, int]]:
        """Return how many activities each quarter has, and how many of them were carried out."""
        quarters = {number: [one for one in self.items if one.quarter == number] for number in range(1, 5)}
        return {number: (len(of), sum(one.done_on is not None for one in of)) for number, of in quarters.items()}


def years(catalog: Catalog, community: int) -> list[int]:
    """Return the years for which there is a plan, the latest first."""
    rows = catalog.db.execute(
        "SELECT year FROM plan WHERE community = ?1 UNION SELECT year FROM plan_item WHERE community = ?1"
        " ORDER BY 1 DESC",
        [community],
    )
    return [year for (year,) in rows.fetchall()]


def plan(catalog: Catalog, community: int, year: int) -> Plan:
    """Return the plan of a year, one without activities where there is none."""
    rows = catalog.db.query(
        "SELECT signed_by, signed_on, attachment FROM plan WHERE community = ? AND year = ?", [community, year]
    )
    signed = next(iter(rows), {"signed_by": None, "signed_on": None, "attachment": None})
    return Plan(year=year, **signed, items=tuple(_items(catalog, community, year)))


def _items(catalog: Catalog, community: int, year: int) -> Sequence[Item]:
    rows = catalog.db.query(
        "SELECT i.id, i.quarter, i.activity, i.done_on, m.key AS meeting FROM plan_item i"
        " LEFT JOIN meeting m ON m.id = i.meeting WHERE i.community = ? AND i.year = ? ORDER BY i.quarter, i.id",
        [community, year],
    )
    return [Item(**row) for row in rows]


def sign(
    catalog: Catalog, community: Community, year: int, said: tuple[str, str], paper: Paper | None, *, by: Account
) -> None:
    """Record who signed a plan and when, with its paper; without a new one the paper that is there stays."""
    signed_by, signed_on = typed.line("Penanda tangan", said[0]), typed.day(said[1])
    _check_year(year)
    with catalog.writing():
        old = plan(catalog, community.id, year).attachment
        kept = attachments.keep(catalog, *paper, by.id).id if paper else old
        catalog.db.execute(
            "INSERT INTO plan (community, year, signed_by, signed_on, attachment) VALUES (?1, ?2, ?3, ?4, ?5)"
            " ON CONFLICT DO UPDATE SET signed_by = ?3, signed_on = ?4, attachment = ?5",
            [community.id, year, signed_by, signed_on, kept],
        )
        trail.append(catalog, by.login, "community.plan", community.name, change="sign", year=year)
    if old is not None and old != kept:
        attachments.forget(catalog, attachments.with_id(catalog, old))


def add_item(catalog: Catalog, community: Community, year: int, said: tuple[str, str], *, by: str) -> None:
    """Add an activity to a plan: its quarter and what it is."""
    quarter = int(typed.one_of("Triwulan", said[0], ("1", "2", "3", "4")))
    activity = typed.line("Kegiatan", said[1])
    _check_year(year)
    with catalog.writing():
        catalog.db.execute(
            "INSERT INTO plan_item (community, year, quarter, activity) VALUES (?, ?, ?, ?)",
            [community.id, year, quarter, activity],
        )
        trail.append(catalog, by, "community.plan", community.name, change="add", year=year)


def carry_out(
    catalog: Catalog, community: Community, item: int, said: tuple[str, str], *, by: str, today: date | None = None
) -> None:
    """Record the day on which an activity was carried out, and the key of the meeting that did it ("" for none).

    Without a day the activity is open again.
    """
    day = typed.day_or_none(said[0])
    if day and day > (today or meetings.now().date()).isoformat():
        raise RujukanError("bad_value", "Harinya belum tiba, jadi belum dapat dicatat terlaksana.")
    with catalog.writing():
        year = _year_of(catalog, community, item)
        meeting = _meeting(catalog, community, said[1]) if day and said[1] else None
        catalog.db.execute("UPDATE plan_item SET done_on = ?, meeting = ? WHERE id = ?", [day, meeting, item])
        trail.append(catalog, by, "community.plan", community.name, change="done" if day else "open", year=year)


def remove_item(catalog: Catalog, community: Community, item: int, *, by: str) -> None:
    """Take an activity out of a plan that nobody signed yet; a signed one keeps all that was promised."""
    with catalog.writing():
        year = _year_of(catalog, community, item)
        if plan(catalog, community.id, year).signed_on:
            raise RujukanError("wrong_state", "Rencana ini sudah ditandatangani; kegiatannya tidak dapat dihapus lagi.")
        catalog.db.execute("DELETE FROM plan_item WHERE id = ?", [item])
        trail.append(catalog, by, "community.plan", community.name, change="remove", year=year)


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RujukanError("bad_value", f"Tahun “{year}” tidak dikenal; pilih dari daftar.")


def _year_of(catalog: Catalog, community: Community, item: int) -> int:
    rows = catalog.db.execute("SELECT year FROM plan_item WHERE id = ? AND community = ?", [item, community.id])
    for (year,) in rows.fetchall():
        return int(year)
    raise NotFoundError


def _meeting(catalog: Catalog, community: Community, key: str) -> int:
    rows = catalog.db.execute("SELECT id FROM meeting WHERE key = ? AND community = ?", [key, community.id])
    for (number,) in rows.fetchall():
        return int(number)
    raise NotFoundError
