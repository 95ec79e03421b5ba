"""How the pages are served: `layanan.toml` in the data folder; what is not said there stays (docs/service.md)."""

import re
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
_LONGEST_ADDRESS = 254
_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")
_ADDRESS_OF_MAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")


@dataclass(frozen=True)
class MailSettings:
    """The mail server that notices are sent by, as whom, and the address of these pages that mails lead to.

    The password of `user` never stands in the file; see `programme.messages.mailing`.
    """

    host: str
    sender: str
    port: int = 25
    starttls: bool = False
    user: str = ""
    pages: str = ""


@dataclass(frozen=True)
class ServiceSettings:
    """How many requests of each kind a minute may bring, and for how many days questions are kept (0: not at all).

    Of an address without an account, and of an account wherever it is used: an office shares one address. With
    `limit_local` they hold for visitors at this machine itself, too. `models` may be chosen on the operator's page, by
    path or name, beside the bundled one.
    """

    address_limits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_ADDRESS))
    account_limits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_ACCOUNT))
    limit_local: bool = False
    question_days: int = 90
    mail: MailSettings | None = None
    models: tuple[str, ...] = ()


def read(folder: DataFolder) -> ServiceSettings:
    """Return the settings of a data folder; RujukanError `bad_service` that names the line that cannot be used."""
    said = settings_file.read(folder.service, "bad_service")
    _check_names(
        folder, said, ("per_menit", "per_menit_akun", "batasi_lokal", "hari_pertanyaan", "surel", "model_edisi")
    )
    local = said.get("batasi_lokal", False)
    if type(local) is not bool:
        raise _wrong(folder, "`batasi_lokal` harus true atau false")
    return ServiceSettings(
        address_limits=_limits(folder, said.get("per_menit", {}), _ADDRESS),
        account_limits=_limits(folder, said.get("per_menit_akun", {}), _ACCOUNT),
        limit_local=local,
        question_days=_whole(folder, "hari_pertanyaan", said.get("hari_pertanyaan", 90), 0, _MOST_DAYS),
        mail=_mail(folder, said["surel"]) if "surel" in said else None,
        models=_models(folder, said.get("model_edisi", [])),
    )


def _models(folder: DataFolder, said: object) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(one, str) and one.strip() for one in said):
        raise _wrong(folder, '`model_edisi` adalah daftar folder model: ["/srv/model/satu"]')
    return tuple(dict.fromkeys(said))


def _mail(folder: DataFolder, said: object) -> MailSettings:
    if not isinstance(said, dict):
        raise _wrong(folder, "server surel ditulis sebagai tabel: [surel]")
    _check_names(folder, said, ("host", "port", "starttls", "from", "user", "pages"))
    for name in ("host", "from"):
        if name not in said:
            raise _wrong(folder, f"[surel] tanpa `{name}`")
    for name in ("host", "from", "user", "pages"):
        if not isinstance(said.get(name, ""), str):
            raise _wrong(folder, f"`{name}` dari [surel] harus teks, bukan {said[name]!r}")
    if type(said.get("starttls", False)) is not bool:
        raise _wrong(folder, "`starttls` harus true atau false")
    if not is_mail_address(said["from"]):
        raise _wrong(folder, f"`from` harus alamat surel, bukan {said['from']!r}")
    _check_user(folder, said)
    given = {name: said[name] for name in ("host", "starttls", "user", "pages") if name in said}
    return MailSettings(**given, sender=said["from"], port=_whole(folder, "port", said.get("port", 25), 1, 65_535))


def _check_user(folder: DataFolder, said: Mapping[str, Any]) -> None:
    """Let a password go to servers of an encrypted connection alone, and to one of this machine."""
    if said.get("user") and not said.get("starttls") and said["host"] not in _OWN_MACHINE:
        raise _wrong(folder, "[surel] dengan `user` perlu `starttls = true`; tanpa itu kata sandinya terbaca di jalan")


def is_mail_address(text: str) -> bool:
    """Tell whether a text can be an address of mail: one, without a name, and nothing that a header could end at."""
    return len(text) <= _LONGEST_ADDRESS and text.isascii() and _ADDRESS_OF_MAIL.fullmatch(text) is not None


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
