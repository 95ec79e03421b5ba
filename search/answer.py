"""From a question to an answer: sentences copied from the pages, figures from rows, or an honest refusal."""

import time
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from catalog.communities import Maturity, maturities
from catalog.database import Catalog
from catalog.passages import Passage, page_text
from catalog.scope import Scope
from catalog.table_rows import columns_of
from catalog.words import OUT_OF_FORCE
from search.confidence import coefficients, piece_probability, probability, signals
from search.differing import figures_differ, in_force_first
from search.evidence import READ, Candidate, candidates, nearness, needs, read_for
from search.facets import Facets
from search.found import Found, sheet_of
from search.grouping import group
from search.results import FIGURES_DIFFER, NOT_FOUND, Answer, Hit, Quote
from search.rows import answering, papers, quoting, told
from search.rows.results import RowAnswer, RowReading
from search.searcher import Searcher
from search.sentences import has_cells

HITS = 10  # assets shown beside an answer
QUOTES = 3  # by contract
_NEAR = 0.25  # a further quote is at least this share as likely as the first


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
    quotes: tuple[Quote, ...] = ()
    hits: tuple[Hit, ...] = ()
    rows: RowAnswer | None = None
    facets: Facets = {}
    reason, confidence = "personal_data", 0.0
    with catalog.reading():
        question = searcher.understood(catalog, text, scope, ignored)
        if not question.personal:
            found = searcher.narrowed(catalog, question, scope)
            question = found.question
            hits = group(catalog, found, HITS, preferring=preferring)
            facets = searcher.facets(catalog, found, scope)
            reason, confidence, quotes = _answered(searcher, catalog, found)
            rows = None if question.readings else _from_rows(catalog, question.text, scope)
            quotes = quotes if reason == "answered" else ()
            if rows and rows.sure:
                quotes = _counted_first(catalog, rows.sure, scope, quotes)
    reason, confidence = _with_rows(rows, reason, confidence)
    answered = reason in {"answered", "rows"}
    return Answer(
        question=text,
        answered=answered,
        confidence=confidence,
        reason=reason,
        message=_message(quotes, rows) if answered else NOT_FOUND,
        quotes=quotes,
        hits=hits,
        readings=_open_readings(rows) if reason == "ambiguous" and rows else question.readings,
        took_ms=round((time.perf_counter() - start) * 1000),
        rows=rows,
        understood=question,
        facets=facets,
    )


def _from_rows(catalog: Catalog, text: str, scope: Scope) -> RowAnswer | None:
    """Answer from the rows of registers, or from the fields of papers."""
    return answering.answer(catalog, text, scope) or papers.answer(catalog, text, scope, date.today())


def _with_rows(rows: RowAnswer | None, reason: str, confidence: float) -> tuple[str, float]:
    """Give the reason and confidence of the whole: figures of one reading answer; of several the asker chooses."""
    if rows is None:
        return reason, confidence
    if rows.sure:
        return "rows", 1.0
    return ("answered", confidence) if reason == "answered" else ("ambiguous", 0.0)


def _counted_first(catalog: Catalog, figure: RowReading, scope: Scope, said: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give the first rows that were counted as quotes, and behind them what text says: no other line of a table."""
    said = [quote for quote in said if quote.passage.row is None and not has_cells(quote.text)]
    counted = quoting.quotes(catalog, figure.cells, scope, QUOTES - bool(said))
    beside = [quote for quote in said if not any(_same_place(quote, other) for other in counted)]
    return tuple([*counted, *beside][:QUOTES])


def _open_readings(rows: RowAnswer) -> tuple[str, ...]:
    return tuple(f"{told.figure_in_words(reading)}: {reading.text}" for reading in rows.readings)


def _answered(searcher: Searcher, catalog: Catalog, found: Found) -> tuple[str, float, tuple[Quote, ...]]:
    """Give the reason, the confidence, and the quotes that were thought of."""
    if found.question.readings:
        return "ambiguous", 0.0, ()
    wanted = needs(found.question, found.stems.values())
    pieces = candidates(found.question, _to_read(found), wanted, lambda passage: page_text(catalog, passage.id))
    pieces = read_for(pieces, found.question.text, searcher.reader, lambda passage: columns_of(catalog, passage.id))
    if not pieces:
        return "no_hits", 0.0, ()
    best = _best(pieces)
    near = nearness(best[0], found.vector, searcher.embedder)
    confidence = probability(signals(found.question, best[0], near, found.candidates.dense), found.question)
    sure = confidence >= coefficients()["keyakinan"]["ambang"]
    assessed = maturities(catalog, (piece.passage.community for piece in best))
    quotes = in_force_first([_quote(piece, assessed) for piece in best])
    return ("answered" if sure else "weak_evidence"), confidence, quotes


def _to_read(found: Found) -> list[tuple[Passage, float]]:
    """Give the best passages, each text once: of equal ones the first that is not known to be out of force."""
    texts: dict[str, tuple[Passage, float]] = {}
    for hit in found.ranking[: 2 * READ]:
        passage = found.passages[hit.passage]
        had = texts.setdefault(passage.text, (passage, hit.score))
        if had[0].validity in OUT_OF_FORCE and passage.validity not in OUT_OF_FORCE:
            texts[passage.text] = passage, had[1]
    return list(texts.values())[:READ]


def _best(pieces: Sequence[Candidate]) -> list[Candidate]:
    """Give the likeliest pieces, the best first, none a repetition or part of another."""
    chances = sorted(
        ((piece_probability(piece), place) for place, piece in enumerate(pieces)), key=lambda c: (-c[0], c[1])
    )
    taken: list[Candidate] = []
    for chance, place in chances:
        near = chance >= _NEAR * chances[0][0]
        if near and len(taken) < QUOTES and not any(_repeats(pieces[place], other) for other in taken):
            taken.append(pieces[place])
    return taken


def _same_place(one: Candidate | Quote, other: Candidate | Quote) -> bool:
    """Tell whether two ranges of one page overlap."""
    return sheet_of(one.passage) == sheet_of(other.passage) and min(one.end, other.end) > max(one.start, other.start)


def _repeats(one: Candidate, other: Candidate) -> bool:
    return _same_place(one, other) or " ".join(one.text.casefold().split()) == " ".join(other.text.casefold().split())


def _quote(piece: Candidate, assessed: Mapping[str, Maturity]) -> Quote:
    seen = (piece.span.start, piece.span.end) if piece.span and piece.span.score > 0 else None
    return Quote(piece.text, piece.start, piece.end, piece.passage, assessed.get(piece.passage.community or ""), seen)


def _message(quotes: Sequence[Quote], rows: RowAnswer | None) -> str:
    if rows and rows.sure:
        source = "isian naskah" if rows.sure.unit_of_count == "aset" else "baris tabel"
        return f"Dihitung dari {source}: {told.figure_in_words(rows.sure)}."
    titles = list(dict.fromkeys(quote.passage.title for quote in quotes))
    warning = f" {FIGURES_DIFFER}" if figures_differ(quotes) else ""
    return f"Jawaban dikutip dari: {'; '.join(titles)}.{warning}"
