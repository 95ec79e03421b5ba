"""One writer at a time, held by a lock of the kernel: it ends with the process, however that ends."""

import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from catalog.errors import RujukanError
from catalog.folder import DataFolder


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
        who = f"“{holder['purpose']}” (proses {holder['pid']} di {holder['host']})"
    except (ValueError, KeyError):
        who = "proses lain"
    return f"Katalog sedang ditulis oleh {who}. Tunggu sampai selesai, lalu jalankan lagi."
