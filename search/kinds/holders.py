"""Whether who holds an office is told: by a person's name, or for a role in a team by a post.

"Siapa ketua forum" is not told by "a. ketua; b. sekretaris", nor "siapa bendahara" by what treasurers have to do.
"""

import re
from collections.abc import Iterator

from engine.misreadings import is_known
from search.understanding.persons import Certainty, names, persons

_WHO = re.compile(
    r"\b(?:siapa(?:kah)?|jabatan apa)\s+(?:(?P<named>nama|namanya)\s+)?"
    r"(?:(?:itu|sih|yang|menjadi|jadi|sekarang|sebagai|saja)\s+){0,3}"
    r"(?P<role>(?:pejabat|narahubung)\b|[^\W\d_]+(?!\s+(?:yang|yg)\b))",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:Drs?|Dra|Drg|Ir|Prof|H|Hj|KH|R)\.\s*[A-Z][A-Za-z.]+|[a-zA-Z],\s*(?:S|M|A)\.?\s?[A-Z][A-Za-z.]*|\bttd\b.{0,4}\s[A-Z]{3,}"
)
_CAPITALS = re.compile(r"^[^\w\n]*[A-Z][A-Z.' ]{5,40}$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_GRACE = re.compile(r"dengan\s+rahmat\s+tuhan\s+yang\s+maha\s+esa", re.IGNORECASE)
_ITEM = re.compile(r"(?:^|\s)[a-z\d]{1,2}[.)]\s+([^\W\d_]+)\s*(?=[;,.]|$)", re.MULTILINE)
_MADE_UP_OF = r"(?:terdiri (?:dari|atas)|beranggotakan|berasal dari|diambil dari|ditunjuk dari)"
_NEAR = 80  # characters between a role and who has it
_LEAST = 4  # letters of a word in capitals that may be a name
_TEAM = names("peran") | {"ketua", "sekretaris", "bendahara", "anggota"}
"""Roles to which papers appoint the holder of a post: "Moderator: Kepala Seksi Operasi"."""
_OFFICIAL = "pejabat"
_HEADS = frozenset({"menteri", "presiden", "rektor", "dekan", "kades", "kapolres"})
_OFFICES = (names("jabatan") | _HEADS | {_OFFICIAL, "narahubung"}) - {"rt", "rw"}
_POSTS = (names("jabatan") | names("jabatan fungsional") | {"asisten", "inspektur", "staf", "pejabat"}) - _TEAM
_OTHER_OFFICIALS = frozenset(
    ["sekretaris", "pengelola", "pengguna", "kuasa", "ppk", "kpa", "ppid", "hakim", "penyidik"]
)
_OFFICIALS = _POSTS | _HEADS | _OTHER_OFFICIALS
"""What tells which official does something; "PPK" and "pengguna barang" are ones."""
_BY_TITLE = re.compile(r"\b[Pp]ejabat\s+[A-Z]")  # Pejabat Pembuat Komitmen


def lacks_holder(question: str, piece: str) -> bool:
    """Tell whether it is asked who holds an office or a role, and a piece names nobody."""
    asked = _asked(question)
    if asked is None or _names_somebody(question, piece):
        return False
    if asked["named"]:
        return True
    role, posts = asked["role"].casefold(), _words(piece) - _words(question)
    if role == _OFFICIAL:
        return not (posts & _OFFICIALS or _BY_TITLE.search(piece))
    if role not in _TEAM or _is_list_of_roles(piece):
        return True
    return not (_lists_members(role, piece) or posts.intersection(_POSTS, _words_near(role, piece)))


def tells_holder(question: str, piece: str) -> bool:
    """Tell whether it is asked who holds an office or a role, and a piece names it and somebody, or its members."""
    asked = _asked(question)
    if asked is None:
        return False
    role = asked["role"].casefold()
    return (role in _words(piece) and _names_somebody(question, piece)) or _lists_members(role, piece)


def _is_list_of_roles(piece: str) -> bool:
    """Tell a list of the roles of a team, each an item without more: "a. Ketua; b. Sekretaris; d. Kepala Seksi"."""
    return sum(role.casefold() in _TEAM for role in _ITEM.findall(piece)) > 1


def _lists_members(role: str, piece: str) -> bool:
    """Tell whether a piece says of whom those consist who have a role: "Dewan juri terdiri dari ..."."""
    return re.search(rf"\b{role}\b[^.;\n]{{0,{_NEAR}}}\b{_MADE_UP_OF}\b", piece, re.IGNORECASE) is not None


def _words_near(role: str, piece: str) -> set[str]:
    """Give the words that stand near a role in a piece: a post in another sentence is not its holder's."""
    spans = (found.span() for found in re.finditer(rf"\b{role}\b", piece, re.IGNORECASE))
    return {word for start, end in spans for word in _words(piece[max(0, start - _NEAR) : end + _NEAR])}


def _asked(question: str) -> re.Match[str] | None:
    asked = _WHO.search(question)
    return asked if asked and asked["role"].casefold() in _OFFICES | _TEAM else None


def _names_somebody(question: str, piece: str) -> bool:
    known = _words(question)
    return any(not _words(name) <= known for name in _people(piece))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _people(text: str) -> Iterator[str]:
    """Yield what may be a person's name in a text: known and strange names, degrees, lines in capitals alone."""
    text = _GRACE.sub(" ", text)
    for one in persons(text):
        name = text[one.start : one.end]
        if not one.firm and (one.certainty > Certainty.UNKNOWN or len(name.split()) > 1):
            yield name
    yield from (match.group() for match in _DEGREE.finditer(text))
    for line in _CAPITALS.findall(text):
        words = [word for word in _WORD.findall(line) if len(word) >= _LEAST]
        if words and not any(is_known(word) for word in words):
            yield line
