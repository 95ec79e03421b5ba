"""What a file really is: its media type by content; the name only breaks ties."""

import re
import zipfile
from pathlib import Path, PurePosixPath

from catalog.words import CSV
from indexer.readers.reasons import refusal

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLS = "application/vnd.ms-excel"
DOC, PPT, RTF = "application/msword", "application/vnd.ms-powerpoint", "application/rtf"
_ODF = "application/vnd.oasis.opendocument"
ODT, ODP, ODS = f"{_ODF}.text", f"{_ODF}.presentation", f"{_ODF}.spreadsheet"
OLD_OFFICE = frozenset({DOC, PPT, RTF, ODT, ODP, ODS})
"""Types that only LibreOffice reads."""
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
_BY_NAME = {".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV, ".tsv": CSV}
"""Texts that only their names tell apart. Whether one that is called a table is one, its reader tells."""
PNG, JPEG, TIFF = "image/png", "image/jpeg", "image/tiff"
PICTURES = (PNG, JPEG, TIFF)
DRAWN = frozenset({PDF, *PICTURES})
"""Types whose pages can be drawn for OCR."""

_HEAD = 4096
MAX_MANIFEST = 4 << 20
_ZIP_PARTS = {"word/": DOCX, "xl/": XLSX, "ppt/": PPTX}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (  # tried in this order: a Word file may hold a workbook, and an encrypted file holds neither
    ("EncryptedPackage", "encrypted"),
    ("EncryptedSummary", "encrypted"),
    ("WordDocument", DOC),
    ("PowerPoint Document", PPT),
    ("Workbook", XLS),
    ("Book", XLS),
)
_SECTOR = 512  # streams begin at a multiple of it
_WORD_HEAD = rb"\xec\xa5"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_PICTURES = {b"\x89PNG\r\n": PNG, b"\xff\xd8\xff": JPEG, b"II*\x00": TIFF, b"MM\x00*": TIFF}
_OTHER_PICTURES = (b"GIF8", b"BM")
_HTML_MARK = re.compile(rb"<(!doctype\s+html|html|head|body|table|div|meta|script|p|h1)[\s>]", re.IGNORECASE)
_KNOWN_SUFFIXES = frozenset({".pdf", ".docx", ".xlsx", ".pptx", ".xls", ".doc", ".ppt", ".rtf", ".odt"})


def media_type(path: Path, name: str) -> str:
    """Return the media type of a readable file; raise ReadError for an empty, locked, broken or foreign one."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise refusal("empty")
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK"):
        return _zip_type(path)
    if head.startswith(_OLE):
        return _ole_type(path, name)
    if head.startswith(_BIFF) and name.lower().endswith(".xls"):
        return XLS
    return _text_type(head, PurePosixPath(name.lower()).suffix)


def _zip_type(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.namelist()
            mime = _start_of(archive, "mimetype", 80)
            locked = b"encryption-data" in _start_of(archive, "META-INF/manifest.xml", MAX_MANIFEST)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise refusal("corrupt") from error
    if "xl/workbook.bin" in members:
        raise refusal("unsupported", "application/vnd.ms-excel.sheet.binary")
    for prefix, kind in _ZIP_PARTS.items():
        if any(m.startswith(prefix) and m.endswith(".xml") for m in members):
            return kind
    if mime.startswith(_ODF.encode()):
        return _open_document(mime.decode("latin-1").strip(), locked=locked)
    raise refusal("corrupt" if "[Content_Types].xml" in members else "unsupported", "application/zip")


def _start_of(archive: zipfile.ZipFile, member: str, size: int) -> bytes:
    if member not in archive.namelist():
        return b""
    with archive.open(member) as file:
        return file.read(size)


def _open_document(mime: str, *, locked: bool) -> str:
    kind = mime.removesuffix("-template")
    if kind not in OLD_OFFICE:
        raise refusal("unsupported", _ODF)
    if locked:
        raise refusal("encrypted")
    return kind


def _ole_type(path: Path, name: str) -> str:
    data = path.read_bytes()
    found = [kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in data]
    if not found:
        raise refusal("corrupt" if PurePosixPath(name.lower()).suffix in _KNOWN_SUFFIXES else "unsupported")
    if found[0] == "encrypted":
        raise refusal("encrypted")
    kind = XLS if XLS in found and name.lower().endswith(".xls") else found[0]
    if kind == DOC and _is_locked_word(data):
        raise refusal("encrypted")
    return kind


def _is_locked_word(data: bytes) -> bool:
    """Tell whether a Word file's own head says that the rest is encrypted."""
    heads = (m.start() for m in re.finditer(_WORD_HEAD, data) if m.start() % _SECTOR == 0)
    start = next(heads, len(data))
    return bool(data[start + 11 : start + 12] and data[start + 11] & 1)


def _text_type(head: bytes, suffix: str) -> str:
    if head.startswith(b"{\\rtf"):
        return RTF
    for mark, kind in _PICTURES.items():
        if head.startswith(mark):
            return kind
    if head.startswith(_OTHER_PICTURES) or head[8:12] == b"WEBP":
        raise refusal("unsupported", "image")
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not utf16 and _control_share(head) > 0.01:
        raise refusal("corrupt" if suffix in _KNOWN_SUFFIXES else "unsupported")
    if _HTML_MARK.search(head.replace(b"\x00", b"") if utf16 else head):
        return {".md": PLAIN, ".txt": PLAIN, ".csv": CSV}.get(suffix, HTML)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        raise refusal("unsupported")
    return _BY_NAME.get(suffix, PLAIN)


def _control_share(head: bytes) -> float:
    return sum(b < 32 and b not in b"\t\n\r\x0c\x1b" for b in head) / len(head)
