"""Train the reader: `python -m embedding.reader.train OUT --start FOLDER --data FOLDER` (extra `train`).

One linear layer over an encoder gives each token a score as first and as last of the answer; position 0 stands for "not
answered here" (Devlin and others 2019, arXiv 1810.04805, section 4.3, for SQuAD 2.0). The encoder is the embedding
model, which has learned which passage belongs to a question. It is trained in two rounds of two passes, of other
mixtures. Such a round ends with the mean of the weights after its passes, the second counts those of the first as one
more (Wortsman and others 2022, arXiv 2109.01903). Three rounds on exercises follow, each of one pass, since a mean
loses what they teach (`model/README.md`).
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import click
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import BertModel, get_linear_schedule_with_warmup, set_seed

from embedding.description import PREFIXES, TOKENIZER
from embedding.reader.example import Example
from embedding.reader.examples import FIRST, FURTHER, NEAR, SHORT, Mixture, examples, exercised
from embedding.reader.folder import write_reader
from embedding.reader.span_model import SpanModel

TOKENS = 256
BATCH = 16
HEAD_RATE = 1e-3
WARMUP = 0.06
CALIBRATION = 400
"""Texts on which the scales of the int8 graph are measured."""

Folder = click.Path(file_okay=False, path_type=Path)
There = click.Path(exists=True, file_okay=False, path_type=Path)


@dataclass(frozen=True)
class Read:
    """An example as token ids, with the positions of the answer's first and last token; 0 and 0 for no answer."""

    ids: list[int]
    first: int
    last: int


@dataclass(frozen=True)
class Way:
    """How a pass is gone: its greatest rate, what its order is drawn by, the step at which it stops, its precision."""

    rate: float
    seed: int
    most: int | None = None
    bf16: bool = False


@dataclass(frozen=True)
class Round:
    """What each pass reads with the greatest learning rate in it; whether the mean counts the weights from before."""

    passes: tuple[tuple[Mixture, float], ...]
    counts_before: bool = False


ROUNDS = (
    Round(((FIRST, 1e-4), (FURTHER, 7e-5))),
    Round(((SHORT, 5e-5), (NEAR, 5e-5)), counts_before=True),
    Round(((exercised(2250, 0.4), 6e-5),)),
    Round(((exercised(2412, 0.35), 4e-5),)),
    Round(((exercised(1831, 0.22), 5e-5),)),
)


@click.command()
@click.argument("out", type=Folder)
@click.option("--start", type=There, required=True, help="Float model to start from.")
@click.option("--data", type=There, required=True, help="Data folder: its train/ is trained on.")
@click.option("--float", "float_folder", type=Folder, required=True, help="Write the float model here.")
@click.option("--seed", default=5, show_default=True, help="Of the first pass; the next has the next number.")
@click.option("--bf16", is_flag=True, help="Compute products in bfloat16: quicker on processors that can.")
@click.option("--most", type=int, help="Stop each pass after so many steps: to try whether everything runs.")
def main(out: Path, start: Path, data: Path, float_folder: Path, seed: int, **asked: int | None) -> None:
    """Write the folder that is shipped to OUT."""
    set_seed(seed)
    tokenizer = Tokenizer.from_file(str(start / TOKENIZER))
    model, seeds = opened(start), count(seed)
    for one in ROUNDS:
        passed = [weights_of(model)] if one.counts_before else []
        for mixture, rate in one.passes:
            own_seed = next(seeds)
            read = as_reads(tokenizer, examples(data / "train", own_seed, mixture))
            train(model, read, Way(rate, own_seed, asked["most"], bool(asked["bf16"])))
            passed.append(weights_of(model))
        model.load_state_dict(mean(passed))
    model.save(float_folder)
    write_reader(out, model.eval(), [item.ids for item in read[:CALIBRATION]])


def as_reads(tokenizer: Tokenizer, made: Sequence[Example]) -> list[Read]:
    """Return the examples of a pass as token ids, without those whose answer is cut off, and tell how many they are."""
    read = [found for example in made if (found := as_read(tokenizer, example))]
    answered, tokens = sum(item.first > 0 for item in read), sum(len(item.ids) for item in read)
    click.echo(f"{len(read)} examples, {answered} of them answered, {tokens} tokens")
    return read


def as_read(tokenizer: Tokenizer, example: Example) -> Read | None:
    """Return the token ids of question and passage and where the answer stands; None if it was cut off."""
    tokenizer.enable_truncation(TOKENS, strategy="only_second")
    encoded = tokenizer.encode(PREFIXES["query"] + example.question, example.passage)
    if example.start < 0:
        return Read(encoded.ids, 0, 0)
    inside = [
        place
        for place, (owner, (start, end)) in enumerate(zip(encoded.sequence_ids, encoded.offsets, strict=True))
        if owner == 1 and end > example.start and start < example.end
    ]
    return Read(encoded.ids, inside[0], inside[-1]) if inside else None


def train(model: SpanModel, read: Sequence[Read], way: Way) -> None:
    """Change the model by one pass over all examples; the word vectors stay."""
    model.bert.embeddings.requires_grad_(requires_grad=False)
    model.train()
    steps = list(batches(read, way.seed))[: way.most]
    body = [weights for weights in model.bert.parameters() if weights.requires_grad]
    head = {"params": model.head.parameters(), "lr": HEAD_RATE}
    optimiser = torch.optim.AdamW([{"params": body, "lr": way.rate}, head])
    schedule = get_linear_schedule_with_warmup(optimiser, int(WARMUP * len(steps)), len(steps))
    total = 0.0
    for number, batch in enumerate(steps, 1):
        # For one step only: within it, autocast keeps the copies of the weights that it made at the beginning.
        with torch.autocast("cpu", torch.bfloat16, enabled=way.bf16):
            loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        total = loss.item() if number == 1 else 0.95 * total + 0.05 * loss.item()
        if number % 20 == 0:
            click.echo(f"step {number} of {len(steps)}: loss {total:.3f}")


def opened(start: Path) -> SpanModel:
    """Open the model to start from, without dropout; its head is drawn."""
    still = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    # On processors torch's own attention is slow to go back through: with it a step took 1.1 to 1.4 times as long.
    return SpanModel(BertModel.from_pretrained(start, add_pooling_layer=False, attn_implementation="eager", **still))


def weights_of(model: SpanModel) -> dict[str, Tensor]:
    """Return a copy of the weights, by name."""
    return {name: values.clone() for name, values in model.state_dict().items()}


def mean(passed: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of the weights, by name."""
    return {name: torch.stack([weights[name] for weights in passed]).mean(dim=0) for name in passed[0]}


def loss_of(model: SpanModel, batch: Sequence[Read]) -> Tensor:
    """Return the mean of the two cross entropies, of the first and of the last token."""
    ids, mask = padded([item.ids for item in batch])
    scores = model(ids, mask).float()
    first = cross_entropy(scores[:, :, 0], torch.tensor([item.first for item in batch]))
    last = cross_entropy(scores[:, :, 1], torch.tensor([item.last for item in batch]))
    return (first + last) / 2


def padded(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return ids and mask, shape (texts, tokens of the longest)."""
    longest = max(map(len, texts))
    ids = torch.tensor([[*text, *[1] * (longest - len(text))] for text in texts])
    return ids, torch.tensor([[1] * len(text) + [0] * (longest - len(text)) for text in texts])


def batches(read: Sequence[Read], seed: int) -> Iterator[list[Read]]:
    """Yield batches of texts of about one length, in an order drawn by the seed."""
    chance = random.Random(seed)
    order = list(read)
    chance.shuffle(order)
    pools = [order[place : place + 40 * BATCH] for place in range(0, len(order), 40 * BATCH)]
    for pool in pools:
        pool.sort(key=lambda item: len(item.ids))
        parts = [pool[place : place + BATCH] for place in range(0, len(pool), BATCH)]
        chance.shuffle(parts)
        yield from parts


if __name__ == "__main__":
    main()
