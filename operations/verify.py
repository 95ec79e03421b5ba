"""Proving that nothing is missing: originals, rows, ranges, vectors and both indexes; and mending what is derived."""

from dataclasses import asdict, dataclass
from typing import Any

from catalog import audit, originals
from catalog.audit import Finding
from catalog.database import Catalog
from catalog.digest import digest
from embedding.embedder import Embedder
from engine.engine import Engine
from indexer.reembedding import restore_vectors

Json = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What is wrong now, the codes of what was mended, and the digest if it was asked for."""

    findings: tuple[Finding, ...]
    repaired: tuple[str, ...]
    digest: str | None

    def to_json(self) -> Json:
        """Return the contract's document."""
        return {
            "schema": 1,
            "clean": not self.findings,
            "digest": self.digest,
            "findings": [asdict(finding) for finding in self.findings],
            "repaired": list(self.repaired),
        }


def verify(catalog: Catalog, engine: Engine, *, with_digest: bool) -> Verdict:
    """Return what does not hold together, writing nothing."""
    return Verdict(_findings(catalog, engine), (), digest(catalog) if with_digest else None)


def repair(catalog: Catalog, engine: Engine, embedder: Embedder, *, with_digest: bool) -> Verdict:
    """Mend what is derived, and return what is still wrong; for the holder of the writer's lock."""
    before = _findings(catalog, engine)
    if before:
        for sha in list(audit.unknown_originals(catalog)):
            originals.place_of(catalog.folder, sha).unlink(missing_ok=True)
        restore_vectors(catalog, embedder)
        engine.rebuild(catalog)
    after = _findings(catalog, engine)
    mended = {f.code for f in before} - {f.code for f in after}
    return Verdict(after, tuple(sorted(mended)), digest(catalog) if with_digest else None)


def _findings(catalog: Catalog, engine: Engine) -> tuple[Finding, ...]:
    return (*audit.findings(catalog), *engine.findings(catalog))
