"""Indonesian stems: Snowball, put right for the roots of corpora/akar.txt."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import Stemmer

# One stemmer serves all threads: PyStemmer holds the interpreter lock during a call.
_SNOWBALL = Stemmer.Stemmer("indonesian", 0)
_VOWELS = "aiueo"
_NASAL = {"p": "m", "t": "n", "k": "ng", "s": "ny"}  # the letter that me- and pe- put in place of the first one
_BEFORE = {"b": "m", "f": "m", "v": "m", "c": "n", "d": "n", "j": "n", "z": "n", "g": "ng", "h": "ng"}


def stem(word: str) -> str:
    """Give the stem of a casefolded word; a word with a digit, or of fewer than four letters, stays as it is."""
    if len(word) < 4 or not word.isalpha():
        return word
    stems = _corrections()
    return stems.get(word) or stems.get(_snowball(word)) or _snowball(word)


def _snowball(word: str) -> str:
    return str(_SNOWBALL.stemWord(word))


@cache
def _corrections() -> dict[str, str]:
    """Map what Snowball makes of a root's derived forms to the root itself.

    Snowball cannot know that "menulis" comes from "tulis" and cuts "kelola" to "lola".
    """
    roots = files("corpora").joinpath("akar.txt").read_text(encoding="utf-8").splitlines()
    words = [root for line in roots if not line.startswith("#") for root in line.split()]
    found: dict[str, str] = {}
    for root in words:
        for form in _forms(root):
            found.setdefault(_snowball(form), root)
    return found | {root: root for root in words}


def _forms(root: str) -> Iterator[str]:
    active, agent = _nasal(root)
    yield from (root + end for end in ("", "kan", "i", "an", "nya", "in"))
    yield from ("di" + root + end for end in ("", "kan", "i", "in"))
    yield from (active + end for end in ("", "kan", "i", "in"))
    yield from (agent + end for end in ("", "an"))
    yield from (start + root for start in ("ber", "ter", "memper"))
    yield "ke" + root + "an"
    yield from _spoken(root, active)


def _spoken(root: str, active: str) -> Iterator[str]:
    """Give the forms of talk: ngesahin, ngitung, ngebuat, nyari."""
    starts = {active.removeprefix("me"), "nge" + root}
    if root[0] in "hc":
        starts.add({"h": "ng", "c": "ny"}[root[0]] + root[1:])
    for start in sorted(starts):
        yield from (start, start + "in")


def _nasal(root: str) -> tuple[str, str]:
    """Give the root behind me- and behind pe-: tulis becomes menulis and penulis, sah mengesahkan's mengesah."""
    if sum(letter in _VOWELS for letter in root) == 1:
        tail = "nge" + root
    elif root[0] in _VOWELS:
        tail = "ng" + root
    elif root[0] in _NASAL and root[1] in _VOWELS:
        tail = _NASAL[root[0]] + root[1:]
    else:
        tail = _BEFORE.get(root[0], "") + root
    return "me" + tail, "pe" + tail
