"""What a text is found by in the lexical index: its stems and identifiers, and those of what OCR misread in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.analysis import identifiers, stems
from engine.misreadings import misread, put_right


class Analysed(NamedTuple):
    """The stems of a text, joined by spaces, and its identifiers."""

    stems: str
    identifiers: frozenset[str]


def analysed(texts: Sequence[str], *, forgiving: bool = True) -> Iterator[Analysed]:
    """Give it of each text, in their order; if `forgiving`, with what probably stood where OCR misread a word."""
    # One kind of work for all texts, then the next: what each looks up then stays in the core's own cache.
    plain = [" ".join(stems(text)) for text in texts]
    named = [frozenset(term.text for term in identifiers(text)) for text in texts]
    if not forgiving:
        return map(Analysed, plain, named)
    return map(_with_misread, texts, plain, named)


def _with_misread(text: str, plain: str, named: frozenset[str]) -> Analysed:
    if not (meant := misread(text)):
        return Analysed(plain, named)
    right = (term.text for term in identifiers(put_right(text)))
    return Analysed(" ".join((plain, *(term.text for term in meant))), named.union(right))
