from datetime import date

import pytest

from catalog import communities, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.assessment.appraisals import instrument_of, listing, opened, with_key
from programme.assessment.cycles import may_open, open_cycle
from programme.maturity import instrument as instruments
from tests.programme.appraising import begun, people


def founded(catalog: Catalog, community: int, day: str | None) -> None:
    catalog.db.execute("UPDATE community SET founded = ? WHERE id = ?", [day, community])


def test_a_cycle_opens_one_appraisal_for_each_community_and_twice_is_once(catalog: Catalog, community: int) -> None:
    with catalog.writing():
        communities.community_id(catalog, "Komunitas Pembelajar Dinkes", "DINKES")
    names = ("Komunitas Pembelajar BPAD", "Komunitas Pembelajar Dinkes")
    first = open_cycle(catalog, 2026, by="uji")
    assert (first.opened, first.known, first.too_young) == (names, (), ())
    assert open_cycle(catalog, 2026, by="uji").known == names
    assert [(one.name, one.state, one.cutoff) for one in listing(catalog)] == [
        (n, "mandiri", "2026-10-31") for n in names
    ]
    assert open_cycle(catalog, 2026, light=True, community=community, by="uji").opened == names[:1]


@pytest.mark.parametrize(
    ("day", "young"),
    [("2026-05-01", True), ("2026-04-30", False), ("2026-11-20", True), (None, False), ("lama", False)],
)
def test_a_community_younger_than_six_months_at_the_cutoff_is_not_assessed_yet(
    catalog: Catalog, community: int, day: str | None, young: bool
) -> None:
    founded(catalog, community, day)
    cycle = open_cycle(catalog, 2026, by="uji")
    assert (cycle.too_young, cycle.opened) == ((cycle.too_young or cycle.opened, ()) if young else ((), cycle.opened))


def test_where_the_day_of_founding_is_not_recorded_that_of_the_decree_counts(catalog: Catalog, community: int) -> None:
    catalog.db.execute("UPDATE community SET decree_date = '2026-08-01' WHERE id = ?", [community])
    assert open_cycle(catalog, 2026, by="uji").too_young


@pytest.mark.parametrize(("light", "quarter"), [(False, "2026Q3"), (True, "2026Q2")])
def test_what_was_computed_of_the_last_quarter_that_ended_counts(
    catalog: Catalog, community: int, light: bool, quarter: str
) -> None:
    assert str(begun(catalog, community, light=light).quarter) == quarter


def test_an_appraisal_keeps_the_instrument_that_it_was_opened_with(catalog: Catalog, community: int) -> None:
    made = begun(catalog, community)
    before = instruments.in_force(catalog)
    text = next(iter(catalog.db.query("SELECT text FROM instrument")))["text"]
    newer = text.replace(f'version = "{before.version}"', 'version = "baru"')
    (catalog.folder.root / "instrumen.toml").write_text(newer, encoding="utf8")
    assert instruments.in_force(catalog).version == "baru"
    assert instrument_of(catalog, with_key(catalog, made.key)) == before


@pytest.mark.parametrize("year", [1999, 2100])
def test_a_year_that_makes_no_sense_is_refused(catalog: Catalog, community: int, year: int) -> None:
    with pytest.raises(RujukanError, match=str(year)):
        open_cycle(catalog, year, by="uji")


def test_only_those_who_keep_the_programme_open_cycles(catalog: Catalog, community: int) -> None:
    who = people(catalog, community)
    assert {name for name, account in who.items() if may_open(catalog, account)} == {"panelis", "admin"}
    assert not may_open(catalog, None)


def test_the_records_are_open_to_those_who_have_to_do_with_the_community(catalog: Catalog, community: int) -> None:
    who, made = people(catalog, community), begun(catalog, community)
    for name, account in who.items():
        if name == "asn":
            with pytest.raises(NotFoundError):
                opened(catalog, account, made.key)
        else:
            assert opened(catalog, account, made.key)[0] == made
    for key in ("tidakada", ""):
        with pytest.raises(NotFoundError):
            opened(catalog, who["admin"], key)


def test_the_days_to_object_are_working_days(catalog: Catalog, community: int) -> None:
    made = begun(catalog, community)
    assert made.objection_until is None
    catalog.db.execute("UPDATE appraisal SET decided = '2026-12-18'")
    assert with_key(catalog, made.key).objection_until == date(2026, 12, 29)


def test_the_trail_tells_who_opened_it(catalog: Catalog, community: int) -> None:
    made = begun(catalog, community)
    (entry,) = [one for one in trail.latest(catalog, 9) if one.subject == made.key]
    assert (entry.actor, entry.action, entry.detail) == ("uji", "appraisal.open", {"year": 2026, "light": 0})
