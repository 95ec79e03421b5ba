"""A page as a grey picture, and how places on it become places on the page as it is shown."""

import math
from dataclasses import dataclass

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Picture:
    """A page drawn in 8-bit grey, turned clockwise by `turn` degrees, then straightened by `skew` degrees.

    `pixels` is empty for a blank page, on which there is nothing to read.
    """

    width: int
    height: int
    dpi: int
    turn: int
    skew: float
    pixels: bytes

    @property
    def blank(self) -> bool:
        """Tell whether there is nothing on it."""
        return not self.pixels

    def pgm(self) -> bytes:
        """Return it as a file that the OCR program reads."""
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.pixels

    def place(self, edges: Edges) -> Edges:
        """Return the smallest upright box, in shares of the page as it is shown, that holds a box of pixels."""
        left, top, right, bottom = edges
        corners = [self._shown(x, y) for x in (left, right) for y in (top, bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return _share(min(across)), _share(min(down)), _share(max(across)), _share(max(down))

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.width / 2, y - self.height / 2
        angle = math.radians(self.skew)
        u = (math.cos(angle) * x - math.sin(angle) * y) / self.width + 0.5
        v = (math.sin(angle) * x + math.cos(angle) * y) / self.height + 0.5
        return {0: (u, v), 90: (v, 1 - u), 180: (1 - u, 1 - v), 270: (1 - v, u)}[self.turn]


def _share(place: float) -> float:
    return round(min(1.0, max(0.0, place)), 4)
