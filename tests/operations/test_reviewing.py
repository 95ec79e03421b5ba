"""The command `review`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.database import Catalog
from catalog.opening import create
from tests.catalog.test_reviewing import paper, statuses
from tests.operations.conftest import Rujukan


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = create(tmp_path / "data")
    yield opened
    opened.close()


def test_the_command_lists_and_marks(catalog: Catalog, rujukan: Rujukan) -> None:
    paper(catalog, "lama", review_on="2001-01-01")
    listed = rujukan("review", "--dry-run", "--json")
    assert [one["title"] for one in listed.doc["due"]] == ["lama"]
    assert statuses(catalog) == {"lama": "disahkan"}
    assert "1 aset ditandai perlu diperbarui" in rujukan("review").out
    assert "0 aset ditandai" in rujukan("review").out
