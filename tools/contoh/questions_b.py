"""Judged questions on property, property tax and the knowledge programme, with the sentence that answers."""

from __future__ import annotations

KIB = "BPAD/KIB A-F kompilasi per 31 Des 2024.xlsx"
JUKNIS = "BPAD/Juknis Penatausahaan BMD 2025.pdf"
SUMS = "BAPENDA/Catatan tarif dan hitungan PBB-P2 (Juli 2025).docx"
SLIDES = "BAPENDA/Paparan sosialisasi PBB 2025.pptx"
OLD_FAQ = "BAPENDA/Buku saku tanya jawab PBB 2020.docx"
RELIEF = "BAPENDA/FAQ Kepgub 281 Tahun 2025.pdf"
OBJECTION = "BAPENDA/SOP Keberatan PBB-P2.pdf"
RENAME = "BAPENDA/SOP Mutasi Balik Nama SPPT.pdf"
WRECKS = "BPAD/SOP BMD Rusak Berat FINAL (2).pdf"
NEEDS = "BPAD/Panduan RKBMD Pemeliharaan TA 2026.docx"
HANDOVER = "BPAD/BAST fasos fasum PT Contoh Griya Sentosa.docx"
DEVELOPERS = "BPAD/Lesson learned penelusuran SIPPT fasos fasum.pdf"
REUSE = "DISPUSIP/Catatan pemakaian ulang SOP arsip TW III 2025.docx"


def _judged(
    id: str,
    q: str,
    path: str,
    quote: str,
    place: int | str | None = None,
    also: tuple[str, ...] = (),
) -> dict[str, object]:
    """Return one judgement; `place` is the page's number or the sheet's name."""
    page = place if isinstance(place, int) else None
    sheet = place if isinstance(place, str) else None
    return {"id": id, "q": q, "path": path, "page": page, "sheet": sheet, "quote": quote, "also": list(also)}


QUESTIONS: list[dict[str, object]] = [
    _judged(
        "q25",
        "syarat usul penghapusan gedung di e-penghapusan apa aja?",
        "BPAD/FAQ e-Penghapusan bangunan v3.pdf",
        "Syarat usul penghapusan gedung di e-Penghapusan adalah surat usulan Pengguna Barang, RKA atau DPA "
        "yang memuat bangunan tersebut, foto bangunan, dan daftar KIB C bangunan yang diusulkan.",
        1,
    ),
    _judged(
        "q26",
        "aset rusak berat diapain dulu sebelum dihapus",
        WRECKS,
        "Barang milik daerah yang rusak berat lebih dahulu diperiksa fisik, dibuatkan berita acara, "
        "diamankan di gudang transit, dan direklasifikasi ke aset lain-lain (1.5.4) sebelum diusulkan "
        "penghapusannya.",
        3,
        (JUKNIS,),
    ),
    _judged(
        "q27",
        "berapa unit PC kondisi RB di ruang rapat lt 6?",
        "BPSDM/KIR Gedung Abdul Muis smt 1 2025.xlsx",
        "Rekapitulasi PC Unit di Ruang Rapat Lt. 6: 8 unit, terdiri atas 5 unit kondisi baik (B), 0 unit "
        "kurang baik (KB), dan 3 unit rusak berat (RB).",
        "R. Rapat Lt. 6",
    ),
    _judged(
        "q28",
        "tanah kantor kecamatan yg belum bersertipikat daftarnya mana",
        KIB,
        "tanah kantor kecamatan yang belum bersertipikat ada 4 bidang, yaitu Kantor Kecamatan Pademangan, "
        "Kalideres, Jagakarsa, dan Cipayung",
        "KIB A",
    ),
    _judged(
        "q29",
        "beda KIB A sampai F",
        JUKNIS,
        "Beda KIB A sampai F terletak pada golongan barang yang dicatat: KIB A untuk tanah, KIB B "
        "peralatan dan mesin, KIB C gedung dan bangunan, KIB D jalan, irigasi, dan jaringan, KIB E aset "
        "tetap lainnya, dan KIB F konstruksi dalam pengerjaan.",
        2,
    ),
    _judged(
        "q30",
        "kode barang proyektor apa sih?",
        JUKNIS,
        "Kode barang proyektor adalah 1.3.2.05.01.05.043 (slide projector)",
        3,
        (
            KIB,
            "BPSDM/KIR Gedung Abdul Muis smt 1 2025.xlsx",
            "BPAD/SK Penghapusan BMD BPSDM 2025.pdf",
            "BPAD/Format BA dan LHI inventarisasi BMD.docx",
        ),
    ),
    _judged(
        "q31",
        "Siapa pengurus barang pembantu dan tugasnya apa?",
        JUKNIS,
        "Pengurus Barang Pembantu adalah pegawai yang ditetapkan dengan keputusan atas usul Kuasa Pengguna "
        "Barang dan bertugas mengurus barang milik daerah pada Kuasa Pengguna Barang.",
        2,
    ),
    _judged(
        "q32",
        "jangka wkt sewa BMD maksimal brp tahun & bisa diperpanjang?",
        "BPAD/Nota penjelasan sewa BMD.docx",
        "Jangka waktu sewa BMD paling lama 5 (lima) tahun sejak perjanjian ditandatangani dan dapat diperpanjang.",
    ),
    _judged(
        "q33",
        "bikin RKBMD pemeliharaan utk mobil yg lagi dipinjam pakai boleh ga",
        NEEDS,
        "RKBMD pemeliharaan tidak boleh memuat barang yang rusak berat, sedang dipinjampakaikan, "
        "dioperasikan pihak lain, atau sedang disewakan.",
        also=("DSDA/RKBMD pemeliharaan 2026 Sudin SDA JT (rev2).xlsx",),
    ),
    _judged(
        "q34",
        "format berita acara inventarisasi barang",
        "BPAD/Format BA dan LHI inventarisasi BMD.docx",
        "Format berita acara inventarisasi barang terdiri atas kepala naskah, dasar penugasan, susunan "
        "tim, hasil inventarisasi, kesimpulan, tanda tangan tim, dan lampiran Laporan Hasil Inventarisasi (LHI).",
    ),
    _judged(
        "q35",
        "total nilai perolehan kendaraan dinas Sudin SDA Jaktim 2024?",
        KIB,
        "Jumlah nilai perolehan kendaraan dinas Sudin SDA Jakarta Timur tahun 2024: 8 unit, Rp1.693.900.000",
        "KIB B",
    ),
    _judged(
        "q36",
        "BAST hibah dari pengembang (fasos fasum) dicatatnya gimana?",
        HANDOVER,
        "BAST hibah fasos fasum dari pengembang dicatat sebagai barang milik daerah dengan asal usul hibah "
        "pada tanggal BAST ditandatangani, sebesar nilai wajar hasil penilaian.",
        also=(DEVELOPERS,),
    ),
    _judged(
        "q37",
        "tarif pbb jakarta skrg berapa persen?",
        SUMS,
        "Tarif PBB-P2 di Jakarta adalah 0,5% sejak 5 Januari 2024 menurut Perda Nomor 1 Tahun 2024.",
        also=(SLIDES,),
    ),
    _judged(
        "q38",
        "rumah NJOP 1,8 M masih bayar PBB gak tahun 2025?",
        RELIEF,
        "Pada tahun 2025 rumah dengan NJOP sampai dengan Rp2 miliar dibebaskan 100% dari PBB-P2, sehingga "
        "rumah dengan NJOP Rp1,8 miliar tidak membayar PBB bila syaratnya terpenuhi.",
        1,
        (SLIDES,),
    ),
    _judged(
        "q39",
        "cara ngitung PBB rumah njop 3 milyar",
        SUMS,
        "Cara menghitung PBB rumah dengan NJOP Rp3 miliar adalah (Rp3.000.000.000 - Rp60.000.000) x 40% x "
        "0,5% = Rp5.880.000.",
        also=(SLIDES,),
    ),
    _judged(
        "q40",
        "dokumen utk balik nama SPPT karena jual beli",
        RENAME,
        "Dokumen untuk balik nama SPPT karena jual beli adalah formulir permohonan, SPOP dan LSPOP, KTP "
        "pembeli, akta jual beli atau sertifikat atas nama baru, bukti lunas BPHTB, SPPT terakhir, dan "
        "bukti lunas PBB-P2 lima tahun terakhir.",
        3,
    ),
    _judged(
        "q41",
        "beda SPOP & LSPOP",
        "BAPENDA/Panduan SPOP LSPOP.pdf",
        "Beda SPOP dan LSPOP: SPOP (Surat Pemberitahuan Objek Pajak) memuat data subjek pajak dan tanah, "
        "sedangkan LSPOP (Lampiran SPOP) memuat rincian bangunan.",
        1,
    ),
    _judged(
        "q42",
        "telat bayar PBB dendanya 1% atau 2%?",
        SUMS,
        "keterlambatan membayar PBB dikenai bunga 1% setiap bulan, paling lama 24 bulan",
        also=(OLD_FAQ, RELIEF),
    ),
    _judged(
        "q43",
        "SOP keberatan PBB berapa lama jatuh temponya",
        OBJECTION,
        "Keberatan PBB-P2 diajukan paling lama 3 (tiga) bulan sejak tanggal SPPT diterima wajib pajak",
        3,
    ),
    _judged(
        "q44",
        "kenapa hasil verlap NJOP sering beda sama data lama?",
        "BAPENDA/Lesson learned verlap NJOP 2025.docx",
        "Hasil verifikasi lapangan NJOP sering berbeda dari data lama karena luas bangunan lama hanya "
        "mencatat lantai dasar, renovasi tidak pernah dilaporkan lewat LSPOP, dan zona nilai tanah belum "
        "dimutakhirkan.",
    ),
    _judged(
        "q45",
        "Apa pelajaran dari CoP Satpol PP soal keterbukaan informasi?",
        "SATPOL/Notulen CoP 6 Nov 2025 keterbukaan informasi.docx",
        "Pelajaran utama CoP Satpol PP tentang keterbukaan informasi adalah mencatat setiap permohonan "
        "pada hari yang sama, memilah isi dokumen alih-alih menolak seluruhnya, dan menyertakan dasar hukum "
        "dalam setiap jawaban.",
    ),
    _judged(
        "q46",
        "Kriteria maturity level 3 CoP itu apa?",
        "BPSDM/Panduan Instrumen Maturitas CoP v1.pdf",
        "Kriteria maturitas level 3 CoP (Terstandar) adalah pertemuan bernotulen setiap triwulan, templat "
        "dan telaah dipakai, aset terklasifikasi dan sebagian besar mutakhir, serta sudah ada pemakaian "
        "ulang pertama oleh SKPD lain.",
        1,
    ),
    _judged(
        "q47",
        "template aset pengetahuan yang terbaru yg mana",
        "BPSDM/Templat aset pengetahuan v2.1 (Sept 2025).docx",
        "Template aset pengetahuan yang terbaru adalah Versi 2.1 yang berlaku sejak 1 September 2025 dan "
        "menggantikan Versi 1.0 tahun 2024.",
    ),
    _judged(
        "q48",
        "SKPD mana yang sudah adaptasi SOP arsip punya Dispusip?",
        REUSE,
        "SKPD yang sudah mengadaptasi SOP Pengelolaan Arsip Inaktif milik Dispusip adalah BPSDM, Dinas "
        "Kesehatan, dan Dinas Sosial.",
    ),
    _judged(
        "q66",
        "ukuran maksimal foto yang diunggah di e-Penghapusan berapa?",
        "BPAD/FAQ e-Penghapusan bangunan v3.pdf",
        "JPG, paling besar 1 MB per foto",
        1,
    ),
    _judged(
        "q67",
        "balik nama SPPT PBB berapa hari selesainya dan bayar ga",
        RENAME,
        "Penyelesaian balik nama SPPT paling lama 5 (lima) hari kerja sejak berkas lengkap dan tidak dipungut biaya.",
        3,
        (SLIDES,),
    ),
    _judged(
        "q68",
        "bayar PBB bulan Juli 2025 dapat potongan berapa persen?",
        SLIDES,
        "1 Juni – 31 Juli 2025",
        5,
        (RELIEF,),
    ),
    _judged(
        "q69",
        "siapa moderator komunitas pembelajar Satpol PP menurut SK?",
        "SATPOL/SK CoP Satpol PP 2025.pdf",
        "Kepala Bidang Ketenteraman dan Ketertiban Umum",
        3,
    ),
    _judged(
        "q70",
        "berapa unit barang yang dihapus dari BPSDM dan nilai perolehannya?",
        "BPAD/SK Penghapusan BMD BPSDM 2025.pdf",
        "Menghapus dari Daftar Barang Pengguna Badan Pengembangan Sumber Daya Manusia sebanyak 12 (dua "
        "belas) unit peralatan dan mesin dengan nilai perolehan Rp121.150.000,00",
        1,
    ),
]
