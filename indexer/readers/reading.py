"""One file becomes a Document: its content, not its name, chooses the reader."""

import errno
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from catalog.fields import Fields
from catalog.words import CSV
from indexer.document import Document, PageRead, ReadError
from indexer.fields.of_kind import read_fields
from indexer.fields.tables import Ruled
from indexer.kinds import TEMPLATE, Named, judge
from indexer.limits import over
from indexer.readers import sniff
from indexer.readers.furniture import set_aside
from indexer.readers.page import Reading
from indexer.readers.reasons import refusal
from indexer.titles import guess_title, name_words

_DRAWN = {sniff.PDF: ("ruled", "read_ruled"), sniff.XLSX: ("drawn", "read_drawn")}
DRAWN_KINDS = ("sop", "kak")
"""Kinds of which a table is drawn: who acts in a step stands in no text."""
_READERS = {
    sniff.PDF: ("pdf", "read_pdf"),
    sniff.DOCX: ("docx", "read_docx"),
    sniff.XLSX: ("xlsx", "read_xlsx"),
    sniff.XLS: ("xls", "read_xls"),
    sniff.PPTX: ("pptx", "read_pptx"),
    CSV: ("csv_table", "read_csv"),
    sniff.HTML: ("html", "read_html"),
    sniff.MARKDOWN: ("text", "read_markdown"),
    sniff.PLAIN: ("text", "read_text"),
    **dict.fromkeys(sniff.PICTURES, ("picture", "read_picture")),
}


def read_file(path: Path, name: str, max_pages: int) -> Document:
    """Return what the file holds; raise ReadError with a code and a reason when it cannot be read.

    A file that only LibreOffice reads is refused as `needs_office`: whoever can start it, has it converted and read.
    Pages without a text layer come in state `needs_ocr`; a file with no text and no picture is refused as empty.
    """
    media_type = sniff.media_type(path, name)
    if media_type in sniff.OLD_OFFICE:
        raise refusal("needs_office", media_type)
    pages, named, fields, told = _read(path, media_type, max_pages)
    media_type = told or media_type
    if len(pages) > max_pages:
        raise over("pages", len(pages))
    if all(page.state == "empty" for page in pages):
        raise refusal("empty")
    pages = set_aside(pages)
    title = guess_title(pages, name, named)
    kind, evidence = judge(pages, Named(title, name_words(name), media_type, fields.get(TEMPLATE, "")))
    found = read_fields(kind, pages, _tables(path, media_type, pages, kind))
    every: Fields = {**fields, **found.fields}
    return Document(media_type, pages, title, kind, every, fields_at=found.places, kind_evidence=evidence)


def retold(document: Document, pages: tuple[PageRead, ...], name: str) -> Document:
    """Return the document with these pages instead, and with the title, kind and fields that they name."""
    pages = set_aside(pages)
    title = guess_title(pages, name, document.title)
    template = str(document.fields.get(TEMPLATE, ""))
    kind, evidence = judge(pages, Named(title, name_words(name), document.media_type, template))
    found = read_fields(kind, pages)
    # What stands at no place was told by the file's properties; what stands at one belongs to the kind it was read as.
    kept = {n: v for n, v in document.fields.items() if kind == document.kind or n not in document.fields_at}
    places = {n: place for n, place in document.fields_at.items() if n in kept}
    return replace(
        document,
        pages=pages,
        title=title,
        kind=kind,
        kind_evidence=evidence,
        fields={**kept, **found.fields},
        fields_at={**places, **found.places},
    )


def _tables(path: Path, media_type: str, pages: Sequence[PageRead], kind: str) -> list[Ruled]:
    """Return the drawn tables of a paper that is known by them; none where its drawings are broken.

    The module is imported when one is first needed.
    """
    if media_type not in _DRAWN or kind not in DRAWN_KINDS:
        return []
    module, function = _DRAWN[media_type]
    try:
        tables: list[Ruled] = getattr(import_module(f"indexer.readers.{module}"), function)(path, pages)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # the file has been read: what is wrong with its drawings costs it only the steps
        logging.exception("cannot read the drawings of %r", str(path))
        return []
    return tables


def _read(path: Path, media_type: str, max_pages: int) -> Reading:
    try:
        return _reader(media_type)(path, max_pages)
    except SyntaxError as error:  # broken XML; the parser counts levels by itself
        raise over("nesting") if "xcessive depth" in str(error) else refusal("corrupt") from error
    except (ReadError, MemoryError, RecursionError):
        raise
    except Exception as error:  # the formats' libraries raise anything on a broken file
        logging.exception("cannot read %r", str(path))
        raise refusal("corrupt" if _is_content(error) else "unreadable") from error


def _is_content(error: Exception) -> bool:
    """Tell what the file's bytes lead to (a seek before its beginning, too) from what its disk does."""
    return not isinstance(error, OSError) or error.errno in (None, errno.EINVAL)


def _reader(media_type: str) -> Callable[[Path, int], Reading]:
    """Return the reader of a media type; its library is imported when a file first needs it."""
    module, function = _READERS[media_type]
    reader: Callable[[Path, int], Reading] = getattr(import_module(f"indexer.readers.{module}"), function)
    return reader
