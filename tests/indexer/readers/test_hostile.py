"""Files that were made to hang, bloat or deceive their reader: each ends with an outcome that names the limit."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.limits import SETTINGS, Limits
from indexer.pool import ReaderPool, ReadResult
from tests.indexer.readers import samples
from tests.indexer.readers.test_xlsx import changed

TIGHT = Limits(pages=50, cells=50, chars=2000, entries=200, unpacked_mb=24, xml_mb=16, sheet_xml_mb=16, text_mb=1)


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1, TIGHT) as made:
        yield made


def with_member(path: Path, name: str, size: int, piece: bytes = b" ") -> Path:
    """Add a member of so many bytes, all alike, to an archive."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as out, out.open(name, "w") as member:
        for _ in range(size >> 20):
            member.write(piece * (1 << 20))
    return path


def body(path: Path, inner: str) -> Path:
    """Write a DOCX whose body is this XML."""
    samples.word(path, [("Surat tugas", "")])
    changed(path, "word/document.xml", lambda xml: xml.replace("<w:sectPr", f"{inner}<w:sectPr", 1))
    return path


def png(path: Path, side: int) -> Path:
    """Write the head of a PNG of so many pixels a side, and hardly any data."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0" * 99))]
    chunks = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    return path


def nested_tables(path: Path) -> Path:
    return body(path, "<w:tbl><w:tr><w:tc>" * 70 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 70)


def zip_in_zip(path: Path) -> Path:
    inner = b"x" * (1 << 20)
    for level in range(4):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
            for number in range(4):
                out.writestr(f"{level}-{number}.zip", inner)
        inner = held.getvalue()
    path.write_bytes(inner)
    return path


def many_entries(path: Path) -> Path:
    samples.word(path, [("Surat", "")])
    with zipfile.ZipFile(path, "a") as out:
        for number in range(201):
            out.writestr(f"word/media/{number}", b"")
    return path


def wide_sheet(path: Path) -> Path:
    return samples.workbook(path, {"A": [["isi"] * 20] * 20})


def long_cells(path: Path) -> Path:
    return samples.workbook(path, {"A": [["isi " * 200] * 4]})


BOMBS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "ratio.docx": (lambda p: with_member(samples.word(p, [("Surat", "")]), "word/media/a.bin", 20 << 20), "ratio"),
    "unpacked.docx": (lambda p: with_member(samples.word(p, [("Surat", "")]), "a.bin", 30 << 20), "unpacked_mb"),
    "xml.docx": (lambda p: with_member(samples.word(p, [("Surat", "")]), "word/a.xml", 20 << 20), "xml_mb"),
    "sheet.xlsx": (lambda p: with_member(wide_sheet(p), "xl/a.xml", 20 << 20), "sheet_xml_mb"),
    "entries.docx": (many_entries, "entries"),
    "nested.docx": (nested_tables, "nesting"),
    "deep.docx": (lambda p: body(p, "<w:p>" * 300 + "</w:p>" * 300), "nesting"),
    "cells.xlsx": (wide_sheet, "cells"),
    "chars.xlsx": (long_cells, "chars"),
    "pixels.png": (lambda p: png(p, 32_000), "megapixels"),
    "pages.pdf": (lambda p: samples.pdf(p, [samples.shown(["Halaman"])] * 51), "pages"),
    "text.txt": (lambda p: p.write_text("baris\n" * 300_000) and p, "text_mb"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_advisory_14_a_bomb_is_refused_by_the_limit_that_it_breaks(tmp_path: Path, pool: ReaderPool, name: str) -> None:
    make, limit = BOMBS[name]
    result = pool.read(make(tmp_path / name), name)
    assert (result.code, result.document) == ("too_large", None)
    assert f"`{SETTINGS[limit].key}` di batas.toml" in result.reason


def test_a_zip_that_holds_zips_is_not_opened(tmp_path: Path, pool: ReaderPool) -> None:
    assert pool.read(zip_in_zip(tmp_path / "a.zip"), "a.zip").code == "unsupported"


def tree(kids: str, count: int) -> list[bytes]:
    return [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()]


PDFS = {
    "a tree that holds itself": samples._numbered([*tree("2 0 R", 5), b"<< >>", b"<< >>"]),
    "a million pages that are not there": samples._numbered([*tree("3 0 R", 1_000_000), b"<< >>", b"<< >>"]),
    "a deep tree": samples._numbered(
        [b"<< /Type /Catalog /Pages 2 0 R >>"]
        + [f"<< /Type /Pages /Kids [{n + 3} 0 R] /Count 1 >>".encode() for n in range(3000)]
        + [b"<< /Type /Page /MediaBox [0 0 9 9] >>"]
    ),
    "a cross-reference that points to itself": b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \n"
    b"trailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "brackets without end": b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
}


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_that_runs_in_circles_ends(tmp_path: Path, pool: ReaderPool, name: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PDFS[name])
    result = pool.read(path, path.name)
    assert result.document is None and result.reason
    assert result.seconds < TIGHT.seconds


def test_entities_that_multiply_are_not_resolved(tmp_path: Path, pool: ReaderPool) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    path = body(tmp_path / "a.docx", "<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>")
    changed(
        path, "word/document.xml", lambda xml: f'<!DOCTYPE x [<!ENTITY e0 "haha">{levels}]>' + xml.split("?>", 1)[1]
    )
    result = pool.read(path, path.name)
    assert "haha" not in (result.document.pages[0].text if result.document else "")
    assert result.seconds < TIGHT.seconds


@pytest.mark.parametrize("entity", ['SYSTEM "{uri}"', '"salinan"'])
def test_no_entity_brings_another_file_into_a_text(tmp_path: Path, pool: ReaderPool, entity: str) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("ISI BERKAS LAIN")
    kind = f"<!DOCTYPE x [<!ENTITY e {entity.format(uri=secret.as_uri())}>]>"
    path = body(tmp_path / "a.docx", "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")
    changed(path, "word/document.xml", lambda xml: kind + xml.split("?>", 1)[1])
    assert "BERKAS LAIN" not in all_text(pool.read(path, path.name))


def test_a_formula_that_points_to_another_workbook_gives_the_value_that_was_saved(
    tmp_path: Path, pool: ReaderPool
) -> None:
    other = samples.workbook(tmp_path / "lain.xlsx", {"A": [["ISI BUKU LAIN"]]})
    path = samples.workbook(tmp_path / "a.xlsx", {"A": [["Nama", "Nilai"], ["Meja", 1]]})
    formula = f"<f>'[{other.as_uri()}]A'!$A$1</f><v>7</v>"
    changed(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("<v>1</v>", formula))
    text = all_text(pool.read(path, path.name))
    assert "Meja | 7" in text and "BUKU LAIN" not in text


def test_advisory_12_names_in_an_archive_are_never_places(tmp_path: Path, pool: ReaderPool) -> None:
    folder = tmp_path / "satu/dua"
    folder.mkdir(parents=True)
    path = samples.word(folder / "a.docx", [("Surat tugas", "")])
    with zipfile.ZipFile(path, "a") as out:
        for name in ("../../keluar.xml", "/tmp/keluar-rujukan.xml", "word/../../../keluar.xml"):
            out.writestr(name, "isi")
    assert all_text(pool.read(path, path.name)) == "Surat tugas"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["a.docx"]
    assert not Path("/tmp/keluar-rujukan.xml").exists()


def test_a_file_of_two_kinds_is_read_as_one_and_never_twice(tmp_path: Path, pool: ReaderPool) -> None:
    page = samples.pdf(tmp_path / "a.pdf", [samples.shown(["Isi sebagai PDF"])])
    word = samples.word(tmp_path / "a.docx", [("Isi sebagai DOCX", "")])
    both = tmp_path / "dua.docx"
    both.write_bytes(page.read_bytes() + word.read_bytes())
    result = pool.read(both, both.name)
    assert result.document is not None
    assert (result.document.media_type, all_text(result)) == ("application/pdf", "Isi sebagai PDF")


def test_advisory_13_a_pickle_is_not_opened(tmp_path: Path, pool: ReaderPool) -> None:
    path = tmp_path / "a.pkl"
    path.write_bytes(b"\x80\x04cposix\nsystem\n(S'touch keluar'\ntR.")
    assert pool.read(path, path.name).code == "unsupported"


def all_text(result: ReadResult) -> str:
    return "\n".join(page.text for page in result.document.pages) if result.document else ""
