"""Brackets that say again what stands before them."""

import pytest

from search.rows.explained import without_explanations


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("jumlah sambungan rumah (SR) Desa Lor", "jumlah sambungan rumah Desa Lor"),
        ("kontrak triwulan II 2024 (April-Juni), ada berapa", "kontrak triwulan II 2024, ada berapa"),
        ("total harga tanah (rupiah penuh)", "total harga tanah"),
        ("rambu (larangan) di Lor", "rambu (larangan) di Lor"),
        ("kontrak 2024 (April-Juni)", "kontrak 2024 (April-Juni)"),
        ("laptop (RB)", "laptop (RB)"),
    ],
)
def test_only_what_says_nothing_new_is_left_out(text: str, left: str) -> None:
    assert without_explanations(text) == left
