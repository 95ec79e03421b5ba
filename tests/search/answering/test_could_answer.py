"""What of a page could answer."""

import pytest

from search.answering.could_answer import could_answer

LETTERHEAD = "DINAS PENDIDIKAN\nJalan Contoh Belajar Nomor 15, Jakarta – Telepon (021) 0000-1113"


@pytest.mark.parametrize(
    "text",
    [
        "Pengurus barang memeriksa barang setiap semester.",
        "Mutu baku ditetapkan oleh kepala dinas.",
        "Laporan akhir 2 (dua) jam",
        "Rapat diadakan di Jakarta, 24 Maret 2025.",
        "Laporan dikirim ke Jalan Contoh Nomor 8 atau melalui surel.",
    ],
)
def test_a_sentence_and_a_row_could_answer(text: str) -> None:
    assert could_answer(text, "Siapa pengurus barang?")


@pytest.mark.parametrize(
    "text",
    [
        "Siapa yang memeriksa barang?",
        "6. Bila barang rusak berat, istilah yang dipakai adalah...",
        "Nama pengurus barang : ............",
        "No Uraian Kegiatan Pelaksana Mutu Baku",
        "Petugas Loket Kelengkapan Waktu Output",
        "Pembantu Tim",
        "2 (dua) jam",
        "100% 49.960.000",
        "Rp50.000 per hari",
        "> 0,4 > 2",
        "Jakarta, 24 Maret 2025",
        "Desa Gondang, Agustus 2026",
        "Pada Tanggal 14 Agustus 2026",
        "NIP 00000000 000000 0 000\nNama SOP Orientasi",
        LETTERHEAD,
        "PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA\nBADAN PENGELOLAAN ASET DAERAH",
    ],
)
def test_what_is_furniture_of_a_page_could_not(text: str) -> None:
    assert not could_answer(text, "Kapan pengurus barang melapor?")


@pytest.mark.parametrize("question", ["alamat dinas pendidikan", "di mana kantornya?", "ke mana harus lapor?"])
def test_a_letterhead_tells_where_somebody_is_found(question: str) -> None:
    assert could_answer(LETTERHEAD, question)


def test_the_name_of_an_office_tells_who_made_a_paper() -> None:
    assert could_answer("DINAS PENDIDIKAN DAN KEBUDAYAAN", "Siapa yang menyusun panduan ini?")
    assert could_answer("DINAS PENDIDIKAN MENETAPKAN 3 SEKOLAH", "Kapan panduan disusun?")


def test_the_line_of_the_signer_tells_who_signed_and_not_who_does_the_steps() -> None:
    line = "Disahkan oleh | Kepala Dinas Lingkungan Hidup"
    assert could_answer(line, "siapa yang mengesahkan SOP sampah?")
    assert could_answer(line, "SOP sampah ditandatangani siapa")
    assert not could_answer(line, "siapa yang memeriksa volume sampah?")


def test_the_day_below_the_place_tells_when_a_paper_was_set() -> None:
    assert could_answer("Pada tanggal 14 Agustus 2026", "Kapan keputusan itu ditetapkan?")


def test_a_penal_clause_tells_a_penalty_and_no_term() -> None:
    clause = "dipidana dengan pidana penjara paling lama 15 (lima belas) tahun"
    assert could_answer(clause, "apa sanksi membangun tanpa izin?")
    assert could_answer(clause, "berapa lama ancaman penjara bagi pelanggar")
    assert not could_answer(clause, "izin pembangunan berlaku berapa tahun?")


def test_a_rule_cited_with_its_gazette_counts_nothing() -> None:
    cited = "(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 91)"
    assert could_answer(cited, "undang-undang apa yang mendasari?")
    assert not could_answer(cited, "berapa batas kasus yang ditangani?")


def test_the_line_above_signatures_tells_when_a_paper_was_set_and_nothing_else() -> None:
    line = "Ditetapkan di Jakarta\npada tanggal 14 Agustus 2026"
    assert could_answer(line, "Kapan pergub itu ditetapkan?")
    assert could_answer(line, "Sejak tanggal berapa berlaku?")
    assert not could_answer(line, "Hari apa jadwal imunisasi?")


def test_a_duty_stamp_is_the_price_of_nothing_else() -> None:
    line = "Jakarta, 2025 Meterai Rp10.000"
    assert could_answer(line, "Berapa nilai materai pada surat pernyataan?")
    assert not could_answer(line, "Berapa gaji direksi?")
    assert could_answer(f"Surat bermeterai {'dibuat rangkap dua ' * 6}", "Surat dibuat rangkap berapa?")


def test_a_heading_in_capitals_tells_a_name_and_no_way() -> None:
    heading = "PERCEPATAN PENANGANAN VIRUS COVID-19"
    assert could_answer(heading, "Apa nama gugus tugasnya?")
    assert not could_answer(heading, "Alat pelindung apa saja yang dipakai di pasar?")
    assert could_answer("MASKER WAJIB DIPAKAI.", "Alat pelindung apa saja yang dipakai di pasar?")
    assert could_answer("3 | MASKER | BAIK", "Alat pelindung apa saja yang dipakai di pasar?")


@pytest.mark.parametrize(
    "text", ["1. FOTOKOPI KTP PEMOHON", "- SURAT PERMOHONAN KEPADA LURAH", "A. SALINAN AKTA TANAH"]
)
def test_items_in_capitals_are_no_headings(text: str) -> None:
    assert could_answer(text, "Apa saja syaratnya?")


@pytest.mark.parametrize("text", ["NOMOR SOP 041/SOP/CONTOH/2025", "PENANGGUNG JAWAB: KEPALA DINAS CONTOH"])
def test_fields_in_capitals_are_no_headings(text: str) -> None:
    assert could_answer(text, "keterangan sop keberatan")


@pytest.mark.parametrize(
    "text", ["Persyaratan Proteksi\nPasal 15", "Bagian Ketiga\nPersyaratan Umum\nPasal 15A", "Pasal 7"]
)
def test_the_heading_of_an_article_tells_where_something_stands_and_no_more(text: str) -> None:
    assert not could_answer(text, "Apa saja persyaratan proteksi?")
    assert could_answer(text, "Persyaratan proteksi ada di pasal berapa?")
    assert could_answer(f"{text}\nPersyaratan terdiri atas izin dan alat.", "Apa saja persyaratan proteksi?")


BASES = "Dasar Hukum:\n1. Undang-Undang Nomor 13 Tahun 2003 tentang\nKerja\n2. Peraturan Presiden Nomor 16 Tahun 2018"


@pytest.mark.parametrize("question", ["dasar hukum SOP PJLP", "Peraturan apa yang diacu?", "diatur di pasal berapa"])
def test_a_list_of_rules_answers_what_a_paper_rests_on(question: str) -> None:
    assert could_answer(BASES, question)


@pytest.mark.parametrize(
    "text", [BASES, BASES.replace("Dasar Hukum:", "II. Referensi Hukum"), f"MENGINGAT :{BASES[12:]}"]
)
def test_and_nothing_else(text: str) -> None:
    assert not could_answer(text, "apa itu PJLP")


def test_a_column_beside_the_rules_may_answer() -> None:
    assert could_answer(f"{BASES}\n3. Memahami tata naskah dinas", "syarat pelaksana")
