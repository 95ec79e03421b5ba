from datetime import date, datetime
from importlib import resources

import pytest

from catalog import communities as stored
from catalog.database import Catalog
from programme.community import attendance, communities, community_file, meetings, members, mentoring, modules, plans

TEXT = resources.files("corpora").joinpath("contoh.communities.toml").read_text(encoding="utf8")


def load(catalog: Catalog) -> None:
    with catalog.writing():
        stored.load_toml(catalog, TEXT)
        community_file.load(catalog, TEXT, by="uji")


def told(catalog: Catalog) -> list[tuple[object, ...]]:
    tables = ("community_member", "mentor", "mentoring", "meeting", "attendance", "plan", "plan_item", "theme_goal")
    tables += ("theme_question", "critical_topic", "staff_count")
    return [(name, catalog.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in tables]


def test_the_sample_communities_live_and_loading_them_twice_adds_nothing(catalog: Catalog) -> None:
    load(catalog)
    first = told(catalog)
    load(catalog)
    assert told(catalog) == first
    listed = communities.listing(catalog, today=date(2026, 11, 26))
    alive = [one for one in listed if one.members and one.last_meeting and one.community.founded]
    assert (len(listed), len(alive)) == (6, 5)


def test_themes_of_the_sample_are_those_of_its_goals_and_its_modules_are_known(catalog: Catalog) -> None:
    load(catalog)
    for one in communities.listing(catalog):
        goals = communities.goals(catalog, one.community.id)
        assert not goals or set(goals) == set(one.community.themes)
        for session in mentoring.sessions(catalog, one.community.id):
            assert session.module and modules.named(session.module)


def test_before_its_days_the_sample_has_seen_nothing_of_them(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "now", lambda: datetime(2025, 6, 1))
    load(catalog)
    bpad = communities.listing(catalog, "BPAD")[0].community
    assert not any(one.attended for one in meetings.of(catalog, bpad.id))
    assert plans.plan(catalog, bpad.id, 2026).done == 0
    assert not any(one.held for one in mentoring.sessions(catalog, bpad.id))


def test_who_came_to_the_sample_meetings_are_its_members_and_named_guests(catalog: Catalog) -> None:
    load(catalog)
    bpad = communities.listing(catalog, "BPAD")[0].community
    second = meetings.of(catalog, bpad.id)[-2]
    came = attendance.of(catalog, second)
    assert [one.name for one in came if one.member is None] == ["Puspa Contoh"]
    assert len([one for one in came if one.member]) == 9
    assert len(members.of(catalog, bpad.id, date(2026, 11, 26))) == 12
