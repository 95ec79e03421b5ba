import os
from pathlib import Path

import pytest

from catalog import previews
from catalog.folder import DataFolder
from catalog.originals import place_of

SHA, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path)
    for sha256 in (SHA, OTHER):
        place_of(made, sha256).parent.mkdir(parents=True)
        place_of(made, sha256).write_bytes(b"asli")
    return made


def files(folder: DataFolder) -> set[str]:
    return {f"{place.parent.name[:2]}/{place.name}" for place in folder.previews.rglob("*") if place.is_file()}


def test_a_picture_is_kept_by_its_original_and_its_name(folder: DataFolder) -> None:
    assert previews.get(folder, SHA, "1.webp") is None
    previews.put(folder, SHA, "1.webp", b"gambar")
    assert previews.get(folder, SHA, "1.webp") == b"gambar"
    assert previews.get(folder, OTHER, "1.webp") is None
    assert files(folder) == {"ab/1.webp"}


def test_a_picture_of_an_original_that_is_gone_meanwhile_is_not_kept(folder: DataFolder) -> None:
    place_of(folder, SHA).unlink()
    previews.put(folder, SHA, "1.webp", b"gambar")
    assert files(folder) == set()


def test_those_looked_at_longest_ago_make_room(folder: DataFolder) -> None:
    for age, name in enumerate(("baru", "lama", "tua")):
        previews.put(folder, SHA, name, b"x" * 100)
        place = next(folder.previews.rglob(name))
        os.utime(place, (place.stat().st_atime, place.stat().st_mtime - 60 * (age + 1)))
    previews.get(folder, SHA, "tua")
    previews.put(folder, OTHER, "lain", b"x" * 100, most=399)
    assert files(folder) == {"ab/baru", "ab/tua", "cd/lain"}


def test_pictures_of_unknown_originals_are_swept(folder: DataFolder) -> None:
    for sha256 in (SHA, OTHER):
        previews.put(folder, sha256, "1.webp", b"gambar")
    previews.sweep(folder, {OTHER})
    assert files(folder) == {"cd/1.webp"}


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nobody(folder: DataFolder) -> None:
    folder.previews.write_text("bukan folder")
    previews.put(folder, SHA, "1.webp", b"gambar")
    assert previews.get(folder, SHA, "1.webp") is None
    previews.forget(folder, SHA)
