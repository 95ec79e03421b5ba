"""Patterns as tables and modules write them, for the text of pages."""

import re
from re import Pattern

_SPACE = re.compile(r"\[[^\]]*\]| \?| ")
_SPACES = {" ?": r"\s?", " ": r"\s+"}


def spaced(text: str) -> Pattern[str]:
    """Compile a pattern, for use without regard to case, in which a space is any white space: lines end anywhere.

    A space in brackets stays one.
    """
    return re.compile(_SPACE.sub(lambda found: _SPACES.get(found[0], found[0]), text), re.IGNORECASE)
