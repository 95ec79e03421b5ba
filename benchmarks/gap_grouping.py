"""How many different questions the grouping of gaps puts together, and how many of two wordings of one it finds.

python -m benchmarks.gap_grouping FOLDER...   each in the shape of `rujukan evaluate`; our own questions always

Of a folder, two questions that other texts answer ask for something else. Two that the same text answers may or may
not, and are counted apart, as are those with a question that nothing answers: in some sets these are another question
with a word or two changed, the hardest there are. Of our own (the sample's, near misses, and second wordings in
benchmarks/gap_wordings.tsv) only two wordings of one ask for the same.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks import judged
from embedding import embedder
from embedding.cores import available_cores
from embedding.embedder import Embedder
from operations.gaps import measured_by
from programme.steering.gap_grouping import NEAR, folded, means_the_same
from search.understanding import glossary

ROOT = Path(__file__).parent.parent
OTHER, SAME_TEXT, UNANSWERED, SAME = "something else", "same text", "one of them unanswered", "two wordings"


def main() -> None:
    """Print a line for our own questions and for each folder."""
    model = embedder.load(None, threads=available_cores())
    for name, asked in {"own": _own(), **{folder: _judged(Path(folder)) for folder in sys.argv[1:]}}.items():
        pairs, together = counted(model, asked)
        told = ", ".join(f"{kind}: {together[kind]} of {pairs[kind]:,} pairs" for kind in pairs)
        sys.stdout.write(f"{name}: {len(asked)} questions; put together of {told}\n")


def counted(model: Embedder, asked: Mapping[str, str | None]) -> tuple[Counter[str], Counter[str]]:
    """Return how many pairs of questions there are of each kind, and how many are put together.

    `asked` tells of each question what answers it, None for nothing.
    """
    texts, answers = list(asked), list(asked.values())
    found = measured_by(model, glossary.load(), texts)
    cosines = found.vectors @ found.vectors.T
    near = {(int(a), int(b)) for a, b in zip(*np.nonzero(np.triu(cosines >= NEAR, 1)), strict=True)}
    pairs = Counter(_kind(one, other) for one, other in combinations(answers, 2))
    same = ((a, b) for a, b in near if means_the_same(found, a, b, float(cosines[a, b])))
    return pairs, Counter(_kind(answers[a], answers[b]) for a, b in same)


def _kind(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return UNANSWERED
    if one != other:
        return OTHER
    return SAME if one.startswith("own ") else SAME_TEXT


def _judged(folder: Path) -> dict[str, str | None]:
    read = judged.read(folder)
    answered = {text: " ".join(sorted(read.qrels[key])) for key, text in read.queries.items() if key in read.qrels}
    return _once({**dict.fromkeys(read.unanswerable.values()), **answered})


def _own() -> dict[str, str | None]:
    rows = [
        json.loads(line)
        for file in (ROOT / "corpora" / "contoh.questions.jsonl", ROOT / "benchmarks" / "near_misses.jsonl")
        for line in file.read_text(encoding="utf8").splitlines()
    ]
    with (ROOT / "benchmarks" / "gap_wordings.tsv").open(encoding="utf8") as file:
        wordings = {row["wording"]: f"own {row['id']}" for row in csv.DictReader(file, delimiter="\t")}
    return _once({**{row["q"]: f"own {row['id']}" for row in rows}, **wordings})


def _once(asked: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return each question once that is the same but for capitals, blanks and signs, as the grouping does."""
    return dict({folded(text): (text, answer) for text, answer in asked.items()}.values())


if __name__ == "__main__":
    main()
