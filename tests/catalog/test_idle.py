import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from catalog import opening
from catalog.errors import RujukanError
from catalog.idle import IdleCatalogs


@pytest.fixture
def root(tmp_path: Path) -> Path:
    opening.create(tmp_path / "data").close()
    return tmp_path / "data"


def test_a_thread_gets_the_catalog_again_that_it_gave_back(root: Path) -> None:
    idle = IdleCatalogs()
    first = idle.take(root)
    idle.give(first)
    assert idle.take(root) is first


def test_what_is_in_use_is_given_to_nobody_else(root: Path) -> None:
    idle = IdleCatalogs()
    first, second = idle.take(root), idle.take(root)
    assert first is not second
    idle.give(first)
    idle.give(second)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        second.db.execute("SELECT 1")
    assert idle.take(root) is first


def test_another_thread_gets_one_of_its_own(root: Path) -> None:
    idle = IdleCatalogs()
    first = idle.take(root)
    idle.give(first)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(idle.take, root).result()
        assert other is not first
        pool.submit(other.close).result()


def test_one_with_a_transaction_left_open_is_closed(root: Path) -> None:
    idle = IdleCatalogs()
    first = idle.take(root)
    first.db.execute("BEGIN IMMEDIATE")
    idle.give(first)
    second = idle.take(root)
    assert second is not first
    with second.writing():
        second.db.execute("UPDATE unit SET name = name")


def test_what_another_wrote_is_seen_by_the_one_that_was_kept(root: Path) -> None:
    idle, other = IdleCatalogs(), opening.open_existing(root)
    idle.give(idle.take(root))
    with other.writing():
        other.db.execute("UPDATE unit SET name = 'Lain' WHERE code = 'BPAD'")
    assert idle.take(root).db.execute("SELECT name FROM unit WHERE code = 'BPAD'").fetchone()[0] == "Lain"


def test_a_restored_database_is_opened_anew(root: Path, tmp_path: Path) -> None:
    idle = IdleCatalogs()
    first = idle.take(root)
    idle.give(first)
    shutil.copyfile(root / "catalog.db", tmp_path / "copy.db")
    (tmp_path / "copy.db").rename(root / "catalog.db")
    assert idle.take(root) is not first


def test_a_schema_that_became_newer_is_refused(root: Path) -> None:
    idle, newer = IdleCatalogs(), opening.open_existing(root)
    idle.give(idle.take(root))
    with newer.writing():
        newer.db.execute("CREATE TABLE later (id INTEGER)")
        newer.db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " SELECT migration_set, 'm999_later', applied_at FROM _sqlite_migrations LIMIT 1"
        )
    with pytest.raises(RujukanError, match="m999_later"):
        idle.take(root)


def test_a_catalog_that_is_gone_is_told(root: Path) -> None:
    idle = IdleCatalogs()
    idle.give(idle.take(root))
    shutil.rmtree(root)
    with pytest.raises(RujukanError, match="Belum ada katalog"):
        idle.take(root)


def test_one_that_was_opened_for_reading_alone_is_not_kept(root: Path) -> None:
    idle = IdleCatalogs()
    only_read = idle.take(root)
    only_read.unwritable = True
    idle.give(only_read)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        only_read.db.execute("SELECT 1")
