"""The key that signs sessions and form tokens: from the environment, else made once and kept in the data folder.

No backup holds it, and no command prints it. Whoever changes it ends every session.
"""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from catalog.errors import RujukanError
from catalog.folder import DataFolder

_SHORTEST = 32  # characters: 128 bits even of hexadecimal digits
_FEWEST_DIFFERENT = 8
VARIABLE, FILE_VARIABLE = "RUJUKAN_SECRET_KEY", "RUJUKAN_SECRET_KEY_FILE"


def load(folder: DataFolder) -> str:
    """Return the key; RujukanError `weak_secret_key` or `open_secret_key` for one that others may know.

    Where the data folder cannot be written and holds none, it lasts as long as this process.
    """
    if key := os.environ.get(VARIABLE):
        return _strong(key, VARIABLE)
    if named := os.environ.get(FILE_VARIABLE):
        return _read(Path(named))
    if not folder.secret_key.exists():
        try:
            _make(folder.secret_key)
        except (PermissionError, OSError):
            if os.access(folder.root, os.W_OK):
                raise
            return secrets.token_hex(32)
    return _read(folder.secret_key)


def _make(place: Path) -> None:
    """Write a new key beside its place and link it there: of two processes one wins, and no half key is ever read."""
    fresh = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{secrets.token_hex(32)}\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(fresh, place)
    finally:
        fresh.unlink()


def _read(place: Path) -> str:
    try:
        if stat.S_IMODE(place.stat().st_mode) & 0o077:
            raise RujukanError(
                "open_secret_key",
                f"Kunci rahasia {place} dapat dibaca pengguna lain di mesin ini. Hapus agar dibuat kunci baru, atau"
                " batasi izinnya (chmod 600) bila yakin belum terbaca.",
            )
        text = place.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise RujukanError("weak_secret_key", f"Kunci rahasia {place} tidak dapat dibaca ({error}).") from error
    return _strong(text.strip(), str(place))


def _strong(key: str, origin: str) -> str:
    if len(key) < _SHORTEST or len(set(key)) < _FEWEST_DIFFERENT:
        raise RujukanError(
            "weak_secret_key",
            f"Kunci rahasia dari {origin} terlalu mudah ditebak: pakai paling sedikit {_SHORTEST} karakter"
            " acak, misalnya dari `openssl rand -hex 32`.",
        )
    return key
