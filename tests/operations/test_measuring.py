import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalog import communities
from catalog.opening import create
from operations.cli import rujukan
from tests.programme.seeding import Seeder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    catalog = create(tmp_path / "data")
    community = communities.community_id(catalog, "Komunitas BPAD", "BPAD")
    Seeder(catalog).approved(community, "2026-05-01", unit="BPAD")
    catalog.close()
    return tmp_path / "data"


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(rujukan, ["--data", str(data), "maturity", *words])


def test_indicators_are_told_with_the_rows_behind_them_by_their_keys(data: Path) -> None:
    told = json.loads(run(data, "measure", "Komunitas BPAD", "--quarter", "2026Q3", "--json").stdout)
    assert told["schema"] == 1
    assert list(told["indicators"])[:2] == ["1.1", "1.3"]
    one = told["indicators"]["4.1"]
    assert (one["value"], one["figure"], one["denominator"], one["last"]) == (2, "1", 1, "2026-09-30")
    assert one["rows"] == [{"asset": "k1", "text": "", "day": "2026-05-01", "detail": "", "counted": True}]
    assert told["indicators"]["5.1"]["value"] is None
    assert told["indicators"]["5.1"]["reason"]


def test_people_read_values_and_what_is_missing(data: Path) -> None:
    lines = run(data, "measure", "Komunitas BPAD", "--quarter", "2026Q3").stdout.splitlines()
    assert "4.1  2    1 dari 1, angka 1" in lines
    assert any(line.startswith("5.1  N/A  Jumlah pegawai") for line in lines)


def test_freezing_twice_freezes_once(data: Path) -> None:
    first = json.loads(run(data, "freeze", "--quarter", "2026q2", "--json").stdout)
    assert first == {"schema": 1, "quarter": "2026Q2", "frozen": 1}
    assert run(data, "freeze", "--quarter", "2026Q2").stdout == "2026Q2: 0 komunitas dibekukan.\n"


def test_an_unknown_community_and_quarter_are_refused(data: Path) -> None:
    assert "tidak dikenal" in str(run(data, "measure", "Komunitas X").exception)
    assert "2026Q3" in str(run(data, "freeze", "--quarter", "2026").exception)
