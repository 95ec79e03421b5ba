"""What stands beside an upload before its author goes on: the same bytes, papers like it, its older versions.

Nothing that the author may not see is among them.
"""

import re
from dataclasses import dataclass

from catalog import revising
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.passages import Passage
from catalog.revising import Author, Same
from catalog.uploads import Upload
from engine.dense import DenseIndex
from search.similar import Similar, beside

ALIKE = 0.8
"""From this likeness on, a paper of the same kind is likely to be an earlier version."""
_CHANGING = re.compile(r"\d+|\b(?:revisi|versi|draf|final|salinan|perubahan)\b|[^\w\s]", re.IGNORECASE)


@dataclass(frozen=True)
class Near:
    """A paper like the upload: if it is a copy, and if the upload can be, and seems to be, its new version."""

    card: Passage
    is_copy: bool
    may_be_revised: bool
    seems_older: bool


@dataclass(frozen=True)
class Companions:
    """Other assets with the same bytes, and papers like it, the most alike first."""

    same: tuple[Same, ...]
    near: tuple[Near, ...]


def companions(index: DenseIndex, catalog: Catalog, upload: Upload, card: Card, author: Author) -> Companions:
    """Return what stands beside an upload whose page its author looks at."""
    same = tuple(revising.same_bytes(catalog, upload, author))
    found = beside(index, catalog, card, author.scope)
    keys = {one.key for one in same}
    near = (_near(catalog, card, one, author, is_copy=is_copy) for one, is_copy in found if one.card.asset not in keys)
    return Companions(same, tuple(near))


def _near(catalog: Catalog, card: Card, one: Similar, author: Author, *, is_copy: bool) -> Near:
    other = one.card
    try:
        may = bool(revising.revised(catalog, other.asset, author))
    except NotFoundError:
        may = False
    alike = other.kind == card.kind and (one.score >= ALIKE or _plain(other.title) == _plain(card.title))
    return Near(other, is_copy, may, may and (is_copy or alike))


def _plain(title: str) -> str:
    """Return a title without what changes from version to version."""
    return " ".join(_CHANGING.sub(" ", title).casefold().split())
