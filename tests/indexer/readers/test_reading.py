"""A file is read by its content; a file that cannot be read says why."""

import struct
import zipfile
from pathlib import Path

import pytest

from indexer.document import Document, ReadError
from indexer.limits import Limits
from indexer.pool import ReaderPool
from indexer.readers.reading import read_file
from indexer.readers.reasons import REASONS, SAVE_AGAIN
from tests.indexer.office import papers
from tests.indexer.readers import samples

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def read(path: Path, name: str = "") -> Document:
    return read_file(path, name or path.name, 5000)


def code(path: Path, name: str = "") -> str:
    with pytest.raises(ReadError) as caught:
        read(path, name)
    known = {*REASONS.values(), *SAVE_AGAIN.values()}
    assert caught.value.reason in known or caught.value.code in {"needs_office", "too_large"}
    return caught.value.code


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    document = samples.word(tmp_path / "a.pdf", [("Notulen rapat mingguan", "")])
    assert read(document).media_type.endswith("wordprocessingml.document")
    page = samples.pdf(tmp_path / "b.docx", [samples.shown(["Surat tugas"])])
    assert read(page).media_type == "application/pdf"
    web = written(tmp_path / "c.xls", b"<html><body><table><tr><td>Nama</td><td>Budi</td></tr></table></body></html>")
    assert (read(web).media_type, read(web).pages[0].text) == ("text/html", "Nama | Budi")


def test_the_name_breaks_the_tie_between_texts(tmp_path: Path) -> None:
    path = written(tmp_path / "x", b"# Panduan\n\nIsi panduan.\n")
    assert read(path, "a.md").media_type == "text/markdown"
    assert read(path, "a.txt").media_type == "text/plain"


def test_markup_in_a_text_that_is_called_one_makes_it_no_page(tmp_path: Path) -> None:
    path = written(tmp_path / "x", b"<p>No,Nama,Jumlah</p>\n1,Meja,2\n")
    kinds = [read(path, name).media_type for name in ("a.html", "a", "a.txt", "a.md", "a.csv")]
    assert kinds == ["text/html"] * 2 + ["text/plain"] * 2 + ["text/csv"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("kosong.pdf", b"", "empty"),
        ("spasi.txt", b" \n\n ", "empty"),
        ("rusak.pdf", b"%PDF-1.7\n" + b"\0" * 500, "corrupt"),
        ("nul.pdf", b"\0" * 9000, "corrupt"),
        ("terpotong.docx", b"PK\x03\x04" + b"x" * 90, "corrupt"),
        ("program.bin", b"\x7fELF" + b"\0" * 90, "unsupported"),
        ("lama.doc", OLE + "WordDocument".encode("utf-16-le"), "needs_office"),
        ("lama.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "needs_office"),
        ("surat.rtf", b"{\\rtf1 Halo}", "needs_office"),
        ("kunci.doc", OLE + b"\xec\xa5" + b"\0" * 9 + b"\1" + "WordDocument".encode("utf-16-le"), "encrypted"),
        ("kunci.ppt", OLE + "PowerPoint Document\0EncryptedSummary".encode("utf-16-le"), "encrypted"),
        ("kunci.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("aneh.xls", OLE, "corrupt"),
        ("foto.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "corrupt"),
        ("pindaian.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 90, "corrupt"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert code(written(tmp_path / name, data)) == expected


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        with out.open("word/document.xml", "w") as member:
            for _ in range(Limits().xml_mb + 1):
                member.write(b" " * (1 << 20))
    assert code(path) == "too_large"


def test_another_archive_is_not_supported(tmp_path: Path) -> None:
    path = tmp_path / "berkas.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("a.txt", "isi")
    assert code(path) == "unsupported"


def test_an_open_document_is_told_by_what_it_says_of_itself(tmp_path: Path) -> None:
    made = papers.open_document
    assert code(made(tmp_path / "a.zip", "")) == "needs_office"
    assert code(made(tmp_path / "b.odt", "", "text-template")) == "needs_office"
    assert code(made(tmp_path / "c.odt", "", locked="<manifest:encryption-data/>")) == "encrypted"
    assert code(made(tmp_path / "d.odg", "", "graphics")) == "unsupported"


@pytest.mark.parametrize(
    ("name", "data", "package"),
    [
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "writer"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "impress"),
        ("a.doc", b"{\\rtf1 Halo}", "writer"),
    ],
)
def test_a_file_that_only_libreoffice_reads_says_what_to_install(
    tmp_path: Path, name: str, data: bytes, package: str
) -> None:
    with pytest.raises(ReadError, match=f"apt-get install --no-install-recommends libreoffice-{package}-nogui"):
        read(written(tmp_path / name, data))


def test_plain_text_in_three_encodings(tmp_path: Path) -> None:
    text = "Café “Arsip” – dua tahun"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = written(tmp_path / "a.txt", text.encode(encoding))
        assert read(path).pages[0].text == text


def test_markdown_headings_lose_their_marks_and_fenced_lines_do_not(tmp_path: Path) -> None:
    text = "# Panduan arsip\n\nArsip inaktif dipindahkan.\n\n## Jadwal\n```\n# bukan judul\n```\n"
    page = read(written(tmp_path / "a.md", text.encode())).pages[0]
    assert [(page.text[h.start : h.end], h.level) for h in page.headings] == [("Panduan arsip", 1), ("Jadwal", 2)]
    assert "# bukan judul" in page.text
    assert (page.page, page.sheet, page.state) == (None, None, "text")


def test_html_shows_blocks_cells_and_headings_and_drops_scripts_and_menus(tmp_path: Path) -> None:
    text = (
        "<html><head><title>FAQ PPID</title><style>p{}</style></head><body><nav>Beranda</nav>"
        "<h1>Tanya <b>Jawab</b></h1>"
        "<p>Baris satu<br>baris dua</p><script>alert(1)</script>"
        "<table><tr><th>Hari</th><td><p>Senin</p></td></tr><tr><td></td><td>Selasa</td></tr></table></body></html>"
    )
    page = read(written(tmp_path / "a.html", text.encode())).pages[0]
    assert page.text == "Tanya Jawab\nBaris satu\nbaris dua\nHari | Senin\nSelasa"
    assert [(page.text[h.start : h.end], h.level) for h in page.headings] == [("Tanya Jawab", 1)]


def test_html_of_any_depth_and_declared_encoding(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 20_000 + "Pelayanan surat" + "</div>" * 20_000
    assert read(written(tmp_path / "a.html", deep.encode())).pages[0].text == "Pelayanan surat"
    odd = '<html><head><meta charset="iso-8859-1"></head><body>Café</body></html>'.encode("latin-1")
    assert read(written(tmp_path / "b.html", odd)).pages[0].text == "Café"


def test_slides_are_pages_with_their_title_first(tmp_path: Path) -> None:
    path = samples.slides(tmp_path / "a.pptx", [("Sosialisasi PBB-P2", "Jatuh tempo 30 September"), ("Tarif", "0,5%")])
    document = read(path)
    assert [(p.page, p.text) for p in document.pages] == [
        (1, "Sosialisasi PBB-P2\nJatuh tempo 30 September"),
        (2, "Tarif\n0,5%"),
    ]
    assert (document.kind, document.title) == ("paparan", "Sosialisasi PBB-P2")


def test_an_old_workbook(tmp_path: Path) -> None:
    path = samples.old_workbook(
        tmp_path / "a.xls", [["No", "Kode Barang", "Harga"], [1.0, "1.3.2", 12000000.0], [2.0, "01.3", 7.5]]
    )
    page = read(path).pages[0]
    assert [r.cells for r in page.rows] == [
        {"No": "1", "Kode Barang": "1.3.2", "Harga": "12000000"},
        {"No": "2", "Kode Barang": "01.3", "Harga": "7.5"},
    ]


def test_a_record_that_lies_about_its_length_is_corrupt(tmp_path: Path) -> None:
    broken = struct.pack("<HHHH", 0x0009, 4, 2, 0x10) + struct.pack("<HH", 0x0004, 9999)
    with ReaderPool() as pool:
        assert pool.read(written(tmp_path / "a.xls", broken), "a.xls").code == "corrupt"
