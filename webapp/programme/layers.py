"""Where the boxes of a layered drawing stand that grows out of one box, and where its edges run: figures alone.

`along` is the way in which it grows, `across` the other one. The layer of a box is the longest way to it, so every edge
goes outwards. What comes of a box has a band across of its own: boxes, and labels on edges, never overlap, and an edge
over several layers passes between boxes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Way = tuple[int, int]
"""An edge, from the number of the nearer box to that of the further one."""


@dataclass(frozen=True)
class Sizes:
    """Sizes along and across of a box; along, of the gap in which edges bend and of the label behind it.

    Across, of the `slot` in which an edge with its label comes in, and how far in it the edge runs; and the `space`
    between boxes.
    """

    along: int
    across: int
    gap: int
    label: int
    slot: int
    line: int
    space: int

    @property
    def step(self) -> int:
        """Return what a layer takes along, from box to box."""
        return self.along + self.gap + self.label

    def out(self, start: int) -> int:
        """Return where across edges leave a box that starts there: one that goes straight on comes in there too."""
        return start + (self.across - self.slot) // 2 + self.line


@dataclass(frozen=True)
class Place:
    """A box: its layer, and where it starts across and how much it takes."""

    layer: int
    start: int
    size: int


@dataclass(frozen=True)
class Route:
    """An edge: where across its slot starts, and where it runs in each layer from the nearer box to the further one."""

    slot: int
    runs: tuple[int, ...]


def placed(ways: Sequence[Way], sizes: Sizes) -> tuple[Mapping[int, Place], Sequence[Route]]:
    """Return the places of box 0 and of all that it leads to, and the routes of the edges in their order.

    There is no circle among the edges, and each begins at box 0 or at one that an edge before it leads to.
    """
    bands = _Bands(ways, sizes)
    bands.lay(0, 0)
    places = {box: Place(bands.layer[box], start, bands.size(box)) for box, start in bands.start.items()}
    return places, [bands.route(number) for number in range(len(ways))]


def layers(ways: Sequence[Way]) -> Mapping[int, int]:
    """Return for each box how many edges the longest way to it has."""
    into, out = _ends(ways)
    waiting = {box: len(numbers) for box, numbers in into.items()}
    found, ready = {0: 0}, [0]
    while ready:
        box = ready.pop()
        for number in out[box]:
            far = ways[number][1]
            found[far] = max(found.get(far, 0), found[box] + 1)
            waiting[far] -= 1
            if not waiting[far]:
                ready.append(far)
    return found


class _Bands:
    """Where boxes start across, box by box from the first."""

    def __init__(self, ways: Sequence[Way], sizes: Sizes) -> None:
        self._ways, self._sizes = ways, sizes
        self._into, self._out = _ends(ways)
        self.layer = layers(ways)
        self.start: dict[int, int] = {}
        self._aside: dict[int, int] = {}

    def size(self, box: int) -> int:
        return max(self._sizes.across, self._sizes.slot * len(self._into[box]))

    def lay(self, box: int, start: int) -> int:
        """Place a box and what comes of it alone, and return where its band ends.

        An edge to what was placed before, further out than the next layer, takes a narrow band of its own.
        """
        self.start[box] = start
        end = start
        for number in self._out[box]:
            far = self._ways[number][1]
            if far not in self.start:
                end = self.lay(far, end)
            elif self.layer[far] > self.layer[box] + 1:
                self._aside[number] = end + self._sizes.space // 2
                end += self._sizes.space
        return max(end, start + self.size(box) + self._sizes.space)

    def route(self, number: int) -> Route:
        near, far = self._ways[number]
        slots = self._into[far]
        left = self.size(far) - self._sizes.slot * len(slots)
        slot = self.start[far] + left // 2 + self._sizes.slot * slots.index(number)
        into = slot + self._sizes.line
        between = self.layer[far] - self.layer[near] - 1
        return Route(slot, (self._sizes.out(self.start[near]), *[self._aside.get(number, into)] * between, into))


def _ends(ways: Sequence[Way]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return the numbers of the edges into each box, and of those out of it."""
    into: dict[int, list[int]] = defaultdict(list)
    out: dict[int, list[int]] = defaultdict(list)
    for number, (near, far) in enumerate(ways):
        into[far].append(number)
        out[near].append(number)
    return into, out
