"""Import of records from a file: a rehearsal that lists every problem by its row, then all of the file, or nothing."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog import lifecycle, metadata, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from programme.records import importing_cells
from programme.records.importing_cells import Known, Value
from programme.records.importing_file import Table, cleaned, read
from programme.records.importing_kinds import KINDS_BY_NAME, Column, Kind, Row
from programme.stale import StaleError

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"


@dataclass(frozen=True)
class Problem:
    """What is wrong with a row, or one cell of it; `column` is its heading, "" for the row as a whole."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class Report:
    """What a file does: how many rows are new, change something and change nothing, or every problem it has.

    `sha256` is that of the file, `mark` that of what it finds: another one tells that records changed meanwhile.
    """

    kind: str
    sha256: str
    rows: int
    new: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...]
    mark: str


@dataclass(frozen=True)
class _Change:
    """What a row of the file asks for: the row that it is about, if it is known, and what of it changes."""

    known: Row | None
    values: Mapping[str, Value]

    @property
    def what(self) -> str:
        return NEW if self.known is None else CHANGED if self.values else UNCHANGED


def kind_named(name: str) -> Kind:
    """Return the kind of that name; RujukanError `bad_kind` for another."""
    if name in KINDS_BY_NAME:
        return KINDS_BY_NAME[name]
    raise RujukanError("bad_kind", f"Jenis “{name}” tidak dikenal; pilih salah satu: {', '.join(KINDS_BY_NAME)}.")


def rehearse(catalog: Catalog, kind: Kind, content: bytes) -> Report:
    """Return what a file would do, and do nothing; RujukanError `bad_import` if it is no table at all."""
    table = read(content, kind.name)
    with catalog.reading():
        return _report(kind, content, table, *_changes(catalog, kind, table))


def apply(catalog: Catalog, kind: Kind, content: bytes, *, by: str, seen: str | None = None) -> Report:
    """Do what a file says if no row of it has a problem, and else nothing; what it says already is done once.

    With the mark of a rehearsal, StaleError where it would do something else by now.
    """
    table = read(content, kind.name)
    with catalog.writing():
        changes, problems = _changes(catalog, kind, table)
        report = _report(kind, content, table, changes, problems)
        if not problems and report.new + report.changed:
            if seen not in (None, report.mark):
                raise StaleError({})
            for change in changes:
                _write(catalog, kind, change, by)
            _conclude(catalog, report, by)
    return report


def _report(kind: Kind, content: bytes, table: Table, changes: list[_Change], problems: list[Problem]) -> Report:
    counts = Counter(change.what for change in changes)
    told = (counts[NEW], counts[CHANGED], counts[UNCHANGED])
    digest = hashlib.sha256(content).hexdigest()
    return Report(kind.name, digest, len(table.rows), *told, tuple(problems), _mark(changes))


def _mark(changes: list[_Change]) -> str:
    """Return the hash of which rows are new, and what those that change say before."""
    found = [(change.what, {name: (change.known or {}).get(name) for name in change.values}) for change in changes]
    return hashlib.sha256(json.dumps(found, ensure_ascii=False, default=str).encode()).hexdigest()


def _changes(catalog: Catalog, kind: Kind, table: Table) -> tuple[list[_Change], list[Problem]]:
    """Return what the rows without a problem ask for, and every problem."""
    number, heads = table.heading
    columns, problems = _columns(kind, heads, number)
    if problems:
        return [], problems
    changes, seen = list[_Change](), dict[tuple[Any, ...], int]()
    known, find = importing_cells.known(catalog), kind.finder(catalog)
    for number, cells in table.rows:
        given, found = _given(known, columns, cells, number)
        if not found:
            row = find(given)
            found = list(_wrong(catalog, kind, given, row, number))
            first = seen.setdefault(_identity(kind, given, row), number)
            if first != number:
                found.append(Problem(number, "", f"Baris ini sama dengan baris {first}. Hapus salah satunya."))
        problems += found
        if not found:
            changes.append(_Change(row, _different(given, row)))
    return changes, problems


def _columns(kind: Kind, heads: list[str], number: int) -> tuple[dict[int, Column], list[Problem]]:
    """Return the column of each cell, or what is wrong with the heading."""
    by_name = {name: column for column in kind.columns for name in (column.head, column.also) if name}
    columns, problems = dict[int, Column](), list[Problem]()
    for at, head in enumerate(heads):
        column = by_name.get("_".join(head.casefold().split()))
        if column and column not in columns.values():
            columns[at] = column
        elif head:
            names = ", ".join(one.head for one in kind.columns)
            unknown = f"Kolom “{head}” tidak dikenal; yang dikenal: {names}."
            problems.append(Problem(number, head, f"Kolom “{head}” berulang." if column else unknown))
    for column in kind.columns:
        if column.needed and column.key and column not in columns.values():
            problems.append(Problem(number, column.head, f"Kolom {column.head} tidak ada; kolom ini wajib."))
    return columns, problems


def _given(
    known: Known, columns: Mapping[int, Column], cells: list[str], number: int
) -> tuple[dict[str, Value], list[Problem]]:
    """Return what the cells of a row say, those that are filled in, and what is wrong with each."""
    given, problems = dict[str, Value](), list[Problem]()
    for at, cell in enumerate(cells):
        if not cell:
            continue
        if (column := columns.get(at)) is None:
            problems.append(Problem(number, "", "Ada isi di luar kolom yang berjudul."))
            continue
        try:
            given[column.field] = column.read(known, importing_cells.typed(cell))
        except RujukanError as error:
            problems.append(Problem(number, column.head, error.message))
    wanting = (column for column in columns.values() if column.needed and column.key)
    empty = (column for column in wanting if not _cell(columns, cells, column))
    problems += [Problem(number, column.head, "Kolom ini wajib diisi.") for column in empty]
    return given, problems


def _cell(columns: Mapping[int, Column], cells: list[str], column: Column) -> str:
    at = next(at for at, one in columns.items() if one is column)
    return cells[at] if at < len(cells) else ""


def _wrong(catalog: Catalog, kind: Kind, given: Mapping[str, Value], row: Row | None, number: int) -> Iterator[Problem]:
    """Yield what is wrong with a row as a whole."""
    if row is None and kind.makes:
        for column in kind.columns:
            if column.needed and not column.key and column.field not in given:
                yield Problem(number, column.head, "Kolom ini wajib diisi pada catatan baru.")
    heads = {column.field: column.head for column in kind.columns}
    for field, message in kind.checks(catalog, given, row):
        yield Problem(number, heads[field], message)


def _identity(kind: Kind, given: Mapping[str, Value], row: Row | None) -> tuple[Any, ...]:
    """Return what two rows of a file have in common that are about the same."""
    if row is not None and "id" in row:
        return ("id", row["id"])
    fields = [column.field for column in kind.keys] or sorted(given)
    return tuple((field, given.get(field)) for field in fields)


def _different(given: Mapping[str, Value], row: Row | None) -> dict[str, Value]:
    """Return what a row says that is not so yet; blanks that an export would not keep are no difference."""
    if row is None:
        return dict(given)
    return {field: value for field, value in given.items() if _plain(row[field]) != _plain(value)}


def _plain(value: Value) -> Value:
    return cleaned(value) if isinstance(value, str) else value


def _write(catalog: Catalog, kind: Kind, change: _Change, by: str) -> None:
    """Do what a row asks for."""
    if change.known is not None and not change.values:
        return
    if kind.name == "assets" and change.known is not None:
        _write_asset(catalog, change.known, change.values, by)
        return
    if change.known is None:
        values = {**kind.fresh(), **change.values}
        places = ", ".join("?" * len(values))
        catalog.db.execute(f"INSERT INTO {kind.table} ({', '.join(values)}) VALUES ({places})", [*values.values()])
        return
    same = ["id"] if "id" in change.known else [column.field for column in kind.keys]
    sets, where = (" = ?, ".join(change.values) + " = ?", " AND ".join(f"{field} = ?" for field in same))
    values_of_key = [change.known[field] for field in same]
    catalog.db.execute(f"UPDATE {kind.table} SET {sets} WHERE {where}", [*change.values.values(), *values_of_key])


def _write_asset(catalog: Catalog, row: Row, values: Mapping[str, Value], by: str) -> None:
    """Store what is said of an asset as a run with a manifest would, and what only an import says."""
    said = {name: value for name, value in values.items() if name not in ("portal", "community")}
    if "community" in values:
        rows = catalog.db.execute("SELECT name FROM community WHERE id = ?", [values["community"]])
        said["community"] = rows.fetchone()[0]
    metadata.apply(catalog, row["id"], Metadata(**{name: str(value) for name, value in said.items()}))
    if "portal" in values:
        catalog.db.execute("UPDATE asset SET portal = ? WHERE id = ?", [values["portal"], row["id"]])
    if "validity" in values:
        account = catalog.db.execute("SELECT id FROM account WHERE login = ?", [by]).fetchone()
        catalog.db.execute(
            "INSERT INTO validity_change (asset, old, new, day, account, note)"
            " VALUES (?, ?, ?, date('now', 'localtime'), ?, 'impor')",
            [row["id"], row["validity"], values["validity"], account and account[0]],
        )


def _conclude(catalog: Catalog, report: Report, by: str) -> None:
    """Tell the trail what was done, and let the indexes follow."""
    trail.append(
        catalog, by, "programme.import", report.kind, new=report.new, changed=report.changed, sha256=report.sha256
    )
    if report.kind == "assets":
        lifecycle.queue_publication(catalog)


def to_json(report: Report, *, applied: bool) -> dict[str, Any]:
    """Return a report as the command and pages tell it."""
    told = {name: getattr(report, name) for name in ("kind", "sha256", "rows", "new", "changed", "unchanged")}
    problems = [vars(problem) for problem in report.problems]
    return {"schema": 1, **told, "applied": applied, "problems": problems}
