"""A page drawn, and a quote found on it, as the reading child does it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from indexer.document import ReadError
from indexer.previews.drawing import Sheets
from tests.indexer.readers import samples

LINES = ["Sewa kendaraan dinas diajukan", "kepada kepala badan.", "Sewa kendaraan dinas"]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return samples.pdf(tmp_path / "surat.pdf", [samples.shown(LINES), samples.shown(["Lampiran"])])


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content), formats=["WEBP"]) as picture:
        return picture.size


def test_a_page_is_drawn_as_wide_as_asked(letter: Path) -> None:
    width, height = size_of(Sheets().picture(letter, 0, 1200))
    assert abs(width - 1200) <= 1
    assert abs(height - 1200 * 842 / 595) <= 2


def test_the_quote_is_found_line_by_line(letter: Path) -> None:
    (width, height), found = Sheets().seen(letter, 0, "dinas diajukan\nkepada")
    assert (round(width), round(height)) == (595, 842)
    (first, second), *others = found
    assert not others
    assert first[3] <= second[1]  # above it
    assert first[0] > 0.2  # not from the beginning of its line
    assert abs(second[0] - 60 / 595) < 0.01
    assert all(0 < bottom - top < 0.03 for _, top, _, bottom in (first, second))


def test_a_quote_that_stands_twice_is_found_twice(letter: Path) -> None:
    _, found = Sheets().seen(letter, 0, "Sewa kendaraan")
    assert len(found) == 2


def test_a_quote_of_another_page_is_not_found(letter: Path) -> None:
    assert Sheets().seen(letter, 0, "Lampiran")[1] == []
    assert len(Sheets().seen(letter, 1, "Lampiran")[1]) == 1


def test_a_turned_page_is_drawn_and_marked_as_it_is_shown(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "turned.pdf", [samples.shown(LINES)], shape="/Rotate 90")
    width, height = size_of(Sheets().picture(path, 0, 600))
    assert width > height
    _, ((edges,),) = Sheets().seen(path, 0, "kepada kepala badan.")
    assert edges[3] - edges[1] > edges[2] - edges[0]  # the line runs from top to bottom
    assert edges[0] > 0.8  # what was above is at the right


def test_a_picture_of_a_file_with_several_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "pindai.tif"
    pages = [Image.new("L", (300, 400), shade) for shade in (255, 90)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    sheets = Sheets()
    assert size_of(sheets.picture(path, 1, 150)) == (150, 200)
    assert sheets.seen(path, 1, "apa pun") == ((300, 400), [])
    with pytest.raises(ReadError):
        sheets.picture(path, 2, 150)


def test_a_page_that_is_very_long_is_drawn_smaller(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "long.pdf", [samples.shown(LINES)], shape="/CropBox [0 0 10 840]")
    width, height = size_of(Sheets().picture(path, 0, 2400))
    assert width * height <= 12_100_000


def test_a_page_that_is_not_there_is_refused(letter: Path) -> None:
    with pytest.raises(ReadError):
        Sheets().picture(letter, 7, 1200)
