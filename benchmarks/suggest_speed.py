"""What a suggestion costs among many titles: `python -m benchmarks.suggest_speed [--titles N] [--folder DIR]`.

Makes a catalog of N invented assets (20,000), each with a title and two headings of its own, half of them open and half
of one agency; then types beginnings of their words as a public viewer and as the operator. A line a viewer: the first
answer, as a process that was just started gives it, and median and 95th percentile of the others, in milliseconds.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from benchmarks.many_files_made import MATTERS, PAPERS, PLACES
from catalog import metadata, opening, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from catalog.titles import Titles
from search.opening import open_words
from search.suggestions import MOST, suggest

SEED = 7
TYPED = 300


def main() -> None:
    """Print what each viewer waits for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--titles", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, help="keep the catalog here, and take up one that is there")
    given = parser.parse_args()
    with nullcontext(given.folder) if given.folder else tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        if not data.exists():
            made(opening.create(data), given.titles)
        for viewer in ("public", None):
            catalog = opening.open_existing(data)
            say(f"{viewer or 'operator'}: {measured(catalog, viewer)}")
            catalog.close()


def made(catalog: Catalog, count: int) -> None:
    """Fill a catalog with titles and headings, and publish them."""
    draw = random.Random(SEED)
    with catalog.writing():
        source = storing.source_id(catalog, "uji")
        for number in range(count):
            title, headings = titled(draw, number), (f"Bab {number % 40} {matter(draw)}", f"Lampiran {matter(draw)}")
            pieces = tuple(storing.NewPassage(0, "text", None, (heading,), 0, 3, "isi", None) for heading in headings)
            pages = (storing.NewPage(1, None, "text", 1.0, "isi"),)
            asset = storing.add_asset(catalog, source, f"{number}.txt")
            new = storing.NewVersion("0" * 64, 1, "text/plain", title, "sop", {}, pages, pieces)
            storing.add_version(catalog, asset, new)
            access = "terbuka" if number % 2 else "terbatas"
            metadata.apply(catalog, asset, Metadata(access=access, unit="BPAD", status="disahkan"))
    open_words(catalog).bring_up(catalog)
    catalog.close()


def titled(draw: random.Random, number: int) -> str:
    """Give a title such as people write, every twentieth with a letter that is not of ASCII."""
    place = draw.choice(PLACES) if number % 20 else "Café Balai Kota"
    return f"{draw.choice(PAPERS)} {matter(draw)} di {place} Nomor {number} Tahun {draw.randrange(2015, 2026)}"


def matter(draw: random.Random) -> str:
    """Give what a paper is about."""
    return draw.choice(MATTERS)


def measured(catalog: Catalog, viewer: str | None) -> str:
    """Type beginnings of words, and tell what the answers took."""
    scope, index, kept, taken = scope_of(viewer), open_words(catalog), Titles(), []
    for typed in typings():
        start = time.perf_counter()
        suggest(catalog, index, typed, scope, MOST, kept)
        taken.append((time.perf_counter() - start) * 1000)
    first, *others = taken
    middle, late = statistics.median(others), sorted(others)[int(0.95 * len(others))]
    return f"first {first:.1f} ms, then median {middle:.1f}, p95 {late:.1f}"


def typings() -> Iterator[str]:
    """Yield what is in the box while somebody types: one to three words, the last one begun."""
    draw = random.Random(SEED)
    for _ in range(TYPED):
        words = titled(draw, draw.randrange(1, 20_000)).split()
        at = draw.randrange(len(words) - 2)
        *whole, last = words[at : at + draw.randrange(1, 4)]
        yield " ".join([*whole, last[: draw.randrange(2, max(3, len(last) + 1))]])


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
