"""Questions for what a paper tells of itself: its number, its dates, who signed it, its budget.

Where it tells that is known from its fields, whatever else its pages hold; words find it badly, since "Ditetapkan di
Jakarta pada tanggal" stands on the last page of every rule and names none.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import NamedTuple

from catalog.word_lists import table
from engine.analysis import stems
from search.kinds.patterns import spaced

_PAPER = (
    r"(?:sop|kak|sk|perda|pergub|perpres|permen\w*|perba|perka|perbup|perwali?|pojk|pp|uu|undang-undang|peraturan"
    r"|keputusan|kepgub|instruksi|ingub|surat edaran|se|berita acara|bast|naskah|dokumen|pedoman|juknis)\b"
)
_WHEN = r"\b(?:kapan|tanggal(?: berapa)?|tahun berapa|hari apa)\b"
_BESIDE = (
    "kapan tanggal tahun hari sejak mulai terakhir pertama siapa berapa sop kak sk peraturan keputusan naskah dokumen"
    " sekarang terbaru terkini kini lama"
)
"""Words of such questions that name no paper. Kinds of rules do: Perda 8 is not PP 8."""
_NO_WORDS = re.compile(r"\\[a-z]|\{\w+\}|[^a-z]")
_AS_A_SOURCE = ("menurut", "berdasarkan", "sesuai", "dengan", "pada", "di", "oleh", "per")
_NAMES_ONE = re.compile("".join(rf"(?<!\b{word} )" for word in _AS_A_SOURCE) + rf"\b{_PAPER}", re.IGNORECASE)
"""A paper that something is asked of: "menurut Perda" only tells where the answer is looked for."""
_OF_ONE_ALONE = re.compile(r"\b(?:hps|harga perkiraan sendiri)\b", re.IGNORECASE)
"""What only a KAK has: who asks for it means one, without saying so."""
_ANY_PAPER = re.compile(rf"\b(?:{_PAPER}|(?:ketetapan|tap|perppu|inpres|keppres|pmk|perdes)\b)", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?:diubah|mengubah|dicabut|mencabut|diganti\w*|menggantikan)\b", re.IGNORECASE)
"""What a paper does to another: then the number or the day of that one may be asked for."""
_OF_ANY = re.compile(r"\b(?:harus\w*|wajib|perlu|berwenang|berhak|boleh|dapat|bisa|setiap|sebaiknya)\b", re.IGNORECASE)
"""Words of a question for what holds for every paper: a guide tells when a SOP must be revised, not the SOP."""

_BOXES = frozenset({"dasar_hukum", "kualifikasi", "peralatan", "peringatan", "pencatatan"})
"""Fields that are told at length: a question for one may name what it says, and not the paper."""


class OwnField(NamedTuple):
    """A field that may tell what is asked: it is that (`exact`), that begins below it (`above`), or stands nearby."""

    name: str
    exact: bool = False
    above: bool = False

    @property
    def is_short(self) -> bool:
        """Tell whether the field is a day, a number, a name or an amount: then all else of a question is the paper."""
        return self.name not in _BOXES


def names_paper(question: str) -> bool:
    """Tell whether a question says which sort of paper it means (a law, a decision, a SOP)."""
    return _ANY_PAPER.search(question) is not None


def own_fields(question: str) -> tuple[OwnField, ...]:
    """Give the fields of a paper that may tell what a question in standard wording asks, the likeliest first."""
    names_one = _NAMES_ONE.search(question) or _OF_ONE_ALONE.search(question)
    if not names_one or _OF_ANOTHER.search(question) or _OF_ANY.search(question):
        return ()
    return next((fields for asks, fields in _asked() if asks.search(question)), ())


@cache
def asking_stems() -> frozenset[str]:
    """Give the stems of the words by which such a question asks: no paper is named by them."""
    patterns = " ".join(row["pertanyaan"] for row in table("isian_ditanya.tsv"))
    return frozenset(stems(f"{_NO_WORDS.sub(' ', patterns)} {_BESIDE}"))


@cache
def _asked() -> tuple[tuple[Pattern[str], tuple[OwnField, ...]], ...]:
    """Give the questions of corpora/isian_ditanya.tsv: KAPAN and NASKAH stand for words for a day and for a paper."""
    rows = list(table("isian_ditanya.tsv"))
    asks = [row["pertanyaan"].replace("{KAPAN}", _WHEN).replace("{NASKAH}", _PAPER) for row in rows]
    return tuple((spaced(text), tuple(_fields(row))) for text, row in zip(asks, rows, strict=True))


def _fields(row: dict[str, str]) -> Iterator[OwnField]:
    yield from (OwnField(name, exact=True) for name in row["isian"].split())
    yield from (OwnField(name, above=True) for name in row["di_bawahnya"].split())
    yield from (OwnField(name) for name in row["di_dekatnya"].split())
