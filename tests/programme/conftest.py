from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog import communities
from catalog.database import Catalog
from catalog.opening import create


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """An empty catalog with the 51 agencies."""
    made = create(tmp_path / "data")
    yield made
    made.db.close()


@pytest.fixture
def community(catalog: Catalog) -> int:
    """The community of BPAD, by its id."""
    with catalog.writing():
        return communities.community_id(catalog, "Komunitas Pembelajar BPAD", "BPAD")
