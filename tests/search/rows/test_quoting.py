"""Where what was counted stands, as quotes of pages."""

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.passages import Passage
from catalog.scope import OPERATOR, Scope, scope_of
from catalog.storing import NewPage, NewPassage, NewVersion
from catalog.table_rows import Sheet
from search.results import Quote
from search.rows.quoting import beside, quotes
from search.rows.results import Counted, RowAnswer, RowReading

TEXT = "SOP VAKSIN\nTanggal Revisi 12-03-2021\nDisahkan"
FIELD = TEXT.index("12-03-2021")


def field(catalog: Catalog) -> Counted:
    """Store a paper of one page and give its date of revision as it is counted."""
    passage = NewPassage(0, "text", None, (), 0, len(TEXT), TEXT, None)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "sop.pdf")
        page = NewPage(1, None, "text", 1.0, TEXT)
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "SOP", "sop", {}, (page,), (passage,)))
        metadata.apply(catalog, asset, Metadata(access="internal", unit="DINKES"))
    sheet = Sheet(
        id=1, asset="a", version=1, title="SOP", kind="sop", unit="DINKES", source="uji", path="sop.pdf",
        status="disahkan", validity="berlaku", date=None, page=1, sheet=None, page_state="text", form=None, text=TEXT,
    )  # fmt: skip
    return Counted(sheet, None, {"tanggal revisi": "2021-03-12"}, FIELD, FIELD + 10)


def quoted(catalog: Catalog, scope: Scope, most: int = 3) -> list[str]:
    counted = field(catalog)
    return [quote.text for quote in quotes(catalog, [counted, counted], scope, most)]


def test_a_field_is_quoted_with_its_line(catalog: Catalog) -> None:
    assert quoted(catalog, OPERATOR) == ["Tanggal Revisi 12-03-2021"] * 2


def test_no_more_are_quoted_than_asked_for(catalog: Catalog) -> None:
    assert quoted(catalog, OPERATOR, 1) == ["Tanggal Revisi 12-03-2021"]


def test_what_the_scope_does_not_see_is_not_quoted(catalog: Catalog) -> None:
    assert quoted(catalog, scope_of("public")) == []


CARD = Passage(
    *(1, "a", 1, 1, "KIB", "kib", None, None, "rak", "kib.xlsx", "terbuka", "disahkan", "berlaku", None),
    *(None, "KIB B", "text", None, (), 0, 9, ""),
)
PROSE = "Kendaraan dinas dipakai untuk tugas."
TOTAL = "Jumlah nilai kendaraan: 8 unit, Rp1.693.900.000 | 1693900"
OTHER = "Jumlah nilai kendaraan sebelumnya | 1843900"


def said(*texts: str) -> list[Quote]:
    return [Quote(text, 0, len(text), CARD, None) for text in texts]


def offered(*sums: str | None) -> RowAnswer:
    return RowAnswer(tuple(RowReading("", "jumlah", (), "8", "unit", one, "rupiah", None, (), ()) for one in sums))


def test_beside_readings_that_are_offered_a_line_of_a_table_stands_only_with_their_sum() -> None:
    given = beside(offered("1693900000", None), said(PROSE, TOTAL, OTHER), 0.5)
    assert [quote.text for quote in given] == [PROSE, TOTAL]


def test_a_number_of_units_is_no_sum() -> None:
    assert [quote.text for quote in beside(offered(None, None), said(PROSE, TOTAL), 0.5)] == [PROSE]


def test_beside_a_sure_figure_stands_no_line_of_a_table() -> None:
    assert [quote.text for quote in beside(offered("1693900000"), said(PROSE, TOTAL), 0.5)] == [PROSE]


def test_a_sentence_that_hardly_answers_stands_beside_no_rows_unless_it_tells_their_sum() -> None:
    told = f"{PROSE} Nilainya Rp1.693.900.000."
    given = beside(offered("1693900000", None), said(PROSE, told), 0.4)
    assert [quote.text for quote in given] == [told]
