"""Letterheads of the agencies that wrote the sample papers; addresses are offices, numbers are invented."""

from tools.contoh.blocks import Kop

KOP = {
    "BPSDM": Kop(
        "Badan Pengembangan Sumber Daya Manusia",
        "Jalan Contoh Diklat Nomor 1, Jakarta – Telepon (021) 0000-1101",
    ),
    "BIUAS": Kop(
        "Biro Umum dan Administrasi Sekretariat Daerah",
        "Jalan Contoh Balai Kota Nomor 8, Jakarta – Telepon (021) 0000-1102",
    ),
    "SATPOL": Kop("Satuan Polisi Pamong Praja", "Jalan Contoh Praja Nomor 3, Jakarta – Telepon (021) 0000-1103"),
    "BKD": Kop("Badan Kepegawaian Daerah", "Jalan Contoh Pegawai Nomor 5, Jakarta – Telepon (021) 0000-1104"),
    "DISPUSIP": Kop(
        "Dinas Perpustakaan dan Kearsipan",
        "Jalan Contoh Pustaka Nomor 2, Jakarta – Telepon (021) 0000-1105",
    ),
    "DSDA": Kop("Dinas Sumber Daya Air", "Jalan Contoh Tirta Nomor 7, Jakarta – Telepon (021) 0000-1106"),
    "KOMINFO": Kop(
        "Dinas Komunikasi, Informatika dan Statistik",
        "Jalan Contoh Data Nomor 10, Jakarta – Telepon (021) 0000-1107",
    ),
    "DINKES": Kop("Dinas Kesehatan", "Jalan Contoh Sehat Nomor 4, Jakarta – Telepon (021) 0000-1108"),
    "DLH": Kop("Dinas Lingkungan Hidup", "Jalan Contoh Hijau Nomor 6, Jakarta – Telepon (021) 0000-1109"),
    "BIORB": Kop(
        "Biro Organisasi dan Reformasi Birokrasi",
        "Jalan Contoh Balai Kota Nomor 9, Jakarta – Telepon (021) 0000-1110",
    ),
    "BPPBJ": Kop(
        "Badan Pelayanan Pengadaan Barang/Jasa",
        "Jalan Contoh Niaga Nomor 12, Jakarta – Telepon (021) 0000-1111",
    ),
    "DCKTRP": Kop(
        "Dinas Cipta Karya, Tata Ruang dan Pertanahan",
        "Jalan Contoh Bangunan Nomor 14, Jakarta – Telepon (021) 0000-1112",
    ),
    "DISDIK": Kop("Dinas Pendidikan", "Jalan Contoh Belajar Nomor 15, Jakarta – Telepon (021) 0000-1113"),
    "DBM": Kop("Dinas Bina Marga", "Jalan Contoh Marga Nomor 16, Jakarta – Telepon (021) 0000-1114"),
    "DINSOS": Kop("Dinas Sosial", "Jalan Contoh Peduli Nomor 17, Jakarta – Telepon (021) 0000-1115"),
    "GULKAR": Kop(
        "Dinas Penanggulangan Kebakaran dan Penyelamatan",
        "Jalan Contoh Siaga Nomor 18, Jakarta – Telepon (021) 0000-1116",
    ),
    "BPKD": Kop("Badan Pengelolaan Keuangan Daerah", "Jalan Contoh Kas Nomor 19, Jakarta – Telepon (021) 0000-1117"),
}
