"""Moments and lengths of time as the pages say them, by this machine's clock."""

from datetime import datetime

from webapp import labels
from webapp.language import gettext


def moment(at: int | float | None) -> str:
    """Return a Unix time as “5 Maret 2026 pukul 14.05”; "" for None."""
    if at is None:
        return ""
    then = datetime.fromtimestamp(at).astimezone()
    day = labels.long_date(then.date().isoformat())
    return gettext("%(day)s pukul %(hour)02d.%(minute)02d", day=day, hour=then.hour, minute=then.minute)


def stamp(at: int | float) -> str:
    """Return a Unix time for the `datetime` of a `time` element."""
    return datetime.fromtimestamp(at).astimezone().isoformat(timespec="seconds")


def lasting(seconds: float) -> str:
    """Return a length of time in its largest fitting unit."""
    if seconds < 90:
        return gettext("%(n)s detik", n=round(seconds))
    if seconds < 5400:
        return gettext("%(n)s menit", n=round(seconds / 60))
    return gettext("%(n)s jam", n=labels.number(seconds / 3600, 1))
