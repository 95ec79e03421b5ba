"""The assets of a made-up programme: versions with their history, reports, reads, votes and reuse."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from benchmarks.programme_made_world import Cell, World, at

_KINDS = ("sop", "kak", "lesson", "juknis", "faq", "paparan", "notulen")
_SUMMARY = " ".join(["ringkasan"] * 60)
_WORDS = (
    *("aset", "barang", "daftar", "gudang", "kantor", "kunci", "laporan", "mobil"),
    *("naskah", "pagar", "ruang", "rumah", "sarana", "surat", "taman", "usul"),
)


def asset(world: World, community: int, code: str, vigour: float) -> int:
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
        rows.new("upload", account=owner, unit=code, received=at(world.day(), 8), asset=number, version=1, **form)
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
    for name, old, new, moment in steps:
        account = dice.choice(people) if (people := world.people[community]) and world.chance(0.8) else None
        told: dict[str, Cell] = {
            "version": version,
            "step": name,
            "old": old,
            "new": new,
            "account": account,
            "note": "",
        }
        rows.new("status_change", at=moment, **told)
    text = _text(world, asset, number)
    rows.new("page", version=version, number=1, page=1, state="text", quality=1, text=text)
    if world.chance(0.9):
        rows.add("described", version=version, fields=_described(world))
    return ended


def _text(world: World, asset: int, version: int) -> str:
    """Return the text of a version: a short one, one of its own, or one like that of an asset made shortly before."""
    dice = Random(f"naskah {asset} {version}")  # its own: how long a text is decides nothing else
    if dice.random() < 0.2:
        return "pendek"
    like = world.texts.get(asset - dice.randint(1, 5)) if dice.random() < 0.15 else None
    text = like or " ".join(["Naskah", f"{asset}", "Jakarta", *dice.choices(_WORDS, k=200)])
    if like:
        words = text.split()
        words[dice.randint(3, 200)] = dice.choice(("Lain", "lain", "7", "tidak", "lain"))
        text = " ".join(words)
    world.texts[asset] = text
    return text


def _history(world: World, begun: date, vigour: float) -> tuple[list[tuple[str, str, str, int]], date]:
    """Return the steps of a version (name, old, new, moment) from a day on, and the day of the last one."""
    steps: list[tuple[str, str, str, int]] = []
    day = begun
    if world.chance(0.1):
        return steps, day  # approved, or left, by an index run

    def step(name: str, old: str, new: str, most: int) -> None:
        nonlocal day
        day += timedelta(days=world.dice.randint(0, most))
        steps.append((name, old, new, at(day, 8 + len(steps))))

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
    closed = at(first + timedelta(days=world.dice.randint(0, 90)), 12) if world.chance(0.6) else None
    number = next(world.rows.numbers["report key"])
    told: dict[str, Cell] = {
        "key": f"l{number}",
        "asset": asset,
        "version": 1,
        "place": "{}",
        "text": "",
        "created": at(first, 7),
    }
    who: dict[str, Cell] = {
        name: world.dice.choice(people) if people and world.chance(0.6) else None for name in ("reporter", "owner")
    }
    kind = world.dice.choice(("data_pribadi", "lainnya", "angka_keliru"))
    world.rows.new("report", kind=kind, state="selesai" if closed else "baru", closed=closed, **told, **who)


def reuses(world: World, code: str, held: Sequence[int]) -> None:
    """Make uses of a community's assets by other agencies, of every kind and state."""
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


_ASSET = ("asset", ("id", "key", "source", "path", "community", "unit", "kind", "owner", "access", "review_on", "date"))


def reads_and_votes(world: World, community: int, code: str) -> None:
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


def _unit_of(world: World, reader: str, code: str) -> str | None:
    """Return the unit of a reader: mostly the community's, else another or none, always the same."""
    number = int(reader.partition(".")[2])
    if number % 9 == 0:
        return None
    return world.codes[number % len(world.codes)] if number % 5 == 0 else code
