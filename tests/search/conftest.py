from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog import opening
from catalog.database import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = opening.create(tmp_path / "data")
    yield opened
    opened.close()
