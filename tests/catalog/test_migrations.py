"""Forward from every released schema; schema_001.sql is a catalog as the first release left it."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from catalog import editions, files, jobs, sources, stored_pages, vectors
from catalog.database import Catalog
from catalog.digest import digest
from catalog.editions import Splitting
from catalog.files import Programs
from catalog.opening import create, open_existing
from catalog.schema import migrations
from catalog.sources import SourceFolder

FIRST = Path(__file__).with_name("schema_001.sql")
FIRST_DIGEST = "ce40469ecd3f59642493c23e6538115c2710e726543a3caccea99550fead88ff"
ALL = [m.name for m in migrations.pending(Database(memory=True))]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with sqlite3.connect(tmp_path / "catalog.db") as db:
        db.executescript(FIRST.read_text(encoding="utf8"))
    db.close()
    return tmp_path


def applied(root: Path) -> list[str]:
    db = Database(root / "catalog.db")
    names = [m.name for m in migrations.applied(db)]
    db.close()
    return names


def texts(catalog: Catalog) -> list[str]:
    rows = catalog.db.query("SELECT page.text FROM page JOIN version v ON v.id = page.version ORDER BY v.number")
    return [row["text"] for row in rows]


def test_the_first_schema_is_brought_up_with_all_it_holds(old: Path) -> None:
    catalog = open_existing(old)
    assert applied(old) == ALL
    assert texts(catalog) == [f"Arsip inaktif dipindahkan setelah {n} tahun." for n in ("dua", "tiga")]
    assert len(list(vectors.entries(catalog, vectors.VectorSet("m")))) == 1
    sources.add(catalog, SourceFolder("arsip", Path("/arsip"), {}))
    jobs.add(catalog, "index", {})


def test_a_migrated_catalog_keeps_the_passages_that_it_has(old: Path, tmp_path: Path) -> None:
    assert editions.splitting(open_existing(old)) == Splitting(1, 110, 30)
    assert editions.find_splitting(create(tmp_path / "baru"), (110, 15)) == Splitting()


def test_pages_of_an_old_catalog_have_nothing_set_aside(old: Path) -> None:
    ((_, page),) = stored_pages.pages(open_existing(old), 1)
    assert (page.aside, page.boxes) == ((), ())


def test_an_old_word_file_that_was_refused_is_read_once_libreoffice_is_there(old: Path) -> None:
    with sqlite3.connect(old / "catalog.db") as db:
        source = db.execute("INSERT INTO source (name) VALUES ('s') RETURNING id").fetchone()[0]
        for path, reason in (("a.doc", "Berkas Word lama (.doc) belum didukung."), ("b.zip", "Berkas arsip")):
            row = (source, path, "skipped", "unsupported", reason)
            db.execute("INSERT INTO file (source, path, outcome, code, reason) VALUES (?, ?, ?, ?, ?)", row)
    db.close()
    known = files.states(open_existing(old), source)
    assert [known[path].may_gain_by(Programs(office="libreoffice")) for path in ("a.doc", "b.zip")] == [True, False]
    assert not known["a.doc"].may_gain_by(Programs(ocr="tesseract"))


def tables(catalog: Catalog) -> list[tuple[str, str, str]]:
    found = catalog.db.query("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY type, name")
    return [(r["type"], r["name"], " ".join(r["sql"].split())) for r in found]


@pytest.fixture(scope="module")
def new_tables(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    return tables(create(tmp_path_factory.mktemp("baru")))


@pytest.mark.parametrize("next_one", [*ALL[1:], None])
def test_a_catalog_of_any_schema_becomes_what_a_new_one_is(
    old: Path, new_tables: list[tuple[str, str, str]], next_one: str | None
) -> None:
    db = Database(old / "catalog.db")
    migrations.apply(db, stop_before=next_one)
    db.close()
    catalog = open_existing(old)
    assert tables(catalog) == new_tables
    assert digest(catalog) == FIRST_DIGEST


@pytest.mark.parametrize("name", ALL[1:])
def test_a_migration_that_is_interrupted_leaves_the_old_catalog_and_is_completed_later(
    old: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    broken = next(m for m in migrations._migrations if m.name == name)
    whole = broken.fn

    def interrupted(db: Database) -> None:
        whole(db)
        raise KeyboardInterrupt

    monkeypatch.setattr(broken, "fn", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_existing(old)
    assert applied(old) == ["m001_create_tables"]
    monkeypatch.undo()
    assert len(texts(open_existing(old))) == 2
    assert applied(old) == ALL


def test_two_that_open_an_old_catalog_at_once_both_get_it_up_to_date(old: Path) -> None:
    failures: list[sqlite3.Error] = []

    def open_it() -> None:
        try:
            open_existing(old).close()
        except sqlite3.Error as error:
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert applied(old) == ALL
