"""A shadow edition: cut and embedded from stored pages, resumable, and nothing of it answers before the switch."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import changes, editions, passages, stored_pages, storing, vectors
from catalog.audit import findings
from catalog.digest import digest
from catalog.originals import Incoming
from catalog.scope import OPERATOR
from catalog.typed_cells import CellValue
from catalog.vectors import VectorSet
from indexer.building import build
from indexer.document import Box, Document, Heading, PageRead, SheetRow
from indexer.shadow import as_read, lacking
from indexer.steps import Steps
from tests.indexer.editing import Desk, desk_in

ASKED = "Siapa yang mencatat arsip nomor 42 pada buku induk?"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_in(tmp_path)
    made.now()
    made.index()
    return made


def spans(desk: Desk, splitting: int) -> list[tuple[int, int, str]]:
    rows = desk.catalog.db.execute(
        "SELECT p.start, p.end, p.heading FROM passage p JOIN version v ON v.id = p.version"
        " JOIN asset a ON a.id = v.asset WHERE p.splitting = ? ORDER BY a.path, p.start",
        [splitting],
    )
    return [(start, end, heading) for start, end, heading in rows]


def test_another_splitting_is_cut_as_if_the_files_had_been_read_with_it(desk: Desk, tmp_path: Path) -> None:
    made = desk.shadow(sizes=(60, 15))
    shutil.rmtree(desk.folder)
    assert desk.build(made)
    (tmp_path / "lain").mkdir()
    other = desk_in(tmp_path / "lain")
    other.now()
    editions_of = other.shadow(sizes=(60, 15))
    with other.catalog.writing():
        editions.switch(other.catalog)
    other.index()
    assert spans(desk, made.splitting.number) == spans(other, editions_of.splitting.number)
    assert "TATA CARA" in spans(desk, made.splitting.number)[-1][2]


def test_a_table_that_is_a_file_is_cut_into_its_rows_again(desk: Desk) -> None:
    (desk.folder / "alat.csv").write_text("No,Nama,Jumlah\n1,CCTV,4\n2,Lampu,9\n", encoding="utf8")
    desk.index()
    made = desk.shadow(sizes=(60, 15))
    desk.build(made)
    sql = "SELECT row FROM passage WHERE kind = 'row' AND splitting = ? ORDER BY row"
    assert [row for (row,) in desk.catalog.db.execute(sql, [made.splitting.number])] == [2, 3]


def test_what_answers_does_not_see_the_shadow(desk: Desk) -> None:
    before, asked = digest(desk.catalog), desk.searcher(desk.now())
    hits = [hit.passages for hit in asked.search(desk.catalog, ASKED, OPERATOR).hits]
    made = desk.shadow("squared", (60, 15))
    desk.build(made)
    assert digest(desk.catalog) == before
    assert [hit.passages for hit in asked.search(desk.catalog, ASKED, OPERATOR).hits] == hits
    assert desk.engine(desk.now()).findings(desk.catalog) == []
    assert findings(desk.catalog) == []


def test_the_shadow_answers_from_its_own_passages_and_vectors(desk: Desk) -> None:
    made = desk.shadow("squared", (60, 15))
    desk.build(made)
    own = set(passages.live_ids(desk.catalog, made.splitting.number))
    ranked = desk.searcher(made).ranked(desk.catalog, ASKED, OPERATOR)
    assert {passage.id for passage, _ in ranked} <= own
    assert desk.engine(made).findings(desk.catalog) == []


@pytest.mark.parametrize("stop_after", [0, 1])
def test_a_shadow_that_was_stopped_goes_on_where_it_was(desk: Desk, stop_after: int) -> None:
    made, told = desk.shadow("squared", (60, 15)), []

    def note(done: int, total: int) -> None:
        told.append((done, total))

    once = Steps(lambda: len(told) < stop_after, note)
    assert not desk.build(made, cutting=once)
    assert lacking(desk.catalog, made).versions == 2 - stop_after
    assert desk.build(made, cutting=Steps(tell=note))
    assert told[-1] == (2 - stop_after, 2 - stop_after)
    assert lacking(desk.catalog, made).nothing


def test_another_model_alone_shares_the_passages(desk: Desk) -> None:
    seq = changes.last_seq(desk.catalog)
    made = desk.shadow("squared")
    desk.build(made)
    assert made.splitting.number == 1
    assert changes.last_seq(desk.catalog) == seq
    assert vectors.unembedded(desk.catalog, VectorSet("squared")) == []


def test_what_is_indexed_after_the_shadow_was_built_is_caught_up_with(desk: Desk) -> None:
    made = desk.shadow("squared", (60, 15))
    desk.build(made)
    (desk.folder / "baru.txt").write_text("Izin cuti diajukan lewat aplikasi kepegawaian.\n", encoding="utf8")
    desk.index()
    assert lacking(desk.catalog, made).versions == 1
    desk.build(made)
    editions.switch(desk.catalog)
    (best, *_) = desk.searcher(desk.now()).search(desk.catalog, "cara mengajukan izin cuti", OPERATOR).hits
    assert best.card.path == "baru.txt"


def test_after_a_switch_and_back_everything_agrees_again(desk: Desk) -> None:
    before = digest(desk.catalog)
    desk.build(desk.shadow("squared", (60, 15)))
    editions.switch(desk.catalog)
    assert digest(desk.catalog) != before
    assert desk.engine(desk.now()).findings(desk.catalog) == []
    editions.roll_back(desk.catalog)
    assert digest(desk.catalog) == before
    assert desk.engine(desk.now()).findings(desk.catalog) == []


def test_a_change_of_the_model_alone_is_not_a_change_of_content(desk: Desk) -> None:
    before = digest(desk.catalog)
    desk.build(desk.shadow("squared"))
    editions.switch(desk.catalog)
    assert digest(desk.catalog) == before


ROW = SheetRow(
    row=3,
    cells={"Kode": "007", "Harga (ribuan Rp)": "5"},
    start=0,
    end=1,
    values={"kode": CellValue("Kode", "007", "code"), "harga": CellValue("Harga (ribuan Rp)", "5000", "money")},
    hidden=True,
    hidden_columns=("Kode",),
)
BOX = Box(0, 5, 0.1, 0.25, 0.9, 0.3)
TEXTS = st.text(st.characters(categories=["L", "N", "P"], include_characters=" \n"), max_size=80)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(0, 5), st.integers(1, 3))
def test_a_page_comes_back_as_it_was_read(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], at: int, level: int
) -> None:
    desk = desk_in(tmp_path_factory.mktemp("meja"))
    read = [
        PageRead(
            *(n, None, text, "text", 0.5),
            headings=(Heading(at, at + 1, level),),
            rows=(ROW,),
            boxes=(BOX,),
            form="kib_a",
            aside=((90, 95), (97, 99)) if n > 1 else (),
        )
        for n, text in enumerate([*texts, "Arsip."], 1)
    ]
    stored = store(desk, read)
    assert [as_read(page) for _, page in stored_pages.pages(desk.catalog, stored)] == read


def store(desk: Desk, pages: list[PageRead]) -> int:
    built = build(
        Document("text/plain", tuple(pages), "Judul", "lain"), Incoming(Path(), "0" * 64, 1), None, editions.Splitting()
    )
    with desk.catalog.writing():
        asset = storing.add_asset(desk.catalog, storing.source_id(desk.catalog, "s"), "a.txt")
        storing.add_version(desk.catalog, asset, built.version)
    return 1
