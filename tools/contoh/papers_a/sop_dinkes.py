"""The health agency's register of procedures, and one procedure that is out of date."""

from pathlib import Path

from tools.contoh.blocks import Sign, Title
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.markup import read, read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop
from tools.contoh.units import KOP

REGISTER = """
Daftar induk ini mencatat semua SOP administrasi pemerintahan yang berlaku di Dinas Kesehatan menurut keadaan 30 Juni
2025. Daftar disusun Subbagian Umum dan Kepegawaian selaku pengendali dokumen, berdasarkan hasil pemantauan SOP
semester I Tahun 2025 pada seluruh bidang dan seksi.
# A. Ringkasan
Pada 30 Juni 2025 tercatat 15 SOP. Sepuluh SOP masih dalam masa tinjau, satu SOP sedang diperbaiki, dan empat SOP
tanggal revisinya telah lewat dua tahun.

SOP Dinas Kesehatan yang tanggal revisinya telah lewat dua tahun adalah SOP Pengelolaan Vaksin, SOP Pelaporan Kejadian
Luar Biasa, SOP Penerbitan Rekomendasi Izin Klinik, dan SOP Pemeliharaan Alat Kesehatan.

Sesuai kebijakan pengendalian dokumen, SOP ditinjau paling lama 24 bulan sejak revisi terakhir. SOP yang melewati
batas itu tetap dapat dijalankan paling lama enam bulan dengan peringatan "perlu diperbarui".
# B. Daftar induk
|: 1.1 4 4.9 2.7 2.7 2.6
| No | Nama SOP | Nomor | Efektif | Revisi terakhir | Keadaan
| 1 | Pengelolaan Vaksin | 012/SOP/DINKES/2019 | 01-04-2019 | 12-03-2021 | Lewat dua tahun
| 2 | Pelaporan Kejadian Luar Biasa | 015/SOP/DINKES/2020 | 06-07-2020 | 09-05-2022 | Lewat dua tahun
| 3 | Penerbitan Rekomendasi Izin Klinik | 003/SOP/DINKES/2021 | 01-03-2021 | 20-02-2023 | Lewat dua tahun
| 4 | Pemeliharaan Alat Kesehatan | 008/SOP/DINKES/2021 | 02-08-2021 | 15-05-2023 | Lewat dua tahun
| 5 | Permintaan Obat Program | 002/SOP/DINKES/2023 | 06-02-2023 | 05-02-2024 | Berlaku
| 6 | Distribusi Obat ke Puskesmas | 004/SOP/DINKES/2023 | 03-04-2023 | 18-03-2024 | Berlaku
| 7 | Pengelolaan Limbah Medis | 006/SOP/DINKES/2023 | 05-06-2023 | 20-05-2024 | Berlaku
| 8 | Penanganan Pengaduan Layanan | 001/SOP/DINKES/2024 | 08-01-2024 | - | Berlaku
| 9 | Penyusunan Profil Kesehatan | 003/SOP/DINKES/2024 | 04-03-2024 | - | Berlaku
| 10 | Verifikasi Klaim Jaminan Kesehatan | 007/SOP/DINKES/2024 | 03-06-2024 | - | Sedang diperbaiki
| 11 | Penempatan Tenaga Kesehatan | 009/SOP/DINKES/2024 | 05-08-2024 | - | Berlaku
| 12 | Surat Masuk Elektronik | 011/SOP/DINKES/2024 | 07-10-2024 | - | Berlaku
| 13 | Peminjaman Ambulans untuk Kegiatan | 002/SOP/DINKES/2025 | 03-02-2025 | - | Berlaku
| 14 | Penyuluhan Kesehatan Keliling | 004/SOP/DINKES/2025 | 07-04-2025 | - | Berlaku
| 15 | Pengelolaan Arsip Inaktif | 052/SOP/DINKES/2025 | 22-04-2025 | - | Berlaku

# C. Tindak lanjut
|: 4 4 3
| SOP | Penanggung jawab | Batas penyelesaian
| Pengelolaan Vaksin | Bidang Pencegahan dan Pengendalian Penyakit | 30 September 2025
| Pelaporan Kejadian Luar Biasa | Bidang Pencegahan dan Pengendalian Penyakit | 30 September 2025
| Penerbitan Rekomendasi Izin Klinik | Bidang Pelayanan Kesehatan | 31 Oktober 2025
| Pemeliharaan Alat Kesehatan | Bidang Sumber Daya Kesehatan | 31 Oktober 2025
| Verifikasi Klaim Jaminan Kesehatan | Bidang Pelayanan Kesehatan | 31 Juli 2025

# D. Cara meninjau SOP
1. Pelaksana mencatat langkah yang tidak lagi dijalankan atau waktunya tidak tercapai selama satu bulan.
2. Pengendali dokumen memeriksa apakah dasar hukum masih berlaku. Rujukan kepada peraturan yang telah dicabut
  diganti.
3. Bidang menyusun rancangan perbaikan dan mengujinya pada satu puskesmas selama dua minggu.
4. Rancangan disahkan kepala dinas; nomor lama dipertahankan dan nomor revisi dinaikkan.
5. SOP yang tidak lagi diperlukan dicabut dengan nota dinas dan dipindahkan ke arsip.
# E. Temuan umum semester I
Dari wawancara dengan 22 pelaksana diketahui bahwa tiga SOP tidak tersedia di tempat kerja, lima bagan alur memakai
nama jabatan lama, dan dua SOP masih mengutip peraturan yang sudah dicabut. Waktu yang tertulis pada SOP Distribusi
Obat ke Puskesmas terlalu pendek untuk Kepulauan Seribu karena bergantung pada jadwal kapal.
"""


def write_register(path: Path) -> None:
    """Write the register of procedures."""
    title = Title(["DAFTAR INDUK STANDAR OPERASIONAL PROSEDUR", "DINAS KESEHATAN", "Keadaan 30 Juni 2025"])
    sign = Sign(
        "Jakarta, 7 Juli 2025",
        "Kepala Subbagian Umum dan Kepegawaian,",
        "Retnoningsih Wardhana, S.K.M.",
        "198106142006042009",
    )
    write_pdf(path, "Daftar Induk SOP Dinas Kesehatan", [KOP["DINKES"], title, *read(REGISTER), sign])


VAKSIN = read_sop(
    "Dinas Kesehatan",
    """
unit: Bidang Pencegahan dan Pengendalian Penyakit
nomor: 012/SOP/DINKES/2019
nama: Pengelolaan Vaksin
dibuat: 11-03-2019
revisi: 12-03-2021
efektif: 01-04-2019
pengesah: Kepala Dinas Kesehatan
nama pengesah: dr. Anindyawati Larasputri, M.Kes.
nip: 196604181992032004
dasar:
- Peraturan Menteri PAN Nomor PER/21/M.PAN/11/2008 tentang Pedoman Penyusunan SOP Administrasi Pemerintahan
- Peraturan Menteri Kesehatan Nomor 12 Tahun 2017 tentang Penyelenggaraan Imunisasi
kualifikasi:
- Pengelola vaksin adalah tenaga kesehatan terlatih rantai dingin
- Teknisi memahami perawatan lemari pendingin
keterkaitan:
- SOP Pemeliharaan Alat Kesehatan
peralatan:
- Lemari pendingin vaksin, termometer, alat pemantau suhu
- Kotak dingin dan kartu stok
peringatan: Vaksin yang pernah membeku tidak boleh dipakai; suhu di luar 2 sampai 8 derajat Celsius segera dilaporkan.
pencatatan: Dicatat dalam kartu stok dan grafik suhu harian.
pelaksana: Pengelola Vaksin | Kepala Seksi | Puskesmas
langkah:
- Menerima vaksin dan memeriksa suhu kiriman | Pengelola Vaksin | SBBK, alat pemantau suhu | 1 jam | BA penerimaan
- Keadaan vaksin baik? | Kepala Seksi | BA penerimaan | 30 menit | Persetujuan | Tidak: dikembalikan
- Menyimpan menurut jenis dan kedaluwarsa | Pengelola Vaksin | Kartu stok | 1 jam | Vaksin tersimpan
- Mencatat suhu pagi dan sore | Pengelola Vaksin | Termometer | 10 menit | Grafik suhu
- Mengambil vaksin sesuai permintaan | Puskesmas | Surat permintaan | 1 jam | SBBK
jumlah: 3 jam 40 menit
""",
)
VAKSIN_TEXT = """
# PENJELASAN PROSEDUR
## A. Ruang lingkup
SOP ini mengatur penerimaan, penyimpanan, pencatatan suhu dan pengeluaran vaksin di gudang vaksin provinsi. SOP
perlu diperbarui: tanggal revisi terakhirnya 12 Maret 2021 dan dasar hukumnya masih mengutip peraturan tahun 2008 yang
telah diganti oleh Peraturan Menteri PANRB Nomor 35 Tahun 2012.
## B. Penyimpanan
1. Vaksin yang peka beku disimpan jauh dari dinding pendingin.
2. Vaksin dikeluarkan menurut kedaluwarsa terdekat (FEFO), lalu menurut keadaan alat pemantau suhu.
3. Jarak antarkotak satu sampai dua sentimeter agar udara dingin mengalir.
4. Lemari pendingin tidak dipakai untuk makanan, minuman, atau sampel laboratorium.
## C. Pencatatan suhu
Suhu dicatat pukul 08.00 dan 15.00 setiap hari termasuk hari libur. Grafik ditempel pada pintu lemari pendingin dan
diperiksa kepala seksi setiap minggu. Penyimpangan lebih dari satu jam dicatat bersama tindakan yang diambil.
## D. Keadaan darurat
Bila listrik padam, pintu lemari pendingin tidak dibuka. Setelah dua jam, vaksin dipindahkan ke kotak dingin dengan
kotak es yang telah dikondisikan, atau dititipkan pada rumah sakit terdekat yang memiliki generator. Pemindahan dicatat
dalam berita acara.
## E. Penerimaan dan pengeluaran
1. Petugas memeriksa jumlah, nomor bets, kedaluwarsa, dan penanda suhu sebelum menandatangani berita acara penerimaan.
2. Vaksin yang penanda suhunya berubah warna dipisahkan, diberi label "karantina", dan dilaporkan hari itu juga.
3. Pengeluaran kepada puskesmas dicatat pada kartu stok menurut bets, lalu dicocokkan dengan surat bukti barang keluar.
4. Puskesmas membawa kotak dingin sendiri. Vaksin tidak diserahkan bila kotak dingin tidak memenuhi syarat.
5. Penghitungan fisik dilakukan setiap akhir bulan oleh dua orang. Selisih dijelaskan secara tertulis.
## F. Pemusnahan
Vaksin rusak dan kedaluwarsa dipisahkan, diberi label, dan diusulkan pemusnahannya setiap semester. Pemusnahan
dilakukan oleh penyedia pengolah limbah medis yang berizin dan disaksikan tiga orang.
"""

PAPERS = [
    Paper(
        path="DINKES/Daftar Induk SOP Dinkes per Juni 2025.pdf",
        title="Daftar Induk SOP Dinas Kesehatan",
        kind="laporan",
        unit="DINKES",
        date="2025-07-07",
        review_on="2026-07-07",
        build=write_register,
    ),
    Paper(
        path="DINKES/SOP vaksin 2019.pdf",
        title="SOP Pengelolaan Vaksin",
        kind="sop",
        unit="DINKES",
        status="perlu_diperbarui",
        validity="kedaluwarsa",
        date="2019-04-01",
        review_on="2023-03-12",
        build=lambda path: write_sop(path, VAKSIN, VAKSIN_TEXT),
    ),
]
