"""What a night costs over very many files: time, and memory beside a run over a tenth of them.

`python -m benchmarks.many_files [--files N] [--small N] [--seed N] [--folder DIR] [--out FILE.json]`: 20,000 and 2,000
short files (see `benchmarks.many_files_made`) unless told. For each number, on a new catalog, the real command runs
again and again: a first run, an unchanged run (the median of three), one after 1 % of the files changed, the vectors
of another model from stored text (`reindex --model`), and `verify`. The other model is the bundled one with another
prompt: another id, the same speed. Exit status 1 if a phase fails, or `verify` finds something.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.many_files_made import write_all, write_some
from benchmarks.process_tree import Cost, run
from catalog.opening import open_existing
from embedding.cores import available_cores
from embedding.description import read_description, short_hash, write_description
from embedding.embedder import BUNDLED

CHANGED = 0.01
UNCHANGED_RUNS = 3
_COMMAND = (sys.executable, "-m", "operations.cli")

Json = dict[str, Any]


class PhaseError(Exception):
    """A command of the benchmark did not end as it must."""


@dataclass(frozen=True)
class Stage:
    """The files, the catalog and the other model of one size."""

    root: Path
    count: int
    seed: int

    @property
    def files(self) -> Path:
        """Return the folder that is indexed."""
        return self.root / "berkas"

    def call(self, *args: str) -> tuple[Cost, Json]:
        """Run the command over the catalog; PhaseError unless all was well."""
        cost = run([*_COMMAND, "--data", str(self.root / "data"), *args, "--json"])
        if cost.status != 0:
            raise PhaseError(f"`{' '.join(args)}` ended with {cost.status}: {cost.error[-2000:]}{cost.out[:2000]}")
        return cost, json.loads(cost.out)


def measure(stage: Stage, tell: Callable[[str], None]) -> Json:
    """Make the files and run every phase over them."""
    began = time.perf_counter()
    write_all(stage.files, stage.count, stage.seed, available_cores())
    phases: Json = {}
    made = {"files": stage.count, "made_in_seconds": round(time.perf_counter() - began, 1), "phases": phases}
    for name, phase in _PHASES.items():
        before = os.getloadavg()[0]
        found = phase(stage) | {"load_before": round(before, 2), "load_after": round(os.getloadavg()[0], 2)}
        phases[name] = found
        tell(f"{stage.count:>8} {_row(name, found)}")
    return made


def _first(stage: Stage) -> Json:
    cost, found = stage.call("index", str(stage.files))
    _must_be(found, indexed=stage.count)
    return _figures(cost, found)


def _unchanged(stage: Stage) -> Json:
    calls = [stage.call("index", str(stage.files)) for _ in range(UNCHANGED_RUNS)]
    for _, found in calls:
        _must_be(found, unchanged=stage.count)
    seconds = [cost.seconds for cost, _ in calls]
    peak = max((cost for cost, _ in calls), key=lambda cost: cost.tree_mb)
    figures = _figures(replace(peak, seconds=statistics.median(seconds)), calls[0][1])
    return figures | {"seconds_of_each": [round(s, 3) for s in seconds]}


def _changed(stage: Stage) -> Json:
    few = max(1, round(stage.count * CHANGED))
    write_some(stage.files, random.Random(stage.seed).sample(range(stage.count), few), stage.seed, edition=1)
    cost, found = stage.call("index", str(stage.files))
    _must_be(found, indexed=few, unchanged=stage.count - few)
    return _figures(cost, found)


def _other_model(stage: Stage) -> Json:
    cost, found = stage.call("reindex", "--model", str(other_model(stage.root / "model")))
    if not found["complete"]:
        raise PhaseError(f"the edition of the other model is not complete: {found}")
    embedded = _vectors(stage, found["edition"]["model"]["id"])
    return _cost(cost) | {
        "files": stage.count,
        "files_a_second": round(stage.count / cost.seconds, 1),
        "embedded": embedded,
        "embedded_a_second": round(embedded / cost.seconds, 1),
    }


def _vectors(stage: Stage, model: str) -> int:
    with closing(open_existing(stage.root / "data")) as catalog:
        return int(catalog.db.execute("SELECT count(*) FROM vector WHERE model = ?", [model]).fetchone()[0])


def _verify(stage: Stage) -> Json:
    cost, found = stage.call("verify")
    return _cost(cost) | {"files": stage.count, "files_a_second": round(stage.count / cost.seconds, 1)} | found


_PHASES: dict[str, Callable[[Stage], Json]] = {
    "first": _first,
    "unchanged": _unchanged,
    "1 % changed": _changed,
    "other model": _other_model,
    "verify": _verify,
}


def other_model(folder: Path) -> Path:
    """Copy the bundled model under another passage prompt, so that its id is another; return the folder."""
    shutil.copytree(BUNDLED, folder)
    own = read_description(folder)
    prompt = "passage:  "
    write_description(folder, replace(own, model_id=short_hash(own.model_id, prompt), passage_prompt=prompt))
    return folder


def _must_be(found: Json, **counts: int) -> None:
    seen = {name: found[name] for name in ("indexed", "unchanged", "failed", "skipped")}
    if seen != dict.fromkeys(seen, 0) | counts:
        raise PhaseError(f"expected {counts}, found {seen}")


def _cost(cost: Cost) -> Json:
    return {
        "seconds": round(cost.seconds, 2),
        "cpu_seconds": round(cost.cpu_seconds, 2),
        "tree_mb": round(cost.tree_mb, 1),
        "largest_process_mb": round(cost.parent_mb, 1),
        "processes": cost.processes,
        "tree_mb_by_tenth": [round(mb) for mb in cost.tenths],
    }


def _figures(cost: Cost, found: Json) -> Json:
    """Return an index run's figures. Passages are those that were made now; of a sheet's rows none has a vector."""
    new = [item for item in found["items"] if item["outcome"] == "indexed"]
    passages, rows = (sum(item[name] for item in new) for name in ("passages", "rows"))
    return _cost(cost) | {
        "files": len(found["items"]),
        "files_a_second": round(len(found["items"]) / cost.seconds, 1),
        "read": len(new),
        "passages": passages,
        "embedded": passages - rows,
        "embedded_a_second": round((passages - rows) / cost.seconds, 1),
    }


def growth(small: Json, large: Json) -> Json:
    """Return how much more memory each phase took over more files, and what 10,000 unchanged files take."""
    a, b = small["phases"], large["phases"]
    more = {name: round(b[name]["tree_mb"] - a[name]["tree_mb"], 1) for name in b if "tree_mb" in b[name]}
    seconds = b["unchanged"]["seconds"]
    return {"more_tree_mb": more, "unchanged_seconds_per_10000": round(seconds / large["files"] * 10_000, 3)}


_HEADS = ("seconds", "cpu_seconds", "files_a_second", "embedded_a_second", "tree_mb", "processes", "load_after")


def _row(name: str, found: Json) -> str:
    return f"{name:14}" + "".join(f"{found.get(head, ''):>20}" for head in _HEADS)


def _stages(root: Path, counts: Sequence[int], seed: int) -> Iterator[Stage]:
    for count in counts:
        place = root / f"{count}"
        if place.exists():
            sys.exit(f"{place} is there already: name a new --folder, or delete it.")
        place.mkdir(parents=True)
        yield Stage(place, count, seed)


def many_files(root: Path, counts: Sequence[int], seed: int, tell: Callable[[str], None]) -> Json:
    """Measure each number of files in a folder of its own, and set the largest beside the smallest."""
    tell(f"{'files':>8} {'phase':14}" + "".join(f"{head:>20}" for head in _HEADS))
    sizes = [measure(stage, tell) for stage in _stages(root, counts, seed)]
    found = {
        "schema": 1,
        "seed": seed,
        "cores": available_cores(),
        "sizes": sizes,
        "growth": growth(sizes[0], sizes[-1]),
    }
    tell(f"growth: {json.dumps(found['growth'])}")
    return found


def main() -> None:
    """Print the table as it grows, and write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="Where the files and catalogs stay; a temporary one unless told.")
    parser.add_argument("--out", type=Path, help="Where the JSON goes.")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rujukan-many-") as tmp:
        try:
            found = many_files(args.folder or Path(tmp), (args.small, args.files), args.seed, _say)
        except PhaseError as error:
            sys.exit(str(error))
    if args.out is not None:
        args.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf8")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
