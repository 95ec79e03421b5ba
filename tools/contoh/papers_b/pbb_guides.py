"""How property tax is computed, and how its two forms are filled in."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

BAPENDA = "Komunitas Pembelajar Bapenda"

SUMS = """
!kop BAPENDA

^ CATATAN TEKNIS
^ TARIF DAN CARA MENGHITUNG PBB-P2
^ Keadaan aturan per 1 Juli 2025

# 1. Ringkasan

Catatan ini menerangkan tarif, dasar pengenaan, dan bunga keterlambatan PBB-P2 menurut aturan yang berlaku
pada saat catatan disusun, berikut contoh hitungan. Catatan dapat dipakai petugas layanan untuk menjelaskan
angka pada SPPT; keringanan menurut Kepgub Nomor 281 Tahun 2025 diterangkan dalam tanya jawab tersendiri.

# 2. Dasar hukum

1. Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah.
2. Peraturan Pemerintah Nomor 35 Tahun 2023 tentang Ketentuan Umum Pajak Daerah dan Retribusi Daerah.
3. Peraturan Daerah Nomor 1 Tahun 2024 tentang Pajak Daerah dan Retribusi Daerah, berlaku sejak 5 Januari
   2024.
4. Peraturan Gubernur Nomor 17 Tahun 2024 tentang persentase NJOP sebagai dasar pengenaan PBB-P2.

# 3. Tarif

Tarif PBB-P2 di Jakarta adalah 0,5% sejak 5 Januari 2024 menurut Perda Nomor 1 Tahun 2024. Untuk lahan
produksi pangan dan ternak tarifnya 0,25%. Tarif bertingkat 0,01% sampai 0,3% yang masih beredar dalam buku
saku lama tidak berlaku lagi.

| Unsur | Besaran | Aturan
| Tarif umum | 0,5% | Perda Nomor 1 Tahun 2024
| Tarif lahan pangan dan ternak | 0,25% | Perda Nomor 1 Tahun 2024
| NJOPTKP | Rp60.000.000 untuk satu objek setiap wajib pajak | Perda Nomor 1 Tahun 2024
| Dasar pengenaan hunian | 40% dari NJOP setelah NJOPTKP | Pergub Nomor 17 Tahun 2024
| Dasar pengenaan selain hunian | 60% dari NJOP setelah NJOPTKP | Pergub Nomor 17 Tahun 2024

# 4. Rumus

PBB terutang = (NJOP - NJOPTKP) x persentase dasar pengenaan x tarif. Untuk hunian: (NJOP - Rp60 juta) x 40% x
0,5%. Untuk selain hunian: (NJOP - Rp60 juta) x 60% x 0,5%.

# 5. Contoh hitungan

## Contoh 1: rumah dengan NJOP Rp3 miliar

Cara menghitung PBB rumah dengan NJOP Rp3 miliar adalah (Rp3.000.000.000 - Rp60.000.000) x 40% x 0,5% =
Rp5.880.000. Angka ini belum memperhitungkan pengurangan 50% menurut Kepgub Nomor 281 Tahun 2025.

## Contoh 2: ruko dengan NJOP Rp3 miliar

(Rp3.000.000.000 - Rp60.000.000) x 60% x 0,5% = Rp8.820.000. Ruko termasuk selain hunian walaupun lantai
atasnya dihuni, kecuali LSPOP mencatat penggunaan hunian sebagai fungsi utama.

## Contoh 3: objek kedua milik orang yang sama

NJOPTKP hanya diberikan satu kali. Rumah kedua dengan NJOP Rp900 juta dihitung tanpa NJOPTKP: Rp900.000.000 x
40% x 0,5% = Rp1.800.000.

| Penggunaan | NJOP | NJOPTKP | PBB terutang
| Hunian | Rp2.500.000.000 | Rp60.000.000 | Rp4.880.000
| Hunian | Rp3.000.000.000 | Rp60.000.000 | Rp5.880.000
| Selain hunian | Rp3.000.000.000 | Rp60.000.000 | Rp8.820.000
| Hunian, objek kedua | Rp900.000.000 | – | Rp1.800.000

# 6. Bunga keterlambatan

Sejak berlakunya Undang-Undang Nomor 1 Tahun 2022 dan Perda Nomor 1 Tahun 2024, keterlambatan membayar PBB
dikenai bunga 1% setiap bulan, paling lama 24 bulan. Angka 2% setiap bulan dalam dokumen yang lebih tua
berasal dari aturan sebelumnya. Contoh: pokok Rp5.880.000 terlambat tiga bulan dikenai bunga 3% atau
Rp176.400.

|: 2 2 3
| Aturan | Bunga sebulan | Paling tinggi
| Sebelum UU Nomor 1 Tahun 2022 (dokumen lama) | 2% | 48% untuk 24 bulan
| Sejak Perda Nomor 1 Tahun 2024 | 1% | 24% untuk 24 bulan

Bagian bulan dihitung satu bulan penuh. Bunga ditagih dengan surat tagihan pajak daerah dan bukan bagian dari
pokok, sehingga pengurangan pokok tidak dengan sendirinya mengurangi bunga yang sudah ditagih.

# 7. Langkah menjelaskan kepada wajib pajak

1. Tunjukkan NJOP bumi dan NJOP bangunan pada SPPT, lalu jumlahkan.
2. Periksa apakah NJOPTKP sudah diberikan pada objek ini atau objek lain milik wajib pajak.
3. Tunjukkan penggunaan menurut LSPOP karena menentukan angka 40% atau 60%.
4. Bila wajib pajak tidak setuju dengan luas, arahkan ke pembetulan; bila tidak setuju dengan NJOP, arahkan ke
   keberatan.

# 8. Kesalahan hitung yang sering terjadi

- NJOPTKP dikurangkan setelah dikalikan 40%, padahal dikurangkan lebih dahulu dari NJOP.
- NJOPTKP diberikan pada semua objek milik orang yang sama.
- Angka 40% dipakai untuk kantor dan toko, padahal untuk selain hunian berlaku 60%.
- NJOP tahun lama dipakai untuk menjelaskan SPPT tahun berjalan.
- Pengurangan 50% dihitung dari NJOP, padahal dari pajak terutang.

# 9. Istilah

NJOP adalah nilai jual objek pajak, yaitu harga rata-rata transaksi wajar. NJOPTKP adalah bagian NJOP yang
tidak kena pajak. Hunian adalah bangunan yang fungsi utamanya tempat tinggal menurut data LSPOP. Pajak
terutang adalah pokok sebelum keringanan, sedangkan pajak yang harus dibayar adalah angka sesudah keringanan
yang tercantum pada bagian bawah SPPT.

!sign Jakarta, 1 Juli 2025 | Kepala Bidang Peraturan Pajak Daerah | Yuni Contoh Astuti | 197610102003122987
"""

FORMS = """
!kop BAPENDA

^ PANDUAN MENGISI SPOP DAN LSPOP
^ PBB-P2
^ Edisi Maret 2025

# 1. Beda SPOP dan LSPOP

Beda SPOP dan LSPOP: SPOP (Surat Pemberitahuan Objek Pajak) memuat data subjek pajak dan tanah, sedangkan
LSPOP (Lampiran SPOP) memuat rincian bangunan. Setiap bidang tanah diisi satu SPOP; setiap bangunan di atasnya
diisi satu LSPOP. Tanah kosong cukup SPOP tanpa LSPOP.

|: 2 3 3
| Hal | SPOP | LSPOP
| Isi | Nama, NIK, alamat, luas dan letak tanah | Luas bangunan, lantai, tahun, bahan, fasilitas
| Banyaknya | Satu untuk satu bidang tanah | Satu untuk satu bangunan
| Dipakai untuk | NJOP bumi melalui zona nilai tanah (ZNT) | NJOP bangunan melalui daftar biaya komponen
  bangunan (DBKB)
| Ditandatangani | Wajib pajak atau kuasa | Wajib pajak atau kuasa

# 2. Kapan SPOP dan LSPOP diisi

1. Pendaftaran objek baru yang belum memiliki NOP.
2. Mutasi atau balik nama, pemecahan, dan penggabungan bidang.
3. Perubahan bangunan: penambahan lantai, perluasan, pembongkaran, atau perubahan penggunaan.
4. Permintaan pemutakhiran data oleh UPPPD.

SPOP dan LSPOP dikembalikan paling lama 30 hari kalender sejak diterima wajib pajak. Bila tidak dikembalikan,
penetapan dilakukan secara jabatan berdasarkan hasil verifikasi lapangan.

# 3. Cara mengisi SPOP

| Bagian | Isian | Keterangan
| A. Jenis transaksi | Perekaman, pemutakhiran, atau penghapusan data | Pilih satu
| B. NOP | Delapan belas angka | Contoh format 31.72.040.005.999-0001.0
| C. Data subjek | Nama, NIK, alamat, status | Pemilik, penyewa, pengelola, pemakai, atau sengketa
| D. Letak objek | Jalan, RT/RW, kelurahan, kecamatan | Sesuai kenyataan, bukan alamat KTP
| E. Data bumi | Luas tanah, zona, jenis | Tanah dan bangunan, kavling siap bangun, tanah kosong, fasilitas
  umum
| F. Denah | Sketsa dengan batas utara, selatan, timur, barat | Boleh tangkapan peta

Isi dengan huruf cetak. Luas ditulis dalam meter persegi tanpa desimal. Sertifikat, PBG atau IMB, dan surat
keterangan lurah dilampirkan bila diminta petugas.

# 4. Cara mengisi LSPOP

1. Tulis nomor bangunan berurutan bila ada lebih dari satu bangunan pada bidang yang sama.
2. Isi jenis penggunaan: perumahan, kantor swasta, toko, rumah sakit, olahraga, hotel, bengkel atau gudang,
   gedung pemerintah, dan lain-lain.
3. Isi luas bangunan sebagai jumlah luas semua lantai, termasuk teras beratap dan balkon.
4. Isi tahun dibangun, tahun direnovasi, kondisi, konstruksi, atap, dinding, lantai, dan langit-langit.
5. Isi fasilitas: daya listrik, AC, kolam renang, pagar, lift, dan perkerasan halaman.

# 5. Kesalahan yang sering ditemukan

- Luas bangunan hanya dihitung lantai dasar sehingga NJOP terlalu rendah dan diperbaiki saat verifikasi.
- Dua rumah pada satu bidang hanya diisi satu LSPOP.
- NIK subjek pajak tidak sama dengan akun Pajak Online sehingga pembebasan tidak terbaca.
- Alamat objek ditulis alamat korespondensi.

# 6. Contoh isian

Sebidang tanah 180 m2 berisi rumah dua lantai. Lantai dasar 96 m2, lantai atas 84 m2, teras beratap 12 m2.
Yang ditulis pada SPOP adalah luas tanah 180; yang ditulis pada LSPOP adalah luas bangunan 192, jumlah lantai
2, dan penggunaan perumahan. Garasi terpisah yang tidak menempel pada rumah diisi pada LSPOP kedua.

| Isian | Nilai | Sumber
| Luas tanah | 180 m2 | Sertifikat
| Luas bangunan | 192 m2 | Pengukuran sisi luar dinding
| Jumlah lantai | 2 | Pengamatan
| Tahun dibangun dan direnovasi | 2004 dan 2019 | PBG atau keterangan pemilik
| Daya listrik | 3.500 watt | Rekening listrik

# 7. Alur setelah formulir diserahkan

1. Petugas loket memeriksa kelengkapan dan memberi bukti penerimaan.
2. Petugas pendataan mencocokkan letak dengan peta blok dan memberi NOP bila objek baru.
3. Bila isian berbeda lebih dari sepuluh persen dari data lama, dilakukan verifikasi lapangan.
4. Data direkam, NJOP dihitung dengan ZNT dan DBKB, lalu SPPT diterbitkan atau diperbarui.

# 8. Daftar singkatan

| Singkatan | Kepanjangan
| NOP | Nomor Objek Pajak, 18 digit
| ZNT | Zona Nilai Tanah
| DBKB | Daftar Biaya Komponen Bangunan
| LHP | Laporan Hasil Penelitian lapangan

Pengisian SPOP dan LSPOP tidak dipungut biaya. Petugas yang meminta imbalan dapat dilaporkan melalui kanal
pengaduan resmi.
"""

PAPERS = [
    Paper(
        path="BAPENDA/Catatan tarif dan hitungan PBB-P2 (Juli 2025).docx",
        title="Catatan Teknis Tarif dan Cara Menghitung PBB-P2",
        kind="pbb",
        unit="BAPENDA",
        community=BAPENDA,
        access="terbuka",
        date="2025-07-01",
        review_on="2026-07-01",
        build=lambda path: write_docx(path, "Catatan Teknis Tarif PBB-P2", blocks(SUMS)),
    ),
    Paper(
        path="BAPENDA/Panduan SPOP LSPOP.pdf",
        title="Panduan Mengisi SPOP dan LSPOP PBB-P2",
        kind="formulir",
        unit="BAPENDA",
        community=BAPENDA,
        access="terbuka",
        date="2025-03-17",
        review_on="2026-03-17",
        build=lambda path: write_pdf(path, "Panduan SPOP dan LSPOP", blocks(FORMS), font="Times-Roman"),
    ),
]
