"""Two procedures of the civil service police unit: CRM complaints and street vendors."""

from tools.contoh.markup import read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop

AGENCY = "Satuan Polisi Pamong Praja"
SIGNER = """
pengesah: Kepala Satuan Polisi Pamong Praja
nama pengesah: Drs. Hariyanto Mangkubumi, M.Si.
nip: 196811021993031005
"""

CRM = read_sop(
    AGENCY,
    f"""
unit: Sekretariat – Subbagian Program dan Hubungan Masyarakat
nomor: 007/SOP/SATPOL/2025
nama: Penanganan Pengaduan Masyarakat melalui CRM
dibuat: 10-03-2025
revisi: 01
efektif: 24-03-2025
{SIGNER}
dasar:
- Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
- Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP Administrasi Pemerintahan
- Peraturan Gubernur tentang penanganan pengaduan masyarakat yang berlaku
kualifikasi:
- Admin CRM menguasai aplikasi CRM dan tata bahasa tanggapan yang santun
- Koordinator lapangan memahami wilayah dan Peraturan Daerah tentang ketertiban umum
keterkaitan:
- SOP Penertiban Pedagang Kaki Lima
- SOP Layanan Informasi Publik PPID
peralatan:
- Akun CRM dan telepon pintar
- Kamera dengan penanda waktu dan lokasi
peringatan: Aduan yang melewati batas waktu tercatat merah pada dasbor CRM dan mengurangi nilai kinerja unit;
  identitas pelapor tidak boleh disebut kepada terlapor.
pencatatan: Dicatat dalam aplikasi CRM; rekap mingguan disimpan Subbagian Program dan Hubungan Masyarakat.
pelaksana: Admin CRM | Koordinator Wilayah | Regu Lapangan | Kepala Bidang
langkah:
- Menerima aduan dan memeriksa kewenangan | Admin CRM | Aduan dari 13 kanal | 30 menit | Aduan terverifikasi
- Aduan kewenangan Satpol PP? | Admin CRM | Aduan terverifikasi | 15 menit | Status aduan
  | Tidak: dialihkan ke SKPD lain
- Menugaskan regu sesuai lokasi | Koordinator Wilayah | Aduan, peta wilayah | 45 menit | Perintah tugas
- Memeriksa lokasi, menindak dan memotret | Regu Lapangan | Perintah tugas | 2 jam | Foto sebelum dan sesudah
- Menyusun tanggapan | Koordinator Wilayah | Foto, laporan regu | 1 jam | Konsep tanggapan
- Tanggapan disetujui? | Kepala Bidang | Konsep tanggapan | 1 jam | Tanggapan disetujui
  | Tidak: dilengkapi regu
- Mengunggah tanggapan dan menutup aduan | Admin CRM | Tanggapan disetujui | 30 menit | Aduan selesai
jumlah: 6 jam
""",
)
CRM_TEXT = """
# PENJELASAN PROSEDUR
## A. Tujuan dan ruang lingkup
SOP ini menjadi pegangan semua unit Satuan Polisi Pamong Praja dalam menangani aduan ketertiban umum yang masuk
melalui Cepat Respon Masyarakat atau CRM. CRM menghimpun aduan dari 13 kanal resmi, antara lain aplikasi JAKI,
media sosial, pendopo balai kota, kantor kelurahan dan kecamatan.
## B. Mutu baku
Mutu baku SOP penanganan pengaduan CRM meliputi kelengkapan berupa aduan terverifikasi, perintah tugas serta
foto sebelum dan sesudah; waktu paling lama 6 jam; dan output berupa tanggapan yang disetujui dan aduan yang
ditutup.
|: 2 4 2 4
| Tahap | Kelengkapan | Waktu | Output
| Verifikasi | Aduan dari 13 kanal, peta kewenangan | 45 menit | Aduan terverifikasi dan status
| Penugasan | Aduan, peta wilayah | 45 menit | Perintah tugas
| Tindakan | Perintah tugas, kamera | 2 jam | Foto sebelum dan sesudah
| Tanggapan | Foto, laporan regu | 2 jam | Tanggapan disetujui
| Penutupan | Tanggapan disetujui | 30 menit | Aduan selesai

## C. Uraian langkah
1. Admin CRM membuka dasbor setiap 30 menit pada jam dinas dan setiap dua jam pada malam hari. Aduan ganda
  digabung pada aduan yang lebih dahulu masuk.
2. Admin CRM memastikan aduan termasuk kewenangan Satpol PP. Aduan tentang sampah, jalan rusak atau parkir
  dialihkan kepada SKPD yang berwenang paling lambat 45 menit sejak diterima, disertai alasan.
3. Koordinator wilayah menugaskan regu yang terdekat dan memberi batas waktu yang jelas.
4. Regu lapangan memotret keadaan sebelum bertindak, bertindak secara persuasif, lalu memotret keadaan sesudahnya
  dari sudut yang sama. Foto memuat waktu dan koordinat.
5. Koordinator wilayah menyusun tanggapan yang memuat apa yang ditemukan, apa yang dilakukan, dan apa yang masih
  akan dilakukan. Tanggapan yang hanya berbunyi "sudah ditindaklanjuti" dikembalikan.
6. Kepala bidang menyetujui tanggapan. Admin CRM mengunggahnya dan menutup aduan.
## D. Aduan yang memerlukan waktu lebih
Bila penanganan memerlukan koordinasi antarinstansi, misalnya pembongkaran bangunan, admin CRM menuliskan status
"koordinasi" beserta rencana dan tanggal penyelesaian. Pelapor diberi kabar sekurang-kurangnya setiap tiga hari
kerja. Aduan yang dibuka kembali oleh pelapor ditangani kepala bidang sendiri.
## E. Pelindungan pelapor
Nama, nomor telepon dan alamat pelapor hanya dapat dilihat admin CRM. Data itu tidak disalin ke dalam perintah
tugas dan tidak disebutkan dalam percakapan kelompok.
## F. Pemantauan
Setiap Senin Subbagian Program dan Hubungan Masyarakat menyusun rekap: jumlah aduan, jumlah yang selesai dalam
enam jam, aduan dibuka kembali, serta tiga masalah yang paling sering. Sasaran tahun 2025 ialah 90 persen aduan
selesai tepat waktu dan tidak lebih dari lima persen aduan dibuka kembali.
"""

PKL = read_sop(
    AGENCY,
    f"""
unit: Bidang Ketenteraman dan Ketertiban Umum
nomor: 011/SOP/SATPOL/2024
nama: Penertiban Pedagang Kaki Lima
dibuat: 05-08-2024
revisi: 03
efektif: 02-09-2024
{SIGNER}
dasar:
- Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
- Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja
- Peraturan Daerah Nomor 8 Tahun 2007 tentang Ketertiban Umum
kualifikasi:
- Komandan regu telah mengikuti pendidikan dasar Satpol PP
- Anggota regu memahami teknik komunikasi persuasif dan hak asasi manusia
keterkaitan:
- SOP Penanganan Pengaduan Masyarakat melalui CRM
- SOP Penyimpanan Barang Hasil Penertiban
peralatan:
- Surat perintah tugas dan formulir berita acara
- Kendaraan operasional, pengeras suara dan kamera
peringatan: Penertiban tanpa surat perintah tugas tidak sah; anggota dilarang membawa senjata dan dilarang
  menerima uang dari pedagang.
pencatatan: Berita acara dan daftar barang dicatat dalam register penertiban.
pelaksana: Kabid Trantibum | Kepala Seksi | Komandan Regu | Anggota Regu
langkah:
- Menetapkan sasaran dan surat perintah | Kabid Trantibum | Laporan, aduan | 1 hari | Surat perintah tugas
- Menyampaikan imbauan tertulis | Kepala Seksi | Surat perintah tugas | 1 hari | Tanda terima imbauan
- Memberi teguran di tempat | Komandan Regu | Imbauan | 1 hari | Surat teguran
- Pedagang pindah sendiri? | Komandan Regu | Surat teguran | 1 hari | Laporan | Ya: selesai
- Menertibkan dan mendata barang | Anggota Regu | Surat perintah tugas | 4 jam | Daftar barang
- Menandatangani berita acara | Komandan Regu | Daftar barang | 1 jam | Berita acara
- Melaporkan hasil | Kepala Seksi | Berita acara, foto | 1 hari | Laporan penertiban
jumlah: 5 hari 5 jam
""",
)
PKL_TEXT = """
# PENJELASAN PROSEDUR
## A. Maksud
SOP Penertiban Pedagang Kaki Lima (PKL), yang di lapangan sering disebut protap penertiban PKL, mengatur cara
menertibkan pedagang yang berjualan di trotoar, badan jalan, taman dan tempat umum lain yang dilarang. Tujuannya
ialah ketertiban tanpa kekerasan: pedagang diberi tahu, diberi waktu, dan diarahkan ke lokasi yang tersedia.
## B. Pelaksana
Pelaksana protap penertiban PKL adalah Kepala Bidang Ketenteraman dan Ketertiban Umum, kepala seksi, komandan
regu dan anggota regu Satpol PP, dengan pendamping dari kelurahan dan dinas yang membina usaha kecil.
|: 3 7
| Pelaksana | Tugas
| Kepala Bidang Trantibum | Menetapkan sasaran dan menandatangani surat perintah tugas
| Kepala Seksi | Menyampaikan imbauan, memimpin rapat persiapan, melaporkan hasil
| Komandan Regu | Memimpin regu di lapangan, memberi teguran, menandatangani berita acara
| Anggota Regu | Menertibkan, mendata dan mengamankan barang
| Pendamping kelurahan | Menunjukkan batas lokasi dan menjadi saksi
| Dinas PPKUKM | Menawarkan tempat usaha di lokasi sementara atau lokasi binaan

## C. Tahap penertiban
1. Persiapan: kepala seksi mengumpulkan laporan warga, aduan CRM dan hasil patroli, lalu memetakan jumlah
  pedagang, jenis dagangan serta kelompok rentan seperti penyandang disabilitas dan orang lanjut usia.
2. Imbauan: imbauan tertulis disampaikan kepada pedagang paling lambat tiga hari sebelum penertiban.
3. Teguran: komandan regu menyampaikan teguran tertulis di tempat. Pedagang yang mau pindah dibantu mengangkut
  barangnya.
4. Penertiban: dilakukan pada siang hari, didahului apel dan pengarahan. Barang yang diangkut didata satu per satu
  di depan pemilik, dipotret, dan diberi label.
5. Berita acara: ditandatangani komandan regu, pemilik barang dan saksi dari kelurahan. Pemilik menerima satu
  rangkap.
6. Laporan: kepala seksi menyampaikan laporan paling lambat satu hari kerja setelah penertiban.
## D. Barang hasil penertiban
Barang yang tidak mudah rusak disimpan di gudang paling lama 30 hari dan dikembalikan kepada pemilik yang membawa
berita acara serta surat pernyataan. Makanan dan barang yang mudah rusak dikembalikan pada hari yang sama.
## E. Larangan
Anggota dilarang merusak dagangan, memukul, menghina, meminta atau menerima imbalan, dan mengunggah wajah pedagang
ke media sosial pribadi. Pelanggaran dilaporkan kepada Kepala Satuan paling lambat 1x24 jam.
## F. Setelah penertiban
Lokasi dijaga sekurang-kurangnya tujuh hari. Kelurahan dan Dinas PPKUKM diberi daftar pedagang untuk pembinaan.
Bila pedagang kembali, penertiban diulang dari tahap teguran.
"""

PAPERS = [
    Paper(
        path="SATPOL/SOP Penanganan Pengaduan CRM.pdf",
        title="SOP Penanganan Pengaduan Masyarakat melalui CRM",
        kind="sop",
        unit="SATPOL",
        community="Komunitas Pembelajar Satpol PP",
        access="terbuka",
        date="2025-03-24",
        review_on="2027-03-24",
        build=lambda path: write_sop(path, CRM, CRM_TEXT),
    ),
    Paper(
        path="SATPOL/SOP penertiban PKL FINAL fix rev3 (2).pdf",
        title="SOP Penertiban Pedagang Kaki Lima",
        kind="sop",
        unit="SATPOL",
        community="Komunitas Pembelajar Satpol PP",
        date="2024-09-02",
        review_on="2026-09-02",
        build=lambda path: write_sop(path, PKL, PKL_TEXT),
    ),
]
