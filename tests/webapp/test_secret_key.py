import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from catalog.errors import RujukanError
from catalog.folder import DataFolder
from webapp import secret_key

STRONG = "0123456789abcdef" * 4


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    monkeypatch.delenv(secret_key.VARIABLE, raising=False)
    monkeypatch.delenv(secret_key.FILE_VARIABLE, raising=False)
    return DataFolder(tmp_path)


def test_a_key_is_made_once_for_its_owner_alone(folder: DataFolder) -> None:
    key = secret_key.load(folder)
    assert len(key) == 64
    assert secret_key.load(folder) == key
    assert stat.S_IMODE(folder.secret_key.stat().st_mode) == 0o600
    assert [place.name for place in folder.root.iterdir()] == ["kunci_rahasia"]


def test_two_that_start_at_once_get_one_key(folder: DataFolder) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: secret_key.load(folder), range(8)))) == 1
    assert len(list(folder.root.iterdir())) == 1


def test_two_folders_have_two_keys(folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    assert secret_key.load(folder) != secret_key.load(DataFolder(tmp_path / "lain"))


def test_the_environment_goes_before_the_folder(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.root / "kunci"
    file.write_text(f"{STRONG[::-1]}\n")
    file.chmod(0o600)
    monkeypatch.setenv(secret_key.FILE_VARIABLE, str(file))
    assert secret_key.load(folder) == STRONG[::-1]
    monkeypatch.setenv(secret_key.VARIABLE, STRONG)
    assert secret_key.load(folder) == STRONG
    assert not folder.secret_key.exists()


@pytest.mark.parametrize("weak", ["20261126", "a" * 64, "0123" * 16, "pelangi", " "])
def test_advisory_8_a_key_that_can_be_guessed_is_refused_and_not_repeated(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, weak: str
) -> None:
    monkeypatch.setenv(secret_key.VARIABLE, weak)
    with pytest.raises(RujukanError) as refused:
        secret_key.load(folder)
    assert refused.value.code == "weak_secret_key"
    assert weak not in refused.value.message.replace(" ", "_")


def test_a_key_that_others_can_read_is_refused(folder: DataFolder) -> None:
    secret_key.load(folder)
    folder.secret_key.chmod(0o640)
    with pytest.raises(RujukanError, match="chmod 600") as refused:
        secret_key.load(folder)
    assert refused.value.code == "open_secret_key"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"pendek\n"])
def test_a_file_without_a_key_is_refused(folder: DataFolder, content: bytes) -> None:
    folder.secret_key.write_bytes(content)
    folder.secret_key.chmod(0o600)
    with pytest.raises(RujukanError) as refused:
        secret_key.load(folder)
    assert refused.value.code == "weak_secret_key"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_gets_a_key_for_this_process(folder: DataFolder) -> None:
    folder.root.chmod(0o500)
    try:
        assert len(secret_key.load(folder)) == 64
    finally:
        folder.root.chmod(0o700)
