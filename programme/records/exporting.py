"""Export of every record of the programme, as CSV or a workbook; what can be imported has the columns of its import."""

from collections.abc import Iterator, Sequence

from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.records import spreadsheets
from programme.records.importing_kinds import KINDS_BY_NAME, Kind
from programme.records.listings import LISTINGS

FORMATS = ("csv", "xlsx")


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
