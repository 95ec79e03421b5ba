"""The article of a rule that a question names: "pasal 17", "pasal 45B ayat (3) huruf a", "diktum kedua"."""

import re
from typing import NamedTuple

_ARTICLE = re.compile(
    r"\b(?:pasal|psl\.?|ps\.)\s*(?:ke-?\s?)?(?P<number>\d{1,3})(?P<letter>[A-Z]{1,2}|[a-z]|(?-i:\s[A-Z]))?(?![\w/]|[.,]\d)"
    r"(?:\s*ayat\s*\(?(?:ke-?\s?)?(?P<paragraph>\d{1,2})\)?)?(?:\s*(?:huruf|butir)\s*\(?(?P<item>[a-z])\)?(?!\w))?",
    re.IGNORECASE,
)
_DICTUM = re.compile(r"\b(?:diktum|dictum|amar)\s+(?P<ordinal>ke[a-z]{3,10}(?: ?belas)?)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\bayat\s*\(?(?:ke-?\s?)?(\d{1,2})\)?", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\s*(?:dan|atau|serta|,|/|-|–|s\.?/?d\.?|sampai|hingga)\s*(?:dengan\s*)?(?:pasal\s*)?\d", re.IGNORECASE
)
_EXPLAINED = re.compile(r"\bpenjelasan\b", re.IGNORECASE)


class AskedArticle(NamedTuple):
    """An article by its number and letter as its heading has them ("45B"), or a decision's dictum ("KEDUA").

    With it, where named, its paragraph ("3") and item ("a"). `explained` asks for what the elucidation says of it.
    """

    name: str
    is_dictum: bool = False
    paragraph: str | None = None
    item: str | None = None
    explained: bool = False


def asked_article(question: str) -> AskedArticle | None:
    """Give the one article that a question names; None where it names none, or several."""
    explained = bool(_EXPLAINED.search(question))
    if dictum := _DICTUM.search(question):
        return AskedArticle(dictum["ordinal"].replace(" ", "").upper(), is_dictum=True)
    found = list(_ARTICLE.finditer(question))
    if len({_name(match) for match in found}) != 1 or _OF_SEVERAL.match(question, found[-1].end()):
        return None
    paragraph = next((match["paragraph"] for match in found if match["paragraph"]), None)
    if paragraph is None and (apart := _PARAGRAPH.search(question)):  # "pasal 45 UU ITE ayat 3"
        paragraph = apart[1]
    item = next((match["item"] for match in found if match["item"]), None)
    return AskedArticle(_name(found[0]), paragraph=paragraph, item=item and item.lower(), explained=explained)


def _name(match: re.Match[str]) -> str:
    return match["number"] + (match["letter"] or "").strip().upper()
