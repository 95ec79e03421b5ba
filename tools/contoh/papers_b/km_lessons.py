"""What communities wrote down: minutes of one meeting and two lessons learned."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

MINUTES = """
!kop SATPOL

^ NOTULEN PERTEMUAN KOMUNITAS PEMBELAJAR SATPOL PP
^ Tema: Keterbukaan Informasi Publik dalam Penegakan Peraturan Daerah

| Hal | Isi
| Hari, tanggal | Kamis, 6 November 2025
| Waktu | 09.00–11.45 WIB
| Tempat | Ruang Rapat Satpol PP dan tautan daring
| Pimpinan pertemuan | Ketua Komunitas Pembelajar Satpol PP
| Narasumber | Pranata Humas PPID Provinsi; Widyaiswara BPSDM sebagai pendamping
| Peserta | 42 orang dari bidang penertiban, sekretariat, dan lima satuan wilayah
| Pencatat | Sekretaris Komunitas Pembelajar

# A. Agenda

1. Paparan singkat kewajiban badan publik menurut Undang-Undang Nomor 14 Tahun 2008.
2. Bedah kasus: tiga permohonan informasi tentang penertiban pedagang kaki lima (PKL).
3. Latihan menyusun jawaban dan memilah informasi yang dikecualikan.
4. Kesepakatan tindak lanjut.

# B. Pembahasan

1. Narasumber menegaskan bahwa informasi pada dasarnya terbuka. Pengecualian bersifat ketat, terbatas, dan
   harus melalui uji konsekuensi oleh PPID; label "rahasia" pada sampul tidak cukup menjadi alasan menolak.
2. Kasus pertama: warga meminta dasar penertiban di Jalan Contoh Pasar. Petugas wilayah menjawab lisan dan
   tidak mencatat permohonan. Akibatnya jawaban baru keluar setelah 23 hari kerja, melewati batas sepuluh hari
   kerja yang dapat diperpanjang tujuh hari kerja.
3. Kasus kedua: media meminta rekaman penertiban. Peserta sepakat rekaman dapat diberikan setelah wajah warga
   disamarkan, sebab rekaman memuat data pribadi.
4. Kasus ketiga: organisasi masyarakat meminta berita acara pemeriksaan pelanggar. Berita acara yang memuat
   identitas pelanggar tidak diberikan, tetapi rekapitulasi jumlah pelanggaran per kecamatan dapat diberikan.
5. Diskusi: banyak aduan CRM sebenarnya permintaan informasi. Selama ini aduan itu ditutup dengan jawaban
   "sudah ditindaklanjuti" tanpa dasar hukum dan tanpa data.

# C. Pelajaran yang dicatat

Pelajaran utama CoP Satpol PP tentang keterbukaan informasi adalah mencatat setiap permohonan pada hari yang
sama, memilah isi dokumen alih-alih menolak seluruhnya, dan menyertakan dasar hukum dalam setiap jawaban.
Rinciannya:

- Permohonan lisan tetap permohonan; catat di buku register dengan tanggal, lalu teruskan kepada PPID
  pembantu.
- Samarkan bagian yang dikecualikan, bukan menolak dokumennya.
- Jawaban yang menyebut pasal dan nomor SOP menurunkan keberatan; dari 9 jawaban contoh, hanya 1 yang
  dipersoalkan lagi.
- Simpan satu lembar tanya jawab penertiban yang sama untuk humas, posko, dan petugas lapangan.

# D. Kesimpulan

1. Satpol PP membutuhkan daftar informasi publik tingkat bidang yang dimutakhirkan setiap semester.
2. Petugas lapangan perlu kartu saku berisi dasar hukum penertiban dan kalimat jawaban.
3. Waktu jawab menjadi ukuran yang dipantau bersama pada pertemuan triwulan berikutnya.

# E. Tanya jawab peserta

Peserta dari Jakarta Barat bertanya apakah identitas pelapor CRM boleh disebutkan dalam jawaban kepada
pemohon. Narasumber menjawab tidak; identitas pelapor adalah data pribadi, yang dapat disebutkan hanya
tanggal, lokasi umum, dan tindak lanjutnya. Peserta dari sekretariat menanyakan dokumen yang masih berupa
konsep. Jawabannya: konsep dan memo internal dapat dikecualikan sementara, tetapi peraturan, SOP yang telah
disahkan, dan anggaran kegiatan wajib diumumkan.

Pendamping mengingatkan bahwa pertemuan berikutnya perlu membahas kasus yang disiapkan anggota, bukan paparan
satu arah. Dua satuan wilayah bersedia membawa kasus: permintaan data reklame dan permintaan salinan surat
tugas penertiban.

# F. Tindak lanjut

|: 0.5 4 2 1.6
| No | Uraian | Penanggung jawab | Tenggat
| 1 | Menyusun register permohonan informasi bersama posko | PPID pembantu | 20 November 2025
| 2 | Menyusun kartu saku dasar hukum penertiban | Bidang penertiban | 12 Desember 2025
| 3 | Menyamarkan arsip video penertiban 2025 yang diminta media | Sekretariat | 30 November 2025
| 4 | Mengunggah notulen dan lembar tanya jawab ke portal pengetahuan | Kurator komunitas | 14 November 2025

# G. Daftar hadir (petikan)

|: 0.5 2.5 2.4 2.6 2
| No | Nama | Unit | NIP | Telepon
| 1 | Rudi Contoh Hartono | Bidang penertiban | 198204112009011986 | 0812-0000-6612
| 2 | Wati Misal Kartika | Sekretariat | 199112052015032985 | 0812-0000-6648
| 3 | Galih Contoh Utama | Satuan wilayah Jakarta Barat | 198709232010121984 | 0812-0000-6671

!sign Jakarta, 6 November 2025 | Sekretaris Komunitas Pembelajar | Wati Misal Kartika | 199112052015032985
"""

FIELD_CHECK = """
!kop BAPENDA

^ PEMBELAJARAN (LESSON LEARNED)
^ VERIFIKASI LAPANGAN NJOP: MENGAPA HASILNYA BERBEDA DARI DATA LAMA
^ Komunitas Pembelajar Bapenda, September 2025

# 1. Ringkasan

Selama Februari sampai Juli 2025, tim dua UPPPD memverifikasi 1.248 objek PBB-P2. Pada 437 objek (35%) hasil
verifikasi berbeda dari data lama lebih dari sepuluh persen. Catatan ini menerangkan penyebabnya, cara kerja
baru yang dicoba, dan hasilnya, agar UPPPD lain tidak mengulangi kesalahan yang sama.

# 2. Konteks dan masalah

Verifikasi lapangan (verlap) dipicu tiga hal: permohonan pembetulan, keberatan, dan perbedaan citra udara
dengan data. Sebelum perbaikan, satu verifikasi memakan waktu rata-rata 14 hari kerja sejak surat tugas, dan
hasilnya sering dipersoalkan karena petugas mengukur dengan cara yang berbeda-beda.

# 3. Mengapa hasil verlap sering berbeda dari data lama

Hasil verifikasi lapangan NJOP sering berbeda dari data lama karena luas bangunan lama hanya mencatat lantai
dasar, renovasi tidak pernah dilaporkan lewat LSPOP, dan zona nilai tanah belum dimutakhirkan. Rincian
penyebab pada 437 objek:

|: 4 1.2 1.2
| Penyebab perbedaan | Jumlah objek | Bagian
| Luas bangunan lama hanya lantai dasar atau tanpa teras beratap | 171 | 39%
| Renovasi atau tambah lantai tidak dilaporkan (LSPOP tidak diperbarui) | 118 | 27%
| Zona nilai tanah lama, jalan baru belum masuk peta | 74 | 17%
| Perubahan penggunaan hunian menjadi usaha | 48 | 11%
| Salah rekam (angka tertukar, NOP tetangga) | 26 | 6%

# 4. Apa yang dilakukan

1. Menyamakan cara ukur: luas bangunan adalah jumlah luas semua lantai, diukur sisi luar dinding dengan meter
   laser.
2. Menyusun lembar kerja satu halaman berisi denah, foto empat sisi, dan titik koordinat.
3. Mencocokkan citra udara dan data PBG sebelum berangkat, sehingga hanya objek yang berbeda yang didatangi.
4. Menerangkan hasil ukur kepada pemilik di tempat dan meminta paraf pada denah.
5. Rapat kasus setiap Jumat antara petugas pendata, penilai, dan peneliti keberatan.

# 5. Hasil

| Ukuran | Sebelum | Sesudah
| Waktu verifikasi sejak surat tugas | 14 hari kerja | 6 hari kerja
| Objek yang diukur ulang karena ragu | 18% | 5%
| Keberatan atas hasil verifikasi | 31 dari 300 | 12 dari 300

Penurunan waktu terutama berasal dari pencocokan citra lebih dahulu: kunjungan yang tidak perlu berkurang 40%.

# 6. Yang berhasil dan yang tidak

- Berhasil: paraf pemilik pada denah; pemilik yang ikut melihat pengukuran jarang mengajukan keberatan.
- Berhasil: rapat kasus mingguan; penilai belajar membaca keadaan lapangan dari petugas pendata.
- Tidak berhasil: mengirim foto melalui grup percakapan. Foto tercecer dan memuat wajah penghuni; sekarang
  foto diunggah langsung ke lembar kerja.
- Tidak berhasil: menargetkan 20 objek per hari; mutu denah turun. Batas wajar 12 objek per tim per hari.

# 7. Contoh kasus

Sebuah rumah di Duren Sawit tercatat dengan luas bangunan 72 m2 sejak 2001. Citra udara memperlihatkan atap
yang lebih luas, dan data PBG menyebut dua lantai. Petugas mengukur 168 m2: lantai dasar 88 m2 dan lantai atas
80 m2. Pemilik semula menolak karena mengira pajak naik dua kali lipat. Setelah dijelaskan bahwa rumahnya
tetap di bawah batas pembebasan 2025, pemilik memaraf denah dan mengisi LSPOP hari itu juga. Pelajarannya:
jelaskan akibat terhadap pajak sebelum mengukur, bukan sesudahnya.

| Langkah petugas | Alat | Waktu
| Membaca citra dan data PBG di kantor | Komputer | 20 menit
| Menjelaskan maksud kunjungan | Surat tugas | 10 menit
| Mengukur dan menggambar denah | Meter laser | 35 menit
| Mengisi lembar kerja dan meminta paraf | Lembar kerja | 15 menit
| Mengunggah hasil | Aplikasi | 10 menit

# 8. Rekomendasi

1. Wajibkan pembaruan LSPOP sebagai syarat layanan lain seperti salinan SPPT dan balik nama.
2. Mutakhirkan zona nilai tanah paling lama enam bulan setelah jalan baru dibuka.
3. Gunakan lembar kerja yang sama di semua UPPPD dan simpan denah sebagai bagian berkas objek.

# 9. Syarat replikasi

Dibutuhkan dua meter laser per tim, akses citra udara, dan satu orang penilai yang dapat hadir pada rapat
kasus. Biaya tambahan sekitar Rp6 juta per UPPPD untuk alat ukur. Kontak: koordinator komunitas melalui kotak
surat komunitas, bukan nomor pribadi.
"""

DEVELOPERS = """
!kop BPAD

^ PEMBELAJARAN (LESSON LEARNED)
^ MENELUSURI SIPPT UNTUK MENCATAT FASOS FASUM DARI PENGEMBANG
^ Komunitas Pembelajar BPAD, Agustus 2025

# 1. Ringkasan

Dari 64 kewajiban pengembang yang ditelusuri pada tahun 2024, hanya 21 yang langsung dapat dicatat sebagai
barang milik daerah. Sisanya tertahan karena dokumen tersebar di beberapa dinas. Setelah cara kerja diubah, 49
kewajiban tuntas dicatat sampai Juli 2025.

# 2. Konteks dan masalah

Pengembang wajib menyerahkan fasilitas sosial dan fasilitas umum (fasos fasum) menurut SIPPT. Banyak SIPPT
berumur lebih dari dua puluh tahun, pengembangnya sudah berganti nama, dan gambar rencana tapak hanya ada di
arsip kertas. Akibatnya jalan dan taman sudah dipakai warga, tetapi belum tercatat pada KIB sehingga tidak
dapat dianggarkan pemeliharaannya.

# 3. Apa yang dilakukan

1. Membuat satu daftar induk SIPPT yang dapat dibaca Citata, Dinas Bina Marga, Tamhut, dan kota administrasi.
2. Menelusuri arsip ke depo arsip Dispusip dengan kata kunci nama pengembang lama dan nomor persil.
3. Mengukur ulang bersama kelurahan dan memotret batas bidang; hasilnya ditandatangani sebagai berita acara
   pemeriksaan fisik.
4. Menilai objek dengan penilai publik sebelum BAST, bukan sesudahnya.
5. Mencatat dalam 30 hari kalender sejak BAST: tanah di KIB A, gedung di KIB C, jalan dan saluran di KIB D,
   asal usul hibah.

# 4. Hasil

| Ukuran | 2024 | Januari–Juli 2025
| Kewajiban yang tuntas dicatat | 21 | 49
| Waktu dari BAST sampai tercatat di KIB | 143 hari | 27 hari
| Nilai yang tercatat | Rp212 miliar | Rp684 miliar

# 5. Yang berhasil

- Daftar induk bersama menghentikan surat-menyurat berulang antardinas.
- Penilaian sebelum BAST membuat nilai langsung dapat dibukukan.
- Rapat dua mingguan dengan kota administrasi; masalah batas bidang selesai di lapangan.

# 6. Yang tidak berhasil

- Mengundang pengembang hanya dengan surat. Yang efektif adalah menahan rekomendasi lanjutan sampai kewajiban
  dipenuhi.
- Mencatat lebih dahulu tanpa BAST. Catatan seperti itu menjadi temuan dan harus dikoreksi; sekarang dipakai
  daftar barang dalam penelusuran.

# 7. Rekomendasi

1. Pindai semua SIPPT dan rencana tapak, beri nama berkas nomor SIPPT dan tahun.
2. Cantumkan nomor SIPPT pada kolom keterangan KIB agar dapat dicari.
3. Jadwalkan penyerahan bertahap bagi kawasan besar; jangan menunggu seluruh kawasan selesai.

# 8. Contoh kasus: kawasan yang pengembangnya berganti nama

Sebuah kawasan perumahan memperoleh SIPPT pada tahun 1998 atas nama perusahaan yang sejak 2007 melebur ke
perusahaan lain. Surat penagihan kepada nama lama selalu kembali. Tim menelusuri akta penggabungan di arsip
perizinan, memperoleh nama penerus hak, lalu mencocokkan rencana tapak dengan foto udara. Dari delapan bidang
yang terutang, enam masih utuh, satu menyempit 84 m2 karena pagar warga, dan satu sudah menjadi pos jaga. Enam
bidang diserahkan lebih dahulu dengan BAST bertahap; dua bidang sisanya masuk daftar barang dalam penelusuran
dengan tenggat penyelesaian.

| Langkah | Waktu yang dipakai | Dokumen kunci
| Menemukan penerus hak | 9 hari | Akta penggabungan
| Mencocokkan rencana tapak | 5 hari | Rencana tapak, foto udara
| Pemeriksaan fisik bersama kelurahan | 2 hari | Berita acara pemeriksaan
| Penilaian | 12 hari | Laporan penilaian
| BAST bertahap sampai tercatat di KIB | 24 hari | BAST, kartu inventaris

# 9. Kesalahan yang paling mahal

Kesalahan yang paling mahal adalah menerima tanah tanpa memeriksa jalan masuknya. Pada satu kawasan, taman
seluas 2.100 m2 ternyata hanya dapat dicapai melalui bidang milik perorangan. Sejak itu formulir pemeriksaan
fisik memuat pertanyaan wajib: apakah bidang dapat dicapai dari jalan umum, dan siapa pemilik bidang di
sekelilingnya.

# 10. Syarat replikasi dan dokumen terkait

Diperlukan satu petugas arsip penuh waktu selama enam bulan dan akses ke peta bidang. Dokumen terkait: BAST
fasos fasum PT Contoh Griya Sentosa, Juknis Penatausahaan BMD 2025, dan format berita acara inventarisasi.
"""

PAPERS = [
    Paper(
        path="SATPOL/Notulen CoP 6 Nov 2025 keterbukaan informasi.docx",
        title="Notulen Pertemuan Komunitas Pembelajar Satpol PP: Keterbukaan Informasi Publik",
        kind="notulen",
        unit="SATPOL",
        community="Komunitas Pembelajar Satpol PP",
        date="2025-11-06",
        review_on="2028-11-06",
        build=lambda path: write_docx(path, "Notulen Komunitas Pembelajar Satpol PP", blocks(MINUTES)),
    ),
    Paper(
        path="BAPENDA/Lesson learned verlap NJOP 2025.docx",
        title="Pembelajaran Verifikasi Lapangan NJOP: Mengapa Hasilnya Berbeda dari Data Lama",
        kind="lesson",
        unit="BAPENDA",
        community="Komunitas Pembelajar Bapenda",
        date="2025-09-22",
        review_on="2028-09-22",
        build=lambda path: write_docx(path, "Pembelajaran Verifikasi Lapangan NJOP", blocks(FIELD_CHECK)),
    ),
    Paper(
        path="BPAD/Lesson learned penelusuran SIPPT fasos fasum.pdf",
        title="Pembelajaran Menelusuri SIPPT untuk Mencatat Fasos Fasum dari Pengembang",
        kind="lesson",
        unit="BPAD",
        community="Komunitas Pembelajar BPAD",
        date="2025-08-19",
        review_on="2028-08-19",
        build=lambda path: write_pdf(path, "Pembelajaran Penelusuran SIPPT", blocks(DEVELOPERS)),
    ),
]
