from pathlib import Path

import pytest
from sqlite_utils import Database

from catalog import units
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.opening import create, open_existing


def test_creating_twice_changes_nothing(tmp_path: Path) -> None:
    first = create(tmp_path)
    before = units.all_units(first)
    first.close()
    assert units.all_units(create(tmp_path)) == before


def test_the_51_agencies_form_a_tree(catalog: Catalog) -> None:
    known = {unit.code: unit for unit in units.all_units(catalog)}
    agencies = [unit for unit in known.values() if unit.kind in units.AGENCY_KINDS]
    assert len(agencies) == 51
    assert known["BIHUK"].parent == "SETDA"
    assert known["SETDA"].parent == "PEMPROV"
    assert "BPRD" in known["BAPENDA"].aliases


def test_unit_numbers_survive_a_second_load(catalog: Catalog) -> None:
    before = units.numbers(catalog)
    with catalog.writing():
        units.load(catalog)
    assert units.numbers(catalog) == before


def test_no_catalog_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(RujukanError, match="rujukan init") as raised:
        open_existing(tmp_path)
    assert raised.value.code == "no_catalog"


def test_a_catalog_of_a_newer_schema_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    create(tmp_path).close()
    db = Database(tmp_path / "catalog.db")
    db["_sqlite_migrations"].insert({"migration_set": "rujukan", "name": "m999_future", "applied_at": "2099"})
    db.close()
    with pytest.raises(RujukanError, match="m999_future") as raised:
        open_existing(tmp_path)
    assert raised.value.code == "newer_schema"


def test_a_file_that_is_no_catalog_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "catalog.db").write_text("bukan basis data " * 100)
    with pytest.raises(RujukanError) as raised:
        open_existing(tmp_path)
    assert raised.value.code == "bad_catalog"


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(RujukanError, match="--data"):
        create(tmp_path / "berkas" / "data")


def test_a_failed_transaction_leaves_nothing(catalog: Catalog) -> None:
    with pytest.raises(ZeroDivisionError), catalog.writing():
        catalog.db.execute("INSERT INTO source (name) VALUES ('x')")
        raise ZeroDivisionError
    assert list(catalog.db.query("SELECT * FROM source")) == []


def test_a_reader_keeps_its_snapshot_while_another_writes(catalog: Catalog) -> None:
    other = open_existing(catalog.folder.root)
    with catalog.reading():
        assert list(catalog.db.query("SELECT * FROM source")) == []
        with other.writing():
            other.db.execute("INSERT INTO source (name) VALUES ('x')")
        assert list(catalog.db.query("SELECT * FROM source")) == []
    assert len(list(catalog.db.query("SELECT * FROM source"))) == 1
