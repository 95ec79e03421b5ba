"""Dimensions 5 and 7: reads, reuse, votes, authors and advice."""

from fractions import Fraction

import pytest

from catalog.database import Catalog
from programme.maturity import instrument
from tests.programme.measures.conftest import Measuring
from tests.programme.seeding import Seeder, at


def counted(seed: Seeder, quarter: str, people: int = 20) -> None:
    seed.row("staff_count", unit="BPAD", quarter=quarter, people=people, source="uji")


@pytest.mark.parametrize(
    ("quarter", "known"), [("2026Q3", True), ("2025Q3", True), ("2025Q2", False), ("2026Q4", False)]
)
def test_a_staff_count_holds_for_a_year(seed: Seeder, measure: Measuring, quarter: str, known: bool) -> None:
    counted(seed, quarter)
    assert measure("5.1").value is None  # nothing was read at all: reads were not kept
    seed.read(seed.asset(1), "2026Q1", "a", "DINKES")
    assert (measure("5.1").value is not None) == known


def test_a_person_counts_once_and_only_those_of_the_agency(community: int, seed: Seeder, measure: Measuring) -> None:
    counted(seed, "2025Q4", people=99)
    counted(seed, "2026Q1")
    one, other = seed.asset(community), seed.asset(community)
    for asset, quarter, reader, unit in (
        *((one, "2026Q1", "a", "BPAD"), (one, "2026Q2", "a", "BPAD"), (other, "2026Q2", "a", "BPAD")),
        *((one, "2026Q3", "b", "BPAD"), (one, "2026Q3", "c", "DINKES"), (one, "2026Q3", "d", None)),
        (one, "2025Q3", "e", "BPAD"),
    ):
        seed.read(asset, quarter, reader, unit)
    found = measure("5.1")
    assert (found.numerator, found.denominator, found.value, found.people) == (2, 20, 2, True)
    assert [(line.asset, line.detail) for line in found.lines] == [(one, "2"), (other, "1")]


def test_where_reads_were_kept_from_later_on_the_reach_is_a_lower_bound_that_says_so(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    counted(seed, "2026Q1", people=4)
    asset = seed.asset(community)
    seed.read(asset, "2026Q2", "a", "BPAD")
    found = measure("5.1")
    assert (found.figure, found.value, found.first.isoformat()) == (Fraction(1, 4), 3, "2026-04-01")
    assert "sejak triwulan 2026Q2" in found.note
    seed.read(asset, "2025Q4", "b", None)
    found = measure("5.1")
    assert (found.figure, found.first.isoformat(), found.note) == (Fraction(1, 4), "2025-10-01", "")


def test_reuse_by_the_unit_itself_or_by_who_wrote_it_never_counts(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    asset = seed.asset(community)
    seed.row("asset_unit", asset=asset, unit="DINKES")
    for unit in ("BPAD", "DINKES"):
        seed.reuse(asset, unit, "adopsi", "2026-05-01")
    seed.reuse(asset, "BPKD", "adopsi", "2026-05-01", state="diajukan", decided=None)
    seed.reuse(asset, "BPKD", "adopsi", "2026-05-01", decided="2026-10-01")
    seed.reuse(asset, "BPKD", "adopsi", "2025-09-30")
    assert (measure("5.2").value, measure("5.2").figure) == (1, 0)


@pytest.mark.parametrize(
    ("reused", "value"),
    [
        ("BPKD:rujukan", 2),
        ("BPKD:rujukan BPKD:rujukan", 2),
        ("BPKD:rujukan BPKD:adaptasi", 3),
        ("BPKD:rujukan BPKD:adopsi", 3),
        ("BPKD:adaptasi " * 5, 3),
        ("BPKD:adaptasi " * 3 + "DINKES:rujukan DISDIK:rujukan", 4),
        ("BPKD:adaptasi DINKES:rujukan DISDIK:rujukan BAPENDA:adopsi DISHUB:adopsi " * 2, 5),
        ("BPKD:adaptasi DINKES:rujukan DISDIK:rujukan BAPENDA:adopsi DISHUB:rujukan " * 2, 4),
    ],
)
def test_levels_of_reuse_go_by_number_kind_and_agencies(
    community: int, seed: Seeder, measure: Measuring, reused: str, value: int
) -> None:
    asset = seed.asset(community)
    for one in reused.split():
        unit, _, kind = one.partition(":")
        seed.reuse(asset, unit, kind, "2026-05-01")
    assert measure("5.2").value == value


def test_twenty_votes_are_the_fewest_that_are_judged(community: int, seed: Seeder, measure: Measuring) -> None:
    asset = seed.asset(community)
    for number in range(19):
        seed.vote(asset, "2026-05-01", "membantu" if number < 16 else "tidak_membantu")
    assert measure("5.3").value is None
    seed.vote(asset, "2026-05-01", "tidak_membantu")
    seed.vote(asset, "2025-09-30", "tidak_membantu")
    assert (measure("5.3").figure, measure("5.3").value) == (Fraction(4, 5), 4)


def test_the_share_of_the_top_author_is_better_when_it_is_lower(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    seed.asset(community)
    assert measure("7.2").value is None
    owners = [seed.account(name) for name in ("ani", "budi", "cici", "dodo")]
    for owner in (owners[0], *owners):
        seed.asset(community, owner=owner)
    assert (measure("7.2").figure, measure("7.2").value) == (Fraction(2, 5), 4)
    for owner in owners[1:3]:
        seed.asset(community, owner=owner)
    assert (measure("7.2").figure, measure("7.2").value) == (Fraction(2, 7), 4)
    seed.member(community, "kurator", account=owners[0])
    seed.row("role_grant", account=owners[0], role="kurator", community=community)
    assert measure("7.2").value == 4
    seed.row("role_grant", account=owners[1], role="kurator", unit="BPAD")
    assert measure("7.2").value == 5


def test_the_advice_of_the_last_final_assessment_counts(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    assert measure("7.3").value is None
    instrument.use(catalog)
    for year, state in ((2024, "final"), (2025, "final"), (2026, "panel")):
        told = {"year": year, "instrument": "1", "cutoff": f"{year}-10-31", "opened": 1, "state": state}
        appraisal = seed.row("appraisal", key=str(year), community=community, closed=at(f"{year}-12-01"), **told)
        for day in (f"{year + 1}-03-01", f"{year + 1}-10-01", None):
            seed.row("advice", appraisal=appraisal, indicator="1.3", text="Saran", closed_on=day)
    light = {"year": 2026, "light": 1, "instrument": "1", "cutoff": "2026-06-30", "opened": 1, "state": "final"}
    seed.row("appraisal", key="ringan", community=community, closed=at("2026-07-01"), **light)  # advises nothing
    assert (measure("7.3").figure, measure("7.3").value) == (Fraction(1, 3), 2)
