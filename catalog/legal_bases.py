"""The legal bases of a version, and whether they are in force as far as the table of rules says.

The law changes: `corpora/peraturan.tsv` is data with dates that people keep up, and a rule that it lacks is unknown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from catalog.assets import Card
from catalog.database import Catalog
from catalog.word_lists import table

UNKNOWN = "tidak_diketahui"
STATUSES = ("berlaku", "diubah", "dicabut", UNKNOWN)
_QUERY = """
SELECT c.rule, substr(p.text, c.start + 1, c.end - c.start) AS text, p.page, p.sheet, p.number, c.start, c.end, c.basis,
    c.amends
FROM citation c JOIN page p ON p.id = c.page WHERE p.version = ?1 AND (?2 IS NULL OR p.number BETWEEN ?2 AND ?3)
ORDER BY p.number, c.start, c.end
"""
_REGIONAL = re.compile(r"(?:perda|pergub|kepgub|ingub|insekda)-\d")
_JAKARTA = re.compile(r"\b(?:DKI|DKJ|Jakarta)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """What the table says of a rule: its title, whether it is in force, which rules changed that, since when."""

    title: str
    status: str
    by: tuple[str, ...]
    since: str | None
    source: str


@dataclass(frozen=True)
class LegalBasis:
    """A rule on which a paper is based, where it is cited first; `chain` are the rules that amend it by the paper.

    `status` is one of STATUSES; `by` and `since` say which rules changed it and when.
    """

    id: str
    text: str
    page: int | None
    sheet: str | None
    start: int
    end: int
    chain: tuple[str, ...]
    title: str | None
    status: str
    by: tuple[str, ...]
    since: str | None


@cache
def rules() -> Mapping[str, Rule]:
    """Return the table of rules by their citation."""
    return {row["id"]: _rule(row) for row in table("peraturan.tsv")}


def of(catalog: Catalog, card: Card) -> list[LegalBasis]:
    """Return the legal bases of a version, or of a part of it, in reading order; the card came through a scope."""
    part = card.part
    pages = (part.first_page, part.last_page) if part else (None, None)
    found = list(catalog.db.query(_QUERY, [card.version_id, *pages]))
    chains: dict[str, dict[str, None]] = {}
    for row in found:
        if row["amends"] is not None:
            chains.setdefault(row["amends"], {})[row["rule"]] = None
    heads = {row["rule"]: row for row in reversed(found) if row["basis"] and row["amends"] is None}
    amending = {rule for chain in chains.values() for rule in chain}
    kept = [heads[row["rule"]] for row in found if heads.get(row["rule"]) is row and row["rule"] not in amending]
    return [_basis(row, tuple(chains.get(row["rule"], ())), card) for row in kept]


def _basis(row: Mapping[str, Any], chain: tuple[str, ...], card: Card) -> LegalBasis:
    rule, text = row["rule"], row["text"]
    known = rules().get(rule) if _is_ours(rule, text, card) else None
    return LegalBasis(
        **{name: row[name] for name in ("page", "sheet", "start", "end")},
        id=rule,
        text=" ".join(text.split()),
        chain=chain,
        title=known.title if known else None,
        status=known.status if known else UNKNOWN,
        by=known.by if known else (),
        since=known.since if known else None,
    )


def _is_ours(rule: str, text: str, card: Card) -> bool:
    """Tell whether a rule is the one of that name in the table: a regional one needs Jakarta's name or an owner."""
    return not _REGIONAL.match(rule) or card.unit is not None or _JAKARTA.search(text) is not None


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(row["judul"], row["status"], tuple(row["oleh"].split()), row["sejak"] or None, row["sumber"])
