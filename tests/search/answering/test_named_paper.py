"""Which paper a question means that asks something of one."""

import pytest

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.passages import Passage, live_ids, read
from catalog.scope import OPERATOR
from search.answering.named_paper import NamedPaper, proper_names
from search.answering.own_fields import asking_stems
from search.ranking.needs import needs
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.engine.shelf import OPEN, shelve

FIRE = Metadata(title="SOP Pemeriksaan Hidran Kota", unit="GULKAR", access="terbuka", status="disahkan")
TAX = Metadata(
    title="Peraturan Daerah tentang Pajak dan Retribusi", access="terbuka", unit="BAPENDA", status="disahkan"
)
CHANGE = Metadata(title="Perda No. 8 tentang Perubahan atas Perda Nomor 8 Tahun 2023 tentang Pajak dan Retribusi").over(
    TAX
)


@pytest.fixture
def papers(catalog: Catalog) -> dict[str, Passage]:
    """Four papers, by their paths."""
    shelve(catalog, "hidran.pdf", ["Dinas Penanggulangan Kebakaran. Pemadaman dimulai dari hidran."], FIRE)
    shelve(catalog, "perda.pdf", ["Bupati Banjarnegara menetapkan tarif."], TAX)
    shelve(catalog, "perda_8_2025.pdf", ["Bupati mengubah pajak dan retribusi."], CHANGE)
    shelve(catalog, "sop-vaksin.pdf", ["Vaksin disimpan pada suhu 2 derajat."], Metadata(title="SOP Vaksin").over(OPEN))
    return {passage.path: passage for passage in read(catalog, live_ids(catalog), OPERATOR).values()}


def meant(catalog: Catalog, question: str) -> NamedPaper:
    asked = understand(question, load())
    return NamedPaper(catalog, asked.text, needs(asked, [question.casefold().split()]), asking_stems())


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("Kapan SOP pemeriksaan hidran disahkan?", "hidran.pdf"),
        ("Kapan SOP Pemeriksaan Hidran Kota Disahkan?", "hidran.pdf"),
        ("nomor SOP vaksin berapa?", "sop-vaksin.pdf"),
        ("Kapan SOP vaksin terakhir direvisi?", "sop-vaksin.pdf"),
        ("Sejak kapan perda pajak dan retribusi Banjarnegara berlaku?", "perda.pdf"),
        ("kapan perda pajak dan retribusi banjarnegara ditetapkan", "perda.pdf"),
        ("Kapan SOP hidran Gulkar dibuat?", "hidran.pdf"),
    ],
)
def test_the_paper_is_meant_whose_title_or_path_says_what_the_question_names(
    catalog: Catalog, papers: dict[str, Passage], question: str, path: str
) -> None:
    paper = meant(catalog, question)
    assert [key for key, passage in papers.items() if paper.is_paper_of(passage)] == [path]
    assert paper.best([(passage, 1.0) for passage in papers.values()]) == (papers[path], 1.0)


@pytest.mark.parametrize(
    "question",
    [
        "Kapan SOP pemadaman kebakaran disahkan?",
        "Kapan SOP Pemadaman Kebakaran Disahkan?",
        "nomor SOP vaksinasi ternak",
        "Sejak kapan perda pajak dan retribusi Wonosobo berlaku?",
        "Kapan SOP hidran Dinkes dibuat?",
        "Kapan Perda Nomor 8 Tahun 2023 tentang pajak dan retribusi diundangkan?",
    ],
)
def test_no_paper_is_meant_that_is_about_something_else_or_by_somebody_else(
    catalog: Catalog, papers: dict[str, Passage], question: str
) -> None:
    assert meant(catalog, question).best([(passage, 1.0) for passage in papers.values()]) is None


def test_an_abbreviation_is_told_by_its_letters_in_the_title(catalog: Catalog) -> None:
    title = "PERATURAN OTORITAS JASA KEUANGAN TENTANG PENYIDIKAN"
    shelve(catalog, "a.pdf", ["Pasal 1"], Metadata(title=title).over(OPEN))
    (passage,) = read(catalog, live_ids(catalog), OPERATOR).values()
    assert meant(catalog, "Kapan peraturan OJK tentang penyidikan diundangkan?").share(passage) == 1.0
    assert meant(catalog, "Kapan peraturan LPS tentang penyidikan diundangkan?").share(passage) < 1.0


def test_a_question_that_names_nothing_means_no_paper(catalog: Catalog, papers: dict[str, Passage]) -> None:
    assert meant(catalog, "Kapan SOP disahkan?").best([(passage, 1.0) for passage in papers.values()]) is None


def test_names_are_told_by_their_capitals_or_by_being_rare() -> None:
    assert proper_names("Kapan SOP Kota Depok dan perda banjarnegara disahkan?") == ["depok", "banjarnegara"]
