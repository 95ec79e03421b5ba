"""Named folders: remembered with their flags, found by name, forgotten without their assets."""

import os
from pathlib import Path

import pytest

from catalog import sources
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.sources import Held, SourceFolder
from tests.catalog.making import asset

SOP = SourceFolder("sop", Path("/berkas/sop"), {"unit": "BPAD", "workers": 2})
KAK = SourceFolder("kak", Path("/berkas/kak"), {})


def test_folders_are_listed_by_name_and_run_in_the_order_asked(catalog: Catalog) -> None:
    sources.add(catalog, SOP)
    sources.add(catalog, KAK)
    assert sources.folders(catalog) == [KAK, SOP]
    assert sources.named(catalog, []) == [KAK, SOP]
    assert sources.named(catalog, ["sop", "kak", "sop"]) == [SOP, KAK]


def test_adding_the_same_again_changes_nothing_and_another_under_its_name_is_refused(catalog: Catalog) -> None:
    sources.add(catalog, SOP)
    sources.add(catalog, SOP)
    with pytest.raises(RujukanError, match="/berkas/sop") as raised:
        sources.add(catalog, SourceFolder("sop", Path("/lain"), {}))
    assert raised.value.code == "source_exists"
    assert sources.folders(catalog) == [SOP]


def test_the_name_of_the_uploads_is_refused(catalog: Catalog) -> None:
    with pytest.raises(RujukanError, match="unggahan") as raised:
        sources.add(catalog, SourceFolder("unggahan", Path("/berkas"), {}))
    assert raised.value.code == "reserved_source"
    assert sources.folders(catalog) == []


def test_an_unknown_name_is_told_with_those_that_are_known(catalog: Catalog) -> None:
    sources.add(catalog, SOP)
    for ask in (lambda: sources.named(catalog, ["sop", "x"]), lambda: sources.remove(catalog, "x")):
        with pytest.raises(RujukanError, match=r"“x”.*sop") as raised:
            ask()
        assert raised.value.code == "unknown_source"


def test_forgetting_a_name_keeps_what_was_indexed_of_it(catalog: Catalog) -> None:
    sources.add(catalog, SOP)
    asset(catalog, source="sop")
    sources.remove(catalog, "sop")
    assert sources.folders(catalog) == []
    assert len(list(catalog.db.query("SELECT * FROM asset"))) == 1


def test_a_path_that_is_not_utf8_is_refused(catalog: Catalog) -> None:
    with pytest.raises(RujukanError) as raised:
        sources.add(catalog, SourceFolder("x", Path(os.fsdecode(b"/a\xff")), {}))
    assert raised.value.code == "bad_path"


def test_a_source_of_which_nothing_is_known_holds_nothing(catalog: Catalog) -> None:
    assert sources.held(catalog, "x") == Held(0, 0, 0)
