"""Ranking measured on a judged set, through the real passages, vectors and indexes of a temporary catalog."""

import lzma
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog import editions, files, storing
from catalog.database import Catalog
from catalog.editions import Splitting
from catalog.errors import RujukanError
from catalog.files import FileState
from catalog.opening import create
from catalog.originals import Incoming
from catalog.scope import OPERATOR
from embedding.cores import available_cores
from embedding.embedder import Embedder
from indexer.building import Built, build, embed_missing
from indexer.document import Document, PageRead, ReadError
from operations import progress
from operations.session import Session
from search.evaluation.judged import bad_line, records
from search.evaluation.metrics import mean_of, measures
from search.evaluation.paired import interval
from search.opening import BUNDLED
from search.searcher import Searcher
from search.understanding.understand import QuestionError

SIDES = ("hybrid", "lexical", "dense")
DEPTH = 100
_BATCH = 512  # texts embedded between two steps of the progress bar

Json = dict[str, Any]
Ranking = dict[str, list[tuple[str, float]]]
"""For each question id: corpus ids with their scores, best first."""
Rankings = dict[str, Ranking]
"""For each side its ranking."""


@dataclass(frozen=True)
class Judged:
    """A judged set: texts, questions, and for each question the grades of its relevant ids."""

    corpus: list[Json]
    queries: list[Json]
    qrels: dict[str, dict[str, int]]


def load(folder: Path) -> Judged:
    """Read a judged set; raise RujukanError `bad_judgements` that names the file and line that is wrong."""
    corpus = list(_lines(folder, "corpus.jsonl", ("id", "text")))
    queries = list(_lines(folder, "queries.jsonl", ("id", "text")))
    asked = {str(query["id"]) for query in queries}
    return Judged(corpus, queries, {q: rel for q, rel in _qrels(folder).items() if q in asked})


def _lines(folder: Path, name: str, needed: tuple[str, ...]) -> Iterator[Json]:
    plain, packed = folder / name, folder / f"{name}.xz"
    try:
        text = (plain.read_bytes() if plain.exists() else lzma.decompress(packed.read_bytes())).decode("utf8")
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise RujukanError("bad_judgements", f"{plain} tidak dapat dibaca ({error}). Periksa foldernya.") from error
    for number, record in records(text, name):
        try:
            yield {**record, **{field: str(record[field]) for field in needed}}
        except KeyError as error:
            raise bad_line(name, number, f"{error} tidak ada") from error


def _qrels(folder: Path) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = {}
    try:
        lines = (folder / "qrels.tsv").read_text("utf8").splitlines()
        for line in lines:
            query, _, passage, grade = line.split()
            if int(grade) > 0:
                qrels.setdefault(query, {})[passage] = int(grade)
    except (OSError, ValueError) as error:
        raise RujukanError("bad_judgements", f"{folder / 'qrels.tsv'} tidak dapat dibaca ({error}).") from error
    return qrels


def evaluate(judged: Judged, model: str | None) -> tuple[Json, Rankings]:
    """Return the measures of each side with passages a second, and the rankings they were computed from."""
    with tempfile.TemporaryDirectory(prefix="rujukan-evaluate-") as folder:
        session = Session(Path(folder), model)
        catalog = create(session.data)
        embedder = session.embedder(catalog, available_cores())
        editions.claim(catalog, editions.Model(embedder.model_id, embedder.width, model or BUNDLED))
        passages, seconds = _index(catalog, embedder, judged.corpus)
        session.engine(catalog, embedder, available_cores()).publish(catalog)
        rankings = _ask(catalog, session.searcher(catalog), judged.queries)
        catalog.close()
    sides = {side: _measured(rankings[side], judged.qrels) for side in SIDES}
    counts = {"corpus": len(judged.corpus), "questions": len(judged.qrels), "passages": passages}
    return {**counts, "passages_per_second": round(passages / max(seconds, 1e-9), 1), **sides}, rankings


def _measured(rankings: Ranking, qrels: dict[str, dict[str, int]]) -> dict[str, float]:
    """Give the means over all judged questions, and between what the first lies in 95 of 100 draws of the questions."""
    each = [measures([doc for doc, _ in rankings.get(query, ())], grades) for query, grades in qrels.items()]
    low, high = interval([one["ndcg@10"] for one in each]) if each else (0.0, 0.0)
    return mean_of(each) | {"ndcg@10_low": low, "ndcg@10_high": high}


def _index(catalog: Catalog, embedder: Embedder, corpus: list[Json]) -> tuple[int, float]:
    """Index the corpus; return how many passages it gave and the seconds of splitting, embedding and storing."""
    began = time.monotonic()
    built = [b for record in corpus if (b := _built(record)) is not None]
    _embed(catalog, embedder, {h: text for _, b in built for h, text in b.texts.items()})
    with catalog.writing():
        source = storing.source_id(catalog, "evaluate")
        for name, version in built:
            asset = storing.add_asset(catalog, source, name)
            storing.add_version(catalog, asset, version.version)
            files.record(catalog, source, FileState(name, asset, None, None, "indexed", "ok", ""))
    return sum(len(b.version.passages) for _, b in built), time.monotonic() - began


def _built(record: Json) -> tuple[str, Built] | None:
    """Return a corpus text as the one page of an asset; None for a text without words."""
    text = record["text"]
    document = Document("text/plain", (PageRead(None, None, text, "text", 1.0),), record.get("title") or "", "lain")
    try:
        return record["id"], build(document, Incoming(Path(), "", len(text)), None, Splitting())
    except ReadError:
        return None


def _embed(catalog: Catalog, embedder: Embedder, texts: dict[bytes, str]) -> None:
    advance = progress.counter("Membuat vektor", " bagian")
    by_length = sorted(texts, key=lambda h: len(texts[h]))
    for at in range(0, len(by_length), _BATCH):
        embed_missing(catalog, embedder, {h: texts[h] for h in by_length[at : at + _BATCH]})
        advance(min(at + _BATCH, len(by_length)), len(by_length))


def _ask(catalog: Catalog, searcher: Searcher, queries: list[Json]) -> Rankings:
    rankings: Rankings = {side: {} for side in SIDES}
    advance = progress.counter("Bertanya", " pertanyaan")
    for number, query in enumerate(queries, 1):
        for side in SIDES:
            rankings[side][query["id"]] = _ranked(catalog, searcher, query["text"], side)
        advance(number, len(queries))
    return rankings


def _ranked(catalog: Catalog, searcher: Searcher, text: str, side: str) -> list[tuple[str, float]]:
    try:
        found = searcher.ranked(catalog, text, OPERATOR, side=side, depth=DEPTH)
    except QuestionError:
        return []
    return [(passage.path, score) for passage, score in found]


def write_trec(place: Path, ranking: Ranking, tag: str) -> None:
    """Write a ranking as a TREC run: question, Q0, id, rank, score, tag."""
    lines = (
        f"{query} Q0 {doc} {rank} {score:.6f} {tag}\n"
        for query, found in ranking.items()
        for rank, (doc, score) in enumerate(found, 1)
    )
    place.write_text("".join(lines), encoding="utf8")
