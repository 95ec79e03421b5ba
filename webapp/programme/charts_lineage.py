"""A lineage as figures that a template writes as SVG: origins before an asset, what came of it behind it.

It is drawn twice, from left to right for wide windows and from above for phones. The list on the page says the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from catalog.assets import Card
from programme.reusing.lineage import Lineage, Node
from webapp.programme.layers import Place, Route, Sizes, Way, placed

MARGIN = 4
TIP = (9, 5)
"""Length of the tip of an arrow, and half its breadth."""

Point = tuple[int, int]


@dataclass(frozen=True)
class Frame:
    """A rectangle in a picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Look:
    """One of the two ways to draw: what it is called by, its sizes, and how much text its boxes and labels hold."""

    name: str
    is_upright: bool
    sizes: Sizes
    letters: int
    lines: int
    label_letters: int


_WIDE = Sizes(along=190, across=74, gap=36, label=112, slot=38, line=19, space=16)
_UPRIGHT = Sizes(along=92, across=156, gap=36, label=40, slot=132, line=10, space=14)
LOOKS = (
    Look("lebar", is_upright=False, sizes=_WIDE, letters=23, lines=2, label_letters=15),
    Look("tegak", is_upright=True, sizes=_UPRIGHT, letters=18, lines=3, label_letters=15),
)
"""For wide windows, and for phones; both fit fonts that are as broad as DejaVu Sans at 13 and 12 pixels."""


@dataclass(frozen=True)
class Words:
    """What a drawing is lettered with: ties and nameless nodes by their names in rows, and units by their codes."""

    ties: Mapping[str, str]
    nameless: Mapping[str, str]
    units: Mapping[str, str]


@dataclass(frozen=True)
class Box:
    """An asset: `lines` of its shortened title, whose whole is `title`; what may not be seen has a state for a title.

    `key` leads to its page; `is_middle` is the asset that all is drawn around.
    """

    frame: Frame
    lines: tuple[str, ...]
    title: str
    unit: str
    key: str | None
    is_middle: bool


@dataclass(frozen=True)
class Edge:
    """A tie: the corners of its curve, from the nearer box to the further one, as SVG takes them, and its arrow's tip.

    The tip is at what came of the other. `lines` are its kind and who did it.
    """

    points: tuple[Point, ...]
    path: str
    tip: str
    label: Frame
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Drawing:
    """A picture and its size."""

    name: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def drawings(card: Card, lineage: Lineage, words: Words) -> tuple[Drawing, ...]:
    """Return the drawings of a lineage around its asset, one for each look; none where nothing is tied to it."""
    if not (lineage.before or lineage.after):
        return ()
    return tuple(_drawing(look, card, lineage, words) for look in LOOKS)


@dataclass(frozen=True)
class _Side:
    """One side of a lineage as a graph: its ways with the node at the far end of each, and its boxes by number."""

    ways: Sequence[Way]
    ties: Sequence[Node]
    nodes: Mapping[int, Node]


def _side(nodes: Sequence[Node]) -> _Side:
    """Return a side as a graph; where a circle came in, its last node is a box of its own."""
    ways: list[Way] = []
    ties: list[Node] = []
    boxes: dict[int, Node] = {}
    # Numbers of nodes are positive: those of the ends of circles are free below zero.
    free = iter(range(-1, -1 - _count(nodes), -1))

    def walk(near: int, nodes: Sequence[Node], way: frozenset[int]) -> None:
        for node in nodes:
            far = next(free) if node.number in way else node.number
            ways.append((near, far))
            ties.append(node)
            boxes.setdefault(far, node)
            walk(far, node.nodes, way | {far})

    walk(0, nodes, frozenset([0]))
    return _Side(ways, ties, boxes)


def _count(nodes: Sequence[Node]) -> int:
    return sum(1 + _count(node.nodes) for node in nodes)


class _Canvas:
    """Turns places along and across into those of a picture; what is before the middle is mirrored."""

    def __init__(self, look: Look, deepest: int) -> None:
        self._look = look
        self._origin = deepest * look.sizes.step

    def point(self, along: int, across: int, *, before: bool) -> Point:
        along = self._origin + (self._look.sizes.along - along if before else along)
        x, y = (across, along) if self._look.is_upright else (along, across)
        return x + MARGIN, y + MARGIN

    def frame(self, along: tuple[int, int], across: tuple[int, int], *, before: bool) -> Frame:
        ends = (self.point(one, other, before=before) for one, other in zip(along, across, strict=True))
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(*ends, strict=True))
        return Frame(left, top, right - left, bottom - top)


def _drawing(look: Look, card: Card, lineage: Lineage, words: Words) -> Drawing:
    sides = {True: _side(lineage.before), False: _side(lineage.after)}
    laid = {before: placed(side.ways, look.sizes) for before, side in sides.items()}
    deepest = {before: max(place.layer for place in places.values()) for before, (places, _) in laid.items()}
    canvas = _Canvas(look, deepest[True])
    boxes: list[Box] = []
    edges: list[Edge] = []
    for before, side in sides.items():
        places, routes = laid[before]
        pen = _Pen(look, canvas, words, before=before)
        boxes += (pen.box(places[number], node) for number, node in side.nodes.items())
        for way, node, route in zip(side.ways, side.ties, routes, strict=True):
            edges.append(pen.edge(places[way[0]].layer, route, node))
    boxes.insert(0, _middle(look, canvas, card, words))
    size = look.sizes.step * (deepest[True] + deepest[False]) + look.sizes.along
    breadth = max(place.start + place.size for places, _ in laid.values() for place in places.values())
    bends = max((run for _, routes in laid.values() for route in routes for run in route.runs), default=0)
    width, height = (max(breadth, bends), size) if look.is_upright else (size, max(breadth, bends))
    return Drawing(look.name, width + 2 * MARGIN, height + 2 * MARGIN, tuple(boxes), tuple(edges))


def _middle(look: Look, canvas: _Canvas, card: Card, words: Words) -> Box:
    frame = canvas.frame((0, look.sizes.along), (0, look.sizes.across), before=False)
    return _box(look, frame, card, words, is_middle=True)


def _box(look: Look, frame: Frame, card: Card, words: Words, *, is_middle: bool = False) -> Box:
    lines = tuple(shortened(card.title, look.letters, look.lines))
    unit = _one_line(words.units.get(card.unit or "", ""), look.letters)
    return Box(frame, lines, card.title, unit, None if is_middle else card.key, is_middle)


class _Pen:
    """Draws the boxes and edges of one side."""

    def __init__(self, look: Look, canvas: _Canvas, words: Words, *, before: bool) -> None:
        self._look, self._canvas, self._words, self._before = look, canvas, words, before

    def box(self, place: Place, node: Node) -> Box:
        start = place.layer * self._look.sizes.step
        along, across = (start, start + self._look.sizes.along), (place.start, place.start + place.size)
        frame = self._canvas.frame(along, across, before=self._before)
        if node.card:
            return _box(self._look, frame, node.card, self._words)
        said = str(self._words.nameless[node.state])
        return Box(frame, tuple(shortened(said, self._look.letters, self._look.lines)), said, "", None, is_middle=False)

    def edge(self, near: int, route: Route, node: Node) -> Edge:
        far = near + len(route.runs) - 1
        points = tuple(self._point(*corner) for corner in self._corners(near, route.runs))
        tip = self._tip(near, route.runs[0]) if self._before else self._tip_out(far, route.runs[-1])
        lines = (str(self._words.ties[node.kind]), self._words.units.get(node.unit or "", ""))
        kept = tuple(_one_line(line, self._look.label_letters) for line in lines if line)
        return Edge(points, self._path(points), tip, self._label(far, route.slot), kept)

    def _point(self, along: int, across: int) -> Point:
        return self._canvas.point(along, across, before=self._before)

    def _corners(self, near: int, runs: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield where an edge leaves the nearer box, and where its runs through each layer after it begin and end."""
        sizes = self._look.sizes
        yield near * sizes.step + sizes.along, runs[0]
        for layer, across in enumerate(runs[1:], near + 1):
            yield layer * sizes.step - sizes.label, across
            is_last = layer == near + len(runs) - 1
            yield layer * sizes.step + (0 if is_last else sizes.along), across

    def _label(self, layer: int, slot: int) -> Frame:
        """Return the frame of what is written on an edge: over and under it, or to the right of it."""
        sizes = self._look.sizes
        end = layer * sizes.step
        right = sizes.line + TIP[1] + 1 if self._look.is_upright else 0
        return self._canvas.frame((end - sizes.label, end), (slot + right, slot + sizes.slot), before=self._before)

    def _path(self, points: Sequence[Point]) -> str:
        """Return a path that bends in the gaps, and is straight from gap to gap."""
        said = f"M{_at(points[0])}"
        for here, begin, end in zip(points[:-2:2], points[1::2], points[2::2], strict=True):
            bent = [((here[0] + begin[0]) // 2, at[1]) for at in (here, begin)]
            if self._look.is_upright:
                bent = [(at[0], (here[1] + begin[1]) // 2) for at in (here, begin)]
            said += f"C{_at(bent[0])} {_at(bent[1])} {_at(begin)}L{_at(end)}"
        return said

    def _tip(self, layer: int, across: int) -> str:
        """Return a tip that points to the nearer box."""
        end = layer * self._look.sizes.step + self._look.sizes.along
        return self._triangle(end, end + TIP[0], across)

    def _tip_out(self, layer: int, across: int) -> str:
        end = layer * self._look.sizes.step
        return self._triangle(end, end - TIP[0], across)

    def _triangle(self, end: int, base: int, across: int) -> str:
        corners = ((end, across), (base, across - TIP[1]), (base, across + TIP[1]))
        return " ".join(_at(self._point(*corner)) for corner in corners)


def shortened(text: str, letters: int, lines: int) -> Sequence[str]:
    """Return a text in at most so many lines of so many letters; what does not fit ends in an ellipsis."""
    return wrap(text, letters, max_lines=lines, placeholder="…")


def _one_line(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _at(point: Point) -> str:
    return f"{point[0]},{point[1]}"
