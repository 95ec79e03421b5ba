"""Settings that an operator writes down in a file of the data folder, as TOML."""

import tomllib
from pathlib import Path
from typing import Any

from catalog.errors import RujukanError


def read(place: Path, code: str) -> dict[str, Any]:
    """Return what a file says, nothing where there is none; RujukanError of that code for one that cannot be read."""
    try:
        return tomllib.loads(place.read_text(encoding="utf8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise RujukanError(code, f"Berkas {place} tidak dapat dibaca: {error}.") from error
