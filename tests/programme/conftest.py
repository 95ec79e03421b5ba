import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog import communities
from catalog.database import Catalog
from catalog.opening import create, open_existing


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder to copy: laying the tables costs more than most tests."""
    folder = tmp_path_factory.mktemp("kosong") / "data"
    create(folder).close()
    return folder


@pytest.fixture
def catalog(tmp_path: Path, _empty: Path) -> Iterator[Catalog]:
    """An empty catalog with the 51 agencies."""
    made = open_existing(shutil.copytree(_empty, tmp_path / "data"))
    yield made
    made.close()


@pytest.fixture
def community(catalog: Catalog) -> int:
    """The community of BPAD, by its id."""
    with catalog.writing():
        return communities.community_id(catalog, "Komunitas Pembelajar BPAD", "BPAD")
