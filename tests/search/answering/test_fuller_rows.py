"""Rows that another row of their table outdoes."""

from collections.abc import Sequence

import pytest

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.scope import OPERATOR
from search.answering.evidence import Candidate
from search.answering.fuller_rows import FullerRows
from tests.engine.shelf import OPEN
from tests.search.library import read_in, searcher_of

HEAD = "Susunan panitia kegiatan sekolah\nKegiatan | Tugas | Nama"
CAMP, MARKET, CARNIVAL = "Berkemah | Ketua | Hadi", "Pasar murah | Ketua | Tono", "Karnaval | Ketua | Rina"
GAMES, CAMP_2 = "Lomba desa Melati | Ketua | Wati", "Sekretaris | Yoga"
ROWS = (CAMP, CAMP_2, MARKET, CARNIVAL, GAMES)


@pytest.fixture(autouse=True)
def committees(catalog: Catalog) -> None:
    """A sheet whose rows are passages; the second row has the activity of the first from above, as merged cells do."""
    text = "\n".join([HEAD, *ROWS])
    rows, passages = [], []
    for number, line in enumerate(ROWS, 3):
        start, end = text.index(line), text.index(line) + len(line)
        cells = dict(zip(("Kegiatan", "Tugas", "Nama"), line.split(" | "), strict=False))
        if line == CAMP_2:
            cells = {"Kegiatan": "Berkemah", "Tugas": "Sekretaris", "Nama": "Yoga"}
        rows.append(storing.NewRow(number, cells, start, end, {}))
        passages.append(storing.NewPassage(0, "row", number, (), start, end, line, None))
    page = storing.NewPage(None, "Panitia", "text", 1.0, text, tuple(rows))
    version = storing.NewVersion("0" * 64, 1, "x/y", "Panitia", "lain", {}, (page,), tuple(passages))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "panitia.xlsx")
        storing.add_version(catalog, asset, version)
        metadata.apply(catalog, asset, OPEN)


def kept(catalog: Catalog, question: str, lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give those of some rows that are not outdone, and which others are to be read."""
    searcher = searcher_of(catalog)
    with catalog.reading():
        found = searcher.narrowed(catalog, searcher.understood(catalog, question, OPERATOR), OPERATOR)
        passages = {one.text: one for one in found.passages.values()}
        pieces = [
            Candidate(passages[line], passages[line].start, passages[line].end, line, 0.5, 0.5, 1.0, 0.9)
            for line in lines
        ]
        rows = FullerRows(catalog, found)
        return [piece.text for piece in rows.not_outdone(pieces)], [one.text for one in rows.beyond(pieces)]


def test_the_row_that_says_more_of_what_is_asked_is_read_and_the_others_left_out(catalog: Catalog) -> None:
    asked = "siapa ketua panitia berkemah sekolah?"
    assert kept(catalog, asked, [MARKET, CARNIVAL]) == ([], [CAMP])
    assert kept(catalog, asked, [CAMP, CARNIVAL]) == ([CAMP], [])


def test_what_a_merged_cell_says_from_above_a_row_says_too(catalog: Catalog) -> None:
    assert kept(catalog, "siapa sekretaris berkemah?", [CAMP_2, CAMP]) == ([CAMP_2], [])


def test_rows_of_which_none_says_more_stay(catalog: Catalog) -> None:
    assert kept(catalog, "siapa saja ketua panitia kegiatan?", [CAMP, MARKET]) == ([CAMP, MARKET], [])


def test_a_place_tells_no_row_from_the_others(catalog: Catalog) -> None:
    assert kept(catalog, "siapa ketua karnaval di Desa Melati?", [CARNIVAL]) == ([CARNIVAL], [])


def test_what_is_no_row_stays(catalog: Catalog) -> None:
    read_in(catalog, searcher_of(catalog).embedder, "lain.txt", "Ketua dipilih anggota.")
    assert kept(catalog, "siapa ketua berkemah?", ["Ketua dipilih anggota."]) == (["Ketua dipilih anggota."], [])
