"""Near misses made of questions that are answered: a name, a year or a number in them is exchanged for another.

What answered the question then answers no more, though nearly all of its words still stand there: what people ask when
the office, the year or the article that they want is not among the files.
"""

import random
import re
from collections.abc import Iterator, Sequence
from re import Match

from embedding.reader.exchanged import NAME, NUMBER

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARS_AWAY = (-7, -5, -3, 3, 5, 7)
_FURTHER = (3, 5, 7, 11, 13)


def swapped(questions: Sequence[str], seed: int) -> list[str]:
    """Give each question that holds a name, year or number with one of these exchanged; the same for the same seed.

    Names come from the other questions; a year moves by three to seven, another number up by three to thirteen.
    """
    draw = random.Random(seed)
    names = sorted({name for question in questions for name in NAME.findall(question)})
    made = (_exchanged(question, names, draw) for question in questions)
    return [question for question in made if question is not None]


def _exchanged(question: str, names: Sequence[str], draw: random.Random) -> str | None:
    ways = list(_ways(question, names, draw))
    if not ways:
        return None
    there, other = draw.choice(ways)
    if other.casefold() in question.casefold():
        return None
    return question[: there.start()] + other + question[there.end() :]


def _ways(question: str, names: Sequence[str], draw: random.Random) -> Iterator[tuple[Match[str], str]]:
    if name := NAME.search(question):
        yield name, draw.choice(names)
    if year := _YEAR.search(question):
        yield year, str(int(year[0]) + draw.choice(_YEARS_AWAY))
    elif number := NUMBER.search(question):
        yield number, str(int(number[0]) + draw.choice(_FURTHER))
