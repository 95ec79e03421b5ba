"""Dimensions 2, 4 and 6: what is asked, approved, described and kept up to date."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import known_copies
from catalog.database import Catalog
from programme.measures.assets import counted
from tests.catalog.test_copies import SOP
from tests.programme.measures.conftest import Measuring
from tests.programme.seeding import Seeder


def test_twenty_theme_questions_are_the_fewest_that_are_judged(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    assert measure("2.2").value is None
    asset = seed.asset(community)
    for number in range(19):
        seed.answer(seed.question(community), "2026-07-01", asset if number < 8 else None)
    assert (measure("2.2").value, measure("2.2").denominator) == (None, 19)
    last = seed.question(community)
    seed.question(community)  # never asked
    seed.answer(last, "2025-12-01", None)
    assert (measure("2.2").figure, measure("2.2").value) == (Fraction(8, 20), 3)
    seed.answer(last, "2026-02-01", asset)
    assert measure("2.2").figure == Fraction(9, 20)


def test_a_critical_topic_is_covered_by_an_approved_asset_alone(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    assert measure("2.3").value == 1
    seed.topic(community, seed.asset(community, status="ditelaah"))
    assert (measure("2.3").value, measure("2.3").numerator) == (2, 0)
    seed.topic(community, seed.asset(community))
    assert (measure("2.3").value, measure("2.3").figure) == (3, Fraction(1, 2))


@pytest.mark.parametrize(
    ("owned", "expected"), [((1,), 1), ((9,), 1), ((9, 9), 2), ((1, 1, 1), 3), ((9, 2, 2), 6), ((2, 2, 1), 5), ((), 0)]
)
def test_of_one_author_two_fifths_are_counted_at_most_and_one_at_least(owned: tuple[int, ...], expected: int) -> None:
    assert counted(dict(enumerate(owned))) == expected


@given(st.lists(st.integers(1, 30), min_size=1, max_size=6), st.integers(0, 5))
def test_one_more_asset_never_lowers_the_count(owned: list[int], author: int) -> None:
    more = list(owned)
    more[author % len(more)] += 1
    assert counted(dict(enumerate(owned))) <= counted(dict(enumerate(more))) <= sum(more)


def test_copies_and_what_was_merged_count_once(community: int, seed: Seeder, measure: Measuring) -> None:
    owners = [seed.account(name) for name in ("ani", "budi", "cici", "dodo")]
    first, copy, merged, into = (
        seed.approved(community, "2026-05-01", owner=owner, sha256=sha256)
        for owner, sha256 in zip(owners, ("a" * 64, "a" * 64, "", ""), strict=True)
    )
    seed.row("succession", asset=merged, successor=into, kind="digabung", day="2026-06-01")
    found = measure("4.1")
    assert [line.asset for line in found.lines] == [first, into]
    assert copy not in [line.asset for line in measure("4.4").lines]


def test_texts_that_are_hardly_different_count_once_and_others_of_one_template_each(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    texts = (SOP, SOP.replace("formulir", "formulr", 1), SOP.replace("dua hari", "tiga hari"))
    held = [seed.approved(community, "2026-05-01", owner=seed.account(f"o{n}")) for n in range(len(texts))]
    for asset, text in zip(held, texts, strict=True):
        seed.row("page", version=asset, number=1, page=1, state="text", quality=1, text=text)
        known_copies.remember(catalog, asset)
    assert [line.asset for line in measure("4.1").lines] == [held[0], held[2]]


def test_what_was_withdrawn_or_only_confirmed_is_no_new_approval(
    catalog: Catalog, community: int, seed: Seeder, measure: Measuring
) -> None:
    gone = seed.approved(community, "2026-05-01", status="ditarik")
    seed.step(gone, "tarik", "disahkan", "ditarik", "2026-09-30")
    confirmed = seed.approved(community, "2025-05-01")
    seed.step(confirmed, "tegaskan", "perlu_diperbarui", "disahkan", "2026-05-01")
    assert (measure("4.1").value, measure("4.1").figure) == (1, 0)
    assert measure("4.1", "2026Q2").figure == 1


def test_without_dates_of_approval_there_is_no_value(community: int, seed: Seeder, measure: Measuring) -> None:
    assert measure("4.1").value == 1
    seed.asset(community)
    assert measure("4.1").value is None


def test_completeness_is_the_mean_over_the_approved(community: int, seed: Seeder, measure: Measuring) -> None:
    assert measure("4.2").value is None
    one = seed.asset(community, review_on="2027-01-01", date="2026-01-01")
    seed.asset(community)
    seed.described(one, tema="Aset", versi="1", unit_kerja="Bidang", penyusun="A", jabatan="B", dasar_hukum="UU 1")
    found = measure("4.2")
    assert [line.detail for line in found.lines] == ["11/14", "4/14"]
    assert (found.figure, found.value) == (Fraction(15, 28), 1)


def test_an_asset_is_up_to_date_on_its_day_of_review_and_not_after(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    assert measure("6.1").value is None
    seed.asset(community, review_on="2026-09-30")
    seed.asset(community, review_on="2026-09-29")
    seed.asset(community, review_on="2027-09-29", status="perlu_diperbarui")
    seed.asset(community)
    assert measure("6.1").figure == Fraction(1, 3)


def test_review_time_is_the_median_of_working_days_since_the_last_submission(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    assert measure("6.2").value is None
    for submitted, approved in (
        ("2026-07-03", "2026-07-06"),
        ("2026-07-01", "2026-07-15"),
        ("2026-08-14", "2026-08-18"),
    ):
        asset = seed.asset(community)
        seed.step(asset, "ajukan", "draf", "diajukan", "2026-04-01")
        seed.step(asset, "ajukan", "dikembalikan", "diajukan", submitted)
        seed.step(asset, "sahkan", "ditelaah", "disahkan", approved)
    found = measure("6.2")
    assert sorted(line.detail for line in found.lines) == ["1", "1", "10"]  # 17 August is a holiday
    assert (found.figure, found.value) == (1, 5)


def test_review_time_over_a_year_whose_holidays_are_not_known_is_no_guess(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    asset = seed.asset(community)
    seed.step(asset, "ajukan", "draf", "diajukan", "2023-12-20")
    seed.step(asset, "sahkan", "ditelaah", "disahkan", "2026-07-06")
    assert measure("6.2").value is None


def test_an_open_report_of_personal_data_counts_until_it_is_closed(
    community: int, seed: Seeder, measure: Measuring
) -> None:
    asset = seed.asset(community)
    seed.asset(community, unit=None)
    seed.report(asset, "data_pribadi", "2026-05-01", closed="2026-07-01")
    seed.report(asset, "lainnya", "2026-05-01")
    assert measure("6.3", "2026Q2").figure == 0
    assert measure("6.3").figure == Fraction(1, 2)
