"""The passages that `benchmarks.growth` grows a catalog by: vectors perturbed from real ones, and real questions.

Real are the vectors of the passages of corpora/contoh, made by the bundled model, and those of its judged questions. A
made passage takes one of a document's vectors at random and adds NOISE times a draw from the spread (the covariance)
of all real ones, a question likewise QUESTION_NOISE times: the noise lies where real texts differ.
"""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from catalog import editions, metadata, opening, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from indexer.run import Tools, index
from operations import demo
from operations.session import Session
from search.evaluation import judged

PER_ASSET = 20
NOISE, QUESTION_NOISE = 0.5, 0.3
MODEL = "perturbed"
RARE_UNIT, RARE_EVERY = "INSPEK", 100
"""A unit that owns nothing in the sample: every hundredth made asset is its own, whatever it is about."""
_ASSETS_A_TRANSACTION = 500

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Real:
    """Vectors (n, width) of real passages, the document and unit of each, and vectors (m, width) of real questions."""

    passages: Floats
    documents: NDArray[np.int64]
    units: NDArray[np.str_]
    questions: Floats

    @classmethod
    def embedded(cls) -> Self:
        """Index the sample corpus in a temporary folder, and read its vectors back; takes a minute."""
        with tempfile.TemporaryDirectory(prefix="rujukan-growth-") as folder:
            session = Session(Path(folder), None)
            catalog = opening.create(session.data)
            model = session.embedder(catalog, 2)
            edition = editions.claim(catalog, editions.Model(model.model_id, model.width, "bundled"))
            tools = Tools(catalog, session.engine(catalog, model, 2), model)
            index(tools, [demo.scan_sample()], demo.options(catalog, 1), lambda *_: None)
            found = {entry.passage: entry.vector for entry in vectors.entries(catalog, edition.vectors)}
            places = dict(_assets_and_units(catalog))
            catalog.close()
        asked = judged.load(demo.sample_folder().with_suffix(".questions.jsonl"))
        rows = np.stack([np.frombuffer(v, np.float16) for v in found.values()]).astype(np.float32)
        of = [places[passage] for passage in found]
        return cls(
            rows,
            np.array([asset for asset, _ in of]),
            np.array([unit for _, unit in of]),
            model.embed_queries([q.text for q in asked]),
        )

    @classmethod
    def kept(cls, file: Path) -> Self:
        """Return what an earlier run embedded, or embed it and keep it in this file."""
        if not file.exists():
            part = file.with_suffix(".part.npz")
            np.savez(part, **vars(cls.embedded()))
            part.rename(file)
        with np.load(file, allow_pickle=False) as read:
            return cls(read["passages"], read["documents"], read["units"], read["questions"])

    def moved(self, rows: Floats, noise: float, dice: np.random.Generator) -> Floats:
        """Return unit vectors (n, width) beside the given ones, away from them as real ones are from their mean."""
        spread = (self.passages - self.passages.mean(axis=0)) / np.sqrt(np.float32(len(self.passages)))
        moved = rows + np.float32(noise) * (dice.standard_normal((len(rows), len(spread)), dtype=np.float32) @ spread)
        unit: Floats = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return unit

    def asked(self, count: int, seed: int) -> Floats:
        """Return that many questions (count, width), each beside a real one."""
        dice = np.random.default_rng(seed)
        return self.moved(self.questions[dice.integers(0, len(self.questions), count)], QUESTION_NOISE, dice)


def grow(catalog: Catalog, real: Real, passages: int) -> int:
    """Add assets until the catalog holds that many passages; return how many it holds then."""
    held = len(vectors.embedded(catalog, vectors.VectorSet(MODEL)))
    source = storing.source_id(catalog, "growth")
    for first in range(held // PER_ASSET, passages // PER_ASSET, _ASSETS_A_TRANSACTION):
        numbers = range(first, min(first + _ASSETS_A_TRANSACTION, passages // PER_ASSET))
        with catalog.writing():
            for number, card, rows in _made(real, numbers):
                metadata.apply(catalog, _add(catalog, source, number, rows), card)
    return max(held, passages // PER_ASSET * PER_ASSET)


def _made(real: Real, numbers: range) -> list[tuple[int, Metadata, Floats]]:
    """Return the cards and vectors of some assets; the same ones for the same numbers."""
    dice = np.random.default_rng([numbers.start, len(numbers)])
    like = dice.choice(np.unique(real.documents), len(numbers))
    picked = [dice.choice(np.flatnonzero(real.documents == document), PER_ASSET) for document in like]
    rows = real.moved(real.passages[np.concatenate(picked)], NOISE, dice).reshape(len(numbers), PER_ASSET, -1)
    units = [RARE_UNIT if n % RARE_EVERY == 0 else str(real.units[p[0]]) for n, p in zip(numbers, picked, strict=True)]
    access = dice.choice(["terbuka", "internal"], len(numbers))
    cards = [Metadata(unit=u, access=str(a), status="disahkan") for u, a in zip(units, access, strict=True)]
    return list(zip(numbers, cards, rows, strict=True))


def _add(catalog: Catalog, source: int, number: int, rows: Floats) -> int:
    """Store one asset of one page, a passage a vector, and return its id; words are few, since none are searched."""
    texts = [f"{number}.{n}" for n in range(len(rows))]
    keys = [hashlib.sha256(text.encode()).digest() for text in texts]
    page = storing.NewPage(1, None, "text", 1.0, " ".join(texts))
    pieces = tuple(
        storing.NewPassage(0, "text", None, (), 0, len(text), text, key) for text, key in zip(texts, keys, strict=True)
    )
    asset = storing.add_asset(catalog, source, str(number))
    new = storing.NewVersion(keys[0].hex(), 1, "text/plain", "Judul", "lain", {}, (page,), pieces)
    storing.add_version(catalog, asset, new)
    vectors.put(catalog, MODEL, keys, rows)
    return asset


def _assets_and_units(catalog: Catalog) -> list[tuple[int, tuple[int, str]]]:
    rows = catalog.db.execute(
        "SELECT p.id, a.id, coalesce(a.unit, 'BPAD') FROM passage p JOIN version v ON v.id = p.version"
        " JOIN asset a ON a.id = v.asset"
    )
    return [(passage, (asset, unit)) for passage, asset, unit in rows]
