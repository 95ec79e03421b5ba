"""Who may take which step in which status: the table is written by hand, and whoever changes the rules changes it."""

from datetime import date

import pytest

from catalog import accounts, drafts, grants, jobs, lifecycle, metadata, status_changes, storing, trail
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.opening import create
from catalog.words import STATUS
from tests.catalog import making
from tests.catalog.desk import PEOPLE, paper, person, seat

ALLOWED = {
    # who: status: steps. The version was submitted by `penyusun` and found fit by `penelaah`.
    "penyusun": {"draf": "ajukan", "dikembalikan": "ajukan", "disahkan": "tandai"},
    "penelaah": {"diajukan": "telaah setujui kembalikan", "ditelaah": "setujui kembalikan", "disahkan": "tandai"},
    "kurator": {
        "diajukan": "telaah setujui kembalikan",
        "ditelaah": "setujui kembalikan",
        "disahkan": "tandai arsipkan",
        "perlu_diperbarui": "arsipkan",
    },
    "pengesah": {
        "draf": "tarik",
        "diajukan": "kembalikan tarik",
        "ditelaah": "kembalikan sahkan tarik",
        "dikembalikan": "tarik",
        "disahkan": "tandai arsipkan tarik",
        "perlu_diperbarui": "tegaskan arsipkan tarik",
        "diarsipkan": "tarik",
    },
    "ppid": dict.fromkeys((status for status in STATUS if status != "ditarik"), "tarik"),
    "operator": {},
}
ALLOWED |= {"kurator.cop": ALLOWED["kurator"], "plt": ALLOWED["pengesah"]}
SHUT_OUT = set(PEOPLE) - set(ALLOWED)
"""They find no draft: not theirs, not their unit, not today, or a role that only looks."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A catalog with everybody in it, and one paper that was submitted and found fit."""
    catalog = create(tmp_path_factory.mktemp("meja"))
    seat(catalog)
    key = paper(catalog)
    take(catalog, "penyusun", key, "ajukan")
    take(catalog, "penelaah", key, "setujui")
    return catalog


@pytest.fixture
def desk(catalog: Catalog) -> Catalog:
    seat(catalog)
    return catalog


def take(catalog: Catalog, login: str, key: str, step: str, note: str = "Alasan contoh") -> Draft:
    account = person(catalog, login)
    now = drafts.draft(catalog, account, key)
    return lifecycle.take(catalog, account, key, step, (now.version, now.status), note)


def approve(catalog: Catalog, key: str) -> Draft:
    take(catalog, "penyusun", key, "ajukan")
    take(catalog, "penelaah", key, "setujui")
    return take(catalog, "pengesah", key, "sahkan")


def only_key(catalog: Catalog) -> str:
    return str(next(iter(catalog.db.query("SELECT key FROM asset")))["key"])


@pytest.mark.parametrize("login", ALLOWED)
def test_in_each_status_everybody_may_take_the_steps_of_their_role_and_no_other(room: Catalog, login: str) -> None:
    key, account = only_key(room), person(room, login)
    for status in STATUS:
        room.db.execute("UPDATE version SET status = ?", [status])
        opened = drafts.draft(room, account, key)
        offered = [step.name for step in lifecycle.steps_for(room, account, opened)]
        assert offered == ALLOWED[login].get(status, "").split(), status
        for name in set(lifecycle.STEPS) - set(offered):
            with pytest.raises(RujukanError, match="tidak dapat Anda ambil"):
                lifecycle.take(room, account, key, name, (1, status), "Alasan contoh")


@pytest.mark.parametrize("login", sorted(SHUT_OUT))
def test_whoever_has_nothing_to_do_with_a_draft_is_told_what_an_absent_one_is(room: Catalog, login: str) -> None:
    account = person(room, login)
    for key in (only_key(room), "tidakada"):
        with pytest.raises(NotFoundError):
            drafts.draft(room, account, key)
        with pytest.raises(NotFoundError):
            lifecycle.take(room, account, key, "sahkan", (1, "ditelaah"), "")


def test_nobody_without_an_account_and_no_disabled_one_opens_a_draft(desk: Catalog) -> None:
    key, owner = paper(desk), person(desk, "penyusun")
    accounts.disable(desk, "penyusun", by="uji")
    for account in (None, owner):
        with pytest.raises(NotFoundError):
            drafts.draft(desk, account, key)


def test_a_paper_without_unit_and_community_waits_for_ppid_and_operator_alone(desk: Catalog) -> None:
    key = making.key_of(desk, making.asset(desk))
    opened = []
    for login in PEOPLE:
        try:
            drafts.draft(desk, person(desk, login), key)
        except NotFoundError:
            continue
        opened.append(login)
    assert opened == ["ppid", "operator"]


def test_the_author_never_reviews_whatever_roles_they_have(desk: Catalog) -> None:
    for role in ("kurator", "penelaah", "pengesah"):
        grants.add(desk, "penyusun", Grant(role, "BPAD"), by="uji")
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan")
    assert offered(desk, "penyusun", key) == ["tarik"]
    take(desk, "penelaah", key, "setujui")
    assert offered(desk, "penyusun", key) == ["tarik"]


def test_whoever_submitted_a_paper_that_has_no_owner_is_its_author(desk: Catalog) -> None:
    key = paper(desk)
    desk.db.execute("UPDATE asset SET owner = NULL")
    take(desk, "penelaah", key, "ajukan")
    assert offered(desk, "penelaah", key) == []
    assert offered(desk, "kurator", key) == ["telaah", "setujui", "kembalikan"]


def test_whoever_uploaded_a_new_version_of_the_paper_of_another_does_not_review_it(desk: Catalog) -> None:
    key = paper(desk)
    job = jobs.add(desk, "upload", {}).id
    row = (person(desk, "kurator").id, "a" * 64, job)
    desk.db.execute(
        "INSERT INTO upload (key, form, account, unit, name, sha256, received, job, asset, version)"
        " VALUES ('kunci', 'f', ?, 'BPAD', 'a.txt', ?, 0, ?, 1, 1)",
        row,
    )
    take(desk, "penyusun", key, "ajukan")
    assert offered(desk, "kurator", key) == []
    assert offered(desk, "penelaah", key) == ["telaah", "setujui", "kembalikan"]


def test_nobody_approves_what_nobody_else_found_fit(desk: Catalog) -> None:
    grants.add(desk, "pengesah", Grant("penelaah", "BPAD"), by="uji")
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan")
    take(desk, "pengesah", key, "setujui")
    assert "sahkan" not in offered(desk, "pengesah", key)
    take(desk, "kurator", key, "setujui")
    assert "sahkan" in offered(desk, "pengesah", key)


def test_what_was_found_fit_before_it_was_returned_counts_no_more(desk: Catalog) -> None:
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan")
    take(desk, "penelaah", key, "setujui")
    take(desk, "pengesah", key, "kembalikan")
    take(desk, "penyusun", key, "ajukan")
    take(desk, "kurator", key, "telaah")
    assert "sahkan" not in offered(desk, "pengesah", key)


def test_a_reviewer_who_became_the_owner_did_not_review(desk: Catalog) -> None:
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan")
    take(desk, "penelaah", key, "setujui")
    desk.db.execute("UPDATE asset SET owner = ?", [person(desk, "penelaah").id])
    assert "sahkan" not in offered(desk, "pengesah", key)


def offered(catalog: Catalog, login: str, key: str) -> list[str]:
    account = person(catalog, login)
    return [step.name for step in lifecycle.steps_for(catalog, account, drafts.draft(catalog, account, key))]


@pytest.mark.parametrize("seen", [(1, "draf"), (2, "diajukan"), (1, "x")])
def test_a_page_that_is_not_of_now_decides_nothing(desk: Catalog, seen: tuple[int, str]) -> None:
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan")
    with pytest.raises(RujukanError, match="sudah berubah"):
        lifecycle.take(desk, person(desk, "penelaah"), key, "setujui", seen, "")
    assert len(status_changes.history(desk, 1)) == 1


@pytest.mark.parametrize("note", ["", " \n ", "a" * 2001])
def test_a_step_that_needs_a_reason_is_not_taken_without_one(desk: Catalog, note: str) -> None:
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan")
    with pytest.raises(RujukanError, match=r"(?i)catatan"):
        take(desk, "penelaah", key, "kembalikan", note)


def test_a_step_leaves_its_history_a_row_of_the_trail_without_the_note_and_one_waiting_job(desk: Catalog) -> None:
    key = paper(desk)
    take(desk, "penyusun", key, "ajukan", "")
    take(desk, "penelaah", key, "kembalikan", "Langkah tiga\tbelum\n lengkap ")
    told = status_changes.history(desk, 1)
    assert [(c.version, c.step, c.old, c.new, c.who, c.note) for c in told] == [
        (1, "ajukan", "draf", "diajukan", "penyusun", ""),
        (1, "kembalikan", "diajukan", "dikembalikan", "penelaah", "Langkah tiga belum\nlengkap"),
    ]
    entry = trail.latest(desk, 1)[0]
    assert (entry.actor, entry.action, entry.subject) == ("penelaah", "asset.status", key)
    assert entry.detail == {"version": 1, "old": "diajukan", "new": "dikembalikan"}
    waiting = jobs.waiting(desk, ["publish"])
    assert waiting and waiting.priority == lifecycle.PUBLISH_PRIORITY
    assert desk.db.execute("SELECT count(*) FROM job").fetchone()[0] == 1


def test_what_is_approved_is_in_force_and_due_when_its_kind_is(desk: Catalog) -> None:
    key = paper(desk, kind="kak")
    assert approve(desk, key).review_on == lifecycle.review_date("kak", date.today())
    row = next(iter(desk.db.query("SELECT a.validity, v.status, v.live FROM asset a JOIN version v ON v.asset = a.id")))
    assert row == {"validity": "berlaku", "status": "disahkan", "live": 1}


@pytest.mark.parametrize(("before", "kept"), [("2999-01-01", True), ("2001-01-01", False)])
def test_a_review_date_that_is_still_to_come_stays(desk: Catalog, before: str, *, kept: bool) -> None:
    key = paper(desk, review_on=before)
    assert (approve(desk, key).review_on == before) is kept


@pytest.mark.parametrize(
    ("kind", "approved", "due"),
    [
        ("sop", "2026-03-05", "2028-03-05"),
        ("kak", "2026-12-31", "2027-12-31"),
        ("pbb", "2024-02-29", "2025-02-28"),
        ("lesson", "2026-11-26", "2029-11-26"),
        ("notulen", "2026-11-26", None),
    ],
)
def test_papers_are_due_after_the_months_of_their_kind(kind: str, approved: str, due: str | None) -> None:
    assert lifecycle.review_date(kind, date.fromisoformat(approved)) == due


def test_the_approved_version_answers_until_the_next_one_is_approved(desk: Catalog) -> None:
    key = paper(desk)
    approve(desk, key)
    with desk.writing():
        storing.add_version(desk, 1, making.version("empat lima enam", "b" * 64))
    assert live_and_approved(desk) == [1]
    take(desk, "penyusun", key, "ajukan")
    take(desk, "kurator", key, "setujui")
    assert live_and_approved(desk) == [1]
    take(desk, "pengesah", key, "sahkan")
    assert live_and_approved(desk) == [2]
    take(desk, "ppid", key, "tarik")
    assert live_and_approved(desk) == []


def live_and_approved(catalog: Catalog) -> list[int]:
    rows = catalog.db.execute("SELECT number FROM version WHERE live = 1 AND status = 'disahkan' ORDER BY number")
    return [row[0] for row in rows]


def say(catalog: Catalog, status: str) -> str:
    """What an index run says of the paper; the status that it has afterwards."""
    with catalog.writing():
        metadata.apply(catalog, 1, Metadata(status=status))
    return str(catalog.db.execute("SELECT status FROM version WHERE newest = 1").fetchone()[0])


def test_a_run_that_says_what_it_always_said_undoes_no_step(desk: Catalog) -> None:
    key = paper(desk, status="disahkan")
    take(desk, "pengesah", key, "tarik")
    assert say(desk, "disahkan") == "ditarik"
    with desk.writing():
        storing.add_version(desk, 1, making.version("empat lima enam", "b" * 64))
    assert say(desk, "disahkan") == "draf"


def test_a_run_that_says_something_new_is_heard_and_remembered(desk: Catalog) -> None:
    key = paper(desk)
    assert approve(desk, key).status == "disahkan"
    assert say(desk, "draf") == "disahkan"
    assert say(desk, "disahkan") == "disahkan"
    take(desk, "pengesah", key, "arsipkan")
    assert say(desk, "disahkan") == "diarsipkan"
    assert say(desk, "perlu_diperbarui") == "perlu_diperbarui"
    assert [c.step for c in status_changes.history(desk, 1)][3:] == ["indeks", "arsipkan", "indeks"]


def test_before_the_first_step_runs_say_the_status_as_ever(desk: Catalog) -> None:
    paper(desk, status="disahkan")
    assert [say(desk, status) for status in ("ditarik", "disahkan", "disahkan")] == ["ditarik", "disahkan", "disahkan"]
    assert status_changes.history(desk, 1) == []


def test_a_paper_that_is_forgotten_takes_its_history_along(desk: Catalog) -> None:
    approve(desk, paper(desk))
    with desk.writing():
        storing.drop_asset(desk, 1)
    assert desk.db.execute("SELECT count(*) FROM status_change").fetchone()[0] == 0
