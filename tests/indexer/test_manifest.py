from pathlib import Path

import pytest

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from indexer.manifest import load


def write(folder: Path, text: str) -> Path:
    place = folder / "manifes.csv"
    place.write_bytes(text.encode("utf-8-sig"))
    return place


def test_cells_become_what_is_said_of_a_path_and_empty_ones_say_nothing(catalog: Catalog, tmp_path: Path) -> None:
    place = write(tmp_path, "path,title,unit,status\nBPAD/a.pdf,Judul,BPAD,\nb.pdf,,,disahkan\n")
    assert load(catalog, place).given == {
        "BPAD/a.pdf": Metadata(title="Judul", unit="BPAD"),
        "b.pdf": Metadata(status="disahkan"),
    }


def test_semicolons_and_backslashes_as_office_programs_write_them(catalog: Catalog, tmp_path: Path) -> None:
    assert load(catalog, write(tmp_path, "path;unit\nBPAD\\a.pdf;BPAD\n")).given == {
        "BPAD/a.pdf": Metadata(unit="BPAD")
    }


@pytest.mark.parametrize(
    ("row", "seen"),
    [("a.pdf,TIDAKADA,", "TIDAKADA"), ("a.pdf,BPAD,umum", "umum"), ("a.pdf,BPAD,terbuka,lebih", "kolom")],
)
def test_a_bad_row_is_told_by_its_number_and_the_others_count(
    catalog: Catalog, tmp_path: Path, row: str, seen: str
) -> None:
    manifest = load(catalog, write(tmp_path, f"path,unit,access\nb.pdf,BPAD,terbuka\n{row}\n"))
    assert set(manifest.given) == {"b.pdf"}
    assert "Baris 3" in manifest.bad["a.pdf"]
    assert seen in manifest.bad["a.pdf"]


def test_two_rows_for_one_path_are_both_bad(catalog: Catalog, tmp_path: Path) -> None:
    manifest = load(catalog, write(tmp_path, "path,access\na.pdf,terbuka\na.pdf,terbatas\na.pdf,internal\n"))
    assert manifest.given == {}
    assert set(manifest.bad) == {"a.pdf"}


@pytest.mark.parametrize("text", ["nama,unit\na,BPAD\n", "path,rahasia\na,x\n", ""])
def test_a_wrong_header_is_an_error_of_the_whole_file(catalog: Catalog, tmp_path: Path, text: str) -> None:
    with pytest.raises(RujukanError, match="path wajib ada"):
        load(catalog, write(tmp_path, text))


def test_a_manifest_that_cannot_be_read_is_an_error(catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(RujukanError, match="tidak dapat dibaca"):
        load(catalog, tmp_path / "tidak.csv")
