"""Which of our own agencies a question names."""

from collections.abc import Iterator

import pytest

from catalog.database import Catalog
from catalog.opening import create
from search.understanding.named_agencies import agencies_named, names_one, words_alone


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    catalog = create(tmp_path_factory.mktemp("catalog"))
    yield catalog
    catalog.close()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("jadwal dinas kesehatan", ["DINKES"]),
        ("anggaran server Diskominfo", ["KOMINFO"]),
        ("serah terima BPAD ke BPSDM", ["BPAD", "BPSDM"]),
        ("kesehatan pegawai", []),
        ("badan usaha", []),
    ],
)
def test_an_agency_is_named_by_its_name_or_a_short_one(catalog: Catalog, text: str, codes: list[str]) -> None:
    assert sorted(code for code, _ in agencies_named(catalog, text)) == codes


def test_a_name_stands_as_words_of_its_own() -> None:
    alone = words_alone("Kantor KUA, Kec. Gambir (lt. 2)")
    assert alone == "kantor kua kec gambir lt"
    assert names_one(alone, ["kua"])
    assert not names_one(words_alone("kualitas"), ["kua"])
