import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import communities
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.assessment import appraisal_evidence, appraisal_steps, followups, objections, panel
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal, instrument_of, with_key
from programme.maturity.history import final_values
from programme.maturity.scoring import score
from tests.programme.appraising import ROLES, People, all_at, claim, copied, decided, file, known, prepared, refused


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("katalog") / "data", decided)


@pytest.fixture
def catalog(ready: Path, tmp_path: Path) -> Iterator[Catalog]:
    with closing(copied(ready, tmp_path / "data")) as opened:
        yield opened


def last_day(appraisal: Appraisal) -> date:
    assert appraisal.objection_until is not None
    return appraisal.objection_until


def assessed(catalog: Catalog) -> list[dict[str, object]]:
    return list(catalog.db.query("SELECT level, total, appraisal, assessor, evidence, assessed_on FROM assessment"))


def test_only_the_head_of_the_unit_objects_once_and_in_time(catalog: Catalog, who: People, made: Appraisal) -> None:
    until = last_day(made)
    for name in ("ketua", "mentor", "verifikator", "panelis", "juri", "admin"):
        with refused("tidak dapat Anda ambil"):
            objections.object_to(catalog, who[name], made.key, "Keliru.", until)
    with refused("tidak dapat Anda ambil"):
        objections.object_to(catalog, who["kepala"], made.key, "Terlambat.", until + timedelta(days=1))
    with refused("apa yang tidak tepat"):
        objections.object_to(catalog, who["kepala"], made.key, " ", until)
    objections.object_to(catalog, who["kepala"], made.key, "Notulen semester dua terlewat.", until)
    with refused("tidak dapat Anda ambil"):
        objections.object_to(catalog, who["kepala"], made.key, "Sekali lagi.", until)


def test_the_panel_keeps_its_decision_and_the_appraisal_is_final(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    objections.object_to(catalog, who["kepala"], made.key, "Notulen terlewat.")
    for name in ("kepala", "admin", "juri", "verifikator"):
        with refused("tidak dapat Anda ambil"):
            objections.answer(catalog, who[name], made.key, "Tetap.", {})
    with refused("alasan jawaban"):
        objections.answer(catalog, who["panelis"], made.key, "", {})
    objections.answer(catalog, who["panelis"], made.key, "Notulen itu sudah dihitung.", {})
    told = objections.of(catalog, made)
    assert told is not None
    assert (told.answer, told.answered_by) == ("Notulen itu sudah dihitung.", "Panelis Contoh")
    assert with_key(catalog, made.key).state == "final"
    assert [row["level"] for row in assessed(catalog)] == [3]


def test_the_panel_changes_values_for_an_objection(catalog: Catalog, who: People, made: Appraisal) -> None:
    objections.object_to(catalog, who["kepala"], made.key, "Notulen terlewat.")
    with refused("2, 3, 4"):
        objections.answer(catalog, who["panelis"], made.key, "Diterima.", {"5.1": Entry(5)})
    objections.answer(catalog, who["panelis"], made.key, "Diterima.", all_at(5, "1.2") | all_at(3, "3.3"))
    line = appraisal_steps.sheet(catalog, with_key(catalog, made.key))
    assert (line["1.2"].changed is not None, line["3.3"].changed) == (True, None)
    (row,) = assessed(catalog)
    assert row["total"] == str(Fraction(3) + Fraction(15, 100) * Fraction(2, 3))


def test_without_an_objection_it_is_final_once_the_time_has_passed(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    assert objections.close_due(catalog, last_day(made), "uji").closed == ()
    assert [one.key for one in objections.close_due(catalog, last_day(made) + timedelta(days=1), "uji").closed] == [
        made.key
    ]
    assert objections.close_due(catalog, last_day(made) + timedelta(days=1), "uji").closed == ()
    assert assessed(catalog) == [
        {
            "level": 3,
            "total": "3",
            "appraisal": made.id,
            "assessor": "Panel BPSDM (1 anggota, 1 juri tamu)",
            "evidence": "23 dari 23 indikator bernilai, 5 berkas bukti, diverifikasi pendamping lain,"
            " kesepakatan penilai (kappa) 0,00",
            "assessed_on": made.decided,
        }
    ]


def test_an_objection_that_waits_for_its_answer_keeps_it_open(catalog: Catalog, who: People, made: Appraisal) -> None:
    objections.object_to(catalog, who["kepala"], made.key, "Notulen terlewat.")
    assert objections.close_due(catalog, last_day(made) + timedelta(days=99), "uji").closed == ()


def test_what_is_final_gives_the_badge_and_the_advice_for_the_next_level(
    closed: tuple[Catalog, Appraisal, People],
) -> None:
    catalog, made, _ = closed
    found = communities.maturity(catalog, made.name)
    assert found is not None
    assert (found.level, found.instrument) == (3, made.instrument)
    advised = dict(catalog.db.execute("SELECT indicator, text FROM advice"))
    assert advised["5.1"].startswith("Menuju level 4 (gerbang): naikkan Jangkauan pegawai dari 3 ke ")


def test_a_day_on_which_there_is_an_assessment_already_is_no_day_of_decision(
    catalog: Catalog, community: int, who: People, made: Appraisal
) -> None:
    catalog.db.execute(
        "INSERT INTO assessment (community, level, assessed_on, assessor, evidence, instrument)"
        " VALUES (?, 2, ?, 'a', 'b', ?)",
        [community, date.today().isoformat(), made.instrument],
    )
    with refused("sudah punya penilaian bertanggal"):
        panel.check_score(catalog, made, date.today().isoformat())


def test_one_that_cannot_be_closed_is_told_and_the_others_are(
    catalog: Catalog, community: int, made: Appraisal
) -> None:
    catalog.db.execute(
        "INSERT INTO assessment (community, level, assessed_on, assessor, evidence, instrument)"
        " VALUES (?, 2, ?, 'a', 'b', ?)",
        [community, made.decided, made.instrument],
    )
    done = objections.close_due(catalog, date(2999, 1, 1), "uji")
    assert (done.closed, [one.key for one, _ in done.failed]) == ((), [made.key])
    assert "bertanggal" in done.failed[0][1]
    assert with_key(catalog, made.key).state == "keberatan"


@pytest.fixture(scope="module")
def closed(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalog, Appraisal, People]]:
    """An appraisal that is final, for tests that find no way to change it."""
    with closing(copied(ready, tmp_path_factory.mktemp("katalog") / "data")) as catalog:
        (made,) = objections.close_due(catalog, date(2999, 1, 1), "uji").closed
        yield catalog, with_key(catalog, made.key), known(catalog)


ATTACKS = (
    "INSERT INTO appraisal_value (appraisal, indicator, stage, rater, value, at)"
    " VALUES (1, '1.2', 'keberatan', 9, 5, 1)",
    "INSERT OR REPLACE INTO appraisal_value SELECT * FROM appraisal_value WHERE id = 1",
    "UPDATE appraisal_value SET value = 5",
    "UPDATE OR REPLACE appraisal_value SET reason = 'x'",
    "DELETE FROM appraisal_value",
    "INSERT INTO evidence (appraisal, indicator, level, attachment, day, note)"
    " VALUES (1, '1.2', 5, 1, '2026-01-01', '')",
    "UPDATE evidence SET level = 5",
    "DELETE FROM evidence",
    "INSERT INTO objection (appraisal, account, text, at) VALUES (1, 1, 'x', 1)",
    "UPDATE appraisal SET state = 'panel'",
    "UPDATE appraisal SET instrument = '1', closed = 0",
    "DELETE FROM appraisal",
    "UPDATE assessment SET level = 5",
    "UPDATE assessment SET appraisal = NULL",
    "DELETE FROM assessment",
    "DELETE FROM attachment",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_statement_changes_what_is_final(closed: tuple[Catalog, Appraisal, People], attack: str) -> None:
    catalog, _, _ = closed
    before = dumped(catalog)
    with pytest.raises(sqlite3.DatabaseError):
        catalog.db.execute(attack)
    assert dumped(catalog) == before


def test_a_loaded_assessment_does_not_take_the_place_of_what_was_appraised(
    closed: tuple[Catalog, Appraisal, People],
) -> None:
    catalog, made, _ = closed
    before = dumped(catalog)
    for way in ("INSERT", "INSERT OR REPLACE"):
        catalog.db.execute(
            f"{way} INTO assessment (community, level, assessed_on, assessor, evidence, instrument)"
            " VALUES (?, 5, ?, 'lain', 'lain', ?)",
            [made.community, made.decided, made.instrument],
        )
    assert dumped(catalog) == before


def dumped(catalog: Catalog) -> list[list[dict[str, object]]]:
    tables = ("appraisal", "appraisal_value", "evidence", "objection", "assessment", "advice")
    return [list(catalog.db.query(f"SELECT * FROM {table}")) for table in tables]


ONE = all_at(5, "1.2", reason="x")
STEPS: dict[str, Callable[[Catalog, Account, str], None]] = {
    "save_own": lambda catalog, account, key: appraisal_steps.save_own(catalog, account, key, ONE),
    "submit": appraisal_steps.submit,
    "evidence": lambda *one: appraisal_evidence.add(*one, claim(), file(one[0])),
    "save_verified": lambda *one: appraisal_steps.save_verified(*one, ONE),
    "finish": appraisal_steps.finish_verification,
    "name": lambda *one: panel.name_jurors(*one, ["panelis", "juri"]),
    "rate": lambda *one: panel.save_rating(*one, ONE),
    "close": panel.close_rating,
    "save": lambda *one: panel.save_decision(*one, ONE),
    "decide": panel.decide,
    "object": lambda *one: objections.object_to(*one, "x"),
    "answer": lambda *one: objections.answer(*one, "x", ONE),
}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(sorted(ROLES))), min_size=1, max_size=8))
def test_whatever_is_tried_afterwards_a_final_appraisal_stays_and_scores_the_same(
    closed: tuple[Catalog, Appraisal, People], tried: list[tuple[str, str]]
) -> None:
    catalog, made, who = closed
    before = dumped(catalog)
    for step, login in tried:
        with pytest.raises(RujukanError):
            STEPS[step](catalog, who[login], made.key)
    assert dumped(catalog) == before
    values = final_values(catalog, made.id)
    assert str(score(instrument_of(catalog, made), values).total) == assessed(catalog)[0]["total"]


def test_an_officer_says_what_was_done_about_a_piece_of_advice(
    closed: tuple[Catalog, Appraisal, People],
) -> None:
    catalog, made, who = closed
    first = followups.of(catalog, made)[0]
    for name in ("kepala", "verifikator", "admin", "asn"):
        with pytest.raises(NotFoundError):
            followups.close(catalog, who[name], made.key, first.id, "Selesai.")
    with pytest.raises(NotFoundError):
        followups.close(catalog, who["ketua"], made.key, 999, "Selesai.")
    with refused("apa yang sudah dilakukan"):
        followups.close(catalog, who["ketua"], made.key, first.id, " ")
    followups.close(catalog, who["ketua"], made.key, first.id, "Dua pertemuan terbuka.", date(2027, 2, 1))
    done = followups.of(catalog, made)[0]
    assert (done.closed_on, done.note) == ("2027-02-01", "Dua pertemuan terbuka.")
    with refused("sudah dicatat"):
        followups.close(catalog, who["ketua"], made.key, first.id, "Lagi.")


@pytest.mark.parametrize(
    ("level", "missing", "asked"), [(3, ("7.1", "7.2"), {"7.1", "7.2"}), (4, ("5.1", "2.2"), {"5.1"})]
)
def test_advice_asks_for_the_data_without_which_the_next_level_is_not_reached(
    catalog: Catalog, made: Appraisal, level: int, missing: tuple[str, ...], asked: set[str]
) -> None:
    instrument = instrument_of(catalog, made)
    followups.give(catalog, made, instrument, dict.fromkeys(instrument.indicators, level) | dict.fromkeys(missing))
    found = {one.indicator for one in followups.of(catalog, made) if one.text.startswith("Lengkapi data")}
    assert found == asked
