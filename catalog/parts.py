"""Parts: the SOPs that one file binds, each an asset of its own to those who search, cite and rate it.

A file stays one asset row and one version a state, and its pages and passages stay its own. A part is no more than a
range of a version's pages with a key, a title, a kind and fields: a passage belongs to the part on whose pages it
stands, so none is stored or indexed twice. Rights, status, moves, new versions, removal, dropping and backup follow the
file, and cannot differ between SOPs that share one original; several asset rows for one file would have to be kept in
step in each of these. The price: a status cannot be given to one part alone.

A part's key is made of the file's key and the part's title, so it stays over every reading and version in which the
title stays, and nothing has to be remembered of parts that a reading did not see. Where a title occurs twice in a
version, the number of the SOP counts too, and their order where that is the same as well. With 16 letters it is never
the key of a file, which has 12.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from catalog.database import Catalog
from catalog.fields import Evidence, Fields, Places

KEY_LETTERS = "abcdefghjkmnpqrstvwxyz0123456789"  # no i, l, o, u: read aloud and typed without mistakes
_KEY_LENGTH = 16
_READ = "first_page, last_page, title, kind, fields, fields_at, kind_evidence"

OF_PAGE = """
LEFT JOIN part ON part.version = page.version AND page.number BETWEEN part.first_page AND part.last_page
"""
"""Joins the part on which a `page` lies, if any: parts of a version never overlap."""


@dataclass(frozen=True)
class NewPart:
    """A part as read: its pages by their place in the version, from 1, both inclusive; title, kind, fields."""

    first_page: int
    last_page: int
    title: str
    kind: str
    fields: Fields
    fields_at: Places = field(default_factory=dict)
    kind_evidence: Evidence = ()


@dataclass(frozen=True)
class Part:
    """A stored part: its number in the version from 1, its key, and its pages, both inclusive."""

    number: int
    key: str
    first_page: int
    last_page: int
    title: str


def add(catalog: Catalog, version: int, parts: Sequence[NewPart]) -> None:
    """Store the parts of a version in their order; belongs inside one `catalog.writing()` of its caller."""
    if not parts:
        return
    rows = catalog.db.query("SELECT key FROM asset WHERE id = (SELECT asset FROM version WHERE id = ?)", [version])
    keys = keys_of(str(next(iter(rows))["key"]), parts)
    catalog.db.conn.executemany(
        f"INSERT INTO part (version, number, key, {_READ}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(version, number, key, p.first_page, p.last_page, p.title, p.kind),
                *(_json(told) for told in (p.fields, p.fields_at, p.kind_evidence)),
            )
            for number, (key, p) in enumerate(zip(keys, parts, strict=True), 1)
        ],
    )


def of_version(catalog: Catalog, version: int) -> tuple[Part, ...]:
    """Return the parts of a version in their order."""
    rows = catalog.db.query(
        "SELECT number, key, first_page, last_page, title FROM part WHERE version = ? ORDER BY number", [version]
    )
    return tuple(Part(**row) for row in rows)


def as_read(catalog: Catalog, version: int) -> tuple[NewPart, ...]:
    """Return the parts of a version as they were read."""
    rows = catalog.db.query(f"SELECT {_READ} FROM part WHERE version = ? ORDER BY number", [version])
    return tuple(_as_read(row) for row in rows)


def _as_read(row: dict[str, Any]) -> NewPart:
    told = {name: json.loads(row[name]) for name in ("fields", "fields_at")}
    return NewPart(**row | told | {"kind_evidence": tuple(json.loads(row["kind_evidence"]))})


def file_of(catalog: Catalog, key: str) -> str | None:
    """Return the key of the file that holds the part of this key in any version, None where there is no such part."""
    rows = catalog.db.query(
        "SELECT a.key FROM part JOIN version v ON v.id = part.version JOIN asset a ON a.id = v.asset"
        " WHERE part.key = ? LIMIT 1",
        [key],
    )
    return next((str(row["key"]) for row in rows), None)


def keys_of(asset: str, parts: Sequence[NewPart]) -> list[str]:
    """Return a key for each part of one version of a file, no two alike; `asset` is the file's key."""
    titles = [_folded(part.title) for part in parts]
    named = Counter(titles)
    fuller = [
        title if named[title] == 1 else f"{title}\n{_folded(str(part.fields.get('nomor', '')))}"
        for title, part in zip(titles, parts, strict=True)
    ]
    seen: Counter[str] = Counter()
    keys = []
    for name in fuller:
        seen[name] += 1
        keys.append(_key(f"{asset}\n{name}\n{seen[name]}"))
    return keys


def _key(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode("utf8", "surrogatepass")).digest(), "big")
    return "".join(KEY_LETTERS[number >> 5 * at & 31] for at in range(_KEY_LENGTH))


def _folded(text: str) -> str:
    """Return the words of a text alone: a title that is set otherwise in the next version is the same."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _json(told: Fields | Places | Evidence) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
