"""Which language model may rephrase, and what it may be sent: `model_bahasa.toml` in the data folder; without it, none.

docs/language-model.md tells the settings to people.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from catalog import settings_file
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.words import ACCESS

CALL = "/chat/completions"
_PATH = re.compile(r"[!-~]*")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]{0,63}")
_KEY = re.compile(r"[!-~]{1,4096}")
_DEFAULTS: Mapping[str, Any] = {
    "alamat": "",
    "model": "",
    "detik": 8,
    "jaringan_luar": False,
    "akses": None,
    "variabel_kunci": "RUJUKAN_LM_KEY",
    "berkas_ca": None,
    "balasan_kib": 64,
}


@dataclass(frozen=True)
class LanguageModel:
    """An OpenAI-compatible endpoint: where it is, which model answers there, and the bounds of one call.

    `seconds` bounds the whole call, `most_bytes` the reply; `outside` lets the host be one of the public network.
    `access` are the classes of assets whose quotes may be sent. `key` is secret and shown nowhere.
    """

    scheme: str
    host: str
    port: int
    path: str
    model: str
    seconds: float
    most_bytes: int
    outside: bool
    access: tuple[str, ...]
    authorities: str | None = None
    key: str = field(default="", repr=False)


def read(folder: DataFolder) -> LanguageModel | None:
    """Return the language model of a data folder, None if it has none.

    Raises RujukanError `bad_language_model` that names the line that cannot be used.
    """
    if not folder.language_model.exists():
        return None
    said = settings_file.read(folder.language_model, "bad_language_model")
    if unknown := sorted(set(said) - set(_DEFAULTS)):
        raise _wrong(folder, f"memuat “{unknown[0]}” yang tidak dikenal; yang ada: {', '.join(_DEFAULTS)}")
    return _checked(folder, {**_DEFAULTS, **said})


def _checked(folder: DataFolder, said: Mapping[str, Any]) -> LanguageModel:
    scheme, host, port, path = _address(folder, said["alamat"])
    outside = said["jaringan_luar"]
    if type(outside) is not bool:
        raise _wrong(folder, "`jaringan_luar` harus true atau false")
    return LanguageModel(
        scheme=scheme,
        host=host,
        port=port,
        path=path,
        model=_words(folder, said, "model"),
        seconds=_whole(folder, said, "detik", 60),
        most_bytes=1024 * _whole(folder, said, "balasan_kib", 1024),
        outside=outside,
        access=_access(folder, said["akses"], outside=outside),
        authorities=None if said["berkas_ca"] is None else _words(folder, said, "berkas_ca"),
        key=_key(folder, said),
    )


def _address(folder: DataFolder, said: object) -> tuple[str, str, int, str]:
    """Return scheme, host, port and path of the call; `alamat` is the base, such as http://10.0.0.5:8000/v1."""
    wrong = _wrong(folder, "`alamat` harus alamat http atau https tanpa sandi, misalnya http://10.0.0.5:8000/v1")
    if not isinstance(said, str) or not _PATH.fullmatch(said):
        raise wrong
    try:
        parts = urlsplit(said)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError):
        raise wrong from None
    if not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        raise wrong
    base = parts.path.rstrip("/")
    return parts.scheme, parts.hostname, port, base if base.endswith(CALL) else base + CALL


def _access(folder: DataFolder, said: object, *, outside: bool) -> tuple[str, ...]:
    """Return the classes up to the one said: internal unless told, and only what is public where the host may be so."""
    most = ("terbuka" if outside else "internal") if said is None else said
    if most not in ACCESS:
        raise _wrong(folder, f"`akses` harus salah satu dari {', '.join(ACCESS)}")
    return ACCESS[: ACCESS.index(str(most)) + 1]


def _words(folder: DataFolder, said: Mapping[str, Any], name: str) -> str:
    value = said[name]
    if not isinstance(value, str) or not value.strip():
        raise _wrong(folder, f"`{name}` harus teks yang tidak kosong")
    return value


def _whole(folder: DataFolder, said: Mapping[str, Any], name: str, most: int) -> int:
    value = said[name]
    if type(value) is not int or not 1 <= value <= most:
        raise _wrong(folder, f"`{name}` harus bilangan bulat dari 1 sampai {most}")
    return value


def _key(folder: DataFolder, said: Mapping[str, Any]) -> str:
    """Return the key that the environment holds, "" if none; a wrong one is told without its letters."""
    name = said["variabel_kunci"]
    if not isinstance(name, str) or not _VARIABLE.fullmatch(name):
        raise _wrong(folder, "`variabel_kunci` harus nama variabel lingkungan, misalnya RUJUKAN_LM_KEY")
    key = os.environ.get(name, "")
    if key and not _KEY.fullmatch(key):
        raise _wrong(
            folder, f"menunjuk variabel {name}, tetapi isinya bukan kunci: ada spasi atau huruf yang tidak sah"
        )
    return key


def _wrong(folder: DataFolder, what: str) -> RujukanError:
    return RujukanError("bad_language_model", f"Berkas {folder.language_model} {what}.")
