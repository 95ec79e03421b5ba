"""Transactions of a catalog: what is to follow them, and what is only tried."""

import pytest

from catalog.database import Catalog


def test_what_is_to_follow_waits_until_all_has_landed(catalog: Catalog) -> None:
    done: list[bool] = []
    with catalog.writing():
        with catalog.writing():
            catalog.afterwards(lambda: done.append(catalog.db.conn.in_transaction))
        assert done == []
    assert done == [False]
    with catalog.writing():
        pass
    assert done == [False]


def test_nothing_follows_what_did_not_land(catalog: Catalog) -> None:
    done: list[int] = []
    with pytest.raises(KeyError), catalog.writing():
        catalog.afterwards(lambda: done.append(1))
        raise KeyError
    with catalog.writing():
        pass
    assert done == []


def test_what_is_undone_leaves_nothing_and_nothing_follows_it(catalog: Catalog) -> None:
    done: list[int] = []
    with catalog.writing():
        catalog.afterwards(lambda: done.append(1))
        with catalog.undone():
            catalog.db.execute("INSERT INTO setting (name, value) VALUES ('uji', '1')")
            catalog.afterwards(lambda: done.append(2))
        catalog.db.execute("INSERT INTO setting (name, value) VALUES ('lain', '1')")
    assert done == [1]
    names = catalog.db.execute("SELECT name FROM setting WHERE name IN ('uji', 'lain')").fetchall()
    assert names == [("lain",)]
