"""Bringing an edition up from stored page text, never from the files: passages of its splitting, vectors of its model.

What is there when it is stopped or killed stays: the next call goes on from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog import changes, editions, parts, stored_pages, storing, vectors
from catalog.database import Catalog
from catalog.editions import Edition, Splitting
from catalog.storing import NewPage, NewPassage, NewRow
from catalog.words import CSV
from embedding.embedder import Embedder
from indexer.building import cut
from indexer.document import Box, Heading, PageRead, SheetRow
from indexer.reembedding import restore_vectors
from indexer.steps import EVERY_STEP, Steps

MAY_LACK = 0.01
"""Share of an edition that it may lack and still be judged: what was indexed since it was built."""


@dataclass(frozen=True)
class Lacking:
    """What an edition lacks: versions that are to be cut, passages that are to be embedded."""

    versions: int
    passages: int

    @property
    def nothing(self) -> bool:
        """Tell whether the edition is complete."""
        return self.versions == self.passages == 0


def lacking(catalog: Catalog, edition: Edition) -> Lacking:
    """Return what an edition lacks now; passages that are still to be cut are not counted."""
    versions = stored_pages.without_passages(catalog, edition.splitting.number)
    return Lacking(len(versions), len(vectors.unembedded(catalog, edition.vectors)))


def is_built(catalog: Catalog, edition: Edition) -> bool:
    """Return whether an edition was built to its end, but for a little that came since."""
    lacks = lacking(catalog, edition)
    versions, passages = editions.held(catalog, edition)
    return lacks.versions <= MAY_LACK * versions and lacks.passages <= MAY_LACK * passages


def complete(catalog: Catalog, edition: Edition, embedder: Embedder, *, cutting: Steps, embedding: Steps) -> bool:
    """Cut and embed what the edition lacks; return whether it lacks nothing any more, False if it was stopped.

    For the holder of the writer's lock. `cutting` counts versions, `embedding` passages.
    """
    if not split_missing(catalog, edition.splitting, cutting):
        return False
    return restore_vectors(catalog, embedder, edition.splitting.number, embedding)


def split_missing(catalog: Catalog, sizes: Splitting, steps: Steps = EVERY_STEP) -> bool:
    """Cut every version that has no passages of this splitting, each in a transaction; False if it was stopped."""
    todo = stored_pages.without_passages(catalog, sizes.number)
    for done, version in enumerate(todo, 1):
        if not steps.go_on():
            return False
        _split(catalog, version, sizes)
        steps.tell(done, len(todo))
    return True


def _split(catalog: Catalog, version: int, sizes: Splitting) -> None:
    stored = stored_pages.pages(catalog, version)
    passages, _ = _cut(catalog, version, [page for _, page in stored], sizes)
    with catalog.writing():
        storing.add_passages(catalog, version, [key for key, _ in stored], (sizes.number, passages))
        changes.put_split(catalog, version, sizes.number)


def texts_to_come(catalog: Catalog, versions: Sequence[int], sizes: Splitting, most: int) -> list[str]:
    """Return the texts that would need a vector if these versions were cut so, of at most so many of them."""
    texts: list[str] = []
    for version in versions[:: max(1, len(versions) // most)][:most]:
        pages = [page for _, page in stored_pages.pages(catalog, version)]
        texts += _cut(catalog, version, pages, sizes)[1].values()
    return texts


def _cut(
    catalog: Catalog, version: int, pages: Sequence[NewPage], sizes: Splitting
) -> tuple[tuple[NewPassage, ...], dict[bytes, str]]:
    of = stored_pages.version(catalog, version)
    named = of.title, parts.as_read(catalog, version)
    return cut([as_read(page) for page in pages], named, sizes, tabular=of.media_type == CSV)


def as_read(page: NewPage) -> PageRead:
    """Return a stored page as its reader gave it."""
    return PageRead(
        page.page,
        page.sheet,
        page.text,
        page.state,
        page.quality,
        tuple(Heading(*heading) for heading in page.headings),
        tuple(_row(row) for row in page.rows),
        tuple(Box(*box) for box in page.boxes),
        aside=page.aside,
        form=page.form,
    )


def _row(row: NewRow) -> SheetRow:
    return SheetRow(row.row, row.cells, row.start, row.end, row.values, row.hidden, row.hidden_columns)
