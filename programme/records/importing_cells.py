"""What one cell of an import may say, by the kind of its column: each reader returns the value as it is stored."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.word_lists import table
from programme.records.importing_file import FORMULA, cleaned

Value = str | int | None
LONGEST = 4_000
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
_WORDED = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})", re.IGNORECASE)
_WHOLE = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]+")
_QUARTER = re.compile(r"(\d{4})\s*[-/]?\s*(?:Q|TW|TRIWULAN)\s*([1-4]|I{1,3}|IV)")
_QUARTER_FIRST = re.compile(r"(?:Q|TW|TRIWULAN)\s*([1-4]|I{1,3}|IV)\s*[-/]?\s*(\d{4})")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_LINK = re.compile(r"https://[a-z0-9][a-z0-9.-]*(:\d{1,5})?(/[^\s\\<>\"]*)?", re.IGNORECASE)
_FAULT = re.compile(r"#(REF|N/A|VALUE|DIV/0|NAME\?|NULL|NUM)[!?]?")


@dataclass(frozen=True)
class Known:
    """What cells may name: codes of units, communities and accounts by their names, and the catalog of the assets."""

    catalog: Catalog
    units: frozenset[str]
    communities: Mapping[str, int]
    accounts: Mapping[str, int]


def known(catalog: Catalog) -> Known:
    """Return what cells may name now."""
    units = frozenset(row[0] for row in catalog.db.execute("SELECT code FROM unit"))
    communities = {cleaned(name): number for name, number in catalog.db.execute("SELECT name, id FROM community")}
    accounts = dict(catalog.db.execute("SELECT login, id FROM account"))
    return Known(catalog, units, communities, accounts)


Read = Callable[[Known, str], Value]


def bad(message: str) -> RujukanError:
    """Return the refusal of a cell."""
    return RujukanError("bad_value", message)


def typed(cell: str) -> str:
    """Return a cell that somebody typed; RujukanError for a formula, an error of the workbook and an endless text."""
    if cell == FORMULA or _FAULT.fullmatch(cell):
        raise bad("Sel ini berisi rumus atau galatnya; tempelkan sebagai nilai.")
    if len(cell) > LONGEST:
        raise bad(f"Teks {len(cell)} karakter; paling panjang {LONGEST}.")
    return cell


def text(_: Known, cell: str) -> str:
    """Return a text as it is."""
    return cell


def name(_: Known, cell: str) -> str:
    """Return a text of one line that people are called by, or a thing."""
    if len(cell) > 200 or "\n" in cell:
        raise bad("Nama harus satu baris, paling panjang 200 karakter.")
    return cell


def day(_: Known, cell: str) -> str:
    """Return a day as ISO writes it; the day stands before the month where figures are parted otherwise."""
    if found := _ISO.fullmatch(cell):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    elif found := _DAY_FIRST.fullmatch(cell):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    elif found := _WORDED.fullmatch(cell):
        parts = (int(found[3]), _months().get(found[2].lower(), 0), int(found[1]))
    else:
        parts = (0, 0, 0)
    try:
        return date(*parts).isoformat()
    except ValueError:
        raise bad(
            f"“{cell}” bukan tanggal. Tulis hari, bulan, tahun seperti 18/7/2025, 18 Juli 2025 atau 2025-07-18."
        ) from None


def quarter(_: Known, cell: str) -> str:
    """Return a quarter like 2026Q3."""
    said = cell.upper()
    if found := _QUARTER.fullmatch(said):
        return f"{found[1]}Q{_ROMAN.get(found[2], found[2])}"
    if found := _QUARTER_FIRST.fullmatch(said):
        return f"{found[2]}Q{_ROMAN.get(found[1], found[1])}"
    raise bad(f"“{cell}” bukan triwulan. Tulis seperti 2026Q3 atau TW III 2026.")


def whole(least: int, most: int) -> Read:
    """Return the reader of whole numbers between two, which may be written with dots between thousands."""

    def read(_: Known, cell: str) -> int:
        if cell.startswith(("-", "−")):
            raise bad(f"“{cell}”: bilangan negatif tidak diterima; tulis bilangan bulat dari {least} sampai {most}.")
        if _WHOLE.fullmatch(cell) and least <= (number := int(cell.replace(".", ""))) <= most:
            return number
        raise bad(f"“{cell}” tidak diterima; tulis bilangan bulat dari {least} sampai {most}.")

    return read


def choice(words: Sequence[str]) -> Read:
    """Return the reader of words of a closed list, in small letters or capitals."""

    def read(_: Known, cell: str) -> str:
        if (word := cell.lower().replace(" ", "_")) in words:
            return word
        raise bad(f"“{cell}” tidak dikenal; pilih salah satu: {', '.join(words)}.")

    return read


def unit(found: Known, cell: str) -> str:
    """Return the code of a unit."""
    if cell.upper() in found.units:
        return cell.upper()
    raise bad(f"Kode unit “{cell}” tidak dikenal. Pakai kode seperti BPAD, DINKES atau BAPENDA.")


def community(found: Known, cell: str) -> int:
    """Return the community of that name."""
    if cell in found.communities:
        return found.communities[cell]
    raise bad(f"Komunitas “{cell}” tidak dikenal. Periksa ejaannya, atau impor komunitasnya dahulu.")


def account(found: Known, cell: str) -> int:
    """Return the account of that login name."""
    if cell.lower() in found.accounts:
        return found.accounts[cell.lower()]
    raise bad(f"Akun “{cell}” tidak ada. Buat dahulu, atau kosongkan kolom ini.")


def asset(found: Known, cell: str) -> int:
    """Return the asset of that key."""
    rows = found.catalog.db.execute("SELECT id FROM asset WHERE key = ?", [cell]).fetchall()
    if rows:
        return int(rows[0][0])
    raise bad(f"Aset dengan kunci “{cell}” tidak ada.")


def link(_: Known, cell: str) -> str:
    """Return an address that pages may lead to."""
    if len(cell) <= 500 and _LINK.fullmatch(cell):
        return cell
    raise bad(f"“{cell[:80]}” bukan tautan yang diterima; tulis alamat lengkap yang dimulai dengan https://.")


def listed(_: Known, cell: str) -> str:
    """Return the items that bars or lines part, as JSON."""
    items = [item.strip() for item in re.split(r"[|\n]", cell)]
    return json.dumps([item for item in dict.fromkeys(items) if item], ensure_ascii=False)


@cache
def _months() -> Mapping[str, int]:
    return {
        said.lower(): number
        for number, row in enumerate(table("bulan.tsv"), 1)
        for said in (row["bulan"], *row["lain"].split("|"))
        if said
    }
