"""Office files are zip archives: how much they unpack to is checked before anything is unpacked."""

import zipfile
from pathlib import Path

from lxml import etree

from indexer.limits import current, over
from indexer.readers.reasons import refusal

SMALL = 8 << 20  # bytes of a member whose ratio says nothing


def check_archive(path: Path, xml_limit: str = "xml_mb") -> None:
    """Raise ReadError when the members declare more than the limits, or when the archive is broken.

    `xml_limit` names the limit on XML: as a tree it takes about eight times its size in memory, as a stream little.

    Declared sizes can be trusted as a bound: zipfile stops reading a member at its declared size.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusal("corrupt") from error
    xml = sum(m.file_size for m in members if m.filename.endswith((".xml", ".rels", ".vml")))
    ratios = (m.file_size / max(1, m.compress_size) for m in members if m.file_size > SMALL)
    found = {
        "entries": len(members),
        xml_limit: xml / (1 << 20),
        "unpacked_mb": sum(m.file_size for m in members) / (1 << 20),
        "ratio": max(ratios, default=1.0),
    }
    for name, seen in found.items():
        if seen > getattr(current(), name):
            raise over(name, seen)
    if any(m.flag_bits & 1 for m in members):
        raise refusal("encrypted")


def check_nesting(root: etree._Element) -> None:
    """Raise ReadError where elements stand in one another deeper than the limit."""
    limit = current().nesting
    if root.getroottree().xpath(f"boolean({'/*' * (limit + 1)})"):
        raise over("nesting")
