"""The paper by which a question wants to be answered: "menurut POJK penyidikan", "berdasarkan UU 25 tahun 2009"."""

import re
from collections.abc import Iterable, Sequence

from catalog.database import Catalog
from catalog.passages import Passage
from engine.analysis import stems
from search.answering.named_paper import NamedPaper
from search.answering.own_fields import asking_stems, names_paper
from search.ranking.needs import Need

_SOURCE = re.compile(
    r"\b(?:menurut|berdasarkan|sesuai(?: dengan)?|mengacu (?:pada|ke)|merujuk (?:pada|ke))\s+(?P<paper>[^,;?]+?)"
    r"(?=\s*(?:[,;?]|$|\b(?:apa|apakah|siapa|kapan|berapa|bagaimana|mengapa|kenapa|di ?mana|ke ?mana|yang|itu)\b))",
    re.IGNORECASE,
)


class NamedSource:
    """The paper that a question names as its source, if one of those found may be it."""

    def __init__(self, catalog: Catalog, question: str, needs: Sequence[Need], found: Iterable[Passage]) -> None:
        self._paper: NamedPaper | None = None
        if (named := _SOURCE.search(question)) and names_paper(named["paper"]):
            words = frozenset(stems(named["paper"]))
            own = [need for need in needs if any(wording <= words for wording, _ in need.wordings)]
            paper = NamedPaper(catalog, named["paper"], own, asking_stems())
            if any(paper.is_paper_of(passage) for passage in found):
                self._paper = paper

    def is_another(self, passage: Passage) -> bool:
        """Tell whether a source is named and found, and a passage is another paper's."""
        return self._paper is not None and not self._paper.is_paper_of(passage)
