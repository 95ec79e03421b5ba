"""Any other sentence-transformers model; torch is imported with this module, and this module only when asked for."""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import numpy as np
import torch
from huggingface_hub import constants
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from embedding.cores import CORES
from embedding.description import short_hash

Vectors = NDArray[np.float32]


PATIENCE = 5.0
"""Seconds in which the hub has to answer before anything is fetched: the library itself tries for over a minute."""


class TransformerEmbedder:
    """Unit vectors of a sentence-transformers model, with the prompts that the model itself brings.

    A name is looked for among what was fetched before, and at the hub only if it is not there; OSError if neither.
    """

    def __init__(self, name: str, threads: int) -> None:
        self._threads = threads
        torch.set_num_threads(threads)
        self._model = _opened(name)
        self.width = int(self._model.encode_document("").shape[0])
        self.model_id = _identify(self._model, self.width)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each question, shape (n, width), in the order given."""
        rows = self._model.encode_query(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return self._as_rows(rows)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each passage, shape (n, width), in the order given."""
        with CORES.taken(self._threads):
            rows = self._model.encode_document(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return self._as_rows(rows)

    def _as_rows(self, rows: object) -> Vectors:
        return np.asarray(rows, dtype=np.float32).reshape(-1, self.width)


def _opened(name: str) -> SentenceTransformer:
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)  # it tells of each of its attempts
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=True)
    except (OSError, ValueError):
        if Path(name).is_dir():
            raise
        _reach_hub()
        return SentenceTransformer(name, device="cpu")


def _reach_hub() -> None:
    try:
        urlopen(Request(constants.ENDPOINT, method="HEAD"), timeout=PATIENCE).close()
    except HTTPError:
        return  # it answers, if only to say no
    except OSError as error:
        raise OSError(f"belum pernah diunduh, dan {constants.ENDPOINT} tidak dapat dihubungi") from error


def _identify(model: SentenceTransformer, width: int) -> str:
    """Return the hash of weights, vocabulary, prompts, modules (pooling among them) and width.

    The modules are described by the library's own words, so an upgrade of it may change the id: the cost is that
    vectors are computed again, never that two models are taken for one.
    """
    weights = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        weights.update(name.encode())
        weights.update(tensor.detach().cpu().contiguous().view(-1).view(torch.uint8).numpy())
    modules = [[type(part).__name__, str(part.get_config_dict())] for part in model]
    return short_hash(weights.hexdigest(), model.tokenizer.get_vocab(), model.prompts, modules, width)
