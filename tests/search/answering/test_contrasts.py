"""What holds for the contrary of what is asked for answers nothing."""

import pytest

from engine.analysis import stems
from search.answering.contrasts import is_of_the_contrary


def contrary(question: str, piece: str, around: str = "") -> bool:
    return is_of_the_contrary(question, piece, frozenset(stems(around)))


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("berapa jam insiden tingkat rendah ditangani", "Insiden tingkat tinggi ditangani 6 jam"),
        ("jumlah pompa mobile", "489 pompa stasioner"),
        ("siapa pihak ketiga", "PIHAK PERTAMA: Kepala Bidang"),
        ("denda lembaga tingkat provinsi", "denda bagi kecamatan Rp20.000"),
    ],
)
def test_another_word_of_the_group_is_the_contrary(question: str, piece: str) -> None:
    assert contrary(question, piece)


@pytest.mark.parametrize(
    ("question", "piece", "around"),
    [
        ("insiden tingkat rendah", "Tingkat rendah 24 jam, tingkat tinggi 6 jam", ""),
        ("insiden tingkat rendah", "Tingkat tinggi 6 jam", "Tingkat rendah, sedang, tinggi"),
        ("beda tingkat rendah dan tinggi", "tingkat tinggi 6 jam", ""),
        ("insiden tingkat rendah", "ditangani 24 jam", ""),
        ("berapa lama insiden ditangani", "tingkat tinggi 6 jam", ""),
    ],
)
def test_what_is_named_anywhere_near_or_compared_is_not(question: str, piece: str, around: str) -> None:
    assert not contrary(question, piece, around)


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("berkas seperti apa yang ditolak", "Loket tidak menerima berkas tanpa materai"),
        ("berkas yang tidak diterima", "Berkas tanpa materai ditolak"),
        ("kapan pajak dianggap menunggak", "Pajak yang belum lunas pada 30 September"),
    ],
)
def test_the_contrary_of_the_contrary_is_the_thing_itself(question: str, piece: str) -> None:
    assert not contrary(question, piece)


def test_a_negation_elsewhere_changes_nothing() -> None:
    assert contrary("berkas yang ditolak", "Berkas diterima dan tidak dipungut biaya")
