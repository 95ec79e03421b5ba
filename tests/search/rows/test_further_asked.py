"""What a question asks besides of the one thing that it looks for."""

import pytest

from search.rows.further_asked import without


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("tanah mana yang paling luas, dan berapa luasnya?", "tanah mana yang paling luas"),
        ("mesin paling tua apa, dan di ruang mana?", "mesin paling tua apa"),
        ("taman tertua dibangun tahun berapa dan apa namanya?", "taman tertua"),
        ("alat yang jam kerjanya tertinggi yang mana, berapa jam?", "alat yang jam kerjanya tertinggi yang mana"),
        ("barang termahal apa dan berapa harga satuannya", "barang termahal apa"),
        ("paket yang nilai kontraknya terbesar nilainya berapa?", "paket yang nilai kontraknya terbesar"),
        ("kontrak terbesar apa, penyedianya siapa, berapa nilainya?", "kontrak terbesar apa"),
        ("laptop termahal dan siapa pemegangnya?", "laptop termahal"),
        ("laptop termahal dan berapa totalnya?", "laptop termahal dan berapa totalnya?"),
        ("laptop termahal di BPSDM", "laptop termahal di BPSDM"),
    ],
)
def test_more_of_the_one_thing_is_left_out_and_a_total_is_not(question: str, left: str) -> None:
    assert without(question) == left
