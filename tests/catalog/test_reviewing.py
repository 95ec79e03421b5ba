"""What is due, by its day or by a revoked rule, and that it is marked once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalog import drafts, jobs, lifecycle, metadata, reviewing, status_changes, storing
from catalog.citations import NewCitation
from catalog.database import Catalog
from catalog.metadata import Metadata
from tests.catalog import making
from tests.catalog.desk import person, seat

TODAY = date(2026, 11, 26)
REVOKED = "permenpanrb-21-2008"
TEXT = "Mengingat: Permenpan 21/2008."


def paper(catalog: Catalog, path: str, *, basis: bool | None = None, **said: str) -> str:
    """An approved paper, on the revoked rule as its legal basis, or that only mentions it."""
    cited = () if basis is None else (NewCitation(0, REVOKED, 11, 27, basis, None),)
    made = making.asset(catalog, path, new=replace(making.version(TEXT), citations=cited))
    with catalog.writing():
        words = {"unit": "BPAD", "access": "internal", "status": "disahkan", "title": path}
        metadata.apply(catalog, made, Metadata(**words | said))
    return making.key_of(catalog, made)


def titles(found: list[reviewing.Due]) -> list[str]:
    return sorted(one.title for one in found)


def statuses(catalog: Catalog) -> dict[str, str]:
    rows = catalog.db.execute("SELECT a.title, v.status FROM asset a JOIN version v ON v.asset = a.id ORDER BY v.id")
    return dict(rows.fetchall())


def test_approved_papers_are_due_on_their_day_and_when_their_legal_basis_is_revoked(catalog: Catalog) -> None:
    day = TODAY.isoformat()
    paper(catalog, "hari ini", review_on=day)
    paper(catalog, "besok", review_on=(TODAY + timedelta(days=1)).isoformat())
    paper(catalog, "draf", review_on=day, status="draf")
    paper(catalog, "arsip", review_on=day, status="diarsipkan")
    paper(catalog, "berdasar", basis=True)
    paper(catalog, "menyebut", basis=False)
    found = reviewing.due(catalog, TODAY)
    assert titles(found) == ["berdasar", "hari ini"]
    assert {one.title: (one.review_on, one.revoked) for one in found} == {
        "hari ini": (day, ()),
        "berdasar": (None, (REVOKED,)),
    }
    assert statuses(catalog)["hari ini"] == "disahkan"
    assert titles(reviewing.due(catalog, date(2011, 1, 1))) == []


def test_what_is_due_is_marked_once_and_its_history_says_why(catalog: Catalog) -> None:
    paper(catalog, "hari ini", review_on=TODAY.isoformat())
    assert titles(reviewing.mark(catalog, TODAY)) == ["hari ini"]
    assert reviewing.mark(catalog, TODAY) == []
    assert statuses(catalog) == {"hari ini": "perlu_diperbarui"}
    (told,) = status_changes.history(catalog, 1)
    assert (told.step, told.who, told.note) == ("tandai", None, "Hari tinjau ulangnya 2026-11-26 sudah tiba.")
    assert jobs.waiting(catalog, ["publish"])


def test_the_approved_version_is_marked_while_the_next_one_is_a_draft(catalog: Catalog) -> None:
    paper(catalog, "hari ini", review_on=TODAY.isoformat())
    with catalog.writing():
        storing.add_version(catalog, 1, making.version("empat lima", "b" * 64))
    reviewing.mark(catalog, TODAY)
    rows = catalog.db.execute("SELECT number, status, live FROM version ORDER BY number").fetchall()
    assert rows == [(1, "perlu_diperbarui", 1), (2, "draf", 1)]


@pytest.mark.parametrize("basis", [True, None])
def test_what_a_person_confirmed_comes_back_on_its_day_alone(catalog: Catalog, *, basis: bool | None) -> None:
    seat(catalog)
    key = paper(catalog, "sop", basis=basis, review_on=TODAY.isoformat())
    reviewing.mark(catalog, TODAY)
    lifecycle.take(catalog, person(catalog, "pengesah"), key, "tegaskan", (1, "perlu_diperbarui"), "Isinya masih tepat")
    due = drafts.draft(catalog, person(catalog, "pengesah"), key).review_on
    assert due is not None
    assert reviewing.mark(catalog, TODAY) == []
    assert titles(reviewing.due(catalog, date.fromisoformat(due))) == ["sop"]
