"""Procurement notes: the current one, and the one of 2021 that it replaces."""

from pathlib import Path

from tools.contoh.blocks import Kop, Sign, Title
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

HEAD: Kop = KOP["BPPBJ"]

NOTE = """
Petunjuk teknis ini menjelaskan batas nilai, pembagian tugas dan bentuk kontrak pengadaan barang/jasa setelah Peraturan
Presiden Nomor 46 Tahun 2025 mengubah Peraturan Presiden Nomor 16 Tahun 2018. Angka di dalamnya berlaku bagi paket yang
proses pemilihannya dimulai sejak perubahan itu berlaku, yaitu 30 April 2025; paket yang sudah berjalan diselesaikan
menurut ketentuan lama.
# A. Batas nilai pengadaan langsung
Batas pengadaan langsung pekerjaan konstruksi sekarang paling banyak Rp400 juta sejak Peraturan Presiden Nomor 46 Tahun
2025; sebelumnya batas itu Rp200 juta.
|: 3 3 3 4
| Jenis pengadaan | Sebelum perubahan | Sejak Perpres 46/2025 | Keterangan
| Barang dan jasa lainnya | Rp200 juta | Rp200 juta | Tidak berubah
| Pekerjaan konstruksi | Rp200 juta | Rp400 juta | Naik dua kali
| Jasa konsultansi | Rp100 juta | Rp100 juta | Tidak berubah

Pemecahan paket untuk menghindari tender tetap dilarang. Nilai yang dipakai ialah pagu paket dalam rencana umum
pengadaan, bukan nilai penawaran.
# B. Siapa mengerjakan apa
HPS disusun dan ditetapkan oleh Pejabat Pembuat Komitmen (PPK), bukan oleh pejabat pengadaan; pejabat pengadaan memakai
HPS itu untuk memeriksa kewajaran harga penawaran.
|: 3 7
| Pelaku | Tugas pokok
| PA/KPA | Menetapkan rencana umum pengadaan, menunjuk PPK dan pejabat pengadaan
| PPK | Menyusun spesifikasi teknis atau KAK, menetapkan HPS, menandatangani kontrak
| Pejabat Pengadaan | Melaksanakan pengadaan langsung, penunjukan langsung sampai batas nilainya, dan e-purchasing
| Pokja Pemilihan | Melaksanakan tender, seleksi, dan penunjukan langsung di atas batas nilai
| Penyedia | Melaksanakan pekerjaan sesuai kontrak

HPS disusun paling lama 28 hari kerja sebelum batas akhir penyampaian penawaran, berdasarkan harga pasar setempat,
standar harga, kontrak sejenis, atau informasi resmi lain. Nilai total HPS terbuka; rinciannya bersifat rahasia.
# C. Pengadaan langsung dan penunjukan langsung
Pengadaan langsung adalah cara memilih penyedia untuk paket bernilai kecil, sedangkan penunjukan langsung adalah cara
memilih satu penyedia dalam keadaan tertentu tanpa batas nilai kecil.

Keduanya sering disingkat "PL", sehingga dalam dokumen resmi istilahnya ditulis lengkap. Keadaan tertentu untuk
penunjukan langsung antara lain kegiatan mendadak untuk menindaklanjuti komitmen internasional, barang yang hanya dapat
disediakan oleh satu pemegang hak, dan tender ulang yang gagal.
# D. Bentuk kontrak
|: 4 4 3
| Bentuk | Dipakai untuk | Nilai
| Bukti pembelian | Barang/jasa lainnya | Sampai Rp10 juta
| Kuitansi | Barang/jasa lainnya | Sampai Rp50 juta
| Surat perintah kerja (SPK) | Jasa konsultansi | Sampai Rp100 juta
| Surat perintah kerja (SPK) | Barang/jasa lainnya | Di atas Rp50 juta sampai Rp200 juta
| Surat perintah kerja (SPK) | Pekerjaan konstruksi | Sampai batas pengadaan langsung
| Surat perjanjian | Semua jenis | Di atas batas SPK
| Surat pesanan | E-purchasing | Tanpa batas nilai

# E. Langkah pengadaan langsung
1. PPK menyerahkan spesifikasi teknis atau KAK, HPS dan rancangan kontrak kepada pejabat pengadaan.
2. Pejabat pengadaan mencari informasi harga dari sekurang-kurangnya dua sumber.
3. Penyedia diundang menyampaikan penawaran administrasi, teknis dan harga.
4. Pejabat pengadaan memeriksa penawaran, lalu melakukan klarifikasi dan negosiasi.
5. Hasilnya dituangkan dalam berita acara dan diserahkan kepada PPK.
6. PPK menandatangani SPK dan menerbitkan surat perintah mulai kerja.
# F. Pertanyaan yang sering diajukan
a. Apakah pagu Rp350 juta untuk perbaikan saluran boleh pengadaan langsung? Boleh, bila pemilihannya dimulai sejak
  perubahan berlaku.
b. Apakah pagu Rp350 juta untuk pembelian komputer boleh pengadaan langsung? Tidak. Batas barang tetap Rp200 juta;
  gunakan e-purchasing atau tender.
c. Apakah produk dalam negeri wajib? PPK mengutamakan produk dalam negeri dan mencantumkan nilai TKDN bila ada.
d. Apa dokumen lama dengan batas Rp200 juta masih dipakai? Tidak untuk paket baru. Nota Dinas Nomor e-0457/PB.01.00
  Tahun 2021 dinyatakan tidak berlaku sejak petunjuk teknis ini ditetapkan.
"""


def write_note(path: Path) -> None:
    """Write the current note."""
    title = Title(["PETUNJUK TEKNIS BATAS NILAI DAN PEMBAGIAN TUGAS", "PENGADAAN BARANG/JASA TAHUN 2025"])
    sign = Sign(
        "Jakarta, 16 Juni 2025",
        "Kepala Badan Pelayanan Pengadaan Barang/Jasa,",
        "Ir. Wisnubrata Kusumanegara, M.T.",
        "197006252000031002",
    )
    write_pdf(path, "Petunjuk Teknis Pengadaan 2025", [HEAD, title, *read(NOTE), sign])


OLD = """
Kepada: Para Kepala Subbagian Umum SKPD dan UKPD

Dari: Kepala Badan Pelayanan Pengadaan Barang/Jasa

Nomor: e-0457/PB.01.00

Tanggal: 21 Juni 2021

Hal: Penegasan batas nilai pengadaan langsung
# 1. Dasar
Peraturan Presiden Nomor 54 Tahun 2010 tentang Pengadaan Barang/Jasa Pemerintah beserta perubahannya, yang masih dikutip
dalam sejumlah dokumen SKPD, serta Peraturan Presiden Nomor 16 Tahun 2018 sebagaimana telah diubah dengan Peraturan
Presiden Nomor 12 Tahun 2021.
# 2. Penegasan
Menurut ketentuan tahun 2021, pengadaan langsung barang, jasa lainnya dan pekerjaan konstruksi bernilai paling banyak
Rp200 juta, dan jasa konsultansi paling banyak Rp100 juta.

Paket pekerjaan konstruksi bernilai di atas Rp200 juta dilaksanakan melalui tender oleh Pokja Pemilihan. SKPD diminta
memeriksa kembali rencana umum pengadaan masing-masing.
# 3. Hal yang perlu diperhatikan
1. Paket sejenis di lokasi berdekatan tidak dipecah.
2. Pejabat pengadaan wajib memiliki sertifikat kompetensi yang berlaku.
3. Survei harga dituangkan dalam kertas kerja dan ditandatangani PPK.
4. Pengadaan langsung secara elektronik dicatat dalam SPSE paling lambat lima hari kerja setelah kontrak.
# 4. Pertanyaan yang sering disampaikan
a. Apakah dua paket perbaikan di gedung yang sama boleh dipisah? Tidak, bila jenis pekerjaannya sama dan dilaksanakan
  pada waktu yang berdekatan.
b. Apakah nilai Rp200 juta sudah termasuk pajak? Ya. Batas nilai dihitung termasuk pajak pertambahan nilai.
c. Apakah pejabat pengadaan boleh merangkap PPK? Tidak untuk paket yang sama.
d. Apakah tersedia contoh dokumen? Ya, pada laman pembinaan, dengan catatan bahwa peraturan yang dikutip diperiksa lebih
  dahulu.
# 5. Pengawasan
Inspektorat memeriksa secara contoh paket bernilai Rp150 juta sampai Rp200 juta pada setiap SKPD. SKPD menyiapkan
kertas kerja HPS, undangan, penawaran, berita acara negosiasi, SPK, dan bukti serah terima.
# 6. Penutup
Nota dinas ini disampaikan untuk dilaksanakan. Bila terjadi perubahan peraturan, Badan Pelayanan Pengadaan Barang/Jasa
akan menerbitkan penegasan baru.
"""


def write_old(path: Path) -> None:
    """Write the memo of 2021."""
    sign = Sign(
        "Jakarta, 21 Juni 2021",
        "Kepala Badan Pelayanan Pengadaan Barang/Jasa,",
        "Drs. Pradiptawan Sumadilaga, M.M.",
        "196305141990031003",
    )
    write_pdf(path, "Nota dinas batas pengadaan langsung", [HEAD, Title(["NOTA DINAS"]), *read(OLD), sign])


PAPERS = [
    Paper(
        path="BPPBJ/Juknis Batas Nilai Pengadaan 2025.pdf",
        title="Petunjuk Teknis Batas Nilai dan Pembagian Tugas Pengadaan Barang/Jasa 2025",
        kind="juknis",
        unit="BPPBJ",
        community="Komunitas Pembelajar BPPBJ",
        access="terbuka",
        date="2025-06-16",
        review_on="2026-06-16",
        build=write_note,
    ),
    Paper(
        path="BPPBJ/ND e-0457 batas PL 2021.pdf",
        title="Nota Dinas Penegasan Batas Nilai Pengadaan Langsung (2021)",
        kind="regulasi",
        unit="BPPBJ",
        community="Komunitas Pembelajar BPPBJ",
        status="perlu_diperbarui",
        validity="digantikan",
        date="2021-06-21",
        review_on="2022-06-21",
        build=write_old,
    ),
]
