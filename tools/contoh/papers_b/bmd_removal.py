"""What happens to property before and at its removal: the procedure for wrecks and one decree with its annex."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.blocks import Break, Flow, Sheet, Sop, Step
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

BPAD = "Komunitas Pembelajar BPAD"

WRECKS = Sop(
    agency="Badan Pengelolaan Aset Daerah",
    unit="Bidang Penatausahaan Aset",
    number="021/SOP/BPAD/2025",
    name="Penanganan Barang Milik Daerah Rusak Berat Sebelum Penghapusan",
    made="13-01-2025",
    revised="13-01-2027",
    effective="27-01-2025",
    approver="Kepala Badan Pengelolaan Aset Daerah",
    approver_name="Ratna Contoh Puspita",
    approver_nip="196911231994032990",
    legal=[
        "Peraturan Pemerintah Nomor 27 Tahun 2014 sebagaimana telah diubah dengan PP Nomor 28 Tahun 2020",
        "Permendagri Nomor 19 Tahun 2016 sebagaimana telah diubah dengan Permendagri Nomor 7 Tahun 2024",
        "Permendagri Nomor 47 Tahun 2021 tentang Tata Cara Pembukuan, Inventarisasi, dan Pelaporan BMD",
        "Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan SOP",
    ],
    skills=[
        "Pengurus Barang bersertifikat pelatihan penatausahaan BMD",
        "Memahami kodefikasi barang dan kartu inventaris",
        "Mampu menilai kondisi fisik bersama teknisi",
    ],
    links=["SOP Mutasi Barang Antar-UKPD", "SOP Penghapusan BMD", "SOP Pemutakhiran KIR"],
    tools=["Komputer dan aplikasi aset", "Kamera", "Label kondisi barang", "Gudang transit terkunci"],
    warning=(
        "Barang rusak berat tidak boleh dibuang, dijual, atau dikanibal sebelum keputusan penghapusan terbit; "
        "kelalaian menjadi tanggung jawab Kuasa Pengguna Barang."
    ),
    records="Buku barang rusak berat, berita acara pemeriksaan, foto bertanggal, dan register usulan penghapusan.",
    roles=["Pengurus Barang Pembantu", "Tim Pemeriksa", "Kuasa Pengguna Barang", "Pengguna Barang", "BPAD"],
    steps=[
        Step(
            "Melaporkan barang yang tidak dapat dipakai lagi",
            "Pengurus Barang Pembantu",
            "KIR, foto",
            "1 hari",
            "Laporan",
        ),
        Step("Memeriksa fisik dan menyimpulkan kondisi", "Tim Pemeriksa", "Laporan, KIB", "3 hari", "BA pemeriksaan"),
        Step(
            "Apakah biaya perbaikan melebihi manfaatnya?",
            "Tim Pemeriksa",
            "Taksiran biaya",
            "1 hari",
            "Rekomendasi",
            "Tidak: pelihara",
            ask=True,
        ),
        Step(
            "Mengamankan barang di gudang transit dan memberi label RB",
            "Pengurus Barang Pembantu",
            "BA pemeriksaan, label",
            "2 hari",
            "Barang aman",
        ),
        Step(
            "Mengusulkan reklasifikasi dan penghapusan",
            "Kuasa Pengguna Barang",
            "BA, foto, KIB",
            "2 hari",
            "Surat usul",
        ),
        Step(
            "Meneliti dan meneruskan usulan kepada Pengelola Barang",
            "Pengguna Barang",
            "Surat usul",
            "3 hari",
            "Surat usulan SKPD",
        ),
        Step(
            "Mereklasifikasi barang ke aset lain-lain (1.5.4) dan mencatat di buku barang rusak berat",
            "BPAD",
            "Surat usulan SKPD",
            "5 hari",
            "Catatan reklasifikasi",
        ),
        Step(
            "Menjadwalkan penilaian dan menyiapkan konsep keputusan penghapusan",
            "BPAD",
            "Berkas lengkap",
            "10 hari",
            "Konsep keputusan",
        ),
    ],
    total="27 hari kerja",
)

EXPLAIN = """
# Penjelasan pelaksanaan

## 1. Apa yang dilakukan sebelum barang dihapus

Barang milik daerah yang rusak berat lebih dahulu diperiksa fisik, dibuatkan berita acara, diamankan di gudang
transit, dan direklasifikasi ke aset lain-lain (1.5.4) sebelum diusulkan penghapusannya. Selama menunggu
keputusan, barang tetap tercatat pada kartu inventaris dengan kondisi RB dan tidak disusutkan lagi sebagai
aset yang digunakan.

## 2. Pilihan tindak lanjut

1. Penjualan melalui lelang, bila masih bernilai ekonomis menurut hasil penilaian.
2. Hibah, bila masih dapat dimanfaatkan untuk kepentingan sosial dan tidak membahayakan.
3. Pemusnahan, bila tidak dapat digunakan, dimanfaatkan, atau dipindahtangankan. Berita acara pemusnahan
   dibuat paling lama satu bulan sejak persetujuan Pengelola Barang, lalu diikuti usulan penghapusan.

## 3. Berkas usulan

| Berkas | Dibuat oleh | Catatan
| Surat usulan Pengguna Barang | Pengguna Barang | Memuat alasan dan jumlah barang
| Daftar barang rusak berat | Pengurus Barang | Kode, register, nama, tahun, nilai perolehan
| Berita acara pemeriksaan fisik | Tim Pemeriksa | Paling lama enam bulan terakhir
| Foto tampak depan dan bagian rusak | Tim Pemeriksa | Bertanggal, satu foto satu barang
| Fotokopi BPKB dan STNK | Pengurus Barang | Khusus kendaraan

## 4. Cara menilai rusak berat

Barang disebut rusak berat bila fungsinya hilang dan taksiran biaya perbaikan melebihi setengah harga barang
sejenis yang baru, atau bila suku cadangnya tidak lagi tersedia. Tim Pemeriksa menuliskan dasar penilaiannya
pada berita acara. Barang yang masih dapat dipakai setelah perbaikan kecil digolongkan rusak ringan dan
dikembalikan ke jalur pemeliharaan.

| Golongan | Ciri | Tindak lanjut
| Baik (B) | Berfungsi penuh | Tetap digunakan
| Rusak ringan (RR) | Dapat dipakai setelah perbaikan kecil | Usulkan dalam RKBMD pemeliharaan
| Rusak berat (RB) | Fungsi hilang, perbaikan tidak ekonomis | Ikuti SOP ini

## 5. Pemantauan

Pengurus Barang melaporkan jumlah barang di gudang transit setiap triwulan. Barang yang lebih dari enam bulan
berada di gudang transit dibahas dalam rapat rekonsiliasi, disertai alasan tertundanya usulan dan rencana
penyelesaiannya.

## 6. Kesalahan yang harus dihindari

Barang elektronik rusak berat sering disimpan di koridor tanpa label sehingga tertukar dengan barang baik.
Beri label merah "RB" pada hari pemeriksaan, dan kunci gudang transit. Cakram penyimpan pada komputer wajib
dihapus datanya sebelum barang keluar dari kantor. Barang yang hilang tidak dimasukkan ke usulan rusak berat;
kehilangan diproses melalui tuntutan ganti kerugian daerah.
"""

DECREE = """
!kop SETDA

^ KEPUTUSAN SEKRETARIS DAERAH
^ NOMOR 9912 TAHUN 2025
^ TENTANG
^ PENGHAPUSAN BARANG MILIK DAERAH BERUPA PERALATAN DAN MESIN
^ PADA BADAN PENGEMBANGAN SUMBER DAYA MANUSIA

# Menimbang

a. bahwa peralatan dan mesin pada Badan Pengembangan Sumber Daya Manusia sebagaimana tercantum dalam Lampiran
   berada dalam kondisi rusak berat dan tidak ekonomis untuk diperbaiki;
b. bahwa berdasarkan Berita Acara Pemeriksaan Fisik Nomor 118/BA/BPSDM/2025 tanggal 5 Mei 2025, barang
   tersebut telah diperiksa dan diusulkan untuk dihapus;
c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan
   Sekretaris Daerah tentang Penghapusan Barang Milik Daerah.

# Mengingat

1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
2. Peraturan Pemerintah Nomor 27 Tahun 2014 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 28
   Tahun 2020;
3. Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016 sebagaimana telah diubah dengan Peraturan Menteri Dalam
   Negeri Nomor 7 Tahun 2024.

# MEMUTUSKAN

KESATU: Menghapus dari Daftar Barang Pengguna Badan Pengembangan Sumber Daya Manusia sebanyak 12 (dua belas)
unit peralatan dan mesin dengan nilai perolehan Rp121.150.000,00 sebagaimana tercantum dalam Lampiran
Keputusan ini.

KEDUA: Penghapusan sebagaimana dimaksud pada Diktum KESATU ditindaklanjuti dengan penjualan secara lelang satu
paket melalui kantor lelang negara; hasilnya disetor ke rekening kas umum daerah.

KETIGA: Kepala Badan Pengembangan Sumber Daya Manusia menghapus barang dimaksud dari KIB B dan KIR paling
lambat satu bulan sejak Keputusan ini ditetapkan dan melaporkannya kepada Pejabat Penatausahaan Barang.

KEEMPAT: Biaya yang timbul dibebankan pada Dokumen Pelaksanaan Anggaran Badan Pengelolaan Aset Daerah Tahun
Anggaran 2025.

KELIMA: Barang yang tidak terjual setelah dua kali lelang dapat dimusnahkan atau dihibahkan setelah mendapat
persetujuan Pengelola Barang; berita acara pemusnahan dibuat paling lama satu bulan sejak persetujuan.

KEENAM: Sebelum barang diserahkan kepada pemenang lelang, Badan Pengembangan Sumber Daya Manusia wajib
menghapus seluruh data pada cakram penyimpan PC unit dan server, serta membuat berita acara penghapusan data
yang ditandatangani pranata komputer dan disimpan bersama berkas penghapusan.

KETUJUH: Segala akibat yang timbul karena kelalaian pengamanan barang sebelum serah terima menjadi tanggung
jawab Kuasa Pengguna Barang.

KEDELAPAN: Keputusan ini mulai berlaku pada tanggal ditetapkan.

!sign Ditetapkan di Jakarta, 14 Juli 2025 | Sekretaris Daerah selaku Pengelola Barang | Bambang Contoh
  Prasetyo |
 196805171992031989

Tembusan: Inspektur; Kepala Badan Pengelolaan Aset Daerah; Kepala Badan Pengembangan Sumber Daya Manusia;
Kepala Badan Pengelolaan Keuangan Daerah.

---

^ LAMPIRAN KEPUTUSAN SEKRETARIS DAERAH
^ NOMOR 9912 TAHUN 2025 TANGGAL 14 JULI 2025

# Daftar barang milik daerah yang dihapus

|: 0.6 2.5 1.2 2.2 0.95 1.1 1.1 1.7 1.2
| No | Kode Barang | Register | Nama dan spesifikasi | Tahun | Kondisi | Jumlah | Nilai perolehan (Rp) | Nilai
  buku (Rp)
| 1 | 1.3.2.10.01.02.001 | 0031–0035 | PC Unit Acer Veriton X | 2013 | RB | 5 | 45.750.000 | 0
| 2 | 1.3.2.10.02.03.003 | 0007–0009 | Printer Canon iP2770 | 2012 | RB | 3 | 6.600.000 | 0
| 3 | 1.3.2.05.02.04.004 | 0014–0015 | AC Split Daikin 2 PK | 2014 | RB | 2 | 17.800.000 | 0
| 4 | 1.3.2.05.01.05.043 | 0003 | Slide projector Sony VPL | 2011 | RB | 1 | 11.000.000 | 0
| 5 | 1.3.2.10.01.01.002 | 0001 | Server Contoh Rack 2U | 2013 | RB | 1 | 40.000.000 | 0
| | | | Jumlah | | | 12 | 121.150.000 | 0

Rekapitulasi: dari 12 unit yang dihapus, 5 unit adalah PC unit, 3 unit printer, 2 unit AC split, 1 unit
proyektor, dan 1 unit server; seluruhnya berkondisi rusak berat dengan nilai buku nol rupiah. Nilai limit
lelang ditetapkan satu paket oleh penilai pemerintah berdasarkan Laporan Penilaian Nomor 045/LP/2025 tanggal 2
Juni 2025.

Catatan atas daftar: register PC unit 0031–0035 semula berada di Ruang Rapat Lt. 6, Ruang Kelas Lt. 3, dan
Ruang Pusdatin Lt. 5. Tiga printer tidak lagi memiliki tinta pengganti di pasaran. Kedua AC berasal dari ruang
rapat dan kompresornya rusak. Proyektor tidak dapat diperbaiki karena lampunya tidak diproduksi lagi. Server
tidak menyimpan data aktif sejak layanan dipindahkan ke pusat data pada tahun 2021.

# Tahap pelaksanaan

| Tahap | Pelaksana | Batas waktu
| Penghapusan data pada cakram penyimpan | Pranata komputer BPSDM | 25 Juli 2025
| Penyampaian permohonan lelang | BPAD | 31 Juli 2025
| Pencoretan dari KIB B dan KIR | Pengurus Barang BPSDM | 14 Agustus 2025
| Laporan hasil lelang | BPAD | 30 September 2025

Petugas penghubung lelang: telepon kantor pada hari kerja, atau petugas piket 0812-0000-7310.
"""

PAPERS = [
    Paper(
        path="BPAD/SOP BMD Rusak Berat FINAL (2).pdf",
        title="SOP Penanganan Barang Milik Daerah Rusak Berat Sebelum Penghapusan",
        kind="sop",
        unit="BPAD",
        community=BPAD,
        access="terbuka",
        date="2025-01-27",
        review_on="2027-01-27",
        build=lambda path: write_pdf(
            path,
            WRECKS.name,
            [Sheet(WRECKS), Break(), Flow(WRECKS), Break(landscape=False), *blocks(EXPLAIN)],
        ),
    ),
    Paper(
        path="BPAD/SK Penghapusan BMD BPSDM 2025.pdf",
        title="Keputusan Penghapusan Barang Milik Daerah berupa Peralatan dan Mesin pada BPSDM",
        kind="sk",
        unit="BPAD",
        community=BPAD,
        date="2025-07-14",
        build=lambda path: write_pdf(path, "SK Penghapusan BMD", blocks(DECREE), font="Times-Roman"),
    ),
]
