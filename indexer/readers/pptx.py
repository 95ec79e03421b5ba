"""PPTX: each slide a page: its title, its shapes from top to bottom, its tables, the speaker's notes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture
from pptx.slide import Slide

from indexer.document import PageRead
from indexer.limits import over
from indexer.readers.archive import check_archive
from indexer.readers.clean import one_line
from indexer.readers.page import PageText, Reading
from indexer.readers.reasons import refusal

MAX_GROUP_DEPTH = 20


def read_pptx(path: Path, max_pages: int) -> Reading:
    """Return one page for each slide and the title of the file's properties."""
    check_archive(path)
    try:
        show = Presentation(str(path))
    except (PackageNotFoundError, ValueError) as error:
        raise refusal("corrupt") from error
    if len(show.slides) > max_pages:
        raise over("pages", len(show.slides))
    pages = tuple(_slide(slide, number) for number, slide in enumerate(show.slides, 1))
    return Reading(pages, one_line(show.core_properties.title or ""))


def _slide(slide: Slide, number: int) -> PageRead:
    page = PageText()
    shapes = list(_shapes(slide.shapes, 0))
    title = slide.shapes.title
    for shape in sorted(shapes, key=_place):
        is_title = title is not None and shape.shape_id == title.shape_id
        for line in _lines(shape):
            page.add(line, 1 if is_title else 0)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        page.add(slide.notes_slide.notes_text_frame.text)
    return page.build(number, guess_headings=title is None, pictured=any(isinstance(s, Picture) for s in shapes))


def _shapes(shapes: Iterable[BaseShape], depth: int) -> Iterator[BaseShape]:
    for shape in shapes:
        if hasattr(shape, "shapes") and depth < MAX_GROUP_DEPTH:
            yield from _shapes(shape.shapes, depth + 1)
        else:
            yield shape


def _place(shape: BaseShape) -> tuple[bool, int, int]:
    """Sort key: titles first, then by the top edge, then by the left one; inherited places come as 0."""
    is_title = shape.is_placeholder and shape.placeholder_format.idx == 0
    return not is_title, shape.top or 0, shape.left or 0


def _lines(shape: BaseShape) -> Iterator[str]:
    if isinstance(shape, GraphicFrame) and shape.has_table:
        for row in shape.table.rows:
            yield " | ".join(t for t in (one_line(cell.text) for cell in row.cells) if t)
    elif isinstance(shape, Shape) and shape.has_text_frame:
        yield shape.text_frame.text
