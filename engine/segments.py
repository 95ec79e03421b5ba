"""Are the files of a Tantivy index byte for byte what Tantivy wrote? The binding exposes no check, the files carry one.

Each file of a segment ends with a footer: JSON with the CRC-32 of all before it, the length of that JSON, and a magic
number (tantivy 0.27, src/directory/footer.rs).
"""

import json
import zlib
from pathlib import Path

_MAGIC = 1337
_CHUNK = 1 << 20


def damaged(folder: Path) -> list[str]:
    """Return the names of the files that are cut short or changed; reads every file of the index whole.

    A writer may replace segments meanwhile: what the index no longer names does not count.
    """
    suspects = [place for place in _files(folder) if not _is_intact(place)]
    named = set(_files(folder)) if suspects else set()
    return sorted(place.name for place in suspects if place in named)


def _files(folder: Path) -> list[Path]:
    try:
        segments = json.loads((folder / "meta.json").read_bytes())["segments"]
        names = [str(segment["segment_id"]).replace("-", "") for segment in segments]
    except (OSError, ValueError, KeyError, TypeError):
        return [folder / "meta.json"]
    return [place for name in names for place in folder.glob(f"{name}.*")]


def _is_intact(place: Path) -> bool:
    try:
        size = place.stat().st_size
        with place.open("rb") as file:
            file.seek(size - 8)
            length, magic = (int.from_bytes(file.read(4), "little") for _ in range(2))
            if magic != _MAGIC or not 0 < length < size:
                return False
            file.seek(size - 8 - length)
            wanted = int(json.loads(file.read(length))["crc"])
            file.seek(0)
            made, rest = 0, size - 8 - length
            while rest and (chunk := file.read(min(rest, _CHUNK))):
                made, rest = zlib.crc32(chunk, made), rest - len(chunk)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return made == wanted
