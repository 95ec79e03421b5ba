"""Guides of the asset agency: bookkeeping of property, lease, and need plans for maintenance."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

BPAD = "Komunitas Pembelajar BPAD"

JUKNIS = """
!kop BPAD

^ PETUNJUK TEKNIS
^ PENATAUSAHAAN BARANG MILIK DAERAH PADA SKPD DAN UKPD
^ Nomor 07/JUKNIS/BPAD/2025

# A. Latar belakang dan tujuan

Penatausahaan barang milik daerah (BMD) meliputi pembukuan, inventarisasi, dan pelaporan. Temuan pemeriksaan
beberapa tahun terakhir menunjukkan tiga masalah yang berulang: barang dicatat pada kartu yang keliru,
perpindahan barang tidak disertai berita acara, dan barang rusak berat tetap dicatat sebagai barang yang
digunakan. Petunjuk teknis ini menyamakan cara kerja pengurus barang di seluruh SKPD dan UKPD agar data kartu
inventaris, laporan semester, dan neraca selalu sama.

# B. Dasar hukum

1. Peraturan Pemerintah Nomor 27 Tahun 2014 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 28
   Tahun 2020 tentang Pengelolaan Barang Milik Negara/Daerah.
2. Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016 sebagaimana telah diubah dengan Peraturan Menteri Dalam
   Negeri Nomor 7 Tahun 2024 tentang Pedoman Pengelolaan Barang Milik Daerah.
3. Peraturan Menteri Dalam Negeri Nomor 108 Tahun 2016 tentang Penggolongan dan Kodefikasi Barang Milik
   Daerah.
4. Peraturan Menteri Dalam Negeri Nomor 47 Tahun 2021 tentang Tata Cara Pelaksanaan Pembukuan, Inventarisasi,
   dan Pelaporan Barang Milik Daerah.

# C. Pejabat pengelolaan barang

| Jabatan | Dijabat oleh | Peran singkat
| Pemegang kekuasaan pengelolaan | Gubernur | Menetapkan kebijakan pengelolaan BMD
| Pengelola Barang | Sekretaris Daerah | Mengoordinasikan dan menyetujui pengelolaan BMD
| Pejabat Penatausahaan Barang | Kepala BPAD | Membantu Pengelola Barang dalam penatausahaan
| Pengguna Barang | Kepala SKPD | Bertanggung jawab atas BMD pada SKPD yang dipimpinnya
| Kuasa Pengguna Barang | Kepala UKPD | Bertanggung jawab atas BMD pada unit yang dipimpinnya
| Pengurus Barang | Pejabat atau pegawai pada SKPD | Mengurus BMD pada Pengguna Barang
| Pengurus Barang Pembantu | Pegawai pada UKPD | Mengurus BMD pada Kuasa Pengguna Barang

## Pengurus Barang Pembantu

Pengurus Barang Pembantu adalah pegawai yang ditetapkan dengan keputusan atas usul Kuasa Pengguna Barang dan
bertugas mengurus barang milik daerah pada Kuasa Pengguna Barang. Tugasnya adalah:

1. menyiapkan dokumen rencana kebutuhan dan penganggaran barang pada unitnya;
2. menerima, meneliti, menyimpan, dan menyalurkan barang berdasarkan dokumen penerimaan dan perintah
   penyaluran;
3. mencatat barang pada kartu inventaris barang (KIB), kartu inventaris ruangan (KIR), dan kartu pemeliharaan;
4. memberi label barang sesuai kode barang dan nomor register;
5. melakukan stock opname barang persediaan setiap akhir semester;
6. menyusun laporan barang semesteran dan tahunan untuk ditandatangani Kuasa Pengguna Barang;
7. menyiapkan usulan pemanfaatan, pemindahtanganan, dan penghapusan barang pada unitnya.

Pengurus Barang Pembantu dilarang merangkap sebagai bendahara pengeluaran dan tidak boleh menjadi penyedia
barang bagi unitnya sendiri.

# D. Kartu Inventaris Barang (KIB) A sampai F

Beda KIB A sampai F terletak pada golongan barang yang dicatat: KIB A untuk tanah, KIB B peralatan dan mesin,
KIB C gedung dan bangunan, KIB D jalan, irigasi, dan jaringan, KIB E aset tetap lainnya, dan KIB F konstruksi
dalam pengerjaan. Rinciannya sebagai berikut.

|: 1 2.4 1.4 3.4 2
| Kartu | Golongan barang | Kode | Data khas yang wajib diisi | Penyusutan
| KIB A | Tanah | 1.3.1 | Luas, letak, hak, tanggal dan nomor sertifikat, penggunaan | Tidak disusutkan
| KIB B | Peralatan dan mesin | 1.3.2 | Merk, ukuran, tahun, nomor rangka, mesin, polisi, BPKB | Disusutkan
| KIB C | Gedung dan bangunan | 1.3.3 | Kondisi, bertingkat, beton, luas lantai, status tanah | Disusutkan
| KIB D | Jalan, irigasi, dan jaringan | 1.3.4 | Konstruksi, panjang, lebar, luas, lokasi | Disusutkan
| KIB E | Aset tetap lainnya | 1.3.5 | Judul buku, bahan benda seni, jenis hewan atau tanaman | Tidak
  disusutkan
| KIB F | Konstruksi dalam pengerjaan | 1.3.6 | Tanggal mulai, nilai kontrak, persentase pekerjaan | Tidak
  disusutkan

Pekerjaan yang sudah diserahterimakan dipindahkan dari KIB F ke KIB C atau KIB D paling lambat pada akhir
semester diterimanya berita acara serah terima. Aset tak berwujud seperti aplikasi dicatat pada golongan 1.5.3
dan diamortisasi; barang yang dihentikan penggunaannya dicatat pada golongan 1.5.4 aset lain-lain.

# E. Kode barang

Kode barang terdiri atas tujuh tingkat, yaitu akun, kelompok, jenis, objek, rincian objek, sub rincian objek,
dan sub-sub rincian objek. Kode dibaca dari kiri; angka 1.3.2 berarti aset tetap berupa peralatan dan mesin.
Kode barang yang sering ditanyakan:

|: 2 2.6 4
| Nama barang | Kode barang | Keterangan
| Mini bus | 1.3.2.02.01.02.003 | Kendaraan dinas penumpang
| PC unit | 1.3.2.10.01.02.001 | Komputer meja berikut monitor
| Proyektor (slide projector) | 1.3.2.05.01.05.043 | Termasuk LCD proyektor dan proyektor jarak pendek
| AC split | 1.3.2.05.02.04.004 | Alat pendingin
| Gedung kantor permanen | 1.3.3.01.01.01.001 | Dicatat pada KIB C

Kode barang proyektor adalah 1.3.2.05.01.05.043 (slide projector), dicatat pada KIB B dalam golongan alat
kantor; layar proyektor dicatat terpisah sebagai alat kantor lainnya.

Kode barang, nomor register, dan NIBAR ditulis sebagai teks, bukan angka. Bila kolom diformat sebagai angka,
aplikasi lembar kerja mengubah NIBAR 45 digit menjadi notasi ilmiah dan menghilangkan angka nol di depan.

# F. Kartu Inventaris Ruangan dan label

1. Setiap ruangan memiliki satu KIR yang ditempel di balik pintu dan ditandatangani penanggung jawab ruangan.
2. Perpindahan barang antar ruangan dicatat paling lambat dua hari kerja sejak berita acara mutasi
   ditandatangani.
3. KIR dimutakhirkan setiap akhir semester dan setiap terjadi pergantian penanggung jawab ruangan.
4. Label memuat kode lokasi, kode barang, nomor register, dan tahun perolehan.

# G. Barang rusak berat

Barang kondisi rusak berat dikeluarkan dari daftar barang yang digunakan dan direklasifikasi ke aset lain-lain
(1.5.4) berdasarkan surat usulan Pengguna Barang, sambil menunggu keputusan penghapusan. Urutan kerjanya
diatur dalam SOP Penanganan Barang Milik Daerah Rusak Berat Sebelum Penghapusan (021/SOP/BPAD/2025).

# H. Inventarisasi dan pelaporan

| Kegiatan | Waktu | Penanggung jawab | Hasil
| Rekonsiliasi internal SKPD | Setiap triwulan | Pengurus Barang | Berita acara rekonsiliasi
| Laporan semester I | Paling lambat 10 Juli | Pengguna Barang | Laporan Barang Pengguna
| Laporan tahunan | Paling lambat 15 Januari | Pengguna Barang | Laporan Barang Pengguna Tahunan
| Inventarisasi menyeluruh | Sekurang-kurangnya sekali dalam lima tahun | Pengguna Barang | Laporan hasil
  inventarisasi

Inventarisasi persediaan dan konstruksi dalam pengerjaan dilakukan setiap tahun. Barang yang tidak ditemukan
pada saat inventarisasi dilaporkan kepada Pengelola Barang melalui BPAD disertai kronologi paling lambat
sepuluh hari kerja.

# I. Penutup

Pertanyaan tentang petunjuk teknis ini disampaikan kepada Bidang Penatausahaan Aset BPAD melalui kanal
konsultasi aset. Petunjuk teknis ini ditinjau ulang paling lama 24 bulan sejak ditetapkan.

!sign Jakarta, 10 Maret 2025 | Kepala Bidang Penatausahaan Aset | Hadi Contoh Saputra | 197404082000031992
"""

LEASE = """
!kop BPAD

^ NOTA PENJELASAN
^ SEWA SEBAGAI BENTUK PEMANFAATAN BARANG MILIK DAERAH
^ Nomor e-0312/PF.01.02

# 1. Mengapa nota ini disusun

Sepanjang tahun 2024 Bidang Pemanfaatan Aset menerima lebih dari seratus pertanyaan tentang sewa, terutama
dari kantor kecamatan dan UPT yang memiliki kantin, ruang anjungan tunai mandiri, atau lahan parkir. Nota ini
menjawab pertanyaan yang paling sering muncul dan dapat dikutip dalam surat jawaban kepada calon penyewa.

# 2. Pengertian dan bentuk pemanfaatan

Pemanfaatan adalah pendayagunaan BMD yang tidak digunakan untuk tugas dan fungsi SKPD tanpa mengubah status
kepemilikan. Bentuknya ada lima, yaitu sewa, pinjam pakai, kerja sama pemanfaatan (KSP), bangun guna serah
atau bangun serah guna (BGS/BSG), dan kerja sama penyediaan infrastruktur (KSPI). Pinjam pakai hanya diberikan
antarpemerintah dan tidak memungut imbalan; sewa terbuka bagi badan usaha maupun perorangan dan memungut
imbalan uang tunai.

# 3. Jangka waktu sewa

Jangka waktu sewa BMD paling lama 5 (lima) tahun sejak perjanjian ditandatangani dan dapat diperpanjang.
Permohonan perpanjangan diajukan penyewa paling lambat tiga bulan sebelum perjanjian berakhir, disertai bukti
pelunasan uang sewa periode berjalan. Jangka waktu yang lebih panjang hanya dimungkinkan untuk kerja sama
infrastruktur atau kegiatan dengan karakteristik usaha yang memerlukan waktu lebih dari lima tahun, setelah
kajian BPAD dan persetujuan Pengelola Barang.

# 4. Besaran sewa

1. Besaran sewa dihitung dari tarif pokok sewa dikalikan faktor penyesuai sewa.
2. Tarif pokok sewa tanah dan bangunan ditetapkan berdasarkan hasil perhitungan penilai pemerintah atau
   penilai publik.
3. Faktor penyesuai mempertimbangkan jenis kegiatan usaha penyewa: bisnis, nonbisnis, atau sosial.
4. Uang sewa disetor sekaligus ke rekening kas umum daerah sebelum perjanjian ditandatangani, kecuali
   disetujui pembayaran bertahap untuk sewa infrastruktur.

| Contoh objek | Tarif pokok per tahun | Faktor penyesuai | Uang sewa per tahun
| Kantin 24 m2 di kantor kecamatan | Rp18.000.000 | 75% (usaha mikro) | Rp13.500.000
| Ruang ATM 4 m2 di puskesmas | Rp22.500.000 | 100% (bisnis) | Rp22.500.000
| Aula untuk kegiatan sosial, 12 hari | Rp9.600.000 | 30% (sosial) | Rp2.880.000

# 5. Alur permohonan

1. Calon penyewa mengajukan surat kepada Pengguna Barang dengan melampirkan identitas, rencana penggunaan, dan
   gambar lokasi.
2. Pengguna Barang meneliti status barang dan mengusulkan kepada Pengelola Barang melalui BPAD paling lama
   lima hari kerja.
3. BPAD menugasi penilai, lalu menyampaikan rekomendasi besaran sewa paling lama dua puluh hari kerja.
4. Pengelola Barang menerbitkan persetujuan; Pengguna Barang menandatangani perjanjian setelah uang sewa
   disetor.
5. Pengurus Barang mencatat perjanjian pada daftar barang yang dimanfaatkan dan memantau penggunaannya setiap
   semester.

# 6. Perpanjangan dan pengakhiran

Penyewa yang ingin memperpanjang mengajukan surat disertai laporan pemakaian. BPAD menilai kembali besaran
sewa; tarif lama tidak otomatis berlaku. Bila tidak diperpanjang, penyewa mengembalikan objek dalam keadaan
baik paling lambat tujuh hari kalender setelah perjanjian berakhir dan menandatangani berita acara
pengembalian bersama Pengurus Barang. Bangunan tambahan yang dibuat penyewa atas persetujuan tertulis menjadi
milik daerah tanpa ganti rugi.

| Keadaan | Yang dilakukan Pengguna Barang
| Perjanjian berakhir tiga bulan lagi | Mengingatkan penyewa secara tertulis
| Penyewa tidak membayar tahap berikutnya | Teguran tiga kali, lalu pemutusan
| Objek dipakai tidak sesuai perjanjian | Pemeriksaan lapangan dan peringatan
| Objek diperlukan untuk tugas pemerintahan | Pemberitahuan paling lambat enam bulan sebelumnya

# 7. Larangan bagi penyewa

Penyewa tidak boleh mengalihkan sewa kepada pihak lain, menjadikan BMD sebagai jaminan utang, atau mengubah
bentuk bangunan tanpa persetujuan tertulis. Pelanggaran mengakibatkan pemutusan perjanjian dan uang sewa yang
telah disetor tidak dikembalikan.

# 8. Hal yang sering keliru

- Surat izin kepala sekolah atau lurah bukan perjanjian sewa; sewa sah setelah ada persetujuan Pengelola
  Barang.
- Objek sewa tetap dicatat pada KIB pemilik; yang bertambah hanya catatan pemanfaatan.
- Biaya listrik, air, dan pemeliharaan selama masa sewa ditanggung penyewa, sehingga tidak boleh diusulkan
  dalam RKBMD pemeliharaan.

!sign Jakarta, 18 Februari 2025 | Kepala Bidang Pemanfaatan Aset | Laras Contoh Wibowo | 198001152006042994
"""

NEEDS = """
!kop BPAD

^ PANDUAN PENGISIAN
^ RENCANA KEBUTUHAN BARANG MILIK DAERAH (RKBMD) PEMELIHARAAN
^ Tahun Anggaran 2026

# A. Untuk apa RKBMD pemeliharaan

RKBMD pemeliharaan memuat barang yang akan dipelihara dengan anggaran SKPD pada tahun berikutnya. Hasil
penelaahannya menjadi dasar penyusunan RKA; belanja pemeliharaan yang barangnya tidak tercantum dalam RKBMD
hasil telaah tidak dapat dianggarkan. RKBMD disusun berdasarkan rencana kerja SKPD, daftar barang Kuasa
Pengguna Barang, dan standar kebutuhan.

# B. Dasar hukum

1. Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016 sebagaimana telah diubah dengan Peraturan Menteri Dalam
   Negeri Nomor 7 Tahun 2024.
2. Peraturan Menteri Dalam Negeri Nomor 47 Tahun 2021.

# C. Barang yang boleh dan tidak boleh diusulkan

RKBMD pemeliharaan tidak boleh memuat barang yang rusak berat, sedang dipinjampakaikan, dioperasikan pihak
lain, atau sedang disewakan. Untuk mobil atau barang lain yang sedang dipinjam pakai, biaya pemeliharaan
menjadi tanggungan peminjam pakai; pengecualian hanya berlaku bagi pinjam pakai yang jangka waktunya kurang
dari enam bulan.

|: 3 1.4 4
| Keadaan barang | Boleh diusulkan | Penjelasan
| Digunakan sendiri, kondisi baik | Ya | Pemeliharaan rutin
| Digunakan sendiri, kondisi rusak ringan | Ya | Perbaikan; lampirkan rincian kerusakan
| Kondisi rusak berat | Tidak | Diproses melalui usulan penghapusan
| Dipinjampakaikan 6 bulan atau lebih | Tidak | Pemeliharaan ditanggung peminjam pakai
| Dipinjampakaikan kurang dari 6 bulan | Ya | Lampirkan perjanjian pinjam pakai
| Disewakan atau dioperasikan pihak lain | Tidak | Pemeliharaan ditanggung mitra atau penyewa

# D. Cara mengisi kolom

|: 1 3 5
| Kolom | Isi | Cara mengisi
| 2 | Kuasa Pengguna Barang, program, kegiatan, output | Salin dari dokumen rencana kerja, jangan disingkat
| 3–6 | Kode, nama, jumlah, satuan barang | Ambil dari daftar barang terakhir, kode 12 digit ditulis sebagai
  teks
| 7 | Status barang | Digunakan sendiri, dipinjampakaikan, disewakan, atau dioperasikan pihak lain
| 8–9 | Kondisi | Jumlah barang baik (B) dan rusak ringan (RR); rusak berat tidak diisi karena tidak diusulkan
| 10–12 | Nama, jumlah, satuan pemeliharaan | Satu baris untuk satu jenis pemeliharaan
| 13 | Perkiraan biaya | Ribuan rupiah, mengacu standar satuan harga
| 14 | Keterangan | Nomor kartu pemeliharaan atau alasan khusus

# E. Jadwal penyusunan

1. Minggu ketiga April: Kuasa Pengguna Barang menyampaikan usulan kepada Pengguna Barang.
2. Minggu kedua Mei: Pengguna Barang menghimpun dan meneliti usulan seluruh unit.
3. Minggu keempat Mei: penelaahan bersama BPAD; perbaikan paling lama lima hari kerja.
4. Minggu kedua Juni: RKBMD hasil penelaahan ditetapkan Pengelola Barang.

# F. Tanya jawab singkat

Apakah gedung sewa boleh dipelihara dengan APBD? Tidak, pemeliharaan rutin gedung yang kita sewa dari pihak
lain diatur dalam perjanjian sewanya dan bukan objek RKBMD karena bukan milik daerah.

Bagaimana bila mobil dipinjam pakai instansi vertikal selama dua tahun? Mobil itu dicoret dari RKBMD
pemeliharaan sampai dikembalikan. Setelah berita acara pengembalian ditandatangani, mobil diusulkan lagi pada
RKBMD tahun berikutnya atau RKBMD perubahan.

Apakah kartu pemeliharaan wajib dilampirkan? Ya. Tanpa kartu pemeliharaan, penelaah hanya menerima biaya
sesuai standar paling rendah.

Bagaimana bila satu barang memerlukan dua jenis pemeliharaan? Tulis dua baris dengan kode barang yang sama.
Jumlah barang pada kolom 5 tetap, sedangkan nama pemeliharaan dan biayanya berbeda.

Siapa yang menentukan kondisi barang? Pengurus Barang Pembantu bersama teknisi. Bila terdapat perbedaan
pendapat, kondisi ditetapkan Kuasa Pengguna Barang dan alasannya dicatat pada kartu pemeliharaan.

# G. Contoh pengisian

| Barang | Status | Kondisi | Pemeliharaan | Biaya (ribuan Rp) | Hasil telaah
| Mini bus 2017 | Digunakan sendiri | 2 B | Servis berkala | 38.600 | Diterima
| Mini bus 2013 | Dipinjampakaikan 2 tahun | 1 B | Servis berkala | 19.300 | Ditolak, tanggungan peminjam
| AC split | Digunakan sendiri | 12 B, 2 RR | Cuci dan isi freon | 21.000 | Diterima
| PC unit 2013 | Digunakan sendiri | 3 RB | Ganti mainboard | 9.000 | Ditolak, usulkan hapus

# H. Daftar periksa sebelum dikirim

- Semua baris memiliki kode barang 12 digit dan jumlah yang sama dengan laporan barang semester terakhir.
- Tidak ada barang rusak berat, dipinjampakaikan, atau disewakan.
- Perkiraan biaya tidak melebihi standar satuan harga tahun berjalan.
- Lembar pengesahan ditandatangani Kuasa Pengguna Barang dan Pengurus Barang Pembantu.

!sign Jakarta, 24 Maret 2025 | Kepala Bidang Perencanaan Kebutuhan Aset | Satria Misal Nugraha |
  198307092008011993
"""

PAPERS = [
    Paper(
        path="BPAD/Juknis Penatausahaan BMD 2025.pdf",
        title="Petunjuk Teknis Penatausahaan Barang Milik Daerah pada SKPD dan UKPD",
        kind="juknis",
        unit="BPAD",
        community=BPAD,
        access="terbuka",
        date="2025-03-10",
        review_on="2027-03-10",
        build=lambda path: write_pdf(path, "Juknis Penatausahaan BMD", blocks(JUKNIS)),
    ),
    Paper(
        path="BPAD/Nota penjelasan sewa BMD.docx",
        title="Nota Penjelasan Sewa sebagai Bentuk Pemanfaatan Barang Milik Daerah",
        kind="bmd",
        unit="BPAD",
        community=BPAD,
        access="terbuka",
        date="2025-02-18",
        review_on="2027-02-18",
        build=lambda path: write_docx(path, "Nota Penjelasan Sewa BMD", blocks(LEASE)),
    ),
    Paper(
        path="BPAD/Panduan RKBMD Pemeliharaan TA 2026.docx",
        title="Panduan Pengisian RKBMD Pemeliharaan Tahun Anggaran 2026",
        kind="rkbmd",
        unit="BPAD",
        community=BPAD,
        date="2025-03-24",
        review_on="2026-03-24",
        build=lambda path: write_docx(path, "Panduan RKBMD Pemeliharaan", blocks(NEEDS)),
    ),
]
