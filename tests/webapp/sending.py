"""Uploads of the tests, without the pages."""

import zlib

from catalog import accounts, uploads, vectors
from catalog.database import Catalog
from catalog.receiving import Reception
from catalog.storing import NewPage, NewPassage, NewVersion
from catalog.uploads import Arrival, Sending, Upload
from tests.word_counts import WordCounts


def send(catalog: Catalog, login: str, name: str, content: bytes, asset: int | None = None) -> Upload:
    """Take a file in as the page does."""
    reception = Reception(catalog.folder, 1 << 24)
    reception.write(content)
    sending = Sending(accounts.named(catalog, login), "BPAD", f"formulir {name}", asset)
    return uploads.accept(catalog, sending, [Arrival(name, reception.received())])[0]


def ready(
    catalog: Catalog, upload: Upload, *texts: str, kind: str = "sop", media_type: str = "application/pdf", **fields: str
) -> Upload:
    """Make an upload a version, as a worker does that read these pages of it."""
    embedded = {zlib.crc32(text.encode()).to_bytes(16, "big"): text for text in texts if text}
    new = NewVersion(
        sha256=upload.sha256,
        bytes=upload.bytes,
        media_type=media_type,
        title="SOP Peminjaman Kendaraan",
        kind=kind,
        fields=dict(fields),
        pages=tuple(
            NewPage(number, None, "text" if text else "needs_ocr", float(bool(text)), text)
            for number, text in enumerate(texts, 1)
        ),
        passages=tuple(
            NewPassage(index, "text", None, (), 0, len(text), text, zlib.crc32(text.encode()).to_bytes(16, "big"))
            for index, text in enumerate(texts)
            if text
        ),
    )
    with catalog.writing():
        made = WordCounts().embed_passages(list(embedded.values()))
        vectors.put(catalog, WordCounts.model_id, list(embedded), made)
        uploads.finish(catalog, upload, new)
    return uploads.with_key(catalog, upload.key)
