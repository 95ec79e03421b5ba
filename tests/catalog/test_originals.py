import hashlib
from pathlib import Path

import pytest

from catalog import originals
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.lock import writer_lock


def test_an_original_is_kept_byte_for_byte_under_its_hash(catalog: Catalog, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"\x00isi" * 1000)
    incoming = originals.take(catalog.folder, source)
    assert incoming.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    originals.keep(catalog.folder, incoming)
    place = originals.place_of(catalog.folder, incoming.sha256)
    assert place.read_bytes() == source.read_bytes()
    assert list(catalog.folder.incoming.iterdir()) == []


def test_keeping_the_same_bytes_twice_keeps_one(catalog: Catalog, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"isi")
    for _ in range(2):
        originals.keep(catalog.folder, originals.take(catalog.folder, source))
    assert len(list(catalog.folder.originals.glob("*/*"))) == 1


def test_a_damaged_copy_in_place_is_replaced(catalog: Catalog, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"isi lengkap")
    incoming = originals.take(catalog.folder, source)
    place = originals.place_of(catalog.folder, incoming.sha256)
    place.parent.mkdir()
    place.write_bytes(b"isi")
    originals.keep(catalog.folder, incoming)
    assert place.read_bytes() == b"isi lengkap"


def test_a_missing_source_leaves_nothing_behind(catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        originals.take(catalog.folder, tmp_path / "tidak ada")
    assert list(catalog.folder.incoming.iterdir()) == []


def test_copies_left_by_a_killed_run_are_swept(catalog: Catalog) -> None:
    (catalog.folder.incoming / "sisa").write_bytes(b"x")
    originals.sweep_incoming(catalog.folder)
    assert list(catalog.folder.incoming.iterdir()) == []


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with writer_lock(folder, "index"), pytest.raises(RujukanError, match="“index”") as raised:
        writer_lock(folder, "drop").__enter__()
    assert raised.value.code == "locked"
    with writer_lock(folder, "drop"):
        pass
