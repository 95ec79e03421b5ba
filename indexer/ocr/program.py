"""The OCR program of the system: whether it is there, which one it is, and what to install where it is not."""

import os
import shutil
import subprocess
from dataclasses import dataclass

LANGUAGES = ("ind", "eng")
PACKAGES = "tesseract-ocr tesseract-ocr-ind"
INSTALL = f"pasang OCR (sudo apt-get install {PACKAGES}), lalu jalankan `rujukan index` lagi"
"""What a clerk is told where the program or one of its languages is missing."""
_SECONDS = 10.0


@dataclass(frozen=True)
class Program:
    """Tesseract as installed: its file, version, and whether it can tell how a page is turned."""

    path: str
    version: str
    tells_turn: bool

    @property
    def name(self) -> str:
        """Return what tells two programs apart that may read the same picture differently."""
        return f"tesseract {self.version} {'+'.join(LANGUAGES)}"


def find() -> Program | None:
    """Return the program that `PATH` names, None where it or a language is missing."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    version = _said(path, "--version").partition("\n")[0].split()
    known = set(_said(path, "--list-langs").split("\n"))
    if len(version) < 2 or not known.issuperset(LANGUAGES):
        return None
    return Program(path, version[1], "osd" in known)


def name_of(program: Program | None) -> str:
    """Return the program's name, nothing for none."""
    return "" if program is None else program.name


def _said(path: str, question: str) -> str:
    try:
        done = subprocess.run(
            [path, question],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_SECONDS,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf8", "replace")
