"""Who hands an asset over, and to whom."""

import pytest

from catalog import accounts, drafts, grants, ownership, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from tests.catalog.desk import PEOPLE, paper, person, seat


@pytest.fixture
def key(catalog: Catalog) -> str:
    seat(catalog)
    return paper(catalog)


def hand_over(catalog: Catalog, login: str, key: str, to: str) -> None:
    ownership.hand_over(catalog, person(catalog, login), key, to)


def test_owner_and_approver_hand_over_and_nobody_else(catalog: Catalog, key: str) -> None:
    refused = []
    for login in PEOPLE:
        try:
            hand_over(catalog, login, key, "penyusun.kedua")
        except NotFoundError:
            continue
        except RujukanError as error:
            assert error.code == "not_allowed"
            refused.append(login)
            continue
        assert login in ("penyusun", "pengesah", "plt")
        catalog.db.execute("UPDATE asset SET owner = ?", [person(catalog, "penyusun").id])
    assert refused == ["kurator", "kurator.cop", "penelaah", "ppid", "operator"]


def test_it_goes_to_whoever_may_write_at_its_unit_today(catalog: Catalog, key: str) -> None:
    grants.add(catalog, "asn", Grant("penyusun", "BPAD", valid_until="2001-01-01"), by="uji")
    accounts.disable(catalog, "plt", by="uji")
    opened = drafts.draft(catalog, person(catalog, "penyusun"), key)
    able = [account.login for account in ownership.takers(catalog, opened)]
    assert able == ["kurator", "penelaah", "pengesah", "penyusun.kedua"]
    for login in ("asn", "plt", "penelaah.lain", "penyusun", "tidakada", ""):
        with pytest.raises(RujukanError, match="Pilih penerima"):
            hand_over(catalog, "penyusun", key, login)


def test_the_new_owner_opens_it_the_old_one_does_not_and_the_trail_tells(catalog: Catalog, key: str) -> None:
    hand_over(catalog, "penyusun", key, "penyusun.kedua")
    assert drafts.draft(catalog, person(catalog, "penyusun.kedua"), key).owner == person(catalog, "penyusun.kedua").id
    with pytest.raises(NotFoundError):
        drafts.draft(catalog, person(catalog, "penyusun"), key)
    entry = trail.latest(catalog, 1)[0]
    assert (entry.actor, entry.action, entry.subject) == ("penyusun", "asset.transfer", key)
    assert entry.detail == {"old": "penyusun", "to": "penyusun.kedua"}
