"""From a request to a Tantivy query. No text of a user reaches a query parser; filters never touch a score."""

import re
from collections.abc import Iterable, Sequence

from tantivy import Occur, Query, Schema

from catalog.scope import Scope
from engine.query import Clause, Filters, Request

HEAD_BOOST = 0.4
"""How much a term in the title or heading path weighs beside one in the text; at 1.5 long laws' titles drown their
articles (peraturan 0.672 hybrid nDCG@10 against 0.704)."""
EXACT_SCORE = 25.0
"""What a passage gains from each identifier of the question that it holds: more than a few common words give."""


def query_of(schema: Schema, request: Request) -> Query | None:
    """Return the query of a request: its groups and identifiers, narrowed by scope and filters; None if it has none."""
    wanted = [_group(schema, group) for group in request.groups if any(clause.terms for clause in group)]
    wanted += [Query.const_score_query(_term(schema, "exact", i), EXACT_SCORE) for i in dict.fromkeys(request.exact)]
    if not wanted:
        return None
    allowed = Query.const_score_query(_all_of(_allowed(schema, request.scope, request.filters)), 0.0)
    return _all_of([_any_of(wanted), allowed])


def word_within(schema: Schema, stem: str, scope: Scope) -> Query:
    """Return the query of the passages within a scope that hold a stem in their text, title or heading path."""
    return _all_of([_word(schema, stem), *_allowed(schema, scope, Filters())])


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


def _group(schema: Schema, group: tuple[Clause, ...]) -> Query:
    """Count the best clause of a group alone, so that an expansion never counts twice."""
    return Query.disjunction_max_query([_clause(schema, clause) for clause in group if clause.terms])


def _clause(schema: Schema, clause: Clause) -> Query:
    terms = _all_of([_word(schema, term) for term in dict.fromkeys(clause.terms)])
    return Query.boost_query(terms, clause.weight)


def _word(schema: Schema, text: str) -> Query:
    body = Query.term_query(schema, "body", text, "freq")
    head = Query.boost_query(Query.term_query(schema, "head", text, "freq"), HEAD_BOOST)
    return _any_of([body, head])


def _allowed(schema: Schema, scope: Scope, filters: Filters) -> list[Query]:
    reach, statuses = scope.to_terms()
    must = [_one_of(schema, "reach", reach), _one_of(schema, "status", statuses)]
    return must + [_term(schema, field, value) for field, value in _filters(filters)]


def _filters(filters: Filters) -> Iterable[tuple[str, str]]:
    if filters.kind is not None:
        yield "kind", filters.kind
    if filters.unit is not None:
        yield "unit", filters.unit
    if filters.year is not None:
        yield "year", str(filters.year)
    if filters.community is not None:
        yield "community", filters.community


def _one_of(schema: Schema, field: str, values: list[str]) -> Query:
    return _any_of([_term(schema, field, value) for value in values])


def _term(schema: Schema, field: str, value: str) -> Query:
    return Query.term_query(schema, field, value, "basic")


def _all_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _any_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
