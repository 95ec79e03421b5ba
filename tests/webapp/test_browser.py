import html
import subprocess
import urllib.parse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image

from catalog.opening import create
from catalog.scope import scope_of
from indexer.previews.pages import Previews
from tests.webapp.browsing import CHROMIUM, IN_A_BROWSER, served
from tests.webapp.conftest import Library
from tests.webapp.library import add, searchers
from tests.webapp.test_search_page import QUESTION
from tests.webapp.test_sources import END, START, paper
from webapp.app import create_app

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)
MARKED = (255, 226, 122)  # the stylesheet's colour of marks on white paper
# Copies of the pages in frames of a given width tell how wide they really are; the pages themselves let no script run.
MEASURE = """<script>onload = () => document.title = [...document.querySelectorAll("iframe")].map(
  (frame) => frame.title + " " + frame.contentDocument.documentElement.scrollWidth).join("|")</script>"""

pytestmark = IN_A_BROWSER


@pytest.fixture
def site(client: FlaskClient) -> Iterator[str]:
    with served(client.application) as address:
        yield address


def browse(profile: Path, *args: str) -> str:
    """Run the browser once and return what it printed."""
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_the_answer_stands_in_the_page_and_it_can_be_seen_on_a_phone(site: str, tmp_path: Path) -> None:
    url = f"{site}/?q={urllib.parse.quote(QUESTION)}"
    picture = tmp_path / "phone.png"
    dom = browse(tmp_path / "profile", "--window-size=390,844", f"--screenshot={picture}", "--dump-dom", url)
    assert "paling lambat dua hari kerja sebelum pemakaian." in dom
    assert picture.stat().st_size > 10_000


def test_the_quote_is_seen_marked_on_the_picture_of_its_page(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    key = add(catalog, paper(tmp_path / "sop.pdf"))
    previews = Previews(catalog.folder)
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"), previews=previews)
    catalog.close()
    shot = tmp_path / "page.png"
    with served(app) as site:
        address = f"{site}/aset/{key}/sumber?versi=1&hal=1&mulai={START}&akhir={END}"
        browse(tmp_path / "profile", "--window-size=1280,1400", f"--screenshot={shot}", address)
    previews.close()
    with Image.open(shot) as screen:
        marked = colours_of(screen.convert("RGB"))
    # The marks on the white paper, and where they are, ink: the letters are seen through them.
    assert marked[MARKED] > 500
    assert sum(count for colour, count in marked.items() if max(colour) < 100) > 50


def colours_of(screen: Image.Image) -> Counter[tuple[int, int, int]]:
    """Count the colours in the part of a screen that holds everything marked on paper."""
    pixels = screen.load()
    spots = [(x, y) for y in range(screen.height) for x in range(screen.width) if pixels[x, y] == MARKED]
    across, down = zip(*spots, strict=True)
    part = screen.crop((min(across), min(down), max(across), max(down)))
    return Counter({colour: count for count, colour in part.getcolors(part.width * part.height)})


@pytest.mark.parametrize("width", [360, 640])  # 640: a screen of 1280 at 200 % zoom
def test_nothing_scrolls_sideways(client: FlaskClient, library: Library, tmp_path: Path, width: int) -> None:
    paths = {
        "search": "/?q=kendaraan+dinas&jenis=sop",
        "answer": f"/?q={urllib.parse.quote(QUESTION)}",
        "empty": "/?q=zzzz+qqqq",
        "absent": "/aset/tidakada",
        **{name: f"/aset/{library.keys[name]}" for name in ("sop", "sheet", "hostile")},
        **{f"{name}-source": f"/aset/{library.keys[name]}/sumber" for name in ("sop", "sheet", "hostile")},
    }
    assert measured(client, paths, tmp_path, width) == dict.fromkeys(paths, width)


def measured(client: FlaskClient, paths: dict[str, str], folder: Path, width: int) -> dict[str, int]:
    """Return how wide each page's content is in a window of that width."""
    style = f"<style>{client.get('/static/style.css').text}</style></head>"
    frame = '<iframe title="{}" width="{}" height="800" frameborder="0" srcdoc="{}"></iframe>'
    frames = [
        frame.format(name, width, html.escape(client.get(path).text.replace("</head>", style)))
        for name, path in paths.items()
    ]
    copies = folder / "copies.html"
    copies.write_text(f"<!doctype html><title></title>{MEASURE}{''.join(frames)}")
    dom = browse(folder / "profile", "--dump-dom", copies.as_uri())
    pairs = (pair.split() for pair in dom.partition("<title>")[2].partition("</title>")[0].split("|"))
    return {name: int(pixels) for name, pixels in pairs}
