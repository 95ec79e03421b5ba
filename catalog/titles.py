"""Titles of assets and of the papers that a file binds, by words in them: only what a Scope sees."""

import re
import unicodedata
from collections.abc import Sequence

from catalog.database import Catalog
from catalog.scope import Scope

_WORDS = 8  # of the asker's that are looked for: more narrow nothing down
_ACCENTS = re.compile(r"[\u0300-\u036f]")
# SQLite folds ASCII alone; the other titles are few, and Python folds them.
_PLAIN = "CASE WHEN length(title) = length(CAST(title AS BLOB)) THEN title ELSE folded(title) END"
_SEEN = """
SELECT coalesce(asset.title, version.title) AS title
FROM version JOIN asset ON asset.id = version.asset WHERE {seen}
UNION ALL
SELECT part.title FROM part CROSS JOIN version ON version.id = part.version
JOIN asset ON asset.id = version.asset WHERE {seen}
"""


def folded(text: str) -> str:
    """Return a text in small letters without accents, its spaces single."""
    plain = text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(plain.casefold().split())


def holding(catalog: Catalog, begun: str, words: Sequence[str], scope: Scope, most: int) -> list[str]:
    """Return at most `most` titles that hold all of the words, some perhaps more than once.

    `begun` and the words, of letters and digits, are folded. Titles that begin with `begun` stand first, and the
    shorter before the longer.
    """
    catalog.db.conn.create_function("folded", 1, folded, deterministic=True)
    seen, values = scope.to_sql()
    wanted = [f"%{word}%" for word in words[:_WORDS]]
    within = " AND ".join(["plain LIKE ?"] * len(wanted)) or "1"
    sql = (
        f"SELECT title FROM (SELECT title, {_PLAIN} AS plain FROM ({_SEEN.format(seen=seen)}))"
        f" WHERE {within} ORDER BY lower(substr(plain, 1, ?)) <> ?, length(title), title LIMIT ?"
    )
    given = [*values, *values, *wanted, len(begun), begun, most]
    return [row["title"] for row in catalog.db.query(sql, given)]
