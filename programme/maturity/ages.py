"""How long a community has been there: one that is too young to be assessed is shown as such, never as a low one."""

from calendar import monthrange
from datetime import date

YOUNG = 6
"""Months; a younger community is not assessed yet."""


def is_young(founded: str | None, on: date) -> bool:
    """Tell whether what was founded on an ISO date is younger than YOUNG on a day; never if its age is not recorded."""
    try:
        first = date.fromisoformat(founded or "")
    except ValueError:
        return False
    years, month = divmod(first.month - 1 + YOUNG, 12)
    year, month = first.year + years, month + 1
    return date(year, month, min(first.day, monthrange(year, month)[1])) > on
