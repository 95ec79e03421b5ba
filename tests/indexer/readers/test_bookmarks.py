"""A bookmark becomes a heading only where its words stand on its page."""

from indexer.document import Heading, PageRead
from indexer.readers.bookmarks import MAX_ON_PAGE, with_bookmarks
from indexer.readers.second import Bookmark

TEXT = (
    "Ruang lingkup\nPenggunaan kendaraan dinas di\nluar jam kerja\nPetugas mengikuti Ruang lingkup ini.\n2.1 Tata cara"
)


def headed(*bookmarks: Bookmark, text: str = TEXT, headings: tuple[Heading, ...] = ()) -> list[tuple[str, int]]:
    page = PageRead(1, None, text, "text", 1.0, headings)
    (marked,) = with_bookmarks([page], bookmarks)
    assert (marked.text, marked.page) == (page.text, 1)
    return [(text[h.start : h.end], h.level) for h in marked.headings]


def test_a_title_on_lines_of_its_own_is_a_heading_of_its_level() -> None:
    both = [Bookmark("RUANG LINGKUP", 0, 1), Bookmark("Penggunaan kendaraan dinas di luar jam kerja", 0, 2)]
    assert headed(*both) == [("Ruang lingkup", 1), ("Penggunaan kendaraan dinas di\nluar jam kerja", 2)]


def test_words_inside_of_a_line_or_on_no_line_are_no_heading() -> None:
    assert headed(Bookmark("mengikuti", 0, 1), Bookmark("Ruang", 0, 1), Bookmark("Sampul.pdf (hlm. 1)", 0, 1)) == []


def test_a_number_in_front_belongs_to_the_heading_and_gives_its_level() -> None:
    assert headed(Bookmark("Tata cara", 0, 1)) == [("2.1 Tata cara", 3)]


def test_a_sentence_is_no_heading() -> None:
    assert headed(Bookmark("Petugas mengikuti Ruang lingkup ini.", 0, 1)) == []


def test_the_formulas_of_regulations_and_empty_titles_are_no_headings() -> None:
    text = "NOMOR 2 TAHUN 2009\nTENTANG\nMEMUTUSKAN:"
    titles = ["NOMOR 2 TAHUN 2009", "TENTANG", "MEMUTUSKAN", "", "  "]
    assert headed(*(Bookmark(t, 0, 1) for t in titles), text=text) == []


def test_a_heading_that_the_text_shows_stays_and_none_is_doubled() -> None:
    text = "BAB I\nPENDAHULUAN\nLatar"
    shown = Heading(0, 17, 1)
    assert headed(Bookmark("PENDAHULUAN", 0, 4), text=text, headings=(shown,)) == [("BAB I\nPENDAHULUAN", 1)]
    assert headed(Bookmark("Latar", 0, 2), Bookmark("Latar", 0, 2), text=text) == [("Latar", 2)]


def test_a_bookmark_to_another_page_or_out_of_the_file_marks_nothing() -> None:
    assert headed(Bookmark("Ruang lingkup", 1, 1), Bookmark("Ruang lingkup", 99, 1)) == []


def test_more_bookmarks_on_a_page_than_an_outline_has_mark_nothing() -> None:
    assert headed(*[Bookmark("Ruang lingkup", 0, 1)] * (MAX_ON_PAGE + 1)) == []
