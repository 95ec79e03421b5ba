"""Forward from every released schema; schema_001.sql is a catalog as the first release left it."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from catalog import editions, files, jobs, sources, stored_pages, vectors
from catalog.database import Catalog
from catalog.editions import Splitting
from catalog.files import Programs
from catalog.opening import create, open_existing
from catalog.schema import migrations
from catalog.sources import SourceFolder

FIRST = Path(__file__).with_name("schema_001.sql")
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


def test_a_new_catalog_and_a_migrated_one_have_the_same_tables(old: Path, tmp_path: Path) -> None:
    tables = []
    for catalog in (open_existing(old), create(tmp_path / "baru")):
        found = catalog.db.query("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY type, name")
        tables.append([(r["type"], r["name"], " ".join(r["sql"].split())) for r in found])
    assert tables[0] == tables[1]


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
