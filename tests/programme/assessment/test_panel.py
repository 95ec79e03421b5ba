from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from catalog import accounts, grants
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.grants import Grant
from programme.assessment import appraisal_steps, appraisal_values, juries, panel
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal, with_key
from programme.maturity.history import final_values
from tests.programme.appraising import (
    HUMAN,
    PROPOSED,
    People,
    all_at,
    begun,
    computed,
    copied,
    prepared,
    rated,
    refused,
    submitted,
    verified,
)


def to_the_panel(catalog: Catalog, who: People, community: int) -> None:
    computed(catalog, community)
    key = begun(catalog, community).key
    submitted(catalog, who, key)
    verified(catalog, who, key)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("katalog") / "data", to_the_panel)


@pytest.fixture
def catalog(ready: Path, tmp_path: Path) -> Iterator[Catalog]:
    with closing(copied(ready, tmp_path / "data")) as opened:
        yield opened


def test_those_who_keep_the_programme_name_the_jurors(catalog: Catalog, who: People, made: Appraisal) -> None:
    for name in ("ketua", "kepala", "mentor", "verifikator", "juri"):
        with refused("tidak dapat Anda ambil"):
            panel.name_jurors(catalog, who[name], made.key, ["panelis", "juri"])
    with pytest.raises(NotFoundError):
        panel.name_jurors(catalog, who["asn"], made.key, ["panelis", "juri"])
    panel.name_jurors(catalog, who["panelis"], made.key, ["panelis", "juri"])
    assert [(seat.login, seat.guest) for seat in juries.seats(catalog, made)] == [("panelis", False), ("juri", True)]


@pytest.mark.parametrize(
    ("logins", "why"),
    [
        (["panelis"], "juri tamu"),
        (["juri"], "anggota panel"),
        ([], "anggota panel"),
        (["panelis", "juri", "verifikator"], "tidak boleh menilai"),
        (["panelis", "juri", "siapa"], "tidak boleh menilai"),
    ],
)
def test_a_panel_has_a_member_and_a_guest_and_nobody_else(
    catalog: Catalog, who: People, made: Appraisal, logins: list[str], why: str
) -> None:
    with refused(why):
        panel.name_jurors(catalog, who["admin"], made.key, logins)


def test_who_verified_is_no_juror_of_the_same_community(catalog: Catalog, who: People, made: Appraisal) -> None:
    grants.add(catalog, "verifikator", Grant("juri"), by="uji")
    grants.add(catalog, "ketua", Grant("juri"), by="uji")
    assert [seat.login for seat in juries.eligible(catalog, made)] == ["panelis", "juri"]


def test_one_who_belongs_to_a_community_does_not_choose_its_jurors(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    grants.add(catalog, "ketua", Grant("operator"), by="uji")
    with refused("tidak dapat Anda ambil"):
        panel.name_jurors(catalog, who["ketua"], made.key, ["panelis", "juri"])


def test_only_seated_jurors_rate(catalog: Catalog, who: People, made: Appraisal) -> None:
    accounts.add(catalog, "lain", "Lain", None, by="uji")
    grants.add(catalog, "lain", Grant("juri"), by="uji")
    panel.name_jurors(catalog, who["admin"], made.key, ["panelis", "juri"])
    for account in (who["admin"], accounts.named(catalog, "lain")):
        with refused("tidak dapat Anda ambil"):
            panel.save_rating(catalog, account, made.key, all_at(3, "1.2"))
    with refused("hanya boleh"):
        panel.save_rating(catalog, who["juri"], made.key, all_at(3, "5.1"))


def test_a_juror_closes_once_everything_is_rated_and_changes_nothing_after(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    panel.name_jurors(catalog, who["admin"], made.key, ["panelis", "juri"])
    with refused("belum Anda nilai"):
        panel.close_rating(catalog, who["juri"], made.key)
    panel.save_rating(catalog, who["juri"], made.key, all_at(4, *HUMAN, *PROPOSED))
    panel.close_rating(catalog, who["juri"], made.key)
    with refused("tidak dapat Anda ambil"):
        panel.save_rating(catalog, who["juri"], made.key, all_at(5, "1.2"))
    assert not juries.is_revealed(juries.seats(catalog, made))


def test_who_has_closed_keeps_the_seat_and_another_loses_it_with_all_they_gave(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    panel.name_jurors(catalog, who["admin"], made.key, ["panelis", "juri"])
    panel.save_rating(catalog, who["juri"], made.key, all_at(4, *HUMAN, *PROPOSED))
    panel.close_rating(catalog, who["juri"], made.key)
    panel.save_rating(catalog, who["panelis"], made.key, all_at(1, "1.2"))
    accounts.add(catalog, "lain", "Lain", None, by="uji")
    grants.add(catalog, "lain", Grant("panel"), by="uji")
    panel.name_jurors(catalog, who["admin"], made.key, ["lain"])
    assert {seat.login for seat in juries.seats(catalog, made)} == {"lain", "juri"}
    assert set(panel.ratings(appraisal_values.rows(catalog, made))) == {who["juri"].id}


def test_once_all_have_closed_the_median_is_proposed_and_no_juror_comes_in(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    rated(catalog, who, made.key)
    with refused("tidak dapat Anda ambil"):
        panel.name_jurors(catalog, who["admin"], made.key, ["panelis", "juri"])
    lines, given = appraisal_steps.sheet(catalog, made), appraisal_values.rows(catalog, made)
    proposed = panel.proposals(lines, given)
    assert (proposed["7.1"], proposed["1.2"], proposed["5.1"]) == (2, 3, 3)
    assert panel.kappa(given) == 0  # one rater gave the same level throughout


def test_a_member_of_the_panel_decides_and_says_why_where_it_differs(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    rated(catalog, who, made.key)
    for name in ("admin", "juri", "verifikator"):
        with refused("tidak dapat Anda ambil"):
            panel.decide(catalog, who[name], made.key)
    with refused("7.1 berbeda dari verifikasi"):
        panel.decide(catalog, who["panelis"], made.key)
    with refused("alasan"):
        panel.save_decision(catalog, who["panelis"], made.key, all_at(2, "7.1"))
    with refused("2, 3, 4"):
        panel.save_decision(catalog, who["panelis"], made.key, {"5.1": Entry(5, "yakin")})
    panel.save_decision(catalog, who["panelis"], made.key, {"7.1": Entry(2, "angka sebelum dan sesudah tidak ada")})
    panel.decide(catalog, who["panelis"], made.key)
    after = with_key(catalog, made.key)
    assert (after.state, after.decided is not None) == ("keberatan", True)
    assert final_values(catalog, after.id)["7.1"] == 2
    assert len(final_values(catalog, after.id)) == 23


def test_a_decision_before_all_have_closed_is_refused(catalog: Catalog, who: People, made: Appraisal) -> None:
    panel.name_jurors(catalog, who["admin"], made.key, ["panelis", "juri"])
    with refused("tidak dapat Anda ambil"):
        panel.decide(catalog, who["panelis"], made.key)


def test_what_has_no_value_at_all_amounts_to_no_decision(catalog: Catalog, community: int, who: People) -> None:
    computed(catalog, community, None, "2025Q3")
    key = begun(catalog, community, year=2025).key
    appraisal_steps.save_own(catalog, who["ketua"], key, all_at(None, *HUMAN, *PROPOSED, reason="belum ada"))
    appraisal_steps.submit(catalog, who["ketua"], key)
    lines = appraisal_steps.sheet(catalog, with_key(catalog, key))
    appraisal_steps.save_verified(catalog, who["verifikator"], key, all_at(None, *lines))
    appraisal_steps.finish_verification(catalog, who["verifikator"], key)
    panel.name_jurors(catalog, who["admin"], key, ["panelis", "juri"])
    for login in ("panelis", "juri"):
        panel.save_rating(catalog, who[login], key, all_at(None, *HUMAN, *PROPOSED))
        panel.close_rating(catalog, who[login], key)
    with refused("Tidak satu pun"):
        panel.decide(catalog, who["panelis"], key)
    assert with_key(catalog, key).state == "panel"
