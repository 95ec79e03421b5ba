"""Values of invented papers, as such papers write them; the word lists are corpora/naskah_latih.toml."""

import random
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from babel.dates import get_month_names

_MONTHS = tuple(get_month_names("wide", locale="id").values())


@cache
def words() -> dict[str, Any]:
    """Read the word lists."""
    return tomllib.loads(files("corpora").joinpath("naskah_latih.toml").read_text(encoding="utf-8"))


def value(kind: str, chance: random.Random) -> str:
    """Return a value of a kind that the word lists name: made, or one of a list of that name."""
    make = _MADE.get(kind)
    return make(chance) if make else str(chance.choice(words()[kind]))


def _date(chance: random.Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2014, 2026)
    written = f"{day} {_MONTHS[month - 1]} {year}"
    forms = [
        written,
        written,
        f"{day:02}-{month:02}-{year}",
        f"{day:02}/{month:02}/{year}",
        f"{year}-{month:02}-{day:02}",
    ]
    return chance.choice([*forms, f"{_MONTHS[month - 1]} {year}"])


def _money(chance: random.Random) -> str:
    amount = chance.randint(1, 999) * 10 ** chance.randint(3, 6)
    grouped = f"{amount:,}".replace(",", ".")
    return chance.choice([f"Rp{grouped}", f"Rp {grouped}", f"Rp. {grouped},-", f"Rp{grouped},00", grouped, grouped])


def _term(chance: random.Random) -> str:
    number, unit = (
        chance.randint(1, 90),
        chance.choice(["hari kerja", "hari", "menit", "jam", "hari kalender", "bulan"]),
    )
    return f"{number} {unit}"


def _number(chance: random.Random) -> str:
    code, year = chance.choice(["SOP", "BA", "ST", "UND", "000.8.3", "PEM", "KU"]), chance.randint(2016, 2026)
    number = chance.randint(1, 400)
    return chance.choice(
        [f"{code}/{number:03}/{year}", f"{number}/{code}/{chance.randint(1, 12):02}/{year}", f"{code}.{number}-{year}"]
    )


def _unit(chance: random.Random) -> str:
    named: str = chance.choice(words()["instansi"])
    return chance.choice([named, f"{named} {chance.choice(words()['tempat'])}"])


def _person(chance: random.Random) -> str:
    return f"{chance.choice(words()['nama'])}{chance.choice(words()['gelar'])}"


def _address(chance: random.Random) -> str:
    street = f"{chance.choice(words()['jalan'])} No. {chance.randint(1, 99)}"
    return chance.choice(
        [street, f"{street}, {chance.choice(words()['tempat'])}", str(chance.choice(words()["tempat"]))]
    )


def _hour(chance: random.Random) -> str:
    start = chance.randint(7, 14)
    return chance.choice([f"{start:02}.00 WIB", f"{start:02}.30 s.d. selesai", f"{start:02}.00-{start + 2:02}.00 WIB"])


def _share(chance: random.Random) -> str:
    return chance.choice([f"{chance.randint(1, 100)}%", f"{chance.randint(1, 99)},{chance.randint(10, 99)}%"])


def _rule(chance: random.Random) -> str:
    kind = chance.choice(["Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Peraturan Daerah"])
    place = f" {chance.choice(words()['tempat'])}" if kind == "Peraturan Daerah" else ""
    year, about = chance.randint(1999, 2025), chance.choice([*words()["hal_sop"], *words()["hal_kegiatan"]])
    return f"{kind}{place} Nomor {chance.randint(1, 140)} Tahun {year} tentang {about}"


def _grouped(chance: random.Random) -> str:
    return f"{chance.randint(2, 90_000):,}".replace(",", ".")


_MADE: dict[str, Callable[[random.Random], str]] = {
    "hal": lambda chance: str(chance.choice(words()["hal_kegiatan"])),
    "peraturan": _rule,
    "sop_lain": lambda chance: f"SOP {chance.choice(words()['hal_sop'])}",
    "tanggal": _date,
    "uang": _money,
    "uang_atau_gratis": lambda chance: chance.choice([_money(chance), "Gratis", "Tidak dipungut biaya", "Rp0"]),
    "lama": _term,
    "lama_tahun": lambda chance: f"{chance.randint(1, 12)} tahun",
    "nomor": _number,
    "kode": lambda chance: ".".join(f"{chance.randint(1, 99):02}" for _ in range(chance.randint(4, 6))),
    "instansi": _unit,
    "nama": _person,
    "alamat": _address,
    "jam": _hour,
    "persen": _share,
    "tahun": lambda chance: str(chance.randint(2008, 2026)),
    "bilangan": lambda chance: str(chance.randint(1, 60)),
    "halaman": lambda chance: chance.choice(
        [f"{chance.randint(1, 30)} halaman", f"{chance.randint(1, 9)} berkas", str(chance.randint(1, 30))]
    ),
    "orang": lambda chance: chance.choice(
        [f"{_grouped(chance)} orang", _grouped(chance), f"{chance.randint(2, 80)} orang"]
    ),
    "ob": lambda chance: f"{chance.randint(1, 12)} OB",
    "unit": lambda chance: f"{chance.randint(1, 40)} unit",
    "volume": lambda chance: (
        f"{chance.randint(1, 500)} {chance.choice(['paket', 'OH', 'rim', 'kotak', 'liter', 'bulan'])}"
    ),
    "luas": lambda chance: f"{chance.randint(20, 9000)} {chance.choice(['m2', 'm²', 'meter persegi', 'km2'])}",
}
