"""Tantivy's files by their own checksums: any changed bit is found, and the next writer mends what cannot be opened."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.database import Catalog
from catalog.generations import current
from catalog.vectors import VectorSet
from engine import segments
from engine.engine import Engine
from tests.engine.shelf import MODEL, WORDS, shelve

HARM = ("cut", "emptied", "last page", "body")


@pytest.fixture
def engine(catalog: Catalog) -> Engine:
    """Two commits, so that there are two segments, and a base of vectors."""
    made = Engine.open(catalog.folder, VectorSet(MODEL), len(WORDS), threads=1, tail_limit=1)
    for path in ("a", "b"):
        shelve(catalog, path, ["aset hibah", "pajak air", "aset pajak"])
        made.publish(catalog)
    return made


def folder_of(engine: Engine) -> Path:
    return engine.lexical.root / engine.lexical.reader().state.folder


def files(folder: Path) -> list[Path]:
    return [place for place in sorted(folder.iterdir()) if place.suffix not in (".json", ".lock")]


def put(place: Path, content: bytes) -> None:
    """A new file in its place: what a reader of this process has mapped must not be cut under it."""
    place.unlink()
    place.write_bytes(content)


def harm(place: Path, how: str) -> None:
    whole = place.read_bytes()
    footer = 8 + int.from_bytes(whole[-8:-4], "little")
    changed = {
        "cut": whole[: len(whole) // 2],
        "emptied": b"",
        "last page": whole[:-4096] + bytes(255 - byte for byte in whole[-4096:]),
        "body": bytes(255 - byte for byte in whole[:-footer]) + whole[-footer:],
    }
    put(place, changed[how])


def test_whole_files_are_well(engine: Engine) -> None:
    assert len(json.loads((folder_of(engine) / "meta.json").read_text())["segments"]) == 2
    assert segments.damaged(folder_of(engine)) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pick=st.floats(0, 1, exclude_max=True), where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_changed_bit_before_the_footer_is_found(engine: Engine, pick: float, where: float, bit: int) -> None:
    folder = folder_of(engine)
    place = files(folder)[int(pick * len(files(folder)))]
    whole = place.read_bytes()
    body = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
    changed = bytearray(whole)
    changed[int(where * body)] ^= 1 << bit
    put(place, changed)
    assert segments.damaged(folder) == [place.name]
    put(place, whole)


def test_a_file_that_the_index_does_not_name_does_not_count(engine: Engine) -> None:
    (folder_of(engine) / f"{'0' * 32}.idx").write_bytes(b"sisa")
    assert segments.damaged(folder_of(engine)) == []


def test_a_list_of_segments_that_cannot_be_read_is_damage(engine: Engine) -> None:
    (folder_of(engine) / "meta.json").write_text("{")
    assert segments.damaged(folder_of(engine)) == ["meta.json"]


@pytest.mark.parametrize("how", HARM)
@pytest.mark.parametrize("suffix", [".idx", ".term", ".fast", ".store"])
def test_damage_is_found_by_verification_and_mended(engine: Engine, catalog: Catalog, suffix: str, how: str) -> None:
    harm(next(p for p in files(folder_of(engine)) if p.suffix == suffix), how)
    fresh = Engine.open(catalog.folder, VectorSet(MODEL), len(WORDS), threads=1, tail_limit=1)
    assert [found.code for found in fresh.findings(catalog)] == ["lexical_damaged"]
    fresh.rebuild(catalog)
    assert fresh.findings(catalog) == []


@pytest.mark.parametrize("suffix", [".idx", ".term", ".fast", ".store"])
def test_the_next_run_mends_a_torn_last_page(engine: Engine, catalog: Catalog, suffix: str) -> None:
    harm(next(p for p in files(folder_of(engine)) if p.suffix == suffix), "last page")
    fresh = Engine.open(catalog.folder, VectorSet(MODEL), len(WORDS), threads=1, tail_limit=1)
    shelve(catalog, "c", ["air hibah"])
    fresh.publish(catalog)
    assert fresh.findings(catalog) == []


@pytest.mark.parametrize("how", ["cut", "emptied", "last page"])
def test_torn_vectors_are_found_and_the_next_run_mends_them(engine: Engine, catalog: Catalog, how: str) -> None:
    base = current(catalog, VectorSet(MODEL))
    assert base is not None
    place = catalog.folder.index / f"gen-{base.id}" / "vectors.faiss"
    if how == "last page":
        put(place, place.read_bytes()[:-4096] + bytes(255 - byte for byte in place.read_bytes()[-4096:]))
    else:
        harm(place, how)
    fresh = Engine.open(catalog.folder, VectorSet(MODEL), len(WORDS), threads=1, tail_limit=1)
    assert [found.code for found in fresh.findings(catalog)] == ["generation_damaged"]
    fresh.publish(catalog)
    assert fresh.findings(catalog) == []


def test_an_index_folder_that_is_gone_is_made_again_by_the_next_run(engine: Engine, catalog: Catalog) -> None:
    shutil.rmtree(catalog.folder.index)
    fresh = Engine.open(catalog.folder, VectorSet(MODEL), len(WORDS), threads=1, tail_limit=1)
    assert {found.code for found in fresh.findings(catalog)} == {"lexical_damaged", "generation_damaged"}
    fresh.publish(catalog)
    assert fresh.findings(catalog) == []
