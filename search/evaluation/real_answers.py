"""Answers that a file of questions holds as a hash alone, found again on the page that it names.

So judgements about papers of others can be kept and passed on without a sentence of theirs: who has the papers can use
them, and learns of a paper that has changed.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from catalog.database import Catalog
from catalog.errors import RujukanError
from search.evaluation.real_questions import RealQuestion, fold, plain_path

_PAGES = """
SELECT page.page, page.sheet, page.text FROM page
JOIN version ON version.id = page.version AND version.newest = 1 WHERE version.asset = ? ORDER BY page.number
"""


def hashed(words: str) -> str:
    """Return the SHA-256 of words as they are compared, in hexadecimal."""
    return sha256(fold(words).encode()).hexdigest()


def with_words(catalog: Catalog, question: RealQuestion) -> RealQuestion:
    """Return a question with the words of its answer, read from the catalog where the file has but their hash.

    Raises RujukanError `bad_judgements` if no judged page of the file has them.
    """
    if question.path is None or question.told is None:
        return question
    count, digest = question.told
    for text in _pages(catalog, question):
        words = fold(text).split()
        for at in range(len(words) - count + 1):
            quote = " ".join(words[at : at + count])
            if sha256(quote.encode()).hexdigest() == digest:
                return replace(question, quote=quote)
    raise RujukanError(
        "bad_judgements",
        f'Jawaban pertanyaan "{question.id}" tidak ada di {question.path}: berkas itu tidak diindeks, dibaca secara'
        " lain, atau berbeda dari yang dinilai. Bandingkan SHA-256-nya.",
    )


def _pages(catalog: Catalog, question: RealQuestion) -> Iterator[str]:
    assets = [
        row["id"] for row in catalog.db.query("SELECT id, path FROM asset") if plain_path(row["path"]) == question.path
    ]
    for row in (row for asset in assets for row in catalog.db.query(_PAGES, [asset])):
        place = str(row["page"] if row["page"] is not None else row["sheet"])
        if not question.places or place in question.places:
            yield row["text"]
