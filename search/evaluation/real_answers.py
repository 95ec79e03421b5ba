"""Answers that a file of questions holds as a hash alone, found again on the page that it names.

So judgements about papers of others can be kept and passed on without a sentence of theirs: who has the papers can use
them, and learns of a paper that has changed.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.whole_texts import pages_at, paths
from search.evaluation.real_questions import RealQuestion, fold, plain_path


def hashed(words: str) -> str:
    """Return the SHA-256 of words as they are compared, in hexadecimal."""
    return sha256(fold(words).encode()).hexdigest()


def with_words(catalog: Catalog, question: RealQuestion) -> RealQuestion:
    """Return a question with the words of its answer, read from the catalog where the file has but their hash.

    Raises RujukanError `bad_judgements` if no judged page of the file has them.
    """
    if question.path is None or question.told is None:
        return question
    for text in _judged_pages(catalog, question):
        if quote := _words_of(text, *question.told):
            return replace(question, quote=quote)
    raise RujukanError(
        "bad_judgements",
        f'Jawaban pertanyaan "{question.id}" tidak ada di {question.path}: berkas itu tidak diindeks, dibaca secara'
        " lain, atau berbeda dari yang dinilai. Bandingkan SHA-256-nya.",
    )


def _words_of(text: str, count: int, digest: str) -> str | None:
    words = fold(text).split()
    spans = (" ".join(words[at : at + count]) for at in range(len(words) - count + 1))
    return next((span for span in spans if sha256(span.encode()).hexdigest() == digest), None)


def _judged_pages(catalog: Catalog, question: RealQuestion) -> Iterator[str]:
    for path in paths(catalog):
        if plain_path(path) == question.path:
            yield from (text for place, text in pages_at(catalog, path) if question.right_place(question.path, place))
