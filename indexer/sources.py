"""Finding files: a folder (or one file) becomes a list of found files in byte order, with what cannot be read told."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from catalog.errors import RujukanError
from catalog.files import Stat


@dataclass(frozen=True, slots=True)
class Found:
    """A file as found: `path` is what is shown (NFC, `/`), `refusal` says why it is not read.

    `root` and `inside` name its place as the system spells it. They cost nothing: the root is one string for all files
    of a scan, and `inside` is mostly `path` itself.
    """

    path: str
    root: str
    inside: str
    stat: Stat
    refusal: tuple[str, str, str] | None = None

    @property
    def place(self) -> Path:
        """Return where the file lies."""
        return Path(self.root, self.inside)


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
_UNSEEN = ("failed", "unreadable", "Berkas ini tidak dapat dilihat. Periksa hak akses foldernya lalu jalankan lagi.")
_NO_STAT = Stat(0, 0, 0, 0)


def scan(place: Path, source: str | None) -> Scan:
    """Return what lies at `place`; raise RujukanError if it is missing or cannot be opened."""
    place = Path(os.path.normpath(place.absolute()))  # one folder is one source, however it was named
    if not place.exists():
        raise RujukanError("no_such_path", f"Berkas atau folder {shown(str(place))} tidak ada. Periksa ejaannya.")
    if place.is_file():
        found = _found(str(place.parent), place.name, place.lstat())
        return Scan(source or shown(str(place.parent)), (found,), (), whole=False)
    unread: list[str] = []
    found_files = list(_walk(str(place), unread))
    return Scan(source or shown(str(place)), tuple(_without_twins(found_files)), tuple(unread), whole=True)


def shown(path: str) -> str:
    r"""Return a path as it is shown and stored: NFC, and bytes that are not UTF-8 as `\xNN`."""
    if path.isascii():
        return path
    return unicodedata.normalize("NFC", os.fsencode(path).decode("utf8", "backslashreplace"))


def _walk(root: str, unread: list[str]) -> Iterator[Found]:
    ahead = [""]
    while ahead:
        folder = ahead.pop()
        try:
            entries = list(os.scandir(f"{root}/{folder}"))
        except OSError as error:
            if not folder:
                raise _cannot_open(root, error) from error
            unread.append(shown(folder))
            yield Found(shown(folder), root, folder, _NO_STAT, _FOLDER)
            continue
        for entry in entries:
            inside = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                ahead.append(inside)
            elif (found := _entry(root, inside, entry)) is not None:
                yield found


def _cannot_open(folder: str, error: OSError) -> RujukanError:
    return RujukanError(
        "unreadable", f"Folder {shown(folder)} tidak dapat dibuka ({error.strerror}). Periksa hak aksesnya."
    )


def _entry(root: str, inside: str, entry: os.DirEntry[str]) -> Found | None:
    try:
        return _found(root, inside, entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return None  # removed since the folder was listed
    except OSError:
        return Found(shown(inside), root, inside, _NO_STAT, _UNSEEN)


def _found(root: str, inside: str, seen: os.stat_result) -> Found:
    refusal, name = None, inside.rpartition("/")[2]
    if stat.S_ISLNK(seen.st_mode):
        refusal = _LINK
    elif not stat.S_ISREG(seen.st_mode):
        refusal = _SPECIAL
    elif name.startswith(".") and not name.startswith(".."):
        refusal = _HIDDEN
    return Found(shown(inside), root, inside, Stat.of(seen), refusal)


def _without_twins(found: list[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for file in sorted(found, key=lambda f: os.fsencode(f.inside)):
        if file.path in seen:
            yield replace(file, refusal=_CLASH)
        else:
            seen.add(file.path)
            yield file
