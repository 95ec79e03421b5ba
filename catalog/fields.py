"""What a paper says of itself, as stored with a version: named fields, and where each of them stands."""

from collections.abc import Sequence

FieldValue = str | list[str] | list[dict[str, str]]
Fields = dict[str, FieldValue]
Place = dict[str, str | int | None]
"""Where words stand: `page`, `sheet`, `row`, and `start` and `end` in the text of that page, each None if unknown."""
Places = dict[str, Place | list[Place]]
"""The place of each field by its name; of a list, the place of each of its items."""
Evidence = Sequence[dict[str, str | int | None]]
"""Why a version has its kind: for each sign the `rule`, `where` it looked, the `text` it found, and its place."""

SET_BY_A_PERSON: Evidence = (
    {"rule": "ditetapkan orang", "where": "orang", "text": "", "page": None, "sheet": None, "start": None, "end": None},
)
