"""The cache of vectors by text hash and model: a rebuild, a moved file or a second copy is never embedded twice."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.database import Catalog

_BATCH = 900  # SQLite's default limit of parameters is 999 in old builds


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
