"""How a text looks that tells what a question names: so many of it, what it is, until when, which step or section.

"Berapa hari" is told by "10 (sepuluh) hari", "apa itu SPOP" by "SPOP adalah" and "SPOP (Surat ...", "sampai kapan" by
"sampai dengan 31 Desember" (corpora/jawaban_tepat.tsv), "langkah pertama" by what begins with "1.", "tujuan SOP" by
what stands below the heading "Tujuan".
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern

from catalog.word_lists import table
from search.kinds.patterns import spaced
from search.kinds.section_names import also_called, section_names
from search.understanding.number_words import ORDINALS
from search.understanding.number_words import WORD as NUMBER_WORD

_COUNTED = frozenset({"lama", "angka", "jumlah", "kekerapan"})
"""Kinds of which a question may name what is counted."""
_COUNTING = re.compile(r"\b(?:berapa|brp)\s+(\w+)", re.IGNORECASE)
_NO_MEASURE = re.compile(
    r"(?:lama|banyak|besar(?:an)?|jumlah|total|luas|tinggi|panjang|lebar|jauh|nilai|batas|maksimal|minimal|paling"
    r"|sih|ya|saja|kira|yang|rata|rasio|skor|nomor|waktu|usia|umur)(?:nya)?",
    re.IGNORECASE,
)
"""What follows "berapa" and is nothing that is counted."""

_EXPLAINED = "definisi"
_EXPLAINING = re.compile(
    r"(?:\b(?:apa|siapa)(?:kah)? (?:itu|y(?:an)?g di(?:sebut|namakan)(?: sebagai| dengan)?)"
    r"|\bdimaksud(?:kan)?(?: dengan)?"
    r"|\b(?:kepanjangan|arti|pengertian|definisi)(?:nya)?(?: dari)?)"
    r"\s+([\w -]{2,60}?)(?=\s*(?:[?.,;(]|$|\b(?:dalam|menurut|pada|di)\b))",
    re.IGNORECASE,
)
_ASKED_BEHIND = re.compile(
    r"(?:\s+itu)?(?:\s+(?:sebenarnya|sebenernya|sebetulnya)(?:\s+\w+)?|,?\s+diartikan\s+sebagai)?"
    r"\s+apa(?:kah)?(?:\s+(?:ya|sih|dong|itu))*\s*\??\s*$",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"^(?:(?:jadi|kalau|terus)\s+)?([\w -]{2,60}?)(?:\s+itu)?"
    r"(?:\s+(?:arti|kepanjangan|singkatan|maksud|pengertian|definisi)(?:nya)?(?:\s+dari)?)?$",
    re.IGNORECASE,
)
"""As people ask: "SPOP itu apa", "SPOP singkatan dari apa"."""
_ASKS_FOR_LETTERS = re.compile(r"\b(?:kepanjangan|singkatan)", re.IGNORECASE)
_BEGINS = r"(?:^|[.;:\n\"“'(]|\d[.)]|\bdengan|\bistilah|\bdi(?:singkat|sebut)) ?[\"“']?"
"""What stands before the name of what a sentence explains: "pada LSPOP adalah luas" explains no LSPOP."""
_IS = "(?:adalah|ialah|yaitu|merupakan|berarti|merujuk|menunjuk)"
_ABBREVIATED = range(2, 8)  # letters
_BETWEEN = "(?:dan|atau|di|ke|dari|untuk|yang|atas)"  # words of which an abbreviation has no letter

_SECTION = "bagian"
_SEVERAL = re.compile(r"\w \w")  # words in a name
_ASKED_FOR = r"^(?:apa(?:kah)? (?:saja |aja )?)?"

_ORDERED = "urutan"
_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b", re.IGNORECASE)
_PLACES = {word: f"{place}{' abcde'[place]}" for word, place in ORDINALS.items()}
"""The number and the letter of an item of a list or of an SOP's flow table."""

_MONTH = "(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
_SPAN = r"\d ?(?:\([^)]{1,30}\) ?)?(?:hari|jam|minggu|bulan|tahun)\b"
_DAY = r"\btanggal (?:\d|diundangkan\b|ditetapkan\b|pengundangan\b|penetapan\b)"
_TIME = rf"(?:\b(?:19|20)\d\d\b|{_SPAN}|{_DAY}|\b{_MONTH}\b)"


def told_exactly(kind: str, question: str) -> Pattern[str] | None:
    """Give the pattern of a text that tells what a question of a kind of answer names; None where it names nothing."""
    if kind in _COUNTED and (thing := counted(question)):
        return spaced(rf"(?:\d|\b{NUMBER_WORD})(?:\s*\([^)]{{1,30}}\))?[\s|]+(?:\w+\s+)?{re.escape(thing)}\b")
    if kind == _EXPLAINED and (named := _to_be_explained(question)):
        return spaced("|".join(_explained(named, meaning=not _ASKS_FOR_LETTERS.search(question))))
    if kind == _SECTION and (asked := _section_asked().search(question)):
        return _section(asked[1])
    if kind == _ORDERED and (asked := _ORDINAL.search(question)):
        return re.compile(rf"^\W*[{_PLACES[asked[1].casefold()]}](?:[.)]|\s*\|)", re.IGNORECASE)
    return next((told for of, asks, told in _times() if of == kind and asks.search(question)), None)


def counted(question: str) -> str:
    """Give the word behind "berapa" that names what is counted, "" where none does."""
    asked = _COUNTING.search(question)
    return asked[1] if asked and not _NO_MEASURE.fullmatch(asked[1]) else ""


def _to_be_explained(question: str) -> str:
    """Give the name of what a question wants explained, "" where it names nothing."""
    before = _ASKED_BEHIND.sub("", question)
    asked = _EXPLAINING.search(before) or (before != question and _NAMED_BEFORE.search(before))
    return asked[1] if asked else ""


def _explained(named: str, *, meaning: bool) -> Iterator[str]:
    """Give how a text looks that explains something: as what a sentence begins with, in brackets, or by its letters.

    Where the letters of an abbreviation are asked for, its `meaning` is no answer.
    """
    name = r"\s+".join(map(re.escape, named.split()))
    abbreviated = named.isalpha() and len(named) in _ABBREVIATED
    if meaning or not abbreviated:
        yield rf"{_BEGINS}{name}\b(?: ?\([^)]{{0,150}}\))?[^.;]{{0,60}}\b{_IS}\b"
        yield rf"\d[.)] ?{name} ?: ?\w"
    if abbreviated:
        whole = rf"\w*\s+(?:{_BETWEEN}\s+)?".join(named) + r"\w*"
        yield rf"\b{name}\b ?\((?-i:[A-Z])|\b{name}\b\W{{1,4}}{whole}|\b{whole} ?\((?:atau )?(?:disingkat )?{name}\)"
        yield rf"\b{whole},? (?:yang )?(?:selanjutnya )?(?:disingkat|disebut)(?: dengan| menjadi)? {name}\b"


@cache
def _section_asked() -> Pattern[str]:
    """Give how a question begins that asks for a section: with one of several words as papers call it, or with one."""
    several = "|".join(sorted(filter(_SEVERAL.search, section_names()), key=lambda name: (-len(name), name)))
    return re.compile(rf"{_ASKED_FOR}({several}|\w+?)(?:nya)?\b", re.IGNORECASE)


def _section(name: str) -> Pattern[str]:
    """Give how a section of that name begins: its heading, numbered or not, and something below or behind it.

    A name of several words stands for the others that papers have for that section: "sumber dana", "sumber pendanaan".
    """
    asked = name.casefold()
    bare = asked.removeprefix("per").removesuffix("an") if asked == "persyaratan" else asked
    others = sorted(filter(_SEVERAL.search, also_called(asked))) if _SEVERAL.search(asked) else []
    called = "|".join([bare, *others])
    number = r"(?:[A-Z\d]{1,3}[.)]\s*){0,2}"
    return spaced(rf"(?:^|\n)\W*{number}(?:per)?(?:{called})(?:an)?\b[^\n:]{{0,60}}[\n:]\s*\S")


@cache
def _times() -> tuple[tuple[str, Pattern[str], Pattern[str]], ...]:
    """Give the kind, how it is asked for, and the words of the table before a time."""
    return tuple(
        (row["jenis"], spaced(row["pertanyaan"]), spaced(rf"(?:{row['sebelum_waktu']})[^.;]{{0,60}}{_TIME}"))
        for row in table("jawaban_tepat.tsv")
    )
