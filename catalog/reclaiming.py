"""Deleting what retired editions alone used: passages, vectors, rows of generations.

In small steps: nobody waits long for the database, and after a kill the next call goes on.
"""

from collections.abc import Callable
from dataclasses import dataclass

from catalog import editions
from catalog.database import Catalog
from catalog.vectors import VectorSet

_STEP = 2000  # vectors a transaction
_VERSIONS = 100  # of which a transaction deletes the passages


@dataclass(frozen=True)
class Kept:
    """What the editions that stay use."""

    models: frozenset[str]
    splittings: frozenset[int]
    vectors: frozenset[VectorSet]


def kept(catalog: Catalog) -> Kept:
    """Return what the shadow, the current and the previous edition use."""
    found = [e for s in ("shadow", "current", "previous") if (e := editions.in_state(catalog, s)) is not None]
    return Kept(
        frozenset(edition.model.id for edition in found),
        frozenset(edition.splitting.number for edition in found),
        frozenset(edition.vectors for edition in found),
    )


def reclaim_passages(catalog: Catalog, splitting: int, go_on: Callable[[], bool]) -> int | None:
    """Delete the passages of a splitting that no kept edition uses; return how many, None if it was stopped.

    Nothing is logged: its indexes go before. A version loses all of them at once, so that a shadow of the same
    splitting, begun after a stop, cuts anew what is gone.
    """
    deleted, after = 0, 0
    while go_on():
        with catalog.writing():
            last = catalog.db.execute(
                "SELECT max(id) FROM (SELECT id FROM version WHERE id > ? ORDER BY id LIMIT ?)", [after, _VERSIONS]
            ).fetchone()[0]
            if last is None:
                return deleted
            deleted += catalog.db.execute(
                "DELETE FROM passage WHERE splitting = ? AND version > ? AND version <= ?", [splitting, after, last]
            ).rowcount
        after = last
    return None


def reclaim_vectors(catalog: Catalog, go_on: Callable[[], bool]) -> int | None:
    """Delete the vectors of other models than the kept ones, and those whose text no passage holds any more.

    Return how many, None if it was stopped.
    """
    models = sorted(kept(catalog).models)
    marks = ", ".join("?" * len(models))
    deleted, after = 0, b""
    while go_on():
        with catalog.writing():
            last = catalog.db.execute(
                "SELECT max(hash) FROM (SELECT hash FROM vector WHERE hash > ? ORDER BY hash LIMIT ?)", [after, _STEP]
            ).fetchone()[0]
            if last is None:
                return deleted
            deleted += catalog.db.execute(
                f"DELETE FROM vector WHERE hash > ? AND hash <= ? AND (model NOT IN ({marks})"
                " OR NOT EXISTS (SELECT 1 FROM passage WHERE passage.hash = vector.hash))",
                [after, last, *models],
            ).rowcount
        after = last
    return None


def reclaim_generations(catalog: Catalog) -> set[int]:
    """Forget the rows of generations that belong to no kept edition; return the ids that are left."""
    stay = kept(catalog).vectors
    with catalog.writing():
        for number, *of in catalog.db.execute("SELECT id, model, splitting FROM generation").fetchall():
            if VectorSet(*of) not in stay:
                catalog.db.execute("DELETE FROM generation WHERE id = ?", [number])
        return {row[0] for row in catalog.db.execute("SELECT id FROM generation")}
