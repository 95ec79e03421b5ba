"""Jobs that an operator orders, by a command or on a page: checked before the row is put."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from catalog import editions, jobs, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.jobs import Job
from catalog.metadata import Metadata, check

Args = dict[str, Any]

REINDEX = ("changed", "failed", "all")
"""What may be indexed again: known files that changed, those that failed, or every stored original."""

ESTIMATE = "estimate"
"""The job that tells what building an edition would take."""
WORDS = (20, 400)
"""Words that a passage may have at most."""
_DIGITS = 9


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


def one_file(catalog: Catalog, source: str, path: str) -> Args:
    """Return the arguments of a re-index of one file; NotFoundError if the catalog knows none such.

    What was indexed with pages that no search finds is read again from its stored original, anything else at its
    source.
    """
    rows = catalog.db.execute(
        "SELECT a.key FROM asset a JOIN source s ON s.id = a.source JOIN version v ON v.asset = a.id AND v.newest = 1"
        " JOIN page p ON p.version = v.id AND p.state IN ('poor', 'needs_ocr') WHERE s.name = ? AND a.path = ?",
        [source, path],
    ).fetchall()
    if rows:
        return {"what": "one", "model": None, "asset": rows[0][0]}
    known = "SELECT 1 FROM file f JOIN source s ON s.id = f.source WHERE f.gone = 0 AND s.name = ? AND f.path = ?"
    if not catalog.db.execute(known, [source, path]).fetchall():
        raise NotFoundError
    return {"what": "one", "model": None, "source": source, "path": path}


@dataclass(frozen=True)
class Wanted:
    """An edition as it is typed; no model is the one of now."""

    model: str
    words: str
    overlap: str


def new_edition(catalog: Catalog, typed: Wanted, models: Collection[str]) -> Args:
    """Return the arguments of a shadow edition with one of these models; RujukanError if it cannot be begun now."""
    if typed.model and typed.model not in models:
        raise RujukanError("bad_value", f"Model “{typed.model[:80]}” tidak ada dalam daftar; pilih dari daftar.")
    words = _whole("Kata per bagian", typed.words, WORDS)
    overlap = _whole("Tumpang tindih", typed.overlap, (0, words - 1))
    args: Args = {"what": "edition", "model": typed.model or None, "words": words, "overlap": overlap}
    check_edition(catalog, args)
    return args


def check_edition(catalog: Catalog, args: Args) -> None:
    """Raise RujukanError where a shadow stands already, or the one that is wanted is what answers."""
    check_reindex(catalog, args)
    if (shadow := editions.in_state(catalog, "shadow")) is not None:
        raise RujukanError(
            "other_shadow", f"Edisi bayangan {shadow.number} masih ada. Beralihlah kepadanya atau hapus dahulu."
        )
    now = editions.needed(catalog, "current")
    sizes = (now.splitting.words, now.splitting.overlap)
    if args["model"] in (None, now.model.name) and (args["words"], args["overlap"]) == sizes:
        raise RujukanError("same_edition", "Itu edisi yang menjawab sekarang: ubah model atau ukurannya.")


def estimated(catalog: Catalog, number: int) -> Args:
    """Return the arguments of the edition that a job estimated; NotFoundError if it is no such job, or not done."""
    rows = catalog.db.execute(
        "SELECT args FROM job WHERE id = ? AND kind = ? AND state = 'done'", [number, ESTIMATE]
    ).fetchall()
    if not rows:
        raise NotFoundError
    args: Args = json.loads(rows[0][0])
    check_edition(catalog, args)
    return args


def _whole(label: str, text: str, bounds: tuple[int, int]) -> int:
    said, (least, most) = text.strip(), bounds
    if said.isascii() and said.isdigit() and len(said) <= _DIGITS and least <= int(said) <= most:
        return int(said)
    raise RujukanError("bad_value", f"{label} “{text[:20]}” harus bilangan bulat dari {least} sampai {most}.")


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
