"""Where what was counted stands, as quotes of pages."""

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, Scope, scope_of
from catalog.storing import NewPage, NewPassage, NewVersion
from catalog.table_rows import Sheet
from search.rows.quoting import quotes
from search.rows.results import Counted

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
