"""Facets as the search page shows them: each value in words with its count and the address that chooses it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog.units import Unit
from search.ranking.facets import FacetValue
from webapp import labels
from webapp.asked import Asked
from webapp.finding import Finding
from webapp.language import gettext
from webapp.language import lazy_gettext as _

HEADINGS = {
    "kind": _("Jenis aset"),
    "unit": _("Perangkat daerah"),
    "community": _("Komunitas"),
    "theme": _("Tema komunitas"),
    "year": _("Tahun dokumen"),
    "validity": _("Keberlakuan"),
    "maturity": _("Maturitas komunitas"),
    "reused": _("Dipakai ulang SKPD lain"),
}
_NONE = {
    "unit": _("Belum ditetapkan"),
    "community": _("Tanpa komunitas"),
    "theme": _("Tanpa tema"),
    "year": _("Tahun belum dicatat"),
    "reused": _("Belum tercatat"),
}
_NAMES = frozenset({"unit", "community", "theme"})
SHOWN = 6
"""Values of a facet that are seen at once; the others stand behind a summary."""


@dataclass(frozen=True)
class Value:
    """A value of a facet in words; `address` holds the URL parameters that choose it, or let it go if it is chosen.

    None is that of assets without a value, which cannot be chosen.
    """

    words: str
    count: int
    address: dict[str, str] | None
    chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """A facet with its values, those beyond SHOWN apart; what is chosen is always seen.

    `names` tells that the values are Indonesian names, whatever the language of the page.
    """

    heading: str
    values: tuple[Value, ...]
    more: tuple[Value, ...]
    names: bool


@dataclass(frozen=True)
class Chip:
    """A filter that is set, in words, with the URL parameters of the same question without it."""

    heading: str
    words: str
    address: dict[str, str]
    names: bool


def facets(asked: Asked, finding: Finding, units: Mapping[str, Unit]) -> list[Facet]:
    """Return the facets in which something can be chosen or is."""
    spoken = {filtered.name: filtered.value for filtered in finding.understood.filters if filtered.applied}
    found = []
    for name, counted in finding.facets.items():
        chosen = getattr(asked, name) or spoken.get(name, "")
        values = [_value(asked, name, one, chosen, units) for one in counted]
        if len(values) > 1 or (values and chosen):
            found.append(_facet(name, values))
    return found


def chips(asked: Asked, units: Mapping[str, Unit]) -> Iterator[Chip]:
    """Yield each filter that is set, in the order of the facets."""
    for name, heading in HEADINGS.items():
        if value := getattr(asked, name):
            yield Chip(heading, words(name, value, units), asked.choosing(name, ""), name in _NAMES)


def words(name: str, value: str, units: Mapping[str, Unit]) -> str:
    """Return a value of a facet as people say it."""
    if name == "kind":
        return labels.KINDS[value]
    if name == "unit":
        return units[value].name
    if name == "validity":
        return labels.VALIDITY[value].words
    if name == "reused":
        return gettext("Ya")
    if name == "year":
        return _years(value)
    return labels.level(value) if name == "maturity" else value


def _years(value: str) -> str:
    first, dash, last = value.partition("-")
    if first and last:
        return f"{first}–{last}"
    if dash:
        return gettext("sejak %(year)s", year=first) if first else gettext("sampai %(year)s", year=last)
    return value


def _value(asked: Asked, name: str, one: FacetValue, chosen: str, units: Mapping[str, Unit]) -> Value:
    if one.value is None:
        return Value(_NONE[name], one.count, None)
    said = words(name, one.value, units)
    if one.value != chosen:
        return Value(said, one.count, asked.choosing(name, one.value))
    let_go = asked.choosing(name, "") if getattr(asked, name) else asked.ignoring(name)
    return Value(said, one.count, let_go, chosen=True)


def _facet(name: str, values: list[Value]) -> Facet:
    seen = [value for place, value in enumerate(values) if place < SHOWN or value.chosen]
    more = tuple(value for value in values if value not in seen)
    return Facet(HEADINGS[name], tuple(seen), more, name in _NAMES)
