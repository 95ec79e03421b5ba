from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Browser

from catalog import passwords
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.browsing import started
from tests.webapp.library import Paper, add, assess, searcher, sheet_page, text_page
from webapp.app import create_app

SOP = (
    "Peminjaman kendaraan dinas diajukan paling lambat dua hari kerja sebelum pemakaian.\n"
    "Pengurus barang memeriksa kondisi kendaraan sebelum kunci diserahkan."
)
HOSTILE = "<script>alert('judul')</script>"
OUR_SCRIPT = '<script src="/static/suggest.js'
"""The one script there is, and the one place it stands in: the page with the search box."""


@dataclass(frozen=True)
class Library:
    """The catalog of the tests and the keys of its assets by a short name."""

    catalog: Catalog
    keys: dict[str, str]


def given(title: str, **more: str) -> Metadata:
    words = {"kind": "sop", "unit": "BPSDM", "access": "terbuka", "status": "disahkan", "validity": "berlaku"}
    return Metadata(**words | {"title": title} | more)


@pytest.fixture(scope="session", autouse=True)
def _compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the apps of all tests share their compiled templates: each test makes its own app, and all are alike."""
    kept = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templat")))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Flask, "jinja_options", {"bytecode_cache": kept})
        yield


@pytest.fixture(scope="session", autouse=True)
def _quickly_hashed() -> Iterator[None]:
    """Let passwords cost next to nothing to hash: each test has accounts of its own, and logs in with them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as opened:
        yield opened


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    catalog = create(tmp_path_factory.mktemp("katalog"))
    assess(catalog, "CoP Layanan Umum", 3)
    keys = {name: add(catalog, paper) for name, paper in _papers().items()}
    searcher(catalog)
    yield Library(catalog, keys)
    catalog.close()


def _papers() -> dict[str, Paper]:
    goods = [
        {"Kode": f"{n:04}", "Nama": "Genset portabel" if n == 42 else "Kursi kerja", "Merek": "Contoh"}
        | {"Ruangan": "Aula lantai 3", "Kondisi": "Baik", "Tahun": "2021", "Nilai perolehan": "1250000"}
        for n in range(1, 251)
    ]
    goods[6]["Nama"] = "<img src=x onerror=alert('sel')>"
    return {
        "sop": Paper(
            "sop/Kendaraan Dinas.pdf",
            given("SOP Peminjaman Kendaraan Dinas", community="CoP Layanan Umum", date="2025-03-05"),
            (text_page(1, SOP), text_page(2, "", "needs_ocr"), text_page(3, "Lampiran: formulir peminjaman.")),
            b"%PDF-1.7 contoh\x00\xff",
        ),
        "hostile": Paper(
            "x/<img src=x onerror=alert('nama')>.txt",
            given(HOSTILE, kind="faq", unit="DINKES", community="<b>Komunitas</b>"),
            (text_page(None, "Ambulans siaga <script>alert('isi')</script> setiap hari di puskesmas kecamatan."),),
            media_type="text/plain",
        ),
        "sheet": Paper(
            "KIB B.xlsx",
            given("KIB B Peralatan", kind="kib", unit="BPAD", validity="belum_dikonfirmasi"),
            (sheet_page("KIB <B>", goods), sheet_page("Rekap", [{"Jumlah": "250"}])),
        ),
        "internal": Paper(
            "notulen.txt",
            given("Notulen Zamrud", kind="notulen", access="internal"),
            (text_page(None, "Rapat zamrud membahas jadwal tinjauan kendaraan dinas."),),
        ),
        "restricted": Paper(
            "terbatas.txt",
            given("Kajian Nilam", kind="laporan", unit="BPAD", access="terbatas"),
            (text_page(None, "Kajian nilam memuat harga perkiraan kendaraan dinas."),),
        ),
        "draft": Paper(
            "draf.txt", given("Draf Safir", status="draf"), (text_page(None, "Draf safir tentang kendaraan dinas."),)
        ),
    }


@pytest.fixture
def visit(library: Library) -> Callable[[str | None], FlaskClient]:
    """Give a client that looks with a viewer's eyes."""

    def as_viewer(viewer: str | None = "public") -> FlaskClient:
        found = searcher(library.catalog)
        app = create_app(folder=library.catalog.folder, searcher_of=lambda _: found, scope=scope_of(viewer))
        return app.test_client()

    return as_viewer


@pytest.fixture
def client(visit: Callable[[str | None], FlaskClient]) -> FlaskClient:
    return visit("public")
