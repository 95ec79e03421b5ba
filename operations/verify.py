"""Proving that nothing is missing: originals, rows, ranges, vectors and both indexes; and mending what is derived."""

from dataclasses import asdict, dataclass
from typing import Any

from catalog import audit, dropping, editions, marks, rotation, vectors
from catalog.audit import Finding
from catalog.database import Catalog
from catalog.digest import digest
from embedding.embedder import Embedder
from engine.engine import Engine
from indexer.reembedding import restore_vectors

Json = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What is wrong now, what was mended, how many originals were read whole, and the digest if it was asked for."""

    findings: tuple[Finding, ...]
    repaired: tuple[str, ...]
    originals_checked: int
    digest: str | None

    def to_json(self) -> Json:
        """Return the contract's document."""
        return {
            "schema": 1,
            "clean": not self.findings,
            "digest": self.digest,
            "findings": [asdict(finding) for finding in self.findings],
            "repaired": list(self.repaired),
            "originals_checked": self.originals_checked,
        }


def verify(catalog: Catalog, engine: Engine, *, with_digest: bool, every_original: bool = False) -> Verdict:
    """Return what does not hold together, without the writer's lock; nothing is written but how far it has read."""
    read = _to_read(catalog, every_original=every_original)
    found = _findings(catalog, engine, read)
    _remember(catalog, read, found)
    return Verdict(found, (), len(read), digest(catalog) if with_digest else None)


def repair(
    catalog: Catalog, engine: Engine, embedder: Embedder, *, with_digest: bool, every_original: bool = False
) -> Verdict:
    """Mend what is derived, and return what is still wrong; for the holder of the writer's lock."""
    read = _to_read(catalog, every_original=every_original)
    before = _findings(catalog, engine, read)
    after = before
    if before:
        dropping.sweep_unknown(catalog)
        vectors.forget_damaged(catalog, embedder.model_id, embedder.width)
        restore_vectors(catalog, embedder, editions.splitting(catalog).number)
        engine.rebuild(catalog)
        after = _findings(catalog, engine, read)
    _remember(catalog, read, after)
    mended = {f.code for f in before} - {f.code for f in after}
    return Verdict(after, tuple(sorted(mended)), len(read), digest(catalog) if with_digest else None)


def _to_read(catalog: Catalog, *, every_original: bool) -> list[str]:
    return rotation.share(catalog, turns=1) if every_original else rotation.share(catalog)


def _remember(catalog: Catalog, read: list[str], found: tuple[Finding, ...]) -> None:
    if rotation.remember(catalog, read):
        marks.leave(catalog, marks.VERIFY, findings=len(found), originals=len(read))


def _findings(catalog: Catalog, engine: Engine, read: list[str]) -> tuple[Finding, ...]:
    return (*audit.findings(catalog, read), *engine.findings(catalog))
