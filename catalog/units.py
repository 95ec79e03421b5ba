"""The units of the government: a tree of agencies with codes, aliases and valid dates."""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.word_lists import table

AGENCY_KINDS = ("biro", "sekretariat", "inspektorat", "badan", "dinas", "satuan", "kota")
"""The kinds that make up the 51 agencies (perangkat daerah); pemprov and setda only hold the tree together."""


@dataclass(frozen=True)
class Unit:
    """One unit; `number` is its stable small number beside the vectors."""

    number: int
    code: str
    name: str
    short: str
    kind: str
    parent: str | None
    aliases: tuple[str, ...]


def called(code: str, short: str, name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return what a unit is called: of its aliases the short forms in capitals, the others are what it deals with.

    What people call it besides ("damkar", "biro umum") is listed in corpora/nama_perangkat.tsv.
    """
    others = _other_names().get(code, ())
    return (code, short, name, *(alias for alias in aliases if len(alias) > 2 and alias.isupper()), *others)


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return {row["kode"]: tuple(row["sebutan"].split("|")) for row in table("nama_perangkat.tsv")}


@cache
def listed() -> tuple[dict[str, str], ...]:
    """Return the units as the data file lists them, column name to cell; `aliases` are parted by bars."""
    text = resources.files("corpora").joinpath("satuan_kerja.csv").read_text(encoding="utf8")
    return tuple(csv.DictReader(text.splitlines()))


def load(catalog: Catalog) -> None:
    """Bring the table up to the data file corpora/satuan_kerja.csv; numbers once given never change."""
    known = {row["code"] for row in catalog.db.query("SELECT code FROM unit")}
    for row in listed():
        if row["code"] not in known:
            catalog.db.execute(
                "INSERT INTO unit (code, name, short, kind, parent, aliases, valid_from, valid_to)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                _columns(row),
            )


def _columns(row: dict[str, str]) -> list[str | None]:
    aliases = json.dumps(row["aliases"].split("|"), ensure_ascii=False)
    dates = [row["valid_from"] or None, row["valid_to"] or None]
    return [row["code"], row["name"], row["short"], row["kind"], row["parent"] or None, aliases, *dates]


def all_units(catalog: Catalog) -> list[Unit]:
    """Return every unit in the order of its number."""
    return [
        Unit(
            number=row["number"],
            code=row["code"],
            name=row["name"],
            short=row["short"],
            kind=row["kind"],
            parent=row["parent"],
            aliases=tuple(json.loads(row["aliases"])),
        )
        for row in catalog.db.query("SELECT * FROM unit ORDER BY number")
    ]


def numbers(catalog: Catalog) -> dict[str, int]:
    """Return the stable number of each unit code."""
    return dict(catalog.db.execute("SELECT code, number FROM unit"))


def names(catalog: Catalog) -> dict[str, str]:
    """Return the name of each unit by its code."""
    return dict(catalog.db.execute("SELECT code, name FROM unit"))


def agencies(catalog: Catalog) -> dict[str, str]:
    """Return for each unit the agency (perangkat daerah) that it is or belongs to; a unit above them is its own."""
    known = {unit.code: unit for unit in all_units(catalog)}
    found = {}
    for code in known:
        at: str | None = code
        for _ in known:  # a tree that is none ends too
            if at is None or known[at].kind in AGENCY_KINDS:
                break
            at = known[at].parent
        found[code] = at if at is not None and known[at].kind in AGENCY_KINDS else code
    return found


def check_unit(catalog: Catalog, code: str) -> str:
    """Return `code` if it is a unit's; raise RujukanError `unknown_unit`, which lists the codes, if not."""
    if not next(iter(catalog.db.query("SELECT 1 FROM unit WHERE code = ?", [code])), None):
        codes = ", ".join(sorted(unit.code for unit in all_units(catalog)))
        raise RujukanError("unknown_unit", f"Kode unit “{code}” tidak dikenal; pilih salah satu: {codes}.")
    return code
