"""LibreOffice as installed: where it is, and which of its parts are there."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from indexer.readers.sniff import DOC, ODP, ODS, ODT, PPT, RTF

_LIBRARIES = {"writer": "libswlo.so", "impress": "libsdlo.so", "calc": "libsclo.so"}
PART = {DOC: "writer", RTF: "writer", ODT: "writer", PPT: "impress", ODP: "impress", ODS: "calc"}
"""Which part of LibreOffice reads a type of file."""


@dataclass(frozen=True)
class Program:
    """LibreOffice: its program file, and its parts that are installed."""

    path: str
    parts: frozenset[str]

    @property
    def name(self) -> str:
        """Return what tells two installations apart that may read different files."""
        return f"libreoffice {'+'.join(sorted(self.parts))}"


def find() -> Program | None:
    """Return the LibreOffice that `PATH` names, None where it or each of its parts is missing."""
    started_by = shutil.which("soffice") or shutil.which("libreoffice")
    if started_by is None:
        return None
    # Not the script that PATH names: it starts a process that starts another, which would outlive its limits.
    folder = Path(started_by).resolve().parent
    parts = frozenset(part for part, library in _LIBRARIES.items() if (folder / library).is_file())
    program = folder / "soffice.bin"
    return Program(str(program), parts) if parts and program.is_file() else None


def name_of(program: Program | None) -> str:
    """Return the program's name, nothing for none."""
    return "" if program is None else program.name
