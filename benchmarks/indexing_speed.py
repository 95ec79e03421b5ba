"""How fast a folder is indexed, how much memory it takes, and how long a search takes from a cold start.

`python -m benchmarks.indexing_speed [FOLDER] [--workers N] [--json]`: the sample corpus unless told. Every figure comes
from fresh processes of the command itself, as an operator runs it.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from operations.demo import sample_folder

SEARCHES = 5
QUESTION = "berapa lama sebelum dipakai kendaraan dinas harus dipinjam"
_COMMAND = [sys.executable, "-m", "operations.cli"]


def call(data: Path, *args: str) -> tuple[dict[str, Any], float, float]:
    """Run the command; return its document, the seconds it took, and the peak of its largest process in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [*_COMMAND, "--data", str(data), *args, "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout
    out = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return json.loads(out), time.perf_counter() - began, usage.ru_maxrss / 1024


def measure(folder: Path, workers: Sequence[str]) -> dict[str, Any]:
    """Index the folder twice and search it from cold starts."""
    with tempfile.TemporaryDirectory(prefix="rujukan-speed-") as tmp:
        data = Path(tmp)
        first, seconds, peak = call(data, "index", str(folder), *workers)
        again, again_seconds, _ = call(data, "index", str(folder), *workers)
        cold = [call(data, "search", QUESTION) for _ in range(SEARCHES)]
    items = first["items"]
    pages, passages = (sum(item[name] for item in items) for name in ("pages", "passages"))
    embedded = passages - sum(item["rows"] for item in items)
    reading, embedding = (sum(item[name] for item in items) for name in ("read_seconds", "embed_seconds"))
    return {
        "files": len(items),
        "unchanged_again": again["unchanged"],
        "pages": pages,
        "passages_embedded": embedded,
        "seconds": round(seconds, 2),
        "pages_a_second_read": round(pages / max(reading, 1e-9), 1),
        "passages_a_second_embedded": round(embedded / max(embedding, 1e-9), 1),
        "pages_a_second_whole": round(pages / seconds, 1),
        "second_run_seconds": round(again_seconds, 2),
        "peak_mb_indexing": round(peak),
        "peak_mb_reader": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        "cold_search_seconds": round(statistics.median(seconds for _, seconds, _ in cold), 2),
        "peak_mb_search": round(max(peak for _, _, peak in cold)),
    }


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=sample_folder())
    parser.add_argument("--workers")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = measure(args.folder, ("--workers", args.workers) if args.workers else ())
    if args.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    for name, value in found.items():
        sys.stdout.write(f"{name:28} {value}\n")


if __name__ == "__main__":
    main()
