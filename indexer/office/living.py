"""Values that LibreOffice computed on the day of the conversion are no words of the file: they are taken out.

A field for today's date would otherwise give another text on every reading, and a date that nobody wrote.
"""

import re
import zipfile
from pathlib import Path

MAX_PART = 64 << 20  # a larger part is refused by the readers
_FIELD = re.compile(
    rb'(<w:instrText[^>]*>\s*(?:DATE|TIME)\b[^<]*</w:instrText>)(.*?)(<w:fldChar w:fldCharType="end")', re.DOTALL
)
_SIMPLE_FIELD = re.compile(rb'(<w:fldSimple w:instr="\s*(?:DATE|TIME)\b[^>]*>)(.*?)(</w:fldSimple>)', re.DOTALL)
_SLIDE_FIELD = re.compile(rb'(<a:fld [^>]*type="datetime\w*"[^>]*>)(.*?)(</a:fld>)', re.DOTALL)
_FORMULA = re.compile(rb"(<f[^>]*>[^<]*\b(?:TODAY|NOW)\(\)[^<]*</f>)(<v>[^<]*</v>)()", re.DOTALL)
_VALUE = re.compile(rb"<(w:t|a:t|v)\b[^>]*>[^<]*</\1>")
_LIVING = {"word/": (_FIELD, _SIMPLE_FIELD), "ppt/slides/": (_SLIDE_FIELD,), "xl/worksheets/": (_FORMULA,)}


def without_living_values(path: Path) -> Path:
    """Return a file that says what the converted one says, without them: the same file where it has none."""
    with zipfile.ZipFile(path) as archive:
        changed = {name: stilled for name in archive.namelist() if (stilled := _stilled(archive, name)) is not None}
        if not changed:
            return path
        other = path.with_stem("tanpa-tanggal")
        with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as out:
            for member in archive.infolist():
                if member.file_size <= MAX_PART:
                    out.writestr(member.filename, changed.get(member.filename) or archive.read(member))
    return other


def _stilled(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part of the file without living values; None for one that has none."""
    patterns = next((found for folder, found in _LIVING.items() if name.startswith(folder)), ())
    if not patterns or not name.endswith(".xml") or archive.getinfo(name).file_size > MAX_PART:
        return None
    before = after = archive.read(name)
    for pattern in patterns:
        after = pattern.sub(lambda m: m[1] + _VALUE.sub(b"", m[2]) + m[3], after)
    return after if after != before else None
