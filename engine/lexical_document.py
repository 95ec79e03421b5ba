"""What the lexical index holds of a passage: fields, terms, and the schema that gives them their place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tantivy import DocAddress, Document, Index, Schema, SchemaBuilder, Searcher, TextAnalyzerBuilder, Tokenizer

from catalog.passages import Indexed
from catalog.scope import reach_terms, status_terms
from engine.analysed import Analysed, analysed
from engine.analysis import ANALYSIS_VERSION
from engine.codes import year_of

VERSION = f"2/{ANALYSIS_VERSION}"
"""Schema and analysis: an index of another version is built again from the catalog."""
_TERMS = "terms"  # text arrives as stems joined by spaces
_FILTERS = ("reach", "status", "kind", "unit", "year", "community")


def schema() -> Schema:
    """Return the fields: `id` to find and delete, `body` and `head` to score, the rest to match whole."""
    builder = SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in ("body", "head"):
        builder.add_text_field(name, tokenizer_name=_TERMS, index_option="freq")
    for name in ("exact", *_FILTERS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return builder.build()


def teach(index: Index) -> Index:
    """Register the tokenizer that the schema names, and let nothing follow the folder; every opened index needs both.

    Returns the index. Tantivy's own follower takes its lock file when it likes, in a folder that is being deleted too.
    """
    index.config_reader(reload_policy="manual")
    index.register_tokenizer(_TERMS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def passage_ids(searcher: Searcher, hits: Sequence[tuple[float, DocAddress]]) -> list[int]:
    """Return the id of each hit's passage."""
    return [int(key or 0) for key in searcher.fast_field_values("id", [place for _, place in hits])]


def documents(batch: Sequence[Indexed], bodies: Iterable[Analysed], *, forgiving: bool = True) -> Iterator[Document]:
    """Yield the document of each passage, of whose text `bodies` tell what it is found by; see `analysed`."""
    for passage, body in zip(batch, bodies, strict=True):
        head = _of_head(passage.title, passage.heading, forgiving=forgiving)
        found = Document()
        found.add_integer("id", passage.id)
        found.add_text("body", body.stems)
        found.add_text("head", head.stems)
        for identifier in sorted(body.identifiers | head.identifiers):
            found.add_text("exact", identifier)
        for name, value in _filter_terms(passage):
            found.add_text(name, value)
        yield found


@lru_cache(maxsize=1 << 10)
def _of_head(title: str, heading: tuple[str, ...], *, forgiving: bool) -> Analysed:
    """Return it of a title and heading path, which the next passages mostly have too."""
    return next(analysed([" \n".join((title, *heading))], forgiving=forgiving))


def _filter_terms(passage: Indexed) -> Iterator[tuple[str, str]]:
    for term in reach_terms(passage.access, passage.unit, newest=bool(passage.newest)):
        yield "reach", term
    for term in status_terms(passage.status):
        yield "status", term
    yield "kind", passage.kind
    if passage.unit:
        yield "unit", passage.unit
    if year := year_of(passage.date):
        yield "year", str(year)
    if passage.community:
        yield "community", passage.community
