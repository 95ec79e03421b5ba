"""Scans made here: letters drawn into pictures, the pictures bound as PDF or TIFF."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from indexer.ocr.program import find

LETTER = (
    "STANDAR OPERASIONAL PROSEDUR",
    "Peminjam mengajukan nota dinas paling lambat tiga",
    "hari kerja sebelum pemakaian kendaraan dinas.",
    "Pengurus barang memeriksa kondisi kendaraan dan",
    "mencatat nomor polisi pada buku peminjaman.",
)
DPI = 150
A5 = (874, 1240)

with_tesseract = pytest.mark.skipif(find() is None, reason="tesseract-ocr with ind and eng is not installed")


def paper(lines: Sequence[str] = LETTER, *, turned: float = 0.0) -> Image.Image:
    """Return an A5 page with these lines, turned counterclockwise by so many degrees."""
    sheet = Image.new("L", A5, 255)
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((90, 140 + 60 * number), line, fill=20, font=ImageFont.load_default(28))
    return sheet.rotate(turned, Image.Resampling.BICUBIC, expand=turned % 90 == 0, fillcolor=255)


def scan(path: Path, sheets: Sequence[Image.Image]) -> Path:
    """Write the pictures as pages of one file, whose name says of which kind."""
    first, *others = sheets
    first.save(path, save_all=bool(others), append_images=others, resolution=DPI)
    return path
