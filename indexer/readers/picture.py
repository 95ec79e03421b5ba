"""PNG, JPEG and TIFF: one page for each picture in the file, all of them for OCR."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from indexer.document import PageRead
from indexer.readers.page import Reading
from indexer.readers.reasons import refusal

FORMATS = ("PNG", "JPEG", "TIFF")
Image.MAX_IMAGE_PIXELS = 50_000_000  # twice as many are an error: A0 at 200 dpi has 62 million


def read_picture(path: Path, max_pages: int) -> Reading:
    """Return a page without text for each picture; ReadError for a broken file, or one that is too large."""
    with opened_picture(path) as picture:
        count = getattr(picture, "n_frames", 1)
    if count > max_pages:
        raise refusal("too_large")
    return Reading(tuple(PageRead(number, None, "", "needs_ocr", 0.0) for number in range(1, count + 1)))


@contextmanager
def opened_picture(path: Path) -> Iterator[Image.Image]:
    """Give the picture file; ReadError where it is none, is cut short, or has too many pixels."""
    try:
        with Image.open(path, formats=FORMATS) as picture:
            yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise refusal("too_large") from error
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError) as error:
        raise refusal("corrupt") from error
