"""The published base generations of the vector index: which one readers of a model take, and which may go."""

from dataclasses import dataclass

from catalog.database import Catalog


@dataclass(frozen=True)
class Generation:
    """A published generation: it holds `vectors` vectors and every change up to `base_seq`."""

    id: int
    base_seq: int
    vectors: int


def current(catalog: Catalog, model: str) -> Generation | None:
    """Return the generation that readers of this model take; None while the change log alone is enough."""
    rows = catalog.db.execute(
        "SELECT id, base_seq, vectors FROM generation WHERE model = ? AND current = 1", [model]
    ).fetchall()
    return Generation(*rows[0]) if rows else None


def next_id(catalog: Catalog) -> int:
    """Return an id that no generation has had; it is taken when `publish` stores it."""
    rows = catalog.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'generation'").fetchall()
    return 1 + int(rows[0][0] if rows else 0)


def publish(catalog: Catalog, model: str, generation: Generation) -> None:
    """Make the generation the current one of its model; belongs inside one `catalog.writing()` of its caller."""
    retire(catalog, model)
    catalog.db.execute(
        "INSERT INTO generation (id, model, base_seq, vectors, current) VALUES (?, ?, ?, ?, 1)",
        [generation.id, model, generation.base_seq, generation.vectors],
    )


def retire(catalog: Catalog, model: str) -> None:
    """Leave the model without a current generation; belongs inside one `catalog.writing()` of its caller."""
    catalog.db.execute("UPDATE generation SET current = 0 WHERE model = ? AND current = 1", [model])


def forget_old(catalog: Catalog, model: str, keep: int) -> set[int]:
    """Delete all but the last `keep` rows of a model; return the ids that are left, of any model."""
    catalog.db.execute(
        "DELETE FROM generation WHERE model = ?1 AND current = 0 AND id NOT IN"
        " (SELECT id FROM generation WHERE model = ?1 ORDER BY id DESC LIMIT ?2)",
        [model, keep],
    )
    return {row[0] for row in catalog.db.execute("SELECT id FROM generation")}
