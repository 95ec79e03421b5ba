"""Two KAK of goods: laptops for schools (DISDIK) and vaccine refrigerators (DINKES)."""

from pathlib import Path

from tools.contoh.blocks import Break, Sign, Title
from tools.contoh.layout_office import write_docx
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

LAPTOP_COVER = [
    "KERANGKA ACUAN KERJA",
    "PENGADAAN LAPTOP UNTUK SEKOLAH",
    "Dinas Pendidikan – Tahun Anggaran 2025",
    "DOKUMEN CONTOH",
]
LAPTOP = """
Kerangka acuan kerja pengadaan laptop ini disusun dengan struktur: latar belakang, maksud dan tujuan, sasaran, nama PPK,
sumber dana, ruang lingkup, spesifikasi teknis, waktu dan tempat penyerahan, garansi, syarat penyedia, serta cara
pembayaran.
# 1. LATAR BELAKANG
Asesmen berbasis komputer di 84 sekolah negeri masih memakai komputer berumur lebih dari enam tahun. Pada pelaksanaan
tahun 2024 tercatat 312 kali gangguan perangkat, dan 19 sekolah terpaksa meminjam laptop guru. Pengadaan ini
menggantikan perangkat yang rusak berat dan menambah cadangan lima persen.
# 2. MAKSUD DAN TUJUAN
Maksud pengadaan ialah menyediakan perangkat yang andal untuk asesmen dan pembelajaran. Tujuannya ialah tersedianya
1.260 unit laptop yang siap pakai di 84 sekolah sebelum asesmen bulan September 2025.
# 3. SASARAN
Peserta didik kelas akhir dan guru pengawas pada 84 sekolah yang tercantum dalam lampiran pembagian.
# 4. NAMA DAN ORGANISASI PPK
Pejabat Pembuat Komitmen Bidang Sarana dan Prasarana, Dinas Pendidikan.
# 5. SUMBER DANA DAN PERKIRAAN BIAYA
APBD Tahun Anggaran 2025, kode rekening 5.2.02.10.01.0002, pagu Rp14.500.000.000,00. Pemilihan penyedia melalui
e-purchasing katalog elektronik dengan mengutamakan produk dalam negeri.
# 6. RUANG LINGKUP
1. Penyediaan laptop beserta sistem operasi dan perangkat lunak perkantoran berlisensi.
2. Pengiriman, pemasangan, pengujian, dan pemberian label inventaris.
3. Pelatihan pemakaian satu jam di tiap sekolah.
4. Layanan purnajual selama masa garansi.
# 7. SPESIFIKASI TEKNIS
|: 0.7 2.4 5 1.3 1.2 1.4
| No | Nama Barang | Spesifikasi | Volume | Satuan | TKDN
| 1 | Laptop siswa | Prosesor 4 inti, memori 8 GB, SSD 256 GB, layar 14 inci, baterai 8 jam, kamera | 1.200 | unit | 40%
| 2 | Laptop guru | Prosesor 6 inti, memori 16 GB, SSD 512 GB, layar 14 inci, baterai 8 jam | 60 | unit | 40%
| 3 | Tas dan tetikus | Tas tahan air, tetikus kabel | 1.260 | set | -
| 4 | Lemari pengisi daya | Kapasitas 32 unit, pengaman arus lebih, beroda | 40 | unit | 25%

Spesifikasi ditulis tanpa merek. Penawaran dinilai memenuhi bila semua angka minimum terpenuhi dan sertifikat TKDN masih
berlaku.
# 8. WAKTU DAN TEMPAT PENYERAHAN
Penyerahan paling lama 60 hari kalender sejak surat pesanan, langsung ke 84 sekolah menurut lampiran pembagian. Berita
acara serah terima (BAST) ditandatangani kepala sekolah dan pengurus barang pembantu, lalu dicatat dalam KIB B.
# 9. GARANSI DAN PURNAJUAL
Garansi laptop dalam KAK pengadaan laptop ini paling singkat 36 bulan untuk suku cadang dan jasa, dengan waktu tanggap
dua hari kerja; unit yang rusak lebih dari tujuh hari diganti dengan unit pinjaman.
# 10. SYARAT PENYEDIA
a. Terdaftar pada katalog elektronik dan mempunyai pusat layanan di Jakarta.
b. Memiliki surat dukungan pabrikan.
c. Tidak masuk daftar hitam.
# 11. PEMERIKSAAN DAN UJI COBA
Tim teknis menguji lima persen unit yang dipilih secara acak: menyalakan selama empat jam, mengukur baterai, dan
menjalankan aplikasi asesmen. Bila lebih dari dua persen unit gagal, seluruh kiriman diperiksa atas biaya penyedia.
# 12. CARA PEMBAYARAN
Pembayaran dilakukan sekaligus setelah seluruh BAST dan berita acara pemeriksaan diterima PPK, paling lama 14 hari
kerja.
# 13. PEMBAGIAN MENURUT WILAYAH
|: 4 2 2 2
| Wilayah | Sekolah | Laptop siswa | Laptop guru
| Jakarta Pusat | 11 | 158 | 8
| Jakarta Utara | 15 | 214 | 11
| Jakarta Barat | 18 | 257 | 13
| Jakarta Selatan | 19 | 271 | 13
| Jakarta Timur | 20 | 286 | 14
| Kepulauan Seribu | 1 | 14 | 1

# 14. RISIKO DAN PENGENDALIAN
a. Kiriman terlambat: penyedia menyampaikan jadwal kirim per wilayah dan melaporkannya setiap Jumat.
b. Perangkat hilang: laptop disimpan dalam lemari pengisi daya yang terkunci, dan kunci dipegang dua orang.
c. Perangkat lunak tidak berlisensi: penyedia menyerahkan bukti lisensi atas nama Dinas Pendidikan.
d. Data peserta didik tertinggal: laptop disetel ulang setelah asesmen dan tidak menyimpan data pribadi.
# 15. KELUARAN DAN UKURAN KEBERHASILAN
Semua unit berlabel inventaris dan tercatat, sekurang-kurangnya 98 persen berfungsi pada asesmen pertama, dan setiap
sekolah mempunyai satu petugas yang mampu menangani gangguan ringan.
"""


def write_laptop(path: Path) -> None:
    """Write the KAK of laptops."""
    sign = Sign(
        "Jakarta, 10 Maret 2025",
        "Pejabat Pembuat Komitmen,",
        "Hestiningrum Prawiraatmaja, S.Pd., M.M.",
        "198007172006042013",
    )
    blocks = [KOP["DISDIK"], Title(LAPTOP_COVER), *read(LAPTOP), sign]
    write_docx(path, "KAK Pengadaan Laptop", blocks)


FRIDGE = """
# A. UMUM
=> Latar Belakang
Dari 58 lemari pendingin vaksin di puskesmas kecamatan, 17 unit berumur lebih dari sepuluh tahun dan tujuh unit pernah
mengalami suhu di luar 2 sampai 8 derajat Celsius dalam enam bulan terakhir.
=> Maksud dan Tujuan
Menggantikan 17 unit agar mutu vaksin terjaga dan pemantauan suhu dapat dilakukan dari jarak jauh.
=> Sasaran
17 puskesmas kecamatan di enam wilayah.
=> Sumber Dana
APBD Tahun Anggaran 2026 (usulan), perkiraan Rp1.190.000.000,00. Angka pasti ditetapkan setelah DPA disahkan.
=> Nama PPK
PPK Bidang Sumber Daya Kesehatan, Dinas Kesehatan.
<=
# B. SPESIFIKASI
|: 0.7 2.4 5 1.2 1.2 1.2
| No | Nama Barang | Spesifikasi | Volume | Satuan | TKDN
| 1 | Lemari pendingin vaksin | Isi bersih 100–150 liter, suhu 2–8 °C, prakualifikasi WHO, bertahan 24 jam tanpa listrik
  | 17 | unit | -
| 2 | Alat pemantau suhu | Mencatat tiap 10 menit, peringatan lewat pesan singkat, baterai cadangan | 17 | unit | 25%
| 3 | Penstabil tegangan | Sesuai daya lemari pendingin | 17 | unit | 40%

# C. PELAKSANAAN
=> Ruang Lingkup
1. Pengiriman dan pemasangan di 17 lokasi.
2. Uji suhu tanpa beban selama 48 jam dan dengan beban selama 24 jam.
3. Pelatihan dua orang pengelola vaksin di setiap lokasi.
4. Penarikan unit lama ke gudang untuk diusulkan penghapusannya.
=> Waktu Penyerahan
90 hari kalender sejak kontrak.
=> Garansi
Kompresor lima tahun, bagian lain dua tahun, kunjungan pemeliharaan dua kali setahun.
=> Cara Pembayaran
Sekaligus setelah uji suhu di semua lokasi dinyatakan lulus.
=> Syarat Penyedia
Memiliki izin distribusi alat kesehatan dan teknisi bersertifikat pabrikan.
<=
# D. LOKASI DAN JADWAL PEMASANGAN
|: 3 4 2 3
| Tahap | Lokasi | Jumlah | Waktu sejak kontrak
| I | Puskesmas di Jakarta Pusat dan Jakarta Utara | 5 unit | Hari ke-45 sampai ke-55
| II | Puskesmas di Jakarta Barat dan Jakarta Selatan | 6 unit | Hari ke-56 sampai ke-68
| III | Puskesmas di Jakarta Timur | 5 unit | Hari ke-69 sampai ke-80
| IV | Kepulauan Seribu | 1 unit | Hari ke-81 sampai ke-90

Pemasangan dilakukan di luar jam pelayanan imunisasi. Selama pemindahan, vaksin dititipkan pada puskesmas terdekat
dengan berita acara penitipan, dan jumlah setiap jenis vaksin dihitung ulang oleh dua petugas saat dikembalikan.
# E. PERAN DAN TANGGUNG JAWAB
1. Penyedia menyiapkan alat, tenaga pemasang, bahan habis pakai untuk uji suhu, dan laporan pemasangan setiap lokasi.
2. Puskesmas menyiapkan tempat, sambungan listrik berpembumian, dan petugas yang mendampingi.
3. Bidang Sumber Daya Kesehatan memeriksa hasil uji suhu dan menandatangani berita acara pemeriksaan.
4. Pengurus barang mencatat unit baru dan mengusulkan penghapusan unit lama.
# F. RISIKO DAN PENGENDALIAN
1. Daya listrik puskesmas tidak cukup: diperiksa sebelum pengiriman, dan bila perlu didahului penambahan daya.
2. Vaksin rusak saat pemindahan: pemindahan dilakukan dengan kotak dingin dan dicatat suhunya.
3. Sinyal pemantau lemah: data disimpan di alat dan dikirim setelah sambungan pulih.
# G. KELUARAN
Semua lokasi mempunyai lemari pendingin yang lulus uji, dengan grafik suhu 30 hari pertama tanpa penyimpangan lebih dari
satu jam. Dokumen yang diserahkan: BAST, hasil uji suhu, buku petunjuk berbahasa Indonesia, kartu garansi, dan daftar
hadir pelatihan.
"""


def write_fridge(path: Path) -> None:
    """Write the KAK of vaccine refrigerators, not yet approved."""
    cover = Title(
        ["KERANGKA ACUAN KERJA", "PENGADAAN LEMARI PENDINGIN VAKSIN", "Usulan Tahun Anggaran 2026", "DOKUMEN CONTOH"]
    )
    sign = Sign(
        "Jakarta, 22 September 2025",
        "Pejabat Pembuat Komitmen,",
        "drg. Larasasmita Wiguna, M.K.M.",
        "198109042009022008",
    )
    write_docx(path, "KAK Lemari Pendingin Vaksin", [KOP["DINKES"], cover, Break(), *read(FRIDGE), sign])


PAPERS = [
    Paper(
        path="DISDIK/KAK Pengadaan Laptop 2025.docx",
        title="KAK Pengadaan Laptop untuk Sekolah",
        kind="kak",
        unit="DISDIK",
        date="2025-03-10",
        review_on="2026-03-10",
        build=write_laptop,
    ),
    Paper(
        path="DINKES/KAK_kulkas_vaksin_rev2_FINAL.docx",
        title="KAK Pengadaan Lemari Pendingin Vaksin",
        kind="kak",
        unit="DINKES",
        status="diajukan",
        validity="belum_dikonfirmasi",
        date="2025-09-22",
        review_on="2026-09-22",
        build=write_fridge,
    ),
]
