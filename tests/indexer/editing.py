"""A desk whose catalog has an edition, and a second model, for what happens when editions change."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalog import editions
from catalog.database import Catalog
from catalog.editions import Edition, Model
from catalog.opening import create
from embedding.embedder import Embedder
from engine.engine import Engine
from indexer import shadow
from indexer.outcome import Run
from indexer.run import Options, Tools, index
from indexer.sources import scan
from indexer.steps import EVERY_STEP, Steps
from search.searcher import Searcher
from search.understanding.glossary import load
from tests.shared_words import SharedWords
from tests.word_counts import WIDTH, WordCounts

LONG = "PANDUAN\n\nI. TATA CARA\n\n" + "\n".join(
    f"Butir {n}: pengurus barang mencatat arsip nomor {n} pada buku induk." for n in range(60)
)


class Squared(WordCounts):
    """Another model: the squares of the counts."""

    model_id = "squared"

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        made = super().embed_passages(texts) ** 2
        return made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-6)


MODELS: dict[str, Embedder] = {WordCounts.model_id: WordCounts(), Squared.model_id: Squared()}


@dataclass
class Desk:
    """A folder to index into a catalog with an edition."""

    folder: Path
    catalog: Catalog

    def index(self) -> Run:
        edition = self.now()
        return index(
            Tools(self.catalog, self.engine(edition), MODELS[edition.model.id]),
            [scan(self.folder, "s")],
            Options(),
            lambda *_: None,
        )

    def engine(self, edition: Edition) -> Engine:
        return Engine.open(self.catalog.folder, edition.vectors, WIDTH, threads=1)

    def now(self) -> Edition:
        has = editions.current(self.catalog)
        return editions.claim(self.catalog, named("word-counts")) if has is None else has

    def shadow(self, model: str = "word-counts", sizes: tuple[int, int] = (110, 15)) -> Edition:
        with self.catalog.writing():
            return editions.begin_shadow(self.catalog, named(model), sizes)

    def build(self, edition: Edition, cutting: Steps = EVERY_STEP, embedding: Steps = EVERY_STEP) -> bool:
        model = MODELS[edition.model.id]
        whole = shadow.complete(self.catalog, edition, model, cutting=cutting, embedding=embedding)
        self.engine(edition).publish(self.catalog)
        return whole

    def searcher(self, edition: Edition) -> Searcher:
        return Searcher(self.engine(edition), MODELS[edition.model.id], load(), SharedWords())


def named(model: str) -> Model:
    return Model(model, WIDTH, model)


def desk_in(root: Path) -> Desk:
    (root / "berkas").mkdir()
    (root / "berkas/panduan.txt").write_text(LONG, encoding="utf8")
    (root / "berkas/kendaraan.md").write_text(
        "# Peminjaman\n\nNota dinas diajukan tiga hari kerja sebelum kendaraan dipakai.\n", encoding="utf8"
    )
    return Desk(root / "berkas", create(root / "data"))
