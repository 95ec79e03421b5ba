"""A wrong call is told in Indonesian, with the help that tells more."""

import os
from pathlib import Path

import pytest

from tests.operations.conftest import Rujukan


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("index",), "PATHS... belum diisi. Lihat `rujukan index --help`."),
        (("tidakada",), "Tidak ada perintah “tidakada”. Lihat `rujukan --help`."),
        (("jobs", "lihat"), "Tidak ada perintah “lihat”. Lihat `rujukan jobs --help`."),
        (("index", "a", "--x"), "Tidak ada pilihan --x. Lihat `rujukan index --help`."),
        (
            ("ask", "apa", "itu"),
            "Argumen ini berlebih: itu. Apit kalimat dengan tanda petik. Lihat `rujukan ask --help`.",
        ),
        (
            ("search", "x", "--limit", "0"),
            "Nilai 0 untuk --limit di luar batas 1<=x<=1000. Lihat `rujukan search --help`.",
        ),
        (("jobs", "show", "satu"), "Nilai 'satu' untuk ID bukan angka. Lihat `rujukan jobs show --help`."),
        (("evaluate", "x", "--share", "a"), "Nilai 'a' untuk --share bukan angka. Lihat `rujukan evaluate --help`."),
        (("search", "x", "--order", "z"), "Nilai 'z' untuk --order tidak dikenal; pilih 'preferred', 'score'. Lihat"),
        (("search", "x", "--reused", "z"), "Nilai 'z' untuk --reused tidak dikenal; pilih 'ya'. Lihat"),
        (("search", "x", "--year", "20"), "--year “20” bukan tahun; isi 2024, 2023-2025, 2023- (sejak), atau"),
        (("reindex", "--all=3"), "Pilihan --all tidak memakai nilai. Lihat `rujukan --help`."),
        (("drop",), "Sebutkan ASET yang dilupakan, atau --removed saja."),
    ],
)
def test_what_is_wrong_is_said(rujukan: Rujukan, args: tuple[str, ...], sentence: str) -> None:
    result = rujukan(*args, "--json")
    assert (result.code, result.doc["error"]["code"]) == (2, "usage")
    assert result.doc["error"]["message"].startswith(sentence)
    assert result.err.startswith(f"rujukan: {sentence}")


def test_a_missing_value(rujukan: Rujukan) -> None:
    assert rujukan("search", "x", "--as").err == "rujukan: Pilihan --as memerlukan nilai. Lihat `rujukan --help`.\n"


def test_a_missing_command(rujukan: Rujukan) -> None:
    assert rujukan().err == "rujukan: Perintahnya belum disebut. Lihat `rujukan --help`.\n"


def test_whether_a_path_can_be_read_is_seen_by_reading_it(
    rujukan: Rujukan, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the rights of a path say beforehand is no wrong call: the system's own refusal is told, where it comes."""
    rujukan("init")
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda place, *how: str(place) != str(papers) and allowed(place, *how))
    assert rujukan("index", papers, "--json").doc["indexed"] == 2
