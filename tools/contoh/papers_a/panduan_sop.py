"""Guide on writing SOPs by the organisation bureau."""

from pathlib import Path

from tools.contoh.blocks import Sign, Title
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

TEXT = """
Panduan ini membantu SKPD dan UKPD menyusun Standar Operasional Prosedur Administrasi Pemerintahan (SOP-AP) yang dapat
dijalankan, bukan hanya dimiliki. Isinya merangkum Peraturan Menteri PANRB Nomor 35 Tahun 2012 dan Peraturan Gubernur
Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP, ditambah pengalaman penelaahan Biro Organisasi dan Reformasi
Birokrasi selama tahun 2024.
# BAB I PENGERTIAN DAN JENIS SOP
## 1.1 Pengertian
SOP ialah serangkaian petunjuk tertulis yang dibakukan mengenai proses penyelenggaraan tugas: bagaimana dan kapan
dilakukan, di mana, dan oleh siapa. SPO, POS, protap dan prosedur tetap dipakai orang untuk hal yang sama.
## 1.2 SOP makro dan SOP mikro
SOP makro adalah SOP yang memuat beberapa SOP lain sebagai bagiannya, sedangkan SOP mikro adalah SOP yang menjadi bagian
dari SOP makro dan tidak terbagi lagi.

Sebagai contoh, SOP Pengadaan Barang/Jasa merupakan SOP makro; SOP Penyusunan HPS dan SOP Pemeriksaan Hasil Pekerjaan
merupakan SOP mikro di dalamnya.
## 1.3 Jenis lain
|: 2 4 4
| Penggolongan | Jenis pertama | Jenis kedua
| Sifat kegiatan | Teknis: satu pelaksana, langkah terinci | Administratif: banyak pelaksana
| Cakupan | Makro: memuat SOP lain | Mikro: bagian dari SOP makro
| Kelengkapan | Final: sampai hasil akhir | Parsial: sampai hasil antara
| Keberlakuan | Generik: untuk semua unit sejenis | Spesifik: untuk satu unit

# BAB II KEWENANGAN
## 2.1 Tanggung jawab
Setiap kepala SKPD dan kepala UKPD bertanggung jawab atas tersedianya SOP yang sesuai dengan tugas dan fungsinya.
Penyusunan dilakukan tim yang beranggotakan pelaksana, karena merekalah yang mengetahui langkah sebenarnya.
## 2.2 Pengesahan
SOP di Unit Pelaksana Teknis (UPT) disahkan oleh kepala UPT selaku kepala UKPD, setelah ditelaah oleh sekretariat dinas
atau badan induknya.
|: 3 4 4
| Lingkup SOP | Pengesah | Penelaah
| Sekretariat Daerah | Kepala biro | Biro Organisasi dan Reformasi Birokrasi
| Dinas, badan, satuan | Kepala SKPD | Biro Organisasi dan Reformasi Birokrasi
| Suku dinas, suku badan | Kepala suku dinas atau suku badan | Sekretariat dinas atau badan
| UPT | Kepala UPT | Sekretariat dinas atau badan induk
| Kecamatan dan kelurahan | Camat dan lurah | Bagian organisasi kota administrasi

SOP yang melibatkan lebih dari satu SKPD disahkan Sekretaris Daerah setelah disepakati semua kepala SKPD yang terlibat.
# BAB III SUSUNAN DOKUMEN
## 3.1 Unsur dokumentasi
a. Halaman judul: nama SOP, nama SKPD atau UKPD, tahun.
b. Keputusan pemberlakuan SOP.
c. Daftar isi, bila beberapa SOP dijilid menjadi satu.
d. Penjelasan singkat penggunaan: ruang lingkup, ringkasan, pengertian.
## 3.2 Lembar identitas
Lembar identitas memuat nomor SOP, tanggal pembuatan, tanggal revisi, tanggal efektif, pejabat yang mengesahkan, nama
SOP, dasar hukum, kualifikasi pelaksana, keterkaitan, peralatan dan perlengkapan, peringatan, serta pencatatan dan
pendataan.
1. Tanggal pembuatan ialah tanggal SOP selesai disusun, bukan tanggal rapat pertama.
2. Tanggal efektif ialah tanggal SOP mulai dijalankan.
3. Dasar hukum ditulis lengkap dan diperiksa masih berlaku.
4. Kualifikasi ditulis menurut kemampuan, bukan menurut nama orang.
## 3.3 Bagan alur
Bagan alur memakai lima lambang saja: kapsul untuk awal dan akhir, kotak untuk kegiatan, belah ketupat untuk keputusan,
anak panah untuk arah, dan segi lima untuk sambungan halaman. Lambang ditempatkan pada kolom pelaksana. Mutu baku
terdiri atas kelengkapan, waktu dan output.
# BAB IV LANGKAH PENYUSUNAN
1. Pilih proses yang paling sering dikeluhkan atau paling sering ditanyakan pegawai baru.
2. Amati pelaksanaannya sekurang-kurangnya tiga kali dan catat waktunya.
3. Tuliskan langkah dengan kata kerja: menerima, memeriksa, menyetujui, menyerahkan.
4. Tetapkan pelaksana tiap langkah; satu langkah satu pelaksana.
5. Uji coba selama dua minggu. Perbaiki waktu yang tidak tercapai.
6. Sahkan, umumkan, dan tempel pada tempat kerja.
7. Pantau setiap semester, evaluasi setiap tahun, dan tinjau ulang paling lambat 24 bulan.
# BAB V KESALAHAN YANG SERING DITEMUKAN
|: 4 6
| Kesalahan | Akibat dan perbaikan
| Dasar hukum sudah dicabut | SOP mudah dipersoalkan; periksa pada laman JDIH sebelum disahkan
| Satu langkah dikerjakan tiga pelaksana | Tidak jelas siapa bertanggung jawab; pecah menjadi tiga langkah
| Waktu ditulis "secepatnya" | Tidak dapat diukur; tulis dalam menit, jam atau hari kerja
| Nama jabatan lama | Pelaksana bingung; sesuaikan setelah perubahan organisasi
| Tidak ada cabang "tidak" pada keputusan | Berkas yang ditolak berhenti; tambahkan langkah pengembalian

# BAB VI PENUTUP
Pertanyaan mengenai penyusunan SOP disampaikan kepada Bagian Ketatalaksanaan. SKPD yang memakai SOP milik SKPD lain
mencantumkan nomor SOP asal pada bagian catatan, agar perubahan pada SOP asal dapat diikuti.
"""


def write(path: Path) -> None:
    """Write the guide."""
    title = Title(["PANDUAN PENYUSUNAN SOP ADMINISTRASI PEMERINTAHAN", "EDISI 2025"])
    sign = Sign(
        "Jakarta, 12 Februari 2025",
        "Kepala Biro Organisasi dan Reformasi Birokrasi,",
        "Dr. Suryaningrat Padmasari, M.Si.",
        "197208172001122003",
    )
    write_pdf(path, "Panduan Penyusunan SOP", [KOP["BIORB"], title, *read(TEXT), sign], font="Times-Roman")


PAPERS = [
    Paper(
        path="BIORB/Panduan Penyusunan SOP 2025.pdf",
        title="Panduan Penyusunan SOP Administrasi Pemerintahan",
        kind="juknis",
        unit="BIORB",
        access="terbuka",
        date="2025-02-12",
        review_on="2027-02-12",
        build=write,
    )
]
