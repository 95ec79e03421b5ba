"""Guides of the knowledge programme: the maturity instrument, and the template of an asset in two editions."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

BPSDM = "Komunitas Pembelajar BPSDM"

INSTRUMENT = """
!kop BPSDM

^ PANDUAN INSTRUMEN
^ PENILAIAN MATURITAS KOMUNITAS PEMBELAJAR (CoP)
^ Versi 1 – Oktober 2025

# 1. Tujuan

Panduan ini menerangkan cara menilai kematangan Komunitas Pembelajar perangkat daerah. Penilaian dipakai untuk
memberi saran perbaikan dan menentukan pendampingan, bukan untuk menghukum komunitas yang baru tumbuh. Jumlah
unggahan saja tidak menentukan tingkat; mutu, pemakaian, dan keberlanjutan ikut dihitung.

# 2. Lima tingkat maturitas

|: 1 1.6 5
| Tingkat | Nama | Gambaran umum
| 1 | Rintisan | Bergerak pada beberapa orang; belum ada keputusan pembentukan yang berlaku atau belum punya
  irama kegiatan
| 2 | Tumbuh | Sudah ada keputusan, anggota, pertemuan, dan aset pertama; masih bergantung pada pendamping
| 3 | Terstandar | Bertemu setiap triwulan, memakai templat dan telaah, aset terklasifikasi, mulai dipakai
  SKPD lain
| 4 | Terkelola | Target dipantau dengan data, separuh pegawai memakai aset, beberapa SKPD memakai ulang
| 5 | Berkelanjutan | Bertahan walau pejabat berganti, dampaknya terbukti, membina komunitas lain

# 3. Kriteria maturitas level 3 (Terstandar)

Kriteria maturitas level 3 CoP (Terstandar) adalah pertemuan bernotulen setiap triwulan, templat dan telaah
dipakai, aset terklasifikasi dan sebagian besar mutakhir, serta sudah ada pemakaian ulang pertama oleh SKPD
lain. Batas angka yang dipakai penilai untuk level 3:

|: 3 5
| Indikator | Batas level 3
| Keputusan pembentukan dan peran | Ketua dan anggota ditambah moderator, kurator, pencatat, dan pendamping
  disebut namanya
| Realisasi rencana kegiatan | Paling sedikit 50% kegiatan terlaksana
| Pertemuan bernotulen | Satu kali setiap triwulan
| Anggota aktif dalam dua triwulan | Paling sedikit 25%
| Aset yang disahkan dalam setahun | Paling sedikit 4 aset
| Kelengkapan templat | Rata-rata 75%
| Pegawai SKPD yang membuka aset | Paling sedikit 25%
| Pemakaian ulang oleh SKPD lain | Dua catatan, satu di antaranya adaptasi
| Aset yang belum lewat tanggal tinjau ulang | Paling sedikit 70%
| Median waktu telaah | Paling lama 20 hari kerja
| Klasifikasi akses dan data pribadi | 90% aset tanpa temuan terbuka

# 4. Dimensi dan bobot

| Dimensi | Bobot
| D1 Kepemimpinan dan tata kelola | 15%
| D2 Relevansi tema | 10%
| D3 Partisipasi dan kolaborasi | 15%
| D4 Aset dan dokumentasi | 20%
| D5 Pemanfaatan dan replikasi | 20%
| D6 Kurasi dan kemutakhiran | 10%
| D7 Dampak dan keberlanjutan | 10%

Nilai dimensi adalah rata-rata indikator yang sah. Nilai total adalah jumlah bobot dikalikan nilai dimensi.
Tingkat diambil dari bilangan bulat di bawah nilai total tanpa pembulatan ke atas: nilai 2,99 tetap tingkat 2.

# 5. Gerbang kenaikan tingkat

1. Untuk tingkat L, setiap dimensi bernilai paling sedikit L dikurangi satu.
2. Tingkat 2 mensyaratkan keputusan pembentukan yang berlaku.
3. Tingkat 3 mensyaratkan kelengkapan templat dan klasifikasi akses masing-masing bernilai paling sedikit 3.
4. Tingkat 4 mensyaratkan separuh pegawai SKPD telah membuka aset dan nilai pemakaian ulang paling sedikit 3.
5. Tingkat 5 mensyaratkan bukti dampak bernilai paling sedikit 4.

Indikator yang datanya belum cukup ditulis "belum dapat dinilai" dan dikeluarkan dari rata-rata; jangan
ditulis 1.

# 6. Siapa yang menilai dan kapan

1. Ketua komunitas mengisi penilaian mandiri berikut buktinya.
2. Widyaiswara yang tidak mendampingi komunitas itu melakukan verifikasi dan boleh menggeser nilai paling
   banyak satu angka dengan alasan tertulis.
3. Panel BPSDM bersama juri tamu menyelaraskan nilai antarkomunitas.

Penilaian penuh dilakukan setahun sekali dengan batas data 31 Oktober; pemeriksaan ringan dilakukan pada bulan
Juni. Kepala SKPD dapat mengajukan keberatan dalam lima hari kerja. Komunitas berumur kurang dari enam bulan
ditampilkan sebagai "belum dinilai".

# 7. Bukti yang diterima

- Keputusan pembentukan dan daftar peran; notulen bertanda tangan; memo pimpinan.
- Matriks tema dengan indikator kinerja utama; survei kebutuhan anggota.
- Catatan pemakaian ulang dengan nomor dokumen dan konfirmasi kepala unit pemakai.
- Angka sebelum dan sesudah dengan sumbernya untuk indikator dampak.

# 8. Contoh perhitungan

Sebuah komunitas memperoleh nilai dimensi D1 sampai D7 berturut-turut 3; 2,67; 3,25; 3; 2,33; 3,67; dan 2.
Setelah dikalikan bobot, nilai totalnya 2,84. Tingkatnya adalah 2 (Tumbuh), walaupun empat dimensi sudah
mencapai angka 3. Saran yang diberikan kepada komunitas itu ialah memperbanyak pemakaian ulang oleh SKPD lain
dan mengumpulkan bukti dampak, karena dua dimensi itulah yang paling rendah.

# 9. Kewajaran penilaian

Pembacaan oleh pegawai SKPD sendiri tidak dihitung sebagai pemakaian ulang. Satu orang dihitung satu kali
untuk setiap aset. Aset yang hampir sama digabung. Paling banyak 40% aset yang dihitung berasal dari satu
penulis. Data baca ditampilkan untuk kelompok lima orang atau lebih, tidak pernah per orang.
"""

TEMPLATE = """
!kop BPSDM

^ TEMPLAT ASET PENGETAHUAN
^ Versi 2.1 – berlaku sejak 1 September 2025

# Keterangan versi

Template aset pengetahuan yang terbaru adalah Versi 2.1 yang berlaku sejak 1 September 2025 dan menggantikan
Versi 1.0 tahun 2024. Perubahan pokok: klasifikasi akses menjadi wajib, ditambah pernyataan bebas data
pribadi, tanggal tinjau ulang diisi otomatis, dan lampiran daftar hadir dihapus.

# Bagian 1 – Identitas (wajib)

|: 2.4 3 3
| Isian | Cara mengisi | Contoh
| Judul | Singkat, menyebut pokok persoalan | Mempercepat verifikasi lapangan NJOP
| Jenis | SOP, KAK, BMD, PBB-P2, juknis, pembelajaran, praktik baik, FAQ, paparan, notulen, templat, regulasi
  | Pembelajaran
| Ringkasan | 50–150 kata | Masalah, cara, hasil dalam satu paragraf
| Tema dan kata kunci | 3–7 kata kunci | NJOP, LSPOP, citra udara
| SKPD dan unit | Nama resmi | Bapenda, UPPPD
| Komunitas pembelajar | Nama pada keputusan pembentukan | Komunitas Pembelajar Bapenda
| Penyusun | Nama dan jabatan, tanpa nomor pribadi | Penilai pajak
| Tanggal dokumen dan versi | Tanggal selesai; versi naik bila isi berubah | 22-09-2025; 1.0
| Dasar hukum | Jenis, nomor, tahun, status | Perda 1/2024, berlaku
| Klasifikasi akses | Terbuka, Internal Pemprov, atau Terbatas SKPD | Internal Pemprov
| Tanggal tinjau ulang | SOP 24 bulan, KAK 12, PBB-P2 12, pembelajaran 36 bulan | 22-09-2028
| Pernyataan bebas data pribadi | Centang setelah berkas diperiksa | Ya

# Bagian 2 – Isi untuk pembelajaran atau praktik baik (wajib)

1. Konteks dan masalah: apa yang terjadi, siapa yang terdampak, sejak kapan.
2. Apa yang dilakukan: langkah berurutan yang dapat ditiru.
3. Hasil: angka sebelum dan sesudah, berikut sumber datanya.
4. Yang berhasil dan yang tidak berhasil.
5. Rekomendasi.
6. Syarat replikasi: orang, alat, biaya, dan izin yang diperlukan SKPD lain.

# Bagian 3 – Isian pilihan

Narasumber, nomor dokumen, pertemuan asal, aset terkait, aset yang digantikan, biaya atau waktu yang dihemat,
foto tanpa wajah warga, tautan video, sasaran pembaca, dan masa berlaku.

# Bagian 4 – Daftar periksa sebelum mengajukan

- Tidak ada NIK, nomor kartu keluarga, NOP, nomor telepon pribadi, atau alamat rumah.
- Rincian harga satuan HPS tidak dimuat.
- Setiap aturan yang dikutip masih berlaku atau diberi keterangan telah diganti.
- Berkas dapat dibaca mesin; hasil pindai disertai teks.

# Bagian 5 – Alur pengesahan

Draf diajukan penyusun kepada kurator komunitas, ditelaah oleh penelaah yang bukan penyusun, lalu disahkan
kepala unit. Aset yang dikembalikan diperbaiki paling lama sepuluh hari kerja. Aset yang disahkan ditinjau
ulang pada tanggalnya; bila aturan yang dikutip dicabut, statusnya menjadi perlu diperbarui.

|: 2 2 3
| Status | Siapa yang mengubah | Arti bagi pembaca
| Draf | Penyusun | Belum dapat dikutip
| Diajukan dan ditelaah | Kurator dan penelaah | Sedang diperiksa, isi masih dapat berubah
| Dikembalikan | Penelaah | Perlu perbaikan penyusun
| Disahkan | Kepala unit | Dapat dikutip dan dipakai ulang
| Perlu diperbarui | Sistem atau kurator | Boleh dibaca dengan peringatan
| Diarsipkan atau ditarik | Kurator atau PPID | Tidak dipakai sebagai jawaban

## Contoh ringkasan yang baik

"Sepanjang 2024 satu verifikasi lapangan memakan waktu 14 hari kerja. Tim dua UPPPD mencocokkan citra udara
lebih dahulu, memakai lembar kerja satu halaman, dan meminta paraf pemilik pada denah. Waktu turun menjadi 6
hari kerja dan keberatan berkurang dari 31 menjadi 12 dari 300 objek. Cara ini dapat ditiru UPPPD lain dengan
dua meter laser per tim dan satu penilai pada rapat kasus mingguan."

## Kesalahan pengisian yang sering dikembalikan

1. Ringkasan hanya mengulang judul atau menyebut bahwa kegiatan telah dilaksanakan.
2. Hasil ditulis "lebih cepat" tanpa angka sebelum dan sesudah.
3. Dasar hukum tidak menyebut tahun atau masih memakai aturan yang dicabut.
4. Daftar hadir dan foto peserta ikut diunggah.

# Bagian 6 – Kelengkapan

Kelengkapan adalah isian wajib yang terisi dibagi isian wajib untuk jenis itu. Aset baru dapat diajukan bila
kelengkapannya paling sedikit 75%.
"""

OLD_TEMPLATE = """
!kop BPSDM

^ TEMPLAT ASET PENGETAHUAN
^ Versi 1.0 – Februari 2024

# Keterangan

Templat ini dipakai pada tahun pertama program komunitas pembelajar. Templat telah digantikan dan disimpan
sebagai arsip agar aset lama dapat dibaca menurut bentuk asalnya.

# Bagian A – Identitas

| Isian | Cara mengisi
| Judul | Nama kegiatan atau dokumen
| Jenis | SOP, KAK, BMD, PBB, atau lain-lain
| SKPD | Nama singkat
| Penyusun | Nama, NIP, dan nomor telepon
| Tanggal | Tanggal unggah
| Kata kunci | Bebas

# Bagian B – Isi

1. Latar belakang kegiatan.
2. Uraian kegiatan.
3. Hasil yang dicapai.
4. Penutup.

# Bagian C – Lampiran

Lampirkan undangan, daftar hadir lengkap, foto kegiatan, dan bahan paparan. Semua lampiran digabung dalam satu
berkas PDF.

# Bagian D – Pengiriman

Berkas dikirim melalui surel kepada sekretariat program dengan nama berkas SKPD_tanggal. Sekretariat
mengunggahnya ke portal paling lama dua minggu. Tidak ada telaah isi; sekretariat hanya memeriksa kelengkapan
lampiran.

# Bagian E – Catatan penggunaan tahun 2024

Dari 118 aset yang dikirim dengan templat ini, 73 memuat nomor telepon pribadi pada lampiran daftar hadir dan
41 tidak menyebut dasar hukum. Dua temuan itu menjadi alasan utama penyusunan templat pengganti. Pengisi juga
mengeluhkan bagian uraian kegiatan yang terlalu bebas sehingga langkah kerja sulit ditiru SKPD lain, dan tidak
adanya isian tanggal tinjau ulang sehingga aset lama tetap beredar walaupun aturannya telah dicabut.
"""

PAPERS = [
    Paper(
        path="BPSDM/Panduan Instrumen Maturitas CoP v1.pdf",
        title="Panduan Instrumen Penilaian Maturitas Komunitas Pembelajar (CoP)",
        kind="juknis",
        unit="BPSDM",
        community=BPSDM,
        access="terbuka",
        date="2025-10-01",
        review_on="2026-10-01",
        build=lambda path: write_pdf(path, "Panduan Instrumen Maturitas CoP", blocks(INSTRUMENT)),
    ),
    Paper(
        path="BPSDM/Templat aset pengetahuan v2.1 (Sept 2025).docx",
        title="Templat Aset Pengetahuan Versi 2.1",
        kind="template",
        unit="BPSDM",
        community=BPSDM,
        access="terbuka",
        date="2025-09-01",
        review_on="2026-09-01",
        build=lambda path: write_docx(path, "Templat Aset Pengetahuan 2.1", blocks(TEMPLATE)),
    ),
    Paper(
        path="BPSDM/template aset pengetahuan 2024 (lama).docx",
        title="Templat Aset Pengetahuan Versi 1.0 (2024)",
        kind="template",
        unit="BPSDM",
        community=BPSDM,
        status="diarsipkan",
        validity="digantikan",
        date="2024-02-12",
        review_on="2025-02-12",
        build=lambda path: write_docx(path, "Templat Aset Pengetahuan 1.0", blocks(OLD_TEMPLATE)),
    ),
]
