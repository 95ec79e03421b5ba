"""Which judged quotes stand on their pages, and what is told of the others."""

from typing import Any

from benchmarks.quotes_on_pages import judge
from indexer.document import PageRead

TEXTS = ["Biaya paling banyak\nRp 200.000.000,00 setahun", "Surat tugas ditandatangani oleh kepala dinas"]
DOCUMENTS = {"files/a.pdf": [PageRead(n, None, text, "text", 1.0) for n, text in enumerate(TEXTS, 1)]}


def asked(quote: str, page: int = 1, **more: str | list[int] | list[str]) -> dict[str, Any]:
    return {"q": "?", "path": "files/a.pdf", "page": page, "answer_quote": quote} | more


def test_case_white_space_and_signs_are_folded_and_digits_are_joined() -> None:
    assert judge(asked("banyak Rp 200.000.000,00"), DOCUMENTS).found


def test_another_page_or_file_that_is_judged_right_counts() -> None:
    assert judge(asked("Surat tugas", also_on_pages=[2]), DOCUMENTS).found
    assert judge(asked("Surat tugas", path="files/b.pdf", also_in=["files/a.pdf"]), DOCUMENTS).found


def test_it_is_told_why_a_quote_is_not_found() -> None:
    assert judge(asked("Surat tugas"), DOCUMENTS).why == "stands on 2"
    assert judge(asked("Surat tugas", page=9), DOCUMENTS).why == "there is no such page among 2"
    assert judge(asked("Surat tugas", path="files/b.pdf"), DOCUMENTS).why == "the file was not read"
    assert "nearest (67%): biaya paling banyak" in judge(asked("Biaya paling sedikit"), DOCUMENTS).why
    assert "nothing comes near" in judge(asked("hujan lebat sekali"), DOCUMENTS).why
