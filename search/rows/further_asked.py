"""What a question asks besides of the one thing that it looks for: "mana yang terluas, *dan berapa luasnya*?".

The row that is found tells it: its cells stand in the answer. So the words need no place in the reading.
"""

import re

_JOINED = (
    r"(?:\s*[,;.?]\s*(?:(?:dan|&|serta|lalu|terus|sekalian|sekaligus)\s+)?|\s+(?:dan|&|serta|sekalian|sekaligus)\s+)"
)
_VERB = (
    r"(?:(?:ada|dibangun|beli|dibeli|diperoleh|dibuat|dipasang|diadakan|ditetapkan|disahkan|terbit|habis)(?:nya)?\s+)?"
)
_OF_IT = r"(?:[a-z]+\s+){0,2}[a-z]+nya(?:\s+[a-z]+)?"
_WHAT = (
    r"(?:(?:di|pada|dari|ke)\s+)?(?:ruang(?:an)?|lantai|lokasi|kecamatan|kelurahan|desa|tahun|tanggal|bulan|unit|bidang)"
    r"\s+(?:mana|berapa|apa)"
    rf"|sebut(?:kan)?\s+[a-z]+nya|(?:berapa|apa|siapa)(?:\s+{_OF_IT})?|[a-z]+\s+apa|{_OF_IT}\s+(?:berapa|apa|siapa|(?:di\s?)?mana)|di\s?mana(?:\s+(?:letak|lokasi)nya)?"
    r"|(?:angka|nilai|harga|luas|kondisi|keadaan|tahun|lokasi|letak|alamat|mere?k|tipe)nya|tahun\s+(?:beli|perolehan|pembelian|pengadaan)(?:nya)?\s+berapa|berapa\s+(?:jam|km|liter|unit|orang|rupiah)"
)
_LAST = re.compile(
    rf"(?:{_JOINED}{_VERB}(?:{_WHAT})|\s+{_VERB}tahun\s+berapa|\s+[a-z]+nya\s+berapa)(?:\s+(?:ya|sih|itu))?\s*[?.]*\s*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:total|jumlah|seluruh|semua)", re.IGNORECASE)


def without(text: str) -> str:
    """Return a question without what it asks besides; a total is not of the one thing, and stays."""
    while (found := _LAST.search(text)) and found.start() and not _TOTAL.search(found.group()):
        text = text[: found.start()]
    return text
