"""Uploads: what is accepted survives every kill, is indexed once, and can be tried again where it failed."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import accounts, changes, dropping, jobs, metadata, originals, receiving, storing, trail, uploads
from catalog.accounts import Account
from catalog.assets import card
from catalog.audit import findings
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.opening import open_existing
from catalog.originals import Incoming
from catalog.receiving import Reception
from catalog.scope import OPERATOR, scope_of
from catalog.uploads import Arrival, Sending, Upload
from tests.catalog.making import asset, key_of, version

KINDS = (uploads.JOB,)
Kill = Callable[[], None]


@pytest.fixture
def siti(catalog: Catalog) -> Iterator[Account]:
    yield accounts.add(catalog, "siti", "Siti Contoh", None, by="uji")


def arrived(catalog: Catalog, content: bytes = b"isi", name: str = "sop.pdf") -> Arrival:
    reception = Reception(catalog.folder, 1000)
    reception.write(content)
    return Arrival(name, reception.received())


def sent(catalog: Catalog, siti: Account, content: bytes = b"isi", form: str = "f", asset: int | None = None) -> Upload:
    return uploads.accept(catalog, Sending(siti, "BPAD", form, asset), [arrived(catalog, content)])[0]


def taken_up(catalog: Catalog) -> list[Upload]:
    """The uploads that a worker finds as it takes up the next job, as the holder of the writer's lock."""
    job = jobs.claim(catalog, KINDS, now=time.time(), alone=True)
    return uploads.waiting_for(catalog, job.id) if job else []


def done(catalog: Catalog, upload: Upload) -> tuple[str, int]:
    with catalog.writing():
        made = uploads.finish(catalog, upload, version(upload.key, upload.sha256))
    assert made
    return made


def killed_at(catalog: Catalog, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str], work: Kill) -> None:
    """Do the work in a process that dies as it comes to a place, without a chance to tidy up."""
    child = os.fork()
    if child == 0:
        owner, name = place
        monkeypatch.setattr(owner, name, lambda *_, **__: os._exit(9))
        try:
            work()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_an_accepted_upload_has_its_bytes_its_rows_and_a_job_that_passes_others(
    catalog: Catalog, siti: Account
) -> None:
    jobs.add(catalog, "index", {})
    upload = sent(catalog, siti)
    assert originals.place_of(catalog.folder, upload.sha256).read_bytes() == b"isi"
    assert (upload.state, upload.asset, upload.version, upload.unit) == ("menunggu", None, None, "BPAD")
    assert jobs.waiting(catalog, ("index", uploads.JOB)) == jobs.get(catalog, upload.job)
    assert findings(catalog) == []
    assert trail.latest(catalog, 1)[0].action == "upload.accept"


@pytest.mark.parametrize("place", [(originals, "keep"), (jobs, "add"), (trail, "append")])
def test_killed_before_it_is_accepted_nothing_of_it_is_there(
    catalog: Catalog, siti: Account, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str]
) -> None:
    def work() -> None:
        with closing(open_existing(catalog.folder.root)) as mine:
            sent(mine, siti)

    killed_at(catalog, monkeypatch, place, work)
    assert uploads.sent_by(catalog, siti.id, 9) == []
    assert jobs.waiting(catalog, KINDS) is None
    dropping.sweep_unknown(catalog)
    receiving.sweep(catalog.folder, now=time.time() + 2 * receiving.ABANDONED_AFTER)
    assert findings(catalog) == []
    assert list(catalog.folder.received.iterdir()) == []
    assert sent(catalog, siti).state == "menunggu"


@pytest.mark.parametrize("place", [(storing, "add_version"), (changes, "put"), (metadata, "apply")])
def test_killed_while_it_is_stored_it_is_taken_up_again_and_stored_once(
    catalog: Catalog, siti: Account, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str]
) -> None:
    upload = sent(catalog, siti)

    def work() -> None:
        with closing(open_existing(catalog.folder.root)) as mine:
            done(mine, taken_up(mine)[0])

    killed_at(catalog, monkeypatch, place, work)
    assert uploads.with_key(catalog, upload.key).state == "dibaca"
    assert [one.key for one in taken_up(catalog)] == [upload.key]
    done(catalog, upload)
    assert taken_up(catalog) == []
    assert catalog.db.execute("SELECT count(*) FROM asset").fetchone() == (1,)
    assert findings(catalog) == []


def test_once_it_is_stored_a_job_that_died_finds_nothing_more_to_do(catalog: Catalog, siti: Account) -> None:
    upload = sent(catalog, siti)
    done(catalog, taken_up(catalog)[0])
    assert taken_up(catalog) == []
    with catalog.writing():
        assert uploads.finish(catalog, upload, version()) is None


def test_a_file_that_is_sent_twice_by_one_form_is_one_upload(catalog: Catalog, siti: Account) -> None:
    first = sent(catalog, siti)
    assert sent(catalog, siti) == first
    assert sent(catalog, siti, b"isi lain").key != first.key
    assert sent(catalog, siti, form="g").key != first.key
    assert len(uploads.sent_by(catalog, siti.id, 9)) == 3


def test_what_is_ready_is_a_draft_of_its_sender_that_no_search_shows(catalog: Catalog, siti: Account) -> None:
    key, number = done(catalog, sent(catalog, siti))
    made = card(catalog, key, OPERATOR)
    assert (made.status, made.access, made.unit, made.source, number) == ("draf", "internal", "BPAD", "unggahan", 1)
    with pytest.raises(NotFoundError):
        card(catalog, key, scope_of("BPAD"))
    ready = uploads.sent_by(catalog, siti.id, 1)[0]
    assert (ready.state, ready.asset, ready.version, ready.owner) == ("siap", key, 1, siti.id)


def test_a_new_version_keeps_the_asset_and_the_approved_one_answers_on(catalog: Catalog, siti: Account) -> None:
    old = asset(catalog)
    with catalog.writing():
        metadata.apply(catalog, old, Metadata(unit="BPAD", access="terbuka", status="disahkan", title="SOP Arsip"))
    key, number = done(catalog, sent(catalog, siti, asset=old))
    assert (key, number) == (key_of(catalog, old), 2)
    assert card(catalog, key, scope_of("public")).version == 1
    newest = card(catalog, key, OPERATOR)
    assert (newest.version, newest.status, newest.access, newest.title) == (2, "draf", "terbuka", "SOP Arsip")


def test_what_failed_says_why_and_can_be_tried_again_or_forgotten(catalog: Catalog, siti: Account) -> None:
    upload = sent(catalog, siti)
    with pytest.raises(RujukanError, match="tidak gagal"):
        uploads.retry(catalog, upload, by="siti")
    uploads.fail(catalog, taken_up(catalog)[0], "corrupt", "Berkas rusak.")
    failed = uploads.with_key(catalog, upload.key)
    assert (failed.state, failed.code, failed.reason) == ("gagal", "corrupt", "Berkas rusak.")
    assert uploads.retry(catalog, failed, by="siti").state == "menunggu"
    uploads.fail(catalog, upload, "corrupt", "Berkas rusak.")
    uploads.discard(catalog, upload, by="siti")
    assert uploads.sent_by(catalog, siti.id, 9) == []
    assert not originals.place_of(catalog.folder, upload.sha256).exists()
    assert findings(catalog) == []


def test_a_job_that_kills_its_processes_leaves_a_failed_upload(catalog: Catalog, siti: Account) -> None:
    upload = sent(catalog, siti)
    for _ in range(jobs.MOST_DEATHS):
        assert taken_up(catalog)
    assert taken_up(catalog) == []
    failed = uploads.with_key(catalog, upload.key)
    assert (failed.state, failed.code) == ("gagal", "broken_off")
    assert "Coba lagi" in failed.reason
    assert uploads.retry(catalog, failed, by="siti").state == "menunggu"


def test_an_upload_that_is_forgotten_takes_no_file_that_another_has(catalog: Catalog, siti: Account) -> None:
    first, second = sent(catalog, siti), sent(catalog, siti, form="g")
    uploads.fail(catalog, first, "empty", "Kosong.")
    uploads.discard(catalog, first, by="siti")
    place = originals.place_of(catalog.folder, second.sha256)
    assert place.exists()
    key, _ = done(catalog, second)
    dropping.drop(catalog, [key])
    assert not place.exists()
    assert uploads.sent_by(catalog, siti.id, 9) == []
    assert findings(catalog) == []


def test_what_is_uploaded_while_the_same_bytes_are_dropped_stays(
    catalog: Catalog, siti: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = done(catalog, sent(catalog, siti))
    delete = dropping.remove_originals

    def sent_in_between(opened: Catalog, hashes: list[str]) -> None:
        sent(opened, siti, form="g")
        delete(opened, hashes)

    monkeypatch.setattr(dropping, "remove_originals", sent_in_between)
    dropping.drop(catalog, [key])
    assert findings(catalog) == []
    assert originals.place_of(catalog.folder, uploads.sent_by(catalog, siti.id, 1)[0].sha256).exists()


def test_uploads_go_with_the_assets_to_whoever_takes_over(catalog: Catalog, siti: Account) -> None:
    upload = sent(catalog, siti)
    budi = accounts.add(catalog, "budi", "Budi Contoh", None, by="uji")
    accounts.transfer(catalog, "siti", "budi", by="uji")
    moved = uploads.with_key(catalog, upload.key)
    assert uploads.is_seen_by(moved, budi, ())
    assert not uploads.is_seen_by(moved, siti, ())
    assert uploads.is_seen_by(moved, siti, ("BPAD",))
    assert not uploads.is_seen_by(moved, siti, ("DINKES",))


def test_units_are_those_of_roles_that_hold_today() -> None:
    today = date(2026, 3, 5)
    held = [
        *(Grant("penyusun", "DINKES"), Grant("pengesah", "BPAD"), Grant("pembaca", "DISDIK"), Grant("operator")),
        *(Grant("penyusun", "DLH", valid_until="2026-03-04"), Grant("kurator", community="CoP Aset")),
    ]
    assert uploads.units_of(held, today) == ("BPAD", "DINKES")
    assert uploads.units_of(held, today, uploads.REVIEWERS) == ("BPAD",)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\SOP.pdf", "SOP.pdf"),
        ("a\x00b\u202e\n.pdf", "a_b__.pdf"),
        ("..", "berkas"),
        ("", "berkas"),
        (" SOP   Arsip.pdf ", "SOP Arsip.pdf"),
        ("e\u0301.pdf", "é.pdf"),
        ("\ud800.pdf", "?.pdf"),
    ],
)
def test_advisory_11_a_name_is_kept_as_a_label_and_never_as_a_path(said: str, kept: str) -> None:
    assert uploads.spelt_name(said) == kept


@settings(max_examples=60)
@given(st.text("ab.. /\\:\x00\n\u0301\u202e\ud800é中🙂", max_size=260))
def test_every_name_is_short_stable_and_without_a_way_out(name: str) -> None:
    kept = uploads.spelt_name(name)
    assert 0 < len(kept.encode("utf8")) <= uploads.LONGEST_NAME
    assert not set(kept) & set("/\\\x00\n")
    assert kept not in (".", "..")
    assert uploads.spelt_name(kept) == kept


def test_of_a_file_that_is_too_large_only_the_length_is_known(catalog: Catalog) -> None:
    reception = Reception(catalog.folder, 5)
    for _ in range(3):
        reception.write(b"1234")
    assert (reception.is_too_large, reception.bytes) == (True, 12)
    assert reception.path.stat().st_size <= 5
    reception.close()
    assert list(catalog.folder.received.iterdir()) == []


def test_a_writer_that_begins_leaves_what_arrives_and_sweeps_what_was_abandoned(catalog: Catalog) -> None:
    reception = Reception(catalog.folder, 100)
    reception.write(b"separuh")
    originals.sweep_incoming(catalog.folder)
    receiving.sweep(catalog.folder)
    assert reception.path.exists()
    receiving.sweep(catalog.folder, now=time.time() + 2 * receiving.ABANDONED_AFTER)
    assert not reception.path.exists()


def test_a_copy_that_was_kept_is_not_deleted_as_its_request_ends(catalog: Catalog) -> None:
    reception = Reception(catalog.folder, 100)
    reception.write(b"isi")
    incoming: Incoming = reception.received()
    originals.keep(catalog.folder, incoming)
    reception.close()
    assert originals.place_of(catalog.folder, incoming.sha256).read_bytes() == b"isi"
