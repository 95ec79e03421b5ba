"""What a re-index would do, and how long it would take at the rates measured here."""

import time
from typing import Any, TypeVar

from catalog import editions, job_requests, stored_pages, vectors
from catalog.database import Catalog
from catalog.editions import Splitting
from embedding.cores import available_cores
from embedding.embedder import Embedder
from indexer import shadow
from indexer.outcome import Run
from indexer.planning import plan
from indexer.reembedding import embedded_texts
from indexer.rescanning import Chosen, rescan
from indexer.run import Options
from operations.edition_building import wanted

Json = dict[str, Any]
T = TypeVar("T")

SAMPLED_VERSIONS = 40
"""Versions that are cut to foresee how many passages a new splitting gives."""
SAMPLED_TEXTS = 32
"""Texts that are embedded to measure a model."""


def estimate(catalog: Catalog, args: Json) -> Json:
    """Return the document of a dry run; nothing is written. `seconds` is None where nothing was measured yet."""
    if args["what"] == "edition":
        return _edition(catalog, args)
    if args["what"] == "all":
        chosen = stored_pages.to_read_again(catalog, kind=args.get("kind"), unit=args.get("unit"), job=-1)
        return _files(catalog, args, len(chosen), {})
    failed = args["what"] == "failed"
    found = rescan(catalog, Chosen(args.get("kind"), args.get("unit"), failed))
    planned = plan(catalog, found.scans, Options(retry_failed=failed))
    return _files(catalog, args, sum(item.code == "dry_run" for item in planned.items), found.unreachable)


def sentence(document: Json) -> str:
    """Tell people what a dry run found."""
    time_told = lasting(document["seconds"])
    if document["what"] != "edition":
        skipped = "".join(f"\nSumber {name} dilewati: {why}" for name, why in document["unreachable"].items())
        return f"{document['files']} berkas akan dibaca ({time_told}).{skipped}"
    return (
        f"{document['versions']} versi akan dipotong menjadi bagian dan {document['passages']} bagian diberi vektor"
        f" ({time_told}, pada {document['passages_per_second']} bagian per detik)."
    )


def lasting(seconds: float | None) -> str:
    """Tell people how long something will take; None where nothing was measured yet."""
    if seconds is None:
        return "lamanya belum dapat ditaksir"
    if seconds < 90:
        return f"kira-kira {seconds:.0f} detik"
    return f"kira-kira {seconds / 60:.0f} menit" if seconds < 5400 else f"kira-kira {seconds / 3600:.1f} jam"


def planned(run: Run, rate: float | None) -> Json:
    """Return what a dry run of `index` foresees beside its items, at so many files a second."""
    files = sum(item.code == "dry_run" for item in run.items)
    seconds = 0.0 if not files else None if rate is None else round(files / rate, 1)
    return {"dry_run": True, "files": files, "expected_seconds": seconds}


def _files(catalog: Catalog, args: Json, files: int, unreachable: dict[str, str]) -> Json:
    rate = job_requests.files_per_second(catalog)
    return {
        "schema": 1,
        "dry_run": True,
        "what": args["what"],
        "files": files,
        "unreachable": unreachable,
        "files_per_second": None if rate is None else round(rate, 2),
        "seconds": None if rate is None else round(files / rate, 1),
    }


def _edition(catalog: Catalog, args: Json) -> Json:
    embedder, model, (words, overlap) = wanted(catalog, args, available_cores())
    has = editions.find_splitting(catalog, (words, overlap))
    versions = stored_pages.without_passages(catalog, has.number if has is not None else 0)
    texts = shadow.texts_to_come(catalog, versions, Splitting(0, words, overlap), SAMPLED_VERSIONS)
    passages = round(len(texts) * len(versions) / max(1, min(SAMPLED_VERSIONS, len(versions))))
    if has is not None:
        lacking = vectors.unembedded(catalog, vectors.VectorSet(model.id, has.number))
        texts += embedded_texts(catalog, _evenly(lacking)).values()
        passages += len(lacking)
    rate = _passages_per_second(embedder, texts)
    return {
        "schema": 1,
        "dry_run": True,
        "what": "edition",
        "model": model.name,
        "words": words,
        "overlap": overlap,
        "versions": len(versions),
        "passages": passages,
        "passages_per_second": None if rate is None else round(rate, 1),
        "seconds": 0.0 if not passages else None if rate is None else round(passages / rate, 1),
    }


def _evenly(drawn: list[T]) -> list[T]:
    return drawn[:: max(1, len(drawn) // SAMPLED_TEXTS)][:SAMPLED_TEXTS]


def _passages_per_second(embedder: Embedder, texts: list[str]) -> float | None:
    """Embed an evenly drawn sample once to warm up, and once to measure."""
    sample = _evenly(texts)
    if not sample:
        return None
    embedder.embed_passages(sample[:1])
    began = time.monotonic()
    embedder.embed_passages(sample)
    return len(sample) / max(time.monotonic() - began, 1e-6)
