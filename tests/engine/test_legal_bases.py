"""Rules that a paper cites: in one spelling, told apart by region, as legal bases, and which amends which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.citations import cited
from engine.legal_bases import MOST, Cited, legal_bases


def rules(text: str) -> list[str]:
    return [found.rule for found in cited(text)]


def links(text: str) -> list[tuple[str, str | None]]:
    return [(found.rule, found.amends) for found in legal_bases([text])]


def bases(*pages: str) -> list[str]:
    return [found.rule for found in legal_bases(pages) if found.basis]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016", "permendagri-19-2016"),
        ("Peraturan Menteri Dalam Negeri\nRepublik Indonesia Nomor 19\nTahun 2016", "permendagri-19-2016"),
        ("Permendagri No. 19/2016", "permendagri-19-2016"),
        ("Permendagri 19 Th. 2016", "permendagri-19-2016"),
        ("Permendagri Nemer 19 Tahnn 2OI6", "permendagri-19-2016"),
        ("UU No.14 Tahun 2008", "uu-14-2008"),
        ("Undang - Undang Republik Indonesia Nomor 14 Tahun 2008", "uu-14-2008"),
        ("Peraturan Gubernur Provinsi DKI Jakarta Nomor 24 Tahun 2012", "pergub-24-2012"),
        ("Peraturan Gubernur Provinsi Daerah Khusus Ibukota Jakarta Nomor 24 Tahun 2012", "pergub-24-2012"),
        ("Peraturan Presiden Nomor 16 Tahun 2018", "perpres-16-2018"),
        ("Keputusan Gubernur Nomor 1211 Tahun 2021", "kepgub-1211-2021"),
        ("Perda DKI Jakarta Nomor 1 Tahun 2024", "perda-1-2024"),
        ("Peraturan LKPP Nomor 12 Tahun 2021", "peraturan-lkpp-12-2021"),
        ("Peraturan Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah Nomor 12 Tahun 2021", "peraturan-lkpp-12-2021"),
        ("Peraturan Menteri PAN dan RB Nomor 35 Tahun 2012", "permenpanrb-35-2012"),
        ("PermenPAN-RB 35/2012", "permenpanrb-35-2012"),
        ("Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/21/M.PAN/11/2008", "permenpanrb-21-2008"),
        ("Peraturan Menteri Keuangan Nomor 226/PMK.01/2019", "pmk-226-2019"),
        ("Peraturan Menteri Kesehatan RI Nomor 44 Tahun 2016", "permenkes-44-2016"),
        ("Keputusan Menteri Kesehatan Nomor 44 Tahun 2016", "kepmenkes-44-2016"),
        ("Peraturan Lembaga Administrasi Negara Nomor 10 Tahun 2018", "peraturan-lan-10-2018"),
        ("Peraturan Daerah Kota Bandung Nomor 5 Tahun 2019", "perda-kota-bandung-5-2019"),
        ("Peraturan Gubernur Jawa Barat Nomor 24 Tahun 2012", "pergub-jawa-barat-24-2012"),
    ],
)
def test_a_rule_has_one_spelling(written: str, rule: str) -> None:
    text = f"Sesuai {written}, pemohon mengajukan surat."
    (found,) = cited(text)
    assert (found.rule, text[found.start : found.end]) == (rule, written)


@pytest.mark.parametrize(
    "text",
    [
        "Pada tanggal 12 Tahun 2020 rapat diadakan.",
        "Peraturan Menteri Sihir Nomor 7 Tahun 2019 berlaku.",
        "Nomor 014/SOP/BPSDM/2025",
        "Undang-Undang tentang keterbukaan informasi",
        "Tahun Anggaran 2025 sebesar 19/2016",
    ],
)
def test_what_names_no_known_rule_gives_none(text: str) -> None:
    assert rules(text) == []


def test_a_list_of_legal_bases_ends_where_the_paper_goes_on() -> None:
    text = (
        "Menimbang : bahwa Perpres 95 Tahun 2018 berlaku;\nMengingat :\n1. Undang-Undang Nomor 14 Tahun 2008;\n"
        "2. Permendagri 19/2016;\nMEMUTUSKAN:\nMenetapkan : Pergub 99 Tahun 2020.\nPasal 1\nsesuai UU 27/2022"
    )
    assert bases(text) == ["uu-14-2008", "permendagri-19-2016"]
    assert [found.rule for found in legal_bases([text]) if not found.basis] == [
        "perpres-95-2018",
        "pergub-99-2020",
        "uu-27-2022",
    ]


@pytest.mark.parametrize(
    "heading", ["Dasar Hukum:", "B. Dasar Hukum", "10 Referensi Hukum", "DASAR HUKUM | KUALIFIKASI"]
)
def test_a_list_of_legal_bases_is_found_by_its_heading(heading: str) -> None:
    assert bases(f"Pendahuluan\n{heading}\n1. Pergub 24/2012\n2. UU 14/2008\nMaksud dan Tujuan\nPP 27/2014") == [
        "pergub-24-2012",
        "uu-14-2008",
    ]


def test_a_list_of_legal_bases_goes_on_over_the_page() -> None:
    assert bases("Mengingat :\n1. UU 14/2008;", "2. PP 27/2014;\nMEMUTUSKAN\nUU 27/2022") == [
        "uu-14-2008",
        "pp-27-2014",
    ]


def test_the_word_mengingat_in_a_sentence_opens_no_list() -> None:
    assert bases("mengingat pentingnya arsip, sesuai UU 43 Tahun 2009") == []


@pytest.mark.parametrize(
    "words",
    [
        "sebagaimana telah diubah dengan",
        "sebagaimana telah beberapa kali diubah, terakhir dengan",
        "sebagaimana telah diubah beberapa kali terakhir dengan",
        "(Lembaran Negara Tahun 2014 Nomor 92; Tambahan Nomor 5533) yang telah diubah dengan",
        "s.t.d.d.",
        "jo.",
        "juncto",
    ],
)
def test_a_chain_names_what_amends_a_rule(words: str) -> None:
    text = f"PP 27 Tahun 2014 tentang Pengelolaan Barang Milik Daerah {words} PP 28 Tahun 2020."
    assert links(text) == [("pp-27-2014", None), ("pp-28-2020", "pp-27-2014")]


def test_a_chain_of_three_amends_its_first() -> None:
    text = "Perpres 16/2018 jo. Perpres 12/2021 jo. Perpres 46/2025"
    assert links(text) == [
        ("perpres-16-2018", None),
        ("perpres-12-2021", "perpres-16-2018"),
        ("perpres-46-2025", "perpres-16-2018"),
    ]


def test_a_title_says_what_a_rule_amends() -> None:
    text = "Perpres 12 Tahun 2021 tentang Perubahan Atas Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan"
    assert links(text) == [("perpres-12-2021", "perpres-16-2018"), ("perpres-16-2018", None)]


@pytest.mark.parametrize(
    "text",
    [
        "UU 1/2022 jo. PP 35/2023",  # read together: a government rule amends no law
        "1. PP 27/2014;\n2. sebagaimana telah diubah dengan PP 28/2020",
        "PP 27/2014 dan PP 28/2020",
    ],
)
def test_rules_that_only_stand_together_are_no_chain(text: str) -> None:
    assert {amends for _, amends in links(text)} == {None}


def test_a_register_of_rules_is_cut_off() -> None:
    assert len(legal_bases(["UU 14/2008; " * (MOST + 5)])) == MOST


PIECES = [
    "Mengingat :\n",
    "PP 27/2014",
    " jo. ",
    "UU No.14 Tahun 2OO8",
    ";\n2. ",
    "MEMUTUSKAN\n",
    " s.t.d.d. ",
    "Perda ",
    "é",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=4))
def test_every_place_lies_in_its_page_and_the_order_is_that_of_reading(pages: list[str]) -> None:
    found = legal_bases(pages)
    assert list(found) == sorted(found, key=lambda c: (c.page, c.start))
    assert all(isinstance(c, Cited) and 0 <= c.start < c.end <= len(pages[c.page]) for c in found)
    assert found == legal_bases(pages)
