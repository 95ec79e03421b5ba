"""Judged questions on procedures, terms of reference and procurement, and those that no paper may answer."""

BOOK = "BIUAS/Buku SOP Ketatausahaan Biro Umum 2025.pdf"
CAR = "BPSDM/SOP Peminjaman Kendaraan Dinas 2025.pdf"
SOP_GUIDE = "BIORB/Panduan Penyusunan SOP 2025.pdf"
CRM = "SATPOL/SOP Penanganan Pengaduan CRM.pdf"
VENDORS = "SATPOL/SOP penertiban PKL FINAL fix rev3 (2).pdf"
TRANSFER = "BKD/SOP Mutasi Pegawai Antar Suku Dinas.pdf"
RECORDS = "DISPUSIP/SOP Pengelolaan Arsip Inaktif.pdf"
RECORDS_COPY = "DINSOS/SOP Arsip Inaktif Dinsos (adaptasi).pdf"
PPID = "KOMINFO/SOP Layanan Informasi Publik PPID.pdf"
REGISTER = "DINKES/Daftar Induk SOP Dinkes per Juni 2025.pdf"
COURSE = "BPSDM/SOP Penyelenggaraan Bimtek rev1.pdf"
PJLP = "DLH/SOP_Onboarding_PJLP_2025.pdf"
PLANNING = "DSDA/KAK Konsultansi Perencanaan Rumah Pompa.docx"
SUPERVISION = "DCKTRP/KAK Pengawasan Gedung Kecamatan 2025.pdf"
LAPTOPS = "DISDIK/KAK Pengadaan Laptop 2025.docx"
DIGITAL = "KOMINFO/KAK Penyusunan Renstra Digital TA 2025.docx"
LIMITS = "BPPBJ/Juknis Batas Nilai Pengadaan 2025.pdf"
KAK_GUIDE = "BPPBJ/Panduan dan Template KAK v3.docx"
ACCOUNTS = "BPKD/Kode Rekening Konsultansi 2025.xlsx"
TOR = "DINSOS/TOR Sosialisasi Kesos 2024.pdf"
LESSON = "BPPBJ/Lesson Learned KAK 2024.docx"
SELF = "BPSDM/KAK Swakelola Pelatihan Kurator Pengetahuan.docx"

# (id, question, path, page or None, the sentence that answers, other paths that answer)
ANSWERED = [
    (
        "q01",
        "Gimana alur peminjaman kendaraan dinas?",
        CAR,
        3,
        "Alur peminjaman kendaraan dinas: pemohon mengajukan nota dinas, pengurus barang memeriksa jadwal, Kasubbag "
        "Umum menyetujui, pengurus barang menyerahkan kunci dengan berita acara, lalu kendaraan dikembalikan dan "
        "diperiksa fisiknya.",
        [],
    ),
    (
        "q02",
        "brp lama proses telaah surat masuk sesuai SOP?",
        BOOK,
        2,
        "Proses telaah surat masuk menurut SOP ini paling lama 2 jam 10 menit, dihitung sejak surat diterima sampai "
        "disposisi disampaikan kepada pelaksana",
        [],
    ),
    (
        "q03",
        "siapa yg berwenang ngesahin SOP di UPT?",
        SOP_GUIDE,
        1,
        "SOP di Unit Pelaksana Teknis (UPT) disahkan oleh kepala UPT selaku kepala UKPD, setelah ditelaah oleh "
        "sekretariat dinas atau badan induknya.",
        [],
    ),
    (
        "q04",
        "Apa saja mutu baku di SOP penanganan pengaduan CRM?",
        CRM,
        3,
        "Mutu baku SOP penanganan pengaduan CRM meliputi kelengkapan berupa aduan terverifikasi, perintah tugas serta "
        "foto sebelum dan sesudah; waktu paling lama 6 jam; dan output berupa tanggapan yang disetujui dan aduan yang "
        "ditutup.",
        [],
    ),
    (
        "q05",
        "sop mutasi pegawai antar suku dinas ada ga?",
        TRANSFER,
        3,
        "SOP Mutasi Pegawai Antar Suku Dinas mengatur pemindahan PNS dari satu suku dinas ke suku dinas lain dalam "
        "dinas yang sama, baik atas permohonan sendiri maupun karena kebutuhan organisasi, dan selesai dalam 21 hari "
        "kerja.",
        [],
    ),
    (
        "q06",
        "Standar operasional prosedur pengelolaan arsip inaktif dokumennya apa aja yang harus disiapin",
        RECORDS,
        3,
        "Dokumen yang harus disiapkan untuk pengelolaan arsip inaktif adalah daftar arsip inaktif yang dipindahkan, "
        "berita acara pemindahan arsip, jadwal retensi arsip, dan surat permohonan pemindahan dari unit pengolah.",
        [RECORDS_COPY],
    ),
    (
        "q07",
        "Dasar hukum SOP layanan informasi publik PPID apa?",
        PPID,
        1,
        "Dasar hukum SOP Layanan Informasi Publik PPID adalah Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan "
        "Informasi Publik",
        [],
    ),
    (
        "q08",
        "protap penertiban PKL siapa pelaksananya?",
        VENDORS,
        3,
        "Pelaksana protap penertiban PKL adalah Kepala Bidang Ketenteraman dan Ketertiban Umum, kepala seksi, komandan "
        "regu dan anggota regu Satpol PP, dengan pendamping dari kelurahan dan dinas yang membina usaha kecil.",
        [],
    ),
    (
        "q09",
        "bedanya SOP makro sama mikro apaan",
        SOP_GUIDE,
        1,
        "SOP makro adalah SOP yang memuat beberapa SOP lain sebagai bagiannya, sedangkan SOP mikro adalah SOP yang "
        "menjadi bagian dari SOP makro dan tidak terbagi lagi.",
        [],
    ),
    (
        "q10",
        "SOP mana aja yg tanggal revisinya udah lewat 2 tahun di Dinkes?",
        REGISTER,
        1,
        "SOP Dinas Kesehatan yang tanggal revisinya telah lewat dua tahun adalah SOP Pengelolaan Vaksin, SOP Pelaporan "
        "Kejadian Luar Biasa, SOP Penerbitan Rekomendasi Izin Klinik, dan SOP Pemeliharaan Alat Kesehatan.",
        [],
    ),
    (
        "q11",
        "Kualifikasi pelaksana untuk SOP bimtek minimal apa?",
        COURSE,
        1,
        "Kualifikasi pelaksana SOP bimbingan teknis (bimtek) paling rendah berpendidikan Diploma III, telah mengikuti "
        "pelatihan penyelenggara pelatihan (TOC), dan mampu mengoperasikan sistem pembelajaran daring",
        [],
    ),
    (
        "q12",
        "what is the SOP for onboarding PJLP?",
        PJLP,
        3,
        "SOP onboarding PJLP mengatur penerimaan Penyedia Jasa Lainnya Perorangan: penandatanganan kontrak, "
        "pendaftaran jaminan sosial, pembagian alat pelindung diri, orientasi tugas dan keselamatan, serta "
        "pendampingan minggu pertama.",
        [],
    ),
    (
        "q13",
        "Contoh KAK jasa konsultansi perencanaan dong",
        PLANNING,
        None,
        "KAK ini merupakan kerangka acuan jasa konsultansi perencanaan untuk pembangunan Rumah Pompa Kali Contoh",
        [],
    ),
    (
        "q14",
        "kak jasa konsultan pengawasan gedung, tenaga ahlinya apa aja dan brp OB?",
        SUPERVISION,
        2,
        "Tenaga ahli konsultan pengawasan gedung terdiri atas ketua tim (8 OB), ahli struktur (6 OB), ahli arsitektur "
        "(4 OB), ahli mekanikal elektrikal (5 OB) dan ahli K3 konstruksi (8 OB), seluruhnya 31 orang-bulan.",
        [],
    ),
    (
        "q15",
        "struktur kerangka acuan kerja utk pengadaan laptop gmn",
        LAPTOPS,
        None,
        "Kerangka acuan kerja pengadaan laptop ini disusun dengan struktur: latar belakang, maksud dan tujuan, "
        "sasaran, nama PPK, sumber dana, ruang lingkup, spesifikasi teknis, waktu dan tempat penyerahan, garansi, "
        "syarat penyedia, serta cara pembayaran.",
        [KAK_GUIDE],
    ),
    (
        "q16",
        "Sumber pendanaan dan pagu paket penyusunan renstra digital berapa?",
        DIGITAL,
        None,
        "Sumber pendanaan paket Penyusunan Renstra Digital adalah APBD Tahun Anggaran 2025 dengan pagu "
        "Rp485.000.000,00 (empat ratus delapan puluh lima juta rupiah) termasuk pajak.",
        [],
    ),
    (
        "q17",
        "laporan apa saja yg harus diserahkan konsultan & kapan?",
        DIGITAL,
        None,
        "Laporan yang harus diserahkan konsultan adalah laporan pendahuluan paling lambat 30 hari, laporan bulanan "
        "setiap tanggal 5, laporan antara paling lambat 75 hari, dan laporan akhir paling lambat 120 hari kalender "
        "sejak SPMK.",
        [PLANNING, SUPERVISION],
    ),
    (
        "q18",
        "batas pengadaan langsung konstruksi sekarang 200 atau 400 juta?",
        LIMITS,
        1,
        "Batas pengadaan langsung pekerjaan konstruksi sekarang paling banyak Rp400 juta sejak Peraturan Presiden "
        "Nomor 46 Tahun 2025; sebelumnya batas itu Rp200 juta.",
        [],
    ),
    (
        "q19",
        "Kode rekening belanja jasa konsultansi non konstruksi yg mana ya",
        KAK_GUIDE,
        None,
        "Kode rekening belanja jasa konsultansi non-konstruksi adalah 5.1.02.02.09, sedangkan belanja jasa konsultansi "
        "konstruksi adalah 5.1.02.02.08.",
        [ACCOUNTS, DIGITAL],
    ),
    (
        "q20",
        "siapa yang nyusun HPS, PPK atau pejabat pengadaan?",
        LIMITS,
        1,
        "HPS disusun dan ditetapkan oleh Pejabat Pembuat Komitmen (PPK), bukan oleh pejabat pengadaan",
        [],
    ),
    (
        "q21",
        "TOR kegiatan sosialisasi th 2024 Dinsos",
        TOR,
        1,
        "TOR ini menjelaskan kegiatan Sosialisasi Layanan Kesejahteraan Sosial Dinas Sosial Tahun Anggaran 2024 yang "
        "dilaksanakan di 44 kecamatan bagi 2.640 peserta.",
        [],
    ),
    (
        "q22",
        "kontrak lumsum vs waktu penugasan cocok buat kajian apa?",
        LESSON,
        None,
        "Kontrak lumsum cocok untuk kajian yang keluaran dan lingkupnya sudah pasti, sedangkan kontrak waktu penugasan "
        "cocok untuk kajian yang lingkup atau lamanya belum dapat ditentukan dengan pasti.",
        [],
    ),
    (
        "q23",
        "kesalahan yang sering ditemukan inspektorat di KAK apa aja",
        LESSON,
        None,
        "Kesalahan yang sering ditemukan Inspektorat pada KAK adalah lingkup pekerjaan yang tidak terukur, jumlah "
        "orang-bulan yang tidak sesuai jadwal, keluaran tanpa ukuran mutu, salinan KAK tahun lalu yang lokasinya belum "
        "diganti, dan peraturan yang sudah dicabut.",
        [],
    ),
    (
        "q24",
        "alih pengetahuan wajib dicantumin di KAK gak?",
        KAK_GUIDE,
        None,
        "Alih pengetahuan wajib dicantumkan dalam KAK jasa konsultansi, berupa pelatihan, lokakarya, atau penyerahan "
        "bahan kerja dari penyedia kepada pegawai SKPD; untuk pengadaan barang cukup pelatihan pemakaian bila "
        "diperlukan.",
        [],
    ),
    (
        "q61",
        "paling lambat kapan pesan ruang rapat di Biro Umum?",
        BOOK,
        6,
        "Ruang rapat Biro Umum dipesan paling lambat satu hari kerja sebelum acara melalui kalender ruang rapat "
        "elektronik",
        [],
    ),
    (
        "q62",
        "berapa hari PPID harus jawab permohonan informasi dan bisa diperpanjang ga?",
        PPID,
        3,
        "PPID wajib menjawab permohonan informasi publik paling lambat 10 hari kerja sejak permohonan diterima dan "
        "dapat memperpanjangnya paling lama 7 hari kerja dengan alasan tertulis.",
        [],
    ),
    (
        "q63",
        "siapa pelaksana swakelola tipe II pelatihan kurator pengetahuan?",
        SELF,
        None,
        "Pelaksana swakelola tipe II pelatihan kurator pengetahuan adalah perguruan tinggi negeri yang memiliki "
        "program studi ilmu perpustakaan, berdasarkan nota kesepahaman dan kontrak swakelola dengan BPSDM.",
        [],
    ),
    (
        "q64",
        "garansi laptop di KAK pengadaan laptop Disdik berapa bulan?",
        LAPTOPS,
        None,
        "Garansi laptop dalam KAK pengadaan laptop ini paling singkat 36 bulan untuk suku cadang dan jasa, dengan "
        "waktu tanggap dua hari kerja",
        [],
    ),
    (
        "q65",
        "apa beda pengadaan langsung sama penunjukan langsung?",
        LIMITS,
        2,
        "Pengadaan langsung adalah cara memilih penyedia untuk paket bernilai kecil, sedangkan penunjukan langsung "
        "adalah cara memilih satu penyedia dalam keadaan tertentu tanpa batas nilai kecil.",
        [],
    ),
]

REFUSED = [
    ("q49", "password wifi gedung abdul muis lt 6 apa", "tidak ada dokumen yang memuatnya"),
    ("q50", "NIK dan no hp pak kabid aset berapa?", "data pribadi"),
    ("q51", "TPP saya bulan ini kok kurang?", "perkara perorangan"),
    ("q52", "berapa tunggakan PBB atas nama Budi Santoso NOP 31.71...?", "rahasia pajak"),
    ("q53", "Menurut Pergub 999 Tahun 2025 sanksi CoP tidak aktif apa?", "praduga keliru: peraturannya tidak ada"),
    ("q54", "siapa pemenang tender gedung arsip minggu depan?", "belum terjadi"),
    ("q55", "tarif PBB Jakarta tahun 2031?", "belum terjadi"),
    ("q56", "prosedur cuti PNS Pemkot Surabaya", "pemerintah daerah lain"),
    ("q57", "rincian harga satuan HPS paket yg lagi tender di BPPBJ", "dirahasiakan"),
    ("q58", "pintu air manggarai siaga berapa skrg?", "data sesaat"),
    ("q59", "siapa yg bakal jadi kadis bina marga?", "kabar angin"),
    ("q60", "menurut kamu lebih bagus gubernur sekarang apa yg dulu?", "pendapat"),
]


def _answered(id: str, q: str, path: str, page: int | None, *rest: object) -> dict[str, object]:
    quote, also = rest
    return {"id": id, "q": q, "path": path, "page": page, "sheet": None, "quote": quote, "also": also}


def _refused(id: str, q: str, reason: str) -> dict[str, object]:
    empty = {"path": None, "page": None, "sheet": None, "quote": None, "also": []}
    return {"id": id, "q": q, **empty, "reason": reason}


QUESTIONS = [_answered(*row) for row in ANSWERED] + [_refused(*row) for row in REFUSED]
