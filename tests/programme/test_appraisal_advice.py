from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.folder import DataFolder
from programme.appraisal_advice import advice
from programme.instrument import of_folder
from programme.scoring import score

BUNDLED = of_folder(DataFolder(Path("tidak ada")))
CODES = list(BUNDLED.indicators)


def of(values: dict[str, int | None]) -> dict[str, str]:
    return {one.code: one.text for one in advice(BUNDLED, values)}


def test_a_gate_that_does_not_hold_is_named_with_what_it_needs_and_what_there_is() -> None:
    said = of(dict.fromkeys(CODES, 4) | {"5.1": 3, "5.3": 5})
    assert list(said) == ["5.1"]
    assert said["5.1"].startswith("Gerbang level 4: 5.1 harus paling sedikit 4, sekarang 3. Level 4: ")


def test_a_gate_without_data_says_so() -> None:
    assert of(dict.fromkeys(CODES, 4) | {"5.1": None})["5.1"].startswith(
        "Gerbang level 4: 5.1 harus paling sedikit 4, belum ada data."
    )


def test_a_dimension_that_lags_names_the_indicators_that_hold_it_back() -> None:
    said = of(dict.fromkeys(CODES, 5) | {"6.1": 2, "6.2": 2, "6.3": 4})
    assert {code for code, text in said.items() if text.startswith("Dimensi D6 harus paling sedikit")} == {"6.1", "6.2"}


def test_a_dimension_with_too_little_data_asks_for_it() -> None:
    said = of(dict.fromkeys(CODES, 3) | {"7.1": None, "7.2": None})
    assert {code for code, text in said.items() if text.startswith("Lengkapi data")} == {"7.1", "7.2"}


@pytest.mark.parametrize("value", [5, None])
def test_there_is_nothing_to_say_at_the_highest_level_or_without_any_value(value: int | None) -> None:
    assert of(dict.fromkeys(CODES, value)) == {}


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({code: st.integers(1, 5) for code in CODES}))
def test_where_the_total_is_too_low_the_raises_named_would_make_it_enough(values: dict[str, int | None]) -> None:
    before = score(BUNDLED, values)
    said = of(values)
    assert bool(said) == (before.level != 5)
    if said and before.level is not None:
        raised = values | {code: max(values[code] or 0, before.level + 1) for code in said}
        after = score(BUNDLED, raised).total
        assert after is not None
        assert after >= before.level + 1 or any(text.startswith("Dimensi") for text in said.values())
