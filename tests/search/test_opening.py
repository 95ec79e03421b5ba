"""Which searcher a process that outlives a switch answers with: that of the edition of the snapshot it reads."""

import json
import shutil
from pathlib import Path

import pytest

from catalog import editions
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.opening import create, open_existing
from embedding.description import DESCRIPTION
from embedding.embedder import BUNDLED
from search.opening import Searchers, load_model, open_edition

pytestmark = pytest.mark.skipif(not BUNDLED.is_dir(), reason="the bundled model is not built yet")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A model of another id."""
    place = tmp_path / "model"
    shutil.copytree(BUNDLED, place)
    said = json.loads((place / DESCRIPTION).read_text("utf8"))
    (place / DESCRIPTION).write_text(json.dumps(said | {"model_id": "0123456789abcdef"}), encoding="utf8")
    return place


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    made = create(tmp_path / "data")
    editions.claim(made, load_model(None, threads=1)[1])
    return made


def switch_to(catalog: Catalog, model: Path) -> None:
    with catalog.writing():
        editions.begin_shadow(catalog, load_model(str(model), threads=1)[1], (110, 15))
    editions.switch(catalog)


def test_a_snapshot_from_before_the_switch_is_answered_by_what_it_began_with(catalog: Catalog, other: Path) -> None:
    searchers, earlier = Searchers(None, threads=1), open_existing(catalog.folder.root)
    with earlier.reading():
        before = searchers.of(earlier)
        switch_to(catalog, other)
        after = searchers.of(catalog)
        assert searchers.of(earlier) is before
    assert (before.embedder.model_id, after.embedder.model_id) != (after.embedder.model_id, before.embedder.model_id)
    assert searchers.of(earlier) is after
    assert after.engine.dense.of.model == "0123456789abcdef"


def test_a_searcher_is_opened_once_and_only_two_are_kept(catalog: Catalog, other: Path) -> None:
    searchers = Searchers(None, threads=1)
    first = searchers.of(catalog)
    assert searchers.of(catalog) is first
    switch_to(catalog, other)
    searchers.of(catalog)
    editions.roll_back(catalog)
    assert searchers.of(catalog) is first
    assert len(searchers._held) == 2


def test_a_model_that_changed_under_its_edition_is_refused_with_what_to_do(catalog: Catalog, other: Path) -> None:
    switch_to(catalog, other)
    edition = editions.current(catalog)
    assert edition is not None
    said = json.loads((other / DESCRIPTION).read_text("utf8"))
    (other / DESCRIPTION).write_text(json.dumps(said | {"model_id": "fedcba9876543210"}), encoding="utf8")
    with pytest.raises(RujukanError, match="rujukan reindex --model") as refused:
        open_edition(catalog, edition, threads=1)
    assert refused.value.code == "other_model"


def test_a_model_that_is_gone_is_refused(catalog: Catalog, other: Path) -> None:
    switch_to(catalog, other)
    shutil.rmtree(other)
    with pytest.raises(RujukanError) as refused:
        Searchers(None, threads=1).of(catalog)
    assert refused.value.code == "bad_model"
