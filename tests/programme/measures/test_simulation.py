"""51 communities over 8 quarters: each computed indicator is what a second, naive computation makes of the rows."""

from collections.abc import Iterator

import pytest

from benchmarks.programme_load import asked
from benchmarks.programme_made import make
from benchmarks.programme_made_world import Size
from catalog.database import Catalog
from catalog.opening import create
from programme.maturity import instrument
from programme.measures.computing import COMPUTED, all_measures
from programme.quarters import Quarter
from tests.programme.measures.conftest import TODAY
from tests.programme.naive import Naive, Result

QUARTERS = Quarter(2026, 3).up_to(8)


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    made = create(tmp_path_factory.mktemp("simulasi"))
    make(made, Size(assets=10))
    yield made
    made.close()


def test_each_indicator_equals_the_naive_computation(simulated: Catalog) -> None:
    by, naive = instrument.in_force(simulated), Naive(simulated, TODAY)
    seen: dict[str, set[int | None]] = {code: set() for code in COMPUTED}
    for community in range(1, 52):
        for quarter in QUARTERS:
            measures = all_measures(simulated, community, quarter, by, TODAY)
            naive.look(community, quarter.year, quarter.number)
            theirs = naive.all()
            ours: dict[str, Result] = {code: (one.value, one.figure) for code, one in measures.items()}
            assert ours == theirs, (community, quarter)
            for code, one in measures.items():
                seen[code].add(one.value)
    assert [code for code, values in seen.items() if len(values) < 4] == []
    assert simulated.db.execute("SELECT count(*) FROM text_copy").fetchone()[0] > 20


def test_what_the_load_program_asks_for_can_be_asked(simulated: Catalog) -> None:
    assert [name for name, calls in asked(simulated).items() if calls[0]() is None] == []


def test_the_same_seed_makes_the_same_programme(simulated: Catalog, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = create(tmp_path_factory.mktemp("lagi"))
    make(other, Size(assets=10))
    for table in ("asset", "status_change", "reading", "reuse"):
        query = f"SELECT * FROM {table}"
        assert other.db.execute(query).fetchall() == simulated.db.execute(query).fetchall()
    other.close()
