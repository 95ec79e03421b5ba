"""Compare no stemming, Snowball and the corrected Snowball of `engine.stems` on judged sets.

python -m benchmarks.stemmer FOLDER...   prints nDCG@10 of BM25 (Tantivy, k1 1.2, b 0.75) for each folder and way.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import Stemmer
import tantivy

from benchmarks.judged import Judged, read
from engine.analysis import terms
from search.evaluation.metrics import means

_WORDS = re.compile(r"\w+")
_SNOWBALL = Stemmer.Stemmer("indonesian")


def _plain(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _snowball(text: str) -> list[str]:
    return list(_SNOWBALL.stemWords(_plain(text)))


def _corrected(text: str) -> list[str]:
    return [term.text for term in terms(text)]


WAYS: dict[str, Callable[[str], list[str]]] = {"none": _plain, "snowball": _snowball, "corrected": _corrected}


def ranked(judged: Judged, analyse: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """Rank each question's first ten corpus ids by BM25 over title and text."""
    index = tantivy.Index(
        tantivy.SchemaBuilder()
        .add_text_field("id", stored=True, tokenizer_name="raw")
        .add_text_field("body", tokenizer_name="whitespace")
        .build()
    )
    writer = index.writer()
    for doc, (title, text) in judged.corpus.items():
        writer.add_document(tantivy.Document(id=doc, body=" ".join(analyse(f"{title}\n{text}"))))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher, run = index.searcher(), {}
    for query, text in judged.queries.items():
        hits = searcher.search(_any_of(index.schema, analyse(text)), 10).hits
        run[query] = [searcher.doc(place)["id"][0] for _, place in hits]
    return run


def _any_of(schema: tantivy.Schema, words: list[str]) -> tantivy.Query:
    clauses = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "body", word)) for word in words]
    return tantivy.Query.boolean_query(clauses)


def main() -> None:
    """Print one line a folder and way."""
    for folder in map(Path, sys.argv[1:]):
        judged = read(folder)
        for name, analyse in WAYS.items():
            start = time.perf_counter()
            figures = means(ranked(judged, analyse), judged.qrels)
            shown = " ".join(f"{key} {value:.4f}" for key, value in figures.items())
            sys.stdout.write(f"{judged.name} {name}: {shown} ({time.perf_counter() - start:.1f} s)\n")


if __name__ == "__main__":
    main()
