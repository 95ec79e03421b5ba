"""Whether what seems to answer is of another place of the kind that is asked for: Desa Melati, not Desa Mawar.

A register, or a paper on a district, names many; that the paper says the name somewhere tells nothing of this line.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern

from catalog.word_lists import words_of
from search.answering.elsewhere import names_in
from search.understanding.named_agencies import words_alone

_SHORT = {"kab": "kabupaten", "prov": "provinsi", "kec": "kecamatan", "kel": "kelurahan"}
_ASKS_OF_SEVERAL = re.compile(
    r"\b(?:batas\w*|berbatasan|tetangga|arah|jarak|antara|asal|tujuan|pindah|mana|selain|dibanding\w*)\b", re.IGNORECASE
)
"""Questions that another place may answer."""
_WHEN = re.compile(r"^\s*(?:setelah|sesudah|sebelum|sejak|ketika|saat|waktu)\b[^,]*,", re.IGNORECASE)
"""What tells when, before what is asked: "setelah Kecamatan Mawar dibentuk, ..."."""


def is_of_another_place(question: str, text: str) -> bool:
    """Tell whether a text names another place of a kind that the question names, and not the one that is asked for."""
    if _ASKS_OF_SEVERAL.search(question):
        return False
    said = set(words_alone(text).split())
    names = {name.split()[0] for name in names_in(question)}
    asked = {(kind, name.casefold()) for kind, name in _places(_WHEN.sub("", question)) if name.casefold() in names}
    told = {kind for kind, name in _places(text) if name[0].isupper()}
    return any(kind in told and name not in said for kind, name in asked)


def _places(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and first word of what may be places in a text."""
    for match in _pattern().finditer(text):
        kind = match["kind"].casefold()
        yield _SHORT.get(kind, kind), match["name"]


@cache
def _pattern() -> Pattern[str]:
    kinds = words_of("kata_letak.tsv", "wilayah", "bagian wilayah", "rumah sakit") | set(_SHORT)
    return re.compile(
        rf"\b(?P<kind>{'|'.join(sorted(kinds))})\.?\s+(?:dr\.?\s+)?(?P<name>[^\W\d_]{{3,}})", re.IGNORECASE
    )
