"""Attachments: files that back a record of the programme, such as a decree, evidence or a signed plan.

They are originals like any other (backed up, verified, never lost), but no assets: nothing of them is searched. Who may
open one is decided by the record that names it.
"""

import secrets
import time
from dataclasses import dataclass

from catalog import dropping, originals, storing
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.originals import Incoming
from catalog.parts import KEY_LETTERS
from catalog.uploads import spelt_name

MOST = 20 << 20
"""Bytes of one attachment: a decree, a scan or a sheet, not an archive."""


@dataclass(frozen=True)
class Attachment:
    """A file that was attached: `account` is whose (None where it was imported), `at` when, in Unix seconds."""

    id: int
    key: str
    sha256: str
    name: str
    account: int | None
    at: int


def keep(catalog: Catalog, incoming: Incoming, name: str, account: int | None) -> Attachment:
    """Keep a file; its bytes are on the disk before the row is, and the row goes with the transaction around it."""
    with catalog.writing():
        originals.keep(catalog.folder, incoming)
        catalog.db.execute(
            "INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [incoming.sha256, incoming.bytes],
        )
        key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
        catalog.db.execute(
            "INSERT INTO attachment (key, sha256, name, account, at) VALUES (?, ?, ?, ?, ?)",
            [key, incoming.sha256, spelt_name(name), account, int(time.time())],
        )
        return with_key(catalog, key)


def with_key(catalog: Catalog, key: str) -> Attachment:
    """Return the attachment of that key; NotFoundError if there is none."""
    return _one(catalog, "key = ?", key)


def with_id(catalog: Catalog, number: int) -> Attachment:
    """Return the attachment of that number; NotFoundError if there is none."""
    return _one(catalog, "id = ?", number)


def forget(catalog: Catalog, attachment: Attachment) -> None:
    """Delete an attachment that no record names any more, and its bytes where nothing else has them."""
    with catalog.writing():
        catalog.db.execute("DELETE FROM attachment WHERE id = ?", [attachment.id])
        if storing.forget_original(catalog, attachment.sha256):
            catalog.afterwards(lambda: dropping.remove_originals(catalog, [attachment.sha256]))


def _one(catalog: Catalog, condition: str, value: str | int) -> Attachment:
    rows = catalog.db.query(f"SELECT id, key, sha256, name, account, at FROM attachment WHERE {condition}", [value])
    for row in rows:
        return Attachment(**row)
    raise NotFoundError
