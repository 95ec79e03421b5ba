"""A place in a version of an asset, as votes and reports keep it."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A page, or a sheet and its row, and a range (code points) of its text; None for what is not said."""

    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    start: int | None = None
    end: int | None = None


def dump(spot: Spot) -> str:
    """Return the JSON that is kept of a place."""
    return json.dumps({name: value for name, value in vars(spot).items() if value is not None}, ensure_ascii=False)


def load(kept: str) -> Spot:
    """Return the place of such JSON."""
    return Spot(**json.loads(kept))
