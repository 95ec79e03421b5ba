"""Accounts and roles from a CSV file: each row a person, and a role if it names one. All of it is taken, or nothing."""

from dataclasses import dataclass
from pathlib import Path

from catalog import accounts, csv_file, grants
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.grants import Grant

COLUMNS = ("login", "name", "role", "unit", "community", "valid_from", "valid_until", "acting")
FORM = csv_file.Form("daftar akun", "bad_people_file", COLUMNS, ("login", "name"))


@dataclass(frozen=True)
class Report:
    """What the file adds, and what is wrong with its rows: one sentence each, by the line on which the row ends."""

    accounts: int
    grants: int
    unchanged: int
    problems: tuple[tuple[int, str], ...]


class _NothingKept(Exception):
    """Ends the transaction of a rehearsal, or of a file with problems."""


def take(catalog: Catalog, place: Path, *, by: str, rehearse: bool) -> Report:
    """Add the accounts and roles of a file; keep nothing of it in a rehearsal, or where a row has a problem.

    New accounts have no password. RujukanError `bad_people_file` if the file as a whole is none.
    """
    rows = list(csv_file.rows(place, FORM))
    problems: list[tuple[int, str]] = []
    done: list[tuple[bool, bool | None]] = []
    try:
        with catalog.writing():
            for number, row in rows:
                try:
                    done.append(_apply(catalog, row, by))
                except RujukanError as error:
                    problems.append((number, error.message))
            if problems or rehearse:
                raise _NothingKept
    except _NothingKept:
        pass
    made, given = sum(new for new, _ in done), sum(role is True for _, role in done)
    same = sum(not new and not role for new, role in done)
    return Report(made, given, same, tuple(problems))


def _apply(catalog: Catalog, row: csv_file.Row, by: str) -> tuple[bool, bool | None]:
    """Return whether the account is new, and whether its role is; None where the row names no role."""
    if None in row or None in row.values():
        raise RujukanError("bad_value", "Jumlah kolomnya tidak sama dengan baris judul.")
    cell = {name: (value or "").strip() or None for name, value in row.items()}
    login, name = cell.pop("login") or "", cell.pop("name") or ""
    new = _account(catalog, login, name, by)
    role = cell.pop("role", None)
    if role is None:
        if extra := [f"{column} {value}" for column, value in cell.items() if value]:
            raise RujukanError("bad_value", f"Peran kosong, padahal ada {', '.join(extra)}. Isi kolom role.")
        return new, None
    acting = cell.pop("acting", None)
    given = Grant(role.lower(), acting=acting and acting.lower().rstrip("."), **cell)
    return new, grants.add(catalog, login, given, by=by)


def _account(catalog: Catalog, login: str, name: str, by: str) -> bool:
    """Make the account where it is new; one that is known must have the same name, or two people would be one."""
    known = accounts.find(catalog, login)
    if known is None:
        accounts.add(catalog, login, name, None, by=by)
    elif known.name != accounts.check_name(name):
        raise RujukanError("bad_value", f"Akun “{known.login}” sudah ada dengan nama {known.name}, bukan {name}.")
    return known is None
