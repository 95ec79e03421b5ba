"""Who holds an office is told by a name, and who has a role in a team by a name or a post."""

import pytest

from search.kinds.holders import lacks_holder, tells_holder


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("Siapa bendahara penerimaan badan?", "(2) Bendahara Penerimaan bertugas: a. menerima setoran"),
        ("siapa ketua forum anak", "a. ketua; b. sekretaris; dan c. anggota"),
        ("siapa kurator komunitas", "Komunitas membahas 46 KAK bersama kepala seksi dari sembilan SKPD."),
        ("jabatan apa yang menjadi kurator komunitas", "Komunitas membahas 46 KAK bersama kepala seksi."),
        ("siapa ketua tim gugus tugas", "Terdiri dari: a. Ketua;\nb. Sekretaris; c. Bendahara; dan d. Kepala Seksi."),
        ("Siapa kepala desa Sukamaju?", "menginap di rumah kepala desa"),
        ("siapa nama kepala dinas", "Disahkan oleh Kepala Dinas Lingkungan Hidup"),
        ("Siapa wali kota?", "Wali Kota adalah kepala daerah"),
        ("Siapa Menteri itu?", "DENGAN RAHMAT TUHAN YANG MAHA ESA\nMENTERI NEGARA,"),
        ("siapa sekretaris camat", "Sekcam adalah tangan kanan camat"),
        ("siapa nama moderator rapat", "Moderator | Kepala Seksi Operasi"),
        ("siapa saja juri lomba", f"Hadiah: tropi bupati, {'dan uang ' * 12}. Keputusan juri mutlak."),
        ("siapa saja juri lomba", "Keputusan dewan juri tidak dapat diganggu gugat."),
        ("siapa pejabat yang mengesahkan SOP?", "Informasi dilaporkan dengan menghubungi kantor."),
        ("siapa narahubung panitia", "Panitia mengeluarkan pedoman."),
    ],
)
def test_a_text_that_names_nobody_tells_no_holder(question: str, piece: str) -> None:
    assert lacks_holder(question, piece)


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("Siapa wali kota?", "WALI KOTA CONTOH,\nttd\nBUDI SANTOSO"),
        ("siapa kepala bidang arsip", "Kepala Bidang Arsip: Drs. Contoh Hidayat"),
        ("siapa menteri yang menandatangani", "MENTERI NEGARA,\nttd.\nKASMANTO ABNURI"),
        ("siapa moderator rapat", "Moderator | Kepala Seksi Operasi"),
        ("siapa ketua tim", "a. Ketua: Kepala Bidang Aset; b. Sekretaris: Kepala Seksi Umum;"),
        ("siapa saja juri lomba", "14. Dewan Juri 3 orang terdiri dari akademisi, budayawan, dan panitia."),
        ("siapa kurator komunitas", "4 Kurator Pengelola Pengadaan Ahli Madya"),
        ("siapa kepala dinas", "Kepala Dinas, Wulandari Contoh, S.Sos"),
        ("siapa yang menyetujui permohonan", "Kepala bidang menyetujui."),
        ("siapa kepala yang menyetujui permohonan", "Kepala bidang menyetujui."),
        ("siapa pejabat yang menetapkan penghapusan?", "Gubernur menetapkan penghapusan."),
        ("siapa pejabat yang menyusun HPS?", "HPS disusun Pejabat Pembuat Komitmen."),
        ("siapa pejabat yang menyimpan barang?", "Disimpan oleh kuasa pengguna barang."),
        ("kapan ketua dipilih", "Ketua dipilih tiap tahun"),
    ],
)
def test_a_name_a_post_or_another_question_is_enough(question: str, piece: str) -> None:
    assert not lacks_holder(question, piece)


def test_a_text_with_the_role_and_a_name_tells_the_holder() -> None:
    assert tells_holder("siapa camat contoh", "Camat | Drs. Contoh Hidayat")
    assert tells_holder("siapa ketua berkemah", "6 | Berkemah | Ketua | Ust Zorbin")
    assert tells_holder("siapa saja juri lomba", "14. Dewan Juri 3 orang terdiri dari akademisi dan panitia.")
    assert not tells_holder("siapa camat contoh", "Lurah | Drs. Contoh Hidayat")
    assert not tells_holder("siapa camat contoh", "Camat memimpin kecamatan.")
    assert not tells_holder("siapa yang menandatangani", "Camat | Drs. Contoh Hidayat")
