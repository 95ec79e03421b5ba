"""Whether what seems to answer holds for somebody else: a limit "untuk masyarakat" is none "untuk pekerja".

Nor is what "penyelenggara wajib" has to do the duty of an ombudsman who is asked for.
"""

import re
from collections.abc import Iterator

from engine.analysis import stems
from search.answering.unnamed import named_as
from search.understanding.persons import names
from search.understanding.understand import Understood

_FOR = re.compile(
    r"\b(?:bagi|untuk|terhadap|kepada|oleh|buat)\s+(?:(?:para|setiap|seorang|seluruh|tiap|semua)\s+)?([^\W\d_]+)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"((?:[^\W\d_]+\s+){1,4}?)(?:tidak\s+)?(?:(?:di)?wajib(?:kan)?|harus|berhak|dilarang|boleh|berkewajiban|bertugas"
    r"|bertanggung jawab|(?:memiliki|mempunyai) hak)\b",
    re.IGNORECASE,
)
"""The words before what somebody has to do, may do or may not; the first of them that is a party is bound."""
_WORD = re.compile(r"[^\W\d_]+")
_AGENT = re.compile(r"pe[lmnr]?[a-z]{3,}(?<!an)(?<!nya)")
"""Who does something is called so: pekerja, pelaksana, penyelenggara; what is done ends otherwise: pelayanan."""


def is_of_another_party(question: Understood, text: str, above: str) -> bool:
    """Tell whether it is asked what holds for somebody, and a text says for whom else it does, and not for that one.

    `above` is what stands over the text: a heading may say for whom all below it is.
    """
    named = frozenset(stems(f"{above}\n{text}"))
    for parties in (_for_whom, _bound):
        asked = next(parties(question.text), None)
        if asked and next(parties(text), None) and not _is_named(asked, question, named):
            return True
    return False


def _is_named(party: str, question: Understood, words: frozenset[str]) -> bool:
    """Tell whether a party of the question stands among the stems in any of its wordings."""
    called = frozenset(stems(party))
    return any(wording <= words for wording in (called, *named_as(called, question)))


def _for_whom(text: str) -> Iterator[str]:
    return (word for word in map(str.casefold, _FOR.findall(text)) if _is_party(word))


def _bound(text: str) -> Iterator[str]:
    for before in _BOUND.findall(text):
        yield from [word for word in _WORD.findall(before.casefold()) if _is_party(word)][:1]


def _is_party(word: str) -> bool:
    return word in names("pihak") | names("jabatan") or _AGENT.fullmatch(word) is not None
