from datetime import date

from benchmarks.programme_assessed import record
from catalog.database import Catalog
from programme.maturity import instrument as instruments
from programme.maturity import overview
from programme.maturity.overview import Wanted

TODAY = date(2026, 11, 26)
LEVEL_TWO = {"1.1": 2}


def values(catalog: Catalog, usual: int) -> dict[str, int]:
    return dict.fromkeys(instruments.of_folder(catalog.folder).indicators, usual)


def test_movement_is_since_the_latest_assessment_of_an_earlier_year(catalog: Catalog, community: int) -> None:
    record(catalog, community, "2024-06-30", values(catalog, 1))
    record(catalog, community, "2024-10-31", values(catalog, 2))
    record(catalog, community, "2025-06-30", values(catalog, 5))
    record(catalog, community, "2025-10-31", values(catalog, 3))
    (one,) = overview.compared(catalog, TODAY)
    assert one.latest
    assert one.before
    assert (one.latest.assessed_on, one.before.assessed_on) == ("2025-10-31", "2024-10-31")
    assert (one.level, one.moved, one.gained) == ("3", 1, 1)
    assert overview.movement([one]) == {"naik": 1, "tetap": 0, "turun": 0}
    assert overview.distribution([one])["3"] == (1, 0)
    assert overview.distribution([one])["2"] == (0, 1)


def test_a_community_of_less_than_six_months_is_not_assessed_whatever_was_recorded(
    catalog: Catalog, community: int
) -> None:
    record(catalog, community, "2026-10-31", values(catalog, 4))
    for founded, young in (("2026-05-27", True), ("2026-05-26", False), (None, False), ("tidak tahu", False)):
        catalog.db.execute("UPDATE community SET founded = ?", [founded])
        (one,) = overview.compared(catalog, TODAY)
        assert (one.young, one.level) == (young, "belum_dinilai" if young else "4")


def test_what_was_never_assessed_has_no_movement_and_stands_last(catalog: Catalog, community: int) -> None:
    catalog.db.execute("INSERT INTO community (name, unit) VALUES ('A tanpa penilaian', 'DINKES')")
    record(catalog, community, "2025-10-31", values(catalog, 2))
    record(catalog, community, "2026-10-31", values(catalog, 2))
    for order in ("gerak", "level", "total", "tidak ada"):
        found = overview.wanted(overview.compared(catalog, TODAY), Wanted(order=order))
        assert [one.moved for one in found] == [0, None]
    assert overview.kinds(found) == ["badan", "dinas"]
    head, first, last = overview.rows(found)
    assert len(head) == len(first) == len(last)
    assert last[3:9] == ["", "belum dinilai", "", "", "", ""]
