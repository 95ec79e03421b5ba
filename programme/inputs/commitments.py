"""What commits agency and members to a community: it stands in performance targets (SKP), or in a budget (DPA).

Each is the number of a paper of a year. It is never deleted: it is retired on a day, and counts until then.
"""

from dataclasses import dataclass
from datetime import date

from catalog import attachments, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.originals import Incoming
from programme import typed
from programme.community.communities import Community
from programme.community.plans import FIRST_YEAR, LAST_YEAR
from programme.inputs.retiring import check_holds

KINDS = ("skp", "dpa")
MOST = 100
"""Commitments of a community that hold at a time."""


@dataclass(frozen=True)
class Commitment:
    """A paper in which a community stands: its kind, year, number and day; `attachment` is the id of its file."""

    id: int
    kind: str
    year: int
    number: str
    day: str
    attachment: int | None


@dataclass(frozen=True)
class Said:
    """What is typed of one, all as text."""

    kind: str
    year: str
    number: str
    day: str


def holding(catalog: Catalog, community: int) -> list[Commitment]:
    """Return the commitments to a community that hold, those of the newest year first."""
    rows = catalog.db.query(
        "SELECT id, kind, year, number, day, attachment FROM commitment WHERE community = ? AND retired IS NULL"
        " ORDER BY year DESC, kind, id",
        [community],
    )
    return [Commitment(**row) for row in rows]


def add(catalog: Catalog, community: Community, said: Said, paper: tuple[Incoming, str] | None, *, by: Account) -> None:
    """Record that a community stands in a paper, with its file; RujukanError `bad_value` where it is there already."""
    kind, number, day = typed.one_of("Jenis", said.kind, KINDS), typed.line("Nomor", said.number), typed.day(said.day)
    year = _year(said.year)
    with catalog.writing():
        known = holding(catalog, community.id)
        if (kind, year, number.casefold()) in {(one.kind, one.year, one.number.casefold()) for one in known}:
            raise RujukanError("bad_value", "Catatan dengan nomor itu sudah ada.")
        if len(known) >= MOST:
            raise RujukanError("bad_value", f"Sudah ada {MOST} catatan; pensiunkan yang tidak berlaku lagi dahulu.")
        kept = attachments.keep(catalog, *paper, by.id).id if paper else None
        catalog.db.execute(
            "INSERT INTO commitment (community, kind, year, number, day, attachment) VALUES (?, ?, ?, ?, ?, ?)",
            [community.id, kind, year, number, day, kept],
        )
        trail.append(catalog, by.login, "community.commitment", community.name, kind=kind, year=year)


def retire(catalog: Catalog, community: Community, commitment: int, *, by: str) -> None:
    """Let a commitment hold no longer, from today on; see `retiring` for one that does not."""
    with catalog.writing():
        check_holds(catalog, "commitment", community.id, commitment)
        today = date.today().isoformat()
        catalog.db.execute("UPDATE commitment SET retired = ? WHERE id = ?", [today, commitment])
        trail.append(catalog, by, "community.commitment.retire", community.name)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text[:5]) <= LAST_YEAR):
        raise RujukanError("bad_value", f"Tahun “{text[:30]}” tidak dikenal; pilih dari daftar.")
    return int(text)
