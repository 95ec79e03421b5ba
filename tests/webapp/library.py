"""A small catalog with real originals, rows and indexes, and an embedder whose arithmetic a human can check."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from catalog import communities, editions, metadata, originals, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.parts import NewPart
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from engine.engine import Engine
from search.searcher import Searcher
from search.understanding.glossary import load
from tests.shared_words import SharedWords
from tests.word_counts import WIDTH, WordCounts


@dataclass(frozen=True)
class Paper:
    """A file to take in: its pages are texts, or rows of a sheet."""

    path: str
    given: Metadata
    pages: tuple[NewPage, ...]
    content: bytes = b""
    media_type: str = "application/pdf"
    parts: tuple[NewPart, ...] = ()


def text_page(number: int | None, text: str, state: str = "text") -> NewPage:
    return NewPage(number, None, state, 1.0 if text else 0.0, text)


def sheet_page(name: str, rows: Sequence[dict[str, str]]) -> NewPage:
    lines, made, at = [], [], 0
    for number, cells in enumerate(rows, 5):
        line = " | ".join(cells.values())
        made.append(NewRow(number, cells, at, at + len(line)))
        lines.append(line)
        at += len(line) + 1
    return NewPage(None, name, "text", 1.0, "\n".join(lines), tuple(made))


def add(catalog: Catalog, paper: Paper) -> str:
    """Take a paper in as a run would, a known path as a new version; return the asset's key."""
    db = catalog.db
    with catalog.writing():
        source = storing.source_id(catalog, "uji")
        known = list(db.query("SELECT id FROM asset WHERE path = ?", [paper.path]))
        asset = known[0]["id"] if known else storing.add_asset(catalog, source, paper.path)
        storing.add_version(catalog, asset, _version(catalog, paper))
        metadata.apply(catalog, asset, paper.given)
    return str(next(iter(db.query("SELECT key FROM asset WHERE id = ?", [asset])))["key"])


def _version(catalog: Catalog, paper: Paper) -> NewVersion:
    content = paper.content or paper.path.encode()
    passages = tuple(passage for i, page in enumerate(paper.pages) for passage in _passages(i, page))
    embedded = [(p.hash, p.text) for p in passages if p.hash is not None]
    vectors.put(
        catalog, WordCounts.model_id, [h for h, _ in embedded], WordCounts().embed_passages([t for _, t in embedded])
    )
    return NewVersion(
        sha256=_keep(catalog, content),
        bytes=len(content),
        media_type=paper.media_type,
        title="Tanpa judul",
        kind="lain",
        fields={},
        pages=paper.pages,
        passages=passages,
        parts=paper.parts,
    )


def _passages(index: int, page: NewPage) -> list[NewPassage]:
    if page.rows:
        return [
            NewPassage(index, "row", r.row, (), r.start, r.end, page.text[r.start : r.end], None) for r in page.rows
        ]
    if not page.text:
        return []
    key = zlib.crc32(page.text.encode()).to_bytes(16, "big")
    return [NewPassage(index, "text", None, (), 0, len(page.text), page.text, key)]


def _keep(catalog: Catalog, content: bytes) -> str:
    file = catalog.folder.root / "berkas"
    file.write_bytes(content)
    incoming = originals.take(catalog.folder, file)
    originals.keep(catalog.folder, incoming)
    file.unlink()
    return incoming.sha256


def assess(catalog: Catalog, community: str, level: int) -> None:
    """Record one assessment of a community."""
    with catalog.writing():
        communities.load_toml(
            catalog,
            f'[[community]]\nname = "{community}"\nunit = "BPSDM"\n[[community.assessment]]\nlevel = {level}\n'
            'assessed_on = "2025-10-31"\nassessor = "Tim Penilai Contoh"\nevidence = "Notulen empat triwulan"\n'
            'instrument = "2025.1"\n',
        )


def searcher(catalog: Catalog) -> Searcher:
    """Return the real searcher over the catalog's real indexes, brought up to date."""
    edition = editions.claim(catalog, editions.Model(WordCounts.model_id, WIDTH, "uji"))
    engine = Engine.open(catalog.folder, edition.vectors, WIDTH, threads=1)
    engine.publish(catalog)
    return Searcher(engine, WordCounts(), load(), SharedWords())


def searchers(catalog: Catalog) -> Callable[[Catalog], Searcher]:
    """Return what gives the searcher for every snapshot."""
    one = searcher(catalog)
    return lambda _snapshot: one
