from fractions import Fraction

from benchmarks.programme_assessed import record
from catalog import communities
from catalog.database import Catalog
from programme.maturity import history
from programme.maturity import instrument as instruments


def frozen(catalog: Catalog, quarter: str, values: dict[str, int | None], version: str = "1", at: int = 1) -> None:
    for code, value in values.items():
        catalog.db.execute(
            "INSERT INTO snapshot (community, quarter, instrument, indicator, value, measured, frozen)"
            " VALUES (1, ?, ?, ?, ?, '{}', ?)",
            [quarter, version, code, value, at],
        )


def test_assessments_come_newest_first_with_the_total_that_was_kept(catalog: Catalog, community: int) -> None:
    with catalog.writing():
        communities.load_toml(
            catalog,
            '[[community]]\nname = "Komunitas Pembelajar BPAD"\n[[community.assessment]]\nlevel = 2\n'
            'assessed_on = "2024-10-31"\nassessor = "Tim"\nevidence = "SK"\ninstrument = "0"',
        )
    record(catalog, community, "2025-10-31", {"1.1": 3, "1.2": 2, "1.3": 3})
    newer, older = history.assessments(catalog)[community]
    assert (newer.level, newer.total, newer.name) == (2, Fraction(8, 3), "Tumbuh")
    assert (older.level, older.total, older.appraisal) == (2, None, None)
    assert [one.at for one in history.profiles(catalog, [newer, older])] == ["2025-10-31"]


def test_an_old_assessment_stays_what_it_was_when_the_instrument_changes(catalog: Catalog, community: int) -> None:
    record(catalog, community, "2025-10-31", {"1.1": 3, "2.1": 4})
    (before,) = history.assessments(catalog)[community]
    profile = history.profiles(catalog, [before])[0]
    used = instruments.of_version(catalog, "1")
    text = str(catalog.db.execute("SELECT text FROM instrument").fetchone()[0])
    changed = text.replace('version = "1"', 'version = "2"').replace('weight = "15/100"', 'weight = "20/100"', 1)
    catalog.folder.instrument.write_text(changed.replace('weight = "10/100"', 'weight = "5/100"', 1), encoding="utf8")
    assert instruments.use(catalog).version == "2"
    assert history.assessments(catalog)[community] == [before]
    assert history.profiles(catalog, [before])[0].score == profile.score
    assert profile.instrument == used


def test_a_trend_leaves_out_quarters_without_data_and_counts_what_was_frozen_last(
    catalog: Catalog, community: int
) -> None:
    instruments.use(catalog)
    frozen(catalog, "2026Q1", {"1.3": 2, "2.2": None})
    frozen(catalog, "2026Q2", {"1.3": None})
    frozen(catalog, "2026Q3", {"1.3": 4, "4.1": 2})
    trend = history.trends(catalog)[community]
    assert [(one.quarter, one.total, one.indicators) for one in trend] == [
        ("2026Q1", Fraction(2), 1),
        ("2026Q3", Fraction(4 * 15 + 2 * 20, 35), 2),
    ]
    assert history.trends(catalog, community + 1) == {}
