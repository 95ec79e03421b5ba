"""Reading, embedding and writing at once: what waits is bounded, nothing is embedded twice, and it can be left."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog import originals, vectors
from catalog.audit import findings
from catalog.database import Catalog
from catalog.files import Programs
from catalog.metadata import Metadata
from catalog.opening import create
from embedding.embedder import Embedder
from indexer.document import Document, PageRead
from indexer.flow import AHEAD, Flow
from indexer.manifest import EMPTY
from indexer.outcome import Item
from indexer.pool import ReadResult
from indexer.sources import scan
from indexer.writing import Ready, SourceWriter
from tests.word_counts import WordCounts


class Counting(WordCounts):
    """Word counts that remember the texts, and wait until they are let go."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.go = threading.Event()
        self.go.set()

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.go.wait(30)
        self.texts += texts
        return super().embed_passages(texts)


class Desk:
    """A folder, a catalog, and the results that readers of that folder would give."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "berkas"
        self.folder.mkdir()
        self.catalog = create(root / "data")
        self.embedder = Counting()
        self.taken = 0

    def write(self, *texts: str) -> None:
        for number, text in enumerate(texts):
            (self.folder / f"{number:03}.txt").write_text(text, encoding="utf8")

    def writer(self, embedder: Embedder | None = None) -> SourceWriter:
        return SourceWriter(
            self.catalog, embedder or self.embedder, scan(self.folder, "s"), Metadata(), EMPTY, programs=Programs()
        )

    def results(self, writer: SourceWriter) -> Iterator[ReadResult]:
        for found in scan(self.folder, "s").found:
            taken = writer.take(found)
            assert isinstance(taken, originals.Incoming)
            page = PageRead(None, None, found.place.read_text(encoding="utf8"), "text", 1.0)
            self.taken += 1
            yield ReadResult(taken.path, Document("text/plain", (page,), found.path, "lain"), "ok", "", 0.1)

    def run(self) -> list[Item]:
        writer = self.writer()
        return [
            item for item in Flow(self.catalog, self.embedder, writer).items(self.results(writer)) if item is not None
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def count(catalog: Catalog, table: str) -> int:
    return int(catalog.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_every_file_is_stored_once_with_all_its_vectors(desk: Desk) -> None:
    desk.write(*(f"Berkas nomor {number} tentang arsip." for number in range(2 * AHEAD)))
    items = desk.run()
    assert len({item.path for item in items}) == len(items) == 2 * AHEAD == count(desk.catalog, "version")
    assert vectors.unembedded(desk.catalog, vectors.VectorSet(desk.embedder.model_id)) == []
    assert findings(desk.catalog) == []


def test_no_more_is_read_while_enough_waits_to_be_embedded(desk: Desk) -> None:
    desk.write(*(f"Berkas nomor {number} tentang arsip." for number in range(2 * AHEAD)))
    desk.embedder.go.clear()
    writer = desk.writer()
    items = Flow(desk.catalog, desk.embedder, writer).items(desk.results(writer))
    for _ in range(AHEAD + 4):
        assert next(items) is None
    assert desk.taken == AHEAD + 1  # one is being embedded, the others wait
    desk.embedder.go.set()
    assert len([item for item in items if item is not None]) == 2 * AHEAD


def test_a_text_that_several_files_hold_is_embedded_once(desk: Desk) -> None:
    long = "Arsip inaktif dipindahkan setelah dua tahun. "
    desk.write(*(long for _ in range(2 * AHEAD)))
    (desk.folder / "lain.txt").write_text("Berkas yang lain.", encoding="utf8")
    writer = desk.writer()

    def same_title() -> Iterator[ReadResult]:
        for read in desk.results(writer):
            assert read.document is not None
            document = Document("text/plain", read.document.pages, "Judul", "lain")
            yield ReadResult(read.path, document, "ok", "", 0.1)

    assert (
        len([item for item in Flow(desk.catalog, desk.embedder, writer).items(same_title()) if item is not None])
        == 2 * AHEAD + 1
    )
    assert len(desk.embedder.texts) == 2


def test_left_early_it_ends_and_what_was_on_its_way_is_done_by_the_next(desk: Desk) -> None:
    desk.write(*(f"Berkas nomor {number} tentang arsip." for number in range(AHEAD)))
    writer = desk.writer()
    items = Flow(desk.catalog, desk.embedder, writer).items(desk.results(writer))
    first = next(item for item in items if item is not None)
    items.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("embedder")]
    assert first.outcome == "indexed"
    stored = count(desk.catalog, "version")
    assert 1 <= stored < AHEAD
    again = desk.writer()
    left = [found for found in scan(desk.folder, "s").found if again.settle(found, retry_failed=False, checksum=False)]
    assert len(left) == stored


def test_a_document_of_many_texts_is_left_between_two_batches(desk: Desk) -> None:
    desk.write("\n\n".join(f"## Bagian {n}\n\n" + f"Isi bagian {n} tentang arsip dan aset. " * 40 for n in range(300)))
    desk.embedder.go.clear()
    writer = desk.writer()
    items = Flow(desk.catalog, desk.embedder, writer).items(desk.results(writer))
    for _ in range(3):
        next(items)
    threading.Timer(0.3, desk.embedder.go.set).start()
    items.close()
    assert len(desk.embedder.texts) <= AHEAD
    assert count(desk.catalog, "version") == 0


def test_an_error_of_the_embedder_ends_the_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("Berkas tentang arsip.")
    monkeypatch.setattr(desk.embedder, "embed_passages", lambda _texts: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        desk.run()
    assert count(desk.catalog, "version") == 0


def test_a_vector_that_the_cache_forgot_meanwhile_is_made_again(desk: Desk) -> None:
    desk.write("Berkas tentang arsip.")
    writer = desk.writer()
    ready = writer.read(next(iter(desk.results(writer))))
    assert isinstance(ready, Ready)
    writer.store(ready, {}, 0.0)
    assert vectors.unembedded(desk.catalog, vectors.VectorSet(desk.embedder.model_id)) == []
