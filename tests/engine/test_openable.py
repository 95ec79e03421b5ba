"""A folder that cannot be written is read through links in a passing one."""

import os
from pathlib import Path
from threading import Event, Thread

import pytest

from engine.openable import openable


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two files that, whoever asks, may not be written."""
    (tmp_path / "meta.json").write_text("{}")
    (tmp_path / "a.idx").write_text("isi")
    monkeypatch.setattr(os, "access", lambda *_: False)
    return tmp_path


def test_its_files_are_there_and_the_passing_folder_goes(folder: Path) -> None:
    with openable(folder) as place:
        assert place != folder
        assert {inside.name: inside.read_text() for inside in place.iterdir()} == {"meta.json": "{}", "a.idx": "isi"}
    assert not place.exists()


def test_a_lock_that_is_put_there_while_the_folder_goes_is_no_error(folder: Path) -> None:
    """Tantivy watches an opened index with a thread of its own, which takes locks whenever it likes."""
    for _ in range(10):
        ended = Event()
        with openable(folder) as place:
            thread = Thread(target=lock_again_and_again, args=(place, ended))
            thread.start()
        ended.set()
        thread.join()


def lock_again_and_again(place: Path, ended: Event) -> None:
    while not ended.is_set():
        try:
            (place / ".tantivy-meta.lock").touch()
        except FileNotFoundError:
            return
