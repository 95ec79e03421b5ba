"""What the kinds of records are called where they come in and go out."""

from programme.records import exporting
from webapp.programme import record_words


def test_every_kind_that_goes_out_has_a_name() -> None:
    assert set(record_words.TITLES) == set(exporting.names())
