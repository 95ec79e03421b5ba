"""Questions and answers on property tax: the relief of 2025, and an older paper with the rates of its time."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

BAPENDA = "Komunitas Pembelajar Bapenda"

RELIEF = """
!kop BAPENDA

^ TANYA JAWAB
^ PEMBEBASAN DAN KERINGANAN PBB-P2 TAHUN 2025
^ (Keputusan Gubernur Nomor 281 Tahun 2025)

Keputusan Gubernur Nomor 281 Tahun 2025 ditetapkan pada 25 Maret 2025 dan memuat pembebasan pokok,
pengurangan, keringanan, serta pembebasan sanksi PBB-P2 tahun pajak 2025. Tanya jawab ini disusun untuk
petugas loket dan pusat panggilan.

# A. Pembebasan pokok

## 1. Rumah dengan NJOP berapa yang bebas PBB pada tahun 2025?

Pada tahun 2025 rumah dengan NJOP sampai dengan Rp2 miliar dibebaskan 100% dari PBB-P2, sehingga rumah dengan
NJOP Rp1,8 miliar tidak membayar PBB bila syaratnya terpenuhi. Untuk rumah susun, batas pembebasannya NJOP
sampai dengan Rp650 juta.

## 2. Apa syarat pembebasan?

1. Wajib pajak orang pribadi, bukan badan.
2. Hanya satu objek untuk setiap wajib pajak, yaitu objek dengan NJOP tertinggi yang memenuhi batas.
3. NIK wajib pajak telah tervalidasi pada akun Pajak Online.
4. Objek digunakan untuk hunian.

Pembebasan diberikan langsung pada SPPT tanpa permohonan. Bila NIK belum tervalidasi, SPPT masih menampilkan
pajak terutang; setelah validasi berhasil, SPPT diperbarui paling lama tiga hari kerja.

## 3. Bagaimana dengan rumah kedua dan ketiga?

Rumah kedua memperoleh pengurangan 50%, sedangkan rumah ketiga dan seterusnya membayar penuh. Urutan
ditentukan berdasarkan NJOP, bukan tanggal perolehan.

# B. Pengurangan dan batas kenaikan

## 4. NJOP di atas Rp2 miliar, adakah keringanan?

Ada. Objek yang tidak memperoleh pembebasan 100% mendapat pengurangan 50%, dan kenaikan pajak dibatasi paling
tinggi 50% dari pajak terutang tahun 2024.

## 5. Apakah ada potongan bila membayar lebih awal?

|: 3 2 3
| Masa pembayaran | Keringanan pokok | Catatan
| 8 April – 31 Mei 2025 | 10% | Otomatis saat kode bayar dibuat
| 1 Juni – 31 Juli 2025 | 7,5% | Otomatis
| 1 Agustus – 30 September 2025 | 5% | Jatuh tempo 30 September 2025

# C. Tunggakan dan sanksi

## 6. Bagaimana keringanan untuk tunggakan?

| Tahun pajak tunggakan | Keringanan pokok
| 2020–2024 | 5%
| 2013–2019 | 50%
| 2010–2012 | Tambahan 25% di atas keringanan menurut Pergub Nomor 124 Tahun 2017

## 7. Apakah bunga keterlambatan dihapus?

Sanksi administratif berupa bunga dibebaskan sampai dengan 31 Desember 2025 bila pokoknya dibayar. Setelah
tanggal itu, bunga keterlambatan kembali dihitung menurut ketentuan yang berlaku, yaitu 1% sebulan.

# D. Kasus di loket

## 8. Nama di SPPT masih nama pemilik lama

Ajukan mutasi (balik nama) lebih dahulu. Pembebasan tidak dapat diberikan kepada NIK yang berbeda dari subjek
pajak pada SPPT.

## 9. Rumah dipakai sebagian untuk warung

Pembebasan tetap diberikan selama fungsi utamanya hunian menurut data LSPOP. Bila seluruh bangunan berubah
menjadi toko, objek termasuk bukan hunian dan tidak bebas.

## 10. Rumah warisan atas nama orang tua yang sudah meninggal

Ahli waris melakukan mutasi waris dan validasi NIK. Selama proses berjalan, tunggakan tahun sebelumnya dapat
memakai keringanan pada bagian C.

## 11. Pemilik tinggal di luar negeri, apakah tetap memperoleh pembebasan?

Tetap, selama orang itu memiliki NIK yang tervalidasi dan objeknya dipakai sebagai hunian. Validasi dapat
dilakukan dari mana saja melalui Pajak Online dengan surel yang aktif.

## 12. Wajib pajak sudah membayar sebelum 25 Maret 2025

Kelebihan bayar dapat dikompensasikan ke tahun pajak berikutnya atau dikembalikan. Petugas mencatat
permohonan, memeriksa bukti bayar, dan menyampaikan nomor permohonan; keputusan kompensasi terbit paling lama
30 hari kerja.

## 13. Kos-kosan dan rumah kontrakan

Rumah kos yang menurut LSPOP berfungsi usaha tidak termasuk hunian. Rumah kontrakan satu keluarga tetap
hunian. Bila terdapat keraguan, petugas meminta verifikasi lapangan, bukan menebak dari nama jalan atau papan
nama.

## 14. Contoh hitungan singkat

| Keadaan | NJOP | Perlakuan 2025 | Yang dibayar
| Rumah pertama, NIK tervalidasi | Rp1.800.000.000 | Bebas 100% | Rp0
| Rumah pertama, NJOP di atas batas | Rp3.000.000.000 | Pengurangan 50% dari Rp5.880.000 | Rp2.940.000
| Rumah susun pertama | Rp640.000.000 | Bebas 100% | Rp0
| Ruko | Rp3.000.000.000 | Pengurangan 50% dari Rp8.820.000 | Rp4.410.000

Angka di atas belum memperhitungkan potongan bayar awal dan batas kenaikan 50% dari tahun 2024.

# E. Yang tidak boleh dilakukan petugas

Petugas tidak boleh memberikan informasi tunggakan kepada orang selain wajib pajak atau kuasanya, dan tidak
boleh meminta foto KTP melalui aplikasi percakapan. Pertanyaan yang tidak terjawab diteruskan kepada
koordinator layanan UPPPD.
"""

OLD = """
!kop BPRD

^ TANYA JAWAB PBB-P2
^ UNTUK PETUGAS LOKET UPPRD
^ Cetakan Februari 2020

Buku saku ini disusun bagi petugas loket UPPRD agar jawaban kepada wajib pajak seragam. Isinya menurut
ketentuan yang berlaku pada saat dicetak.

# 1. Dasar hukum

1. Undang-Undang Nomor 28 Tahun 2009 tentang Pajak Daerah dan Retribusi Daerah.
2. Peraturan Daerah Nomor 16 Tahun 2011 tentang Pajak Bumi dan Bangunan Perdesaan dan Perkotaan.
3. Peraturan Gubernur Nomor 259 Tahun 2015 tentang pembebasan PBB-P2 untuk rumah dengan NJOP sampai dengan Rp1
   miliar.
4. Peraturan Gubernur Nomor 42 Tahun 2019 tentang pembebasan bagi guru, veteran, dan pensiunan.

# 2. Berapa tarif PBB-P2?

Tarif bertingkat menurut NJOP: 0,01% untuk NJOP di bawah Rp200 juta, 0,1% untuk NJOP Rp200 juta sampai di
bawah Rp2 miliar, 0,2% untuk NJOP Rp2 miliar sampai di bawah Rp10 miliar, dan 0,3% untuk NJOP Rp10 miliar ke
atas. Tarif ini berlaku sebelum tahun 2024.

# 3. Siapa yang dibebaskan?

Rumah tinggal milik orang pribadi dengan NJOP sampai dengan Rp1 miliar dibebaskan. Guru dan dosen, pensiunan,
veteran, serta penerima gelar pahlawan dapat mengajukan pembebasan untuk rumah pertama dengan melampirkan
surat keputusan dan kartu identitas.

# 4. Berapa denda bila terlambat membayar?

Wajib pajak yang terlambat membayar PBB dikenai bunga 2% (dua persen) setiap bulan, paling lama 24 bulan atau
paling tinggi 48%. Bunga dihitung sejak jatuh tempo sampai hari pembayaran; bagian bulan dihitung satu bulan
penuh.

| Keterlambatan | Bunga | Contoh pokok Rp1.000.000
| 1 bulan | 2% | Rp20.000
| 6 bulan | 12% | Rp120.000
| 24 bulan atau lebih | 48% | Rp480.000

# 5. Kapan jatuh tempo?

Jatuh tempo pembayaran ditetapkan setiap tahun dan tercantum pada SPPT, umumnya akhir September. Bila jatuh
tempo bertepatan hari libur, pembayaran dapat dilakukan pada hari kerja berikutnya.

# 6. Di mana membayar?

Pembayaran dilakukan di bank tempat pembayaran, anjungan tunai mandiri, atau pasar daring dengan memasukkan
NOP. Petugas loket tidak menerima uang tunai. Bukti bayar disimpan paling sedikit lima tahun karena diperlukan
saat balik nama.

# 7. Bagaimana bila SPPT tidak diterima?

Wajib pajak meminta salinan SPPT di UPPRD dengan menunjukkan KTP dan SPPT tahun sebelumnya. Salinan diberikan
hari itu juga. Mulai 2020, e-SPPT dapat diunduh dengan mendaftarkan NOP dan alamat surel.

Salinan SPPT tidak menunjukkan pelunasan. Untuk keperluan jual beli, wajib pajak meminta surat keterangan
lunas yang menyebut lima tahun terakhir. Surat itu diterbitkan hanya kepada wajib pajak atau kuasanya.

# 8. Bagaimana membetulkan data yang salah?

Pembetulan nama, alamat, atau luas diajukan dengan formulir pelayanan dan bukti kepemilikan. Bila luas
bertambah karena renovasi, wajib pajak mengisi SPOP dan LSPOP baru. Petugas memeriksa berkas pada hari yang
sama dan memberi tanda terima dengan perkiraan tanggal selesai. Perbedaan luas lebih dari sepuluh persen
diteruskan kepada petugas lapangan.

# 9. Apa yang dilakukan bila wajib pajak keberatan?

Petugas menjelaskan bahwa keberatan diajukan tertulis dengan alasan dan bukti, satu surat untuk satu SPPT.
Petugas tidak boleh menjanjikan hasil, menaksir besarnya pengurangan, atau menyarankan menunda pembayaran yang
tidak dipersoalkan.

# 10. Contoh kasus

Rumah dengan NJOP Rp1,5 miliar, NJOPTKP Rp15 juta: (1.500.000.000 - 15.000.000) x 0,1% = Rp1.485.000. Bila
dibayar tiga bulan setelah jatuh tempo, bunganya 6% atau Rp89.100.
"""

PAPERS = [
    Paper(
        path="BAPENDA/FAQ Kepgub 281 Tahun 2025.pdf",
        title="Tanya Jawab Pembebasan dan Keringanan PBB-P2 Tahun 2025 (Kepgub 281/2025)",
        kind="faq",
        unit="BAPENDA",
        community=BAPENDA,
        access="terbuka",
        date="2025-04-08",
        review_on="2026-01-31",
        build=lambda path: write_pdf(path, "Tanya Jawab Kepgub 281/2025", blocks(RELIEF)),
    ),
    Paper(
        path="BAPENDA/Buku saku tanya jawab PBB 2020.docx",
        title="Tanya Jawab PBB-P2 untuk Petugas Loket (cetakan 2020)",
        kind="faq",
        unit="BAPENDA",
        community=BAPENDA,
        access="terbuka",
        status="perlu_diperbarui",
        validity="digantikan",
        date="2020-02-10",
        review_on="2021-02-10",
        build=lambda path: write_docx(path, "Tanya Jawab PBB-P2 2020", blocks(OLD)),
    ),
]
