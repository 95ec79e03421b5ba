"""Key words that the paper which seems to answer nowhere says."""

import pytest

from catalog import passages
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.scope import OPERATOR
from search.answering.unsaid import in_key_words, share_unsaid
from search.ranking.needs import needs
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.engine.shelf import OPEN
from tests.search.library import CountingEmbedder, read_in

SYARAT = "Syarat mutasi pegawai: telah bekerja dua tahun pada suku dinas asal."


def paper(catalog: Catalog, text: str = SYARAT) -> Passage:
    read_in(catalog, CountingEmbedder(), "syarat.txt", text, OPEN)
    (found,) = passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()
    return found


def unsaid(catalog: Catalog, question: str, of: Passage) -> float:
    return share_unsaid(catalog, question, needs(understand(question, load()), [["lain"]]), of)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("syarat mutasi guru", True),
        ("garansi kulkas vaksin", True),
        ("apa syarat mutasi guru", False),
        ("syarat mutasi guru?", False),
        ("kenapa mutasi guru ditolak", False),
        ("yang diperlukan kalau mau pindah dari satu suku dinas ke dinas lain", False),
    ],
)
def test_key_words_are_told_from_a_question(question: str, *, told: bool) -> None:
    assert in_key_words(question) is told


def test_each_word_that_the_paper_lacks_counts(catalog: Catalog) -> None:
    of = paper(catalog)
    assert unsaid(catalog, "syarat mutasi pegawai", of) == 0.0
    assert unsaid(catalog, "syarat mutasi guru", of) == pytest.approx(1 / 3)


def test_another_wording_of_the_glossary_is_enough(catalog: Catalog) -> None:
    assert unsaid(catalog, "tender laptop", paper(catalog, "Lelang laptop diumumkan.")) == 0.0


def test_of_a_whole_question_nothing_is_missed(catalog: Catalog) -> None:
    assert unsaid(catalog, "apa syarat mutasi guru?", paper(catalog)) == 0.0


def test_a_page_that_could_not_be_read_may_say_anything(catalog: Catalog) -> None:
    of = paper(catalog)
    with catalog.writing():
        catalog.db.execute("UPDATE page SET state = 'needs_ocr'")
    assert unsaid(catalog, "syarat mutasi guru", of) == 0.0
