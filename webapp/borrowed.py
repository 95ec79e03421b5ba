"""Sentences that lower rooms say in Indonesian, with values in them, in the language of the page.

Those rooms know no languages, and the command line and the API say what they say. `python -m tools.translations`
reads their sentences out of the code and marks them in the English catalog; a sentence is known again here by its
words, and one that is not stays as it is. What is filled in is never translated: names of columns, papers, people.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from webapp.language import BORROWED, english_messages, gettext, language

OWN_WORDS = frozenset(["label", "measure", "wanted", "states", "may"])
"""Names of the values that are words of the lower rooms themselves: these are translated where they are known."""

_PLACE = re.compile(r"%\((\w+)\)s")
_ENDS = re.compile(r"(?<=\.) ")
_LONGEST = 4_000  # characters, and sentences of one text: beyond that it is no message of ours
_MOST = 20


@dataclass(frozen=True)
class Sentence:
    """A sentence with places for values: its text as the catalog has it, its words around the places, their names."""

    text: str
    words: tuple[str, ...]
    names: tuple[str, ...]

    def values(self, said: str) -> dict[str, str] | None:
        """Return what stands at the places if these are the words of what was said, None for another sentence."""
        first, *between, last = self.words
        if len(said) < len(first) + len(last) or not (said.startswith(first) and said.endswith(last)):
            return None
        at, end, found = len(first), len(said) - len(last), []
        for part in between:
            if (next_ := said.find(part, at, end)) < 0:
                return None
            found.append(said[at:next_])
            at = next_ + len(part)
        return dict(zip(self.names, [*found, said[at:end]], strict=True))


def translated(said: str) -> str:
    """Return what a lower room said in the language of the page; what is not known as it is."""
    if language() == "id" or len(said) > _LONGEST:
        return said
    return _sequence(said) or _whole(said) or said


def _whole(said: str) -> str | None:
    """Return one known sentence in the language of the page."""
    if (told := gettext(said)) != said:
        return told
    for sentence in _alike(said):
        if (values := sentence.values(said)) is not None:
            # No keywords of gettext: a value may have the name of its own parameter.
            return gettext(sentence.text) % {name: _filled(name, value) for name, value in values.items()}
    return None


def _sequence(said: str) -> str | None:
    """Return several known sentences in a row, each cut off where the first known one ends."""
    pieces = _ENDS.split(said)
    told: list[str] = []
    at = 0
    while at < len(pieces) <= _MOST:
        ends = range(at + 1, len(pieces) + 1)
        known = ((end, _whole(" ".join(pieces[at:end]))) for end in ends)
        end, words = next(((end, words) for end, words in known if words is not None), (0, None))
        if words is None:
            return None
        told.append(words)
        at = end
    return " ".join(told) or None


def _filled(name: str, value: str) -> str:
    if name.rstrip("0123456789") not in OWN_WORDS:
        return value
    return ", ".join(gettext(word) if word else "" for word in value.split(", "))


def _alike(said: str) -> Iterator[Sentence]:
    """Give the sentences that begin like what was said, then those that begin with a value."""
    begins = _sentences()
    yield from begins.get(_first(said), ())
    yield from begins.get("", ())


@cache
def _sentences() -> Mapping[str, tuple[Sentence, ...]]:
    """Return the sentences that hold values by their first word, "" where a value stands in it; long ones first."""
    found: dict[str, list[Sentence]] = {}
    for text in (str(one.id) for one in english_messages() if BORROWED in one.auto_comments):
        parts = _PLACE.split(text)
        if len(parts) > 1:
            words = tuple(part.replace("%%", "%") for part in parts[::2])
            first = _first(words[0]) if " " in words[0] else ""
            found.setdefault(first, []).append(Sentence(text, words, tuple(parts[1::2])))
    return {word: tuple(sorted(some, key=lambda one: -sum(map(len, one.words)))) for word, some in found.items()}


def _first(text: str) -> str:
    return text.partition(" ")[0]
