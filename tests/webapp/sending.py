"""Uploads of the tests, without the pages."""

from catalog import accounts, uploads
from catalog.database import Catalog
from catalog.receiving import Reception
from catalog.uploads import Arrival, Sending, Upload


def send(catalog: Catalog, login: str, name: str, content: bytes, unit: str = "BPAD") -> Upload:
    """Take a file in as the page does."""
    reception = Reception(catalog.folder, 1 << 24)
    reception.write(content)
    sending = Sending(accounts.named(catalog, login), unit, f"formulir {name}")
    return uploads.accept(catalog, sending, [Arrival(name, reception.received())])[0]
