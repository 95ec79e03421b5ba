"""The pieces of a page that can be quoted: sentences, list items, table lines, and a lead-in with its list."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from search.answering.line_shapes import ENDED, ITEM, RULED, SHORT, are_columns, has_cells, mark
from search.answering.sentences import LONGEST, Span, ends_of_long, sentences
from search.answering.signatures import SET, signatures

_LABEL = re.compile(r"[^:\n]{2,40} ?:|.*\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$|(?:Nomor|No\.?|Tanggal|Tgl\.?|Nama)\b")
"""A line of a form or of a paper's head, which is no item."""
_WORDS = 3  # of an item without a mark
_REPLIED = 4  # pieces that answer a question on the page
_YES_OR_NO = re.compile(r"(?:ya|tidak|bukan|boleh|bisa|belum|sudah|perlu|dapat)\b", re.IGNORECASE)
_KEY = re.compile(r"^[^\S\n]*(?:Kunci )?[Jj]awaban\s*:\s*([A-E])\b", re.MULTILINE)
_OPTION = re.compile(r"[A-E]\.\s")
_OPTIONS = 5


def quotable(text: str, *, lists: bool = False) -> list[Span]:
    """Give every piece of a text that can be quoted, in order of start, each at most LONGEST characters.

    A block that is signed is one too. A line that introduces ("... sebagai berikut:", a heading) is also given together
    with what follows it; with `lists` a heading also with all that may be a list below it, though no marks show that it
    is one.
    """
    pieces = sentences(text)
    alone = {*pieces, *ends_of_long(text)}.difference(_wrong_options(text, pieces), _bare_replies(text, pieces))
    blocks = list(signatures(text))
    return sorted(_without_parts(alone.union(_led(text, pieces, lists=lists)), blocks).union(blocks))


def _without_parts(pieces: set[Span], blocks: list[Span]) -> set[Span]:
    """Leave out what stands inside a signed block: a name alone tells not what its bearer has done."""
    return {one for one in pieces if not any(block.start < one.start and one.end <= block.end for block in blocks)}


def _led(text: str, pieces: list[Span], *, lists: bool) -> Iterator[Span]:
    parted = sorted(match.start() for parts in (RULED, SET) for match in parts.finditer(text))
    for place, piece in enumerate(pieces):
        words = text[piece.start : piece.end]
        end = next((start for start in parted if start >= piece.end), len(text))
        following = [span for span in pieces[place + 1 : place + 13] if span.end <= end]
        options = list(takewhile(lambda span: _OPTION.match(text, span.start), following))
        if options and (key := _key_below(text, options[-1])):
            yield from [Span(piece.start, key)] if key - piece.start <= LONGEST else []
            continue
        if words.endswith("?"):
            following = list(_reply(text, following))
        elif words.endswith(":"):
            following = _list_only(text, following)
        elif len(words) < SHORT and not (ENDED.search(words) or has_cells(words)):
            following = _below_heading(text, words, following)
        else:
            continue
        unmarked = _unmarked(text, words, pieces[place + 1 : place + 13], following) if lists else []
        for run in {tuple(following), tuple(unmarked)}:
            inside = [span.end for span in run if span.end - piece.start <= LONGEST]
            # What only introduces the next list is left behind with it.
            ends = [stop for stop in inside if text[stop - 1] != ":"]
            if ends:
                yield Span(piece.start, ends[-1])


def _reply(text: str, pieces: list[Span]) -> Iterator[Span]:
    """Give what answers a question before the next one: a few pieces, as exceptions come last, or one and its list."""
    for place, span in enumerate(pieces):
        words = text[span.start : span.end]
        if words.endswith("?") or place == _REPLIED or (place and _is_numbered_heading(words)):
            return
        yield span
        if words.endswith(":"):
            yield from _list_only(text, pieces[place + 1 :])
            return


def _is_numbered_heading(words: str) -> bool:
    return len(words) < SHORT and mark(words) != "" and not ENDED.search(words)


def _bare_replies(text: str, pieces: list[Span]) -> Iterator[Span]:
    """Give the pieces that say yes or no to the question before them: without it they may be taken for another's."""
    for before, span in pairwise(pieces):
        if text[before.end - 1] == "?" and _YES_OR_NO.match(text, span.start):
            yield span


def _wrong_options(text: str, pieces: list[Span]) -> Iterator[Span]:
    """Give the options of a question of choice that are none by the key below them ("Jawaban: C")."""
    for key in _KEY.finditer(text):
        above = [span for span in pieces if span.end <= key.start()]
        options = takewhile(lambda span: _OPTION.match(text, span.start), reversed(above[-_OPTIONS:]))
        yield from (span for span in options if text[span.start] != key[1])


def _key_below(text: str, option: Span) -> int | None:
    """Give where the key ends that stands right below the last option of a question of choice, if one does.

    Without it, the question and its options tell nothing.
    """
    key = _KEY.search(text, option.end)
    return key.end() if key and not text[option.end : key.start()].strip() else None


def _unmarked(text: str, heading: str, pieces: list[Span], led: list[Span]) -> list[Span]:
    """Give what follows if it is a list whose items have no marks, as web pages and text processors give it.

    Nothing else tells where it ends than what is no item: a question, what leads in itself, a letterhead, or, where its
    items are no sentences, a sentence. Below a numbered heading they are what stands before the next one.
    """
    if own := mark(heading):
        items = list(takewhile(lambda span: mark(text[span.start : span.end]) != own, pieces))
        short = all(_is_short_sentence(words) for words in _texts(text, items))
        return items if len(items) > 1 and len(items) < len(pieces) and short else []
    if len(led) != 1 or led[0] != pieces[0] or mark(text[led[0].start : led[0].end]):
        return []
    of_sentences = text[led[0].end - 1] == "."
    items = list(takewhile(lambda span: _is_item(text[span.start : span.end], of_sentences=of_sentences), pieces))
    labels = sum(_LABEL.match(words) is not None for words in _texts(text, items))
    return items if heading.endswith(":") or not (heading.isupper() or labels) else []


def _is_short_sentence(words: str) -> bool:
    """Tell a short sentence without a mark: what is done in a step ("Memberi nomor agenda.")."""
    return words[-1] == "." and len(words) < SHORT and not (mark(words) or has_cells(words))


def _is_item(words: str, *, of_sentences: bool) -> bool:
    """Tell an item without a mark, of a list of sentences or of none."""
    bare = words[-1] not in ":?" and (words[-1] == ".") == of_sentences and not (mark(words) or has_cells(words))
    return bare and not words.isupper() and len(words.split()) >= _WORDS


def _below_heading(text: str, heading: str, pieces: list[Span]) -> list[Span]:
    """Give the list below a heading, else the first piece; below a numbered line only what shows that it is no item.

    That is a list with other marks, short lines without any before the next line numbered so, or a whole sentence.
    Nothing stands below the columns of a table of numbered rows: its first row answers for itself.
    """
    if are_columns(heading, list(_texts(text, pieces))):
        return []
    own, marks = mark(heading), list(map(mark, _texts(text, pieces)))
    if not pieces or (own and marks[0] == own):
        return []
    if marks[0]:
        if marks[1:2] == [""] and _are_heading_and_sentence(list(_texts(text, pieces[:2]))):
            return []
        return [span for span, _ in takewhile(lambda one: one[1] == marks[0], zip(pieces, marks, strict=True))]
    bare = pieces[: marks.index(own)] if own and own in marks else []
    if bare and all(_is_bare(text, span) for span in bare):
        return bare
    return pieces[:1] if not own or text[pieces[0].end - 1] == "." else []


def _are_heading_and_sentence(lines: list[str]) -> bool:
    """Tell the heading of a section with what stands in it: "1. Latar" is no list of one item."""
    heading, below = lines
    return len(heading) < SHORT and not ENDED.search(heading) and below[-1] == "."


def _texts(text: str, pieces: list[Span]) -> Iterator[str]:
    return (text[span.start : span.end] for span in pieces)


def _is_bare(text: str, span: Span) -> bool:
    """Tell a short line without a mark and a full stop: an item of a list that has neither."""
    words = text[span.start : span.end]
    return len(words) < SHORT and not (mark(words) or ENDED.search(words) or has_cells(words))


def _list_only(text: str, pieces: list[Span]) -> list[Span]:
    """Give the leading items of a list, all pieces' first one if they are none; another list begins with a 1 again."""
    items = list(takewhile(lambda span: ITEM.match(text[span.start : span.end + 1]), pieces))
    marks = [words.split(None, 1)[0] for words in _texts(text, items)]
    again = next(
        (place for place, mark in enumerate(marks) if place and mark == marks[0] and mark[-2:-1].isalnum()), None
    )
    return items[:again] or pieces[:1]
