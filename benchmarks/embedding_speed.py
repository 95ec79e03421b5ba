"""How fast texts become vectors: the bundled runtime beside sentence-transformers on torch, in one run.

`python -m benchmarks.embedding_speed [--float FOLDER] [--json]`, from the repository's root. FOLDER holds the same
model with float weights (`python -m embedding.derive OUT --texts FILE... --float FOLDER`); without it, or without
torch, only the bundled runtime is measured, and the output says so. Rounds alternate, so that another load hits both
alike; the best round of each counts.
"""

import json
import resource
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import click
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from embedding.cores import available_cores
from embedding.embedder import BUNDLED, Embedder, load

TOKENS = 120
PASSAGES = 64
QUESTIONS = (
    "Berapa lama masa simpan berita acara serah terima barang?",
    "Siapa yang menyetujui kerangka acuan kerja?",
    "cara mengajukan keberatan pajak bumi dan bangunan",
    "What is the procedure for disposing of a broken vehicle?",
    "syarat mutasi objek pajak karena warisan",
)
SENTENCE = (
    "pengurus barang mencatat setiap perolehan aset daerah dalam kartu inventaris lalu menyerahkan salinannya kepada "
    "kepala bidang paling lambat lima hari kerja setelah berita acara ditandatangani kedua pihak dan diberi nomor"
)


@click.command()
@click.option("--float", "float_folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--threads", default=available_cores(), show_default=True)
@click.option("--rounds", default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def main(float_folder: Path | None, threads: int, rounds: int, *, as_json: bool) -> None:
    """Measure passages of 120 tokens a second and the median time of one question."""
    started = time.perf_counter()
    bundled = load(threads=threads)
    bundled.embed_queries(QUESTIONS[:1])
    result: dict[str, object] = {"threads": threads, "tokens": TOKENS, "passages": PASSAGES}
    result["cold_start_s"] = round(time.perf_counter() - started, 3)
    bundled.embed_passages(passages())
    result["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    embedders = {"bundled": bundled}
    if float_folder is not None and find_spec("torch") is not None:
        embedders["torch_float"] = load(float_folder, threads=threads)
    result |= measure(embedders, rounds)
    click.echo(json.dumps(result) if as_json else as_table(result))


def passages() -> list[str]:
    """Return different passages that have exactly 120 tokens, prompt and marks included."""
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    pick = np.random.default_rng(11)
    return [
        _of_length(tokenizer, [str(word) for word in pick.choice(SENTENCE.split(), 2 * TOKENS)])
        for _ in range(PASSAGES)
    ]


def _of_length(tokenizer: Tokenizer, words: list[str]) -> str:
    while len(tokenizer.encode("passage: " + " ".join(words))) > TOKENS:
        words = words[:-1]
    text = " ".join(words)
    return text + "," * (TOKENS - len(tokenizer.encode("passage: " + text)))


def measure(embedders: dict[str, Embedder], rounds: int) -> dict[str, object]:
    """Return speed and median question time of each; what is compared is measured in turns."""
    texts = passages()
    best = dict.fromkeys(embedders, float("inf"))
    questions: dict[str, list[float]] = {name: [] for name in embedders}
    for _ in range(rounds):
        for name, embedder in embedders.items():
            best[name] = min(best[name], seconds(embedder.embed_passages, texts))
            questions[name] += [seconds(embedder.embed_queries, [question]) for question in QUESTIONS]
    result: dict[str, object] = {f"{name}_passages_s": round(PASSAGES / best[name], 1) for name in embedders}
    result |= {f"{name}_question_ms": round(1000 * median(questions[name]), 2) for name in embedders}
    if "torch_float" in best:
        result["times_faster"] = round(best["torch_float"] / best["bundled"], 2)
    return result


def seconds(encode: Callable[[Sequence[str]], NDArray[np.float32]], texts: Sequence[str]) -> float:
    """Return how long the texts took."""
    started = time.perf_counter()
    encode(texts)
    return time.perf_counter() - started


def as_table(result: dict[str, object]) -> str:
    """Return one line for each figure, and a word on what is missing."""
    lines = [f"{name:24} {value}" for name, value in result.items()]
    if "times_faster" not in result:
        lines.append("Only the bundled runtime: torch, or --float FOLDER, is missing.")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
