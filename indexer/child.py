"""The child process that reads files: one request in, one answer out, until its parent goes away.

Messages on both pipes are a 4-byte mark, a 4-byte big-endian length and that many bytes of JSON. An answer with
`bytes` is followed by so many bytes: the pixels of a page.
"""

import ctypes
import dataclasses
import json
import logging
import os
import resource
import signal
import struct
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from indexer.document import ReadError
from indexer.limits import Limits, over, use
from indexer.ocr.picture import Picture
from indexer.packing import pack
from indexer.readers.reading import read_file
from indexer.readers.reasons import refusal

MARK = b"RJK1"
HEADER = struct.Struct(">4sI")
_PR_SET_PDEATHSIG = 1
_CLONE_NEWNET = 0x40000000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.spawn",
    "pty.",
    "shutil.",
)
_REFUSED_EVENTS = frozenset({"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate"})


def main() -> None:
    """Serve requests from standard input until it ends: `child.py PARENT_PID LIMITS`, the limits as JSON."""
    parent, limits = int(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    requests, answers = _private_pipes()
    _die_with(parent)
    _shut_in(limits.memory_mb << 20)
    use(limits)
    draw = Drawer()
    while request := read_message(requests):
        start, pixels = time.monotonic(), b""
        try:
            if "page" in request:
                answer, pixels = draw(request)
            else:
                answer = {"document": pack(read_file(Path(request["path"]), request["name"], request["pages"]))}
        except ReadError as error:
            answer = _told(error)
        except (MemoryError, RecursionError) as error:
            answer = _told(over("memory_mb" if isinstance(error, MemoryError) else "nesting")) | {"last": True}
        except OSError:
            answer = _told(refusal("unreadable"))
        except Exception:
            # Readers' libraries raise anything on a broken file; the log names it, the caller gets a code.
            logging.exception("cannot read %r", request["path"])
            answer = _told(refusal("corrupt"))
        write_message(answers, answer | {"seconds": round(time.monotonic() - start, 3)}, limits.output_mb << 20)
        answers.write(pixels)
        answers.flush()
        if "last" in answer:
            return


class Drawer:
    """Draws pages for OCR and for people; what it needs for that is imported when the first is asked for."""

    def __init__(self) -> None:
        self._picture: Callable[[Path, int, int], Picture] | None = None
        self._sheets: Any = None

    def __call__(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return the answer, and the bytes that follow it; ReadError where the page cannot be drawn."""
        return self._for_ocr(request) if "turn" in request else self._for_people(request)

    def _for_people(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        if self._sheets is None:
            self._sheets = import_module("indexer.previews.drawing").Sheets()
        path, page = Path(request["path"]), request["page"]
        if "width" in request:
            drawn = self._sheets.picture(path, page, request["width"])
            return {"bytes": len(drawn)}, drawn
        size, found = self._sheets.seen(path, page, request["quote"])
        return {"size": size, "found": found}, b""

    def _for_ocr(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        if self._picture is None:
            self._picture = import_module("indexer.ocr.drawing").Drawings().picture
        drawn = self._picture(Path(request["path"]), request["page"], request["turn"])
        told = {f.name: getattr(drawn, f.name) for f in dataclasses.fields(drawn)} | {"pixels": None}
        return {"picture": told, "bytes": len(drawn.pixels)}, drawn.pixels


def read_message(pipe: BinaryIO) -> dict[str, Any] | None:
    """Return the next message, or None at the end of the pipe."""
    header = pipe.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    message: dict[str, Any] = json.loads(pipe.read(HEADER.unpack(header)[1]))
    return message


def write_message(pipe: BinaryIO, message: dict[str, Any], max_bytes: int) -> None:
    """Write a message; one over `max_bytes` is replaced by a refusal."""
    body = json.dumps(message).encode("ascii")
    if len(body) > max_bytes:
        body = json.dumps(
            _told(over("output_mb", len(body) / (1 << 20))) | {"seconds": message.get("seconds", 0.0)}
        ).encode("ascii")
    pipe.write(HEADER.pack(MARK, len(body)) + body)
    pipe.flush()


def _told(error: ReadError) -> dict[str, Any]:
    return {"code": error.code, "reason": error.reason, "media_type": error.media_type}


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes to ourselves: what a library prints or reads goes to the null device."""
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _die_with(parent: int) -> None:
    """Ask the kernel to kill this process when its parent ends, even in the middle of a read."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(0)


def _shut_in(memory: int) -> None:
    """Bound memory, and close the ways out: no file is written, no socket opened, no program started."""
    ctypes.CDLL(None).unshare(_CLONE_NEWNET)  # fails without privileges; the audit hook holds then
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # openpyxl loads numpy where it finds it: 0.2 s and 30 MB that no reader needs.
    cast(dict[str, object], sys.modules)["numpy"] = None
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(details[2], int) and details[2] & _WRITING
    if writes or event.startswith(_REFUSED) or event in _REFUSED_EVENTS:
        raise PermissionError(f"a reader may not do this: {event} {details[:1]}")


if __name__ == "__main__":
    main()
