"""A worker that has nothing to do works out which versions are copies, where that is not known."""

from contextlib import closing
from pathlib import Path

import pytest

from catalog import known_copies, storing
from catalog.opening import create
from operations.running import Stop
from operations.session import Session
from operations.worker import work
from tests.catalog import making


class UntilIdle(Stop):
    """Asks to stop as soon as the worker would sleep."""

    def sleep(self, seconds: float) -> None:
        self.asked = True


def test_versions_of_an_earlier_release_are_compared_while_no_job_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_copies, "_BATCH", 2)
    text = " ".join(f"kata{n}" for n in range(40))
    with closing(create(tmp_path / "data")) as catalog, catalog.writing():
        source = storing.source_id(catalog, "arsip")
        for number in range(5):
            asset = storing.add_asset(catalog, source, f"{number}.txt")
            storing.add_version(catalog, asset, making.version(text, f"{number:064}"))
        before = set(known_copies.pairs(catalog, range(1, 6)))
        catalog.db.execute("DELETE FROM text_sign")
        catalog.db.execute("DELETE FROM text_copy")
        assert not list(known_copies.pairs(catalog, range(1, 6)))
    assert list(work(Session(tmp_path / "data", None), UntilIdle(), once=False)) == []
    with closing(create(tmp_path / "data")) as catalog:
        assert set(known_copies.pairs(catalog, range(1, 6))) == before
