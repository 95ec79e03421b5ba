"""What the sections of papers are called by rule, in small letters (`corpora/bagian_naskah.tsv`)."""

from functools import cache

from catalog.word_lists import table


@cache
def _rows() -> tuple[frozenset[str], ...]:
    """Give for each section all that papers call it."""
    return tuple(frozenset(row["ejaan"].split("|")) for row in table("bagian_naskah.tsv"))


@cache
def section_names() -> frozenset[str]:
    """Give all names of sections."""
    return frozenset().union(*_rows())


def also_called(name: str) -> frozenset[str]:
    """Give the other names of the sections that have this one, none for a name that no section has."""
    return frozenset().union(*(names for names in _rows() if name in names)) - {name}
