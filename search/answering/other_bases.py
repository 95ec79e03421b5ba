"""Whose legal bases a piece lists: every rule and SOP has some, and those of one on another matter answer nothing."""

import re
from collections.abc import Sequence

from catalog.database import Catalog
from engine.analysis import stems
from search.answering.evidence import Candidate
from search.answering.named_paper import NamedPaper
from search.ranking.needs import Need

_ASKS = re.compile(r"\b(?:dasar|landasan|payung) hukum", re.IGNORECASE)
_ASKING = frozenset(stems("apa peraturan aturan dasar landasan payung hukum menjadi dipakai digunakan untuk bagi dari"))
_LISTS = re.compile(r"\W*(?:[\dA-Z]{1,4}[.)]\s*)?(?:(?:dasar|landasan)\s+hukum|mengingat)\b", re.IGNORECASE)


class LegalBases:
    """A question as one for legal bases; most are none."""

    def __init__(self, catalog: Catalog, question: str, needs: Sequence[Need]) -> None:
        self._meant = NamedPaper(catalog, question, needs, _ASKING) if _ASKS.search(question) else None

    def are_of_another(self, piece: Candidate) -> bool:
        """Tell whether legal bases are asked for, and a piece lists those of a paper on another matter."""
        if self._meant is None or not _LISTS.match(piece.text):
            return False
        return not self._meant.is_paper_of(piece.passage)
