import hashlib

from flask.testing import FlaskClient

from catalog.originals import place_of
from catalog.scope import scope_of
from tests.webapp.conftest import Library
from tests.webapp.library import searchers
from webapp.app import create_app
from webapp.pages import file_name


def test_the_original_arrives_byte_for_byte(client: FlaskClient, library: Library) -> None:
    file = client.get(f"/aset/{library.keys['sop']}/unduh")
    assert file.data == b"%PDF-1.7 contoh\x00\xff"
    sha256 = hashlib.sha256(file.data).hexdigest()
    assert file.headers["ETag"] == f'"{sha256}"'
    assert file.mimetype == "application/pdf"
    assert file.headers["Content-Disposition"] == 'attachment; filename="Kendaraan Dinas.pdf"'
    assert sha256 in client.get(f"/aset/{library.keys['sop']}").text


def test_a_hostile_name_is_saved_under_a_safe_one(client: FlaskClient, library: Library) -> None:
    file = client.get(f"/aset/{library.keys['hostile']}/unduh")
    disposition = file.headers["Content-Disposition"]
    assert disposition.startswith("attachment; ")
    assert "<" not in disposition
    assert file.headers["X-Content-Type-Options"] == "nosniff"


def test_names_that_are_safe_to_save() -> None:
    assert file_name("a/b/SOP Cuti.docx") == "SOP Cuti.docx"
    assert file_name("a\\..\\b.txt") == "a_.._b.txt"
    assert file_name("..") == "_"
    assert file_name(".bashrc") == "_bashrc"
    assert file_name("laporan\u202efdp.exe") == "laporan_fdp.exe"
    assert file_name("baris\r\nbaru.txt") == "baris__baru.txt"
    assert file_name("x" * 500 + ".pdf") == "x" * 120 + ".pdf"
    assert file_name("") == "dokumen"


def test_a_name_outside_ascii_keeps_its_letters(client: FlaskClient, library: Library) -> None:
    assert file_name("Notulen – Évaluasi.txt") == "Notulen – Évaluasi.txt"


def test_a_missing_original_is_the_services_fault_and_names_no_folder(library: Library) -> None:
    app = create_app(folder=library.catalog.folder, searcher_of=searchers(library.catalog), scope=scope_of("public"))
    row = next(iter(library.catalog.db.query("SELECT sha256 FROM version WHERE media_type = 'text/plain' LIMIT 1")))
    place = place_of(library.catalog.folder, row["sha256"])
    away = place.rename(place.with_suffix(".away"))
    try:
        page = app.test_client().get(f"/aset/{library.keys['hostile']}/unduh")
    finally:
        away.rename(place)
    assert page.status_code == 503
    assert "belum dapat diproses" in page.text
    assert str(library.catalog.folder.root) not in page.text
