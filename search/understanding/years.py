"""Years as a search takes them: "2024", "2023-2025", "2023-" (since then) and "-2022" (until then)."""

import re

FIRST, LAST = 1900, 2099
"""What an open span begins or ends with."""
FORM = r"(?:19|2\d)\d\d(?:-(?:(?:19|2\d)\d\d)?)?|-(?:19|2\d)\d\d"
"""A pattern of what `read` takes, but for the order of two years."""
FORMS = "2024, 2023-2025, 2023- (sejak), atau -2022 (sampai)"
"""What `read` takes, told to who wrote something else."""


def read(written: str) -> range | None:
    """Give the years that are written in one of these forms; None for another, and where the last comes first."""
    if not re.fullmatch(FORM, written, re.ASCII):
        return None
    first, _, last = written.partition("-") if "-" in written else (written, "", written)
    years = range(int(first or FIRST), int(last or LAST) + 1)
    return years or None


def told(years: range) -> str:
    """Give years as `read` takes them."""
    first, last = years[0], years[-1]
    if first == last:
        return str(first)
    if last == LAST:
        return f"{first}-"
    return f"-{last}" if first == FIRST else f"{first}-{last}"
