"""Rows of the programme, laid straight into the tables: what no indicator looks at has a value that says nothing."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time

from catalog.database import Catalog
from catalog.storing import source_id

Cell = str | int | None


def at(day: str, hour: int = 9) -> int:
    """The Unix time of an hour of a day by this machine's clock."""
    return int(datetime.combine(date.fromisoformat(day), time(hour)).timestamp())


@dataclass
class Seeder:
    """Inserts rows; numbers them by itself."""

    catalog: Catalog
    made: int = 0
    _source: int = field(default=0)

    def row(self, table: str, **cells: Cell) -> int:
        names = ", ".join(cells)
        marks = ", ".join(f":{name}" for name in cells)
        return int(self.catalog.db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", cells).lastrowid or 0)

    def account(self, login: str) -> int:
        return self.row("account", login=login, name=login.title(), created=1)

    def member(self, community: int, role: str = "anggota", **more: Cell) -> int:
        self.made += 1
        cells = {"name": f"Nama {self.made}", "valid_from": "2020-01-01"} | more
        return self.row("community_member", community=community, role=role, **cells)

    def asset(self, community: int, *, status: str = "disahkan", sha256: str = "", **more: Cell) -> int:
        """An asset with one version; the version has the same id as the asset."""
        self.made += 1
        self._source = self._source or source_id(self.catalog, "uji")
        cells = {"unit": "BPAD", "kind": "sop", "access": "internal"} | more
        asset = self.row(
            "asset", key=f"k{self.made}", source=self._source, path=f"{self.made}.txt", community=community, **cells
        )
        self.version(asset, 1, status, sha256 or f"{self.made:064}", id=asset)
        return asset

    def version(self, asset: int, number: int, status: str, sha256: str, **more: Cell) -> int:
        self.catalog.db.execute("INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?, 1)", [sha256])
        told = {"media_type": "text/plain", "title": "Judul", "kind": "lain", "fields": "{}", "newest": 1, "live": 1}
        return self.row("version", asset=asset, number=number, status=status, sha256=sha256, **(told | more))

    def step(self, version: int, step: str, old: str, new: str, day: str, account: int | None = None) -> None:
        self.row("status_change", version=version, step=step, old=old, new=new, account=account, at=at(day), note="")

    def approved(self, community: int, day: str, **more: Cell) -> int:
        """An asset that was submitted and approved on a day."""
        asset = self.asset(community, **more)
        self.step(asset, "ajukan", "draf", "diajukan", day)
        self.step(asset, "sahkan", "ditelaah", "disahkan", day)
        return asset

    def meeting(self, community: int, day: str, *, minutes: int | None = None, units: tuple[str, ...] = ()) -> int:
        self.made += 1
        told = {"ends": f"{day}T11:00", "mode": "luring", "place": "Aula", "topic": f"Topik {self.made}"}
        cells = {"key": f"m{self.made}", "starts": f"{day}T09:00", "minutes": minutes} | told
        meeting = self.row("meeting", community=community, **cells)
        for unit in units:
            self.row("attendance", meeting=meeting, name=f"Hadir {unit}", unit=unit)
        return meeting

    def planned(self, community: int, year: int, quarter: int, done_on: str | None = None) -> None:
        self.row("plan_item", community=community, year=year, quarter=quarter, activity="Kegiatan", done_on=done_on)

    def question(self, community: int, added: str = "2025-01-01", retired: str | None = None) -> int:
        self.made += 1
        text = f"Pertanyaan {self.made}?"
        return self.row("theme_question", community=community, theme="Tema", text=text, added=added, retired=retired)

    def answer(self, question: int, day: str, asset: int | None) -> None:
        self.row("theme_answer", question=question, day=day, answered=int(asset is not None), asset=asset)

    def topic(self, community: int, *covers: int, added: str = "2025-01-01", retired: str | None = None) -> int:
        topic = self.row("critical_topic", community=community, topic="Topik", added=added, retired=retired)
        for asset in covers:
            self.row("critical_cover", topic=topic, asset=asset)
        return topic

    def read(self, asset: int, quarter: str, reader: str, unit: str | None) -> None:
        self.row("reading", asset=asset, quarter=quarter, reader=reader, unit=unit)

    def reuse(self, asset: int, unit: str, kind: str, day: str, **more: Cell) -> None:
        self.made += 1
        told = {"purpose": "Tujuan", "evidence": "Nomor", "result": "", "version": 1, "decided": day}
        cells = {"key": f"r{self.made}", "state": "dikonfirmasi"} | told | more
        self.row("reuse", asset=asset, unit=unit, kind=kind, day=day, **cells)

    def vote(self, asset: int, day: str, verdict: str) -> None:
        self.made += 1
        cells = {"voter": f"v{self.made}", "version": 1, "about": "sumber", "place": "{}"}
        self.row("vote", asset=asset, day=day, verdict=verdict, **cells)

    def report(self, asset: int, kind: str, day: str, closed: str | None = None, **more: Cell) -> None:
        self.made += 1
        cells = {"key": f"l{self.made}", "version": 1, "place": "{}", "text": ""} | more
        state = "selesai" if closed else "baru"
        ended = at(closed) if closed else None
        self.row("report", asset=asset, kind=kind, created=at(day), closed=ended, state=state, **cells)

    def described(self, version: int, **fields: str) -> None:
        self.row("described", version=version, fields=json.dumps(fields))
