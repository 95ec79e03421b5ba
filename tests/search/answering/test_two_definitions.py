"""The difference of two things is told by the definitions of both."""

import pytest

from catalog.database import Catalog
from catalog.scope import OPERATOR
from embedding import embedder
from search.answer import ask
from search.answering.two_definitions import explaining_both
from search.kinds.answer_kinds import wanted
from tests.search.answering.test_confidence import CARD
from tests.search.library import read_in, reader_of

MEDIATION = "(10) Mediasi adalah penyelesaian sengketa melalui bantuan seorang penengah."
RULING = "(11) Ajudikasi adalah penyelesaian sengketa yang diputus oleh lembaga."
ASKED = "Apa bedanya mediasi dengan ajudikasi dalam sengketa layanan?"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((f"Sengketa diselesaikan. {MEDIATION}", RULING), [0, 1]),
        ((f"{MEDIATION} {RULING}", RULING), [0, 0]),
        ((MEDIATION, "Ajudikasi dilakukan bila mediasi gagal."), []),
        (("Media Sosial (MEDIASI)", RULING), []),
    ],
)
def test_both_are_explained_or_nothing_is_told(texts: tuple[str, ...], found: list[int]) -> None:
    passages = [(CARD._replace(id=number, text=text), 1.0) for number, text in enumerate(texts)]
    assert [passage.id for _, (passage, _) in explaining_both(ASKED, passages)] == found
    assert explaining_both("Apa itu mediasi?", passages) == []


def test_the_definitions_are_quoted_one_after_the_other(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    other = "Pengaduan dicatat petugas. Mediasi dan ajudikasi ditempuh bila pengaduan tidak selesai."
    read_in(catalog, model, "aturan.txt", f"Ketentuan umum sengketa layanan:\n{MEDIATION}\n{RULING}")
    read_in(catalog, model, "lain.txt", other)
    given = ask(reader_of(catalog, model), catalog, ASKED, OPERATOR)
    assert given.answered
    assert {quote.text for quote in given.quotes[:2]} == {MEDIATION, RULING}
    kind = wanted("apa itu mediasi")
    assert kind and kind.is_exactly_in(given.quotes[0].text)
