import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from catalog import communities
from catalog.opening import create, open_existing
from operations.cli import rujukan
from programme.measures import snapshots
from programme.quarters import Quarter
from programme.records import exporting
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


def read_by(data: Path, readers: int, staff: int = 40) -> None:
    """Let so many people of the agency open the asset."""
    with closing(open_existing(data)) as catalog:
        seeder = Seeder(catalog)
        catalog.db.execute("DELETE FROM reading")
        catalog.db.execute("INSERT OR REPLACE INTO staff_count VALUES ('BPAD', '2026Q3', ?, 'uji')", [staff])
        for reader in range(readers):
            seeder.row("reading", asset=1, quarter="2026Q3", reader=f"p{reader}", unit="BPAD")


def measured(data: Path) -> tuple[dict[str, Any], str]:
    """Indicator 5.1 as a program and as a person read it."""
    words = ("measure", "Komunitas BPAD", "--quarter", "2026Q3")
    told = json.loads(run(data, *words, "--json").stdout)["indicators"]["5.1"]
    return told, next(line for line in run(data, *words).stdout.splitlines() if line.startswith("5.1"))


def test_counts_of_fewer_than_five_people_are_not_printed(data: Path) -> None:
    read_by(data, 3)
    told, line = measured(data)
    assert (told["value"], told["figure"], told["numerator"], told["denominator"]) == (1, None, None, 40)
    assert (told["few"], told["rows"][0]["detail"]) == ("kurang dari 5", "kurang dari 5")
    assert line.startswith("5.1  1    kurang dari 5 dari 40 (Pembacaan baru dicatat sejak triwulan 2026Q3")
    read_by(data, 5)
    told, line = measured(data)
    assert (told["numerator"], told["few"], told["rows"][0]["detail"]) == ("5", None, "5")
    assert line.startswith("5.1  2    5 dari 40, angka 0.125")
    read_by(data, 4, staff=4)
    told, line = measured(data)
    assert (told["numerator"], told["denominator"], line.partition(" (")[0]) == (None, None, "5.1  5    kurang dari 5")


def test_what_is_exported_of_frozen_quarters_holds_no_such_count_either(data: Path) -> None:
    read_by(data, 3)
    with closing(open_existing(data)) as catalog:
        snapshots.freeze(catalog, Quarter.parse("2026Q3"), by="uji")
        rows = {row[3]: json.loads(row[5]) for row in list(exporting.rows(catalog, "snapshots"))[1:]}
    assert (rows["5.1"]["numerator"], rows["5.1"]["figure"], rows["5.1"]["denominator"]) == (None, None, 40)
    assert rows["4.1"]["numerator"] == "1"


def test_freezing_twice_freezes_once(data: Path) -> None:
    first = json.loads(run(data, "freeze", "--quarter", "2026q2", "--json").stdout)
    assert first == {"schema": 1, "quarter": "2026Q2", "frozen": 1}
    assert run(data, "freeze", "--quarter", "2026Q2").stdout == "2026Q2: 0 komunitas dibekukan.\n"


def test_an_unknown_community_and_quarter_are_refused(data: Path) -> None:
    assert "tidak dikenal" in str(run(data, "measure", "Komunitas X").exception)
    assert "2026Q3" in str(run(data, "freeze", "--quarter", "2026").exception)
