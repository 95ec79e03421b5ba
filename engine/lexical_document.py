"""What the lexical index holds of a passage: fields, terms, and the schema that gives them their place."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tantivy import DocAddress, Document, Index, Schema, SchemaBuilder, Searcher, TextAnalyzerBuilder, Tokenizer

from catalog.passages import Indexed
from catalog.scope import reach_terms, status_terms
from engine.analysis import ANALYSIS_VERSION, identifiers, stems
from engine.codes import year_of
from engine.misreadings import misread, put_right

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


def documents(batch: Sequence[Indexed], *, forgiving: bool = True) -> Iterator[Document]:
    """Yield the document of each passage; if `forgiving`, it is also found by what OCR misread in it."""
    for passage, body in zip(batch, _analysed([passage.text for passage in batch], forgiving=forgiving), strict=True):
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


class _Analysed(NamedTuple):
    """What a text is found by: its stems, joined by spaces, and its identifiers."""

    stems: str
    identifiers: frozenset[str]


def _analysed(texts: Sequence[str], *, forgiving: bool) -> Iterator[_Analysed]:
    # One kind of work for all texts, then the next: what each looks up then stays in the core's own cache.
    plain = [" ".join(stems(text)) for text in texts]
    named = [frozenset(term.text for term in identifiers(text)) for text in texts]
    if not forgiving:
        return map(_Analysed, plain, named)
    return map(_with_misread, texts, plain, named)


def _with_misread(text: str, plain: str, named: frozenset[str]) -> _Analysed:
    if not (meant := misread(text)):
        return _Analysed(plain, named)
    right = (term.text for term in identifiers(put_right(text)))
    return _Analysed(" ".join((plain, *(term.text for term in meant))), named.union(right))


@lru_cache(maxsize=1 << 10)
def _of_head(title: str, heading: tuple[str, ...], *, forgiving: bool) -> _Analysed:
    """Return it of a title and heading path, which the next passages mostly have too."""
    return next(_analysed([" \n".join((title, *heading))], forgiving=forgiving))


def _filter_terms(passage: Indexed) -> Iterator[tuple[str, str]]:
    for term in reach_terms(passage.access, passage.unit, newest=passage.newest):
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
