"""Saving what was opened: only if it is still so, and twice the same is once."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme import stale
from programme.stale import Record, StaleError

VALUES = st.sampled_from((None, 0, 1, "", "0", "KIB", "kib", "ü", (), ("KIB", None), ("KIB", 1), ("KIB", "1")))
RECORDS = st.dictionaries(st.sampled_from(("topic", "1.2", "place", "came")), VALUES)


@settings(max_examples=60)
@given(RECORDS, RECORDS)
def test_a_mark_tells_just_the_fields_that_say_something_else_by_now(opened: Record, now: Record) -> None:
    differs = {name: value for name, value in now.items() if name not in opened or opened[name] != value}
    assert stale.changed(stale.mark(opened), now) == differs


@pytest.mark.parametrize("seen", ["", "x", "topik", "topik:", ":", "topik:0 topik"])
def test_a_form_that_does_not_say_what_it_was_opened_on_is_as_good_as_stale(seen: str) -> None:
    assert stale.changed(seen, {"topik": None}) == {"topik": None}


@pytest.fixture
def read(catalog: Catalog) -> Callable[[], Record]:
    catalog.db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('topik', 'KIB')")
    return lambda: dict(catalog.db.execute("SELECT name, value FROM setting WHERE name = 'topik'").fetchall())


def to(catalog: Catalog, value: str) -> Callable[[], str]:
    """An act that sets the topic and tells the trail."""

    def act() -> str:
        catalog.db.execute("UPDATE setting SET value = ? WHERE name = 'topik'", [value])
        trail.append(catalog, "uji", "uji.topik", value)
        return value

    return act


def told(catalog: Catalog) -> list[str]:
    return [entry.subject for entry in trail.latest(catalog, 10) if entry.action == "uji.topik"]


def test_what_is_as_it_was_opened_is_changed(catalog: Catalog, read: Callable[[], Record]) -> None:
    seen = stale.mark(read())
    assert stale.save(catalog, seen, read, to(catalog, "KIR")) == "KIR"
    assert read() == {"topik": "KIR"}


def test_of_two_who_opened_the_same_the_second_is_refused_and_told_what_is_there(
    catalog: Catalog, read: Callable[[], Record]
) -> None:
    seen = stale.mark(read())
    stale.save(catalog, seen, read, to(catalog, "KIR"))
    with pytest.raises(StaleError) as refused:
        stale.save(catalog, seen, read, to(catalog, "Hibah"))
    assert (refused.value.code, refused.value.changed) == ("stale", {"topik": "KIR"})
    assert (read(), told(catalog)) == ({"topik": "KIR"}, ["KIR"])
    stale.save(catalog, stale.mark(read()), read, to(catalog, "Hibah"))
    assert read() == {"topik": "Hibah"}


def test_the_same_sent_twice_is_done_once(catalog: Catalog, read: Callable[[], Record]) -> None:
    seen = stale.mark(read())
    for _ in range(2):
        stale.save(catalog, seen, read, to(catalog, "KIR"))
    assert told(catalog) == ["KIR"]


def test_what_may_not_be_tried_is_refused_the_second_time(catalog: Catalog, read: Callable[[], Record]) -> None:
    seen = stale.mark(read())
    stale.save(catalog, seen, read, to(catalog, "KIR"), repeats=False)
    with pytest.raises(StaleError):
        stale.save(catalog, seen, read, to(catalog, "KIR"), repeats=False)


@pytest.mark.parametrize(
    ("error", "expected"), [(RujukanError("x", "x"), StaleError), (NotFoundError(), NotFoundError)]
)
def test_what_would_be_refused_anyhow_is_stale_but_what_is_not_for_someone_is_not_found(
    catalog: Catalog, read: Callable[[], Record], error: RujukanError, expected: type[RujukanError]
) -> None:
    def act() -> None:
        raise error

    with pytest.raises(expected):
        stale.save(catalog, "", read, act)
