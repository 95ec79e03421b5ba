"""A made-up programme: communities over some quarters, laid straight into the tables of an empty catalog.

The same seed and size make the same rows. Names, numbers and texts are invented; nothing of it is searchable.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import count
from random import Random

from catalog import units
from catalog.database import Catalog
from catalog.units import AGENCY_KINDS
from programme.maturity import instrument
from programme.quarters import Quarter

Cell = str | int | None
_KINDS = ("sop", "kak", "lesson", "juknis", "faq", "paparan", "notulen")
_SUMMARY = " ".join(["ringkasan"] * 60)
_TEXT = " ".join(["kata"] * 120)


@dataclass(frozen=True)
class Size:
    """How much is made; `reads` are those of one asset over all quarters, on average."""

    communities: int = 51
    quarters: int = 8
    assets: int = 30
    staff: int = 120
    reads: int = 12
    last: str = "2026Q3"


@dataclass
class Rows:
    """Rows on their way into the tables, by table and by the columns that they name; ids are given here."""

    made: dict[tuple[str, tuple[str, ...]], list[tuple[Cell, ...]]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, "count[int]"] = field(default_factory=lambda: defaultdict(lambda: count(1)))

    def add(self, table: str, **cells: Cell) -> None:
        """Take a row whose key is among its cells."""
        self.made[table, tuple(cells)].append(tuple(cells.values()))

    def new(self, table: str, **cells: Cell) -> int:
        """Take a row, and return the id that it gets."""
        number = next(self.numbers[table])
        self.add(table, id=number, **cells)
        return number

    def write(self, catalog: Catalog) -> None:
        """Lay all rows into the tables."""
        with catalog.writing():
            catalog.db.execute("PRAGMA defer_foreign_keys = ON")
            for (table, columns), rows in self.made.items():
                marks = ", ".join("?" * len(columns))
                catalog.db.conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


@dataclass
class World:
    """What is made so far, and the dice.

    `people` are accounts by community, `assets` those of all communities.
    `bytes_of` are the hashes of the newest bytes of each.
    """

    size: Size
    rows: Rows
    dice: Random
    codes: Sequence[str]
    people: dict[int, list[int]] = field(default_factory=dict)
    assets: list[int] = field(default_factory=list)
    bytes_of: dict[int, str] = field(default_factory=dict)

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """Return the quarters in which things happen."""
        return Quarter.parse(self.size.last).up_to(self.size.quarters)

    def chance(self, share: float) -> bool:
        """Tell whether something happens that does in such a share of cases."""
        return self.dice.random() < share

    def day(self, first: date | None = None, last: date | None = None) -> date:
        """Return a day between two, of all quarters unless told."""
        begin, end = first or self.quarters[0].first, last or self.quarters[-1].last
        return begin + timedelta(days=self.dice.randint(0, max(0, (end - begin).days)))

    def other(self, code: str) -> str:
        """Return another agency."""
        return self.dice.choice([one for one in self.codes if one != code])


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
        _reads_and_votes(world, community, code)
    world.rows.write(catalog)
    catalog.db.execute(_NEWEST)


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
    held = [_asset(world, community, code, vigour) for _ in range(dice.randint(0, 2 * world.size.assets))]
    _meetings(world, community, code, held, vigour)
    _questions(world, community, held, vigour)
    _reuses(world, code, held)
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


def _asset(world: World, community: int, code: str, vigour: float) -> int:
    """Make an asset with one or two versions, each with its history; return its id."""
    rows, dice = world.rows, world.dice
    owner = dice.choice(people) if (people := world.people[community]) and world.chance(0.9) else None
    review = world.day(date(2025, 6, 1), date(2027, 6, 1)).isoformat() if world.chance(0.8) else None
    number = next(rows.numbers["asset"])
    rows.add(
        "asset",
        id=number,
        key=f"s{number}",
        source=1,
        path=f"{number}.txt",
        community=community,
        unit=code if world.chance(0.95) else None,
        kind=dice.choice(_KINDS),
        owner=owner,
        access=dice.choice(("terbuka", "internal", "terbatas")),
        review_on=review,
        date="2025-01-01" if world.chance(0.8) else None,
    )
    world.assets.append(number)
    begun = world.day()
    held = world.assets[-6:-1]  # mostly of the same community: what is copied or merged across two counts nowhere
    for version in (1, 2) if world.chance(0.2) else (1,):
        copied = dice.choice(held) if held and world.chance(0.08) else None
        begun = _version(world, community, (number, version, copied), begun, vigour)
    if world.chance(0.3):
        rows.add("asset_unit", asset=number, unit=world.other(code))
    if owner is not None and world.chance(0.5):
        form: dict[str, Cell] = {
            "key": f"u{number}",
            "form": f"f{number}",
            "name": "a",
            "sha256": world.bytes_of[number],
            "job": 1,
            "state": "siap",
        }
        rows.new("upload", account=owner, unit=code, received=_at(world.day(), 8), asset=number, version=1, **form)
    if held and world.chance(0.03):
        kind = dice.choice(("diganti", "digabung"))
        rows.add("succession", asset=number, successor=dice.choice(held), kind=kind, day=world.day().isoformat())
    for _ in range(dice.randint(0, 1)):
        _report(world, community, number)
    return number


def _version(world: World, community: int, which: tuple[int, int, int | None], begun: date, vigour: float) -> date:
    rows, dice = world.rows, world.dice
    asset, number, copied = which
    sha256 = f"{asset:060}{number:04}" if copied is None else world.bytes_of[copied]
    world.bytes_of[asset] = sha256
    if copied is None:
        rows.add("original", sha256=sha256, bytes=1)
    steps, ended = _history(world, begun, vigour)
    status = steps[-1][2] if steps else dice.choice(("draf", "disahkan"))
    version = rows.new(
        "version",
        asset=asset,
        number=number,
        sha256=sha256,
        status=status,
        newest=0,
        live=0,
        **{"media_type": "text/plain", "title": "Judul", "kind": "lain", "fields": "{}"},
    )
    for name, old, new, at in steps:
        account = dice.choice(people) if (people := world.people[community]) and world.chance(0.8) else None
        told: dict[str, Cell] = {
            "version": version,
            "step": name,
            "old": old,
            "new": new,
            "account": account,
            "note": "",
        }
        rows.new("status_change", at=at, **told)
    text = _TEXT if world.chance(0.8) else "pendek"
    rows.new("page", version=version, number=1, page=1, state="text", quality=1, text=text)
    if world.chance(0.9):
        rows.add("described", version=version, fields=_described(world))
    return ended


def _history(world: World, begun: date, vigour: float) -> tuple[list[tuple[str, str, str, int]], date]:
    """Return the steps of a version (name, old, new, moment) from a day on, and the day of the last one."""
    steps: list[tuple[str, str, str, int]] = []
    day = begun
    if world.chance(0.1):
        return steps, day  # approved, or left, by an index run

    def step(name: str, old: str, new: str, most: int) -> None:
        nonlocal day
        day += timedelta(days=world.dice.randint(0, most))
        steps.append((name, old, new, _at(day, 8 + len(steps))))

    slowness = 5 + int(40 * (1 - vigour))
    step("ajukan", "draf", "diajukan", 30)
    if world.chance(0.2):
        step("kembalikan", "diajukan", "dikembalikan", slowness)
        step("ajukan", "dikembalikan", "diajukan", 20)
    if world.chance(0.15):
        return steps, day
    step("setujui", "diajukan", "ditelaah", slowness)
    step("sahkan", "ditelaah", "disahkan", slowness)
    if world.chance(0.2):
        step("tandai", "disahkan", "perlu_diperbarui", 200)
        if world.chance(0.5):
            step("tegaskan", "perlu_diperbarui", "disahkan", 60)
    if world.chance(0.1):
        step(*world.dice.choice((("arsipkan", steps[-1][2], "diarsipkan"), ("tarik", steps[-1][2], "ditarik"))), 200)
    return steps, day


def _described(world: World) -> str:
    said = {"ringkasan": _SUMMARY, "tema": "Aset", "unit_kerja": "Bidang", "penyusun": "Nama", "jabatan": "Analis"}
    said |= {"versi": "1", "dasar_hukum": "UU 1", "bebas_data_pribadi": "ya"}
    lesson = ("konteks", "yang_dilakukan", "hasil", "berhasil", "tidak_berhasil", "rekomendasi", "syarat_replikasi")
    kept = {name: text for name, text in (said | dict.fromkeys(lesson, "Ada.")).items() if world.chance(0.85)}
    return json.dumps(kept)


def _report(world: World, community: int, asset: int) -> None:
    people = world.people[community]
    first = world.day()
    closed = _at(first + timedelta(days=world.dice.randint(0, 90)), 12) if world.chance(0.6) else None
    number = next(world.rows.numbers["report key"])
    told: dict[str, Cell] = {
        "key": f"l{number}",
        "asset": asset,
        "version": 1,
        "place": "{}",
        "text": "",
        "created": _at(first, 7),
    }
    who: dict[str, Cell] = {
        name: world.dice.choice(people) if people and world.chance(0.6) else None for name in ("reporter", "owner")
    }
    kind = world.dice.choice(("data_pribadi", "lainnya", "angka_keliru"))
    world.rows.new("report", kind=kind, state="selesai" if closed else "baru", closed=closed, **told, **who)


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


def _reuses(world: World, code: str, held: Sequence[int]) -> None:
    for asset in held:
        for _ in range(world.dice.choice((0, 0, 0, 1, 2))):
            day = world.day()
            state = world.dice.choice(("diajukan", "dikonfirmasi", "dikonfirmasi", "ditolak"))
            decided = None if state == "diajukan" else (day + timedelta(days=world.dice.randint(0, 40))).isoformat()
            number = next(world.rows.numbers["reuse key"])
            told: dict[str, Cell] = {
                "key": f"r{number}",
                "version": 1,
                "purpose": "-",
                "evidence": "-",
                "result": "",
                "state": state,
            }
            kind = world.dice.choice(("rujukan", "adaptasi", "adopsi"))
            unit = world.other(code) if world.chance(0.9) else code
            told |= {"asset": asset, "unit": unit, "kind": kind}
            world.rows.new("reuse", day=day.isoformat(), decided=decided, **told)


def _advice(world: World, community: int, version: str) -> None:
    for year in (2024, 2025):
        if world.chance(0.4):
            continue
        closed = _at(date(year, 12, 1), 9)
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


def _reads_and_votes(world: World, community: int, code: str) -> None:
    """Let staff read the assets, each asset by some, sometimes in several quarters; others too."""
    rows, dice, quarters = world.rows, world.dice, [str(one) for one in world.quarters]
    share = dice.random()
    crowd = [f"{community}.{n}" for n in range(max(1, int(world.size.staff * share)))]
    held = [row[0] for row in rows.made[_ASSET] if row[4] == community]
    for asset in held:
        keys = set()
        for _ in range(dice.randint(0, 2 * world.size.reads)):
            keys.add((dice.choice(quarters), dice.choice(crowd)))
        for quarter, reader in sorted(keys):
            rows.add("reading", asset=asset, quarter=quarter, reader=reader, unit=_unit_of(world, reader, code))
        for _ in range(dice.choice((0, 1, 2, 9))):
            verdict = "membantu" if world.chance(0.5 + share / 2) else "tidak_membantu"
            told: dict[str, Cell] = {"asset": asset, "version": 1, "about": "sumber", "place": "{}", "verdict": verdict}
            rows.add("vote", voter=f"v{next(rows.numbers['vote'])}", day=world.day().isoformat(), **told)


_ASSET = ("asset", ("id", "key", "source", "path", "community", "unit", "kind", "owner", "access", "review_on", "date"))


def _unit_of(world: World, reader: str, code: str) -> str | None:
    """Return the unit of a reader: mostly the community's, else another or none, always the same."""
    number = int(reader.partition(".")[2])
    if number % 9 == 0:
        return None
    return world.codes[number % len(world.codes)] if number % 5 == 0 else code


def _at(day: date, hour: int) -> int:
    return int(datetime.combine(day, time(hour)).timestamp())
