"""Procedures of the revenue agency: change of name on a tax bill, and objections."""

from __future__ import annotations

from tools.contoh.b_markup import blocks
from tools.contoh.blocks import Break, Flow, Sheet, Sop, Step
from tools.contoh.layout_pdf import write_pdf
from tools.contoh.record import Paper

BAPENDA = "Komunitas Pembelajar Bapenda"
_LAWS = [
    "Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah",
    "Peraturan Pemerintah Nomor 35 Tahun 2023 tentang Ketentuan Umum Pajak Daerah dan Retribusi Daerah",
    "Peraturan Daerah Nomor 1 Tahun 2024 tentang Pajak Daerah dan Retribusi Daerah",
]

RENAME = Sop(
    agency="Badan Pendapatan Daerah",
    unit="Unit Pelayanan Pemungutan Pajak Daerah",
    number="033/SOP/BAPENDA/2025",
    name="Mutasi (Balik Nama) SPPT PBB-P2",
    made="06-01-2025",
    revised="06-01-2027",
    effective="20-01-2025",
    approver="Kepala Badan Pendapatan Daerah",
    approver_name="Indra Contoh Kusnadi",
    approver_nip="196802141993031988",
    legal=[*_LAWS, "Peraturan Gubernur Nomor 27 Tahun 2018 tentang penerbitan SPPT PBB-P2"],
    skills=[
        "Memahami pendaftaran dan pendataan PBB-P2",
        "Mampu membaca akta dan sertifikat",
        "Terampil memakai Pajak Online",
    ],
    links=["SOP Pembetulan SPPT", "SOP Verifikasi Lapangan NJOP", "SOP Pelayanan BPHTB"],
    tools=["Pajak Online", "Pemindai", "Peta blok", "Formulir SPOP dan LSPOP"],
    warning="Balik nama tidak diproses bila masih ada tunggakan atau NIK pemohon belum tervalidasi di Pajak Online.",
    records="Register permohonan mutasi, berkas digital, dan log perubahan subjek pajak.",
    roles=["Wajib Pajak", "Petugas Loket", "Petugas Pendataan", "Kepala Satuan Pelayanan", "Kepala UPPPD"],
    steps=[
        Step("Mengajukan permohonan mutasi", "Wajib Pajak", "Formulir dan berkas", "10 menit", "Permohonan"),
        Step(
            "Meneliti kelengkapan dan tunggakan", "Petugas Loket", "Berkas, riwayat bayar", "30 menit", "Hasil teliti"
        ),
        Step(
            "Berkas lengkap dan lunas?",
            "Petugas Loket",
            "Daftar periksa",
            "10 menit",
            "Tanda terima",
            "Tidak: kembali",
            ask=True,
        ),
        Step("Mencocokkan data dengan peta blok", "Petugas Pendataan", "SPOP, peta blok", "1 hari", "Hasil pencocokan"),
        Step(
            "Verifikasi lapangan bila luas berbeda", "Petugas Pendataan", "Surat tugas", "2 hari", "LHP", "Bila perlu"
        ),
        Step("Merekam perubahan subjek pajak", "Petugas Pendataan", "LHP atau SPOP", "1 hari", "Konsep SPPT"),
        Step("Memeriksa konsep SPPT", "Kepala Satuan Pelayanan", "Konsep SPPT", "4 jam", "Paraf"),
        Step("Menandatangani SPPT atas nama baru", "Kepala UPPPD", "Konsep berparaf", "4 jam", "e-SPPT"),
    ],
    total="5 hari kerja",
)

RENAME_TEXT = """
# Persyaratan dan penjelasan

## 1. Dokumen balik nama karena jual beli

Dokumen untuk balik nama SPPT karena jual beli adalah formulir permohonan, SPOP dan LSPOP, KTP pembeli, akta
jual beli atau sertifikat atas nama baru, bukti lunas BPHTB, SPPT terakhir, dan bukti lunas PBB-P2 lima tahun
terakhir. Bila diurus orang lain, lampirkan surat kuasa bermeterai dan KTP penerima kuasa.

|: 0.5 3.4 1 1 1 1
| No | Dokumen | Jual beli | Waris | Hibah | Lelang
| 1 | Formulir permohonan mutasi | Wajib | Wajib | Wajib | Wajib
| 2 | SPOP dan LSPOP terisi | Wajib | Wajib | Wajib | Wajib
| 3 | KTP pemilik baru (NIK tervalidasi) | Wajib | Wajib | Wajib | Wajib
| 4 | Akta jual beli atau sertifikat | Wajib | – | – | –
| 5 | Surat keterangan waris dan akta kematian | – | Wajib | – | –
| 6 | Akta hibah | – | – | Wajib | –
| 7 | Risalah lelang | – | – | – | Wajib
| 8 | Bukti lunas BPHTB | Wajib | Wajib | Wajib | Wajib
| 9 | SPPT terakhir dan bukti lunas PBB-P2 lima tahun | Wajib | Wajib | Wajib | Wajib

## 2. Cara mengajukan

1. Daring melalui Pajak Online: unggah berkas PDF, paling besar 2 MB setiap berkas, lalu simpan nomor
   permohonan.
2. Luring di loket UPPPD sesuai letak objek pajak pada hari kerja pukul 08.00–15.00.
3. Status permohonan dapat dipantau dengan nomor permohonan tanpa menyebutkan nama wajib pajak.

## 3. Jangka waktu dan biaya

Penyelesaian balik nama SPPT paling lama 5 (lima) hari kerja sejak berkas lengkap dan tidak dipungut biaya.
Bila luas tanah pada sertifikat berbeda dengan data peta blok, verifikasi lapangan dilakukan lebih dahulu dan
pemohon diberi tahu tanggalnya.

## 4. Hal yang perlu diperhatikan

Balik nama SPPT bukan bukti kepemilikan; bukti kepemilikan tetap sertifikat atau akta. Perubahan nama berlaku
untuk tahun pajak berjalan bila permohonan diterima sebelum SPPT tahun itu diterbitkan; setelahnya, perubahan
berlaku pada tahun pajak berikutnya. Pemecahan bidang tidak diproses dengan SOP ini, tetapi dengan permohonan
pemecahan objek pajak.

## 5. Contoh kasus

Pembeli rumah mengajukan balik nama pada 3 Maret 2025 dengan berkas lengkap, sedangkan luas pada sertifikat
142 m2 dan pada peta blok 150 m2. Petugas pendataan menjadwalkan verifikasi pada 5 Maret, hasil ukurnya 142
m2, dan e-SPPT atas nama baru terbit pada 10 Maret. Karena SPPT tahun 2025 belum diterbitkan, nama baru
langsung tercantum pada tahun pajak 2025.

## 6. Alasan permohonan dikembalikan

| Alasan | Yang harus dilakukan pemohon
| Bukti lunas tidak lima tahun berturut-turut | Meminta riwayat pembayaran di loket
| NIK pembeli belum tervalidasi | Validasi pada Pajak Online
| Akta hanya berupa perjanjian pengikatan jual beli | Menunggu akta jual beli ditandatangani
| LSPOP tidak diisi padahal ada bangunan | Mengisi LSPOP sesuai jumlah bangunan
"""

OBJECT = Sop(
    agency="Badan Pendapatan Daerah",
    unit="Bidang Keberatan dan Penagihan",
    number="041/SOP/BAPENDA/2025",
    name="Penyelesaian Keberatan PBB-P2",
    made="03-02-2025",
    revised="03-02-2027",
    effective="17-02-2025",
    approver="Kepala Badan Pendapatan Daerah",
    approver_name="Indra Contoh Kusnadi",
    approver_nip="196802141993031988",
    legal=_LAWS,
    skills=[
        "Sarjana hukum, ekonomi, atau perpajakan",
        "Menguasai penilaian properti",
        "Mampu menyusun uraian penelitian",
    ],
    links=["SOP Pengurangan PBB-P2", "SOP Verifikasi Lapangan NJOP", "SOP Restitusi dan Kompensasi"],
    tools=["Pajak Online", "Data pembanding harga tanah", "Alat ukur jarak laser", "Peta zona nilai tanah"],
    warning=(
        "Keberatan yang lewat jangka waktu tidak dipertimbangkan; "
        "periksa tanggal terima SPPT sebelum berkas diregister."
    ),
    records="Register keberatan, uraian penelitian, laporan verifikasi, dan salinan keputusan.",
    roles=["Wajib Pajak", "Petugas Loket", "Peneliti Keberatan", "Kepala Bidang", "Kepala Badan"],
    steps=[
        Step("Menyampaikan surat keberatan", "Wajib Pajak", "Surat, SPPT, bukti", "15 menit", "Surat masuk"),
        Step("Memeriksa syarat formal", "Petugas Loket", "Daftar periksa", "1 hari", "Lembar periksa"),
        Step(
            "Memenuhi syarat formal?",
            "Peneliti Keberatan",
            "Lembar periksa",
            "2 hari",
            "Nomor register",
            "Tidak: surat pemberitahuan",
            ask=True,
        ),
        Step(
            "Meneliti data dan pembanding", "Peneliti Keberatan", "Berkas, data pembanding", "15 hari", "Kertas kerja"
        ),
        Step("Melakukan verifikasi lapangan", "Peneliti Keberatan", "Surat tugas", "10 hari", "Laporan verifikasi"),
        Step(
            "Menyusun uraian penelitian dan konsep keputusan",
            "Peneliti Keberatan",
            "Kertas kerja",
            "10 hari",
            "Konsep keputusan",
        ),
        Step("Membahas dan memaraf konsep", "Kepala Bidang", "Konsep keputusan", "5 hari", "Konsep berparaf"),
        Step("Menetapkan keputusan keberatan", "Kepala Badan", "Konsep berparaf", "5 hari", "Surat keputusan"),
    ],
    total="48 hari kerja (di luar waktu perbaikan berkas)",
)

OBJECT_TEXT = """
# Penjelasan pelaksanaan

## 1. Jangka waktu pengajuan

Keberatan PBB-P2 diajukan paling lama 3 (tiga) bulan sejak tanggal SPPT diterima wajib pajak, kecuali wajib
pajak dapat menunjukkan keadaan di luar kekuasaannya. Tanggal terima dibuktikan dengan tanda terima atau
tanggal unduh e-SPPT pertama. Keberatan yang melewati jatuh tempo itu tidak dipertimbangkan dan diberitahukan
secara tertulis.

## 2. Jangka waktu keputusan

Keputusan atas keberatan diterbitkan paling lama 12 (dua belas) bulan sejak surat keberatan diterima lengkap.
Bila jangka waktu itu terlewati tanpa keputusan, keberatan dianggap dikabulkan. Standar layanan internal
adalah 48 hari kerja.

| Kejadian | Batas waktu | Akibat bila lewat
| Mengajukan keberatan | 3 bulan sejak SPPT diterima | Tidak dipertimbangkan
| Melengkapi berkas | 10 hari kerja sejak diminta | Diputus berdasarkan data yang ada
| Keputusan keberatan | 12 bulan sejak surat diterima | Keberatan dianggap dikabulkan
| Mengajukan banding | 3 bulan sejak keputusan diterima | Keputusan berkekuatan tetap

## 3. Syarat formal

1. Diajukan tertulis dalam bahasa Indonesia, satu surat untuk satu SPPT.
2. Menyebutkan luas atau NJOP menurut wajib pajak disertai alasan dan bukti.
3. Melampirkan SPPT, KTP, bukti kepemilikan, dan foto objek.
4. Pajak yang disetujui wajib pajak telah dibayar; kekurangan bayar ditangguhkan sampai keputusan terbit.
5. Tidak sedang mengajukan pengurangan untuk tahun pajak yang sama.

## 4. Jenis keputusan

Keputusan dapat mengabulkan seluruhnya, mengabulkan sebagian, menolak, atau menambah besarnya pajak. Bila
keberatan dikabulkan dan pajak telah dibayar, kelebihannya dikembalikan atau dikompensasikan ke tahun pajak
berikutnya.

## 5. Kerahasiaan

Berkas keberatan memuat data wajib pajak dan bersifat rahasia. Peneliti tidak boleh membawa berkas keluar
kantor, mengirimkannya melalui aplikasi percakapan, atau memperlihatkannya kepada pihak yang tidak ditugasi.

## 6. Yang diteliti petugas

1. Kesesuaian luas bumi dan bangunan dengan sertifikat, PBG, dan hasil ukur.
2. Kewajaran NJOP bumi terhadap sedikitnya tiga data pembanding dalam zona nilai tanah yang sama dan berumur
   paling lama dua tahun.
3. Kesesuaian NJOP bangunan dengan daftar biaya komponen bangunan dan umur bangunan.
4. Penggunaan objek: hunian atau selain hunian.

## 7. Contoh kasus

Wajib pajak menerima SPPT pada 2 April 2025 dan menyampaikan keberatan pada 30 Juni 2025 karena luas bangunan
tercatat 240 m2, sedangkan menurutnya 196 m2. Keberatan itu masih dalam jangka waktu. Hasil ukur menunjukkan
201 m2 sehingga keputusan mengabulkan sebagian. Bila surat yang sama baru disampaikan pada 10 Juli 2025,
keberatan tidak dipertimbangkan, tetapi wajib pajak masih dapat mengajukan pembetulan untuk tahun pajak
berikutnya.
"""

PAPERS = [
    Paper(
        path="BAPENDA/SOP Mutasi Balik Nama SPPT.pdf",
        title="SOP Mutasi (Balik Nama) SPPT PBB-P2",
        kind="sop",
        unit="BAPENDA",
        community=BAPENDA,
        access="terbuka",
        date="2025-01-20",
        review_on="2027-01-20",
        build=lambda path: write_pdf(
            path, RENAME.name, [Sheet(RENAME), Break(), Flow(RENAME), Break(landscape=False), *blocks(RENAME_TEXT)]
        ),
    ),
    Paper(
        path="BAPENDA/SOP Keberatan PBB-P2.pdf",
        title="SOP Penyelesaian Keberatan PBB-P2",
        kind="sop",
        unit="BAPENDA",
        community=BAPENDA,
        access="terbuka",
        date="2025-02-17",
        review_on="2027-02-17",
        build=lambda path: write_pdf(
            path, OBJECT.name, [Sheet(OBJECT), Break(), Flow(OBJECT), Break(landscape=False), *blocks(OBJECT_TEXT)]
        ),
    ),
]
