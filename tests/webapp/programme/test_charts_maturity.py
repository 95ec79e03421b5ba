from datetime import date
from fractions import Fraction

from webapp.programme import charts_maturity as charts


def test_a_radar_begins_above_and_goes_clockwise_and_leaves_out_what_has_no_value() -> None:
    drawn = charts.radar(["D1", "D2", "D3", "D4"], {"kini": [Fraction(5), None, Fraction(5, 2), Fraction(0)]})
    above, aside, below, left = drawn.ends
    assert (above.x, below.x) == (210, 210)
    assert above.y < aside.y == left.y < below.y
    assert left.x < 210 < aside.x
    (shape,) = drawn.shapes
    assert [(point.x, point.y) for point in shape.points] == [(210, 45), (210, 217.5), (210, 160)]
    assert [name.anchor for name in drawn.names] == ["middle", "start", "middle", "end"]
    assert len(drawn.rings) == 5


def test_a_line_goes_by_days_from_level_1_below_to_5_above() -> None:
    days = [(date(2026, 1, 1), Fraction(1)), (date(2026, 1, 11), Fraction(5))]
    drawn = charts.line(days, [(date(2026, 1, 6), Fraction(3))])
    assert drawn
    first, last = drawn.points
    assert (drawn.levels[0].y, drawn.levels[-1].y) == (first.y, last.y)
    assert (drawn.marks[0].x, drawn.marks[0].y) == ((first.x + last.x) / 2, (first.y + last.y) / 2)
    assert [end.said for end in drawn.ends] == ["2026-01-01", "2026-01-11"]
    assert charts.line(days[:1], []) is None


def test_small_lines_and_bars_are_all_to_one_scale() -> None:
    assert charts.spark([Fraction(1), Fraction(5)]) == "0,32 120,0"
    assert charts.spark([Fraction(1)]) == ""
    bars = charts.levels({"1": (4, 0), "2": (2, 1)})
    assert [(bar.width, bar.width_before) for bar in bars] == [(200, 0), (100, 50)]
    assert charts.levels({"1": (0, 0)})[0].width == 0
