"""How a title goes on over the lines below it, where it ends, and what a title of few words is about."""

import re
from collections.abc import Sequence

MAX_TITLE_LINE = 160
MAX_SUBTITLE = 14  # words of the line under a title
MAX_LINES = 5  # under the first line of a title
MAX_OPEN = 4  # more, where a line ends in the middle of a name
MAX_WRAPPED = 2  # lines on which a subject goes on
SUBJECT_LINES = 20  # below a title, in which a row tells its subject

_COUNT = r"(?:(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s*)?"
_PART = re.compile(
    rf"{_COUNT}(?:(?:bab|pasal|bagian)\s+[ivxl\d]+\b|daftar isi|kata pengantar|latar belakang|tujuan\b|pendahuluan|"
    r"uraian pendahuluan|ruang lingkup|dengan rahmat|menimbang)",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(r"(?:A|I|1)[.)]\s*[A-Z]")
_OFFICER = re.compile(
    r"(?:presiden|gubernur|bupati|wali ?kota|kepala|menteri|dewan|majelis|sekretaris|direktur|ketua|rektor|camat|lurah)"
    r"\b.*,",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(nomor|no\.|tanggal|kepada|yth|\d|[A-Z]\.)|[^:]{1,30}:", re.IGNORECASE)
_GENERIC = re.compile(
    r"(standar|standard) (operasional|operating) prosedure?|kerangka acuan( kerja)?|notulen( rapat)?|berita acara|"
    r"(petunjuk teknis|pedoman|laporan|formulir|nota dinas|surat edaran|keputusan)",
    re.IGNORECASE,
)
_RULE_NUMBER = re.compile(r"NOMOR\s*:?\s*[\w ./-]*(TAHUN|/) ?\d{4}$")
_JOINING = r"dan|atau|serta|pada|di|ke|untuk|dari|yang|bagi|dengan|tentang|dalam|atas|oleh|terhadap|melalui|antara"
_OPEN_END = re.compile(rf"(?:,|\b(?:{_JOINING}))$", re.IGNORECASE)
_JOINED = re.compile(rf"(?:{_JOINING})\b", re.IGNORECASE)
_BARE = re.compile(
    r"((?:nota dinas|notula|notulen|notulensi|risalah|undangan|memorandum|surat (?:edaran|undangan)|berita acara rapat)"
    r"(?: rapat)?)(?:\s+nomor\b.*)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:perihal|hal|acara|agenda(?: rapat)?|topik)\s*[:|][:|\s]*([^\W\d].{5,})", re.IGNORECASE)
_ABOUT = re.compile(r"(tentang)\b\s*:?\s*(.*)", re.IGNORECASE)


def begins_part(line: str) -> bool:
    """Tell whether a line begins the text below a title: a known part, or the first of counted ones."""
    return bool(_PART.match(line) or _FIRST_PART.match(line))


def is_loud(line: str) -> bool:
    """Tell whether a line is in capitals."""
    letters = [c for c in line if c.isalpha()]
    digits = sum(c.isdigit() for c in line)
    return len(letters) >= 6 and line == line.upper() and len(line) <= MAX_TITLE_LINE and digits * 3 < len(line)


def is_bare(line: str) -> bool:
    """Tell whether a line names only a kind of paper of which a row below tells the subject."""
    return bool(_BARE.fullmatch(line.rstrip(" :")))


def continued(lines: Sequence[str], at: int, *, headed: bool) -> str:
    """Join a title with the capital lines, or the one plain line, under it; a whole heading needs no plain line.

    One that ends in the middle of a name goes on. To one that names only a kind, what it is about is added.
    """
    title, end = lines[at].rstrip(" :|"), at + 1
    for below, line in enumerate(lines[end : end + MAX_LINES + MAX_OPEN]):
        named = _GENERIC.fullmatch(title) or (len(title.split()) <= 4 and not line.endswith(".") and not headed)
        if _ends(title, line) or not _goes_on(title, line, below, named=bool(named)):
            break
        title, end = f"{title} {line.rstrip('.')}", end + 1
    return _with_subject(title.strip(), lines[end : end + SUBJECT_LINES])


def _ends(title: str, line: str) -> bool:
    """Tell whether no title goes on with a line: a row, a part, or who sets the rule that the title has named."""
    set_by = " TENTANG " in title.upper() and not _OPEN_END.search(title) and _OFFICER.fullmatch(line)
    return "|" in line or begins_part(line) or bool(set_by)


def _goes_on(title: str, line: str, below: int, *, named: bool) -> bool:
    cut = bool(_OPEN_END.search(title))
    if below >= MAX_LINES and not cut:
        return False
    loud = is_loud(line) or bool(_RULE_NUMBER.match(line) or (line.isupper() and (cut or _JOINED.fullmatch(line))))
    plain = 2 <= len(line.split()) <= MAX_SUBTITLE and not _ENTRY.match(line)
    return loud or (plain and (named or (cut and below < MAX_LINES)))


def _with_subject(title: str, below: Sequence[str]) -> str:
    bare = _BARE.fullmatch(title)
    if not bare:
        return title
    for at, line in enumerate(below):
        if row := _SUBJECT.match(line):
            return f"{bare[1]}: {_wrapped(row[1], below[at + 1 :])}"
        if about := _ABOUT.fullmatch(line):
            words = [about[2], *below[at + 1 :]] if about[2] else below[at + 1 :]
            return f"{title} {about[1]} {_wrapped(words[0], words[1:])}" if words else title
    return title


def _wrapped(text: str, below: Sequence[str]) -> str:
    """Return a subject with the lines on which it goes on: behind a joining word or a comma, or in small letters."""
    for line in below[:MAX_WRAPPED]:
        if not line or _ENTRY.match(line) or "|" in line or not (_OPEN_END.search(text) or line[0].islower()):
            break
        text = f"{text} {line}"
    return text.rstrip(" .,;")
