import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalog.database import Catalog
from catalog.opening import open_existing
from operations.cli import rujukan
from tests.programme.appraising import People, decided, prepared


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An appraisal whose time to object is over."""

    def fill(catalog: Catalog, who: People, community: int) -> None:
        made = decided(catalog, who, community)
        catalog.db.execute("UPDATE appraisal SET decided = '2026-01-05' WHERE id = ?", [made.id])

    return prepared(tmp_path_factory.mktemp("katalog") / "data", fill)


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(rujukan, ["--data", str(data), "maturity", *words])


def test_a_cycle_is_opened_for_all_that_are_old_enough(data: Path) -> None:
    told = json.loads(run(data, "open", "2026", "--json").stdout)
    name = "Komunitas Pembelajar BPAD"
    assert told == {"schema": 1, "year": 2026, "light": False, "opened": [], "known": [name], "too_young": []}
    assert run(data, "open", "2026", "--light").stdout == "1 penilaian dibuka, 0 sudah terbuka.\n"
    catalog = open_existing(data)
    catalog.db.execute("UPDATE community SET founded = '2025-04-01'")
    catalog.close()
    assert run(data, "open", "2025", "--light").stdout.splitlines() == [
        "0 penilaian dibuka, 0 sudah terbuka.",
        "Belum dinilai, berdiri kurang dari enam bulan sebelum batas: Komunitas Pembelajar BPAD",
    ]


def test_what_nobody_objected_to_becomes_final_once(data: Path) -> None:
    (told,) = json.loads(run(data, "close-due", "--json").stdout)["closed"]
    assert (told["community"], told["year"]) == ("Komunitas Pembelajar BPAD", 2026)
    assert run(data, "close-due").stdout == "0 penilaian menjadi final.\n"
