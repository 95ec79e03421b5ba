"""One look-up for the search page: the answer with its hits, or, with a filter set, the hits alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from catalog.database import Catalog
from catalog.words import OUT_OF_FORCE
from search.answer import HITS, ask
from search.answering.differing import cautions
from search.ranking.choice import Options
from search.ranking.facets import Facets
from search.results import Hit, Quote, RephrasedSentence
from search.rows.results import RowAnswer
from search.understanding.understand import Understood
from webapp.asked import Asked
from webapp.row_hits import RowFound, rows_found
from webapp.service import Service


@dataclass(frozen=True)
class Finding:
    """What the search page shows; `message` and `reason` are the answer's, "" where only hits were asked for.

    Rows that were counted stand in `rows`, not among the quotes again. `row_hits` are those hit passages that are rows,
    by id.
    """

    reason: str
    message: str
    quotes: tuple[Quote, ...]
    hits: tuple[Hit, ...]
    readings: tuple[str, ...]
    understood: Understood
    facets: Facets
    rows: RowAnswer | None = None
    rephrased: tuple[RephrasedSentence, ...] = ()
    row_hits: Mapping[int, RowFound] = field(default_factory=dict)

    @property
    def may_prefer(self) -> bool:
        """Return whether anything is known of a hit by which it may stand before, or behind, a nearly equal one."""
        return any(hit.maturity or hit.reused_by or hit.card.validity in OUT_OF_FORCE for hit in self.hits)

    @property
    def passages(self) -> Iterator[str]:
        """Yield the texts of the passages that were found."""
        return (found.passage.text for hit in self.hits for found in hit.passages)

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return the sentences that tell what to heed in the quotes, see `search.answering.differing.cautions`."""
        return cautions(self.quotes)


def find(service: Service, catalog: Catalog, asked: Asked) -> Finding:
    """Answer the question; search alone if that is filtered, for an answer is drawn from all, or wants no answer."""
    scope = service.scope
    with service.turn, catalog.reading():
        searcher = service.searcher_of(catalog)
        if asked.filtered or not asked.answered:
            options = Options(asked.chosen, HITS, asked.ignored, preferring=asked.preferring)
            found = searcher.search(catalog, asked.text, scope, options)
            rows = rows_found(catalog, found.hits, found.understood)
            return Finding("", "", (), found.hits, (), found.understood, found.facets, row_hits=rows)
        answer = ask(searcher, catalog, asked.text, scope, asked.ignored, preferring=asked.preferring)
        rows = rows_found(catalog, answer.hits, answer.understood)
    readings = () if answer.rows else answer.readings
    if service.rephraser:
        answer = service.rephraser.beside(answer)
    rephrased = answer.rephrasing.sentences if answer.rephrasing else ()
    said = (answer.reason, answer.message, answer.said, answer.hits)
    return Finding(*said, readings, answer.understood, answer.facets, answer.rows, rephrased, rows)
