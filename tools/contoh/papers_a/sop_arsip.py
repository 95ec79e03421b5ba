"""SOP on inactive records: the library agency's, and the social agency's near-copy of it."""

from tools.contoh.markup import read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop

TEMPLATE = """
unit: {unit}
nomor: {number}
nama: Pengelolaan Arsip Inaktif
dibuat: {made}
revisi: {revised}
efektif: {effective}
pengesah: Kepala {agency}
nama pengesah: {signer}
nip: {nip}
dasar:
- Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
- Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009
- Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP Administrasi Pemerintahan
kualifikasi:
- Arsiparis memahami jadwal retensi arsip (JRA) dan klasifikasi arsip
- Pengelola arsip mampu menata boks dan mengisi daftar arsip
keterkaitan:
- SOP Pengelolaan Arsip Aktif
- SOP Penyusutan Arsip
peralatan:
- Folder, boks arsip ukuran 20 cm, label
- Rak arsip dan aplikasi daftar arsip
peringatan: Arsip yang dipindahkan tanpa daftar dan berita acara tidak diterima di ruang simpan.
pencatatan: Dicatat dalam daftar arsip inaktif dan buku peminjaman arsip.
pelaksana: Unit Pengolah | Pengelola Arsip | Arsiparis | {head}
langkah:
- Memilah arsip yang habis masa aktifnya | Unit Pengolah | Arsip, JRA | 3 hari | Arsip terpilah
- Menyusun daftar arsip yang dipindahkan | Unit Pengolah | Arsip terpilah | 2 hari | Daftar arsip
- Daftar sesuai fisik arsip? | Arsiparis | Daftar arsip, arsip | 1 hari | Hasil pemeriksaan
  | Tidak: kembali ke unit pengolah
- Menandatangani berita acara pemindahan | {head} | Daftar, hasil pemeriksaan | 1 hari | BA pemindahan
- Menata arsip dalam boks dan memberi label | Pengelola Arsip | BA, boks, label | 2 hari | Boks berlabel
- Menyimpan pada rak dan memasukkan lokasi | Pengelola Arsip | Boks berlabel | 1 hari | Lokasi simpan
- Memutakhirkan daftar arsip inaktif | Arsiparis | Lokasi simpan | 1 hari | Daftar arsip inaktif
jumlah: 11 hari kerja
"""
TEXT = """
# PENJELASAN PROSEDUR
## A. Ruang lingkup
SOP Pengelolaan Arsip Inaktif ini mengatur pemindahan, penataan, penyimpanan, peminjaman dan pemeliharaan arsip yang
frekuensi pemakaiannya telah menurun di {place}. Arsip vital dan arsip statis tidak termasuk.
## B. Dokumen yang disiapkan
Dokumen yang harus disiapkan untuk pengelolaan arsip inaktif adalah daftar arsip inaktif yang dipindahkan, berita
acara pemindahan arsip, jadwal retensi arsip, dan surat permohonan pemindahan dari unit pengolah.
|: 1 4 5
| No | Dokumen | Isi pokok
| 1 | Surat permohonan pemindahan | Jumlah boks, kurun waktu, penanggung jawab
| 2 | Daftar arsip inaktif yang dipindahkan | Kode klasifikasi, uraian, kurun waktu, jumlah, keterangan
| 3 | Berita acara pemindahan arsip | Pihak yang menyerahkan dan menerima, tanggal, tanda tangan
| 4 | Jadwal retensi arsip | Masa simpan aktif dan inaktif, keterangan musnah atau permanen

## C. Uraian langkah
1. Unit pengolah memilah arsip yang masa aktifnya habis menurut JRA. Duplikat, formulir kosong, dan bahan bukan
  arsip dikeluarkan lebih dahulu.
2. Unit pengolah menyusun daftar arsip menurut asal-usul dan aturan asli, bukan menurut abjad.
3. Arsiparis mencocokkan daftar dengan fisik arsip. Selisih dicatat dan diperbaiki oleh unit pengolah.
4. {head} dan kepala unit pengolah menandatangani berita acara pemindahan dalam dua rangkap.
5. Pengelola arsip memasukkan arsip ke dalam folder dan boks, memberi label berisi nomor boks, kode klasifikasi dan
  kurun waktu, lalu menempatkannya pada rak.
6. Arsiparis memutakhirkan daftar arsip inaktif dan memberi salinannya kepada unit pengolah.
## D. Peminjaman
Arsip inaktif dipinjam dengan lembar peminjaman paling lama lima hari kerja dan dapat diperpanjang satu kali.
Tempat arsip yang dipinjam diisi lembar penanda keluar. Arsip dengan klasifikasi terbatas hanya dibaca di tempat.
## E. Pemeliharaan
Suhu ruang simpan dijaga 22 sampai 25 derajat Celsius dengan kelembapan 45 sampai 60 persen. Pengelola arsip
memeriksa rayap, jamur dan kebocoran setiap bulan dan mencatat hasilnya. Pengasapan dilakukan setahun sekali.
## F. Pemindahan lanjutan
Arsip yang habis masa inaktifnya diusulkan musnah atau diserahkan sebagai arsip statis menurut JRA melalui SOP
Penyusutan Arsip. Pemusnahan tidak boleh dilakukan tanpa persetujuan tertulis.
{closing}
"""

DISPUSIP = {
    "agency": "Dinas Perpustakaan dan Kearsipan",
    "unit": "Bidang Pengelolaan Arsip",
    "number": "005/SOP/DISPUSIP/2024",
    "made": "15-01-2024",
    "revised": "02",
    "effective": "01-02-2024",
    "signer": "Dr. Nurwulan Prabaswara, M.Hum.",
    "nip": "197205302000032001",
    "head": "Kepala Bidang",
    "place": "lingkungan Pemerintah Provinsi, dengan Dinas Perpustakaan dan Kearsipan sebagai pembina",
    "closing": """## G. Pembinaan
Dinas Perpustakaan dan Kearsipan membuka klinik arsip setiap Rabu. SKPD yang hendak menyesuaikan SOP ini dipersilakan
mengganti nama jabatan dan tempat simpan, sedangkan urutan langkah dan dokumen wajib tetap.""",
}
DINSOS = {
    "agency": "Dinas Sosial",
    "unit": "Sekretariat – Subbagian Umum",
    "number": "009/SOP/DINSOS/2025",
    "made": "03-06-2025",
    "revised": "-",
    "effective": "19-06-2025",
    "signer": "Dra. Gayatriningsih Sastrowijoyo, M.Si.",
    "nip": "197008081997032003",
    "head": "Kasubbag Umum",
    "place": "Dinas Sosial, termasuk suku dinas dan panti yang menjadi unit pelaksana teknisnya",
    "closing": """## G. Catatan
SOP ini disesuaikan dari SOP Nomor 005/SOP/DISPUSIP/2024 milik Dinas Perpustakaan dan Kearsipan. Yang diubah ialah
nama jabatan dan tempat simpan; yang ditambahkan ialah penyamaran nama dan NIK penerima bantuan sosial pada daftar
arsip sebelum daftar itu dibagikan.""",
}

PAPERS = [
    Paper(
        path="DISPUSIP/SOP Pengelolaan Arsip Inaktif.pdf",
        title="SOP Pengelolaan Arsip Inaktif",
        kind="sop",
        unit="DISPUSIP",
        community="Komunitas Pembelajar Dispusip",
        access="terbuka",
        date="2024-02-01",
        review_on="2026-02-01",
        build=lambda path: write_sop(
            path, read_sop(DISPUSIP["agency"], TEMPLATE.format(**DISPUSIP)), TEXT.format(**DISPUSIP)
        ),
    ),
    Paper(
        path="DINSOS/SOP Arsip Inaktif Dinsos (adaptasi).pdf",
        title="SOP Pengelolaan Arsip Inaktif Dinas Sosial",
        kind="sop",
        unit="DINSOS",
        date="2025-06-19",
        review_on="2027-06-19",
        build=lambda path: write_sop(
            path, read_sop(DINSOS["agency"], TEMPLATE.format(**DINSOS)), TEXT.format(**DINSOS)
        ),
    ),
]
