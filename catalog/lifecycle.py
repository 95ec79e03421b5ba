"""The life cycle of a version: which step leads from which status to which, and who may take it. Rules as data.

The author never reviews, and nobody approves what nobody else reviewed. Roles count where and while they hold, those
of acting heads too. What an index run says of a status is the operator's own door, see `catalog.metadata`.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from catalog import changes, drafts, jobs, status_changes, storing, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.errors import RujukanError
from catalog.word_lists import table
from catalog.words import APPROVED, STATUS

LONGEST_NOTE = 2000
PUBLISH_PRIORITY = 80
"""Before any indexing: what was approved, or withdrawn, should be found, or gone, at once."""
EDITABLE = ("draf", "dikembalikan")
"""Statuses in which the author may still change what was said of an asset: later others judge what they see."""

WRITERS = frozenset(("penyusun", "kurator", "penelaah", "pengesah"))
_REVIEWERS = frozenset(("kurator", "penelaah"))
_APPROVER = frozenset(("pengesah",))
_ALL_BUT_WITHDRAWN = tuple(status for status in STATUS if status != "ditarik")


@dataclass(frozen=True)
class Step:
    """A step: from which statuses, to which, for which roles; `author` is who it is for: only, never, or anyone.

    With `note`, the one who takes it must say why.
    """

    name: str
    old: tuple[str, ...]
    new: str
    roles: frozenset[str]
    author: str = "anyone"
    note: bool = False


STEPS: Mapping[str, Step] = {
    step.name: step
    for step in (
        Step("ajukan", EDITABLE, "diajukan", WRITERS, author="only"),
        Step("telaah", ("diajukan",), "ditelaah", _REVIEWERS, author="never"),
        Step("setujui", ("diajukan", "ditelaah"), "ditelaah", _REVIEWERS, author="never"),
        Step("kembalikan", ("diajukan", "ditelaah"), "dikembalikan", _REVIEWERS | _APPROVER, author="never", note=True),
        Step("sahkan", ("ditelaah",), "disahkan", _APPROVER, author="never"),
        Step("tandai", ("disahkan",), "perlu_diperbarui", WRITERS, note=True),
        # The domain knows no way back but a new version. Without one, a mark set by mistake would stay for ever.
        Step("tegaskan", ("perlu_diperbarui",), "disahkan", _APPROVER, author="never", note=True),
        Step("arsipkan", APPROVED, "diarsipkan", frozenset(("kurator", "pengesah")), note=True),
        Step("tarik", _ALL_BUT_WITHDRAWN, "ditarik", frozenset(("ppid", "pengesah")), note=True),
    )
}
"""The steps by name, in the order in which pages offer them."""


def steps_for(catalog: Catalog, account: Account, opened: Draft) -> list[Step]:
    """Return the steps that an account may take now with the draft that it opened."""
    return [step for step in STEPS.values() if opened.status in step.old and _may(catalog, account, opened, step)]


def take(catalog: Catalog, account: Account, key: str, name: str, seen: tuple[int, str], note: str) -> Draft:
    """Take a step and return the draft after it; all in one transaction, and the indexes follow by a job.

    `seen` are the number and the status of the version that the step was meant for. RujukanError `moved_on` if another
    took a step since, `not_allowed`, `bad_note`; NotFoundError for who may not open the draft.
    """
    with catalog.writing():
        opened = drafts.draft(catalog, account, key)
        if (opened.version, opened.status) != seen:
            raise RujukanError(
                "moved_on",
                "Naskah ini sudah berubah sejak halamannya dibuka. Periksa keadaannya sekarang, lalu putuskan lagi.",
            )
        step = STEPS.get(name)
        if step is None or step not in steps_for(catalog, account, opened):
            raise RujukanError("not_allowed", "Langkah itu tidak dapat Anda ambil untuk naskah ini sekarang.")
        said = checked_note(note, required=step.note)
        move(catalog, opened, step, account, said)
        return drafts.draft(catalog, account, key)


def move(catalog: Catalog, opened: Draft, step: Step, account: Account | None, note: str) -> None:
    """Do what a step does, asked by an account or by a date; the caller has checked it, inside one transaction."""
    catalog.db.execute("UPDATE version SET status = ? WHERE id = ?", [step.new, opened.version_id])
    if step.new == "disahkan":
        _put_in_force(catalog, opened)
    storing.refresh_live(catalog, opened.id)
    changes.put(catalog, opened.id)
    moved = (step.name, opened.status, step.new)
    status_changes.record(catalog, opened.version_id, moved, account.id if account else None, note)
    by = account.login if account else "tanggal"
    trail.append(catalog, by, "asset.status", opened.key, version=opened.version, old=opened.status, new=step.new)
    queue_publication(catalog)


def endorsed(catalog: Catalog, opened: Draft) -> bool:
    """Tell whether somebody found a version fit for approval since it was submitted last."""
    return bool(_endorsers(catalog, opened))


def queue_publication(catalog: Catalog) -> None:
    """Let the worker bring the indexes up to the catalog; not twice while one waits."""
    if jobs.waiting(catalog, ["publish"]) is None:
        jobs.add(catalog, "publish", {}, priority=PUBLISH_PRIORITY)


def checked_note(note: str, *, required: bool) -> str:
    """Return a note as it is kept; RujukanError `bad_note` if it is too long, or missing where one must be given."""
    said = "\n".join(" ".join(line.split()) for line in note.strip().splitlines())
    if required and not said:
        raise RujukanError("bad_note", "Tuliskan alasannya pada catatan, supaya yang lain tahu mengapa.")
    if len(said) > LONGEST_NOTE:
        raise RujukanError(
            "bad_note", f"Catatan {len(said)} karakter; paling panjang {LONGEST_NOTE}. Ringkas dahulu catatannya."
        )
    return said


@cache
def review_months() -> Mapping[str, int]:
    """Return after how many months papers of a kind are reviewed; other kinds have no date of their own."""
    return {row["jenis"]: int(row["bulan"]) for row in table("tinjau_ulang.tsv")}


def review_date(kind: str, approved: date) -> str | None:
    """Return the day on which a paper that was approved then is due, None for kinds without a period."""
    months = review_months().get(kind)
    if months is None:
        return None
    years, month = divmod(approved.month - 1 + months, 12)
    year = approved.year + years
    return date(year, month + 1, min(approved.day, monthrange(year, month + 1)[1])).isoformat()


def _put_in_force(catalog: Catalog, opened: Draft) -> None:
    """Call what was approved in force, due for review when its kind is; a date that is still to come stays."""
    today = date.today()
    due = opened.review_on if (opened.review_on or "") > today.isoformat() else review_date(opened.kind, today)
    catalog.db.execute("UPDATE asset SET validity = 'berlaku', review_on = ? WHERE id = ?", [due, opened.id])


def _may(catalog: Catalog, account: Account, opened: Draft, step: Step) -> bool:
    if step.roles.isdisjoint(opened.roles):
        return False
    if step.author == "only":
        return opened.owner in (None, account.id)
    authors = _authors(catalog, opened)
    if step.author == "never" and account.id in authors:
        return False
    return step.name != "sahkan" or bool(_endorsers(catalog, opened) - authors - {account.id})


def _authors(catalog: Catalog, opened: Draft) -> set[int]:
    """Return whose work a version is: its asset's owner, whoever submitted it, and whoever uploaded it."""
    rows = catalog.db.execute(
        "SELECT account FROM status_change WHERE version = ? AND step = 'ajukan'"
        " UNION SELECT account FROM upload WHERE asset = ? AND version = ?",
        [opened.version_id, opened.id, opened.version],
    )
    return {row[0] for row in rows} | ({opened.owner} if opened.owner is not None else set())


def _endorsers(catalog: Catalog, opened: Draft) -> set[int]:
    """Return who found a version fit for approval since it was submitted last."""
    rows = catalog.db.execute(
        "SELECT account FROM status_change WHERE version = ?1 AND step = 'setujui' AND id >"
        " (SELECT coalesce(max(id), 0) FROM status_change WHERE version = ?1 AND step = 'ajukan')",
        [opened.version_id],
    )
    return {row[0] for row in rows}
