"""Minutes about property: a developer's handover, the stocktake form and one filled stocktake that was withdrawn."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.record import Paper

BPAD = "Komunitas Pembelajar BPAD"

HANDOVER = """
!kop BPAD

^ BERITA ACARA SERAH TERIMA
^ PRASARANA, SARANA, DAN UTILITAS UMUM (FASOS FASUM)
^ Nomor 9906/BAST/BPAD/2025

Pada hari ini, Rabu, tanggal delapan belas bulan Juni tahun dua ribu dua puluh lima, bertempat di Kantor Badan
Pengelolaan Aset Daerah, yang bertanda tangan di bawah ini:

|: 1.2 2.2 4
| Pihak | Nama | Jabatan dan alamat
| PIHAK PERTAMA | Johan Contoh Lesmana | Direktur Utama PT Contoh Griya Sentosa, Jalan Contoh Bulevar Nomor
  99, Jakarta Barat; NPWP 99.123.456.7-999.000
| PIHAK KEDUA | Ratna Contoh Puspita | Kepala Badan Pengelolaan Aset Daerah, bertindak untuk dan atas nama
  Pemerintah Provinsi

PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari PIHAK PERTAMA, fasilitas sosial
dan fasilitas umum yang menjadi kewajiban pengembang berdasarkan SIPPT Nomor 9914/-1.711.534 tanggal 4 Mei
2009.

# Pasal 1 – Objek serah terima

|: 0.5 2.6 1.2 1.6 2 1.6
| No | Jenis | Luas/volume | Lokasi | Dokumen | Nilai (Rp)
| 1 | Tanah jalan lingkungan | 3.240 m2 | Blok Contoh A–D | HPL Contoh No. 00412 | 19.440.000.000
| 2 | Perkerasan jalan beton | 2.950 m2 | Blok Contoh A–D | Gambar terbangun | 2.212.500.000
| 3 | Tanah taman lingkungan | 1.180 m2 | Blok Contoh E | HPL Contoh No. 00413 | 7.080.000.000
| 4 | Saluran drainase | 1.420 m | Sepanjang jalan | Gambar terbangun | 994.000.000
| 5 | Gedung balai warga | 210 m2 | Blok Contoh E | PBG Contoh No. 0217 | 1.155.000.000

Nilai seluruhnya Rp30.881.500.000,00 (tiga puluh miliar delapan ratus delapan puluh satu juta lima ratus ribu
rupiah) berdasarkan laporan penilai publik tanggal 28 April 2025.

# Pasal 2 – Jaminan

PIHAK PERTAMA menjamin objek serah terima bebas dari sengketa, tidak dijaminkan, dan tidak dikuasai pihak
lain. Bila di kemudian hari timbul gugatan atas masa sebelum serah terima, PIHAK PERTAMA bertanggung jawab
sepenuhnya.

# Pasal 3 – Pemeliharaan

PIHAK PERTAMA memelihara jalan, saluran, dan taman selama enam bulan sejak berita acara ini ditandatangani.
Setelah itu pemeliharaan menjadi tanggung jawab SKPD pengguna.

# Pasal 4 – Pencatatan sebagai barang milik daerah

BAST hibah fasos fasum dari pengembang dicatat sebagai barang milik daerah dengan asal usul hibah pada tanggal
BAST ditandatangani, sebesar nilai wajar hasil penilaian. Rincian pencatatannya adalah sebagai berikut.

1. Tanah jalan dan tanah taman dicatat pada KIB A, asal usul hibah, dengan nomor SIPPT pada kolom keterangan.
2. Gedung balai warga dicatat pada KIB C; perkerasan jalan dan saluran dicatat pada KIB D.
3. Objek yang dokumennya belum lengkap dicatat lebih dahulu pada daftar barang dalam penelusuran, bukan pada
   KIB.
4. Status penggunaan ditetapkan dengan keputusan Pengelola Barang: jalan kepada Dinas Bina Marga, saluran
   kepada Dinas Sumber Daya Air, taman kepada Dinas Pertamanan dan Hutan Kota, balai warga kepada kelurahan
   setempat.
5. Pencatatan diselesaikan paling lambat 30 hari kalender sejak BAST dan dilaporkan dalam laporan barang
   semester berjalan.

Bila nilai dalam laporan penilaian berbeda dari nilai pada SIPPT, yang dipakai adalah nilai dalam laporan
penilaian. Kekurangan luas lebih dari satu persen dituangkan dalam berita acara tersendiri dan tetap menjadi
kewajiban PIHAK PERTAMA sampai dipenuhi atau dikonversi menurut ketentuan.

# Pasal 5 – Lampiran

Lampiran berita acara terdiri atas salinan SIPPT, rencana tapak, gambar terbangun, sertifikat, berita acara
pemeriksaan fisik, laporan penilaian, dan foto lokasi. Salinan digital disimpan pada aplikasi aset dengan
nomor register BAST.

# Pasal 6 – Penutup

Berita acara ini dibuat rangkap tiga, dua di antaranya bermeterai cukup dan mempunyai kekuatan hukum yang
sama. Sejak ditandatangani, kewajiban PIHAK PERTAMA atas objek dalam Pasal 1 dinyatakan terpenuhi.

!sign Jakarta, 18 Juni 2025 | PIHAK KEDUA, Kepala Badan Pengelolaan Aset Daerah | Ratna Contoh Puspita |
 196911231994032990
"""

STOCKTAKE = """
!kop BPAD

^ FORMAT BERITA ACARA DAN LAPORAN HASIL INVENTARISASI
^ BARANG MILIK DAERAH
^ Templat BPAD edisi 2025

# Petunjuk pemakaian

Format berita acara inventarisasi barang terdiri atas kepala naskah, dasar penugasan, susunan tim, hasil
inventarisasi, kesimpulan, tanda tangan tim, dan lampiran Laporan Hasil Inventarisasi (LHI). Ganti tulisan
dalam tanda [ ] dengan data unit Anda, hapus petunjuk ini, dan simpan satu berita acara untuk satu UKPD.
Format mengikuti formulir III.A lembar kerja inventarisasi dan III.B laporan hasil inventarisasi pada
Permendagri Nomor 47 Tahun 2021.

# BERITA ACARA INVENTARISASI BARANG MILIK DAERAH

Nomor: [nomor]/BA-INV/[kode SKPD]/[tahun]

Pada hari ini [hari], tanggal [tanggal] bulan [bulan] tahun [tahun], kami yang bertanda tangan di bawah ini,
Tim Inventarisasi yang dibentuk dengan Keputusan Kepala [SKPD] Nomor [nomor] Tahun [tahun], telah melaksanakan
inventarisasi barang milik daerah pada [nama UKPD] untuk keadaan per [tanggal pisah batas], dengan hasil
sebagai berikut:

1. Barang menurut daftar barang: [jumlah] unit dengan nilai perolehan Rp[nilai].
2. Barang ditemukan sesuai: [jumlah] unit, terdiri atas kondisi baik [jumlah], rusak ringan [jumlah], rusak
   berat [jumlah].
3. Barang tidak ditemukan: [jumlah] unit dengan nilai perolehan Rp[nilai].
4. Barang berlebih (ada fisik, tidak tercatat): [jumlah] unit.
5. Barang yang datanya berubah (kondisi, lokasi, spesifikasi): [jumlah] unit.
6. Barang dalam sengketa atau dikuasai pihak lain: [jumlah] unit.

Kesimpulan: [ringkas penyebab selisih dan tindak lanjutnya]. Barang tidak ditemukan ditindaklanjuti dengan
penelusuran paling lama 30 hari kerja; barang berlebih dicatat setelah nilai wajarnya ditetapkan; barang rusak
berat diusulkan penghapusan.

Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.

# Tim Inventarisasi

|: 0.5 2.5 2.5 2
| No | Nama | Kedudukan dalam tim | Tanda tangan
| 1 | [nama] | Ketua (pejabat struktural UKPD) |
| 2 | [nama] | Sekretaris (Pengurus Barang Pembantu) |
| 3 | [nama] | Anggota (penanggung jawab ruangan) |
| 4 | [nama] | Anggota (bidang teknis) |

Mengetahui, Kuasa Pengguna Barang [nama jabatan], [nama], NIP [nomor].

# Lampiran – Laporan Hasil Inventarisasi (LHI)

|: 0.5 1.6 1.4 1.4 1.4 1.2 1.4 1.2 1.2 1.2
| No | Kode Barang | Uraian | Nama | NIBAR | Merek/Tipe | Spesifikasi Lain | Tgl Perolehan | Nilai | Ket
| 1 | 1.3.2.10.01.02.001 | PC Unit | Komputer meja | [45 digit] | [merek] | [inci] | [tanggal] | [nilai] |
  Sesuai
| 2 | 1.3.2.05.02.01.003 | Kursi kerja | Kursi staf | [45 digit] | [merek] | [bahan] | [tanggal] | [nilai] |
  Tidak ditemukan
| 3 | 1.3.2.05.01.05.043 | Slide projector | Proyektor | [45 digit] | [merek] | [lumen] | [tanggal] | [nilai]
  | Rusak berat

# Petunjuk pengisian LHI

1. Satu baris untuk satu barang; jangan menggabung beberapa register dalam satu baris.
2. Kolom Ket hanya diisi salah satu: sesuai, tidak ditemukan, berlebih, rusak berat, berubah data, atau
   sengketa.
3. Untuk data yang berubah, tulis keadaan sebelum dan sesudah pada lembar III.B kolom "sebelum" dan "sesudah".
4. NIBAR ditulis sebagai teks. Nama penanggung jawab ruangan cukup ditulis jabatannya, tanpa NIK dan nomor
   telepon.
5. Foto barang dilampirkan pada berkas terpisah dengan nama berkas sama dengan nomor register.

# Menghitung selisih

Selisih dihitung untuk setiap kelompok barang, bukan untuk seluruh unit sekaligus, agar kekurangan pada satu
kelompok tidak tertutup kelebihan kelompok lain. Rumusnya: barang tercatat dikurangi barang sesuai dikurangi
barang rusak berat dikurangi barang tidak ditemukan harus sama dengan nol; barang berlebih dicatat terpisah.
Bila hasilnya bukan nol, periksa baris ganda dan barang yang sudah dimutasi tetapi belum dicatat.

# Dokumen pendukung berita acara

- Keputusan pembentukan tim dan surat tugas.
- Salinan KIB dan KIR per tanggal pisah batas.
- Foto ruangan dan foto barang yang tidak sesuai.
- Kronologi barang tidak ditemukan yang ditandatangani penanggung jawab ruangan.

# Jadwal inventarisasi

| Kegiatan | Pelaksana | Waktu
| Pembentukan tim dan pelatihan singkat | Kuasa Pengguna Barang | 1 minggu
| Pendataan fisik per ruangan | Tim Inventarisasi | 3 minggu
| Pencocokan dengan KIB dan KIR | Tim dan Pengurus Barang | 1 minggu
| Berita acara dan LHI | Ketua tim | 1 minggu
"""

WITHDRAWN = """
!kop DINKES

^ LAPORAN HASIL INVENTARISASI
^ PUSKESMAS CONTOH SEHAT, SEMESTER I 2025
^ Nomor 045/LHI/DINKES/2025

Catatan penarikan: laporan ini ditarik dari portal pada 22 Agustus 2025 karena lampirannya memuat nomor induk
kependudukan dan nomor telepon pribadi penanggung jawab ruangan. Versi tanpa data pribadi akan
menggantikannya.

# 1. Dasar dan ruang lingkup

Inventarisasi dilaksanakan berdasarkan Keputusan Kepala Puskesmas Contoh Sehat Nomor 21 Tahun 2025 dan
mengikuti Permendagri Nomor 17 Tahun 2007 tentang Pedoman Teknis Pengelolaan Barang Milik Daerah. Ruang
lingkupnya seluruh peralatan dan mesin pada dua belas ruangan, keadaan per 30 Juni 2025.

# 2. Metode

Tim terdiri atas lima orang. Setiap ruangan didatangi dua orang, satu membaca KIR dan satu memeriksa fisik.
Barang yang cocok ditempeli stiker hijau, barang rusak berat stiker merah, dan barang tidak tercatat stiker
kuning. Pendataan berlangsung sebelas hari kerja karena ruang tindakan hanya dapat diperiksa setelah pelayanan
selesai.

# 3. Hasil

|: 2.4 1 1 1 1 1
| Kelompok barang | Tercatat | Sesuai | Rusak berat | Tidak ditemukan | Berlebih
| Alat kedokteran | 184 | 171 | 9 | 4 | 2
| Meubelair | 146 | 138 | 6 | 2 | 5
| Komputer dan printer | 41 | 33 | 7 | 1 | 0
| Alat pendingin | 22 | 19 | 3 | 0 | 1
| Jumlah | 393 | 361 | 25 | 7 | 8

Dari 393 unit yang tercatat, 361 unit sesuai, 25 unit rusak berat, dan 7 unit tidak ditemukan. Delapan unit
berlebih berasal dari bantuan kementerian yang berita acara hibahnya belum diterima.

# 4. Tindak lanjut

1. Mengusulkan penghapusan 25 unit rusak berat paling lambat 30 September 2025.
2. Menelusuri 7 unit tidak ditemukan; dua unit diduga terbawa saat renovasi poli gigi.
3. Meminta salinan berita acara hibah atas 8 unit berlebih kepada pemberi bantuan.

Rencana kerja tersebut dipantau Kuasa Pengguna Barang setiap bulan. Bila sampai akhir Oktober 2025 dua unit
yang diduga terbawa saat renovasi belum ditemukan, kasusnya dilaporkan kepada Pengguna Barang untuk diproses
menurut ketentuan ganti kerugian daerah.

# 5. Kendala dan saran

Kendala utama adalah label yang pudar pada alat yang sering disterilkan. Tim menyarankan label logam untuk
alat kedokteran dan label kertas hanya untuk meubelair. Pencatatan mutasi antarpoli juga perlu dilakukan pada
hari yang sama, karena sebagian besar selisih meubelair ternyata hanya berpindah ruangan. Pelatihan dua jam
bagi penanggung jawab ruangan sebelum pendataan terbukti mengurangi pengisian ulang lembar kerja.

# 6. Lampiran – penanggung jawab ruangan

|: 2 2.4 2.4 2
| Ruangan | Nama | NIK | Telepon
| Poli gigi | Mira Contoh Anjani | 9971014507880003 | 0812-0000-1188
| Laboratorium | Tono Misal Raharjo | 9972021203850002 | 0812-0000-2261
| Ruang obat | Fitri Contoh Maharani | 9975035809910001 | 0812-0000-3374

!sign Jakarta, 31 Juli 2025 | Kepala Puskesmas Contoh Sehat | dr. Yoga Contoh Permana | 198102172010011997
"""

PAPERS = [
    Paper(
        path="BPAD/BAST fasos fasum PT Contoh Griya Sentosa.docx",
        title="Berita Acara Serah Terima Fasos Fasum dari PT Contoh Griya Sentosa",
        kind="bast",
        unit="BPAD",
        community=BPAD,
        date="2025-06-18",
        build=lambda path: write_docx(path, "BAST fasos fasum", blocks(HANDOVER)),
    ),
    Paper(
        path="BPAD/Format BA dan LHI inventarisasi BMD.docx",
        title="Format Berita Acara dan Laporan Hasil Inventarisasi Barang Milik Daerah",
        kind="template",
        unit="BPAD",
        community=BPAD,
        access="terbuka",
        date="2025-02-03",
        review_on="2027-02-03",
        build=lambda path: write_docx(path, "Format BA dan LHI inventarisasi", blocks(STOCKTAKE)),
    ),
    Paper(
        path="DINKES/LHI Puskesmas Contoh Sehat smt I.docx",
        title="Laporan Hasil Inventarisasi Puskesmas Contoh Sehat Semester I 2025",
        kind="laporan",
        unit="DINKES",
        access="terbatas",
        status="ditarik",
        validity="digantikan",
        date="2025-07-31",
        build=lambda path: write_docx(path, "LHI Puskesmas Contoh Sehat", blocks(WITHDRAWN)),
    ),
]
