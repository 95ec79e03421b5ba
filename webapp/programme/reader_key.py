"""The key by which readers are told apart without names. It stays: people are counted once over a whole year.

It lies in the data folder (`kunci_pembaca`, readable by its owner alone), so that all processes know the same one. No
backup holds it. Where it is lost, everybody is a new reader from then on.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from threading import Lock

from catalog.folder import DataFolder
from webapp import day_key


@dataclass
class ReaderKey:
    """Keeps the key once it is read."""

    folder: DataFolder
    _key: bytes = b""
    _turn: Lock = field(default_factory=Lock)

    def pseudonym(self, account: int) -> str | None:
        """Return what stands for an account; None where no key can be kept: each process would count them anew."""
        with self._turn:
            self._key = self._key or self._read()
        if not self._key:
            return None
        return hmac.new(self._key, f"pembaca {account}".encode(), hashlib.sha256).hexdigest()[:32]

    def _read(self) -> bytes:
        place = self.folder.reader_key
        try:
            if not place.exists():
                day_key.make(place)
            return place.read_bytes()
        except OSError:
            return b""
