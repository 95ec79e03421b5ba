"""Who has signed a paper stands in a block of its own."""

import pytest

from search.answering.could_answer import could_answer
from search.answering.quotable import quotable
from search.answering.signatures import signatures

SET = (
    "Ditetapkan di Contoh\npada tanggal 9 Januari 2018\nMENTERI URUSAN CONTOH\nREPUBLIK CONTOH,\nttd\nASMARA CONTOHWATI"
)
PRINTED = "Diundangkan di Contoh\npada tanggal 24 Januari 2018\nSEKRETARIS DAERAH KOTA CONTOH,\nttd.\nH. BUDIMAN CONTOH"
PAGE = f"Pasal 9\nPeraturan ini mulai berlaku pada tanggal diundangkan.\n{SET}\n{PRINTED}\nLEMBARAN DAERAH TAHUN 2018"


def signed(text: str) -> list[str]:
    return [text[span.start : span.end] for span in signatures(text)]


def test_a_block_is_told_from_the_office_on_and_who_has_had_it_printed_with_the_line_that_says_so() -> None:
    assert signed(PAGE) == [SET[SET.index("MENTERI") :], PRINTED]
    assert set(signed(PAGE)) <= {PAGE[span.start : span.end] for span in quotable(PAGE)}


@pytest.mark.parametrize(
    "text",
    [
        "Kepala,\nttd\nDr. Contoh Ridwan, M.Sc.",
        "Kepala Bidang Contoh,\nDra. Sekar Contoh, M.Si.",
        "KETUA,\nPROF. DR. CONTOH",
    ],
)
def test_a_signature_needs_no_day(text: str) -> None:
    assert signed(f"Demikian dibuat.\n{text}\n") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Seksi Intelijen pada Kejaksaan\nNegeri Contoh,\nUnsur Pengadilan Negeri Contoh,",
        "Kepala Bidang Ketertiban,\nKepala Bidang Perlindungan",
        "MENTERI HUKUM\nREPUBLIK CONTOH,\nBERITA NEGARA REPUBLIK CONTOH",
        "Kepala Dinas wajib melapor,\nSelanjutnya laporan dibahas bersama",
        "Ketua,\n..............",
    ],
)
def test_lists_of_offices_gazettes_and_sentences_are_signed_by_nobody(text: str) -> None:
    assert signed(text) == []


def test_who_has_set_a_rule_is_not_who_has_had_it_printed() -> None:
    assert could_answer(SET, "Siapa yang menetapkan peraturan ini?")
    assert not could_answer(PRINTED, "Siapa yang menetapkan peraturan ini?")
    assert could_answer(PRINTED, "Siapa yang mengundangkan peraturan ini?")
    for signed_only in (SET, SET[SET.index("MENTERI") :]):
        assert not could_answer(signed_only, "Siapa yang mengundangkan peraturan ini?")


def test_a_name_does_not_lead_in_the_next_block() -> None:
    assert not any("CONTOH\nDiundangkan" in PAGE[span.start : span.end] for span in quotable(PAGE))


def test_no_name_is_quoted_without_its_office() -> None:
    alone = {PAGE[span.start : span.end] for span in quotable(PAGE)}
    assert alone.isdisjoint({"ASMARA CONTOH", "H. BUDIMAN CONTOH", "REPUBLIK CONTOH,"})
