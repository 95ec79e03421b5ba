from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.database import Catalog
from catalog.opening import create


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = create(tmp_path / "data")
    yield opened
    opened.close()
