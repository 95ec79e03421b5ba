import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from operations.cli import rujukan
from tests.programme.maturity.test_scoring import CODES, FIRST


def run(tmp_path: Path, values: str, *options: str) -> Result:
    file = tmp_path / "nilai.json"
    file.write_text(values, encoding="utf8")
    return CliRunner().invoke(
        rujukan, ["--data", str(tmp_path / "tidak ada"), "maturity", "score", str(file), "--json", *options]
    )


def scored(tmp_path: Path, values: object, *options: str) -> dict[str, object]:
    return dict(json.loads(run(tmp_path, json.dumps(values), *options).stdout))


def test_the_first_vector_is_printed_in_exact_decimals(tmp_path: Path) -> None:
    assert scored(tmp_path, FIRST) == {
        "schema": 1,
        "instrument": "1",
        "dimensions": {
            "D1": "3",
            "D2": "2.666667",
            "D3": "3.25",
            "D4": "3",
            "D5": "2.333333",
            "D6": "3.666667",
            "D7": "2",
        },
        "total": "2.8375",
        "shown": "2.84",
        "level": 2,
        "gates": [],
    }


def test_the_second_vector_names_the_gate_that_holds_it(tmp_path: Path) -> None:
    found = scored(tmp_path, {**dict.fromkeys(CODES, 4), "5.1": 3, "5.3": 5})
    assert (found["total"], found["shown"], found["level"]) == ("4", "4.00", 3)
    assert found["gates"] == [{"level": 4, "code": "5.1", "needs": "4", "has": "3"}]


def test_nothing_known_is_no_level(tmp_path: Path) -> None:
    found = scored(tmp_path, dict.fromkeys(CODES))
    assert (found["total"], found["shown"], found["level"]) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "JSON"),
        ("[3]", "objek JSON"),
        ('{"1.1": 3, "1.1": 4}', "dua kali"),
        ('{"1.1": 6}', "1 sampai 5"),
        ('{"1.1": 2.5}', "1 sampai 5"),
        ('{"1.9": 3}', "1.9"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, said: str) -> None:
    assert said in str(run(tmp_path, text).exception)


def test_what_a_file_leaves_out_is_said(tmp_path: Path) -> None:
    file = tmp_path / "nilai.json"
    file.write_text('{"1.1": 3}', encoding="utf8")
    ended = CliRunner().invoke(rujukan, ["--data", str(tmp_path / "x"), "maturity", "score", str(file)])
    assert "Tidak disebut, jadi belum cukup data (N/A): 1.2, 1.3" in ended.stderr
    assert "Total 3.00, level 2 (Tumbuh)" in ended.stdout
    assert "D2 hanya punya 0 indikator sah, perlu 2" in ended.stdout
    assert not (tmp_path / "x").exists()


def test_a_new_version_is_tried_by_its_file(tmp_path: Path) -> None:
    bundled = Path(__file__).parents[2] / "corpora" / "instrumen.toml"
    trial = tmp_path / "baru.toml"
    trial.write_text(bundled.read_text(encoding="utf8").replace('version = "1"', 'version = "2"'), encoding="utf8")
    assert scored(tmp_path, FIRST, "--instrument", str(trial))["instrument"] == "2"
