"""The published base generations of the vector index: which one readers of a model take, and which may go."""

from dataclasses import dataclass

from catalog.database import Catalog
from catalog.vectors import VectorSet


@dataclass(frozen=True)
class Generation:
    """A published generation: it holds `vectors` vectors and every change up to `base_seq`."""

    id: int
    base_seq: int
    vectors: int


def current(catalog: Catalog, of: VectorSet) -> Generation | None:
    """Return the generation that readers of these vectors take; None while the change log alone is enough."""
    rows = catalog.db.execute(
        "SELECT id, base_seq, vectors FROM generation WHERE model = ? AND splitting = ? AND current = 1", of
    ).fetchall()
    return Generation(*rows[0]) if rows else None


def next_id(catalog: Catalog) -> int:
    """Return an id that no generation has had; it is taken when `publish` stores it."""
    rows = catalog.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'generation'").fetchall()
    return 1 + int(rows[0][0] if rows else 0)


def publish(catalog: Catalog, of: VectorSet, generation: Generation) -> None:
    """Make the generation the current one of its vectors; belongs inside one `catalog.writing()` of its caller."""
    retire(catalog, of)
    catalog.db.execute(
        "INSERT INTO generation (id, model, splitting, base_seq, vectors, current) VALUES (?, ?, ?, ?, ?, 1)",
        [generation.id, *of, generation.base_seq, generation.vectors],
    )


def retire(catalog: Catalog, of: VectorSet) -> None:
    """Leave the vectors without a current generation; belongs inside one `catalog.writing()` of its caller."""
    catalog.db.execute("UPDATE generation SET current = 0 WHERE model = ? AND splitting = ? AND current = 1", of)


def forget_old(catalog: Catalog, of: VectorSet, keep: int) -> set[int]:
    """Delete all but the last `keep` rows of these vectors; return the ids that are left, of any."""
    catalog.db.execute(
        "DELETE FROM generation WHERE model = ?1 AND splitting = ?2 AND current = 0 AND id NOT IN"
        " (SELECT id FROM generation WHERE model = ?1 AND splitting = ?2 ORDER BY id DESC LIMIT ?3)",
        [*of, keep],
    )
    return {row[0] for row in catalog.db.execute("SELECT id FROM generation")}
