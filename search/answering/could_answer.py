"""Which pieces of a page could answer at all: not its questions, letterheads, datelines, stamps and heads of tables."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from re import Pattern

from catalog.word_lists import words_of
from search.answering.signatures import signatures
from search.understanding.number_words import WORD as NUMBER_WORD

_FLOW_HEAD = re.compile(r"\b(?:mutu\s+baku|kelengkapan[\s|]+waktu[\s|]+output)\b", re.IGNORECASE)
"""Columns that the flow table of every government SOP has (Permenpan RB 35/2012, lampiran)."""

_DATELINE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},\s*(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}")
"""Place and day of a paper, above its signatures: by itself it does not tell what was on that day."""
_ON_DAY = re.compile(r"\W*(?:pada\s+)?tanggal\s*:?\s*\d{1,2}\s+[^\W\d]+\s+\d{4}\.?", re.IGNORECASE)
"""The line below "Ditetapkan di Jakarta"."""

_OFFICIAL_NUMBER = re.compile(r"\W*NIP\b", re.IGNORECASE)

_LETTERHEAD = re.compile(
    r"\b(?:jalan|jl)\b.*\b(?:telp|telepon|tlp|faks?|faksimile|surel|e-?mail|kode\s*pos)\b", re.IGNORECASE | re.DOTALL
)
_ASKS_WHERE = re.compile(
    r"\b(?:alamat|telepon|telp|kontak|hubungi|e-?mail|surel|situs|website|lokasi|kantor|lapor\w*|(?:di|ke) ?mana)\b",
    re.IGNORECASE,
)
"""What a letterhead answers: where somebody is found."""
_OFFICE = re.compile(
    r"\W*(?:PEMERINTAH|KEMENTERIAN|DINAS|BADAN|BIRO|SEKRETARIAT|KECAMATAN|KELURAHAN|GUBERNUR|BUPATI|WALI ?KOTA)\b"
    r"[^\d.]*"
)
_ASKS_WHO = re.compile(
    r"\b(?:siapa|mana|nama|instansi|lembaga|kementerian|pemerintah|dinas|badan|biro|skpd|opd|unit)\b", re.IGNORECASE
)
"""What the name of an office, in capitals above a paper, answers: who made it."""
_ASKS_FOR_NAME = re.compile(
    r"\b(?:siapa|mana|nama|judul|berjudul|disebut|tema|topik|isi|bab|bagian|berapa|kapan"
    r"|apa itu|itu apa|arti\w*|kepanjangan\w*|singkatan\w*)\b",
    re.IGNORECASE,
)
"""What a heading in capitals may answer: a title, a name, a number in it."""
_NO_HEADING = re.compile(r"[|:]|(?<![\w-])\d|^\W*[-–—•*]|^[A-Z][.)]")
"""A row, a field, a figure or the mark of an item: "COVID-19" is none."""
_SET = re.compile(r"\W*(?:ditetapkan|disahkan|dikeluarkan)\s+(?:di|pada)\b", re.IGNORECASE)
_ASKS_WHEN_SET = re.compile(
    r"\A(?!.*(?:undangkan|pengundangan)).*(?:[tn]etap|undang|sahkan|pengesahan|keluar|terbit|laku|tanggal|tanda ?tangan"
    r"|(?:di|ke) ?mana)",
    re.IGNORECASE | re.DOTALL,
)
"""What the line above a paper's signatures answers: where and when it was set."""
_PROMULGATED = re.compile(r"\W*diundangkan\s+(?:di|pada)\b", re.IGNORECASE)
_ASKS_WHEN_PROMULGATED = re.compile(
    r"undangkan|pengundangan|laku|terbit|lembaran|berita (?:negara|daerah)", re.IGNORECASE
)
"""What the line above who has had a rule printed answers: another office's than who has set it, on another day."""
_ASKS_OF_NO_PRINTING = re.compile(r"\A(?!.*(?:undangkan|pengundangan))", re.IGNORECASE | re.DOTALL)
_ARTICLE = re.compile(r"(?:[A-Z][^\n.:;|\d]{0,80}\n){0,3}Pasal\s+\d+[A-Z]?")
_ASKS_FOR_ARTICLE = re.compile(r"\b(?:pasal|bab|bagian|judul|nomor|diatur|(?:di|ke) ?mana)\b", re.IGNORECASE)
"""What the heading of an article, without its text, answers: where something stands."""
_LEGAL_BASES = re.compile(
    r"\W*(?:[\dA-Z]{1,4}[.)]\s*)?(?:(?:dasar|landasan|referensi)\s+hukum|mengingat)\s*:?\s*(?=[\n\d])", re.IGNORECASE
)
"""The heading of the rules that a paper rests on."""
_ITEM = re.compile(r"(?:^|\n)\s*(?:\d{1,2}|[a-z])[.)]\s+|;\s*\n")
_RULE = re.compile(
    r"(?:undang-undang|peraturan|keputusan|instruksi|surat edaran|UU|PP|Per(?:da|gub|pres|men\w*)|Kep\w+)\b",
    re.IGNORECASE,
)
_ASKS_FOR_RULES = re.compile(
    r"\b(?:dasar|landasan|hukum|aturan\w*|peraturan|undang|uu|pp|per(?:da|gub|pres|men\w*)|regulasi|ketentuan|diatur|mengatur"
    r"|acuan|mengacu|referensi|rujukan|pasal|nomor|tahun|tentang)\b",
    re.IGNORECASE,
)
"""What a list of legal bases answers: which rules a paper rests on."""
_SIGNED = re.compile(r"\W*(?:disahkan|ditetapkan|disetujui|diketahui|ditandatangani)\s+oleh\b", re.IGNORECASE)
_ASKS_WHO_SIGNED = re.compile(
    r"sah(?:kan|an)\b|pengesah|tanda ?tangan|tetapkan|menetap|setuju|ketahui|pejabat|kepala|sekretaris|pimpinan|plt\b",
    re.IGNORECASE,
)
"""What the line of a paper's signer answers: who signed it, or who heads the office; not who does its steps."""
_PENAL = re.compile(r"\b(?:di)?pidana\b|\bkurungan\b", re.IGNORECASE)
_ASKS_FOR_PENALTY = re.compile(
    r"pidana|penjara|kurung|huku(?:m|man)\b|sanksi|ancam|denda|langgar|tindak|melawan|jika|bila|kalau|akibat",
    re.IGNORECASE,
)
"""What a penal clause answers: "penjara paling lama 15 tahun" is no licence's term."""
_CITED = re.compile(r"\b(?:lembaran|berita) (?:negara|daerah)\b[^.;]{0,60}\bnomor \d", re.IGNORECASE)
_ASKS_FOR_CITED = re.compile(
    r"lembaran|berita (?:negara|daerah)|undang|dasar|landasan|hukum|aturan|peraturan apa|rujuk|acu"
    r"|nomor (?:berapa|apa)",
    re.IGNORECASE,
)
"""What a rule cited with its gazette answers: its year and numbers count nothing else."""
_STAMP = re.compile(r"\bm[ea]te?rai\b", re.IGNORECASE)
"""Where a form has its duty stamp: "Meterai Rp10.000" is the price of nothing else."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(NUMBER_WORD)
_OPEN = ("?", "...", "…")
"""What asks, or leaves something to be filled in: "istilahnya adalah ..."."""
_LONG = 160  # characters of who signed a paper, with the title of the office
_SHORT = 80  # characters of a heading, or of a line of a form


def could_answer(text: str, question: str) -> bool:
    """Tell what could answer a question from what is furniture of a page."""
    if text.endswith(_OPEN) or _DATELINE.fullmatch(text) or _OFFICIAL_NUMBER.match(text) or _is_bare(text):
        return False
    if not text.endswith(".") and _FLOW_HEAD.search(text):
        return False
    if any(not asked.search(question) for asked in _answers_only(text)):
        return False
    return len(text.split()) > 2 or any(map(str.isdigit, text))


def _is_bare(text: str) -> bool:
    """Tell figures, with units at most: whose they are stands elsewhere, and so they may be taken for others'."""
    words = _WORD.findall(text.casefold())
    return any(map(str.isdigit, text)) and all(word in _units() or _NUMBER.fullmatch(word) for word in words)


@cache
def _units() -> frozenset[str]:
    return words_of("kata_ukur.tsv", "satuan", "cara") | {"rp", "persen"}


def _answers_only(text: str) -> Iterator[Pattern[str]]:
    """Give how a question must ask that such a text could answer it."""
    return (asked for is_such, asked in _FURNITURE if is_such(text))


def _is_letterhead(text: str) -> bool:
    return not text.endswith(".") and _LETTERHEAD.search(text) is not None


def _names_office(text: str) -> bool:
    return text.isupper() and _OFFICE.fullmatch(text) is not None


def _is_signed(text: str) -> bool:
    """Tell the block in which an office signs, without the line that says that it has only had a rule printed."""
    return _PROMULGATED.match(text) is None and any(span.start == 0 for span in signatures(text))


def _has_stamp(text: str) -> bool:
    return len(text) < _SHORT and _STAMP.search(text) is not None


def _is_signer(text: str) -> bool:
    return len(text) < _LONG and _SIGNED.match(text) is not None


def _is_heading(text: str) -> bool:
    return len(text) < _SHORT and text.isupper() and not (text.endswith(".") or _NO_HEADING.search(text))


def _lists_rules(text: str) -> bool:
    """Tell whether a text is a list of legal bases and nothing else, as the right column beside it would be."""
    heading = _LEGAL_BASES.match(text)
    items = [item.strip() for item in _ITEM.split(text[heading.end() :])] if heading else []
    return any(items) and all(_RULE.match(item) for item in items if item)


_FURNITURE: tuple[tuple[Callable[[str], object], Pattern[str]], ...] = (
    (_SET.match, _ASKS_WHEN_SET),
    (_PROMULGATED.match, _ASKS_WHEN_PROMULGATED),
    (_is_signed, _ASKS_OF_NO_PRINTING),
    (_ON_DAY.fullmatch, _ASKS_WHEN_SET),
    (_is_letterhead, _ASKS_WHERE),
    (_names_office, _ASKS_WHO),
    (_ARTICLE.fullmatch, _ASKS_FOR_ARTICLE),
    (_lists_rules, _ASKS_FOR_RULES),
    (_has_stamp, _STAMP),
    (_PENAL.search, _ASKS_FOR_PENALTY),
    (_CITED.search, _ASKS_FOR_CITED),
    (_is_signer, _ASKS_WHO_SIGNED),
    (_is_heading, _ASKS_FOR_NAME),
)
"""Texts of a page that answer one kind of question alone, and how that is asked."""
