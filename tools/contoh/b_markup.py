"""Reads papers that carry letterheads, centred titles and signatures besides running text."""

import re

from tools.contoh.blocks import Block, Kop, Sign, Title
from tools.contoh.markup import read
from tools.contoh.units import KOP

LETTERHEADS = KOP | {
    "BPAD": Kop(
        "Badan Pengelolaan Aset Daerah",
        "Jalan Contoh Merdeka Nomor 8, Jakarta – Surel aset@contoh.invalid",
    ),
    "BAPENDA": Kop("Badan Pendapatan Daerah", "Jalan Contoh Pajak Nomor 66, Jakarta – Surel pajak@contoh.invalid"),
    "BPRD": Kop(
        "Badan Pajak dan Retribusi Daerah",
        "Jalan Contoh Pajak Nomor 66, Jakarta – Surel pajak@contoh.invalid",
    ),
    "SETDA": Kop("Sekretariat Daerah", "Jalan Contoh Balai Kota Nomor 8, Jakarta"),
}


def blocks(text: str) -> list[Block]:
    """Return the blocks of `text`: the notation of `markup`, and three more blocks set off by empty lines.

    `!kop CODE` is a letterhead, `^` begins each line of a centred title, and `!sign` is followed by place and
    date, post, name and NIP, parted by `|`.
    """
    parts = re.split(r"\n\s*\n", text.strip("\n"))
    return [block for part in parts for block in _part(part)]


def _part(part: str) -> list[Block]:
    if part.startswith("^"):
        return [Title([line.lstrip("^ ") for line in part.split("\n")])]
    if part.startswith("!kop "):
        return [LETTERHEADS[part.removeprefix("!kop ")]]
    if part.startswith("!sign "):
        return [Sign(*(field.strip() for field in part.removeprefix("!sign ").split("|")))]
    return read(part)
