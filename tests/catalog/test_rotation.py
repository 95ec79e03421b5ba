"""In turn all originals are read: every share is a seventh, begins where the last one ended, and none is left out."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import rotation
from catalog.database import Catalog
from catalog.opening import create, open_existing
from catalog.rotation import TURNS, remember, share


def hold(catalog: Catalog, hashes: list[str], size: int = 10) -> None:
    with catalog.writing():
        catalog.db.conn.executemany("INSERT INTO original (sha256, bytes) VALUES (?, ?)", [(h, size) for h in hashes])


def turn(catalog: Catalog) -> list[str]:
    read = share(catalog, least_bytes=0)
    assert remember(catalog, read)
    return read


@settings(max_examples=25)
@given(st.sets(st.integers(0, 999), max_size=60))
def test_after_seven_turns_every_original_has_been_read(
    tmp_path_factory: pytest.TempPathFactory, numbers: set[int]
) -> None:
    catalog = create(tmp_path_factory.mktemp("data"))
    hashes = sorted(f"{n:064}" for n in numbers)
    hold(catalog, hashes)
    shares = [turn(catalog) for _ in range(TURNS)]
    assert {sha for read in shares for sha in read} == set(hashes)
    assert all(len(read) == -(-len(hashes) // TURNS) for read in shares)
    catalog.close()


def test_a_small_catalog_is_read_whole_every_time(catalog: Catalog) -> None:
    hold(catalog, list("abc"))
    for _ in range(2):
        assert sorted(share(catalog)) == ["a", "b", "c"]


def test_at_least_so_many_bytes_are_read(catalog: Catalog) -> None:
    hold(catalog, [f"{n:02}" for n in range(14)])
    assert len(share(catalog, least_bytes=0)) == 2
    assert len(share(catalog, least_bytes=45)) == 5
    assert len(share(catalog, turns=1, least_bytes=0)) == 14


def test_a_mark_that_cannot_be_written_is_left(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(catalog, ["a", "b"])
    monkeypatch.setattr(rotation, "_PATIENCE", 1)
    other = open_existing(catalog.folder.root)
    with other.writing():
        assert not remember(catalog, ["a"])
    assert remember(catalog, ["a"])
    assert share(catalog, least_bytes=0) == ["b"]
    with pytest.raises(sqlite3.OperationalError):
        catalog.db.execute("SELECT * FROM tidak_ada")
