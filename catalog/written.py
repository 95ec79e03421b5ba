"""Assets that are written in the page by the template: Markdown made of its fields, and read back into them.

The same words always make the same file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog import template
from catalog.errors import RujukanError
from catalog.template import LESSON, cleaned

MEDIA_TYPE = "text/markdown"
TEMPLATE_VERSION = 1
"""Of the empty templates: counted up when the fields of a form change."""
TO_FILL = "…"
"""What stands in an empty template where something is to be written."""
LONGEST_TITLE = 200

HEADINGS: Mapping[str, str] = {
    "tanggal": "Tanggal dokumen",
    "penyusun": "Penyusun",
    "jabatan": "Jabatan penyusun",
    "unit_kerja": "Unit kerja",
    "tema": "Tema dan kata kunci",
    "ringkasan": "Ringkasan",
    "konteks": "Konteks atau masalah",
    "yang_dilakukan": "Apa yang dilakukan",
    "hasil": "Hasil, dengan angka",
    "berhasil": "Yang berhasil",
    "tidak_berhasil": "Yang tidak berhasil",
    "rekomendasi": "Rekomendasi",
    "syarat_replikasi": "Syarat replikasi",
    "narasumber": "Narasumber",
    "tempat": "Tempat",
    "pimpinan": "Pimpinan rapat",
    "peserta": "Peserta",
    "agenda": "Agenda",
    "pembahasan": "Pembahasan",
    "kesimpulan": "Kesimpulan dan keputusan",
    "tindak_lanjut": "Tindak lanjut",
}
"""What the fields are called in the document, which is in Indonesian whatever language the page is read in."""

_HEAD = ("tanggal", "penyusun", "jabatan", "unit_kerja", "tema", "ringkasan")
SHORT = frozenset(("tanggal", "penyusun", "jabatan", "unit_kerja", "tema", "tempat", "pimpinan"))
"""Fields of one line."""
_NAMES = {heading: name for name, heading in HEADINGS.items()}
_MARKED = re.compile(r"^(\\*#)", re.MULTILINE)
_AS_TEXT = r"\\\1"
_MARK = re.compile(r"(\w{1,20})/\d{1,3}", re.ASCII)
_UNMARKED = re.compile(r"^\\(\\*#)", re.MULTILINE)


@dataclass(frozen=True)
class Form:
    """A kind of paper that can be written: how its title begins, by which its kind is known, and its fields."""

    head: str
    fields: tuple[str, ...]
    kind: str = "lesson"


FORMS: Mapping[str, Form] = {
    "lesson": Form("Lesson learned", (*_HEAD, *LESSON, "narasumber")),
    "praktik": Form("Praktik baik", (*_HEAD, *LESSON, "narasumber")),
    "notulen": Form(
        "Notulen",
        (*_HEAD, "tempat", "pimpinan", "peserta", "agenda", "pembahasan", "kesimpulan", "tindak_lanjut"),
        kind="notulen",
    ),
}
"""What can be written in the page, by its name in the address."""


def markdown(form: Form, said: Mapping[str, str]) -> str:
    """Return the paper; RujukanError `bad_value` where it has no title or says nothing, `too_long` for a field."""
    title = " ".join(cleaned("judul", said.get("judul", "")).split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise RujukanError("bad_value", f"Judul harus diisi, paling panjang {LONGEST_TITLE} karakter.")
    texts = {name: text for name in form.fields if (text := _text(name, said))}
    if not texts.keys() - set(_HEAD):
        raise RujukanError("bad_value", "Isi paling sedikit satu bagian sesudah ringkasan.")
    parts = [f"# {form.head}: {title}"]
    parts += [f"## {HEADINGS[name]}\n\n{_MARKED.sub(_AS_TEXT, text)}" for name, text in texts.items()]
    return "\n\n".join(parts) + "\n"


def read(text: str) -> dict[str, str]:
    """Return the fields of a paper that was written in the page, `judul` among them; none of any other paper."""
    first, _, rest = text.partition("\n")
    head, colon, title = first.removeprefix("# ").partition(": ")
    if not first.startswith("# ") or not colon or head not in {form.head for form in FORMS.values()}:
        return {}
    found = {"judul": title}
    for part in re.split(r"^## ", rest, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        if heading in _NAMES:
            found[_NAMES[heading]] = _UNMARKED.sub(r"\1", body).strip()
    return found


def template_of(mark: str) -> Form | None:
    """Return the form from whose template a file says that it was made (`lesson/1`), None where it says nothing."""
    found = _MARK.fullmatch(mark)
    return FORMS.get(found[1]) if found else None


def filled_in(form: Form, text: str) -> dict[str, str]:
    """Return the fields of a template that was filled in, by its headings on lines of their own; what says nothing not.

    The first of equal headings counts: what is written may repeat one.
    """
    names = {HEADINGS[name]: name for name in form.fields}
    found: dict[str, list[str]] = {"judul": []}
    at = "judul"
    for line in text.split("\n"):
        name = names.get(line.strip())
        if name is not None and name not in found:
            at, found[name] = name, []
        else:
            found[at].append(line.strip())
    found["judul"] = [" ".join(found["judul"]).removeprefix(f"{form.head}:")]
    said = {name: _as_field(name, lines) for name, lines in found.items()}
    return {name: text for name, text in said.items() if text.strip(f" {TO_FILL}")}


def _as_field(name: str, lines: Sequence[str]) -> str:
    most = LONGEST_TITLE if name == "judul" else template.LONGEST
    return (" " if name in SHORT else "\n").join(lines).strip()[:most].strip()


def file_name(form: Form, said: Mapping[str, str]) -> str:
    """Return what the paper is called as a file."""
    return f"{form.head} {' '.join(said.get('judul', '').split())}"[:120].strip() + ".md"


def _text(name: str, said: Mapping[str, str]) -> str:
    text = template.cleaned(name, said.get(name, ""))
    return " ".join(text.split()) if name in SHORT else text
