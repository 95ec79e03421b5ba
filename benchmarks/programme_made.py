"""A made-up programme: communities over some quarters, laid straight into the tables of an empty catalog.

The same seed and size make the same rows. Names, numbers and texts are invented; nothing of it is searchable.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

from benchmarks import programme_made_assets as assets
from benchmarks.programme_made_world import Cell, Rows, Size, World, at
from catalog import known_copies, units
from catalog.database import Catalog
from catalog.units import AGENCY_KINDS
from programme.maturity import instrument

_NEWEST = """
UPDATE version SET live = status IN ('disahkan', 'perlu_diperbarui')
    OR number = (SELECT max(number) FROM version w WHERE w.asset = version.asset),
    newest = number = (SELECT max(number) FROM version w WHERE w.asset = version.asset)
"""


def make(catalog: Catalog, size: Size, seed: int = 2026) -> None:
    """Fill an empty catalog."""
    codes = [unit.code for unit in units.all_units(catalog) if unit.kind in AGENCY_KINDS]
    used = instrument.use(catalog)
    world = World(size, Rows(), Random(seed), codes)
    world.rows.new("source", name="simulasi")
    world.rows.new("job", kind="upload", args="{}", queued=1, state="done", created=1)
    for number in range(size.communities):
        _community(world, codes[number % len(codes)], used.version)
    for community, code in enumerate([codes[n % len(codes)] for n in range(size.communities)], 1):
        _covers(world, community)
        assets.reads_and_votes(world, community, code)
    world.rows.write(catalog)
    catalog.db.execute(_NEWEST)
    known_copies.remember_all(catalog)


def _community(world: World, code: str, version: str) -> None:
    rows, dice = world.rows, world.dice
    vigour = dice.random()
    until = None if world.chance(0.2) else world.day(date(2025, 6, 1), date(2027, 12, 31)).isoformat()
    community = rows.new(
        "community",
        name=f"Komunitas Pembelajar {code} {next(rows.numbers['name'])}",
        unit=code,
        decree="Keputusan 99" if world.chance(0.9) else None,
        decree_date="2024-07-01",
        decree_valid_to=until,
        founded=world.day(date(2024, 1, 1), date(2026, 8, 1)).isoformat(),
    )
    _people(world, community, code)
    _plans(world, community, vigour)
    _commitments(world, community)
    held = [assets.asset(world, community, code, vigour) for _ in range(dice.randint(0, 2 * world.size.assets))]
    _meetings(world, community, code, held, vigour)
    _questions(world, community, held, vigour)
    assets.reuses(world, code, held)
    _advice(world, community, version)
    for quarter in world.quarters[:: dice.choice((1, 2, 7))]:
        rows.add(
            "staff_count", unit=code, quarter=str(quarter), people=world.size.staff + dice.randint(-9, 9), source="uji"
        )


def _people(world: World, community: int, code: str) -> None:
    rows, dice = world.rows, world.dice
    offices = ["ketua", "moderator", "pencatat", "kurator", *["anggota"] * dice.randint(0, 9)]
    accounts = []
    for role in offices:
        if world.chance(0.1):
            continue
        number = next(rows.numbers["person"])
        account = None
        if world.chance(0.85):
            account = rows.new("account", login=f"orang{number}", name=f"Orang {number}", created=1)
            accounts.append(account)
        ended = world.day().isoformat() if world.chance(0.15) else None
        rows.new(
            "community_member",
            **{"community": community, "account": account, "name": f"Orang {number}", "unit": code, "role": role},
            valid_from=world.day(date(2024, 1, 1), date(2025, 12, 31)).isoformat(),
            valid_until=ended,
        )
    world.people[community] = accounts
    if accounts and world.chance(0.3):
        by_unit = world.chance(0.5)
        place: dict[str, Cell] = {"unit": code if by_unit else None, "community": None if by_unit else community}
        rows.new("role_grant", account=dice.choice(accounts), role="kurator", **place)
    if world.chance(0.7):
        rows.new("mentor", community=community, name="Widyaiswara", valid_from="2025-01-01", valid_until=None)


def _plans(world: World, community: int, vigour: float) -> None:
    for year in sorted({quarter.year for quarter in world.quarters}):
        signed = world.day(date(year, 1, 1), date(year, 6, 30)).isoformat() if world.chance(0.7) else None
        world.rows.add("plan", community=community, year=year, signed_by="Kepala" if signed else None, signed_on=signed)
    for quarter in world.quarters:
        for _ in range(world.dice.randint(0, 3)):
            done = world.day(quarter.first, quarter.after(1).last).isoformat() if world.chance(vigour) else None
            told: dict[str, Cell] = {
                "year": quarter.year,
                "quarter": quarter.number,
                "activity": "Kegiatan",
                "done_on": done,
            }
            world.rows.new("plan_item", community=community, **told)


def _commitments(world: World, community: int) -> None:
    dice = Random(f"komitmen {community}")  # its own: they decide nothing else
    for year in sorted({quarter.year for quarter in world.quarters}):
        for kind in ("skp", "dpa"):
            if dice.random() < 0.7:
                retired = f"{year}-08-01" if dice.random() < 0.2 else None
                day = f"{year}-{dice.randint(1, 12):02}-05"
                told: dict[str, Cell] = {"kind": kind, "year": year, "number": f"{kind} {year}"}
                world.rows.new("commitment", community=community, day=day, retired=retired, **told)


def _meetings(world: World, community: int, code: str, held: Sequence[int], vigour: float) -> None:
    rows = world.rows
    for quarter in world.quarters:
        for _ in range(world.dice.choice((0, 1, 2, 3)) if world.chance(vigour + 0.3) else 0):
            day = world.day(quarter.first, quarter.last).isoformat()
            told: dict[str, Cell] = {
                "starts": f"{day}T09:00",
                "ends": f"{day}T11:00",
                "mode": "daring",
                "place": "-",
                "topic": "Topik",
            }
            minutes = world.dice.choice(held) if held and world.chance(0.85) else None
            key = f"p{next(rows.numbers['meeting key'])}"
            cancelled = int(world.chance(0.08))
            meeting = rows.new("meeting", key=key, community=community, minutes=minutes, cancelled=cancelled, **told)
            for who in range(world.dice.randint(0, 4)):
                unit = world.other(code) if world.chance(0.1) else code
                rows.new("attendance", meeting=meeting, name=f"Hadir {who}", unit=unit)


def _questions(world: World, community: int, held: Sequence[int], vigour: float) -> None:
    rows, dice = world.rows, world.dice
    for number in range(dice.choice((0, 15, 22, 30))):
        added = world.day(last=date(2026, 1, 31)).isoformat()
        retired = world.day(date(2026, 2, 1)).isoformat() if world.chance(0.1) else None
        told: dict[str, Cell] = {"theme": "Tema", "text": f"Pertanyaan {number}?", "added": added, "retired": retired}
        question = rows.new("theme_question", community=community, **told)
        for quarter in world.quarters if world.chance(0.95) else ():
            asset = dice.choice(held) if held and world.chance(vigour) else None
            answered = int(asset is not None or world.chance(0.05))
            rows.add("theme_answer", question=question, day=quarter.last.isoformat(), answered=answered, asset=asset)


def _covers(world: World, community: int) -> None:
    """Name critical topics, covered by assets of any community."""
    for _ in range(world.dice.choice((0, 3, 8))):
        added = world.day().isoformat()
        retired = world.day(date(2026, 2, 1)).isoformat() if world.chance(0.1) else None
        topic = world.rows.new("critical_topic", community=community, topic="Topik", added=added, retired=retired)
        few = min(len(world.assets), world.dice.randint(0, 2))
        for asset in world.dice.sample(world.assets, few):
            world.rows.add("critical_cover", topic=topic, asset=asset)


def _advice(world: World, community: int, version: str) -> None:
    for year in (2024, 2025):
        if world.chance(0.4):
            continue
        closed = at(date(year, 12, 1), 9)
        told: dict[str, Cell] = {
            "year": year,
            "instrument": version,
            "cutoff": f"{year}-10-31",
            "opened": 1,
            "closed": closed,
        }
        state = world.dice.choice(("final", "final", "panel"))
        appraisal = world.rows.new("appraisal", key=f"n{community}.{year}", community=community, state=state, **told)
        for _ in range(world.dice.randint(0, 6)):
            done = world.day(date(year, 12, 2)).isoformat() if world.chance(0.6) else None
            world.rows.new("advice", appraisal=appraisal, indicator="1.3", text="Saran", closed_on=done)
