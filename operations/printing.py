"""What the command prints: one JSON document on standard output, or plain sentences for people."""

import json
from collections.abc import Callable
from dataclasses import astuple
from typing import Any

import click

from search.ranking.explaining import Why


def document(value: dict[str, Any]) -> None:
    """Print the one JSON document of the call."""
    click.echo(json.dumps(value, ensure_ascii=False))


def aloud(sentence: str) -> None:
    """Tell people something on standard error, beside a document or a bar."""
    click.echo(sentence, err=True)


def place(page: int | None, sheet: str | None, row: int | None) -> str:
    """Return a place in words: page, sheet and row."""
    parts = [f"halaman {page}" if page is not None else "", f"lembar {sheet}" if sheet is not None else ""]
    parts.append(f"baris {row}" if row is not None else "")
    return ", ".join(part for part in parts if part)


def why(told: Why) -> None:
    """Print what a score is made of."""
    parts = told.parts
    words = f"kata {parts.words:.3f}{_listed('BM25', told.bm25, told.lexical_rank)}"
    meaning = f"makna {parts.meaning:.3f}{_listed('kosinus', told.cosine, told.dense_rank)}"
    others = f"pasangan kata {parts.pairs:.3f} + jenis jawaban {parts.kind:.3f} + yang disebut {parts.named:.3f}"
    score = sum(astuple(parts))
    click.echo(f"   nilai {score:.3f} = {words} + {meaning} + {others}")
    click.echo(f"   kata yang cocok: {', '.join((*told.identifiers, *told.stems)) or 'tidak ada'}")


def _listed(name: str, raw: float | None, rank: int | None) -> str:
    said = [f"{name} {raw:.4f}"] if raw is not None else []
    said += [f"urutan {rank}"] if rank is not None else []
    return f" ({', '.join(said)})" if said else ""


def either(value: dict[str, Any], sentence: Callable[[dict[str, Any]], str], *, as_json: bool) -> None:
    """Print the document, or the sentence that tells it to people."""
    if as_json:
        document(value)
    else:
        click.echo(sentence(value))
