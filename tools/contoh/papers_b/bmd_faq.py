"""Questions and answers on the application for removing buildings from the register."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

FAQ = """
!kop BPAD

^ PERTANYAAN YANG SERING DIAJUKAN (FAQ)
^ APLIKASI e-PENGHAPUSAN BANGUNAN
^ Versi 3, April 2025

Aplikasi e-Penghapusan digunakan SKPD dan UKPD untuk mengusulkan penghapusan bangunan gedung yang dicatat pada
KIB C, misalnya karena akan dibangun kembali, dibongkar, atau rusak berat. Daftar tanya jawab ini merangkum
pertanyaan yang masuk ke meja bantuan BPAD selama 2024 dan triwulan pertama 2025.

# A. Syarat dan berkas

## 1. Apa saja syarat mengusulkan penghapusan gedung?

Syarat usul penghapusan gedung di e-Penghapusan adalah surat usulan Pengguna Barang, RKA atau DPA yang memuat
bangunan tersebut, foto bangunan, dan daftar KIB C bangunan yang diusulkan. Keempat berkas diunggah sekaligus;
usulan yang tidak lengkap tidak mendapat nomor register.

|: 0.5 3 3 2.2
| No | Berkas | Ketentuan isi | Batas berkas
| 1 | Surat usulan Pengguna Barang | Ditujukan kepada Sekretaris Daerah melalui Kepala BPAD, ditandatangani
  Kepala SKPD | PDF, DOC, atau DOCX, paling besar 1 MB
| 2 | RKA atau DPA | Halaman yang memuat kegiatan pembangunan atau pembongkaran bangunan itu | PDF, paling
  besar 1 MB
| 3 | Foto bangunan | Tampak depan, samping, dan bagian yang rusak; bertanggal | JPG, paling besar 1 MB per
  foto
| 4 | Daftar KIB C | Kode barang, register, luas, tahun, dan nilai perolehan sama dengan aplikasi aset | PDF,
  paling besar 1 MB

## 2. Mengapa ukuran berkas dibatasi 1 MB?

Batas 1 MB berlaku untuk setiap berkas agar unggahan dari kantor dengan jaringan terbatas tidak gagal.
Pindailah hitam putih dengan kerapatan 150–200 dpi dan gabungkan halaman menjadi satu PDF. Berkas yang
diperkecil sampai tidak terbaca akan dikembalikan.

## 3. Apakah bangunan yang tanahnya belum bersertipikat dapat diusulkan?

Dapat. Yang dihapus adalah bangunannya, sedangkan tanahnya tetap tercatat pada KIB A. Lampirkan surat
pernyataan penguasaan tanah dari Pengguna Barang.

# B. Proses penilaian

## 4. Siapa yang memutuskan status bangunan?

Status bangunan ditentukan Majelis Penetapan Status Aset setelah peninjauan lapangan. Majelis beranggotakan
unsur BPAD, dinas teknis bangunan gedung, BPKD, Biro Hukum, dan Inspektorat. Hasilnya dituangkan dalam berita
acara yang dapat dilihat pada menu Riwayat Usulan.

## 5. Siapa yang menandatangani keputusan penghapusan?

Surat keputusan penghapusan bangunan ditandatangani Sekretaris Daerah selaku Pengelola Barang. Tanda tangan
dibubuhkan secara elektronik dan salinannya otomatis tersimpan pada aplikasi.

## 6. Berapa lama prosesnya?

| Tahap | Pelaksana | Lama proses
| Pemeriksaan kelengkapan berkas | Admin BPAD | 3 hari kerja
| Penjadwalan dan peninjauan lapangan | Sekretariat Majelis | 10 hari kerja
| Sidang Majelis dan berita acara | Majelis Penetapan Status Aset | 7 hari kerja
| Penyusunan dan penandatanganan keputusan | BPAD dan Sekretariat Daerah | 15 hari kerja

Jumlah waktu normal adalah 35 hari kerja sejak berkas dinyatakan lengkap. Waktu perbaikan berkas oleh SKPD
tidak dihitung.

## 7. Bolehkah bangunan dibongkar sebelum keputusan terbit?

Tidak boleh. Pembongkaran hanya dilakukan setelah keputusan penghapusan terbit dan hasil bongkaran ditaksir.
Dalam keadaan darurat yang membahayakan jiwa, pembongkaran dilakukan dengan berita acara bersama BPBD dan
dilaporkan dalam 24 jam.

# C. Masalah teknis aplikasi

## 8. Nomor register KIB C tidak muncul saat dicari

Periksa apakah bangunan masih tercatat pada unit lain. Minta pengurus barang unit asal menyelesaikan mutasi,
lalu muat ulang data pada keesokan hari karena sinkronisasi berjalan setiap malam.

## 9. Usulan dikembalikan dengan catatan "nilai tidak sama"

Nilai perolehan pada daftar KIB C berbeda dari nilai pada neraca. Lakukan rekonsiliasi lebih dahulu; jangan
mengubah nilai pada berkas PDF.

## 10. Bagaimana membatalkan usulan?

Usulan dapat dibatalkan dengan surat Pengguna Barang selama Majelis belum bersidang. Setelah berita acara
Majelis terbit, pembatalan memerlukan persetujuan Pengelola Barang.

# D. Setelah keputusan terbit

Pengurus Barang mencoret bangunan dari KIB C, menyimpan salinan keputusan, dan melaporkan hasil bongkaran.
Bangunan pengganti yang masih dikerjakan dicatat pada KIB F sebagai konstruksi dalam pengerjaan. Untuk kendala
yang tidak terjawab, ajukan tiket pada menu Bantuan dengan menyebutkan nomor register usulan, tanpa
mencantumkan data pribadi pegawai.
"""

PAPERS = [
    Paper(
        path="BPAD/FAQ e-Penghapusan bangunan v3.pdf",
        title="FAQ Aplikasi e-Penghapusan Bangunan",
        kind="faq",
        unit="BPAD",
        community="Komunitas Pembelajar BPAD",
        access="terbuka",
        date="2025-04-14",
        review_on="2026-04-14",
        build=lambda path: write_pdf(path, "FAQ e-Penghapusan Bangunan", blocks(FAQ)),
    ),
]
