"""Titles of assets and of the papers that a file binds, by words in them: only what a Scope sees."""

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import NamedTuple

from catalog import changes
from catalog.database import Catalog
from catalog.scope import Scope

KEPT = 8
"""Scopes whose titles are kept, the last used; 20,000 titles take about 5 MB."""
_WORDS = 8  # of the asker's that are looked for: more narrow nothing down
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_SEEN = """
SELECT coalesce(asset.title, version.title) AS title, version.id
FROM version JOIN asset ON asset.id = version.asset WHERE {seen}
UNION ALL
SELECT part.title, version.id FROM part CROSS JOIN version ON version.id = part.version
JOIN asset ON asset.id = version.asset WHERE {seen}
"""


def folded(text: str) -> str:
    """Return a text in small letters without accents, its spaces single."""
    plain = text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(plain.casefold().split())


class Title(NamedTuple):
    """A title, and the version that has it or a part that does."""

    text: str
    version: int


@dataclass(frozen=True)
class Listed:
    """The titles that a scope saw when the change log had this length, the shorter before the longer, and as folded."""

    seq: int
    titles: Sequence[Title]
    plain: Sequence[str]

    def holding(self, begun: str, words: Sequence[str], most: int) -> list[Title]:
        """Return at most `most` that hold all of the words, those that begin with `begun` first."""
        plain = self.plain
        found: Sequence[int] = range(len(plain))
        for word in sorted(words, key=len, reverse=True):
            found = [place for place in found if word in plain[place]]
        first = list(islice((place for place in found if plain[place].startswith(begun)), most))
        others = (place for place in found if not plain[place].startswith(begun))
        return [self.titles[place] for place in (*first, *islice(others, most - len(first)))]


@dataclass
class Titles:
    """The titles of the last scopes that asked, for a process that answers more than once. Serves any threads.

    What is kept only proposes: whatever leaves is read again, through the scope, in the asker's own snapshot.
    """

    _kept: OrderedDict[Scope, Listed] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def holding(self, catalog: Catalog, begun: str, words: Sequence[str], scope: Scope, most: int) -> list[str]:
        """Return at most `most` titles that hold all of the words, some perhaps more than once.

        `begun` and the words, of letters and digits, are folded. Titles that begin with `begun` stand first, and the
        shorter before the longer.
        """
        proposed = self._listed(catalog, scope).holding(begun, words[:_WORDS], most)
        seen = _still(catalog, {title.version for title in proposed}, scope)
        return [title.text for title in proposed if title in seen]

    def _listed(self, catalog: Catalog, scope: Scope) -> Listed:
        seq = changes.last_seq(catalog)
        with self._lock:
            held = self._kept.get(scope)
            if held is not None and held.seq == seq:
                self._kept.move_to_end(scope)
                return held
        listed = _read(catalog, scope, seq)
        with self._lock:
            self._kept[scope] = listed
            self._kept.move_to_end(scope)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return listed


def _read(catalog: Catalog, scope: Scope, seq: int) -> Listed:
    seen, values = scope.to_sql()
    rows = catalog.db.execute(_SEEN.format(seen=seen), [*values, *values])
    titles = sorted((Title(*row) for row in rows), key=lambda title: (len(title.text), title.text))
    return Listed(seq, titles, [folded(title.text) for title in titles])


def _still(catalog: Catalog, versions: set[int], scope: Scope) -> set[Title]:
    """Return the titles of these versions that the scope sees."""
    seen, values = scope.to_sql()
    within = f"{seen} AND version.id IN ({', '.join(map(str, sorted(versions)))})"
    return {Title(*row) for row in catalog.db.execute(_SEEN.format(seen=within), [*values, *values])}
