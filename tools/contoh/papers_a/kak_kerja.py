"""KAK of works (DBM) and the budget TOR of an activity (DINSOS)."""

from pathlib import Path

from tools.contoh.blocks import Grid, Sign, Title
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.markup import read
from tools.contoh.record import Paper
from tools.contoh.units import KOP

WORKS = """
# BAB I PENDAHULUAN
## 1.1 Latar belakang
Trotoar Jalan Contoh Raya sepanjang 850 meter rusak pada 37 titik dan tidak memiliki jalur pemandu bagi penyandang
disabilitas netra. Sepanjang 2024 tercatat 26 aduan pejalan kaki, empat di antaranya karena terjatuh.
## 1.2 Maksud, tujuan dan sasaran
Maksud pekerjaan ialah memperbaiki trotoar agar aman dan dapat dilalui semua orang. Tujuannya ialah tersedianya trotoar
selebar paling sedikit 1,8 meter dengan jalur pemandu menerus, dan sasarannya pejalan kaki di sekitar dua sekolah serta
satu pasar.
## 1.3 Sumber dana
APBD Tahun Anggaran 2025, kode rekening 5.1.02.03.04.0012, pagu Rp1.860.000.000,00. Pemilihan penyedia melalui tender.
## 1.4 Pejabat Pembuat Komitmen
PPK Bidang Kelengkapan Jalan, Dinas Bina Marga.
# BAB II LINGKUP PEKERJAAN
1. Pekerjaan persiapan: papan proyek, pagar pengaman, rambu, dan pengukuran ulang.
2. Pembongkaran lapisan lama dan perataan tanah dasar.
3. Pemasangan beton mutu fc' 20 MPa setebal 10 sentimeter dan penutup batu andesit.
4. Pemasangan jalur pemandu, kerb, dan penutup saluran.
5. Pembersihan, pemulihan taman, dan penyerahan gambar terlaksana.
# BAB III DAFTAR KUANTITAS POKOK
|: 1 5 2 2
| No | Uraian | Volume | Satuan
| 1 | Pembongkaran trotoar lama | 1.530 | m2
| 2 | Beton fc' 20 MPa tebal 10 cm | 153 | m3
| 3 | Penutup batu andesit bakar | 1.275 | m2
| 4 | Jalur pemandu | 255 | m2
| 5 | Kerb pracetak | 850 | m
| 6 | Penutup saluran | 120 | buah

Gambar rencana dan spesifikasi teknis terlampir dalam dokumen pemilihan.
# BAB IV METODE DAN JADWAL
Pekerjaan dilaksanakan dalam enam segmen berurutan. Segmen berikutnya dibuka setelah segmen sebelumnya dapat dilalui
pejalan kaki. Jangka waktu pelaksanaan 90 (sembilan puluh) hari kalender sejak SPMK, dan masa pemeliharaan 180 hari
kalender.
|: 3 1 1 1
| Kegiatan | Bulan 1 | Bulan 2 | Bulan 3
| Persiapan dan segmen 1–2 | x | - | -
| Segmen 3–5 | - | x | x
| Segmen 6, jalur pemandu, pembersihan | - | - | x

# BAB V PERALATAN DAN PERSONEL
|: 4 3 2
| Peralatan utama | Kapasitas | Jumlah
| Pencampur beton | 0,35 m3 | 2 unit
| Pemadat tangan | 80 kg | 2 unit
| Truk bak | 4 m3 | 2 unit

|: 4 4 2
| Personel manajerial | Sertifikat | Pengalaman
| Pelaksana | SKK pelaksana jalan jenjang 5 | 3 tahun
| Ahli muda K3 konstruksi | SKK jenjang 7 | 3 tahun

# BAB VI KESELAMATAN KONSTRUKSI
Bahaya K3 yang diidentifikasi pada pekerjaan trotoar adalah tertabrak kendaraan, tertimpa batu, terpapar debu
pemotongan, terkena aliran listrik, dan pejalan kaki terperosok galian.
|: 3 3 4
| Pekerjaan | Bahaya | Pengendalian
| Pembongkaran di tepi jalan | Tertabrak kendaraan | Kerucut, rambu, petugas pengatur lalu lintas
| Pemotongan batu | Debu dan serpihan | Pemotongan basah, masker, pelindung mata
| Pengangkatan batu | Tertimpa, cedera punggung | Dua orang, sarung tangan, sepatu pengaman
| Galian terbuka | Pejalan kaki terperosok | Pagar kaku, lampu, jembatan sementara
| Kabel di bawah tanah | Tersengat listrik | Penelusuran kabel sebelum menggali

Tingkat risiko pekerjaan sedang. Rencana keselamatan konstruksi (RKK) disampaikan bersama penawaran.
# BAB VII KONTRAK DAN PEMBAYARAN
Kontrak berjenis harga satuan. Uang muka paling tinggi 30 persen. Pembayaran menurut kemajuan fisik 40, 75 dan 100
persen, dengan jaminan pemeliharaan lima persen.
# BAB VIII PENGENDALIAN MUTU
|: 3 4 3
| Bahan atau pekerjaan | Pengujian | Syarat
| Beton fc' 20 MPa | Satu set benda uji setiap 30 m3, umur 28 hari | Kuat tekan paling rendah 20 MPa
| Batu andesit | Ukuran, tebal dan kekasaran permukaan | Tebal 3 cm, tidak licin saat basah
| Tanah dasar | Kepadatan lapangan setiap 100 m | Paling rendah 95 persen
| Jalur pemandu | Pemeriksaan kemenerusan bersama pengguna | Tidak terputus oleh tiang atau pohon

Kemiringan melintang trotoar dua persen ke arah saluran. Perbedaan tinggi antarbatu paling besar tiga milimeter. Pohon
peneduh dipertahankan; bila akar merusak lapisan, dipakai batu berongga di sekeliling pohon.
# BAB IX CATATAN PENELAAH
KAK ini dikembalikan pada 11 April 2025 dengan tiga catatan: jadwal belum menghindari masa ujian sekolah, lokasi
penimbunan sisa bongkaran belum ditetapkan, dan koordinasi dengan pemilik kabel belum dilampirkan.
"""


def write_works(path: Path) -> None:
    """Write the KAK of works, sent back by its reviewer."""
    cover = Title(["KERANGKA ACUAN KERJA", "PEKERJAAN PERBAIKAN TROTOAR JALAN CONTOH RAYA", "TAHUN ANGGARAN 2025"])
    sign = Sign(
        "Jakarta, 27 Maret 2025",
        "Pejabat Pembuat Komitmen,",
        "Bayuaji Tirtanegara, S.T.",
        "198308222009041007",
    )
    write_pdf(path, "KAK Perbaikan Trotoar", [KOP["DBM"], cover, *read(WORKS), sign], font="Times-Roman")


TOR_HEAD = Grid(
    ["Unsur", "Uraian"],
    [
        ["SKPD", "Dinas Sosial"],
        ["Program", "Program Pemberdayaan Sosial"],
        ["Kegiatan", "Pengembangan Potensi Sumber Kesejahteraan Sosial"],
        ["Subkegiatan", "1.06.02.2.03.0004 Sosialisasi Layanan Kesejahteraan Sosial"],
        ["Indikator keluaran", "Jumlah warga dan pendamping yang mengikuti sosialisasi"],
        ["Volume keluaran", "2.640 orang"],
        ["Tahun anggaran", "2024"],
    ],
    (2, 5),
)
TOR = """
TOR ini menjelaskan kegiatan Sosialisasi Layanan Kesejahteraan Sosial Dinas Sosial Tahun Anggaran 2024 yang dilaksanakan
di 44 kecamatan bagi 2.640 peserta.
# A. LATAR BELAKANG
## 1. Dasar hukum
1. Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial.
2. Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah.
3. Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah.
## 2. Gambaran umum
Hasil survei 2023 terhadap 900 warga menunjukkan hanya 41 persen mengetahui syarat layanan rehabilitasi sosial, dan 58
persen mengurus layanan melalui perantara. Pendamping sosial di kelurahan menyampaikan keterangan yang berbeda-beda
karena belum memiliki bahan yang sama.
# B. KEGIATAN YANG DILAKSANAKAN
|: 1 4 4 2
| No | Kegiatan | Isi | Waktu
| 1 | Penyusunan bahan | Buku saku, lembar balik, video tiga menit | Februari 2024
| 2 | Pembekalan pendamping | 44 pendamping, dua hari | Maret 2024
| 3 | Sosialisasi kecamatan | 44 kali, masing-masing 60 peserta | April–Agustus 2024
| 4 | Evaluasi | Kuesioner sebelum dan sesudah | September 2024

# C. MAKSUD DAN TUJUAN
Maksud kegiatan ialah menyebarkan keterangan yang benar mengenai layanan kesejahteraan sosial. Tujuannya ialah warga
mengetahui jenis layanan, syarat, tempat mengurus, dan bahwa layanan tidak dipungut biaya.
# D. INDIKATOR KELUARAN DAN HASIL
a. Keluaran: 2.640 orang mengikuti sosialisasi, 44 pendamping dibekali.
b. Hasil: pengetahuan peserta naik sekurang-kurangnya 25 poin pada kuesioner sesudah kegiatan.
# E. CARA PELAKSANAAN
Kegiatan dilaksanakan secara swakelola oleh Dinas Sosial bersama kecamatan. Konsumsi dan penggandaan bahan diadakan
melalui pengadaan langsung. Narasumber berasal dari Dinas Sosial, puskesmas dan Dukcapil.
# F. TEMPAT
Aula 44 kantor kecamatan. Untuk Kepulauan Seribu, sosialisasi dilakukan di dua pulau menurut jadwal kapal.
# G. PELAKSANA DAN PENANGGUNG JAWAB
Penanggung jawab kegiatan ialah Kepala Bidang Pemberdayaan Sosial selaku PPTK. Pelaksana ialah seksi penyuluhan bersama
pendamping sosial kelurahan.
# H. JADWAL
|: 4 1 1 1 1
| Tahap | TW I | TW II | TW III | TW IV
| Bahan dan pembekalan | x | - | - | -
| Sosialisasi kecamatan | - | x | x | -
| Evaluasi dan laporan | - | - | x | x

# I. BIAYA
Biaya kegiatan Rp792.000.000,00 dibebankan pada APBD Tahun Anggaran 2024 dengan rincian menurut jenis belanja sebagai
berikut.
|: 5 3
| Jenis belanja | Jumlah
| Belanja makanan dan minuman kegiatan | Rp316.800.000,00
| Belanja cetak dan penggandaan | Rp198.000.000,00
| Belanja jasa narasumber | Rp145.200.000,00
| Belanja sewa perlengkapan | Rp66.000.000,00
| Belanja perjalanan dinas dalam kota | Rp66.000.000,00

# J. BAHAN SOSIALISASI
Bahan disusun dalam bahasa sehari-hari dan diuji kepada 20 warga sebelum dicetak. Buku saku memuat sembilan layanan,
syarat setiap layanan, alamat loket, dan cara mengadu. Lembar balik dipakai pendamping di posyandu dan pertemuan RT.
Video disertai teks dan bahasa isyarat.
# K. PEMANTAUAN
1. Panitia kecamatan mengirim daftar jumlah peserta, foto suasana tanpa wajah dekat, dan nilai kuesioner paling lambat
  tiga hari setelah kegiatan.
2. Seksi penyuluhan memeriksa mutu di sepuluh kecamatan secara acak.
3. Pertanyaan yang sering muncul dihimpun menjadi tanya jawab dan diumumkan pada akhir tahun.
# L. RISIKO
1. Peserta kurang karena hari kerja: undangan disampaikan melalui RT/RW paling lambat tujuh hari sebelumnya.
2. Bahan terlambat dicetak: naskah dikunci akhir Februari.
3. Pertanyaan tentang nama penerima bantuan tertentu: tidak dijawab di depan umum, diarahkan ke loket layanan.
"""


def write_tor(path: Path) -> None:
    """Write the TOR of the budget year 2024."""
    cover = Title(
        ["KERANGKA ACUAN KERJA / TERM OF REFERENCE (TOR)", "SOSIALISASI LAYANAN KESEJAHTERAAN SOSIAL", "TA 2024"]
    )
    sign = Sign(
        "Jakarta, 8 Januari 2024",
        "Kepala Bidang Pemberdayaan Sosial,",
        "Dra. Sekarningtyas Mahardhika, M.Si.",
        "196810302000032002",
    )
    write_pdf(path, "TOR Sosialisasi 2024", [KOP["DINSOS"], cover, TOR_HEAD, *read(TOR), sign])


PAPERS = [
    Paper(
        path="DBM/KAK Trotoar Jl Contoh Raya.pdf",
        title="KAK Pekerjaan Perbaikan Trotoar Jalan Contoh Raya",
        kind="kak",
        unit="DBM",
        status="dikembalikan",
        validity="belum_dikonfirmasi",
        date="2025-03-27",
        review_on="2026-03-27",
        build=write_works,
    ),
    Paper(
        path="DINSOS/TOR Sosialisasi Kesos 2024.pdf",
        title="TOR Kegiatan Sosialisasi Layanan Kesejahteraan Sosial 2024",
        kind="kak",
        unit="DINSOS",
        date="2024-01-08",
        review_on="2024-12-31",
        build=write_tor,
    ),
]
