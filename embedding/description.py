"""What a model folder says about itself, so that loading needs a path and nothing else."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

DESCRIPTION = "rujukan.json"
WEIGHTS = "onnx/model_qint8.onnx"
TOKENIZER = "tokenizer.json"
PREFIXES = {"query": "query: ", "passage": "passage: "}


class ModelError(Exception):
    """A model cannot be used; the text, for the user, says what happened, the value seen and what to do."""


@dataclass(frozen=True)
class Description:
    """The facts that decide a vector, and the id made of them.

    The id is stored because hashing 36 MB would cost every cold start some 30 ms; the sizes are stored so
    that a file cut short or exchanged is noticed all the same, at the price of two stats.
    """

    model_id: str
    weights_bytes: int
    tokenizer_bytes: int
    width: int
    max_length: int
    pooling: str
    query_prompt: str
    passage_prompt: str


def describe(folder: Path, *, width: int, max_length: int) -> Description:
    """Return the description of a folder that holds weights and tokenizer, with its id freshly computed."""
    return Description(
        model_id=short_hash(
            _digest(folder / WEIGHTS), _digest(folder / TOKENIZER), PREFIXES, "mean", width, max_length
        ),
        weights_bytes=(folder / WEIGHTS).stat().st_size,
        tokenizer_bytes=(folder / TOKENIZER).stat().st_size,
        width=width,
        max_length=max_length,
        pooling="mean",
        query_prompt=PREFIXES["query"],
        passage_prompt=PREFIXES["passage"],
    )


def write_description(folder: Path, description: Description) -> None:
    """Write the description into the folder."""
    (folder / DESCRIPTION).write_text(json.dumps(asdict(description), indent=2) + "\n", encoding="utf-8")


def read_description(folder: Path) -> Description:
    """Return what the folder says about itself; ModelError if its files are not the ones it speaks of."""
    path = folder / DESCRIPTION
    try:
        description = Description(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"Keterangan model {path} tidak terbaca ({error}). Salin ulang folder modelnya.") from error
    _check_size(folder / WEIGHTS, description.weights_bytes)
    _check_size(folder / TOKENIZER, description.tokenizer_bytes)
    return description


def short_hash(*facts: object) -> str:
    """Return 16 hexadecimal digits that stand for the facts."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_size(path: Path, expected: int) -> None:
    seen = path.stat().st_size if path.is_file() else 0
    if seen != expected:
        raise ModelError(
            f"Berkas model {path} tidak utuh: {seen} bita, seharusnya {expected}. Salin ulang folder modelnya."
        )
