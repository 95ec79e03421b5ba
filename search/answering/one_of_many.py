"""Whether one row of many seems to answer what only all of them together tell: how many, a total, the greatest.

Such questions are answered from rows by `search.rows`; where that cannot read one, a row that happens to name most of
it is no answer.
"""

import re

from catalog.database import Catalog
from catalog.passage_rows import row_at, rows_beside
from search.answering.evidence import Candidate
from search.answering.line_shapes import tells_total
from search.answering.table_lines import TOTAL
from search.kinds.answer_kinds import is_of_counts, wanted
from search.kinds.told_exactly import counted

_MANY = 3  # rows of its page: fewer are a form, or a list that is read at once
_COUNTED = re.compile(
    r"\b(?:(?:ada|jumlahnya) berapa"
    r"|berapa(?:kah)? (?:banyak|unit|buah|bidang|ruas|paket|titik|lokasi|macam|jenis|judul|entri|item))\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:totalnya|jumlah(?:nya|kan)|dijumlah(?:kan)?|digabung(?:kan)?|semua(?:nya)?)\b", re.IGNORECASE
)
_END = re.compile(
    r"\b(?:paling (?:besar|gede|kecil|tinggi|rendah|banyak|sedikit|mahal|murah|luas|sempit|tua|baru|panjang|pendek)"
    r"|ter(?:besar|kecil|tinggi|rendah|banyak|mahal|murah|luas|sempit|tua|baru|panjang|pendek))\b",
    re.IGNORECASE,
)
_ADDED_UP = re.compile(r"(?:jumlah|jml|total|banyak(?:nya)?)\b", re.IGNORECASE)


def is_one_of_many(catalog: Catalog, question: str, piece: Candidate) -> bool:
    """Tell whether a piece is one row of a sheet, and what is asked for is a count, a total or an end of several.

    Not where the row says that it is a total, or has a column of totals: it may be a recapitulation's.
    """
    ends = _END.search(question) is not None
    counts = is_of_counts(wanted(question)) and counted(question)
    if not ends and not counts and not any(asks.search(question) for asks in (_COUNTED, TOTAL, _TOGETHER)):
        return False
    if not piece.passage.of_sheet or tells_total(piece.text):
        return False
    row = row_at(catalog, piece.passage.id, piece.start, piece.end)
    if row is None or rows_beside(catalog, piece.passage.id) < _MANY:
        return False
    return ends or not any(_ADDED_UP.match(column) for column in row.cells)
