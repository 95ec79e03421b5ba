"""Two more workbooks: the maintenance need plan of a Sudin and the restricted roll of property-tax bills."""

from __future__ import annotations

from random import Random

from tools.contoh.b_sheet import Cell, Form, Head, Section

_NEED_HEADS: tuple[Head, ...] = (
    ("No.",),
    ("Kuasa Pengguna Barang / Program / Kegiatan / Output",),
    ("Barang yang Dipelihara", "Kode Barang"),
    ("Barang yang Dipelihara", "Nama Barang"),
    ("Barang yang Dipelihara", "Jumlah"),
    ("Barang yang Dipelihara", "Satuan"),
    ("Barang yang Dipelihara", "Status Barang"),
    ("Barang yang Dipelihara", "Kondisi", "B"),
    ("Barang yang Dipelihara", "Kondisi", "RR"),
    ("Usulan Kebutuhan Pemeliharaan", "Nama Pemeliharaan"),
    ("Usulan Kebutuhan Pemeliharaan", "Jumlah"),
    ("Usulan Kebutuhan Pemeliharaan", "Satuan"),
    ("Perkiraan Biaya (ribuan Rp)",),
    ("Keterangan",),
)
_OUTPUT = "Sudin SDA Jakarta Timur / Penunjang urusan / Pemeliharaan BMD / Jumlah kendaraan dan peralatan terpelihara"
_OWN = "Digunakan sendiri"
_NEEDS: tuple[tuple[str, str, int, str, int, int, str, int, str], ...] = (
    ("1.3.2.02.01.02.003", "Mini Bus", 5, "unit", 4, 1, "Servis berkala dan suku cadang", 96500, "Termasuk pajak STNK"),
    ("1.3.2.02.01.03.002", "Pick Up", 4, "unit", 4, 0, "Servis berkala dan ban", 88200, ""),
    ("1.3.2.02.01.03.004", "Dump Truck", 3, "unit", 2, 1, "Servis besar dan kir", 142750, "Satu unit turun mesin"),
    ("1.3.2.02.01.04.001", "Sepeda Motor", 8, "unit", 6, 2, "Servis ringan", 18400, ""),
    (
        "1.3.2.01.03.05.001",
        "Pompa Air Portabel",
        6,
        "unit",
        5,
        1,
        "Penggantian seal dan impeller",
        73900,
        "Siaga banjir",
    ),
    ("1.3.2.01.01.05.002", "Excavator Mini", 2, "unit", 2, 0, "Servis 1.000 jam", 118600, "Buku jam kerja dilampirkan"),
    ("1.3.2.05.02.04.004", "AC Split", 14, "unit", 12, 2, "Cuci dan isi freon", 21000, "Empat kali setahun"),
    ("1.3.3.01.01.01.001", "Gedung Kantor Permanen", 1, "gedung", 1, 0, "Pengecatan dan perbaikan atap", 187300, ""),
    ("1.3.2.10.01.02.001", "PC Unit", 20, "unit", 17, 3, "Penambahan memori", 26500, ""),
)


def need_form() -> Form:
    """Return the RKBMD pemeliharaan of Sudin SDA Jakarta Timur for 2026."""
    rows: list[list[Cell]] = [
        [_OUTPUT, code, name, amount, unit, _OWN, good, slight or None, work, amount, unit, cost, note or None]
        for code, name, amount, unit, good, slight, work, cost, note in _NEEDS
    ]
    return Form(
        titles=("RENCANA KEBUTUHAN BARANG MILIK DAERAH (RKBMD)", "PEMELIHARAAN – TAHUN ANGGARAN 2026"),
        heads=_NEED_HEADS,
        widths=(6, 44, 20, 24, 9, 9, 18, 7, 7, 32, 9, 9, 15, 28),
        sections=(Section("", rows),),
        sum_column=13,
        total="Jumlah perkiraan biaya pemeliharaan",
        facts=(
            ("PENGGUNA BARANG", "Dinas Sumber Daya Air"),
            ("KUASA PENGGUNA BARANG", "Suku Dinas SDA Kota Administrasi Jakarta Timur"),
            ("DASAR", "Permendagri Nomor 19 Tahun 2016 sebagaimana telah diubah dengan Permendagri Nomor 7 Tahun 2024"),
        ),
        notes=(
            "Satu unit mini bus (register 0003, 2013) sedang dipinjampakaikan selama 2 tahun sehingga tidak "
            "dicantumkan dalam usulan pemeliharaan ini; pemeliharaannya ditanggung peminjam pakai.",
            "Barang kondisi rusak berat tidak diusulkan pemeliharaannya dan diproses melalui usulan penghapusan.",
        ),
        signs=(
            ("Menyetujui,", "Kuasa Pengguna Barang", "Dewi Contoh Larasati", "197506202001122997"),
            ("Jakarta, 12 Mei 2025", "Pengurus Barang Pembantu", "Agus Misal Pratama", "199003082014031996"),
        ),
        number_formats={13: "#,##0"},
    )


_ROLL_HEADS: tuple[Head, ...] = (
    ("No.",), ("NOP",), ("Nama Wajib Pajak",), ("Alamat Objek Pajak",), ("Luas Bumi (m2)",),
    ("Luas Bangunan (m2)",), ("NJOP (Rp)",), ("PBB Terutang (Rp)",), ("Tanggal Bayar",), ("Keterangan",),
)  # fmt: skip
_FIRST = ("Andi", "Sri", "Joko", "Lestari", "Rina", "Hendra", "Maya", "Dedi", "Wulan", "Yusuf", "Tini", "Bram")
_LAST = ("Contoh", "Misalnya", "Umpama", "Rekaan", "Andaikan")


def _bill(random: Random, number: int) -> list[Cell]:
    land, house = random.randrange(60, 420, 5), random.randrange(36, 310, 2)
    value = land * random.randint(9, 24) * 500_000 + house * 2_400_000
    tax = max(0, value - 60_000_000) * 40 // 100 * 5 // 1000
    paid = None if random.random() < 0.3 else f"{random.randint(1, 28):02d}-{random.randint(4, 9):02d}-2025"
    name = f"{random.choice(_FIRST)} {random.choice(_LAST)}"
    nop = f"31.72.040.005.999-{number:04d}.0"
    note = None if paid else "Belum ada tanggal bayar"
    return [nop, name, f"Jl. Contoh Rukun No. {number}, Duren Sawit", land, house, value, tax, paid, note]


def roll_form() -> Form:
    """Return an invented DHKP of forty taxpayers, all in block 999."""
    random = Random(404)
    return Form(
        titles=("DAFTAR HIMPUNAN KETETAPAN PAJAK (DHKP) PBB-P2", "TAHUN PAJAK 2025 – BLOK 999"),
        heads=_ROLL_HEADS,
        widths=(6, 28, 24, 38, 11, 12, 18, 18, 14, 26),
        sections=(Section("", [_bill(random, number) for number in range(1, 41)]),),
        sum_column=8,
        total="JUMLAH KETETAPAN BLOK 999",
        facts=(
            ("UNIT", "UPPPD Duren Sawit (data rekaan)"),
            ("SIFAT", "TERBATAS – rahasia pajak, hanya untuk petugas yang ditunjuk"),
            ("KETETAPAN", "Sebelum pengurangan dan pembebasan menurut Kepgub Nomor 281 Tahun 2025"),
        ),
        notes=(
            "Catatan: daftar ini memuat data wajib pajak orang pribadi; dilarang disalin ke luar aplikasi pajak.",
            "Penanggung jawab data dapat dihubungi melalui telepon 0812-0000-4521 pada jam kerja.",
        ),
        signs=(("Jakarta, 3 November 2025", "Kepala UPPPD Duren Sawit", "Surya Contoh Wijaya", "197109171996031995"),),
        number_formats={7: "#,##0", 8: "#,##0"},
    )
