"""The mark of our empty templates: it survives being filled in, and only proposes what the content does not tell."""

import io
from pathlib import Path

import docx
import docx.document
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from catalog import written
from catalog.written import HEADINGS
from indexer.blank import blank
from indexer.readers.reading import read_file

FILLED = {"tanggal": "5 Maret 2025", "ringkasan": "Gudang arsip terendam.", "hasil": "Dua hari.\nTanpa kerugian."}


def filled(kind: str, title: str = "", **said: str) -> docx.document.Document:
    """The template as someone fills it in: a title, and texts below headings."""
    document = docx.Document(io.BytesIO(blank(kind)))
    first, *rest = document.paragraphs
    first.text = title or first.text
    texts = {HEADINGS[name]: text for name, text in said.items()}
    for heading, below in zip(rest[::2], rest[1::2], strict=True):
        below.text = texts.get(heading.text, below.text)
    return document


def read(document: docx.document.Document, path: Path) -> tuple[str, dict[str, str]]:
    document.save(str(path))
    found = read_file(path, path.name, 10)
    form = written.template_of(str(found.fields.get("templat", "")))
    return found.kind, written.filled_in(form, found.pages[0].text) if form else {}


@pytest.mark.parametrize(("kind", "of"), [("lesson", "lesson"), ("praktik", "lesson"), ("notulen", "notulen")])
def test_a_template_whose_title_was_replaced_is_known_by_its_mark(kind: str, of: str, tmp_path: Path) -> None:
    known, said = read(filled(kind, "Banjir di gudang", ringkasan="Gudang terendam."), tmp_path / "a.docx")
    assert (known, said) == (of, {"judul": "Banjir di gudang", "ringkasan": "Gudang terendam."})


def test_what_was_filled_in_stands_in_its_fields_and_the_rest_in_none(tmp_path: Path) -> None:
    known, said = read(filled("lesson", "Lesson learned: Banjir", **FILLED), tmp_path / "a.docx")
    assert (known, said) == ("lesson", FILLED | {"judul": "Banjir"})


def test_an_empty_template_says_nothing(tmp_path: Path) -> None:
    assert read(filled("notulen"), tmp_path / "a.docx") == ("notulen", {})


def test_the_content_decides_against_the_mark(tmp_path: Path) -> None:
    document = filled("notulen", "Standar Operasional Prosedur Peminjaman Kendaraan Dinas")
    assert read(document, tmp_path / "a.docx")[0] == "sop"


@pytest.mark.parametrize("mark", ["puisi/1", "lesson", "lesson/1/../x", "lesson/1" * 9, "", "<b>/1"])
def test_what_is_no_mark_of_ours_is_none(mark: str, tmp_path: Path) -> None:
    assert read(marked(mark.replace("<", "&lt;")), tmp_path / "a.docx") == ("lain", {})


@pytest.mark.parametrize(
    "xml", ["<broken", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "<x/>"]
)
def test_properties_that_are_broken_cost_nothing_but_the_mark(xml: str, tmp_path: Path) -> None:
    assert read(with_properties(xml.encode()), tmp_path / "a.docx") == ("lain", {})
    assert read(with_properties(b" " * 200_000), tmp_path / "b.docx") == ("lain", {})


def marked(mark: str) -> docx.document.Document:
    said = f'<property name="RujukanTemplat"><v>{mark}</v></property>'
    return with_properties(f"<Properties>{said}</Properties>".encode())


def with_properties(blob: bytes) -> docx.document.Document:
    document = docx.Document()
    document.add_paragraph("Catatan harian tentang cuaca di kebun.")
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), "application/xml", blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    return document
