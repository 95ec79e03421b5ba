from datetime import date, timedelta

import pytest

from catalog import metadata, reviewing, status_changes, storing
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.metadata import Metadata
from programme.messages import reminders
from tests.catalog import making
from tests.programme.assets import approved, kinds, person
from tests.programme.kinship import reused

TODAY = date.today()
APPROVAL = ("sahkan", "ditelaah", "disahkan")


@pytest.fixture
def sop(catalog: Catalog) -> Card:
    return approved(catalog, "a.txt")


@pytest.fixture
def keeper(catalog: Catalog) -> Account:
    return person(catalog, "kurator", Grant("kurator", "BPAD"))


@pytest.fixture
def user(catalog: Catalog, sop: Card) -> Account:
    """Somebody whose use of version 1 was confirmed."""
    made = person(catalog, "pemakai", Grant("penyusun", "DINKES"))
    reused(catalog, sop.id, None)
    catalog.db.execute("UPDATE reuse SET account = ?", [made.id])
    return made


def step(catalog: Catalog, sop: Card, change: tuple[str, str, str], by: Account | None = None) -> None:
    """A step of the newest version."""
    (newest,) = catalog.db.execute("SELECT id FROM version WHERE asset = ? AND newest = 1", [sop.id]).fetchone()
    with catalog.writing():
        status_changes.record(catalog, newest, change, by.id if by else None)


def new_version(catalog: Catalog, sop: Card) -> None:
    with catalog.writing():
        storing.add_version(catalog, sop.id, making.version("baru", "b" * 64))


def test_owner_and_reusers_hear_of_an_approved_version_once(
    catalog: Catalog, sop: Card, keeper: Account, user: Account
) -> None:
    new_version(catalog, sop)
    assert reminders.look(catalog, TODAY) == 0
    step(catalog, sop, APPROVAL)
    assert [reminders.look(catalog, TODAY) for _ in range(2)] == [2, 0]
    assert (kinds(catalog, keeper), kinds(catalog, user)) == (["versi_disahkan"], ["versi_baru"])


def test_the_first_approval_is_no_new_version_to_who_uses_it_and_no_news_to_who_gave_it(
    catalog: Catalog, sop: Card, user: Account
) -> None:
    head = person(catalog, "kepala", Grant("pengesah", "BPAD"))
    step(catalog, sop, APPROVAL, by=head)
    assert reminders.look(catalog, TODAY) == 0
    assert kinds(catalog, head) == kinds(catalog, user) == []


def test_a_withdrawal_is_told_to_owner_and_reusers(catalog: Catalog, sop: Card, keeper: Account, user: Account) -> None:
    step(catalog, sop, ("tarik", "disahkan", "ditarik"))
    reminders.look(catalog, TODAY)
    assert kinds(catalog, keeper) == kinds(catalog, user) == ["aset_ditarik"]


def test_what_is_long_over_is_no_news(catalog: Catalog, sop: Card, keeper: Account) -> None:
    step(catalog, sop, ("tarik", "disahkan", "ditarik"))
    catalog.db.execute("UPDATE status_change SET at = at - 31 * 86400")
    assert reminders.look(catalog, TODAY) == 0


def test_the_owner_is_reminded_a_month_before_and_on_the_day_once_each(
    catalog: Catalog, sop: Card, keeper: Account
) -> None:
    due = TODAY + timedelta(days=60)
    catalog.db.execute("UPDATE asset SET review_on = ?", [due.isoformat()])
    told = [reminders.look(catalog, due - timedelta(days=days)) for days in (60, 31, 30, 29, 1, 0) for _ in range(2)]
    assert told == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]
    assert kinds(catalog, keeper) == ["tinjau_hari_ini", "tinjau_segera"]
    catalog.db.execute("UPDATE asset SET review_on = ?", [(due + timedelta(days=30)).isoformat()])
    assert reminders.look(catalog, due) == 1


def test_what_the_review_marks_is_told_and_the_review_stays_idempotent(
    catalog: Catalog, sop: Card, keeper: Account
) -> None:
    with catalog.writing():
        metadata.apply(catalog, sop.id, Metadata(review_on="2026-01-01"))
    marked = [len(reviewing.mark(catalog, TODAY)) for _ in range(2)]
    looked = [reminders.look(catalog, TODAY) for _ in range(2)]
    assert (marked, looked) == ([1, 0], [1, 0])
    assert kinds(catalog, keeper) == ["perlu_diperbarui"]


def test_a_notice_that_was_read_goes_after_a_year(catalog: Catalog, sop: Card, keeper: Account) -> None:
    step(catalog, sop, ("tarik", "disahkan", "ditarik"))
    reminders.look(catalog, TODAY)
    catalog.db.execute("UPDATE notice SET read = unixepoch() - 366 * 86400")
    reminders.look(catalog, TODAY)
    assert kinds(catalog, keeper) == []
