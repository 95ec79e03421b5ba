"""Bringing an edition up: a new shadow, or one that lacks what was indexed since."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from catalog import editions, stored_pages
from catalog.database import Catalog
from catalog.editions import Edition
from catalog.errors import RujukanError
from embedding.embedder import Embedder
from engine.engine import Engine
from indexer.shadow import Lacking, complete, is_built, lacking
from indexer.steps import Steps
from operations import printing, progress
from operations.running import Watch
from search.opening import load_model


@dataclass(frozen=True)
class Built:
    """A shadow as it stands now: what it still lacks, and the seconds that were spent on it.

    Pages that were read by an earlier release have no headings: what is cut from them anew loses its heading path.
    """

    edition: Edition
    lacks: Lacking
    pages_without_headings: int
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Return the document of `reindex` with a model or a splitting."""
        return {
            "schema": 1,
            "what": "edition",
            "edition": described(self.edition),
            "complete": self.lacks.nothing,
            "lacking": asdict(self.lacks),
            "pages_without_headings": self.pages_without_headings,
            "seconds": round(self.seconds, 3),
        }

    @property
    def sentence(self) -> str:
        """Tell people how far it is, and what comes next."""
        if self.lacks.nothing:
            warned = self.pages_without_headings and (
                f" {self.pages_without_headings} halaman dibaca oleh versi lama, sehingga bagian barunya tidak membawa"
                " judul bab; `rujukan reindex --all` membacanya lagi."
            )
            whole = f"Edisi bayangan {_named(self.edition)} lengkap dalam {self.seconds:.1f} detik."
            return f"{whole}{warned or ''} Bandingkan dengan `rujukan compare`."
        return _incomplete(self.edition, self.lacks)


def check_built(catalog: Catalog, shadow: Edition) -> None:
    """Raise RujukanError `incomplete_edition` if a shadow was not built to its end: its answers would prove nothing."""
    if not is_built(catalog, shadow):
        raise RujukanError(
            "incomplete_edition",
            f"{_incomplete(shadow, lacking(catalog, shadow))} Selesaikan dahulu dengan `rujukan reindex` yang sama.",
        )


def _incomplete(edition: Edition, lacks: Lacking) -> str:
    return f"Edisi bayangan {_named(edition)} belum lengkap: kurang {lacks.versions} versi dan {lacks.passages} vektor."


def _named(edition: Edition) -> str:
    return f"{edition.number} (model {edition.model.name}, bagian {edition.splitting.words} kata)"


def described(edition: Edition) -> dict[str, Any]:
    """Return an edition as documents show it."""
    splitting = {"words": edition.splitting.words, "overlap": edition.splitting.overlap}
    return {"number": edition.number, "state": edition.state, "model": asdict(edition.model), **splitting}


def wanted(catalog: Catalog, args: dict[str, Any], threads: int) -> tuple[Embedder, editions.Model, tuple[int, int]]:
    """Return the model and the sizes that were asked for; what was not is as it is now."""
    now = editions.current(catalog)
    name = args.get("model") or (now.model.name if now is not None else None)
    splitting = editions.splitting(catalog)
    words, overlap = args.get("words", splitting.words), args.get("overlap", splitting.overlap)
    if overlap >= words:
        raise RujukanError(
            "bad_sizes", f"Tumpang tindih {overlap} kata tidak mungkin pada bagian {words} kata. Perkecil --overlap."
        )
    embedder, model = load_model(name, threads=threads)
    return embedder, model, (words, overlap)


def build(catalog: Catalog, watch: Watch, threads: int) -> Built:
    """Begin the shadow that the job asks for, or go on with it, until it is complete or the job is stopped."""
    began = time.monotonic()
    embedder, model, sizes = wanted(catalog, watch.job.args, threads)
    with catalog.writing():
        shadow = editions.begin_shadow(catalog, model, sizes)
    bring_up(catalog, shadow, embedder, threads, Steps(watch.go_on, watch.tell))
    anew = shadow.splitting != editions.splitting(catalog)
    headless = stored_pages.without_headings(catalog) if anew else 0
    return Built(shadow, lacking(catalog, shadow), headless, time.monotonic() - began)


def bring_up(catalog: Catalog, edition: Edition, embedder: Embedder, threads: int, steps: Steps) -> bool:
    """Make an edition and its indexes hold all that the catalog holds; False if it was stopped before."""
    cutting = Steps(steps.go_on, _both(progress.counter("Memotong halaman", " versi"), steps.tell))
    embedding = Steps(steps.go_on, _both(progress.counter("Membuat vektor", " bagian"), steps.tell))
    whole = complete(catalog, edition, embedder, cutting=cutting, embedding=embedding)
    if whole:
        engine = Engine.open(catalog.folder, edition.vectors, edition.model.width, threads=threads)
        replace(engine, tell=printing.aloud).publish(catalog)
    return whole


def _both(one: Callable[[int, int], None], other: Callable[[int, int], None]) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        one(done, total)
        other(done, total)

    return tell
