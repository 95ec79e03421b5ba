"""A self-assessment that its verifier sends back: why, to whom, and what stays."""

import sqlite3
from datetime import date

import pytest

from catalog.database import Catalog
from catalog.errors import NotFoundError
from programme.assessment import (
    appraisal_evidence,
    appraisal_sheet,
    appraisal_steps,
    juries,
    objections,
    returning,
)
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal, with_key
from programme.standing import standing
from tests.programme.appraising import (
    HUMAN,
    PROPOSED,
    People,
    all_at,
    begun,
    claim,
    computed,
    decided,
    file,
    people,
    refused,
    submitted,
    verified,
)

WHY = "Bukti indikator 1.2 tidak terbaca."


@pytest.fixture
def who(catalog: Catalog, community: int) -> People:
    return people(catalog, community)


@pytest.fixture
def made(catalog: Catalog, community: int, who: People) -> Appraisal:
    """An appraisal that was submitted, and verified as far as the first two indicators."""
    computed(catalog, community)
    made = begun(catalog, community)
    submitted(catalog, who, made.key)
    moved = {"1.2": Entry(4, "notulen tiap triwulan"), "2.1": Entry(3), "1.3": Entry(4, "terlihat")}
    appraisal_steps.save_verified(catalog, who["verifikator"], made.key, moved)
    return made


def returned(catalog: Catalog, who: People, made: Appraisal) -> None:
    returning.send_back(catalog, who["verifikator"], made.key, WHY)


def verified_of(catalog: Catalog, made: Appraisal) -> set[str]:
    return {code for code, line in appraisal_steps.sheet(catalog, made).items() if line.verified}


def test_officers_find_their_values_their_evidence_and_the_reason(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    returned(catalog, who, made)
    now = with_key(catalog, made.key)
    ketua = who["ketua"]
    seen = appraisal_sheet.sheet(catalog, ketua, now, standing(catalog, ketua, made.community))
    assert (now.state, seen.turns) == ("mandiri", {"isi"})
    assert seen.returned is not None
    assert (seen.returned.reason, seen.returned.name) == (WHY, "Verifikator Contoh")
    assert {code for code, line in seen.lines.items() if line.own} == {*HUMAN, *PROPOSED}
    assert len(seen.evidence) == len(HUMAN)
    assert {line.verified for line in seen.lines.values()} == {None}  # what a verifier thought is not theirs to see yet


def test_history_tells_each_return_with_its_reason(catalog: Catalog, who: People, made: Appraisal) -> None:
    returned(catalog, who, made)
    appraisal_steps.submit(catalog, who["ketua"], made.key)
    returning.send_back(catalog, who["verifikator"], made.key, "Masih belum.")
    done = appraisal_sheet.history(catalog, with_key(catalog, made.key))
    assert [(one.name, one.reason) for one in done if one.action == "mandiri"] == [
        ("Verifikator Contoh", WHY),
        ("Verifikator Contoh", "Masih belum."),
    ]


def test_officers_are_told_and_after_the_next_submission_verifiers_are(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    def told() -> list[tuple[int, str]]:
        rows = catalog.db.execute("SELECT account, kind FROM notice WHERE read IS NULL").fetchall()
        catalog.db.execute("UPDATE notice SET read = 1")
        return [(account, kind) for account, kind in rows]

    told()
    returned(catalog, who, made)
    assert told() == [(who["ketua"].id, "penilaian_dikembalikan")]
    appraisal_steps.submit(catalog, who["ketua"], made.key)
    assert told() == [(who["verifikator"].id, "penilaian_giliran")]


def test_a_reason_is_needed_and_only_whose_turn_it_is_returns(catalog: Catalog, who: People, made: Appraisal) -> None:
    with refused("Tuliskan apa yang perlu diperbaiki"):
        returning.send_back(catalog, who["verifikator"], made.key, " \n ")
    for login, account in who.items():
        if login == "verifikator":
            continue
        expected = pytest.raises(NotFoundError) if login == "asn" else refused("tidak dapat Anda ambil")
        with expected:
            returning.send_back(catalog, account, made.key, WHY)
    assert with_key(catalog, made.key).state == "verifikasi"


def test_nothing_is_returned_once_the_panel_has_begun(catalog: Catalog, who: People, made: Appraisal) -> None:
    verified(catalog, who, made.key)
    with refused("berpindah tahap"):
        returned(catalog, who, made)
    assert with_key(catalog, made.key).state == "panel"


def test_what_the_community_changes_is_verified_anew_and_the_rest_stays_verified(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    returned(catalog, who, made)
    appraisal_steps.save_own(catalog, who["ketua"], made.key, all_at(3, *HUMAN, *PROPOSED))  # as they were
    appraisal_steps.submit(catalog, who["ketua"], made.key)
    assert verified_of(catalog, made) == {"1.2", "1.3", "2.1"}
    returned(catalog, who, made)
    appraisal_steps.save_own(catalog, who["ketua"], made.key, {"2.1": Entry(2)})
    appraisal_evidence.add(catalog, who["ketua"], made.key, claim("1.2"), file(catalog, "berkas lain"))
    appraisal_steps.submit(catalog, who["ketua"], made.key)
    assert verified_of(catalog, made) == {"1.3"}


def test_what_is_computed_is_kept_anew_with_the_next_submission(catalog: Catalog, community: int, who: People) -> None:
    computed(catalog, community, but="2.3")
    made = begun(catalog, community)
    submitted(catalog, who, made.key)
    assert appraisal_steps.sheet(catalog, made)["2.3"].proposal is None
    appraisal_steps.save_verified(catalog, who["verifikator"], made.key, {"2.3": Entry(3), "2.1": Entry(3)})
    returned(catalog, who, made)
    computed(catalog, community, only="2.3")
    appraisal_steps.submit(catalog, who["ketua"], made.key)
    assert appraisal_steps.sheet(catalog, with_key(catalog, made.key))["2.3"].proposal == 3
    assert verified_of(catalog, made) == {"2.1"}


def test_who_returned_it_is_no_juror_of_it(catalog: Catalog, who: People, made: Appraisal) -> None:
    returned(catalog, who, made)
    catalog.db.execute("UPDATE role_grant SET role = 'panel', unit = NULL WHERE account = ?", [who["verifikator"].id])
    catalog.db.execute("DELETE FROM appraisal_value WHERE stage = 'verifikasi'")
    assert {seat.login for seat in juries.eligible(catalog, made)} == {"panelis", "juri"}


def test_why_it_was_returned_never_changes_once_it_is_final(catalog: Catalog, community: int, who: People) -> None:
    made = decided(catalog, who, community)
    row = [made.id, who["verifikator"].id]
    insert = "INSERT INTO appraisal_return (appraisal, account, reason, at) VALUES (?, ?, 'x', 1)"
    catalog.db.execute(insert, row)
    objections.close_due(catalog, date(2030, 1, 1), "uji")
    assert with_key(catalog, made.key).state == "final"
    for sql, values in (
        (insert, row),
        ("UPDATE appraisal_return SET reason = 'y'", []),
        ("DELETE FROM appraisal_return", []),
    ):
        with pytest.raises(sqlite3.IntegrityError, match="final"):
            catalog.db.execute(sql, values)
