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
from indexer.title_lines import MAX_TITLE_LINE, begins_part, continued, is_bare, is_loud

MAX_TITLE = 200
HEAD_CHARS = 3_000  # a document says what it is on its first page
FIRST_LINES = 12
SHEET_LINES = 24  # in which a cover names its SOP
SHEET_PAGES = 2
MAX_PLAIN_TITLE = 8  # words of a title in lower case; a longer line is prose

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
_CALLED_SOP = re.compile(r"^(?:sop|s\.o\.p|standar operasional prosedur)\b\W*", re.IGNORECASE)
_BASIS = re.compile(
    r"(?:(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s*)?(?:dasar(?: hukum)?|menimbang|mengingat)\s*(?:[:|].*|kualifikasi.*)?",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"(?:daftar|data|rekap(?:itulasi)?|laporan|kartu|buku|register|inventari[sz]\w*|rincian|realisasi|rencana)\s+\w",
    re.IGNORECASE,
)
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
    Of a table the line that says what it lists goes before one in capitals: that may be the first of its groups.
    """
    named = name_of(cut(lines_of([page for page in pages if page.text][:SHEET_PAGES])[:SHEET_LINES]))
    if named and "|" not in named:  # a column's head is no label of a cover
        return f"SOP {_CALLED_SOP.sub('', named)}"[:MAX_TITLE]
    lines = list(takewhile(lambda line: not _BASIS.fullmatch(line), _head_lines(pages)))
    page = next((p for p in pages if p.text), None)
    headed = {page.text[h.start : h.end].split("\n")[0] for h in page.headings[:3]} if page else set()
    fit = [at for at, line in enumerate(lines[:FIRST_LINES]) if not _LETTERHEAD.match(line) and _WORDS.search(line)]
    short = [at for at in fit if len(lines[at]) <= MAX_TITLE_LINE and "|" not in lines[at]]
    loud = [at for at in short if lines[at] in headed or is_loud(lines[at])]
    brief = [at for at in short if at in loud or len(lines[at].split()) <= MAX_PLAIN_TITLE]
    by_kind = [at for at in brief if names_a_kind(lines[at]) or is_bare(lines[at])]
    listing = [at for at in short if page and page.rows and _LISTING.match(lines[at])]
    first = next(iter([*by_kind, *listing, *loud]), None)
    if first is None or begins_part(lines[first]):
        return ""
    if first in listing and not is_loud(lines[first]):  # what follows in capitals is a group's
        return lines[first][:MAX_TITLE].strip()
    return continued(lines, first, headed=lines[first] in headed)[:MAX_TITLE].strip()


def _head_lines(pages: Sequence[PageRead]) -> list[str]:
    return [" ".join(line.split()) for line in _head(pages).split("\n")]


def name_words(name: str) -> str:
    """Return a file name without its suffix, separators as spaces, upload stamps dropped."""
    stem = PurePosixPath(name).stem
    return " ".join(re.sub(r"\b\d{10,14}\b", " ", re.sub(r"[_]+|(?<=\w)-(?=\D)", " ", stem)).split())
