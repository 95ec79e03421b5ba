"""What one file may cost: settings of the data folder, checked, handed to the readers, named in the refusal."""

from dataclasses import fields
from pathlib import Path

import pytest

from catalog.errors import RujukanError
from catalog.folder import DataFolder
from indexer.limits import SETTINGS, Limits, over, read

ROOT = Path(__file__).parents[2]


def written(folder: Path, text: str) -> DataFolder:
    (folder / "batas.toml").write_text(text, encoding="utf8")
    return DataFolder(folder)


def test_a_folder_that_says_nothing_has_the_limits_of_the_house(tmp_path: Path) -> None:
    assert read(DataFolder(tmp_path)) == read(written(tmp_path, "# kosong\n")) == Limits()


def test_what_is_said_holds_and_the_rest_stays(tmp_path: Path) -> None:
    found = read(written(tmp_path, "halaman = 20000\ndetik = 60\n"))
    assert (found.pages, found.seconds, found.cells) == (20_000, 60, Limits().cells)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("halamn = 10\n", "“halamn”"),
        ("halaman = '10'\n", "'10'"),
        ("halaman = true\n", "True"),
        ("halaman = 1.5\n", "1.5"),
        ("halaman = 0\n", "dari 1 sampai"),
        ("detik = 100000\n", "sampai 600"),
        ("[halaman]\n", "bukan {}"),
        ("halaman\n", "tidak dapat dibaca"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RujukanError) as caught:
        read(written(tmp_path, text))
    assert caught.value.code == "bad_limits"
    assert told in caught.value.message
    assert str(tmp_path / "batas.toml") in caught.value.message


@pytest.mark.parametrize("name", SETTINGS)
def test_a_refusal_names_the_limit_its_setting_and_the_value_seen(name: str) -> None:
    error = over(name, 1234567.0)
    assert error.code in {"too_large", "timeout"}
    for part in (SETTINGS[name].what, f"`{SETTINGS[name].key}` di batas.toml", "ditemukan 1.234.567"):
        assert part in error.reason


def test_every_limit_is_a_setting_whose_default_is_allowed_and_documented() -> None:
    page = (ROOT / "docs/limits.md").read_text(encoding="utf8")
    assert list(SETTINGS) == [field.name for field in fields(Limits)]
    for name, setting in SETTINGS.items():
        default = getattr(Limits(), name)
        assert setting.least <= default <= setting.most
        assert f"| `{setting.key}` | {default:.0f} | {setting.least} – {setting.most} |" in page
