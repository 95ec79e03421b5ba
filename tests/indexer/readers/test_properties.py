"""What holds for every file: made ones of every format, and the same ones cut short or with changed bytes."""

import io
import random
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from indexer.document import Document, PageRead, ReadError
from indexer.readers.reading import read_file
from tests.indexer.readers.samples import old_workbook, pdf, shown, slides, word, workbook

MOST_PAGES = 50
FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
LINES = st.lists(
    st.text(
        st.characters(codec="latin-1", exclude_characters="()\\", exclude_categories=("Cc",)), min_size=1, max_size=60
    ),
    min_size=1,
    max_size=6,
)
NOT_IN_XML = "\ufffe\uffff"
CELLS = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(min_value=date(1900, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=NOT_IN_XML), max_size=30),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8)
HTML = st.lists(
    st.sampled_from(["<h1>Bab</h1>", "<p>isi &amp; isi</p>", "<table><tr><td>1<td>2</table>", "<ul><li>a", "</div>"])
)


MADE = tempfile.TemporaryDirectory(prefix="rujukan-made-")
"""Holds the made files until the tests end."""


def read(path: Path) -> Document | str:
    """The document, or the code with which it is refused: nothing else may come out."""
    try:
        return read_file(path, path.name, MOST_PAGES)
    except ReadError as error:
        assert error.code
        assert error.reason
        return error.code


def written(name: str, content: bytes) -> Path:
    path = Path(tempfile.mkdtemp(dir=MADE.name)) / name
    path.write_bytes(content)
    return path


def check(path: Path, pages: int | None = None) -> None:
    """Two readings are equal, the pages are counted from 1, and every range lies within its page."""
    first = read(path)
    assert first == read(path)
    if isinstance(first, str):
        return
    assert pages is None or len(first.pages) == pages
    numbers = [page.page for page in first.pages if page.page is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    for page in first.pages:
        check_ranges(page)


def check_ranges(page: PageRead) -> None:
    ranges = [(part.start, part.end) for part in (*page.headings, *page.rows, *page.boxes)]
    for start, end in ranges:
        assert 0 <= start <= end <= len(page.text)
    assert [box.start for box in page.boxes] == sorted(box.start for box in page.boxes)
    for box in page.boxes:
        assert 0 <= box.left <= box.right <= 1
        assert 0 <= box.top <= box.bottom <= 1
    assert 0 <= page.quality <= 1


@FEW
@given(st.lists(LINES, min_size=1, max_size=4))
def test_pdf(tmp_path: Path, pages: list[list[str]]) -> None:
    check(pdf(tmp_path / "a.pdf", [shown(lines) for lines in pages]), pages=len(pages))


@FEW
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))),
            st.sampled_from(["", "bold", "Heading 1"]),
        )
    )
)
def test_docx(tmp_path: Path, paragraphs: list[tuple[str, str]]) -> None:
    check(word(tmp_path / "a.docx", paragraphs), pages=1)


@FEW
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_xlsx(tmp_path: Path, sheets: list[list[list[object]]]) -> None:
    check(workbook(tmp_path / "a.xlsx", {f"Lembar {n}": rows for n, rows in enumerate(sheets)}), pages=len(sheets))


@FEW
@given(st.lists(st.lists(st.one_of(st.text("abc äé", max_size=20), st.floats(-1e9, 1e9)), max_size=6), max_size=8))
def test_xls(tmp_path: Path, rows: list[list[str | float]]) -> None:
    check(old_workbook(tmp_path / "a.xls", rows), pages=1)


@FEW
@given(
    st.lists(st.tuples(st.text("abc BAB 1.\n", max_size=20), st.text("isi \n\t", max_size=40)), min_size=1, max_size=3)
)
def test_pptx(tmp_path: Path, pages: list[tuple[str, str]]) -> None:
    check(slides(tmp_path / "a.pptx", pages), pages=len(pages))


@FEW
@given(HTML)
def test_html(tmp_path: Path, parts: list[str]) -> None:
    check(written("a.html", f"<html><body>{''.join(parts)}".encode()), pages=1)


@FEW
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.csv", "a.html", "a.pdf", "a"]))
def test_any_bytes_under_any_name(content: bytes, name: str) -> None:
    check(written(name, content))


@FEW
@given(st.text(max_size=400), st.sampled_from(["a.txt", "a.md"]))
def test_any_text(text: str, name: str) -> None:
    check(written(name, text.encode("utf-8", "surrogatepass")), pages=1)


@FEW
@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from(["PNG", "JPEG", "TIFF"]))
def test_pictures(width: int, height: int, kind: str) -> None:
    file = io.BytesIO()
    Image.new("L", (width, height), 200).save(file, kind)
    check(written(f"a.{kind.lower()}", file.getvalue()))


def _picture(path: Path) -> Path:
    Image.new("L", (64, 32), 200).save(path)
    return path


_MADE: dict[str, Callable[[Path], Path]] = {
    "a.pdf": lambda path: pdf(path, [shown(["BAB I", "Pasal 1 yang dan di"]), shown(["Dua"])]),
    "a.docx": lambda path: word(path, [("BAB I", "Heading 1"), ("isi", "")]),
    "a.xlsx": lambda path: workbook(path, {"Lembar": [["No", "Nama"], [1, "Meja"], [2, "Kursi"]]}),
    "a.xls": lambda path: old_workbook(path, [["No", "Nama"], [1.0, "Meja"]]),
    "a.pptx": lambda path: slides(path, [("Judul", "isi")]),
    "a.png": _picture,
    "a.jpeg": _picture,
    "a.tiff": _picture,
}


@cache
def _bytes_of(name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return _MADE[name](Path(folder) / name).read_bytes()


def damaged(content: bytes, seed: int) -> bytes:
    """Cut the content short, or change, drop or repeat a few of its bytes."""
    chance = random.Random(seed)
    changed = bytearray(content)
    if chance.random() < 0.3:
        del changed[chance.randrange(len(changed)) :]
    for _ in range(chance.randrange(8)):
        at = chance.randrange(len(changed) + 1)
        changed[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(4))
    return bytes(changed)


@pytest.mark.parametrize("name", _MADE)
@FEW
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int) -> None:
    check(written(name, damaged(_bytes_of(name), seed)))
