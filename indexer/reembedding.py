"""Vectors made again from stored text, never from the files: for a new title, or where the cache lost some."""

import json
from collections.abc import Mapping, Sequence

from catalog import changes, vectors
from catalog.database import Catalog
from catalog.parts import OF_PAGE
from embedding.embedder import Embedder
from indexer.building import embed_missing
from indexer.passages import embedding_text, text_hash
from indexer.steps import EVERY_STEP, Steps

AT_ONCE = 128
"""Passages embedded between two looks at whether to stop."""

_PASSAGES = f"""
SELECT p.id, p.heading, p.text, p.hash, coalesce(part.title, a.title, v.title) AS title
FROM passage p JOIN version v ON v.id = p.version JOIN asset a ON a.id = v.asset
JOIN page ON page.id = p.page {OF_PAGE}
WHERE p.hash IS NOT NULL
"""


def embed_under_title(catalog: Catalog, embedder: Embedder, asset: int, title: str) -> dict[int, bytes]:
    """Put the vectors of the asset's passages under a new title into the cache; return each passage's new hash.

    A new title of the file is not that of its parts: their passages stay as they are.
    """
    texts = {}
    for row in list(catalog.db.query(f"{_PASSAGES} AND a.id = ? AND part.key IS NULL", [asset])):
        texts[row["id"]] = embedding_text(title, tuple(json.loads(row["heading"])), row["text"])
    hashes = {passage: text_hash(text) for passage, text in texts.items()}
    embed_missing(catalog, embedder, {hashes[passage]: text for passage, text in texts.items()})
    return hashes


def follow_title(catalog: Catalog, embedder: Embedder, key: str) -> None:
    """Give an asset the vectors of the title that it has now: a person may have changed it without a model at hand."""
    sql = "SELECT a.id, coalesce(a.title, v.title) AS title FROM asset a JOIN version v ON v.asset = a.id AND v.newest"
    for row in list(catalog.db.query(f"{sql} WHERE a.key = ?", [key])):
        hashes = embed_under_title(catalog, embedder, row["id"], row["title"])
        with catalog.writing():
            store_hashes(catalog, hashes)
            changes.put(catalog, row["id"])


def store_hashes(catalog: Catalog, hashes: Mapping[int, bytes]) -> None:
    """Give passages their new hashes and forget vectors that none holds; belongs inside a `catalog.writing()`."""
    old = [
        next(iter(catalog.db.query("SELECT hash FROM passage WHERE id = ?", [passage])))["hash"] for passage in hashes
    ]
    catalog.db.conn.executemany("UPDATE passage SET hash = ? WHERE id = ?", [(h, p) for p, h in hashes.items()])
    vectors.forget_unused(catalog, set(old))


def restore_vectors(catalog: Catalog, embedder: Embedder, splitting: int, steps: Steps = EVERY_STEP) -> bool:
    """Put a vector into the cache for every passage of a splitting that has none of this model; return if all have.

    What is there when it is stopped stays, and is not made again.
    """
    lost = vectors.unembedded(catalog, vectors.VectorSet(embedder.model_id, splitting))
    for at in range(0, len(lost), AT_ONCE):
        if not steps.go_on():
            return False
        embed_missing(catalog, embedder, embedded_texts(catalog, lost[at : at + AT_ONCE]))
        steps.tell(min(at + AT_ONCE, len(lost)), len(lost))
    return True


def embedded_texts(catalog: Catalog, ids: Sequence[int]) -> dict[bytes, str]:
    """Return what is embedded for these passages, at most 900 of them, by the key of its vector."""
    marks = ", ".join("?" * len(ids))
    rows = list(catalog.db.query(f"{_PASSAGES} AND p.id IN ({marks})", ids))
    return {r["hash"]: embedding_text(r["title"], tuple(json.loads(r["heading"])), r["text"]) for r in rows}
