"""Settings in files of the data folder."""

from pathlib import Path

import pytest

from catalog import settings_file
from catalog.errors import RujukanError


def test_what_is_written_is_read_and_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    place = tmp_path / "batas.toml"
    assert settings_file.read(place, "bad_limits") == {}
    place.write_text("halaman = 3\n[per_menit]\nkiriman = 2\n")
    assert settings_file.read(place, "bad_limits") == {"halaman": 3, "per_menit": {"kiriman": 2}}


@pytest.mark.parametrize("written", [b"halaman = ", b"\xff\xfe"])
def test_what_cannot_be_read_is_an_error_that_names_the_file(tmp_path: Path, written: bytes) -> None:
    place = tmp_path / "batas.toml"
    place.write_bytes(written)
    with pytest.raises(RujukanError, match=r"batas\.toml") as raised:
        settings_file.read(place, "bad_limits")
    assert raised.value.code == "bad_limits"
