"""The paper by which a question wants to be answered."""

import pytest

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.passages import live_ids, read
from catalog.scope import OPERATOR
from search.answering.named_source import NamedSource
from search.ranking.needs import needs
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.engine.shelf import OPEN, shelve


def others(catalog: Catalog, question: str) -> set[str]:
    """The papers that are another than the question's source."""
    shelve(catalog, "sidik.pdf", ["Pasal 1"], Metadata(title="POJK 22/2015 tentang Penyidikan").over(OPEN))
    shelve(catalog, "gadai.pdf", ["Pasal 1"], Metadata(title="POJK 31/2016 tentang Usaha Pergadaian").over(OPEN))
    found, asked = read(catalog, live_ids(catalog), OPERATOR).values(), understand(question, load())
    wanted = needs(asked, [question.casefold().split()])
    source = NamedSource(catalog, asked.text, wanted, found)
    return {passage.path for passage in found if source.is_another(passage)}


@pytest.mark.parametrize(
    "question",
    [
        "Berapa denda yang menghalangi menurut POJK penyidikan?",
        "Berdasarkan POJK 22/2015, berapa dendanya?",
        "menurut POJK penyidikan berapa lama pemeriksaan",
    ],
)
def test_only_the_paper_that_is_named_may_answer(catalog: Catalog, question: str) -> None:
    assert others(catalog, question) == {"gadai.pdf"}


@pytest.mark.parametrize("question", ["Berapa denda menurut POJK perbankan?", "menurut pemohon berapa dendanya?"])
def test_a_source_that_is_not_there_or_no_paper_rules_nothing_out(catalog: Catalog, question: str) -> None:
    assert others(catalog, question) == set()
