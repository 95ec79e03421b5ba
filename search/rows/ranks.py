"""How many rows nearest an end are asked for, and which one: "tiga laptop termahal", "bidang terluas kedua"."""

import re

from search.understanding.number_words import ORDINALS, WORD, in_words, value_in

_MOST = 20
_END = r"(?:ter[a-z]+|paling\s+[a-z]+)"
_RANKS = ORDINALS | {told: number for number in range(1, 10) for told in (str(number), in_words(number))}
_NUMBERED = rf"(?:yang\s+)?(?:nomor|urutan|peringkat|rangking|ranking)\s+(?:ke-?\s?)?(?:{'|'.join(_RANKS)})"
_RANKED = re.compile(
    rf"\b{_END}(?P<behind>\s+(?:{_NUMBERED}|(?:yang\s+)?(?:{'|'.join(ORDINALS)})|ke-?\s?[1-9]))\b"
    rf"|\b(?P<before>{_NUMBERED})\s+(?:yang\s+)?(?={_END}\b)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\W*(?P<asking>(?:sebutkan|tampilkan|apa saja|mana saja|daftar)\s+)?(?:top\s+)?"
    rf"(?P<many>\d{{1,2}}|{WORD})\s+(?=[a-z])",
    re.IGNORECASE,
)


def several(text: str) -> tuple[int, str] | None:
    """Give how many are asked for, from 2 to 20, and the question without it; None where it says no such number."""
    said = _SEVERAL.match(text)
    many = value_in(said["many"]) or 0 if said else 0
    return (many, f"{said['asking'] or ''}{text[said.end() :]}") if said and 1 < many <= _MOST else None


def rank(text: str) -> tuple[int, str]:
    """Give which one from an end is asked for, 0 where that is not said, and the question without it."""
    said = _RANKED.search(text)
    if said is None:
        return 0, text
    name = "behind" if said["behind"] else "before"
    which = re.sub(r"^ke-?\s?(?=\d)", "", said[name].casefold().split()[-1])
    return _RANKS[which], f"{text[: said.start(name)]} {text[said.end(name) :]}"
