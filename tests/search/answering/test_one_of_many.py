"""Whether one row of many seems to answer what only all of them together tell."""

import pytest

from catalog import passages, storing
from catalog.database import Catalog
from catalog.scope import OPERATOR
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from search.answering.evidence import Candidate
from search.answering.one_of_many import is_one_of_many

GOODS = ("Laptop | Acer | 2009", "Laptop | Asus | 2012", "Meja | Kayu | 2010", "Kursi | Besi | 2011")
TOTAL = "Jumlah | 4 unit"


def piece(catalog: Catalog, columns: tuple[str, str, str], line: str, count: int = len(GOODS)) -> Candidate:
    """Return a line of a sheet of `count` goods with a total below, read as one passage."""
    text = "\n".join([" | ".join(columns), *GOODS[:count], TOTAL])
    rows = []
    for number, goods in enumerate(GOODS[:count], 2):
        start = text.index(goods)
        rows.append(NewRow(number, dict(zip(columns, goods.split(" | "), strict=True)), start, start + len(goods)))
    whole = NewPassage(0, "text", None, (), 0, len(text), text, None)
    page = NewPage(None, "KIB B", "text", 1.0, text, tuple(rows))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib.xlsx")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB B", "kib", {}, (page,), (whole,)))
    passage = next(iter(passages.read(catalog, passages.live_ids(catalog), OPERATOR).values()))
    start = text.index(line)
    return Candidate(passage, start, start + len(line), line, said=0.5, around=0.5, fits=0.0, fused=0.9)


COLUMNS = ("Nama", "Merk", "Tahun")


@pytest.mark.parametrize(
    "question",
    [
        "ada berapa laptop yang dibeli sebelum 2013?",
        "berapa kendaraan yang dibeli sebelum 2013?",
        "berapa unit laptop di kantor ini",
        "total harga semua laptop",
        "laptop mana yang paling tua?",
        "laptop termahal",
    ],
)
def test_a_row_is_no_count_no_total_and_no_end(catalog: Catalog, question: str) -> None:
    assert is_one_of_many(catalog, question, piece(catalog, COLUMNS, GOODS[0]))


@pytest.mark.parametrize(
    "question",
    [
        "laptop Acer dibeli tahun berapa?",
        "mereknya apa",
        "berapa harga laptop Acer",
        "nilai perolehan laptop Acer berapa?",
    ],
)
def test_what_one_row_tells_it_may_answer(catalog: Catalog, question: str) -> None:
    assert not is_one_of_many(catalog, question, piece(catalog, COLUMNS, GOODS[0]))


def test_a_total_is_one(catalog: Catalog) -> None:
    assert not is_one_of_many(catalog, "ada berapa laptop", piece(catalog, COLUMNS, TOTAL))


def test_a_column_of_counts_may_tell_a_count_but_no_end(catalog: Catalog) -> None:
    counted = piece(catalog, ("Nama", "Jumlah Barang", "Tahun"), GOODS[0])
    assert not is_one_of_many(catalog, "ada berapa laptop", counted)
    assert is_one_of_many(catalog, "laptop termahal", counted)


def test_a_count_within_a_name_of_a_column_is_none(catalog: Catalog) -> None:
    assert is_one_of_many(
        catalog, "ada berapa gedung", piece(catalog, ("Nama", "Konstruksi Jumlah Tingkat", "Tahun"), GOODS[0])
    )


def test_a_form_of_two_rows_is_no_register(catalog: Catalog) -> None:
    assert not is_one_of_many(catalog, "ada berapa laptop", piece(catalog, COLUMNS, GOODS[0], count=2))
