"""Questions made from the articles of laws, with the span that answers each: the formal half of the training data.

An article says who does what by when in few fixed ways ("ditetapkan oleh", "paling lama", "terdiri atas"); what stands
before such words becomes the question, what follows them is the answer. No file of questions on such texts exists.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
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

_NUMBER = r"\d[\d.,]*(?: ?\([a-z ]+\))?"
_NAME_GOES_ON = r"(?: (?:[A-Z][\w/-]*|dan|atau|di)){0,6}"
_NAME = rf"[A-Z][\w/-]*{_NAME_GOES_ON}"
_OFFICE = "(?:Menteri|Presiden|Gubernur|Bupati|Wali|Kepala|Ketua|Direktur|Pemerintah|Dewan|Badan|Komisi|Panitia|Pejabat)"
_REFERENCE = re.compile(r",? ?(?:sebagaimana )?(?:dimaksud|tersebut) (?:dalam|pada)(?: (?:Pasal|ayat|huruf|angka) ?[\w()]+(?:,| dan| atau| sampai dengan)?)+")
_CONDITION = re.compile(r"^(?:Dalam hal|Apabila|Jika|Untuk|Dalam rangka|Pada)\b[^,]{5,160}, ")
_PARAGRAPH = re.compile(r"(?:(?<=^)|(?<=\s))\(\d+[a-z]?\)\s+")
_ACTIVE = {
    "ditetapkan": "menetapkan", "dilakukan": "melakukan", "dilaksanakan": "melaksanakan", "diangkat": "mengangkat",
    "disampaikan": "menyampaikan", "diberikan": "memberikan", "dipimpin": "memimpin", "dibentuk": "membentuk",
    "diselenggarakan": "menyelenggarakan", "dikelola": "mengelola", "disahkan": "mengesahkan", "diajukan": "mengajukan",
    "disusun": "menyusun", "diterbitkan": "menerbitkan", "disetujui": "menyetujui", "diusulkan": "mengusulkan",
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One fixed way of saying something: how it is recognised, and how it is asked for.

    `pattern` has the groups `subject` and `answer`, and may have `verb`; the questions name `{subject}`, `{verb}` and
    `{active}`.
    """

    kind: str
    pattern: Pattern[str]
    questions: tuple[str, ...]


def _form(kind: str, pattern: str, *questions: str) -> Form:
    return Form(kind, re.compile(pattern), questions)


FORMS = (
    _form("lama", rf"(?P<subject>.{{15,220}}?),? (?:untuk |dalam )?(?:jangka )?(?:waktu )?paling (?:lama|lambat) (?P<answer>{_NUMBER} (?:hari kerja|hari|bulan|tahun|jam|minggu)(?: (?:sejak|setelah|sebelum|terhitung)[^.;,]{{3,80}})?)",
          "Berapa lama {subject}?", "Kapan batas waktu {subject}?", "Paling lambat kapan {subject}?", "Berapa hari {subject}?", "batas waktu {subject}"),
    _form("besar", rf"(?P<subject>.{{15,220}}?),? (?:sebesar|paling (?:banyak|sedikit|tinggi|rendah|kurang)) (?P<answer>(?:Rp ?[\d.,]+(?: \([^)]*\))?|{_NUMBER} ?(?:%|persen|orang|kali|unit|buah|meter|hektar|kg|m2)(?: \([^)]*\))?))",
          "Berapa {subject}?", "Berapa besar {subject}?", "Berapa jumlah {subject}?", "Berapa banyak {subject}?"),
    _form("siapa", rf"(?P<subject>.{{10,160}}?) (?:dapat |wajib |harus )?(?P<verb>{'|'.join(_ACTIVE)}) oleh (?P<answer>{_NAME})",
          "Siapa yang {active} {subject}?", "Siapa yang berwenang {active} {subject}?", "Oleh siapa {subject} {verb}?", "{subject} {verb} oleh siapa?"),
    _form("siapa", rf"(?P<answer>{_OFFICE}{_NAME_GOES_ON}) (?:dapat |wajib |harus |berwenang )?(?P<verb>{'|'.join(_ACTIVE.values())}) (?P<subject>[^.;,:]{{10,160}})",
          "Siapa yang {verb} {subject}?", "Siapa yang berwenang {verb} {subject}?", "Pejabat mana yang {verb} {subject}?"),
    _form("kepada", rf"(?P<subject>.{{10,160}}?) (?:wajib |dapat |harus )?(?P<verb>disampaikan|diajukan|dilaporkan|diserahkan|diberitahukan)(?: secara tertulis)? kepada (?P<answer>{_NAME})",
          "Kepada siapa {subject} {verb}?", "{subject} {verb} kepada siapa?", "Ke mana {subject} {verb}?"),
    _form("daftar", r"(?P<subject>.{10,200}?) (?P<verb>meliputi|terdiri atas|terdiri dari|berupa|memuat|paling sedikit memuat|mencakup) ?: ?(?P<answer>a\. .{20,})",
          "Apa saja {subject}?", "{subject} {verb} apa saja?", "Sebutkan {subject}", "apa saja yang termasuk {subject}?"),
    _form("tugas", r"(?P<subject>.{5,160}?) (?P<verb>mempunyai tugas|bertugas|mempunyai fungsi|menyelenggarakan fungsi) ?:? ?(?P<answer>.{20,})",
          "Apa tugas {subject}?", "Apa fungsi {subject}?", "Apa yang dikerjakan {subject}?"),
    _form("definisi", r"(?P<subject>[A-Z][^.;:,]{2,80}?)(?:,? yang selanjutnya (?:disebut|disingkat) [^,]{2,60},)? adalah (?P<answer>.{20,})",
          "Apa yang dimaksud dengan {subject}?", "Apa itu {subject}?", "Apa pengertian {subject}?", "definisi {subject}", "{subject} adalah apa?"),
    _form("tujuan", r"(?P<subject>.{10,160}?) (?:bertujuan|dimaksudkan)(?: untuk)? ?:? ?(?P<answer>.{15,})",
          "Apa tujuan {subject}?", "Untuk apa {subject}?"),
    _form("syarat", r"(?P<subject>.{10,160}?) (?:harus|wajib) memenuhi (?:per)?syarat(?:an)?(?: sebagai berikut)? ?:? ?(?P<answer>.{15,})",
          "Apa syarat {subject}?", "Apa saja persyaratan {subject}?", "syarat {subject}"),
    _form("sanksi", r"(?P<subject>.{10,220}?),? (?:dipidana dengan|diancam dengan|dikenai|dikenakan) (?P<answer>(?:pidana|hukuman|sanksi|denda).{10,})",
          "Apa sanksi bagi {subject}?", "Apa hukuman {subject}?", "Dikenai apa {subject}?"),
    _form("boleh", r"(?P<answer>(?P<subject>[^.;:]{5,80}? dilarang [^.;:]{10,140}))",
          "Apakah {subject}?", "Bolehkah {subject}?", "boleh tidak {subject}?"),
    _form("wajib", r"(?P<answer>(?P<subject>[^.;:]{5,80}? wajib [^.;:]{10,140}))",
          "Apakah {subject}?", "Haruskah {subject}?", "wajib tidak {subject}?"),
    _form("tempat", rf"(?P<subject>.{{5,120}}?) berkedudukan di (?P<answer>[^.;,]{{4,60}})",
          "Di mana {subject} berkedudukan?", "Di mana kedudukan {subject}?"),
    _form("cara", r"(?P<subject>.{10,160}?) dilakukan (?:dengan cara|melalui|secara|berdasarkan) ?:? ?(?P<answer>.{10,})",
          "Bagaimana {subject} dilakukan?", "Bagaimana cara {subject}?", "Dengan cara apa {subject} dilakukan?"),
)  # fmt: skip

_UNFIT = re.compile(
    r"\b(?:Pasal|ayat|huruf|Paragraf|sebagaimana|tersebut|dipidana|PRESIDEN|PRES|Republik)\b|[\^*;:]"
    r"|^(?:dan|yang|atau|harus|dapat|dikenakan|dikenai|ditetapkan|dilaksanakan|dilakukan|selain|setelah|sesudah|untuk"
    r"|oleh|juga|serta|tidak)\b",
    re.IGNORECASE,
)
"""Subjects that nobody asks for: references, beginnings torn off, marks of a bad scan."""


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
    """Return one question for each sentence of an article that says something in one of the FORMS."""
    found = []
    for start, end in sentences(text):
        sentence = text[start:end]
        condition = _CONDITION.match(sentence)
        offset = condition.end() if condition else 0
        for form in FORMS:
            match = form.pattern.match(sentence, offset) or (form.kind in {"siapa"} and form.pattern.search(sentence, offset))
            if not match:
                continue
            subject = plain_subject(match["subject"])
            if not _UNFIT.search(subject) and len(subject.split()) >= FEWEST.get(form.kind, 3):
                span = start + match.start("answer"), start + min(match.end("answer"), match.start("answer") + LONGEST_ANSWER)
                found.append(Asked(form.kind, worded(form, match, subject, chance), subject, *span, (start, end)))
                break
    return found


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of an article's paragraphs, and of the sentences in them where they are not lists."""
    marks = [match.span() for match in _PARAGRAPH.finditer(text)] or [(0, 0)]
    for number, (_, begin) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        part = text[begin:end]
        if re.search(r"\ba\. ", part):
            yield begin, begin + len(part.rstrip())
            continue
        start = 0
        for stop in re.finditer(r"(?<=[a-z)])\.\s+(?=[A-Z])", part):
            yield begin + start, begin + stop.start() + 1
            start = stop.end()
        yield begin + start, begin + len(part.rstrip())


def plain_subject(words: str) -> str:
    """Return the subject as a question names it: no references to articles, not many words, a small first letter."""
    bare = _REFERENCE.sub("", words)
    bare = re.sub(r"\s+(?:dan )?(?:wajib|harus|dapat|akan|adalah|ditetapkan|dilakukan|diberikan)$", "", bare.strip(" ,:;"))
    parts = bare.split()[-LONGEST_SUBJECT:] if len(bare.split()) > 2 * LONGEST_SUBJECT else bare.split()[:LONGEST_SUBJECT]
    short = " ".join(parts)
    lone = re.match(r"[A-Z][a-z]+ [a-z]", short)
    return short[:1].lower() + short[1:] if lone else short


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
    others = [form for form in FORMS if form.kind not in {asked.kind, "boleh", "wajib", "definisi", "daftar", "cara", "tugas"}]
    form = chance.choice(others)
    verb = chance.choice(list(_ACTIVE))
    words = {"subject": asked.subject, "verb": verb if form.kind != "siapa" else verb, "active": _ACTIVE[verb]}
    text = chance.choice(form.questions).format(**words)
    return form.kind, text[:1].upper() + text[1:]


def _fewer(subject: str, chance: random.Random) -> str:
    words = subject.split()
    kept = [word for place, word in enumerate(words) if place < 2 or chance.random() >= LOST]
    return " ".join(kept)
