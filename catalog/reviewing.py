"""What is due: approved papers past their day of review, or based on a rule that is recorded as revoked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catalog import assets, legal_bases, lifecycle
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.legal_bases import LegalBasis
from catalog.scope import OPERATOR

_APPROVED = """
SELECT asset.id, asset.key, asset.unit, community.name AS community, asset.owner, asset.review_on,
    coalesce(asset.kind, version.kind) AS kind, version.id AS version_id, version.number AS version, version.status
FROM version JOIN asset ON asset.id = version.asset LEFT JOIN community ON community.id = asset.community
WHERE version.live = 1 AND version.status = 'disahkan'
"""
# Somebody who confirmed a paper has seen what it is based on: it comes back on its day only.
_BASED_ON = """
AND NOT EXISTS (SELECT 1 FROM status_change c WHERE c.version = version.id AND c.step = 'tegaskan')
AND EXISTS (
    SELECT 1 FROM page JOIN citation ON citation.page = page.id
    WHERE page.version = version.id AND citation.basis = 1 AND citation.rule IN (SELECT value FROM json_each(?))
)
"""


@dataclass(frozen=True)
class Due:
    """An approved version that is due: its day of review if that has come, and its legal bases that are revoked."""

    asset: str
    title: str
    version: int
    review_on: str | None
    revoked: tuple[str, ...]

    @property
    def reason(self) -> str:
        """Return why it is due, in words."""
        said = [f"Hari tinjau ulangnya {self.review_on} sudah tiba."] if self.review_on else []
        return " ".join([*said, *(f"Dasar hukumnya dicabut: {rule}." for rule in self.revoked)])


def due(catalog: Catalog, today: date) -> list[Due]:
    """Return what is due on a day, by the keys of the assets."""
    return [found for _, found in _due(catalog, today)]


def mark(catalog: Catalog, today: date) -> list[Due]:
    """Mark what is due as `perlu_diperbarui`, and return it; a second call finds nothing new."""
    with catalog.writing():
        found = _due(catalog, today)
        for opened, why in found:
            lifecycle.move(catalog, opened, lifecycle.STEPS["tandai"], None, why.reason)
    return [why for _, why in found]


def _due(catalog: Catalog, today: date) -> list[tuple[Draft, Due]]:
    late = {opened.key: opened for opened in _versions(catalog, "AND asset.review_on <= ?", today.isoformat())}
    based = {opened.key: opened for opened in _versions(catalog, _BASED_ON, json.dumps(_revoked(today)))}
    found = []
    for key, opened in sorted((late | based).items()):
        card = assets.card(catalog, key, OPERATOR, opened.version)
        rules = [b.id for b in legal_bases.of(catalog, card) if _is_revoked(b, today)] if key in based else []
        if key in late or rules:
            day = opened.review_on if key in late else None
            found.append((opened, Due(key, card.title, opened.version, day, tuple(rules))))
    return found


def _versions(catalog: Catalog, condition: str, value: str) -> Iterator[Draft]:
    for row in list(catalog.db.query(f"{_APPROVED} {condition}", [value])):
        yield Draft(**row, roles=frozenset())


def _revoked(today: date) -> list[str]:
    known = legal_bases.rules().items()
    return sorted(name for name, rule in known if rule.status == "dicabut" and _has_come(rule.since, today))


def _is_revoked(basis: LegalBasis, today: date) -> bool:
    return basis.status == "dicabut" and _has_come(basis.since, today)


def _has_come(since: str | None, today: date) -> bool:
    """Tell whether a day, or a year of which no day is known, has come."""
    return since is None or since <= today.isoformat()
