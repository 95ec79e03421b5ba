"""Which words of a passage the question found."""

from engine.analysis import identifiers, places, stems
from engine.misreadings import misread
from search.understanding.understand import Understood


def highlights(text: str, question: Understood) -> tuple[tuple[int, int], ...]:
    """Give the ranges of a text that match the question, in order, neighbours within one space joined.

    A word that OCR misread matches as what it probably was. An alternative wording counts only where all of its words
    stand in the text.
    """
    meant = misread(text)
    present = {*stems(text), *(term.text for term in meant)}
    typed, others = question.wordings
    wanted = typed.union(*filter(present.issuperset, others))
    words = [*places(text, wanted), *(term for term in meant if term.text in wanted)]
    found = [(term.start, term.end) for term in words]
    exact = set(question.exact)
    found += [(term.start, term.end) for term in identifiers(text) if term.text in exact] if exact else []
    return _joined(sorted(found))


def _joined(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
