"""Registers on pages of paper: counted where running numbers prove that no row is missing, else not at all."""

from collections.abc import Sequence

import pytest

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from catalog.storing import NewPage, NewRow, NewVersion
from catalog.typed_cells import CellValue
from search.rows.answering import answer, answer_on_pages
from search.rows.results import RowAnswer

GIVEN = Metadata(access="internal", unit="BPSDM", status="disahkan", validity="berlaku", kind="laporan")
HEAD = "No Nama Nagari Kecamatan Penduduk"
Line = tuple[int, str, str, int]
FIRST = [(1, "Aia Amo", "LOR", 100), (2, "Muaro", "KIDUL", 50)]
SECOND = [(3, "Lalan", "LOR", 50), (4, "Unggan", "KIDUL", 20)]


def page(number: int, lines: Sequence[Line], above: str = "", below: str = "") -> NewPage:
    text, rows = f"{above}{HEAD}\n", []
    for place, (at, name, where, people) in enumerate(lines, 2):
        line = f"{at} {name} {where} {people}"
        cells = {"No": str(at), "Nama Nagari": name, "Kecamatan": where, "Penduduk": str(people)}
        values = {"lain:Penduduk": CellValue("Penduduk", str(people), "number")}
        rows.append(NewRow(place, cells, len(text), len(text) + len(line), values))
        text += f"{line}\n"
    return NewPage(number, None, "text", 1.0, text + below, tuple(rows))


def keep(catalog: Catalog, *pages: NewPage, given: Metadata = GIVEN) -> str:
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "s"), "data.pdf")
        new = NewVersion("0" * 64, 1, "application/pdf", "DATA NAGARI", "laporan", {}, pages, ())
        storing.add_version(catalog, asset, new)
        metadata.apply(catalog, asset, given)
    return str(next(iter(catalog.db.query("SELECT key FROM asset")))["key"])


def asked(catalog: Catalog, question: str, asset: str, viewer: str = "internal") -> RowAnswer | None:
    return answer_on_pages(catalog, question, scope_of(viewer), [asset])


TITLE = "DATA NAGARI\nKabupaten Mandala\n"


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("berapa nagari di Kabupaten Mandala", "4"),
        ("nagari di kecamatan Lor ada berapa dan total penduduknya berapa?", "150"),
        ("berapa penduduk nagari Unggan", "20"),
        ("berapa nagari yang penduduknya di bawah 60", "3"),
        ("berapa rata-rata penduduk nagari di Kabupaten Mandala", "220"),
    ],
)
def test_a_table_over_pages_is_one_register_under_its_first_title(catalog: Catalog, question: str, figure: str) -> None:
    asset = keep(catalog, page(1, FIRST, TITLE), page(2, SECOND, below="Dokumen ini dibuat otomatis."))
    found = asked(catalog, question, asset)
    assert found
    assert found.sure
    assert (found.sure.sum or found.sure.count) == figure
    assert "halaman" in found.sure.text


@pytest.mark.parametrize(
    "pages",
    [
        [page(1, FIRST[:1], TITLE), page(2, SECOND)],
        [page(1, FIRST, TITLE), page(3, SECOND)],
        [page(1, FIRST, TITLE), page(2, SECOND, below="5 Sisawah LOR 12")],
        [page(1, FIRST, TITLE), page(2, SECOND), NewPage(3, None, "text", 1.0, "5 Sisawah LOR 12", ())],
        [page(1, [(1, "Aia Amo", "LOR", 1), (1, "Aia Amo", "LOR", 1), (2, "Muaro", "LOR", 2)], TITLE)],
        [page(1, FIRST, TITLE)],
    ],
    ids=["a number missing", "a page between", "a line behind", "a line on the next page", "a number twice", "too few"],
)
def test_nothing_is_counted_from_a_table_that_may_lack_rows(catalog: Catalog, pages: list[NewPage]) -> None:
    asset = keep(catalog, *pages)
    assert asked(catalog, "berapa nagari di Kabupaten Mandala", asset) is None


def test_nothing_is_counted_beside_a_part_of_the_table_that_may_lack_rows(catalog: Catalog) -> None:
    whole = [*FIRST, (3, "Lalan", "LOR", 50)]
    again = [(1, "Sisawah", "LOR", 5), (3, "Unggan", "LOR", 7), (4, "Maloro", "LOR", 1)]
    asset = keep(catalog, page(1, whole, TITLE), page(2, again, "Nagari adat\n"))
    assert asked(catalog, "berapa nagari di Kabupaten Mandala", asset) is None


def test_who_may_not_see_the_paper_is_told_nothing(catalog: Catalog) -> None:
    asset = keep(catalog, page(1, FIRST, TITLE), page(2, SECOND))
    assert asked(catalog, "berapa nagari di Kabupaten Mandala", asset, "public") is None


def test_pages_of_papers_that_retrieval_did_not_find_are_not_looked_at(catalog: Catalog) -> None:
    keep(catalog, page(1, FIRST, TITLE), page(2, SECOND))
    assert answer(catalog, "berapa nagari di Kabupaten Mandala", scope_of("internal")) is None
    assert answer_on_pages(catalog, "berapa nagari di Kabupaten Mandala", scope_of("internal"), []) is None
