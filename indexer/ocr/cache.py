"""What was read on a picture, kept by the picture's bytes: no page is recognised twice by the same program.

Derived: the folder may be deleted at any time, and a file in it that cannot be read counts as absent.
"""

import hashlib
import json
import logging
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from indexer.ocr.picture import Picture
from indexer.ocr.words import Line, packed, unpacked

FORMAT = 1
"""Part of the key: another one forgets all that was kept."""


@dataclass(frozen=True)
class Found:
    """The lines on a page, and the picture on which they stand; its pixels are not kept."""

    lines: tuple[Line, ...]
    picture: Picture


class Cache:
    """The folder `ocr/` of a data folder."""

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program

    def get(self, picture: Picture) -> Found | None:
        """Return what was found on a picture, None if that is not known."""
        try:
            kept = json.loads(self._place(picture).read_bytes())
            width, height, dpi, turn, skew = kept["picture"]
            return Found(unpacked(kept["lines"]), Picture(width, height, dpi, turn, skew, b""))
        except (OSError, ValueError, TypeError, KeyError, IndexError):
            return None

    def put(self, picture: Picture, found: Found) -> None:
        """Keep what was found on a picture, whole or not at all; a full disk keeps nothing and stops nobody."""
        place, on = self._place(picture), found.picture
        kept = {"picture": [on.width, on.height, on.dpi, on.turn, on.skew], "lines": packed(found.lines)}
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
            try:
                with os.fdopen(handle, "w", encoding="utf8") as file:
                    json.dump(kept, file, ensure_ascii=False, separators=(",", ":"))
                Path(name).replace(place)
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError as error:
            logging.getLogger(__name__).warning("OCR of a page is not kept: %s", error)

    def _place(self, picture: Picture) -> Path:
        about = f"{FORMAT} {self._program} {picture.width} {picture.height} {picture.dpi} {picture.skew}\n"
        key = hashlib.sha256(about.encode("utf8") + picture.pixels).hexdigest()
        return self._folder / key[:2] / f"{key}.json"
