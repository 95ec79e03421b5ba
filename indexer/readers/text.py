"""Markdown and plain text, in UTF-8, UTF-16 with a mark, or the Western code page."""

import codecs
import re
from pathlib import Path

from indexer.limits import current, over
from indexer.readers.page import PageText, Reading

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_FENCE = re.compile(r"\s*(```|~~~)")


def read_markdown(path: Path, _max_pages: int) -> Reading:
    """Return the one page of a Markdown file and an empty title; headings lose their marks."""
    page, fenced, plain = PageText(), False, list[str]()
    for line in decode(path).splitlines():
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading is None:
            plain.append(line)
            continue
        page.add("\n".join(plain))
        page.add(heading[2], len(heading[1]))
        plain.clear()
    page.add("\n".join(plain))
    return Reading((page.build(None, guess_headings=False),))


def read_text(path: Path, _max_pages: int) -> Reading:
    """Return the one page of a plain text file and an empty title, its headings inferred."""
    return as_text(decode(path))


def as_text(text: str) -> Reading:
    """Return text as the one page of a plain text file."""
    page = PageText()
    page.add(text)
    return Reading((page.build(None),))


def decode(path: Path, told: str = "") -> str:
    """Return a file's text: by its mark, as UTF-8, in the encoding it is told to have, else as cp1252."""
    size = path.stat().st_size / (1 << 20)
    if size > current().text_mb:  # a dump or a log
        raise over("text_mb", size)
    data = path.read_bytes()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by_name(data, told)


def _by_name(data: bytes, told: str) -> str:
    try:
        return data.decode(told or "cp1252", errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")
