from datetime import date

import pytest

from catalog import accounts, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.community import communities, members
from programme.community.communities import Community
from programme.community.members import Joining
from programme.standing import standing


@pytest.fixture
def bpad(catalog: Catalog, community: int) -> Community:
    return communities.with_id(catalog, community)


def held(catalog: Catalog, community: Community, on: str) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in members.of(catalog, community.id, date.fromisoformat(on))]


def add(catalog: Catalog, community: Community, name: str, role: str = "anggota", **more: str) -> int:
    members.add(catalog, community, Joining(name, role, more.pop("since", "2025-01-01"), **more), by="uji")
    return max(one.id for one in members.everyone(catalog, community.id))


def test_members_stand_in_the_order_of_their_roles(catalog: Catalog, bpad: Community) -> None:
    for name, role in (("Budi", "anggota"), ("Ani", "anggota"), ("Cici", "ketua"), ("Dedi", "pengarah")):
        add(catalog, bpad, name, role)
    assert [name for name, _ in held(catalog, bpad, "2026-01-01")] == ["Dedi", "Cici", "Ani", "Budi"]


def test_a_member_with_an_account_gets_its_name_and_the_rights_of_the_role(catalog: Catalog, bpad: Community) -> None:
    siti = accounts.add(catalog, "siti", "Siti Contoh", None, by="uji")
    add(catalog, bpad, "", "ketua", login="siti", unit="bpad")
    (one,) = members.everyone(catalog, bpad.id)
    assert (one.name, one.login, one.unit) == ("Siti Contoh", "siti", "BPAD")
    assert standing(catalog, siti, bpad.id).runs


def test_a_new_role_leaves_the_old_one_in_the_rows_until_the_day_before(catalog: Catalog, bpad: Community) -> None:
    ani = add(catalog, bpad, "Ani")
    members.change_role(catalog, bpad, ani, "kurator", "2026-03-01", by="uji")
    assert held(catalog, bpad, "2026-02-28") == [("Ani", "anggota")]
    assert held(catalog, bpad, "2026-03-01") == [("Ani", "kurator")]


def test_a_role_changed_on_its_first_day_was_typed_wrongly_and_is_one_row(catalog: Catalog, bpad: Community) -> None:
    ani = add(catalog, bpad, "Ani")
    members.change_role(catalog, bpad, ani, "kurator", "2025-01-01", by="uji")
    assert [one.role for one in members.everyone(catalog, bpad.id)] == ["kurator"]


def test_who_leaves_is_a_member_until_their_last_day_and_stays_in_the_rows(catalog: Catalog, bpad: Community) -> None:
    ani = add(catalog, bpad, "Ani")
    members.end(catalog, bpad, ani, "2026-03-31", by="uji")
    assert held(catalog, bpad, "2026-03-31") == [("Ani", "anggota")]
    assert held(catalog, bpad, "2026-04-01") == []
    assert len(members.everyone(catalog, bpad.id)) == 1


def test_nobody_is_a_member_twice_at_once(catalog: Catalog, bpad: Community) -> None:
    ani = add(catalog, bpad, "Ani", unit="BPAD")
    with pytest.raises(RujukanError, match="sudah tercatat"):
        add(catalog, bpad, "Ani", unit="BPAD")
    add(catalog, bpad, "Ani", unit="DINKES")
    members.end(catalog, bpad, ani, "2026-03-31", by="uji")
    add(catalog, bpad, "Ani", unit="BPAD", since="2026-04-01")


def test_whoever_has_two_roles_is_one_person(catalog: Catalog, bpad: Community) -> None:
    add(catalog, bpad, "Ani", "ketua", unit="BPAD")
    add(catalog, bpad, "Ani", "kurator", unit="DINKES")
    add(catalog, bpad, "Budi")
    assert members.people(members.of(catalog, bpad.id)) == 2


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (Joining("Ani", "raja", "2026-01-01"), "Peran “raja” tidak dikenal"),
        (Joining("Ani", "anggota", "kemarin"), "Tanggal “kemarin” tidak terbaca"),
        (Joining("", "anggota", "2026-01-01"), "kosong"),
        (Joining("Ani", "anggota", "2026-01-01", unit="MARS"), "MARS"),
        (Joining("Ani", "anggota", "2026-01-01", login="nihil"), "nihil"),
    ],
)
def test_what_makes_no_sense_is_refused(catalog: Catalog, bpad: Community, new: Joining, message: str) -> None:
    with pytest.raises(RujukanError, match=message):
        members.add(catalog, bpad, new, by="uji")
    assert members.everyone(catalog, bpad.id) == []


def test_a_member_of_another_community_is_not_found(catalog: Catalog, bpad: Community) -> None:
    with pytest.raises(NotFoundError):
        members.end(catalog, bpad, 99, "2026-01-01", by="uji")


def test_a_membership_does_not_end_before_it_began(catalog: Catalog, bpad: Community) -> None:
    ani = add(catalog, bpad, "Ani")
    with pytest.raises(RujukanError, match="berakhir sebelum mulai"):
        members.end(catalog, bpad, ani, "2024-12-31", by="uji")


def test_the_trail_tells_of_each_change_without_a_name(catalog: Catalog, bpad: Community) -> None:
    members.end(catalog, bpad, add(catalog, bpad, "Ani"), "2026-01-01", by="siti")
    told = trail.latest(catalog, 2)
    assert [(one.action, one.detail["change"], one.actor) for one in told] == [
        ("community.member", "end", "siti"),
        ("community.member", "add", "uji"),
    ]
    assert "Ani" not in str(told)
