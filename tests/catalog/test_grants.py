from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import accounts, communities, grants, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.grants import ROLES, Grant, scope_of_grants
from catalog.scope import OPERATOR, Scope, scope_of, scope_of_units

TODAY = date(2026, 11, 26)
INTERNAL = scope_of("internal")


def scope(*held: Grant) -> Scope:
    return scope_of_grants(held, TODAY)


def test_an_account_without_roles_is_an_asn_of_no_named_unit() -> None:
    assert scope() == INTERNAL


@pytest.mark.parametrize("role", ["pembaca", "penyusun", "penelaah", "pengesah", "kurator", "ppid"])
def test_a_role_at_a_unit_shows_what_the_unit_restricts(role: str) -> None:
    assert scope(Grant(role, "BPAD")) == scope_of("BPAD")


@pytest.mark.parametrize("role", ["admin", "pendamping", "ppid", "peran_masa_depan"])
def test_other_roles_show_no_more_than_every_asn_sees(role: str) -> None:
    assert scope(Grant(role)) == INTERNAL


def test_advisory_1_a_companion_or_an_unknown_role_at_a_unit_does_not_read_what_it_restricts() -> None:
    assert scope(Grant("pendamping", "BPAD"), Grant("peran_masa_depan", "BPAD")) == INTERNAL


def test_roles_at_several_units_add_up() -> None:
    both = scope(Grant("pembaca", "BPAD"), Grant("penyusun", "DINKES"), Grant("pembaca", "BPAD"))
    assert both == scope_of_units(["BPAD", "DINKES"])
    assert not both.everything


def test_the_operator_sees_all_while_the_role_holds() -> None:
    assert scope(Grant("operator"), Grant("pembaca", "BPAD")) == OPERATOR
    assert scope(Grant("operator", valid_until="2026-11-25"), Grant("pembaca", "BPAD")) == scope_of("BPAD")


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (None, None, True),
        ("2026-11-26", "2026-11-26", True),
        ("2026-11-27", None, False),
        (None, "2026-11-25", False),
        ("2026-01-01", "2026-12-31", True),
    ],
)
def test_a_role_holds_from_its_first_to_its_last_day(first: str | None, last: str | None, holds: bool) -> None:
    held = Grant("pembaca", "BPAD", valid_from=first, valid_until=last)
    assert held.holds(TODAY) == holds
    assert scope(held) == (scope_of("BPAD") if holds else INTERNAL)


DAYS = st.none() | st.dates(date(2026, 11, 24), date(2026, 11, 28)).map(date.isoformat)
GRANTS = st.builds(Grant, st.sampled_from(ROLES), st.sampled_from((None, "BPAD", "DINKES")), st.none(), DAYS, DAYS)


@given(st.lists(GRANTS, max_size=6))
def test_no_role_shows_the_restricted_papers_of_a_unit_that_it_is_not_given_at(held: list[Grant]) -> None:
    seen = scope(*held)
    units = {unit for access, unit in seen.pairs if access == "terbatas"}
    assert units <= {grant.unit for grant in held if grant.holds(TODAY)}
    assert seen.everything == any(grant.role == "operator" and grant.holds(TODAY) for grant in held)


@pytest.fixture
def siti(catalog: Catalog) -> accounts.Account:
    with catalog.writing():
        communities.community_id(catalog, "CoP Aset", "BPAD")
    return accounts.add(catalog, "siti", "Siti Contoh", None, by="uji")


def test_a_role_is_kept_once_and_told_in_the_trail(catalog: Catalog, siti: accounts.Account) -> None:
    head = Grant("pengesah", "BPAD", None, "2026-11-01", "2026-12-31", "plt")
    assert grants.add(catalog, "siti", head, by="uji")
    assert not grants.add(catalog, "siti", head, by="uji")
    assert grants.of(catalog, siti.id) == [head]
    (told,) = [entry for entry in trail.latest(catalog, 9) if entry.action == "role.grant"]
    assert told.detail == {
        **{"role": "pengesah", "unit": "BPAD", "valid_from": "2026-11-01", "valid_until": "2026-12-31"},
        "acting": "plt",
    }


def test_a_role_is_taken_away_and_told(catalog: Catalog, siti: accounts.Account) -> None:
    for grant in (Grant("kurator", None, "CoP Aset"), Grant("pembaca", "BPAD"), Grant("pembaca", "DINKES")):
        grants.add(catalog, "siti", grant, by="uji")
    assert grants.revoke(catalog, "siti", "pembaca", "BPAD", None, by="uji") == 1
    assert grants.revoke(catalog, "siti", "kurator", None, "CoP Aset", by="uji") == 1
    assert grants.of(catalog, siti.id) == [Grant("pembaca", "DINKES")]
    assert [entry.action for entry in trail.latest(catalog, 2)] == ["role.revoke", "role.revoke"]
    with pytest.raises(RujukanError, match="tidak memegang") as refused:
        grants.revoke(catalog, "siti", "pembaca", "BPAD", None, by="uji")
    assert refused.value.code == "not_granted"


@pytest.mark.parametrize(
    ("grant", "says"),
    [
        (Grant("raja", "BPAD"), "tidak dikenal"),
        (Grant("pembaca"), "sebutkan kode unitnya"),
        (Grant("pembaca", "MARS"), "MARS"),
        (Grant("admin", "BPAD"), "seluruh layanan"),
        (Grant("operator", None, "CoP Aset"), "seluruh layanan"),
        (Grant("kurator"), "salah satunya"),
        (Grant("kurator", None, "CoP Mars"), "CoP Mars"),
        (Grant("pengesah", "BPAD", acting="plt"), "tanggal berakhir"),
        (Grant("pengesah", "BPAD", acting="pjs", valid_until="2026-12-31"), "plt atau plh"),
        (Grant("pembaca", "BPAD", valid_until="31-12-2026"), "2026-12-31"),
        (Grant("pembaca", "BPAD", valid_from="2026-12-31", valid_until="2026-01-01"), "sebelum mulai"),
    ],
)
def test_a_role_that_makes_no_sense_is_refused(
    catalog: Catalog, siti: accounts.Account, grant: Grant, says: str
) -> None:
    with pytest.raises(RujukanError, match=says):
        grants.add(catalog, "siti", grant, by="uji")
    assert grants.of(catalog, siti.id) == []
