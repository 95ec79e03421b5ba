"""Numbers of a spreadsheet as a person typed them."""

import pytest

from indexer.readers.numbers import show_number


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("12000000", "General", "12000000"),
        ("12000000.0", "#,##0", "12000000"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.2E+7", "General", "12000000"),
        ("3171234567890123", "0", "3171234567890123"),
        ("1.1010131000000001E+44", "General", "1.1010131E+44"),
        ("1.1010131000000001E+44", "0", "1.1010131E+44"),
        ("3.6213E+15", "#,##0", "3.6213E+15"),
        ("1", "0000", "0001"),
        ("0.15", "0%", "15%"),
        ("0.0157803", "0.00%", "1.58%"),
        ("45705", "dd/mm/yyyy", "2025-02-17"),
        ("45705.354166666664", "dd/mm/yyyy hh:mm", "2025-02-17 08:30"),
        ("0.5", "hh:mm", "12:00"),
        ("9999999999", "dd/mm/yyyy", "9999999999"),
        ("#REF!", "General", "#REF!"),
        ("nan", "General", "nan"),
        ("0", "General", "0"),
        ("-2.50", "General", "-2.5"),
    ],
)
def test_shown(raw: str, code: str, shown: str) -> None:
    assert show_number(raw, code) == shown


def test_dates_of_old_macs_count_from_1904() -> None:
    assert show_number("44243", "yyyy-mm-dd", mac_dates=True) == "2025-02-17"
