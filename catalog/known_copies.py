"""Which stored versions are copies of one another by their texts (`catalog/copies.py`), worked out once and kept.

Copies say every figure and decisive word alike, so only versions with the same of these are compared, and of them only
those of nearly one length with a run of words in common among the smallest of each. What is kept follows from the
texts alone: in whatever order they came in, the same texts are copies.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from catalog.copies import LEAST_WORDS, LONGEST, RESEMBLANCE, Text, are_copies, decisive_words
from catalog.database import Catalog
from catalog.words import UNSEARCHABLE_STATES

_BATCH = 200
_SKETCH = 8
"""Smallest runs that are kept of a text: two that share 95 % of their runs share none of them once in 10^10."""
_NAMED = 4  # bytes of a run in a sketch
_TEXTS = """
SELECT s.version, s.text, c.other FROM text_sign s JOIN json_each(?) j ON j.value = s.version
LEFT JOIN text_copy c ON c.text = s.text WHERE s.text IS NOT NULL AND s.rule = ? ORDER BY s.version, c.other
"""
_CANDIDATES = """
SELECT min(version) AS version, text, sketch FROM text_sign
WHERE decisive = ? AND text <> ? AND letters BETWEEN ? AND ? GROUP BY text ORDER BY text
"""
_FORGET_BACK = """
DELETE FROM text_copy WHERE other = ?1 AND text IN (SELECT other FROM text_copy WHERE text = ?1)
"""
_UNKNOWN = """
SELECT v.id FROM version v LEFT JOIN text_sign s ON s.version = v.id AND s.rule = ? WHERE s.version IS NULL
ORDER BY v.id LIMIT ?
"""


@dataclass(frozen=True)
class _Signs:
    """What a text is found by: itself, its decisive words, its smallest runs, its length; None where none can be."""

    text: bytes | None = None
    decisive: bytes | None = None
    sketch: bytes | None = None
    letters: int | None = None


def remember(catalog: Catalog, version: int) -> None:
    """Work out which versions the stored pages of a version are copies of; part of its caller's transaction."""
    forget(catalog, version)
    text = _text(catalog, version)
    signs = _signs(text) if text else _Signs()
    if text and signs.decisive is not None and not _is_known(catalog, signs):
        _compare(catalog, text, signs)
    catalog.db.execute(
        "INSERT INTO text_sign (version, rule, text, decisive, sketch, letters) VALUES (?, ?, ?, ?, ?, ?)",
        [version, rule(), signs.text, signs.decisive, signs.sketch, signs.letters],
    )


def remember_all(catalog: Catalog) -> int:
    """Do that for versions of which it is not known, or by other decisive words; return of how many."""
    done = 0
    while some := remember_some(catalog):
        done += some
    return done


def remember_some(catalog: Catalog) -> int:
    """Do that for a few of them, a second's work; return of how many, 0 where all are known."""
    unknown = catalog.db.execute(_UNKNOWN, [rule(), _BATCH]).fetchall()
    if unknown:
        with catalog.writing():
            for (version,) in unknown:
                remember(catalog, version)
    return len(unknown)


def forget(catalog: Catalog, version: int) -> None:
    """Forget a version, and what its text is like where no other version has it."""
    for (text,) in catalog.db.execute("DELETE FROM text_sign WHERE version = ? RETURNING text", [version]).fetchall():
        if text and not catalog.db.execute("SELECT 1 FROM text_sign WHERE text = ?", [text]).fetchall():
            catalog.db.execute(_FORGET_BACK, [text])
            catalog.db.execute("DELETE FROM text_copy WHERE text = ?", [text])


def pairs(catalog: Catalog, versions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of some versions that are copies: those that are copies of one another are linked, over others."""
    listed = "[" + ", ".join(str(int(one)) for one in versions) + "]"
    rows = catalog.db.execute(_TEXTS, [listed, rule()]).fetchall()
    first: dict[bytes, int] = {}
    for version, text, _ in rows:
        yield first.setdefault(text, version), version
    for version, _, other in rows:
        if other in first:
            yield version, first[other]


@cache
def rule() -> str:
    """Return what names the rule by which texts are copies: it changes with its thresholds and decisive words."""
    made = blake2b(repr((LEAST_WORDS, LONGEST, RESEMBLANCE, sorted(decisive_words()))).encode(), digest_size=8)
    return made.hexdigest()


def _text(catalog: Catalog, version: int) -> Text | None:
    """Return the whole text of a version; None where it has none, or a page that could not be read."""
    rows = catalog.db.execute("SELECT state, text FROM page WHERE version = ? ORDER BY number", [version]).fetchall()
    if not rows or any(state in UNSEARCHABLE_STATES for state, _ in rows):
        return None
    return Text("\n".join(text for _, text in rows))


def _signs(text: Text) -> _Signs:
    """Return the signs of a text: none of one that tells too little; a very long one is like its equals alone."""
    if len(text.words) < LEAST_WORDS:
        return _Signs()
    if len(text.text) > LONGEST:
        return _Signs(_hash(text.folded))
    runs = sorted({zlib.crc32("\n".join(run).encode("utf8", "surrogatepass")) for run in text.runs})[:_SKETCH]
    sketch = b"".join(run.to_bytes(_NAMED, "big") for run in runs)
    return _Signs(_hash(text.text), _hash("\n".join(text.decisive)), sketch, len(text.text))


def _hash(text: str) -> bytes:
    return blake2b(f"{rule()}\n{text}".encode("utf8", "surrogatepass"), digest_size=16).digest()


def _is_known(catalog: Catalog, signs: _Signs) -> bool:
    return bool(catalog.db.execute("SELECT 1 FROM text_sign WHERE text = ? LIMIT 1", [signs.text]).fetchall())


def _compare(catalog: Catalog, text: Text, signs: _Signs) -> None:
    """Write down which stored texts a new one is a copy of, in both directions."""
    letters = len(text.text)
    shortest, longest = int(letters * RESEMBLANCE), int(letters / RESEMBLANCE) + 1
    asked = [signs.decisive, signs.text, shortest, longest]
    for row in list(catalog.db.query(_CANDIDATES, asked)):
        if _runs(row["sketch"]).isdisjoint(_runs(signs.sketch or b"")):
            continue
        other = _text(catalog, row["version"])
        if other is not None and are_copies(text, other):
            both = [(signs.text, row["text"]), (row["text"], signs.text)]
            catalog.db.conn.executemany("INSERT OR IGNORE INTO text_copy VALUES (?, ?)", both)


def _runs(sketch: bytes) -> frozenset[bytes]:
    return frozenset(sketch[at : at + _NAMED] for at in range(0, len(sketch), _NAMED))
