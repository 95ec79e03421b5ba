"""KIB C to F: buildings, roads and networks, other fixed assets, work in progress."""

from __future__ import annotations

from random import Random

from tools.contoh.b_sheet import Cell, Form, Head, Section

_FACTS = (
    ("PROVINSI", "DKI JAKARTA"),
    ("UNIT PENYUSUN", "Badan Pengelolaan Aset Daerah (kompilasi lintas SKPD)"),
    ("NO. KODE LOKASI", "11.09.00.00.00.24 (contoh)"),
    ("KEADAAN PER", "31 Desember 2024"),
)
_CITIES = ("Jakarta Pusat", "Jakarta Utara", "Jakarta Barat", "Jakarta Selatan", "Jakarta Timur")
Signs = tuple[tuple[str, str, str, str], ...]

HEADS_C: tuple[Head, ...] = (
    ("No. Urut",), ("Jenis Barang / Nama Barang",), ("Nomor", "Kode Barang"), ("Nomor", "Register"),
    ("Kondisi Bangunan (B, KB, RB)",), ("Konstruksi Bangunan", "Bertingkat / Tidak"),
    ("Konstruksi Bangunan", "Beton / Tidak"), ("Luas Lantai (m2)",), ("Letak / Alamat",),
    ("Dokumen Gedung", "Tanggal"), ("Dokumen Gedung", "Nomor"), ("Luas Tanah (m2)",), ("Status Tanah",),
    ("Nomor Kode Tanah",), ("Asal Usul",), ("Harga (ribuan Rp)",), ("Keterangan",),
)  # fmt: skip
HEADS_D: tuple[Head, ...] = (
    ("No. Urut",), ("Jenis Barang / Nama Barang",), ("Nomor", "Kode Barang"), ("Nomor", "Register"),
    ("Konstruksi",), ("Panjang (km)",), ("Lebar (m)",), ("Luas (m2)",), ("Letak / Lokasi",),
    ("Dokumen", "Tanggal"), ("Dokumen", "Nomor"), ("Status Tanah",), ("Nomor Kode Tanah",), ("Asal Usul",),
    ("Harga (ribuan Rp)",), ("Kondisi (B, KB, RB)",), ("Keterangan",),
)  # fmt: skip
HEADS_E: tuple[Head, ...] = (
    ("No. Urut",), ("Jenis Barang / Nama Barang",), ("Nomor", "Kode Barang"), ("Nomor", "Register"),
    ("Buku / Perpustakaan", "Judul / Pencipta"), ("Buku / Perpustakaan", "Spesifikasi"),
    ("Barang Bercorak Kesenian / Kebudayaan", "Asal Daerah"),
    ("Barang Bercorak Kesenian / Kebudayaan", "Pencipta"),
    ("Barang Bercorak Kesenian / Kebudayaan", "Bahan"),
    ("Hewan / Ternak dan Tumbuhan", "Jenis"), ("Hewan / Ternak dan Tumbuhan", "Ukuran"), ("Jumlah",),
    ("Tahun Cetak / Pembelian",), ("Asal Usul",), ("Harga (ribuan Rp)",), ("Keterangan",),
)  # fmt: skip
HEADS_F: tuple[Head, ...] = (
    ("No. Urut",), ("Jenis Barang / Nama Barang",), ("Bangunan (P, SP, D)",),
    ("Konstruksi Bangunan", "Bertingkat / Tidak"), ("Konstruksi Bangunan", "Beton / Tidak"), ("Luas (m2)",),
    ("Letak / Lokasi",), ("Dokumen", "Tanggal"), ("Dokumen", "Nomor"), ("Tanggal, Bulan, Tahun Mulai",),
    ("Status Tanah",), ("Nomor Kode Tanah",), ("Asal-usul Pembiayaan",), ("Nilai Kontrak (ribuan Rp)",),
    ("Keterangan",),
)  # fmt: skip

_BUILDINGS = (
    ("Gedung Kantor Permanen", "1.3.3.01.01.01.001", "Kantor kelurahan", 420, 1600, 6200),
    ("Gedung Sekolah Permanen", "1.3.3.01.01.10.001", "Disdik", 900, 3600, 5400),
    ("Gedung Puskesmas Permanen", "1.3.3.01.01.06.001", "Dinkes", 380, 1400, 5900),
    ("Gedung Depo Arsip", "1.3.3.01.01.02.001", "Dispusip", 500, 1300, 5600),
)
_NETWORKS = (
    ("Jalan Lingkungan", "1.3.4.01.01.05.001", "Beton", "Dinas Bina Marga", 2100),
    ("Jembatan Penyeberangan Orang", "1.3.4.01.02.05.001", "Baja", "Dinas Bina Marga", 9800),
    ("Saluran Drainase", "1.3.4.02.04.03.001", "Pasangan batu", "Dinas SDA", 1700),
    ("Jaringan Pipa Pompa", "1.3.4.04.01.02.001", "Pipa baja", "Dinas SDA", 2600),
)
_WORKS = (
    ("KDP Gedung Kantor Kelurahan", "D", "Bertingkat", "Beton", "Kota Administrasi"),
    ("KDP Gedung Depo Arsip Tahap I", "D", "Bertingkat", "Beton", "Dispusip"),
    ("KDP Rumah Pompa", "P", "Tidak", "Beton", "Dinas SDA"),
    ("KDP Gedung Puskesmas Pembantu", "P", "Bertingkat", "Beton", "Dinkes"),
    ("KDP Pagar dan Pos Jaga", "SP", "Tidak", "Tidak", "Tamhut"),
)
_BOOKS = (
    "Himpunan Peraturan Barang Daerah",
    "Sejarah Kampung Kota",
    "Statistik Contoh Jakarta",
    "Kamus Tata Naskah",
)
_ART = (("Lukisan", "Betawi", "Cat minyak"), ("Ondel-ondel", "Betawi", "Kain"), ("Patung", "Jepara", "Kayu"))
_PLANTS = ("Pohon Tabebuya", "Pohon Trembesi", "Kuda patroli")


def _day(random: Random, first: int, last: int) -> str:
    return f"{random.randint(1, 28):02d}-{random.randint(1, 12):02d}-{random.randint(first, last)}"


def _building(random: Random, index: int) -> list[Cell]:
    name, code, unit, low, high, rate = _BUILDINGS[index % len(_BUILDINGS)]
    floor, year = random.randrange(low, high, 10), random.randint(1985, 2022)
    state = "RB" if year < 1990 else random.choice(("B", "B", "B", "KB"))
    place = f"Jl. Contoh Gedung No. {random.randint(1, 99)}, {random.choice(_CITIES)}"
    dates = [_day(random, year, year), f"IMB-CTH/{random.randint(100, 999)}/{year}"]
    land = [int(floor * 1.4) // 10 * 10, "Tanah milik Pemda", "1.3.1.01.01.04.001", "Pembelian"]
    storey = "Bertingkat" if floor > 700 else "Tidak"
    head = [name, code, f"{index // len(_BUILDINGS) + 1:04d}", state, storey, "Beton", floor, place]
    return [*head, *dates, *land, floor * rate, unit]


def _network(random: Random, index: int) -> list[Cell]:
    name, code, stuff, unit, rate = _NETWORKS[index % len(_NETWORKS)]
    metres, width = random.randrange(60, 1900, 10), random.choice((1, 2, 3, 4, 5))
    place = f"Ruas Contoh {index + 1}, {random.choice(_CITIES)}"
    papers = [
        _day(random, 2008, 2023),
        f"BAST-CTH/{random.randint(10, 99)}",
        "Tanah milik Pemda",
        "1.3.1.01.02.01.001",
    ]
    area, state = metres * width, random.choice(("B", "B", "KB", "RB"))
    head = [name, code, f"{index // len(_NETWORKS) + 1:04d}", stuff, metres / 1000, width, area, place]
    return [*head, *papers, "Pembelian", area * rate, state, unit]


def _other(random: Random, index: int) -> list[Cell]:
    year, empty = random.randint(2012, 2024), [None] * 7
    register = f"{index // 3 + 1:04d}"
    if index % 3 == 0:
        filled = [f"{random.choice(_BOOKS)}, edisi {index // 3 + 1}", "Buku teknis", *empty[2:]]
        return ["Buku", "1.3.5.01.01.01.001", register, *filled, 10, year, "Pembelian", 1250, "Dispusip"]
    if index % 3 == 1:
        name, origin, stuff = _ART[index // 3 % len(_ART)]
        filled = [None, None, origin, "Sanggar Contoh", stuff, None, None]
        return [name, "1.3.5.02.01.01.002", register, *filled, 1, year, "Hibah", 8500, "Disbud"]
    plant = _PLANTS[index // 3 % len(_PLANTS)]
    filled = [None, None, None, None, None, plant, "Dewasa"]
    return [plant, "1.3.5.03.01.01.001", register, *filled, 4, year, "Pembelian", 6400, "Tamhut"]


def _work(random: Random, index: int) -> list[Cell]:
    name, kind, storey, concrete, unit = _WORKS[index % len(_WORKS)]
    area, place = (
        random.randrange(60, 1500, 10),
        f"Jl. Contoh Proyek No. {index + 1}, {random.choice(_CITIES)}",
    )
    papers = [_day(random, 2024, 2024), f"KTR-CTH/{random.randint(100, 999)}/2024", _day(random, 2024, 2024)]
    value = area * random.randint(5200, 8100)
    tail = [
        "Tanah milik Pemda",
        "1.3.1.01.01.04.001",
        "APBD",
        value,
        f"{unit}; progres {random.randint(20, 85)}%",
    ]
    return [f"{name} {index // len(_WORKS) + 1}", kind, storey, concrete, area, place, *papers, *tail]


def rest_forms(signs: Signs) -> dict[str, Form]:
    """Return the forms C, D, E and F by sheet name."""
    random = Random(303)
    rows_c = [_building(random, i) for i in range(60)]
    rows_d = [_network(random, i) for i in range(60)]
    rows_e = [_other(random, i) for i in range(45)]
    rows_f = [_work(random, i) for i in range(25)]
    wide = (6, 30, 20, 10, 12, 13, 12, 12, 36, 13, 18, 14, 18, 20, 14, 16, 22)
    return {
        "KIB C": _form("C", "GEDUNG DAN BANGUNAN", (HEADS_C, wide), (rows_c, 16), signs),
        "KIB D": _form("D", "JALAN, IRIGASI, DAN JARINGAN", (HEADS_D, wide), (rows_d, 15), signs),
        "KIB E": _form("E", "ASET TETAP LAINNYA", (HEADS_E, (6, 26, 20, 10, 32, *wide[5:16])), (rows_e, 15), signs),
        "KIB F": _form(
            "F",
            "KONSTRUKSI DALAM PENGERJAAN",
            (HEADS_F, (6, 34, 12, 13, 12, 10, 36, *wide[9:17])),
            (rows_f, 14),
            signs,
        ),
    }


def _form(
    letter: str,
    title: str,
    shape: tuple[tuple[Head, ...], tuple[int, ...]],
    body: tuple[list[list[Cell]], int],
    signs: Signs,
) -> Form:
    heads, widths = shape
    rows, column = body
    return Form(
        titles=(f"KARTU INVENTARIS BARANG (KIB) {letter}", title),
        heads=heads,
        widths=widths,
        sections=(Section("", rows),),
        sum_column=column,
        facts=_FACTS,
        notes=("Catatan: harga dan nilai kontrak ditulis dalam ribuan rupiah; seluruh data rekaan.",),
        signs=signs,
        number_formats={column: "#,##0"},
    )
