"""The quarterly report: each figure from rows of the quarter, frozen ones as they were frozen, and N/A never 0."""

import csv
import io
from datetime import date

import pytest

from catalog import accounts, communities, grants
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.grants import Grant
from programme.measures import snapshots
from programme.quarters import Quarter
from programme.steering import report_out
from programme.steering.report import Line, Report, Share, asked_quarter, readable, report
from tests.programme.seeding import Seeder

TODAY = date(2026, 11, 26)
THIRD, FOURTH = Quarter(2026, 3), Quarter(2026, 4)


@pytest.fixture
def seed(catalog: Catalog, community: int) -> Seeder:
    communities.community_id(catalog, "CoP Lain", "DINKES")
    return Seeder(catalog)


def line(made: Report, name: str = "Komunitas Pembelajar BPAD") -> Line:
    return next(one for one in made.lines if one.community and one.community.name == name)


def test_what_has_no_data_says_so_and_is_no_part_of_the_total(catalog: Catalog, seed: Seeder) -> None:
    made = report(catalog, THIRD, TODAY)
    assert len(made.lines) == 2
    for one in (*made.lines, made.total):
        assert (one.coverage, one.up_to_date, one.level, one.before, one.frozen) == (None, None, None, None, False)
    rows = list(csv.reader(io.StringIO(report_out.as_csv(made).decode("utf-8-sig"))))
    assert [len(row) for row in rows] == [len(report_out.HEADS)] * 4
    assert "belum cukup data" in rows[1]
    assert "belum dinilai" in rows[1]


def test_coverage_is_of_the_questions_that_were_asked_and_too_few_are_no_figure(
    catalog: Catalog, community: int, seed: Seeder
) -> None:
    asset = seed.approved(community, "2026-07-01")
    for number in range(20):
        seed.answer(seed.question(community), "2026-09-01", asset if number < 13 else None)
    for _ in range(3):
        seed.answer(seed.question(2), "2026-09-01", None)
    made = report(catalog, THIRD, TODAY)
    assert line(made).coverage == made.total.coverage == Share(13, 20)
    assert line(made, "CoP Lain").coverage is None
    assert line(made).coverage and Share(13, 20).percent == 65
    assert (Share(1, 8).percent, Share(1, 3).percent) == (13, 33)


def test_staleness_is_that_of_the_last_day_of_the_quarter(catalog: Catalog, community: int, seed: Seeder) -> None:
    seed.approved(community, "2026-07-01", review_on="2026-09-29", validity="berlaku")
    later = seed.approved(community, "2026-07-01", review_on="2026-10-15", validity="berlaku")
    seed.approved(community, "2026-10-02", review_on="2026-09-01")
    seed.row("validity_change", asset=later, old="belum_dikonfirmasi", new="berlaku", day="2026-10-01", note="")
    third, fourth = line(report(catalog, THIRD, TODAY)), line(report(catalog, FOURTH, TODAY))
    assert (third.approved, third.overdue, third.unconfirmed) == (2, 1, 1)
    assert third.up_to_date == Share(1, 2)
    assert (fourth.approved, fourth.overdue, fourth.unconfirmed) == (3, 3, 1)


def test_reuse_counts_confirmed_uses_by_others_within_the_quarter_from_unit_to_unit(
    catalog: Catalog, community: int, seed: Seeder
) -> None:
    asset = seed.approved(community, "2026-01-01")
    joint = seed.approved(community, "2026-01-01")
    seed.row("asset_unit", asset=joint, unit="BAPENDA")
    for unit, kind, day in (("DINKES", "adopsi", "2026-07-05"), ("DINKES", "rujukan", "2026-09-30")):
        seed.reuse(asset, unit, kind, day)
    seed.reuse(asset, "BAPENDA", "adaptasi", "2026-08-01")
    seed.reuse(asset, "BPAD", "adopsi", "2026-08-01")
    seed.reuse(joint, "BAPENDA", "adopsi", "2026-08-01")
    seed.reuse(asset, "DINKES", "adopsi", "2026-06-30")
    seed.reuse(asset, "DINKES", "adopsi", "2026-08-01", decided="2026-10-01")
    seed.reuse(asset, "DINKES", "adopsi", "2026-08-01", state="ditolak")
    made = report(catalog, THIRD, TODAY)
    assert line(made).reuse == made.total.reuse == {"rujukan": 1, "adaptasi": 1, "adopsi": 1}
    assert [(flow.owner, flow.user, sum(flow.kinds.values())) for flow in made.flows] == [
        ("BPAD", "DINKES", 2),
        ("BPAD", "BAPENDA", 1),
    ]


def test_maturity_moves_from_a_year_ago_and_never_assessed_is_no_level(
    catalog: Catalog, community: int, seed: Seeder
) -> None:
    for number, level, day in ((1, 2, "2025-06-01"), (1, 3, "2026-06-01"), (1, 4, "2026-10-31"), (2, 1, "2026-06-01")):
        seed.row(
            "assessment", community=number, level=level, assessed_on=day, assessor="x", evidence="x", instrument="1"
        )
    made = report(catalog, THIRD, TODAY)
    assert (line(made).before, line(made).level) == (2, 3)
    assert (line(made, "CoP Lain").before, line(made, "CoP Lain").level) == (None, 1)
    assert (made.risen, made.fallen) == (1, 0)


def test_open_gaps_are_those_of_the_last_day_as_far_as_questions_are_kept(
    catalog: Catalog, community: int, seed: Seeder
) -> None:
    told = {"question": "x", "times": 9, "last": "2026-11-20", "community": community}
    seed.row("gap_group", key="a", askers=5, first="2026-09-20", since="2026-09-20", **told)
    seed.row("gap_group", key="b", askers=5, first="2026-09-20", since="2026-10-05", state="tertutup", **told)
    seed.row("gap_group", key="c", askers=5, first="2026-10-02", since="2026-10-02", **told)
    seed.row("gap_group", key="d", askers=4, first="2026-09-20", since="2026-09-20", **told)
    seed.row("gap_group", key="e", askers=5, first="2026-09-20", since="2026-09-20", **told | {"community": None})
    third = report(catalog, THIRD, TODAY)
    assert (line(third).gaps, third.total.gaps, report(catalog, THIRD, TODAY, {community}).total.gaps) == (2, 3, 2)
    assert line(report(catalog, FOURTH, TODAY)).gaps == 2
    assert report(catalog, Quarter(2026, 2), TODAY).total.gaps is None


def test_a_frozen_quarter_is_told_as_it_was_frozen(catalog: Catalog, community: int, seed: Seeder) -> None:
    seed.approved(community, "2026-07-01", review_on="2027-01-01")
    snapshots.freeze(catalog, THIRD, by="uji", today=TODAY)
    seed.approved(community, "2026-07-01", review_on="2026-08-01")
    made = report(catalog, THIRD, TODAY)
    assert (line(made).frozen, made.total.frozen) == (True, True)
    assert line(made).up_to_date == Share(1, 1)
    assert not report(catalog, FOURTH, TODAY).total.frozen


def test_a_head_reads_of_their_unit_alone(catalog: Catalog, community: int, seed: Seeder) -> None:
    for login, role in (("kepala", Grant("pengesah", "BPAD")), ("panel", Grant("panel"))):
        accounts.add(catalog, login, login, None, by="uji")
        grants.add(catalog, login, role, by="uji")
    head, panel = (accounts.named(catalog, login) for login in ("kepala", "panel"))
    assert set(readable(catalog, head)) == {community}
    assert len(readable(catalog, panel)) == 2
    assert set(readable(catalog, None)) == set()
    asset, other = seed.approved(community, "2026-01-01"), seed.approved(2, "2026-01-01", unit="DINKES")
    seed.reuse(asset, "DINKES", "adopsi", "2026-07-05")
    seed.reuse(other, "BAPENDA", "adopsi", "2026-07-05")
    made = report(catalog, THIRD, TODAY, readable(catalog, head))
    assert [one.community and one.community.unit for one in made.lines] == ["BPAD"]
    assert [(flow.owner, flow.user) for flow in made.flows] == [("BPAD", "DINKES")]
    assert sum(made.total.reuse.values()) == 1


def test_the_last_quarter_that_is_over_is_told_unless_another_is_asked_for() -> None:
    assert asked_quarter("", TODAY) == THIRD
    assert asked_quarter("2026q4", TODAY) == FOURTH
    for text in ("2027Q1", "2026Q5", "kemarin"):
        with pytest.raises(RujukanError):
            asked_quarter(text, TODAY)
