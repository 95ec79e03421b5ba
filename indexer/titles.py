"""The title of a document, guessed from its own first words and its file name."""

import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from indexer.document import PageRead
from indexer.fields.found import lines_of
from indexer.fields.sop_cover import name_of
from indexer.fields.sop_labels import cut
from indexer.kinds import names_a_kind

MAX_TITLE = 200
HEAD_CHARS = 3_000  # a document says what it is on its first page
FIRST_LINES = 12
SHEET_LINES = 24  # in which a cover names its SOP
SHEET_PAGES = 2
MAX_TITLE_LINE = 160
MAX_PLAIN_TITLE = 8  # words of a title in lower case; a longer line is prose
MAX_SUBTITLE = 14  # words of the line under a title

_DULL_TITLES = re.compile(
    r"^(microsoft \w+|untitled|about:|document\d*$|dokumen\d*$|slide ?\d*$|presentasi|powerpoint|doc\d*$|title$|judul$)"
    r"|\.(docx?|xlsx?|pptx?|rtf|pdf|key|txt|indd|cdr)\b",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"^(pemerintah|pemprov|provinsi|kabupaten|kota |dinas |badan |sekretariat |jl\.?\b|jalan |telepon|telp|fax|email|"
    r"website|http|www|kode pos|salinan$|dokumen contoh|halaman \w+$|nomor\s*[:\d]|-? ?\d+ ?-?$)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(bab|pasal|bagian)\s+[ivxl\d]+\b|daftar isi|kata pengantar|latar belakang|tujuan\b|pendahuluan|"
    r"ruang lingkup|dengan rahmat|menimbang",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(nomor|no\.|tanggal|\d|[A-Z]\.)|[^:]{1,30}:", re.IGNORECASE)
_CALLED_SOP = re.compile(r"^(?:sop|s\.o\.p|standar operasional prosedur)\b\W*", re.IGNORECASE)
_BASIS = re.compile(
    r"(?:(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s*)?(?:dasar(?: hukum)?|menimbang|mengingat)\s*(?:[:|].*|kualifikasi.*)?",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(standar|standard) (operasional|operating) prosedure?|kerangka acuan( kerja)?|notulen( rapat)?|berita acara|"
    r"(petunjuk teknis|pedoman|laporan|formulir|nota dinas|surat edaran|keputusan)",
    re.IGNORECASE,
)
_RULE_NUMBER = re.compile(r"NOMOR\s*:?\s*[\w ./-]*(TAHUN|/) ?\d{4}$")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def guess_title(pages: Sequence[PageRead], name: str, named: str = "") -> str:
    """Return one line of at most 200 characters: the document's own first title, its properties', its file's name."""
    own = _own_title(pages)
    if own:
        return own
    if 8 <= len(named) <= MAX_TITLE and not _DULL_TITLES.search(named) and " " in named:
        return named
    return name_words(name)[:MAX_TITLE] or name[:MAX_TITLE]


def _head(pages: Sequence[PageRead]) -> str:
    parts, room = [], HEAD_CHARS
    for page in pages:
        parts.append(page.body[:room])
        room -= len(parts[-1])
        if room <= 0:
            break
    return "\n".join(parts)


def _own_title(pages: Sequence[PageRead]) -> str:
    """Return the title that the first lines hold: one that names a kind, else the first in capitals or headed.

    A cover's name of its SOP goes before them; what stands below the head of a legal basis is another paper's title.
    """
    named = name_of(cut(lines_of([page for page in pages if page.text][:SHEET_PAGES])[:SHEET_LINES]))
    if named:
        return f"SOP {_CALLED_SOP.sub('', named)}"[:MAX_TITLE]
    lines = list(takewhile(lambda line: not _BASIS.fullmatch(line), _first_lines(pages)))
    page = next((p for p in pages if p.text), None)
    headed = {page.text[h.start : h.end].split("\n")[0] for h in page.headings[:3]} if page else set()
    fit = [at for at, line in enumerate(lines) if not _LETTERHEAD.match(line) and _WORDS.search(line)]
    short = [at for at in fit if len(lines[at]) <= MAX_TITLE_LINE and "|" not in lines[at]]
    loud = [at for at in short if lines[at] in headed or _is_loud(lines[at])]
    brief = [at for at in short if at in loud or len(lines[at].split()) <= MAX_PLAIN_TITLE]
    by_kind = [at for at in brief if names_a_kind(lines[at])]
    first = next(iter([*by_kind, *loud]), None)
    return "" if first is None or _PART.match(lines[first]) else _continued(lines, first, headed=lines[first] in headed)


def _first_lines(pages: Sequence[PageRead]) -> list[str]:
    return [" ".join(line.split()) for line in _head(pages).split("\n")[:FIRST_LINES]]


def _continued(lines: Sequence[str], at: int, *, headed: bool) -> str:
    """Join a title with the capital lines, or the one plain line, under it; a whole heading needs no plain line."""
    title = lines[at].rstrip(" :|")
    for line in lines[at + 1 : at + 6]:
        short = len(title.split()) <= 4 and not line.endswith(".") and not headed
        named = _GENERIC.fullmatch(title) or short
        goes_on = named and 2 <= len(line.split()) <= MAX_SUBTITLE and not _ENTRY.match(line)
        if "|" in line or _PART.match(line) or not (_is_loud(line) or goes_on or _RULE_NUMBER.match(line)):
            break
        title = f"{title} {line.rstrip('.')}"
    return title[:MAX_TITLE].strip()


def _is_loud(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    digits = sum(c.isdigit() for c in line)
    return len(letters) >= 6 and line == line.upper() and len(line) <= MAX_TITLE_LINE and digits * 3 < len(line)


def name_words(name: str) -> str:
    """Return a file name without its suffix, separators as spaces, upload stamps dropped."""
    stem = PurePosixPath(name).stem
    return " ".join(re.sub(r"\b\d{10,14}\b", " ", re.sub(r"[_]+|(?<=\w)-(?=\D)", " ", stem)).split())
