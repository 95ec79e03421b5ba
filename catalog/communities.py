"""Communities of practice and what was assessed of their maturity. Never assessed is None, never a low level."""

import json
import tomllib
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError

LEVEL_NAMES = {1: "Rintisan", 2: "Tumbuh", 3: "Terstandar", 4: "Terkelola", 5: "Berkelanjutan"}


@dataclass(frozen=True)
class Maturity:
    """The latest assessment of a community."""

    community: str
    level: int
    name: str
    assessed_on: str
    assessor: str
    evidence: str
    instrument: str


def maturity(catalog: Catalog, community: str | None) -> Maturity | None:
    """Return the latest assessment of the named community; None if it was never assessed or there is none."""
    rows = catalog.db.query(
        "SELECT a.level, a.assessed_on, a.assessor, a.evidence, a.instrument"
        " FROM assessment a JOIN community c ON c.id = a.community"
        " WHERE c.name = ? ORDER BY a.assessed_on DESC, a.id DESC LIMIT 1",
        [community],
    )
    for row in rows:
        return Maturity(community=str(community), name=LEVEL_NAMES[row["level"]], **row)
    return None


def themes(catalog: Catalog, community: str) -> tuple[str, ...]:
    """Return the themes that the named community works on, none if there is no such community."""
    rows = catalog.db.query("SELECT themes FROM community WHERE name = ?", [community])
    return next((tuple(dict.fromkeys(json.loads(row["themes"]))) for row in rows), ())


def names(catalog: Catalog) -> list[str]:
    """Return the names of all communities in their order."""
    return [row["name"] for row in catalog.db.query("SELECT name FROM community ORDER BY name")]


def community_id(catalog: Catalog, name: str, unit: str | None = None) -> int:
    """Return the id of the community of that name, making it where it is new."""
    catalog.db.execute("INSERT INTO community (name, unit) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", [name, unit])
    return int(next(iter(catalog.db.query("SELECT id FROM community WHERE name = ?", [name])))["id"])


def load_toml(catalog: Catalog, text: str) -> int:
    """Bring communities and assessments of a TOML text into the catalog; return how many communities it names.

    A community is known by its name and an assessment by community, date and instrument: loading twice adds nothing.
    """
    try:
        records = tomllib.loads(text).get("community", [])
    except tomllib.TOMLDecodeError as error:
        raise RujukanError(
            "bad_toml", f"Berkas komunitas tidak dapat dibaca ({error}). Perbaiki lalu ulangi."
        ) from error
    for record in records:
        _store(catalog, record)
    return len(records)


def _store(catalog: Catalog, record: dict[str, Any]) -> None:
    key = community_id(catalog, record["name"], record.get("unit"))
    catalog.db.execute(
        "UPDATE community SET unit = ?, decree = ?, decree_date = ?, decree_valid_to = ?, themes = ? WHERE id = ?",
        [
            record.get("unit"),
            record.get("decree"),
            record.get("decree_date"),
            record.get("decree_valid_to"),
            json.dumps(record.get("themes", []), ensure_ascii=False),
            key,
        ],
    )
    for a in record.get("assessment", []):
        catalog.db.execute(
            "INSERT INTO assessment (community, level, assessed_on, assessor, evidence, instrument)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [key, a["level"], a["assessed_on"], a["assessor"], a["evidence"], a["instrument"]],
        )
