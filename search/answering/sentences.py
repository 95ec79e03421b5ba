"""The pieces of a page that can be quoted: sentences, list items, table lines, and a lead-in with its list."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from search.kinds.section_names import section_names

LONGEST = 400  # characters of a quote, by contract
_SHORT = 60  # a line this short without a full stop is taken for a heading or a label
_WIDE, _FULL, _NARROWEST = 0.9, 0.8, 36
"""In a narrow column a line is full from this share on of the length that so many lines of its page do not exceed."""
_PROSE = 0.3  # of a page's lines begin with a small letter, in prose
_ITEM = re.compile(r"\s*(?:[-–—•▪◦●*]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivxIVX]{1,5}[.)])\s")
_MID_SENTENCE = re.compile(r"\s*(?:\(?[a-zà-öø-ÿ]|\d[\d.,]*%?\s+\([a-z])")
"""A small letter, or a number written out in brackets after its digits, begins no sentence of a formal text."""
_LINE = re.compile(r"[^\n]+")
# A full stop ends a sentence when a capital, digit or bracket follows, and no abbreviation or item number precedes.
_END = re.compile(r"(?<=[.!?;])[\"”')\]]?\s+(?=[A-Z0-9(\"“'])")
_NO_END = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,5}|no|nomor|rp|jl|dr|ir|drs|dra|prof|hj?|kh|st|bpk|sdr|an|a\.n|u\.b"
    r"|s\.d|dll|dsb|cq|tgl|hal|pt|cv|tn|ny|jo|vol|th|lt|gd|kel|kec|kab|prov|kp|blk|psl|telp|maks"
    r"|jln|gg|ds|dsn|jend|tk|gol|yth|sdri|tlp|fax|faks|dkk|ybs|lamp|hlm|thn|bln|ttd|bag|subbag|rt|rw|ext|nip|nik|nrk|ka)\.$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\d{1,4}\s")
_COLUMNS = re.compile(r"\s*N[oO]\.?\s+[A-Z]")
"""The columns of a table whose first one numbers its rows."""
_NUMBERED_ROW = re.compile(r"\s*\d{1,4}[.)]?\s.*(?:\s(?:[-–]|\d[\d.,]*%?)){2}\s*$")
_AMOUNT = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{5,}(?:,\d+)?|\d+,\d\d"
_NUMBER = re.compile(rf"(?<![\w.,:/-])(?:(?P<amount>{_AMOUNT})|\d{{1,4}})(?![\w:/]|[.,]\d|-\d)")
"""A number that is part of no time, day, code or word."""
_FIGURES = 3  # numbers of a row that is known by its figures alone
_LABEL = re.compile(r"[^:\n]{2,40} ?:|.*\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$|(?:Nomor|No\.?|Tanggal|Tgl\.?|Nama)\b")
"""A line of a form or of a paper's head, which is no item."""
_WORDS = 3  # of an item without a mark
_REPLIED = 2  # pieces that answer a question on the page
_YES_OR_NO = re.compile(r"(?:ya|tidak|bukan|boleh|bisa|belum|sudah|perlu|dapat)\b", re.IGNORECASE)
_KEY = re.compile(r"^[^\S\n]*(?:Kunci )?[Jj]awaban\s*:\s*([A-E])\b", re.MULTILINE)
_OPTION = re.compile(r"[A-E]\.\s")
_OPTIONS = 5
_ENDS_IN_FIGURE = re.compile(r"^(?=.{0,80}$).*[^\W\d_].*\s\d[\d.,]*\s?%?$")
_RULED = re.compile(r"^[^\S\n]*(?:[^\w\s]|_){3}[\W_]*?$", re.MULTILINE)
"""A line drawn with signs, such as the one below a letterhead: what stands above it does not go on below."""
_OF_THE_PRINTER = re.compile(r"^[^\S\n]*(?:[-–] ?\d{1,4} ?[-–]|.{0,40}\w ?(?:…|\. ?\. ?\.))[^\S\n]*$", re.MULTILINE)
"""A page's number ("- 19 -"), and the word at its foot with which the next page begins ("d. mendapat . . .")."""
_ENDED = re.compile(r"[.!?;:][\"”')\]]?\s*$")
_OPEN = re.compile(
    r"(?<!; )(?<![^\W_])(?:dan|atau|dan/atau|serta|yang|di|ke|dari|dalam|pada|dengan|untuk|oleh|kepada|terhadap|tentang"
    r"|bagi|antara|melalui|sebagai|adalah|ialah|yaitu|sebesar|senilai|sejumlah|selama|sebanyak|setiap|para|tidak|dapat"
    r"|harus|wajib|telah|akan|bahwa|atas|lebih|paling (?:lama|lambat|sedikit|banyak|tinggi|rendah|kurang))\s*$"
)
"""Words in small letters that end no line of prose; behind a semicolon "dan" ends an item of a list."""
_REFERS = re.compile(r"(?<![^\W_])(?:ayat|huruf|angka|[Pp]asal|[Nn]omor|sebesar|Rp\.?)\s*$")
_REFERRED_TO = re.compile(r"\s*(?:\(?\d|[a-z]\b|Rp|[IVX]+\b)")
"""A number, letter or amount at the beginning of a line, where the word that it belongs to ends the line before."""


class Span(NamedTuple):
    """A range of a text, `start:end` in code points, without white space at its ends."""

    start: int
    end: int


def quotable(text: str, *, lists: bool = False) -> list[Span]:
    """Give every piece of a text that can be quoted, in order of start, each at most LONGEST characters.

    A line that introduces ("... sebagai berikut:", a heading) is also given together with what follows it; with
    `lists` a heading also with all that may be a list below it, though no marks show that it is one.
    """
    pieces = [span for block in _blocks(text) for span in _sentences(text, block)]
    alone = set(pieces).difference(_wrong_options(text, pieces), _bare_replies(text, pieces))
    return sorted(alone.union(_led(text, pieces, lists=lists)))


def _blocks(text: str) -> Iterator[Span]:
    """Join lines that run on: the page's line breaks stand anywhere in a sentence."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if not _is_no_text(match[0])]
    full = _full_line([text[line.start : line.end].strip() for line in lines])
    start: int | None = None
    for place, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following is None or not _runs_on(text, line, following, full):
            yield from _trimmed(text, start, line.end)
            start = None


def _is_no_text(line: str) -> bool:
    return bool(_RULED.match(line) or _OF_THE_PRINTER.match(line))


def _full_line(lines: Sequence[str]) -> float:
    """Give the length in characters from which a line is full, and so runs on: laws are printed in narrow columns.

    In a column of prose many lines begin in the middle of a sentence; tables, labels and slides are narrow without.
    """
    running = sum(line[:1].islower() for line in lines)
    if running < _PROSE * max(len(lines), 1):
        return _SHORT
    widest = sorted(map(len, lines))[int(len(lines) * _WIDE)]
    return min(_SHORT, max(_NARROWEST, _FULL * widest))


def _runs_on(text: str, line: Span, following: Span, full: float) -> bool:
    here, there = text[line.start : line.end], text[following.start : following.end]
    if following.start - line.end > 1 or not there.strip():
        return False
    if " | " not in here + there and _REFERS.search(here) and _REFERRED_TO.match(there):
        return True
    if _ITEM.match(there) or (_ENDED.search(here) and not _NO_END.search(here.rstrip())):
        return False
    if has_cells(here) or has_cells(there) or _is_section(there) or names_columns(here.strip()):
        return False
    if _OPEN.search(here) or _MID_SENTENCE.match(there):
        return True
    numbered = _NUMBERED.match(here) and _NUMBERED.match(there)
    return len(here.strip()) > full and not (here.isupper() or numbered)


def _is_section(line: str) -> bool:
    """Tell the heading of a section that papers have by rule ("Kualifikasi Pelaksana:") from words that run on."""
    name = line.strip()
    return name.endswith(":") and " ".join(name[:-1].casefold().split()) in section_names()


def _is_row(line: str) -> bool:
    """Tell a table's line from prose: bars part three cells, or at least two in five words hold a digit.

    Or it is numbered and ends with figures or dashes, two at least: prose that begins with a number does not.
    """
    words = line.split()
    figures = sum(any(char.isdigit() for char in word) for word in words)
    mostly = len(words) > 2 and figures >= 0.4 * len(words)
    return mostly or line.count(" | ") > 1 or _NUMBERED_ROW.match(line) is not None


def has_cells(line: str) -> bool:
    """Tell a table's line from prose; two cells are enough where a bar parts them."""
    return " | " in line or _is_row(line)


def is_row_of_figures(line: str) -> bool:
    """Tell a table's line with a figure for two words or less, of which one is an amount, or that is numbered.

    Whose the figures are, its few words have to tell.
    """
    found = list(_NUMBER.finditer(line))
    words = len(re.findall(r"[^\W\d_]{2,}", line))
    told = any(number["amount"] for number in found) or _NUMBERED_ROW.match(line)
    return bool(told) and len(found) >= max(_FIGURES, words / 2)


def names_columns(line: str) -> bool:
    """Tell the names of the columns of a table whose rows are numbered: "No Kedudukan Jabatan"."""
    return len(line) < _SHORT and _COLUMNS.match(line) is not None and not re.search(r"[\d:]|\.$", line)


def _sentences(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if not _NO_END.search(text[max(start, match.start() - 12) : match.start()]):
            yield from _cut(text, start, match.start() + len(match[0].rstrip()))  # with what closes it
            start = match.end()
    yield from _cut(text, start, block.end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a piece that is too long at its last comma or space within LONGEST characters."""
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        at = max(window.rfind("; "), window.rfind(", ")) + 1
        if at < LONGEST // 2:
            at = window.rfind(" ") if " " in window else LONGEST
        yield from _trimmed(text, start, start + at)
        start += at
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    start, end = start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))
    if end > start:
        yield Span(start, end)


def _led(text: str, pieces: list[Span], *, lists: bool) -> Iterator[Span]:
    ruled = [match.start() for match in _RULED.finditer(text)]
    for place, piece in enumerate(pieces):
        words = text[piece.start : piece.end]
        end = next((start for start in ruled if start >= piece.end), len(text))
        following = [span for span in pieces[place + 1 : place + 13] if span.end <= end]
        if words.endswith("?"):
            following = list(_reply(text, following))
        elif words.endswith(":"):
            following = _list_only(text, following)
        elif len(words) < _SHORT and not (_ENDED.search(words) or has_cells(words)):
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
    """Give what answers a question: two pieces, or one and the list that it leads in, before the next question."""
    for place, span in enumerate(pieces):
        words = text[span.start : span.end]
        if words.endswith("?") or place == _REPLIED:
            return
        yield span
        if words.endswith(":"):
            yield from _list_only(text, pieces[place + 1 :])
            return


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


def _unmarked(text: str, heading: str, pieces: list[Span], led: list[Span]) -> list[Span]:
    """Give what follows if it is a list whose items have no marks, as web pages and text processors give it.

    Nothing else tells where it ends than what is no item: a question, what leads in itself, a letterhead, or, where its
    items are no sentences, a sentence.
    """
    if len(led) != 1 or led[0] != pieces[0] or _mark(text[led[0].start : led[0].end]) or _mark(heading):
        return []
    sentences = text[led[0].end - 1] == "."
    items = list(takewhile(lambda span: _is_item(text[span.start : span.end], sentences=sentences), pieces))
    labels = sum(_LABEL.match(words) is not None for words in _texts(text, items))
    return items if heading.endswith(":") or not (heading.isupper() or labels) else []


def _is_item(words: str, *, sentences: bool) -> bool:
    """Tell an item without a mark, of a list of sentences or of none."""
    bare = words[-1] not in ":?" and (words[-1] == ".") == sentences and not (_mark(words) or has_cells(words))
    return bare and not words.isupper() and len(words.split()) >= _WORDS


def _below_heading(text: str, heading: str, pieces: list[Span]) -> list[Span]:
    """Give the list below a heading, else the first piece; below a numbered line only what shows that it is no item.

    That is a list with other marks, short lines without any before the next line numbered so, or a whole sentence.
    Nothing stands below the columns of a table of numbered rows: its first row answers for itself.
    """
    if _are_columns(heading, list(_texts(text, pieces))):
        return []
    own, marks = _mark(heading), list(map(_mark, _texts(text, pieces)))
    if not pieces or (own and marks[0] == own):
        return []
    if marks[0]:
        return [span for span, _ in takewhile(lambda one: one[1] == marks[0], zip(pieces, marks, strict=True))]
    bare = pieces[: marks.index(own)] if own and own in marks else []
    if bare and all(_is_bare(text, span) for span in bare):
        return bare
    return pieces[:1] if not own or text[pieces[0].end - 1] == "." else []


def _are_columns(line: str, below: Sequence[str]) -> bool:
    """Tell a table's columns, or one of its rows: of what stands below, the first is no more theirs than the others."""
    if not below:
        return False
    if _NUMBERED.match(below[0]) and any(map(_NUMBERED_ROW.match, below)):
        return True
    two = [line, below[0]] if _ENDS_IN_FIGURE.search(line) else below[:2]
    figures = len(two) > 1 and all(_ENDS_IN_FIGURE.search(row) and not _mark(row) for row in two)
    return figures or _is_row_above(line, below[0])


def _is_row_above(line: str, following: str) -> bool:
    """Tell rows of a numbered table, and its columns: "No Peran Jabatan", "1 Ketua Sekretaris", "2 Moderator Kabid"."""
    here, there = _NUMBERED.match(line), _NUMBERED.match(following)
    number = int(here[0]) if here else 0 if _COLUMNS.match(line) else None
    return there is not None and number is not None and number + 1 == int(there[0])


def _texts(text: str, pieces: list[Span]) -> Iterator[str]:
    return (text[span.start : span.end] for span in pieces)


def _is_bare(text: str, span: Span) -> bool:
    """Tell a short line without a mark and a full stop: an item of a list that has neither."""
    words = text[span.start : span.end]
    return len(words) < _SHORT and not (_mark(words) or _ENDED.search(words) or has_cells(words))


def _mark(words: str) -> str:
    """Give how an item is marked, the same for all of a list ("1." for "12."); nothing where it is no item."""
    match = _ITEM.match(f"{words} ")
    return re.sub(r"\d+", "1", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", match[0].strip()))) if match else ""


def _list_only(text: str, pieces: list[Span]) -> list[Span]:
    """Give the leading items of a list, all pieces' first one if they are none; another list begins with a 1 again."""
    items = list(takewhile(lambda span: _ITEM.match(text[span.start : span.end + 1]), pieces))
    marks = [words.split(None, 1)[0] for words in _texts(text, items)]
    again = next(
        (place for place, mark in enumerate(marks) if place and mark == marks[0] and mark[-2:-1].isalnum()), None
    )
    return items[:again] or pieces[:1]
