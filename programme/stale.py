"""Saving over what somebody else saved meanwhile: refused, for a form carries what its record was when it was opened.

It carries a mark: a short hash of each field, so that a later look tells which of them say something else by now.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError

Result = TypeVar("Result")
Record = Mapping[str, object]
"""What a form shows of what it changes, by field: texts, numbers, None, and tuples of them."""
_SIGNS = 12  # of a hash: that a change goes unseen happens once in 10^14


class StaleError(RujukanError):
    """A record is not what it was when its form was opened; `changed` is what it says now, by field."""

    def __init__(self, changed: Record) -> None:
        super().__init__(
            "stale",
            "Belum disimpan: catatan ini diubah sejak halamannya dibuka. Bandingkan dengan yang Anda tulis,"
            " lalu simpan lagi bila memang ingin menggantinya.",
        )
        self.changed = changed


def fields(*names: str) -> Callable[[object], Record]:
    """Return what takes these fields of an object as a record."""
    return lambda of: {name: getattr(of, name) for name in names}


def mark(record: Record) -> str:
    """Return the mark of a record, for the form that is opened on it."""
    return " ".join(f"{name}:{_hash(value)}" for name, value in record.items())


def changed(seen: str, now: Record) -> Record:
    """Return the fields of a record that are not as they were when the mark was taken, or that it does not know."""
    known = dict(part.rpartition(":")[::2] for part in seen.split())
    return {name: value for name, value in now.items() if known.get(name) != _hash(value)}


def save(
    catalog: Catalog, seen: str, read: Callable[[], Record], act: Callable[[], Result], *, repeats: bool = True
) -> Result | None:
    """Act on a record that is as its form was opened on, in one transaction; StaleError for any other.

    What would leave the record as it is by now, such as a form that was sent twice, does nothing and is no error: None;
    `repeats` says that this may be tried, which it may not where the act moves files.
    """
    with catalog.writing():
        now = read()
        if differs := changed(seen, now):
            if repeats and _leaves(catalog, now, read, act):
                return None
            raise StaleError(differs)
        return act()


def _leaves(catalog: Catalog, now: Record, read: Callable[[], Record], act: Callable[[], object]) -> bool:
    """Tell whether acting would leave a record as it is: tried, and undone in any case."""
    with catalog.undone():
        try:
            act()
            return read() == now
        except NotFoundError:
            raise  # it is not for whoever asks, whatever it was
        except RujukanError:
            return False


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf8", "surrogatepass")).hexdigest()[:_SIGNS]
