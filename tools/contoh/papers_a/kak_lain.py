"""KAK of self-managed work (BPSDM) and a restricted draft with planted personal data (BPPBJ)."""

from pathlib import Path

from tools.contoh.blocks import Break, Sign, Title
from tools.contoh.layout_office import write_docx
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

SELF_COVER = [
    "KERANGKA ACUAN KERJA SWAKELOLA TIPE II",
    "PELATIHAN KURATOR PENGETAHUAN BAGI KOMUNITAS PEMBELAJAR",
    "Tahun Anggaran 2025",
    "DOKUMEN CONTOH",
]
SELF = """
# A. PENDAHULUAN
=> 1. Latar Belakang
Setiap perangkat daerah membentuk komunitas pembelajar. Dari 51 komunitas, baru 18 yang mempunyai kurator tetap.
Akibatnya dokumen diunggah tanpa ringkasan, dasar hukum, atau tanggal tinjau ulang, sehingga sukar dicari dan sukar
dipercaya.
=> 2. Maksud dan Tujuan
Maksudnya ialah menyiapkan pegawai yang mampu mengurasi aset pengetahuan. Tujuannya ialah terlatihnya 102 kurator, dua
orang dari setiap perangkat daerah, yang masing-masing menyelesaikan lima aset terkurasi.
=> 3. Tipe Swakelola
Swakelola tipe II: kegiatan direncanakan dan diawasi oleh BPSDM selaku penanggung jawab anggaran, dan dilaksanakan oleh
perguruan tinggi negeri.
=> 4. Pelaksana
Pelaksana swakelola tipe II pelatihan kurator pengetahuan adalah perguruan tinggi negeri yang memiliki program studi
ilmu perpustakaan, berdasarkan nota kesepahaman dan kontrak swakelola dengan BPSDM.
=> 5. Sumber Dana
APBD Tahun Anggaran 2025, kode rekening 5.1.02.02.12.0001, dengan anggaran Rp412.000.000,00.
=> 6. Dasar Hukum
1. Peraturan Presiden Nomor 16 Tahun 2018 beserta perubahannya, bagian swakelola.
2. Peraturan LKPP Nomor 3 Tahun 2021 tentang Pedoman Swakelola.
3. Peraturan Menteri PANRB Nomor 14 Tahun 2011 tentang Pedoman Pelaksanaan Program Manajemen Pengetahuan.
<=
# B. RUANG LINGKUP
=> 7. Kegiatan
1. Analisis kebutuhan terhadap 51 komunitas.
2. Penyusunan kurikulum 24 jam pelajaran dan modul.
3. Pelatihan tiga angkatan, masing-masing 34 peserta, tiga hari.
4. Pendampingan daring enam minggu dengan umpan balik pada setiap aset.
5. Evaluasi dan laporan.
=> 8. Kurikulum
| Mata pelatihan | JP | Cara
| Mengenali pengetahuan kritis unit | 4 | Diskusi kasus
| Menulis ringkasan dan kata kunci | 6 | Praktik
| Menggali pengalaman pegawai yang akan pensiun | 6 | Wawancara berpasangan
| Memeriksa dasar hukum dan data pribadi | 4 | Praktik
| Mengelola telaah dan tinjau ulang | 4 | Simulasi
=> 9. Keluaran
102 kurator bersertifikat, 510 aset terkurasi, modul yang dapat dipakai ulang, dan laporan evaluasi.
=> 10. Jangka Waktu
Lima bulan, Juni sampai Oktober 2025.
<=
# C. TIM SWAKELOLA
|: 3 3 5
| Tim | Asal | Tugas
| Tim persiapan | BPSDM | Menyusun KAK, rencana biaya, dan kontrak swakelola
| Tim pelaksana | Perguruan tinggi | Melaksanakan pelatihan, melaporkan kemajuan dan keuangan
| Tim pengawas | BPSDM dan Inspektorat | Memeriksa kemajuan, mutu dan pertanggungjawaban

# D. PEMBAYARAN DAN LAPORAN
Pembayaran dilakukan tiga tahap: 30 persen setelah kurikulum disetujui, 50 persen setelah tiga angkatan selesai, dan 20
persen setelah laporan akhir. Laporan kemajuan disampaikan setiap bulan; laporan akhir paling lambat 10 November 2025.
Barang yang dibeli dalam kegiatan diserahkan kepada BPSDM dengan berita acara.
# E. UKURAN KEBERHASILAN
a. Kehadiran sekurang-kurangnya 90 persen.
b. Delapan puluh persen peserta menyelesaikan lima aset terkurasi.
c. Enam bulan kemudian, tiga perempat aset itu masih dibuka pegawai di luar penyusunnya.
# F. RINCIAN PENDAMPINGAN
|: 1.4 4 5
| Minggu | Tugas peserta | Umpan balik pendamping
| 1 | Memilih lima dokumen unit yang paling sering ditanyakan | Memeriksa apakah dokumen masih berlaku
| 2 | Menulis ringkasan 50–150 kata untuk dua dokumen | Menandai kalimat yang tidak dapat dipahami orang luar unit
| 3 | Mewawancarai satu pegawai senior selama 45 menit | Menilai apakah pengalaman sudah menjadi langkah yang jelas
| 4 | Menulis satu catatan pembelajaran | Memeriksa angka sebelum dan sesudah
| 5 | Memeriksa dasar hukum dan data pribadi | Mencocokkan dengan daftar periksa
| 6 | Mengajukan lima aset untuk ditelaah | Menyusun nilai akhir

# G. RISIKO
1. Peserta berganti karena mutasi: setiap perangkat daerah mengirim dua orang dari bidang yang berbeda.
2. Pendampingan bersamaan dengan penyusunan anggaran: minggu kedua dan ketiga dapat ditukar.
3. Dokumen tidak boleh dibuka: peserta memakai dokumen berklasifikasi terbuka atau internal saja.
# H. NARAHUBUNG (contoh rekaan)
Panitia: Windrayana Contoh, NIP 198902142014031003, telepon 0812-0000-7718, surat elektronik windrayana@contoh.invalid.
# I. CATATAN TELAAH
KAK sedang ditelaah penelaah BPSDM. Bagian yang ditanyakan: cara memilih perguruan tinggi, dan kesanggupan peserta
mengikuti pendampingan enam minggu di luar jam sibuk.
"""


def write_self(path: Path) -> None:
    """Write the KAK of self-managed work, under review."""
    sign = Sign(
        "Jakarta, 22 April 2025",
        "Kepala Bidang Pengembangan Kompetensi Manajerial,",
        "Dr. Pramudita Sastranegara, M.Pd.",
        "197507092003121004",
    )
    write_docx(path, "KAK Swakelola Pelatihan Kurator", [KOP["BPSDM"], Title(SELF_COVER), *read(SELF), sign])


DRAFT_COVER = [
    "DRAF – KERANGKA ACUAN KERJA",
    "JASA KONSULTANSI KAJIAN PENGGABUNGAN PAKET PENGADAAN SEJENIS",
    "Tahun Anggaran 2026",
    "DOKUMEN CONTOH",
]
DRAFT = """
# 1. URAIAN PENDAHULUAN
=> Latar Belakang
Pada 2024 terdapat 3.912 paket pengadaan langsung alat tulis, konsumsi dan pemeliharaan pendingin ruangan di semua SKPD.
Harga barang yang sama berbeda sampai 34 persen antar-SKPD. Penggabungan paket melalui kontrak payung diperkirakan
menghemat biaya dan tenaga pejabat pengadaan.
=> Maksud dan Tujuan
Menilai jenis barang yang layak digabung dan menyusun rancangan kontrak payung.
=> Sumber Dana
Usulan APBD Tahun Anggaran 2026, perkiraan Rp350.000.000,00 (belum ditetapkan).
=> PPK
Belum ditunjuk.
<=
# 2. RUANG LINGKUP
1. Mengolah data kontrak 2023–2025 dari SPSE dan katalog elektronik.
2. Mewawancarai 15 SKPD dan 20 penyedia.
3. Menghitung manfaat dan risiko penggabungan bagi usaha kecil.
4. Menyusun rancangan kontrak payung untuk tiga kelompok barang.
# 3. KELUARAN
Laporan kajian, data yang telah dibersihkan, rancangan kontrak payung, dan bahan paparan pimpinan.
# 4. JANGKA WAKTU DAN PERSONEL
Seratus hari kalender sejak SPMK.
| Posisi | Kualifikasi | Orang | OB
| Ketua tim, ahli pengadaan | S2, pengalaman 8 tahun | 1 | 3
| Ahli ekonomi | S2, pengalaman 5 tahun | 1 | 3
| Ahli hukum kontrak | S1 Hukum, pengalaman 5 tahun | 1 | 2
| Analis data | S1 Statistika, pengalaman 3 tahun | 2 | 5

# 5. DATA DAN METODE
Data kontrak ditarik dari SPSE dan katalog elektronik menurut nama barang, satuan, jumlah, tanggal, dan SKPD. Nama
barang yang ditulis berbeda-beda disamakan lebih dahulu; sebagai contoh, "kertas HVS A4 80 gram" ditulis dengan 57 cara.
Sesudah itu dihitung sebaran harga, pengaruh jumlah pembelian, dan pengaruh waktu pembelian dalam tahun anggaran.

Wawancara dengan SKPD menanyakan kebutuhan mendesak, tempat penyimpanan, dan pengalaman dengan pengiriman yang
terlambat. Wawancara dengan penyedia menanyakan kapasitas, syarat pembayaran, dan akibat penggabungan bagi usaha kecil
di lima wilayah.
# 6. PERTANYAAN KAJIAN
1. Barang apa yang permintaannya rutin, spesifikasinya seragam, dan penyedianya lebih dari lima?
2. Berapa penghematan bila pembelian digabung per triwulan, per wilayah, atau seluruh provinsi?
3. Bagaimana pembagian tugas antara SKPD pemesan, BPPBJ, dan penyedia dalam kontrak payung?
4. Apa syarat agar usaha kecil tetap memperoleh bagian?
# 7. JENIS KONTRAK
Masih dibahas: waktu penugasan bila jumlah wawancara belum pasti, lumsum bila daftar SKPD sudah ditetapkan.
# 8. RIWAYAT HIDUP CALON TENAGA AHLI (contoh rekaan, akan dihapus sebelum dibagikan)
| Nama | NIK | NPWP | Telepon
| Rangga Contoh Wijaya | 9902031507840002 | 99.765.432.1-999.000 | 0812-0000-3301
| Melati Contoh Anggraini | 9971025508900003 | 99.654.321.0-999.000 | 0812-0000-3302
Pengalaman kerja kedua calon pada PT Contoh Karya Analitika meliputi kajian rantai pasok pangan (2022) dan evaluasi
katalog lokal (2023).
# 9. HAL YANG BELUM SELESAI
a. Persetujuan Bappeda atas usulan anggaran.
b. Daftar SKPD contoh.
c. Rumusan alih pengetahuan kepada pejabat pengadaan: lokakarya dua hari atau magang satu bulan.
d. Cara melindungi data harga penyedia selama kajian.
"""


def write_draft(path: Path) -> None:
    """Write the restricted draft."""
    write_docx(path, "Draf KAK kajian penggabungan paket", [KOP["BPPBJ"], Title(DRAFT_COVER), Break(), *read(DRAFT)])


PAPERS = [
    Paper(
        path="BPSDM/KAK Swakelola Pelatihan Kurator Pengetahuan.docx",
        title="KAK Swakelola Pelatihan Kurator Pengetahuan",
        kind="kak",
        unit="BPSDM",
        community="Komunitas Pembelajar BPSDM",
        status="ditelaah",
        validity="belum_dikonfirmasi",
        date="2025-04-22",
        review_on="2026-04-22",
        build=write_self,
    ),
    Paper(
        path="BPPBJ/draft KAK kajian konsolidasi (jangan disebar).docx",
        title="Draf KAK Kajian Penggabungan Paket Pengadaan Sejenis",
        kind="kak",
        unit="BPPBJ",
        community="Komunitas Pembelajar BPPBJ",
        access="terbatas",
        status="draf",
        validity="belum_dikonfirmasi",
        date="2025-10-06",
        review_on="2026-10-06",
        build=write_draft,
    ),
]
