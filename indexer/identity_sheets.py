"""Is a page the identity sheet of an SOP, and what number and name does it give? From its text alone.

An identity sheet is a box in two halves: six labelled rows (number, three dates, who signed, name) beside the agency,
and six boxes below (legal basis, qualification, ...). Both halves must be there: a flow table that repeats the rows at
its head is no sheet, nor is a page that only tells what the rows are for. Words are compared after letters that OCR
confuses are made one, with a letter or two that may be wrong, and also where two words were joined.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.document import PageRead

HEAD_WORDS = 150
"""The labelled rows stand among so many first words of a sheet."""
FEWEST_LABELS = 4
FEWEST_BOXES = 2
_APART = 5
"""A date label's two words stand at most so far apart: in a narrow cell the value stands between them."""
_MAX_NAME = 200
_MAX_NAME_LINES = 3

_TOKEN = re.compile(r"[Ss5]\. ?[Oo0]\. ?[Pp]\b\.?|[^\W_]+")
_SOP = ("sop", "spo", "pos", "protap", "prosedur")
_DATE = ("tanggal", "tgl")
_Labels = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""A label's first words and, one of them near behind, its last; a label of one word has no last."""
_LABELS: _Labels = {
    "number": (("nomor", "no"), _SOP),
    "name": (("nama", "judul"), _SOP),
    "made": (_DATE, ("pembuatan", "dibuat", "penyusunan")),
    "revised": (_DATE, ("revisi", "perubahan")),
    "effective": (_DATE, ("efektif", "pengesahan", "berlaku", "pemberlakuan", "penetapan")),
    "signed": (("disahkan", "ditetapkan"), ("oleh",)),
}
_BOXES: _Labels = {
    "dasar": (("dasar",), ("hukum",)),
    "kualifikasi": (("kualifikasi",), ()),
    "keterkaitan": (("keterkaitan",), ()),
    "peralatan": (("peralatan",), ()),
    "peringatan": (("peringatan",), ()),
    "pencatatan": (("pencatatan",), ()),
}
_ADJACENT = ("number", "name", "signed", "dasar")

_NUMBER = re.compile(r"[\w./-]*\d[\w./ -]{0,50}")
_DAY = re.compile(r"\d{1,2}[ ./-]+(\d{1,2}|[A-Z]?[a-z]{2,8})[ ./-]+\d{4}")
_BULLET = re.compile(r"\W*(\d{1,2}|[a-z])[.)\s]")
_NO_NAME = re.compile(r"(peraturan|undang|keputusan|nip|halaman)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(dan|atau|pada|di|ke|untuk|dari|yang|serta|bagi|dengan|tentang|dalam|atas|oleh|terhadap|melalui)$",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"(?:[A-Z][A-Z.,&/-]+\s+){2,}(?=[A-Z]?[a-z])")
_TITLED = re.compile(r"\W*(?:s\.?o\.?p\.?|standar(?:d)? operasional prosedur)\s+(\w.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Sheet:
    """What an identity sheet says of its SOP: number and name, empty where they cannot be told."""

    number: str
    name: str


@dataclass(frozen=True)
class _Word:
    known: str
    start: int
    end: int


@dataclass(frozen=True)
class _Label:
    name: str
    start: int
    end: int


def read_sheet(page: PageRead) -> Sheet | None:
    """Return what the page says as an identity sheet, None if it is none."""
    head = _words(page.text, HEAD_WORDS)
    labels = sorted(_labels(head, _LABELS), key=lambda label: label.start)
    if len({label.name for label in labels}) < FEWEST_LABELS:
        return None
    boxes = _boxes(page.text)
    if len({box.name for box in boxes}) < FEWEST_BOXES:
        return None
    marks = sorted([*labels, *boxes], key=lambda label: label.start)
    return Sheet(_number(page.text, marks), _name(page.text, marks))


def _words(text: str, most: int | None = None) -> list[_Word]:
    found: list[_Word] = []
    for token in _TOKEN.finditer(text):
        if most is not None and len(found) >= most:
            break
        found.append(_Word(_known(token.group()), *token.span()))
    return found


def _labels(words: Sequence[_Word], wanted: _Labels) -> Iterator[_Label]:
    """Yield each label where its words stand, its last word near enough behind its first."""
    for name, (heads, keys) in wanted.items():
        joined = {head + key for head in heads for key in keys}
        for at, word in enumerate(words):
            if word.known in joined or (not keys and word.known in heads):
                yield _Label(name, word.start, word.end)
            elif word.known in heads:
                near = words[at + 1 : at + (2 if name in _ADJACENT else 1 + _APART)]
                last = next((w for w in near if w.known in keys or w.known in heads), None)
                if last is not None and last.known in keys:
                    yield _Label(name, word.start, last.end)


@dataclass(frozen=True)
class _Known:
    """A word as it is compared: folded; so many letters may be wrong, and so at least one of the pieces is not."""

    word: str
    folded: str
    wrong: int
    pieces: tuple[str, ...]


def _folded(token: str) -> str:
    """Return a token with letters that OCR confuses made one."""
    plain = re.sub(r"[^\w]", "", token).lower().replace("rn", "m")
    return plain.translate(str.maketrans("0e1it|!5", "oollllls"))


def _known_words() -> tuple[_Known, ...]:
    parts = [part for one in (_LABELS, _BOXES) for part in one.values()]
    single = sorted({word for heads, keys in parts for word in (*heads, *keys)})
    joined = sorted({head + key for heads, keys in parts for head in heads for key in keys})
    return (*map(_compared, single), *(_compared(word, joined=True) for word in joined if len(word) > 7))


def _compared(word: str, *, joined: bool = False) -> _Known:
    folded = _folded(word)
    wrong = 2 if joined else int(len(folded) >= 5)
    size = len(folded) // (wrong + 1)
    pieces = [folded[at * size : (at + 1) * size] for at in range(wrong)]
    return _Known(word, folded, wrong, (*pieces, folded[wrong * size :]))


_KNOWN = {
    length: [word for word in _known_words() if abs(length - len(word.folded)) <= word.wrong] for length in range(2, 20)
}


@lru_cache(maxsize=50_000)
def _known(token: str) -> str:
    """Return the word of a label that a token is, read with OCR's eyes; empty for any other."""
    folded = _folded(token)
    for known in _KNOWN.get(len(folded), ()):
        if any(piece in folded for piece in known.pieces) and _distance(folded, known.folded) <= known.wrong:
            return known.word
    return ""


def _distance(one: str, other: str) -> int:
    """Return the Levenshtein distance."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != wanted))
    return row[-1]


def _boxes(text: str) -> list[_Label]:
    """Return the heads of boxes: each begins a line, or stands on the line behind one that does; else it is prose."""
    found: list[_Label] = []
    for box in sorted(_labels(_words(text), _BOXES), key=lambda label: label.start):
        line = text.rfind("\n", 0, box.start) + 1
        if not re.search(r"[^\W\d_]", text[line : box.start]) or (found and found[-1].start >= line):
            found.append(box)
    return found


def _number(text: str, marks: Sequence[_Label]) -> str:
    """Return what stands behind the number's label on its line, where it has a figure and is no date."""
    label = next((mark for mark in marks if mark.name == "number"), None)
    if label is None:
        return ""
    value = _value(text, label, marks)
    found = _NUMBER.match(value)
    return "" if found is None or _DAY.fullmatch(found[0].strip()) else found[0].strip(" -/.")


def _value(text: str, label: _Label, marks: Sequence[_Label]) -> str:
    """Return what stands behind a label on its line, up to the next label."""
    end = text.find("\n", label.end)
    end = len(text) if end < 0 else end
    end = min([end, *(mark.start for mark in marks if mark.start >= label.end)])
    value = text[label.end : end].strip(" \t:|-–.")
    return "" if value[:1] in (",", ";", ")") else value  # prose that names the row


def _name(text: str, marks: Sequence[_Label]) -> str:
    """Return the name: what stands at its label, else what a line of the head calls an SOP."""
    label = next((mark for mark in marks if mark.name == "name"), None)
    if label is None:
        return _titled(text, marks)
    value = _value(text, label, marks)
    name = value if value else _line_before(text, label, marks)
    return _fit(" ".join([name, *_lines_behind(text, label, (marks, name))]))


def _titled(text: str, marks: Sequence[_Label]) -> str:
    first_box = min(mark.start for mark in marks if mark.name in _BOXES)
    for line in text[:first_box].split("\n"):
        if (found := _TITLED.match(line)) and _fit(found[1]):
            return _fit(found[1])
    return ""


def _line_before(text: str, label: _Label, marks: Sequence[_Label]) -> str:
    """Return the line before the label if it plainly goes on behind it: a cell of two lines beside it."""
    lines = text[: label.start].rstrip("\n").split("\n")
    start = label.start - len(lines[-1]) - 1
    line = _SHOUTED.sub("", lines[-1], count=1).strip()
    labelled = any(start <= mark.start < label.start for mark in marks)
    return line if _GOES_ON.search(line) and not labelled and not line.isupper() else ""


def _lines_behind(text: str, label: _Label, known: tuple[Sequence[_Label], str]) -> list[str]:
    """Return the lines on which the name goes on: few, and a label or box ends them; else nothing is sure of them."""
    marks, name = known
    found: list[str] = []
    at = text.find("\n", label.end) + 1
    while at and len(found) < _MAX_NAME_LINES:
        end = text.find("\n", at)
        line = text[at : len(text) if end < 0 else end]
        if any(at <= mark.start <= at + len(line) for mark in marks):
            return found
        if not line.strip() or _BULLET.match(line):
            break
        found += _beside_agency(line, name or " ".join(found))
        at = end + 1
    return found[:1] if not name else []


def _beside_agency(line: str, name: str) -> list[str]:
    """Return a line of the name without the agency's, which is set in capitals to its left where the name is not."""
    if name.isupper():
        return [line.strip()]
    rest = _SHOUTED.sub("", line, count=1).strip()
    return [] if rest.isupper() and " " in rest and name else [rest]


def _fit(name: str) -> str:
    """Return a name on one line, empty if it can be none."""
    name = " ".join(name.split()).strip(" :;|-–.")
    worded = re.search(r"[^\W\d_]{4}", name) and not _BULLET.match(name) and not _NO_NAME.match(name)
    return name if worded and len(name) <= _MAX_NAME else ""
