"""Train the bundled model: `python -m embedding.train OUT --data FOLDER` (extra `train`).

The restored and pruned multilingual-e5-small learns to tell the passage that answers a question from those that only
look so (InfoNCE, van den Oord and others 2018, arXiv 1807.03748; hard negatives by BM25) by what the words that both
share do not tell (`embedding/beside_words.py`), and at the same time to give the vectors of other texts as before
(EmbedDistill, Kim and others 2023, arXiv 2301.12005).

It takes a minute on a GPU and hours without one: WORK holds what is done so far, and the same call goes on from there.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click
import numpy as np
import torch
from datasets import Dataset
from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer, SentenceTransformerTrainingArguments
from sentence_transformers.losses import EmbedDistillLoss
from torch import Tensor
from torch.utils.checkpoint import checkpoint
from transformers import BertModel, set_seed
from transformers.trainer_utils import get_last_checkpoint

from embedding.beside_words import BesideWordsLoss, rarity_of
from embedding.derive import compare, restore_and_prune, sample
from embedding.folder import from_bert, write_float_folder, write_int8_folder
from embedding.training_data import kept_texts
from embedding.training_pairs import SOURCES, triplets

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
FROZEN = 3
"""How many of the first layers stay as they are, with the words: it saves time and keeps what is general."""
TOKENS = 192
"""As many as a passage of search has."""
BATCH = 256
SHORT = 200
"""Characters up to which a text counts as short; the two kinds are trained in batches of their own."""
WORDS_WEIGHT = 8.0
"""What the words count beside SCALE times the cosine: about as much as they do in the fusion of search."""
TEACHER_WEIGHT = 15.0
"""Brings the two gradients near one size: a cosine's is one, that of InfoNCE is up to its scale."""
RATE = 1e-4
WARMUP = 0.1
SAVED = 20
"""Steps after which what is trained so far is written down."""

Folder = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("out", type=Folder)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Data folder: its train/ is trained on.",
)
@click.option(
    "--work", type=Folder, required=True, help="Folder of what is done so far, and of the float model: WORK/float."
)
@click.option("--seed", default=1, show_default=True)
@click.option("--quick", is_flag=True, help="Products in bfloat16, by a compiled graph: wants a C++ compiler.")
@click.option("--most", type=int, help="Stop after so many steps: to try whether everything runs.")
def main(out: Path, data: Path, work: Path, seed: int, most: int | None, *, quick: bool) -> None:
    """Write the model folder OUT and print how near int8 is to the float weights."""
    texts = sorted((data / "train").glob("*.xz"))
    shape, weights, tokenizer = restore_and_prune(texts, at_least=3)
    write_float_folder(work / "teacher", shape, weights, tokenizer)
    trained = from_bert(train(work, data / "train", seed, most, quick=quick))
    write_float_folder(work / "float", shape, trained, tokenizer)
    calibration, held_out = sample(texts)
    write_int8_folder(out, shape, trained, tokenizer, calibration)
    cosines = compare(out, work / "float", held_out)
    click.echo(f"int8 against float, {len(cosines)} texts: mean {cosines.mean():.4f}, least {cosines.min():.4f}")


def train(work: Path, folder: Path, seed: int, most: int | None, *, quick: bool) -> BertModel:
    """Return the trained BertModel; `work` holds the teacher's float folder and the steps that are done."""
    set_seed(seed)
    student = opened(work / "teacher")
    freeze(student)
    recompute_attention(student)
    if quick:
        student[0].auto_model.compile(dynamic=True)
    asked = questions(folder, seed)
    datasets = asked | kept(work, folder, seed)
    teacher_loss, answer_loss = TeacherLoss(student), answers(student, asked)
    steps = work / "steps"
    trainer = SentenceTransformerTrainer(
        model=student,
        args=settings(steps, seed, most, bf16=quick),
        train_dataset=datasets,
        loss={name: teacher_loss if "label" in rows.column_names else answer_loss for name, rows in datasets.items()},
    )
    trainer.train(resume_from_checkpoint=get_last_checkpoint(str(steps)) if steps.exists() else None)
    return student[0].auto_model.cpu()


def opened(folder: Path) -> SentenceTransformer:
    """Open a float folder without dropout: the vectors must come out as the teacher gives them."""
    still = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    # torch's own attention takes half of a training step on a processor, that written out a fifth.
    attention = {"attn_implementation": "eager" if DEVICE == "cpu" else "sdpa"}
    model = SentenceTransformer(str(folder), device=DEVICE, config_kwargs=still, model_kwargs=attention)
    model.max_seq_length = TOKENS
    return model


def freeze(student: SentenceTransformer) -> None:
    """Leave the words and the first layers as they are."""
    bert = student[0].auto_model
    for part in (bert.embeddings, *bert.encoder.layer[:FROZEN]):
        part.requires_grad_(requires_grad=False)


def recompute_attention(student: SentenceTransformer) -> None:
    """Work attention out again for the gradients: kept, its weights are what takes most memory of a batch.

    Of 256 pairs at most 13 GiB instead of 23, in the same time (two cores, `--quick`); the gradients are the same.
    """
    for layer in student[0].auto_model.encoder.layer[FROZEN:]:
        attention = layer.attention.self
        attention.forward = partial(checkpoint, attention.forward, use_reentrant=False)


class TeacherLoss(EmbedDistillLoss):
    """One minus the cosine between the student's vector and the teacher's, made as large as the other loss."""

    def forward(self, sentence_features: Iterable[dict[str, Tensor]], labels: Tensor) -> Tensor:
        """Return the mean over the batch, times TEACHER_WEIGHT."""
        return TEACHER_WEIGHT * super().forward(sentence_features, labels)


def answers(student: SentenceTransformer, asked: dict[str, Dataset]) -> BesideWordsLoss:
    """InfoNCE beside words, their rarity taken from the passages that answer."""
    passages = [passage for rows in asked.values() for passage in rows["positive"]]
    pieces = student.tokenizer(passages, truncation=True, max_length=TOKENS)["input_ids"]
    mean_length = sum(map(len, pieces)) / len(pieces)
    return BesideWordsLoss(student, rarity_of(pieces, len(student.tokenizer)), mean_length, WORDS_WEIGHT)


def questions(folder: Path, seed: int) -> dict[str, Dataset]:
    """Return one data set for each source, so that a batch's passages are of one kind and hard to tell apart."""
    columns = ("anchor", "positive", "negative")
    return {
        source.name: Dataset.from_list([dict(zip(columns, row, strict=True)) for row in triplets(folder, source, seed)])
        for source in SOURCES
    }


def kept(work: Path, folder: Path, seed: int) -> dict[str, Dataset]:
    """Return texts with the teacher's vectors, short and long apart: a batch is padded to its longest text."""
    texts = sorted(kept_texts(folder, seed), key=len)
    file, part = work / f"kept-{seed}.npy", work / "kept.part.npy"
    if not file.exists():
        teacher = opened(work / "teacher")
        np.save(part, teacher.encode(texts, prompt="", normalize_embeddings=True, show_progress_bar=True))
        part.replace(file)
    vectors = np.load(file)
    middle = next(number for number, text in enumerate(texts) if len(text) > SHORT)
    parts = {"kept short": slice(None, middle), "kept long": slice(middle, None)}
    return {
        name: Dataset.from_dict({"text": texts[part], "label": np.asarray(vectors[part]).tolist()})
        for name, part in parts.items()
    }


def settings(steps: Path, seed: int, most: int | None, *, bf16: bool) -> SentenceTransformerTrainingArguments:
    """Return the trainer's settings: one pass over everything, every source as often as it has batches."""
    return SentenceTransformerTrainingArguments(
        output_dir=str(steps),
        per_device_train_batch_size=BATCH,
        num_train_epochs=1,
        max_steps=most or -1,
        learning_rate=RATE,
        warmup_ratio=WARMUP,
        seed=seed,
        batch_sampler="no_duplicates",
        multi_dataset_batch_sampler="proportional",
        use_cpu=DEVICE == "cpu",
        bf16=bf16,
        save_steps=SAVED,
        save_total_limit=1,
        report_to="none",
        logging_steps=20,
    )


if __name__ == "__main__":
    main()
