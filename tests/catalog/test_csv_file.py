"""CSV files that people bring: read whole, or refused with what is wrong and what to do."""

from pathlib import Path

import pytest

from catalog import csv_file
from catalog.errors import RujukanError

FORM = csv_file.Form("daftar", "bad_list", ("nama", "unit"), ("nama",))


def read(tmp_path: Path, content: bytes) -> list[tuple[int, csv_file.Row]]:
    place = tmp_path / "daftar.csv"
    place.write_bytes(content)
    return list(csv_file.rows(place, FORM))


@pytest.mark.parametrize(
    "content", [b"nama,unit\nSiti,BPAD\n", b"nama;unit\r\nSiti;BPAD\r\n", b"\xef\xbb\xbfnama,unit\nSiti,BPAD"]
)
def test_commas_semicolons_and_a_mark_are_read_alike(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == [(2, {"nama": "Siti", "unit": "BPAD"})]


def test_a_cell_may_hold_lines_and_rows_keep_the_number_of_their_last(tmp_path: Path) -> None:
    found = read(tmp_path, 'nama,unit\n"Siti\nAminah",BPAD\nBudi\u2028S,BPSDM\n'.encode())
    assert found == [(3, {"nama": "Siti\nAminah", "unit": "BPAD"}), (4, {"nama": "Budi\u2028S", "unit": "BPSDM"})]


@pytest.mark.parametrize(
    "content",
    [b"", b"unit\nBPAD\n", b"nama,umur\nSiti,3\n", b"\xff\xfe\x00", b"nama,unit\n" + b"a" * 200_000 + b",BPAD\n"],
    ids=["empty", "needed column missing", "unknown column", "no UTF-8", "a cell beyond the limit"],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(RujukanError, match="daftar") as refused:
        read(tmp_path, content)
    assert refused.value.code == "bad_list"
