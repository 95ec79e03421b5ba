"""The language model is set line by line; its key comes from the environment and is never told."""

from pathlib import Path

import pytest

from catalog.errors import RujukanError
from catalog.folder import DataFolder
from search.rephrasing.settings import LanguageModel, read

OWN = "alamat = 'http://10.0.0.5:8000/v1'\nmodel = 'contoh'\n"


def written(folder: Path, text: str) -> LanguageModel:
    (folder / "model_bahasa.toml").write_text(text, encoding="utf8")
    found = read(DataFolder(folder))
    assert found is not None
    return found


def test_without_the_file_there_is_no_language_model(tmp_path: Path) -> None:
    assert read(DataFolder(tmp_path)) is None


def test_an_address_and_a_model_are_enough(tmp_path: Path) -> None:
    found = written(tmp_path, OWN)
    assert (found.scheme, found.host, found.port, found.path) == ("http", "10.0.0.5", 8000, "/v1/chat/completions")
    assert (found.seconds, found.outside, found.key) == (8, False, "")
    assert found.access == ("terbuka", "internal")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://lm.contoh.go.id", ("https", "lm.contoh.go.id", 443, "/chat/completions")),
        ("http://localhost/v1/", ("http", "localhost", 80, "/v1/chat/completions")),
        ("http://[::1]:9/v1/chat/completions", ("http", "::1", 9, "/v1/chat/completions")),
    ],
)
def test_the_address_is_the_base_of_the_endpoint(tmp_path: Path, address: str, place: tuple[object, ...]) -> None:
    found = written(tmp_path, f"alamat = '{address}'\nmodel = 'contoh'\n")
    assert (found.scheme, found.host, found.port, found.path) == place


def test_where_the_public_network_is_allowed_only_what_is_public_is_sent_unless_told(tmp_path: Path) -> None:
    assert written(tmp_path, OWN + "jaringan_luar = true\n").access == ("terbuka",)
    assert written(tmp_path, OWN + "akses = 'terbuka'\n").access == ("terbuka",)
    assert written(tmp_path, OWN + "akses = 'terbatas'\n").access == ("terbuka", "internal", "terbatas")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("alamat\n", "tidak dapat dibaca"),
        ("model = 'contoh'\n", "`alamat`"),
        ("alamat = 'http://10.0.0.5'\n", "`model`"),
        ("alamat = 'ftp://10.0.0.5'\nmodel = 'x'\n", "`alamat`"),
        ("alamat = 'file:///etc/passwd'\nmodel = 'x'\n", "`alamat`"),
        ("alamat = 'http://orang:sandi@10.0.0.5'\nmodel = 'x'\n", "`alamat`"),
        ("alamat = 'http://10.0.0.5:99999'\nmodel = 'x'\n", "`alamat`"),
        ("alamat = 'http://10.0.0.5/a b'\nmodel = 'x'\n", "`alamat`"),
        ("alamat = 'http://10.0.0.5/?kunci=1'\nmodel = 'x'\n", "`alamat`"),
        ('alamat = "http://10.0.0.5/\\r\\nX: y"\nmodel = "x"\n', "`alamat`"),
        ("alamat = 5\nmodel = 'x'\n", "`alamat`"),
        (OWN + "detik = 0\n", "`detik`"),
        (OWN + "detik = 61\n", "`detik`"),
        (OWN + "detik = true\n", "`detik`"),
        (OWN + "balasan_kib = 4096\n", "`balasan_kib`"),
        (OWN + "jaringan_luar = 'ya'\n", "`jaringan_luar`"),
        (OWN + "akses = 'rahasia'\n", "`akses`"),
        (OWN + "akses = ['terbuka']\n", "`akses`"),
        (OWN + "variabel_kunci = 'sk-abc'\n", "`variabel_kunci`"),
        (OWN + "berkas_ca = 3\n", "`berkas_ca`"),
        (OWN + "kunci = 'sk-abc'\n", "“kunci”"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RujukanError) as caught:
        written(tmp_path, text)
    assert caught.value.code == "bad_language_model"
    assert told in caught.value.message
    assert str(tmp_path / "model_bahasa.toml") in caught.value.message
    assert "sk-abc" not in caught.value.message
    assert "sandi@" not in caught.value.message


def test_the_key_comes_from_the_environment_and_is_never_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUJUKAN_LM_KEY", "sk-abc")
    monkeypatch.setenv("KUNCI_LAIN", "sk-lain")
    assert written(tmp_path, OWN).key == "sk-abc"
    assert written(tmp_path, OWN + "variabel_kunci = 'KUNCI_LAIN'\n").key == "sk-lain"
    assert "sk-" not in repr(written(tmp_path, OWN))


def test_a_key_with_a_line_break_is_refused_without_being_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUJUKAN_LM_KEY", "sk-abc\nX: y")
    with pytest.raises(RujukanError, match="RUJUKAN_LM_KEY") as caught:
        written(tmp_path, OWN)
    assert "sk-abc" not in caught.value.message
