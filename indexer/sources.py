"""Finding files: a folder (or one file) becomes a list of found files in byte order, with what cannot be read told."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.errors import RujukanError
from catalog.files import Stat


@dataclass(frozen=True)
class Found:
    """A file as found: `path` is what is shown (NFC, `/`), `place` where it lies; `refusal` says why it is not read."""

    path: str
    place: Path
    stat: Stat
    refusal: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class Scan:
    """What a source holds now. `unread` are folders that could not be listed: nothing below them counts as removed."""

    source: str
    found: tuple[Found, ...]
    unread: tuple[str, ...]
    whole: bool

    def may_be_gone(self, path: str) -> bool:
        """Return whether a known path that was not found is really gone."""
        return self.whole and not any(path.startswith(f"{folder}/") for folder in self.unread)


_HIDDEN = ("skipped", "hidden", "Berkas tersembunyi (nama diawali titik) tidak diindeks.")
_LINK = ("skipped", "symlink", "Tautan simbolik tidak diikuti; indekslah berkas aslinya.")
_SPECIAL = ("skipped", "unsupported", "Bukan berkas biasa, sehingga tidak dapat diindeks.")
_CLASH = ("failed", "name_clash", "Ada berkas lain dengan nama yang sama (hanya beda pengodean huruf). Ganti namanya.")
_FOLDER = ("failed", "unreadable", "Folder ini tidak dapat dibuka. Periksa hak aksesnya lalu jalankan lagi.")


def scan(place: Path, source: str | None) -> Scan:
    """Return what lies at `place`; raise RujukanError if it is missing or cannot be opened."""
    place = Path(os.path.normpath(place.absolute()))  # one folder is one source, however it was named
    if not place.exists():
        raise RujukanError("no_such_path", f"Berkas atau folder {shown(str(place))} tidak ada. Periksa ejaannya.")
    if place.is_file():
        found = _found(place, shown(place.name))
        return Scan(source or shown(str(place.parent)), (found,), (), whole=False)
    _check_open(place)
    unread: list[str] = []
    found_files = list(_walk(place, unread))
    return Scan(source or shown(str(place)), tuple(_without_twins(found_files)), tuple(unread), whole=True)


def shown(path: str) -> str:
    r"""Return a path as it is shown and stored: NFC, and bytes that are not UTF-8 as `\xNN`."""
    raw = os.fsencode(path)
    return unicodedata.normalize("NFC", raw.decode("utf8", "backslashreplace"))


def _check_open(folder: Path) -> None:
    try:
        next(os.scandir(folder), None)
    except OSError as error:
        raise RujukanError(
            "unreadable", f"Folder {shown(str(folder))} tidak dapat dibuka ({error.strerror}). Periksa hak aksesnya."
        ) from error


def _walk(root: Path, unread: list[str]) -> Iterator[Found]:
    for folder, names, files in os.walk(root, onerror=lambda e: unread.append(_relative(root, Path(e.filename)))):
        here = Path(folder)
        links = [name for name in names if (here / name).is_symlink()]
        names[:] = sorted((n for n in names if n not in links), key=os.fsencode)
        for name in sorted([*files, *links], key=os.fsencode):
            try:
                yield _found(here / name, _relative(root, here / name))
            except FileNotFoundError:
                continue  # removed since the folder was listed
    for folder in unread:
        yield Found(folder, root / folder, Stat(0, 0, 0, 0), _FOLDER)


def _relative(root: Path, place: Path) -> str:
    return shown(place.relative_to(root).as_posix())


def _found(place: Path, path: str) -> Found:
    seen = place.lstat()
    refusal = None
    if stat.S_ISLNK(seen.st_mode):
        refusal = _LINK
    elif not stat.S_ISREG(seen.st_mode):
        refusal = _SPECIAL
    elif place.name.startswith(".") and not place.name.startswith(".."):
        refusal = _HIDDEN
    return Found(path, place, Stat.of(seen), refusal)


def _without_twins(found: list[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for file in sorted(found, key=lambda f: os.fsencode(f.place)):
        if file.path in seen:
            yield Found(file.path, file.place, file.stat, _CLASH)
        else:
            seen.add(file.path)
            yield file
