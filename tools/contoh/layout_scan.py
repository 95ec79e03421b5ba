"""Turns a PDF into what an office scanner makes of it: skewed grey pictures without text."""

import io
import random
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 150


def scan(source: Path, target: Path, *, seed: int) -> None:
    """Write `source` to `target` as an image-only PDF; equal seeds give equal bytes."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(source)
    canvas = Canvas(str(target), invariant=1)
    canvas.setTitle("Pindaian")
    for page in document:
        canvas.setPageSize(page.get_size())
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        canvas.drawImage(_jpeg(_worn(picture, chance)), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()
    document.close()


def _worn(picture: Image.Image, chance: random.Random) -> Image.Image:
    _stamp(picture, chance)
    turned = picture.rotate(chance.uniform(-1.6, 1.6), Image.Resampling.BICUBIC, fillcolor=255)
    specks = Image.new("L", turned.size, 0)
    draw = ImageDraw.Draw(specks)
    for _ in range(900):
        x, y = chance.randrange(turned.width), chance.randrange(turned.height)
        draw.ellipse((x, y, x + chance.choice((0, 1, 1, 2)), y + 1), fill=chance.randrange(40, 160))
    grain = Image.frombytes("L", (turned.width // 2, turned.height // 2), _grain(turned, chance))
    dark = ImageChops.add(specks, grain.resize(turned.size))
    return ImageChops.subtract(turned, dark).filter(ImageFilter.GaussianBlur(0.6))


def _grain(picture: Image.Image, chance: random.Random) -> bytes:
    noise = chance.randbytes((picture.width // 2) * (picture.height // 2))
    return noise.translate(bytes(value // 14 for value in range(256)))


def _stamp(picture: Image.Image, chance: random.Random) -> None:
    draw = ImageDraw.Draw(picture)
    x, y = picture.width * 0.62 + chance.uniform(-20, 20), picture.height * 0.2
    for inset in (0, 8):
        draw.ellipse((x + inset, y + inset, x + 190 - inset, y + 190 - inset), outline=120, width=3)
    draw.text((x + 62, y + 88), "CONTOH", fill=120)


def _jpeg(picture: Image.Image) -> ImageReader:
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=36, dpi=(DPI, DPI))
    data.seek(0)
    return ImageReader(data)
