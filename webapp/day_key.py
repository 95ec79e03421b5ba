"""The key of a day, by which visitors are told apart on that day alone: the next day's takes its place, and it is gone.

It lies in the data folder (`kunci_harian.DAY`, readable by its owner alone), so that all processes know the same one.
No backup holds it.
"""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

_NAME = "kunci_harian"


@dataclass
class DayKey:
    """Keeps the key of the day that was last asked for."""

    root: Path
    _day: str = ""
    _key: bytes = b""
    _turn: Lock = field(default_factory=Lock)

    def pseudonym(self, whose: str, day: str) -> str:
        """Return what stands for someone on that day."""
        with self._turn:
            if day != self._day:
                self._key, self._day = self._of(day), day
        return hmac.new(self._key, whose.encode("utf8", "surrogatepass"), hashlib.sha256).hexdigest()[:16]

    def _of(self, day: str) -> bytes:
        """Return the key of a day, made if there is none yet, and delete those of other days."""
        place = self.root / f"{_NAME}.{day}"
        try:
            for old in self.root.glob(f"{_NAME}.*"):
                if old != place:
                    old.unlink(missing_ok=True)
            if not place.exists():
                make(place)
            return place.read_bytes()
        except OSError:
            return secrets.token_bytes(32)  # a folder that cannot be written: the process's own for this day


def make(place: Path) -> None:
    """Write a key beside its place and link it there: of two processes one wins, and no half key is ever read."""
    fresh = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(32))
        with suppress(FileExistsError):
            os.link(fresh, place)
    finally:
        fresh.unlink()
