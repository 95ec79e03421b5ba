"""Rows in `ask`: beside the quotes, under the same scope, in the contract's JSON."""

from collections.abc import Sequence

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from catalog.typed_cells import CellValue
from search import as_json
from search.answer import ask
from search.results import NOT_FOUND
from tests.search.library import searcher_of

OPEN = Metadata(access="internal", unit="BPSDM", status="disahkan", validity="berlaku", kind="kib", title="KIB BPSDM")


def store(catalog: Catalog, path: str, remarks: Sequence[str], note: str = "", *, found: bool = False) -> None:
    """Store a register with one laptop for each remark, and a note below it; its rows are passages if told."""
    rows, lines, at = [], [], 0
    for number, remark in enumerate(remarks, 5):
        cells = {"Nama": "Laptop", "Harga": "10000000", "Keterangan": remark}
        line = " | ".join(cells.values())
        values = {"nama": CellValue("Nama", "Laptop", "text"), "harga": CellValue("Harga", "10000000", "money")}
        values["keterangan"] = CellValue("Keterangan", remark, "text")
        rows.append(NewRow(number, cells, at, at + len(line), values))
        lines.append(line)
        at += len(line) + 1
    passages = [NewPassage(0, "row", r.row, (), r.start, r.end, t, None) for r, t in zip(rows, lines, strict=True)]
    passages = passages if found else []
    if note:
        lines.append(note)
        passages.append(NewPassage(0, "text", None, (), at, at + len(note), note, None))
    page = NewPage(None, "KIB B", "text", 1.0, "\n".join(lines), tuple(rows), form="kib_b")
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), path)
        storing.add_version(
            catalog, asset, NewVersion("0" * 64, 1, "text/plain", path, "kib", {}, (page,), tuple(passages))
        )
        metadata.apply(catalog, asset, OPEN)


def test_a_figure_from_rows_answers_and_its_rows_are_exact(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", ["kondisi B", "kondisi RB"])
    given = ask(searcher_of(catalog), catalog, "brp laptop yg rusak berat?", scope_of("internal"))
    told = as_json.answer(given)
    assert (told["answered"], told["reason"], told["confidence"]) == (True, "rows", 1.0)
    assert told["message"] == "Dihitung dari baris tabel: 1 unit."
    assert (told["rows"]["count"], told["rows"]["sum"], told["rows"]["operation"]) == (1, None, "hitung")
    (row,) = told["rows"]["cells"]
    assert (row["sheet"], row["row"], row["text"]) == ("KIB B", 6, "Laptop | 10000000 | kondisi RB")
    assert "row_readings" not in told


def test_the_quotes_of_a_figure_are_the_first_rows_that_it_was_counted_from(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", ["kondisi B", *["kondisi RB"] * 4], found=True)
    given = ask(searcher_of(catalog), catalog, "berapa laptop yang rusak berat?", scope_of("internal"))
    assert [(quote.passage.sheet, quote.passage.row) for quote in given.quotes] == [("KIB B", row) for row in (6, 7, 8)]
    assert all(quote.counted for quote in given.quotes)
    assert [quote.text for quote in given.quotes] == [row.text for row in given.rows.sure.cells[:3]]  # type: ignore[union-attr]


def test_a_row_too_long_for_a_quote_is_counted_and_not_quoted(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", [f"kondisi RB; {'diperiksa ' * 40}", "kondisi RB"], found=True)
    given = ask(searcher_of(catalog), catalog, "berapa laptop yang rusak berat?", scope_of("internal"))
    assert given.rows and given.rows.sure and given.rows.sure.count == "2"
    assert [quote.passage.row for quote in given.quotes if quote.counted] == [6]


def test_text_that_answers_stands_behind_the_rows_and_rows_that_were_not_counted_do_not(catalog: Catalog) -> None:
    note = "Laptop yang rusak berat: 2 unit."
    store(catalog, "kib.xlsx", ["kondisi B", "kondisi RB", "kondisi RB"], note, found=True)
    given = ask(searcher_of(catalog), catalog, "berapa unit laptop yang rusak berat?", scope_of("internal"))
    assert [(quote.passage.row, quote.counted) for quote in given.quotes] == [(6, True), (7, True), (None, False)]
    assert given.quotes[2].text == note


def test_money_is_a_string_of_digits(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", ["kondisi B", "kondisi RB"])
    told = as_json.answer(ask(searcher_of(catalog), catalog, "total harga laptop", scope_of("internal")))
    assert (told["rows"]["sum"], told["rows"]["unit_of_sum"], told["rows"]["column"]) == ("20000000", "rupiah", "Harga")


def test_several_readings_are_offered_each_with_its_figure_and_none_is_the_answer(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", ["kondisi B", "kondisi RB"])
    store(catalog, "kib lain.xlsx", ["kondisi B"])
    told = as_json.answer(ask(searcher_of(catalog), catalog, "berapa laptop?", scope_of("internal")))
    assert (told["answered"], told["reason"], told["rows"], told["message"]) == (False, "ambiguous", None, NOT_FOUND)
    assert [reading["count"] for reading in told["row_readings"]] == [2, 1]
    assert [text.split(":")[0] for text in told["readings"]] == ["2 unit", "1 unit"]


def test_who_may_not_see_the_register_gets_no_figure(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", ["kondisi B"])
    told = as_json.answer(ask(searcher_of(catalog), catalog, "berapa laptop?", scope_of("public")))
    assert (told["answered"], told["rows"], told["message"]) == (False, None, NOT_FOUND)


def test_other_questions_have_no_rows(catalog: Catalog) -> None:
    store(catalog, "kib.xlsx", ["kondisi B"])
    told = as_json.answer(ask(searcher_of(catalog), catalog, "alur peminjaman laptop", scope_of("internal")))
    assert told["rows"] is None
    assert told["reason"] != "rows"
