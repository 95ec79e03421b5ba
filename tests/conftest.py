"""What holds for all tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from catalog.database import Catalog
from catalog.opening import create, open_existing

# No test fails because the machine is busy.
settings.register_profile("rujukan", deadline=None)
settings.load_profile("rujukan")


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
