"""Which pieces of the pages found could answer: candidates with the features that speak for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from catalog.passages import Passage
from embedding.embedder import Embedder
from embedding.reader.reader import Reader, Reading, Span
from engine.analysis import Term, stems
from engine.misreadings import misread
from search.answering.could_answer import could_answer
from search.answering.quotable import quotable
from search.answering.ranges import stems_held
from search.answering.sentences import LONGEST
from search.kinds.answer_kinds import fits, fits_exactly, is_of_explanations, is_of_pieces, wanted
from search.kinds.holders import tells_holder
from search.kinds.several import asks_for_several
from search.ranking.needs import Need, met
from search.understanding.understand import Understood

READ = 4  # passages that are read; each costs about as much as embedding it
_NAMED = 0.7  # of what the question names, around a section or step that it asks for: other papers have them too
_AROUND = 400  # characters of the page before and after a passage, so that no sentence is cut at its edge
_HEAD = 600
"""Characters of a sheet in which its heading stands: which room it is of, whose office, which year."""
PageText = Callable[[Passage], str]
ColumnNames = Callable[[Passage], Sequence[str]]
Above = Callable[[Passage], str]


@dataclass(frozen=True)
class Candidate:
    """A piece `start:end` of the page on which `passage` stands, its text, and what speaks for it.

    `said` is the share of the needs that the piece itself names, `around` the share that it names together with what it
    stands in, `near` (see `context`); `fits` whether it holds the wanted kind of answer, `exact` whether it counts or
    explains what the question names, and `explains` whether it says what that is. `cell_asked` tells that it is the one
    row of its sheet that says several of the question's words together, and has a value in the column that the question
    names, `located` that it is of the very article that the question asks for, and for nothing else, `own_field` that
    it holds the field of its paper that is asked for, such as its day.
    `span` is where in the page the reader sees the answer, with its score; None where it was not read.
    """

    passage: Passage
    start: int
    end: int
    text: str
    said: float
    around: float
    fits: float
    fused: float
    exact: bool = False
    explains: bool = False
    cell_asked: bool = False
    located: bool = False
    own_field: bool = False
    near: frozenset[str] = frozenset()
    span: Span | None = None


def context(passage: Passage, above: str = "") -> frozenset[str]:
    """Give the stems of a passage with its title, headings, path, unit and sheet, and of what else stands above it.

    Of misread words there are those that they probably were, too.
    """
    card = f"{passage.title}\n{passage.path}\n{passage.unit or ''}\n{' '.join(passage.heading)}\n{passage.sheet or ''}"
    meant = frozenset(term.text for term in misread(passage.text))
    return _stems(passage.text) | meant | _stems(card) | _stems(above)


def head_of_table(passage: Passage, page: str) -> str:
    """Give what stands at the top of a sheet, nothing for a page of text."""
    return page[:_HEAD] if passage.of_sheet or passage.row is not None else ""


def nothing_above(_: Passage) -> str:
    """Give what stands above passages that say all themselves."""
    return ""


def candidates(
    question: Understood,
    ranking: Sequence[tuple[Passage, float]],
    wanted_needs: Sequence[Need],
    page_text: PageText,
    above: Above = nothing_above,
) -> list[Candidate]:
    """Give the pieces of the best passages that could answer, each range of a page once.

    `above` gives what a passage does not repeat of what it stands under, apart from the head of its sheet.
    """
    found: dict[tuple[object, ...], Candidate] = {}
    kind = wanted(question.text)
    for passage, fused in ranking[:READ]:
        page = page_text(passage)
        near = context(passage, f"{head_of_table(passage, page)}\n{above(passage)}")
        meant = misread(passage.text)
        for start, end in _pieces(passage, page, question.text):
            text = page[start:end]
            words = _stems(text) | _within(meant, start - passage.start, end - passage.start)
            words |= stems_held(question.text, text)
            shares = met(wanted_needs, words), met(wanted_needs, words | near)
            exact = fits_exactly(kind, text) and (shares[1] >= _NAMED or not is_of_pieces(kind))
            exact = exact or tells_holder(question.text, text)
            explains = exact and is_of_explanations(kind)
            piece = Candidate(passage, start, end, text, *shares, fits(kind, text), fused, exact, explains, near=near)
            key = (passage.asset_id, passage.version, passage.page, passage.sheet, start, end)
            if key not in found or passage.row is not None:  # a row's own passage is read under its columns
                found[key] = piece
    return list(found.values())


def _pieces(passage: Passage, page: str, question: str) -> list[tuple[int, int]]:
    """Give the ranges of the page that could answer and lie mostly in the passage; a table row is one piece."""
    if passage.row is not None and passage.end - passage.start <= LONGEST:
        return [(passage.start, passage.end)]
    begin = max(0, passage.start - _AROUND)
    inside = []
    lists = asks_for_several(question)
    for span in quotable(page[begin : passage.end + _AROUND], lists=lists):
        start, end = begin + span.start, begin + span.end
        shared = min(end, passage.end) - max(start, passage.start)
        whole = start > begin or begin == 0
        if whole and 2 * shared >= end - start and could_answer(page[start:end], question):
            inside.append((start, end))
    return inside


def no_columns(_: Passage) -> Sequence[str]:
    """Give the columns of passages that stand in no table."""
    return ()


def read_for(
    pieces: Sequence[Candidate], question: str, reader: Reader, columns: ColumnNames = no_columns
) -> list[Candidate]:
    """Give the candidates with what the reader makes of them: each passage is read once, under its title.

    Rows of a table are read under the names of their columns too: cells alone do not tell what they are.
    """
    passages = {piece.passage.id: piece.passage for piece in pieces}
    heads = {key: _head(passage, columns(passage)) for key, passage in passages.items()}
    readings = reader.read(question, [heads[key] + passage.text for key, passage in passages.items()])
    made = dict(zip(passages, readings, strict=True))
    return [replace(piece, span=_span(piece, made[piece.passage.id], heads[piece.passage.id])) for piece in pieces]


def nearness(piece: Candidate, vector: NDArray[np.float32], embedder: Embedder) -> float:
    """Give the cosine of a question's vector and a piece; the nearest heading stands before it."""
    text = "\n".join([*piece.passage.heading[-1:], piece.text])
    return float(np.asarray(embedder.embed_passages([text])[0], dtype=np.float32) @ vector)


def _head(passage: Passage, columns: Sequence[str]) -> str:
    header = [" | ".join(columns)] if columns else []
    return "".join(f"{line}\n" for line in (passage.title, *passage.heading[-1:], *header))


def _span(piece: Candidate, reading: Reading, head: str) -> Span | None:
    shift = len(head) - piece.passage.start
    found = reading.best(max(piece.start + shift, len(head)), piece.end + shift)
    return found and Span(found.start - shift, found.end - shift, found.score)


def _within(meant: Sequence[Term], start: int, end: int) -> frozenset[str]:
    return frozenset(term.text for term in meant if start <= term.start < end)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))
