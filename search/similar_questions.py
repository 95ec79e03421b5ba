"""Questions like one that was asked: what many others asked and got an answer to, and what found papers ask themselves.

Somebody's words are shown to others here. So a question of the log is offered only if it was answered for several
askers, if nothing of it was masked, and to nobody who sees less than all of these did; words that units' own or hidden
papers may have given are never offered. What papers ask is read from passages that the viewer's Scope let through.
"""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from threading import Lock

from catalog import questions
from catalog.database import Catalog
from engine.analysis import stems
from search.answering.quotable import quotable
from search.understanding.glossary import load
from search.understanding.masking import MASKS
from search.understanding.personal import asks_for_personal_data

MOST = 4
"""Questions at a time."""
_KEPT = 60  # seconds for which the log is not read anew
_FLOOR, _FLOOR_FOUND = 0.4, 0.25  # of words in common; passages that were found speak of the same already
_SHORTEST, _LONGEST = 3, 200  # words of a question in a paper, and characters of any
_READ, _OF_A_PASSAGE = 4_000, 20  # characters of a passage that are looked at, and questions of it that are kept
_ITEM = re.compile(r"^(?:\(?\w{1,3}[.)]|[-–—•*]|(?:t|p|tanya|pertanyaan)\s*:)\s*", re.IGNORECASE)
_PUBLIC, _INTERNAL = ("publik",), ("publik", "internal")


@dataclass(frozen=True)
class Known:
    """A question, the stems of what it is about, and the same with the words that ask for it: when is not who."""

    text: str
    words: frozenset[str]
    asking: frozenset[str]


@dataclass
class AskedBefore:
    """What may be offered of the log of questions, kept for a minute."""

    clock: Callable[[], float] = time.monotonic
    _kept: dict[tuple[str, ...], tuple[float, tuple[Known, ...]]] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)

    def by(self, catalog: Catalog, viewer: str) -> tuple[Known, ...]:
        """Return what this class of viewers may be offered: the public what the public asked alone."""
        classes = _PUBLIC if viewer == "publik" else _INTERNAL
        with self._turn:
            read, known = self._kept.get(classes, (None, ()))
            if read is None or self.clock() - read > _KEPT:
                known = tuple(_known(text) for text in questions.answered_often(catalog, classes) if _may_be_told(text))
                self._kept[classes] = (self.clock(), known)
        return known


def similar_questions(text: str, before: Iterable[Known], found: Iterable[str]) -> tuple[str, ...]:
    """Return at most MOST questions like `text`, nearest first, of those known `before` and in passages `found`."""
    asked = _known(text)
    near = [(_likeness(asked, one), _FLOOR, one) for one in before if not asked.words.isdisjoint(one.words)]
    near += [(_likeness(asked, one), _FLOOR_FOUND, one) for passage in found for one in _asked_in(passage)]
    ranked = sorted((one for one in near if one[0] >= one[1]), key=lambda one: -one[0])
    told = {asked.asking: ""}
    for _, _, one in ranked:
        if len(told) <= MOST:
            told.setdefault(one.asking, one.text)
    return tuple(text for text in told.values() if text)


def _known(text: str) -> Known:
    said, glossary = frozenset(stems(text)), load()
    return Known(text, said - glossary.stop, said - (glossary.stop - glossary.asking))


def _likeness(one: Known, other: Known) -> float:
    return 2 * len(one.words & other.words) / ((len(one.words) + len(other.words)) or 1)


def _may_be_told(text: str) -> bool:
    return len(text) <= _LONGEST and not any(mask in text for mask in MASKS) and not asks_for_personal_data(text)


def _asked_in(passage: str) -> tuple[Known, ...]:
    return _read_in(passage) if "?" in passage else ()


@lru_cache(maxsize=1024)
def _read_in(passage: str) -> tuple[Known, ...]:
    """Return the questions in a passage: the same passages are found again and again, and taking one apart costs."""
    text = passage[:_READ]
    bare = (_bare(text[start:end]) for start, end in quotable(text))
    return tuple(islice((_known(one) for one in bare if _is_whole(one)), _OF_A_PASSAGE))


def _bare(piece: str) -> str:
    """Give a question without its item's mark, or a heading that runs on into it: within, none asks with a capital."""
    words = _ITEM.sub("", " ".join(piece.split())).split()
    return " ".join(words[next((at for at, word in enumerate(words) if word[0].isupper() and load().asks(word)), 0) :])


def _is_whole(text: str) -> bool:
    words: Sequence[str] = text.split()
    if not load().asks(" ".join(words[:_SHORTEST])):
        return False  # a decision in a flow or table of steps ends so, too
    return text.endswith("?") and text.count("?") == 1 and len(words) >= _SHORTEST and len(text) <= _LONGEST
