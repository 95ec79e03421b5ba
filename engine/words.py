"""What the lexical index knows of single words within a scope: for misspelt questions, and for suggestions."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from tantivy import Query, Schema

from catalog import passages
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.scope import Scope
from engine.analysis import terms
from engine.lexical import DamagedLexicalError, LexicalIndex
from engine.lexical_document import passage_ids
from engine.lexical_query import head_begins, like_head, word_within

ENOUGH = 50
"""Passages that are counted of a word: whether it stands in more makes no difference."""
_HEADS = 8  # passages whose titles and headings are looked at for a misspelt word
_HEADED = 60  # and for suggestions


def counts(index: LexicalIndex, stems: Collection[str], scope: Scope) -> dict[str, int]:
    """Return in how many passages that the scope allows each stem stands, up to ENOUGH, as of the last commit.

    What a viewer may not see does not count: a word that only hidden files hold is a word that stands nowhere.
    Empty where there is no index to ask.
    """
    try:
        reader = index.reader()
        asked = {stem: word_within(reader.index.schema, stem, scope) for stem in stems}
        return {stem: len(reader.searcher.search(query, ENOUGH, count=False).hits) for stem, query in asked.items()}
    except DamagedLexicalError:
        return {}


def heads_like(index: LexicalIndex, catalog: Catalog, word: str, scope: Scope) -> Iterator[str]:
    """Yield the words of some titles and headings that hold a word one letter from this one.

    The titles are read again from the catalog within the scope, so none is of a file that the viewer may not see.
    """
    for passage in _read(index, catalog, lambda schema: like_head(schema, word, scope), _HEADS, scope):
        head = " \n".join((passage.title, *passage.heading))
        yield from (head[term.start : term.end] for term in terms(head))


def headings(index: LexicalIndex, catalog: Catalog, words: Sequence[Sequence[str]], scope: Scope) -> set[str]:
    """Return the headings of some passages whose titles and headings hold one stem or beginning of each of the words.

    They are read again from the catalog within the scope.
    """
    found = _read(index, catalog, lambda schema: head_begins(schema, words, scope), _HEADED, scope)
    return {heading for passage in found for heading in passage.heading}


def _read(
    index: LexicalIndex, catalog: Catalog, query: Callable[[Schema], Query], limit: int, scope: Scope
) -> Iterable[Passage]:
    try:
        reader = index.reader()
        hits = reader.searcher.search(query(reader.index.schema), limit=limit, count=False).hits
        ids = passage_ids(reader.searcher, hits)
    except DamagedLexicalError:
        return ()
    return passages.read(catalog, sorted(ids), scope).values()
