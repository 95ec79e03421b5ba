"""Communities of practice and what was assessed of their maturity. Never assessed is None, never a low level."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError

LEVEL_NAMES = {1: "Rintisan", 2: "Tumbuh", 3: "Terstandar", 4: "Terkelola", 5: "Berkelanjutan"}
UNASSESSED = "belum_dinilai"
"""What stands in the place of a level where there is no assessment: it is not a low one."""


@dataclass(frozen=True)
class Maturity:
    """The latest assessment of a community; `assessment` and `community_id` lead to its evidence."""

    community: str
    level: int
    name: str
    assessed_on: str
    assessor: str
    evidence: str
    instrument: str
    assessment: int
    community_id: int


_LATEST = """
SELECT c.name AS community, a.level, a.assessed_on, a.assessor, a.evidence, a.instrument, a.id AS assessment,
    c.id AS community_id
FROM assessment a JOIN community c ON c.id = a.community
WHERE c.name IN (SELECT value FROM json_each(?)) ORDER BY a.assessed_on, a.id
"""


def maturity(catalog: Catalog, community: str | None) -> Maturity | None:
    """Return the latest assessment of the named community; None if it was never assessed or there is none."""
    return maturities(catalog, [community]).get(community or "")


def maturities(catalog: Catalog, communities: Iterable[str | None]) -> Mapping[str, Maturity]:
    """Return the latest assessments of the named communities, in one look-up; what was never assessed is not there."""
    named = sorted({name for name in communities if name})
    if not named:
        return {}
    rows = catalog.db.query(_LATEST, [json.dumps(named)])
    return {row["community"]: Maturity(name=LEVEL_NAMES[row["level"]], **row) for row in rows}


def themes(catalog: Catalog, community: str) -> tuple[str, ...]:
    """Return the themes that the named community works on, none if there is no such community."""
    rows = catalog.db.query("SELECT themes FROM community WHERE name = ?", [community])
    return next((tuple(dict.fromkeys(json.loads(row["themes"]))) for row in rows), ())


def names(catalog: Catalog) -> list[str]:
    """Return the names of all communities in their order."""
    return [row["name"] for row in catalog.db.query("SELECT name FROM community ORDER BY name")]


def check_community(catalog: Catalog, name: str) -> str:
    """Return `name` if it is a community's; raise RujukanError `unknown_community` if not."""
    if not next(iter(catalog.db.query("SELECT 1 FROM community WHERE name = ?", [name])), None):
        raise RujukanError("unknown_community", f"Komunitas “{name}” tidak dikenal. Periksa ejaannya.")
    return name


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
