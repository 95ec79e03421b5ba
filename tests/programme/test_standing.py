from datetime import date

import pytest

from catalog import accounts, communities, grants
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.grants import Grant
from programme.standing import NOBODY, Standing, answerable, heads, standing, workplaces
from tests.catalog import making

TODAY = date(2026, 11, 26)
NAME = "Komunitas Pembelajar BPAD"


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    return accounts.add(catalog, "siti", "Siti", None, by="uji")


def given(catalog: Catalog, *held: Grant) -> None:
    for grant in held:
        grants.add(catalog, "siti", grant, by="uji")


def member(catalog: Catalog, community: int, account: Account, role: str, until: str | None = None) -> None:
    catalog.db.execute(
        "INSERT INTO community_member (community, account, name, role, valid_from, valid_until) VALUES (?,?,?,?,?,?)",
        [community, account.id, account.name, role, "2025-01-01", until],
    )


def test_without_a_role_one_is_nobody_to_a_community(catalog: Catalog, community: int, siti: Account) -> None:
    assert standing(catalog, None, community, TODAY) == NOBODY == standing(catalog, siti, community, TODAY)
    assert standing(catalog, siti, 99, TODAY) == NOBODY
    assert not NOBODY.inside


@pytest.mark.parametrize("role", ["ketua", "moderator", "pencatat", "kurator"])
def test_officers_keep_the_records(catalog: Catalog, community: int, siti: Account, role: str) -> None:
    member(catalog, community, siti, role)
    assert standing(catalog, siti, community, TODAY) == Standing(member=True, runs=True)


def test_a_member_is_inside_and_keeps_nothing(catalog: Catalog, community: int, siti: Account) -> None:
    member(catalog, community, siti, "anggota")
    assert standing(catalog, siti, community, TODAY) == Standing(member=True)


def test_an_office_ends_with_its_last_day(catalog: Catalog, community: int, siti: Account) -> None:
    member(catalog, community, siti, "ketua", until="2026-11-25")
    assert standing(catalog, siti, community, TODAY) == NOBODY
    assert standing(catalog, siti, community, date(2026, 11, 25)).runs


def test_the_head_of_the_unit_is_its_pengesah(catalog: Catalog, community: int, siti: Account) -> None:
    given(catalog, Grant("pengesah", "DINKES"))
    assert not standing(catalog, siti, community, TODAY).heads
    given(catalog, Grant("pengesah", "BPAD"))
    assert standing(catalog, siti, community, TODAY).heads


def test_a_mentor_verifies_other_communities_than_their_own(catalog: Catalog, community: int, siti: Account) -> None:
    with catalog.writing():
        other = communities.community_id(catalog, "Komunitas Pembelajar Dinkes", "DINKES")
    given(catalog, Grant("pendamping", community=NAME))
    assert standing(catalog, siti, community, TODAY) == Standing(mentors=True)
    assert standing(catalog, siti, other, TODAY) == Standing(verifies=True)


def test_a_mentor_of_the_records_mentors_without_a_grant_there(catalog: Catalog, community: int, siti: Account) -> None:
    given(catalog, Grant("pendamping", "DINKES"))
    assert standing(catalog, siti, community, TODAY).verifies
    catalog.db.execute(
        "INSERT INTO mentor (community, account, name, valid_from) VALUES (?, ?, 'Siti', '2026-01-01')",
        [community, siti.id],
    )
    assert standing(catalog, siti, community, TODAY) == Standing(mentors=True)


@pytest.mark.parametrize("role", ["panel", "juri"])
def test_nobody_judges_the_community_they_belong_to(catalog: Catalog, community: int, siti: Account, role: str) -> None:
    given(catalog, Grant(role))
    assert standing(catalog, siti, community, TODAY).judges
    member(catalog, community, siti, "anggota")
    assert not standing(catalog, siti, community, TODAY).judges


def test_a_guest_juror_does_not_steer(catalog: Catalog, community: int, siti: Account) -> None:
    given(catalog, Grant("juri"))
    assert not standing(catalog, siti, community, TODAY).steers
    given(catalog, Grant("panel"))
    assert standing(catalog, siti, community, TODAY).steers


def test_a_disabled_account_is_nobody(catalog: Catalog, community: int, siti: Account) -> None:
    member(catalog, community, siti, "ketua")
    accounts.disable(catalog, "siti", by="uji")
    assert standing(catalog, siti, community, TODAY) == NOBODY


def test_one_works_where_one_reads_what_is_restricted(catalog: Catalog, siti: Account) -> None:
    given(catalog, Grant("penyusun", "DINKES"), Grant("pembaca", "BPAD", valid_until="2026-11-25"), Grant("panel"))
    given(catalog, Grant("pendamping", "DISHUB"))
    assert workplaces(catalog, siti, TODAY) == ("DINKES",)
    assert workplaces(catalog, siti, date(2026, 11, 25)) == ("BPAD", "DINKES")
    accounts.disable(catalog, "siti", by="uji")
    assert workplaces(catalog, siti, TODAY) == () == workplaces(catalog, None, TODAY)


def test_an_acting_head_heads_the_unit_until_their_last_day(catalog: Catalog, siti: Account) -> None:
    given(catalog, Grant("pengesah", "DINKES", valid_until="2026-11-26", acting="plh"))
    assert heads(catalog, "DINKES", TODAY) == {siti.id}
    assert heads(catalog, "DINKES", date(2026, 11, 27)) == frozenset() == heads(catalog, "BPAD", TODAY)


def test_an_asset_without_an_owner_is_answered_for_by_curators_and_heads_there(
    catalog: Catalog, community: int, siti: Account
) -> None:
    made = making.asset(catalog)
    catalog.db.execute("UPDATE asset SET unit = 'BPAD', community = ? WHERE id = ?", [community, made])
    given(catalog, Grant("kurator", community=NAME))
    accounts.add(catalog, "kepala", "Kepala", None, by="uji")
    grants.add(catalog, "kepala", Grant("pengesah", "BPAD"), by="uji")
    head = accounts.named(catalog, "kepala").id
    assert answerable(catalog, made, TODAY) == {siti.id, head}
    catalog.db.execute("UPDATE asset SET owner = ? WHERE id = ?", [siti.id, made])
    assert answerable(catalog, made, TODAY) == {siti.id}
    accounts.disable(catalog, "siti", by="uji")
    assert answerable(catalog, made, TODAY) == {head}
