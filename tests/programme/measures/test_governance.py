"""1.1 and 1.3."""

from fractions import Fraction

from catalog.database import Catalog
from tests.programme.measures.conftest import Measuring
from tests.programme.seeding import Seeder


def decree(catalog: Catalog, until: str | None) -> None:
    catalog.db.execute("UPDATE community SET decree = 'Keputusan 1', decree_valid_to = ?", [until])


def with_officers(catalog: Catalog, seed: Seeder, community: int) -> None:
    """All that level 4 wants but mentors."""
    decree(catalog, None)
    seed.row("plan", community=community, year=2026, signed_by="Kepala", signed_on="2026-01-05")
    for role in ("ketua", "anggota", "moderator", "kurator", "pencatat"):
        seed.member(community, role)


def test_without_a_decree_that_holds_a_community_is_at_level_1(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    for role in ("ketua", "anggota"):
        seed.member(community, role)
    assert measure("1.1").value == 1
    decree(catalog, "2026-09-29")
    assert measure("1.1").value == 1
    decree(catalog, "2026-09-30")
    assert measure("1.1").value == 2


def test_each_level_of_the_decree_wants_what_the_one_below_does(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    with_officers(catalog, seed, community)
    assert (measure("1.1").value, measure("1.1").numerator, measure("1.1").denominator) == (2, 7, 10)
    seed.row("mentor", community=community, name="Widyaiswara", valid_from="2026-09-30")
    assert measure("1.1").value == 4
    assert measure("1.1", "2025Q4").value == 2


def test_level_5_of_the_decree_wants_skp_and_dpa_of_the_year_in_which_the_period_ends(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    with_officers(catalog, seed, community)
    seed.row("mentor", community=community, name="Widyaiswara", valid_from="2025-01-01")

    def commit(kind: str, year: int, day: str, retired: str | None = None) -> None:
        seed.row("commitment", community=community, kind=kind, year=year, number=day, day=day, retired=retired)

    commit("skp", 2026, "2026-01-20")
    commit("dpa", 2025, "2025-01-20")
    commit("dpa", 2026, "2026-10-01")
    commit("dpa", 2026, "2026-02-01", retired="2026-09-30")
    assert measure("1.1").value == 4
    assert measure("1.1", "2026Q2").value == 5
    commit("dpa", 2026, "2026-03-01")
    found = measure("1.1")
    assert (found.value, found.figure) == (5, 1)
    assert ("mata anggaran DPA 2026", "2026-03-01") in {(line.text, line.detail) for line in found.lines}


def test_of_the_plan_what_was_done_by_the_end_of_the_period_counts(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    seed.planned(community, 2025, 3, "2025-08-01")  # before the period
    seed.planned(community, 2025, 4, "2026-02-01")
    seed.planned(community, 2026, 3, "2026-09-30")
    seed.planned(community, 2026, 3, "2026-10-01")
    seed.planned(community, 2026, 2)
    found = measure("1.3")
    assert (found.numerator, found.denominator, found.figure, found.value) == (2, 4, Fraction(1, 2), 3)
    assert [line.counted for line in found.lines] == [True, False, True, False]


def test_without_a_plan_there_is_no_value(measure: Measuring) -> None:
    assert measure("1.3").value is None
    assert measure("1.3").reason
