"""A bundle of six small procedures of the general affairs bureau, and an older one that it replaces."""

from pathlib import Path

from tools.contoh.blocks import Title
from tools.contoh.markup import read, read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_bundle, write_sop
from tools.contoh.units import KOP

AGENCY = "Biro Umum dan Administrasi Sekretariat Daerah"
SIGNED = """
dibuat: 06-01-2025
revisi: -
efektif: 20-01-2025
pengesah: Kepala Biro Umum dan Administrasi Sekretariat Daerah
nama pengesah: Drs. Bramantyo Suryadinata, M.Si.
nip: 196905171994031004
dasar:
- Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP Administrasi Pemerintahan
- Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP
"""

FRONT = """
Buku ini menghimpun enam SOP ketatausahaan yang berlaku di lingkungan Biro Umum dan Administrasi Sekretariat
Daerah sejak 20 Januari 2025. Setiap SOP terdiri atas satu lembar identitas dan satu bagan alur. Waktu dalam
kolom mutu baku dihitung pada jam kerja; hari berarti hari kerja.
# Daftar SOP
|: 1 5 3 3
| No | Nama SOP | Nomor | Jumlah waktu
| 1 | Penanganan dan Telaah Surat Masuk | 001/SOP/BIUAS/2025 | 2 jam 10 menit
| 2 | Penerbitan Surat Keluar | 002/SOP/BIUAS/2025 | 3 jam 20 menit
| 3 | Peminjaman Ruang Rapat | 003/SOP/BIUAS/2025 | 1 jam 15 menit
| 4 | Permintaan Alat Tulis Kantor | 004/SOP/BIUAS/2025 | 1 hari
| 5 | Perjalanan Dinas Dalam Daerah | 005/SOP/BIUAS/2025 | 2 hari
| 6 | Perbaikan Kerusakan Gedung | 006/SOP/BIUAS/2025 | 3 hari

# Cara memakai buku ini
1. Cari SOP menurut namanya pada daftar di atas, lalu buka lembar identitasnya untuk memastikan nomor dan
  tanggal efektif.
2. Ikuti langkah pada bagan alur dari atas ke bawah. Lambang pada kolom pelaksana menunjukkan siapa yang
  bertindak: kapsul untuk awal dan akhir, kotak untuk kegiatan, belah ketupat untuk keputusan.
3. Siapkan kelengkapan sebelum langkah dimulai. Waktu yang tertulis adalah batas terlama, bukan rata-rata.
4. Bila langkah tidak dapat dijalankan, catat sebabnya pada kolom keterangan dan sampaikan kepada Subbagian
  Tata Usaha agar SOP ditinjau pada pemantauan semester berikutnya.

# Pengertian
a. Surat masuk ialah naskah dinas yang diterima dari luar biro, dalam bentuk kertas atau melalui sistem
  naskah dinas elektronik.
b. Telaah ialah pemeriksaan isi surat untuk menyarankan kepada pimpinan siapa yang menindaklanjuti dan kapan.
c. Disposisi ialah petunjuk tertulis pimpinan pada lembar disposisi mengenai tindak lanjut surat.
d. Arsiparis ialah pegawai yang mengelola arsip aktif biro.
"""

TEXTS = [
    f"""
unit: Bagian Tata Usaha
nomor: 001/SOP/BIUAS/2025
nama: Penanganan dan Telaah Surat Masuk
{SIGNED}
- Peraturan Gubernur tentang Tata Naskah Dinas yang berlaku
kualifikasi:
- Pengadministrasi umum mampu memakai sistem naskah dinas elektronik
- Analis tata usaha mampu menelaah isi surat dan merumuskan saran disposisi
keterkaitan:
- SOP Penerbitan Surat Keluar
- SOP Pengelolaan Arsip Aktif
peralatan:
- Komputer, pemindai dan jaringan
- Lembar disposisi dan buku agenda
peringatan: Proses telaah surat masuk menurut SOP ini paling lama 2 jam 10 menit, dihitung sejak surat
  diterima sampai disposisi disampaikan kepada pelaksana; surat berklasifikasi rahasia tidak dipindai.
pencatatan: Dicatat dalam buku agenda surat masuk dan sistem naskah dinas elektronik.
pelaksana: Staf Administrasi | Analis | Kasubbag | Kepala Bagian
langkah:
- Menerima surat, memeriksa alamat dan lampiran | Staf Administrasi | Surat | 10 menit | Tanda terima
- Mencatat, memindai dan mengunggah surat | Staf Administrasi | Surat, buku agenda | 15 menit | Nomor agenda
- Menelaah isi surat dan menyusun saran | Analis | Surat, lembar disposisi | 40 menit | Saran disposisi
- Saran sudah tepat? | Kasubbag | Saran disposisi | 20 menit | Paraf | Tidak: kembali ke analis
- Memberi disposisi | Kepala Bagian | Surat, saran | 30 menit | Disposisi
- Menyampaikan disposisi kepada pelaksana | Staf Administrasi | Disposisi | 15 menit | Bukti penyampaian
jumlah: 2 jam 10 menit
""",
    f"""
unit: Bagian Tata Usaha
nomor: 002/SOP/BIUAS/2025
nama: Penerbitan Surat Keluar
{SIGNED}
- Peraturan Gubernur tentang Tata Naskah Dinas yang berlaku
kualifikasi:
- Analis mampu menyusun konsep naskah dinas
- Pengadministrasi umum memahami kode klasifikasi arsip
keterkaitan:
- SOP Penanganan dan Telaah Surat Masuk
peralatan:
- Komputer dan sistem naskah dinas elektronik
- Sertifikat tanda tangan elektronik pejabat
peringatan: Surat tanpa nomor dan kode klasifikasi tidak boleh dikirim; surat yang salah alamat ditarik dengan
  surat ralat.
pencatatan: Dicatat dalam buku agenda surat keluar; salinannya disimpan sebagai arsip aktif.
pelaksana: Analis | Kasubbag | Kepala Biro | Staf Administrasi
langkah:
- Menyusun konsep surat | Analis | Disposisi, bahan | 90 menit | Konsep surat
- Konsep sudah benar? | Kasubbag | Konsep surat | 30 menit | Paraf | Tidak: kembali ke analis
- Menandatangani secara elektronik | Kepala Biro | Konsep berparaf | 60 menit | Surat bertanda tangan
- Memberi nomor, mengirim dan menyimpan salinan | Staf Administrasi | Surat | 20 menit | Bukti kirim
jumlah: 3 jam 20 menit
""",
    f"""
unit: Bagian Rumah Tangga
nomor: 003/SOP/BIUAS/2025
nama: Peminjaman Ruang Rapat
{SIGNED}
kualifikasi:
- Pengelola ruang rapat menguasai kalender ruang dan peralatan audio visual
keterkaitan:
- SOP Permintaan Alat Tulis Kantor
peralatan:
- Kalender ruang rapat elektronik
- Proyektor, pengeras suara dan kamera rapat daring
peringatan: Ruang rapat Biro Umum dipesan paling lambat satu hari kerja sebelum acara melalui kalender ruang
  rapat elektronik; pesanan yang tidak dipakai tanpa pembatalan dua kali berturut-turut ditangguhkan satu bulan.
pencatatan: Dicatat dalam kalender ruang rapat; daftar pemakaian dilaporkan setiap bulan.
pelaksana: Pemohon | Pengelola Ruang | Kasubbag Rumah Tangga
langkah:
- Memesan ruang melalui kalender elektronik | Pemohon | Undangan rapat | 10 menit | Pesanan
- Memeriksa ketersediaan dan daya tampung | Pengelola Ruang | Pesanan | 15 menit | Hasil pemeriksaan
- Menyetujui pesanan? | Kasubbag Rumah Tangga | Hasil pemeriksaan | 20 menit | Persetujuan
  | Tidak: tawarkan ruang lain
- Menyiapkan ruang dan peralatan | Pengelola Ruang | Daftar kebutuhan | 30 menit | Ruang siap
jumlah: 1 jam 15 menit
""",
    f"""
unit: Bagian Rumah Tangga
nomor: 004/SOP/BIUAS/2025
nama: Permintaan Alat Tulis Kantor
{SIGNED}
- Peraturan Menteri Dalam Negeri Nomor 47 Tahun 2021 tentang Tata Cara Pelaksanaan Pembukuan, Inventarisasi,
  dan Pelaporan Barang Milik Daerah
kualifikasi:
- Pengurus barang memahami pencatatan persediaan
keterkaitan:
- SOP Pengadaan Langsung
peralatan:
- Kartu persediaan
- Surat permintaan barang (SPB) dan surat penyaluran barang (SPPB)
peringatan: Permintaan tanpa surat permintaan barang tidak dilayani; persediaan di bawah batas minimum
  dilaporkan hari itu juga.
pencatatan: Dicatat dalam kartu persediaan dan laporan persediaan semester.
pelaksana: Pemohon | Pengurus Barang | Kasubbag Rumah Tangga
langkah:
- Mengajukan surat permintaan barang | Pemohon | SPB | 15 menit | SPB
- Memeriksa persediaan | Pengurus Barang | Kartu persediaan | 1 jam | Hasil pemeriksaan
- Menyetujui jumlah barang? | Kasubbag Rumah Tangga | SPB, hasil pemeriksaan | 2 jam | SPPB
  | Tidak: jumlah disesuaikan
- Menyerahkan barang dan mencatat pengeluaran | Pengurus Barang | SPPB | 4 jam | Bukti serah terima
jumlah: 1 hari
""",
    f"""
unit: Bagian Keuangan
nomor: 005/SOP/BIUAS/2025
nama: Perjalanan Dinas Dalam Daerah
{SIGNED}
- Peraturan Gubernur tentang Perjalanan Dinas yang berlaku
kualifikasi:
- Pengelola keuangan memahami standar biaya perjalanan dinas
keterkaitan:
- SOP Peminjaman Kendaraan Dinas
peralatan:
- Format surat tugas dan surat perjalanan dinas (SPD)
- Aplikasi keuangan
peringatan: Laporan perjalanan dinas disampaikan paling lambat lima hari kerja setelah kembali; uang harian
  tidak dibayarkan untuk perjalanan kurang dari delapan jam.
pencatatan: Surat tugas, SPD dan laporan disimpan bersama bukti pembayaran.
pelaksana: Pegawai | Kasubbag | Kepala Bagian | Pengelola Keuangan
langkah:
- Mengajukan usul perjalanan dinas | Pegawai | Undangan, rencana kerja | 2 jam | Usul perjalanan
- Usul sesuai anggaran? | Kasubbag | Usul, DPA | 2 jam | Paraf | Tidak: usul ditunda
- Menandatangani surat tugas | Kepala Bagian | Konsep surat tugas | 4 jam | Surat tugas
- Menghitung dan membayarkan biaya | Pengelola Keuangan | Surat tugas, SPD | 1 hari | Bukti transfer
jumlah: 2 hari
""",
    f"""
unit: Bagian Rumah Tangga
nomor: 006/SOP/BIUAS/2025
nama: Perbaikan Kerusakan Gedung
{SIGNED}
kualifikasi:
- Teknisi gedung memahami instalasi listrik, air dan tata udara
keterkaitan:
- SOP Pengadaan Langsung
peralatan:
- Formulir laporan kerusakan
- Peralatan teknik dan alat pelindung diri
peringatan: Kerusakan yang membahayakan jiwa, seperti korsleting dan plafon runtuh, ditangani segera tanpa
  menunggu formulir.
pencatatan: Dicatat dalam kartu pemeliharaan gedung.
pelaksana: Pelapor | Teknisi | Kasubbag Rumah Tangga
langkah:
- Melaporkan kerusakan | Pelapor | Formulir laporan | 15 menit | Laporan
- Memeriksa tempat dan menaksir bahan | Teknisi | Laporan | 4 jam | Hasil pemeriksaan
- Dapat diperbaiki sendiri? | Kasubbag Rumah Tangga | Hasil pemeriksaan | 2 jam | Perintah kerja
  | Tidak: melalui penyedia
- Memperbaiki dan mencatat pada kartu pemeliharaan | Teknisi | Perintah kerja, bahan | 2 hari | BA perbaikan
jumlah: 3 hari
""",
]
SOPS = [read_sop(AGENCY, text) for text in TEXTS]


def write_book(path: Path) -> None:
    """Write the bundle of six procedures."""
    title = Title(["BUKU STANDAR OPERASIONAL PROSEDUR KETATAUSAHAAN", "TAHUN 2025", "DOKUMEN CONTOH"])
    front = [KOP["BIUAS"], title, *read(FRONT)]
    write_bundle(path, "Buku SOP Ketatausahaan 2025", front, SOPS)


OLD = read_sop(
    AGENCY,
    """
unit: Bagian Rumah Tangga
nomor: 021/SOP/BIUAS/2021
nama: Peminjaman Ruang Rapat
dibuat: 04-01-2021
revisi: -
efektif: 18-01-2021
pengesah: Kepala Biro Umum dan Administrasi Sekretariat Daerah
nama pengesah: Dra. Larasati Kusumadewi
nip: 196407221989032003
dasar:
- Peraturan Menteri PAN Nomor PER/21/M.PAN/11/2008 tentang Pedoman Penyusunan SOP Administrasi Pemerintahan
- Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP
kualifikasi:
- Petugas ruang rapat menguasai buku pesanan
keterkaitan:
- SOP Permintaan Alat Tulis Kantor
peralatan:
- Buku pesanan ruang rapat
peringatan: Pesanan lisan tidak dilayani.
pencatatan: Dicatat dalam buku pesanan ruang rapat.
pelaksana: Pemohon | Petugas Ruang | Kasubbag Rumah Tangga
langkah:
- Mengisi buku pesanan dan menyerahkan nota dinas | Pemohon | Nota dinas | 30 menit | Pesanan
- Memeriksa buku pesanan | Petugas Ruang | Buku pesanan | 30 menit | Hasil pemeriksaan
- Menyetujui pesanan? | Kasubbag Rumah Tangga | Nota dinas | 1 hari | Disposisi | Tidak: cari hari lain
- Menyiapkan ruang | Petugas Ruang | Disposisi | 1 jam | Ruang siap
jumlah: 1 hari 2 jam
""",
)
OLD_TEXT = """
# PENJELASAN
SOP ini berlaku sejak 18 Januari 2021 bagi semua ruang rapat yang dikelola Biro Umum dan Administrasi
Sekretariat Daerah. Pada masa berlakunya, pesanan diajukan tiga hari kerja sebelum acara dengan nota dinas
kertas, karena kalender elektronik belum tersedia.
## Pembagian ruang
a. Ruang besar, daya tampung 60 orang, diutamakan untuk rapat pimpinan.
b. Ruang sedang, daya tampung 25 orang, untuk rapat antarbagian.
c. Ruang kecil, daya tampung 10 orang, untuk rapat tim dan wawancara.
## Hal yang diperhatikan
Konsumsi rapat dipesan sendiri oleh pemohon. Petugas ruang menyediakan proyektor dan pengeras suara bila disebut
dalam nota dinas. Ruang dikembalikan dalam keadaan bersih, dan peralatan yang rusak dilaporkan kepada petugas
ruang sebelum pemohon meninggalkan tempat.

Catatan arsip: SOP ini sudah diganti oleh SOP Nomor 003/SOP/BIUAS/2025 yang berlaku sejak 20 Januari 2025 dan
disimpan untuk keperluan penelusuran saja.
"""

PAPERS = [
    Paper(
        path="BIUAS/Buku SOP Ketatausahaan Biro Umum 2025.pdf",
        title="Buku SOP Ketatausahaan Biro Umum 2025",
        kind="sop",
        unit="BIUAS",
        access="terbuka",
        date="2025-01-20",
        review_on="2027-01-20",
        build=write_book,
    ),
    Paper(
        path="BIUAS/SOP ruang rapat 2021 (lama).pdf",
        title="SOP Peminjaman Ruang Rapat (2021)",
        kind="sop",
        unit="BIUAS",
        status="diarsipkan",
        validity="digantikan",
        date="2021-01-18",
        review_on="2023-01-18",
        build=lambda path: write_sop(path, OLD, OLD_TEXT),
    ),
]
