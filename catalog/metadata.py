"""What people say about an asset: flags and manifest cells. What is not given stays as it is."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date

from catalog import changes, status_changes, storing
from catalog.communities import community_id
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.units import check_unit
from catalog.words import check_word

CLEARABLE = ("community", "date", "review_on")
"""What an asset need not have: without a kind, unit or access class it would belong to nobody, or to everybody."""


@dataclass(frozen=True)
class Metadata:
    """The given values; None means not given."""

    title: str | None = None
    kind: str | None = None
    unit: str | None = None
    community: str | None = None
    access: str | None = None
    status: str | None = None
    validity: str | None = None
    date: str | None = None
    review_on: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return these values, and the other's where none is given here."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


def check(catalog: Catalog, given: Metadata) -> None:
    """Raise RujukanError for an unknown unit, a word outside the closed lists, or a date that is none."""
    if given.unit is not None:
        check_unit(catalog, given.unit)
    for name in ("kind", "access", "status", "validity"):
        if (value := getattr(given, name)) is not None:
            check_word(name, value)
    for name in ("date", "review_on"):
        if (value := getattr(given, name)) is not None:
            _check_date(name, value)


def _check_date(name: str, value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise RujukanError(
            "bad_value", f"Nilai {name} “{value}” bukan tanggal; tulis seperti 2025-02-17 (tahun-bulan-hari)."
        ) from None


def apply(catalog: Catalog, asset: int, given: Metadata) -> bool:
    """Store the given values, the status on the newest version; return whether anything changed.

    A status that only repeats what the last run said does not undo what people decided at the desk since.

    Belongs inside one `catalog.writing()` of its caller. Rights and titles reach the indexes by the change log.
    """
    wanted = {k: getattr(given, k) for k in ("title", "kind", "unit", "access", "validity", "date", "review_on")}
    wanted = {k: v for k, v in wanted.items() if v is not None}
    if given.community is not None:
        wanted["community"] = community_id(catalog, given.community, given.unit)
    now = next(iter(catalog.db.query("SELECT * FROM asset WHERE id = ?", [asset])))
    changed = {k: v for k, v in wanted.items() if now[k] != v}
    if changed:
        sets = ", ".join(f"{name} = ?" for name in changed)
        catalog.db.execute(f"UPDATE asset SET {sets} WHERE id = ?", [*changed.values(), asset])
    new_status = given.status is not None and _set_status(catalog, asset, given.status)
    if changed or new_status:
        changes.put(catalog, asset)
    return bool(changed or new_status)


def clear(catalog: Catalog, asset: int, names: Collection[str]) -> None:
    """Let an asset say nothing any more of these, which must be in CLEARABLE; inside one `catalog.writing()`."""
    now = next(iter(catalog.db.query("SELECT * FROM asset WHERE id = ?", [asset])))
    said = [name for name in CLEARABLE if name in names and now[name] is not None]
    if said:
        sets = ", ".join(f"{name} = NULL" for name in said)
        catalog.db.execute(f"UPDATE asset SET {sets} WHERE id = ?", [asset])
        changes.put(catalog, asset)


def _set_status(catalog: Catalog, asset: int, status: str) -> bool:
    """Give the newest version a status, unless a person took a step since and this only says the same as before it."""
    if (said := status_changes.last_said_by_a_run(catalog, asset)) is not None:
        if said == status:
            return False
        _record(catalog, asset, status)
    cursor = catalog.db.execute(
        "UPDATE version SET status = ? WHERE asset = ? AND newest = 1 AND status <> ?", [status, asset, status]
    )
    if cursor.rowcount > 0:
        storing.refresh_live(catalog, asset)
    return cursor.rowcount > 0


def _record(catalog: Catalog, asset: int, status: str) -> None:
    """Write down what a run says of an asset that people took steps with, also where it is what they decided."""
    rows = catalog.db.query("SELECT id, status FROM version WHERE asset = ? AND newest = 1", [asset])
    newest = next(iter(rows))
    status_changes.record(catalog, newest["id"], (status_changes.BY_A_RUN, newest["status"], status))
