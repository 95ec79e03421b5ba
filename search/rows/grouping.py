"""What a question asks a figure for each of: "per kecamatan", "masing-masing kondisi"; corpora/baris_kelompok.tsv."""

import re
from functools import cache
from re import Pattern

from catalog.word_lists import table
from search.rows.asked import Grouping

JOINED = "|"
"""Joins the words of one column's name in the list."""
_EACH = r"(?:per|(?:untuk\s+|di\s+|dari\s+)?(?:tiap[\s-]tiap|masing[\s-]masing|tiap|setiap)|menurut|berdasarkan)"
_KIND_OF = (
    r"jenis\s+(?!(?:barang|di|pada|dari|untuk|yang|milik|tahun|ta|kec|kel|kab|kota|dinas)\b)[a-z]+"
    r"(?:\s+penerima(?:nya)?)?"
)
_DETAILED = r"(?:(?:,\s*)?(?:(?:di)?(?:rinci|rincian|rekap|kelompokkan|bagi|pecah)(?:nya)?)\s+)?"
_EACH_AGAIN = re.compile(r"(?<!\w)masing[\s-]masing(?!\w)", re.IGNORECASE)
"""Says once more what "per" says, where one thing is asked for: "toilet per pengelola masing-masing berapa"."""
_LISTED = re.compile(r"[,&]|(?<!\w)(?:dan|atau|serta|maupun)(?!\w)", re.IGNORECASE)

_CONDITION = r"(?:kondisi(?:nya)?\s+)?(?:baik|kurang\s+baik|rusak\s+ringan|rusak\s+berat|rusak)"
_OF_CONDITIONS = re.compile(
    rf"(?:,?\s*kondisinya\s+(?:bagaimana|apa)(?:\s+saja)?\s*[,:?]?\s*)?(?<!\w)(?:yang\s+)?{_CONDITION}"
    rf"(?:\s*(?:,|/|dan|serta|maupun)\s*(?:dan\s+)?(?:yang\s+)?{_CONDITION})+\s*,?\s*masing[\s-]masing(?:\s+ada)?(?:\s+berapa)?",
    re.IGNORECASE,
)
"""Conditions of which each is asked for: "baik, kurang baik, dan rusak berat masing-masing berapa"."""


def taken(text: str) -> tuple[Grouping | None, str]:
    """Give what a question asks a figure for each of, None where it does not, and the question without it."""
    if each := _OF_CONDITIONS.search(text):
        return Grouping(("kondisi",), each.group().strip(" ,")), f"{text[: each.start()]} berapa {text[each.end() :]}"
    found = _asked_by().search(text)
    if found is None:
        return None, text
    what = " ".join(found["what"].casefold().split())
    columns = _groupings().get(what) or (JOINED.join(what.split()), "jenis")
    left = f"{text[: found.start()]} {text[found.end() :]}"
    return Grouping(columns, found.group().strip(" ,")), left if _LISTED.search(left) else _EACH_AGAIN.sub(" ", left)


@cache
def _asked_by() -> Pattern[str]:
    named = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(_groupings(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w){_DETAILED}{_EACH}\s+(?P<what>{_KIND_OF}|{named})(?:nya)?(?!\w)(?!\s*\d)(?:\s*\([^)]*\))?",
        re.IGNORECASE,
    )


@cache
def _groupings() -> dict[str, tuple[str, ...]]:
    rows = table("baris_kelompok.tsv")
    return {words: tuple(row["kolom"].split()) for row in rows for words in row["kata"].split("|")}
