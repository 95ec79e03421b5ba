"""How questions are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.understanding.glossary import Glossary, load, stems
from search.understanding.understand import LONGEST, QuestionError, Understood, understand


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load()


def clauses(question: Understood) -> dict[tuple[str, ...], float]:
    return {clause.terms: clause.weight for group in question.groups for clause in group}


def asked_with(question: Understood, words: str) -> bool:
    """Whether all words of a wording, save its stop words, are a clause."""
    return any(set(terms) <= set(stems(words)) and len(terms) > 1 for terms in clauses(question))


def test_an_abbreviation_is_also_asked_by_its_long_form(glossary: Glossary) -> None:
    question = understand("struktur KAK", glossary)
    assert ("kak",) in clauses(question)
    assert asked_with(question, "kerangka acuan kerja")
    assert any(e.source == "KAK" and e.target == "Kerangka Acuan Kerja" for e in question.expansions)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("kegiatan 12 Aprıl 2024", "kegiatan 12 April 2024"), ("5 mİliar ſampai 6 mıliar", "5 mIliar sampai 6 miliar")],
)
def test_letters_that_only_look_like_others_are_those(glossary: Glossary, typed: str, read: str) -> None:
    assert understand(typed, glossary).text == read


def test_a_long_form_is_also_asked_by_its_abbreviation(glossary: Glossary) -> None:
    assert ("kak",) in clauses(understand("struktur kerangka acuan kerja", glossary))


@pytest.mark.parametrize(
    ("typed", "other"),
    [("TOR", "kak"), ("protap", "sop"), ("tender", "lelang"), ("sertipikat", "sertifikat"), ("deadline", "tenggat")],
)
def test_synonyms_spellings_and_english_words_are_added(glossary: Glossary, typed: str, other: str) -> None:
    assert stems(other) in clauses(understand(f"{typed} gedung", glossary))


def test_above_is_no_superior(glossary: Glossary) -> None:
    assert stems("pimpinan") in clauses(understand("izin atasan", glossary))
    assert stems("pimpinan") not in clauses(understand("nilai di atas 500 juta", glossary))


def test_a_short_form_in_capitals_is_no_stop_word(glossary: Glossary) -> None:
    assert stems("Surat Edaran") in clauses(understand("SE gubernur", glossary))
    assert stems("Surat Edaran") not in clauses(understand("se gubernur", glossary))
    assert stems("Surat Edaran") not in clauses(understand("SE-JAKARTA RAPAT", glossary))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("SOP th. 2022", "SOP tahun 2022"),
        ("perda no. 5 thn. 2014", "perda nomor 5 tahun 2014"),
        ("surat2 yg msh berlaku", "surat-surat yang masih berlaku"),
        ("dokumen2nya", "dokumen-dokumennya"),
        ("kos2an", "kos-kosan"),
        ("ttdnya siapa", "tanda tangannya siapa"),
        ("tahap2 pencairan", "tahap2 pencairan"),
        ("undang undang desa", "undang-undang desa"),
        ("no.5 lt.6", "nomor 5 lantai 6"),
        ("rapat 2x sebulan", "rapat 2x sebulan"),
        ("setiap th. Kapan?", "setiap tahun. Kapan?"),
    ],
)
def test_short_forms_with_a_point_or_a_two_are_written_out(glossary: Glossary, typed: str, read: str) -> None:
    assert understand(typed, glossary).text == read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("RSUD", "rumah sakit umum daerah"),
        ("rumah sakit umum daerah", "RSUD"),
        ("LHP BPK", "laporan hasil pemeriksaan"),
        ("tugas kabid", "kepala bidang"),
        ("asset disposal", "penghapusan"),
        ("late payment penalties", "denda"),
        ("permits", "izin"),
        ("property taxes", "pajak bumi bangunan"),
    ],
)
def test_short_forms_and_english_words_of_offices_are_known(glossary: Glossary, typed: str, meant: str) -> None:
    assert stems(meant) in clauses(understand(typed, glossary))


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        ("undang-undang", "UU", "undangan rapat"),
        ("undang undang", "UU", "diundangkan"),
        ("lelang", "tender", "kelelangan"),
        ("berkasnya", "dokumen", "pemberkasan"),
        ("biaya", "tarif", "pembiayaan"),
        ("Jabar", "Jawa Barat", "penjabaran"),
        ("surat tugas", "Surtug", "surat penugasan"),
        ("gedung-gedung", "bangunan", "menggedung"),
    ],
)
def test_only_the_wording_itself_has_other_wordings(glossary: Glossary, typed: str, meant: str, other: str) -> None:
    assert stems(meant) in clauses(understand(typed, glossary))
    assert stems(meant) not in clauses(understand(other, glossary))


def test_all_words_of_a_stem_have_its_other_spelling(glossary: Glossary) -> None:
    assert stems("prosentase") in clauses(understand("persentasenya", glossary))
    assert stems("kordinasi") in clauses(understand("dikoordinasikan", glossary))


@pytest.mark.parametrize("typed", ["PP 12/2019", "PP nomor 12 tahun 2019", "isi PP No. 12 Thn 2019"])
def test_a_short_form_that_cites_a_rule_means_it(glossary: Glossary, typed: str) -> None:
    meant = clauses(understand(typed, glossary))
    assert stems("Peraturan Pemerintah") in meant
    assert stems("Pejabat Pengadaan") not in meant


def test_english_words_that_ask_say_nothing(glossary: Glossary) -> None:
    assert {("how",), ("should",), ("my",)}.isdisjoint(clauses(understand("how should I extend my permit", glossary)))


def test_an_expansion_weighs_less_than_what_was_typed(glossary: Glossary) -> None:
    question = understand("TOR kegiatan", glossary)
    assert all(group[0].weight == 1.0 > clause.weight for group in question.groups for clause in group[1:])


def test_talk_becomes_standard_indonesian(glossary: Glossary) -> None:
    question = understand("siapa yg berwenang ngesahin SOP di UPT?", glossary)
    assert question.text == "siapa yang berwenang mengesahkan SOP di UPT?"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cara minjem mobil", "cara meminjam mobil"),
        ("kapan dibalikin", "kapan dikembalikan"),
        ("simpen di mana", "simpan di mana"),
    ],
)
def test_spoken_verbs_become_those_that_are_written(glossary: Glossary, typed: str, meant: str) -> None:
    assert understand(typed, glossary).text == meant


@pytest.mark.parametrize("name", ["Bener Meriah", "I Gede Contoh"])
def test_words_of_names_are_no_talk(glossary: Glossary, name: str) -> None:
    assert understand(f"alamat kantor {name}", glossary).text.endswith(name)


def test_abbreviations_in_capitals_are_no_talk(glossary: Glossary) -> None:
    assert understand("format ND dan SPM HR", glossary).text == "format ND dan SPM HR"


def test_question_and_stop_words_are_not_searched(glossary: Glossary) -> None:
    words = {term for terms in clauses(understand("apa saja yang harus disiapkan dong", glossary)) for term in terms}
    assert not words & {"apa", "saja", "yang", "dong"}


def test_a_question_of_stop_words_only_is_searched_as_it_is(glossary: Glossary) -> None:
    assert understand("apa itu?", glossary).groups


@pytest.mark.parametrize("asked", ["PL itu apa?", "SKPD", "apa itu skpd"])
def test_an_ambiguous_form_alone_has_its_readings(glossary: Glossary, asked: str) -> None:
    assert len(understand(asked, glossary).readings) == 2


def test_words_beside_an_ambiguous_form_choose_its_reading(glossary: Glossary) -> None:
    question = understand("SKPD pajak yang kurang bayar", glossary)
    assert question.readings == ()
    targets = [e.target for e in question.expansions]
    assert "Surat Ketetapan Pajak Daerah" in targets
    assert "Satuan Kerja Perangkat Daerah" not in targets


def test_identifiers_are_asked_whole(glossary: Glossary) -> None:
    assert understand("isi Permendagri No. 19 Tahun 2016", glossary).exact == ("permendagri-19-2016",)
    assert understand("1.3.2.05.01.05.043", glossary).exact == ("1.3.2.05.01.05.043",)


@pytest.mark.parametrize(
    "asked",
    [
        "NIK dan no hp pak kabid aset berapa?",
        "TPP saya bulan ini kok kurang?",
        "berapa tunggakan PBB atas nama Budi Santoso NOP 31.71...?",
        "minta alamat rumah bu camat",
    ],
)
def test_personal_data_of_somebody_is_recognised(glossary: Glossary, asked: str) -> None:
    assert understand(asked, glossary).personal


@pytest.mark.parametrize(
    "asked",
    ["Apa itu NIK?", "nomor telepon layanan PPID", "berapa digit NIP", "syarat validasi NIK untuk pembebasan PBB"],
)
def test_a_question_about_a_kind_of_data_is_not_personal(glossary: Glossary, asked: str) -> None:
    assert not understand(asked, glossary).personal


@pytest.mark.parametrize("empty", ["", "  ", "?!", "\n"])
def test_an_empty_question_is_refused_with_what_to_do(glossary: Glossary, empty: str) -> None:
    with pytest.raises(QuestionError, match="Ketik pertanyaan"):
        understand(empty, glossary)


def test_a_question_of_120_kb_is_cut_at_a_word_and_says_so(glossary: Glossary) -> None:
    question = understand("arsip " * 20000, glossary)
    assert question.cut
    assert len(question.text) <= LONGEST
    assert question.text.endswith("arsip")


@settings(max_examples=50)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        question = understand(text, load())
    except QuestionError:
        assert not any(char.isalnum() for char in text)
    else:
        assert all(clause.terms for group in question.groups for clause in group)


def test_what_is_added_to_a_word_can_be_switched_off(glossary: Glossary) -> None:
    question = understand("struktur KAK yg diperlukan", glossary, ["kak", "yg"])
    assert question.expansions == ()
    assert question.text == "struktur KAK yg diperlukan"


def test_all_that_is_added_and_filtered_can_be_switched_off(glossary: Glossary) -> None:
    question = understand("SOP Dinkes tahun 2024 utk PL", glossary, ["semua"])
    assert (question.expansions, question.filters, question.readings) == ((), (), ())


def test_one_filter_can_be_switched_off(glossary: Glossary) -> None:
    question = understand("SOP Dinkes tahun 2024", glossary, ["year"])
    assert [found.name for found in question.filters] == ["kind", "unit"]


@pytest.mark.parametrize(
    ("typed", "rule"),
    [("UU 14 2008", "uu-14-2008"), ("pp no 35 2023", "pp-35-2023"), ("perpres 16 2018", "perpres-16-2018")],
)
def test_a_rules_number_and_year_may_stand_side_by_side(glossary: Glossary, typed: str, rule: str) -> None:
    asked = understand(f"isi {typed}", glossary)
    assert asked.exact == (rule,)
    (shown,) = (one for one in asked.expansions if one.kind == "peraturan")
    assert understand(f"isi {typed}", glossary, [shown.source.casefold()]).exact == ()


def test_a_school_or_budget_year_is_no_rule(glossary: Glossary) -> None:
    added = understand("santri tahun pelajaran 2026/2027", glossary).expansions
    assert not [one for one in added if "Nomor" in one.target]
