"""Pages are drawn in limited children; whatever a file does to one, the web is told that there is no picture."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.folder import DataFolder
from catalog.originals import place_of
from indexer.limits import Limits
from indexer.previews.pages import AT_ONCE, WIDTH, Previews
from tests.indexer.readers import samples

SHA = "ab" * 32


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    place = place_of(made, SHA)
    place.parent.mkdir(parents=True)
    samples.pdf(place, [samples.shown(["Sewa kendaraan dinas"])])
    return made


@pytest.fixture
def previews(folder: DataFolder) -> Iterator[Previews]:
    opened = Previews(folder, Limits())
    yield opened
    opened.close()


def test_a_page_is_drawn_once_and_then_kept(folder: DataFolder, previews: Previews) -> None:
    drawn = previews.picture(SHA, 1, WIDTH)
    assert drawn is not None
    assert drawn[:4] == b"RIFF"
    (kept,) = folder.previews.rglob("*.webp")
    kept.write_bytes(b"yang disimpan")
    assert previews.picture(SHA, 1, WIDTH) == b"yang disimpan"


def test_a_quote_is_seen_on_its_page(previews: Previews) -> None:
    seen = previews.seen(SHA, 1, "kendaraan dinas")
    assert seen is not None
    assert (round(seen.width), len(seen.found)) == (595, 1)


def test_absent_pages_and_originals_have_no_picture(previews: Previews) -> None:
    assert previews.picture(SHA, 2, WIDTH) is None
    assert previews.seen(SHA, 2, "") is None
    assert previews.picture("cd" * 32, 1, WIDTH) is None


def test_a_file_that_is_broken_or_kills_its_child_has_no_picture(folder: DataFolder, previews: Previews) -> None:
    place_of(folder, SHA).write_bytes(b"%PDF-1.4\n" + b"\x00" * 2000)
    assert previews.seen(SHA, 1, "dinas") is None
    assert previews.picture(SHA, 1, WIDTH) is None
    assert not folder.previews.exists()


def test_a_page_that_hit_a_limit_is_not_tried_again_at_once(folder: DataFolder, tmp_path: Path) -> None:
    count = tmp_path / "tries"
    dying = tmp_path / "dying.py"
    dying.write_text(f"import sys; open({str(count)!r}, 'a').write('x'); sys.stdin.buffer.read(9); sys.exit(1)")
    previews = Previews(folder, Limits(), command=(sys.executable, str(dying)))
    assert [previews.picture(SHA, 1, WIDTH) for _ in range(3)] == [None] * 3
    assert previews.picture(SHA, 2, WIDTH) is None
    previews.close()
    assert count.read_text() == "xx"


def test_while_all_children_are_at_work_nobody_waits_for_long(folder: DataFolder, tmp_path: Path) -> None:
    hanging = tmp_path / "hanging.py"
    hanging.write_text("import time; time.sleep(60)")
    previews = Previews(folder, Limits(seconds=1), command=(sys.executable, str(hanging)), patience=0.1)
    pages = range(1, AT_ONCE + 1)
    waiting = [threading.Thread(target=previews.picture, args=(SHA, page, WIDTH)) for page in pages]
    for thread in waiting:
        thread.start()
    time.sleep(0.5)
    began = time.monotonic()
    assert previews.picture(SHA, AT_ONCE + 1, WIDTH) is None
    assert time.monotonic() - began < 2
    previews.close()
    for thread in waiting:
        thread.join()


@pytest.mark.parametrize("edges", ["[2, 0, 3, 1]", "[NaN, 0, 1, 1]", "[0, 0, 1]", '"abcd"', "7"])
def test_a_child_that_a_file_took_over_puts_nothing_on_the_page(folder: DataFolder, tmp_path: Path, edges: str) -> None:
    lying = tmp_path / "lying.py"
    lying.write_text(
        "import struct, sys\n"
        "sys.stdin.buffer.read(9)\n"
        f"""body = b'{{"size": [1, 1], "found": [[{edges}]]}}'\n"""
        "sys.stdout.buffer.write(struct.pack('>4sI', b'RJK1', len(body)) + body)\n"
    )
    previews = Previews(folder, Limits(), command=(sys.executable, str(lying)))
    assert previews.seen(SHA, 1, "dinas") is None
    previews.close()
