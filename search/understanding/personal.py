"""Recognise a question for personal data of somebody: a kind of data, and a person it belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from re import Match, Pattern

from catalog.word_lists import words_of
from search.understanding.persons import Certainty, Person, persons

NOP = re.compile(r"\b\d\d\.\d\d\.\d{3}\.\d{3}\.\d{3}[-.]\d{4}\.\d\b")
"""The number of a house or a piece of land in the tax roll (nomor objek pajak)."""
# From strong to weak: an identifier is asked of somebody even where the name is no known one; of a tax assessment or
# an office's telephone only a name that stands for sure makes it somebody's.
_KINDS = ("identitas", "kontak", "keuangan", "tunggakan", "pajak", "kesehatan", "umur")
_OF_A_POST = frozenset(["identitas", "kontak"])
_TAX = frozenset(["tunggakan", "pajak"])
_NEAR = 6  # words between the data and a known name
_OWNED = 3  # words between the data and the one who says "saya"
_WORD = re.compile(r"\w+")
_TOPIC = re.compile(r"\b(?:tentang|mengenai|perihal|menurut|oleh|kata)\b", re.IGNORECASE)
_LINK = re.compile(
    r"[\s,:;.\"'()?-]*(?:(?:nya|si|dari|dr|milik|punya|kepunyaan|atas nama|a\.?n\.?|pegawai|karyawan"
    r"|warga|asn|pns|bernama|namanya|yang bernama|of|for|belongs to)\b[\s.,:]*){0,3}",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?<!\w)(?:gaji|tpp|nik|nip|hp|rekening|tunjangan|tunggakan|utang)-?(?:ku|mu|gue)(?!\w)", re.IGNORECASE
)
_ACTING = re.compile(r"\byang\s+$", re.IGNORECASE)  # "yang saya pinjamkan": who says it does something with the data
_HAS = re.compile(r"^\s*(?:\w+\s+){0,2}(?:punya|memiliki)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:[A-Z][\w.']*\s+){1,2}")  # a name may begin with words that are no known names
_TAXPAYER = re.compile(r"wajib (?:pajak|retribusi)\b", re.IGNORECASE)
_IS = re.compile(
    r"\s*(?-i:[A-Z][\w']*\s+){0,2}(?:(?:itu|ini|sudah|udah|belum|masih|pernah|sedang|lagi|dia)\s+){0,2}", re.IGNORECASE
)
_NUMBER = re.compile(r"\D{0,12}\d(?:[ .-]?\d){7}")
_TAX_OBJECT = re.compile(
    r"\bNOP\s*[:.]?\s*\d|\b(?:jl|jln|jalan|gg|gang)\b[^?]*\bno(?:mor)?\b\.?\s*\d",
    re.IGNORECASE,
)
"""A house or a piece of land: by its number in the tax roll, or by street and number."""
_AGE_GROUP = re.compile(r"(?:dini|lanjut|sekolah|kerja|produktif)\b", re.IGNORECASE)
_SALARY = re.compile(r"(?:slip |di)?gaji(?:nya)?|salary", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?:siapa(?: saja)?|daftar|sebutkan|nama(?:-nama)?)\b[^?]*\b(?:penunggak|wajib pajak|wp|warga|pemilik)\b"
    r"|\bsiapa(?: saja)?(?: yang)? (?:me)?nunggak\b|\bsiapa(?: saja)? yang (?:belum|sudah) (?:mem)?(?:bayar|lunas)",
    re.IGNORECASE,
)
"""Several whose tax data is asked for at once."""
_OTHER = re.compile(r"\b(?:(?:kode|mata)\s+rekening|rumah\s+sakit)$", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """Whether a question says data of persons or of taxes, whoever they belong to.

    `of_an_office` says that an office's telephone may be meant, `general` that it is about such data, not for it.
    """

    of_persons: bool
    of_taxes: bool
    of_an_office: bool
    general: bool


@dataclass(frozen=True)
class _Data:
    """A word of personal data in a question; `of_whom` says that it ends in -nya."""

    kind: str
    start: int
    end: int
    of_whom: bool


def asks_for_personal_data(text: str) -> bool:
    """Tell whether a question asks for the personal or tax data of one person.

    It takes a word of the data (NIK, nomor telepon, tunggakan) and one of a person (a name, pak, saya, kabid);
    a question about the data as such (its format, an office's telephone, who may see it) is not one.
    """
    data = list(_data(text))
    if NOP.search(text):
        return True
    if not data:
        return bool(_OWN.search(text))
    named, general = persons(text), _is_general(text)
    if any(_is_of(text, about, person, general=general) for about in data for person in named):
        return True
    return _is_numbered(text, data) or (not general and (_has_owner(text, data) or _is_list(text, data)))


def asked_data(text: str) -> Asked:
    """Tell which data of persons a question speaks of, also where it names nobody."""
    kinds = {about.kind for about in _data(text)}
    office = _any_of("layanan").search(text) is not None
    of_persons = bool(kinds & {"identitas", "kontak", "keuangan", "umur"})
    return Asked(of_persons, bool(kinds & _TAX), office, _is_general(text))


def _is_general(text: str) -> bool:
    """Tell whether a word makes it a question about such data; "contoh" is part of the name in "Paijo Contoh"."""
    ends = {person.end for person in persons(text)}
    found = (match for match in _any_of("umum").finditer(text) if not _TAXPAYER.match(text, match.start()))
    words = (len(text[: match.start()].rstrip()) for match in found)
    return any(end not in ends for end in words)


def _is_list(text: str, data: Sequence[_Data]) -> bool:
    """Tell whether the tax data of several persons is asked, whoever they are."""
    return any(about.kind == "tunggakan" for about in data) and _LIST.search(text) is not None


def _data(text: str) -> Iterator[_Data]:
    for kind in _KINDS:
        for match in _any_of(kind).finditer(text):
            if not _OTHER.search(text, max(0, match.start() - 12), match.end()):
                of_whom = match.group().casefold().endswith("nya") or bool(re.match(r"[\s-]nya\b", text[match.end() :]))
                yield _Data(kind, match.start(), match.end(), of_whom)


def _is_of(text: str, data: _Data, person: Person, *, general: bool) -> bool:
    """Tell whether the data is asked of this person: named beside it, or before it and meant by -nya."""
    overlap = person.start < data.end and data.start < person.end
    if overlap or (person.firm and data.kind not in _TAX):
        return False
    after = person.start >= data.end
    between = text[data.end : person.start] if after else text[person.end : data.start]
    aside = not data.of_whom and (_TOPIC.search(between) or (general and not after))  # spoken to, or the author
    if aside or (general and person.certainty is Certainty.UNKNOWN):
        return False
    if data.kind == "umur":  # of historical persons it is asked at which age they did something
        return after and bool(_LINK.fullmatch(between)) and not _AGE_GROUP.match(text, person.start)
    if person.certainty is Certainty.SURE:
        return len(_WORD.findall(between)) <= _NEAR
    anybody = data.kind == "identitas" or (_is_pay(text, data) and text[person.start].isupper())
    least = Certainty.UNKNOWN if anybody else Certainty.LIKELY
    return person.certainty >= least and _is_beside(between, data, after=after)


def _is_beside(between: str, data: _Data, *, after: bool) -> bool:
    if after:
        linked = _LINK.match(between)
        rest = between[linked.end() :] if linked else between
        return not rest or (data.kind == "identitas" and bool(_CAPITALS.fullmatch(rest)))
    return bool(_HAS.search(between)) or (data.of_whom and not between.strip(" ,")) or bool(_IS.fullmatch(between))


def _is_numbered(text: str, data: Sequence[_Data]) -> bool:
    """Tell whether the data of one number (NIK 3174..., NOP 31.71...) is asked."""
    if any(about.kind in _TAX for about in data) and _TAX_OBJECT.search(text):
        return True
    return any(about.kind == "identitas" and _NUMBER.match(text, about.end) for about in data)


def _has_owner(text: str, data: Sequence[_Data]) -> bool:
    """Tell whether the data is the asker's, or of one who is called by a post or as a friend."""
    owners = [match for match in _any_of("pemilik").finditer(text) if not _ACTING.search(text, 0, match.start())]
    posts = list(_any_of("jabatan").finditer(text))
    return any(
        (about.kind != "pajak" and _stands_after(text, about, owners, _OWNED))
        or (_is_of_a_post(text, about) and _stands_after(text, about, posts, _OWNED))
        for about in data
    )


def _is_of_a_post(text: str, data: _Data) -> bool:
    """Tell whether the data is of the one who holds a post; allowances are laid down for all who do."""
    return data.kind in _OF_A_POST or _is_pay(text, data)


def _is_pay(text: str, data: _Data) -> bool:
    return _SALARY.fullmatch(text, data.start, data.end) is not None


def _stands_after(text: str, data: _Data, found: Sequence[Match[str]], most: int) -> bool:
    return any(
        match.start() >= data.end and len(_WORD.findall(text[data.end : match.start()])) <= most for match in found
    )


@cache
def _any_of(kind: str) -> Pattern[str]:
    longest_first = sorted(words_of("data_pribadi.tsv", kind), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:nya)?(?!\w)", re.IGNORECASE)
