"""A pruned tokenizer keeps what the texts use, and splits what it lost."""

import json
import lzma
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tokenizers import Tokenizer

from embedding.prune import count_pieces, kept_ids, prune_tokenizer, read_texts

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁aset", "▁asam", "a", "s", "e", "t", "m", "漢", "▁dan", "<mask>"]


def definition() -> dict[str, Any]:
    """Return a Unigram tokenizer of fifteen pieces; the mask stands last, as in the original."""
    special = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    marks = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": 14}
    enclose = {mark: {"id": mark, "ids": [marks[mark]], "tokens": [mark]} for mark in ("<s>", "</s>")}
    single = [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": number, "content": mark, **special} for mark, number in marks.items()],
        "normalizer": None,
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "post_processor": {"type": "TemplateProcessing", "single": single, "pair": single, "special_tokens": enclose},
        "decoder": None,
        "model": {
            "type": "Unigram",
            "unk_id": 3,
            "vocab": [[piece, 0.0 if piece.startswith("<") else -1.0 - len(piece) / 100] for piece in PIECES],
        },
    }


def tokens(tokenizer: dict[str, Any], text: str) -> list[str]:
    return Tokenizer.from_str(json.dumps(tokenizer)).encode(text, add_special_tokens=False).tokens


def test_pieces_are_counted_over_all_texts() -> None:
    counts = count_pieces(Tokenizer.from_str(json.dumps(definition())), ["aset dan aset", "aset"])
    assert counts == Counter({PIECES.index("▁aset"): 3, PIECES.index("▁dan"): 1})


def test_frequent_pieces_specials_and_latin_characters_are_kept() -> None:
    kept = kept_ids(definition(), Counter({5: 3, 6: 2}), at_least=3)
    assert [PIECES[number] for number in kept] == [piece for piece in PIECES if piece not in ("▁asam", "漢", "▁dan")]


def test_a_lost_word_is_split_and_a_kept_one_is_not() -> None:
    pruned = prune_tokenizer(definition(), kept_ids(definition(), Counter({5: 3}), at_least=3))
    assert tokens(definition(), "asam aset") == ["▁asam", "▁aset"]
    assert tokens(pruned, "asam aset") == ["▁", "a", "s", "a", "m", "▁aset"]


def test_ids_are_the_places_in_the_list_of_kept_pieces() -> None:
    kept = kept_ids(definition(), Counter({13: 9}), at_least=3)
    pruned = prune_tokenizer(definition(), kept)
    assert [piece for piece, _ in pruned["model"]["vocab"]] == [PIECES[number] for number in kept]
    ids = {token["content"]: token["id"] for token in pruned["added_tokens"]}
    assert ids == {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": len(kept) - 1}
    assert pruned["model"]["unk_id"] == 3


def test_the_definition_given_is_left_as_it_was() -> None:
    given = definition()
    prune_tokenizer(given, [0, 1, 2, 3, 14])
    assert given == definition()


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("a.txt", "satu dua\ntiga\n", ["satu dua", "tiga"]),
        ("a.tsv", "satu dua\tone two\n", ["satu dua", "one two"]),
        ("a.jsonl", '{"id": "x-1", "text": "satu dua", "n": 3, "span": [1, 2]}\n', ["satu dua"]),
    ],
)
def test_texts_are_read_from_plain_and_packed_files(tmp_path: Path, name: str, content: str, texts: list[str]) -> None:
    plain, packed = tmp_path / name, tmp_path / (name + ".xz")
    plain.write_text(content, encoding="utf-8")
    packed.write_bytes(lzma.compress(content.encode()))
    assert list(read_texts([plain, packed])) == texts * 2
