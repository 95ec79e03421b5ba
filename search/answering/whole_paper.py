"""What a paper says as a whole, and what the catalog says of it: where a word is looked for that a passage lacks."""

from collections.abc import Iterable, Iterator

from catalog.database import Catalog
from catalog.passages import Passage
from catalog.units import all_units
from catalog.whole_texts import extent, whole_text

_NASALS = {"s": "ny", "p": "m", "t": "n", "k": "ng"}
_VOWELS = frozenset("aeiou")


def said_of(catalog: Catalog, passage: Passage) -> str | None:
    """Return the text of a passage's paper and its card, in small letters, its lines in one.

    None where a page of the paper could not be read: nobody knows what stands there.
    """
    text = whole_text(catalog, extent(catalog, passage))
    return None if text is None else f"{text}\n{_card(catalog, passage)}".casefold().replace("\n", " ")


def stands(wording: Iterable[str], said: str) -> bool:
    """Tell whether all words or stems of a wording stand in what is said, in any place and form."""
    return all(any(form in said for form in _forms(word)) for word in wording)


def _forms(word: str) -> Iterator[str]:
    """Give a stem as it is, and as "pe" or "me" hide its first letter: "sisih" in "penyisihan"."""
    yield word
    if word[:1] in _NASALS and word[1:2] in _VOWELS:
        yield f"e{_NASALS[word[0]]}{word[1:]}"


def _card(catalog: Catalog, passage: Passage) -> str:
    """Give what the catalog says of a paper and its unit, and of the government itself, which has no parent."""
    units = [unit for unit in all_units(catalog) if unit.parent is None or unit.code == passage.unit]
    called = [word for unit in units for word in (unit.code, unit.name, unit.short, *unit.aliases)]
    return "\n".join([passage.title, passage.path, passage.community or "", *called])
