from catalog.assets import Page, Row
from webapp import place
from webapp.place import Place
from webapp.reading import PAGES_A_VIEW, ROWS_A_VIEW, SHEET_TEXT_A_VIEW, TEXT_A_VIEW, view
from webapp.segments import Segment


def paper(count: int, text: str = "isi halaman") -> list[Page]:
    return [Page(n, n, None, "text", 1.0, text, ()) for n in range(1, count + 1)]


def sheet(name: str, rows: int, first: int = 3, text: str = "teks") -> Page:
    return Page(1, None, name, "text", 1.0, text, tuple(Row(first + n, {"No": str(n)}) for n in range(rows)))


def test_a_paper_opens_at_its_beginning() -> None:
    seen = view(paper(25), Place())
    assert [shown.page.number for shown in seen.shown] == list(range(1, PAGES_A_VIEW + 1))
    assert (seen.before, seen.after, seen.first, seen.last) == (None, PAGES_A_VIEW + 1, 1, 25)


def test_a_page_opens_first_with_the_way_back_and_on() -> None:
    seen = view(paper(25), Place(page=12))
    assert seen.shown[0].label == "Halaman 12"
    assert (seen.before, seen.after) == (2, 22)
    assert view(paper(25), Place(page=5)).before == 1


def test_pages_of_a_part_keep_the_numbers_of_the_file() -> None:
    part = paper(40)[9:35]
    seen = view(part, Place())
    assert (seen.shown[0].label, seen.before, seen.after) == ("Halaman 10", None, 20)
    assert (seen.first, seen.last) == (10, 35)
    assert (view(part, Place(page=25)).before, view(part, Place(page=25)).after) == (15, 35)


def test_a_page_that_is_not_there_opens_the_beginning() -> None:
    assert view(paper(3), Place(page=99)).shown[0].label == "Halaman 1"
    assert view(paper(3), Place(sheet="KIB Z")).shown[0].label == "Halaman 1"


def test_only_a_whole_range_inside_the_page_is_marked() -> None:
    marked = view(paper(2, "satu dua tiga"), Place(page=2, start=5, end=8)).shown[0]
    assert [part for line in marked.parts for part in line if part.marked] == [Segment("dua", marked=True)]
    for start, end in ((5, 99), (8, 5), (None, 8), (5, None)):
        assert not view(paper(2, "satu dua tiga"), Place(page=2, start=start, end=end)).shown[0].marked


def test_a_mark_belongs_to_its_page_alone() -> None:
    assert [shown.marked for shown in view(paper(3, "satu dua"), Place(page=1, start=0, end=4)).shown] == [
        *(True, False, False)
    ]


def test_a_long_text_is_cut_around_the_mark_and_goes_on() -> None:
    text = "a" * 100_000
    seen = view(paper(1, text), Place(page=1, start=60_000, end=60_010)).shown[0]
    assert sum(len(part.text) for line in seen.parts for part in line) == TEXT_A_VIEW
    assert seen.marked
    assert seen.before is not None
    assert seen.after is not None
    last = view(paper(1, text), Place(page=1, start=seen.after)).shown[0]
    assert last.after is None


def test_a_sheet_shows_the_rows_around_the_one_asked_for() -> None:
    table = view([sheet("KIB A", 450)], Place(sheet="KIB A", row=250)).shown[0].table
    assert table is not None
    assert [table.rows[0][0], table.rows[-1][0]] == [3 + ROWS_A_VIEW, 2 + 2 * ROWS_A_VIEW]
    assert (table.focus, table.before, table.after, table.total) == (250, 3, 3 + 2 * ROWS_A_VIEW, 450)


def test_a_row_that_is_not_there_is_not_marked() -> None:
    table = view([sheet("KIB A", 5)], Place(sheet="KIB A", row=999)).shown[0].table
    assert table is not None
    assert (table.focus, table.rows[0][0]) == (None, 3)


def test_rows_with_unequal_cells_share_one_head() -> None:
    rows = (Row(1, {"A": "1"}), Row(2, {"B": "2", "A": "3"}))
    table = view([Page(1, None, "X", "text", 1.0, "", rows)], Place()).shown[0].table
    assert table is not None
    assert table.columns == ("A", "B")
    assert table.rows == ((1, ("1", "")), (2, ("3", "2")))


def test_what_the_workbook_hides_is_named() -> None:
    rows = (Row(1, {"A": "1"}, hidden=True), Row(2, {"A": "3"}, hidden_columns=("A",)), Row(3, {"A": "4"}))
    table = view([Page(1, None, "X", "text", 1.0, "", rows)], Place()).shown[0].table
    assert table is not None
    assert table.hidden == ("baris 1", "kolom A")


def test_a_table_in_running_text_is_read_in_it() -> None:
    assert view([Page(1, None, None, "text", 1.0, "a", (Row(1, {"A": "1"}),))], Place()).shown[0].table is None


def test_a_workbook_shows_one_sheet_and_names_the_others() -> None:
    seen = view([sheet("KIB A", 3), sheet("KIB B", 3, text="b" * 9000)], Place(sheet="KIB B"))
    assert [shown.label for shown in seen.shown] == ["Lembar KIB B"]
    assert seen.sheets == ("KIB A", "KIB B")
    assert sum(len(part.text) for line in seen.shown[0].parts for part in line) == SHEET_TEXT_A_VIEW


def test_malformed_places_are_no_places() -> None:
    bad = {"hal": "3x", "baris": "-1", "mulai": "٣", "akhir": "1" * 40}
    assert place.read(bad) == Place()
    assert place.read({"hal": "3", "lembar": "KIB A", "baris": "47"}) == Place(3, "KIB A", 47)
