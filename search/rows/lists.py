"""Lists within a question: "meja dan kursi" names two things, "Perumahan dan Permukiman" one office."""

from collections.abc import Iterator
from dataclasses import replace

from search.rows.asked import Phrase

JOINING = frozenset(["dan", "atau", "serta", "sama", "maupun"])

_BEFORE_NAMES = frozenset(
    [
        *("ruang", "lantai", "gedung", "poli", "kecamatan", "kelurahan", "desa", "kota", "kabupaten", "jalan"),
        *("bidang", "bagian", "seksi", "dinas", "badan", "puskesmas", "sekolah"),
    ]
)
"""Alone they list nothing: what is meant stands behind them, "IGD dan ruang Melati"."""


def alternatives(phrase: Phrase) -> list[Phrase]:
    """Return what a phrase lists, each as a phrase of its own; nothing where it is no list."""
    parts = list(_parts(phrase.words))
    if len(parts) == 1 or not all(parts) or any(len(part) == 1 and part[0] in _BEFORE_NAMES for part in parts):
        return []
    return [replace(phrase, words=part, typed=" ".join(part)) for part in parts]


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    last = 0
    for at, word in enumerate(words):
        if word in JOINING:
            yield words[last:at]
            last = at + 1
    yield words[last:]
