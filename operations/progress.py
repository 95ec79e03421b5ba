"""Progress on standard error: a bar on a terminal, plain lines in a pipe.

A bar begins with what is done when it is first told: the rate then counts what comes after.
"""

import sys
from collections.abc import Callable
from typing import Any

import click
from tqdm import tqdm

from indexer.outcome import Item


class Progress:
    """A bar on a terminal, a plain line for each file that is not unchanged elsewhere."""

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._bar: tqdm[Any] | None = None

    def __call__(self, item: Item, done: int, total: int) -> None:
        """Tell that an item has ended."""
        if sys.stderr.isatty():
            self._advance(done, total)
        elif item.outcome != "unchanged":
            reason = f" - {item.reason}" if item.reason else ""
            click.echo(f"[{done}/{total}] {item.path}: {item.outcome}{reason}", err=True)

    def close(self) -> None:
        """End the bar."""
        if self._bar is not None:
            self._bar.close()

    def _advance(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = tqdm(total=total, initial=done, desc=self._verb, unit=" berkas", file=sys.stderr)
        self._bar.update(done - self._bar.n)


def counter(verb: str, unit: str) -> Callable[[int, int], None]:
    """Return a callback (done, total) that shows a bar on a terminal and nothing elsewhere."""
    bar: list[tqdm[Any]] = []

    def advance(done: int, total: int) -> None:
        if not bar:
            silent = not sys.stderr.isatty()
            bar.append(tqdm(total=total, initial=done, desc=verb, unit=unit, file=sys.stderr, disable=silent))
        bar[0].update(done - bar[0].n)
        if done >= total:
            bar[0].close()

    return advance
