"""From a request to a Tantivy query. No text of a user reaches a query parser; filters never touch a score."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tantivy import Occur, Query, Schema

from catalog.scope import Scope, status_terms
from catalog.words import STATUS
from engine.query import Clause, Filters, Request

HEAD_BOOST = 0.4
"""How much a term in the title or heading path weighs beside one in the text; at 1.5 long laws' titles drown their
articles (peraturan 0.672 hybrid nDCG@10 against 0.704)."""
EXACT_SCORE = 25.0
"""What a passage gains from each identifier of the question that it holds: more than a few common words give."""

_ANY_STATUS = frozenset(term for status in STATUS for term in status_terms(status))  # every passage has one


def query_of(schema: Schema, request: Request) -> Query | None:
    """Return the query of a request: its groups and identifiers, narrowed by scope and filters; None if it has none."""
    words = words_of(schema, request)
    if words is None:
        return None
    allowed = Query.const_score_query(_all_of(_allowed(schema, request.scope, request.filters)), 0.0)
    return _all_of([words, allowed])


def words_of(schema: Schema, request: Request) -> Query | None:
    """Return the query of what a request looks for, whoever asks; None if it has neither groups nor identifiers."""
    wanted = [query for group in request.groups for query in _group(schema, group)]
    wanted += [Query.const_score_query(_term(schema, "exact", i), EXACT_SCORE) for i in dict.fromkeys(request.exact)]
    return _any_of(wanted) if wanted else None


def held_back(schema: Schema, scope: Scope) -> Query:
    """Return the query of all passages that a scope does not see."""
    allowed = _all_of(_allowed(schema, scope, Filters()))
    return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, allowed)])


def word_within(schema: Schema, stem: str, scope: Scope) -> Query:
    """Return the query of the passages within a scope that hold a stem in their text, title or heading path."""
    return _all_of([_any_of(_places(schema, stem)), *_allowed(schema, scope, Filters())])


def like_head(schema: Schema, word: str, scope: Scope) -> Query:
    """Return the query of the passages within a scope whose title or heading path holds a word one letter from this."""
    return _all_of([Query.fuzzy_term_query(schema, "head", word, distance=1), *_allowed(schema, scope, Filters())])


def head_begins(schema: Schema, words: Sequence[Sequence[str]], scope: Scope) -> Query:
    """Return the query of the passages within a scope whose title or heading path holds all of these words.

    Of a word there are several stems, of which any will do; the first is also taken as the beginning of one.
    """
    wanted = [
        _any_of(
            [
                Query.regex_query(schema, "head", f"{re.escape(stems[0])}.*"),
                Query.term_set_query(schema, "head", list(stems)),
            ]
        )
        for stems in words
    ]
    return _all_of([*wanted, *_allowed(schema, scope, Filters())])


def _group(schema: Schema, group: tuple[Clause, ...]) -> list[Query]:
    """Count the best clause of a group alone, so that an expansion never counts twice.

    A group of one term is the terms themselves: only in a union of nothing but terms, beside others or alone, does
    Tantivy pass over blocks of passages that cannot come near (block-max WAND).
    """
    clauses = [replace(clause, terms=tuple(dict.fromkeys(clause.terms))) for clause in group if clause.terms]
    if len(clauses) == 1 and len(clauses[0].terms) == 1:
        return _places(schema, clauses[0].terms[0], clauses[0].weight)
    return [Query.disjunction_max_query([_clause(schema, clause) for clause in clauses])] if clauses else []


def _clause(schema: Schema, clause: Clause) -> Query:
    return _all_of([_any_of(_places(schema, term, clause.weight)) for term in clause.terms])


def _places(schema: Schema, text: str, weight: float = 1.0) -> list[Query]:
    body = Query.term_query(schema, "body", text, "freq")
    head = Query.term_query(schema, "head", text, "freq")
    return [body if weight == 1 else Query.boost_query(body, weight), Query.boost_query(head, weight * HEAD_BOOST)]


def _allowed(schema: Schema, scope: Scope, filters: Filters) -> list[Query]:
    reach, statuses = scope.to_terms()
    must = [_one_of(schema, "reach", reach)]
    if set(statuses) != _ANY_STATUS:
        must.append(_one_of(schema, "status", statuses))
    return must + [_one_of(schema, field, values) for field, values in _filters(filters)]


def _filters(filters: Filters) -> Iterable[tuple[str, list[str]]]:
    if filters.kind is not None:
        yield "kind", [filters.kind]
    if filters.unit is not None:
        yield "unit", [filters.unit]
    if filters.years is not None:
        yield "year", [str(year) for year in filters.years]
    if filters.community is not None:
        yield "community", [filters.community]


def _one_of(schema: Schema, field: str, values: list[str]) -> Query:
    return _any_of([_term(schema, field, value) for value in values])


def _term(schema: Schema, field: str, value: str) -> Query:
    return Query.term_query(schema, field, value, "basic")


def _all_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def _any_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])
