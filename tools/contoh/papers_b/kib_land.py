"""KIB A: parcels of land, some of them without a certificate."""

from __future__ import annotations

from random import Random

from tools.contoh.b_sheet import Cell, Form, Section

HEADS = (
    ("No. Urut",),
    ("Jenis Barang / Nama Barang",),
    ("Nomor", "Kode Barang"),
    ("Nomor", "Register"),
    ("Luas (m2)",),
    ("Tahun Pengadaan",),
    ("Letak / Alamat",),
    ("Status Tanah", "Hak"),
    ("Status Tanah", "Sertifikat", "Tanggal"),
    ("Status Tanah", "Sertifikat", "Nomor"),
    ("Penggunaan",),
    ("Asal Usul",),
    ("Harga (ribuan Rp)",),
    ("Keterangan",),
)
WIDTHS = (6, 30, 20, 10, 10, 11, 38, 14, 13, 24, 26, 14, 16, 34)

DISTRICT_OFFICES = (  # (kecamatan, kota, luas, tahun, alamat, bersertipikat)
    ("Gambir", "Jakarta Pusat", 2150, 1986, "Jl. Contoh Persada No. 1, Kel. Petojo Selatan", True),
    ("Menteng", "Jakarta Pusat", 1875, 1979, "Jl. Contoh Kenanga No. 12, Kel. Pegangsaan", True),
    ("Kemayoran", "Jakarta Pusat", 1640, 1990, "Jl. Contoh Angkasa No. 4, Kel. Gunung Sahari Selatan", True),
    ("Koja", "Jakarta Utara", 2480, 1992, "Jl. Contoh Pelabuhan No. 7, Kel. Tugu Utara", True),
    ("Pademangan", "Jakarta Utara", 1920, 1988, "Jl. Contoh Budi Mulia No. 15, Kel. Pademangan Barat", False),
    (
        "Kelapa Gading",
        "Jakarta Utara",
        2300,
        1998,
        "Jl. Contoh Boulevard No. 21, Kel. Kelapa Gading Barat",
        True,
    ),
    ("Kalideres", "Jakarta Barat", 2610, 1991, "Jl. Contoh Peta Selatan No. 30, Kel. Kalideres", False),
    ("Palmerah", "Jakarta Barat", 1550, 1984, "Jl. Contoh Palmerah No. 8, Kel. Slipi", True),
    ("Tebet", "Jakarta Selatan", 1985, 1982, "Jl. Contoh Tebet Raya No. 3, Kel. Tebet Timur", True),
    ("Jagakarsa", "Jakarta Selatan", 3120, 1994, "Jl. Contoh Srengseng No. 40, Kel. Srengseng Sawah", False),
    ("Cilandak", "Jakarta Selatan", 2040, 1987, "Jl. Contoh Fatmawati No. 19, Kel. Cilandak Barat", True),
    ("Duren Sawit", "Jakarta Timur", 2390, 1993, "Jl. Contoh Kelurahan No. 2, Kel. Duren Sawit", True),
    ("Cipayung", "Jakarta Timur", 2760, 1996, "Jl. Contoh Bina Marga No. 11, Kel. Cipayung", False),
    ("Jatinegara", "Jakarta Timur", 1710, 1981, "Jl. Contoh Matraman No. 26, Kel. Bali Mester", True),
)
OTHERS = (  # (nama, kode, penggunaan, SKPD, luas dari-sampai, banyaknya)
    (
        "Tanah Bangunan Kantor Kelurahan",
        "1.3.1.01.01.04.001",
        "Kantor kelurahan",
        "Kelurahan",
        (450, 1200),
        14,
    ),
    ("Tanah Bangunan Sekolah", "1.3.1.01.01.05.001", "Sekolah dasar negeri", "Disdik", (1800, 4200), 12),
    ("Tanah Bangunan Puskesmas", "1.3.1.01.01.05.003", "Puskesmas pembantu", "Dinkes", (500, 1500), 8),
    ("Tanah Taman", "1.3.1.01.03.01.002", "Taman lingkungan", "Tamhut", (700, 5200), 6),
    ("Tanah Waduk", "1.3.1.01.02.08.001", "Waduk dan rumah pompa", "Dinas SDA", (9000, 42000), 4),
    ("Tanah Rumah Negara Golongan I", "1.3.1.01.01.01.001", "Rumah jabatan", "Biro Umum ASD", (300, 900), 2),
)
_CITIES = ("Jakarta Pusat", "Jakarta Utara", "Jakarta Barat", "Jakarta Selatan", "Jakarta Timur")
_STREETS = (
    "Contoh Mawar",
    "Contoh Cempaka",
    "Contoh Melati",
    "Contoh Flamboyan",
    "Contoh Dahlia",
    "Contoh Anggrek",
)


def uncertified() -> list[str]:
    """Names of the kecamatan whose office stands on land without a certificate."""
    return [name for name, *_, certified in DISTRICT_OFFICES if not certified]


def _certificate(random: Random, year: int) -> tuple[str, str]:
    day = f"{random.randint(1, 28):02d}-{random.randint(1, 12):02d}-{random.randint(max(year, 1997), 2019)}"
    return day, f"HP Contoh No. {random.randint(11, 980):05d}"


def _office(random: Random, register: int, office: tuple[str, str, int, int, str, bool]) -> list[Cell]:
    name, city, area, year, address, certified = office
    day, number = _certificate(random, year) if certified else (None, None)
    price = area * random.randint(11, 19) * 1000
    note = f"Kecamatan {name}" + ("" if certified else "; belum bersertipikat")
    what, use = f"Tanah Bangunan Kantor Kecamatan {name}", "Kantor kecamatan"
    code, origin = "1.3.1.01.01.04.001", "Pembelian"
    place = f"{address}, {city}"
    return [what, code, f"{register:04d}", area, year, place, "Pakai", day, number, use, origin, price, note]


def _other(random: Random, register: int, kind: tuple[str, str, str, str, tuple[int, int], int]) -> list[Cell]:
    name, code, use, unit, (low, high), _ = kind
    area, year = random.randrange(low, high, 10), random.randint(1978, 2015)
    missing = random.random() < 0.12
    day, number = (None, None) if missing else _certificate(random, year)
    place = f"Jl. {random.choice(_STREETS)} No. {random.randint(1, 90)}, {random.choice(_CITIES)}"
    origin = random.choice(("Pembelian", "Pembelian", "Hibah", "Pembebasan"))
    price = area * random.randint(6, 16) * 1000
    note = unit + ("; belum bersertipikat" if missing else "")
    return [name, code, f"{register:04d}", area, year, place, "Pakai", day, number, use, origin, price, note]


def land_form(signs: tuple[tuple[str, str, str, str], ...]) -> Form:
    """Return KIB A with 60 parcels, those of the district offices first."""
    random = Random(101)
    offices = [_office(random, number, office) for number, office in enumerate(DISTRICT_OFFICES, 1)]
    rest = [_other(random, number, kind) for kind in OTHERS for number in range(1, kind[-1] + 1)]
    names = uncertified()
    note = (
        f"Catatan: tanah kantor kecamatan yang belum bersertipikat ada {len(names)} bidang, yaitu Kantor Kecamatan "
        + ", ".join(names[:-1])
        + f", dan {names[-1]}; kolom sertifikat (9 dan 10) pada baris tersebut dikosongkan."
    )
    return Form(
        titles=("KARTU INVENTARIS BARANG (KIB) A", "TANAH"),
        heads=HEADS,
        widths=WIDTHS,
        sections=(
            Section("A.1 Tanah kantor kecamatan", offices, "Jumlah tanah kantor kecamatan"),
            Section("A.2 Tanah lainnya", rest, "Jumlah tanah lainnya"),
        ),
        sum_column=13,
        facts=(
            ("PROVINSI", "DKI JAKARTA"),
            ("UNIT PENYUSUN", "Badan Pengelolaan Aset Daerah (kompilasi lintas SKPD)"),
            ("NO. KODE LOKASI", "11.09.00.00.00.24 (contoh)"),
            ("KEADAAN PER", "31 Desember 2024"),
        ),
        notes=(
            note,
            "Bentuk kartu mengikuti format lama (Permendagri Nomor 17 Tahun 2007 yang telah dicabut) dan masih dipakai "
            "untuk penelusuran data sebelum seluruh SKPD beralih ke format Permendagri Nomor 47 Tahun 2021.",
        ),
        signs=signs,
        number_formats={5: "#,##0", 13: "#,##0"},
    )
