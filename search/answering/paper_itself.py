"""What a question asks of a paper itself, and where the paper that it means tells it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from catalog.database import Catalog
from catalog.papers import passage_of_field
from catalog.passages import Passage
from catalog.scope import Scope
from search.answering.evidence import Candidate
from search.answering.named_paper import NamedPaper
from search.answering.own_fields import OwnField, asking_stems, own_fields
from search.ranking.needs import Need

_BELOW = 3  # characters: a full stop and the end of the line


class FieldPlace(NamedTuple):
    """The passage in which a paper has a field, the field's range on its page, and how well the paper was found."""

    passage: Passage
    start: int
    end: int
    score: float
    field: OwnField

    def is_in(self, piece: Candidate) -> bool:
        """Tell whether a piece holds what was asked for: the field itself, or what begins right below it."""
        if self.field.above:
            return self.end <= piece.start <= self.end + _BELOW
        return self.field.exact and piece.start <= self.start and self.end <= piece.end

    def known_in(self, piece: Candidate) -> Candidate:
        """Give a piece that holds it as exact and fitting, its answer where the field stands; others as they are."""
        if not self.is_in(piece):
            return piece
        span = piece.span
        if span and self.field.exact:
            span = replace(span, start=self.start, end=self.end)
        return replace(piece, exact=True, fits=1.0, own_field=True, span=span)


class PaperItself:
    """A question as one for what a paper tells of itself, see `own_fields`; most are none."""

    def __init__(self, catalog: Catalog, question: str, needs: Sequence[Need], scope: Scope) -> None:
        self._catalog = catalog
        self._scope = scope
        self._fields = own_fields(question)
        self._meant = NamedPaper(catalog, question, needs, asking_stems()) if self._fields else None

    def place(self, ranking: Sequence[tuple[Passage, float]]) -> FieldPlace | None:
        """Give where the paper that is meant, of those of some passages with their scores, has a field asked for."""
        paper = self._meant.best(ranking) if self._meant else None
        if paper is None:
            return None
        passage, score = paper
        for field in self._fields:
            place = passage_of_field(self._catalog, passage.id, field.name, self._scope, below=field.above)
            if place:
                return FieldPlace(*place, score, field)
        return None

    def is_of_another(self, passage: Passage) -> bool:
        """Tell whether a day, a number or a name is asked of a paper, and this passage is another paper's."""
        if self._meant is None or not any(field.is_short for field in self._fields):
            return False
        return not self._meant.is_paper_of(passage)
