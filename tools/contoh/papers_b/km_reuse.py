"""Who reused what, and two decrees that found communities: alike but for the agency."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.layout_office import write_docx
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

REUSE = """
!kop DISPUSIP

^ CATATAN PEMAKAIAN ULANG ASET PENGETAHUAN
^ SOP PENGELOLAAN ARSIP INAKTIF MILIK DISPUSIP
^ Keadaan sampai dengan Triwulan III 2025

# 1. Pengantar

Pemakaian ulang adalah pemakaian aset pengetahuan oleh SKPD lain untuk pekerjaannya. Ada tiga jenis: rujukan
(dibaca atau dikutip untuk bekerja), adaptasi (diubah sesuai kebutuhan sendiri), dan adopsi (dipakai apa
adanya, misalnya ditetapkan dengan nomor SOP sendiri). Pemakaian oleh unit di lingkungan Dispusip sendiri
tidak dihitung. Catatan ini disusun kurator komunitas dan setiap barisnya telah dikonfirmasi kepala unit
pemakai.

# 2. Ringkasan

SKPD yang sudah mengadaptasi SOP Pengelolaan Arsip Inaktif milik Dispusip adalah BPSDM, Dinas Kesehatan, dan
Dinas Sosial. Satpol PP mengadopsi SOP tersebut tanpa perubahan, sedangkan Bapenda dan BPPBJ baru
menggunakannya sebagai rujukan.

| Jenis pemakaian ulang | Jumlah SKPD | SKPD
| Adaptasi | 3 | BPSDM, Dinas Kesehatan, Dinas Sosial
| Adopsi | 1 | Satpol PP
| Rujukan | 2 | Bapenda, BPPBJ

# 3. Rincian catatan

|: 0.5 1.5 1.2 1.2 2.8 2 1.4
| No | SKPD pemakai | Jenis | Tanggal | Tujuan dan perubahan | Bukti | Dikonfirmasi
| 1 | BPSDM | Adaptasi | 11-03-2025 | Arsip pelatihan; menambah langkah pemilahan berkas peserta | SOP
  017/SOP/BPSDM/2025 | Sekretaris Badan
| 2 | Dinas Kesehatan | Adaptasi | 22-04-2025 | Arsip nonmedis puskesmas; tempo simpan disesuaikan | SOP
  052/SOP/DINKES/2025 | Sekretaris Dinas
| 3 | Dinas Sosial | Adaptasi | 19-06-2025 | Arsip bantuan sosial; menambah penyamaran data penerima | SOP
  009/SOP/DINSOS/2025 | Kepala Subbagian Umum
| 4 | Satpol PP | Adopsi | 07-07-2025 | Arsip sekretariat; tanpa perubahan isi | SOP 014/SOP/SATPOL/2025 |
  Kepala Bagian Umum
| 5 | Bapenda | Rujukan | 14-08-2025 | Bahan penyusunan SOP arsip berkas keberatan | Nota dinas e-0881/KR.03 |
  Kepala Bidang
| 6 | BPPBJ | Rujukan | 02-09-2025 | Bahan diskusi komunitas tentang arsip kontrak | Notulen 02-09-2025 |
  Ketua komunitas

# 4. Hasil yang dilaporkan pemakai

1. BPSDM: waktu menemukan berkas pelatihan turun dari 35 menit menjadi 8 menit pada uji 40 berkas.
2. Dinas Kesehatan: 212 boks arsip nonmedis terdata dalam enam minggu; sebelumnya tidak ada daftar.
3. Dinas Sosial: dua ruang kerja kembali dapat dipakai setelah 96 boks dipindahkan ke ruang arsip.
4. Satpol PP: SOP ditetapkan dalam sembilan hari kerja karena tidak menyusun dari awal.

# 5. Pelajaran bagi pemilik SOP

- Daftar kelengkapan boks paling sering diubah; versi berikutnya perlu menyediakannya sebagai lampiran
  terpisah.
- Pemakai meminta contoh daftar arsip inaktif dalam bentuk lembar kerja.
- Tempo simpan mengikuti jadwal retensi arsip masing-masing SKPD dan jangan disalin begitu saja.

# 6. Perubahan yang dibuat pemakai

|: 1.4 3 3
| SKPD | Bagian yang diubah | Alasan
| BPSDM | Langkah 2 dan 3, ditambah pemilahan berkas peserta | Berkas pelatihan memuat nilai peserta
| Dinas Kesehatan | Lampiran tempo simpan | Rekam medis diatur tersendiri dan tidak termasuk SOP ini
| Dinas Sosial | Langkah serah terima | Daftar penerima bantuan harus disamarkan lebih dahulu

Ketiga adaptasi mempertahankan urutan pokok: pendataan, pemilahan, pengelompokan, penataan dalam boks,
penyusunan daftar arsip, dan penyimpanan. Karena urutannya sama, pegawai yang pindah antar-SKPD tidak perlu
belajar dari awal.

# 7. Cara melaporkan pemakaian ulang

Unit pemakai mengisi nama aset, versi, jenis pemakaian, tujuan, bukti berupa berkas atau nomor dokumen,
tanggal, dan hasil. Kepala unit pemakai mengonfirmasi, lalu pemilik aset mendapat pemberitahuan. Catatan tanpa
bukti disimpan sebagai draf dan tidak dihitung dalam penilaian maturitas.

!sign Jakarta, 3 Oktober 2025 | Kurator Komunitas Pembelajar Dispusip | Anita Contoh Sari | 198905172014032983
"""

DECREE = """
!kop {unit}

^ KEPUTUSAN KEPALA {upper}
^ NOMOR {number} TAHUN 2025
^ TENTANG
^ PEMBENTUKAN {community_upper}

# Menimbang

a. bahwa pengetahuan dan pengalaman pegawai pada {short} perlu dihimpun, dibagikan, dan dimanfaatkan agar
   tidak hilang karena rotasi dan purnatugas;
b. bahwa untuk melaksanakan program manajemen pengetahuan Pemerintah Provinsi, setiap perangkat daerah
   membentuk komunitas pembelajar;
c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan
   Kepala {short} tentang Pembentukan {community}.

# Mengingat

1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;
2. Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik;
3. Peraturan Menteri PAN-RB Nomor 14 Tahun 2011 tentang Pedoman Pelaksanaan Program Manajemen Pengetahuan;
4. Keputusan Gubernur Nomor 1211 Tahun 2021 tentang Jakarta Corporate University.

# MEMUTUSKAN

KESATU: Membentuk {community} dengan susunan sebagaimana tercantum dalam Lampiran Keputusan ini, dengan tema
{themes}.

KEDUA: Komunitas mempunyai tugas menyelenggarakan pertemuan bernotulen paling sedikit satu kali setiap
triwulan, menyusun dan mengunggah aset pengetahuan, menelaah aset sebelum disahkan, dan mencatat pemakaian
ulang.

KETIGA: Masa kerja komunitas terhitung sejak tanggal ditetapkan sampai dengan {until} dan dapat diperpanjang.

KEEMPAT: Biaya yang timbul dibebankan pada Dokumen Pelaksanaan Anggaran {short} Tahun Anggaran 2025.

KELIMA: Komunitas menyampaikan laporan kegiatan kepada Kepala {short} setiap triwulan dengan tembusan kepada
Badan Pengembangan Sumber Daya Manusia, memuat daftar pertemuan, aset yang disahkan, pemakaian ulang, dan
kendala.

KEENAM: Dalam melaksanakan tugasnya komunitas dapat mengundang narasumber dari perangkat daerah lain,
perguruan tinggi, atau instansi vertikal, serta dapat menyelenggarakan pertemuan bersama dengan komunitas
lain.

KETUJUH: Aset pengetahuan yang memuat data pribadi atau informasi yang dikecualikan tidak diunggah sebelum
disamarkan dan diperiksa PPID pembantu.

KEDELAPAN: Keputusan ini mulai berlaku pada tanggal ditetapkan.

!sign Ditetapkan di Jakarta, {day} | Kepala {agency} | {head} | {nip}

Tembusan: Sekretaris Daerah; Kepala Badan Pengembangan Sumber Daya Manusia; para pejabat yang bersangkutan.

---

^ LAMPIRAN KEPUTUSAN KEPALA {upper}
^ NOMOR {number} TAHUN 2025

# Susunan keanggotaan {community}

|: 0.5 2 4
| No | Kedudukan dalam komunitas | Jabatan
| 1 | Pengarah | Kepala {agency}
| 2 | Ketua | Sekretaris {short}
| 3 | Moderator | {moderator}
| 4 | Kurator | {curator}
| 5 | Pencatat | Pelaksana pada Sekretariat {short}
| 6 | Pendamping | Widyaiswara BPSDM
| 7 | Anggota | {members}

# Uraian tugas

1. Pengarah memberi arahan tema dan menindaklanjuti rekomendasi komunitas.
2. Ketua menyusun rencana kegiatan tahunan dan menyampaikan laporan triwulan.
3. Moderator memandu pertemuan agar anggota saling bertanya dan memecahkan kasus, tidak hanya mendengar
   paparan.
4. Kurator memeriksa kelengkapan templat, klasifikasi akses, dan kebaruan dasar hukum sebelum aset ditelaah.
5. Pencatat menyusun notulen paling lambat tiga hari kerja setelah pertemuan, tanpa mencantumkan nomor telepon
   peserta.
6. Pendamping membantu komunitas menyiapkan bukti penilaian maturitas dan tidak menilai komunitas yang
   didampinginya.
7. Anggota membawa kasus dari pekerjaannya, menulis pembelajaran, dan memberi tanggapan atas aset yang dibaca.

# Rencana kegiatan tahun pertama

| Triwulan | Kegiatan | Keluaran
| I | Pemetaan pengetahuan kritis dan penetapan tema | Daftar topik dan penanggung jawab
| II | Pertemuan bedah kasus dan penulisan pembelajaran | Dua aset diajukan
| III | Pertemuan lintas SKPD dan telaah aset | Dua aset disahkan
| IV | Penilaian mandiri dan rencana tahun berikutnya | Laporan dan rencana kegiatan

Contoh rencana kegiatan: {plan}.
"""
_ORDER = {
    "agency": "Satuan Polisi Pamong Praja",
    "upper": "SATUAN POLISI PAMONG PRAJA",
    "unit": "SATPOL",
    "number": "9921",
    "community": "Komunitas Pembelajar Satpol PP",
    "community_upper": "KOMUNITAS PEMBELAJAR SATPOL PP",
    "short": "Satpol PP",
    "themes": "keterbukaan informasi publik dan penanganan aduan CRM",
    "until": "31 Desember 2027",
    "day": "19 Agustus 2025",
    "head": "Drs. Hariyanto Mangkubumi, M.Si.",
    "nip": "196811021993031005",
    "moderator": "Kepala Bidang Ketenteraman dan Ketertiban Umum",
    "curator": "Kepala Subbagian Program",
    "members": "28 orang dari bidang, satuan kota, dan kecamatan",
    "plan": "bedah kasus permohonan informasi pada triwulan IV 2025, lalu pelatihan aduan pada triwulan I 2026",
}
_BUYING = {
    "agency": "Badan Pelayanan Pengadaan Barang/Jasa",
    "upper": "BADAN PELAYANAN PENGADAAN BARANG/JASA",
    "unit": "BPPBJ",
    "number": "35",
    "community": "Komunitas Pembelajar BPPBJ",
    "community_upper": "KOMUNITAS PEMBELAJAR BPPBJ",
    "short": "BPPBJ",
    "themes": "penyusunan KAK, batas nilai dan metode pengadaan, serta swakelola",
    "until": "31 Desember 2026",
    "day": "1 Juli 2025",
    "head": "Siti Contoh Rahmania",
    "nip": "197511082000122981",
    "moderator": "Kepala Bidang Layanan Pengadaan",
    "curator": "Pengelola Pengadaan Barang/Jasa Ahli Madya",
    "members": "22 orang dari bidang, pokja pemilihan, dan unit layanan wilayah",
    "plan": "klinik KAK bersama tiga SKPD pada triwulan III 2025, lalu bedah temuan audit pada triwulan I 2026",
}

PAPERS = [
    Paper(
        path="DISPUSIP/Catatan pemakaian ulang SOP arsip TW III 2025.docx",
        title="Catatan Pemakaian Ulang SOP Pengelolaan Arsip Inaktif Dispusip sampai Triwulan III 2025",
        kind="laporan",
        unit="DISPUSIP",
        community="Komunitas Pembelajar Dispusip",
        date="2025-10-03",
        review_on="2026-01-31",
        build=lambda path: write_docx(path, "Catatan Pemakaian Ulang SOP Arsip", blocks(REUSE)),
    ),
    Paper(
        path="SATPOL/SK CoP Satpol PP 2025.pdf",
        title="Keputusan Pembentukan Komunitas Pembelajar Satpol PP",
        kind="sk",
        unit="SATPOL",
        community="Komunitas Pembelajar Satpol PP",
        access="terbuka",
        date="2025-08-19",
        review_on="2027-12-31",
        build=lambda path: write_pdf(
            path, "SK Komunitas Pembelajar Satpol PP", blocks(DECREE.format(**_ORDER)), font="Times-Roman"
        ),
    ),
    Paper(
        path="BPPBJ/SK CoP BPPBJ (2).pdf",
        title="Keputusan Pembentukan Komunitas Pembelajar BPPBJ",
        kind="sk",
        unit="BPPBJ",
        community="Komunitas Pembelajar BPPBJ",
        status="diajukan",
        validity="berlaku",
        date="2025-07-01",
        build=lambda path: write_pdf(
            path, "SK Komunitas Pembelajar BPPBJ", blocks(DECREE.format(**_BUYING)), font="Times-Roman"
        ),
    ),
]
