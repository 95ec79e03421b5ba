"""What is purged is nowhere in the data folder any more; a word that stood in it alone proves that."""

import time
from pathlib import Path

import pytest

from catalog import accounts, drafts, editions, jobs, lifecycle, purging, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.opening import open_existing
from engine.engine import Engine
from operations.purging import purge_job
from operations.running import Stop, Watch
from operations.session import Session
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searcher, sheet_page, text_page
from tests.webapp.people import enrol
from tests.word_counts import WIDTH, WordCounts

WORD = "zirkonium"
PEOPLE = {
    "kepala": Grant("pengesah", "BPSDM"),
    "ppid": Grant("ppid"),
    "ppid.lain": Grant("ppid", "DINKES"),
    "penelaah": Grant("penelaah", "BPSDM"),
    "operator": Grant("operator"),
}


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    with catalog.writing():
        for login, role in PEOPLE.items():
            enrol(catalog, login, [role], password=None)
    return catalog


def papers(catalog: Catalog) -> str:
    """Some papers, the first of which alone holds the word: in its name, title, texts, cells, bytes and versions."""
    rows = [{"Kode": "1", "Nama": f"Lemari {WORD}"}]
    pages = (text_page(1, f"Sumpah {WORD} disimpan."), sheet_page("Daftar", rows))
    for text in ("lama", "baru"):
        paper = Paper(f"{WORD}.txt", given(f"SOP {WORD}"), pages, f"{WORD} {text}".encode(), "text/plain")
        key = add(catalog, paper)
    for number in range(8):
        add(catalog, Paper(f"{number}.txt", given(f"SOP {number}"), (text_page(1, f"Naskah nomor {number}."),)))
    edition = editions.claim(catalog, editions.Model(WordCounts.model_id, WIDTH, "uji"))
    Engine.open(catalog.folder, edition.vectors, WIDTH, threads=1, tail_limit=5).publish(catalog)
    sha = next(iter(catalog.db.query("SELECT sha256 FROM version WHERE id = 1")))["sha256"]
    for place in (catalog.folder.previews / sha[:2] / sha / "1.webp", catalog.folder.ocr / "ab" / "ab12.json"):
        place.parent.mkdir(parents=True)
        place.write_text(f"gambar {WORD}")
    return key


def holding(root: Path) -> list[str]:
    """The files of the data folder in which the word stands."""
    files = (path for path in root.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(root)) for path in files if WORD.encode() in path.read_bytes().lower())


def withdraw(catalog: Catalog, key: str, login: str = "kepala") -> None:
    account = accounts.named(catalog, login)
    now = drafts.draft(catalog, account, key)
    lifecycle.take(catalog, account, key, "tarik", (now.version, now.status), f"Memuat {WORD}")


def order(catalog: Catalog, key: str, login: str = "ppid", title: str = f" sop  {WORD.upper()} ") -> str:
    return purging.order(catalog, accounts.named(catalog, login), key, title, "Keputusan PPID nomor 7")


def work(catalog: Catalog) -> None:
    """What the worker does with a job of the kind."""
    job = jobs.claim(catalog, [purging.JOB], now=time.time(), alone=True)
    assert job is not None
    with Watch(catalog, job, Stop()) as watch:
        purge_job(Session(catalog.folder.root, None), catalog, watch)
    assert watch.ended == "done"


def test_no_file_of_the_folder_holds_a_word_of_what_was_purged(catalog: Catalog) -> None:
    key = papers(catalog)
    root = catalog.folder.root
    assert {path.split("/")[0] for path in holding(root)} >= {"originals", "previews", "ocr"}
    assert catalog.folder.index.joinpath("gen-1").is_dir()
    withdraw(catalog, key)
    made = order(catalog, key)
    jobs.end(
        catalog, jobs.start(catalog, "index", {}, now=0.0), "done", result={"items": [{"asset": key, "path": WORD}]}
    )
    with open_existing(root).db.conn:  # that others have the catalog open is no hindrance
        work(catalog)
    assert holding(root) == []
    assert not list(catalog.folder.index.glob("gen-1"))
    found = searcher(catalog)
    assert len(found.engine.lexical.ids()) == 8
    assert found.engine.findings(catalog) == []
    told = purging.read(catalog, made)
    assert told.done
    assert told.removed is not None
    assert {name: told.removed[name] for name in ("versions", "pages", "rows", "passages", "vectors")} == {
        "versions": 2,
        "pages": 4,
        "rows": 2,
        "passages": 4,
        "vectors": 2,
    }
    assert len(told.removed["originals"]) == 2
    assert all(purging.is_purged(catalog, sha) for sha in told.removed["originals"])
    entry = trail.latest(catalog, 1)[0]
    assert (entry.action, entry.subject, entry.detail["certificate"]) == ("asset.purge", key, made)
    with pytest.raises(NotFoundError):
        drafts.draft(catalog, accounts.named(catalog, "ppid"), key)


@pytest.mark.parametrize("after", ["forget", "erase_files", "erase_free_pages"])
def test_a_purge_that_is_killed_is_ended_by_the_next_try(
    catalog: Catalog, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = papers(catalog)
    withdraw(catalog, key)
    made = order(catalog, key)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(purging, after, killed)
        with pytest.raises(KeyboardInterrupt):
            work(catalog)
    assert purging.read(catalog, made).done is None
    work(catalog)
    assert holding(catalog.folder.root) == []
    removed = purging.read(catalog, made).removed
    assert removed is not None
    assert removed["versions"] == 2


def test_what_others_hold_too_stays_theirs(catalog: Catalog) -> None:
    key = papers(catalog)
    content = f"{WORD} baru".encode()
    other = add(catalog, Paper("lain.txt", given("SOP Lain"), (text_page(1, "Lain."),), content, "text/plain"))
    withdraw(catalog, key)
    made = order(catalog, key)
    work(catalog)
    removed = purging.read(catalog, made).removed
    assert removed is not None
    assert len(removed["originals"]) == 1
    assert drafts.draft(catalog, accounts.named(catalog, "kepala"), other).key == other
    assert [path.split("/")[0] for path in holding(catalog.folder.root)] == ["originals"]


def test_only_another_than_who_withdrew_it_orders_a_purge_and_only_of_what_is_withdrawn(catalog: Catalog) -> None:
    key = papers(catalog)
    with pytest.raises(RujukanError, match="tidak dapat Anda perintahkan"):
        order(catalog, key)
    withdraw(catalog, key)
    for login in ("kepala", "penelaah", "operator"):
        with pytest.raises(RujukanError, match="tidak dapat Anda perintahkan"):
            order(catalog, key, login)
    with pytest.raises(NotFoundError):
        order(catalog, key, "ppid.lain")
    with pytest.raises(RujukanError, match="Judul yang diketik"):
        order(catalog, key, title="SOP")
    assert order(catalog, key) == order(catalog, key)
    assert [job.kind for job in [jobs.waiting(catalog, [purging.JOB])] if job] == [purging.JOB]


def test_certificates_are_read_by_those_who_order_and_by_operators(catalog: Catalog) -> None:
    key = papers(catalog)
    withdraw(catalog, key)
    made = order(catalog, key)
    for login in PEOPLE:
        account = accounts.named(catalog, login)
        if login in ("kepala", "ppid", "operator"):
            assert purging.certificate(catalog, account, made).asset == key
        else:
            with pytest.raises(NotFoundError):
                purging.certificate(catalog, account, made)
    with pytest.raises(NotFoundError):
        purging.certificate(catalog, None, made)


def test_vectors_of_every_model_go(catalog: Catalog) -> None:
    key = papers(catalog)
    before = catalog.db.execute("SELECT count(*) FROM vector").fetchone()[0]
    catalog.db.execute("INSERT INTO vector SELECT hash, 'lain', vector FROM vector")
    withdraw(catalog, key)
    order(catalog, key)
    work(catalog)
    assert catalog.db.execute("SELECT count(*) FROM vector WHERE model = 'lain'").fetchone()[0] == before - 1
