"""What is told of figures about people: none that is of fewer than five, wherever it is shown, printed or exported."""

import re
from fractions import Fraction

from programme.community.communities import FEWEST
from programme.measures.measure import Measure
from programme.measures.snapshots import Frozen

FEW = f"kurang dari {FEWEST}"
_SO_FAR = re.compile(r"Baru \d+; paling sedikit (\d+) ")


def all_are_few(one: Measure | Frozen) -> bool:
    """Tell whether a figure is about so few people altogether that nothing is told of it."""
    return one.people and one.denominator < FEWEST


def counted_are_few(one: Measure | Frozen) -> bool:
    """Tell whether so few people are counted that neither their count nor their share is told."""
    return one.people and (one.denominator < FEWEST or one.numerator < FEWEST)


def detail(one: Measure, said: str) -> str | None:
    """Return what a row adds, None where that is a count of fewer than five people, or a share of so few."""
    of = said.rpartition("/")[2]
    return None if one.people and of.isdigit() and int(of) < FEWEST else said


def reason(one: Measure | Frozen) -> str:
    """Return why there is no value, without a count of few people."""
    counted = _SO_FAR.match(one.reason)
    if counted is None or not all_are_few(one):
        return one.reason
    minimum = counted[1]
    return f"Baru kurang dari {FEWEST}; paling sedikit {minimum} supaya dapat dinilai."


def figure(one: Measure | Frozen) -> Fraction | None:
    """Return the figure, None where there is none to tell."""
    return None if counted_are_few(one) else one.figure
