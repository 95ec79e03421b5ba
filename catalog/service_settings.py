"""How the pages are served: `layanan.toml` in the data folder; what is not said there stays (docs/service.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from catalog import settings_file
from catalog.errors import RujukanError
from catalog.folder import DataFolder

_ADDRESS = {"jawaban": 240, "pencarian": 1200, "gambar": 1200, "kiriman": 30}
_ACCOUNT = {"jawaban": 60, "pencarian": 300, "gambar": 300, "kiriman": 15}
_MOST_A_MINUTE, _MOST_DAYS = 1_000_000, 3650


@dataclass(frozen=True)
class ServiceSettings:
    """How many requests of each kind a minute may bring, and for how many days questions are kept (0: not at all).

    Of an address without an account, and of an account wherever it is used: an office shares one address. With
    `limit_local` they hold for visitors at this machine itself, too.
    """

    address_limits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_ADDRESS))
    account_limits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_ACCOUNT))
    limit_local: bool = False
    question_days: int = 90


def read(folder: DataFolder) -> ServiceSettings:
    """Return the settings of a data folder; RujukanError `bad_service` that names the line that cannot be used."""
    said = settings_file.read(folder.service, "bad_service")
    _check_names(folder, said, ("per_menit", "per_menit_akun", "batasi_lokal", "hari_pertanyaan"))
    local = said.get("batasi_lokal", False)
    if type(local) is not bool:
        raise _wrong(folder, "`batasi_lokal` harus true atau false")
    return ServiceSettings(
        address_limits=_limits(folder, said.get("per_menit", {}), _ADDRESS),
        account_limits=_limits(folder, said.get("per_menit_akun", {}), _ACCOUNT),
        limit_local=local,
        question_days=_whole(folder, "hari_pertanyaan", said.get("hari_pertanyaan", 90), 0, _MOST_DAYS),
    )


def _limits(folder: DataFolder, said: object, usual: Mapping[str, int]) -> Mapping[str, int]:
    if not isinstance(said, dict):
        raise _wrong(folder, "batas per menit ditulis sebagai tabel, misalnya [per_menit]")
    _check_names(folder, said, tuple(usual))
    return {**usual, **{name: _whole(folder, name, value, 1, _MOST_A_MINUTE) for name, value in said.items()}}


def _check_names(folder: DataFolder, said: Mapping[str, Any], known: tuple[str, ...]) -> None:
    if unknown := sorted(set(said) - set(known)):
        raise _wrong(folder, f"“{unknown[0]}” tidak dikenal; yang ada: {', '.join(known)}")


def _whole(folder: DataFolder, name: str, value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise _wrong(folder, f"`{name}` harus bilangan bulat dari {least} sampai {most}, bukan {value!r}")
    return value


def _wrong(folder: DataFolder, what: str) -> RujukanError:
    return RujukanError("bad_service", f"Setelan di {folder.service}: {what}.")
