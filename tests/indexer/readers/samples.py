"""Small real files that the reader tests read: written by the formats' own libraries, or byte by byte."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
import openpyxl
import pptx
from pypdf import PdfReader, PdfWriter

SCAN = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"

# What the format fills short passwords up with: on its own it is the empty password.
EMPTY_PASSWORD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a").decode("latin-1")


def shown(lines: Sequence[str]) -> bytes:
    """Return the content stream of a page with one line under the other."""
    text = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 11 Tf 14 TL 60 780 Td {text} ET".encode("latin-1")


def pdf(path: Path, contents: Sequence[bytes], title: str = "", shape: str = "") -> Path:
    """Write a PDF with one page for each content stream; `shape` is what else its page says: turned, cropped."""
    first = 5
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>".encode("latin-1"),
    ]
    for index, content in enumerate(contents):
        box = f"{shape} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {first + 1 + 2 * index} 0 R >>".encode())
        packed = zlib.compress(content)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + packed + b"\nendstream")
    path.write_bytes(_numbered(objects))
    return path


def _numbered(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def locked_pdf(path: Path, user: str, owner: str) -> Path:
    """Write a PDF of one page under these passwords."""
    writer = PdfWriter(clone_from=PdfReader(pdf(path, [shown(["Isi dokumen yang dikunci untuk umum."])])))
    writer.encrypt(user, owner, algorithm="RC4-128")
    writer.write(path)
    return path


def word(path: Path, paragraphs: Sequence[tuple[str, str]]) -> Path:
    """Write a DOCX; each paragraph comes with its style, or with `bold`, or with an empty string."""
    document = docx.Document()
    for text, style in paragraphs:
        paragraph = document.add_paragraph(style=style if style not in {"", "bold"} else None)
        paragraph.add_run(text).bold = style == "bold" or None
    document.save(str(path))
    return path


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()) -> Path:
    """Write an XLSX of these sheets; `merged` ranges are of the first one."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for area in merged:
        book.worksheets[0].merge_cells(area)
    book.save(path)
    return path


def old_workbook(path: Path, rows: Sequence[Sequence[str | float]]) -> Path:
    """Write an XLS of the oldest kind (BIFF2): a beginning, labels and numbers, an end."""
    out = struct.pack("<HHHH", 0x0009, 4, 2, 0x10)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            place = struct.pack("<HH3s", r, c, b"\0\0\0")
            if isinstance(value, str):
                text = value.encode("cp1252")
                body, code = place + bytes([len(text)]) + text, 0x0004
            else:
                body, code = place + struct.pack("<d", value), 0x0003
            out += struct.pack("<HH", code, len(body)) + body
    path.write_bytes(out + struct.pack("<HH", 0x000A, 0))
    return path


def slides(path: Path, pages: Sequence[tuple[str, str]]) -> Path:
    """Write a PPTX with one slide for each title and text."""
    show = pptx.Presentation()
    for title, text in pages:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = text
    show.save(str(path))
    return path
