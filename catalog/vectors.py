"""The cache of vectors by text hash and model: a rebuild, a moved file or a second copy is never embedded twice."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from catalog.database import Catalog
from catalog.parts import OF_PAGE

_BATCH = 900  # SQLite's default limit of parameters is 999 in old builds

_LIVE = """
FROM passage p
JOIN version ON version.id = p.version AND version.live = 1
JOIN asset ON asset.id = version.asset
LEFT JOIN unit ON unit.code = asset.unit
"""

_ENTRIES = f"""
SELECT p.id, asset.access, coalesce(unit.number, 0), version.status, version.newest,
    coalesce(asset.kind, part.kind, version.kind), asset.date, vector.vector
{_LIVE}
JOIN page ON page.id = p.page
{OF_PAGE}
JOIN vector ON vector.hash = p.hash AND vector.model = ? WHERE p.splitting = ?
"""

_EMBEDDED = """
FROM passage p
JOIN version ON version.id = p.version AND version.live = 1
JOIN vector ON vector.hash = p.hash AND vector.model = ?
WHERE p.splitting = ?
"""


class VectorSet(NamedTuple):
    """Which vectors are meant: those of one model over the passages of one splitting."""

    model: str
    splitting: int = 1


class Entry(NamedTuple):
    """A live passage with its vector (16-bit floats) and what its viewers and filters go by; unit 0 is none."""

    passage: int
    access: str | None
    unit: int
    status: str
    newest: int
    kind: str
    date: str | None
    vector: bytes


def entries(catalog: Catalog, of: VectorSet) -> Iterator[Entry]:
    """Yield every live passage that has a vector of this set, in the order of its id."""
    for row in catalog.db.execute(f"{_ENTRIES} ORDER BY p.id", of):
        yield Entry(*row)


def entries_of(catalog: Catalog, of: VectorSet, ids: Sequence[int]) -> Iterator[Entry]:
    """Yield those of the passages that are live and have a vector of this set, in ascending batches."""
    for at in range(0, len(ids), _BATCH):
        part = list(ids[at : at + _BATCH])
        marks = ", ".join("?" * len(part))
        for row in catalog.db.execute(f"{_ENTRIES} AND p.id IN ({marks}) ORDER BY p.id", [*of, *part]):
            yield Entry(*row)


def unembedded(catalog: Catalog, of: VectorSet) -> list[int]:
    """Return the ids of the passages whose vector is missing, of versions that do not answer too: they may again."""
    rows = catalog.db.execute(
        "SELECT p.id FROM passage p WHERE p.hash IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM vector WHERE vector.hash = p.hash AND vector.model = ?) AND p.splitting = ? ORDER BY p.id",
        of,
    )
    return [row[0] for row in rows]


def damaged(catalog: Catalog, of: VectorSet, width: int) -> list[int]:
    """Return the ids of the passages whose vector has not the bytes of that width."""
    rows = catalog.db.execute(
        "SELECT p.id FROM passage p JOIN vector ON vector.hash = p.hash AND vector.model = ?"
        " WHERE p.splitting = ? AND length(vector.vector) <> ? ORDER BY p.id",
        [*of, 2 * width],
    )
    return [row[0] for row in rows]


def forget_damaged(catalog: Catalog, model: str, width: int) -> None:
    """Delete the vectors of a model that have not the bytes of its width."""
    with catalog.writing():
        catalog.db.execute("DELETE FROM vector WHERE model = ? AND length(vector) <> ?", [model, 2 * width])


def embedded(catalog: Catalog, of: VectorSet) -> list[int]:
    """Return the ids of the live passages that have a vector of this set."""
    rows = catalog.db.execute(
        f"SELECT p.id {_EMBEDDED} ORDER BY p.id",
        of,
    )
    return [row[0] for row in rows]


def count(catalog: Catalog, of: VectorSet) -> int:
    """Return how many live passages have a vector of this set."""
    return int(catalog.db.execute(f"SELECT count(*) {_EMBEDDED}", of).fetchone()[0])


def more_than(catalog: Catalog, of: VectorSet, number: int) -> bool:
    """Tell whether more live passages than that have a vector of this set; looks at no more of them than it must."""
    rows = catalog.db.execute(f"SELECT 1 {_EMBEDDED} LIMIT ?", [*of, number + 1])
    return len(rows.fetchall()) > number


def missing(catalog: Catalog, model: str, hashes: Iterable[bytes]) -> set[bytes]:
    """Return those of `hashes` that have no vector of this model yet."""
    wanted = list(dict.fromkeys(hashes))
    found: set[bytes] = set()
    for at in range(0, len(wanted), _BATCH):
        part = wanted[at : at + _BATCH]
        marks = ", ".join("?" * len(part))
        rows = catalog.db.query(f"SELECT hash FROM vector WHERE model = ? AND hash IN ({marks})", [model, *part])
        found |= {row["hash"] for row in rows}
    return set(wanted) - found


def put(catalog: Catalog, model: str, hashes: Sequence[bytes], vectors: NDArray[np.float32]) -> None:
    """Store unit vectors (n, width) as 16-bit floats: half the size, and cosine changes by less than 0.001."""
    rows = [(h, model, v.tobytes()) for h, v in zip(hashes, vectors.astype(np.float16), strict=True)]
    catalog.db.conn.executemany("INSERT OR IGNORE INTO vector (hash, model, vector) VALUES (?, ?, ?)", rows)


def forget_unused(catalog: Catalog, hashes: Iterable[bytes]) -> None:
    """Delete those vectors whose text no passage holds any more."""
    catalog.db.conn.executemany(
        "DELETE FROM vector WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM passage WHERE passage.hash = ?1)",
        [(h,) for h in hashes],
    )
