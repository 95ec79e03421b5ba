"""Which questions are for papers by their fields: every word has its place, or there is no answer."""

from datetime import date

import pytest

from search.rows.paper_question import read

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    "question",
    [
        "SOP Dinkes",
        "berapa SOP Dinkes",
        "SOP peminjaman yang tanggal revisinya lewat 2 tahun",
        "SOP Dinkes yang tanggal revisinya belum lewat 2 tahun",
        "SOP Dinkes yang tanggal revisinya lewat 2 tahun dan sudah disahkan",
        "tanggal revisi SOP Dinkes kapan",
        "SOP mutasi pegawai ada tidak",
    ],
)
def test_a_question_with_a_word_that_has_no_place_is_none_for_papers(question: str) -> None:
    assert read(question, TODAY) is None


def test_kind_unit_and_conditions_are_told_apart() -> None:
    found = read("berapa SOP Dinkes yang sudah kedaluwarsa", TODAY)
    assert found is not None
    assert (found.operation, found.kind, found.unit) == ("hitung", "sop", "DINKES")
    assert [(one.field, one.told.value) for one in found.filters] == [("keberlakuan", "kedaluwarsa")]
