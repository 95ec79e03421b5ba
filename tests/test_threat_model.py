"""The threat model names tests that there are, and leaves no advisory without a test or a reason."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODEL = (ROOT / "docs" / "threat-model.md").read_text()
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", MODEL)


def test_every_test_that_is_named_is_there() -> None:
    there = {(file, name) for file, name in NAMED if f"def {name}(" in (ROOT / file).read_text()}
    assert set(NAMED) - there == set()
    assert len(there) > 40


def test_every_advisory_has_a_test_or_a_reason() -> None:
    rows = {int(number): rest for number, rest in re.findall(r"^\| (\d+) \|[^|]+\|(.+)\|$", MODEL, re.MULTILINE)}
    assert list(rows) == list(range(1, 27))
    assert [number for number, rest in rows.items() if "::" not in rest and not rest.strip().endswith(".")] == []


def test_every_advisory_that_is_tested_has_a_test_named_after_it() -> None:
    rows = re.findall(r"^\| (\d+) \|([^|]+\|.+)\|$", MODEL, re.MULTILINE)
    after = {number: set(re.findall(r"::test_advisor(?:y|ies)_((?:\d+_and_)?\d+)_", rest)) for number, rest in rows}
    tested = [number for number, rest in rows if "::" in rest]
    assert [one for one in tested if one not in {n for said in after[one] for n in said.split("_and_")}] == []


def test_every_threat_has_a_test() -> None:
    threats = MODEL.partition("## Threats")[2].partition("## Advisories")[0]
    rows = [line for line in threats.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert [row for row in rows if "::" not in row] == []


def test_every_test_that_is_named_after_an_advisory_stands_in_its_row() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), name)
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_advisor(?:y|ies)_\w+)", path.read_text(), re.MULTILINE)
    ]
    assert sorted(set(found) - set(NAMED)) == []
