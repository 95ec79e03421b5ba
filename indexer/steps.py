"""How a long piece of work asks whether to go on, and tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass


def _always() -> bool:
    return True


def _silently(_done: int, _total: int) -> None:
    return None


@dataclass(frozen=True)
class Steps:
    """`go_on` is asked between steps, outside any transaction; `tell` is called with done and total after each."""

    go_on: Callable[[], bool] = _always
    tell: Callable[[int, int], None] = _silently


EVERY_STEP = Steps()
"""Goes on to the end and tells nobody."""
