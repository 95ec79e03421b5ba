"""Differences and percentages of two figures."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer_of_two
from search.rows.told import figures_in_words
from search.rows.two_figures import Pair, differences
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
HEAD = ("No", "Nama Paket", "Pagu (Rp)", "Nilai Kontrak (Rp)", "Metode")
PACKAGES = [HEAD, (1, "Renovasi Gedung Lor", 500_000_000, 480_000_000, "Tender")]
PACKAGES = [
    *PACKAGES,
    (2, "Renovasi Gedung Kidul", 300_000_000, 310_000_000, "Tender"),
    (3, "Jasa Survei", 90_000_000, None, "PL"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "selisih pagu dan nilai kontrak paket Gedung Lor berapa?",
            [Pair("berapa pagu paket Gedung Lor", "berapa nilai kontrak paket Gedung Lor", alike=True)],
        ),
        (
            "berapa kenaikan nilai KIB B Kec. Lor dari 2023 ke 2024?",
            [Pair("berapa nilai KIB B Kec. Lor tahun 2024", "berapa nilai KIB B Kec. Lor tahun 2023", alike=False)],
        ),
        (
            "selisih total nilai KIB B tahun 2024 dengan tahun 2023 berapa rupiah?",
            [Pair("berapa total nilai KIB B tahun 2024", "berapa total nilai KIB B tahun 2023", alike=False)],
        ),
        ("berapa nilai kontrak paket A", []),
        ("harga laptop naik berapa", []),
    ],
)  # fmt: skip
def test_a_difference_is_two_questions(text: str, found: list[Pair]) -> None:
    told = [Pair(" ".join(one.first.split()), " ".join(one.second.split()), one.alike) for one in differences(text)]
    assert told[: len(found)] == found
    assert bool(told) is bool(found)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "selisih pagu dan nilai kontrak paket Renovasi Gedung Lor berapa?",
            ("selisih Rp20.000.000", "Rp500.000.000 dikurangi Rp480.000.000"),
        ),
        (
            "berapa selisih pagu dengan nilai kontrak Renovasi Gedung Kidul",
            ("selisih -Rp10.000.000", "Rp300.000.000 dikurangi Rp310.000.000"),
        ),
        (
            "selisih total pagu dan total nilai kontrak paket yang metodenya tender",
            ("selisih Rp10.000.000", "Rp800.000.000 dikurangi Rp790.000.000"),
        ),
        (
            "selisih nilai kontrak Renovasi Gedung Lor dengan Renovasi Gedung Kidul",
            ("selisih Rp170.000.000", "Rp480.000.000 dikurangi Rp310.000.000"),
        ),
    ],
)
def test_both_figures_stand_with_their_difference(
    catalog: Catalog, keep: Keep, question: str, said: tuple[str, ...]
) -> None:
    keep("paket.xlsx", {"Data": PACKAGES}, GIVEN)
    found = answer_of_two(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert figures_in_words(found.sure) == said
    assert found.sure.operation == "selisih"


@pytest.mark.parametrize(
    "question",
    [
        "selisih pagu dan nilai kontrak Jasa Survei",
        "selisih pagu dan nilai sewa Renovasi Gedung Lor",
        "selisih pagu dan nilai kontrak paket Pagar",
        "selisih tinggi Renovasi Gedung Lor dan Renovasi Gedung Kidul",
    ],
    ids=["one has no figure", "no such column", "no such thing", "no such measure"],
)
def test_there_is_no_difference_where_one_figure_is_not_sure(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("paket.xlsx", {"Data": PACKAGES}, GIVEN)
    assert answer_of_two(catalog, question, scope_of("internal")) is None


def test_a_change_is_that_of_two_editions(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Jumlah", "Harga (Rp)")
    sheets = {
        "2023": [head, (1, "Kursi", 1, 100), (2, "Meja", 1, 300)],
        "2024": [head, (1, "Kursi", 1, 150), (2, "Meja", 1, 300)],
    }
    keep("kib b.xlsx", sheets, replace(OPEN, kind="kib"), ["KARTU INVENTARIS BARANG (KIB) B"])
    found = answer_of_two(catalog, "nilai kursi naik berapa dari 2023 ke 2024", scope_of("internal"))
    assert found and found.sure
    assert (found.sure.sum, found.sure.difference_of) == ("50", ("150", "100"))
    assert len(found.sure.cells) == len(sheets)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "berapa persen nilai kontrak terhadap pagu paket yang metodenya tender",
            ("98,75 persen", "Rp790.000.000 dari Rp800.000.000"),
        ),
        (
            "persentase nilai kontrak Renovasi Gedung Kidul dibanding pagu berapa persen?",
            ("103,33 persen", "Rp310.000.000 dari Rp300.000.000"),
        ),
    ],
)
def test_a_sum_is_a_percentage_of_another_of_the_same_rows(
    catalog: Catalog, keep: Keep, question: str, said: tuple[str, ...]
) -> None:
    keep("paket.xlsx", {"Data": PACKAGES}, GIVEN)
    found = answer_of_two(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert figures_in_words(found.sure) == said


@pytest.mark.parametrize(
    "question",
    [
        "berapa persen nilai kontrak terhadap target paket yang metodenya tender",
        "berapa persen paket yang tender",
        "berapa persen nilai kontrak terhadap nilai kontrak paket yang metodenya tender",
    ],
    ids=["no such column", "a share of things", "of itself"],
)
def test_no_percentage_is_given_of_what_is_not_there_twice(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("paket.xlsx", {"Data": PACKAGES}, GIVEN)
    assert answer_of_two(catalog, question, scope_of("internal")) is None


def test_a_percentage_of_nothing_is_none(catalog: Catalog, keep: Keep) -> None:
    keep("paket.xlsx", {"Data": [HEAD, (1, "A", 0, 5, "Tender"), (2, "B", 0, 6, "Tender")]}, GIVEN)
    found = answer_of_two(catalog, "berapa persen nilai kontrak terhadap pagu paket yang tender", scope_of("internal"))
    assert found is None
