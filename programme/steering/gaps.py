"""Gaps: questions that nothing answers, in groups with a theme, an agency and an owner; answered ones close.

Groups are as old as the log of questions keeps them. By whom something was asked nobody knows: `askers` counts
pseudonyms of one day each, so that who asks on two days counts twice. A group of fewer than FEWEST is for operators.
"""

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.parts import KEY_LETTERS
from programme.community.communities import FEWEST
from programme.messages import notices
from programme.messages.notices import Kind
from programme.standing import Standing, standing, steers
from programme.steering.gap_grouping import Asked, Measured, Row, groups, joined, nearest, people, unit_of

OPEN, CLOSED = "terbuka", "tertutup"
_ROWS = """
SELECT day, text, asker, 0 AS noted, NULL AS unit FROM question
WHERE outcome IN ('weak_evidence', 'no_hits') AND text IS NOT NULL AND day >= ?1
UNION ALL SELECT day, text, asker, 1, unit FROM gap WHERE day >= ?1
"""
_GROUPS = """
SELECT g.id, g.key, g.question, g.times, g.askers, g.first, g.last, g.community, c.name AS community_name, g.theme,
    g.unit, g.state, g.since, g.asked, a.name AS owner, asset.key AS asset
FROM gap_group g LEFT JOIN community c ON c.id = g.community LEFT JOIN account a ON a.id = g.owner
LEFT JOIN asset ON asset.id = g.asset
"""


@dataclass(frozen=True)
class Theme:
    """A theme of a community, and the unit where that works."""

    community: int
    unit: str | None
    name: str


@dataclass(frozen=True)
class Gap:
    """A group of questions in the words of the one that was asked most often; `since` is the day of its state.

    `asked` is the day on which its question was last asked again, `asset` the key of what answered it then, `owner` the
    name of who looks after it, None where the community does.
    """

    id: int
    key: str
    question: str
    times: int
    askers: int
    first: str
    last: str
    community: int | None
    community_name: str | None
    theme: str | None
    unit: str | None
    state: str
    since: str
    asked: str | None
    owner: str | None
    asset: str | None


def rows(catalog: Catalog, first: str) -> list[Row]:
    """Return every time that something was asked in vain, or noted as missing, from a day on."""
    return [Row(**row | {"noted": bool(row["noted"])}) for row in catalog.db.query(_ROWS, [first])]


def themes(catalog: Catalog) -> list[Theme]:
    """Return the themes of all communities, in the order of their names."""
    found = catalog.db.query("SELECT id, unit, themes FROM community ORDER BY name")
    return [Theme(row["id"], row["unit"], name) for row in found for name in dict.fromkeys(json.loads(row["themes"]))]


def regroup(
    catalog: Catalog, asked: Sequence[Asked], measured: Measured, of_themes: tuple[Sequence[Theme], Measured], day: str
) -> int:
    """Group wordings anew and return how many groups there are; a group goes on where most of its wordings are.

    `measured` is of the wordings, `of_themes` of the themes; both in their order.
    """
    found = groups(asked, measured)
    with catalog.writing():
        known = dict(catalog.db.execute("SELECT text, gap_group FROM gap_text").fetchall())
        kept = set[int]()
        catalog.db.execute("DELETE FROM gap_text")
        for members in sorted(found, key=len, reverse=True):
            whole = joined([asked[number] for number in members])
            near = nearest(measured.vectors[members[0]], measured.words[members[0]], of_themes[1])
            theme = None if near is None else of_themes[0][near]
            number = _store(catalog, whole, theme, _before(known, kept, [asked[n].folded for n in members]), day)
            kept.add(number)
            for one in (asked[n] for n in members):
                catalog.db.execute("INSERT INTO gap_text VALUES (?, ?, ?)", [one.folded, number, one.last])
        catalog.db.execute("DELETE FROM gap_group WHERE id NOT IN (SELECT gap_group FROM gap_text)")
    return len(found)


def listing(catalog: Catalog, *, fewest: int = FEWEST) -> list[Gap]:
    """Return the groups of at least so many askers, open ones first, then those that were asked most often."""
    order = "ORDER BY g.state = 'tertutup', g.times DESC, g.question"
    return [Gap(**row) for row in catalog.db.query(f"{_GROUPS} WHERE g.askers >= ? {order}", [fewest])]


def parts_of(catalog: Catalog, account: Account | None) -> dict[int | None, Standing]:
    """Return the communities whose gaps an account may see, and what it is to each; None is for those of none.

    Whoever steers sees all, others those of communities in which they have a part.
    """
    numbers = [row[0] for row in catalog.db.execute("SELECT id FROM community ORDER BY id").fetchall()]
    every = {number: standing(catalog, account, number) for number in numbers}
    found = {number: here for number, here in every.items() if here.steers or _has_part(here)}
    return {**found, None: Standing(steers=True)} if steers(catalog, account) else {**found}


def seen_by(catalog: Catalog, account: Account | None, *, small: bool = False) -> list[tuple[Gap, Standing]]:
    """Return the groups that an account may see, with what it is to their community; `small` ones for operators."""
    parts = parts_of(catalog, account)
    found = listing(catalog, fewest=1 if small else FEWEST)
    return [(gap, parts[gap.community]) for gap in found if gap.community in parts]


def with_key(catalog: Catalog, account: Account | None, key: str, *, small: bool = False) -> tuple[Gap, Standing]:
    """Return one of the groups that an account may see; NotFoundError for any other."""
    for gap, here in seen_by(catalog, account, small=small):
        if gap.key == key:
            return gap, here
    raise NotFoundError


def candidates(catalog: Catalog, community: int, today: date | None = None) -> list[tuple[str, str]]:
    """Return who of a community can look after a gap: login and name of its members with an account."""
    day = (today or date.today()).isoformat()
    found = catalog.db.execute(
        "SELECT DISTINCT a.login, a.name FROM community_member m JOIN account a ON a.id = m.account"
        " WHERE m.community = ?1 AND a.disabled_at IS NULL AND m.valid_from <= ?2"
        " AND coalesce(m.valid_until, ?2) >= ?2 ORDER BY a.name, a.login",
        [community, day],
    )
    return [(login, name) for login, name in found.fetchall()]


def assign(catalog: Catalog, gap: Gap, here: Standing, login: str, *, by: str) -> None:
    """Give a gap to a member of its community, or with an empty login back to the community.

    NotFoundError for whoever neither keeps the community's records nor steers.
    """
    if not (here.runs or here.steers) or gap.community is None:
        raise NotFoundError
    if login and login not in dict(candidates(catalog, gap.community)):
        raise RujukanError("bad_value", "Pilih penanggung jawab dari daftar anggota komunitas itu.")
    with catalog.writing():
        catalog.db.execute(
            "UPDATE gap_group SET owner = (SELECT id FROM account WHERE login = ?) WHERE id = ?", [login, gap.id]
        )
        trail.append(catalog, by, "gap.owner", gap.key, owner=login or None)
        if login:
            _tell(catalog, gap.id, "celah_ditugaskan", gap.key)


def place(catalog: Catalog, gap: Gap, here: Standing, community: int | None, *, by: str) -> None:
    """Say which community a gap belongs to, which grouping does not change any more; NotFoundError for others."""
    if not here.steers:
        raise NotFoundError
    with catalog.writing():
        unit = catalog.db.execute("SELECT unit FROM community WHERE id = ?", [community]).fetchall()
        if community is not None and not unit:
            raise NotFoundError
        catalog.db.execute(
            "UPDATE gap_group SET community = ?, theme = NULL, unit = ?, owner = NULL, placed = 1 WHERE id = ?",
            [community, unit[0][0] if unit else None, gap.id],
        )
        trail.append(catalog, by, "gap.community", gap.key, community=community)


def asked_again(catalog: Catalog, gap: Gap, day: str, asset: int | None, *, answered: bool) -> str | None:
    """Keep whether a gap's question is answered now; return the state that it changes to, None where it stays."""
    state = CLOSED if answered else OPEN
    changed = state != gap.state
    with catalog.writing():
        catalog.db.execute(
            "UPDATE gap_group SET state = ?1, asset = ?2, asked = ?3, since = iif(state = ?1, since, ?3) WHERE id = ?4",
            [state, asset if answered else None, day, gap.id],
        )
        if changed:
            _tell(catalog, gap.id, "celah_tertutup" if answered else "celah_terbuka_lagi", gap.key)
    return state if changed else None


def _has_part(here: Standing) -> bool:
    return here.member or here.runs or here.heads or here.mentors


def _tell(catalog: Catalog, number: int, kind: Kind, key: str) -> None:
    """Leave a notice for the owner of a gap, if it has one."""
    owners = catalog.db.execute("SELECT owner FROM gap_group WHERE id = ? AND owner NOT NULL", [number]).fetchall()
    notices.tell(catalog, [row[0] for row in owners], kind, key)


def _before(known: dict[str, int], kept: set[int], wordings: Iterable[str]) -> int | None:
    """Return the group in which most of some wordings were, unless it goes on already."""
    were = Counter(known[wording] for wording in wordings if wording in known)
    left = [number for number in were if number not in kept]
    return min(left, key=lambda number: (-were[number], number), default=None)


def _store(catalog: Catalog, asked: Asked, theme: Theme | None, before: int | None, day: str) -> int:
    """Keep a group as it is now, and return its number."""
    if before is None:
        key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
        empty = (
            "INSERT INTO gap_group (key, question, times, askers, first, last, since) VALUES (?, '', 0, 0, '', '', ?)"
        )
        before = int(catalog.db.execute(empty, [key, day]).lastrowid or 0)
    values: dict[str, Any] = {
        "id": before,
        "question": asked.text,
        "times": asked.times,
        "askers": people(asked),
        "first": asked.first,
        "last": asked.last,
        "community": theme and theme.community,
        "theme": theme and theme.name,
        "unit": unit_of(asked, FEWEST) or (theme and theme.unit),
    }
    catalog.db.execute(
        "UPDATE gap_group SET question = :question, times = :times, askers = :askers, first = :first, last = :last"
        " WHERE id = :id",
        values,
    )
    catalog.db.execute(
        "UPDATE gap_group SET owner = iif(community IS :community, owner, NULL), community = :community,"
        " theme = :theme, unit = :unit WHERE id = :id AND placed = 0",
        values,
    )
    return before
