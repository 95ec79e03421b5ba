"""A new title stands in front of every passage: their vectors are made again from stored text, never from the file."""

import json

from catalog import vectors
from catalog.database import Catalog
from embedding.embedder import Embedder
from indexer.building import embed_missing
from indexer.passages import embedding_text, text_hash


def retitle(catalog: Catalog, embedder: Embedder, asset: int, title: str) -> None:
    """Give the asset's passages the vectors that belong to `title`, before the title itself is stored.

    Vectors are made first, in a transaction of their own; the passages change in the caller's.
    """
    rows = list(
        catalog.db.query(
            "SELECT p.id, p.heading, p.text, p.hash FROM passage p JOIN version v ON v.id = p.version"
            " WHERE v.asset = ? AND p.hash IS NOT NULL",
            [asset],
        )
    )
    texts = {row["id"]: embedding_text(title, tuple(json.loads(row["heading"])), row["text"]) for row in rows}
    hashes = {key: text_hash(text) for key, text in texts.items()}
    embed_missing(catalog, embedder, {hashes[key]: text for key, text in texts.items()})
    with catalog.writing():
        catalog.db.conn.executemany("UPDATE passage SET hash = ? WHERE id = ?", [(h, key) for key, h in hashes.items()])
        vectors.forget_unused(catalog, {row["hash"] for row in rows})
