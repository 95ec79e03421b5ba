"""Which figure of a quoted row a question asks for by the name of its column."""

import re
from collections.abc import Mapping, Sequence

from catalog.row_cells import Cell
from engine.analysis import stems
from search.kinds.answer_kinds import wanted, wants_figure

_ASIDE = re.compile(r"\([^)]*\)")  # a unit, or the number of a column that is called as another
_WORD = re.compile(r"[^\W\d_]{2,}")
_MONEY = frozenset(stems("rp rupiah"))
_UNITS = "jumlah"  # the kind of a question for how many
_COUNT = re.compile(r"(?:jumlah|jml|banyak(?:nya)?|kuantitas|volume|qty)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:harga|nilai|biaya|anggaran|pagu|rupiah|rp)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\b(?:persen\w*|prosen\w*)\b", re.IGNORECASE)


def over_cells(cells: Sequence[Cell], start: int, end: int) -> bool:
    """Tell whether `start:end` of the page reaches into several cells."""
    return sum(cell.start < end and start < cell.end for cell in cells) > 1


def figure_asked(question: str, cells: Sequence[Cell], quote: str, start: int) -> tuple[int, int] | None:
    """Give the range of the figure whose column the question says wholly; None where it says several, or no figure.

    `quote` starts at `start` of the page. Of "Jumlah" and "Jumlah Harga", "berapa jumlah harganya" asks for the second:
    it says more of it. "Berapa persen" asks for the only share, any other question for none: shares often stand beside
    the amount they are of. None, too, where two things stand in the row, as where tables stand side by side.
    """
    texts = {cell: quote[cell.start - start : cell.end - start] for cell in cells}
    if not wants_figure(question) or _names_two(texts):
        return None
    figures = {cell: text.endswith("%") for cell, text in texts.items() if any(map(str.isdigit, text))}
    of_share = _SHARE.search(question) is not None and any(figures.values())
    alike = [cell for cell, is_share in figures.items() if is_share == of_share]
    asked = frozenset(stems(question))
    said = [_said(cell.column, asked) for cell in alike]
    most = max(said, default=0)
    best = [cell for cell, count in zip(alike, said, strict=True) if count == most]
    if not most and is_of_units(question):
        best = [cell for cell in alike if _COUNT.match(cell.column) and not tells_money(cell.column)]
        return (best[0].start, best[0].end) if len(best) == 1 else None
    return (best[0].start, best[0].end) if len(best) == 1 and (most or of_share) else None


def is_of_units(question: str) -> bool:
    """Tell whether a question asks how many things there are: "ada berapa buah"."""
    kind = wanted(question)
    return kind is not None and kind.name == _UNITS


def tells_money(column: str) -> bool:
    """Tell whether a column holds amounts by its name."""
    return _AMOUNT.search(column) is not None


def _said(column: str, asked: frozenset[str]) -> int:
    """Return how many words of a column's name a question says, if all; a name may have two wordings: Nilai / Harga."""
    wordings = (frozenset(stems(wording)) - _MONEY for wording in _ASIDE.sub("", column).split("/"))
    return max((len(words) for words in wordings if words <= asked), default=0)


def _names_two(texts: Mapping[Cell, str]) -> bool:
    """Tell whether columns of one name hold words of several words' length: "Kegiatan" and "Kegiatan (2)"."""
    named = [_ASIDE.sub("", cell.column).strip() for cell, text in texts.items() if len(_WORD.findall(text)) > 1]
    return len(set(named)) < len(named)
