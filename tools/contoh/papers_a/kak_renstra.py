"""KAK of a non-construction consultancy: a digital strategic plan (KOMINFO, DOCX)."""

from pathlib import Path

from tools.contoh.blocks import Break, Sign, Title
from tools.contoh.layout_office import write_docx
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

COVER = [
    "KERANGKA ACUAN KERJA (KAK)",
    "PENYUSUNAN RENCANA STRATEGIS (RENSTRA) DIGITAL",
    "Program Pengelolaan Aplikasi Informatika",
    "Subkegiatan 2.16.03.2.02.0023",
    "Sumber Dana APBD Tahun Anggaran 2025",
    "DOKUMEN CONTOH",
]
TEXT = """
# A. URAIAN PENDAHULUAN
=> 1. Latar Belakang
Pemerintah Provinsi memiliki lebih dari 400 aplikasi yang dibangun SKPD secara terpisah. Hasil pendataan Dinas
Komunikasi, Informatika dan Statistik tahun 2024 menunjukkan 137 aplikasi tidak lagi dipakai, 61 aplikasi mempunyai
fungsi serupa, dan hanya seperlima yang datanya dapat dipertukarkan. Rencana strategis digital diperlukan agar belanja
aplikasi lima tahun mendatang terarah dan tidak tumpang tindih.
=> 2. Maksud dan Tujuan
Maksudnya ialah menyediakan arah dan prioritas pembangunan layanan digital 2026–2030.

Tujuannya ialah tersusunnya dokumen renstra digital yang memuat keadaan sekarang, keadaan yang dituju, peta jalan,
kebutuhan biaya indikatif dan indikator.
=> 3. Sasaran
a. Semua SKPD memiliki daftar aplikasi yang dinilai: dipertahankan, digabung, diganti, atau dihentikan.
b. Tersedia peta jalan tahunan dengan penanggung jawab yang jelas.
=> 4. Lokasi Pekerjaan
Jakarta, pada kantor Dinas Komunikasi, Informatika dan Statistik serta 12 SKPD contoh.
=> 5. Sumber Pendanaan
Sumber pendanaan paket Penyusunan Renstra Digital adalah APBD Tahun Anggaran 2025 dengan pagu Rp485.000.000,00 (empat
ratus delapan puluh lima juta rupiah) termasuk pajak.

Kode rekening yang dipakai paket ini 5.1.02.02.09.0003, yaitu jasa konsultansi non-konstruksi bidang telematika.
=> 6. Nama dan Organisasi PPK
Pejabat Pembuat Komitmen Bidang Aplikasi dan Tata Kelola, Dinas Komunikasi, Informatika dan Statistik.
<=
# B. DATA PENUNJANG
=> 7. Data Dasar
Daftar aplikasi 2024, hasil evaluasi SPBE, arsitektur data, dan RPJMD.
=> 8. Standar Teknis
Arsitektur SPBE nasional dan pedoman manajemen risiko SPBE.
=> 9. Referensi Hukum
1. Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik.
2. Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.
3. Peraturan Presiden Nomor 132 Tahun 2022 tentang Arsitektur SPBE Nasional.
4. Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.
<=
# C. RUANG LINGKUP
=> 10. Lingkup Pekerjaan
1. Menilai keadaan sekarang: proses bisnis, aplikasi, data, infrastruktur, keamanan dan sumber daya manusia.
2. Mewawancarai 12 SKPD dan menyelenggarakan survei bagi 600 pegawai serta 400 warga.
3. Menyusun keadaan yang dituju dan menganalisis kesenjangan.
4. Menyusun peta jalan 2026–2030 beserta perkiraan biaya.
5. Menyelenggarakan tiga lokakarya pembahasan dengan SKPD.

Tidak termasuk lingkup pekerjaan: pembangunan aplikasi dan pengadaan perangkat.
=> 11. Keluaran
Dokumen renstra digital, ringkasan untuk pimpinan, daftar aplikasi yang telah dinilai, serta data mentah survei.
=> 12. Jangka Waktu
120 (seratus dua puluh) hari kalender sejak SPMK.
=> 13. Personel
| Posisi | Kualifikasi | Orang | OB
| Ketua tim, ahli tata kelola TI | S2, pengalaman 8 tahun | 1 | 4
| Ahli arsitektur SPBE | S1, pengalaman 6 tahun | 1 | 4
| Ahli data | S1, pengalaman 5 tahun | 1 | 3
| Ahli keamanan informasi | S1, bersertifikat, pengalaman 5 tahun | 1 | 2
| Ahli kebijakan publik | S2, pengalaman 5 tahun | 1 | 3
| Asisten dan surveyor | D3 atau S1 | 4 | 8
=> 14. Jadwal Tahapan
Minggu 1–4 persiapan dan data; minggu 5–9 penilaian; minggu 10–13 keadaan dituju; minggu 14–17 peta jalan dan
penyelesaian.
<=
# D. LAPORAN
=> 15. Jenis Laporan
Laporan yang harus diserahkan konsultan adalah laporan pendahuluan paling lambat 30 hari, laporan bulanan setiap tanggal
5, laporan antara paling lambat 75 hari, dan laporan akhir paling lambat 120 hari kalender sejak SPMK.
| Laporan | Isi | Bentuk
| Pendahuluan | Rencana kerja, metode, daftar wawancara | 5 buku dan berkas digital
| Bulanan | Kemajuan, masalah, rencana bulan berikutnya | Berkas digital
| Antara | Hasil penilaian dan analisis kesenjangan | 5 buku dan berkas digital
| Akhir | Renstra digital, ringkasan, data mentah | 10 buku dan berkas digital
=> 16. Pembahasan
Setiap laporan dibahas tim teknis paling lambat tujuh hari setelah diterima. Perbaikan diserahkan dalam lima hari kerja.
<=
# E. HAL-HAL LAIN
=> 17. Jenis Kontrak
Lumsum, dengan pembayaran tiga tahap: 20 persen setelah laporan pendahuluan, 40 persen setelah laporan antara, dan 40
persen setelah laporan akhir diterima.
=> 18. Kerahasiaan dan Data Pribadi
Penyedia tidak membuka data keamanan informasi. Jawaban survei disimpan tanpa nama dan dimusnahkan setelah serah terima.
=> 19. Alih Pengetahuan
Penyedia melatih 25 pegawai selama 16 jam pelajaran tentang penilaian aplikasi dan menyerahkan instrumen yang dapat
disunting.
=> 20. Hak Cipta
Seluruh hasil pekerjaan menjadi milik Pemerintah Provinsi.
<=
"""


def write(path: Path) -> None:
    """Write the KAK."""
    sign = Sign(
        "Jakarta, 24 Februari 2025",
        "Pejabat Pembuat Komitmen,",
        "Fajarina Widyadhana, S.Kom., M.T.I.",
        "198506202010012021",
    )
    write_docx(path, "KAK Penyusunan Renstra Digital", [KOP["KOMINFO"], Title(COVER), Break(), *read(TEXT), sign])


PAPERS = [
    Paper(
        path="KOMINFO/KAK Penyusunan Renstra Digital TA 2025.docx",
        title="KAK Penyusunan Rencana Strategis Digital",
        kind="kak",
        unit="KOMINFO",
        date="2025-02-24",
        review_on="2026-02-24",
        build=write,
    )
]
