"""What the command prints: one JSON document on standard output, or plain sentences for people."""

import json
import sys
from collections.abc import Callable
from typing import Any

import click
from tqdm import tqdm

from indexer.outcome import Item, Run


def document(value: dict[str, Any]) -> None:
    """Print the one JSON document of the call."""
    click.echo(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    """Print a line for people on standard error."""
    click.echo(text, err=True)


class Progress:
    """A bar on a terminal, a plain line for each file elsewhere; always on standard error."""

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._bar: tqdm[Any] | None = None

    def __call__(self, item: Item, done: int, total: int) -> None:
        """Tell that an item has ended."""
        if sys.stderr.isatty():
            self._advance(done, total)
        elif item.outcome != "unchanged":
            say(f"[{done}/{total}] {item.path}: {item.outcome}{f' - {item.reason}' if item.reason else ''}")

    def close(self) -> None:
        """End the bar."""
        if self._bar is not None:
            self._bar.close()

    def _advance(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = tqdm(total=total, desc=self._verb, unit=" berkas", file=sys.stderr)
        self._bar.update(done - self._bar.n)


def counter(verb: str, unit: str) -> Callable[[int, int], None]:
    """Return a callback (done, total) that shows a bar on a terminal and nothing elsewhere."""
    bar: list[tqdm[Any]] = []

    def advance(done: int, total: int) -> None:
        if not bar:
            bar.append(tqdm(total=total, desc=verb, unit=unit, file=sys.stderr, disable=not sys.stderr.isatty()))
        bar[0].update(done - bar[0].n)
        if done >= total:
            bar[0].close()

    return advance


def run_summary(run: Run) -> None:
    """Print what became of the files, and the reason of each that was not indexed."""
    for item in run.items:
        if item.outcome in ("failed", "skipped"):
            click.echo(f"{item.outcome:8} {item.path} ({item.code}): {item.reason}")
        elif item.pages_unsearchable:
            click.echo(f"sebagian {item.path}: {item.pages_unsearchable} dari {item.pages} halaman belum dapat dicari")
    for path in run.removed:
        click.echo(f"hilang   {path}: tidak ada lagi di sumbernya, tetap dapat dicari sampai `rujukan drop --removed`")
    counts = ", ".join(f"{run.count(outcome)} {outcome}" for outcome in ("indexed", "unchanged", "failed", "skipped"))
    click.echo(f"{len(run.items)} berkas: {counts}; {len(run.removed)} hilang; {run.seconds:.1f} detik.")


def place(page: int | None, sheet: str | None, row: int | None) -> str:
    """Return a place in words: page, sheet and row."""
    parts = [f"halaman {page}" if page is not None else "", f"lembar {sheet}" if sheet is not None else ""]
    parts.append(f"baris {row}" if row is not None else "")
    return ", ".join(part for part in parts if part)
