"""What one file may cost. Each limit is a line of `batas.toml` in the data folder; what is not said there stays.

Limits hold for a whole process, like those of the system: the program reads them once a run, and a reading child is
started with them.
"""

from contextvars import ContextVar
from dataclasses import dataclass, replace

from catalog import settings_file
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from indexer.document import ReadError


@dataclass(frozen=True)
class Limits:
    """The limits on one file; a size is in MiB."""

    seconds: float = 25.0
    memory_mb: int = 1024
    output_mb: int = 64
    pages: int = 5000
    cells: int = 1_000_000
    chars: int = 32_000_000
    entries: int = 20_000
    unpacked_mb: int = 768
    xml_mb: int = 64
    sheet_xml_mb: int = 512
    ratio: int = 200
    nesting: int = 200
    megapixels: int = 100
    text_mb: int = 32
    old_workbook_mb: int = 64
    office_seconds: float = 24.0
    office_memory_mb: int = 2048
    upload_mb: int = 100
    upload_files: int = 20
    upload_body_mb: int = 300
    upload_daily_mb: int = 2000


@dataclass(frozen=True)
class Setting:
    """A limit as people see it: its name in `batas.toml`, what it bounds, its unit, and the values it may have."""

    key: str
    what: str
    unit: str
    least: int
    most: int


SETTINGS = {
    "seconds": Setting("detik", "lama pembacaan", "detik", 1, 600),
    "memory_mb": Setting("memori_mib", "memori pembacaan", "MiB", 128, 65536),
    "output_mb": Setting("hasil_mib", "hasil pembacaan", "MiB", 1, 1024),
    "pages": Setting("halaman", "jumlah halaman", "halaman", 1, 1_000_000),
    "cells": Setting("sel", "jumlah sel terisi", "sel", 1, 100_000_000),
    "chars": Setting("huruf", "jumlah huruf dalam sel", "huruf", 1, 1_000_000_000),
    "entries": Setting("entri", "jumlah berkas di dalamnya", "berkas", 1, 1_000_000),
    "unpacked_mb": Setting("terurai_mib", "ukuran setelah diurai", "MiB", 1, 65536),
    "xml_mb": Setting("xml_mib", "ukuran XML setelah diurai", "MiB", 1, 4096),
    "sheet_xml_mb": Setting("xml_lembar_mib", "ukuran XML lembar kerja setelah diurai", "MiB", 1, 16384),
    "ratio": Setting("rasio", "rasio pemampatan", "kali", 2, 1032),
    "nesting": Setting("kedalaman", "tingkat sarang", "tingkat", 20, 250),
    "megapixels": Setting("megapiksel", "ukuran gambar", "megapiksel", 1, 1000),
    "text_mb": Setting("teks_mib", "ukuran berkas teks", "MiB", 1, 1024),
    "old_workbook_mb": Setting("xls_mib", "ukuran buku kerja lama", "MiB", 1, 1024),
    "office_seconds": Setting("detik_konversi", "lama konversi LibreOffice", "detik", 1, 600),
    "office_memory_mb": Setting("memori_konversi_mib", "memori konversi LibreOffice", "MiB", 1024, 65536),
    "upload_mb": Setting("unggah_mib", "ukuran berkas yang diunggah", "MiB", 1, 4096),
    "upload_files": Setting("unggah_berkas", "jumlah berkas sekali unggah", "berkas", 1, 500),
    "upload_body_mb": Setting("unggah_sekali_mib", "ukuran semua berkas sekali unggah", "MiB", 1, 16384),
    "upload_daily_mb": Setting("unggah_sehari_mib", "ukuran semua kiriman satu akun dalam 24 jam", "MiB", 1, 1048576),
}
_FIELDS = {setting.key: name for name, setting in SETTINGS.items()}
_SLOW = ("seconds", "office_seconds")
_CURRENT: ContextVar[Limits] = ContextVar("limits")
_DEFAULT = Limits()


def use(limits: Limits) -> None:
    """Let these limits hold from now on, in the thread that reads."""
    _CURRENT.set(limits)


def current() -> Limits:
    """Return the limits that hold."""
    return _CURRENT.get(_DEFAULT)


def read(folder: DataFolder) -> Limits:
    """Return the limits of a data folder; RujukanError `bad_limits` names the line that cannot be used."""
    said = settings_file.read(folder.limits, "bad_limits")
    return replace(Limits(), **{_field(folder, key): _value(folder, key, value) for key, value in said.items()})


def over(name: str, seen: float | None = None, limits: Limits | None = None) -> ReadError:
    """Return the refusal of a file that is over the limit of this name, with the value seen where it is known."""
    setting, most = SETTINGS[name], getattr(limits or current(), name)
    label, allowed, measure, key = setting.what, _number(most), setting.unit, setting.key
    if seen is None:
        reason = (
            f"Berkas melampaui batas {label}: paling banyak {allowed} {measure}; pecah menjadi beberapa berkas, atau"
            f" naikkan `{key}` di batas.toml pada folder data."
        )
    else:
        reason = (
            f"Berkas melampaui batas {label}: paling banyak {allowed} {measure}, ditemukan {_number(seen)}; pecah"
            f" menjadi beberapa berkas, atau naikkan `{key}` di batas.toml pada folder data."
        )
    return ReadError("timeout" if name in _SLOW else "too_large", reason)


def _field(folder: DataFolder, key: str) -> str:
    if key not in _FIELDS:
        known = ", ".join(_FIELDS)
        raise RujukanError("bad_limits", f"Batas “{key}” di {folder.limits} tidak dikenal. Yang ada: {known}.")
    return _FIELDS[key]


def _value(folder: DataFolder, key: str, value: object) -> int:
    setting = SETTINGS[_FIELDS[key]]
    if type(value) is not int or not setting.least <= value <= setting.most:
        raise RujukanError(
            "bad_limits",
            f"Batas “{key}” di {folder.limits} harus bilangan bulat dari {setting.least} sampai {setting.most},"
            f" bukan {value!r}.",
        )
    return value


def _number(value: float) -> str:
    """Return a number as Indonesian readers write it: dots between thousands, a comma before decimals."""
    text = f"{value:,.1f}".removesuffix(".0")
    return text.translate(str.maketrans(",.", ".,"))
