"""Drawing pages for OCR, in the reader's child: by pdfium or from a picture file, straightened, blank ones told."""

from itertools import islice, pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps

from indexer.ocr.picture import Picture
from indexer.readers.pdf import opened
from indexer.readers.picture import opened_picture
from indexer.readers.reasons import refusal

LEAST_DPI, PLAIN_DPI, MOST_DPI = 150, 200, 300
"""A scan is drawn at its own resolution within these bounds, a page without pictures at the middle one."""
MAX_PIXELS = 20_000_000  # A3 at 300 dpi has 17 million
LEAST_SIDE, MOST_SIDE = 1600, 4400  # pixels of the longer side of a picture file
A4_INCHES = 11.7  # the longer side: a photographed paper is taken for one
FORM_DEPTH = 3
LEAST_SHARE = 0.05  # of the page: a crest or a signature says nothing of its resolution
MAX_PICTURES = 1_000  # of a page: some files paint their pages in strips
_PAPER = 255

_INK = 50  # darker than the paper by so much
_BLANK = 0.0002  # of the page under ink: less than a page number
_MARGIN = 0.03  # of each side: shadows of the scanner's lid
_THUMB = 4  # one pixel for 4 x 4: specks vanish

_SMALL = 700  # pixels of the longer side on which skew is measured
_MAX_SKEW = 6.0
_CLEARER = 1.05  # a turn by less than this gain in clearness is left


class Drawings:
    """The pages of one file after another; the last PDF stays open."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._document: pypdfium2.PdfDocument | None = None

    def picture(self, path: Path, index: int, turn: int) -> Picture:
        """Return the page at `index` from 0, turned clockwise by `turn`; ReadError where it cannot be drawn."""
        with path.open("rb") as file:
            is_pdf = b"%PDF-" in file.read(1024)
        sheet, dpi = self._drawn(path, index, turn) if is_pdf else _photographed(path, index, turn)
        if is_blank(sheet):
            return Picture(*sheet.size, dpi, turn, 0.0, b"")
        skew = skew_of(sheet)
        if skew:
            sheet = sheet.rotate(skew, Image.Resampling.BICUBIC, fillcolor=_PAPER)
        return Picture(*sheet.size, dpi, turn, skew, sheet.tobytes())

    def _drawn(self, path: Path, index: int, turn: int) -> tuple[Image.Image, int]:
        if self._document is None or self._path != path:
            self._document, self._path = opened(path), path
        try:
            page = self._document[index]
            dpi = _dpi(page)
            bitmap = page.render(scale=dpi / 72, rotation=turn, grayscale=True)
            page.close()
        except pypdfium2.PdfiumError as error:
            raise refusal("corrupt") from error
        sheet: Image.Image = bitmap.to_pil()
        return sheet.convert("L"), dpi


def _dpi(page: pypdfium2.PdfPage) -> int:
    """Return the resolution of the page's largest picture, within bounds."""
    width, height = page.get_size()
    least = LEAST_SHARE * width * height
    _, own = max((found for found in _pictures(page) if found[0] >= least), default=(0.0, float(PLAIN_DPI)))
    dpi = min(MOST_DPI, max(LEAST_DPI, round(own)))
    most = (MAX_PIXELS / max(width * height / 72**2, 1e-6)) ** 0.5
    return max(1, min(dpi, int(most)))


def _pictures(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Return area, in square points, and resolution of each picture."""
    found = []
    pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=FORM_DEPTH)
    for item in islice(pictures, MAX_PICTURES):
        left, bottom, right, top = item.get_bounds()
        across, down = max(right - left, 1e-6), max(top - bottom, 1e-6)
        pixels = max(item.get_px_size())
        found.append((across * down, 72 * pixels / max(across, down)))
    return found


def _photographed(path: Path, index: int, turn: int) -> tuple[Image.Image, int]:
    with opened_picture(path) as picture:
        try:
            picture.seek(index)
            if picture.format == "JPEG":
                picture.draft("L", (MOST_SIDE, MOST_SIDE))
            sheet = _grey(ImageOps.exif_transpose(picture) or picture)
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise refusal("corrupt") from error
    longest = max(sheet.size)
    wanted = min(MOST_SIDE, max(LEAST_SIDE, longest))
    if wanted != longest:
        sheet = sheet.resize(
            (max(1, sheet.width * wanted // longest), max(1, sheet.height * wanted // longest)),
            Image.Resampling.BICUBIC,
        )
    if turn:
        sheet = sheet.rotate(-turn, expand=True)
    return sheet, max(70, round(wanted / A4_INCHES))


def _grey(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture.convert("RGBA")).convert("L")
    return picture.convert("L")


def is_blank(sheet: Image.Image) -> bool:
    """Tell whether a grey page shows nothing but paper, specks and the shadow of its edges."""
    small = sheet.reduce(_THUMB)
    across, down = int(small.width * _MARGIN), int(small.height * _MARGIN)
    small = small.crop((across, down, max(across + 1, small.width - across), max(down + 1, small.height - down)))
    counts = small.histogram()
    paper = max(range(256), key=lambda shade: counts[shade])
    dark = sum(counts[: max(0, paper - _INK)]) + sum(counts[paper + _INK :])
    return dark < _BLANK * sum(counts)


def skew_of(sheet: Image.Image) -> float:
    """Return by how many degrees, counterclockwise, a page must be turned so that its lines lie level."""
    small = ImageOps.autocontrast(sheet.reduce(-(-max(sheet.size) // _SMALL)))
    ink = ImageOps.invert(small)
    level = _clearness(ink, 0.0)
    rough = max((float(a) for a in range(-int(_MAX_SKEW), int(_MAX_SKEW) + 1)), key=lambda a: _clearness(ink, a))
    fine = max((rough + step / 4 for step in range(-3, 4)), key=lambda a: _clearness(ink, a))
    return fine if _clearness(ink, fine) > _CLEARER * level else 0.0


def _clearness(ink: Image.Image, angle: float) -> float:
    """Return how sharply lines of ink and white change from row to row."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR).convert("F")
    rows = memoryview(turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()).cast("f")
    return sum((one - other) ** 2 for one, other in pairwise(rows))
