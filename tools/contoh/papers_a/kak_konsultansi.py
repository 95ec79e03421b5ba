"""Two KAK of construction consultancy: planning (DSDA, DOCX) and supervision (DCKTRP, PDF)."""

from pathlib import Path

from tools.contoh.blocks import Break, Sign, Title
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

PLANNING_COVER = [
    "KERANGKA ACUAN KERJA (KAK)",
    "JASA KONSULTANSI PERENCANAAN",
    "PEMBANGUNAN RUMAH POMPA KALI CONTOH",
    "Program Pengelolaan dan Pengembangan Sistem Drainase",
    "Sumber Dana APBD Tahun Anggaran 2025",
    "DOKUMEN CONTOH",
]
PLANNING = """
# URAIAN PENDAHULUAN
=> 1. Latar Belakang
Kawasan Kali Contoh tergenang sembilan kali sepanjang musim hujan 2023/2024 dengan kedalaman 20 sampai 55 sentimeter dan
lama genangan dua sampai tujuh jam. Saluran yang ada hanya mampu mengalirkan hujan dengan kala ulang dua tahun,
sedangkan muka air sungai penerima sering lebih tinggi daripada muka tanah.

KAK ini merupakan kerangka acuan jasa konsultansi perencanaan untuk pembangunan Rumah Pompa Kali Contoh, mulai dari
survei, analisis hidrologi, gambar rencana rinci (DED), sampai dokumen lelang.
=> 2. Maksud dan Tujuan
Maksud pekerjaan ialah memperoleh rencana rumah pompa yang layak secara teknis, lingkungan dan biaya.

Tujuannya ialah tersedianya DED, rencana kerja dan syarat (RKS), perhitungan volume serta perkiraan biaya yang siap
dipakai untuk pengadaan pekerjaan konstruksi tahun 2026.
=> 3. Sasaran
a. Genangan kala ulang sepuluh tahun surut dalam waktu kurang dari satu jam.
b. Kebutuhan lahan dan jalan operasi dapat dipenuhi tanpa pembebasan rumah warga.
c. Biaya operasi tahunan diketahui sebelum konstruksi dimulai.
=> 4. Lokasi Pekerjaan
Kelurahan Contoh Tengah, Kecamatan Contoh, Kota Administrasi Jakarta Timur.
=> 5. Sumber Pendanaan
APBD Tahun Anggaran 2025, subkegiatan 1.03.06.2.01.0014, kode rekening 5.1.02.02.08.0012, dengan pagu Rp640.000.000,00
termasuk pajak.
=> 6. Nama dan Organisasi PPK
Pejabat Pembuat Komitmen Bidang Pengendalian Banjir dan Drainase, Dinas Sumber Daya Air.
<=
# DATA PENUNJANG
=> 7. Data Dasar
Peta topografi skala 1:1.000, data hujan 20 tahun dari tiga stasiun, catatan genangan, dan data pompa yang ada.
=> 8. Standar Teknis
SNI 2415:2016 tentang tata cara perhitungan debit banjir rencana, SNI 1726:2019, dan pedoman Kementerian Pekerjaan Umum
tentang sistem polder.
=> 9. Studi Terdahulu
Rencana induk drainase 2019 dan kajian tinggi muka air 2022.
=> 10. Referensi Hukum
1. Undang-Undang Nomor 2 Tahun 2017 tentang Jasa Konstruksi.
2. Peraturan Presiden Nomor 16 Tahun 2018 sebagaimana telah diubah dengan Peraturan Presiden Nomor 12 Tahun 2021.
3. Peraturan LKPP Nomor 12 Tahun 2021 tentang Pedoman Pelaksanaan Pengadaan melalui Penyedia.
<=
# RUANG LINGKUP
=> 11. Lingkup Pekerjaan
1. Survei topografi seluas 12 hektare dan penyelidikan tanah lima titik sondir serta dua titik bor.
2. Analisis hidrologi dan hidraulika dengan tiga pilihan kapasitas.
3. Perencanaan bangunan sipil, mekanikal, elektrikal dan bangunan pelengkap.
4. Penyusunan RKS, daftar kuantitas, perkiraan biaya, dan rencana operasi.
5. Dua kali konsultasi publik di tingkat kelurahan.
=> 12. Keluaran
Dokumen DED, nota desain, RKS, daftar kuantitas, perkiraan biaya, serta berkas kerja yang dapat disunting.
=> 13. Jangka Waktu
150 (seratus lima puluh) hari kalender sejak SPMK.
=> 14. Personel
| Posisi | Pendidikan dan pengalaman | Orang | OB
| Ketua tim, ahli sumber daya air | S1 Teknik Sipil, 8 tahun, SKK jenjang 8 | 1 | 5
| Ahli struktur | S1 Teknik Sipil, 5 tahun | 1 | 3
| Ahli mekanikal elektrikal | S1 Teknik Mesin atau Elektro, 5 tahun | 1 | 3
| Ahli geoteknik | S1 Teknik Sipil, 5 tahun | 1 | 2
| Ahli biaya | S1 Teknik Sipil, 4 tahun | 1 | 2
| Juru ukur | D3 Geodesi, 3 tahun | 2 | 4
=> 15. Jadwal Tahapan
Bulan pertama survei dan data; bulan kedua analisis; bulan ketiga prarencana; bulan keempat rencana rinci; bulan kelima
perkiraan biaya dan dokumen lelang.
<=
# LAPORAN
=> 16. Laporan Perencanaan
| Laporan | Isi | Tenggat sejak SPMK
| Pendahuluan | Metode, jadwal, hasil tinjauan lapangan | 30 hari
| Antara | Hasil survei dan pilihan kapasitas | 90 hari
| Akhir | DED, nota desain, RKS, perkiraan biaya | 150 hari
<=
# HAL-HAL LAIN
=> 17. Produksi dalam Negeri
Semua kegiatan dilakukan di dalam negeri; pompa dan panel dirancang dengan mengutamakan produk ber-TKDN.
=> 18. Pedoman Pengumpulan Data
Survei pada tanah warga dilakukan setelah pemberitahuan tertulis. Data penduduk tidak dikumpulkan.
=> 19. Fasilitas dari PPK
Peta, data hujan, surat pengantar survei, dan ruang rapat untuk pembahasan.
=> 20. Pembahasan
Setiap laporan dibahas tim teknis yang terdiri atas unsur perencanaan, operasi pompa, dan suku dinas. Operator pompa
wajib diundang karena merekalah yang mengetahui tinggi muka air sebenarnya.
=> 21. Alih Pengetahuan
Penyedia menyelenggarakan lokakarya satu hari bagi 20 pegawai tentang pemodelan hidraulika dan menyerahkan berkas model.
<=
"""


def write_planning(path: Path) -> None:
    """Write the KAK of planning consultancy."""
    sign = Sign(
        "Jakarta, 5 Februari 2025",
        "Pejabat Pembuat Komitmen,",
        "Ir. Prasetyo Gumilang, M.T.",
        "197906152006041012",
    )
    blocks = [KOP["DSDA"], Title(PLANNING_COVER), Break(), *read(PLANNING), sign]
    write_docx(path, "KAK Jasa Konsultansi Perencanaan Rumah Pompa", blocks)


SUPERVISION = """
# I. PENDAHULUAN
## 1.1 Latar Belakang
Pembangunan Gedung Kantor Kecamatan Contoh empat lantai seluas 3.200 meter persegi dilaksanakan tahun 2025 dengan
kontrak harga satuan. Agar mutu, waktu, biaya dan keselamatan terjaga, diperlukan penyedia jasa konsultansi pengawasan
yang bekerja selama masa konstruksi.
## 1.2 Maksud dan Tujuan
Maksud pekerjaan ialah membantu Pejabat Pembuat Komitmen mengendalikan pelaksanaan konstruksi. Tujuannya ialah gedung
selesai sesuai gambar, spesifikasi, waktu dan biaya, serta layak fungsi.
## 1.3 Lokasi dan Sumber Pendanaan
Lokasi pekerjaan di Kecamatan Contoh, Kota Administrasi Jakarta Barat. Biaya pengawasan dibebankan pada APBD Tahun
Anggaran 2025, kode rekening 5.1.02.02.08.0019, dengan pagu Rp890.000.000,00.
## 1.4 Pejabat Pembuat Komitmen
PPK Bidang Pembangunan Gedung Pemerintah, Dinas Cipta Karya, Tata Ruang dan Pertanahan.
# II. REFERENSI HUKUM
1. Undang-Undang Nomor 28 Tahun 2002 tentang Bangunan Gedung.
2. Undang-Undang Nomor 2 Tahun 2017 tentang Jasa Konstruksi.
3. Peraturan Pemerintah Nomor 16 Tahun 2021 tentang Peraturan Pelaksanaan Undang-Undang Bangunan Gedung.
4. Peraturan Presiden Nomor 16 Tahun 2018 beserta perubahannya.
# III. LINGKUP PEKERJAAN
1. Memeriksa gambar, jadwal, metode dan rencana keselamatan konstruksi yang diajukan kontraktor.
2. Mengawasi mutu bahan dan pelaksanaan, menyaksikan pengujian beton, baja, instalasi listrik dan pemadam kebakaran.
3. Memeriksa volume pekerjaan sebagai dasar pembayaran.
4. Menyelenggarakan rapat lapangan setiap minggu dan mencatat hasilnya.
5. Menyiapkan berita acara serah terima pertama, daftar cacat, dan serah terima akhir.
6. Membantu pengurusan sertifikat laik fungsi.
# IV. PERSONEL
Tenaga ahli konsultan pengawasan gedung terdiri atas ketua tim (8 OB), ahli struktur (6 OB), ahli arsitektur (4 OB),
ahli mekanikal elektrikal (5 OB) dan ahli K3 konstruksi (8 OB), seluruhnya 31 orang-bulan.
|: 3 6 1.2 1.2
| Posisi | Kualifikasi | Orang | OB
| Ketua tim | S1 Teknik Sipil atau Arsitektur, SKK jenjang 8, pengalaman 8 tahun | 1 | 8
| Ahli struktur | S1 Teknik Sipil, SKK jenjang 7, pengalaman 5 tahun | 1 | 6
| Ahli arsitektur | S1 Arsitektur, SKK jenjang 7, pengalaman 5 tahun | 1 | 4
| Ahli mekanikal elektrikal | S1 Teknik Mesin atau Elektro, SKK jenjang 7, pengalaman 5 tahun | 1 | 5
| Ahli K3 konstruksi | S1 Teknik, SKK ahli K3 jenjang 7, pengalaman 3 tahun | 1 | 8
| Pengawas lapangan (tenaga pendukung) | D3 Teknik Sipil, pengalaman 3 tahun | 2 | 16
| Administrasi (tenaga pendukung) | SMA atau sederajat | 1 | 8

# V. JANGKA WAKTU
Jangka waktu pengawasan 240 (dua ratus empat puluh) hari kalender sejak SPMK, mengikuti masa pelaksanaan konstruksi.
Masa pemeliharaan 180 hari diawasi melalui kunjungan bulanan tanpa tambahan biaya.
# VI. PELAPORAN PENGAWASAN
|: 3 5 3
| Jenis | Isi | Waktu
| Harian dan mingguan | Tenaga kerja, bahan, alat, cuaca, kemajuan | Setiap Senin
| Bulanan | Kemajuan fisik dan keuangan, foto, masalah | Tanggal 5 bulan berikutnya
| Khusus | Kecelakaan, kegagalan uji, perubahan kontrak | 1x24 jam
| Akhir | Rekap mutu, gambar terlaksana, daftar pengujian | Bersama serah terima pertama

# VII. JENIS KONTRAK DAN PEMBAYARAN
Kontrak berjenis waktu penugasan. Pembayaran dilakukan setiap bulan menurut kehadiran personel yang dibuktikan dengan
lembar waktu, dan tidak melebihi persentase kemajuan fisik ditambah lima persen.
# VIII. PENGENDALIAN MUTU DAN KESELAMATAN
Konsultan menolak bahan tanpa hasil uji, menghentikan sementara pekerjaan yang membahayakan, dan mencatat setiap
penghentian dalam buku direksi. Setiap pengecoran didahului izin kerja yang ditandatangani ahli struktur.
# IX. FASILITAS DAN TANGGUNG JAWAB
1. PPK menyediakan gambar rencana, kontrak konstruksi, hasil penyelidikan tanah, dan ruang kerja di lapangan.
2. Konsultan menyediakan alat ukur, alat uji palu beton, kamera, komputer, dan alat pelindung diri bagi personelnya.
3. Konsultan bertanggung jawab atas kerugian yang timbul karena kelalaian pengawasan sampai masa pemeliharaan berakhir.
4. Pergantian personel memerlukan persetujuan PPK dan pengganti dengan kualifikasi paling sedikit setara.
# X. UKURAN KEBERHASILAN
a. Tidak ada pembayaran untuk pekerjaan yang belum lulus pengujian.
b. Keterlambatan konstruksi diketahui paling lambat satu minggu setelah terjadi dan disertai usul percepatan.
c. Tidak ada kecelakaan berat; setiap kejadian hampir celaka dicatat dan dibahas.
d. Gambar terlaksana diserahkan lengkap bersama serah terima pertama.
# XI. ALIH PENGETAHUAN
Konsultan memberi pembekalan dua kali setengah hari kepada sepuluh pegawai kecamatan tentang pemeliharaan gedung,
instalasi listrik dan alat pemadam, serta menyerahkan buku petunjuk operasi.
"""


def write_supervision(path: Path) -> None:
    """Write the KAK of supervision consultancy."""
    cover = Title(
        [
            "KERANGKA ACUAN KERJA",
            "JASA KONSULTANSI PENGAWASAN PEMBANGUNAN GEDUNG KANTOR KECAMATAN CONTOH",
            "TAHUN ANGGARAN 2025",
        ]
    )
    sign = Sign(
        "Jakarta, 20 Januari 2025",
        "Pejabat Pembuat Komitmen,",
        "Daniswara Kusumaatmadja, S.T., M.T.",
        "198204092008031015",
    )
    blocks = [KOP["DCKTRP"], cover, *read(SUPERVISION), sign]
    write_pdf(path, "KAK Jasa Konsultansi Pengawasan Gedung", blocks, font="Times-Roman")


PAPERS = [
    Paper(
        path="DSDA/KAK Konsultansi Perencanaan Rumah Pompa.docx",
        title="KAK Jasa Konsultansi Perencanaan Pembangunan Rumah Pompa Kali Contoh",
        kind="kak",
        unit="DSDA",
        date="2025-02-05",
        review_on="2026-02-05",
        build=write_planning,
    ),
    Paper(
        path="DCKTRP/KAK Pengawasan Gedung Kecamatan 2025.pdf",
        title="KAK Jasa Konsultansi Pengawasan Pembangunan Gedung Kantor Kecamatan Contoh",
        kind="kak",
        unit="DCKTRP",
        date="2025-01-20",
        review_on="2026-01-20",
        build=write_supervision,
    ),
]
