"""Inventory cards, room lists, the maintenance need plan and the restricted roll, each a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from tools.contoh.b_sheet import Form, write_form
from tools.contoh.layout_office import save_office
from tools.contoh.papers_b.kib_goods import goods_form
from tools.contoh.papers_b.kib_land import land_form
from tools.contoh.papers_b.kib_rest import rest_forms
from tools.contoh.papers_b.kir import room_forms
from tools.contoh.papers_b.tables import need_form, roll_form
from tools.contoh.record import Paper

BPAD = "Komunitas Pembelajar BPAD"
KIB_SIGNS = (
    ("Mengetahui,", "Kepala Bidang Penatausahaan Aset", "Hadi Contoh Saputra", "197404082000031992"),
    ("Jakarta, 31 Januari 2025", "Pengurus Barang", "Nur Misal Handayani", "198510252009122991"),
)


def write_workbook(path: Path, title: str, forms: dict[str, Form]) -> None:
    """Write each form of `forms` to a sheet of its name."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = title, "Dokumen contoh"
    for name, form in forms.items():
        write_form(book.create_sheet(name), form)
    save_office(book, path)


def _cards() -> dict[str, Form]:
    return {"KIB A": land_form(KIB_SIGNS), "KIB B": goods_form(KIB_SIGNS), **rest_forms(KIB_SIGNS)}


def _book(title: str, forms: Callable[[], dict[str, Form]]) -> Callable[[Path], None]:
    return lambda path: write_workbook(path, title, forms())


PAPERS = [
    Paper(
        path="BPAD/KIB A-F kompilasi per 31 Des 2024.xlsx",
        title="Kartu Inventaris Barang A sampai F, kompilasi lintas SKPD per 31 Desember 2024",
        kind="kib",
        unit="BPAD",
        community=BPAD,
        date="2025-01-31",
        review_on="2026-01-31",
        build=_book("KIB A-F", _cards),
    ),
    Paper(
        path="BPSDM/KIR Gedung Abdul Muis smt 1 2025.xlsx",
        title="Kartu Inventaris Ruangan BPSDM, Gedung Abdul Muis, Semester I 2025",
        kind="kir",
        unit="BPSDM",
        community="Komunitas Pembelajar BPSDM",
        date="2025-06-30",
        review_on="2026-01-15",
        build=_book("KIR Gedung Abdul Muis", room_forms),
    ),
    Paper(
        path="DSDA/RKBMD pemeliharaan 2026 Sudin SDA JT (rev2).xlsx",
        title="RKBMD Pemeliharaan Tahun Anggaran 2026 Suku Dinas SDA Jakarta Timur",
        kind="rkbmd",
        unit="DSDA",
        status="ditelaah",
        validity="belum_dikonfirmasi",
        date="2025-05-12",
        review_on="2026-05-12",
        build=_book("RKBMD Pemeliharaan 2026", lambda: {"RKBMD Pemeliharaan": need_form()}),
    ),
    Paper(
        path="BAPENDA/DHKP 2025 blok 999 TERBATAS.xlsx",
        title="Daftar Himpunan Ketetapan Pajak PBB-P2 2025, Blok 999",
        kind="pbb",
        unit="BAPENDA",
        community="Komunitas Pembelajar Bapenda",
        access="terbatas",
        date="2025-11-03",
        review_on="2026-03-31",
        build=_book("DHKP 2025 Blok 999", lambda: {"DHKP 2025": roll_form()}),
    ),
]
