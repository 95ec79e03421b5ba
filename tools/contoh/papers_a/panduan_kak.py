"""Guide on writing a KAK, lessons learned from reviews of KAK, and the list of account codes."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from tools.contoh.blocks import NOTICE, Sign, Title
from tools.contoh.layout_office import save_office, write_docx
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

GUIDE = """
Panduan ini dipakai Pejabat Pembuat Komitmen (PPK) dan tim teknis untuk menyusun Kerangka Acuan Kerja (KAK), yang
dahulu sering disebut TOR. Bagian pertama menerangkan susunan KAK menurut jenis pengadaan; bagian kedua berisi templat
yang dapat disalin; bagian ketiga memuat daftar periksa sebelum KAK diserahkan kepada pejabat pengadaan atau Pokja.
# 1. Dua macam KAK
KAK penganggaran dilampirkan pada RKA dan menjelaskan apa, mengapa, siapa, kapan, di mana dan bagaimana suatu kegiatan
dilaksanakan. KAK pengadaan disusun PPK setelah anggaran tersedia dan menjadi dasar pemilihan penyedia serta kontrak.
# 2. Susunan menurut jenis pengadaan
|: 2.2 6
| Jenis | Bagian yang harus ada
| Jasa konsultansi | Latar belakang, maksud dan tujuan, sasaran, lokasi, sumber pendanaan, nama PPK, data dasar, standar
  teknis, referensi hukum, lingkup pekerjaan, keluaran, jangka waktu, personel, jadwal, laporan, alih pengetahuan
| Barang dan jasa lainnya | Latar belakang, maksud dan tujuan, sasaran, nama PPK, sumber dana, ruang lingkup, tabel
  spesifikasi, waktu dan tempat penyerahan, garansi, syarat penyedia, cara pembayaran
| Pekerjaan konstruksi | Bagian umum, gambar, daftar kuantitas, metode, peralatan utama, personel manajerial,
  identifikasi bahaya, masa pemeliharaan, jenis kontrak
| Swakelola | Latar belakang, tipe swakelola, pelaksana, keluaran, jadwal, rincian tim, pelaporan

# 3. Alih pengetahuan
Alih pengetahuan wajib dicantumkan dalam KAK jasa konsultansi, berupa pelatihan, lokakarya, atau penyerahan bahan kerja
dari penyedia kepada pegawai SKPD; untuk pengadaan barang cukup pelatihan pemakaian bila diperlukan.

Rumusan yang baik menyebut siapa yang menerima, berapa jam, dan apa bukti keberhasilannya. Contoh: "Penyedia
menyelenggarakan lokakarya dua hari untuk paling sedikit 15 pegawai dan menyerahkan modul, data mentah, serta berkas
kerja yang dapat disunting."
# 4. Kode rekening
Kode rekening belanja jasa konsultansi non-konstruksi adalah 5.1.02.02.09, sedangkan belanja jasa konsultansi konstruksi
adalah 5.1.02.02.08.
|: 3 6
| Kode rekening | Uraian
| 5.1.02.02.08.0002 | Belanja jasa konsultansi perencanaan arsitektur, desain arsitektural
| 5.1.02.02.08.0019 | Belanja jasa konsultansi pengawasan, pengawas pekerjaan konstruksi bangunan gedung
| 5.1.02.02.09.0003 | Belanja jasa konsultansi berorientasi bidang, telematika
| 5.1.02.02.09.0013 | Belanja jasa konsultansi berorientasi layanan, jasa konsultansi manajemen
| 5.1.02.02.09.0014 | Belanja jasa konsultansi berorientasi layanan, jasa khusus

# 5. Merumuskan personel
1. Tulis posisi, pendidikan, pengalaman, jumlah orang, dan orang-bulan (OB).
2. Jangan menyebut nama orang atau sertifikat yang hanya dimiliki satu perusahaan.
3. Jumlah OB diturunkan dari jadwal, bukan dari sisa pagu.
4. Riwayat hidup tenaga ahli memuat data pribadi dan tidak dilampirkan pada KAK yang dibagikan.
# 6. Merumuskan laporan
Untuk setiap laporan tulislah isi, jumlah rangkap, bentuk berkas, dan tenggat yang dihitung sejak surat perintah mulai
kerja (SPMK). Hindari kata "segera" dan "secukupnya".
# 7. Merumuskan keluaran dan jenis kontrak
Keluaran ditulis sebagai benda atau keadaan yang dapat diperiksa, bukan sebagai kegiatan. "Terlaksananya rapat" bukan
keluaran; "daftar 40 usulan yang telah diberi nilai dan disepakati" adalah keluaran. Sesudah keluaran jelas, PPK memilih
jenis
kontrak: lumsum, harga satuan, gabungan, waktu penugasan, atau kontrak payung. Pilihan itu dijelaskan dalam satu
  paragraf agar penelaah
memahami alasannya.

Untuk pekerjaan yang mengolah data pribadi, KAK menyebut data apa yang diolah, berapa lama disimpan, siapa yang dapat
membukanya, dan kapan dimusnahkan. Penyedia menandatangani pernyataan kerahasiaan sebelum menerima data.
# 8. Templat
=> 1. Latar Belakang
Uraikan masalah dengan angka, penyebab yang sudah diketahui, dan akibat bila tidak ditangani. Paling banyak satu
halaman.
=> 2. Maksud dan Tujuan
Maksud menjawab untuk apa pekerjaan diadakan; tujuan menyebut hasil yang dapat diperiksa.
=> 3. Sumber Pendanaan
Sebut APBD, tahun anggaran, kode subkegiatan, kode rekening, dan pagu.
=> 4. Lingkup Pekerjaan
Rinci kegiatan menurut tahap. Sebut juga apa yang tidak termasuk.
=> 5. Keluaran
Sebut jumlah, bentuk dan ukuran mutu setiap keluaran.
=> 6. Jangka Waktu
Sebut jumlah hari kalender sejak SPMK.
=> 7. Alih Pengetahuan
Sebut bentuk, peserta, waktu, dan bahan yang diserahkan.
<=
# 9. Daftar periksa
a. Pagu, kode rekening dan jangka waktu sama dengan DPA.
b. Setiap keluaran mempunyai ukuran mutu dan tenggat.
c. Tidak ada merek, kecuali untuk suku cadang dan bagian dari sistem yang sudah ada.
d. Peraturan yang dikutip masih berlaku.
e. Alih pengetahuan dan pelindungan data pribadi dicantumkan.
f. Lampiran biaya terinci dipisahkan dari naskah yang dibagikan.
"""


def write_guide(path: Path) -> None:
    """Write the guide as DOCX."""
    title = Title(["PANDUAN DAN TEMPLAT", "KERANGKA ACUAN KERJA (KAK)", "Versi 3 – Juli 2025", "DOKUMEN CONTOH"])
    sign = Sign(
        "Jakarta, 14 Juli 2025",
        "Kepala Bidang Pembinaan Pengadaan,",
        "Maheswari Danukusumo, S.T., M.Si.",
        "198003122005012006",
    )
    write_docx(path, "Panduan dan templat KAK", [KOP["BPPBJ"], title, *read(GUIDE), sign])


LESSON = """
# 1. Latar
Komunitas Pembelajar BPPBJ mengumpulkan 46 KAK jasa konsultansi dan barang yang direviu Inspektorat sepanjang 2024, lalu
membahasnya dalam tiga pertemuan bersama PPK dari sembilan SKPD. Catatan ini merangkum apa yang dipelajari agar PPK yang
baru tidak mengulang kesalahan yang sama.
# 2. Masalah
Kesalahan yang sering ditemukan Inspektorat pada KAK adalah lingkup pekerjaan yang tidak terukur, jumlah orang-bulan
yang tidak sesuai jadwal, keluaran tanpa ukuran mutu, salinan KAK tahun lalu yang lokasinya belum diganti, dan peraturan
yang sudah dicabut.
|: 1 5 2 5
| No | Temuan | Jumlah KAK | Akibat
| 1 | Lingkup pekerjaan tidak terukur | 21 | Penyedia dan PPK berbeda tafsir saat serah terima
| 2 | Orang-bulan tidak sesuai jadwal | 17 | Pembayaran personel dipersoalkan
| 3 | Keluaran tanpa ukuran mutu | 15 | Laporan diterima meskipun tidak dapat dipakai
| 4 | Salinan tahun lalu, lokasi tidak diganti | 11 | Adendum kontrak
| 5 | Mengutip peraturan yang dicabut | 9 | Pertanyaan pada masa sanggah
| 6 | Tidak memuat alih pengetahuan | 8 | Data dan berkas kerja tetap pada penyedia

# 3. Memilih jenis kontrak
Kontrak lumsum cocok untuk kajian yang keluaran dan lingkupnya sudah pasti, sedangkan kontrak waktu penugasan cocok
untuk kajian yang lingkup atau lamanya belum dapat ditentukan dengan pasti.

Pada kontrak lumsum, pembayaran didasarkan pada keluaran dan risiko kelebihan waktu ditanggung penyedia; karena itu PPK
tidak meminta bukti kehadiran harian. Pada kontrak waktu penugasan, pembayaran didasarkan pada waktu personel yang
benar-benar bertugas; karena itu diperlukan daftar hadir dan lembar waktu. Kajian kebijakan yang memerlukan banyak rapat
dengan pemangku kepentingan lebih aman memakai waktu penugasan; penyusunan dokumen dengan daftar isi baku lebih tepat
memakai lumsum.
# 4. Langkah yang dicoba
1. PPK menulis satu halaman ringkasan: keluaran, ukuran mutu, tenggat, penerima manfaat.
2. Tabel personel disandingkan dengan jadwal mingguan; jumlah OB dihitung ulang oleh orang kedua.
3. KAK dibaca bersama oleh satu pegawai dari unit lain selama 30 menit sebelum diserahkan.
4. Peraturan yang dikutip diperiksa pada laman JDIH.
# 5. Hasil
Sebelum perbaikan, rata-rata satu KAK dikembalikan 2,4 kali dan memerlukan 19 hari kerja sampai dinyatakan lengkap. Pada
14 KAK yang memakai langkah di atas, pengembalian turun menjadi 0,9 kali dan waktu menjadi 8 hari kerja.
# 6. Yang berhasil dan yang tidak
Pembacaan bersama oleh orang dari unit lain paling banyak menemukan salah tafsir. Daftar periksa yang panjang tidak
berhasil: daftar 40 butir diisi tanpa dibaca, daftar delapan butir dipakai sungguh-sungguh.
# 7. Contoh perbaikan rumusan
|: 5 6
| Rumusan semula | Rumusan setelah dibahas
| Konsultan melakukan survei secukupnya | Survei 400 responden di lima wilayah, galat paling besar lima persen
| Laporan akhir diserahkan segera setelah selesai | Laporan akhir diserahkan paling lambat hari ke-120 sejak SPMK
| Tenaga ahli berpengalaman | S1 sesuai bidang, pengalaman lima tahun, dibuktikan referensi kontrak
| Membantu PPK bila diperlukan | Hadir pada empat rapat pembahasan, masing-masing setengah hari
| Aplikasi mudah digunakan | Delapan dari sepuluh pengguna menyelesaikan tugas uji tanpa bantuan

Para PPK menyebut dua penyebab utama rumusan yang kabur. Pertama, KAK ditulis pada akhir tahun dengan menyalin berkas
lama. Kedua, penulis tidak pernah menghadiri serah terima, sehingga tidak mengalami sendiri akibat kata-kata yang tidak
terukur. Komunitas menyarankan agar penulis KAK ikut dalam serah terima pekerjaan yang ditulisnya.
# 8. Rekomendasi
a. Pakai panduan dan templat KAK versi terbaru, bukan berkas tahun lalu.
b. Tetapkan jenis kontrak setelah lingkup selesai ditulis, bukan sebelumnya.
c. Mintalah data mentah dan berkas yang dapat disunting sebagai keluaran.
d. Catat alasan setiap adendum dan bagikan kepada komunitas.
# 9. Syarat replikasi
Langkah ini memerlukan dua orang di luar tim penyusun dan waktu satu jam per KAK. SKPD dengan kurang dari lima paket
setahun dapat bergabung dengan klinik KAK setiap Kamis.
"""


def write_lesson(path: Path) -> None:
    """Write the lessons learned as DOCX."""
    title = Title(["LESSON LEARNED", "KESALAHAN PADA KAK DAN CARA MENCEGAHNYA", "Komunitas Pembelajar BPPBJ", NOTICE])
    write_docx(path, "Lesson learned penyusunan KAK", [title, *read(LESSON)])


ACCOUNTS = [
    ("5.1.02", "Belanja barang dan jasa", "Kelompok"),
    ("5.1.02.01", "Belanja barang", "Objek"),
    ("5.1.02.02", "Belanja jasa", "Objek"),
    ("5.1.02.02.08", "Belanja jasa konsultansi konstruksi", "Rincian objek"),
    ("5.1.02.02.08.0002", "Jasa desain arsitektural", "Subrincian objek"),
    ("5.1.02.02.08.0019", "Jasa pengawas pekerjaan konstruksi bangunan gedung", "Subrincian objek"),
    ("5.1.02.02.09", "Belanja jasa konsultansi non-konstruksi", "Rincian objek"),
    ("5.1.02.02.09.0003", "Jasa konsultansi bidang telematika", "Subrincian objek"),
    ("5.1.02.02.09.0013", "Jasa konsultansi manajemen", "Subrincian objek"),
    ("5.1.02.02.09.0014", "Jasa khusus", "Subrincian objek"),
    ("5.1.02.02.12", "Belanja kursus, pelatihan, sosialisasi dan bimbingan teknis", "Rincian objek"),
    ("5.1.02.02.12.0001", "Kursus singkat dan pelatihan", "Subrincian objek"),
    ("5.1.02.02.12.0003", "Bimbingan teknis", "Subrincian objek"),
    ("5.2.02", "Belanja modal peralatan dan mesin", "Kelompok"),
]


def write_accounts(path: Path) -> None:
    """Write the list of account codes as a workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Rekening"
    _accounts_head(sheet)
    thin = Side(style="thin")
    for place, row in enumerate(ACCOUNTS, 1):
        sheet.append([place, *row])
        for cell in sheet[sheet.max_row]:
            cell.border = Border(thin, thin, thin, thin)
    sheet.append([])
    sheet.append(["Catatan: kode enam tingkat ditulis sebagai teks; periksa klasifikasi terakhir dalam SIPD."])
    sheet.append([None, None, "Jakarta, 3 Maret 2025"])
    sheet.append([None, None, "Kepala Bidang Anggaran, Rahmawulan Kertanegara, S.E., NIP 197912052005012004"])
    save_office(book, path)


def _accounts_head(sheet: Worksheet) -> None:
    for line in (NOTICE, "DAFTAR KODE REKENING BELANJA JASA KONSULTANSI DAN PELATIHAN", "Tahun Anggaran 2025"):
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=4)
        sheet.cell(sheet.max_row, 1).alignment = Alignment(horizontal="center")
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    sheet.append(["No", "Kode Rekening", "Uraian", "Tingkat"])
    sheet.append([1, 2, 3, 4])
    for column, width in zip("ABCD", (5, 22, 60, 20), strict=True):
        sheet.column_dimensions[column].width = width


PAPERS = [
    Paper(
        path="BPPBJ/Panduan dan Template KAK v3.docx",
        title="Panduan dan Templat Kerangka Acuan Kerja",
        kind="template",
        unit="BPPBJ",
        community="Komunitas Pembelajar BPPBJ",
        date="2025-07-14",
        review_on="2026-07-14",
        build=write_guide,
    ),
    Paper(
        path="BPPBJ/Lesson Learned KAK 2024.docx",
        title="Lesson Learned: Kesalahan pada KAK dan Cara Mencegahnya",
        kind="lesson",
        unit="BPPBJ",
        community="Komunitas Pembelajar BPPBJ",
        date="2025-02-20",
        review_on="2028-02-20",
        build=write_lesson,
    ),
    Paper(
        path="BPKD/Kode Rekening Konsultansi 2025.xlsx",
        title="Daftar Kode Rekening Belanja Jasa Konsultansi dan Pelatihan 2025",
        kind="lain",
        unit="BPKD",
        date="2025-03-03",
        review_on="2026-03-03",
        build=write_accounts,
    ),
]
