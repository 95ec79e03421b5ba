"""Whether what seems to answer holds for somebody else: a limit "untuk masyarakat" is none "untuk pekerja"."""

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
_AGENT = re.compile(r"pe[lmnr]?[a-z]{3,}(?<!an)(?<!nya)")
"""Who does something is called so: pekerja, pelaksana, penyelenggara; what is done ends otherwise: pelayanan."""


def is_of_another_party(question: Understood, text: str, above: str) -> bool:
    """Tell whether it is asked what holds for somebody, and a text says for whom else it does, and not for that one.

    `above` is what stands over the text: a heading may say for whom all below it is.
    """
    asked = next(_parties(question.text), None)
    if asked is None or next(_parties(text), None) is None:
        return False
    called, told = frozenset(stems(asked)), frozenset(stems(f"{above}\n{text}"))
    return not any(wording <= told for wording in (called, *named_as(called, question)))


def _parties(text: str) -> Iterator[str]:
    return (word for word in map(str.casefold, _FOR.findall(text)) if _is_party(word))


def _is_party(word: str) -> bool:
    return word in names("pihak") | names("jabatan") or _AGENT.fullmatch(word) is not None
