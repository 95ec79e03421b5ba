"""Uploads of the tests, without the pages."""

from catalog import accounts, uploads
from catalog.database import Catalog
from catalog.receiving import Reception
from catalog.storing import NewPage, NewVersion
from catalog.uploads import Arrival, Sending, Upload


def send(catalog: Catalog, login: str, name: str, content: bytes, asset: int | None = None) -> Upload:
    """Take a file in as the page does."""
    reception = Reception(catalog.folder, 1 << 24)
    reception.write(content)
    sending = Sending(accounts.named(catalog, login), "BPAD", f"formulir {name}", asset)
    return uploads.accept(catalog, sending, [Arrival(name, reception.received())])[0]


def ready(catalog: Catalog, upload: Upload, *texts: str, kind: str = "sop", **fields: str) -> Upload:
    """Make an upload a version, as a worker does that read these pages of it."""
    new = NewVersion(
        sha256=upload.sha256,
        bytes=upload.bytes,
        media_type="application/pdf",
        title="SOP Peminjaman Kendaraan",
        kind=kind,
        fields=dict(fields),
        pages=tuple(
            NewPage(number, None, "text" if text else "needs_ocr", float(bool(text)), text)
            for number, text in enumerate(texts, 1)
        ),
        passages=(),
    )
    with catalog.writing():
        uploads.finish(catalog, upload, new)
    return uploads.with_key(catalog, upload.key)
