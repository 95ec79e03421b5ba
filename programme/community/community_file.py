"""What a TOML file of communities says of their life: members, mentors, plans, meetings, inputs of indicators.

Decree, themes and assessments in it are read by catalog/communities.py. What a community has records of already stays
as it is: loading twice adds nothing. What a day to come is said to have seen is left out.
"""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from catalog import communities as stored
from catalog.database import Catalog
from programme.community import attendance, communities, meetings, members, mentoring, plans
from programme.community.communities import Community
from programme.community.meetings import Said
from programme.community.members import Joining
from programme.inputs import critical_topics, theme_questions

Record = Mapping[str, Any]

_SAID = ("day", "begins", "ends", "mode", "place", "topic", "speaker", "agenda")


def load(catalog: Catalog, text: str, *, by: str) -> None:
    """Bring the life of the communities of a file into the catalog, in one transaction."""
    with catalog.writing():
        for record in tomllib.loads(text).get("community", []):
            number = stored.community_id(catalog, record["name"], record.get("unit"))
            community = communities.with_id(catalog, number)
            catalog.db.execute(
                "UPDATE community SET founded = coalesce(founded, ?) WHERE id = ?", [record.get("founded"), number]
            )
            if "goals" in record and not communities.goals(catalog, number):
                communities.set_themes(catalog, community, "\n".join(record["goals"]), by=by)
            _members(catalog, community, record.get("members", []), by)
            _mentors(catalog, community, record.get("mentors", []))
            _meetings(catalog, community, record.get("meetings", []), by)
            _plans(catalog, community, record.get("plans", []), by)
            _inputs(catalog, community, record, by)


def _members(catalog: Catalog, community: Community, records: Sequence[Record], by: str) -> None:
    if members.everyone(catalog, community.id):
        return
    for one in records:
        unit = one.get("unit", community.unit or "")
        members.add(catalog, community, Joining(one["name"], one["role"], one["since"], unit), by=by)


def _mentors(catalog: Catalog, community: Community, records: Sequence[Record]) -> None:
    """Record mentors by name alone: a file knows no accounts."""
    if mentoring.mentors(catalog, community.id):
        return
    for one in records:
        mentor = catalog.db.execute(
            "INSERT INTO mentor (community, name, valid_from) VALUES (?, ?, ?)",
            [community.id, one["name"], one["since"]],
        ).lastrowid
        for day, topic, module, held in one["sessions"]:
            catalog.db.execute(
                "INSERT INTO mentoring (mentor, day, topic, module, held) VALUES (?, ?, ?, ?, ?)",
                [mentor, day, topic, module or None, held and day <= _today()],
            )


def _meetings(catalog: Catalog, community: Community, records: Sequence[Record], by: str) -> None:
    if meetings.of(catalog, community.id):
        return
    for one in records:
        said = Said(**{name: one.get(name, "") for name in _SAID})
        key = meetings.create(catalog, community, said, by=by)
        if (came := one.get("came")) and one["day"] <= _today():
            meeting = meetings.with_key(catalog, community.id, key)
            attendance.record(catalog, community, meeting, ((), "\n".join(came)), by=by)
        if (minutes := _asset(catalog, one.get("minutes", ""))) is not None and one["day"] <= _today():
            meetings.link_minutes(catalog, community, key, minutes, by=by)


def _plans(catalog: Catalog, community: Community, records: Sequence[Record], by: str) -> None:
    held = {one.day: one.key for one in meetings.of(catalog, community.id) if not one.cancelled}
    for one in records:
        if plans.plan(catalog, community.id, one["year"]).items:
            continue
        for quarter, activity, done in one["items"]:
            plans.add_item(catalog, community, one["year"], (str(quarter), activity), by=by)
            if done and done <= _today():
                item = plans.plan(catalog, community.id, one["year"]).items[-1]
                plans.carry_out(catalog, community, item.id, (done, held.get(done, "")), by=by)
        catalog.db.execute(
            "INSERT INTO plan (community, year, signed_by, signed_on) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [community.id, one["year"], one["signed_by"], one["signed_on"]],
        )


def _inputs(catalog: Catalog, community: Community, record: Record, by: str) -> None:
    if not theme_questions.holding(catalog, community.id):
        for theme, text in record.get("questions", []):
            theme_questions.add(catalog, community, (theme, text), by=by)
    if not critical_topics.holding(catalog, community.id):
        for topic, path in record.get("critical", []):
            critical_topics.add(catalog, community, topic, by=by)
            if (asset := _asset(catalog, path)) is not None:
                newest = critical_topics.holding(catalog, community.id)[-1]
                critical_topics.cover(catalog, community, newest.id, asset, by=by)
    for quarter, people in record.get("staff", []):
        catalog.db.execute(
            "INSERT INTO staff_count (unit, quarter, people, source) VALUES (?, ?, ?, 'contoh') ON CONFLICT DO NOTHING",
            [community.unit, quarter, people],
        )


def _today() -> str:
    return meetings.now().date().isoformat()


def _asset(catalog: Catalog, path: str) -> int | None:
    rows = catalog.db.execute("SELECT id FROM asset WHERE path = ? AND path <> ''", [path]).fetchall()
    return rows[0][0] if rows else None
