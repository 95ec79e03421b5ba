"""What a community must not lose: its critical topics, and the assets that cover them.

A topic is never deleted: it is retired on a day, and counts until then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from catalog import trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme import typed
from programme.community.communities import Community
from programme.inputs.retiring import check_holds

MOST = 200
"""Topics of a community that hold at a time."""


@dataclass(frozen=True)
class Topic:
    """A topic that holds, and the ids of the assets that cover it."""

    id: int
    topic: str
    added: str
    assets: tuple[int, ...]


def holding(catalog: Catalog, community: int) -> list[Topic]:
    """Return the topics of a community that hold, the oldest first."""
    covers = _covers(catalog, community)
    rows = catalog.db.query(
        "SELECT id, topic, added FROM critical_topic WHERE community = ? AND retired IS NULL ORDER BY id", [community]
    )
    return [Topic(**row, assets=covers.get(row["id"], ())) for row in rows]


def add(catalog: Catalog, community: Community, topic: str, *, by: str) -> None:
    """Add a topic; RujukanError `bad_value` where it is there, or cannot be one."""
    said = typed.line("Topik", topic)
    with catalog.writing():
        known = {one.topic.casefold() for one in holding(catalog, community.id)}
        if said.casefold() in known:
            raise RujukanError("bad_value", "Topik itu sudah ada dalam daftar.")
        if len(known) >= MOST:
            raise RujukanError("bad_value", f"Sudah ada {MOST} topik; pensiunkan yang tidak kritis lagi dahulu.")
        catalog.db.execute(
            "INSERT INTO critical_topic (community, topic, added) VALUES (?, ?, ?)",
            [community.id, said, date.today().isoformat()],
        )
        trail.append(catalog, by, "community.topic", community.name)


def retire(catalog: Catalog, community: Community, number: int, *, by: str) -> None:
    """Let a topic hold no longer; see `retiring` for one that does not."""
    with catalog.writing():
        check_holds(catalog, "critical_topic", community.id, number)
        catalog.db.execute("UPDATE critical_topic SET retired = ? WHERE id = ?", [date.today().isoformat(), number])
        trail.append(catalog, by, "community.topic.retire", community.name)


def cover(catalog: Catalog, community: Community, number: int, asset: int, *, by: str) -> None:
    """Say that an asset, which the caller has found to be seen by whoever says it, covers a topic."""
    with catalog.writing():
        check_holds(catalog, "critical_topic", community.id, number)
        catalog.db.execute(
            "INSERT INTO critical_cover (topic, asset) VALUES (?, ?) ON CONFLICT DO NOTHING", [number, asset]
        )
        trail.append(catalog, by, "community.topic.cover", community.name)


def uncover(catalog: Catalog, community: Community, number: int, asset: int, *, by: str) -> None:
    """Take back that an asset covers a topic."""
    with catalog.writing():
        check_holds(catalog, "critical_topic", community.id, number)
        catalog.db.execute("DELETE FROM critical_cover WHERE topic = ? AND asset = ?", [number, asset])
        trail.append(catalog, by, "community.topic.uncover", community.name)


def with_number(catalog: Catalog, community: int, number: int) -> Topic:
    """Return a topic that holds; see `retiring` for one that does not."""
    check_holds(catalog, "critical_topic", community, number)
    return next(one for one in holding(catalog, community) if one.id == number)


def _covers(catalog: Catalog, community: int) -> Mapping[int, tuple[int, ...]]:
    rows = catalog.db.execute(
        "SELECT c.topic, c.asset FROM critical_cover c JOIN critical_topic t ON t.id = c.topic WHERE t.community = ?"
        " ORDER BY c.topic, c.asset",
        [community],
    )
    found: dict[int, tuple[int, ...]] = {}
    for topic, asset in rows.fetchall():
        found[topic] = (*found.get(topic, ()), asset)
    return found
