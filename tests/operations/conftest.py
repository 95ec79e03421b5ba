"""The command in this process: its one JSON document, its exit status, its standard error."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from operations.cli import main


@dataclass(frozen=True)
class Result:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def doc(self) -> dict[str, Any]:
        """The one JSON document of standard output."""
        loaded = json.loads(self.out)
        assert isinstance(loaded, dict)
        assert loaded["schema"] == 1
        return loaded


Rujukan = Callable[..., Result]


@pytest.fixture
def rujukan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rujukan:
    """Call the command on a data folder of this test."""
    monkeypatch.delenv("RUJUKAN_MODEL", raising=False)
    monkeypatch.delenv("RUJUKAN_DATA", raising=False)

    def call(*args: object, data: Path = tmp_path / "data") -> Result:
        monkeypatch.setattr(sys, "argv", ["rujukan", "--data", str(data), *map(str, args)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Result(int(ended.value.code or 0), said.out, said.err)

    return call


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two small papers and one broken file."""
    folder = tmp_path / "berkas"
    (folder / "sop").mkdir(parents=True)
    (folder / "sop/peminjaman.txt").write_text(
        "SOP PEMINJAMAN KENDARAAN DINAS\n"
        "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian kendaraan.\n"
        "Pengurus barang memeriksa jadwal dan kondisi kendaraan sebelum kunci diserahkan.\n",
        encoding="utf8",
    )
    (folder / "arsip.md").write_text(
        "# Panduan arsip\n\nArsip inaktif dipindahkan ke unit kearsipan setelah dua tahun.\n", encoding="utf8"
    )
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.7\n" + b"\x00" * 500)
    return folder
