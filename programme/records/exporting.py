"""Export of every record of the programme, as CSV or a workbook; what can be imported has the columns of its import."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.community.communities import FEWEST
from programme.records import spreadsheets
from programme.records.importing_kinds import KINDS_BY_NAME, Kind

FORMATS = ("csv", "xlsx")


@dataclass(frozen=True)
class Listing:
    """Records that are only exported: a title, the headings, and the query that gives the cells."""

    title: str
    heads: tuple[str, ...]
    sql: str


_OF = "(SELECT name FROM community WHERE id = t.community)"
LISTINGS: Mapping[str, Listing] = {
    "assessments": Listing(
        "Penilaian maturitas",
        ("komunitas", "level", "nilai", "tanggal", "penilai", "bukti", "instrumen"),
        f"SELECT {_OF}, t.level, t.total, t.assessed_on, t.assessor, t.evidence, t.instrument"
        " FROM assessment t ORDER BY 1, t.assessed_on, t.id",
    ),
    "snapshots": Listing(
        "Nilai indikator yang dibekukan",
        ("komunitas", "triwulan", "instrumen", "indikator", "nilai", "ukuran"),
        f"SELECT {_OF}, t.quarter, t.instrument, t.indicator, t.value, t.measured"
        " FROM snapshot t ORDER BY 1, t.quarter, t.instrument, t.indicator",
    ),
    "gaps": Listing(
        "Celah pengetahuan",
        ("pertanyaan", "kali", "penanya", "pertama", "terakhir", "komunitas", "tema", "unit", "keadaan", "sejak"),
        f"SELECT t.question, t.times, t.askers, t.first, t.last, {_OF}, t.theme, t.unit, t.state, t.since"
        f" FROM gap_group t WHERE t.askers >= {FEWEST} ORDER BY t.question, t.key",
    ),
}
"""What is exported and never imported: it is made by assessing and measuring."""


def names() -> tuple[str, ...]:
    """Return the names of everything that can be exported."""
    return (*KINDS_BY_NAME, *LISTINGS)


def title(name: str) -> str:
    """Return what a kind of record is called; RujukanError `bad_kind` if there is none of that name."""
    if name in KINDS_BY_NAME:
        return KINDS_BY_NAME[name].title
    if name in LISTINGS:
        return LISTINGS[name].title
    raise RujukanError("bad_kind", f"Jenis “{name}” tidak dikenal; pilih salah satu: {', '.join(names())}.")


def rows(catalog: Catalog, name: str) -> Iterator[Sequence[str]]:
    """Yield the heading of a kind of record, then all records; RujukanError `bad_kind` if there is none so called."""
    title(name)
    if name in LISTINGS:
        yield LISTINGS[name].heads
        for row in catalog.db.execute(LISTINGS[name].sql):
            yield ["" if value is None else str(value) for value in row]
        return
    kind = KINDS_BY_NAME[name]
    yield [column.head for column in kind.columns]
    for row in catalog.db.execute(_query(kind)):
        shown = zip(kind.columns, row, strict=True)
        yield ["" if value is None else column.shown(value) for column, value in shown]


def as_csv(catalog: Catalog, name: str) -> bytes:
    """Return all records of a kind as CSV."""
    return spreadsheets.as_csv(rows(catalog, name))


def as_workbook(catalog: Catalog, chosen: Sequence[str]) -> bytes:
    """Return a workbook with a sheet for each of these kinds."""
    return spreadsheets.as_workbook({name: rows(catalog, name) for name in chosen})


def template(name: str) -> bytes:
    """Return an empty CSV with the heading of a kind that can be imported."""
    kind = KINDS_BY_NAME.get(name)
    if kind is None:
        raise RujukanError("bad_kind", f"Jenis “{name}” tidak dikenal; pilih salah satu: {', '.join(KINDS_BY_NAME)}.")
    return (",".join(column.head for column in kind.columns) + "\r\n").encode("utf-8-sig")


def _query(kind: Kind) -> str:
    shown = ", ".join(column.sql or f"t.{column.field}" for column in kind.columns)
    return f"SELECT {shown} FROM {kind.table} t {kind.joined} ORDER BY {kind.order}"
