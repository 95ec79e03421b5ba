"""KIB B: equipment and machines, with the service vehicles of Sudin SDA Jakarta Timur."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tools.contoh.b_sheet import Cell, Form, Section

HEADS = (
    ("No. Urut",),
    ("Kode Barang",),
    ("Nama Barang / Jenis Barang",),
    ("Nomor Register",),
    ("Merk / Type",),
    ("Ukuran / CC",),
    ("Bahan",),
    ("Tahun Pembelian",),
    ("Nomor", "Pabrik"),
    ("Nomor", "Rangka"),
    ("Nomor", "Mesin"),
    ("Nomor", "Polisi"),
    ("Nomor", "BPKB"),
    ("Asal Usul Cara Perolehan",),
    ("Harga (ribuan Rp)",),
    ("Keterangan",),
)
WIDTHS = (6, 20, 24, 10, 26, 12, 12, 10, 16, 20, 18, 14, 14, 14, 14, 34)
SUDIN = "Sudin SDA Jakarta Timur"

Vehicle = tuple[str, str, str, str, int, int, int]  # kode, nama, merk, cc, tahun, harga ribuan, banyaknya
NEW_VEHICLES: tuple[Vehicle, ...] = (
    ("1.3.2.02.01.02.003", "Mini Bus", "Toyota Avanza 1.5 G", "1.496 cc", 2024, 278500, 2),
    ("1.3.2.02.01.03.002", "Pick Up", "Isuzu Traga FD", "2.499 cc", 2024, 264300, 2),
    ("1.3.2.02.01.03.004", "Dump Truck", "Hino 130 HD", "4.009 cc", 2024, 548750, 1),
    ("1.3.2.02.01.04.001", "Sepeda Motor", "Yamaha Gear 125", "125 cc", 2024, 19850, 3),
)
OLD_VEHICLES: tuple[Vehicle, ...] = (
    ("1.3.2.02.01.02.003", "Mini Bus", "Toyota Avanza 1.3 E", "1.329 cc", 2017, 198400, 2),
    ("1.3.2.02.01.02.003", "Mini Bus", "Suzuki APV", "1.493 cc", 2013, 156900, 1),
    ("1.3.2.02.01.03.002", "Pick Up", "Mitsubishi L300", "2.477 cc", 2019, 196750, 2),
    ("1.3.2.02.01.03.004", "Dump Truck", "Mitsubishi Canter HD", "3.908 cc", 2018, 412600, 2),
    ("1.3.2.02.01.04.001", "Sepeda Motor", "Honda Revo", "109 cc", 2016, 14300, 5),
)
CENTRAL_VEHICLES: tuple[Vehicle, ...] = (
    ("1.3.2.02.01.02.003", "Mini Bus", "Toyota Innova 2.0 G", "1.998 cc", 2024, 392000, 2),
    ("1.3.2.02.01.02.003", "Mini Bus", "Toyota Hiace Commuter", "2.755 cc", 2022, 561300, 1),
    ("1.3.2.02.01.04.001", "Sepeda Motor", "Honda Vario 125", "125 cc", 2023, 23900, 3),
)
Item = tuple[str, str, str, str, str, int, int]  # kode, nama, merk, ukuran, bahan, harga dari, harga sampai
ITEMS: tuple[Item, ...] = (
    ("1.3.2.10.01.02.001", "PC Unit", "Lenovo ThinkCentre M70", "21,5 inci", "Campuran", 9800, 15400),
    ("1.3.2.10.01.02.002", "Laptop", "Asus ExpertBook B1", "14 inci", "Campuran", 11200, 17800),
    ("1.3.2.10.02.03.003", "Printer", "Epson L5290", "A4", "Plastik", 3900, 5200),
    (
        "1.3.2.05.01.05.043",
        "Slide Projector (LCD Proyektor)",
        "Epson EB-X51",
        "3.800 lumen",
        "Campuran",
        7900,
        9600,
    ),
    ("1.3.2.05.02.04.004", "AC Split", "Daikin 2 PK", "2 PK", "Campuran", 8200, 11600),
    ("1.3.2.05.02.01.003", "Kursi Kerja", "Contoh Office K-21", "Standar", "Campuran", 900, 2300),
    ("1.3.2.05.02.01.002", "Meja Kerja", "Contoh Office M-10", "120 x 60 cm", "Kayu", 1500, 3400),
    ("1.3.2.05.01.04.001", "Lemari Arsip Besi", "Contoh Steel L-4", "4 laci", "Besi", 2600, 4100),
)
FIELD_ITEMS: tuple[Item, ...] = (
    ("1.3.2.01.03.05.001", "Pompa Air Portabel", "Contoh Pump 6 inci", "6 inci", "Besi", 48000, 96000),
    ("1.3.2.01.01.05.002", "Excavator Mini", "Contoh Heavy EX-35", "3,5 ton", "Besi", 640000, 910000),
    (
        "1.3.2.05.01.05.043",
        "Slide Projector (LCD Proyektor)",
        "BenQ MX550",
        "3.600 lumen",
        "Campuran",
        7200,
        8400,
    ),
)
UNITS = (("BPAD", 26), ("BPSDM", 26), ("Dispusip", 22), ("Bapenda", 22))


def new_vehicle_total() -> tuple[int, int]:
    """Count and value (thousands of rupiah) of the vehicles that Sudin SDA Jakarta Timur got in 2024."""
    return sum(v[-1] for v in NEW_VEHICLES), sum(v[-1] * v[-2] for v in NEW_VEHICLES)


def _vehicle_rows(random: Random, vehicles: Sequence[Vehicle], unit: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for code, name, make, cc, year, price, count in vehicles:
        for _ in range(count):
            number = random.randint(1000, 9899)
            frame, engine = (
                f"MHCONTOH{random.randint(10**6, 10**7 - 1)}",
                f"CTH-{random.randint(10**5, 10**6 - 1)}",
            )
            plate = f"B {number} PC{random.choice('QXZ')}"
            ids = [None, frame, engine, plate, f"Z-{random.randint(10**6, 10**7 - 1)}"]
            state = "B" if year >= 2016 else "KB"
            head = [code, name, f"{len(rows) + 1:04d}", make, cc, "Besi", year]
            rows.append([*head, *ids, "Pembelian", price, f"{unit}; kondisi {state}"])
    return rows


def _item_rows(random: Random, items: Sequence[Item], unit: str, count: int) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for index in range(count):
        code, name, make, size, stuff, low, high = items[index % len(items)]
        year = random.randint(2014, 2024)
        state = "RB" if year < 2016 else random.choice(("B", "B", "B", "KB"))
        serial = f"SN-CTH-{random.randint(10**5, 10**6 - 1)}"
        price = random.randrange(low, high, 50)
        head = [code, name, f"{index // len(items) + 1:04d}", make, size, stuff, year, serial]
        rows.append([*head, None, None, None, None, "Pembelian", price, f"{unit}; kondisi {state}"])
    return rows


def _sections() -> list[Section]:
    random = Random(202)
    count, value = new_vehicle_total()
    money = f"{value * 1000:,}".replace(",", ".")
    sums = f"Jumlah nilai perolehan kendaraan dinas {SUDIN} tahun 2024: {count} unit, Rp{money} (lihat kolom 15)"
    found = [
        Section(
            f"B.1 {SUDIN} – kendaraan dinas perolehan tahun 2024",
            _vehicle_rows(random, NEW_VEHICLES, SUDIN),
            sums,
        ),
        Section(
            f"B.2 {SUDIN} – kendaraan dinas perolehan sebelum tahun 2024",
            _vehicle_rows(random, OLD_VEHICLES, SUDIN),
            f"Jumlah kendaraan dinas {SUDIN} perolehan sebelum tahun 2024",
        ),
        Section(
            f"B.3 {SUDIN} – alat besar dan peralatan kantor",
            _item_rows(random, FIELD_ITEMS, SUDIN, 18),
            f"Jumlah alat besar dan peralatan kantor {SUDIN}",
        ),
        Section(
            "B.4 Sekretariat Dinas SDA – kendaraan dinas",
            _vehicle_rows(random, CENTRAL_VEHICLES, "Sekretariat Dinas SDA"),
            "Jumlah kendaraan dinas Sekretariat Dinas SDA",
        ),
    ]
    for number, (unit, size) in enumerate(UNITS, 5):
        rows = _item_rows(random, ITEMS, unit, size)
        found.append(Section(f"B.{number} {unit} – peralatan kantor", rows, f"Jumlah peralatan kantor {unit}"))
    return found


def goods_form(signs: tuple[tuple[str, str, str, str], ...]) -> Form:
    """Return KIB B with about 150 items of six units."""
    return Form(
        titles=("KARTU INVENTARIS BARANG (KIB) B", "PERALATAN DAN MESIN"),
        heads=HEADS,
        widths=WIDTHS,
        sections=_sections(),
        sum_column=15,
        facts=(
            ("PROVINSI", "DKI JAKARTA"),
            ("UNIT PENYUSUN", "Badan Pengelolaan Aset Daerah (kompilasi lintas SKPD)"),
            ("NO. KODE LOKASI", "11.09.00.00.00.24 (contoh)"),
            ("KEADAAN PER", "31 Desember 2024"),
        ),
        notes=(
            "Catatan: harga pada kolom 15 ditulis dalam ribuan rupiah; nomor rangka, mesin, polisi, dan BPKB rekaan.",
            "Kode barang slide projector (LCD proyektor) adalah 1.3.2.05.01.05.043, golongan alat kantor.",
        ),
        signs=signs,
        number_formats={15: "#,##0"},
    )
