"""Questions made from the articles of laws, with the span that answers each: the formal half of the training data.

An article says who does what by when in few fixed ways ("ditetapkan oleh", "paling lama", "terdiri atas"); what stands
before such words becomes the question, what follows them is the answer. No file of questions on such texts exists.
"""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from re import Pattern

LONGEST_SUBJECT = 16
"""Words of an article's sentence that a question takes over; people ask shortly."""
LEFT_OUT = 0.5
"""Share of the questions that lose some words, so that the answer is not found by copying."""
LOST = 0.15
"""Share of the words that such a question loses."""
LONGEST_ANSWER = 400
FEWEST = {"definisi": 1, "tugas": 1, "tempat": 2, "daftar": 2}
"""Words of a subject below which a question would be about nothing; three for the kinds not named."""
POINTED = ("lama", "besar", "siapa", "kepada", "tujuan", "syarat", "sanksi", "tempat")
"""Kinds that ask for one thing: whether a text tells it can be seen."""

_ACTIVE = {
    "ditetapkan": "menetapkan", "dilakukan": "melakukan", "dilaksanakan": "melaksanakan", "diangkat": "mengangkat",
    "disampaikan": "menyampaikan", "diberikan": "memberikan", "dipimpin": "memimpin", "dibentuk": "membentuk",
    "diselenggarakan": "menyelenggarakan", "dikelola": "mengelola", "disahkan": "mengesahkan", "diajukan": "mengajukan",
    "disusun": "menyusun", "diterbitkan": "menerbitkan", "disetujui": "menyetujui", "diusulkan": "mengusulkan",
}  # fmt: skip
_GOES_ON = r"(?: (?:[A-Z][\w/-]*|dan|atau|di)){0,6}"
_NAMED = {
    "{ANGKA}": r"\d[\d.,]*(?: ?\([a-z ]+\))?",
    "{NAMA}": rf"[A-Z][\w/-]*{_GOES_ON}",
    "{LANJUT}": _GOES_ON,
    "{PEJABAT}": "(?:Menteri|Presiden|Gubernur|Bupati|Wali|Kepala|Ketua|Direktur|Pemerintah|Dewan|Badan|Komisi|Panitia"
    "|Pejabat)",
    "{PASIF}": "|".join(_ACTIVE),
    "{AKTIF}": "|".join(_ACTIVE.values()),
}
"""What the patterns of the table call by name: a number, a name, how it goes on, an office, verbs in both voices."""
_REFERENCE = re.compile(
    r",? ?(?:sebagaimana )?(?:dimaksud|tersebut) (?:dalam|pada)"
    r"(?: (?:Pasal|ayat|huruf|angka) ?[\w()]+(?:,| dan| atau| sampai dengan)?)+"
)
_CONDITION = re.compile(r"^(?:Dalam hal|Apabila|Jika|Untuk|Dalam rangka|Pada)\b[^,]{5,160}, ")
_PARAGRAPH = re.compile(r"(?:(?<=^)|(?<=\s))\(\d+[a-z]?\)\s+")
_SENTENCE = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_TORN_END = re.compile(r"\s+(?:dan )?(?:wajib|harus|dapat|akan|adalah|ditetapkan|dilakukan|diberikan)$")
_UNFIT = re.compile(
    r"\b(?:Pasal|ayat|huruf|Paragraf|sebagaimana|tersebut|dipidana|PRESIDEN|PRES|Republik)\b|[\^*;:]"
    r"|^(?:dan|yang|atau|harus|dapat|dikenakan|dikenai|ditetapkan|dilaksanakan|dilakukan|selain|setelah|sesudah|untuk"
    r"|oleh|juga|serta|tidak)\b",
    re.IGNORECASE,
)
"""Subjects that nobody asks for: references, beginnings torn off, marks of a bad scan."""


@dataclass(frozen=True)
class Form:
    """One fixed way of saying something: how it is recognised, and how it is asked for.

    `pattern` has the groups `subject` and `answer`, and may have `verb`; the questions name `{subject}`, `{verb}` and
    `{active}`.
    """

    kind: str
    pattern: Pattern[str]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question with the range of the article's text that answers it, and of the sentence in which that stands."""

    kind: str
    question: str
    subject: str
    start: int
    end: int
    sentence: tuple[int, int]


def ask_about(text: str, chance: random.Random) -> list[Asked]:
    """Return one question for each sentence of an article that says something in one of the forms."""
    found = []
    for start, end in sentences(text):
        for form, match in _said(text[start:end]):
            subject = plain_subject(match["subject"])
            if not _UNFIT.search(subject) and len(subject.split()) >= FEWEST.get(form.kind, 3):
                first, last = match.span("answer")
                span = start + first, start + min(last, first + LONGEST_ANSWER)
                found.append(Asked(form.kind, worded(form, match, subject, chance), subject, *span, (start, end)))
                break
    return found


def _said(sentence: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """Yield the forms that a sentence has, a condition before it left aside; who does it may stand anywhere."""
    condition = _CONDITION.match(sentence)
    offset = condition.end() if condition else 0
    for form in forms():
        look = form.pattern.search if form.kind == "siapa" else form.pattern.match
        if match := look(sentence, offset):
            yield form, match


@cache
def forms() -> tuple[Form, ...]:
    """Read corpora/pertanyaan_pasal.tsv."""
    text = files("corpora").joinpath("pertanyaan_pasal.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Form(row["jenis"], _pattern(row["pola"]), tuple(row["pertanyaan"].split(" / "))) for row in rows)


def _pattern(text: str) -> Pattern[str]:
    for name, meaning in _NAMED.items():
        text = text.replace(name, meaning)
    return re.compile(text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of an article's paragraphs, and of the sentences in them where they are not lists."""
    begins = [match.end() for match in _PARAGRAPH.finditer(text)] or [0]
    ends = [*(match.start() for match in list(_PARAGRAPH.finditer(text))[1:]), len(text)]
    for begin, end in zip(begins, ends, strict=True):
        part = text[begin:end].rstrip()
        start = 0
        for stop in [] if re.search(r"\ba\. ", part) else _SENTENCE.finditer(part):
            yield begin + start, begin + stop.start() + 1
            start = stop.end()
        yield begin + start, begin + len(part)


def plain_subject(words: str) -> str:
    """Return the subject as a question names it: no references to articles, not many words, a small first letter."""
    bare = _TORN_END.sub("", _REFERENCE.sub("", words).strip(" ,:;")).split()
    kept = bare[-LONGEST_SUBJECT:] if len(bare) > 2 * LONGEST_SUBJECT else bare[:LONGEST_SUBJECT]
    short = " ".join(kept)
    return short[:1].lower() + short[1:] if re.match(r"[A-Z][a-z]+ [a-z]", short) else short


def worded(form: Form, match: re.Match[str], subject: str, chance: random.Random) -> str:
    """Return a question in one of the form's wordings, now and then with fewer words."""
    verb = match.groupdict().get("verb") or ""
    if form.kind in {"boleh", "wajib"}:
        subject = re.sub(r"\b(?:dilarang|wajib) ", "", subject)
    if chance.random() < LEFT_OUT:
        subject = _fewer(subject, chance)
    text = chance.choice(form.questions).format(subject=subject, verb=verb, active=_ACTIVE.get(verb, verb))
    return text[:1].upper() + text[1:]


def asked_otherwise(asked: Asked, chance: random.Random) -> tuple[str, str]:
    """Return another kind and a question of that kind about the same subject."""
    form = chance.choice([form for form in forms() if form.kind in POINTED and form.kind != asked.kind])
    verb = chance.choice(list(_ACTIVE))
    text = chance.choice(form.questions).format(subject=asked.subject, verb=verb, active=_ACTIVE[verb])
    return form.kind, text[:1].upper() + text[1:]


def _fewer(subject: str, chance: random.Random) -> str:
    return " ".join(word for place, word in enumerate(subject.split()) if place < 2 or chance.random() >= LOST)
