"""Procedures on public information (KOMINFO) and on technical guidance courses (BPSDM)."""

from tools.contoh.markup import read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop

PPID = read_sop(
    "Dinas Komunikasi, Informatika dan Statistik",
    """
unit: Bidang Informasi Publik selaku PPID
nomor: 009/SOP/KOMINFO/2025
nama: Layanan Informasi Publik PPID
dibuat: 20-01-2025
revisi: 02
efektif: 10-02-2025
pengesah: Kepala Dinas Komunikasi, Informatika dan Statistik
nama pengesah: Dr. Adhyaksa Purnomosidi, M.Kom.
nip: 197411022000121003
dasar:
- Dasar hukum SOP Layanan Informasi Publik PPID adalah Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan
  Informasi Publik, Peraturan Pemerintah Nomor 61 Tahun 2010, dan Peraturan Komisi Informasi Nomor 1 Tahun 2021
  tentang Standar Layanan Informasi Publik
- Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi
- Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pengelolaan Pelayanan Informasi dan Dokumentasi
kualifikasi:
- Petugas layanan informasi memahami daftar informasi publik dan tata cara permohonan
- Pejabat penghubung memahami informasi unitnya dan informasi yang dikecualikan
keterkaitan:
- SOP Uji Konsekuensi
- SOP Penanganan Keberatan Informasi
peralatan:
- Formulir permohonan dan buku register
- Daftar Informasi Publik (DIP) dan Daftar Informasi yang Dikecualikan
peringatan: Permohonan yang melewati sepuluh hari kerja tanpa jawaban dapat diajukan keberatan oleh pemohon.
pencatatan: Dicatat dalam register permohonan informasi dan laporan layanan tahunan.
pelaksana: Pemohon | Petugas Layanan | Pejabat Penghubung | PPID
langkah:
- Mengajukan permohonan informasi | Pemohon | Formulir, KTP | 15 menit | Permohonan
- Memeriksa kelengkapan dan memberi nomor | Petugas Layanan | Permohonan | 30 menit | Tanda bukti
- Mencari dokumen di unit | Pejabat Penghubung | Permohonan | 4 hari | Dokumen
- Informasi terbuka? | PPID | Dokumen, DIP | 2 hari | Keputusan | Tidak: uji konsekuensi
- Menyusun pemberitahuan tertulis | Petugas Layanan | Keputusan | 2 hari | Pemberitahuan
- Menandatangani pemberitahuan | PPID | Pemberitahuan | 1 hari | Pemberitahuan sah
- Menerima informasi | Pemohon | Pemberitahuan | 1 hari | Tanda terima
jumlah: 10 hari kerja
""",
)
PPID_TEXT = """
# PENJELASAN PROSEDUR
## A. Ruang lingkup
SOP ini berlaku bagi Pejabat Pengelola Informasi dan Dokumentasi (PPID) dan pejabat penghubung di semua SKPD dalam
melayani permohonan informasi publik secara langsung, melalui surat elektronik, maupun melalui laman PPID.
## B. Pengertian
a. Informasi publik ialah informasi yang dihasilkan, disimpan, dikelola, dikirim atau diterima badan publik yang
  berkaitan dengan penyelenggaraan pemerintahan.
b. Informasi yang dikecualikan ialah informasi yang tidak dapat dibuka berdasarkan Pasal 17 Undang-Undang Nomor 14
  Tahun 2008 setelah diuji konsekuensinya.
c. Uji konsekuensi ialah pengujian tentang akibat yang timbul bila suatu informasi dibuka.
## C. Jangka waktu
PPID wajib menjawab permohonan informasi publik paling lambat 10 hari kerja sejak permohonan diterima dan dapat
memperpanjangnya paling lama 7 hari kerja dengan alasan tertulis.

Bila permohonan tidak lengkap, petugas memberi tahu pemohon paling lambat tiga hari kerja. Jangka waktu dihitung
kembali sejak berkas dilengkapi.
## D. Uraian langkah
1. Pemohon mengisi formulir: nama, alamat, rincian informasi, tujuan penggunaan, dan cara memperoleh informasi.
2. Petugas memeriksa identitas. Pemohon badan hukum melampirkan akta; pemohon kelompok melampirkan surat kuasa.
3. Petugas mencatat permohonan dan memberi tanda bukti bernomor.
4. Pejabat penghubung mencari dokumen di unitnya dan menyerahkannya kepada PPID bersama keterangan bila sebagian
  isinya mengandung data pribadi.
5. PPID mencocokkan dokumen dengan Daftar Informasi Publik. Bila sebagian isi dikecualikan, bagian itu dihitamkan dan
  sisanya tetap diberikan.
6. Pemberitahuan tertulis menyebut apakah informasi dikuasai, diberikan seluruhnya atau sebagian, bentuk salinan,
  biaya penggandaan bila ada, dan alasan penolakan.
## E. Keberatan
Pemohon dapat mengajukan keberatan kepada atasan PPID paling lambat 30 hari kerja setelah menemukan alasan keberatan.
Atasan PPID menjawab paling lambat 30 hari kerja. Bila masih tidak puas, pemohon dapat mengajukan sengketa kepada
Komisi Informasi dalam 14 hari kerja.
## F. Pelindungan data pribadi
Salinan KTP pemohon hanya dipakai untuk memeriksa identitas dan disimpan terpisah dari register. Daftar pemohon tidak
diumumkan; laporan tahunan memuat jumlahnya saja.
## G. Ukuran keberhasilan
Semua permohonan dijawab dalam jangka waktu, tidak lebih dari lima persen berlanjut menjadi keberatan, dan Daftar
Informasi Publik dimutakhirkan setiap semester.
"""

BIMTEK = read_sop(
    "Badan Pengembangan Sumber Daya Manusia",
    """
unit: Bidang Pengembangan Kompetensi Teknis
nomor: 021/SOP/BPSDM/2025
nama: Penyelenggaraan Bimbingan Teknis
dibuat: 05-05-2025
revisi: 01
efektif: 19-05-2025
pengesah: Kepala Badan Pengembangan Sumber Daya Manusia
nama pengesah: Dr. Wiratama Hadikusuma, M.A.P.
nip: 197003121995031002
dasar:
- Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara
- Peraturan Lembaga Administrasi Negara Nomor 10 Tahun 2018 tentang Pengembangan Kompetensi PNS
- Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP
kualifikasi:
- Kualifikasi pelaksana SOP bimbingan teknis (bimtek) paling rendah berpendidikan Diploma III, telah mengikuti
  pelatihan penyelenggara pelatihan (TOC), dan mampu mengoperasikan sistem pembelajaran daring
- Narasumber berpengalaman sekurang-kurangnya tiga tahun pada bidang yang diajarkan
keterkaitan:
- SOP Evaluasi Pascapelatihan
- SOP Pembayaran Honorarium Narasumber
peralatan:
- Ruang kelas, proyektor dan pengeras suara
- Sistem pembelajaran daring dan daftar hadir elektronik
peringatan: Bimtek tanpa uji awal dan uji akhir tidak dihitung sebagai jam pelajaran peserta.
pencatatan: Dicatat dalam sistem informasi pengembangan kompetensi.
pelaksana: Panitia | Kasubbid | Kepala Bidang | Narasumber | Peserta
langkah:
- Menyusun rencana dan kerangka acuan | Panitia | Analisis kebutuhan | 3 hari | KAK bimtek
- Rencana disetujui? | Kepala Bidang | KAK bimtek | 1 hari | Persetujuan | Tidak: diperbaiki panitia
- Mengundang narasumber dan peserta | Kasubbid | Persetujuan | 5 hari | Undangan, konfirmasi
- Melaksanakan uji awal | Peserta | Soal | 30 menit | Nilai uji awal
- Menyampaikan materi dan praktik | Narasumber | Modul, kasus | 2 hari | Daftar hadir
- Melaksanakan uji akhir dan evaluasi | Peserta | Soal, angket | 1 jam | Nilai uji akhir
- Menerbitkan sertifikat dan laporan | Panitia | Nilai, daftar hadir | 5 hari | Sertifikat, laporan
jumlah: 16 hari kerja 1,5 jam
""",
)
BIMTEK_TEXT = """
# PENJELASAN PROSEDUR
## A. Ruang lingkup
SOP ini berlaku bagi bimbingan teknis yang diselenggarakan Badan Pengembangan Sumber Daya Manusia (BPSDM) sendiri atau
bersama SKPD, berlangsung satu sampai tiga hari, secara tatap muka, daring, atau campuran.
## B. Penyiapan
1. Panitia merumuskan satu masalah kerja yang hendak diselesaikan peserta, bukan sekadar judul materi.
2. Kerangka acuan memuat latar belakang, sasaran, kurikulum, jumlah jam pelajaran, narasumber, peserta, jadwal dan
  biaya.
3. Jumlah peserta paling banyak 40 orang per kelas agar praktik dapat didampingi.
4. Undangan dikirim sekurang-kurangnya tujuh hari sebelum pelaksanaan dan menyebut data kerja yang harus dibawa.
## C. Susunan hari pelaksanaan
|: 2 5 3
| Waktu | Acara | Penanggung jawab
| 08.00–08.30 | Presensi dan uji awal | Panitia
| 08.30–10.00 | Konsep dan peraturan | Narasumber
| 10.15–12.00 | Contoh dari unit kerja | Narasumber dan peserta
| 13.00–15.00 | Praktik dengan data peserta | Narasumber, pendamping
| 15.00–15.45 | Presentasi hasil praktik | Peserta
| 15.45–16.00 | Rencana tindak lanjut | Panitia

## D. Narasumber
Narasumber internal didahulukan. Honorarium dibayar menurut standar biaya yang berlaku dan hanya untuk jam yang
benar-benar diajarkan. Materi diserahkan tiga hari sebelum pelaksanaan dan menjadi aset pengetahuan BPSDM dengan
menyebut nama penyusunnya.
## E. Bimtek daring dan campuran
1. Panitia menguji sambungan dengan narasumber sehari sebelumnya dan menyiapkan satu moderator serta satu operator.
2. Sesi daring paling lama 90 menit, diselingi tugas yang dikerjakan peserta pada dokumen bersama.
3. Kehadiran dicatat pada awal, tengah, dan akhir sesi. Peserta yang terputus mengganti dengan tugas tertulis.
4. Rekaman hanya dibuat setelah peserta diberi tahu, dan bagian diskusi kasus yang menyebut nama orang dipotong.
## F. Evaluasi
Peserta lulus bila hadir sekurang-kurangnya 90 persen dan memperoleh nilai uji akhir paling rendah 70. Kenaikan nilai
rata-rata dari uji awal ke uji akhir dilaporkan. Tiga bulan kemudian, atasan peserta ditanya apakah hasil bimtek
dipakai dalam pekerjaan.
## G. Dokumentasi
Laporan memuat daftar hadir, materi, foto, nilai, saran peserta dan rencana tindak lanjut, paling lambat lima hari
kerja setelah penutupan. Rekaman disimpan di sistem pembelajaran daring. Komunitas Pembelajar terkait diberi salinan
agar pembahasan dapat dilanjutkan.
"""

PAPERS = [
    Paper(
        path="KOMINFO/SOP Layanan Informasi Publik PPID.pdf",
        title="SOP Layanan Informasi Publik PPID",
        kind="sop",
        unit="KOMINFO",
        access="terbuka",
        date="2025-02-10",
        review_on="2027-02-10",
        build=lambda path: write_sop(path, PPID, PPID_TEXT),
    ),
    Paper(
        path="BPSDM/SOP Penyelenggaraan Bimtek rev1.pdf",
        title="SOP Penyelenggaraan Bimbingan Teknis",
        kind="sop",
        unit="BPSDM",
        community="Komunitas Pembelajar BPSDM",
        date="2025-05-19",
        review_on="2027-05-19",
        build=lambda path: write_sop(path, BIMTEK, BIMTEK_TEXT),
    ),
]
