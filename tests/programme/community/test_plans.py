from datetime import date

import pytest

from catalog import accounts, attachments, originals
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.community import communities, meetings, plans
from programme.community.communities import Community, Decree, Paper
from programme.community.meetings import Said
from programme.community.plans import Plan

TODAY = date(2026, 11, 26)


@pytest.fixture
def bpad(catalog: Catalog, community: int) -> Community:
    return communities.with_id(catalog, community)


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    return accounts.add(catalog, "siti", "Siti", None, by="uji")


def paper(catalog: Catalog, text: str) -> Paper:
    file = catalog.folder.root / "kertas.pdf"
    file.write_text(text)
    return originals.take(catalog.folder, file), "Kertas.pdf"


def planned(catalog: Catalog, community: Community, *items: tuple[str, str]) -> Plan:
    for item in items:
        plans.add_item(catalog, community, 2026, item, by="uji")
    return plans.plan(catalog, community.id, 2026)


def test_progress_is_counted_by_quarter(catalog: Catalog, bpad: Community) -> None:
    one, two, _ = planned(catalog, bpad, ("1", "Bedah KAK"), ("1", "Tulis SOP"), ("3", "Bedah KIB")).items
    plans.carry_out(catalog, bpad, one.id, ("2026-02-01", ""), by="uji", today=TODAY)
    assert plans.plan(catalog, bpad.id, 2026).by_quarter() == {1: (2, 1), 2: (0, 0), 3: (1, 0), 4: (0, 0)}
    plans.carry_out(catalog, bpad, two.id, ("2026-03-01", ""), by="uji", today=TODAY)
    plans.carry_out(catalog, bpad, one.id, ("", ""), by="uji", today=TODAY)
    assert plans.plan(catalog, bpad.id, 2026).done == 1
    assert plans.years(catalog, bpad.id) == [2026]


def test_an_activity_names_the_meeting_that_carried_it_out(catalog: Catalog, bpad: Community) -> None:
    (item,) = planned(catalog, bpad, ("1", "Bedah KAK")).items
    key = meetings.create(catalog, bpad, Said("2026-02-01", "09:00", "10:00", "luring", "Aula", "KAK"), by="uji")
    plans.carry_out(catalog, bpad, item.id, ("2026-02-01", key), by="uji", today=TODAY)
    assert plans.plan(catalog, bpad.id, 2026).items[0].meeting == key
    with pytest.raises(NotFoundError):
        plans.carry_out(catalog, bpad, item.id, ("2026-02-01", "tidakada"), by="uji", today=TODAY)


def test_nothing_is_carried_out_on_a_day_to_come(catalog: Catalog, bpad: Community) -> None:
    (item,) = planned(catalog, bpad, ("4", "Bedah KAK")).items
    with pytest.raises(RujukanError, match="belum tiba"):
        plans.carry_out(catalog, bpad, item.id, ("2026-11-27", ""), by="uji", today=TODAY)


def test_what_was_promised_in_a_signed_plan_stays(catalog: Catalog, bpad: Community, siti: Account) -> None:
    one, two = planned(catalog, bpad, ("1", "Bedah KAK"), ("2", "Tulis SOP")).items
    plans.remove_item(catalog, bpad, one.id, by="uji")
    plans.sign(catalog, bpad, 2026, ("Kepala Badan", "2026-01-05"), None, by=siti)
    with pytest.raises(RujukanError, match="sudah ditandatangani"):
        plans.remove_item(catalog, bpad, two.id, by="uji")
    assert [one.activity for one in plans.plan(catalog, bpad.id, 2026).items] == ["Tulis SOP"]


def test_a_new_paper_takes_the_place_of_the_old_one_and_none_leaves_it(
    catalog: Catalog, bpad: Community, siti: Account
) -> None:
    said = ("Kepala Badan", "2026-01-05")
    plans.sign(catalog, bpad, 2026, said, paper(catalog, "satu"), by=siti)
    first = plans.plan(catalog, bpad.id, 2026).attachment
    assert first
    old = attachments.with_id(catalog, first)
    plans.sign(catalog, bpad, 2026, said, paper(catalog, "dua"), by=siti)
    plans.sign(catalog, bpad, 2026, said, None, by=siti)
    kept = plans.plan(catalog, bpad.id, 2026)
    assert kept.attachment not in (None, first)
    with pytest.raises(NotFoundError):
        attachments.with_id(catalog, first)
    assert not originals.place_of(catalog.folder, old.sha256).exists()


@pytest.mark.parametrize("item", [("5", "Bedah"), ("1", " "), ("", "Bedah")])
def test_an_activity_needs_a_quarter_and_words(catalog: Catalog, bpad: Community, item: tuple[str, str]) -> None:
    with pytest.raises(RujukanError):
        plans.add_item(catalog, bpad, 2026, item, by="uji")
    with pytest.raises(RujukanError):
        plans.add_item(catalog, bpad, 1999, ("1", "Bedah"), by="uji")


def test_a_decree_is_recorded_with_its_paper(catalog: Catalog, bpad: Community, siti: Account) -> None:
    said = Decree("Keputusan Kepala Nomor 1 Tahun 2026", "2026-01-05", "2027-12-31", "2025-06-01")
    communities.change(catalog, bpad, said, paper(catalog, "SK"), by=siti)
    now = communities.with_id(catalog, bpad.id)
    assert (now.decree, now.decree_valid_to, now.founded) == (said.title, "2027-12-31", "2025-06-01")
    assert attachments.with_id(catalog, now.decree_file or 0).name == "Kertas.pdf"
    with pytest.raises(RujukanError, match="berakhir sebelum mulai"):
        communities.change(catalog, bpad, Decree("SK", "2026-01-05", "2025-12-31", ""), None, by=siti)


def test_themes_are_lines_with_the_goals_that_they_serve(catalog: Catalog, bpad: Community) -> None:
    lines = "Penghapusan; IKU 2\nPenghapusan; IKU 1\n\nFasos fasum\nPenghapusan"
    communities.set_themes(catalog, bpad, lines, by="uji")
    now = communities.with_id(catalog, bpad.id)
    assert now.themes == ("Penghapusan", "Fasos fasum")
    assert communities.goals(catalog, bpad.id) == {"Penghapusan": ["IKU 1", "IKU 2"]}
    said = communities.as_lines(now, communities.goals(catalog, bpad.id))
    assert said == "Penghapusan; IKU 1\nPenghapusan; IKU 2\nFasos fasum"
    communities.set_themes(catalog, now, said, by="uji")
    assert communities.with_id(catalog, bpad.id) == now
