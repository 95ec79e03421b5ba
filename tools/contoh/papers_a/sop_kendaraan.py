"""SOP Peminjaman Kendaraan Dinas of BPSDM."""

from tools.contoh.markup import read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop

SOP = read_sop(
    "Badan Pengembangan Sumber Daya Manusia",
    """
unit: Sekretariat – Subbagian Umum
nomor: 014/SOP/BPSDM/2025
nama: Peminjaman Kendaraan Dinas
dibuat: 03-02-2025
revisi: 00
efektif: 17-02-2025
pengesah: Kepala Badan Pengembangan Sumber Daya Manusia
nama pengesah: Dr. Wiratama Hadikusuma, M.A.P.
nip: 197003121995031002
dasar:
- Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP Administrasi
  Pemerintahan
- Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016 sebagaimana telah diubah dengan Peraturan
  Menteri Dalam Negeri Nomor 7 Tahun 2024 tentang Pedoman Pengelolaan Barang Milik Daerah
- Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP
kualifikasi:
- Pengurus Barang memahami penatausahaan barang milik daerah dan mampu memeriksa kelaikan kendaraan
- Pengemudi memiliki SIM sesuai golongan kendaraan yang masih berlaku
- Kepala Subbagian Umum memahami jadwal kegiatan badan
keterkaitan:
- SOP Pemeliharaan Kendaraan Dinas
- SOP Perjalanan Dinas Dalam Daerah
peralatan:
- Buku jadwal kendaraan atau kalender elektronik
- Formulir nota dinas peminjaman
- Berita acara peminjaman dan pengembalian
peringatan: Kendaraan yang keluar tanpa berita acara peminjaman dianggap dipakai tanpa izin; kerusakannya
  menjadi tanggung jawab pemakai.
pencatatan: Dicatat dalam buku jadwal kendaraan; berita acara disimpan dua tahun.
pelaksana: Pemohon | Pengurus Barang | Kasubbag Umum | Pengemudi
langkah:
- Mengajukan nota dinas peminjaman | Pemohon | Nota dinas, surat tugas | 10 menit | Nota dinas
- Memeriksa jadwal dan kelaikan | Pengurus Barang | Buku jadwal | 15 menit | Hasil pemeriksaan
- Menyetujui peminjaman? | Kasubbag Umum | Nota dinas, hasil pemeriksaan | 1 jam | Disposisi
  | Tidak: kembali ke pemohon
- Menyerahkan kunci dan menandatangani berita acara | Pengurus Barang | BA peminjaman | 10 menit
  | BA ditandatangani
- Memakai kendaraan sesuai surat tugas | Pengemudi | Surat tugas | Sesuai tugas | Catatan kilometer
- Menerima kembali dan memeriksa fisik | Pengurus Barang | BA pengembalian | 20 menit | BA pengembalian
jumlah: 1 jam 55 menit, di luar waktu pemakaian
""",
)

EXPLANATION = """
# PENJELASAN PROSEDUR
## A. Ruang lingkup
SOP Peminjaman Kendaraan Dinas ini berlaku bagi semua pegawai Badan Pengembangan Sumber Daya Manusia yang
memerlukan kendaraan dinas operasional roda empat untuk tugas kedinasan dalam wilayah Jakarta, Bogor, Depok,
Tangerang dan Bekasi. Kendaraan dinas perorangan jabatan tidak termasuk di dalamnya.
## B. Pengertian
a. Kendaraan dinas operasional ialah kendaraan milik Pemerintah Provinsi yang dipakai bersama untuk kegiatan
  kantor dan tercatat dalam KIB B.
b. Pemohon ialah pegawai yang ditugaskan dengan surat tugas, atau kepala subbidang atas nama timnya.
c. Berita acara (BA) peminjaman ialah catatan serah terima kunci, STNK, jumlah kilometer dan keadaan
  kendaraan yang ditandatangani kedua pihak.
## C. Alur peminjaman
Alur peminjaman kendaraan dinas: pemohon mengajukan nota dinas, pengurus barang memeriksa jadwal, Kasubbag
Umum menyetujui, pengurus barang menyerahkan kunci dengan berita acara, lalu kendaraan dikembalikan dan
diperiksa fisiknya.
1. Pemohon mengajukan nota dinas peminjaman kepada Kepala Subbagian Umum paling lambat satu hari kerja
  sebelum pemakaian, dengan menyebut tujuan, jumlah penumpang, serta waktu berangkat dan kembali.
2. Pengurus Barang memeriksa buku jadwal dan kelaikan kendaraan: bahan bakar, rem, lampu, ban, dan masa
  berlaku STNK. Bila dua permohonan jatuh pada waktu yang sama, didahulukan yang penumpangnya lebih banyak.
3. Kepala Subbagian Umum menyetujui atau menolak dengan disposisi. Penolakan disertai alasan dan usul waktu
  lain.
4. Pengurus Barang menyerahkan kunci dan STNK kepada pengemudi; kedua pihak menandatangani BA peminjaman.
5. Pengemudi memakai kendaraan menurut surat tugas serta mencatat kilometer awal dan akhir.
6. Pada hari pengembalian Pengurus Barang memeriksa fisik kendaraan bersama pengemudi dan menandatangani BA
  pengembalian. Kerusakan baru dicatat dan dilaporkan hari itu juga.
## D. Keadaan khusus
Untuk keadaan mendesak, seperti mengantar pegawai yang sakit, izin lisan Kepala Subbagian Umum dapat
diberikan lebih dahulu dan nota dinas menyusul paling lambat hari kerja berikutnya. Kendaraan yang harus
menginap di luar kantor memerlukan persetujuan tertulis Sekretaris Badan.

Biaya tol dan parkir diganti dari uang persediaan dengan bukti asli. Denda lalu lintas dan kehilangan kunci
ditanggung pemakai. Kecelakaan dilaporkan kepada Pengurus Barang paling lambat 1x24 jam dengan surat
keterangan kepolisian agar klaim asuransi dapat diajukan.
## E. Ukuran keberhasilan
Sekurang-kurangnya 95 persen permohonan dijawab pada hari yang sama, semua pemakaian memiliki BA peminjaman
dan BA pengembalian, dan tidak ada kendaraan yang keluar tanpa catatan kilometer. Subbagian Umum melaporkan
angka ini kepada Sekretaris Badan setiap triwulan.
"""

PAPERS = [
    Paper(
        path="BPSDM/SOP Peminjaman Kendaraan Dinas 2025.pdf",
        title="SOP Peminjaman Kendaraan Dinas",
        kind="sop",
        unit="BPSDM",
        community="Komunitas Pembelajar BPSDM",
        date="2025-02-17",
        review_on="2027-02-17",
        build=lambda path: write_sop(path, SOP, EXPLANATION),
    )
]
