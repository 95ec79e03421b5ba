import pytest

from catalog import accounts
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError
from programme.messages import notices


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    return accounts.add(catalog, "siti", "Siti", None, by="uji")


@pytest.fixture
def budi(catalog: Catalog) -> Account:
    return accounts.add(catalog, "budi", "Budi", None, by="uji")


def test_a_notice_is_for_each_account_once_and_for_no_disabled_one(
    catalog: Catalog, siti: Account, budi: Account
) -> None:
    accounts.disable(catalog, "budi", by="uji")
    assert notices.tell(catalog, [siti.id, siti.id, budi.id], "aset_dipakai", "kunci", unit="DINKES") == 1
    (found,) = notices.inbox(catalog, siti)
    assert (found.kind, found.subject, found.detail, found.read) == ("aset_dipakai", "kunci", {"unit": "DINKES"}, None)
    assert notices.unread(catalog, siti) == 1
    assert notices.unread(catalog, budi) == 0


def test_what_was_told_is_not_told_twice_unless_something_of_it_differs(catalog: Catalog, siti: Account) -> None:
    told = [notices.tell_once(catalog, [siti.id], "tinjau_segera", "kunci", day=day) for day in ("1", "1", "2")]
    assert told == [1, 0, 1]


def test_reading_one_or_all_counts_down(catalog: Catalog, siti: Account) -> None:
    for subject in ("a", "b", "c"):
        notices.tell(catalog, [siti.id], "aset_dipakai", subject)
    youngest = notices.inbox(catalog, siti)[0]
    notices.mark_read(catalog, siti, youngest.id)
    assert [notice.subject for notice in notices.inbox(catalog, siti)] == ["b", "a", "c"]
    notices.mark_all_read(catalog, siti, youngest.id - 1)
    assert notices.unread(catalog, siti) == 0
    notices.tell(catalog, [siti.id], "aset_dipakai", "d")
    notices.mark_all_read(catalog, siti, youngest.id)
    assert notices.unread(catalog, siti) == 1


def test_nobody_reads_another_s_notices(catalog: Catalog, siti: Account, budi: Account) -> None:
    notices.tell(catalog, [siti.id], "aset_dipakai", "a")
    number = notices.inbox(catalog, siti)[0].id
    with pytest.raises(NotFoundError):
        notices.one(catalog, budi, number)
    notices.mark_read(catalog, budi, number)
    notices.mark_all_read(catalog, budi, number)
    assert notices.unread(catalog, siti) == 1
