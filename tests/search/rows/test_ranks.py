"""How many rows nearest an end are asked for, and which one."""

import pytest

from search.rows.ranks import rank, several


@pytest.mark.parametrize(
    ("question", "place", "left"),
    [
        ("laptop termahal kedua", 2, "laptop termahal"),
        ("tanah paling luas yang ketiga", 3, "tanah paling luas"),
        ("laptop termahal ke-4 di BPSDM", 4, "laptop termahal di BPSDM"),
        ("paket nomor dua terbesar", 2, "paket terbesar"),
        ("paket peringkat 1 yang terbesar", 1, "paket yang terbesar"),
        ("laptop di lantai kedua", 0, "laptop di lantai kedua"),
        ("laptop termahal ke-0", 0, "laptop termahal ke-0"),
    ],
)
def test_a_rank_stands_beside_the_end(question: str, place: int, left: str) -> None:
    found, rest = rank(question)
    assert (found, " ".join(rest.split())) == (place, left)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("tiga laptop termahal", (3, "laptop termahal")),
        ("sebutkan 5 paket terbesar", (5, "sebutkan paket terbesar")),
        ("1 laptop termahal", None),
        ("21 laptop termahal", None),
        ("laptop termahal", None),
    ],
)
def test_a_number_begins_a_question_for_several(question: str, found: tuple[int, str] | None) -> None:
    assert several(question) == found
