"""PNG, JPEG and TIFF: one page for each picture in the file, all of them for OCR."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from indexer.document import PageRead
from indexer.limits import current, over
from indexer.readers.page import Reading
from indexer.readers.reasons import refusal

FORMATS = ("PNG", "JPEG", "TIFF")
_PIXELS = re.compile(r"\d+")


def read_picture(path: Path, max_pages: int) -> Reading:
    """Return a page without text for each picture; ReadError for a broken file, or one that is too large."""
    with opened_picture(path) as picture:
        count = getattr(picture, "n_frames", 1)
    if count > max_pages:
        raise over("pages", count)
    return Reading(tuple(PageRead(number, None, "", "needs_ocr", 0.0) for number in range(1, count + 1)))


@contextmanager
def opened_picture(path: Path) -> Iterator[Image.Image]:
    """Give the picture file; ReadError where it is none, is cut short, or has too many pixels."""
    Image.MAX_IMAGE_PIXELS = current().megapixels * 500_000  # twice as many are an error: A0 at 200 dpi has 62 million
    try:
        with Image.open(path, formats=FORMATS) as picture:
            yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        pixels = _PIXELS.search(str(error))
        raise over("megapixels", int(pixels[0]) / 1e6 if pixels else None) from error
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError) as error:
        raise refusal("corrupt") from error
