"""What of a page can be quoted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.answering.line_shapes import is_row_of_figures
from search.answering.quotable import quotable
from search.answering.sentences import LONGEST


def pieces(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotable(text)]


def test_a_sentence_runs_over_the_pages_line_breaks() -> None:
    text = "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian\nkendaraan. Lalu dicatat."
    assert pieces(text) == [
        "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian\nkendaraan.",
        "Lalu dicatat.",
    ]


def test_a_narrow_column_does_not_part_a_number_from_its_words() -> None:
    late = "Penyelenggara wajib menjawab paling lambat\n14 (empat belas) hari sejak diterima."
    least = "Lembaga menjaga rasio paling kurang 3%\n(tiga persen)."
    item = "b. paling tinggi 5% dari modal untuk\n1 (satu) orang."
    assert pieces(late) == [late]
    assert pieces(least) == [least]
    assert pieces(item) == [item]


LAW = """Pasal 13
(1) Lembaga yang wilayah usahanya kecamatan
Gambir dikenai denda paling banyak sebesar
Rp20.000,00 (dua puluh ribu rupiah) sehari.
(2) Denda sebagaimana dimaksud dalam Pasal 12
ayat (1) huruf b disetorkan lembaga kepada
Kantor Kas Daerah.
(3) Ketentuan pada ayat
(2) berlaku juga bagi cabang."""


def test_a_sentence_runs_over_the_full_lines_of_a_narrow_column() -> None:
    for start, end in (("(1)", "sehari."), ("(2) Denda", "Kantor Kas Daerah."), ("(3)", "bagi cabang.")):
        assert LAW[LAW.index(start) : LAW.index(end) + len(end)] in pieces(LAW)


def test_narrow_labels_and_tables_do_not_run_on() -> None:
    labels = "Nama Aplikasi Penjualan Air\nBerbasis Web Tanpa Biaya\nPelanggan Lama Dan Baru"
    rows = "8 Penyakit sistem saluran pernafasan\n9 Gangguan sistem pencernaan"
    assert set(labels.split("\n")) <= set(pieces(labels))
    assert set(rows.split("\n")) <= set(pieces(rows))


def test_no_line_ends_with_a_word_that_leads_on_or_with_what_an_amount_begins_with() -> None:
    for text in ("Belanja seluruhnya adalah\nRp10.352.612 setahun.", "Belanja sebesar Rp.\n9.281.094 setahun."):
        assert pieces(text) == [text]
    for text in ("Dasar hukumnya Pasal 18 UUD\n1945 dan UU 23/2014.", "Berlaku sejak Tahun\n2014 seterusnya."):
        assert pieces(text) == [text]


def test_the_end_of_a_sentence_that_is_too_long_is_a_piece_of_its_own() -> None:
    head = "Dalam hal polis diperpanjang, " + "pengusaha instalasi wajib menyampaikan salinannya kepada badan " * 6
    tail = "yang diterima lengkap, paling lama 7 (tujuh) hari kerja setelah polis asli diterima oleh pengusaha."
    end = max((piece for piece in pieces(head + tail) if piece.endswith(tail)), key=len)
    assert LONGEST * 0.9 < len(end) <= LONGEST
    assert (head + tail)[: -len(end)].endswith(" ")


def test_the_end_of_a_long_row_is_a_piece_with_its_last_cells() -> None:
    row = " | ".join(["4", "Petugas membuat radiogram dan memetakan area bencana " * 9, "30 menit", "Radiogram"])
    ends = [piece for piece in pieces(row) if piece.endswith("| 30 menit | Radiogram")]
    assert LONGEST * 0.9 < max(map(len, ends)) <= LONGEST


def test_a_sentence_that_fits_has_no_further_end() -> None:
    text = "Peminjam mengajukan nota dinas, paling lambat tiga hari kerja sebelumnya, kepada pengurus barang."
    assert pieces(text) == [text]


def test_the_names_of_columns_do_not_run_on_into_the_first_row() -> None:
    head, row = "Letak | Tanggal | Nomor", "1.3.3.1 | Gedung | 1975"
    assert pieces(f"{head}\n{row}") == [head, row]


def test_a_number_that_begins_a_row_or_an_item_begins_a_piece() -> None:
    assert {"1 Laptop", "2 Meja"} <= set(pieces("Rincian biaya\n1 Laptop\n2 Meja"))


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    text = "Sesuai Peraturan No. 19 tentang Barang dan surat a.n. Kepala Dinas, harganya Rp1.250.000 per unit."
    assert pieces(text) == [text]


def test_abbreviations_of_addresses_and_ranks_end_no_sentence() -> None:
    route = "Rute melalui Jln. Contoh, Gg. Melati, RT. 02 RW. 03, lalu Finish di Gd. Adipura."
    signer = "Ditandatangani oleh Contoh Lestari, Pembina Tk. I dan Subbag. Umum."
    assert pieces(route) == [route]
    assert pieces(signer) == [signer]


def test_a_line_that_ends_with_the_form_of_a_firm_or_a_title_runs_on_to_the_name() -> None:
    for text in ("b Pelatihan jurnalistik\nsantri CV.\nContoh Jaya", "Narasumber: Prof.\nContoh Lestari"):
        assert any(piece.endswith(text[-20:]) for piece in pieces(text))


def test_a_floor_or_a_district_ends_no_sentence() -> None:
    text = "Rekapitulasi PC Unit di Ruang Rapat Lt. 6 Kel. Gambir: 8 unit baik."
    assert pieces(text) == [text]


def test_the_rows_of_a_sheet_are_pieces_of_their_own_however_few_figures_they_hold() -> None:
    rows = [f"{n} | Kursi Rapat | Contoh Office | Standar | Sandaran longgar; dijadwalkan perbaikan" for n in (12, 13)]
    assert pieces("\n".join(rows)) == rows


def test_a_subtotal_does_not_lead_in_what_follows() -> None:
    assert pieces("Jumlah harga | 187950\nDaftar ini ditutup.") == ["Jumlah harga | 187950", "Daftar ini ditutup."]


def test_list_items_are_pieces_of_their_own() -> None:
    found = pieces("Syaratnya:\na. nota dinas;\nb. surat izin; dan\nc. berita acara.")
    assert {"a. nota dinas;", "b. surat izin; dan", "c. berita acara."} <= set(found)


def test_a_lead_in_is_also_given_with_its_list_and_no_further() -> None:
    text = "Dokumen yang disiapkan sebagai berikut:\na. nota dinas;\nb. berita acara.\nBagian lain dimulai di sini."
    assert "Dokumen yang disiapkan sebagai berikut:\na. nota dinas;\nb. berita acara." in pieces(text)


def test_a_heading_is_also_given_with_what_follows() -> None:
    assert "Jangka Waktu\nPekerjaan selesai dalam 120 hari kalender." in pieces(
        "Jangka Waktu\nPekerjaan selesai dalam 120 hari kalender."
    )


@pytest.mark.parametrize("heading", ["Dasar Hukum", "B. Syarat", "II. REFERENSI HUKUM", "BAB II DASAR HUKUM"])
def test_a_heading_is_also_given_with_the_whole_list_below_it(heading: str) -> None:
    items = "1. Undang-Undang Nomor 28 Tahun 2002.\n2. Peraturan Pemerintah Nomor 16 Tahun 2021."
    text = f"{heading}\n{items}\nC. Berkas\na. Surat permohonan."
    assert f"{heading}\n{items}" in pieces(text)
    assert "C. Berkas\na. Surat permohonan." in pieces(text)


def test_a_numbered_heading_is_also_given_with_the_bare_lines_below_it() -> None:
    text = "B. Ruang Lingkup\nPenerimaan dana\nPengeluaran dana\nPelaporan\nC. Alur\nKepala ke bendahara"
    assert "B. Ruang Lingkup\nPenerimaan dana\nPengeluaran dana\nPelaporan" in pieces(text)


def test_sentences_below_a_numbered_heading_are_pieces_of_their_own() -> None:
    text = "2. Surat Keluar\nMenyusun surat.\nMeminta persetujuan kepala.\n3. Arsip\nMenyimpan berkas."
    assert "2. Surat Keluar\nMenyusun surat.\nMeminta persetujuan kepala." not in pieces(text)
    assert "Meminta persetujuan kepala." in pieces(text)


def test_a_numbered_heading_is_also_given_with_the_sentence_below_it() -> None:
    assert "3. SASARAN\nPeserta didik kelas akhir." in pieces("3. SASARAN\nPeserta didik kelas akhir.\n4. LOKASI")


def test_an_item_does_not_lead_in_the_next_one() -> None:
    items = ["1. Komputer", "2. Jaringan internet", "3. Alat tulis"]
    assert pieces("\n".join(items)) == items


def test_a_question_is_also_given_with_its_answer() -> None:
    text = "Berapa lama sewa berlaku?\nSewa berlaku paling lama lima tahun."
    assert text in pieces(text)


def test_lines_of_a_table_stay_apart() -> None:
    text = "1 PC Unit 2017 Baik 1 5.900.000,00\n2 Laptop 2018 Baik 2 15.900.000,00"
    assert set(text.split("\n")) <= set(pieces(text))


@given(st.text(alphabet=st.sampled_from("ab Cd1.;:?,-\n•()"), max_size=1500))
def test_every_piece_is_a_trimmed_range_of_at_most_400(text: str) -> None:
    for start, end in quotable(text):
        assert 0 <= start < end <= len(text)
        assert end - start <= LONGEST
        assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ia berkata “Arsip disimpan.” Lalu ia pergi.", "Ia berkata “Arsip disimpan.”"),
        ("Lihat (lampiran satu.) Berkas dikirim.", "Lihat (lampiran satu.)"),
        (";) 1", ";)"),
    ],
)
def test_what_closes_a_sentence_belongs_to_it(text: str, sentence: str) -> None:
    assert sentence in [text[span.start : span.end] for span in quotable(text)]


@given(st.text(alphabet=st.sampled_from("ab Cd1.;:?,-\n•()"), max_size=600))
def test_no_word_is_lost(text: str) -> None:
    covered = {place for span in quotable(text) for place in range(span.start, span.end)}
    lines = re.finditer(r".*[^\W_].*", text)  # a line of signs alone may be a drawn one
    said = [place for line in lines for place in range(*line.span()) if not text[place].isspace()]
    assert covered.issuperset(said)


def test_a_ruled_line_parts_what_stands_above_it_from_what_stands_below() -> None:
    text = (
        "BADAN PENGEMBANGAN SUMBER DAYA MANUSIA\nJalan Contoh Diklat Nomor 1, Jakarta – Telepon (021) 0000-1101\n"
        "____________________________\nTEMPLAT ASET PENGETAHUAN\nBerlaku sejak September 2025."
    )
    found = [text[span.start : span.end] for span in quotable(text)]
    assert "TEMPLAT ASET PENGETAHUAN" in found
    assert "Jalan Contoh Diklat Nomor 1, Jakarta – Telepon (021) 0000-1101" in found
    assert not [piece for piece in found if "___" in piece]


def test_numbered_rows_that_end_with_figures_are_pieces_of_their_own() -> None:
    places = ["28 Kampung Contoh KOTO - 0 0", "29 Kampung Contoh Selatan Jaya KOTO - 5.712 0"]
    assert pieces("\n".join(places)) == places
    goods = ["57 Tangga lokal pembelian 2017 kondisi Baik 1 3.240.000,00", "58 Kursi rapat besi kondisi Baik 1 2"]
    assert pieces("\n".join(goods)) == goods


def test_prose_that_begins_with_a_number_runs_on() -> None:
    text = (
        "Setiap paket pekerjaan konsultansi di lingkungan dinas paling sedikit memiliki\n"
        "2 tenaga ahli dan 3 tenaga pendukung yang bekerja penuh selama tahun anggaran 2025\n"
        "dan dilaporkan setiap bulan."
    )
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "b Biaya Umum 500.000 495.000 99,00% 5.000",
        "01 Honorarium Panitia Kegiatan 9.060.000,00 9.060.000,00 0,00 100,00",
        "32 Palaluar KOTO VII - 3.170 0",
        "28 Kampung Contoh KOTO - 0 0",
        "1.3.4.1 | Jalan Desa | 0413010301 | 1 | Permanen | 1 | 1 | 1997 | APBD II | 267840000",
    ],
)
def test_a_row_of_figures_has_few_words(text: str) -> None:
    assert is_row_of_figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Senin - Kamis: 08:00 - 16:00 WIB",
        "1 Juni – 31 Juli 2025 | 7,5%",
        "Tanggal Pembuatan 11-03-2019\nTanggal Revisi 12-03-2021",
        "Rp 1.000/lembar: salinan\nRp 10.000: cakram",
        "4 | Malam | 20.00 – 22.30",
        "Denda Rp5.000.000 sampai Rp10.000.000 dikenakan kepada badan usaha yang melanggar Pasal 12 ayat (3).",
    ],
)
def test_times_days_prices_of_things_and_sentences_are_no_rows_of_figures(text: str) -> None:
    assert not is_row_of_figures(text)


def test_the_columns_of_a_table_of_numbered_rows_are_no_heading_of_its_first_row() -> None:
    head = "No Nama Kampung Wilayah Penduduk\n20 Kampung Panjang KAMANG"
    page = f"{head}\nBARU - 1.600 0\n21 Kampung Contoh KOTO - 5.712 0"
    assert head not in pieces(page)
    assert "21 Kampung Contoh KOTO - 5.712 0" in pieces(page)
    assert "Kebutuhan petugas\n12 orang pada setiap pos" in pieces("Kebutuhan petugas\n12 orang pada setiap pos")


BOXES = (
    "Dasar Hukum:\n1. Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan dan turunannya\n"
    "2. Peraturan Gubernur tentang Penyedia Jasa Lainnya Perorangan yang berlaku\n"
    "Kualifikasi Pelaksana:\n1. Memahami kontrak\n2. Teliti"
)


def test_the_heading_of_a_section_ends_the_list_above_it() -> None:
    given = [BOXES[start:end] for start, end in quotable(BOXES)]
    assert BOXES[: BOXES.index("\nKualifikasi")] in given
    assert BOXES[BOXES.index("Kualifikasi") :] in given
    assert not any("Dasar Hukum" in piece and "Kualifikasi" in piece for piece in given)


def test_a_list_that_begins_again_is_another() -> None:
    text = "Syarat:\n1. KTP;\n2. SPOP;\n1. Loket menerima;\n2. Loket memeriksa."
    given = [text[start:end] for start, end in quotable(text)]
    assert "Syarat:\n1. KTP;\n2. SPOP;" in given
    assert not any("KTP" in piece and "Loket" in piece for piece in given)


def test_bullets_are_one_list() -> None:
    text = "Syarat:\n- KTP\n- SPOP\n- Bukti bayar"
    assert (0, len(text)) in quotable(text)


def test_a_row_of_a_numbered_table_does_not_lead_to_the_next() -> None:
    text = "No Peran Jabatan\n1 Pengarah Kepala Dinas\n2 Ketua Sekretaris Dinas\n3 Moderator Kepala Bidang"
    given = [text[start:end] for start, end in quotable(text)]
    assert {"1 Pengarah Kepala Dinas", "2 Ketua Sekretaris Dinas"} <= set(given)
    assert not any("Peran" in piece and "Pengarah" in piece for piece in given)
    assert not any("Ketua" in piece and "Moderator" in piece for piece in given)


def test_a_numbered_heading_leads_to_what_is_no_row_after_it() -> None:
    text = "2 Sasaran\nSemua pegawai dinas memahami tata naskah."
    assert (0, len(text)) in quotable(text)


def test_what_only_introduces_the_next_list_is_left_behind() -> None:
    text = "Pasal 14\n(1) Forum dibentuk.\n(2) Forum dikoordinasi dinas.\n(3) Fungsinya sebagai berikut:\n1. Wadah."
    given = [text[start:end] for start, end in quotable(text)]
    assert "Pasal 14\n(1) Forum dibentuk.\n(2) Forum dikoordinasi dinas." in given
    assert "(3) Fungsinya sebagai berikut:\n1. Wadah." in given


FAQ = "1. Perbaikan saluran?\nBoleh, bila darurat.\n2. Pembelian komputer?\nTidak, karena ada katalog."


def test_yes_and_no_are_quoted_with_their_own_question_alone() -> None:
    found = pieces(FAQ)
    assert "1. Perbaikan saluran?\nBoleh, bila darurat." in found
    assert not {"Boleh, bila darurat.", "Tidak, karena ada katalog."} & set(found)
    assert not any("saluran" in piece and "komputer" in piece for piece in found)


def test_an_answer_is_given_with_the_exception_behind_it() -> None:
    whole = "7. Bolehkah dibongkar?\nTidak boleh. Tunggu keputusan terbit. Dalam keadaan darurat boleh."
    assert whole in pieces(f"{whole}\n8. Siapa yang membongkar?\nPenyedia.")
    assert not any("Masalah" in piece and "darurat" in piece for piece in pieces(f"{whole}\nC. Masalah teknis"))


def test_an_answer_that_leads_in_a_list_is_given_with_it() -> None:
    text = "Bagaimana caranya?\nAda beberapa cara:\n1. Melalui pos.\n2. Datang sendiri.\nBerapa biayanya?\nGratis."
    assert "Bagaimana caranya?\nAda beberapa cara:\n1. Melalui pos.\n2. Datang sendiri." in pieces(text)


def test_an_option_that_the_key_rules_out_answers_nothing() -> None:
    text = "Gedung sekolah termasuk golongan...\nA. JPB 16\nB. JPB 15\nC. JPB 13\nJawaban: A\nSekolah termasuk JPB 16."
    found = set(pieces(text))
    assert "A. JPB 16" in found
    assert not {"B. JPB 15", "C. JPB 13"} & found


def test_a_question_of_choice_is_quoted_to_its_key_or_not_at_all() -> None:
    options = "A. 5%\nB. 10%\nC. 15%"
    asked = "Batas nilai yang masih dapat ditoleransi untuk indeks itu adalah..."
    found = pieces(f"27. Keseragaman diukur. {asked}\n{options}\nJawaban: C\nIndeks membatasi simpangan sampai 15%.")
    assert f"{asked}\n{options}\nJawaban: C" in found
    assert not any("B. 10%" in piece and "Jawaban" not in piece for piece in found)
    assert not any("B. 10%" in piece and asked in piece for piece in pieces(f"{asked}\n{options}"))


RIGHTS = "Hak Pemohon\nMendapat penjelasan tertulis\nMengajukan keberatan resmi\nApakah ada biaya?\nTidak ada."


def test_a_list_without_marks_is_given_below_its_heading_where_a_list_is_asked_for() -> None:
    whole = "Hak Pemohon\nMendapat penjelasan tertulis\nMengajukan keberatan resmi"
    assert whole in [RIGHTS[span.start : span.end] for span in quotable(RIGHTS, lists=True)]
    assert whole not in pieces(RIGHTS)


@pytest.mark.parametrize(
    "text",
    [
        "PEMERINTAH PROVINSI\nDinas Sosial Kota Lama\nJalan Merdeka Raya Barat",
        "Judul naskah\nNomor SOP 014 dinas\nTanggal pembuatan 12-03-2024",
    ],
)
def test_letterheads_and_labels_are_no_list(text: str) -> None:
    assert text not in [text[span.start : span.end] for span in quotable(text, lists=True)]


def test_a_pages_number_and_the_word_at_its_foot_are_no_part_of_a_sentence() -> None:
    assert pieces("- 19 -\nd. mendapat perlindungan;\ne. mengadukan . . .") == ["d. mendapat perlindungan;"]


def test_a_label_of_a_number_ends_no_sentence() -> None:
    assert pieces("Kepala NIP. 197212241998031002 NAMA SOP") == ["Kepala NIP. 197212241998031002 NAMA SOP"]


def test_the_columns_of_a_table_do_not_lead_in_its_first_row() -> None:
    text = "Dimensi Bobot\nD1 Kepemimpinan dan tata kelola 15%\nD2 Partisipasi anggota 20%"
    assert pieces(text) == text.split("\n")


def test_a_line_of_cells_does_not_run_on_into_the_next_sections_title() -> None:
    total = "Jumlah nilai perolehan kendaraan dinas Sudin Contoh tahun 2024: 8 unit | 1693900"
    assert total in pieces(f"{total}\nB.2 Sudin Contoh kendaraan sebelum tahun 2024")


def test_short_sentences_below_a_numbered_line_are_its_list_where_one_is_asked_for() -> None:
    steps = "1. Surat Masuk\nMenerima surat.\nMemberi nomor agenda."
    text = f"{steps}\n2. Surat Keluar\nMenyusun draf surat.\nMeminta persetujuan kepala."
    assert steps in [text[span.start : span.end] for span in quotable(text, lists=True)]
    assert steps not in pieces(text)


def test_a_heading_above_the_heading_of_a_section_leads_in_nothing() -> None:
    heading = "DOKUMEN CONTOH – bukan dokumen resmi\n1. Latar"
    assert heading not in pieces(f"{heading}\nKomunitas mengumpulkan 46 KAK sepanjang 2024.\n2. Isi\nDan seterusnya.")
    assert "Peralatan\n1. Komputer" in pieces("Peralatan\n1. Komputer\nPencatatan\n1. Buku agenda")
