"""Room inventory lists (KIR) of a training agency, one sheet a room."""

from __future__ import annotations

from tools.contoh.b_sheet import Cell, Form, Head, Section

HEADS: tuple[Head, ...] = (
    ("No. Urut",), ("Nama Barang / Jenis Barang",), ("Merk / Model",), ("No. Seri Pabrik",), ("Ukuran",),
    ("Bahan",), ("Tahun Pembuatan / Pembelian",), ("Kode Barang",), ("Jumlah Barang",), ("Harga (ribuan Rp)",),
    ("Keadaan Barang", "Baik (B)"), ("Keadaan Barang", "Kurang Baik (KB)"), ("Keadaan Barang", "Rusak Berat (RB)"),
    ("Keterangan Mutasi dll.",),
)  # fmt: skip
WIDTHS = (6, 28, 28, 16, 14, 12, 13, 20, 9, 13, 9, 11, 11, 44)
PC = ("PC Unit", "1.3.2.10.01.02.001", "21,5 inci", "Campuran")
CHAIR = ("Kursi Rapat", "1.3.2.05.02.01.008", "Standar", "Campuran")
TABLE = ("Meja Rapat", "1.3.2.05.02.01.005", "240 x 120 cm", "Kayu")
AC = ("AC Split", "1.3.2.05.02.04.004", "2 PK", "Campuran")
PROJECTOR = ("Slide Projector (LCD Proyektor)", "1.3.2.05.01.05.043", "3.800 lumen", "Campuran")
CABINET = ("Lemari Arsip Besi", "1.3.2.05.01.04.001", "4 laci", "Besi")
PRINTER = ("Printer", "1.3.2.10.02.03.003", "A4", "Plastik")

Kind = tuple[str, str, str, str]
Entry = tuple[Kind, str, str, int, int, int, str, str]  # kind, merk, seri, tahun, jumlah, harga, kondisi, keterangan
ROOMS: dict[str, tuple[str, tuple[Entry, ...]]] = {
    "R. Rapat Lt. 6": (
        "Ruang Rapat Lt. 6",
        (
            (PC, "Lenovo ThinkCentre M70", "CTH-600101", 2021, 1, 12450, "B", ""),
            (PC, "Lenovo ThinkCentre M70", "CTH-600102", 2021, 1, 12450, "B", ""),
            (PC, "Lenovo ThinkCentre M70", "CTH-600103", 2021, 1, 12450, "B", ""),
            (
                PC,
                "HP ProDesk 400 G7",
                "CTH-600104",
                2020,
                1,
                11300,
                "B",
                "Pindahan dari R. Kelas Lt. 3, BA Mutasi 14-02-2024",
            ),
            (PC, "HP ProDesk 400 G7", "CTH-600105", 2020, 1, 11300, "B", ""),
            (PC, "Acer Veriton X", "CTH-600106", 2013, 1, 9150, "RB", "Mainboard mati; diusulkan hapus"),
            (PC, "Acer Veriton X", "CTH-600107", 2013, 1, 9150, "RB", "Catu daya terbakar; diusulkan hapus"),
            (PC, "Acer Veriton X", "CTH-600108", 2013, 1, 9150, "RB", "Tidak menyala; diusulkan hapus"),
            (PROJECTOR, "Epson EB-X51", "CTH-600201", 2022, 1, 8750, "B", "Terpasang di plafon"),
            (TABLE, "Contoh Office R-24", "", 2019, 6, 22800, "B", ""),
            (CHAIR, "Contoh Office K-08", "", 2019, 24, 33600, "B", ""),
            (CHAIR, "Contoh Office K-08", "", 2015, 6, 6900, "KB", "Sandaran longgar; dijadwalkan perbaikan"),
            (AC, "Daikin 2 PK", "CTH-600301", 2018, 2, 19600, "B", "Servis tiap tiga bulan"),
            (AC, "Daikin 2 PK", "CTH-600302", 2014, 1, 8900, "RB", "Kompresor rusak"),
        ),
    ),
    "R. Kelas Lt. 3": (
        "Ruang Kelas Lt. 3",
        (
            (PC, "HP ProDesk 400 G7", "CTH-300101", 2020, 1, 11300, "B", "PC pengajar"),
            (PC, "Acer Veriton X", "CTH-300102", 2013, 1, 9150, "RB", "Layar pecah"),
            (PC, "Acer Veriton X", "CTH-300103", 2013, 1, 9150, "KB", "Lambat; memori perlu ditambah"),
            (PROJECTOR, "BenQ MX550", "CTH-300201", 2021, 1, 7900, "B", ""),
            (CHAIR, "Contoh Office K-12", "", 2020, 40, 44000, "B", ""),
            (CABINET, "Contoh Steel L-4", "", 2016, 2, 6400, "B", ""),
            (AC, "Panasonic 2 PK", "CTH-300301", 2019, 3, 28500, "B", ""),
        ),
    ),
    "R. Pusdatin Lt. 5": (
        "Ruang Pusdatin Lt. 5",
        (
            (PC, "Dell OptiPlex 7090", "CTH-500101", 2022, 1, 14900, "B", ""),
            (PC, "Dell OptiPlex 7090", "CTH-500102", 2022, 1, 14900, "B", ""),
            (PC, "Dell OptiPlex 7090", "CTH-500103", 2022, 1, 14900, "B", ""),
            (PC, "Acer Veriton X", "CTH-500104", 2013, 1, 9150, "RB", "Diganti unit 2022"),
            (PRINTER, "Epson L5290", "CTH-500201", 2023, 2, 9800, "B", ""),
            (CABINET, "Contoh Steel L-4", "", 2014, 3, 8700, "KB", "Kunci dua laci hilang"),
            (AC, "Daikin 2 PK", "CTH-500301", 2020, 2, 20400, "B", "Ruang server kecil"),
        ),
    ),
}
SIGNS = (
    ("Mengetahui,", "Kepala Subbagian Umum BPSDM", "Rahayu Contohwati", "197803122005012999"),
    ("Jakarta, 30 Juni 2025", "Pengurus Barang Pembantu", "Bagus Misalkan", "198806142011011998"),
)


def condition_counts(sheet: str, name: str) -> dict[str, int]:
    """Return the number of items called `name` in the room of `sheet`, by condition."""
    counts = {"B": 0, "KB": 0, "RB": 0}
    for kind, _, _, _, amount, _, state, _ in ROOMS[sheet][1]:
        if kind[0] == name:
            counts[state] += amount
    return counts


def _row(entry: Entry) -> list[Cell]:
    (name, code, size, stuff), make, serial, year, amount, price, state, note = entry
    marks = [amount if state == column else None for column in ("B", "KB", "RB")]
    return [name, make, serial or None, size, stuff, year, code, amount, price, *marks, note or None]


def room_forms() -> dict[str, Form]:
    """Return one form for each room by sheet name."""
    return {sheet: _room(sheet, title, entries) for sheet, (title, entries) in ROOMS.items()}


def _room(sheet: str, title: str, entries: tuple[Entry, ...]) -> Form:
    counts = condition_counts(sheet, "PC Unit")
    recap = (
        f"Rekapitulasi PC Unit di {title}: {sum(counts.values())} unit, terdiri atas "
        f"{counts['B']} unit kondisi baik (B), {counts['KB']} unit kurang baik (KB), "
        f"dan {counts['RB']} unit rusak berat (RB)."
    )
    return Form(
        titles=("KARTU INVENTARIS RUANGAN (KIR)", f"{title.upper()} – GEDUNG ABDUL MUIS"),
        heads=HEADS,
        widths=WIDTHS,
        sections=(Section("", [_row(entry) for entry in entries]),),
        sum_column=10,
        total=f"Jumlah harga barang di {title}",
        facts=(
            ("PROVINSI", "DKI JAKARTA"),
            ("SKPD", "Badan Pengembangan Sumber Daya Manusia"),
            ("RUANGAN", f"{title}, Gedung Abdul Muis, Jakarta Pusat"),
            ("KEADAAN PER", "30 Juni 2025"),
        ),
        notes=(
            recap,
            "Tidak dibenarkan memindahkan barang yang ada pada daftar ini tanpa sepengetahuan penanggung jawab ruangan "
            "dan pengurus barang pembantu; setiap perpindahan dicatat pada kolom 14 dengan nomor berita acaranya.",
            "Barang kondisi rusak berat (RB) tetap tercantum sampai keputusan penghapusannya terbit.",
        ),
        signs=SIGNS,
        number_formats={10: "#,##0"},
    )
