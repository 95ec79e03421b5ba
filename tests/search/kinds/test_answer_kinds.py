"""What kind of answer a question wants."""

import pytest

from search.kinds.answer_kinds import beyond_documents, fits, holding, lack_shows, wanted, wants_figure


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("berapa lama proses telaah surat masuk", "lama"),
        ("jangka waktu sewa BMD maksimal berapa tahun", "lama"),
        ("tarif pbb sekarang berapa persen", "persen"),
        ("berapa pagu paket renstra", "uang"),
        ("harga satu plat nomor berapa", "uang"),
        ("kapan laporan diserahkan", "waktu"),
        ("berapa unit PC", "jumlah"),
        ("siapa yang menyusun HPS", "orang"),
        ("siapa yang berwenang menetapkan jumlah terutang", "orang"),
        ("siapa yang menanggung berapa pun biayanya", "orang"),
        ("di mana berkas diserahkan", "tempat"),
        ("Berapakah harga satu pelat nomor?", "uang"),
        ("Siapakah yang menyusun HPS?", "orang"),
        ("Di manakah berkas diserahkan?", "tempat"),
        ("Kapankah laporan diserahkan?", "waktu"),
        ("pagu pengadaan laptop", "uang"),
        ("denda keterlambatan trotoar", "uang"),
        ("lama proses mutasi pegawai", "lama"),
        ("masa pemeliharaan trotoar", "lama"),
        ("waktu penyerahan lemari pendingin", "lama"),
        ("jadwal sosialisasi dinsos", "waktu"),
        ("batas waktu keberatan PBB", "waktu"),
        ("apa itu LSPOP?", "definisi"),
        ("SPOP itu apa", "definisi"),
        ("siapa itu wajib pajak", "definisi"),
        ("siapa yang dimaksud wajib pajak", "definisi"),
        ("apa yang dimaksud dengan pajak daerah", "definisi"),
        ("kepanjangan DBKB", "definisi"),
        ("apa yang disebut retained waste", "definisi"),
        ("siapa yang disebut kelompok kritis", "definisi"),
        ("TENORM itu sebenarnya zat apa sih", "definisi"),
        ("pemberdayaan masyarakat diartikan sebagai apa", "definisi"),
        ("perusahaan konsultan mana yang mengerjakan lift", "perusahaan"),
        ("siapa rekanan pengadaan drone", "perusahaan"),
        ("CV apa yang menang", "perusahaan"),
        ("seberapa sering data diperbarui", "kekerapan"),
        ("berapa kali pompa diganti", "kekerapan"),
        ("berapa kali lipat dendanya", "uang"),
        ("berapa nomor telepon layanan pengaduan", "telepon"),
        ("hotline pengaduan berapa", "telepon"),
        ("setiap berapa bulan laporan disusun", "kekerapan"),
        ("apa langkah pertama pengumumannya", "urutan"),
        ("berapa lama tahap kedua", "lama"),
        ("berapa luas tanah kantor", "luas"),
        ("luas lantai gedung itu berapa", "luas"),
        ("seluas apa taman itu", "luas"),
        ("setinggi apa pelat dipasang", "panjang"),
        ("berapa jarak antartiang", "panjang"),
        ("berapa kedalaman saluran", "panjang"),
        ("berapa berat beban maksimal", "berat"),
        ("suhu penyimpanan vaksin berapa", "suhu"),
        ("pasal berapa yang mengatur keberatan", "nomor"),
        ("berapa nomor register gedung", "nomor"),
        ("berapa jumlah pasal dalam perda itu", "jumlah"),
        ("berapa suku bunga pinjaman", "persen"),
        ("berapa rata-rata harga kios", "uang"),
        ("modal minimal koperasi berapa", "uang"),
        ("berapa iuran setahun", "uang"),
        ("berapa anggaran fasilitasi hari pers", "uang"),
        ("berapa biaya sewa per bulan", "uang"),
        ("berapa peserta rapat hari Senin", "jumlah"),
        ("dalam berapa hari kerja berkas diperiksa", "lama"),
        ("berapa batas waktu keberatan", "lama"),
        ("berapa nilai perolehan kendaraan", "uang"),
        ("emas senilai berapa gram", "berat"),
        ("layar minimal berapa inci", "panjang"),
        ("tanah minimal berapa meter persegi", "luas"),
        ("mulai tanggal berapa tarif baru dipakai", "waktu"),
        ("biaya satgas ditanggung dari mana", "tempat"),
        ("biaya pemeliharaan dibayar siapa", "orang"),
        ("senilai berapa barang yang hilang", "uang"),
        ("berapa nilai minimum kelulusan operator", "skor"),
        ("berapa target indeks SPBE", "skor"),
        ("target nilai keterbukaan informasi berapa", "skor"),
        ("administrasi penyidikan diatur di mana", "aturan"),
        ("berapa unit PC rusak berat", "jumlah"),
        ("aset rusak berat ada berapa", "angka"),
        ("berapa jumlah perguruan tinggi", "jumlah"),
        ("perguruan tinggi di Jakarta ada berapa", "angka"),
        ("tanah itu luasnya berapa", "luas"),
        ("berapa total luas tanah", "luas"),
        ("berapa usia minimal pelamar", "lama"),
        ("batas umur pelamar berapa", "lama"),
        ("berapa masa jabatan ketua RT", "lama"),
        ("berapa jumlah hari cuti", "lama"),
        ("nominal bantuan berapa", "angka"),
        ("kode klasifikasi surat untuk lambang kota berapa", "nomor"),
        ("menurut pasal 12 kursinya berapa", "angka"),
        ("berapa jumlah penerima santunan", "jumlah"),
        ("berapa besar santunan", "uang"),
        ("berapa jenis retribusi daerah", "angka"),
        ("peraturan apa yang mengatur parkir", "aturan"),
        ("kenapa realisasinya tidak penuh", "alasan"),
        ("apa penyebab permohonan ditolak", "alasan"),
        ("petugas tidak boleh melakukan apa saja", "larangan"),
        ("apa saja yang dilarang bagi pelaksana", "larangan"),
        ("santri yang merokok hukumannya apa", "sanksi"),
        ("apa akibatnya kalau terlambat melapor", "sanksi"),
    ],
)
def test_the_kind_is_told_by_the_question(question: str, kind: str) -> None:
    found = wanted(question)
    assert found is not None
    assert found.name == kind


def test_the_texts_that_hold_such_an_answer_are_told() -> None:
    texts = {1: "Harga pelat Rp 21.500", 2: "Pelat dipasang di depan rumah"}
    assert holding(wanted("berapa harga pelat"), texts) == {1}
    assert holding(None, texts) == frozenset()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Perencanaan Lift | CV. Contoh Karya | 2014", 1.0),
        ("dikerjakan oleh PT Contoh Jaya", 1.0),
        ("Konsultan Perencana Gedung | 2015 | APBD II | 24000000", -1.0),
    ],
)
def test_a_firm_is_told_by_its_form(text: str, told: float) -> None:
    question = "perusahaan konsultan mana yang mengerjakan lift?"
    assert fits(wanted(question), text) == told
    assert lack_shows(question)


def test_which_firms_have_a_duty_is_not_told_by_the_name_of_one() -> None:
    assert wanted("perusahaan mana yang wajib melapor") is None


def test_times_in_a_cell_may_tell_how_often_a_number_alone_does_not() -> None:
    assert fits(wanted("berapa kali pertemuan materi puasa"), "PUASA | 3X") == 0.0
    assert fits(wanted("berapa kali pertemuan materi puasa"), "PUASA | 3") == -1.0


def test_an_amount_in_a_row_of_a_table_has_no_dots_and_is_no_year() -> None:
    asked = wanted("berapa harga bangunan kantor")
    assert fits(asked, "1.3.3.1 | Bangunan Kantor | 1975 | 592038500") == 1.0
    assert fits(asked, "1.3.3.1 | Bangunan Kantor | 1975 | 01") == -1.0
    assert fits(asked, "Telepon 5925325 di kantor") == -1.0


def test_a_term_may_be_asked_for_without_saying_so() -> None:
    assert fits(wanted("berapa cuti tahunan pegawai"), "paling banyak 12 hari kerja") == 0.0
    assert fits(wanted("berapa cuti tahunan pegawai"), "cuti menurut Pasal 5 ayat (2)") == -1.0


def test_a_cell_may_lack_the_unit_that_stands_above_it() -> None:
    asked = wanted("masa manfaat kendaraan berapa tahun")
    assert fits(asked, "1.3.2 | Kendaraan | 10 | 2000000") == 0.0
    assert fits(asked, "1.3.2 | Kendaraan | Baik") == -1.0


def test_an_open_question_wants_no_kind() -> None:
    assert wanted("apa yang dilakukan pada gangguan suhu lemari") is None
    assert wanted("apa dasar penetapan suku bunga") is None
    assert wanted("bagaimana alur peminjaman kendaraan") is None
    assert wanted("alasan penetapan tarif parkir") is None
    assert wanted("barang rusak akibat banjir diproses bagaimana") is None
    assert wanted("kalau sertifikat hilang tidak apa-apa") is None
    assert wanted("tarif") is None, "a word alone asks for whatever is told of it"
    assert fits(None, "apa pun") == 0.0


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("berapa lama prosesnya", "Telaah selesai dalam 2 (dua) hari kerja.", "Telaah dilakukan oleh kepala bidang."),
        ("berapa lama prosesnya", "paling lama tiga hari", "paling cepat"),
        ("berapa persen tarifnya", "tarif sebesar 0,5%", "tarif ditetapkan gubernur"),
        ("berapa biaya fotokopi", "Rp 500/lembar", "biaya ditanggung pemohon"),
        ("berapa biaya mengurusnya", "Pengurusan tidak dipungut biaya.", "Biaya ditetapkan kemudian."),
        ("biaya legalisasi ijazah", "Biaya/Tarif: Gratis", "Biaya/Tarif: menurut perda"),
        ("kapan jatuh temponya", "jatuh tempo 30 September 2025", "jatuh tempo diumumkan"),
        ("kapan layanan dibuka", "dibuka 5 Mei 2019", "dibuka menurut Keputusan Nomor 12/SK/KADIS/2019"),
        ("kapan layanan dibuka", "dibuka tahun 2019", "dibuka menurut Peraturan Gubernur Nomor 5 Tahun 2019"),
        ("kapan laporan diserahkan", "paling lama 7 (tujuh) hari kerja", "Durasi pengerjaan: 14 hari"),
        ("kapan laporan diserahkan", "14 hari setelah kontrak berakhir", "Paus berusia 65 tahun"),
        ("siapa yang mengesahkan", "disahkan oleh Kepala Dinas", "disahkan setelah diperiksa"),
        ("siapa yang boleh mengajukan", "diajukan wajib pajak", "diajukan secara tertulis"),
        ("siapa yang berwenang atas data dasar", "BPS merupakan lembaga", "data dasar dikumpulkan berkala"),
        ("siapa ketua yang menandatangani", "ttd BUDI CONTOH, S.Sos", "ttd"),
        ("siapa penanggung jawabnya", "Penanggung jawab: Ibu Sri", "Terima kasih, Bapak/Ibu"),
        # the roles and names that the question tells itself are no answer
        ("siapa ketua panitia lomba?", "3 | Panitia lomba | Ketua: Kepala Bidang Umum", "3 | Panitia lomba | Ketua"),
        ("siapa bendahara BLUD", "Bendahara BLUD adalah Sri Contoh", "ditagih oleh Bendahara BLUD dengan surat"),
        ("siapa bendahara pengeluaran", "Bendahara Pengeluaran: Sri Contoh", "oleh Bendahara Pengeluaran tiap bulan"),
        ("Siapa lurah Contoh Jaya?", "Lurah Contoh Jaya, Budi Santoso", "12 | Lurah Contoh Jaya | 0"),
        ("siapa kepala dinasnya", "Kepala Dinas Rina Putri Utami", "laporan kepada kepala dinas"),
        ("nomor telepon darurat", "Hubungi saluran 112 dan 119.", "Peraturan Nomor 24 Tahun 2007"),
        ("berapa kali pompa diperiksa", "Pompa diperiksa 2 (dua) kali setahun.", "Jumlah waktu 3 jam 30 menit"),
        ("siapa penyedianya", "dipimpin Budi Contoh, S.Kom", "Laptop | memori 8 GB, SSD 256 GB, layar 14 inci"),
        ("seberapa sering data diperbarui", "Memperbarui data setiap semester.", "Menyimpan berkas santri."),
        ("berapa luas tanah kantor", "luas 1.200 m2", "Jalan Contoh No. 2A, Jakarta 10110"),
        ("berapa luas taman", "taman seluas dua hektare", "taman dibuka tahun 2019"),
        ("setinggi apa pelat dipasang", "sekitar 150 cm dari tanah", "dipasang 2 orang"),
        ("berapa tinggi puncaknya", "3.676 mdpl", "didaki 2 hari"),
        ("berapa berat beban maksimal", "paling berat 500 (lima ratus) kg", "beban diukur 2 kali"),
        ("suhu penyimpanan vaksin berapa", "2–8 °C", "vaksin disimpan 12 bulan"),
        ("pasal berapa yang mengatur keberatan", "Pasal 17", "keberatan diatur kemudian"),
        ("kode SKPD inspektorat berapa", "9 | INSPEKTORAT", "INSPEKTORAT DAERAH"),
        ("berapa indeks SPBE", "Index SPBE 3,13", "alokasi sebesar Rp. 8.389.092.450,-"),
        ("diatur di mana tata cara keberatan", "diatur dengan Peraturan Gubernur", "diatur kepala badan"),
        ("bab berapa tentang sanksi", "BAB IV SANKSI", "sanksi diatur kemudian"),
        ("berapa jumlah peserta", "diikuti 40 orang", "1. Peserta mendaftar."),
        ("berapa jumlah peserta", "peserta: empat puluh", "Peserta sebagaimana dimaksud Pasal 5 ayat (2) hadir"),
        ("berapa jumlah peserta", "9 | Peserta | 40", "9 | Peserta didata | 15 menit"),
        ("kenapa realisasinya tidak penuh", "tidak terlaksana karena efisiensi", "realisasi keuangan 89,65%"),
        ("apa penyebab gangguan jaringan", "Penyebabnya kabel putus.", "BAB IV GANGGUAN JARINGAN"),
        ("apa penyebab gangguan jaringan", "hujan lebat menyebabkan gangguan", "gangguan dilaporkan ke loket"),
        ("petugas tidak boleh melakukan apa", "Pelaksana dilarang merangkap.", "tidak boleh lebih dari 14 hari"),
        ("petugas tidak boleh melakukan apa", "tidak diperbolehkan meninggalkan pos", "memiliki hak banding"),
        ("santri yang merokok hukumannya apa", "diberi surat peringatan", "Menjaga etika: tidak merokok."),
        ("berapa jumlah peserta", "40 peserta pada 5 Mei 2025", "peserta berkumpul tanggal 4 sampai dengan 5 Mei 2025"),
    ],
)
def test_an_answer_of_the_kind_fits_and_another_does_not(question: str, answer: str, other: str) -> None:
    assert fits(wanted(question), answer) == 1.0
    assert fits(wanted(question), other) == -1.0


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("menurut kamu lebih bagus gubernur sekarang apa yang dulu?", "pendapat"),
        ("siapa yang bakal jadi kadis bina marga?", "ramalan"),
        ("siapa pemenang tender gedung arsip minggu depan?", "ramalan"),
        ("pintu air manggarai siaga berapa sekarang?", "saat_ini"),
        ("password wifi gedung lantai 6 apa", "rahasia"),
        ("rincian harga satuan HPS paket yang sedang tender", "rahasia"),
        ("minta detail HPS pembangunan puskesmas", "rahasia"),
    ],
)
def test_opinions_forecasts_and_live_data_are_beyond_documents(question: str, kind: str) -> None:
    assert beyond_documents(question) == kind


@pytest.mark.parametrize(
    "question",
    [
        "tarif pbb jakarta sekarang berapa persen?",
        "menurut Pergub 24 Tahun 2012 apa?",
        "apakah rincian harga satuan HPS boleh dibuka?",
        "berapa total HPS paket trotoar?",
        "cara menyusun rincian HPS",
    ],
)
def test_questions_that_documents_answer_are_not(question: str) -> None:
    assert beyond_documents(question) is None


@pytest.mark.parametrize(
    "said", ["1442", "tahun 1970an", "tahun 400", "abad ke-7", "1450 SM", "5 Maret", "hari Senin", "2026"]
)
def test_a_time_may_lie_long_ago(said: str) -> None:
    assert fits(wanted("kapan kerajaan itu berdiri"), f"Kerajaan itu berdiri {said}") == 1.0


def test_figures_and_times_are_told_from_people_places_and_open_questions() -> None:
    assert wants_figure("berapa biaya legalisir")
    assert wants_figure("kapan laporan diserahkan")
    assert not wants_figure("siapa yang menyusun HPS")
    assert not wants_figure("bagaimana alur peminjaman kendaraan")


def test_a_number_that_the_question_tells_is_no_answer() -> None:
    asked = wanted("kapan batas pengisian RKBMD tahun 2026?")
    assert fits(asked, "RKBMD Tahun Anggaran 2026") == -1.0
    assert fits(asked, "RKBMD 2026 diisi sampai dengan 31 Maret 2025") == 1.0
    assert fits(wanted("berapa tarif menurut Perda 1 Tahun 2024?"), "Perda 1/2024") == -1.0
    assert fits(wanted("berapa tarif menurut Perda 1 Tahun 2024?"), "tarif 0,5%") == 1.0


def test_an_explanation_is_known_by_what_it_explains_alone() -> None:
    texts = {1: "SPOP adalah formulir.", 2: "LSPOP adalah lampirannya.", 3: "SPOP diisi."}
    assert holding(wanted("apa itu SPOP?"), texts) == {1}
    assert fits(wanted("apa itu SPOP?"), texts[3]) == 0.0
