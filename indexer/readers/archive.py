"""Office files are zip archives: how much they unpack to is checked before anything is unpacked."""

import zipfile
from pathlib import Path

from indexer.readers.reasons import refusal

MAX_TREE_BYTES = 64 << 20  # XML held as a tree takes about eight times its size in memory
MAX_STREAM_BYTES = 512 << 20  # XML read as a stream; a sheet of 1,048,576 formatted empty rows takes 80 MB
MAX_BYTES = 768 << 20  # all members, pictures included
MAX_MEMBERS = 20_000


def check_archive(path: Path, max_xml: int = MAX_TREE_BYTES) -> None:
    """Raise ReadError when the members declare more than the limits, or when the archive is broken.

    Declared sizes can be trusted as a bound: zipfile stops reading a member at its declared size.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusal("corrupt") from error
    xml = sum(m.file_size for m in members if m.filename.endswith((".xml", ".rels", ".vml")))
    if len(members) > MAX_MEMBERS or xml > max_xml or sum(m.file_size for m in members) > MAX_BYTES:
        raise refusal("too_large")
    if any(m.flag_bits & 1 for m in members):
        raise refusal("encrypted")
