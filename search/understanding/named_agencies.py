"""The agencies of our own government that a question names, by a name or a short one."""

import re
from collections.abc import Iterable, Iterator

from catalog.database import Catalog
from catalog.units import AGENCY_KINDS, Unit, all_units, called

_WORD = re.compile(r"[^\W\d_]+")


def agencies_named(catalog: Catalog, text: str) -> Iterator[tuple[str, list[str]]]:
    """Give the code of each agency that a text names, and all that it is called, in small letters.

    "BPSDM" tells one agency from the others, and so does "dinas kesehatan", in small letters too.
    """
    asked = words_alone(text)
    for unit in all_units(catalog):
        names = _names(unit) if unit.kind in AGENCY_KINDS else []
        if names_one(asked, map(words_alone, names)):
            yield unit.code, names


def names_one(alone: str, names: Iterable[str]) -> bool:
    """Tell whether one of the names stands in a text as `words_alone` gives it, as words of its own."""
    return any(f" {name} " in f" {alone} " for name in names)


def words_alone(text: str) -> str:
    """Return the words of a text in small letters, with one space between them and nothing else."""
    return " ".join(_WORD.findall(text.casefold()))


def _names(unit: Unit) -> list[str]:
    """Give what a unit is called, a city without its office too."""
    place = unit.name.removeprefix("Kota Administrasi ")
    return [name.casefold() for name in (*called(unit.code, unit.short, unit.name, unit.aliases), place)]
