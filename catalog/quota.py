"""How much an account has sent of late, so that nobody fills the disk that all others need, by mistake or not."""

from catalog.accounts import Account
from catalog.database import Catalog

WINDOW = 24 * 3600
"""Seconds within which what was sent is counted."""

_SENT = """
SELECT coalesce(sum(bytes), 0) FROM (
    SELECT o.bytes FROM upload u JOIN original o ON o.sha256 = u.sha256 WHERE u.account = ?1 AND u.received > ?2
    UNION ALL
    SELECT o.bytes FROM attachment a JOIN original o ON o.sha256 = a.sha256 WHERE a.account = ?1 AND a.at > ?2
)
"""


def sent_bytes(catalog: Catalog, account: Account, now: int) -> int:
    """Return the bytes of the uploads and attachments that an account sent in the last day and that are still kept."""
    return int(catalog.db.execute(_SENT, [account.id, now - WINDOW]).fetchone()[0])
