"""The one way to a model: `load` gives an Embedder, whatever runs behind it."""

import re
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embedding.cores import available_cores
from embedding.description import DESCRIPTION, ModelError, read_description

__all__ = ["BUNDLED", "Embedder", "ModelError", "load"]

BUNDLED = Path(__file__).parent / "model"
HUB_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)?")


class Embedder(Protocol):
    """Turns texts into unit vectors; questions and passages have different prompts, so different methods."""

    @property
    def model_id(self) -> str:
        """Return a short hash of weights, tokenizer, prompts, pooling and width: equal id, equal vectors."""

    @property
    def width(self) -> int:
        """Return the number of components of a vector."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each question, shape (n, width), in the order given."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each passage, shape (n, width), in the order given."""


def load(model: str | Path | None = None, *, threads: int | None = None) -> Embedder:
    """Return the bundled model, or the one in a folder or of a name that sentence-transformers knows.

    No model and an empty setting both mean the bundled one. `threads` is the most that are used at once, all cores
    unless told. ModelError says why a model cannot be had.
    """
    threads = threads or available_cores()
    folder = Path(model).expanduser() if model else BUNDLED
    if (folder / DESCRIPTION).is_file():
        return _load_described(folder, threads)
    if model:
        return _load_transformer(model, folder, threads)
    raise ModelError(f"Model bawaan tidak ada di {BUNDLED}. Pasang ulang Rujukan.")


def _load_described(folder: Path, threads: int) -> Embedder:
    description = read_description(folder)
    # By its dotted name: a command without vectors does not pay for importing onnxruntime.
    runtime = import_module("embedding.onnx_embedder")
    embedder: Embedder = runtime.OnnxEmbedder(folder, description, threads)
    return embedder


def _load_transformer(model: str | Path, folder: Path, threads: int) -> Embedder:
    if not folder.is_dir() and (isinstance(model, Path) or not HUB_NAME.fullmatch(model)):
        raise ModelError(
            f"Model {str(model)!r} tidak ditemukan: tidak ada folder bernama itu. "
            "Perbaiki setelan model, atau kosongkan agar model bawaan dipakai."
        )
    if find_spec("sentence_transformers") is None:
        raise ModelError(
            f"Model {str(model)!r} bukan model bawaan dan memerlukan sentence-transformers, yang belum terpasang. "
            "Pasang dengan: pip install 'rujukan[models]'."
        )
    # By its dotted name: torch takes seconds and hundreds of megabytes.
    runtime = import_module("embedding.transformer_embedder")
    try:
        embedder: Embedder = runtime.TransformerEmbedder(str(folder if folder.is_dir() else model), threads)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ModelError(
            f"Model {str(model)!r} tidak dapat dimuat ({' '.join(str(error).split())}). "
            "Periksa folder atau nama modelnya, atau kosongkan setelan model agar model bawaan dipakai."
        ) from error
    return embedder
