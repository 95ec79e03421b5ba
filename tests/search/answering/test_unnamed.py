"""Whether what a figure is asked of is named where it seems to stand."""

import pytest

from catalog import passages
from catalog.database import Catalog
from catalog.scope import OPERATOR
from engine.analysis import stems
from search.answering.unnamed import is_unnamed
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.engine.shelf import OPEN
from tests.search.library import CountingEmbedder, read_in

HOURS = "10.55 - 11.30 | Sosialisasi Tahsin | Koordinator Tahsin"
PRICES = "Rp1.000 selembar: pindai dokumen. Rp10.000: cakram."


def unnamed(catalog: Catalog, question: str, text: str, rest: str = "") -> bool:
    """Ask of a paper whose passage says `text` and another one `rest`."""
    read_in(catalog, CountingEmbedder(), "naskah.txt", f"{text}\n\n{rest}", OPEN)
    first = next(iter(passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()))
    return is_unnamed(catalog, understand(question, load()), first, frozenset(stems(text)))


@pytest.mark.parametrize("question", ["berapa guru tahsin?", "Berapa gurukah di sana?", "ada berapa guru"])
def test_what_is_counted_must_be_named_beside_the_figure(catalog: Catalog, question: str) -> None:
    assert unnamed(catalog, question, HOURS, "Guru hadir tepat waktu.")


def test_what_is_counted_and_named_is_counted(catalog: Catalog) -> None:
    assert not unnamed(catalog, "berapa guru tahsin?", "Guru tahsin: 12")


@pytest.mark.parametrize(
    "question",
    ["berapa orang yang hadir", "berapa unit PC", "berapa selisihnya", "berapa tahun masa manfaatnya", "siapa gurunya"],
)
def test_what_is_counted_in_may_stay_unsaid(catalog: Catalog, question: str) -> None:
    assert not unnamed(catalog, question, HOURS, "Kegiatan PC tahunan, masa manfaat barang, guru")


@pytest.mark.parametrize("question", ["berapa rata-rata biaya pindai?", "rerata biaya pindai berapa"])
def test_a_mean_must_be_told_as_one(catalog: Catalog, question: str) -> None:
    assert unnamed(catalog, question, PRICES)


@pytest.mark.parametrize("question", ["berapa rata-rata biaya pindai?", "rerata biaya pindai berapa"])
def test_a_mean_that_is_told_is_named(catalog: Catalog, question: str) -> None:
    assert not unnamed(catalog, question, "Biaya pindai dokumen rata-rata Rp900.")


@pytest.mark.parametrize("question", ["berapa biaya legalisir dokumen?", "Berapa tarif legalisir per lembar"])
def test_what_is_measured_must_be_named_somewhere_in_the_paper(catalog: Catalog, question: str) -> None:
    assert unnamed(catalog, question, PRICES)


def test_what_is_measured_may_be_named_elsewhere_in_the_paper(catalog: Catalog) -> None:
    assert not unnamed(catalog, "berapa biaya legalisir dokumen?", PRICES, "Legalisir dilayani hari kerja.")


@pytest.mark.parametrize("question", ["berapa denda bagi pemohon", "berapa biaya yang ditagih", "berapa tarifnya"])
def test_who_pays_is_not_what_is_measured(catalog: Catalog, question: str) -> None:
    assert not unnamed(catalog, question, PRICES)


def test_how_it_is_measured_is_not_what_is_measured(catalog: Catalog) -> None:
    assert not unnamed(catalog, "berapa biaya minimal per bulan untuk dokumen", PRICES)


def test_another_wording_of_the_glossary_names_it_too(catalog: Catalog) -> None:
    assert not unnamed(catalog, "berapa nilai tender", "Paket lelang: Rp12.000.000")


def test_a_page_that_could_not_be_read_may_name_it(catalog: Catalog) -> None:
    assert unnamed(catalog, "berapa biaya legalisir?", PRICES)
    with catalog.writing():
        catalog.db.execute("UPDATE page SET state = 'needs_ocr'")
    first = next(iter(passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()))
    read = understand("berapa biaya legalisir?", load())
    assert not is_unnamed(catalog, read, first, frozenset(stems(PRICES)))


@pytest.mark.parametrize(
    ("question", "is_so"),
    [("di buku lama petugas tertulis denda berapa persen?", False), ("berapa lama petugas menjawab?", True)],
)
def test_an_old_thing_is_not_how_long_it_takes(catalog: Catalog, question: str, is_so: bool) -> None:
    assert unnamed(catalog, question, "Denda 2 persen.") is is_so
