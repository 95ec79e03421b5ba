"""The model folder describes itself, and the description holds."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from embedding.description import TOKENIZER, WEIGHTS, ModelError, describe, read_description, write_description
from embedding.embedder import BUNDLED, load

MIB_45 = 45 * 1024 * 1024


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BUNDLED, tmp_path / "model"))


def test_the_stored_id_is_the_hash_of_the_shipped_files() -> None:
    stored = read_description(BUNDLED)
    assert describe(BUNDLED, width=stored.width, max_length=stored.max_length) == stored
    assert load().model_id == stored.model_id


def test_the_bundled_model_stays_small() -> None:
    assert sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file()) < MIB_45


def test_the_model_card_and_the_licence_travel_with_it() -> None:
    card = (BUNDLED / "README.md").read_text(encoding="utf-8")
    assert "arXiv 2402.05672" in card
    assert read_description(BUNDLED).model_id in card
    assert "Permission is hereby granted" in (BUNDLED / "LICENSE").read_text(encoding="utf-8")


def test_other_weights_have_another_id(copied: Path) -> None:
    before = read_description(copied)
    with (copied / WEIGHTS).open("ab") as file:
        file.write(b"\0")
    after = describe(copied, width=before.width, max_length=before.max_length)
    assert after.model_id != before.model_id


def test_a_moved_folder_of_the_same_shape_is_loaded_by_its_path(copied: Path) -> None:
    assert load(copied).model_id == load().model_id
    assert load(str(copied)).model_id == load().model_id


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER])
def test_a_file_cut_short_is_refused_with_both_sizes(copied: Path, name: str) -> None:
    whole = (copied / name).read_bytes()
    (copied / name).write_bytes(whole[:1000])
    with pytest.raises(ModelError, match=rf"1000 bita, seharusnya {len(whole)}"):
        load(copied)


def test_a_missing_file_is_refused(copied: Path) -> None:
    (copied / WEIGHTS).unlink()
    with pytest.raises(ModelError, match="tidak utuh"):
        load(copied)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"model_id": "x", "baru": 1}'])
def test_a_description_that_is_none_is_refused(copied: Path, text: str) -> None:
    (copied / "rujukan.json").write_text(text)
    with pytest.raises(ModelError, match="tidak terbaca"):
        load(copied)


def test_what_is_written_is_read_again(copied: Path) -> None:
    changed = replace(read_description(copied), query_prompt="tanya: ")
    write_description(copied, changed)
    assert read_description(copied) == changed
