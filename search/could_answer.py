"""Which pieces of a page could answer at all: not its questions, letterheads, datelines, stamps and heads of tables."""

import re

_FLOW_HEAD = re.compile(r"\b(?:mutu\s+baku|kelengkapan[\s|]+waktu[\s|]+output)\b", re.IGNORECASE)
"""Columns that the flow table of every government SOP has (Permenpan RB 35/2012, lampiran)."""

_DATELINE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},\s*\d{1,2}\s+[A-Z][a-z]+\s+\d{4}")
"""Place and day of a paper, above its signatures: by itself it does not tell what was on that day."""

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

_SHORT = 80  # characters of a line of a form
_STAMP = re.compile(r"\bm[ea]te?rai\b", re.IGNORECASE)
"""Where a form has its duty stamp: "Meterai Rp10.000" is the price of nothing else."""
_SET = re.compile(r"\W*(?:ditetapkan|diundangkan|disahkan|dikeluarkan)\s+(?:di|pada)\b", re.IGNORECASE)
_ASKS_WHEN_SET = re.compile(
    r"tetap|undang|sahkan|pengesahan|keluar|terbit|laku|tanggal|tanda ?tangan|(?:di|ke) ?mana", re.IGNORECASE
)
"""What the line above a paper's signatures answers: where and when it was set."""


def could_answer(text: str, question: str) -> bool:
    """Tell what could answer a question from what is furniture of a page."""
    sentence = text.endswith(".")
    if text.endswith("?") or _DATELINE.fullmatch(text) or _OFFICIAL_NUMBER.match(text):
        return False
    if _SET.match(text) and not _ASKS_WHEN_SET.search(question):
        return False
    if _STAMP.search(text) and len(text) < _SHORT and not _STAMP.search(question):
        return False
    if text.isupper() and _OFFICE.fullmatch(text) and not _ASKS_WHO.search(question):
        return False
    if not sentence and (_FLOW_HEAD.search(text) or (_LETTERHEAD.search(text) and not _ASKS_WHERE.search(question))):
        return False
    return len(text.split()) > 2 or any(map(str.isdigit, text))
