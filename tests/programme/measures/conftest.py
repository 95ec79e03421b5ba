from collections.abc import Callable, Iterator
from datetime import date

import pytest

from catalog import communities
from catalog.database import Catalog
from catalog.opening import create
from programme.measures.computing import all_measures
from programme.measures.measure import Measure
from programme.quarters import Quarter
from tests.programme.seeding import Seeder

TODAY = date(2026, 11, 26)
Measuring = Callable[..., Measure]


@pytest.fixture(scope="package")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    made = create(tmp_path_factory.mktemp("data"))
    communities.community_id(made, "Komunitas Pembelajar BPAD", "BPAD")
    yield made
    made.close()


@pytest.fixture
def catalog(opened: Catalog) -> Iterator[Catalog]:
    """The catalog of all these tests, in which each finds the community alone: what it lays is taken back."""
    opened.db.execute("BEGIN")
    yield opened
    opened.db.execute("ROLLBACK")


@pytest.fixture
def community(opened: Catalog) -> int:
    return communities.community_id(opened, "Komunitas Pembelajar BPAD", "BPAD")


@pytest.fixture
def seed(catalog: Catalog) -> Seeder:
    return Seeder(catalog)


@pytest.fixture
def measure(catalog: Catalog, community: int) -> Measuring:
    """Give what an indicator of the community comes to in a quarter: the year up to 2026Q3, unless told."""

    def measured(code: str, quarter: str = "2026Q3") -> Measure:
        return all_measures(catalog, community, Quarter.parse(quarter), today=TODAY)[code]

    return measured
