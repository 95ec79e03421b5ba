from hypothesis import given
from hypothesis import strategies as st

from webapp.segments import Segment, segments, snippet

ranges = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=6)


@given(st.text(max_size=50), ranges)
def test_the_parts_joined_are_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    assert "".join(part.text for part in segments(text, marks)) == text


@given(st.text(max_size=50), ranges)
def test_exactly_what_lies_in_a_range_is_marked(text: str, marks: list[tuple[int, int]]) -> None:
    flags = [part.marked for part in segments(text, marks) for _ in part.text]
    assert flags == [any(start <= at < end for start, end in marks) for at in range(len(text))]


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=5))
def test_a_snippet_is_a_short_piece_of_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    piece = "".join(part.text for part in snippet(text, marks, 80) if part.text not in ("… ", " …"))
    assert piece in text
    assert len(piece) <= 80


def test_a_snippet_shows_the_densest_highlights_and_says_where_it_was_cut() -> None:
    text = "awal " * 40 + "kendaraan dinas " + "akhir " * 40
    start = text.index("kendaraan")
    parts = snippet(text, [(0, 4), (start, start + 9), (start + 10, start + 15)], 60)
    assert [part for part in parts if part.marked] == [Segment("kendaraan", marked=True), Segment("dinas", marked=True)]
    assert (parts[0].text, parts[-1].text) == ("… ", " …")


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("dua kata", [(0, 3)], 80) == [Segment("dua", marked=True), Segment(" kata", marked=False)]
