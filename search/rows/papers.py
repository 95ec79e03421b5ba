"""Questions for papers by their fields: SOPs whose revision is older than two years, budgets of terms of reference."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from catalog import papers
from catalog.database import Catalog
from catalog.papers import Paper
from catalog.scope import Scope
from catalog.table_rows import Sheet
from catalog.words import UNCONFIRMED
from search.rows.paper_question import LABELS, Asked, read
from search.rows.results import OF_PAPERS, Counted, RowAnswer, RowReading, Told
from search.rows.told import in_words, written

_TO_UPDATE = "perlu_diperbarui"
_SAID_BY_NO_PAPER = frozenset(["tinjau_ulang", "keberlakuan", "pembaruan"])
"""Fields that the catalog keeps beside a paper; in its text its number stands for them."""


def answer(catalog: Catalog, text: str, scope: Scope, today: date) -> RowAnswer | None:
    """Answer a question in standard wording from the fields of the papers that the scope sees, None for others."""
    asked = read(text, today)
    if asked is None:
        return None
    every = papers.papers(catalog, scope, asked.kind, asked.unit)
    current = [paper for paper in every if paper.is_current or _on_validity(asked)]
    chosen, unknown = _judged(current, asked)
    if not chosen and len(unknown) == len(current):
        return None
    past, _ = _judged([paper for paper in every if paper not in current], asked)
    reading = _reading(catalog, chosen, [*_past(past), *_notes(chosen, unknown, asked)], asked)
    return RowAnswer((reading,)) if reading else None


def _on_validity(asked: Asked) -> bool:
    return any(one.field in ("keberlakuan", "pembaruan") for one in asked.filters)


def _judged(every: list[Paper], asked: Asked) -> tuple[list[Paper], list[Paper]]:
    """Part the papers that meet every condition from those whose fields do not say."""
    chosen: list[Paper] = []
    unknown: list[Paper] = []
    for paper in every:
        values = [(one, _value(paper, one.field)) for one in asked.filters]
        if any(value is not None and not one.meets(value) for one, value in values):
            continue
        (unknown if any(value is None for _, value in values) else chosen).append(paper)
    return chosen, unknown


def _value(paper: Paper, field: str) -> str | None:
    if field == "tinjau_ulang":
        return paper.review_on
    if field == "pembaruan":
        wanted = _TO_UPDATE in (paper.card["status"], paper.card["validity"])
        return "perlu diperbarui" if wanted else "tidak perlu"
    if field == "keberlakuan":
        return None if paper.card["validity"] == UNCONFIRMED else str(paper.card["validity"])
    value = paper.fields.get(field if field in {"pagu", "tahun_anggaran"} else f"{field}_iso")
    if not value and field == "tanggal":
        value = paper.card["date"]
    return value if isinstance(value, str) and value else None


def _reading(catalog: Catalog, chosen: list[Paper], notes: list[str], asked: Asked) -> RowReading | None:
    amounts = [_value(paper, asked.total) for paper in chosen] if asked.total else []
    if any(amount is None or not amount.isdecimal() for amount in amounts):
        return None
    conditions = [Told("jenis", "=", asked.kind.upper(), asked.kind), *(one.told for one in asked.filters)]
    if asked.unit:
        conditions.insert(1, Told("perangkat daerah", "=", asked.unit, asked.unit_words))
    under = in_words(conditions)
    what = {"hitung": f"Banyaknya aset dalam katalog: {under}.", "daftar": f"Daftar aset dalam katalog: {under}."}
    return RowReading(
        text=what.get(asked.operation, f"Jumlah {asked.total}: {under}."),
        operation=asked.operation,
        conditions=tuple(conditions),
        count=str(len(chosen)),
        unit_of_count=OF_PAPERS,
        sum=written(sum((Decimal(amount or 0) for amount in amounts), Decimal(0))) if asked.total else None,
        unit_of_sum="rupiah" if asked.total else None,
        column=asked.total,
        cells=tuple(_counted(catalog, paper, asked) for paper in chosen),
        notes=tuple(notes),
    )


def _past(past: list[Paper]) -> Iterator[str]:
    if past:
        yield f"{len(past)} aset lain yang sudah digantikan, diarsipkan, atau ditarik tidak ikut dihitung"


def _notes(chosen: list[Paper], unknown: list[Paper], asked: Asked) -> Iterator[str]:
    unconfirmed = [paper for paper in unknown if _on_validity(asked) and paper.card["validity"] == UNCONFIRMED]
    if unconfirmed:
        yield f"{len(unconfirmed)} aset belum dikonfirmasi keberlakuannya"
    if len(unknown) > len(unconfirmed):
        yield f"{len(unknown) - len(unconfirmed)} aset tidak dapat dinilai karena isian itu tidak terbaca di naskahnya"
    numbers = Counter(
        (paper.card["unit"], number) for paper in chosen if isinstance(number := paper.fields.get("nomor"), str)
    )
    for (_, number), times in numbers.items():
        if times > 1:
            yield f"nomor {number} ada pada {times} aset: mungkin naskah yang sama"


def _counted(catalog: Catalog, paper: Paper, asked: Asked) -> Counted:
    field = asked.total or (asked.filters[0].field if asked.filters else "tanggal")
    said = {LABELS[one]: _value(paper, one) or "" for one in dict.fromkeys([field, *(f.field for f in asked.filters)])}
    place = papers.place_of(catalog, paper, "nomor" if field in _SAID_BY_NO_PAPER else field)
    if place is None:
        nowhere = Sheet(**paper.card, id=0, page=None, sheet=None, page_state="text", form=None, text="")
        return Counted(nowhere, None, said, 0, 0)
    sheet, start, end = place
    return Counted(sheet, None, said, start, end)
