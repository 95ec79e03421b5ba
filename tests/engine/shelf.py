"""A small catalog to search: assets of one-passage pages, and vectors that count four words."""

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from catalog import metadata, opening, passages, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, Scope
from catalog.vectors import VectorSet
from engine.engine import Engine
from engine.query import Clause, Filters, Request, Scored

WORDS = ("aset", "hibah", "pajak", "air")
MODEL = "counts"
ANY = Filters()
OPEN = Metadata(access="terbuka", unit="BPAD", status="disahkan")


def vector(text: str) -> NDArray[np.float32]:
    """How often each of WORDS stands in the text, as a unit vector; a text without them counts as all of them."""
    counts = np.array([text.casefold().split().count(word) for word in WORDS], dtype=np.float32)
    if not counts.any():
        counts += 1
    return counts / np.linalg.norm(counts)


def key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def shelve(catalog: Catalog, path: str, texts: Iterable[str], card: Metadata = OPEN) -> int:
    """Store a new asset, one page and one passage a text, all embedded; return its id."""
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), path)
        revise(catalog, asset, texts, card)
    return asset


def revise(catalog: Catalog, asset: int, texts: Iterable[str], card: Metadata) -> None:
    """Store a new version of an asset."""
    written = list(texts)
    pages = tuple(storing.NewPage(n, None, "text", 1.0, text) for n, text in enumerate(written, 1))
    pieces = tuple(
        storing.NewPassage(n, "text", None, ("Bab",), 0, len(text), text, key(text)) for n, text in enumerate(written)
    )
    sha256 = key("\n".join([str(asset), *written])).hex()
    new = storing.NewVersion(sha256, 1, "text/plain", "Judul", "sop", {}, pages, pieces)
    with catalog.writing():
        storing.add_version(catalog, asset, new)
        vectors.put(catalog, MODEL, [key(t) for t in written], np.array([vector(t) for t in written], np.float32))
        metadata.apply(catalog, asset, card)


def describe(catalog: Catalog, asset: int, card: Metadata) -> None:
    with catalog.writing():
        metadata.apply(catalog, asset, card)


def drop(catalog: Catalog, asset: int) -> None:
    with catalog.writing():
        storing.drop_asset(catalog, asset)


def engine_of(catalog: Catalog, *, tail_limit: int = 1000) -> Engine:
    return Engine.open(catalog.folder, VectorSet(MODEL), len(WORDS), threads=1, tail_limit=tail_limit)


def request(text: str, scope: Scope = OPERATOR, filters: Filters = ANY, *, exact: tuple[str, ...] = ()) -> Request:
    groups = tuple((Clause((word,)),) for word in text.split())
    return Request(groups, exact, vector(text), scope, filters)


def texts(catalog: Catalog, hits: Iterable[Scored]) -> list[str]:
    """The passages' texts, in the order of the hits."""
    ids = [hit.passage for hit in hits]
    found = passages.read(catalog, ids, OPERATOR)
    return [found[i].text for i in ids]


def ids_of(hits: Iterable[Scored]) -> set[int]:
    return {hit.passage for hit in hits}


def second_connection(catalog: Catalog) -> Catalog:
    return opening.open_existing(catalog.folder.root)
