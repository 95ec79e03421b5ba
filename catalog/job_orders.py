"""Jobs that an operator orders, by a command or on a page: checked before the row is put."""

import json
from typing import Any

from catalog import editions, jobs, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.jobs import Job
from catalog.metadata import Metadata, check

Args = dict[str, Any]

REINDEX = ("changed", "failed", "all")
"""What may be indexed again: known files that changed, those that failed, or every stored original."""


def reindex(catalog: Catalog, what: str, kind: str | None, unit: str | None) -> Args:
    """Return the arguments of a re-index; RujukanError for an unknown word or unit, or where nothing is indexed."""
    if what not in REINDEX:
        raise RujukanError("bad_value", f"“{what}” tidak dikenal; pilih salah satu: {', '.join(REINDEX)}.")
    chosen = {name: value for name, value in (("kind", kind), ("unit", unit)) if value}
    args: Args = {"what": what, "model": None, **chosen}
    check_reindex(catalog, args)
    return args


def check_reindex(catalog: Catalog, args: Args) -> None:
    """Raise RujukanError for arguments of a re-index that name an unknown kind or unit, or where nothing is indexed."""
    check(catalog, Metadata(kind=args.get("kind"), unit=args.get("unit")))
    if editions.current(catalog) is None:
        raise RujukanError("empty_catalog", "Katalog ini belum berisi apa-apa. Isi dahulu dengan `rujukan index`.")


def edition_change(catalog: Catalog, kind: str, *, shadow: bool = False) -> Args:
    """Return the arguments of a `compare`, `switch`, `rollback` or `reclaim`; RujukanError if it cannot be done now.

    `shadow` is whether `reclaim` gives the shadow up too.
    """
    if kind == "reclaim":
        kept = {"current"} if shadow else {"current", "shadow"}
        if all(edition.state in kept for edition in editions.listing(catalog)):
            raise RujukanError("nothing_to_reclaim", "Tidak ada edisi lama yang dapat dihapus.")
        return {"shadow": shadow}
    edition = editions.needed(catalog, "previous" if kind == "rollback" else "shadow")
    if kind == "switch":
        editions.check_proven(edition)
    return {}


def order(catalog: Catalog, kind: str, args: Args, *, by: str) -> Job:
    """Put a job for the workers and write down who ordered it; one just like it that waits already is enough."""
    with catalog.writing():
        rows = catalog.db.execute(
            "SELECT id FROM job WHERE state = 'pending' AND queued AND kind = ? AND args = ?", [kind, json.dumps(args)]
        ).fetchall()
        if rows:
            return jobs.get(catalog, rows[0][0])
        job = jobs.add(catalog, kind, args)
        trail.append(catalog, by, "job.order", str(job.id), kind=kind)
    return job
