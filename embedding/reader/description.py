"""What the reader's folder says about itself, so that a file cut short or exchanged is noticed."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from embedding.description import ModelError

DESCRIPTION = "reader.json"
WEIGHTS = "reader_qint8.onnx"
TOKENIZER = Path(__file__).parents[1] / "model" / "tokenizer.json"
"""The bundled model's: the reader was made of the same words, and the file is not stored twice."""


@dataclass(frozen=True)
class Description:
    """The sizes of the two files; hashing them would cost every first answer 20 ms."""

    weights_bytes: int
    tokenizer_bytes: int


def describe(folder: Path) -> None:
    """Write the description of a folder that holds the weights."""
    told = Description((folder / WEIGHTS).stat().st_size, TOKENIZER.stat().st_size)
    (folder / DESCRIPTION).write_text(json.dumps(asdict(told), indent=2) + "\n", encoding="utf-8")


def check(folder: Path) -> Path:
    """Return the tokenizer of the reader in a folder; ModelError if the files are not the ones it speaks of."""
    path = folder / DESCRIPTION
    try:
        told = Description(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"Keterangan model pembaca {path} tidak terbaca ({error}). Pasang ulang Rujukan.") from error
    for file, expected in ((folder / WEIGHTS, told.weights_bytes), (TOKENIZER, told.tokenizer_bytes)):
        seen = file.stat().st_size if file.is_file() else 0
        if seen != expected:
            raise ModelError(
                f"Berkas model {file} tidak utuh: {seen} bita, seharusnya {expected}. Pasang ulang Rujukan."
            )
    return TOKENIZER
