"""From a question to an answer: sentences copied from the pages, figures from rows, or an honest refusal."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from catalog.communities import Maturity, maturities
from catalog.database import Catalog
from catalog.row_cells import Cell, quoted_cells
from catalog.scope import Scope
from search.answering.confidence import threshold
from search.answering.differing import cautions, in_force_first
from search.answering.evidence import Candidate
from search.answering.marking import answers_in
from search.answering.pieces import QUOTES, Pieces, same_place
from search.answering.withheld import without_personal_data
from search.ranking.facets import Facets
from search.ranking.found import Found
from search.ranking.grouping import group
from search.results import NOT_FOUND, Answer, Hit, Quote
from search.rows import answering, papers, quoting, told
from search.rows.results import OF_PAPERS, RowAnswer, RowReading
from search.searcher import Searcher
from search.understanding.understand import Understood

HITS = 10  # assets shown beside an answer
_PAGED = 5  # papers whose pages may hold a register that answers


def ask(
    searcher: Searcher,
    catalog: Catalog,
    text: str,
    scope: Scope,
    ignored: Collection[str] = (),
    *,
    preferring: bool = True,
) -> Answer:
    """Answer from rows or in at most three quotes, or refuse and say why; QuestionError when there is no word in it.

    A question for somebody's personal data is refused before anything is looked up. `ignored` as in `understand`;
    `preferring` as in a search: it touches the hits alone, never the quotes.
    """
    start = time.perf_counter()
    with catalog.reading():
        question = searcher.understood(catalog, text, scope, ignored)
        if question.personal:
            given = _Given(question)
        else:
            found = searcher.narrowed(catalog, question, scope)
            given = _given(searcher, catalog, found, scope, preferring=preferring)
    answered = given.reason in {"answered", "rows"}
    return Answer(
        question=text,
        answered=answered,
        confidence=given.confidence,
        reason=given.reason,
        message=_message(given.quotes, given.rows) if answered else NOT_FOUND,
        quotes=given.quotes,
        hits=given.hits,
        readings=given.readings,
        took_ms=round((time.perf_counter() - start) * 1000),
        rows=given.rows,
        understood=given.question,
        facets=given.facets,
    )


@dataclass(frozen=True)
class _Given:
    """What a question is given; as it stands, the refusal of one for somebody's personal data."""

    question: Understood
    reason: str = "personal_data"
    confidence: float = 0.0
    quotes: tuple[Quote, ...] = ()
    rows: RowAnswer | None = None
    hits: tuple[Hit, ...] = ()
    facets: Facets = field(default_factory=dict)

    @property
    def readings(self) -> tuple[str, ...]:
        """Give the ways to read the question of which the asker is to choose."""
        return _open_readings(self.rows) if self.reason == "ambiguous" and self.rows else self.question.readings


def _given(searcher: Searcher, catalog: Catalog, found: Found, scope: Scope, *, preferring: bool) -> _Given:
    """Answer from rows and passages, unless what answers is somebody's data that the question asks for."""
    question = found.question
    reason, confidence, quotes = _answered(searcher, catalog, found, scope)
    rows = None if question.readings else _from_rows(catalog, found, scope)
    quotes = quotes if reason == "answered" else ()
    if rows:
        quotes = quoting.beside(rows, quotes, confidence)
        reason = reason if quotes else "weak_evidence"
    if rows and rows.sure:
        quotes = _counted_first(catalog, rows.sure, scope, quotes)
    shown = without_personal_data(question.text, quotes)
    if not shown.whole and not shown.general and not (rows and rows.sure and rows.sure.operation != "daftar"):
        return _Given(replace(question, personal=True))  # told and logged as any such question
    if reason == "answered" and not shown.quotes:
        reason = "weak_evidence"
    reason, confidence = _with_rows(rows, reason, confidence)
    hits = group(catalog, found, HITS, preferring=preferring)
    return _Given(question, reason, confidence, shown.quotes, rows, hits, searcher.facets(catalog, found, scope))


def _from_rows(catalog: Catalog, found: Found, scope: Scope) -> RowAnswer | None:
    """Answer from the rows of registers, from the fields of papers, or from registers on pages of the first papers."""
    text = found.question.text
    rows = answering.answer(catalog, text, scope) or papers.answer(catalog, text, scope, date.today())
    rows = rows or answering.answer_by_days(catalog, text, scope) or answering.answer_of_two(catalog, text, scope)
    return rows or answering.answer_on_pages(catalog, text, scope, _first_on_pages(found))


def _first_on_pages(found: Found) -> list[str]:
    """Give the keys of the first papers found that have pages."""
    shown = (found.passages[hit.passage] for hit in found.ranking)
    return list(islice(dict.fromkeys(passage.part_of or passage.asset for passage in shown if passage.page), _PAGED))


def _with_rows(rows: RowAnswer | None, reason: str, confidence: float) -> tuple[str, float]:
    """Give the reason and confidence of the whole: figures of one reading answer; of several the asker chooses."""
    if rows is None:
        return reason, confidence
    if rows.sure:
        return "rows", 1.0
    return ("answered", confidence) if reason == "answered" else ("ambiguous", 0.0)


def _counted_first(catalog: Catalog, figure: RowReading, scope: Scope, said: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give the first rows that were counted as quotes, and behind them what text says.

    Papers that were counted by their fields stand alone: what some text says beside them is another matter.
    """
    if figure.unit_of_count == OF_PAPERS and (counted := quoting.quotes(catalog, figure.cells, scope, QUOTES)):
        return tuple(counted)
    counted = quoting.quotes(catalog, figure.cells, scope, QUOTES - bool(said))
    beside = [quote for quote in said if not any(same_place(quote, other) for other in counted)]
    return tuple([*counted, *beside][:QUOTES])


def _open_readings(rows: RowAnswer) -> tuple[str, ...]:
    return tuple(f"{told.figure_in_words(reading)}: {reading.text}" for reading in rows.readings)


def _answered(searcher: Searcher, catalog: Catalog, found: Found, scope: Scope) -> tuple[str, float, tuple[Quote, ...]]:
    """Give the reason, the confidence, and the quotes that were thought of."""
    if found.question.readings:
        return "ambiguous", 0.0, ()
    pieces = Pieces(searcher, catalog, found, scope)
    best = pieces.best()
    if not best:
        return ("weak_evidence" if found.ranking else "no_hits"), 0.0, ()
    confidence = pieces.confidence(best[0])
    sure = confidence >= threshold()
    if sure:
        best = pieces.tellingest_first(best)
        confidence = pieces.confidence(best[0])
        best = pieces.with_rest_of_list(pieces.with_what_is_in_force(best, confidence))
    assessed = maturities(catalog, (piece.passage.community for piece in best))
    cells = [quoted_cells(catalog, piece.passage.id, piece.start, piece.end) for piece in best]
    told = zip(best, answers_in(best, found.question.text, cells), cells, strict=True)
    quotes = in_force_first([_quote(piece, pieces.named(piece), answer, row, assessed) for piece, answer, row in told])
    return ("answered" if sure else "weak_evidence"), confidence, quotes


def _quote(
    piece: Candidate,
    named: frozenset[int],
    answer: tuple[int, int] | None,
    cells: tuple[Cell, ...],
    assessed: Mapping[str, Maturity],
) -> Quote:
    assessment = assessed.get(piece.passage.community or "")
    return Quote(piece.text, piece.start, piece.end, piece.passage, assessment, answer, cells=cells, named=named)


def _message(quotes: Sequence[Quote], rows: RowAnswer | None) -> str:
    if rows and rows.sure:
        source = "isian naskah" if rows.sure.unit_of_count == OF_PAPERS else "baris tabel"
        return f"Dihitung dari {source}: {told.figure_in_words(rows.sure)}."
    titles = list(dict.fromkeys(quote.passage.title for quote in quotes))
    return " ".join([f"Jawaban dikutip dari: {'; '.join(titles)}.", *cautions(quotes)])
