import pytest

from catalog import originals
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.assessment import appraisal_evidence, appraisal_steps
from programme.assessment.appraisal_evidence import Claim
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal, with_key
from tests.programme.appraising import (
    COMPUTED,
    HUMAN,
    PROPOSED,
    People,
    all_at,
    begun,
    claim,
    computed,
    file,
    people,
    refused,
    submitted,
    verified,
)


@pytest.fixture
def who(catalog: Catalog, community: int) -> People:
    return people(catalog, community)


@pytest.fixture
def made(catalog: Catalog, community: int, who: People) -> Appraisal:
    computed(catalog, community)
    return begun(catalog, community)


def test_only_an_officer_fills_in_the_self_assessment(catalog: Catalog, who: People, made: Appraisal) -> None:
    for name, account in who.items():
        if name == "ketua":
            continue
        expected = pytest.raises(NotFoundError) if name == "asn" else refused("tidak dapat Anda ambil")
        with expected:
            appraisal_steps.save_own(catalog, account, made.key, all_at(3, "1.2"))
        with pytest.raises(RujukanError):
            appraisal_steps.submit(catalog, account, made.key)
    appraisal_steps.save_own(catalog, who["ketua"], made.key, all_at(2, "1.2"))
    appraisal_steps.save_own(catalog, who["ketua"], made.key, all_at(3, "1.2"))
    own = appraisal_steps.sheet(catalog, made)["1.2"].own
    assert own is not None
    assert (own.value, own.name) == (3, "Ketua Contoh")


@pytest.mark.parametrize(
    ("code", "entry", "why"),
    [
        ("9.9", Entry(3), "tidak ada pada instrumen"),
        ("1.2", Entry(6), "hanya boleh"),
        ("1.2", Entry(None), "alasan"),
        ("5.1", Entry(3), "hanya boleh"),
        ("1.1", Entry(5, "ada DPA"), "2, 3, 4"),
        ("1.1", Entry(4), "alasan"),
        ("1.2", Entry(3, "x" * 1001), "1001"),
    ],
)
def test_a_community_cannot_say_of_itself_what_has_no_ground(
    catalog: Catalog, who: People, made: Appraisal, code: str, entry: Entry, why: str
) -> None:
    with refused(why):
        appraisal_steps.save_own(catalog, who["ketua"], made.key, {code: entry})
    assert appraisal_steps.sheet(catalog, made)["1.2"].own is None


def test_where_the_system_proposes_nothing_a_community_says_what_it_means(
    catalog: Catalog, community: int, who: People
) -> None:
    computed(catalog, community, None)
    made = begun(catalog, community)
    appraisal_steps.save_own(catalog, who["ketua"], made.key, {"7.3": Entry(5), "1.1": Entry(None, "SK belum ada")})


def test_two_or_more_needs_evidence_for_that_level(catalog: Catalog, who: People, made: Appraisal) -> None:
    ketua = who["ketua"]
    appraisal_steps.save_own(catalog, ketua, made.key, all_at(1, *HUMAN) | all_at(3, *PROPOSED))
    appraisal_steps.save_own(catalog, ketua, made.key, all_at(4, "1.2"))
    appraisal_evidence.add(catalog, ketua, made.key, claim("1.2", 3), file(catalog))
    with refused("1.2 bernilai 4"):
        appraisal_steps.submit(catalog, ketua, made.key)
    appraisal_evidence.add(catalog, ketua, made.key, claim("1.2", 4), file(catalog))
    appraisal_steps.submit(catalog, ketua, made.key)
    assert with_key(catalog, made.key).state == "verifikasi"


def test_an_incomplete_self_assessment_is_not_submitted_and_says_all_that_is_missing(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    assert len(appraisal_steps.problems(catalog, made)) == len(HUMAN) + len(PROPOSED)
    with refused("Dan 7 lagi"):
        appraisal_steps.submit(catalog, who["ketua"], made.key)


def test_what_is_computed_is_kept_as_the_self_assessment_is_submitted(
    catalog: Catalog, community: int, who: People
) -> None:
    made = begun(catalog, community)
    before = {code: line.proposal for code, line in appraisal_steps.sheet(catalog, made).items()}
    near = {code: Entry(before[code], "belum ada") for code in PROPOSED}
    appraisal_steps.save_own(catalog, who["ketua"], made.key, all_at(1, *HUMAN) | near)
    appraisal_steps.submit(catalog, who["ketua"], made.key)
    computed(catalog, community, 5)
    after = appraisal_steps.sheet(catalog, with_key(catalog, made.key))
    assert {code: line.proposal for code, line in after.items()} == before
    with refused("berpindah tahap"):
        appraisal_steps.save_own(catalog, who["ketua"], made.key, all_at(1, "1.2"))
    with refused("berpindah tahap"):
        appraisal_evidence.add(catalog, who["ketua"], made.key, claim(), file(catalog))


def test_a_proposal_that_moved_meanwhile_keeps_a_claim_from_being_submitted(
    catalog: Catalog, community: int, who: People
) -> None:
    made = begun(catalog, community)
    proposed = appraisal_steps.sheet(catalog, made)["1.1"].proposal
    appraisal_steps.save_own(catalog, who["ketua"], made.key, {"1.1": Entry(proposed)} | all_at(1, *HUMAN))
    computed(catalog, community, 5)
    with refused("1.1 lebih dari satu tingkat"):
        appraisal_steps.submit(catalog, who["ketua"], made.key)


def test_evidence_says_what_it_proves_and_who_brought_it(catalog: Catalog, who: People, made: Appraisal) -> None:
    appraisal_evidence.add(catalog, who["ketua"], made.key, claim(), file(catalog))
    (one,) = appraisal_evidence.of(catalog, made)
    assert (one.indicator, one.level, one.day, one.uploader) == ("1.2", 3, "2026-05-20", "Ketua Contoh")
    assert appraisal_evidence.with_number(catalog, made, one.id) == one
    appraisal_evidence.remove(catalog, who["ketua"], made.key, one.id)
    assert appraisal_evidence.of(catalog, made) == []
    assert not originals.place_of(catalog.folder, one.sha256).exists()


def test_evidence_of_another_appraisal_is_none_of_this_one(
    catalog: Catalog, community: int, who: People, made: Appraisal
) -> None:
    appraisal_evidence.add(catalog, who["ketua"], made.key, claim(), file(catalog))
    (one,) = appraisal_evidence.of(catalog, made)
    other = begun(catalog, community, light=True)
    with pytest.raises(NotFoundError):
        appraisal_evidence.with_number(catalog, other, one.id)
    told = set()
    for number in (one.id, 999_999):  # another's is as gone as what never was
        with pytest.raises(RujukanError) as gone:
            appraisal_evidence.remove(catalog, who["ketua"], other.key, number)
        told.add((gone.value.code, gone.value.message))
    assert told == {("moved_on", "Bukti itu tidak ada lagi; mungkin sudah ditarik.")}
    assert appraisal_evidence.of(catalog, made) == [one]


@pytest.mark.parametrize(
    "claimed",
    [
        Claim("5.1", "3", "2026-05-20", "x"),
        Claim("9.9", "3", "2026-05-20", "x"),
        Claim("1.2", "1", "2026-05-20", "x"),
        Claim("1.2", "", "2026-05-20", "x"),
        Claim("1.2", "3", "kemarin", "x"),
        Claim("1.2", "3", "2999-01-01", "x"),
        Claim("1.2", "3", "2026-05-20", " "),
    ],
)
def test_a_claim_that_says_too_little_is_refused(
    catalog: Catalog, who: People, made: Appraisal, claimed: Claim
) -> None:
    with pytest.raises(RujukanError):
        appraisal_evidence.add(catalog, who["ketua"], made.key, claimed, file(catalog))
    assert appraisal_evidence.of(catalog, made) == []


def test_only_a_mentor_of_others_verifies(catalog: Catalog, who: People, made: Appraisal) -> None:
    submitted(catalog, who, made.key)
    for name in ("ketua", "kepala", "mentor", "panelis", "juri", "admin"):
        with refused("tidak dapat Anda ambil"):
            appraisal_steps.save_verified(catalog, who[name], made.key, all_at(3, "1.2"))
    appraisal_steps.save_verified(catalog, who["verifikator"], made.key, all_at(3, "1.2"))


@pytest.mark.parametrize(
    ("code", "entry", "why"),
    [
        ("5.1", Entry(5, "angka lain"), "2, 3, 4"),
        ("5.1", Entry(1, "angka lain"), "2, 3, 4"),
        ("5.1", Entry(None, "angka lain"), "2, 3, 4"),
        ("1.1", Entry(5, "angka lain"), "2, 3, 4"),
        ("5.1", Entry(4), "alasan"),
        ("1.1", Entry(2), "alasan"),
        ("1.2", Entry(5), "alasan"),
    ],
)
def test_a_verifier_moves_what_is_computed_by_one_level_at_most_and_says_why(
    catalog: Catalog, who: People, made: Appraisal, code: str, entry: Entry, why: str
) -> None:
    submitted(catalog, who, made.key)
    with refused(why):
        appraisal_steps.save_verified(catalog, who["verifikator"], made.key, {code: entry})


def test_a_verifier_moves_what_people_judge_freely_with_a_reason(
    catalog: Catalog, who: People, made: Appraisal
) -> None:
    submitted(catalog, who, made.key)
    moved = {"1.2": Entry(1, "notulen tidak ditandatangani"), "5.1": Entry(4, "satu bidang terlewat")}
    appraisal_steps.save_verified(catalog, who["verifikator"], made.key, moved)
    lines = appraisal_steps.sheet(catalog, with_key(catalog, made.key))
    assert [line.verified.value for code in moved if (line := lines[code]).verified] == [1, 4]


def test_what_lacks_data_stays_without_a_value(catalog: Catalog, community: int, who: People) -> None:
    computed(catalog, community, None)
    made = begun(catalog, community)
    submitted(catalog, who, made.key)
    with refused("N/A"):
        appraisal_steps.save_verified(catalog, who["verifikator"], made.key, {"5.1": Entry(3, "kira-kira")})
    appraisal_steps.save_verified(catalog, who["verifikator"], made.key, all_at(None, *COMPUTED))


def test_verification_ends_when_every_indicator_is_verified(catalog: Catalog, who: People, made: Appraisal) -> None:
    submitted(catalog, who, made.key)
    with refused("belum diverifikasi"):
        appraisal_steps.finish_verification(catalog, who["verifikator"], made.key)
    verified(catalog, who, made.key)
    assert with_key(catalog, made.key).state == "panel"


def test_a_light_check_ends_with_verification_and_gives_no_level(catalog: Catalog, community: int, who: People) -> None:
    computed(catalog, community, quarter="2026Q2")
    made = begun(catalog, community, light=True)
    submitted(catalog, who, made.key)
    verified(catalog, who, made.key)
    after = with_key(catalog, made.key)
    assert (after.state, after.closed is not None) == ("final", True)
    assert {line.final.value for line in appraisal_steps.sheet(catalog, after).values() if line.final} == {3}
    assert catalog.db.execute("SELECT count(*) FROM assessment").fetchone()[0] == 0
