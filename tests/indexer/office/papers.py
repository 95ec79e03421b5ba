"""Files of old office programs made here: RTF and OpenDocument byte by byte, the others by LibreOffice itself."""

import os
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.office.program import find, name_of

with_office = pytest.mark.skipif(
    name_of(find()) != "libreoffice calc+impress+writer", reason="LibreOffice Writer, Impress, Calc are not installed"
)
RTF = r"{\rtf1\ansi {\fonttbl{\f0 Arial;}}\f0 Surat tugas pengurus barang.\par %s\par}"
ODF = "application/vnd.oasis.opendocument"
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("text", "text"), ("table", "table"), ("manifest", "manifest"))
)


def rtf(path: Path, more: str = "") -> Path:
    path.write_text(RTF % more, encoding="ascii")
    return path


def open_document(path: Path, body: str, kind: str = "text", *, locked: str = "") -> Path:
    """Write an OpenDocument file of one part, its content."""
    mime = f"{ODF}.{kind}"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("mimetype", mime)
        entry = f'<manifest:file-entry manifest:full-path="%s" manifest:media-type="%s">{locked}</manifest:file-entry>'
        entries = entry % ("/", mime) + entry % ("content.xml", "text/xml")
        out.writestr("META-INF/manifest.xml", f"<manifest:manifest {_SPACES}>{entries}</manifest:manifest>")
        out.writestr(
            "content.xml",
            f'<office:document-content {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
    return path


def table(*rows: Sequence[str]) -> str:
    """Return a table of OpenDocument: of a text, or the sheet "KIB B" of a workbook."""
    lines = ("".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in rows)
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table table:name="KIB B">{columns}{body}</table:table>'


def saved_as(path: Path, suffix: str) -> Path:
    """Have LibreOffice save a file in an older form, beside it."""
    program = find()
    assert program is not None
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    for _ in range(2):  # the first time it lays out a profile
        subprocess.run(
            [program.path, profile, "--headless", "--convert-to", suffix, "--outdir", path.parent, path],
            env=os.environ | {"HOME": str(path.parent), "SAL_USE_VCLPLUGIN": "svp"},
            stdout=subprocess.DEVNULL,
            check=False,
        )
    return path.with_suffix(f".{suffix}")
