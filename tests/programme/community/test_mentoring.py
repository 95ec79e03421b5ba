from datetime import date

import pytest

from catalog import accounts
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.community import communities, mentoring, modules
from programme.community.communities import Community
from programme.standing import standing

FILE = """
[[version]]
number = 1
day = "2026-01-01"
title = "Satu"
summary = "Ringkas"
aims = ["Tahu"]
steps = [{ title = "Buka", text = "Pelan" }]
text = "A\\n\\nB"
[[version]]
number = 2
day = "2026-02-01"
title = "Dua"
summary = "Ringkas"
changed = "Judulnya"
aims = []
steps = []
text = ""
"""


@pytest.fixture
def bpad(catalog: Catalog, community: int) -> Community:
    accounts.add(catalog, "widya", "Widya Contoh", None, by="uji")
    found = communities.with_id(catalog, community)
    mentoring.add_mentor(catalog, found, "widya", "2026-01-01", by="uji")
    return found


def mentor(catalog: Catalog, community: Community) -> int:
    return mentoring.mentors(catalog, community.id)[0].id


def test_a_mentor_mentors_until_their_last_day(catalog: Catalog, bpad: Community) -> None:
    widya = accounts.named(catalog, "widya")
    mentoring.end_mentor(catalog, bpad, mentor(catalog, bpad), "2026-06-30", by="uji")
    assert standing(catalog, widya, bpad.id, date(2026, 6, 30)).mentors
    assert not standing(catalog, widya, bpad.id, date(2026, 7, 1)).mentors
    with pytest.raises(RujukanError, match="tidak bertugas"):
        mentoring.plan_session(catalog, bpad, mentor(catalog, bpad), ("2026-07-01", "KAK", ""), by="uji")


def test_nobody_mentors_a_community_twice_at_once(catalog: Catalog, bpad: Community) -> None:
    with pytest.raises(RujukanError, match="sudah mendampingi"):
        mentoring.add_mentor(catalog, bpad, "widya", "2026-02-01", by="uji")


def test_a_session_names_the_version_of_the_module_that_was_latest_then(catalog: Catalog, bpad: Community) -> None:
    mentoring.plan_session(catalog, bpad, mentor(catalog, bpad), ("2026-03-01", "SOP", "menata-sop"), by="uji")
    (session,) = mentoring.sessions(catalog, bpad.id)
    assert session.module == modules.named("menata-sop").reference
    assert (session.mentor, session.held) == ("Widya Contoh", 0)
    with pytest.raises(RujukanError, match="belum tiba"):
        mentoring.mark_held(catalog, bpad, session.id, by="uji", today=date(2026, 2, 28))
    mentoring.mark_held(catalog, bpad, session.id, by="uji", today=date(2026, 3, 1))
    assert mentoring.sessions(catalog, bpad.id)[0].held


def test_what_is_not_there_is_not_found(catalog: Catalog, bpad: Community) -> None:
    for act in (
        lambda: mentoring.end_mentor(catalog, bpad, 99, "2026-06-30", by="uji"),
        lambda: mentoring.mark_held(catalog, bpad, 99, by="uji"),
        lambda: mentoring.plan_session(catalog, bpad, 1, ("2026-03-01", "SOP", "tidak-ada"), by="uji"),
        lambda: modules.named("menata-sop@99"),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_an_old_version_of_a_module_stays_readable() -> None:
    newest, oldest = modules.read("satu", FILE)
    assert (newest.reference, newest.changed) == ("satu@2", "Judulnya")
    assert (oldest.title, oldest.steps[0].title, oldest.paragraphs) == ("Satu", "Buka", ["A", "B"])


def test_every_module_that_comes_along_is_whole_and_numbered_from_one() -> None:
    for versions in modules.known().values():
        assert [one.version for one in versions] == list(range(len(versions), 0, -1))
        for one in versions:
            assert date.fromisoformat(one.day)
            assert one.aims and one.steps and one.paragraphs and one.summary
            assert bool(one.changed) == (one.version > 1)
            assert modules.named(one.reference) == one
    assert len(modules.latest()) >= 5
