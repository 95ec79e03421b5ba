"""Procedures on staff: transfer between city branches (BKD) and onboarding of contract workers (DLH)."""

from tools.contoh.markup import read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop

MUTASI = read_sop(
    "Badan Kepegawaian Daerah",
    """
unit: Bidang Pengembangan Karier dan Mutasi
nomor: 023/SOP/BKD/2025
nama: Mutasi Pegawai Antar Suku Dinas
dibuat: 14-04-2025
revisi: -
efektif: 05-05-2025
pengesah: Kepala Badan Kepegawaian Daerah
nama pengesah: Ir. Kartikasari Wibisono, M.Si.
nip: 197104231996032004
dasar:
- Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara
- Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen PNS sebagaimana telah diubah dengan Peraturan
  Pemerintah Nomor 17 Tahun 2020
- Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi
kualifikasi:
- Analis SDM aparatur memahami peta jabatan dan analisis beban kerja
- Pengelola kepegawaian menguasai sistem informasi kepegawaian
keterkaitan:
- SOP Penilaian Kinerja Pegawai
- SOP Pemutakhiran Data Pegawai
peralatan:
- Sistem informasi kepegawaian
- Peta jabatan dan hasil analisis beban kerja
peringatan: Pegawai belum boleh pindah tugas sebelum surat perintah pindah ditandatangani; usul tanpa persetujuan
  kedua kepala suku dinas dikembalikan.
pencatatan: Dicatat dalam sistem informasi kepegawaian dan berkas pegawai.
pelaksana: Pegawai | Suku Dinas Asal | Suku Dinas Tujuan | Analis BKD | Kepala Bidang
langkah:
- Mengajukan permohonan mutasi | Pegawai | Surat permohonan, SKP dua tahun | 1 hari | Permohonan
- Memberi persetujuan melepas | Suku Dinas Asal | Permohonan, peta jabatan | 5 hari | Surat melepas
- Memberi persetujuan menerima | Suku Dinas Tujuan | Surat melepas | 5 hari | Surat menerima
- Menelaah kebutuhan dan kompetensi | Analis BKD | Berkas lengkap | 5 hari | Telaahan
- Layak dimutasi? | Kepala Bidang | Telaahan | 2 hari | Persetujuan | Tidak: berkas dikembalikan
- Menyiapkan surat perintah pindah | Analis BKD | Persetujuan | 2 hari | Surat perintah pindah
- Melapor di tempat baru | Pegawai | Surat perintah pindah | 1 hari | Surat pernyataan melaksanakan tugas
jumlah: 21 hari kerja
""",
)
MUTASI_TEXT = """
# PENJELASAN PROSEDUR
## A. Ruang lingkup
SOP Mutasi Pegawai Antar Suku Dinas mengatur pemindahan PNS dari satu suku dinas ke suku dinas lain dalam dinas
yang sama, baik atas permohonan sendiri maupun karena kebutuhan organisasi, dan selesai dalam 21 hari kerja.
Mutasi antardinas, mutasi keluar provinsi serta pengangkatan dalam jabatan pimpinan diatur dengan SOP tersendiri.
## B. Syarat
1. Telah bekerja sekurang-kurangnya dua tahun pada suku dinas asal.
2. Nilai kinerja dua tahun terakhir paling rendah "baik".
3. Tidak sedang menjalani hukuman disiplin, tugas belajar, atau proses pemeriksaan.
4. Tersedia formasi pada peta jabatan suku dinas tujuan.
5. Untuk alasan keluarga, dilampirkan salinan kartu keluarga atau surat keterangan dokter.
## C. Berkas
a. Surat permohonan bermeterai, atau nota dinas kepala suku dinas bila karena kebutuhan organisasi.
b. Salinan keputusan pangkat dan jabatan terakhir.
c. Penilaian kinerja dua tahun terakhir.
d. Surat persetujuan melepas dari kepala suku dinas asal dan surat persetujuan menerima dari kepala suku dinas
  tujuan.
e. Surat keterangan bebas temuan dan bebas pinjaman barang milik daerah.
## D. Uraian langkah
Pegawai mengunggah permohonan melalui sistem informasi kepegawaian. Suku dinas asal memeriksa akibat pemindahan
terhadap beban kerja; bila jumlah pegawai pada jabatan itu kurang dari kebutuhan, persetujuan melepas dapat
ditunda paling lama enam bulan dengan alasan tertulis. Suku dinas tujuan mewawancarai pegawai bila dianggap perlu.

Analis Badan Kepegawaian Daerah membandingkan permohonan dengan peta jabatan kedua suku dinas dan menyusun telaahan
satu halaman: kebutuhan, kompetensi, dan akibat terhadap kedua unit. Kepala bidang menyetujui atau mengembalikan
berkas. Surat perintah pindah ditandatangani secara elektronik dan disampaikan kepada pegawai serta kedua suku
dinas.
## E. Serah terima tugas
Sebelum pindah, pegawai menyerahkan berkas kerja, akun aplikasi, dan barang inventaris dengan berita acara, serta
menulis catatan alih pengetahuan sekurang-kurangnya dua halaman: pekerjaan yang berjalan, tenggat, kontak mitra,
dan kesulitan yang pernah ditemui. Catatan itu disimpan sebagai aset pengetahuan unit.
## F. Ukuran keberhasilan
Sembilan puluh persen permohonan lengkap selesai dalam 21 hari kerja, dan semua pegawai yang pindah memiliki
berita acara serah terima serta catatan alih pengetahuan.
"""

PJLP = read_sop(
    "Dinas Lingkungan Hidup",
    """
unit: Sekretariat – Subbagian Kepegawaian
nomor: 032/SOP/DLH/2025
nama: Penerimaan dan Orientasi (Onboarding) PJLP
dibuat: 02-12-2024
revisi: 01
efektif: 02-01-2025
pengesah: Kepala Dinas Lingkungan Hidup
nama pengesah: Dra. Puspitaningrum Adiwinata
nip: 196909151994032006
dasar:
- Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan
- Peraturan Presiden Nomor 16 Tahun 2018 sebagaimana telah diubah dengan Peraturan Presiden Nomor 12 Tahun 2021
  tentang Pengadaan Barang/Jasa Pemerintah
- Peraturan Gubernur tentang Penyedia Jasa Lainnya Perorangan yang berlaku
kualifikasi:
- Pengelola kepegawaian memahami kontrak PJLP
- Pengawas lapangan menguasai keselamatan dan kesehatan kerja dasar
keterkaitan:
- SOP Pembayaran Jasa PJLP
- SOP Penilaian Kinerja PJLP
peralatan:
- Daftar periksa onboarding
- Seragam, sepatu, sarung tangan, helm dan rompi pantul
peringatan: PJLP yang belum menerima alat pelindung diri dan pengarahan keselamatan tidak boleh ditugaskan.
pencatatan: Dicatat dalam daftar periksa onboarding dan berkas kontrak.
pelaksana: PJLP | Pengelola Kepegawaian | Pengawas Lapangan | Kasubbag Kepegawaian
langkah:
- Menyerahkan berkas dan menandatangani kontrak | PJLP | KTP, NPWP, SPK | 2 jam | Kontrak
- Memeriksa berkas dan mendaftarkan jaminan sosial | Pengelola Kepegawaian | Berkas | 1 hari | Nomor peserta
- Berkas lengkap? | Kasubbag Kepegawaian | Berkas, kontrak | 2 jam | Persetujuan | Tidak: dilengkapi PJLP
- Membagikan seragam dan alat pelindung diri | Pengelola Kepegawaian | Daftar ukuran | 2 jam | Tanda terima
- Memberi orientasi tugas dan keselamatan | Pengawas Lapangan | Modul orientasi | 1 hari | Daftar hadir
- Mendampingi tugas minggu pertama | Pengawas Lapangan | Daftar periksa | 5 hari | Catatan pendampingan
- Menandatangani daftar periksa onboarding | PJLP | Daftar periksa | 30 menit | Onboarding selesai
jumlah: 8 hari kerja
""",
)
PJLP_TEXT = """
# PENJELASAN PROSEDUR
## A. Maksud
SOP onboarding PJLP mengatur penerimaan Penyedia Jasa Lainnya Perorangan: penandatanganan kontrak, pendaftaran
jaminan sosial, pembagian alat pelindung diri, orientasi tugas dan keselamatan, serta pendampingan minggu pertama.
## B. Berkas yang dibawa pada hari pertama
a. KTP asli dan dua salinan; data disimpan dalam map terkunci.
b. NPWP, bila ada, dan buku rekening Bank DKI atas nama sendiri.
c. Surat keterangan sehat dari puskesmas yang berumur paling lama tiga bulan.
d. Surat perintah kerja (SPK) yang telah ditandatangani PPK.
## C. Orientasi
Orientasi berlangsung satu hari dan mencakup empat pokok: susunan organisasi dan jam kerja, hak dan kewajiban dalam
kontrak, keselamatan kerja, serta cara melapor. Pengawas lapangan memperagakan cara mengangkat beban, memakai rambu
di badan jalan, dan menangani sampah yang berbahaya. Peserta mengerjakan sepuluh soal; yang benar kurang dari tujuh
mengulang bagian keselamatan.
|: 1 4 3 3
| Jam | Pokok bahasan | Pemberi materi | Bahan
| 1 | Organisasi, jam kerja, presensi | Pengelola kepegawaian | Buku saku
| 2 | Kontrak, upah, lembur, cuti | Pengelola kepegawaian | Salinan kontrak
| 3–5 | Keselamatan kerja dan alat pelindung diri | Pengawas lapangan | Modul keselamatan
| 6 | Cara melapor dan kanal pengaduan | Pengawas lapangan | Kartu nomor penting
| 7 | Evaluasi | Kasubbag kepegawaian | Lembar soal

## D. Pendampingan minggu pertama
Setiap PJLP baru dipasangkan dengan pekerja yang sudah bertugas sekurang-kurangnya satu tahun. Pendamping mencatat
tiga hal setiap hari: ketepatan waktu, pemakaian alat pelindung diri, dan kesulitan yang ditemui. Catatan dibahas
dengan pengawas pada hari kelima.
## E. Bila kontrak berakhir
Seragam yang masih layak, kartu tanda pengenal dan barang inventaris dikembalikan. Pengelola kepegawaian menutup
akun presensi pada hari yang sama dan memberi surat keterangan pengalaman kerja.
## F. Contoh pengisian data peserta
Contoh isian rekaan untuk latihan petugas: nama Sukardi Contoh, NIK 9971010101900001, telepon 0812-0000-4411,
NPWP 99.123.456.7-999.000. Petugas tidak boleh menyalin data seperti ini ke dalam laporan.
"""

PAPERS = [
    Paper(
        path="BKD/SOP Mutasi Pegawai Antar Suku Dinas.pdf",
        title="SOP Mutasi Pegawai Antar Suku Dinas",
        kind="sop",
        unit="BKD",
        date="2025-05-05",
        review_on="2027-05-05",
        build=lambda path: write_sop(path, MUTASI, MUTASI_TEXT),
    ),
    Paper(
        path="DLH/SOP_Onboarding_PJLP_2025.pdf",
        title="SOP Penerimaan dan Orientasi PJLP",
        kind="sop",
        unit="DLH",
        date="2025-01-02",
        review_on="2027-01-02",
        build=lambda path: write_sop(path, PJLP, PJLP_TEXT),
    ),
]
