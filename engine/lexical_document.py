"""What the lexical index holds of a passage: fields, terms, and the schema that gives them their place."""

from tantivy import Document, Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from catalog.passages import Indexed
from catalog.scope import reach_terms, status_terms
from engine.analysis import ANALYSIS_VERSION, identifiers, terms
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


def document(passage: Indexed, *, forgiving: bool = True) -> Document:
    """Return the document of a passage; if `forgiving`, it is also found by what OCR misread in it."""
    head = " \n".join((passage.title, *passage.heading))
    found = Document()
    found.add_integer("id", passage.id)
    found.add_text("body", _stems(passage.text, forgiving=forgiving))
    found.add_text("head", _stems(head, forgiving=forgiving))
    for identifier in sorted(_identifiers(passage.text, forgiving=forgiving) | _identifiers(head, forgiving=forgiving)):
        found.add_text("exact", identifier)
    for name, values in _filter_terms(passage).items():
        for value in values:
            found.add_text(name, value)
    return found


def _stems(text: str, *, forgiving: bool) -> str:
    return " ".join(term.text for term in (*terms(text), *(misread(text) if forgiving else ())))


def _identifiers(text: str, *, forgiving: bool) -> set[str]:
    texts = {text, put_right(text)} if forgiving else {text}
    return {term.text for each in texts for term in identifiers(each)}


def _filter_terms(passage: Indexed) -> dict[str, list[str]]:
    year = year_of(passage.date)
    return {
        "reach": reach_terms(passage.access, passage.unit, newest=passage.newest),
        "status": status_terms(passage.status),
        "kind": [passage.kind],
        "unit": [passage.unit] if passage.unit else [],
        "year": [str(year)] if year else [],
        "community": [passage.community] if passage.community else [],
    }
