"""A document as read becomes a version to store: pages, passages, and the texts that need a vector."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog import vectors
from catalog.citations import NewCitation
from catalog.database import Catalog
from catalog.editions import Splitting
from catalog.originals import Incoming
from catalog.parts import NewPart
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from catalog.words import CSV, SEARCHABLE_STATES
from embedding.embedder import Embedder
from engine.legal_bases import legal_bases
from indexer.document import Document, PageRead, ReadError, SheetRow
from indexer.ocr.program import INSTALL
from indexer.parts import bound_sops, stretches
from indexer.passages import Passage, embedding_text, split, text_hash
from indexer.readers.sniff import DRAWN

Vectors = Mapping[bytes, NDArray[np.float32]]
"""Vectors by the hash of their text."""


@dataclass(frozen=True)
class Built:
    """A version ready to store, its texts to embed by their hash, and the OCR program that saw it, empty for none."""

    version: NewVersion
    texts: Mapping[bytes, str]
    ocr: str


def build(document: Document, original: Incoming, title: str | None, sizes: Splitting) -> Built:
    """Return what is stored of a document; `title` is what people call it, else its own.

    Raises ReadError if nothing in it can be searched.
    """
    parts = bound_sops(document.pages) if document.media_type in DRAWN else ()
    tabular = document.media_type == CSV
    passages, texts = cut(document.pages, (title or document.title, parts), sizes, tabular=tabular)
    if not passages:
        raise _nothing_searchable(document)
    version = NewVersion(
        sha256=original.sha256,
        bytes=original.bytes,
        media_type=document.media_type,
        title=document.title,
        kind=document.kind,
        fields=document.fields,
        pages=tuple(_page(p) for p in document.pages),
        passages=passages,
        splitting=sizes.number,
        fields_at=document.fields_at,
        kind_evidence=tuple(sign._asdict() for sign in document.kind_evidence),
        citations=_citations(document.pages),
        parts=parts,
    )
    return Built(version, texts, document.ocr)


def cut(
    pages: Sequence[PageRead], named: tuple[str, Sequence[NewPart]], sizes: Splitting, *, tabular: bool
) -> tuple[tuple[NewPassage, ...], dict[bytes, str]]:
    """Return the passages of a document's pages, and by its hash each text that needs a vector.

    The document is given by its title and its parts: a passage of a part stands under the part's title, and no heading
    reaches over the edge of a part. `tabular`: see `indexer.passages.split`.
    """
    title, parts = named
    texts: dict[bytes, str] = {}
    readable = [p if p.state in SEARCHABLE_STATES else _without_text(p) for p in pages]
    passages = tuple(
        _passage(readable[index].text, index, passage, part.title if part else title, texts)
        for first, end, part in stretches(len(readable), parts)
        for index, found in enumerate(split(readable[first:end], sizes, tabular=tabular), first)
        for passage in found
    )
    return passages, texts


def embed_missing(catalog: Catalog, embedder: Embedder, texts: Mapping[bytes, str]) -> None:
    """Put a vector into the cache for each text that has none; one transaction of its own where none is open."""
    wanted = sorted(vectors.missing(catalog, embedder.model_id, texts))
    if not wanted:
        return
    made = embedder.embed_passages([texts[h] for h in wanted])
    with catalog.writing():
        vectors.put(catalog, embedder.model_id, wanted, made)


def without_vector(catalog: Catalog, embedder: Embedder, texts: Mapping[bytes, str]) -> dict[bytes, str]:
    """Return those of the texts, by hash, that the cache has no vector of."""
    missing = vectors.missing(catalog, embedder.model_id, texts)
    return {key: text for key, text in texts.items() if key in missing}


def keep_vectors(catalog: Catalog, embedder: Embedder, texts: Mapping[bytes, str], made: Vectors) -> int:
    """Put those of the vectors made that belong to the texts into the cache, and make what is missing all the same.

    Another file's change may have made the cache forget a vector since it was looked for. Returns how many were put.
    """
    mine = sorted(made.keys() & texts.keys())
    if mine:
        with catalog.writing():
            vectors.put(catalog, embedder.model_id, mine, np.stack([made[key] for key in mine]))
    embed_missing(catalog, embedder, texts)
    return len(mine)


def _citations(pages: Sequence[PageRead]) -> tuple[NewCitation, ...]:
    texts = [page.text if page.state in SEARCHABLE_STATES else "" for page in pages]
    return tuple(NewCitation(*found) for found in legal_bases(texts))


def _passage(text: str, index: int, passage: Passage, title: str, texts: dict[bytes, str]) -> NewPassage:
    words = text[passage.start : passage.end]
    key = None
    if passage.kind != "row":
        embedded = embedding_text(title, passage.heading, words)
        key = text_hash(embedded)
        texts[key] = embedded
    return NewPassage(index, passage.kind, passage.row, passage.heading, passage.start, passage.end, words, key)


def _page(page: PageRead) -> NewPage:
    headings = tuple((h.start, h.end, h.level) for h in page.headings)
    rows = tuple(_row(row) for row in page.rows)
    found = (rows, headings, tuple(page.boxes), page.aside, page.form)
    return NewPage(page.page, page.sheet, page.state, page.quality, page.text, *found)


def _row(row: SheetRow) -> NewRow:
    return NewRow(row.row, row.cells, row.start, row.end, row.values, row.hidden, row.hidden_columns)


def _without_text(page: PageRead) -> PageRead:
    return PageRead(page.page, page.sheet, "", page.state, page.quality)


def _nothing_searchable(document: Document) -> ReadError:
    states = {page.state for page in document.pages}
    if document.ocr:
        return ReadError("needs_ocr", "OCR tidak menemukan teks yang terbaca; unggah pindaian yang lebih jelas.")
    if "needs_ocr" in states and document.media_type not in DRAWN:
        return ReadError("needs_ocr", "Berkas ini hanya berisi gambar; simpan sebagai PDF agar dapat dibaca OCR.")
    if "needs_ocr" in states:
        return ReadError("needs_ocr", f"Berkas ini gambar atau hasil pindai tanpa teks; {INSTALL}.")
    if "poor" in states:
        return ReadError("unreadable", "Teks berkas ini rusak sehingga tidak dapat dicari. Unggah berkas aslinya.")
    return ReadError("empty", "Berkas ini tidak berisi teks. Periksa apakah berkasnya benar.")
