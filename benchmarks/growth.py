"""How cost grows with the number of passages: building a base of their vectors, its files, and asking it.

`python -m benchmarks.growth [PASSAGES…] [--folder DIR] [--out FILE.json] [--svg FILE.svg]`: from 1,000 to 1,000,000
unless told. A catalog in DIR (a temporary folder unless told) grows from size to size; what FILE.json already holds is
not measured again, so that a run may be stopped and taken up. Vectors are perturbed from real ones, see
`benchmarks.growth_made`.

Every figure goes through the engine's own classes, codes and masks: 200 questions each with the vector given, 100
passages wanted, one after another; `first` is the first of a kind, which works out the mask. Recall is that of the
first ten against every vector compared. The tail is what a catalog of that size may gather before it is compacted.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.growth_drawn import drawing
from engine.dense import GRAPH_TAIL, TAIL_LIMIT

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
_PER_ASSET = 20
_GRAPH_TAIL = int(GRAPH_TAIL * TAIL_LIMIT)
Json = dict[str, Any]

COLUMNS = (
    ("passages", "{passages:,}"),
    ("kind", "{build[kind]}"),
    ("build s", "{build[seconds]:.1f}"),
    ("build MB", "{build[peak_mb]:,}"),
    ("files MB", "{files_mb:,.0f}"),
    ("ask MB", "{ask[peak_mb]:,}"),
    ("open ms", "{ask[open_ms]:,.0f}"),
    ("first", "{ask[all][first_ms]:.1f}"),
    ("median", "{ask[all][median_ms]:.2f}"),
    ("p95", "{ask[all][p95_ms]:.2f}"),
    ("recall", "{ask[all][recall]:.3f}"),
    ("1% p95", "{ask[one_percent][p95_ms]:.2f}"),
    ("recall", "{ask[one_percent][recall]:.3f}"),
    ("unit p95", "{ask[own_topic][p95_ms]:.2f}"),
    ("recall", "{ask[own_topic][recall]:.3f}"),
    ("50% p95", "{ask[public][p95_ms]:.2f}"),
    ("recall", "{ask[public][recall]:.3f}"),
    ("tail", "{tail[tail]:,}"),
    ("p95", "{tail[p95_ms]:.2f}"),
)


def main() -> None:
    """Measure what is not measured yet, and print and draw all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=int, nargs="*", default=SIZES)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    rows = json.loads(given.out.read_bytes())["rows"] if given.out and given.out.exists() else []
    write(" ".join(f"{name:>9}" for name, _ in COLUMNS))
    for row in rows:
        write(line(row))
    with tempfile.TemporaryDirectory() if given.folder is None else nullcontext(given.folder) as folder:
        for size in sorted(given.passages):
            if size not in [row["wanted"] for row in rows]:
                rows.append(measured(Path(folder), size))
                write(line(rows[-1]))
                keep(rows, given.out, given.svg)
    keep(rows, given.out, given.svg)


def measured(folder: Path, size: int) -> Json:
    """Grow the catalog to a size and return all figures of it."""
    folder.mkdir(parents=True, exist_ok=True)
    held = phase(folder, "grow", size)["passages"]
    build = phase(folder, "build", size)
    ask = phase(folder, "ask", size)
    may_gather = _GRAPH_TAIL if build["kind"] == "hnsw" else TAIL_LIMIT
    tail = phase(folder, "tail", min(may_gather, size // 4 // _PER_ASSET * _PER_ASSET))
    row = {"wanted": size, "passages": held, "build": build, "ask": ask, "tail": tail}
    return row | {"files_mb": sum(mb for name, mb in build["megabytes"].items() if name != "catalog.db")}


def phase(folder: Path, name: str, passages: int) -> Json:
    """Run one phase in a process of its own and return what it says."""
    command = [sys.executable, "-m", "benchmarks.growth_phases", name, str(folder), str(passages)]
    said: Json = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return said


def keep(rows: list[Json], out: Path | None, svg: Path | None) -> None:
    """Write the results and the drawing where they are wanted."""
    if out is not None:
        note = "vectors perturbed from those of corpora/contoh"
        out.write_text(json.dumps({"vectors": note, "rows": rows}, indent=1), encoding="utf8")
    if svg is not None and rows:
        svg.write_text(drawing(rows), encoding="utf8")


def line(row: Json) -> str:
    """Return a row of the table."""
    return " ".join(f"{form.format(**row):>9}" for _, form in COLUMNS)


def write(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
