"""Indexes that hold nothing of what was deleted: those of the current edition built anew, all others gone."""

from catalog import editions
from catalog.database import Catalog
from catalog.editions import Edition
from engine.engine import Engine


def renew(catalog: Catalog, *, threads: int) -> None:
    """Build the indexes of the current edition again and delete every other; for the holder of the writer's lock.

    A Tantivy segment keeps the words of deleted passages, and a base generation their vectors, until they are merged or
    replaced. The shadow and the previous edition get indexes again when they are switched to.
    """
    current = editions.current(catalog)
    if current is None:
        return
    _engine(catalog, current, threads).rebuild(catalog)
    with catalog.writing():
        catalog.db.execute(
            "DELETE FROM generation WHERE NOT (model = ? AND splitting = ? AND current = 1)", current.vectors
        )
        left = {row[0] for row in catalog.db.execute("SELECT id FROM generation")}
    others = (editions.in_state(catalog, "shadow"), editions.in_state(catalog, "previous"), *editions.retired(catalog))
    for edition in (current, *filter(None, others)):
        has_words = edition.splitting.number != current.splitting.number
        _engine(catalog, edition, threads).delete(left, lexical=has_words)


def _engine(catalog: Catalog, edition: Edition, threads: int) -> Engine:
    return Engine.open(catalog.folder, edition.vectors, edition.model.width, threads=threads)
