"""Results as the contract's JSON: exactly its fields."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from catalog.communities import Maturity
from search.ranking.explaining import Why
from search.ranking.facets import Facets
from search.rephrasing.rephraser import LABEL
from search.results import Answer, Hit, HitPassage, Quote, Rephrasing, SearchResult
from search.rows.results import Counted, RowReading
from search.similar import Similar
from search.suggestions import Suggestion
from search.understanding.understand import Understood

Json = dict[str, Any]
SCHEMA = 1
_OF_A_COPY = ("asset", "part_of", "version", "title", "unit", "source", "path", "access", "status", "validity", "date")


def search_result(result: SearchResult) -> Json:
    """Give the document of `rujukan search --json`."""
    return {
        "schema": SCHEMA,
        "query": result.query,
        "understood": understood(result.understood),
        "took_ms": result.took_ms,
        "hits": [hit(found) for found in result.hits],
        "facets": facets(result.facets),
    }


def facets(counts: Facets) -> Json:
    """Give for each facet its values with their counts; `label` only where a code stands for a name."""
    return {
        name: [{key: told for key, told in asdict(one).items() if key != "label" or told} for one in values]
        for name, values in counts.items()
    }


def suggestions(query: str, found: Sequence[Suggestion], took_ms: int) -> Json:
    """Give the document of `rujukan suggest --json`."""
    return {"schema": SCHEMA, "query": query, "took_ms": took_ms, "suggestions": [asdict(one) for one in found]}


def similar(asset: str, found: Sequence[Similar]) -> Json:
    """Give the document of `rujukan similar --json`."""
    told = (*_OF_A_COPY, "kind", "community")
    cards = [{"score": round(one.score, 4)} | {name: getattr(one.card, name) for name in told} for one in found]
    return {"schema": SCHEMA, "asset": asset, "similar": cards}


def answer(given: Answer) -> Json:
    """Give the document of `rujukan ask --json`; `readings` and `row_readings` only where there are several.

    `rephrased` and `rephrase_error` are there where a language model is set, and one of them is null.
    """
    document: Json = {
        "schema": SCHEMA,
        "question": given.question,
        "understood": understood(given.understood),
        "answered": given.answered,
        "confidence": round(given.confidence, 4),
        "reason": given.reason,
        "message": given.message,
        "took_ms": given.took_ms,
        "quotes": [quote(copied) for copied in given.quotes],
        "rows": row_reading(given.rows.sure) if given.rows and given.rows.sure else None,
        "hits": [hit(found) for found in given.hits],
    }
    if given.rows and not given.rows.sure:
        document["row_readings"] = [row_reading(reading) for reading in given.rows.readings]
        document["row_readings_more"] = given.rows.more
    if given.rephrasing:
        document |= rephrasing(given.rephrasing)
    return document | ({"readings": list(given.readings)} if given.readings else {})


def rephrasing(made: Rephrasing) -> Json:
    """Give what a language model made of the quotes, marked as such, or why there is nothing of it."""
    if made.error:
        return {"rephrased": None, "rephrase_error": made.error}
    told = {"label": LABEL, "model": made.model, "sentences": [asdict(sentence) for sentence in made.sentences]}
    return {"rephrased": told, "rephrase_error": None}


def row_reading(reading: RowReading) -> Json:
    """Give one reading of a question over rows: its figure, its conditions, and the rows as they stand in the file."""
    return {
        "reading": reading.text,
        "operation": reading.operation,
        "conditions": [asdict(condition) for condition in reading.conditions],
        "count": int(reading.count) if reading.count.isdecimal() else reading.count,
        "unit_of_count": reading.unit_of_count,
        "sum": reading.sum,
        "unit_of_sum": reading.unit_of_sum,
        "column": reading.column,
        "mean": reading.mean,
        "of_rows": reading.of_rows,
        "share": reading.share,
        "whole": reading.whole,
        "by": reading.by,
        "parts": [asdict(part) for part in reading.parts],
        "difference_of": list(reading.difference_of) if reading.difference_of else None,
        "notes": list(reading.notes),
        "cells": [_counted(counted) for counted in reading.cells],
    }


def _counted(counted: Counted) -> Json:
    card = ("asset", "version", "title", "unit", "source", "path", "page", "sheet", "page_state", "status", "validity")
    return {name: getattr(counted.sheet, name) for name in card} | {
        "row": counted.row,
        "start": counted.start,
        "end": counted.end,
        "text": counted.text,
        "hidden": counted.hidden,
        "cells": dict(counted.cells),
    }


def understood(question: Understood) -> Json:
    """Give how a question was understood: its standard wording, what was added to it, and its filters."""
    return {
        "text": question.text,
        "expansions": [{"from": e.source, "to": e.target, "kind": e.kind} for e in question.expansions],
        "identifiers": list(question.exact),
        "cut": question.cut,
        "filters": [
            {"name": f.name, "value": f.value, "from": f.words, "applied": f.applied} for f in question.filters
        ],
    }


def hit(found: Hit) -> Json:
    """Give one hit: the asset's card, its maturity, its passages, and the copies of it that are no hits themselves.

    `why` is there where it was asked.
    """
    card = found.card
    document = {
        "rank": found.rank,
        "score": round(found.score, 6),
        "asset": card.asset,
        "part_of": card.part_of,
        "version": card.version,
        "title": card.title,
        "kind": card.kind,
        "unit": card.unit,
        "community": card.community,
        "source": card.source,
        "path": card.path,
        "access": card.access,
        "status": card.status,
        "validity": card.validity,
        "maturity": maturity(found.maturity),
        "reuse": {"units": list(found.reused_by), "count": len(found.reused_by)},
        "passages": [_passage(passage) for passage in found.passages],
        "duplicates": [copy.asset for copy in found.copies],
        "copies": [{name: getattr(copy, name) for name in _OF_A_COPY} for copy in found.copies],
    }
    return document | ({"why": why(found.why)} if found.why else {})


def why(told: Why) -> Json:
    """Give what the score of a hit's first passage is made of: the five parts add up to it."""
    parts = {name: round(part, 6) for name, part in asdict(told.parts).items()}
    return parts | {name: value for name, value in asdict(told).items() if name != "parts"}


def quote(copied: Quote) -> Json:
    """Give one quote with its source and place."""
    card = copied.passage
    return {
        "text": copied.text,
        "asset": card.asset,
        "part_of": card.part_of,
        "version": card.version,
        "title": card.title,
        "unit": card.unit,
        "source": card.source,
        "path": card.path,
        "page": card.page,
        "sheet": card.sheet,
        "page_state": card.page_state,
        "row": card.row,
        "hidden": card.hidden,
        "start": copied.start,
        "end": copied.end,
        "answer": {"start": copied.answer[0], "end": copied.answer[1]} if copied.answer else None,
        "cells": [asdict(cell) for cell in copied.cells],
        "date": card.date,
        "status": card.status,
        "validity": card.validity,
        "maturity": maturity(copied.maturity),
    }


def maturity(assessed: Maturity | None) -> Json | None:
    """Give an assessment, null when there is none: never assessed is not low."""
    return asdict(assessed) if assessed else None


def _passage(found: HitPassage) -> Json:
    passage = found.passage
    return {
        "page": passage.page,
        "sheet": passage.sheet,
        "page_state": passage.page_state,
        "row": passage.row,
        "hidden": passage.hidden,
        "heading": list(passage.heading),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "highlights": [list(span) for span in found.highlights],
        "score": round(found.score, 6),
    }
