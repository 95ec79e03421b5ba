"""Who sees what of an appraisal while it is being made, and what leaves as a table."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from catalog import communities
from catalog.database import Catalog
from programme.assessment import appraisal_export, appraisal_steps, cycles, panel
from programme.assessment.appraisal_desk import desk
from programme.assessment.appraisal_sheet import Sheet, history, sheet
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import listing, opened, with_key
from tests.programme.appraising import (
    HUMAN,
    PROPOSED,
    People,
    all_at,
    begun,
    computed,
    copied,
    prepared,
    submitted,
    verified,
)


def to_verification(catalog: Catalog, who: People, community: int) -> None:
    computed(catalog, community)
    submitted(catalog, who, begun(catalog, community).key)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("katalog") / "data", to_verification)


@pytest.fixture
def catalog(ready: Path, tmp_path: Path) -> Iterator[Catalog]:
    with closing(copied(ready, tmp_path / "data")) as opened_now:
        yield opened_now


@pytest.fixture
def key(catalog: Catalog) -> str:
    return listing(catalog)[0].key


def seen(catalog: Catalog, who: People, login: str, key: str) -> Sheet:
    return sheet(catalog, who[login], *opened(catalog, who[login], key))


def test_what_a_verifier_is_working_on_is_not_seen_by_the_community(catalog: Catalog, who: People, key: str) -> None:
    appraisal_steps.save_verified(catalog, who["verifikator"], key, {"1.2": Entry(1, "kurang bukti")})
    assert seen(catalog, who, "verifikator", key).lines["1.2"].verified is not None
    for login in ("ketua", "kepala", "mentor"):
        assert seen(catalog, who, login, key).lines["1.2"].verified is None
    verified(catalog, who, key)
    assert seen(catalog, who, "ketua", key).lines["1.2"].verified is not None


def test_nobody_sees_what_another_juror_gives_before_all_have_closed(catalog: Catalog, who: People, key: str) -> None:
    verified(catalog, who, key)
    panel.name_jurors(catalog, who["admin"], key, ["panelis", "juri"])
    panel.save_rating(catalog, who["juri"], key, all_at(4, *HUMAN, *PROPOSED))
    panel.close_rating(catalog, who["juri"], key)
    for login in ("panelis", "admin", "juri", "ketua", "verifikator"):
        told = seen(catalog, who, login, key)
        assert (told.ratings, told.kappa, told.proposed, told.score) == ((), None, {}, None)
        assert bool(told.mine) == (login == "juri")
    panel.save_rating(catalog, who["panelis"], key, all_at(3, *HUMAN, *PROPOSED))
    panel.close_rating(catalog, who["panelis"], key)
    assert [one["1.2"] for one in seen(catalog, who, "admin", key).ratings] == [3, 4]
    for login in ("ketua", "kepala", "mentor", "verifikator"):
        assert (seen(catalog, who, login, key).ratings, seen(catalog, who, login, key).jury) == ((), ())


def test_a_decision_is_seen_once_it_is_made(catalog: Catalog, who: People, key: str) -> None:
    verified(catalog, who, key)
    panel.name_jurors(catalog, who["admin"], key, ["panelis", "juri"])
    for login in ("panelis", "juri"):
        panel.save_rating(catalog, who[login], key, all_at(3, *HUMAN, *PROPOSED))
        panel.close_rating(catalog, who[login], key)
    panel.save_decision(catalog, who["panelis"], key, {"1.2": Entry(2, "tinjauan hanya sekali")})
    assert seen(catalog, who, "panelis", key).lines["1.2"].decided is not None
    assert seen(catalog, who, "juri", key).lines["1.2"].decided is None
    panel.decide(catalog, who["panelis"], key)
    told = seen(catalog, who, "ketua", key)
    assert told.score is not None
    assert (told.score.level, told.lines["1.2"].decided is not None) == (2, True)


def test_the_desk_lists_what_one_may_open_with_what_waits_first(catalog: Catalog, who: People, key: str) -> None:
    begun(catalog, 1, year=2025)
    waiting = {login: [sorted(one.turns) for one in desk(catalog, account)] for login, account in who.items()}
    assert waiting["ketua"] == [["isi"], []]
    assert waiting["verifikator"] == [["verifikasi"], []]
    assert waiting["admin"] == [[], []]
    assert waiting["asn"] == []


def test_the_history_tells_who_did_what(catalog: Catalog, who: People, key: str) -> None:
    verified(catalog, who, key)
    done = [(one.action, one.name) for one in history(catalog, with_key(catalog, key))]
    assert done[0] == ("open", "uji")
    assert ("verifikasi", "Ketua Contoh") in done
    assert done[-1] == ("panel", "Verifikator Contoh")


def test_a_table_holds_every_indicator_and_nothing_that_a_spreadsheet_computes(
    catalog: Catalog, who: People, key: str
) -> None:
    appraisal_steps.save_verified(catalog, who["verifikator"], key, {"1.2": Entry(1, '=HYPERLINK("http://x")')})
    told = seen(catalog, who, "verifikator", key)
    table = list(csv.DictReader(io.StringIO(appraisal_export.as_csv(told).decode("utf-8-sig"))))
    assert len(table) == 23
    row = next(row for row in table if row["indikator"] == "1.2")
    assert (row["mandiri"], row["verifikasi"], row["sistem"]) == ("3", "1", "")
    assert row["alasan verifikasi"] == '\'=HYPERLINK("http://x")'
    assert row["bukti"] == "Notulen bertanda tangan.pdf (level 3)"
    page = openpyxl.load_workbook(io.BytesIO(appraisal_export.as_workbook(told)))["Penilaian"]
    assert next(list(cells) for cells in page.iter_rows(values_only=True)) == list(appraisal_export.HEADS)
    assert not any(cell.data_type == "f" for cells in page.iter_rows() for cell in cells)


def test_a_cycle_counts_its_states_and_names_who_has_none(catalog: Catalog) -> None:
    with catalog.writing():
        communities.community_id(catalog, "Komunitas Pembelajar Dinkes", "DINKES")
        young = communities.community_id(catalog, "Komunitas Pembelajar BPSDM", "BPSDM")
        catalog.db.execute("UPDATE community SET founded = '2026-07-01' WHERE id = ?", [young])
    told = cycles.overview(catalog, 2026)
    assert told.states == {"verifikasi": 1}
    assert told.unopened == ("Komunitas Pembelajar Dinkes",)
    assert told.too_young == ("Komunitas Pembelajar BPSDM",)
    assert not cycles.overview(catalog, 2027).too_young
    assert cycles.known(catalog) == [(2026, False)]
