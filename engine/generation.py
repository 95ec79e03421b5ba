"""The immutable base of the vector index: one folder a generation, built beside the others, never changed."""

import hashlib
import json
import os
import shutil
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from catalog.generations import Generation
from catalog.vectors import Entry
from engine.base_search import Base
from engine.codes import CODES, Table, table_of, vectors_of
from engine.recall import Measured, measured, measured_sketch
from engine.sketch import FROM_VECTORS, Sketch
from engine.vector_index import Graph, VectorIndex

FORMAT = 2
_FIRST_FORMAT = 1  # had no graphs
_VECTORS, _CODES, _SKETCH, _MANIFEST = "vectors.faiss", "codes.npy", "sketch.faiss", "manifest.json"
_BATCH = 16_384  # a call that adds to a graph makes a lock for each vector there is, and 25 MB of floats are little
_PAGE = 4096  # bytes
_GRAPH = Graph()


def nothing() -> None:
    """Do nothing."""


class DamagedGenerationError(Exception):
    """A generation's files are missing, cut short, changed, or belong to another model."""


@dataclass(frozen=True)
class Built:
    """A generation as built: `graph` is what was measured of its graph, None where it has none.

    `refused` is what was measured of a graph that was given up, since it found too little; `sketched` the recall@10 of
    the sketches, None where there are none.
    """

    generation: Generation
    graph: Measured | None = None
    refused: Measured | None = None
    sketched: float | None = None

    @property
    def kind(self) -> str:
        """Return how it is searched: by "hnsw", "sketched" or "flat"."""
        if self.graph is not None:
            return "hnsw"
        return "flat" if self.sketched is None else "sketched"

    def sentence(self) -> str:
        """Say it to the operator."""
        said = f"Generasi {self.generation.id}: {self.generation.vectors:,} vektor".replace(",", ".")
        if self.graph is not None:
            return f"{said}, HNSW, recall@10 {_decimal(self.graph.recall)} pada efSearch {self.graph.breadth}"
        how = "eksak" if self.sketched is None else f"dengan sketsa, recall@10 {_decimal(self.sketched)}"
        if self.refused is not None:
            return f"{said}, {how} karena HNSW hanya mencapai recall@10 {_decimal(self.refused.recall)}"
        return f"{said}, {how}"


@dataclass(frozen=True)
class Told:
    """What a generation's files say of it: how it is searched, and the recall@10 of that, None where it is exact.

    `refused` is the recall of a graph that was given up; `built` is when all this was measured (Unix seconds), None in
    generations of earlier releases.
    """

    kind: str
    recall: float | None
    refused: float | None
    built: int | None


@dataclass(frozen=True)
class Generations:
    """The generations of one model below one index folder; `threads` is how many may build one."""

    root: Path
    model: str
    width: int
    threads: int
    graph: Graph = _GRAPH
    sketched_from: int = FROM_VECTORS

    def build(self, wanted: Generation, entries: Iterable[Entry], beside: Callable[[], None] = nothing) -> Built:
        """Write the entries as a generation and return it with their count; all is on disk when this returns.

        `wanted.vectors` is how many are expected: from `graph.from_vectors` on they get a graph, if that finds enough
        of what an exact search finds. Nobody reads it before the catalog names it. OSError leaves nothing behind.
        `beside` is other work of this thread, done when all entries are read: what is left then keeps FAISS busy, but
        hardly the interpreter.
        """
        place = self._place(wanted)
        part = place.with_suffix(".part")
        for old in (place, part):
            shutil.rmtree(old, ignore_errors=True)
        part.mkdir(parents=True)
        try:
            index, table = self._read(wanted, entries)
            judged = self._judged(Generation(wanted.id, wanted.base_seq, index.size), index)
            with ThreadPoolExecutor(1) as helper:
                written = helper.submit(self._write, part, judged, index, table)
                beside()
                done = written.result()
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
            manifest = self._checked(generation)
            table = np.load(place / _CODES, allow_pickle=False)
            index = VectorIndex.read(place / _VECTORS)
            sketch = Sketch(VectorIndex.read(place / _SKETCH)) if _SKETCH in manifest["files"] else None
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise DamagedGenerationError(f"{place.name}: {error}") from error
        if table.dtype != CODES or not len(table) == index.size == generation.vectors or index.width != self.width:
            raise DamagedGenerationError(f"{place.name}: {len(table)} codes, {index.size} vectors of {index.width}")
        breadth = int(manifest["graph"]["breadth"]) if manifest.get("graph") else 0
        if index.has_graph != (breadth > 0) or (sketch and sketch.codes.size != index.size):
            raise DamagedGenerationError(f"{place.name}: {type(index.raw).__name__}, efSearch {breadth}, {sketch}")
        return Base(table, index, breadth, sketch, sketched_from=self.sketched_from)

    def is_whole(self, generation: Generation) -> bool:
        """Tell whether a generation's files are there, with the sizes and last pages that they were written with."""
        try:
            self._checked(generation)
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return True

    def told(self, generation: Generation) -> Told | None:
        """Return what its files say of how it is searched; None if they are not as they were written."""
        try:
            manifest = self._checked(generation)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        graph, refused = manifest.get("graph"), manifest.get("refused")
        return Told(
            manifest.get("kind", "flat"),
            graph["recall"] if graph else manifest.get("sketched"),
            refused["recall"] if refused else None,
            manifest.get("built"),
        )

    def is_intact(self, generation: Generation) -> bool:
        """Tell whether a generation's files are byte for byte what was written: reads them whole."""
        if not self.is_whole(generation):
            return False
        place = self._place(generation)
        files = json.loads((place / _MANIFEST).read_bytes())["files"]
        return all(_sha256(place / name) == written["sha256"] for name, written in files.items())

    def sweep(self, keep: set[int]) -> None:
        """Delete the folders of generations outside `keep`, and of builds that were cut short."""
        kept = {f"gen-{number}" for number in keep}
        for place in self.root.glob("gen-*"):
            if place.name not in kept:
                shutil.rmtree(place, ignore_errors=True)

    def _place(self, generation: Generation) -> Path:
        return self.root / f"gen-{generation.id}"

    def _read(self, wanted: Generation, entries: Iterable[Entry]) -> tuple[VectorIndex, Table]:
        index = VectorIndex.empty(self.width, self.graph if wanted.vectors >= self.graph.from_vectors else None)
        tables = [np.empty(0, dtype=CODES)]
        for batch in _batches(entries):
            index.add(vectors_of(batch, self.width), self.threads)
            tables.append(table_of(batch))
        return index, np.concatenate(tables)

    def _write(self, place: Path, judged: Built, index: VectorIndex, table: Table) -> Built:
        kept = index if judged.graph else index.without_graph()
        kept.save(place / _VECTORS)
        np.save(place / _CODES, table, allow_pickle=False)
        done = judged if judged.graph else replace(judged, sketched=self._sketched(place, kept))
        self._write_manifest(place, done)
        for path in (*place.iterdir(), place):
            _sync(path)
        return done

    def _sketched(self, place: Path, index: VectorIndex) -> float | None:
        """Write sketches beside vectors without a graph, and return their recall; None where they are not worth it."""
        threads = max(1, self.threads - 1)  # one core is for what is done beside
        sketch = Sketch.of(index, threads) if index.size >= self.sketched_from else None
        if sketch is None or (recall := measured_sketch(index, sketch, threads)) < self.graph.least:
            return None
        sketch.codes.save(place / _SKETCH)
        return recall

    def _judged(self, generation: Generation, index: VectorIndex) -> Built:
        if not index.has_graph or index.size == 0:
            return Built(generation)
        found = measured(index, self.graph, self.threads)
        enough = found.recall >= self.graph.least
        return Built(generation, found if enough else None, None if enough else found)

    def _write_manifest(self, place: Path, built: Built) -> None:
        names = (_VECTORS, _CODES, *[_SKETCH] * (built.sketched is not None))
        files = {name: _seen(place / name) | {"sha256": _sha256(place / name)} for name in names}
        facts = {"format": FORMAT, **self._identity(built.generation), **_graph_facts(built), "files": files}
        facts["built"] = int(time.time())
        text = json.dumps(facts, indent=1)
        (place / _MANIFEST).write_text(text, encoding="utf8")

    def _identity(self, generation: Generation) -> dict[str, Any]:
        return {
            "id": generation.id,
            "base_seq": generation.base_seq,
            "vectors": generation.vectors,
            "model": self.model,
            "width": self.width,
        }

    def _checked(self, generation: Generation) -> dict[str, Any]:
        """Return its manifest; ValueError or KeyError if it is of something else, or a file is not as written."""
        place = self._place(generation)
        manifest: dict[str, Any] = json.loads((place / _MANIFEST).read_bytes())
        if manifest["format"] not in (FORMAT, _FIRST_FORMAT):
            raise ValueError(f"format is {manifest['format']!r}, not {FORMAT}")
        for name, value in self._identity(generation).items():
            if manifest[name] != value:
                raise ValueError(f"{name} is {manifest[name]!r}, not {value!r}")
        for name in {_VECTORS, _CODES} | manifest["files"].keys():
            written = manifest["files"][name]
            for what, value in _seen(place / name).items():
                if written.get(what, value) != value:  # generations of the first release have no last page
                    raise ValueError(f"{name}: {what} is {value}, not {written[what]}")
        return manifest


def _graph_facts(built: Built) -> dict[str, Any]:
    return {
        "kind": built.kind,
        "graph": built.graph and asdict(built.graph),
        "refused": built.refused and asdict(built.refused),
        "sketched": built.sketched,
    }


def _decimal(share: float) -> str:
    return f"{share:.3f}".replace(".", ",")


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
