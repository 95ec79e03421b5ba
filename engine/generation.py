"""The immutable base of the vector index: one folder a generation, built beside the others, never changed."""

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.generations import Generation
from catalog.vectors import Entry
from engine.codes import CODES, Table, table_of, vectors_of
from engine.query import Scored

FORMAT = 1
_VECTORS, _CODES, _MANIFEST = "vectors.faiss", "codes.npy", "manifest.json"
_BATCH = 4096
_PAGE = 4096  # bytes


class DamagedGenerationError(Exception):
    """A generation's files are missing, cut short, changed, or belong to another model."""


@dataclass(frozen=True)
class Base:
    """A loaded generation; whoever holds it may use it after its files are gone."""

    table: Table
    index: Any

    def nearest(self, vector: NDArray[np.float32], allowed: NDArray[np.bool_], limit: int) -> list[Scored]:
        """Return the allowed passages of highest inner product with a vector (width,), best first, exactly."""
        count = min(limit, int(np.count_nonzero(allowed)))
        if count == 0:
            return []
        faiss = _faiss(threads=1)  # a server answers several at once; where cores are busy a second one costs 20 ms
        selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        parameters = faiss.SearchParameters(sel=selector)
        scores, places = self.index.search(vector.reshape(1, -1), count, params=parameters)
        passages = self.table["passage"][places[0]].tolist()
        return [Scored(p, s) for p, s in zip(passages, scores[0].tolist(), strict=True)]


@dataclass(frozen=True)
class Generations:
    """The generations of one model below one index folder; `threads` is how many may build one."""

    root: Path
    model: str
    width: int
    threads: int

    def build(self, wanted: Generation, entries: Iterable[Entry]) -> Generation:
        """Write the entries as a generation and return it with their count; all is on disk when this returns.

        Nobody reads it before the catalog names it. OSError leaves nothing behind.
        """
        place = self._place(wanted)
        part = place.with_suffix(".part")
        for old in (place, part):
            shutil.rmtree(old, ignore_errors=True)
        part.mkdir(parents=True)
        try:
            done = Generation(wanted.id, wanted.base_seq, self._write(part, entries))
            self._write_manifest(part, done)
            for path in (*part.iterdir(), part):
                _sync(path)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        part.rename(place)
        _sync(self.root)
        return done

    def load(self, generation: Generation) -> Base:
        """Open a published generation; raise DamagedGenerationError if its sizes, counts or model are not right."""
        place = self._place(generation)
        try:
            self._check(generation)
            table = np.load(place / _CODES, allow_pickle=False)
            index = _faiss(self.threads).read_index(str(place / _VECTORS))
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise DamagedGenerationError(f"{place.name}: {error}") from error
        if table.dtype != CODES or not len(table) == index.ntotal == generation.vectors or index.d != self.width:
            raise DamagedGenerationError(f"{place.name}: {len(table)} codes, {index.ntotal} vectors of {index.d}")
        return Base(table, index)

    def is_whole(self, generation: Generation) -> bool:
        """Tell whether a generation's files are there, with the sizes and last pages that they were written with."""
        try:
            self._check(generation)
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return True

    def is_intact(self, generation: Generation) -> bool:
        """Tell whether a generation's files are byte for byte what was written: reads them whole."""
        if not self.is_whole(generation):
            return False
        place = self._place(generation)
        files = json.loads((place / _MANIFEST).read_bytes())["files"]
        return all(_sha256(place / name) == files[name]["sha256"] for name in (_VECTORS, _CODES))

    def sweep(self, keep: set[int]) -> None:
        """Delete the folders of generations outside `keep`, and of builds that were cut short."""
        kept = {f"gen-{number}" for number in keep}
        for place in self.root.glob("gen-*"):
            if place.name not in kept:
                shutil.rmtree(place, ignore_errors=True)

    def _place(self, generation: Generation) -> Path:
        return self.root / f"gen-{generation.id}"

    def _write(self, place: Path, entries: Iterable[Entry]) -> int:
        faiss = _faiss(self.threads)
        index = faiss.IndexScalarQuantizer(self.width, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        tables = [np.empty(0, dtype=CODES)]
        for batch in _batches(entries):
            index.add(vectors_of(batch, self.width))
            tables.append(table_of(batch))
        _save(faiss, index, place / _VECTORS)
        np.save(place / _CODES, np.concatenate(tables), allow_pickle=False)
        return int(index.ntotal)

    def _write_manifest(self, place: Path, generation: Generation) -> None:
        names = (_VECTORS, _CODES)
        files = {name: _seen(place / name) | {"sha256": _sha256(place / name)} for name in names}
        text = json.dumps(self._identity(generation) | {"files": files}, indent=1)
        (place / _MANIFEST).write_text(text, encoding="utf8")

    def _identity(self, generation: Generation) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "id": generation.id,
            "base_seq": generation.base_seq,
            "vectors": generation.vectors,
            "model": self.model,
            "width": self.width,
        }

    def _check(self, generation: Generation) -> None:
        place = self._place(generation)
        manifest = json.loads((place / _MANIFEST).read_bytes())
        for name, value in self._identity(generation).items():
            if manifest[name] != value:
                raise ValueError(f"{name} is {manifest[name]!r}, not {value!r}")
        for name in (_VECTORS, _CODES):
            written = manifest["files"][name]
            for what, value in _seen(place / name).items():
                if written.get(what, value) != value:  # generations of the first release have no last page
                    raise ValueError(f"{name}: {what} is {value}, not {written[what]}")


def _faiss(threads: int) -> ModuleType:
    """Give FAISS, imported at its first use (0.1 s, and small catalogs never need it).

    OpenMP keeps the number of threads for each calling thread, so it is set at every use.
    """
    faiss = import_module("faiss")
    faiss.omp_set_num_threads(threads)
    return faiss


def _save(faiss: ModuleType, index: object, path: Path) -> None:
    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        raise OSError(str(error)) from error


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    rest = iter(entries)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _seen(path: Path) -> dict[str, int]:
    """Return what tells a file that was cut short, or whose last page never reached the disk, without reading it."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _PAGE))
        return {"bytes": size, "last_page_crc32": zlib.crc32(file.read())}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
