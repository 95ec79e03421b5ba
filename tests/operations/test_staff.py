"""Staff counts from the command line."""

from tests.operations.conftest import Rujukan


def test_a_count_is_recorded_and_listed_and_what_is_missing_is_marked(rujukan: Rujukan) -> None:
    assert rujukan("init").code == 0
    assert rujukan("staff", "record", "BPAD", "2026Q1", "80", "--source", "BKD", "--json").doc["quarter"] == "2026Q1"
    told = {one["unit"]: one for one in rujukan("staff", "list", "--json").doc["units"]}
    assert told["BPAD"]["last"] == "2026Q1"
    assert told["DISHUB"] == {"unit": "DISHUB", "people": {}, "last": None, "state": "belum"}
    assert "DISHUB  belum dicatat" in rujukan("staff", "list").out


def test_a_count_that_makes_no_sense_is_an_error(rujukan: Rujukan) -> None:
    rujukan("init")
    refused = rujukan("staff", "record", "BPAD", "2026Q1", "nol", "--source", "BKD", "--json")
    assert (refused.code, refused.doc["error"]["code"]) == (1, "bad_value")
    assert rujukan("staff", "record", "BPAD", "2026Q1", "8", "--json").code == 2
