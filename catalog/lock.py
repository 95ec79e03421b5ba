"""One writer at a time, held by a lock of the kernel: it ends with the process, however that ends."""

import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from catalog.errors import RujukanError
from catalog.folder import DataFolder

_LOCKS = Path("/proc/locks")


@dataclass(frozen=True)
class Holder:
    """Who holds the lock: what for, which process on which host, since when in Unix seconds."""

    purpose: str
    pid: int
    host: str
    since: int


def holder(folder: DataFolder) -> Holder | None:
    """Return who holds the lock now, None if nobody does or it cannot be told; the lock itself is not touched."""
    try:
        held = _is_held(folder.lock.stat(), _LOCKS.read_text("ascii"))
        said = json.loads(folder.lock.read_text("utf8")) if held else None
        return None if said is None else Holder(said["purpose"], said["pid"], said["host"], said["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_held(file: os.stat_result, locks: str) -> bool:
    """Tell whether the kernel's list holds an exclusive lock of this file."""
    place = f"{os.major(file.st_dev):02x}:{os.minor(file.st_dev):02x}:{file.st_ino}"
    held = (line.split() for line in locks.splitlines())
    return any(words[1:2] == ["FLOCK"] and words[3:4] == ["WRITE"] and place in words for words in held)


@contextmanager
def writer_lock(folder: DataFolder, purpose: str) -> Iterator[None]:
    """Hold the folder's only writer's lock; RujukanError `locked` says who holds it, `unwritable` why none can."""
    with _opened(folder) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RujukanError("locked", _held_by(file)) from None
        _sign(file, purpose)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)


def _opened(folder: DataFolder) -> TextIO:
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
        return folder.lock.open("a+", encoding="utf8")
    except OSError as error:
        raise RujukanError(
            "unwritable",
            f"Folder data {folder.root} tidak dapat ditulis ({error.strerror}). Katalognya tidak diubah; periksa izin"
            " folder itu atau pilih yang lain dengan --data.",
        ) from error


def _sign(file: TextIO, purpose: str) -> None:
    holder = {"purpose": purpose, "pid": os.getpid(), "host": socket.gethostname(), "since": int(time.time())}
    with suppress(OSError):  # a full disk takes no name; the lock holds all the same
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), json.dumps(holder).encode("utf8"))


def _held_by(file: TextIO) -> str:
    file.seek(0)
    try:
        holder = json.loads(file.read())
        return (
            f"Katalog sedang ditulis oleh “{holder['purpose']}” (proses {holder['pid']} di {holder['host']})."
            " Tunggu sampai selesai, lalu jalankan lagi."
        )
    except (ValueError, KeyError):
        return "Katalog sedang ditulis oleh proses lain. Tunggu sampai selesai, lalu jalankan lagi."
