from datetime import date

import pytest

from catalog import communities as stored
from catalog.database import Catalog
from catalog.errors import NotFoundError
from programme.community import communities

TODAY = date(2026, 11, 26)
TOML = """
[[community]]
name = "Komunitas Pembelajar BPAD"
unit = "BPAD"
decree = "Keputusan Kepala Nomor 9901 Tahun 2025"
decree_valid_to = "2026-11-26"
themes = ["Penghapusan", "Fasos fasum"]
[[community.assessment]]
level = 2
assessed_on = "2024-10-31"
assessor = "Tim"
evidence = "SK"
instrument = "1"
[[community.assessment]]
level = 3
assessed_on = "2025-10-31"
assessor = "Panel"
evidence = "SK"
instrument = "1"
[[community]]
name = "Komunitas Pembelajar Dinkes"
unit = "DINKES"
"""


@pytest.fixture
def known(catalog: Catalog) -> Catalog:
    with catalog.writing():
        stored.load_toml(catalog, TOML)
    return catalog


def enrol(catalog: Catalog, community: int, names: list[str], until: str | None = None) -> None:
    for name in names:
        catalog.db.execute(
            "INSERT INTO community_member (community, name, role, valid_from, valid_until)"
            " VALUES (?, ?, 'anggota', '2025-01-01', ?)",
            [community, name, until],
        )


def meet(catalog: Catalog, community: int, day: str, cancelled: int = 0) -> None:
    catalog.db.execute(
        "INSERT INTO meeting (key, community, starts, ends, mode, place, topic, cancelled)"
        " VALUES (?, ?, ?, ?, 'luring', 'Aula', 'Topik', ?)",
        [f"{day}{cancelled}", community, f"{day}T09:00", f"{day}T11:00", cancelled],
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["BPAD", "Dinkes"]),
        ("dinas kesehatan", ["Dinkes"]),
        ("FASOS penghapusan", ["BPAD"]),
        ("bpad", ["BPAD"]),
        ("zzz", []),
    ],
)
def test_a_filter_looks_into_names_units_and_themes(known: Catalog, text: str, names: list[str]) -> None:
    found = communities.listing(known, text, TODAY)
    assert [one.community.name.removeprefix("Komunitas Pembelajar ") for one in found] == names


def test_the_list_tells_the_latest_assessment_and_none_where_there_was_none(known: Catalog) -> None:
    bpad, dinkes = communities.listing(known, today=TODAY)
    assert bpad.maturity
    assert (bpad.maturity.level, bpad.maturity.name, bpad.maturity.assessor) == (3, "Terstandar", "Panel")
    assert dinkes.maturity is None


def test_fewer_than_five_members_are_not_counted_and_those_who_left_are_none(known: Catalog) -> None:
    enrol(known, 1, ["Ani", "Budi", "Cici", "Dedi"])
    enrol(known, 1, ["Eka"], until="2026-11-25")
    assert communities.listing(known, today=TODAY)[0].members is None
    enrol(known, 1, ["Fani"], until="2026-11-26")
    assert communities.listing(known, today=TODAY)[0].members == 5


def test_the_last_meeting_is_one_that_was_held(known: Catalog) -> None:
    meet(known, 1, "2026-09-01")
    meet(known, 1, "2026-10-01", cancelled=1)
    meet(known, 1, "2026-12-01")
    assert [one.last_meeting for one in communities.listing(known, today=TODAY)] == ["2026-09-01", None]


def test_a_decree_holds_on_its_last_day_and_not_after_it(known: Catalog) -> None:
    bpad, dinkes = (communities.with_id(known, number) for number in (1, 2))
    assert bpad.decree_state(TODAY) == "berlaku"
    assert bpad.decree_state(date(2026, 11, 27)) == "berakhir"
    assert dinkes.decree_state(TODAY) == "tanpa"


@pytest.mark.parametrize("number", [0, 3, -1, 2**63])
def test_an_absent_community_is_not_found(known: Catalog, number: int) -> None:
    with pytest.raises(NotFoundError):
        communities.with_id(known, number)
