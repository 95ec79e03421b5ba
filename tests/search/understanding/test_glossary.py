"""The glossary's tables."""

from catalog.word_lists import table
from search.understanding.glossary import load, stems


def test_all_162_records_are_carried() -> None:
    assert len(list(table("glosarium.tsv"))) == 162


def test_every_abbreviation_has_its_long_form_in_the_same_place() -> None:
    for row in table("glosarium.tsv"):
        assert len(row["singkatan"].split("|")) == len(row["kepanjangan"].split("|")), row["singkatan"]


def test_a_synonym_that_names_its_record_names_one_that_is_there() -> None:
    for row in table("glosarium.tsv"):
        named = {typed.partition(">")[2] for typed in row["sinonim"].split("|")} - {""}
        assert named <= set(row["singkatan"].split("|"))


def test_nothing_stands_for_itself() -> None:
    for key, others in load().entries.items():
        assert key not in [stems(other.words) for other in others]


def test_every_ambiguous_form_has_two_readings() -> None:
    assert all(len(readings) >= 2 for readings in load().readings.values())


def test_agencies_are_known_by_code_and_short_name() -> None:
    words = [other.words for key in ("dinkes", "bapenda") for other in load().entries[(key,)]]
    assert {"Dinas Kesehatan", "Badan Pendapatan Daerah"} <= set(words)
