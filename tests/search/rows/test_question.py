"""How a question is read: operation, measure, conditions, and what is left to name things and places."""

import pytest

from search.rows.asked import Asked
from search.rows.question import read


def asked(question: str) -> Asked:
    found = read(question)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("berapa unit PC di ruang rapat", "hitung"),
        ("ada berapa laptop BPSDM", "hitung"),
        ("jumlah kursi rapat BPSDM", "hitung"),
        ("total nilai tanah waduk", "jumlah"),
        ("jumlah harga laptop BPSDM", "jumlah"),
        ("berapa nilai tanah waduk", "jumlah"),
        ("berapa harga tanah waduk", "nilai"),
        ("berapa tanah waduk dan luasnya berapa", "jumlah"),
        ("berapa tanah waduk dan berapa luasnya", "jumlah"),
        ("ada berapa laptop BPSDM, total nilainya berapa", "jumlah"),
        ("jumlah laptop BPSDM beserta nilai perolehannya", "jumlah"),
        ("berapa unit dan nilai laptop BPSDM", "jumlah"),
        ("daftar laptop BPSDM, harga di atas 10 juta", "daftar"),
        ("berapa laptop BPSDM, harga di atas 10 juta", "hitung"),
        ("laptop BPSDM apa saja dan harganya", "nilai"),
        ("laptop BPSDM apa saja", "daftar"),
        ("tanah yang belum bersertifikat", "daftar"),
        ("bangunan dengan nilai di atas 500 juta", "daftar"),
        ("tanah dengan luas lebih dari 1000 m2", "daftar"),
    ],
)
def test_words_of_counting_summing_and_listing_are_told_apart(question: str, operation: str) -> None:
    assert asked(question).operation == operation


def test_every_word_is_a_condition_or_names_something() -> None:
    found = asked("berapa unit PC kondisi rusak berat di ruang rapat lt 6")
    assert [(c.column, c.values, c.words) for c in found.conditions] == [
        ("kondisi", ("rusak_berat",), "kondisi rusak berat")
    ]
    assert [(phrase.words, phrase.place) for phrase in found.phrases] == [
        (("pc",), False),
        (("ruang", "rapat", "lantai", "6"), True),
    ]


@pytest.mark.parametrize("words", ["yang tidak baik", "yang kondisinya selain baik", "bukan kondisi baik"])
def test_what_is_in_no_good_condition_is_in_any_other(words: str) -> None:
    (condition,) = asked(f"daftar laptop BPSDM {words}").conditions
    assert (condition.column, condition.values) == ("kondisi", ("kurang_baik,rusak_ringan,rusak_berat",))


def test_where_a_thing_came_from_and_what_is_largest_are_said_in_everyday_words_too() -> None:
    got = asked("tanah sekolah yang dapatnya dari hibah ada berapa")
    assert [phrase.words for phrase in got.phrases] == [("tanah", "sekolah"), ("hibah",)]
    widest = asked("kantor kecamatan mana yang tanahnya paling luas").peak
    assert widest and (widest.end, widest.columns[0]) == ("tertinggi", "luas")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("harga di atas 1,5 miliar", (">", "1500000000")),
        ("harga kurang dari Rp250.000.000", ("<", "250000000")),
        ("harga paling sedikit 100 jt", (">=", "100000000")),
        ("sebelum 2019", ("<", "2019")),
        ("sejak tahun 2020", (">=", "2020")),
        ("pembelian tahun 2021", ("=", "2021")),
    ],
)
def test_amounts_and_years_are_exact_in_all_their_spellings(words: str, told: tuple[str, str]) -> None:
    (condition,) = asked(f"berapa laptop {words}").conditions
    assert (condition.operator, condition.values[0]) == told


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("harga antara 100 juta dan 1,5 miliar", ("100000000", "1500000000")),
        ("harganya antara 100 sampai 300 jt", ("100000000", "300000000")),
        ("harga antara Rp1.500.000 - Rp2.500.000", ("1500000", "2500000")),
        ("antara 2018 dan 2020", ("2018", "2020")),
    ],
)
def test_what_lies_between_two_figures_may_be_either(words: str, ends: tuple[str, str]) -> None:
    least, most = asked(f"berapa laptop {words}").conditions
    assert (least.operator, most.operator) == (">=", "<=")
    assert (least.values[0], most.values[0]) == ends


@pytest.mark.parametrize("words", ["antara 5 dan 7", "harga antara 1.50.0 dan 3 juta", "luas antara 10 m2 dan 3 juta"])
def test_ends_that_are_not_told_surely_are_none(words: str) -> None:
    assert read(f"berapa laptop {words}") is None


@pytest.mark.parametrize(
    "question",
    [
        "berapa lama proses telaah surat masuk",
        "syarat usul penghapusan gedung apa saja",
        "siapa pengurus barang di ruang rapat",
        "berapa batas nilai pengadaan langsung",
        "kendaraan dinas",
        "berapa laptop di atas 5 tahun",
        "berapa laptop 2020 2021",
        "berapa laptop 2020 & 2021",
        "berapa laptop kondisi baik dan rusak berat",
        "berapa tanah yang bersertifikat dan belum bersertifikat",
        "berapa laptop dibeli 2020 dan dibeli 2021",
        "laptop BPSDM tahun berapa",
        "kondisi laptop BPSDM ada berapa",
        "berapa km laptop BPSDM",
    ],
)
def test_other_questions_are_none_for_rows(question: str) -> None:
    assert read(question) is None
