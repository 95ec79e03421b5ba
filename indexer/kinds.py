"""The kind of a document by scored rules (corpora/jenis_dokumen.tsv), each of which can show what it saw.

A title or file name is a noun phrase whose head comes first in Indonesian: "Panduan Penyusunan SOP" is a guide, not an
SOP. So of the rules for the head of a title only the kind named first counts in full.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice

from catalog.word_lists import table
from catalog.written import template_of
from indexer.document import Evidence, PageRead

OTHER = "lain"
TEMPLATE = "templat"
"""The field of a document that holds the mark of its template: the name of the form and a version, `lesson/1`."""
HEAD_CHARS = 3_000  # a document says what it is on its first page
ENOUGH = 3  # of a score; below it the kind is unknown
MENTIONED = 1  # what a kind word counts that stands behind another one
NAME_DISCOUNT = 2  # file names mislead: they count less than titles
FIRST_LINES = 12
LINE_HEAD = 12  # characters into a line by which a title has begun to name its kind
TITLE_HEAD = 80  # characters; what stands further back describes
COLUMNS_READ = 30  # rows whose column names are looked at
SLIDES = 6  # pages at least, most of them with little text, that are taken for slides
SLIDE_CHARS = 600
_WORD = re.compile(r"[^\W\d_]{2,}")
_ASIDE = re.compile(r"\b(tentang|berdasarkan|menurut|sesuai|sebagaimana|dalam rangka)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """One sign of a kind: where it is looked for, how many different matches it needs, and what it then counts."""

    kind: str
    where: str
    weight: int
    least: int
    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Named:
    """What is known of a document beside its pages: its title, its file's name in words, its media type.

    `template` is the mark of the template that the file says it was made from, "" for none.
    """

    title: str
    name: str
    media_type: str
    template: str = ""


def judge(pages: Sequence[PageRead], named: Named) -> tuple[str, tuple[Evidence, ...]]:
    """Return one of the closed kinds and the signs that speak for it; `lain` without a sign where none is enough.

    What the file says of its template is asked only where its content tells no kind.
    """
    found = [*_in_titles(pages, named), *_in_text(pages), *_in_tables(pages), *_in_format(pages, named)]
    scores = {kind: sum(points for rule, points, _ in found if rule.kind == kind) for kind in _order()}
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < ENOUGH:
        form = template_of(named.template)
        return (form.kind, (Evidence("templat", "format", named.template),)) if form else (OTHER, ())
    return best, tuple(evidence for rule, _, evidence in found if rule.kind == best)


def names_a_kind(line: str) -> bool:
    """Tell whether a line names a kind of document at its head, as titles do."""
    matches = [rule.pattern.search(line) for rule in _rules("kepala") if rule.kind != OTHER]
    return len(_WORD.findall(line)) > 1 and any(match.start() <= LINE_HEAD for match in matches if match)


_Found = tuple[Rule, int, Evidence]


def _in_titles(pages: Sequence[PageRead], named: Named) -> Iterator[_Found]:
    if named.title != named.name:
        yield from _in_title(pages, named.title, "judul")
    yield from _in_title((), named.name, "nama berkas")


def _in_title(pages: Sequence[PageRead], title: str, where: str) -> Iterator[_Found]:
    aside = _ASIDE.search(title)
    head = title[: min(TITLE_HEAD, aside.start() if aside else TITLE_HEAD)]
    matches = [(rule, m) for rule in _rules("kepala") for m in islice(rule.pattern.finditer(head), 1)]
    first = min((m.start() for _, m in matches), default=0)
    discount = NAME_DISCOUNT if where == "nama berkas" else 0
    for rule, match in matches:
        points = rule.weight - discount if match.start() == first else MENTIONED
        yield rule, min(points, rule.weight), _seen(rule, where, match[0], pages)
    for rule in _rules("topik"):
        found = rule.pattern.search(title)
        if found:
            yield rule, rule.weight, _seen(rule, where, found[0], pages)


def _in_text(pages: Sequence[PageRead]) -> Iterator[_Found]:
    first = next(((page, text) for page, text in _heads(pages) if text), None)
    if first is None:
        return
    lines = "\n".join(first[1].split("\n")[:FIRST_LINES])
    yield from _in_heads("awal", [(first[0], lines)])
    yield from _in_heads("isi", list(_heads(pages)))


def _in_heads(where: str, heads: Sequence[tuple[PageRead, str]]) -> Iterator[_Found]:
    for rule in _rules(where):
        hits = {" ".join(m[0].lower().split()): (p, m) for p, text in heads for m in rule.pattern.finditer(text)}
        if len(hits) >= rule.least:
            page, match = next(iter(hits.values()))
            seen = Evidence(rule.name, "isi", match[0], page.page, page.sheet, *match.span())
            yield rule, rule.weight, seen


def _in_tables(pages: Sequence[PageRead]) -> Iterator[_Found]:
    columns = list(dict.fromkeys(name for page in pages for name in _columns(page)))
    for rule in _rules("tabel"):
        hits = [name for name in columns if rule.pattern.search(name)]
        if len(hits) >= rule.least:
            yield rule, rule.weight, _seen(rule, "tabel", "; ".join(hits), ())


def _in_format(pages: Sequence[PageRead], named: Named) -> Iterator[_Found]:
    shape = "salindia" if _are_slides(pages) and "pdf" in named.media_type else ""
    for rule in _rules("format"):
        if match := rule.pattern.search(f"{named.media_type} {shape}"):
            yield rule, rule.weight, _seen(rule, "format", match[0], ())


def _are_slides(pages: Sequence[PageRead]) -> bool:
    lengths = [len(page.text) for page in pages if page.text]
    return len(lengths) >= SLIDES and sum(n < SLIDE_CHARS for n in lengths) * 4 >= 3 * len(lengths)


def _columns(page: PageRead) -> Iterator[str]:
    """Yield the sheet's name and its column names: of its data rows, or of a table's first lines where it has none."""
    if page.sheet:
        yield page.sheet.lower()
    for row in page.rows[:COLUMNS_READ]:
        yield from (name.lower() for name in row.cells)
    for line in page.text[:HEAD_CHARS].split("\n")[:8]:
        yield from (cell.strip().lower() for cell in line.split(" | ") if " | " in line)


def _heads(pages: Sequence[PageRead]) -> Iterator[tuple[PageRead, str]]:
    room = HEAD_CHARS
    for page in pages:
        if room <= 0:
            return
        yield page, page.text[:room]
        room -= len(page.text)


def _seen(rule: Rule, where: str, text: str, pages: Sequence[PageRead]) -> Evidence:
    """Return the evidence of a rule, with the place on the first pages where its words stand, if they do."""
    for page, head in _heads(pages):
        at = head.find(text)
        if at >= 0:
            return Evidence(rule.name, where, text, page.page, page.sheet, at, at + len(text))
    return Evidence(rule.name, where, text)


@cache
def _all_rules() -> tuple[Rule, ...]:
    flags = re.IGNORECASE | re.MULTILINE
    return tuple(
        Rule(r["jenis"], r["di"], int(r["bobot"]), int(r["sedikitnya"]), r["aturan"], re.compile(r["pola"], flags))
        for r in table("jenis_dokumen.tsv")
    )


def _rules(where: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in _all_rules() if rule.where == where)


def _order() -> list[str]:
    """Return the kinds in the order of the table; of two with the same score the earlier one wins."""
    return [kind for kind, _ in groupby(rule.kind for rule in _all_rules())]
