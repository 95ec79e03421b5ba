"""What sections of papers are called."""

from search.kinds.section_names import also_called, section_names


def test_sections_are_known_by_each_of_their_names() -> None:
    assert {"alih pengetahuan", "sumber dana", "kualifikasi pelaksana"} <= section_names()


def test_a_section_has_other_names() -> None:
    assert "sumber pendanaan" in also_called("sumber dana")
    assert "sumber dana" not in also_called("sumber dana")
    assert also_called("bukan bagian naskah") == frozenset()
