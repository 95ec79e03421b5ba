"""LibreOffice at work on one file: a process of its own with limits, a profile of its own, no macros, no network."""

import hashlib
import math
import os
import shutil
import signal
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from indexer.document import ReadError
from indexer.launching import Bounds, Ended, Launcher
from indexer.limits import Limits, over
from indexer.office.living import without_living_values
from indexer.office.program import PART, Program, find
from indexer.readers.reasons import refusal
from indexer.readers.sniff import DOC, ODP, ODS, ODT, PPT, RTF

MAX_FILE_MB = 256  # of what it writes
_SUFFIXES = {DOC: ("doc", "docx"), RTF: ("rtf", "docx"), ODT: ("odt", "docx"), PPT: ("ppt", "pptx"),
             ODP: ("odp", "pptx"), ODS: ("ods", "xlsx")}  # fmt: skip
_PIPE_FOLDERS = (Path("/tmp"), Path("/var/tmp"))
_STARTED_AGAIN = 81  # the status with which LibreOffice leaves after it has laid out a new profile
_OUT_OF_MEMORY = frozenset({-signal.SIGABRT, -signal.SIGKILL})
_OPTIONS = (
    *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard"),
    "--convert-to",
)
_COMMON = "Office.Common/Security/Scripting"
_WRITER, _CALC = "Office.Writer/Content/Update", "Office.Calc/Content/Update"
_SETTINGS = (  # links: 2 is never; what a file points to is not fetched, be it on this machine or elsewhere
    (_COMMON, "MacroSecurityLevel", "3"),
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    (_WRITER, "Link", "2"),
    (_WRITER, "Field", "false"),
    (_WRITER, "Chart", "false"),
    (_CALC, "Link", "2"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/org.openoffice.{place}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for place, name, value in _SETTINGS
    )
    + "</oor:items>"
)


def opened(scratch: Path, limits: Limits) -> "Converter | None":
    """Return what converts files, working in the folder `scratch`; None without the program."""
    program = find()
    return None if program is None else Converter(program, scratch, limits)


class Converter:
    """Runs LibreOffice once a file, from several threads; `stop` ends what runs and all that comes after."""

    def __init__(self, program: Program, scratch: Path, limits: Limits) -> None:
        self.name = program.name
        self._program = program
        self._scratch = scratch
        self._limits = limits
        self._launcher = Launcher()

    @contextmanager
    def converted(self, path: Path, media_type: str) -> Iterator[Path]:
        """Give a new office file that says what the file at `path` says; ReadError where that cannot be made."""
        if PART[media_type] not in self._program.parts:
            raise refusal("needs_office", media_type)
        self._scratch.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="office-", dir=self._scratch, ignore_cleanup_errors=True) as name:
            yield self._made(Path(name), path, media_type)

    def stop(self) -> None:
        """Kill what runs; nothing is started any more."""
        self._launcher.stop()

    def _made(self, folder: Path, path: Path, media_type: str) -> Path:
        old, new = _SUFFIXES[media_type]
        given, made = folder / f"in.{old}", folder / "out" / f"in.{new}"
        shutil.copyfile(path, given)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf8")
        profile = (folder / "profile").absolute().as_uri()
        options = (f"-env:UserInstallation={profile}", *_OPTIONS, new, "--outdir", str(made.parent), str(given))
        ended = self._run([self._program.path, *options], folder)
        if ended is not None and ended.status == _STARTED_AGAIN:
            ended = self._run([self._program.path, *options], folder)
        _forget_pipe(profile)
        if ended is None or ended.status or not made.is_file():
            raise self._failure(ended)
        try:
            return without_living_values(made)
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise refusal("corrupt") from error

    def _run(self, command: list[str], folder: Path) -> Ended | None:
        place = str(folder.absolute())
        env = {"PATH": os.defpath, "HOME": place, "TMPDIR": place, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
        seconds = self._limits.office_seconds
        bounds = Bounds(self._limits.office_memory_mb, math.ceil(seconds), seconds, MAX_FILE_MB)
        return self._launcher.run(command, bounds, env)

    def _failure(self, ended: Ended | None) -> ReadError:
        if ended is None or ended.status == -signal.SIGXCPU:
            return over("office_seconds", limits=self._limits)
        if ended.status == -signal.SIGXFSZ:
            return refusal("too_large")
        return over("office_memory_mb", limits=self._limits) if ended.status in _OUT_OF_MEMORY else refusal("corrupt")


def _forget_pipe(profile: str) -> None:
    """Remove the socket, named by the profile, that LibreOffice leaves in the system's own folder when it is killed."""
    name = f"OSL_PIPE_*_SingleOfficeIPC_{hashlib.md5(profile.encode('utf-16-le'), usedforsecurity=False).hexdigest()}"
    for left in (found for folder in _PIPE_FOLDERS for found in folder.glob(name)):
        with suppress(OSError):
            left.unlink()
