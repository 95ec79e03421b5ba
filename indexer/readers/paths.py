"""What a page draws that is neither text nor picture: the box around each path, in points of the page."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

MAX_OBJECTS = 20_000  # of a page, and of a form
FORM_DEPTH = 3  # paths inside form objects inside form objects
FEW_OBJECTS = 100
STRIDE = 4  # of more objects those looked at first: most pages of text have no path, those of tables many

# The same functions with plain numbers, and without an object for each path: a page of a table draws hundreds.
_Pointer, _Int = ctypes.c_void_p, ctypes.c_int
_COUNT = ctypes.CFUNCTYPE(_Int, _Pointer)
_GET = ctypes.CFUNCTYPE(_Pointer, _Pointer, _Int)


def _address(name: str) -> int:
    return ctypes.cast(getattr(pdfium, name), _Pointer).value or 0


_count_of_page = _COUNT(_address("FPDFPage_CountObjects"))
_count_of_form = _COUNT(_address("FPDFFormObj_CountObjects"))
_of_page = _GET(_address("FPDFPage_GetObject"))
_of_form = _GET(_address("FPDFFormObj_GetObject"))
_type = _COUNT(_address("FPDFPageObj_GetType"))
_bounds = ctypes.CFUNCTYPE(_Int, *[_Pointer] * 5)(_address("FPDFPageObj_GetBounds"))
_matrix = ctypes.CFUNCTYPE(_Int, *[_Pointer] * 2)(_address("FPDFPageObj_GetMatrix"))

_PATH, _FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
_DRAWN = frozenset({_PATH, _FORM})

_Edges = tuple[float, float, float, float]


class Drawn(NamedTuple):
    """The box around what is drawn, in points; its top is over its bottom."""

    left: float
    bottom: float
    right: float
    top: float


def drawn_paths(page: pypdfium2.PdfPage) -> list[Drawn]:
    """Return the boxes around the paths of a page."""
    return list(map(Drawn._make, _of(page)))


def shown_paths(page: pypdfium2.PdfPage) -> list[Drawn]:
    """Return them as the page is shown, turned: in points to the right and upwards from its top left corner."""
    left, bottom, right, top = page.get_bbox()
    turns = page.get_rotation() // 90
    if turns == 0:
        return [Drawn(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in _of(page)]
    if turns == 1:
        return [Drawn(y0 - bottom, left - x1, y1 - bottom, left - x0) for x0, y0, x1, y1 in _of(page)]
    if turns == 2:
        return [Drawn(right - x1, bottom - y1, right - x0, bottom - y0) for x0, y0, x1, y1 in _of(page)]
    return [Drawn(top - y1, x0 - right, top - y0, x1 - right) for x0, y0, x1, y1 in _of(page)]


def _of(page: pypdfium2.PdfPage) -> list[_Edges]:
    return _edges(ctypes.cast(page.raw, _Pointer).value or 0, _count_of_page, _of_page, FORM_DEPTH)


def _edges(parent: int, count: Callable[[int], int], get: Callable[[int, int], int], depth: int) -> list[_Edges]:
    most = min(max(count(parent), 0), MAX_OBJECTS)
    if most > FEW_OBJECTS and not any(_type(get(parent, index)) in _DRAWN for index in range(0, most, STRIDE)):
        return []
    found = (ctypes.c_float * (4 * most))()
    start = at = ctypes.addressof(found)
    inside: list[_Edges] = []
    for index in range(most):
        drawn = get(parent, index)
        kind = _type(drawn)
        if kind == _PATH:
            at += 16 * bool(_bounds(drawn, at, at + 4, at + 8, at + 12))  # left, bottom, right, top
        elif kind == _FORM and depth > 1:
            inside += _moved(drawn, _edges(drawn, _count_of_form, _of_form, depth - 1))
    values = iter(found[: (at - start) // 4])
    return [*zip(values, values, values, values, strict=True), *inside]


def _moved(form: int, paths: Iterable[_Edges]) -> Iterator[_Edges]:
    """Yield the boxes on the page of what a form draws: pdfium tells them in the form's own points."""
    matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    _matrix(form, ctypes.addressof(matrix))
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    for x0, y0, x1, y1 in paths:
        corners = ((x0, y0), (x0, y1), (x1, y0), (x1, y1))
        across = [a * x + c * y + e for x, y in corners]
        upward = [b * x + d * y + f for x, y in corners]
        yield min(across), min(upward), max(across), max(upward)
