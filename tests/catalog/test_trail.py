import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import audit, trail
from catalog.database import Catalog

TRIGGERS = ("audit_trail_next", "audit_trail_kept", "audit_trail_unchanged")


def tell(catalog: Catalog, rows: int = 3) -> None:
    for number in range(rows):
        trail.append(catalog, "cli:uji", "account.add", f"akun{number}", peran="pembaca")


def without_guard(catalog: Catalog, change: str) -> None:
    """Do to the table what its triggers refuse, and put them back: as one would who holds the file."""
    ours = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_trail' ORDER BY name"
    rows = [row["sql"] for row in catalog.db.query(ours)]
    for name in TRIGGERS:
        catalog.db.execute(f"DROP TRIGGER {name}")
    catalog.db.execute(change)
    for sql in rows:
        catalog.db.execute(sql)


def test_rows_are_read_back_youngest_first_and_the_chain_is_whole(catalog: Catalog) -> None:
    tell(catalog)
    assert [(e.seq, e.actor, e.subject) for e in trail.latest(catalog, 2)] == [
        (3, "cli:uji", "akun2"),
        (2, "cli:uji", "akun1"),
    ]
    assert trail.latest(catalog, 1)[0].detail == {"peran": "pembaca"}
    assert list(trail.broken(catalog)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_trail SET actor = 'lain' WHERE seq = 2",
        "DELETE FROM audit_trail WHERE seq = 2",
        "DELETE FROM audit_trail",
        "INSERT OR REPLACE INTO audit_trail SELECT 2, at, 'lain', action, subject, detail, previous, hash"
        " FROM audit_trail WHERE seq = 2",
        "REPLACE INTO audit_trail SELECT seq + 2, at, actor, action, subject, detail, previous, hash FROM audit_trail",
        "UPDATE OR REPLACE audit_trail SET seq = 3 WHERE seq = 2",
    ],
)
def test_the_table_only_grows(catalog: Catalog, change: str) -> None:
    tell(catalog)
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        catalog.db.execute(change)
    assert [entry.seq for entry in trail.latest(catalog, 9)] == [3, 2, 1]
    assert list(trail.broken(catalog)) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE audit_trail SET actor = 'lain' WHERE seq = 2", "baris 2"),
        ("UPDATE audit_trail SET at = at + 1 WHERE seq = 1", "baris 1"),
        ("DELETE FROM audit_trail WHERE seq = 2", "baris 3"),
        ("DELETE FROM audit_trail WHERE seq = 1", "baris 2"),
        ("UPDATE audit_trail SET detail = '{}' WHERE seq = 3", "baris 3"),
    ],
)
def test_verify_names_the_first_row_at_which_the_chain_breaks(catalog: Catalog, change: str, where: str) -> None:
    tell(catalog)
    without_guard(catalog, change)
    found = [finding for finding in audit.findings(catalog) if finding.code == "broken_audit_trail"]
    assert [finding.examples for finding in found] == [(where,)]


def test_a_guard_that_was_taken_away_is_a_finding(catalog: Catalog) -> None:
    catalog.db.execute("DROP TRIGGER audit_trail_kept")
    assert list(trail.broken(catalog)) == ["pemicu audit_trail_kept tidak ada"]


def test_a_row_of_a_transaction_that_fails_is_not_kept(catalog: Catalog) -> None:
    with pytest.raises(ZeroDivisionError), catalog.writing():
        tell(catalog, 1)
        raise ZeroDivisionError
    assert trail.latest(catalog, 9) == []


@given(st.text(), st.text(), st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.integers() | st.none()))
def test_the_hash_changes_with_every_part_of_a_row(actor: str, subject: str, detail: dict[str, str]) -> None:
    row = {
        **{"seq": 1, "at": 2, "actor": actor, "action": "a", "subject": subject, "previous": ""},
        "detail": json.dumps(detail),
    }
    seen = {trail._hash(row)}
    for name, value in row.items():
        seen.add(trail._hash(row | {name: f"{value}x"}))
    assert len(seen) == len(row) + 1
