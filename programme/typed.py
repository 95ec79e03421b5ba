"""What people type into the records of the programme, checked: each refusal says what was seen and what to do."""

import re
from collections.abc import Collection
from datetime import date, time

from catalog.errors import RujukanError

LINE = 200
"""Characters of a field of one line."""
PROSE = 5_000
"""Characters of a field of several lines."""
_WHOLE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){0,3}|[0-9]{1,9}", re.ASCII)


def day(text: str) -> str:
    """Return a day as an ISO date; RujukanError `bad_value` for what is none."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise RujukanError("bad_value", f"Tanggal “{text[:30]}” tidak terbaca; tulis seperti 2026-12-31.") from error


def day_or_none(text: str) -> str | None:
    """Return a day as `day` does, None where nothing is typed."""
    return day(text) if text.strip() else None


def hour(text: str) -> str:
    """Return a time of day as “09:30”; RujukanError `bad_value` for what is none."""
    try:
        return time.fromisoformat(text.strip()).strftime("%H:%M")
    except ValueError as error:
        raise RujukanError("bad_value", f"Jam “{text[:30]}” tidak terbaca; tulis seperti 09:30.") from error


def line(label: str, text: str) -> str:
    """Return a text of one line that must be there; `label` names it where it is empty or too long."""
    said = " ".join(text.split())
    if not 0 < len(said) <= LINE:
        raise RujukanError("bad_value", f"{label} harus diisi, paling panjang {LINE} karakter.")
    return said


def line_or_none(label: str, text: str) -> str | None:
    """Return a text of one line as `line` does, None where nothing is typed."""
    return line(label, text) if text.strip() else None


def prose(label: str, text: str) -> str:
    """Return a text of several lines, which may be empty."""
    said = text.replace("\r\n", "\n").strip()
    if len(said) > PROSE:
        raise RujukanError("bad_value", f"{label} terlalu panjang, paling banyak {PROSE} karakter.")
    return said


def whole(label: str, text: str, most: int) -> int:
    """Return a whole number from 1 to `most`, which may be written with dots between thousands."""
    said = text.strip()
    if _WHOLE.fullmatch(said) and 0 < (number := int(said.replace(".", ""))) <= most:
        return number
    raise RujukanError("bad_value", f"{label} “{text[:30]}” tidak diterima; tulis bilangan bulat dari 1 sampai {most}.")


def one_of(label: str, text: str, known: Collection[str]) -> str:
    """Return a word of a closed list."""
    if text not in known:
        raise RujukanError("bad_value", f"{label} “{text[:30]}” tidak dikenal; pilih dari daftar.")
    return text


def in_order(label: str, first: str, last: str | None) -> None:
    """Refuse an end that lies before its beginning."""
    if last is not None and last < first:
        raise RujukanError("bad_value", f"{label} berakhir sebelum mulai. Periksa keduanya.")
