"""What speaks against a piece that seems to answer: it is of something else, or what is asked for is not told there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from catalog.database import Catalog
from catalog.passages import Passage, page_text
from catalog.whole_texts import opening
from catalog.words import OUT_OF_FORCE
from engine.analysis import stems
from search.answering.blank_cell import is_blank
from search.answering.contrasts import is_of_the_contrary
from search.answering.elsewhere import is_of_a_branch, named_elsewhere
from search.answering.evidence import Candidate, head_of_table
from search.answering.left_to_others import is_left_to_others
from search.answering.line_shapes import is_row_of_figures
from search.answering.one_of_many import is_one_of_many
from search.answering.other_number import is_another_number, is_in_another_numbered_place
from search.answering.other_party import is_of_another_party
from search.answering.other_period import is_of_another_period
from search.answering.other_place import is_of_another_place
from search.answering.other_room import is_in_another_room
from search.answering.uncompared import is_uncompared
from search.answering.unnamed import is_unnamed
from search.answering.unsaid import share_unsaid
from search.answering.untold import (
    has_year,
    lacks_change,
    lacks_measure,
    lacks_role,
    of_another_budget,
    of_another_year,
)
from search.kinds.answer_kinds import is_of_explanations
from search.kinds.holders import lacks_holder
from search.ranking.found import Found
from search.ranking.needs import Need
from search.understanding.understand import Understood

_OPENING = 800  # characters in which a paper says the year of its budget


@dataclass(frozen=True)
class Doubts:
    """What speaks against the best piece of an answer, whatever its signals are; each costs odds where it is true.

    The paper is about something `elsewhere`, of `another_agency`, or `another_paper` than the one of which a day, a
    number or a name is asked, or to which it leaves what is asked for; the piece lies in `another_place`; what
    something is stays `unexplained`; nothing near names the role, or the measure, that is asked for (`lacking`), or
    says that a rule was changed (`unchanged`); who holds an office is asked, and `nobody` is named; two things stay
    `uncompared`; the piece is of the `contrary`, or for somebody else, of an `other_year`, or of an `other_period`: a
    part of a year, or the year of a budget; the row leaves it `blank`, or is `one_of_many` that only together tell it;
    what a figure is of is `unnamed`; `unsaid` is the share of key words that the paper nowhere says, from 0 to 1;
    `behind` how much less the best passage of its paper scores than the best of all, from 0 to 1.
    """

    elsewhere: bool = False
    another_agency: bool = False
    another_paper: bool = False
    another_place: bool = False
    unexplained: bool = False
    lacking: bool = False
    unchanged: bool = False
    nobody: bool = False
    uncompared: bool = False
    contrary: bool = False
    other_year: bool = False
    other_period: bool = False
    blank: bool = False
    one_of_many: bool = False
    unnamed: bool = False
    unsaid: float = 0.0
    behind: float = 0.0

    def cost(self, model: Mapping[str, float]) -> float:
        """Return what all of them cost together, in logits."""
        return sum(model[COSTS[name]] * float(value) for name, value in vars(self).items())


NO_DOUBTS = Doubts()
COSTS: Mapping[str, str] = {
    "elsewhere": "nama_lain", "another_agency": "perangkat_lain", "another_paper": "naskah_lain",
    "another_place": "tempat_lain",
    "unexplained": "tanpa_penjelasan", "lacking": "tanpa_peran", "unchanged": "tanpa_perubahan",
    "nobody": "tanpa_nama", "uncompared": "tanpa_perbedaan", "contrary": "sebaliknya",
    "other_year": "tahun_lain", "other_period": "masa_lain",
    "blank": "isian_kosong", "one_of_many": "satu_dari_banyak",
    "unnamed": "tanpa_sebutan", "unsaid": "kata_tak_disebut", "behind": "naskah_tertinggal",
}  # fmt: skip
"""What each doubt costs, by its name in corpora/keyakinan.toml; set by hand."""


def doubts_of(catalog: Catalog, found: Found, needs: Sequence[Need], piece: Candidate, of_paper: Doubts) -> Doubts:
    """Give what speaks against a piece of what was found; what the caller knows of its paper stands in `of_paper`."""
    question, text, passage = found.question, found.question.text, piece.passage
    page = page_text(catalog, passage.id)
    words, near = piece.near | frozenset(stems(piece.text)), _near(piece, page)
    return replace(
        of_paper,
        elsewhere=of_paper.elsewhere or named_elsewhere(catalog, question, passage),
        another_paper=of_paper.another_paper or is_left_to_others(question, piece.text, _found_of(found, passage)),
        another_place=is_in_another_numbered_place(text, near)
        or is_another_number(text, piece.text, near)
        or _is_in_another_room(text, piece, page)
        or is_of_another_place(text, piece.text)
        or is_of_a_branch(catalog, question, piece.text),
        unexplained=is_of_explanations(found.kind) and not piece.explains,
        lacking=lacks_role(question, words) or lacks_measure(question, words),
        unchanged=lacks_change(question, words),
        nobody=lacks_holder(text, piece.text) and not piece.own_field,
        uncompared=is_uncompared(question, piece.text) and not piece.explains,
        contrary=is_of_the_contrary(text, piece.text, words)
        or is_of_another_party(question, piece.text, "\n".join([passage.title, *passage.heading])),
        other_year=of_another_year(question, piece.text, _called(piece), words),
        other_period=is_of_another_period(text, piece.text, near)
        or _is_of_another_budget(catalog, question, piece, page),
        blank=is_blank(catalog, text, piece),
        one_of_many=is_one_of_many(catalog, text, piece),
        unnamed=is_unnamed(catalog, question, passage, words),
        unsaid=share_unsaid(catalog, text, needs, passage),
    )


def behind(found: Found, passage: Passage, is_another: Callable[[Passage], bool]) -> float:
    """Give how far a paper's best passage stands behind the first of all; 0 for a paper looked up by its name.

    A paper in force is measured by those in force: what replaced another is often told in other words. None stands
    behind papers of which `is_another` says that another than they is meant.
    """
    scores = [(hit.score, found.passages[hit.passage]) for hit in found.ranking]
    if passage.validity not in OUT_OF_FORCE:
        scores = [(score, other) for score, other in scores if other.validity not in OUT_OF_FORCE]
    best = next((score for score, other in scores if other.asset == passage.asset), None)
    first = next((score for score, other in scores if not is_another(other)), None)
    return 0.0 if best is None or first is None else max(0.0, first - best)


def _found_of(found: Found, passage: Passage) -> list[str]:
    """Give the texts of the passages found of the same paper."""
    return [other.text for other in found.passages.values() if other.asset == passage.asset]


def _near(piece: Candidate, page: str) -> str:
    """Give what tells where a piece lies: its card, what its passage says before it, or the head of its table."""
    passage = piece.passage
    above = head_of_table(passage, page) or page[passage.start : piece.start]
    return "\n".join([passage.title, passage.path, *passage.heading, passage.sheet or "", above, piece.text])


def _called(piece: Candidate) -> str:
    """Give what tells the year of a line of a table: how its sheet is called, and where that has no year, its paper."""
    sheet = piece.passage.sheet or ""
    if not (_is_of_table(piece) or is_row_of_figures(piece.text)):
        return sheet
    return sheet if has_year(sheet) else f"{piece.passage.title}\n{piece.passage.path}"


def _is_of_another_budget(catalog: Catalog, question: Understood, piece: Candidate, page: str) -> bool:
    if not (_is_of_table(piece) or is_row_of_figures(piece.text)):
        return False
    return of_another_budget(question, piece.text, opening(catalog, piece.passage, _OPENING), page)


def _is_in_another_room(question: str, piece: Candidate, page: str) -> bool:
    called = f"{piece.passage.sheet or ''}\n{piece.passage.title}"
    return _is_of_table(piece) and is_in_another_room(question, page, piece.start, piece.end, called)


def _is_of_table(piece: Candidate) -> bool:
    return piece.passage.of_sheet or piece.passage.row is not None
