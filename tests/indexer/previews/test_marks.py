"""No mark rather than a wrong one: letters on the page and lines whose place is known must agree."""

from indexer.document import Box
from indexer.previews.marks import NOTHING, chosen

TEXT = "Sewa aset diajukan\nkepada kepala badan.\nSewa aset"
FIRST, SECOND = Box(0, 18, 0.1, 0.1, 0.5, 0.12), Box(19, 39, 0.1, 0.13, 0.5, 0.15)
ABOVE, BELOW = (0.1, 0.1, 0.3, 0.12), (0.1, 0.8, 0.3, 0.82)


def test_letters_within_the_quoted_line_are_marked_alone() -> None:
    marks = chosen([[ABOVE]], [FIRST, SECOND], TEXT, (0, 9))
    assert marks.edges == (ABOVE,)
    assert marks.exact


def test_of_two_places_the_one_in_the_quoted_line_is_marked() -> None:
    assert chosen([[BELOW], [ABOVE]], [FIRST, SECOND], TEXT, (0, 9)).edges == (ABOVE,)


def test_letters_elsewhere_than_their_line_are_not_marked() -> None:
    assert chosen([[BELOW]], [FIRST, SECOND], TEXT, (0, 9)) == NOTHING


def test_a_quote_without_known_lines_is_marked_if_its_letters_stand_once() -> None:
    spot = TEXT.index("kepada"), TEXT.index("badan")
    assert chosen([[BELOW]], [], TEXT, spot).edges == (BELOW,)
    assert chosen([[BELOW]], [FIRST], TEXT, (TEXT.rindex("Sewa"), len(TEXT))) == NOTHING
    assert chosen([[BELOW], [ABOVE]], [], TEXT, spot) == NOTHING


def test_lines_are_marked_where_letters_do_not_decide() -> None:
    marks = chosen([], [FIRST, SECOND], TEXT, (5, 30))
    assert marks.edges == (FIRST[2:], SECOND[2:])
    assert not marks.exact
    assert chosen([[ABOVE], [ABOVE]], [FIRST], TEXT, (0, 9)).edges == (FIRST[2:],)


def test_lines_that_hold_only_some_of_the_quote_are_not_marked() -> None:
    assert chosen([], [FIRST], TEXT, (5, 30)) == NOTHING
    assert chosen([], [SECOND], TEXT, (5, 30)) == NOTHING
    assert chosen([], [], TEXT, (5, 30)) == NOTHING
