"""Which pieces of the pages found are candidates, and how they are read."""

from collections.abc import Sequence

import pytest

from catalog.passages import Passage
from embedding.reader.reader import Reading
from search.answering.evidence import Candidate, candidates, read_for
from search.ranking.needs import needs
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.shared_words import SharedWords

ROW = "1 | LCD | 100"
CARD = Passage(
    id=1, asset="a", asset_id=1, version=1, title="Daftar", kind="kib", unit=None, community=None, source="s",
    path="kib.xlsx", access="terbuka", status="disahkan", validity="berlaku", date=None, page=None, sheet="KIB",
    page_state="text", row=7, heading=(), start=40, end=40 + len(ROW), text=ROW,
)  # fmt: skip
PIECE = Candidate(CARD, 40, 40 + len(ROW), ROW, said=0.5, around=0.5, fits=0.0, fused=0.9)


class Noting(SharedWords):
    """Keeps what it was given to read."""

    seen: Sequence[str] = ()

    def read(self, question: str, passages: Sequence[str]) -> list[Reading]:
        self.seen = passages
        return super().read(question, passages)


def test_a_row_is_read_under_title_and_columns_and_its_answer_stands_where_the_page_has_it() -> None:
    reader = Noting()
    (found,) = read_for([PIECE], "harga LCD", reader, lambda _: ("No", "Barang", "Harga"))
    assert list(reader.seen) == ["Daftar\nNo | Barang | Harga\n1 | LCD | 100"]
    assert found.span
    assert 40 <= found.span.start < found.span.end <= 40 + len(ROW)
    assert found.span.score == 1.0  # the row shares one word; the header above it is no part of the piece


def test_what_stands_in_no_table_is_read_under_its_title_alone() -> None:
    reader = Noting()
    read_for([PIECE], "harga LCD", reader)
    assert list(reader.seen) == ["Daftar\n1 | LCD | 100"]


def test_only_pieces_that_could_answer_are_candidates() -> None:
    page = "Siapa yang memeriksa barang?\nPengurus barang memeriksa barang setiap semester.\nJakarta, 24 Maret 2025\n"
    whole = CARD._replace(page=1, sheet=None, row=None, start=0, end=len(page), text=page)
    asked = understand("Siapa pengurus barang?", load())
    found = candidates(asked, [(whole, 1.0)], needs(asked, [page.split()]), lambda _: page)
    said = [" ".join(piece.text.split()) for piece in found]
    assert "Pengurus barang memeriksa barang setiap semester." in said
    assert "Jakarta, 24 Maret 2025" not in said


def test_a_piece_that_counts_what_the_question_names_is_told_from_others() -> None:
    page = "Pendamping bertugas sekurang-kurangnya satu tahun.\nOrientasi berlangsung satu hari.\n"
    whole = CARD._replace(page=1, sheet=None, row=None, start=0, end=len(page), text=page)
    asked = understand("Berapa hari orientasi?", load())
    found = candidates(asked, [(whole, 1.0)], needs(asked, [page.split()]), lambda _: page)
    assert {piece.text: piece.exact for piece in found} == {
        "Pendamping bertugas sekurang-kurangnya satu tahun.": False,
        "Orientasi berlangsung satu hari.": True,
    }


@pytest.mark.parametrize(("title", "exact"), [("SOP Arsip Inaktif", True), ("SOP Vaksin", False)])
def test_a_section_counts_only_of_a_paper_that_says_what_the_question_names(title: str, exact: bool) -> None:
    page = "Tujuan:\nMenjamin tertibnya pelayanan.\n"
    whole = CARD._replace(page=1, sheet=None, row=None, start=0, end=len(page), text=page, title=title, path="a.pdf")
    asked = understand("Apa tujuan SOP arsip inaktif?", load())
    found = candidates(asked, [(whole, 1.0)], needs(asked, [page.casefold().split()]), lambda _: page)
    assert any(piece.exact for piece in found) is exact


def test_a_row_is_a_piece_of_its_own_passage_also_where_another_holds_it() -> None:
    page = f"No | Barang | Harga\n{ROW}"
    start = page.index(ROW)
    whole = CARD._replace(row=None, start=0, end=len(page), text=page)
    own = CARD._replace(id=2, row=1, start=start, end=len(page), text=ROW)
    asked = understand("harga LCD", load())
    found = candidates(asked, [(whole, 1.0), (own, 0.9)], needs(asked, [page.casefold().split()]), lambda _: page)
    assert [piece.passage.id for piece in found if piece.text == ROW] == [2]


def test_what_stands_above_a_passage_is_around_its_pieces_and_not_in_them() -> None:
    own = CARD._replace(sheet="Tahun 2018", start=0, end=len(ROW))
    asked = understand("harga perolehan LCD dinas contoh 2018", load())
    above = "Register Laptop\nDinas Contoh\nBarang\nHarga Perolehan"
    wanted_needs = needs(asked, [f"{above}\n{ROW}".casefold().split()])
    (bare,) = candidates(asked, [(own, 1.0)], wanted_needs, lambda _: ROW)
    (found,) = candidates(asked, [(own, 1.0)], wanted_needs, lambda _: ROW, lambda _: above)
    assert {"2018", "register", "dinas", "harga"} <= found.near
    assert bare.around < found.around == 1.0
    assert found.said == bare.said
