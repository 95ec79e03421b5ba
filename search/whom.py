"""Whom to ask where nothing answers: the community whose theme is nearest among what a viewer sees, else an agency."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.scope import Scope
from catalog.units import all_units
from engine.analysis import stems
from search.understanding.glossary import load
from search.understanding.named_agencies import agencies_named

_COMMON = 2  # units that may share a word which still tells them apart: “dinas”, “daerah” are in many


@dataclass(frozen=True)
class Whom:
    """A unit's code, and why: the theme of a community that works there, or else words of the unit's own name."""

    unit: str | None
    community: str | None
    theme: str | None


def nearest(catalog: Catalog, text: str, scope: Scope) -> Whom | None:
    """Return who is nearest to a question by the words that they share with it; None where nobody shares any.

    An agency that the question names is asked first, or a community there. Only communities with an asset that the
    viewer sees are named; all agencies are known to everybody.
    """
    asked = frozenset(stems(text)) - load().stop
    themes = list(_themes(catalog, scope))
    named = [code for code, _ in agencies_named(catalog, text)]
    if named:
        return _best(asked, [theme for theme in themes if theme[0].unit in named]) or Whom(named[0], None, None)
    return _best(asked, themes) or _best(asked, _units(catalog))


def _best(asked: frozenset[str], known: Iterable[tuple[Whom, frozenset[str]]]) -> Whom | None:
    """Return the first of those whose words are asked for to the largest part.

    A word weighs the less, the more of them have it.
    """
    all_known = list(known)
    having = Counter(word for _, words in all_known for word in words)
    weights = [(_weight(words & asked, having) / (_weight(words, having) or 1), whom) for whom, words in all_known]
    most = max((weight for weight, _ in weights), default=0)
    return next((whom for weight, whom in weights if weight == most), None) if most else None


def _weight(words: Iterable[str], having: Mapping[str, int]) -> float:
    return sum(1 / having[word] for word in words)


def _themes(catalog: Catalog, scope: Scope) -> Iterator[tuple[Whom, frozenset[str]]]:
    condition, values = scope.to_sql()
    rows = catalog.db.query(
        "SELECT name, unit, themes FROM community WHERE id IN (SELECT asset.community FROM asset"
        f" JOIN version ON version.asset = asset.id WHERE {condition}) ORDER BY name",
        values,
    )
    for row in rows:
        for theme in json.loads(row["themes"]):
            yield Whom(row["unit"], row["name"], theme), frozenset(stems(theme)) - load().stop


def _units(catalog: Catalog) -> Iterator[tuple[Whom, frozenset[str]]]:
    units = [(unit.code, frozenset(stems(" ".join((unit.name, *unit.aliases))))) for unit in all_units(catalog)]
    having = Counter(word for _, words in units for word in words)
    for code, words in units:
        yield Whom(code, None, None), frozenset(word for word in words if having[word] <= _COMMON)
