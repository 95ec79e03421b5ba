"""Keep of a Unigram tokenizer only the pieces that the users' languages need."""

import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain, islice
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

LATIN_END = "\u0250"  # basic Latin, Latin-1 and both extensions: names such as Müller or Šibenik stay readable
PUNCTUATION = "–—‘’“”„•…‰′″€−×≤≥½¼¾²³°§"
LINES_A_BATCH = 2000


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of .txt, .tsv and .jsonl files, each also as .xz, in file order.

    A line of .tsv gives its cells, a line of .jsonl its string values that hold a blank: ids and labels do not.
    """
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
            kind = path.name.removesuffix(".xz").rpartition(".")[2]
            yield from chain.from_iterable(_texts_of_line(line.rstrip("\n"), kind) for line in lines)


def _texts_of_line(line: str, kind: str) -> Iterable[str]:
    if kind == "tsv":
        return line.split("\t")
    if kind != "jsonl":
        return [line]
    return [value for value in json.loads(line).values() if isinstance(value, str) and " " in value]


def count_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[int]:
    """Return how often each piece, by id, occurs in the texts."""
    counts: Counter[int] = Counter()
    remaining = iter(texts)
    while batch := list(islice(remaining, LINES_A_BATCH)):
        encodings = tokenizer.encode_batch_fast(batch, add_special_tokens=False)
        counts.update(chain.from_iterable(encoding.ids for encoding in encodings))
    return counts


def kept_ids(definition: dict[str, Any], counts: Counter[int], at_least: int) -> list[int]:
    """Return, ascending, the ids to keep: frequent pieces, specials, and single characters of Latin script."""
    special = {token["id"] for token in definition["added_tokens"]}
    return [
        number
        for number, (piece, _score) in enumerate(definition["model"]["vocab"])
        if number in special or counts[number] >= at_least or _is_character(piece)
    ]


def _is_character(piece: str) -> bool:
    bare = piece.removeprefix("▁")
    return len(bare) <= 1 and (bare < LATIN_END or bare in PUNCTUATION)


def prune_tokenizer(definition: dict[str, Any], kept: list[int]) -> dict[str, Any]:
    """Return a tokenizer.json with the kept pieces only; piece number n of it was number kept[n] before."""
    pruned = deepcopy(definition)
    renumbered = {old: new for new, old in enumerate(kept)}
    vocabulary = definition["model"]["vocab"]
    pruned["model"]["vocab"] = [vocabulary[old] for old in kept]
    pruned["model"]["unk_id"] = renumbered[definition["model"]["unk_id"]]
    for token in pruned["added_tokens"]:
        token["id"] = renumbered[token["id"]]
    for token in pruned["post_processor"]["special_tokens"].values():
        token["ids"] = [renumbered[old] for old in token["ids"]]
    return pruned
