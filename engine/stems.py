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
    if known := stems.get(word):
        return known
    cut = str(_SNOWBALL.stemWord(word))
    return stems.get(cut) or cut


@cache
def _corrections() -> dict[str, str]:
    """Map what Snowball makes of a root's derived forms to the root itself.

    Snowball cannot know that "menulis" comes from "tulis" and cuts "kelola" to "lola".
    """
    roots = _roots()
    forms = [(form, root) for root in roots for form in _forms(root)]
    cut = _SNOWBALL.stemWords([form for form, _ in forms])
    found: dict[str, str] = {}
    for short, (_, root) in zip(cut, forms, strict=True):
        found.setdefault(short, root)
    return found | {root: root for root in roots} | _fixed()


@cache
def _roots() -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for line in _lines() if not line.startswith("tetap:") for word in line.split()))


def _fixed() -> dict[str, str]:
    """Give the words whose stem is set by hand: pengadaan is a word of its own, not ada."""
    words = [word for line in _lines() if line.startswith("tetap:") for word in line.split()[1:]]
    return {word.partition("=")[0]: word.partition("=")[2] or word.partition("=")[0] for word in words}


def _lines() -> list[str]:
    lines = files("corpora").joinpath("akar.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _forms(root: str) -> Iterator[str]:
    active, agent = _nasal(root)
    yield from (root + end for end in ("", "kan", "i", "an", "nya", "in"))
    yield from ("di" + root + end for end in ("", "kan", "i", "in"))
    yield from (active + end for end in ("", "kan", "i", "in"))
    yield from (agent + end for end in ("", "an"))
    yield from (start + root for start in ("ber", "ter", "memper"))
    yield "ke" + root + "an"
    yield from (start + end for start in _spoken_starts(root, active) for end in ("", "in"))


def _spoken_starts(root: str, active: str) -> list[str]:
    """Give a verb's beginnings in talk: ngesah-, ngitung, ngebuat, nyari."""
    starts = [active.removeprefix("me"), "nge" + root]
    if root[0] in "hc":
        starts.append({"h": "ng", "c": "ny"}[root[0]] + root[1:])
    return starts


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


def formal(word: str) -> str | None:
    """Give the standard form of a spoken one (ngesahin: mengesahkan, dicantumin: dicantumkan), None if it is none."""
    return _spoken_forms().get(word)


@cache
def _spoken_forms() -> dict[str, str]:
    roots = set(_roots())
    found: dict[str, str] = {}
    for root in roots:
        active, _ = _nasal(root)
        found |= {root + "in": root + "kan", "di" + root + "in": f"di{root}kan"}
        for start in _spoken_starts(root, active):
            found |= {start: active, start + "in": active + "kan"}
    return {spoken: standard for spoken, standard in found.items() if spoken not in roots and spoken != standard}
