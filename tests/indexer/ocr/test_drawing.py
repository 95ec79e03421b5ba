"""Pages drawn for OCR: blank ones told, crooked ones straightened, places told on the page as it is shown."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from indexer.document import ReadError
from indexer.ocr.drawing import MOST_SIDE, PLAIN_DPI, Drawings, is_blank, skew_of
from indexer.ocr.picture import Edges, Picture
from indexer.readers.picture import read_picture
from tests.indexer.ocr import scans
from tests.indexer.readers import samples


def drawn(path: Path, index: int = 0, turn: int = 0) -> Picture:
    return Drawings().picture(path, index, turn)


def ink_of(picture: Picture) -> Edges:
    """Return the box around what is dark."""
    sheet = Image.frombytes("L", (picture.width, picture.height), picture.pixels)
    box = sheet.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = map(float, box)
    return left, top, right, bottom


def test_an_empty_sheet_with_specks_and_a_dark_edge_is_blank() -> None:
    sheet = Image.new("L", scans.A5, 245)
    draw = ImageDraw.Draw(sheet)
    for at in range(40):
        draw.point((100 + 17 * at, 90 + 23 * at), fill=0)
    draw.rectangle((0, 0, 15, scans.A5[1]), fill=30)
    assert is_blank(sheet)
    assert not is_blank(scans.paper(["Halaman ini memuat satu baris."]))


@pytest.mark.parametrize("crooked", [-4.0, -1.5, 2.0, 5.0])
def test_a_crooked_page_is_turned_back(crooked: float) -> None:
    assert skew_of(scans.paper(turned=crooked)) == pytest.approx(-crooked, abs=0.5)


def test_a_level_page_is_left_as_it_is() -> None:
    assert skew_of(scans.paper()) == 0.0


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crooked", [0.0, 3.0])
def test_places_are_told_on_the_page_as_it_is_shown(tmp_path: Path, turn: int, crooked: float) -> None:
    sheet = scans.paper(["X" * 30] * 3, turned=crooked)
    picture = drawn(scans.scan(tmp_path / "a.pdf", [sheet]), turn=turn)
    seen = sheet.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert seen is not None
    expected = [edge / size for edge, size in zip(seen, sheet.size * 2, strict=True)]
    # The box of pixels is upright in the straightened picture: on the crooked page it may be a little larger.
    assert picture.place(ink_of(picture)) == pytest.approx(expected, abs=0.005 if not crooked else 0.06)


def test_a_scan_is_drawn_at_its_own_resolution(tmp_path: Path) -> None:
    path = scans.scan(tmp_path / "a.pdf", [scans.paper()])
    assert (drawn(path).width, drawn(path).dpi) == (scans.A5[0], scans.DPI)


def test_a_small_sharp_crest_does_not_tell_the_resolution_of_its_page(tmp_path: Path) -> None:
    crest = b"q 1 0 0 1 280 780 cm BI /W 40 /H 40 /BPC 8 /CS /G ID " + bytes(range(48, 88)) * 40 + b" EI Q"
    page = samples.pdf(tmp_path / "a.pdf", [crest + b" 50 400 300 20 re f"])
    assert drawn(page).dpi == PLAIN_DPI


def test_a_blank_page_has_no_pixels(tmp_path: Path) -> None:
    assert drawn(scans.scan(tmp_path / "a.pdf", [Image.new("L", scans.A5, 250)])).blank


def test_each_picture_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    path = scans.scan(tmp_path / "a.tif", [scans.paper(["Satu satu satu"]), scans.paper(), scans.paper()])
    pages = read_picture(path, 10).pages
    assert [(page.page, page.state) for page in pages] == [(1, "needs_ocr"), (2, "needs_ocr"), (3, "needs_ocr")]
    one, two = drawn(path, 0), drawn(path, 1)
    assert one.pixels != two.pixels and one.width == two.width
    with pytest.raises(ReadError) as refused:
        read_picture(path, 2)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize("mode", ["1", "P", "RGB", "RGBA", "LA", "I;16"])
def test_pictures_of_every_colour_are_grey_on_white(tmp_path: Path, mode: str) -> None:
    sheet = scans.paper()
    if mode == "I;16":
        sheet = Image.frombytes("I;16", sheet.size, b"".join(bytes((0, shade)) for shade in sheet.tobytes()))
    else:
        sheet = sheet.convert("RGB").convert(mode) if mode in ("P", "RGBA") else sheet.convert(mode)
    sheet.save(tmp_path / "a.png")
    picture = drawn(tmp_path / "a.png")
    shades = Image.frombytes("L", (picture.width, picture.height), picture.pixels).histogram()
    assert sum(shades[200:]) > 0.9 * sum(shades)
    assert sum(shades[:100]) > 0


def test_a_large_photograph_is_made_smaller(tmp_path: Path) -> None:
    scans.paper().resize((4700, 6600)).save(tmp_path / "a.jpg")
    assert max(drawn(tmp_path / "a.jpg").width, drawn(tmp_path / "a.jpg").height) <= MOST_SIDE


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    with pytest.raises(ReadError) as refused:
        read_picture(tmp_path / "a.png", 10)
    assert refused.value.code == "too_large"


def test_a_picture_that_is_cut_short_is_corrupt(tmp_path: Path) -> None:
    scans.paper().save(tmp_path / "a.png")
    (tmp_path / "a.png").write_bytes((tmp_path / "a.png").read_bytes()[:3000])
    with pytest.raises(ReadError) as refused:
        drawn(tmp_path / "a.png")
    assert refused.value.code == "corrupt"


def test_a_huge_page_is_drawn_within_bounds(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a.pdf", [b"q 9000 0 0 9000 0 0 cm 0 0 1 1 re f Q"], shape="/CropBox [0 0 9000 9000]")
    assert drawn(path).width * drawn(path).height <= 20_100_000
