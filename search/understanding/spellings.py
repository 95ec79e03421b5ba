"""Other spellings of what stands in a question: what dates and numbers have in common."""

from dataclasses import dataclass

from search.understanding.glossary import Alternative

SAME = 0.9  # weight of another spelling of the same
OFTEN_OTHER = 0.6  # of one whose parts are small numbers, which stand together by chance


@dataclass(frozen=True)
class Spelled:
    """What stands at `start:end` of a question, and other spellings of it."""

    start: int
    end: int
    others: tuple[Alternative, ...]
